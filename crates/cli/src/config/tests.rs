mod categories;
mod listener;
mod paths;
mod signals;

use super::*;
use std::collections::BTreeMap;

/// A folder of this test's own, gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("jalousie-config-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Loads a text beside which there is a folder of services, `mine`.
fn load_text(name: &str, text: &str) -> Result<Loaded, LoadError> {
    let folder = Folder::new(name);
    folder.write("mine/own.toml", OWN);
    folder.write(
        "mine/video.toml",
        &OWN.replace("\"own\"", "\"video\"")
            .replace("Radio", "Video")
            .replace("radio.", "video."),
    );
    let path = folder.write("jalousie.toml", text);
    load(&Source { config: Some(path) }, None)
}

/// The errors of a text, without the name of the file.
fn wrong(name: &str, text: &str) -> Vec<String> {
    let error = load_text(name, text).unwrap_err();
    error
        .found()
        .iter()
        .map(|one| format!("{}:{}: {}", one.line, one.column, one.message))
        .collect()
}

/// The example with its keys un-commented: all of them, or those that state a default.
fn uncommented(examples: bool) -> String {
    let line = |line: &str| {
        let key = line
            .strip_prefix('#')
            .filter(|rest| rest.starts_with(|c: char| c == '[' || c.is_ascii_lowercase()));
        match key {
            Some(key) if examples || !key.ends_with("# example") => format!("{key}\n"),
            Some(_) => "\n".to_owned(),
            None => format!("{line}\n"),
        }
    };
    EXAMPLE.lines().map(line).collect()
}

#[test]
fn the_example_as_it_is_written_changes_nothing() {
    let mut loaded = load_text("as-is", EXAMPLE).unwrap();
    loaded.file = None;
    let defaults = Loaded::default_settings().unwrap();
    assert_eq!(format!("{loaded:?}"), format!("{defaults:?}"));
}

#[test]
fn the_defaults_it_states_are_the_real_ones() {
    let text = uncommented(false);
    assert!(text.contains("\ndays = 180\n") && !text.contains("\nname = "));
    let mut loaded = load_text("defaults", &text).unwrap();
    loaded.file = None;
    let defaults = Loaded::default_settings().unwrap();
    assert_eq!(format!("{loaded:?}"), format!("{defaults:?}"));
}

#[test]
fn the_example_has_every_key_and_all_of_it_is_right() {
    let folder = Folder::new("all");
    folder.write("services/own.toml", OWN);
    let text = uncommented(true);
    let loaded = load(
        &Source {
            config: Some(folder.write("jalousie.toml", &text)),
        },
        None,
    )
    .unwrap();
    assert_eq!(loaded.settings().name.as_deref(), Some("Valley News"));
    assert_eq!(loaded.settings().allowed.len(), 1);
    // A key that nobody can know in each section makes the reader name those that it does know.
    let mut sections = BTreeMap::from([(String::new(), Vec::new())]);
    let mut probes = "zzz = 1\n".to_owned();
    let mut section = String::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix('[') {
            section = name
                .trim_start_matches('[')
                .split(']')
                .next()
                .unwrap()
                .to_owned();
            probes += &format!("{line}\nzzz = 1\n");
            let (parent, name) = section.rsplit_once('.').unwrap_or(("", &section));
            sections
                .entry(parent.to_owned())
                .or_default()
                .push(name.to_owned());
        } else if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with('#')) {
            sections
                .entry(section.clone())
                .or_default()
                .push(key.to_owned());
        }
    }
    // Its keys are names that people choose.
    sections.remove("categories");
    let error = load_text("probes", &probes).unwrap_err();
    let mut seen = 0;
    for one in error
        .found()
        .iter()
        .filter(|one| one.message.starts_with("unknown key"))
    {
        let (key, known) = one
            .message
            .strip_prefix("unknown key ")
            .unwrap()
            .split_once(": expected ")
            .unwrap();
        let section = key.strip_suffix("zzz").unwrap().trim_end_matches('.');
        let mut known: Vec<String> = known
            .replace(" or ", ", ")
            .split(", ")
            .map(str::to_owned)
            .collect();
        let mut documented = sections[section].clone();
        known.sort_unstable();
        documented.sort_unstable();
        documented.dedup();
        assert_eq!(documented, known, "keys of [{section}]");
        seen += 1;
    }
    assert_eq!(seen, sections.len(), "{:?}", sections.keys());
}

const OWN: &str = r#"
schema = 1
id = "own"
name = "Valley Radio"
category = "audio"
entity = "Valley Radio Society"
privacy = "https://radio.example/privacy"
source = "https://radio.example/embedding"
reviewed = 2026-11-21
data = ["ip-address"]
[resources]
hosts = ["*.radio.example"]
"#;

#[test]
fn everything_wrong_comes_at_once() {
    let text = r#"mode = "gaet"
siet = 1
[site]
url = "news.example"
nmae = "x"
language = "tlh"
first_party = ["news.example", "https://cdn.example", "cdn.radio.example", "news.example"]
privacy_page = "javascript:x"
cache = 1
prefix = "jalousie"
[[allow]]
host = "news.example"
reason = " "
[[allow]]
host = "{any}"
[consent]
cookie = "__Host-x"
days = 0
[frames]
keys = ["c2hvcnQ="]
key_file = "k"
[proxy]
upstream = "http://127.0.0.1:8080"
trusted = ["10.0.0.1/8"]
[proxy.timeouts]
connect = "10"
[proxy.limits]
page_memory = "1 B"
[observability]
listen = "127.0.0.1:8080"
[services]
folder = "mine"
off = ["onw", "video"]
used = ["video", "none"]
"#;
    let expected = [
        "1:8: mode = \"gaet\": expected \"gate\" or \"observe\"; did you mean \"gate\"?",
        "2:1: unknown key siet: expected allow, categories, consent, frames, mode, observability, paths, proxy, receipts, services, signals, site or sites; did you mean site?",
        "4:7: site.url = \"news.example\": expected an address such as https://news.example, without a path",
        "5:1: unknown key site.nmae: ",
        "6:12: site.language = \"tlh\": expected ar, bg, ca, ",
        "7:32: site.first_party = \"https://cdn.example\": expected ",
        "7:55: site.first_party = \"cdn.radio.example\": expected a host of the publisher, but this one is of Valley Radio",
        "7:76: site.first_party = \"news.example\": listed twice",
        "8:16: site.privacy_page = \"javascript:x\": expected a path such as /privacy",
        "9:9: site.cache = 1: expected a text",
        "10:10: site.prefix = \"jalousie\": expected a path between slashes",
        "12:8: allow.host = \"news.example\": expected a host that is not in site.first_party too",
        "13:10: allow.reason = \" \": expected why readers",
        "14:1: allow.reason is missing",
        "15:8: allow.host = \"{any}\": expected a host such as",
        "17:10: consent.cookie = \"__Host-x\": expected a name without __ in front",
        "18:8: consent.days = 0: expected a whole number from 1 to 400",
        "20:9: frames.keys: expected ",
        "20:9: frames.keys: expected ",
        "23:12: proxy.upstream: is the address that the gate listens on",
        "24:12: proxy.trusted = \"10.0.0.1/8\": expected an address, or a range",
        "26:11: proxy.timeouts.connect = \"10\": expected a time such as \"30s\"",
        "28:15: proxy.limits.page_memory = \"1 B\": expected a size from \"64 KiB\" to \"1 GiB\"",
        "30:10: observability.listen = \"127.0.0.1:8080\": expected another address",
        "33:8: services.off = \"onw\": expected the id of a service, as `jalousie services` lists them; did you mean own?",
        "34:9: services.used = \"video\": expected a service that is not in services.off too",
        "34:18: services.used = \"none\": expected the id of a service",
    ];
    let found = wrong("wrong", text);
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{found}\nis not\n{expected}");
    }
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    // Keys are secrets, broken ones too.
    assert!(!found.concat().contains("c2hvcnQ"));
}

#[test]
fn a_first_party_host_is_compared_with_all_hosts_of_services() {
    let text = |host: &str| {
        format!(
            "[services]\nfolder = \"mine\"\n[site]\nname = \"Valley News\"\nfirst_party = [\"{host}\"]\n"
        )
    };
    for host in [
        "cdn.video.example",
        "*.video.example",
        "a.b.video.example",
        "*.cdn.video.example",
    ] {
        let found = wrong("owner", &text(host)).concat();
        assert!(
            found.contains("a host of Valley News, but this one is of Valley Video"),
            "{host}: {found}"
        );
    }
    for host in [
        "*.news.example",
        "127.0.0.1:8000",
        "notvideo.example",
        "video.example.org",
    ] {
        assert!(load_text("own-host", &text(host)).is_ok(), "{host}");
    }
    // A service that is off has no hosts.
    assert!(
        load_text(
            "off-host",
            &text("cdn.video.example").replace("mine\"", "mine\"\noff = [\"video\"]")
        )
        .is_ok()
    );
}

#[test]
fn own_services_are_added_and_others_switched_off() {
    let embedded = Catalogue::embedded().unwrap();
    let [replaced, off, kept] = [0, 1, 2].map(|at| embedded.services()[at].id.as_str());
    let folder = Folder::new("services");
    folder.write("mine/own.toml", OWN);
    folder.write(
        &format!("mine/{replaced}.toml"),
        &OWN.replace("\"own\"", &format!("{replaced:?}"))
            .replace("Radio", "Video")
            .replace("radio.", "video."),
    );
    let text = format!("[services]\nfolder = \"mine\"\noff = [\"{off}\"]\nused = [\"own\"]\n");
    let loaded = load(
        &Source {
            config: Some(folder.write("jalousie.toml", &text)),
        },
        None,
    )
    .unwrap();
    let catalogue = &loaded.settings().catalogue;
    assert_eq!(catalogue.service("own").unwrap().name, "Valley Radio");
    assert_eq!(catalogue.service(replaced).unwrap().name, "Valley Video");
    assert!(catalogue.service(off).is_none() && catalogue.service(kept).is_some());
}

#[test]
fn errors_in_the_configuration_and_in_services_come_together() {
    let folder = Folder::new("both");
    folder.write(
        "mine/own.toml",
        &OWN.replace("category = \"audio\"", "category = \"adio\""),
    );
    let text = "mode = 1\n[services]\nfolder = \"mine\"\n";
    let error = load(
        &Source {
            config: Some(folder.write("jalousie.toml", text)),
        },
        None,
    )
    .unwrap_err();
    let text = error.to_string();
    assert!(
        text.starts_with("2 errors:")
            && text.contains("mode = 1")
            && text.contains("own.toml:5:12: category = \"adio\""),
        "{text}"
    );
    assert!(!error.unreadable);
}

#[test]
fn what_cannot_be_read_is_named_where_it_is_named() {
    let error = load(
        &Source {
            config: Some("no/such/file.toml".into()),
        },
        None,
    )
    .unwrap_err();
    assert!(
        error.unreadable
            && error
                .to_string()
                .contains("no/such/file.toml: cannot be read: "),
        "{error}"
    );
    let error = load_text("no-folder", "[services]\nfolder = \"none\"\n").unwrap_err();
    assert!(
        error.unreadable && error.to_string().contains(":2:10: services.folder: "),
        "{error}"
    );
    let error = load(&Source { config: None }, Some(Path::new("no/such/folder"))).unwrap_err();
    assert!(error.unreadable, "{error}");
}

#[test]
fn the_frame_host_needs_to_know_the_site() {
    let found = wrong(
        "frame-host",
        "[frames]\norigin = \"https://frames.example\"\n",
    );
    assert!(
        found.concat().contains("frames.origin: needs site.url"),
        "{found:?}"
    );
    let found = wrong(
        "frame-site",
        "[site]\nurl = \"https://a.example\"\n[frames]\norigin = \"https://a.example\"\n",
    );
    assert!(
        found.concat().contains("frames.origin: is site.url too"),
        "{found:?}"
    );
}

#[test]
fn everything_reaches_its_place() {
    let text = r#"mode = "observe"
[site]
url = "https://news.example"
language = "fr-CH"
cache = "private"
prefix = "/gate/"
[consent]
gpc = false
[proxy]
upstream = "http://127.0.0.1:8000"
listen = "127.0.0.1:0"
host = "upstream"
trusted = ["10.0.0.0/8"]
[proxy.timeouts]
total = "5m"
drain = "1s"
[proxy.limits]
request_head = "32 KiB"
request_body = "none"
page_memory = "1 MiB"
[frames]
keys = ["AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="]
"#;
    let loaded = load_text("places", text).unwrap();
    let site = loaded.site(KeySource::Kept).unwrap();
    assert_eq!(
        (site.mode, site.language.as_str(), site.cache),
        (
            jalousie_core::site::Mode::Observe,
            "fr",
            jalousie_core::site::Cache::Private
        )
    );
    assert_eq!(
        (site.prefix.as_str(), site.honour_gpc, site.page_memory),
        ("/gate/", false, 1 << 20)
    );
    assert!(loaded.public.trusted.contains([10, 1, 2, 3].into()));
    assert_eq!(loaded.server.max_head, 32 << 10);
    assert_eq!(loaded.server.drain.as_secs(), 1);
    let proxy = loaded.proxy().unwrap();
    assert_eq!(
        (
            proxy.host,
            proxy.limits.request_body,
            proxy.limits.request_head
        ),
        (HostHeader::Upstream, None, 32 << 10)
    );
    assert_eq!(proxy.timeouts.total.unwrap().as_secs(), 300);
    assert!(proxy.trusted.contains([10, 1, 2, 3].into()));
}

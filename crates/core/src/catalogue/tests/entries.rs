//! What is wrong with entries, and how it is said.

use super::*;

const FRAME: &str = "[frame]\nkind = \"iframe\"\nhosts = [\"v.example\"]\n";
const SHAPE: &str = "[[embed]]\nelements = [\"iframe\"]\nurls = [\"v.example/{id}\"]\n";

/// What is wrong with one entry that has `more`; its lines are counted from 10.
fn wrong(more: &str) -> String {
    load(&[("a", more)])
        .err()
        .map(|found| found.to_string())
        .unwrap_or_default()
}

#[test]
fn what_every_entry_needs_is_asked_for() {
    let source = Source {
        name: "own/a.toml",
        text: "",
    };
    let layer = Layer {
        services: vec![source],
        categories: Some(CATEGORIES),
        ..Layer::default()
    };
    let found = Catalogue::load(&[layer]).unwrap_err().to_string();
    let missing: Vec<&str> = found.lines().collect();
    assert_eq!(missing.len(), 9, "{found}");
    assert!(
        missing.contains(&"own/a.toml: privacy is missing"),
        "{found}"
    );
}

#[test]
fn the_first_lines_are_checked() {
    let text = "schema = 2\nid = \"b\"\nname = \" \"\ncategory = \"vidoe\"\nentity = \"E\"\ncountry = \"fr\"\n\
        privacy = \"http://e.example/\"\nsource = \"e.example\"\nreviewed = \"2026-11-21\"\n\
        data = [\"ip-adress\"]\nunverified = [\"privcy\"]\nauthor = \"me\"\n";
    let source = Source {
        name: "own/a.toml",
        text,
    };
    let layer = Layer {
        services: vec![source],
        categories: Some(CATEGORIES),
        ..Layer::default()
    };
    assert_eq!(
        Catalogue::load(&[layer]).unwrap_err().to_string(),
        "own/a.toml:1:10: schema = 2: expected 1\n\
         own/a.toml:2:6: id = \"b\": expected the name of the file, without its extension\n\
         own/a.toml:3:8: name = \" \": expected words\n\
         own/a.toml:4:12: category = \"vidoe\": expected video or unclassified; did you mean video?\n\
         own/a.toml:6:11: country = \"fr\": expected the two capital letters of a country, such as FR\n\
         own/a.toml:7:11: privacy = \"http://e.example/\": expected https://, because http is for this machine only\n\
         own/a.toml:8:10: source = \"e.example\": expected an address that begins with https://: relative URL without a base\n\
         own/a.toml:9:12: reviewed = \"2026-11-21\": expected a date such as 2026-11-21, without quotes\n\
         own/a.toml:10:9: data = \"ip-adress\": expected ip-address; did you mean ip-address?\n\
         own/a.toml:11:15: unverified = \"privcy\": expected name, category, entity, controller, country, privacy, retention, safeguard, oembed, source, data, storage, embed, resources or frame; did you mean privacy?\n\
         own/a.toml:12:1: unknown key author: expected category, controller, country, data, embed, entity, frame, id, name, oembed, privacy, resources, retention, reviewed, safeguard, schema, source, storage or unverified"
    );
}

#[test]
fn a_loopback_address_may_be_http() {
    assert_eq!(wrong("[resources]\nhosts = [\"127.0.0.1:7071\"]\n"), "");
    let text = entry("a", "").replace("https://e.example/p", "http://127.0.0.1:7071/p");
    let layer = Layer {
        services: vec![Source {
            name: "a.toml",
            text: &text,
        }],
        categories: Some(CATEGORIES),
        ..Layer::default()
    };
    assert!(Catalogue::load(&[layer]).is_ok());
}

#[test]
fn resources_and_storage_are_checked() {
    for (more, expected) in [
        (
            "[resources]\nhosts = [\"v.example\", \"https://v.example\", \"{x}.v.example\"]\nurls = [\"v.example/{\", \"{host}/x\"]\n",
            "a.toml:11:23: resources.hosts = \"https://v.example\": expected a port from 1 to 65535 after the host, found \"//v.example\"\n\
             a.toml:11:44: resources.hosts = \"{x}.v.example\": expected a host, or *. and a domain: nothing is captured here\n\
             a.toml:12:9: resources.urls = \"v.example/{\": expected } after {\n\
             a.toml:12:24: resources.urls = \"{host}/x\": expected a host before the path",
        ),
        (
            "[[storage]]\nname = \"x\"\nkind = \"cokie\"\n",
            "a.toml:10:1: storage.duration is missing\n\
             a.toml:12:8: storage.kind = \"cokie\": expected \"cookie\", \"local\", \"session\" or \"indexeddb\"; did you mean \"cookie\"?",
        ),
        (
            "[[storage]]\nname = \"x\"\nkind = \"cookie\"\nduration = \"1 day\"\nreader = \"third\"\n",
            "a.toml:14:10: storage.reader = \"third\": expected \"third-party\" or \"first-party\"",
        ),
        (
            "oembed = \"http://v.example/\"\nretention = \"\"\n",
            "a.toml:10:10: oembed = \"http://v.example/\": expected https://, because http is for this machine only\n\
             a.toml:11:13: retention = \"\": expected words",
        ),
    ] {
        assert_eq!(wrong(more), expected);
    }
}

#[test]
fn shapes_are_checked() {
    for (shape, expected) in [
        (
            "urls = [\"v.example/\"]",
            "a.toml:10:1: embed.elements is missing",
        ),
        (
            "elements = [\"ifarme\"]\nurls = [\"v.example/\"]",
            "; did you mean iframe?",
        ),
        (
            "elements = [\"iframe\"]",
            "a.toml:11:12: embed.elements: expected urls, class, id or attribute too, to say which of them are meant",
        ),
        (
            "elements = [\"div\"]\nurls = [\"v.example/\"]",
            "a.toml:12:8: embed.urls: expected none for div: only iframe, object, embed and script are found by address",
        ),
        (
            "elements = [\"iframe\"]\nurls = [\"{host}/x\"]",
            "a.toml:12:9: embed.urls = \"{host}/x\": expected a host; or class or attribute too, because any host is too much",
        ),
        (
            "elements = [\"div\"]\nclass = \"a b\"\nid = \"\"\nattribute = \"Data-x=1\"",
            "a.toml:12:9: embed.class = \"a b\": expected a class, without spaces\n\
             a.toml:13:6: embed.id = \"\": expected an id, without spaces\n\
             a.toml:14:13: embed.attribute = \"Data-x=1\": expected an attribute's name in small letters",
        ),
        (
            "elements = [\"iframe\"]\nurls = [\"v.example/{id}\"]\nlink = \"https://v.example/{i}\"\nsrc = \"https://v.example/{x}\"",
            "a.toml:13:8: embed.link: nothing captures {i}: expected it in urls or captures\n\
             a.toml:14:7: embed.src: nothing captures {x}: expected it in urls or captures",
        ),
        (
            "elements = [\"iframe\"]\nurls = [\"v.example/{id}\"]\nlink = \"{id}\"",
            "a.toml:13:8: embed.link: expected captures of {id} to have both as and urls, so that it leads to known hosts only",
        ),
        (
            "elements = [\"iframe\"]\nurls = [\"v.example/\"]\nhtml = \"<p>\"\nsrc = \"https://v.example/\"\npreview = \"words\"",
            "a.toml:14:7: embed.src: expected either src or html\n\
             a.toml:15:11: embed.preview = \"words\": expected \"content\", \"title\", \"none\", \"attribute:NAME\" or \"parameter:NAME\"",
        ),
        (
            "elements = [\"blockquote\"]\nclass = \"x\"\nsrc = \"https://v.example/\"\npreview = \"parameter:t\"",
            "a.toml:14:11: embed.preview: expected urls too: whose parameter is meant",
        ),
    ] {
        let found = wrong(&format!("[[embed]]\n{shape}\n{FRAME}"));
        assert!(found.ends_with(expected), "{shape}\n{found}");
    }
}

#[test]
fn captures_are_checked() {
    for (capture, expected) in [
        (
            "as = \"x\"",
            "a.toml:13:1: embed.captures.from is missing\n",
        ),
        (
            "from = \"text\"\nas = \"x\"",
            "expected \"link\", \"attribute:NAME\", \"parameter:NAME\" or \"script\"",
        ),
        (
            "from = \"attribute:A\"\nas = \"x\"",
            "expected an attribute's name in small letters",
        ),
        (
            "from = \"attribute:a\"",
            "embed.captures.from: expected urls, as, or both too",
        ),
        (
            "from = \"link\"\nas = \"x\"",
            "embed.captures.from: expected urls too: which addresses found there are meant",
        ),
        (
            "from = \"script\"\nurls = [\"{host}/x\"]",
            "embed.captures.urls = \"{host}/x\": expected a host: scripts are full of addresses",
        ),
        (
            "from = \"link\"\nurls = [\"v.example/x\"]\nas = \"X\"",
            "embed.captures.as = \"X\": expected a name of small letters, digits, - and _",
        ),
    ] {
        let found = wrong(&format!("{SHAPE}[[embed.captures]]\n{capture}\n{FRAME}"));
        assert!(
            format!("{found}\n").contains(expected),
            "{capture}\n{found}"
        );
    }
}

#[test]
fn frames_are_checked() {
    let script = "[frame]\nkind = \"script\"\nhosts = [\"v.example\"]\n";
    for (more, expected) in [
        (
            SHAPE.to_owned(),
            "a.toml:10:1: section [frame] is missing: expected how embeds are shown after consent",
        ),
        (
            FRAME.to_owned(),
            "a.toml:11:8: frame.kind: expected [[embed]] too: nothing is ever shown in this frame",
        ),
        (
            format!("{SHAPE}[frame]\n"),
            "a.toml:13:1: frame.hosts is missing\na.toml:13:1: frame.kind is missing",
        ),
        (
            format!("{SHAPE}{script}"),
            "a.toml:13:1: frame.html: expected, because an embed is shown by script\n\
             a.toml:13:1: frame.scripts: expected, because an embed is shown by script",
        ),
        (
            format!("{SHAPE}{FRAME}html = \"<p>\"\nscripts = [\"https://v.example/\"]\n"),
            "a.toml:14:8: frame.kind: expected no html and no scripts: every embed is shown by its address",
        ),
        (
            format!(
                "{SHAPE}{script}html = \"<p{{attributes}}>\"\nscripts = [\"https://v.example/\"]\n"
            ),
            "a.toml:13:1: frame.keep: expected, because html has {attributes}",
        ),
        (
            format!(
                "{SHAPE}{script}html = \"<p>\"\nscripts = [\"https://v.example/\"]\nkeep = [\"data-x\"]\n"
            ),
            "a.toml:18:8: frame.keep: expected {attributes} in html: nothing says where they go",
        ),
        (
            format!(
                "{SHAPE}{script}html = \"<p>{{x}}\"\nscripts = [\"https://v.example/{{y}}\"]\n"
            ),
            "a.toml:16:8: frame.html: nothing captures {x} for the embed at a.toml:10\n\
             a.toml:17:11: frame.scripts: nothing captures {y} for the embed at a.toml:10",
        ),
        (
            format!("{SHAPE}{script}html = \"<p>\"\nscripts = [\"http://v.example/\"]\n"),
            "a.toml:17:12: frame.scripts = \"http://v.example/\": expected https://, because http is for this machine only",
        ),
        (
            format!("{SHAPE}{FRAME}src = \"https://v.example/{{x}}\"\n"),
            "a.toml:16:7: frame.src: nothing captures {x} for the embed at a.toml:10",
        ),
        (
            format!(
                "{SHAPE}[frame]\nkind = \"iframe\"\nhosts = [\"w.example\", \"{{x}}.w.example\"]\n"
            ),
            "a.toml:10:1: the frame is refused its own content: expected v.example in frame.hosts\n\
             a.toml:15:9: frame.hosts: nothing captures {x}: expected it in an embed",
        ),
        (
            format!("[[embed]]\nelements = [\"div\"]\nclass = \"x\"\n{FRAME}"),
            "a.toml:10:1: src is missing: expected the address to load, because the element has none",
        ),
        (
            format!("{SHAPE}[frame]\nkind = \"iframe\"\nhosts = []\n"),
            "a.toml:15:9: frame.hosts: expected at least one host",
        ),
        (
            format!(
                "{SHAPE}{FRAME}aspect_ratio = \"16:9\"\nheight = 0\nmin_height = 1\nallow = [\"a b\"]\nkeep = [\"onclick\"]\n"
            ),
            "a.toml:16:16: frame.aspect_ratio = \"16:9\": expected width/height in whole numbers, such as 16/9\n\
             a.toml:17:10: frame.height = 0: expected a whole number from 1 to 10000\n\
             a.toml:19:10: frame.allow = \"a b\": expected a feature of permissions policy, without spaces\n\
             a.toml:20:9: frame.keep = \"onclick\": expected an attribute such as data-lang: this one does something by itself",
        ),
        (
            format!("{SHAPE}{FRAME}aspect_ratio = \"16/9\"\nheight = 5\n"),
            "a.toml:17:10: frame.height: expected one of aspect_ratio, height and min_height",
        ),
    ] {
        assert_eq!(wrong(&more), expected, "{more}");
    }
}

#[test]
fn clashes_name_both_parties() {
    let one = format!(
        "{SHAPE}{FRAME}[resources]\nhosts = [\"cdn.example\"]\nurls = [\"v.example/{{x}}/\"]\n"
    );
    let two = format!(
        "[[embed]]\nelements = [\"embed\", \"iframe\"]\nurls = [\"v.example/{{video}}/\"]\n{FRAME}[resources]\nhosts = [\"CDN.example\"]\nurls = [\"v.example/{{y}}\"]\n"
    );
    assert_eq!(
        load(&[("one", &one), ("two", &two)])
            .unwrap_err()
            .to_string(),
        "two.toml:10:1: embed: iframe of v.example/{} is claimed twice, by \"two\" here and by \"one\" at one.toml:10\n\
         two.toml:17:10: resources.hosts: host cdn.example is claimed twice, by \"two\" here and by \"one\" at one.toml:17\n\
         two.toml:18:9: resources.urls: address v.example/{} is claimed twice, by \"two\" here and by \"one\" at one.toml:18"
    );
    let marks = "[[embed]]\nelements = [\"div\"]\nclass = \"x\"\nid = \"y\"\nattribute = \"z=1\"\nsrc = \"https://v.example/\"\n";
    assert_eq!(
        wrong(&format!("{marks}{marks}{FRAME}")),
        "a.toml:16:1: embed: div with class x with id y with z=1 is claimed twice, by \"a\" here and by \"a\" at a.toml:10"
    );
}

#[test]
fn an_id_is_used_once_in_a_layer() {
    let text = entry("a", "");
    let services = ["x/a.toml", "y/a.toml"]
        .map(|name| Source { name, text: &text })
        .to_vec();
    let layer = Layer {
        services,
        categories: Some(CATEGORIES),
        ..Layer::default()
    };
    let found = Catalogue::load(&[layer]).unwrap_err();
    assert_eq!(
        found.to_string(),
        "y/a.toml:2:6: id = \"a\": also the id of x/a.toml:2"
    );
}

#[test]
fn categories_are_checked_and_all_files_come_together() {
    let text = "schema = 1\ncolour = 1\n[[category]]\nid = \"A b\"\n[[category]]\nid = \"x\"\n[[category]]\nid = \"x\"\n[[category]]\n";
    let layer = Layer {
        services: vec![Source {
            name: "a.toml",
            text: "=",
        }],
        categories: Some(Source {
            name: "categories.toml",
            text,
        }),
        ..Layer::default()
    };
    let found = Catalogue::load(&[layer]).unwrap_err().to_string();
    let (syntax, categories): (Vec<&str>, Vec<&str>) = found
        .lines()
        .partition(|line| line.starts_with("a.toml:1:"));
    assert!(!syntax.is_empty(), "{found}");
    assert_eq!(
        categories,
        [
            "categories.toml:2:1: unknown key colour: expected category, data or schema",
            "categories.toml:4:6: category.id = \"A b\": expected small letters, digits and -",
            "categories.toml:8:6: category.id: \"x\" is listed twice",
            "categories.toml:9:1: category.id is missing",
        ]
    );
}

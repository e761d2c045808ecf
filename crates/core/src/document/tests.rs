use proptest::prelude::*;

use super::*;

/// Reads a text, and gives what is wrong with it.
fn wrong(text: &str, read: impl FnOnce(&mut Section<'_>)) -> String {
    let document = Document::parse("f.toml", text).unwrap();
    let mut root = document.root();
    read(&mut root);
    root.finish();
    document
        .finish()
        .err()
        .map(|found| found.to_string())
        .unwrap_or_default()
}

#[test]
fn values_come_with_their_places() {
    let text = "name = \"Vâl\" # å\nports = [\n  80,\n]\nday = 2026-11-21\n[inner]\nyes = true\n";
    let document = Document::parse("f.toml", text).unwrap();
    let mut root = document.root();
    assert_eq!(root.string("name").unwrap().value, "Vâl");
    assert_eq!(root.date("day").unwrap().to_string(), "2026-11-21");
    assert_eq!(root.place_of("ports").to_string(), "f.toml:2");
    assert_eq!(root.place_of("none").to_string(), "f.toml");
    let mut inner = root.section("inner").unwrap();
    let yes = inner.boolean("yes").unwrap();
    assert!(yes.value);
    assert_eq!(yes.place.diagnostic("no").to_string(), "f.toml:7:7: no");
    inner.finish();
    root.finish();
    assert_eq!(
        document.finish().unwrap_err().to_string(),
        "f.toml:2:1: unknown key ports: expected day, inner or name"
    );
}

#[test]
fn every_wrong_kind_is_named() {
    let text = "a = 1\nb = \"x\"\nc = \"x\"\nd = [\"y\", 2]\ne = \"2026-11-21\"\nf = 70000\ng = {}\nh = 0x10\ni = 2026-11-21T00:00:00Z\n";
    let found = wrong(text, |root| {
        assert_eq!(root.string("a"), None);
        assert_eq!(root.boolean("b"), None);
        assert_eq!(root.strings("c"), []);
        assert_eq!(root.strings("d").len(), 1);
        assert_eq!(root.date("e"), None);
        assert_eq!(root.integer("f", 1..=65535), None);
        assert!(root.sections("g").is_empty());
        assert_eq!(root.integer("h", 0..=16).unwrap().value, 16);
        assert_eq!(root.date("i"), None);
    });
    assert_eq!(
        found,
        "f.toml:1:5: a = 1: expected a text in quotes\n\
         f.toml:2:5: b = \"x\": expected true or false\n\
         f.toml:3:5: c = \"x\": expected a list of texts in quotes, such as [\"…\", \"…\"]\n\
         f.toml:4:11: d = 2: expected a text in quotes\n\
         f.toml:5:5: e = \"2026-11-21\": expected a date such as 2026-11-21, without quotes\n\
         f.toml:6:5: f = 70000: expected a whole number from 1 to 65535\n\
         f.toml:7:5: g = {}: expected sections [[g]]\n\
         f.toml:9:5: i = 2026-11-21T00:00:00Z: expected a date such as 2026-11-21, without quotes"
    );
}

#[test]
fn what_is_missing_or_unknown_is_named() {
    let found = wrong("[site]\nnmae = \"x\"\n", |root| {
        root.require(&["mode"]);
        let mut site = root.section("site").unwrap();
        site.require(&["url"]);
        site.string("name");
        site.string("url");
        site.finish();
    });
    assert_eq!(
        found,
        "f.toml: mode is missing\n\
         f.toml:1:1: site.url is missing\n\
         f.toml:2:1: unknown key site.nmae: expected name or url; did you mean name?"
    );
}

#[test]
fn words_are_checked_with_suggestions() {
    let found = wrong("mode = \"gaet\"\nport = \"x\"", |root| {
        assert_eq!(root.one_of("mode", &[("gate", 1), ("observe", 2)]), None);
        root.parsed("port", |text| {
            text.parse::<u16>().map_err(|_| "expected a port")
        });
    });
    assert_eq!(
        found,
        "f.toml:1:8: mode = \"gaet\": expected \"gate\" or \"observe\"; did you mean \"gate\"?\n\
         f.toml:2:8: port = \"x\": expected a port"
    );
}

#[test]
fn a_value_is_blamed_where_it_stands() {
    let found = wrong("hosts = [\n  \"a\",\n  \"b\",\n]", |root| {
        let hosts = root.strings("hosts");
        root.expected("hosts", &hosts[1], "another host");
        root.report("hosts", "too many");
    });
    assert_eq!(
        found,
        "f.toml:1:9: hosts: too many\nf.toml:3:3: hosts = \"b\": expected another host"
    );
}

#[test]
fn keys_that_people_choose_can_be_listed() {
    let found = wrong("[b]\n[a]\nx = 1\n", |root| {
        for key in root.keys() {
            root.section(key.value).unwrap().finish();
        }
    });
    assert_eq!(found, "f.toml:3:1: unknown key a.x: expected nothing");
}

#[test]
fn all_syntax_errors_come_at_once() {
    let found = Document::parse("f.toml", "a = \nb = 1\nb = 2\nc = \"x\n").unwrap_err();
    let lines: Vec<usize> = found.iter().map(|one| one.line).collect();
    assert_eq!(lines, [1, 3, 4], "{found}");
}

#[test]
fn long_values_are_shortened() {
    let text = format!("a = \"\"\"{}\nb\"\"\"", "x".repeat(100));
    let found = wrong(&text, |root| {
        root.boolean("a");
    });
    assert!(found.contains("x…: expected true or false"), "{found}");
    assert!(found.len() < 120, "{found}");
}

proptest! {
    #[test]
    fn reading_never_panics(text in r#"([a-c \[\]={}".#\n,é0-9:-]|"""|\[\[a\]\]\n|\[a\]\n|a = ){0,40}"#) {
        if let Ok(document) = Document::parse("f.toml", &text) {
            let mut root = document.root();
            for key in ["a", "b", "c"] {
                root.string(key);
                root.strings(key);
                root.integer(key, 0..=9);
                root.date(key);
                root.sections(key).into_iter().for_each(Section::finish);
            }
            root.finish();
            let _ = document.finish();
        }
    }
}

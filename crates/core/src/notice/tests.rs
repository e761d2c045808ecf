//! What the gate's own pages say.

use super::*;
use crate::catalogue::{Catalogue, Layer, Source};
use crate::consent::Consent;

const ENTRY: &str = r#"
    schema = 1
    id = "valley"
    name = "Valley <Video>"
    category = "video"
    entity = "Valley Society"
    controller = "Valley Europe"
    country = "US"
    retention = "13 months"
    safeguard = "adequacy decision"
    oembed = "https://valley.example/oembed"
    privacy = "https://valley.example/privacy"
    source = "https://valley.example/"
    reviewed = 2026-11-21
    data = ["ip-address", "payment"]
    [[storage]]
    name = "visitor"
    kind = "cookie"
    duration = "1 year"
    reader = "third-party"
    [[storage]]
    name = "seen"
    kind = "local"
    duration = "1 day"
    reader = "first-party"
    [[storage]]
    name = "other"
    kind = "session"
    duration = "the visit"
"#;

/// A service's page in English, its list of facts only.
fn facts(entry: &str) -> String {
    let source = Source {
        name: "valley.toml",
        text: entry,
    };
    let own = Layer {
        services: vec![source],
        ..Layer::default()
    };
    let catalogue = Catalogue::load(&[Layer::embedded(), own]).unwrap();
    let site = Site {
        catalogue: catalogue.into(),
        ..Site::for_tests()
    };
    let context = PageContext {
        site: &site,
        language: site.texts.language("en"),
        consent: &Consent::default(),
        gpc: false,
        https: true,
        back: "/",
    };
    let page = service_page(&context, site.catalogue.service("valley").unwrap());
    let facts = page.split("<dl>").nth(1).unwrap().split("</dl>").next();
    // What Fluent puts around names, so that right-to-left ones stay together, is invisible.
    facts.unwrap().replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn a_services_page_says_all_that_is_known() {
    let facts = facts(ENTRY);
    for fact in [
        "<dt>Recipient</dt><dd>Valley Society</dd>",
        "<dt>Responsible for the data there</dt><dd>Valley Europe</dd>",
        "<dt>Country</dt><dd>United States</dd>",
        "<dt>Safeguard for data sent there</dt><dd>adequacy decision</dd>",
        "<dd>payment details, if you pay there</dd>",
        "<dt>Kept by the recipient for</dt><dd>13 months</dd>",
        "<dd>visitor: 1 year · It can be read by Valley &lt;Video&gt;.</dd>",
        "<dd>seen: 1 day · It can be read by this site only.</dd>",
        "<dd>other: the visit</dd>",
    ] {
        assert!(facts.contains(fact), "{fact} is not in\n{facts}");
    }
}

#[test]
fn what_is_not_known_is_not_said() {
    let (entry, _) = ENTRY.split_once("[[storage]]").unwrap();
    let known = |line: &&str| {
        !["controller", "retention", "safeguard"]
            .iter()
            .any(|key| line.trim_start().starts_with(key))
    };
    let entry: Vec<&str> = entry.lines().filter(known).collect();
    let facts = facts(&entry.join("\n"));
    for term in ["Responsible", "Kept by", "Safeguard", "can be read"] {
        assert!(!facts.contains(term), "{term} is in\n{facts}");
    }
    assert!(facts.contains("No information available here"), "{facts}");
}

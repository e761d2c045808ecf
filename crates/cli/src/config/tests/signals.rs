//! `[signals]`.

use super::{load_text, wrong};

#[test]
fn signals_are_off_until_they_are_wanted() {
    let loaded = load_text("no-signals", "[signals]").unwrap();
    assert!(!loaded.settings().signals.any());
    let text = "[signals]\nconsent_mode = \"basic\"\n[[signals.tcf]]\ncategory = \"video\"\npurposes = [1, 8]\n";
    let signals = load_text("signals", text)
        .unwrap()
        .settings()
        .signals
        .clone();
    assert!(signals.consent_mode);
    assert_eq!(signals.platform[0].purposes, [1, 8]);
}

#[test]
fn what_would_reach_third_parties_or_open_to_everybody_is_refused() {
    let text = r#"[signals]
consent_mode = "advanced"
[[signals.tcf]]
category = "unclassified"
purposes = []
[[signals.tcf]]
category = "vidoe"
purposes = [12]
vendors = "all"
[[signals.tcf]]
category = "video"
purposes = [1]
[[signals.tcf]]
category = "video"
"#;
    let found = wrong("wrong-signals", text);
    for expected in [
        "2:16: signals.consent_mode = \"advanced\": expected \"basic\" or \"off\": in the advanced mode tags load",
        "4:12: signals.tcf.category = \"unclassified\": expected",
        "5:12: signals.tcf.purposes: expected at least one",
        "7:12: signals.tcf.category = \"vidoe\": expected",
        "8:13: signals.tcf.purposes = 12: expected a whole number from 1 to 11",
        "9:11: signals.tcf.vendors = \"all\": expected a list of whole numbers",
        "13:1: signals.tcf.purposes is missing",
        "14:12: signals.tcf.category = \"video\": expected each category once",
    ] {
        assert!(
            found.iter().any(|one| one.starts_with(expected)),
            "{expected} in {found:#?}"
        );
    }
    assert_eq!(found.len(), 8, "{found:#?}");
}

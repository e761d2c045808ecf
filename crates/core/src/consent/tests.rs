//! Which decisions a cookie holds, and which of them are in force.

use super::*;

const TODAY: Day = Day(20_778);

fn category(id: &str) -> Subject {
    Subject::Category(id.to_owned())
}

fn service(id: &str) -> Subject {
    Subject::Service(id.to_owned())
}

fn terms() -> Terms {
    let subjects = [
        category("video"),
        category("social"),
        service("player"),
        service("a-1"),
    ];
    let told = |subject: Subject| {
        (
            subject.clone(),
            Fingerprint::of(&format!("about {subject}")),
        )
    };
    Terms {
        days: 180,
        fingerprints: subjects.into_iter().map(told).collect(),
    }
}

fn read(value: &str) -> Consent {
    Consent::parse(value, &terms(), TODAY)
}

/// A cookie of a decision that was made on a day.
fn made(subject: Subject, decision: Decision, day: Day) -> String {
    let mut consent = Consent::default();
    consent.decide(subject, decision);
    consent.cookie(&terms(), day)
}

#[test]
fn what_is_not_understood_is_no_consent() {
    for bad in [
        "",
        "v1.",
        "v1.video",
        "v1.video:2",
        "v1.VIDEO:1",
        "v1.video:1.video:0",
        "v1.@:1",
        "v1 video:1",
        "v1.video:1;x",
        "v1.vidéo:1",
        "v1.video:1:20778:abcd",
        "v2.video:1",
        "v2.video:1:20778",
        "v2.video:1:20778:",
        "v2.video:1::abcd",
        "v2.video:1:+20778:abcd",
        "v2.video:1:-1:abcd",
        "v2.video:1:2077800:abcd",
        "v2.video:1:99999999999999999999:abcd",
        "v2.video:1:20778:abc",
        "v2.video:1:20778:abcde",
        "v2.video:1:20778:ab=d",
        "v2.video:1:20778:abcd:",
        "v2.video:1:20778:abcd.video:1:20778:abcd",
        "v2.video:true:20778:abcd",
        "v3.video:1:20778:abcd",
    ] {
        assert!(read(bad).is_empty(), "{bad}");
    }
    assert!(read(&format!("v1{}", ".video:1".repeat(600))).is_empty());
    let many: String = (0..600).map(|n| format!(".a{n}:1:20778:abcd")).collect();
    assert!(read(&format!("v2{many}")).is_empty(), "8 kB and more");
}

#[test]
fn a_cookie_reads_back() {
    let mut consent = Consent::default();
    consent.decide(category("video"), Decision::Accept);
    consent.decide(service("a-1"), Decision::Refuse);
    let value = consent.cookie(&terms(), TODAY);
    assert!(value.starts_with("v2.video:1:20778:"), "{value}");
    let back = read(&value);
    assert_eq!(back.decision("other", "video"), Some(Decision::Accept));
    assert_eq!(back.decision("a-1", "video"), Some(Decision::Refuse));
    assert_eq!(
        back.cookie(&terms(), Day(20_800)),
        value,
        "each keeps its own day"
    );
    assert_eq!(back.until(&terms()), Some(Day(20_958)));
    assert_eq!(Day(20_958).to_string(), "2027-05-20");
    for empty in ["v1", "v2"] {
        assert_eq!(read(empty), Consent::default());
    }
}

#[test]
fn one_decision_says_nothing_about_another() {
    let mut consent = Consent::default();
    consent.decide(service("a-1"), Decision::Accept);
    assert_eq!(consent.decision("b", "video"), None);
    consent.withdraw(&service("a-1"));
    assert!(consent.is_empty());
}

#[test]
fn a_cookie_of_version_1_is_in_force_and_becomes_version_2_with_the_next_choice() {
    let mut consent = read("v1.video:1.@player:0.@gone:1");
    assert_eq!(consent.decision("other", "video"), Some(Decision::Accept));
    assert_eq!(consent.decision("player", "video"), Some(Decision::Refuse));
    assert_eq!(
        consent.until(&terms()),
        None,
        "nobody knows when it was made"
    );
    consent.decide(category("social"), Decision::Refuse);
    let value = consent.cookie(&terms(), TODAY);
    let plain: Vec<&str> = value
        .split('.')
        .map(|part| part.split_at(part.len().min(8)).0)
        .collect();
    assert_eq!(plain, ["v2", "social:0", "video:1:", "@player:"], "{value}");
    assert_eq!(
        read(&value).decision("player", "video"),
        Some(Decision::Refuse)
    );
    // From then on it ends like any other.
    assert_eq!(
        Consent::parse(&value, &terms(), Day(20_958)).decision("other", "video"),
        None
    );
}

#[test]
fn refusals_last_as_long_as_acceptances_and_neither_longer() {
    for decision in [Decision::Accept, Decision::Refuse] {
        let value = made(category("video"), decision, TODAY);
        for (day, expected) in [
            (20_778, Some(decision)),
            (20_957, Some(decision)),
            (20_958, None),
            (999_999, None),
            // Clocks that differ by a day, and clocks that went wrong.
            (20_777, Some(decision)),
            (20_776, None),
            (0, None),
        ] {
            let consent = Consent::parse(&value, &terms(), Day(day));
            assert_eq!(consent.decision("player", "video"), expected, "{day}");
            let lapse = expected.is_none().then_some(Lapse::Expired);
            assert_eq!(consent.asked_again("player", "video"), lapse, "{day}");
        }
    }
}

#[test]
fn what_changes_is_asked_again() {
    for decision in [Decision::Accept, Decision::Refuse] {
        let value = made(category("video"), decision, TODAY);
        let mut changed = terms();
        changed
            .fingerprints
            .insert(category("video"), Fingerprint::of("sold to somebody else"));
        let consent = Consent::parse(&value, &changed, TODAY);
        assert_eq!(consent.decision("player", "video"), None);
        assert_eq!(consent.asked_again("player", "video"), Some(Lapse::Changed));
        assert_eq!(consent.asked_again("other", "social"), None);
        // Somebody else's entry is untouched; one that is gone counts for nothing.
        changed.fingerprints.remove(&category("video"));
        assert_eq!(
            Consent::parse(&value, &changed, TODAY).decision("player", "video"),
            None
        );
    }
}

#[test]
fn a_refusal_that_has_lapsed_is_not_overruled_by_a_yes_to_the_category() {
    let mut consent = read(&made(service("player"), Decision::Refuse, Day(20_600)));
    consent.decide(category("video"), Decision::Accept);
    let again = |value: &str| {
        let consent = read(value);
        (
            consent.decision("player", "video"),
            consent.asked_again("player", "video"),
        )
    };
    let value = consent.cookie(&terms(), TODAY);
    assert_eq!(
        again(&value),
        (Some(Decision::Refuse), None),
        "two days are left of it"
    );
    let mut consent = Consent::parse(&value, &terms(), Day(20_800));
    let value = consent.cookie(&terms(), Day(20_800));
    let later = Consent::parse(&value, &terms(), Day(20_800));
    assert_eq!(later.decision("player", "video"), None);
    assert_eq!(later.asked_again("player", "video"), Some(Lapse::Expired));
    assert_eq!(later.decision("other", "video"), Some(Decision::Accept));
    // The reader answers, and that is that.
    consent.decide(service("player"), Decision::Accept);
    assert_eq!(consent.decision("player", "video"), Some(Decision::Accept));
    consent.withdraw(&service("player"));
    assert_eq!(consent.decision("player", "video"), Some(Decision::Accept));
    // A no to the category answers for what has lapsed.
    let mut refused = later;
    refused.decide(category("video"), Decision::Refuse);
    assert_eq!(refused.decision("player", "video"), Some(Decision::Refuse));
}

#[test]
fn the_browser_keeps_the_cookie_as_long_as_its_newest_decision() {
    let mut consent = read(&made(category("video"), Decision::Accept, Day(20_678)));
    assert_eq!(consent.days_to_keep(&terms(), TODAY), 80);
    consent.decide(category("social"), Decision::Refuse);
    assert_eq!(consent.days_to_keep(&terms(), TODAY), 180);
    let old = made(category("video"), Decision::Accept, Day(20_400));
    assert_eq!(read(&old).days_to_keep(&terms(), TODAY), 0);
    assert_eq!(
        read(&old).cookie(&terms(), TODAY),
        "v2",
        "twice as old: forgotten"
    );
}

#[test]
fn thirty_separate_decisions_fit_easily() {
    let mut consent = Consent::default();
    let mut terms = terms();
    for n in 0..30 {
        let subject = service(&format!("a-service-of-a-long-name-{n}"));
        terms
            .fingerprints
            .insert(subject.clone(), Fingerprint::of("about it"));
        consent.decide(subject, Decision::Accept);
    }
    assert!(consent.cookie(&terms, TODAY).len() < 2048);
}

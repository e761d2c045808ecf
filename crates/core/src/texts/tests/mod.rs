//! Which language a reader gets, where a text comes from, and what every language must have.

mod languages;

use super::*;

#[test]
fn a_language_is_found_by_its_tag_or_its_primary_language() {
    let texts = Texts::embedded();
    assert_eq!(texts.find("fr-CH").map(Language::code), Some("fr"));
    assert_eq!(texts.find("AR").map(Language::code), Some("ar"));
    assert!(texts.find("tlh").is_none());
    assert_eq!(texts.language("tlh").code(), "en");
    assert_eq!(texts.language("ar").direction(), "rtl");
}

#[test]
fn accept_language_is_weighed() {
    let texts = Texts::embedded();
    let best = |header| texts.accept(header).map(Language::code);
    assert_eq!(best("tlh, de;q=0.5, it;q=0.9"), Some("it"));
    assert_eq!(best("fr;q=0, es"), Some("es"));
    assert_eq!(best("tlh"), None);
    assert_eq!(best(""), None);
}

#[test]
fn counts_choose_the_plural_of_the_language() {
    let texts = Texts::embedded();
    let erased = |code: &str, count: &str| {
        let text = texts
            .language(code)
            .format("receipts-erased", &[("count", count)]);
        text.into_owned()
    };
    assert_eq!(erased("en", "1"), "One receipt has been erased.");
    assert_eq!(erased("en", "2"), "2 receipts have been erased.");
    assert_eq!(erased("fr", "0"), "0 reçu a été effacé.");
    assert_eq!(erased("ar", "2"), "مُحي إيصالان.");
    let title = texts
        .language("en")
        .format("service-title", &[("service", "1")]);
    assert_eq!(title, "About 1");
}

#[test]
fn variables_are_filled_in() {
    let texts = Texts::embedded();
    let title = texts
        .language("en")
        .format("notice-title", &[("service", "S"), ("category", "video")]);
    assert_eq!(title, "Video from S");
}

#[test]
fn a_language_may_stand_for_others() {
    let texts = Texts::embedded();
    let found = |tag| texts.find(tag).map(Language::code);
    assert_eq!(found("nb"), Some("nb"));
    assert_eq!(found("nn-NO"), Some("nb"));
    assert_eq!(found("no"), Some("nb"));
    assert_eq!(found("prs"), Some("fa-AF"));
    assert_eq!(found("fa_af"), Some("fa-AF"));
    assert_eq!(found("fa-IR"), Some("fa"));
    assert_eq!(found("rm-sursilv"), Some("rm"));
    assert_eq!(found("pt-BR"), Some("pt"));
    assert_eq!(
        texts.accept("tlh, nn;q=0.8, en;q=0.5").unwrap().code(),
        "nb"
    );
}

#[test]
fn an_own_file_comes_first_and_the_programs_has_the_rest() {
    let own = ("fr", "accept-once = Oui");
    let region = ("fr-CH", "refuse-all = Non");
    let unknown = ("tlh", "accept-once = HIja’");
    let mut files = embedded_files();
    files.extend([own, region, unknown]);
    let texts = Texts::load(&files).unwrap();
    let french = texts.language("fr");
    assert_eq!(french.text("accept-once"), "Oui");
    assert_eq!(french.text("accept-all"), "Tout accepter");
    assert!(french.missing().is_empty());
    assert!(french.awaits_review());
    let swiss = texts.language("fr-CH");
    assert_eq!(swiss.text("refuse-all"), "Non");
    assert_eq!(swiss.text("accept-once"), "Oui");
    assert!(swiss.missing().contains(&"accept-once"));
    let klingon = texts.language("tlh");
    assert_eq!(klingon.text("accept-once"), "HIja’");
    assert_eq!(klingon.text("refuse-all"), "Refuse all");
    assert_eq!(klingon.text("no-such-text"), "no-such-text");
    assert!(klingon.missing().contains(&"refuse-all"));
    assert!(!klingon.awaits_review());
}

#[test]
fn a_publishers_file_need_not_repeat_the_direction() {
    let mut files = embedded_files();
    files.push(("fa", "loading = { $service } و { $count }"));
    let texts = Texts::load(&files).unwrap();
    let persian = texts.language("fa");
    assert_eq!(persian.direction(), "rtl");
    let text = persian.format("loading", &[("service", "S"), ("count", "12")]);
    assert_eq!(text, "\u{2068}S\u{2069} و \u{2068}۱۲\u{2069}");
}

#[test]
fn dates_and_durations_are_worded() {
    let texts = Texts::embedded();
    let until = |code: &str| {
        let text = texts
            .language(code)
            .format("service-reviewed", &[("date", "2026-11-01")]);
        text.replace(['\u{2068}', '\u{2069}'], "")
    };
    assert_eq!(until("en"), "Last reviewed on 1 November 2026");
    assert_eq!(until("de"), "Zuletzt geprüft: 1. November 2026");
    assert_eq!(
        until("fr"),
        "Dernière vérification\u{a0}: 1er novembre 2026"
    );
    assert_eq!(until("fa"), "آخرین بازبینی: ۱ نوامبر ۲۰۲۶");
    assert_eq!(until("fa-AF"), "آخرین بازبینی: ۱ نومبر ۲۰۲۶");
    let lasts = |code: &str, written: &str| texts.language(code).duration(written);
    assert_eq!(lasts("en", "1 year"), "1 year");
    assert_eq!(lasts("pl", "13 months"), "13 miesięcy");
    assert_eq!(lasts("pl", "2 months"), "2 miesiące");
    assert_eq!(lasts("sl", "2 years"), "2 leti");
    assert_eq!(lasts("cy", "2 days"), "2 ddiwrnod");
    assert_eq!(lasts("de", "session"), "bis der Browser geschlossen wird");
    for other in ["13 months minus a day", "5 seconds", "the visit", ""] {
        assert_eq!(lasts("de", other), other);
    }
}

#[test]
fn names_in_the_other_direction_are_kept_apart() {
    let texts = Texts::embedded();
    let title = |code: &str, name: &str| {
        let text = texts
            .language(code)
            .format("service-title", &[("service", name)]);
        text.into_owned()
    };
    assert_eq!(title("de", "Vimeo"), "Über Vimeo");
    assert_eq!(title("de", "الجزيرة"), "Über \u{2068}الجزيرة\u{2069}");
    assert_eq!(title("ar", "Vimeo"), "نبذة عن \u{2068}Vimeo\u{2069}");
}

#[test]
fn what_cannot_be_read_is_refused() {
    assert!(Texts::load(&[("fr", "a = b")]).is_err());
    assert!(Texts::load(&[("en", "a = b"), ("not a tag", "a = b")]).is_err());
    let error = Texts::load(&[("en", "a = b"), ("fr", "a = b\nc = { $")]).unwrap_err();
    assert!(
        error.to_string().starts_with("texts/fr.ftl: line 2"),
        "{error}"
    );
}

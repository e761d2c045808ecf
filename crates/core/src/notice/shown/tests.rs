use super::*;

#[test]
fn a_document_is_the_same_for_every_reader_and_holds_no_page() {
    let site = Site::for_tests();
    let language = site.texts.language("en");
    let notice = shown_notice(&site, language, "vimeo").unwrap();
    assert!(
        notice.contains("Vimeo") && notice.contains("value=\"refuse\""),
        "{notice}"
    );
    assert!(!notice.contains("<script") && !notice.contains("stylesheet"));
    let service = shown_service(&site, language, "vimeo").unwrap();
    assert!(service.contains("vimeo.com") && !service.contains("client."));
    let preferences = shown_preferences(&site, language, true);
    assert!(preferences.contains("__Host-eu-consent") && preferences.contains("name=\"@vimeo\""));
    assert!(!preferences.contains("<script"));
}

#[test]
fn what_no_service_claims_is_named_by_its_category() {
    let site = Site::for_tests();
    let language = site.texts.language("fr");
    assert!(shown_notice(&site, language, UNCLASSIFIED).is_some());
    assert!(shown_service(&site, language, UNCLASSIFIED).is_some());
    assert_eq!(shown_notice(&site, language, "no-such-service"), None);
}

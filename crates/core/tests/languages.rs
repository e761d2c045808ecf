//! Notices and the gate's pages in every language: whole markup, the right language and direction,
//! names kept apart, nothing untranslated.
#![allow(clippy::unwrap_used)]

mod support;

use jalousie_core::consent::Consent;
use jalousie_core::notice::{
    PageContext, error_page, preferences_page, service_page, unclassified_page,
};
use jalousie_core::site::Site;
use jalousie_core::texts::Language;
use support::{page, plain_site, rewrite, site};

const ISOLATE: char = '\u{2068}';
const END: char = '\u{2069}';

/// Panics unless every element is closed where it should be; all of the gate's markup is XHTML too.
fn assert_whole(markup: &str, what: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in markup.split('<').skip(1) {
        let (tag, _) = tag
            .split_once('>')
            .unwrap_or_else(|| panic!("{what}: a tag without end in {tag}"));
        let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{what}");
        } else if !tag.starts_with('!') && !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{what}: {open:?} are left open");
    let (isolates, ends) = (markup.matches(ISOLATE).count(), markup.matches(END).count());
    assert_eq!(isolates, ends, "{what}: marks of direction");
}

fn assert_language(markup: &str, language: &Language, what: &str) {
    let said = format!(
        "lang=\"{}\" dir=\"{}\"",
        language.code(),
        language.direction()
    );
    assert!(markup.contains(&said), "{what} does not say {said}");
}

/// All texts a reader may see, of elements without others in them.
fn texts(markup: &str) -> impl Iterator<Item = &str> {
    markup
        .split('>')
        .filter_map(|part| part.split('<').next())
        .map(str::trim)
        .filter(|text| !text.is_empty())
}

fn notice(site: &Site, language: &Language) -> String {
    let html = format!(
        "<!DOCTYPE html><html lang=\"{}\"><meta charset=\"utf-8\"><body>\
         <iframe src=\"https://third.example/player\"></iframe></body></html>",
        language.code()
    );
    let (out, _) = rewrite(site.clone().into(), page(), [html.as_bytes()]).unwrap();
    let out = String::from_utf8(out).unwrap();
    let start = out.find("<figure").unwrap();
    let end = out.rfind("</figure>").unwrap() + "</figure>".len();
    out[start..end].to_owned()
}

fn contexts(site: &Site) -> impl Iterator<Item = PageContext<'_>> {
    static NONE: std::sync::LazyLock<Consent> = std::sync::LazyLock::new(Consent::default);
    site.texts.languages().map(move |language| PageContext {
        site,
        language,
        consent: &NONE,
        gpc: true,
        https: true,
        back: "/",
    })
}

#[test]
fn notices_are_whole_in_every_language() {
    let site = plain_site();
    let english = notice(&site, site.texts.language("en"));
    let count = texts(&english).count();
    for language in site.texts.languages() {
        let (code, markup) = (language.code(), notice(&site, language));
        assert_whole(&markup, code);
        assert_language(&markup, language, code);
        assert_eq!(texts(&markup).count(), count, "{code}");
        let isolated = format!("{ISOLATE}third.example{END}");
        let rtl = language.direction() == "rtl";
        assert_eq!(markup.contains(&isolated), rtl, "{code}: the host's name");
        // What a reader is asked weighs the same: both are buttons of the same class.
        assert_eq!(markup.matches("value=\"accept\"").count(), 2, "{code}");
        assert_eq!(markup.matches("value=\"refuse\"").count(), 1, "{code}");
    }
}

#[test]
fn pages_are_whole_in_every_language() {
    let site = site();
    let services = site.catalogue.services();
    // One that has as much to say as there is.
    let service = services
        .iter()
        .max_by_key(|service| {
            let said = service.storage.len() + service.data.len();
            let stated = [
                service.frame.is_some(),
                service.country.is_some(),
                service.controller.is_some(),
            ];
            said + stated.iter().filter(|stated| **stated).count() * 10
        })
        .unwrap();
    let ids = [
        "preferences-intro",
        "withdraw-limits",
        "choice-ask",
        "service-country",
        "service-purpose",
        "error-token",
    ];
    for context in contexts(&site) {
        let (language, code) = (context.language, context.language.code());
        let pages = [
            preferences_page(&context, true, &[service.id.clone()].into()),
            service_page(&context, service),
            unclassified_page(&context),
            error_page(&context, "error-token"),
        ];
        for page in &pages {
            assert_whole(page, code);
            assert_language(page, language, code);
            for text in texts(page) {
                // A text that is nowhere is given as its id.
                assert!(!ids.contains(&text), "{code}: {text}");
                assert!(
                    !text.contains("{ $") && !text.contains("{$"),
                    "{code}: {text}"
                );
            }
        }
        if code != "en" {
            let others = PageContext {
                language: site.texts.language("en"),
                ..context
            };
            let english = error_page(&others, "error-token");
            let same = texts(&pages[3]).filter(|text| texts(&english).any(|other| other == *text));
            assert_eq!(same.count(), 0, "{code}");
        }
    }
}

//! What a reader is shown about a choice, as documents that a receipt can refer to: rendered by the
//! same code as what readers see, but the same for everyone, and without the page's own words.

use super::{Html, Notice, PageContext, Shown, preferences_page, service_page, unclassified_page};
use crate::catalogue::{Size, UNCLASSIFIED};
use crate::consent::Consent;
use crate::frame::{Content, Holds};
use crate::site::Site;
use crate::texts::Language;

/// The notice before a content of a service; `None` if there is no such service.
pub fn shown_notice(site: &Site, language: &Language, service: &str) -> Option<String> {
    let (name, category) = match site.catalogue.service(service) {
        Some(service) => (service.name.clone(), service.category.as_str()),
        // Its notice names the host; a receipt does not, for it would tell what was read.
        None if service == UNCLASSIFIED => {
            let name = language.format("category-name", &[("category", UNCLASSIFIED)]);
            (name.into_owned(), UNCLASSIFIED)
        }
        None => return None,
    };
    let content = Content {
        service: service.to_owned(),
        holds: Holds::Iframe { src: String::new() },
        title: None,
        link: None,
    };
    let notice = Notice {
        site,
        language,
        number: 1,
        heading: 2,
        service,
        category,
        name: &name,
        content: Some((&content, "")),
        size: Size::default(),
        styles: true,
        words: b"",
        title: b"",
        link: None,
        page: "/",
        prefix: &site.prefix,
        shown: Shown::Closed,
        again: None,
    };
    let mut html = Html::new(false);
    notice.write(&mut html);
    Some(document(language, &html.into_string()))
}

/// The page about a service, which is one click away from its notice; `None` if there is no such service.
pub fn shown_service(site: &Site, language: &Language, service: &str) -> Option<String> {
    let consent = Consent::default();
    let context = context(site, language, &consent, true);
    let page = match site.catalogue.service(service) {
        Some(service) => service_page(&context, service),
        None if service == UNCLASSIFIED => unclassified_page(&context),
        None => return None,
    };
    Some(document(language, main(&page)))
}

/// The page of choices, with all categories and services of the site, before any choice.
pub fn shown_preferences(site: &Site, language: &Language, https: bool) -> String {
    let consent = Consent::default();
    let services = site.catalogue.services().iter();
    let all = services.map(|service| service.id.clone()).collect();
    let page = preferences_page(&context(site, language, &consent, https), false, &all);
    document(language, main(&page))
}

fn context<'a>(
    site: &'a Site,
    language: &'a Language,
    consent: &'a Consent,
    https: bool,
) -> PageContext<'a> {
    PageContext {
        site,
        language,
        consent,
        gpc: false,
        https,
        back: "/",
    }
}

/// What a page of ours says: without its head, whose asset names change with every version.
fn main(page: &str) -> &str {
    let inner = page.split_once("<main>").map_or(page, |(_, rest)| rest);
    inner
        .rsplit_once("</main>")
        .map_or(inner, |(inner, _)| inner)
}

fn document(language: &Language, body: &str) -> String {
    let mut html = Html::new(false);
    html.markup("<!DOCTYPE html>\n<html")
        .attribute("lang", language.code());
    html.attribute("dir", language.direction())
        .markup("><head><meta charset=\"utf-8\" />");
    html.markup(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" /><title>",
    );
    html.text(&language.text("receipt-texts"))
        .markup("</title></head><body><main>");
    html.raw(body.as_bytes()).markup("</main></body></html>\n");
    html.into_string()
}

#[cfg(test)]
mod tests;

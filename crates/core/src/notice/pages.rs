//! The gate's own pages: a service, an embed alone, errors.

use super::{Html, assets};
use crate::catalogue::{Reader, Service, Storage, UNCLASSIFIED};
use crate::consent::Consent;
use crate::frame::{Content, FramePlace};
use crate::site::Site;
use crate::texts::Language;

/// What every page of the gate needs to know.
#[derive(Clone, Copy, Debug)]
pub struct PageContext<'a> {
    /// The site.
    pub site: &'a Site,
    /// The reader's language.
    pub language: &'a Language,
    /// The reader's decisions.
    pub consent: &'a Consent,
    /// The reader's browser sends `Sec-GPC: 1`, and the site honours it.
    pub gpc: bool,
    /// The page is read over https.
    pub https: bool,
    /// Where the reader came from: a path of the site.
    pub back: &'a str,
}

impl PageContext<'_> {
    pub(super) fn text(&self, id: &str) -> std::borrow::Cow<'_, str> {
        self.language.text(id)
    }

    pub(super) fn category_name(&self, id: &str) -> String {
        self.language
            .format("category-name", &[("category", id)])
            .into_owned()
    }

    /// Opens a page: head, the way back, and a heading.
    pub(super) fn open(&self, title: &str) -> Html {
        let mut html = self.head(title);
        html.markup("<header><p><a");
        html.attribute("href", self.back)
            .markup(">")
            .text(&self.text("back"))
            .markup("</a></p></header>");
        self.heading(html, title)
    }

    /// Opens what stands in a frame of a page: there is no way back from it.
    fn open_in_frame(&self, title: &str) -> Html {
        self.heading(self.head(title), title)
    }

    fn head(&self, title: &str) -> Html {
        let mut html = Html::new(false);
        html.markup("<!DOCTYPE html>\n<html")
            .attribute("lang", self.language.code());
        html.attribute("dir", self.language.direction())
            .markup("><head><meta charset=\"utf-8\" />");
        html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />");
        html.markup("<meta name=\"robots\" content=\"noindex\" /><title>")
            .text(title);
        if let Some(name) = &self.site.name {
            html.text(" – ").text(name);
        }
        html.markup("</title><link rel=\"stylesheet\"");
        html.attribute(
            "href",
            &format!("{}{}", self.site.prefix, assets::style().name),
        )
        .markup(" />");
        // A choice made on this page is news to the site's other open tabs: the client tells them.
        html.markup("<script").attribute(
            "src",
            &format!("{}{}", self.site.prefix, assets::client().name),
        );
        super::write_client_data(&mut html, &self.site.prefix, self.site, self.https);
        html.markup("></script></head>");
        html.markup("<body class=\"jalousie-page\">");
        html
    }

    fn heading(&self, mut html: Html, title: &str) -> Html {
        html.markup("<main><h1>").text(title).markup("</h1>");
        html
    }

    pub(super) fn close(&self, mut html: Html) -> String {
        html.markup("</main></body></html>\n");
        html.into_string()
    }

    pub(super) fn paragraph(&self, html: &mut Html, id: &str) {
        html.markup("<p>").text(&self.text(id)).markup("</p>");
    }

    pub(super) fn form(&self, html: &mut Html, scope: &str) {
        html.markup("<form method=\"post\"")
            .attribute("action", &format!("{}consent", self.site.prefix));
        html.markup(">").hidden("scope", scope);
        html.hidden(
            "return",
            &format!("{}preferences?saved=1&{}", self.site.prefix, self.query()),
        );
        // A receipt says in which language the reader was asked.
        html.hidden("lang", self.language.code());
    }

    /// The query by which another page of the gate knows the language and the way back.
    pub(super) fn query(&self) -> String {
        let back: String = url::form_urlencoded::byte_serialize(self.back.as_bytes()).collect();
        format!("lang={}&return={back}", self.language.code())
    }

    pub(super) fn button(&self, html: &mut Html, decision: &str, text: &str) {
        html.markup("<button class=\"jalousie-button\" name=\"decision\"")
            .attribute("value", decision);
        html.markup(">").text(&self.text(text)).markup("</button>");
    }
}

/// Everything the catalogue knows of a service, for the reader.
pub fn service_page(context: &PageContext<'_>, service: &Service) -> String {
    let language = context.language;
    let about = [("service", service.name.as_str())];
    let mut html = context.open(&language.format("service-title", &about));
    html.markup("<dl>");
    fact(context, &mut html, "service-recipient", &service.entity);
    let country = service.country.as_deref();
    let country = country.map(|code| country_name(language, code));
    for (term, value) in [
        ("service-controller", &service.controller),
        ("service-country", &country),
        ("service-safeguard", &service.safeguard),
    ] {
        facts(context, &mut html, term, value.iter().cloned().collect());
    }
    fact(
        context,
        &mut html,
        "service-category",
        &context.category_name(&service.category),
    );
    let purpose = language.format("category-purpose", &[("category", &service.category)]);
    fact(context, &mut html, "service-purpose", &purpose);
    let kinds = service
        .data
        .iter()
        .map(|kind| language.format("data-kind", &[("kind", kind)]).into_owned());
    facts(context, &mut html, "service-data", kinds.collect());
    let retention = service.retention.iter();
    let retention = retention.map(|kept| language.duration(kept)).collect();
    facts(context, &mut html, "service-retention", retention);
    let stored = service
        .storage
        .iter()
        .map(|item| stored(language, service, item));
    let mut stored: Vec<String> = stored.collect();
    if stored.is_empty() {
        stored.push(context.text("service-storage-unknown").into_owned());
    }
    facts(context, &mut html, "service-storage", stored);
    let hosts = service
        .frame
        .iter()
        .flat_map(|frame| frame.hosts.iter().map(ToString::to_string));
    facts(context, &mut html, "service-hosts", hosts.collect());
    html.markup("</dl><p><a")
        .attribute("href", &service.privacy)
        .markup(" rel=\"noreferrer noopener\">");
    html.text(&language.format("service-policy", &about))
        .markup("</a></p><p>");
    html.text(&language.format(
        "service-reviewed",
        &[("date", &service.reviewed.to_string())],
    ))
    .markup("</p><p>");
    html.text(&context.text("service-withdraw")).markup(" <a");
    let preferences = format!("{}preferences?{}", context.site.prefix, context.query());
    html.attribute("href", &preferences)
        .markup(">")
        .text(&context.text("preferences"))
        .markup("</a></p>");
    context.close(html)
}

/// Something that a service stores on the reader's device, in a reader's words.
fn stored(language: &Language, service: &Service, item: &Storage) -> String {
    let about = [
        ("name", item.name.as_str()),
        ("duration", item.duration.as_str()),
    ];
    let words = language.format("service-storage-item", &about);
    let reader = match item.reader {
        Some(Reader::ThirdParty) => "service-storage-third",
        Some(Reader::FirstParty) => "service-storage-first",
        None => return words.into_owned(),
    };
    let reader = language.format(reader, &[("service", &service.name)]);
    format!("{words} · {reader}")
}

/// A country by its ISO 3166 code, in a reader's words.
pub(super) fn country_name(language: &Language, code: &str) -> String {
    language
        .format("country-name", &[("country", code)])
        .into_owned()
}

fn fact(context: &PageContext<'_>, html: &mut Html, term: &str, value: &str) {
    facts(context, html, term, vec![value.to_owned()]);
}

fn facts(context: &PageContext<'_>, html: &mut Html, term: &str, values: Vec<String>) {
    if values.is_empty() {
        return;
    }
    html.markup("<dt>")
        .text(&context.text(term))
        .markup("</dt>");
    for value in values {
        html.markup("<dd>").text(&value).markup("</dd>");
    }
}

/// What is known of content that no service claims: that nothing is.
pub fn unclassified_page(context: &PageContext<'_>) -> String {
    let name = context.category_name(UNCLASSIFIED);
    let mut html = context.open(&name);
    html.markup("<p>")
        .text(
            &context
                .language
                .format("category-purpose", &[("category", UNCLASSIFIED)]),
        )
        .markup("</p>");
    context.paragraph(&mut html, "service-withdraw");
    context.close(html)
}

/// Names readers see for a content: its service's, or the host it is on.
fn content_name(site: &Site, content: &Content) -> String {
    let host = || {
        let url = url::Url::parse(content.link.as_deref()?).ok()?;
        url.host_str().map(str::to_owned)
    };
    match site.catalogue.service(&content.service) {
        Some(service) => service.name.clone(),
        None => host().unwrap_or_else(|| content.service.clone()),
    }
}

fn content_category<'a>(site: &'a Site, content: &Content) -> &'a str {
    site.catalogue
        .service(&content.service)
        .map_or(UNCLASSIFIED, |service| &service.category)
}

/// What readers call a content: "Video from …".
pub(crate) fn content_title(site: &Site, language: &Language, content: &Content) -> String {
    let name = content_name(site, content);
    let kind = site.kind_of(&content.service);
    language
        .format("notice-title", &[("service", &name), ("category", kind)])
        .into_owned()
}

/// An embed alone on a page of the site, for readers without JavaScript; `frame` is its frame's address.
pub fn view_page(context: &PageContext<'_>, content: &Content, frame: &str) -> String {
    let title = content_title(context.site, context.language, content);
    let mut html = context.open(&title);
    html.markup("<div class=\"jalousie\"><iframe class=\"jalousie-frame\"")
        .attribute("src", frame);
    html.attribute("title", &title)
        .attribute("allow", &content.allow(context.site));
    let place = if context.site.frame_origin.is_some() {
        FramePlace::FrameHost
    } else {
        FramePlace::Site
    };
    if let Some(sandbox) = content.sandbox(place) {
        html.attribute("sandbox", &sandbox);
    }
    html.markup(" allowfullscreen=\"\"></iframe></div>");
    if let Some(link) = &content.link {
        let host = url::Url::parse(link)
            .ok()
            .and_then(|url| url.host_str().map(str::to_owned))
            .unwrap_or_default();
        html.markup("<p><a")
            .attribute("href", link)
            .markup(" rel=\"noreferrer noopener\">");
        html.text(&context.language.format("preview-link", &[("host", &host)]))
            .markup("</a></p>");
    }
    withdraw_form(context, content, &mut html);
    context.close(html)
}

fn withdraw_form(context: &PageContext<'_>, content: &Content, html: &mut Html) {
    let category = content_category(context.site, content);
    html.markup("<form method=\"post\"")
        .attribute("action", &format!("{}consent", context.site.prefix))
        .markup(">");
    html.hidden("scope", "category")
        .hidden("category", category)
        .hidden("service", &content.service);
    html.hidden("return", context.back)
        .hidden("lang", context.language.code());
    html.markup("<p class=\"jalousie-buttons\">");
    html.markup("<button class=\"jalousie-button\" name=\"decision\" value=\"withdraw\">");
    let name = context.category_name(category);
    html.text(
        &context
            .language
            .format("withdraw", &[("category-name", &name)]),
    )
    .markup("</button></p></form>");
}

/// What a frame shows when the reader has not agreed: the question, in small.
///
/// `token` is what was asked for; the form reloads the page around the frame.
pub fn frame_refused(context: &PageContext<'_>, content: &Content, token: &str) -> String {
    let site = context.site;
    let (name, category) = (content_name(site, content), content_category(site, content));
    let category_name = context.category_name(category);
    let about = [
        ("service", name.as_str()),
        ("category-name", category_name.as_str()),
    ];
    let title = content_title(site, context.language, content);
    let mut html = if context.back == format!("{}frame/{token}", site.prefix) {
        context.open_in_frame(&title)
    } else {
        context.open(&title)
    };
    html.markup("<p>")
        .text(&context.language.format("notice-reason", &about))
        .markup("</p>");
    let again = context.consent.asked_again(&content.service, category);
    for (_, text, _) in super::LAPSES
        .iter()
        .filter(|(_, _, why)| again == Some(*why))
    {
        context.paragraph(&mut html, text);
    }
    html.markup("<div class=\"jalousie-choices\">");
    for (scope, decision, text) in [
        ("once", "accept", "accept-once"),
        ("category", "accept", "accept-category"),
        ("category", "refuse", "refuse"),
    ] {
        html.markup("<form method=\"post\"")
            .attribute("action", &format!("{}consent", site.prefix))
            .markup(">");
        html.hidden("scope", scope)
            .hidden("service", &content.service)
            .hidden("category", category);
        html.hidden("token", token)
            .hidden("return", context.back)
            .hidden("lang", context.language.code());
        html.markup("<button class=\"jalousie-button\" name=\"decision\"")
            .attribute("value", decision)
            .markup(">");
        html.text(&context.language.format(text, &about))
            .markup("</button></form>");
    }
    html.markup("</div>");
    context.close(html)
}

/// A page that says what went wrong in a reader's words: the text `id`.
pub fn error_page(context: &PageContext<'_>, id: &str) -> String {
    let mut html = context.open(&context.text("error-title"));
    context.paragraph(&mut html, id);
    context.close(html)
}

//! What stands in the place of an embed, and the gate's own pages.

mod assets;
mod choices;
mod common;
mod html;
mod pages;
mod receipts;
mod shown;
mod template;
#[cfg(test)]
mod tests;

pub use assets::{
    Asset, client, consent_mode, consent_mode_source, guard, guard_sources, platform, style,
};
pub use choices::preferences_page;
pub(crate) use html::Html;
pub(crate) use pages::content_title;
pub use pages::{
    PageContext, error_page, frame_refused, service_page, unclassified_page, view_page,
};
pub use receipts::{OwnReceipts, receipts_page};
pub use shown::{shown_notice, shown_preferences, shown_service};
pub use template::Templates;

use crate::catalogue::Size;
use crate::consent::{Lapse, Subject};
use crate::frame::Content;
use crate::site::Site;
use crate::texts::Language;
use common::Common;
use template::{Slot, Template};
use url::{Position, Url};

/// Everything a notice says.
#[derive(Debug)]
pub(crate) struct Notice<'a> {
    pub(crate) site: &'a Site,
    pub(crate) language: &'a Language,
    /// Which notice of the page it is, from 1.
    pub(crate) number: usize,
    /// Level of its heading, 2 to 6.
    pub(crate) heading: u8,
    /// Id of the service, or `unclassified`.
    pub(crate) service: &'a str,
    pub(crate) category: &'a str,
    /// What readers call the service: its name, or the host.
    pub(crate) name: &'a str,
    /// What would be shown, and its token; `None` where the markup does not say enough to show it.
    pub(crate) content: Option<(&'a Content, &'a str)>,
    pub(crate) size: Size,
    /// Whether the page's policy admits `style` attributes; else the client is told the size.
    pub(crate) styles: bool,
    /// The content's own words: safe markup in the page's encoding.
    pub(crate) words: &'a [u8],
    /// The content's title: text in the page's encoding, references not decoded.
    pub(crate) title: &'a [u8],
    /// The content's public page.
    pub(crate) link: Option<&'a Url>,
    /// Path of the page, to come back to.
    pub(crate) page: &'a str,
    /// Where the gate's own addresses begin.
    pub(crate) prefix: &'a str,
    /// The reader's decision, where the page may show it.
    pub(crate) shown: Shown,
    /// Why the reader is asked again, where the page may show it.
    pub(crate) again: Option<Lapse>,
}

/// Why a reader is asked again: the class of the words that say so, and the words.
const LAPSES: [(&str, &str, Lapse); 2] = [
    ("jalousie-changed", "ask-again-changed", Lapse::Changed),
    ("jalousie-expired", "ask-again-expired", Lapse::Expired),
];

/// How a notice is rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// As a notice: the page is the same for everyone, or there is no decision.
    Closed,
    /// As a short notice: the reader refused.
    Refused,
    /// As the content's frame: the reader accepted.
    Open,
}

impl Notice<'_> {
    /// Adds the notice to `html`.
    pub(crate) fn write(&self, html: &mut Html) {
        let common = Common {
            site: self.site,
            language: self.language,
            service: self.service,
            category: self.category,
            name: self.name,
            host: self.link.and_then(Url::host_str).unwrap_or_default(),
            runs_scripts: self.content.map(|(content, _)| content.runs_scripts()),
            has_words: !self.words.is_empty() || !self.title.is_empty(),
            has_link: self.link.is_some(),
            prefix: self.prefix,
            shown: self.shown,
            again: self.again,
            ascii: html.is_ascii(),
        };
        let templates = &self.site.templates;
        let template = templates.get(common.key(), || common.template());
        let number = self.number.to_string();
        template.fill(html, |html, slot| {
            match slot {
                Slot::Number => html.markup(&number),
                Slot::Heading => html.markup(HEADINGS[usize::from(self.heading.min(6))]),
                Slot::Token => html.markup(self.content.map_or("", |(_, token)| token)),
                Slot::Page => html.text(self.page),
                Slot::Back => {
                    let back = url::form_urlencoded::byte_serialize(self.page.as_bytes());
                    back.fold(html, |html, part| html.markup(part))
                }
                Slot::Size => self.size(html),
                Slot::Words => self.words(html),
                Slot::Link => html.text(self.link.map_or("", Url::as_str)),
                Slot::Nonce => html,
            };
        });
    }

    /// The attribute with the custom properties that reserve its space, if it has a size.
    fn size<'h>(&self, html: &'h mut Html) -> &'h mut Html {
        let properties = size_properties(self.size);
        match properties.as_str() {
            "" => html,
            properties if self.styles => html.attribute("style", properties),
            properties => html.attribute("data-jalousie-size", properties),
        }
    }

    fn words<'h>(&self, html: &'h mut Html) -> &'h mut Html {
        if self.words.is_empty() {
            html.markup("<p class=\"jalousie-words\" lang=\"\" dir=\"auto\">")
                .raw_text(self.title)
                .markup("</p>")
        } else {
            html.markup("<blockquote class=\"jalousie-words\" lang=\"\" dir=\"auto\">")
                .raw(self.words)
                .markup("</blockquote>")
        }
    }
}

/// Levels as they stand in a tag's name.
const HEADINGS: [&str; 7] = ["6", "1", "2", "3", "4", "5", "6"];

/// The custom properties that reserve a notice's space.
fn size_properties(size: Size) -> String {
    let mut properties = Vec::new();
    if let Some((width, height)) = size.aspect_ratio {
        properties.push(format!("--jalousie-ratio:{width}/{height}"));
    }
    let pixels = [
        ("height", size.height),
        ("min-height", size.min_height),
        ("max-width", size.max_width),
    ];
    for (name, value) in pixels {
        if let Some(value) = value {
            properties.push(format!("--jalousie-{name}:{value}px"));
        }
    }
    properties.join(";")
}

/// The link to the reader's choices that the gate adds to pages.
pub(crate) fn write_preferences_link(
    html: &mut Html,
    prefix: &str,
    language: &Language,
    page: &str,
) {
    let back: String = url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
    let address = format!("{prefix}preferences?lang={}&return={back}", language.code());
    // The style sheet comes with notices only, and this line is on pages without any.
    html.markup("<nav class=\"jalousie-preferences\" style=\"padding:1em;text-align:center\"")
        .attribute("lang", language.code());
    let words = language.text("preferences");
    html.attribute("dir", language.direction())
        .attribute("aria-label", &words)
        .markup("><a")
        .attribute("href", &address)
        .markup(">");
    html.text(&words).markup("</a></nav>");
}

/// The style sheet's link.
pub(crate) fn write_style(html: &mut Html, prefix: &str) {
    html.markup("<link rel=\"stylesheet\"")
        .attribute("href", &format!("{prefix}{}", style().name))
        .markup(" />");
}

/// The client's script, with what it must know of the site.
pub(crate) fn write_client(
    html: &mut Html,
    prefix: &str,
    site: &Site,
    page: &Url,
    nonce: Option<&str>,
) {
    let https = page.scheme() == "https";
    let key = ["client", prefix, if https { "https" } else { "http" }].join("\0");
    let template = site.templates.get(key, || {
        let mut html = Html::new(true);
        html.markup("<script")
            .attribute("src", &format!("{prefix}{}", client().name));
        write_client_data(&mut html, prefix, site, https);
        html.slot(Slot::Nonce).markup("></script>");
        Template::new(html)
    });
    template.fill(html, |html, _| write_nonce(html, nonce));
}

/// What the client must know of the site.
fn write_client_data(html: &mut Html, prefix: &str, site: &Site, https: bool) {
    html.attribute("data-cookie", &site.cookie_name(https));
    html.attribute("data-days", &site.consent_days.to_string());
    html.attribute("data-prefix", prefix);
    let terms = site.terms();
    let categories = site.catalogue.categories().iter().filter_map(|category| {
        let subject = Subject::Category(category.id.clone());
        let fingerprint = terms.fingerprints.get(&subject)?;
        Some(format!("{}:{fingerprint}", category.id))
    });
    let categories: Vec<String> = categories.collect();
    html.attribute("data-terms", &categories.join(" "));
}

/// The guard, with the hosts that it lets through: the page's own is one of them. `in_markup`: it
/// stands where a script's text may be read as markup.
pub(crate) fn write_guard(
    html: &mut Html,
    prefix: &str,
    site: &Site,
    page: &Url,
    nonce: Option<&str>,
    in_markup: bool,
) {
    let own = &page[Position::BeforeHost..Position::AfterPort];
    let admitted = site.admitted_hosts(page).map(ToString::to_string);
    let hosts = [own.to_owned()].into_iter().chain(admitted);
    let hosts: Vec<String> = hosts.chain(site.opened_sources()).collect();
    html.markup("<script")
        .attribute("data-prefix", prefix)
        .attribute("data-hosts", &hosts.join(" "));
    write_nonce(html, nonce);
    let (open, close) = if in_markup {
        html.attribute("xmlns", "http://www.w3.org/1999/xhtml");
        assets::IN_MARKUP
    } else {
        ("", "")
    };
    html.markup(">").markup(open).markup(guard()).markup(close);
    html.markup("</script>");
}

/// What tells tags and listens to a consent platform, where the site wants that.
pub(crate) fn write_signals(
    html: &mut Html,
    prefix: &str,
    site: &Site,
    page: &Url,
    nonce: Option<&str>,
) {
    let https = page.scheme() == "https";
    if site.signals.consent_mode {
        html.markup("<script")
            .attribute("data-signals", &site.consent_mode_signals());
        write_client_data(html, prefix, site, https);
        write_nonce(html, nonce);
        html.markup(">").markup(consent_mode()).markup("</script>");
    }
    if !site.signals.platform.is_empty() {
        html.markup("<script defer=\"defer\"")
            .attribute("src", &format!("{prefix}{}", platform().name))
            .attribute("data-tcf", &site.signals.platform_rules());
        write_client_data(html, prefix, site, https);
        write_nonce(html, nonce);
        html.markup("></script>");
    }
}

fn write_nonce(html: &mut Html, nonce: Option<&str>) {
    if let Some(nonce) = nonce {
        html.attribute("nonce", nonce);
    }
}

//! What stands in the place of an embed, and the gate's own pages.

mod assets;
mod choices;
mod common;
mod html;
mod own;
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
use own::write_client_data;
pub(crate) use own::{OwnElements, write_preferences_link};
pub(crate) use pages::content_title;
pub use pages::{
    PageContext, error_page, frame_refused, service_page, unclassified_page, view_page,
};
pub use receipts::{OwnReceipts, receipts_page};
pub use shown::{shown_notice, shown_preferences, shown_service};
pub use template::Templates;

use crate::catalogue::Size;
use crate::consent::Lapse;
use crate::frame::Content;
use crate::site::Site;
use crate::texts::Language;
use common::Common;
use template::Slot;
use url::Url;

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

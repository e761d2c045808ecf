//! What stands in the place of an embed, and the gate's own pages.

mod assets;
mod choices;
mod html;
mod pages;
mod receipts;
mod shown;
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

use crate::catalogue::Size;
use crate::consent::{Lapse, Subject};
use crate::frame::{Content, FramePlace};
use crate::site::Site;
use crate::texts::{About, Language, Phrases};
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
        let phrases = self.language.phrases(About {
            service: self.name,
            kind: self.site.kind_of(self.service),
            category: self.category,
            host: self.link.and_then(Url::host_str).unwrap_or_default(),
        });
        let (phrases, title) = (&*phrases, &phrases.title);
        let id = format!("jalousie-{}", self.number);
        self.figure(html, &id);
        // Without a name of its own: the figure has one, and readers need not hear it again.
        html.markup("<section class=\"jalousie-notice\"");
        html.markup(if self.shown == Shown::Open {
            " hidden=\"hidden\">"
        } else {
            ">"
        });
        self.heading(html, &id, title);
        self.reason(html, phrases);
        self.choices(html, phrases);
        self.links(html, phrases);
        html.markup("</section>");
        if self.shown == Shown::Open {
            self.frame(html, title);
        }
        self.withdraw(html, phrases);
        self.status(html, phrases);
        self.preview(html, phrases);
        html.markup("</figure>");
    }

    fn figure(&self, html: &mut Html, id: &str) {
        html.markup("<figure class=\"jalousie\"")
            .attribute("id", id)
            .markup(" data-jalousie=\"embed\"");
        html.attribute("data-service", self.service)
            .attribute("data-category", self.category);
        html.attribute("data-jalousie-terms", &self.terms());
        if let Some((content, token)) = self.content {
            html.attribute(
                "data-jalousie-frame",
                &format!("{}frame/{token}", self.prefix),
            );
            html.attribute("data-jalousie-allow", &content.allow(self.site));
            if let Some(sandbox) = content.sandbox(self.place()) {
                html.attribute("data-jalousie-sandbox", &sandbox);
            }
        }
        match self.shown {
            Shown::Open => html.attribute("data-jalousie-state", "accepted"),
            Shown::Refused => html.attribute("data-jalousie-state", "refused"),
            Shown::Closed => html,
        };
        html.attribute("lang", self.language.code())
            .attribute("dir", self.language.direction());
        let size = size_properties(self.size);
        if !size.is_empty() {
            let name = if self.styles {
                "style"
            } else {
                "data-jalousie-size"
            };
            html.attribute(name, &size);
        }
        html.attribute("aria-labelledby", &format!("{id}-title"))
            .markup(">");
    }

    /// What a remembered decision must agree with: the category's fingerprint, and the service's.
    fn terms(&self) -> String {
        let terms = self.site.terms();
        let category = Subject::Category(self.category.to_owned());
        let service = Subject::Service(self.service.to_owned());
        let fingerprints = [category, service].map(|subject| {
            let fingerprint = terms.fingerprints.get(&subject);
            fingerprint.map(ToString::to_string).unwrap_or_default()
        });
        fingerprints.join(" ").trim_end().to_owned()
    }

    fn place(&self) -> FramePlace {
        if self.site.frame_origin.is_some() {
            FramePlace::FrameHost
        } else {
            FramePlace::Site
        }
    }

    fn heading(&self, html: &mut Html, id: &str, title: &str) {
        let tag = format!("h{}", self.heading);
        html.markup("<")
            .markup(&tag)
            .markup(" class=\"jalousie-title\"")
            .attribute("id", &format!("{id}-title"));
        html.markup(">")
            .text(title)
            .markup("</")
            .markup(&tag)
            .markup(">");
    }

    fn reason(&self, html: &mut Html, phrases: &Phrases) {
        html.markup("<p class=\"jalousie-reason\">")
            .text(&phrases.reason)
            .markup(" ");
        html.text(if self.content.is_some() {
            &phrases.about_category
        } else {
            &phrases.unavailable
        });
        html.markup("</p><p class=\"jalousie-refused\"");
        html.markup(if self.shown == Shown::Refused {
            ">"
        } else {
            " hidden=\"hidden\">"
        });
        html.text(&phrases.refused).markup("</p>");
        html.markup("<p class=\"jalousie-gpc\" hidden=\"hidden\">")
            .text(&phrases.gpc_refused)
            .markup("</p>");
        for (class, text, lapse) in LAPSES {
            html.markup("<p").attribute("class", class);
            html.markup(if self.again == Some(lapse) {
                ">"
            } else {
                " hidden=\"hidden\">"
            });
            html.text(&self.language.text(text)).markup("</p>");
        }
    }

    fn choices(&self, html: &mut Html, phrases: &Phrases) {
        html.markup("<div class=\"jalousie-choices\">");
        if self.content.is_some() {
            self.form(html, "", "once");
            self.button(html, "accept", &phrases.accept_once, phrases);
            html.markup("</form>");
        }
        self.form(html, "", "category");
        self.button(html, "accept", &phrases.accept_category, phrases);
        self.button(html, "refuse", &phrases.refuse, phrases);
        html.markup("</form></div>");
    }

    fn form(&self, html: &mut Html, attributes: &str, scope: &str) {
        html.markup("<form method=\"post\"")
            .attribute("action", &format!("{}consent", self.prefix));
        html.markup(attributes).markup(">").hidden("scope", scope);
        html.hidden("service", self.service)
            .hidden("category", self.category);
        html.hidden("token", self.content.map_or("", |(_, token)| token));
        html.hidden("return", &format!("{}#jalousie-{}", self.page, self.number));
        html.hidden("lang", self.language.code());
    }

    fn button(&self, html: &mut Html, decision: &str, text: &str, phrases: &Phrases) {
        html.markup("<button class=\"jalousie-button\" name=\"decision\"")
            .attribute("value", decision)
            .markup(">")
            .text(text);
        html.markup(" <span class=\"jalousie-hidden\">")
            .text(&phrases.button_service)
            .markup("</span></button>");
    }

    fn links(&self, html: &mut Html, phrases: &Phrases) {
        let (prefix, service) = (self.prefix, self.service);
        let back: String = url::form_urlencoded::byte_serialize(self.page.as_bytes()).collect();
        let language = self.language.code();
        let query = format!("?lang={language}&return={back}%23jalousie-{}", self.number);
        html.markup("<p class=\"jalousie-links\"><a")
            .attribute("href", &format!("{prefix}service/{service}{query}"));
        html.markup(">").text(&phrases.more_info).markup("</a> <a");
        html.attribute("href", &format!("{prefix}preferences{query}"))
            .markup(">");
        html.text(&phrases.preferences).markup("</a></p>");
    }

    fn frame(&self, html: &mut Html, title: &str) {
        let Some((content, token)) = self.content else {
            return;
        };
        html.markup("<iframe class=\"jalousie-frame\"");
        html.attribute("src", &format!("{}frame/{token}", self.prefix))
            .attribute("title", title);
        html.attribute("allow", &content.allow(self.site));
        if let Some(sandbox) = content.sandbox(self.place()) {
            html.attribute("sandbox", &sandbox);
        }
        html.markup(" allowfullscreen=\"\" loading=\"lazy\"></iframe>");
    }

    fn withdraw(&self, html: &mut Html, phrases: &Phrases) {
        let hidden = if self.shown == Shown::Open {
            ""
        } else {
            " hidden=\"hidden\""
        };
        self.form(
            html,
            &format!(" class=\"jalousie-withdraw\"{hidden}"),
            "category",
        );
        self.button(html, "withdraw", &phrases.withdraw, phrases);
        html.markup("</form>");
    }

    fn status(&self, html: &mut Html, phrases: &Phrases) {
        html.markup("<p class=\"jalousie-status\" role=\"status\"");
        html.attribute("data-loading", &phrases.loading);
        html.attribute("data-shown", &phrases.shown).markup("></p>");
    }

    fn preview(&self, html: &mut Html, phrases: &Phrases) {
        if self.words.is_empty() && self.title.is_empty() && self.link.is_none() {
            return;
        }
        html.markup("<figcaption class=\"jalousie-preview\">");
        if !self.words.is_empty() {
            html.markup("<blockquote class=\"jalousie-words\" lang=\"\" dir=\"auto\">")
                .raw(self.words)
                .markup("</blockquote>");
        } else if !self.title.is_empty() {
            html.markup("<p class=\"jalousie-words\" lang=\"\" dir=\"auto\">")
                .raw_text(self.title)
                .markup("</p>");
        }
        if !self.words.is_empty() || !self.title.is_empty() {
            html.element("p", "jalousie-attribution", &phrases.attribution);
        }
        if let Some(link) = self.link {
            html.markup("<p class=\"jalousie-link\"><a")
                .attribute("href", link.as_str());
            html.markup(" rel=\"noreferrer noopener\">");
            html.text(&phrases.link).markup("</a></p>");
        }
        html.markup("</figcaption>");
    }
}

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
    html.markup("<script")
        .attribute("src", &format!("{prefix}{}", client().name));
    write_client_data(html, prefix, site, page.scheme() == "https");
    write_nonce(html, nonce);
    html.markup("></script>");
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

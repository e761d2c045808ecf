//! The gate's own elements in pages: its scripts, its style sheet, the link to the reader's choices.

use super::template::{Slot, Template};
use super::{Html, assets};
use crate::consent::Subject;
use crate::site::Site;
use crate::texts::Language;
use url::{Position, Url};

/// What the gate adds to a page beside notices.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OwnElements<'a> {
    /// Where the gate's own addresses begin.
    pub(crate) prefix: &'a str,
    pub(crate) site: &'a Site,
    pub(crate) page: &'a Url,
    /// By which the site's own policy admits scripts.
    pub(crate) nonce: Option<&'a str>,
}

impl OwnElements<'_> {
    /// The style sheet's link.
    pub(crate) fn style(&self, html: &mut Html) {
        html.markup("<link rel=\"stylesheet\"")
            .attribute("href", &format!("{}{}", self.prefix, assets::style().name))
            .markup(" />");
    }

    /// The client's script, with what it must know of the site.
    pub(crate) fn client(&self, html: &mut Html) {
        self.written_once("client", html, |html, https| {
            html.markup("<script")
                .attribute("src", &format!("{}{}", self.prefix, assets::client().name));
            write_client_data(html, self.prefix, self.site, https);
            html.slot(Slot::Nonce).markup("></script>");
        });
    }

    /// What tells tags and listens to a consent platform, where the site wants that.
    pub(crate) fn signals(&self, html: &mut Html) {
        self.written_once("signals", html, |html, https| {
            let (site, signals) = (self.site, &self.site.signals);
            if signals.consent_mode {
                html.markup("<script")
                    .attribute("data-signals", &site.consent_mode_signals());
                write_client_data(html, self.prefix, site, https);
                html.slot(Slot::Nonce)
                    .markup(">")
                    .markup(assets::consent_mode())
                    .markup("</script>");
            }
            if !signals.platform.is_empty() {
                let address = format!("{}{}", self.prefix, assets::platform().name);
                html.markup("<script defer=\"defer\"")
                    .attribute("src", &address)
                    .attribute("data-tcf", &signals.platform_rules());
                write_client_data(html, self.prefix, site, https);
                html.slot(Slot::Nonce).markup("></script>");
            }
        });
    }

    /// What depends on the site and on how its pages are reached is written once; `write` writes it.
    fn written_once(&self, name: &str, html: &mut Html, write: impl FnOnce(&mut Html, bool)) {
        let https = self.page.scheme() == "https";
        let key = [name, self.prefix, if https { "https" } else { "http" }].join("\0");
        let template = self.site.templates.get(key, || {
            let mut html = Html::new(true);
            write(&mut html, https);
            Template::new(html)
        });
        template.fill(html, |html, _| self.nonce(html));
    }

    /// The guard, with the hosts that it lets through: the page's own is one of them. `in_markup`: it
    /// stands where a script's text may be read as markup.
    pub(crate) fn guard(&self, html: &mut Html, in_markup: bool) {
        let own = &self.page[Position::BeforeHost..Position::AfterPort];
        let admitted = self.site.admitted_hosts(self.page).map(ToString::to_string);
        let hosts = [own.to_owned()].into_iter().chain(admitted);
        let hosts: Vec<String> = hosts.chain(self.site.opened_sources()).collect();
        html.markup("<script")
            .attribute("data-prefix", self.prefix)
            .attribute("data-hosts", &hosts.join(" "));
        self.nonce(html);
        let (open, close) = if in_markup {
            html.attribute("xmlns", "http://www.w3.org/1999/xhtml");
            assets::IN_MARKUP
        } else {
            ("", "")
        };
        html.markup(">")
            .markup(open)
            .markup(assets::guard())
            .markup(close);
        html.markup("</script>");
    }

    fn nonce(&self, html: &mut Html) {
        if let Some(nonce) = self.nonce {
            html.attribute("nonce", nonce);
        }
    }
}

/// What the gate's scripts must know of the site.
pub(super) fn write_client_data(html: &mut Html, prefix: &str, site: &Site, https: bool) {
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

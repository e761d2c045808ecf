//! What the notices of one service have in common: nearly everything.

use super::template::{Slot, Template};
use super::{Html, LAPSES, Shown};
use crate::consent::{Lapse, Subject};
use crate::frame::{FramePlace, allow, sandbox};
use crate::site::Site;
use crate::texts::{About, Language, Phrases};

/// All that decides what a notice says, but for what its slots are for.
#[derive(Debug)]
pub(super) struct Common<'a> {
    pub(super) site: &'a Site,
    pub(super) language: &'a Language,
    pub(super) service: &'a str,
    pub(super) category: &'a str,
    pub(super) name: &'a str,
    /// Host of the content's public page.
    pub(super) host: &'a str,
    /// Whether the content is scripts; `None`: it cannot be shown.
    pub(super) runs_scripts: Option<bool>,
    pub(super) has_words: bool,
    pub(super) has_link: bool,
    pub(super) prefix: &'a str,
    pub(super) shown: Shown,
    pub(super) again: Option<Lapse>,
    pub(super) ascii: bool,
}

impl Common<'_> {
    /// Two that come out differently on one site have different keys.
    pub(super) fn key(&self) -> String {
        let words = [
            self.service,
            self.category,
            self.name,
            self.host,
            self.prefix,
            self.language.code(),
        ];
        let choices = [
            match self.runs_scripts {
                None => '-',
                Some(false) => 'f',
                Some(true) => 's',
            },
            match self.shown {
                Shown::Closed => 'c',
                Shown::Refused => 'r',
                Shown::Open => 'o',
            },
            match self.again {
                None => '-',
                Some(Lapse::Changed) => 'c',
                Some(Lapse::Expired) => 'e',
            },
        ];
        let flags = [self.has_words, self.has_link, self.ascii];
        let flags = flags.map(|flag| if flag { '1' } else { '0' });
        // No name has this character in it.
        let mut key = words.join("\0");
        key.push('\0');
        key.extend(choices.into_iter().chain(flags));
        key
    }

    /// The notice with its slots.
    pub(super) fn template(&self) -> Template {
        let phrases = &self.language.phrases(About {
            service: self.name,
            kind: self.site.kind_of(self.service),
            category: self.category,
            host: self.host,
        });
        let title = phrases.title.as_str();
        let mut html = Html::new(self.ascii);
        self.figure(&mut html);
        // Without a name of its own: the figure has one, and readers need not hear it again.
        html.markup("<section class=\"jalousie-notice\"");
        html.markup(if self.shown == Shown::Open {
            " hidden=\"hidden\">"
        } else {
            ">"
        });
        self.heading(&mut html, title);
        self.reason(&mut html, phrases);
        self.choices(&mut html, phrases);
        self.links(&mut html, phrases);
        html.markup("</section>");
        if self.shown == Shown::Open {
            self.frame(&mut html, title);
        }
        self.withdraw(&mut html, phrases);
        self.status(&mut html, phrases);
        self.preview(&mut html, phrases);
        html.markup("</figure>");
        Template::new(html)
    }

    fn figure(&self, html: &mut Html) {
        html.markup("<figure class=\"jalousie\" id=\"jalousie-")
            .slot(Slot::Number)
            .markup("\" data-jalousie=\"embed\"");
        html.attribute("data-service", self.service)
            .attribute("data-category", self.category);
        html.attribute("data-jalousie-terms", &self.terms());
        if let Some(runs_scripts) = self.runs_scripts {
            self.frame_address(html, "data-jalousie-frame");
            html.attribute("data-jalousie-allow", &self.allow(runs_scripts));
            if runs_scripts {
                html.attribute("data-jalousie-sandbox", &self.sandbox());
            }
        }
        match self.shown {
            Shown::Open => html.attribute("data-jalousie-state", "accepted"),
            Shown::Refused => html.attribute("data-jalousie-state", "refused"),
            Shown::Closed => html,
        };
        html.attribute("lang", self.language.code())
            .attribute("dir", self.language.direction())
            .slot(Slot::Size);
        html.markup(" aria-labelledby=\"jalousie-")
            .slot(Slot::Number)
            .markup("-title\">");
    }

    /// An attribute with the address of the frame.
    fn frame_address(&self, html: &mut Html, name: &str) {
        html.markup(" ").markup(name).markup("=\"");
        html.text(self.prefix)
            .markup("frame/")
            .slot(Slot::Token)
            .markup("\"");
    }

    fn allow(&self, runs_scripts: bool) -> String {
        allow(self.site, self.service, runs_scripts)
    }

    fn sandbox(&self) -> String {
        sandbox(if self.site.frame_origin.is_some() {
            FramePlace::FrameHost
        } else {
            FramePlace::Site
        })
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

    fn heading(&self, html: &mut Html, title: &str) {
        html.markup("<h").slot(Slot::Heading);
        html.markup(" class=\"jalousie-title\" id=\"jalousie-")
            .slot(Slot::Number)
            .markup("-title\">")
            .text(title);
        html.markup("</h").slot(Slot::Heading).markup(">");
    }

    fn reason(&self, html: &mut Html, phrases: &Phrases) {
        html.markup("<p class=\"jalousie-reason\">")
            .text(&phrases.reason)
            .markup(" ");
        html.text(if self.runs_scripts.is_some() {
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
        if self.runs_scripts.is_some() {
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
        html.markup("<input type=\"hidden\" name=\"token\" value=\"")
            .slot(Slot::Token);
        html.markup("\" /><input type=\"hidden\" name=\"return\" value=\"")
            .slot(Slot::Page)
            .markup("#jalousie-")
            .slot(Slot::Number)
            .markup("\" />");
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
        html.markup("<p class=\"jalousie-links\">");
        self.link(html, &format!("service/{}", self.service));
        html.text(&phrases.more_info).markup("</a> ");
        self.link(html, "preferences");
        html.text(&phrases.preferences).markup("</a></p>");
    }

    /// The start tag of a link to a page of the gate's own, which knows the way back.
    fn link(&self, html: &mut Html, path: &str) {
        html.markup("<a href=\"").text(self.prefix).text(path);
        html.markup("?lang=")
            .text(self.language.code())
            .markup("&amp;return=")
            .slot(Slot::Back);
        html.markup("%23jalousie-").slot(Slot::Number).markup("\">");
    }

    fn frame(&self, html: &mut Html, title: &str) {
        let Some(runs_scripts) = self.runs_scripts else {
            return;
        };
        html.markup("<iframe class=\"jalousie-frame\"");
        self.frame_address(html, "src");
        html.attribute("title", title)
            .attribute("allow", &self.allow(runs_scripts));
        if runs_scripts {
            html.attribute("sandbox", &self.sandbox());
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
        if !self.has_words && !self.has_link {
            return;
        }
        html.markup("<figcaption class=\"jalousie-preview\">");
        if self.has_words {
            html.slot(Slot::Words);
            html.element("p", "jalousie-attribution", &phrases.attribution);
        }
        if self.has_link {
            html.markup("<p class=\"jalousie-link\"><a href=\"")
                .slot(Slot::Link)
                .markup("\" rel=\"noreferrer noopener\">");
            html.text(&phrases.link).markup("</a></p>");
        }
        html.markup("</figcaption>");
    }
}

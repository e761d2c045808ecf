//! What the gate adds to a page: its client, its style sheet, its guard, the link to the reader's choices.

use super::gate::Gate;
use super::resource::runs_script;
use super::scanner::{Output, StartTag};
use crate::notice::{self, Html, OwnElements};
use std::mem;

/// Which of the gate's parts a page has already.
#[derive(Debug, Default)]
pub(super) struct Additions {
    /// The style sheet and the client.
    assets: bool,
    guard: bool,
    /// The first element was met.
    begun: bool,
    /// The page runs scripts.
    runs: bool,
    signals: bool,
    preferences_link: bool,
}

impl Additions {
    /// For a part of a page that has them already; `assets`: the style sheet and the client too.
    pub(super) fn of_page(assets: bool) -> Self {
        Additions {
            assets,
            guard: true,
            signals: true,
            preferences_link: true,
            ..Additions::default()
        }
    }
}

impl Gate {
    fn own_elements(&self) -> OwnElements<'_> {
        OwnElements {
            prefix: &self.prefix,
            site: &self.site,
            page: &self.page.url,
            nonce: self.page.nonce.as_deref(),
        }
    }

    /// The style sheet and the client, before the first notice.
    ///
    /// Where scripts run, nothing in a `noscript` does: there only the style is added, and again outside.
    pub(super) fn add_assets(&mut self, html: &mut Html) {
        if self.additions.assets {
            return;
        }
        if self.srcdoc_depth > 0 {
            // The page's header does not reach into this document.
            html.markup("<meta http-equiv=\"x-dns-prefetch-control\" content=\"off\" />");
        }
        self.own_elements().style(html);
        if !self.in_noscript {
            self.own_elements().client(html);
            self.additions.assets = true;
        }
    }

    /// Whether the page is yet to get what tells tags.
    pub(super) fn wants_signals(&self) -> bool {
        self.page.signals && !self.additions.signals && self.site.signals.any()
    }

    /// What tells tags what they may do, before the first script that could be or load one.
    pub(super) fn add_signals(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) {
        let here = !self.page.xml && !self.in_noscript && !tag.foreign && self.srcdoc_depth == 0;
        if !here || !self.wants_signals() {
            return;
        }
        self.additions.signals = true;
        let mut html = Html::new(!self.utf8);
        self.own_elements().signals(&mut html);
        output.replace(tag.start, tag.start, &html.into_bytes());
    }

    /// Whether the page is yet to get its guard.
    pub(super) fn wants_guard(&self) -> bool {
        self.page.guard && !self.additions.guard
    }

    /// The guard, before whatever could first run a script that creates external content: it has to be there first.
    pub(super) fn add_guard(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) {
        if self.in_noscript || !self.wants_guard() {
            return;
        }
        let first = !mem::replace(&mut self.additions.begun, true);
        self.additions.runs |= runs_script(tag);
        // Nothing may stand before the element that is the whole of an XML document.
        if !self.additions.runs || (tag.xml && first) {
            return;
        }
        self.additions.guard = true;
        let mut html = Html::new(!self.utf8);
        let in_markup = tag.holds_markup() || !tag.plain;
        self.own_elements().guard(&mut html, in_markup);
        output.replace(tag.start, tag.start, &html.into_bytes());
    }

    /// The way to the reader's choices from every page, where the publisher wants the gate to add it.
    pub(super) fn add_preferences_link(&mut self, at: usize, output: &mut Output<'_>) {
        if !self.site.preferences_link || mem::replace(&mut self.additions.preferences_link, true) {
            return;
        }
        self.ensure_language();
        let mut html = Html::new(!self.utf8);
        let language = self
            .site
            .texts
            .language(self.language.as_deref().unwrap_or_default());
        notice::write_preferences_link(&mut html, &self.prefix, language, &self.page_path);
        output.replace(at, at, &html.into_bytes());
    }
}

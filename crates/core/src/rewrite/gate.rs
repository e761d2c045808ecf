//! The rewriter's decisions, tag by tag.

use super::additions::Additions;
use super::holding::{Holding, Then};
use super::resource::{Edits, edited, lower_name, may_load};
use super::scanner::{EndTag, Handler, Output, Position, StartTag};
use super::{Finding, Kind, Page, css, glance};
use crate::address::{Target, decode, is_network};
use crate::catalogue::UNCLASSIFIED;
use crate::site::Site;
use std::sync::Arc;
use url::Url;

/// Bytes that one embed's own markup may take; what is longer is no embed of a known form.
pub(super) const UNIT_LIMIT: usize = 256 * 1024;

/// The state of one page's rewriting.
#[derive(Debug)]
pub(super) struct Gate {
    pub(super) site: Arc<Site>,
    pub(super) page: Page,
    /// What relative addresses are relative to: the page, or its `<base>`. A third party's is put aside.
    pub(super) base: Url,
    base_seen: bool,
    /// Where the gate's own addresses begin.
    pub(super) prefix: String,
    /// Path and query of the page.
    pub(super) page_path: String,
    pub(super) utf8: bool,
    /// All browsers read the page in the same encoding.
    pub(super) certain_charset: bool,
    pub(super) language: Option<String>,
    /// Whether the page said, or failed to say, its language.
    pub(super) language_settled: bool,
    /// Whether notices are in the reader's language, for want of any other.
    pub(super) language_negotiated: bool,
    /// Level of the last heading.
    pub(super) heading: u8,
    pub(super) number: usize,
    pub(super) additions: Additions,
    pub(super) in_noscript: bool,
    /// Units are not looked for: this markup was looked at as one already.
    pub(super) no_units: bool,
    pub(super) srcdoc_depth: usize,
    pub(super) holding: Option<Holding>,
    pub(super) findings: Vec<Finding>,
    /// Token of the last notice.
    pub(super) last_token: String,
    known_tags: glance::Known,
}

impl Gate {
    pub(super) fn new(site: Arc<Site>, page: Page, utf8: bool) -> Self {
        let page_path = match page.url.query() {
            Some(query) => format!("{}?{query}", page.url.path()),
            None => page.url.path().to_owned(),
        };
        Gate {
            base: page.url.clone(),
            base_seen: false,
            prefix: site.prefix.clone(),
            page_path,
            utf8,
            certain_charset: utf8,
            language: None,
            language_settled: false,
            language_negotiated: false,
            heading: 1,
            number: 0,
            additions: Additions::default(),
            in_noscript: false,
            no_units: false,
            srcdoc_depth: 0,
            holding: None,
            findings: Vec::new(),
            last_token: String::new(),
            known_tags: glance::Known::default(),
            site,
            page,
        }
    }

    /// Where `address`, character references decoded, leads.
    pub(super) fn target(&self, address: &str) -> Target {
        let trimmed = address.trim_matches(|c: char| c <= ' ');
        if trimmed.is_empty() || trimmed.starts_with('#') {
            return Target::Admitted;
        }
        match self.base.join(trimmed) {
            Ok(url) if !is_network(&url) || self.site.admits_for_all(&self.page.url, &url) => {
                Target::Admitted
            }
            Ok(url) if self.site.opens(&url) => Target::Opened(Box::new(url)),
            Ok(url) => Target::External(Box::new(url)),
            Err(_) => Target::Unreadable,
        }
    }

    /// The language of notices: the page's, else the answer's, else the reader's, else the site's.
    pub(super) fn ensure_language(&mut self) {
        self.language_settled = true;
        if self.language.is_none() {
            let texts = &self.site.texts;
            let header = self
                .page
                .content_language
                .as_deref()
                .and_then(|tag| texts.find(tag));
            self.language_negotiated = header.is_none();
            let found = match header {
                Some(language) => language.code(),
                None => self
                    .site
                    .readers_language(self.page.accept_language.as_deref()),
            };
            self.language = Some(found.to_owned());
        }
    }

    fn note_context(&mut self, tag: &StartTag<'_>) {
        match tag.name.len() {
            2 if tag.name[0] | 0x20 == b'h' && (b'1'..=b'6').contains(&tag.name[1]) => {
                self.heading = tag.name[1] - b'0'
            }
            4 if tag.is("html") => {
                let tag_value = tag
                    .attribute("lang")
                    .or_else(|| tag.attribute("xml:lang"))
                    .map(decode);
                let known = tag_value
                    .and_then(|value| self.site.texts.find(&value).map(|l| l.code().to_owned()));
                if self.language.is_none() && known.is_some() {
                    self.language = known;
                }
                self.language_settled = true;
            }
            4 if tag.is("base") => self.note_base(tag),
            _ => {}
        }
        // The first element after a doctype decides: without an html tag there is no language.
        self.language_settled = true;
    }

    /// Notes what relative addresses lead to from here on. What leads to a third party is put aside later.
    fn note_base(&mut self, tag: &StartTag<'_>) {
        let Some(href) = tag
            .attribute("href")
            .filter(|_| !self.base_seen && !tag.foreign)
        else {
            return;
        };
        let Ok(url) = self.page.url.join(decode(href).trim()) else {
            return;
        };
        if !matches!(url.scheme(), "http" | "https") || !self.site.admits(&self.page.url, &url) {
            return;
        }
        self.base_seen = true;
        if url.origin() != self.page.url.origin() {
            // Elsewhere the gate does not answer.
            self.prefix = format!(
                "{}{}",
                self.page.url.origin().ascii_serialization(),
                self.site.prefix
            );
        }
        self.base = url;
    }

    /// Neutralises what `tag` would load, if anything.
    pub(super) fn neutralise(
        &mut self,
        tag: &StartTag<'_>,
        mut edits: Edits,
        output: &mut Output<'_>,
    ) {
        if edits.list.is_empty() && !edits.disarm {
            return;
        }
        output.replace(tag.start, tag.end(), &edited(tag, &edits));
        if edits.text.is_empty() {
            return;
        }
        let names = match &edits.url {
            Some(url) => self.site.claim(url),
            None => (UNCLASSIFIED, UNCLASSIFIED),
        };
        let names = (names.0.to_owned(), names.1.to_owned());
        let url = edits.url.take().map_or(edits.text, String::from);
        self.report(
            Kind::Resource,
            names,
            url,
            lower_name(tag.name).into_owned(),
            output.position(tag.start),
        );
    }

    pub(super) fn hold(&mut self, holding: Holding, start: usize, output: &mut Output<'_>) {
        output.hold_from(start);
        self.holding = Some(holding);
    }

    /// Replaces the addresses of third parties in a style sheet.
    pub(super) fn neutralise_css(&self, css: &str, first: &mut Option<String>) -> Option<String> {
        css::neutralise(css, |address| {
            let external = !self.target(address).is_admitted() || self.data_is_external(address);
            if external && first.is_none() {
                *first = Some(address.to_owned());
            }
            external
        })
    }
}

impl Handler for Gate {
    fn pass(&mut self, window: &[u8], at: usize, limit: usize) -> usize {
        // What is held grows with each tag, and the first tag of all settles the language.
        if self.holding.is_some() || !self.language_settled {
            return at;
        }
        let interest = glance::Interest {
            marks: self.site.catalogue.marks(),
            scripts: self.wants_guard() || self.wants_signals(),
        };
        let passed = glance::pass(window, at, limit, &interest, &mut self.known_tags);
        self.heading = passed.heading.unwrap_or(self.heading);
        passed.to
    }

    fn start_tag(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) {
        if self.holding.is_some() && self.start_tag_while_holding(tag, output) {
            return;
        }
        self.note_context(tag);
        self.add_guard(tag, output);
        if tag.ambiguous {
            let position = output.position(tag.start);
            // What it holds is decided when it is complete, and its attributes with it.
            return self.hold(
                Holding::element(tag, Then::Ambiguous(position)),
                tag.start,
                output,
            );
        }
        match tag.name.len() {
            5 if tag.is("frame") => self.on_frame(tag, output),
            5 if tag.is("embed") => self.on_embed(tag, output),
            5 if tag.is("style") => self.on_style(tag, output),
            6 if tag.is("iframe") => self.on_iframe(tag, output),
            6 if tag.is("script") => {
                self.add_signals(tag, output);
                self.on_script(tag, output);
            }
            8 if tag.is("noscript") && !tag.holds_markup() => {
                let then = Then::Noscript(output.position(tag.start));
                self.hold_element(tag, then, output);
            }
            _ => {
                if !self.on_unit(tag, output) && may_load(tag) {
                    let edits = self.edits(tag);
                    self.neutralise(tag, edits, output);
                }
            }
        }
    }

    fn end_tag(&mut self, tag: &EndTag<'_>, output: &mut Output<'_>) {
        if self.holding.is_some() {
            self.end_tag_while_holding(tag, output);
        }
        if tag.name.eq_ignore_ascii_case(b"body")
            && self.holding.is_none()
            && !self.in_noscript
            && self.srcdoc_depth == 0
        {
            self.add_preferences_link(tag.start, output);
        }
    }

    fn oversized_tag(&mut self, start: Position) {
        self.report_unseen("oversized", start);
    }

    fn style_sheet(&mut self, raw: &[u8], start: usize, output: &mut Output<'_>) {
        self.on_style_sheet_instruction(raw, start, output);
    }
}

//! The rewriter's decisions, tag by tag.

use super::additions::Additions;
use super::address::{Target, decode, is_network, may_leave_base};
use super::embed::{Embed, is_hidden};
use super::holding::Holding;
use super::resource::{Edit, Edits, escape_attribute, lower_name};
use super::scanner::{EndTag, Handler, Output, Position, StartTag};
use super::{Finding, Kind, Page, css, rewrite_fragment};
use crate::catalogue::UNCLASSIFIED;
use crate::site::Site;
use std::sync::Arc;
use url::Url;

/// How deep documents in `srcdoc` attributes may stand in each other.
const SRCDOC_DEPTH: usize = 3;

/// Bytes that one embed's own markup may take; what is longer is no embed of a known form.
pub(super) const UNIT_LIMIT: usize = 256 * 1024;

/// The state of one page's rewriting.
#[derive(Debug)]
pub(super) struct Gate {
    pub(super) site: Arc<Site>,
    pub(super) page: Page,
    /// What relative addresses are relative to: the page, or its `<base>`.
    pub(super) base: Url,
    base_seen: bool,
    /// The base is a third party's: every relative address leads there.
    base_external: bool,
    /// Path and query of the page.
    pub(super) page_path: String,
    pub(super) utf8: bool,
    pub(super) language: Option<String>,
    /// Whether the page said, or failed to say, its language.
    pub(super) language_settled: bool,
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
    /// Tokens of the notices so far.
    pub(super) tokens: Vec<String>,
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
            base_external: false,
            page_path,
            utf8,
            language: None,
            language_settled: false,
            heading: 1,
            number: 0,
            additions: Additions::default(),
            in_noscript: false,
            no_units: false,
            srcdoc_depth: 0,
            holding: None,
            findings: Vec::new(),
            tokens: Vec::new(),
            site,
            page,
        }
    }

    /// Whether a raw value could be external at all: quick, and right in the cases that count.
    pub(super) fn may_be_external(&self, raw: &[u8]) -> bool {
        self.base_external || may_leave_base(raw)
    }

    /// Where `address`, character references decoded, leads.
    pub(super) fn target(&self, address: &str) -> Target {
        let trimmed = address.trim_matches(|c: char| c <= ' ');
        if trimmed.is_empty() || trimmed.starts_with('#') {
            return Target::Admitted;
        }
        match self.base.join(trimmed) {
            Ok(url) if !is_network(&url) || self.site.admits(&self.page.url, &url) => Target::Admitted,
            Ok(url) => Target::External(Box::new(url)),
            Err(_) => Target::Unreadable,
        }
    }

    /// The page's bytes as text.
    pub(super) fn text_of(&self, bytes: &[u8]) -> String {
        match self.page.charset {
            Some(encoding) if !self.utf8 => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            _ => String::from_utf8_lossy(bytes).into_owned(),
        }
    }

    /// The language of notices: the page's, else the answer's, else the reader's, else the site's.
    pub(super) fn ensure_language(&mut self) {
        self.language_settled = true;
        if self.language.is_none() {
            let texts = &self.site.texts;
            let header = self.page.content_language.as_deref().and_then(|tag| texts.find(tag));
            let reader = || self.page.accept_language.as_deref().and_then(|header| texts.accept(header));
            let found = header.or_else(reader).map(|language| language.code().to_owned());
            self.language = Some(found.unwrap_or_else(|| self.site.language.clone()));
        }
    }

    fn note_context(&mut self, tag: &StartTag<'_>) {
        match tag.name.len() {
            2 if tag.name[0] | 0x20 == b'h' && (b'1'..=b'6').contains(&tag.name[1]) => self.heading = tag.name[1] - b'0',
            4 if tag.is("html") => {
                let tag_value = tag.attribute("lang").or_else(|| tag.attribute("xml:lang")).map(decode);
                let known = tag_value.and_then(|value| self.site.texts.find(&value).map(|l| l.code().to_owned()));
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

    fn note_base(&mut self, tag: &StartTag<'_>) {
        let Some(href) = tag.attribute("href").filter(|_| !self.base_seen) else { return };
        self.base_seen = true;
        if let Ok(url) = self.page.url.join(decode(href).trim()) {
            if matches!(url.scheme(), "http" | "https") {
                self.base_external = !self.site.admits(&self.page.url, &url);
                self.base = url;
            }
        }
    }

    /// Neutralises what `tag` would load, if anything.
    pub(super) fn neutralise(&mut self, tag: &StartTag<'_>, mut edits: Edits, output: &mut Output<'_>) {
        if edits.list.is_empty() {
            return;
        }
        self.write_edited(tag, &edits, output);
        if edits.text.is_empty() {
            return;
        }
        let names = match &edits.url {
            Some(url) => self.site.claim(url),
            None => (UNCLASSIFIED, UNCLASSIFIED),
        };
        let names = (names.0.to_owned(), names.1.to_owned());
        let url = edits.url.take().map_or(edits.text, String::from);
        self.report(Kind::Resource, names, url, lower_name(tag.name).into_owned(), output.position(tag.start));
    }

    fn on_iframe(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) {
        let found = self.addressed(tag, &["src"], output.position(tag.start)).filter(|_| !is_hidden(tag) && !tag.foreign);
        match found {
            Some(embed) => self.hold(Holding::element(tag, super::holding::Then::Notice(embed)), tag.start, output),
            None => {
                let mut edits = self.edits(tag);
                self.edit_srcdoc(tag, &mut edits);
                self.neutralise(tag, edits, output);
            }
        }
    }

    /// The document in a `srcdoc` attribute is rewritten like a page.
    fn edit_srcdoc(&mut self, tag: &StartTag<'_>, edits: &mut Edits) {
        let Some(attribute) = tag.attributes().find(|a| a.is("srcdoc")) else { return };
        let document = decode(attribute.value).into_owned();
        let rewritten = match self.srcdoc_depth {
            SRCDOC_DEPTH => Some(Vec::new()),
            _ => rewrite_fragment(self, &document),
        };
        if let Some(rewritten) = rewritten {
            edits.list.push((attribute.span, Edit::Overwrite(escape_attribute(&rewritten))));
        }
    }

    /// A `<frame>` cannot hold a notice beside it: it shows the gate's own frame document, which asks.
    fn on_frame(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) {
        let mut edits = self.edits(tag);
        if let Some(url) = edits.url.clone() {
            let embed = self.addressed(tag, &["src"], output.position(tag.start));
            let token = embed.and_then(|embed| embed.token(self));
            for (span, edit) in &mut edits.list {
                let is_src = tag.raw[span.name.0..span.name.1].eq_ignore_ascii_case(b"src");
                if let (true, Some(token)) = (is_src, &token) {
                    *edit = Edit::Replace(format!("{}frame/{token}", self.site.prefix).into_bytes());
                }
            }
            edits.url = Some(url);
        }
        self.neutralise(tag, edits, output);
    }

    fn on_script(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) {
        let kind = decode(tag.attribute("type").unwrap_or_default());
        if kind.trim().eq_ignore_ascii_case("speculationrules") {
            let position = output.position(tag.start);
            self.hold(Holding::element(tag, super::holding::Then::Speculation(position)), tag.start, output);
            return;
        }
        let edits = self.edits(tag);
        if let Some(url) = edits.url.clone() {
            if let Some(embed) = self.recognise(tag, Some(url), output.position(tag.start)) {
                self.hold(Holding::element(tag, super::holding::Then::Notice(embed)), tag.start, output);
                return;
            }
        }
        self.neutralise(tag, edits, output);
    }

    fn on_unit(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) -> bool {
        if self.no_units || tag.foreign {
            return false;
        }
        let position = output.position(tag.start);
        let holding = if tag.is("object") || tag.is("video") || tag.is("audio") {
            Holding::unit(tag, Embed::new(tag, None, position), false)
        } else if self.may_be_container(tag) {
            match self.recognise(tag, None, position) {
                Some(embed) => Holding::unit(tag, embed, true),
                None => return false,
            }
        } else {
            return false;
        };
        self.hold(holding, tag.start, output);
        true
    }

    fn may_be_container(&self, tag: &StartTag<'_>) -> bool {
        if tag.spans.is_empty() {
            return false;
        }
        let mut buffer = [0u8; 16];
        let Some(name) = buffer.get_mut(..tag.name.len()) else { return false };
        name.copy_from_slice(tag.name);
        name.make_ascii_lowercase();
        std::str::from_utf8(name).is_ok_and(|name| self.site.catalogue.may_be_container(name))
    }

    fn on_embed(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) {
        match self.addressed(tag, &["src"], output.position(tag.start)).filter(|_| !is_hidden(tag) && !tag.foreign) {
            Some(embed) => {
                output.replace(tag.start, tag.end(), b"");
                self.write_notice(embed, output);
            }
            None => {
                let edits = self.edits(tag);
                self.neutralise(tag, edits, output);
            }
        }
    }

    pub(super) fn hold(&mut self, holding: Holding, start: usize, output: &mut Output<'_>) {
        output.hold_from(start);
        self.holding = Some(holding);
    }

    /// Replaces the addresses of third parties in a style sheet.
    pub(super) fn neutralise_css(&self, css: &str, first: &mut Option<String>) -> Option<String> {
        css::neutralise(css, |address| {
            let external = !self.target(address).is_admitted();
            if external && first.is_none() {
                *first = Some(address.to_owned());
            }
            external
        })
    }
}

impl Handler for Gate {
    fn start_tag(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) {
        if self.holding.is_some() && self.start_tag_while_holding(tag, output) {
            return;
        }
        self.note_context(tag);
        if tag.ambiguous {
            let position = output.position(tag.start);
            self.hold(Holding::element(tag, super::holding::Then::Ambiguous(position)), tag.start, output);
            return;
        }
        match tag.name.len() {
            5 if tag.is("frame") => return self.on_frame(tag, output),
            5 if tag.is("embed") => return self.on_embed(tag, output),
            5 if tag.is("style") && !tag.foreign => {
                let then = super::holding::Then::Style(output.position(tag.start));
                return self.hold(Holding::element(tag, then), tag.start, output);
            }
            6 if tag.is("iframe") => return self.on_iframe(tag, output),
            6 if tag.is("script") => {
                self.add_guard(tag, output);
                return self.on_script(tag, output);
            }
            8 if tag.is("noscript") && !tag.foreign => {
                let then = super::holding::Then::Noscript(output.position(tag.start));
                return self.hold(Holding::element(tag, then), tag.start, output);
            }
            _ => {}
        }
        if !self.on_unit(tag, output) {
            let edits = self.edits(tag);
            self.neutralise(tag, edits, output);
        }
    }

    fn end_tag(&mut self, tag: &EndTag<'_>, output: &mut Output<'_>) {
        if self.holding.is_some() {
            self.end_tag_while_holding(tag, output);
        }
        if tag.name.eq_ignore_ascii_case(b"body") && self.holding.is_none() {
            self.add_preferences_link(tag.start, output);
        }
    }

    fn oversized_tag(&mut self, start: Position) {
        let names = (UNCLASSIFIED.to_owned(), UNCLASSIFIED.to_owned());
        self.report(Kind::Resource, names, String::new(), "oversized".to_owned(), start);
    }
}

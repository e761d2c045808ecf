//! The rewriter: turns each external content of a page into a notice, or silences it.
//!
//! ```
//! use jalousie_core::rewrite::{Page, Rewriter};
//! # use jalousie_core::{catalogue::Catalogue, frame::Keys, site::Site, texts::Texts};
//! # let keys = Keys::new(vec![[7; 32]]).unwrap();
//! # let site = std::sync::Arc::new(Site::new(keys, Catalogue::embedded().unwrap(), Texts::embedded()));
//!
//! let mut rewriter = Rewriter::new(site, Page::new("https://news.example/a".parse().unwrap()));
//! let mut out = Vec::new();
//! rewriter.push(b"<p>Words.</p><iframe src=\"https://player.exam", &mut out).unwrap();
//! rewriter.push(b"ple/1\"></iframe>", &mut out).unwrap();
//! rewriter.finish(&mut out).unwrap();
//!
//! let html = String::from_utf8(out).unwrap();
//! assert!(html.starts_with("<p>Words.</p>"));
//! assert!(html.contains("data-jalousie=\"embed\"") && !html.contains("<iframe"));
//! ```

mod additions;
mod charset;
mod css;
mod elements;
mod embed;
mod finding;
mod following;
mod gate;
mod glance;
mod holding;
mod inner;
mod inside;
mod resource;
mod scanner;
mod sheet;

pub use finding::{Finding, Kind};

use crate::consent::Consent;
use crate::site::Site;
use charset::Transcoder;
use encoding_rs::Encoding;
use gate::Gate;
use scanner::{Hold, Output, Position, Scanner, Syntax};
use std::fmt;
use std::sync::Arc;
use url::Url;

/// What is known of a page before its first byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its address, as readers see it.
    pub url: Url,
    /// The encoding that its `Content-Type` says.
    pub charset: Option<&'static Encoding>,
    /// Its `Content-Language`.
    pub content_language: Option<String>,
    /// The reader's `Accept-Language`, for pages that do not say their language.
    pub accept_language: Option<String>,
    /// It is `application/xhtml+xml`.
    pub xml: bool,
    /// The reader's decisions, where the page may show them (`cache = "private"`).
    pub consent: Option<Consent>,
    /// Put the guard before the page's first script, so that it also meets what scripts create.
    pub guard: bool,
    /// Put before it what tells other tools of the reader's choices, where the site wants that.
    pub signals: bool,
    /// The nonce by which the site's own policy admits scripts.
    pub nonce: Option<String>,
    /// The site's own policy admits `style` attributes.
    pub styles: bool,
}

impl Page {
    /// An HTML page of which only the address is known.
    pub fn new(url: Url) -> Self {
        Page {
            url,
            charset: None,
            content_language: None,
            accept_language: None,
            xml: false,
            consent: None,
            guard: false,
            signals: false,
            nonce: None,
            styles: true,
        }
    }
}

/// Why a page cannot be let through. The gate stays closed: the rest of the page is not to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RewriteError {
    /// An XHTML page declares entities of its own, which could hold any markup.
    InternalSubset,
}

impl fmt::Display for RewriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RewriteError::InternalSubset => {
                f.write_str("the XHTML page declares entities in its document type; expected none: what they hold cannot be seen")
            }
        }
    }
}

impl std::error::Error for RewriteError {}

/// Rewrites one page, in portions of any size; the result does not depend on the portions.
///
/// Memory is bounded by the site's `page_memory`. What does not fit (one tag,
/// one embed) is left out and reported, never let through.
#[derive(Debug)]
pub struct Rewriter {
    gate: Gate,
    scanner: Scanner,
    hold: Hold,
    start: Start,
    transcoder: Option<Transcoder>,
    scratch: Vec<u8>,
}

/// The character that begins the escape sequences of ISO-2022-JP.
const ESCAPE: u8 = 0x1b;

/// The beginning of a page, until its encoding is known.
#[derive(Debug)]
enum Start {
    Waiting(Vec<u8>),
    Known,
}

impl Rewriter {
    /// A rewriter for one page of `site`.
    pub fn new(site: Arc<Site>, page: Page) -> Self {
        let syntax = if page.xml { Syntax::Xml } else { Syntax::Html };
        let limit = site.page_memory;
        Rewriter {
            gate: Gate::new(site, page, false),
            scanner: Scanner::new(syntax, limit, Position::default()),
            hold: Hold::new(limit),
            start: Start::Waiting(Vec::new()),
            transcoder: None,
            scratch: Vec::new(),
        }
    }

    /// Rewrites `chunk`; what is ready is added to `out`.
    ///
    /// # Errors
    /// The page cannot be let through; nothing more of it may be sent.
    pub fn push(&mut self, chunk: &[u8], out: &mut Vec<u8>) -> Result<(), RewriteError> {
        self.read(chunk, false, out).map(drop)
    }

    /// The same for whoever can hand on `chunk` itself: as many bytes of its beginning as this returns
    /// come out as they are, before what is added to `out`.
    ///
    /// # Errors
    /// The page cannot be let through; nothing more of it may be sent.
    pub fn push_sparing(&mut self, chunk: &[u8], out: &mut Vec<u8>) -> Result<usize, RewriteError> {
        self.read(chunk, true, out)
    }

    fn read(
        &mut self,
        chunk: &[u8],
        sparing: bool,
        out: &mut Vec<u8>,
    ) -> Result<usize, RewriteError> {
        // A mark decides at once; a header, after it is known that there is no mark.
        let least = match self.gate.page.charset {
            Some(_) => 3,
            None => charset::PRESCAN,
        };
        match &mut self.start {
            Start::Known => self.feed(chunk, false, sparing, out),
            Start::Waiting(head) if head.is_empty() && chunk.len() >= least => {
                self.begin(chunk, out);
                self.feed(chunk, false, sparing, out)
            }
            Start::Waiting(head) => {
                head.extend_from_slice(chunk);
                if head.len() < least {
                    return Ok(0);
                }
                let head = std::mem::take(head);
                self.begin(&head, out);
                self.feed(&head, false, false, out)
            }
        }
    }

    /// Ends the page.
    ///
    /// # Errors
    /// The page cannot be let through.
    pub fn finish(&mut self, out: &mut Vec<u8>) -> Result<(), RewriteError> {
        let mut head = Vec::new();
        if let Start::Waiting(waiting) = &mut self.start {
            head = std::mem::take(waiting);
            self.begin(&head, out);
        }
        self.feed(&head, true, false, out)?;
        let mut rest = Vec::new();
        self.scanner.end(&mut self.hold, &mut rest);
        let position = self.scanner.position();
        self.gate
            .finish(&mut Output::new(&[], position, &mut self.hold, &mut rest));
        self.gate.ensure_language();
        self.emit(&rest, true, out);
        Ok(())
    }

    /// The page's address.
    pub fn page_url(&self) -> &Url {
        &self.gate.page.url
    }

    /// Everything external found so far, in the order of the page.
    pub fn findings(&self) -> &[Finding] {
        &self.gate.findings
    }

    /// Whether the notices' language depends on the reader's `Accept-Language`,
    /// because the page does not say its own; `None`: not known yet.
    pub fn negotiates_language(&self) -> Option<bool> {
        let gate = &self.gate;
        gate.language_settled.then(|| {
            gate.language_negotiated
                || (gate.page.content_language.is_none() && gate.language.is_none())
        })
    }

    /// The encoding is known from the first bytes, or as well known as it will get.
    fn begin(&mut self, head: &[u8], out: &mut Vec<u8>) {
        self.start = Start::Known;
        let reading = charset::read(head, self.gate.page.charset);
        self.gate.page.charset = reading.encoding;
        self.gate.certain_charset = reading.certain;
        self.gate.utf8 =
            reading.transcoder.is_some() || reading.encoding == Some(encoding_rs::UTF_8);
        if let Some(transcoder) = &reading.transcoder {
            out.extend_from_slice(transcoder.mark());
        }
        self.transcoder = reading.transcoder;
    }

    fn feed(
        &mut self,
        bytes: &[u8],
        last: bool,
        sparing: bool,
        out: &mut Vec<u8>,
    ) -> Result<usize, RewriteError> {
        let (before, mut spared) = (out.len(), 0);
        match &mut self.transcoder {
            Some(transcoder) => {
                let text = transcoder.decode(bytes, last);
                let mut rewritten = std::mem::take(&mut self.scratch);
                self.scanner.push(
                    text.as_bytes(),
                    &mut self.hold,
                    &mut rewritten,
                    &mut self.gate,
                );
                self.emit(&rewritten, false, out);
                rewritten.clear();
                self.scratch = rewritten;
            }
            None if !self.gate.certain_charset && memchr::memchr(ESCAPE, bytes).is_some() => {
                // A browser that guesses ISO-2022-JP would read other tags than we do. HTML has no use for this character.
                let without: Vec<u8> = bytes
                    .iter()
                    .copied()
                    .filter(|byte| *byte != ESCAPE)
                    .collect();
                self.scanner
                    .push(&without, &mut self.hold, out, &mut self.gate);
            }
            None if sparing => {
                let (hold, gate) = (&mut self.hold, &mut self.gate);
                spared = self.scanner.push_sparing(bytes, hold, out, gate);
            }
            None => self
                .scanner
                .push(bytes, &mut self.hold, out, &mut self.gate),
        }
        if self.scanner.has_internal_subset() {
            out.truncate(before);
            return Err(RewriteError::InternalSubset);
        }
        Ok(spared)
    }

    fn emit(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>) {
        match &mut self.transcoder {
            None => out.extend_from_slice(bytes),
            Some(transcoder) => transcoder.encode(&String::from_utf8_lossy(bytes), last, out),
        }
    }
}

/// Rewrites markup that a script is about to add to a page: its notices continue the page's own,
/// from number `first` on, under headings of level `heading`.
pub fn rewrite_addition(
    site: Arc<Site>,
    page: Page,
    language: Option<&str>,
    markup: &str,
    first: usize,
    heading: u8,
) -> String {
    let limit = site.page_memory;
    let mut gate = Gate::new(site, page, true);
    // The first notice of a page brings the client along.
    gate.additions = additions::Additions::of_page(first > 1);
    gate.language = language
        .and_then(|tag| gate.site.texts.find(tag))
        .map(|language| language.code().to_owned());
    (gate.number, gate.heading) = (first.saturating_sub(1), heading.saturating_sub(1));
    String::from_utf8_lossy(&rewrite_whole(&mut gate, markup.as_bytes(), limit)).into_owned()
}

/// Rewrites a whole document or fragment that is in memory already.
fn rewrite_whole(gate: &mut Gate, markup: &[u8], limit: usize) -> Vec<u8> {
    let (mut out, mut hold) = (Vec::new(), Hold::new(limit));
    let mut scanner = Scanner::new(Syntax::Html, limit, Position::default());
    scanner.push(markup, &mut hold, &mut out, gate);
    scanner.end(&mut hold, &mut out);
    gate.finish(&mut Output::new(
        &[],
        scanner.position(),
        &mut hold,
        &mut out,
    ));
    out
}

/// Rewrites a document inside an attribute of another; says what was found in it.
fn rewrite_fragment(outer: &Gate, document: &str, guard: bool) -> (String, Vec<Finding>) {
    let page = Page {
        guard,
        xml: false,
        charset: Some(encoding_rs::UTF_8),
        ..outer.page.clone()
    };
    let mut gate = Gate::new(outer.site.clone(), page, true);
    gate.base = outer.base.clone();
    gate.prefix = outer.prefix.clone();
    gate.language = outer.language.clone();
    gate.srcdoc_depth = outer.srcdoc_depth + 1;
    let limit = outer.site.page_memory;
    let out = rewrite_whole(&mut gate, document.as_bytes(), limit);
    (String::from_utf8_lossy(&out).into_owned(), gate.findings)
}

#[cfg(test)]
mod tests;

//! Whether the parser is in HTML or in SVG/MathML: there, elements such as
//! `<style>` hold markup, not raw text (HTML standard, 13.2.6.5).
//!
//! Only a full tree builder knows for sure. This one follows well-formed
//! nesting exactly and, where it loses the thread, says so: what could then be
//! read in two ways is dropped by the rewriter instead of guessed.

use super::tag::StartTag;
use crate::address::decode;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Svg,
    Math,
    /// An element of SVG or MathML whose start tags inside are HTML.
    Integration,
    /// One of MathML's for text: two elements inside are MathML all the same.
    Text,
    /// MathML's `annotation-xml`: an `<svg>` inside is SVG.
    Annotation,
    /// An HTML element inside an integration point.
    Html,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    /// Where its name begins in `names`; it ends where the next begins.
    name: usize,
    kind: Kind,
}

/// The open elements since the outermost `<svg>` or `<math>`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Namespace {
    open: Vec<Open>,
    /// Their names, in one piece: pages are full of icons.
    names: Vec<u8>,
    lost: Option<Lost>,
}

#[derive(Clone, Copy, Debug)]
struct Lost {
    /// There may be an integration point below: an HTML start tag proves nothing.
    integration: bool,
}

const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Start tags that may close table cells around the SVG, and the SVG with them.
const TABLE_PARTS: &[&str] = &[
    "caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
];

/// Elements whose end tag may be left out, so that a parent's end tag closes them.
const IMPLIED_END: &[&str] = &[
    "dd", "dt", "li", "optgroup", "option", "p", "rb", "rp", "rt", "rtc",
];

fn listed(list: &[&str], name: &[u8]) -> bool {
    list.iter().any(|n| name.eq_ignore_ascii_case(n.as_bytes()))
}

/// Deeper nesting than this is not followed: it is treated as lost.
const DEPTH: usize = 512;

impl Namespace {
    /// In HTML for certain, with nothing of SVG or MathML open.
    pub(crate) fn is_plain_html(&self) -> bool {
        self.open.is_empty() && self.lost.is_none()
    }

    pub(crate) fn is_lost(&self) -> bool {
        self.lost.is_some()
    }

    /// The next start tag `name` is an SVG or MathML element.
    pub(crate) fn is_foreign_for(&self, tag: &StartTag<'_>) -> bool {
        self.lost.is_none()
            && match self.open.last().map(|o| o.kind) {
                Some(Kind::Svg | Kind::Math | Kind::Annotation) => !breaks_out(tag),
                Some(Kind::Text) => is_text_exception(tag),
                _ => false,
            }
    }

    /// `<![CDATA[` is text here, not a comment.
    pub(crate) fn has_cdata(&self) -> bool {
        !matches!(
            self.open.last(),
            None | Some(Open {
                kind: Kind::Html,
                ..
            })
        )
    }

    pub(crate) fn start(&mut self, tag: &StartTag<'_>) {
        if let Some(lost) = &mut self.lost {
            lost.integration |= may_be_integration(tag);
            if !lost.integration && breaks_out(tag) {
                self.lost = None;
                self.truncate(0);
            }
            return;
        }
        if self.open.is_empty() {
            if (tag.is("svg") || tag.is("math")) && !tag.is_self_closing() {
                self.push(tag.name, if tag.is("svg") { Kind::Svg } else { Kind::Math });
            }
            return;
        }
        if self.in_foreign() && breaks_out(tag) {
            self.break_out();
            if self.open.is_empty() {
                return;
            }
        }
        let kind = self.kind_of(tag);
        if kind == Kind::Html && listed(TABLE_PARTS, tag.name) {
            return self.lose();
        }
        let closed = if kind == Kind::Html {
            listed(VOID, tag.name)
        } else {
            tag.is_self_closing()
        };
        if !closed {
            self.push(tag.name, kind);
        }
    }

    /// What the element that `tag` begins is, with something of SVG or MathML open.
    fn kind_of(&self, tag: &StartTag<'_>) -> Kind {
        match self.open.last().map(|o| o.kind) {
            Some(Kind::Svg) => foreign_kind(tag, Kind::Svg),
            Some(Kind::Annotation) if tag.is("svg") => Kind::Svg,
            Some(Kind::Math | Kind::Annotation) => foreign_kind(tag, Kind::Math),
            Some(Kind::Text) if is_text_exception(tag) => Kind::Math,
            _ if tag.is("svg") => Kind::Svg,
            _ if tag.is("math") => Kind::Math,
            _ => Kind::Html,
        }
    }

    pub(crate) fn end(&mut self, name: &[u8]) {
        let Some(top) = self.open.last() else { return };
        if self.lost.is_some() {
            return;
        }
        if self.names[top.name..].eq_ignore_ascii_case(name) {
            self.truncate(self.open.len() - 1);
        } else if top.kind == Kind::Html {
            self.end_in_html(name);
        } else if listed(&["p", "br"], name) {
            self.break_out();
        } else {
            self.end_in_foreign(name);
        }
    }

    fn end_in_html(&mut self, name: &[u8]) {
        let from = self
            .open
            .iter()
            .rposition(|o| o.kind != Kind::Html)
            .map_or(0, |at| at + 1);
        match self.find(from, name) {
            Some(at)
                if (at + 1..self.open.len()).all(|above| listed(IMPLIED_END, self.name(above))) =>
            {
                self.truncate(at)
            }
            _ => self.lose(),
        }
    }

    fn end_in_foreign(&mut self, name: &[u8]) {
        let from = self
            .open
            .iter()
            .rposition(|o| o.kind == Kind::Html)
            .map_or(0, |at| at + 1);
        match self.find(from, name) {
            Some(at) => self.truncate(at),
            // It may close an HTML element around the SVG, and the SVG with it.
            None => self.lose(),
        }
    }

    /// The innermost open element of this name, from number `from` on.
    fn find(&self, from: usize, name: &[u8]) -> Option<usize> {
        (from..self.open.len())
            .rev()
            .find(|at| self.name(*at).eq_ignore_ascii_case(name))
    }

    fn name(&self, at: usize) -> &[u8] {
        let end = self
            .open
            .get(at + 1)
            .map_or(self.names.len(), |next| next.name);
        &self.names[self.open[at].name..end]
    }

    fn truncate(&mut self, length: usize) {
        if let Some(first) = self.open.get(length) {
            self.names.truncate(first.name);
            self.open.truncate(length);
        }
    }

    fn in_foreign(&self) -> bool {
        matches!(
            self.open.last(),
            Some(Open {
                kind: Kind::Svg | Kind::Math | Kind::Annotation,
                ..
            })
        )
    }

    fn break_out(&mut self) {
        while self.in_foreign() {
            self.truncate(self.open.len() - 1);
        }
    }

    fn push(&mut self, name: &[u8], kind: Kind) {
        if self.open.len() == DEPTH {
            self.lost = Some(Lost { integration: true });
        } else {
            self.open.push(Open {
                name: self.names.len(),
                kind,
            });
            self.names.extend_from_slice(name);
        }
    }

    fn lose(&mut self) {
        self.lost = Some(Lost {
            integration: self
                .open
                .iter()
                .any(|o| matches!(o.kind, Kind::Integration | Kind::Text)),
        });
    }
}

/// Whether a start tag closes SVG and MathML (13.2.6.5).
fn breaks_out(tag: &StartTag<'_>) -> bool {
    let mut buffer = [0; 10];
    let Some(name) = buffer.get_mut(..tag.name.len()) else {
        return false;
    };
    name.copy_from_slice(tag.name);
    name.make_ascii_lowercase();
    match &*name {
        b"b" | b"i" | b"p" | b"s" | b"u" => true,
        b"br" | b"dd" | b"dl" | b"dt" | b"em" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6"
        | b"hr" | b"li" => true,
        b"ol" | b"tt" | b"ul" | b"big" | b"div" | b"img" | b"pre" | b"sub" | b"sup" | b"var" => {
            true
        }
        b"body" | b"code" | b"head" | b"menu" | b"meta" | b"nobr" | b"ruby" | b"span" => true,
        b"embed" | b"small" | b"table" | b"center" | b"strike" | b"strong" | b"listing"
        | b"blockquote" => true,
        b"font" => tag
            .attributes()
            .any(|a| a.is("color") || a.is("face") || a.is("size")),
        _ => false,
    }
}

fn is_text_exception(tag: &StartTag<'_>) -> bool {
    tag.is("mglyph") || tag.is("malignmark")
}

const SVG_INTEGRATION: &[&str] = &["desc", "foreignobject", "title"];

const MATH_TEXT: &[&str] = &["mi", "mn", "mo", "ms", "mtext"];

fn may_be_integration(tag: &StartTag<'_>) -> bool {
    listed(SVG_INTEGRATION, tag.name) || listed(MATH_TEXT, tag.name) || tag.is("annotation-xml")
}

/// The kind of an element inside an SVG or MathML one. Neither switches to the other by itself.
fn foreign_kind(tag: &StartTag<'_>, parent: Kind) -> Kind {
    match parent {
        Kind::Svg if listed(SVG_INTEGRATION, tag.name) => Kind::Integration,
        Kind::Math if listed(MATH_TEXT, tag.name) => Kind::Text,
        Kind::Math if tag.is("annotation-xml") => {
            let encoding = decode(tag.attribute("encoding").unwrap_or_default());
            let html = ["text/html", "application/xhtml+xml"]
                .iter()
                .any(|known| encoding.eq_ignore_ascii_case(known));
            if html {
                Kind::Integration
            } else {
                Kind::Annotation
            }
        }
        kind => kind,
    }
}

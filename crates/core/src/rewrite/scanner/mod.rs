//! A resumable HTML tokenizer that finds tags and lets all other bytes pass.
//!
//! It follows the states of the HTML standard (13.2.5), so that a tag is found
//! exactly where a browser finds one: not in comments, scripts or raw text, and
//! also where markup is malformed or cut at any byte. It reports tags only;
//! text, comments and scripts are not looked at, which is why it is fast.

mod block;
mod doubt;
mod namespace;
mod output;
pub(crate) mod skim;
mod tag;
mod text;

use doubt::Doubt;
use memchr::memchr;
use namespace::Namespace;
pub(crate) use output::{Held, Hold, NOTHING, Output, Position};
use tag::TagLexer;
pub(crate) use tag::{Attribute, EndTag, Span, StartTag};
use text::{Tail, last_lt, prefix};

/// Receives the tags of a document in order and edits what becomes of them.
pub(crate) trait Handler {
    /// Passes text and tags from `at` of the window on that it need not be told of, in ordinary
    /// HTML; says where it has stopped: at a `<`, or at the window's end. A tag may take `limit` bytes.
    fn pass(&mut self, _window: &[u8], at: usize, _limit: usize) -> usize {
        at
    }
    fn start_tag(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>);
    fn end_tag(&mut self, tag: &EndTag<'_>, output: &mut Output<'_>);
    /// A tag longer than the limit was thrown away; it began at `start`.
    fn oversized_tag(&mut self, start: Position);
    /// An XML page names a style sheet of its own: `raw` is the instruction at `start` of the window.
    fn style_sheet(&mut self, _raw: &[u8], _start: usize, _output: &mut Output<'_>) {}
}

/// The markup language of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// HTML as browsers parse `text/html`.
    Html,
    /// XHTML as browsers parse `application/xhtml+xml`.
    Xml,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Data,
    Tag,
    Comment,
    /// A bogus comment or, in HTML, a doctype: up to `>`.
    Bogus,
    /// An XML document type: the quote it is in, if any, and whether it has declarations.
    Doctype(Option<u8>),
    Instruction,
    /// An XML instruction that names a style sheet, from its `<`.
    Sheet,
    Cdata,
    Raw,
    Script(Escape),
    Plaintext,
}

/// Script data and its escaped forms (13.2.5.4, 13.2.5.20, 13.2.5.27).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Escape {
    None,
    Escaped,
    Double,
}

/// What a look at the bytes after a `<` says.
enum Look {
    /// The token needs more bytes than there are.
    More,
    /// Go on at this offset in the state that was set.
    At(usize),
}

/// The tokenizer. Push bytes in any portions; the result does not depend on them.
#[derive(Debug)]
pub(crate) struct Scanner {
    syntax: Syntax,
    state: State,
    /// The beginning of a token whose end has not come yet.
    pending: Vec<u8>,
    lexer: TagLexer,
    /// The tag under way is too long and is being thrown away; it began here.
    oversized: Option<Position>,
    limit: usize,
    namespace: Namespace,
    doubt: Doubt,
    /// Name of the raw text element we are in, in lower case.
    raw_name: Vec<u8>,
    /// The last bytes of a comment or script so far, for `-->`.
    tail: Tail,
    position: Position,
    /// An XML document type with declarations of its own was met: what its entities hold is not seen.
    internal_subset: bool,
}

impl Scanner {
    /// A scanner at the start of a document or fragment that begins at `position`.
    /// A single tag may take `limit` bytes.
    pub(crate) fn new(syntax: Syntax, limit: usize, position: Position) -> Self {
        Scanner {
            syntax,
            state: State::Data,
            pending: Vec::new(),
            lexer: TagLexer::default(),
            oversized: None,
            limit,
            namespace: Namespace::default(),
            doubt: Doubt::default(),
            raw_name: Vec::new(),
            tail: Tail::default(),
            position,
            internal_subset: false,
        }
    }

    /// Whether the document declares entities, so that its markup is not what it seems.
    pub(crate) fn has_internal_subset(&self) -> bool {
        self.internal_subset
    }

    /// Whether text here is ordinary text, with nothing begun and nothing in doubt.
    pub(crate) fn is_at_rest(&self) -> bool {
        self.state == State::Data
            && self.pending.is_empty()
            && self.namespace.is_plain_html()
            && self.doubt.is_none()
    }

    /// Whether all parsers agree that the next tag stands in ordinary HTML.
    fn is_ordinary(&self) -> bool {
        self.syntax == Syntax::Html && self.namespace.is_plain_html() && !self.doubt.any()
    }

    /// Whether parsers may disagree on what counts as an element here.
    fn is_unsure(&self) -> bool {
        self.namespace.is_lost() || self.doubt.any()
    }

    /// Where the next byte of input is.
    pub(crate) fn position(&self) -> Position {
        self.position.after(&self.pending)
    }

    /// Reads `chunk`.
    pub(crate) fn push(
        &mut self,
        chunk: &[u8],
        hold: &mut Hold,
        out: &mut Vec<u8>,
        handler: &mut dyn Handler,
    ) {
        self.read(chunk, hold, out, handler, false);
    }

    /// The same, but what passes as it is from the beginning of `chunk` on, with nothing before it, need
    /// not be copied: how many bytes that are. They come before what is added to `out`.
    pub(crate) fn push_sparing(
        &mut self,
        chunk: &[u8],
        hold: &mut Hold,
        out: &mut Vec<u8>,
        handler: &mut dyn Handler,
    ) -> usize {
        self.read(chunk, hold, out, handler, true)
    }

    fn read(
        &mut self,
        chunk: &[u8],
        hold: &mut Hold,
        out: &mut Vec<u8>,
        handler: &mut dyn Handler,
        sparing: bool,
    ) -> usize {
        let mut spared = 0;
        if self.pending.is_empty() {
            let (kept, untouched) = self.scan(chunk, hold, out, handler, sparing);
            self.pending.extend_from_slice(&chunk[kept..]);
            spared = untouched;
        } else {
            let mut window = std::mem::take(&mut self.pending);
            window.extend_from_slice(chunk);
            let (kept, _) = self.scan(&window, hold, out, handler, false);
            window.drain(..kept);
            self.pending = window;
        }
        if self.state == State::Tag && self.pending.len() > self.limit {
            self.oversized.get_or_insert(self.position);
            self.position = self.position.after(&self.pending);
            self.pending.clear();
            self.lexer.rebase();
        }
        if self.state == State::Sheet && self.pending.len() > SHEET_LIMIT {
            // No style sheet's address is that long: it is read on as an instruction that means nothing.
            self.state = State::Instruction;
            let pending = std::mem::take(&mut self.pending);
            Output::new(&pending, self.position, hold, out).replace(0, 2, INERT_INSTRUCTION);
            self.push(&pending[2..], hold, out, handler);
        }
        spared
    }

    /// Ends the document.
    pub(crate) fn end(&mut self, hold: &mut Hold, out: &mut Vec<u8>) {
        let pending = std::mem::take(&mut self.pending);
        let mut output = Output::new(&pending, self.position, hold, out);
        // Nothing follows that an unfinished tag could swallow, so it may stay.
        if self.oversized.is_none() && !(self.state == State::Tag && self.lexer.has_too_many()) {
            output.copy_to(pending.len());
        }
        self.position = self.position.after(&pending);
    }

    /// Scans one window; how many of its bytes are done with, and how many of those were not copied.
    fn scan(
        &mut self,
        window: &[u8],
        hold: &mut Hold,
        out: &mut Vec<u8>,
        handler: &mut dyn Handler,
        sparing: bool,
    ) -> (usize, usize) {
        let mut output = Output::new(window, self.position, hold, out);
        let mut at = 0;
        let done = loop {
            let look = match self.state {
                State::Data => {
                    if self.is_ordinary() {
                        at = handler.pass(window, at, self.limit);
                    }
                    match memchr(b'<', &window[at..]) {
                        Some(found) => self.look_after_lt(window, at + found, &mut output),
                        None => break window.len(),
                    }
                }
                State::Tag => self.read_tag(window, at, &mut output, handler),
                State::Comment => self.read_comment(window, at),
                State::Doctype(quote) => self.read_doctype(window, at, quote),
                State::Sheet => self.read_sheet(window, at, &mut output, handler),
                State::Bogus => self.read_until(window, at, b">"),
                State::Instruction => self.read_until(window, at, b"?>"),
                State::Cdata => self.read_until(window, at, b"]]>"),
                State::Raw => self.read_raw(window, at),
                State::Script(escape) => self.read_script(window, at, escape),
                State::Plaintext => break window.len(),
            };
            match look {
                Look::At(next) if next == window.len() => break next,
                Look::At(next) => at = next,
                Look::More => break self.unfinished(window, at),
            }
        };
        let spared = if sparing && output.is_untouched() {
            done
        } else {
            output.copy_to(done);
            0
        };
        self.position = output.position(done);
        (done, spared)
    }

    /// Where the unfinished token at or after `at` begins.
    fn unfinished(&self, window: &[u8], at: usize) -> usize {
        match self.state {
            State::Tag | State::Sheet => at,
            State::Data => memchr(b'<', &window[at..]).map_or(window.len(), |found| at + found),
            State::Instruction => last_run(window, at, b'?', 1),
            State::Cdata => last_run(window, at, b']', 2),
            State::Raw | State::Script(_) => last_lt(window, at),
            _ => window.len(),
        }
    }

    /// A `<` in text (13.2.5.6, 13.2.5.42): what begins there?
    fn look_after_lt(&mut self, window: &[u8], lt: usize, output: &mut Output<'_>) -> Look {
        let rest = &window[lt..];
        let Some(&next) = rest.get(1) else {
            return Look::More;
        };
        match next {
            b'a'..=b'z' | b'A'..=b'Z' => self.begin_tag(lt, 1),
            b'_' | b':' | 0x80.. if self.syntax == Syntax::Xml => self.begin_tag(lt, 1),
            b'/' => match rest.get(2) {
                None => Look::More,
                Some(b'a'..=b'z' | b'A'..=b'Z') => self.begin_tag(lt, 2),
                Some(b'_' | b':' | 0x80..) if self.syntax == Syntax::Xml => self.begin_tag(lt, 2),
                Some(b'>') => Look::At(lt + 3),
                Some(_) => self.enter(State::Bogus, lt + 2),
            },
            b'!' => self.look_after_bang(rest, lt, output),
            b'?' if self.syntax == Syntax::Xml => match prefix(rest, STYLE_SHEET) {
                None => Look::More,
                Some(true) => self.enter(State::Sheet, lt),
                Some(false) => self.enter(State::Instruction, lt + 2),
            },
            b'?' => self.enter(State::Bogus, lt + 2),
            _ => Look::At(lt + 1),
        }
    }

    fn look_after_bang(&mut self, rest: &[u8], lt: usize, output: &mut Output<'_>) -> Look {
        const CDATA: &[u8] = b"<![CDATA[";
        if rest.starts_with(b"<!--") {
            self.tail = Tail::opened_comment();
            return self.enter(State::Comment, lt + 4);
        }
        if rest.starts_with(CDATA) {
            if self.syntax == Syntax::Xml || (!self.is_unsure() && self.namespace.has_cdata()) {
                return self.enter(State::Cdata, lt + CDATA.len());
            }
            if self.namespace.is_lost() || self.namespace.has_cdata() {
                // Text for one parser, a comment for another: without its opening it is text for both.
                output.replace(lt, lt + CDATA.len(), NOTHING);
                return Look::At(lt + CDATA.len());
            }
        }
        if rest.len() < CDATA.len() && (CDATA.starts_with(rest) || b"<!--".starts_with(rest)) {
            return Look::More;
        }
        if self.syntax == Syntax::Xml {
            return match prefix(rest, b"<!DOCTYPE") {
                None => Look::More,
                Some(declares) => {
                    // Any other declaration belongs inside a document type.
                    self.internal_subset |= !declares;
                    self.enter(State::Doctype(None), lt + 2)
                }
            };
        }
        self.enter(State::Bogus, lt + 2)
    }

    fn begin_tag(&mut self, lt: usize, name: usize) -> Look {
        self.lexer.start(name);
        self.enter(State::Tag, lt)
    }

    fn enter(&mut self, state: State, at: usize) -> Look {
        self.state = state;
        Look::At(at)
    }

    /// A tag, from its `<` at `at` (or, when it is being thrown away, from its unread rest).
    fn read_tag(
        &mut self,
        window: &[u8],
        at: usize,
        output: &mut Output<'_>,
        handler: &mut dyn Handler,
    ) -> Look {
        let Some(length) = self.lexer.read(&window[at..]) else {
            return Look::More;
        };
        self.state = State::Data;
        let end = at + length;
        if self.oversized.is_some() || length > self.limit || self.lexer.has_too_many() {
            let start = self.oversized.take().unwrap_or_else(|| output.position(at));
            output.replace(at, end, NOTHING);
            handler.oversized_tag(start);
            return Look::At(end);
        }
        let raw = &window[at..end];
        let (name_start, name_end) = self.lexer.name_range();
        if name_start == 2 {
            let name = &raw[name_start..name_end];
            self.namespace.end(name);
            self.doubt.end(name);
            handler.end_tag(
                &EndTag {
                    raw,
                    start: at,
                    name: local_name(name, self.syntax),
                },
                output,
            );
            return Look::At(end);
        }
        // Lent to the tag, so that its attributes need not be copied.
        let lexer = std::mem::take(&mut self.lexer);
        self.read_start_tag(raw, at, &lexer, output, handler);
        self.lexer = lexer;
        Look::At(end)
    }

    fn read_start_tag(
        &mut self,
        raw: &[u8],
        at: usize,
        lexer: &TagLexer,
        output: &mut Output<'_>,
        handler: &mut dyn Handler,
    ) {
        let (name_start, name_end) = lexer.name_range();
        let name = local_name(&raw[name_start..name_end], self.syntax);
        let mut tag = StartTag {
            raw,
            start: at,
            name,
            name_end,
            spans: lexer.spans(),
            ambiguous: false,
            foreign: false,
            xml: self.syntax == Syntax::Xml,
            plain: self.namespace.is_plain_html() && !self.doubt.any(),
        };
        if !tag.xml {
            tag.foreign = self.namespace.is_foreign_for(&tag);
            self.enter_raw_text(&mut tag);
            self.namespace.start(&tag);
            self.doubt.start(&tag);
        }
        handler.start_tag(&tag, output);
    }

    /// Goes on in raw text where the element's content is that, or may be.
    fn enter_raw_text(&mut self, tag: &mut StartTag<'_>) {
        let Some(state) = raw_state(tag.name) else {
            return;
        };
        if tag.foreign && !self.is_unsure() {
            return;
        }
        tag.ambiguous = self.is_ambiguous(tag);
        self.state = state;
        self.tail = Tail::default();
        if state == State::Raw {
            self.raw_name.clear();
            self.raw_name
                .extend(tag.name.iter().map(u8::to_ascii_lowercase));
        }
    }

    /// Parsers disagree whether this element's content is raw text, or what it
    /// is for readers without scripts.
    fn is_ambiguous(&self, tag: &StartTag<'_>) -> bool {
        self.namespace.is_lost() || self.doubt.may_drop(tag) || (!tag.plain && tag.is("noscript"))
    }
}

/// The opening of an XML instruction that browsers follow.
const STYLE_SHEET: &[u8] = b"<?xml-stylesheet";

/// What such an opening is replaced by where it may not be followed.
pub(crate) const INERT_INSTRUCTION: &[u8] = b"<?jalousie-";

const SHEET_LIMIT: usize = 4096;

/// In XML, a name without the prefix that stands for its namespace.
fn local_name(name: &[u8], syntax: Syntax) -> &[u8] {
    match syntax {
        Syntax::Html => name,
        Syntax::Xml => &name[memchr::memrchr(b':', name).map_or(0, |colon| colon + 1)..],
    }
}

/// Where the bytes at the end that may begin an ending (`]]>`, `?>`) begin: at most `most` times `byte`.
fn last_run(window: &[u8], at: usize, byte: u8, most: usize) -> usize {
    let run = window[at..]
        .iter()
        .rev()
        .take(most)
        .take_while(|b| **b == byte)
        .count();
    window.len() - run
}

/// How the content of the element `name` is read.
fn raw_state(name: &[u8]) -> Option<State> {
    let is = |n: &str| name.eq_ignore_ascii_case(n.as_bytes());
    match name.len() {
        6 if is("script") => Some(State::Script(Escape::None)),
        3 if is("xmp") => Some(State::Raw),
        5 if is("style") || is("title") => Some(State::Raw),
        6 if is("iframe") => Some(State::Raw),
        7 if is("noembed") => Some(State::Raw),
        // Raw where scripts run. Where they do not it is markup: the rewriter looks into it.
        8 if is("noscript") || is("textarea") || is("noframes") => Some(State::Raw),
        9 if is("plaintext") => Some(State::Plaintext),
        _ => None,
    }
}

#[cfg(test)]
mod tests;

//! A resumable HTML tokenizer that finds tags and lets all other bytes pass.
//!
//! It follows the states of the HTML standard (13.2.5), so that a tag is found
//! exactly where a browser finds one: not in comments, scripts or raw text, and
//! also where markup is malformed or cut at any byte. It reports tags only;
//! text, comments and scripts are not looked at, which is why it is fast.

mod namespace;
mod output;
mod tag;

use memchr::{memchr, memchr2, memmem};
use namespace::Namespace;
pub(crate) use output::{Held, Hold, Output, Position};
use tag::TagLexer;
pub(crate) use tag::{Attribute, EndTag, Span, StartTag};

/// Receives the tags of a document in order and edits what becomes of them.
pub(crate) trait Handler {
    fn start_tag(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>);
    fn end_tag(&mut self, tag: &EndTag<'_>, output: &mut Output<'_>);
    /// A tag longer than the limit was thrown away; it began at `start`.
    fn oversized_tag(&mut self, start: Position);
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
    /// A bogus comment, a doctype or, in XML, a processing instruction: up to `>` (XML: `?>`).
    Bogus,
    Instruction,
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
    select: bool,
    frameset: bool,
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
            select: false,
            frameset: false,
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
        self.state == State::Data && self.pending.is_empty() && self.namespace.is_plain_html() && !self.select
    }

    /// Where the next byte of input is.
    pub(crate) fn position(&self) -> Position {
        self.position.after(&self.pending)
    }

    /// Reads `chunk`.
    pub(crate) fn push(&mut self, chunk: &[u8], hold: &mut Hold, out: &mut Vec<u8>, handler: &mut dyn Handler) {
        if self.pending.is_empty() {
            let kept = self.scan(chunk, hold, out, handler);
            self.pending.extend_from_slice(&chunk[kept..]);
        } else {
            let mut window = std::mem::take(&mut self.pending);
            window.extend_from_slice(chunk);
            let kept = self.scan(&window, hold, out, handler);
            window.drain(..kept);
            self.pending = window;
        }
        if self.state == State::Tag && self.pending.len() > self.limit {
            self.oversized.get_or_insert(self.position);
            self.position = self.position.after(&self.pending);
            self.pending.clear();
            self.lexer.rebase();
        }
    }

    /// Ends the document.
    pub(crate) fn end(&mut self, hold: &mut Hold, out: &mut Vec<u8>) {
        let pending = std::mem::take(&mut self.pending);
        let mut output = Output::new(&pending, self.position, hold, out);
        // Nothing follows that an unfinished tag could swallow, so it may stay.
        if self.oversized.is_none() {
            output.copy_to(pending.len());
        }
        self.position = self.position.after(&pending);
    }

    /// Scans one window; how many of its bytes are done with.
    fn scan(&mut self, window: &[u8], hold: &mut Hold, out: &mut Vec<u8>, handler: &mut dyn Handler) -> usize {
        let mut output = Output::new(window, self.position, hold, out);
        let mut at = 0;
        let done = loop {
            let look = match self.state {
                State::Data => match memchr(b'<', &window[at..]) {
                    Some(found) => self.look_after_lt(window, at + found, &mut output),
                    None => break window.len(),
                },
                State::Tag => self.read_tag(window, at, &mut output, handler),
                State::Comment => self.read_comment(window, at),
                State::Bogus => self.read_until(window, at, b">"),
                State::Instruction => self.read_until(window, at, b"?>"),
                State::Cdata => self.read_until(window, at, b"]]>"),
                State::Raw => self.read_raw(window, at),
                State::Script(escape) => self.read_script(window, at, escape),
                State::Plaintext => break window.len(),
            };
            match look {
                Look::At(next) if next == window.len() && self.state != State::Tag => break next,
                Look::At(next) => at = next,
                Look::More => break self.unfinished(window, at),
            }
        };
        output.copy_to(done);
        self.position = self.position.after(&window[..done]);
        done
    }

    /// Where the unfinished token at or after `at` begins.
    fn unfinished(&self, window: &[u8], at: usize) -> usize {
        match self.state {
            State::Tag => at,
            State::Data => memchr(b'<', &window[at..]).map_or(window.len(), |found| at + found),
            // The readers of these states keep what they need themselves.
            State::Instruction => window.len().saturating_sub(1).max(at),
            State::Cdata => window.len().saturating_sub(2).max(at),
            State::Raw | State::Script(_) => last_lt(window, at),
            _ => window.len(),
        }
    }

    /// A `<` in text (13.2.5.6, 13.2.5.42): what begins there?
    fn look_after_lt(&mut self, window: &[u8], lt: usize, output: &mut Output<'_>) -> Look {
        let rest = &window[lt..];
        let Some(&next) = rest.get(1) else { return Look::More };
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
            b'?' if self.syntax == Syntax::Xml => self.enter(State::Instruction, lt + 2),
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
            if self.syntax == Syntax::Xml || (!self.namespace.is_lost() && self.namespace.has_cdata()) {
                return self.enter(State::Cdata, lt + CDATA.len());
            }
            if self.namespace.is_lost() {
                // Text for one parser, a comment for another: without its opening it is text for both.
                output.replace(lt, lt + CDATA.len(), b"");
                return Look::At(lt + CDATA.len());
            }
        }
        if rest.len() < CDATA.len() && (CDATA.starts_with(rest) || b"<!--".starts_with(rest)) {
            return Look::More;
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

    fn read_until(&mut self, window: &[u8], at: usize, end: &[u8]) -> Look {
        let found = memmem::find(&window[at..], end);
        if self.syntax == Syntax::Xml && self.state == State::Bogus {
            self.internal_subset |= memchr(b'[', &window[at..found.map_or(window.len(), |found| at + found)]).is_some();
        }
        match found {
            Some(found) => self.enter(State::Data, at + found + end.len()),
            None => Look::More,
        }
    }

    /// A comment ends at `-->`, `--!>`, and at `>` or `->` right after its beginning (13.2.5.43 to 52).
    fn read_comment(&mut self, window: &[u8], at: usize) -> Look {
        let mut from = at;
        while let Some(found) = memchr(b'>', &window[from..]) {
            self.tail.add(&window[from..from + found]);
            from += found + 1;
            let ended = match self.syntax {
                Syntax::Html => self.tail.ends_comment(),
                Syntax::Xml => self.tail.ends_xml_comment(),
            };
            if ended {
                return self.enter(State::Data, from);
            }
            self.tail.add(b">");
        }
        self.tail.add(&window[from..]);
        Look::At(window.len())
    }

    /// Raw text ends at the end tag of its own name only (13.2.5.9 to 14).
    fn read_raw(&mut self, window: &[u8], at: usize) -> Look {
        let mut from = at;
        while let Some(found) = memchr(b'<', &window[from..]) {
            let lt = from + found;
            match closes(&window[lt..], &self.raw_name) {
                Some(true) => return self.begin_tag(lt, 2),
                Some(false) => from = lt + 1,
                None => return Look::More,
            }
        }
        Look::At(window.len())
    }

    fn read_script(&mut self, window: &[u8], at: usize, escape: Escape) -> Look {
        let mut from = at;
        loop {
            let found = match escape {
                Escape::None => memchr(b'<', &window[from..]),
                _ => memchr2(b'<', b'>', &window[from..]),
            };
            let Some(found) = found else {
                self.tail.add(&window[from..]);
                return Look::At(window.len());
            };
            self.tail.add(&window[from..from + found]);
            let mark = from + found;
            if window[mark] == b'>' {
                let ended = self.tail.dashes();
                self.tail.add(b">");
                if ended {
                    return self.enter(State::Script(Escape::None), mark + 1);
                }
                from = mark + 1;
                continue;
            }
            match self.look_in_script(&window[mark..], mark, escape) {
                Some(look) => return look,
                None => {
                    self.tail.add(b"<");
                    from = mark + 1;
                }
            }
        }
    }

    /// A `<` in a script: an end tag, or one of the comment-like openings that change what ends it.
    fn look_in_script(&mut self, rest: &[u8], mark: usize, escape: Escape) -> Option<Look> {
        let end_tag = closes(rest, b"script");
        let start_tag = opens(rest, b"script");
        let bang = prefix(rest, b"<!--");
        match escape {
            Escape::None if bang == Some(true) => {
                self.tail = Tail::opened_comment();
                Some(self.enter(State::Script(Escape::Escaped), mark + 4))
            }
            Escape::Escaped if start_tag == Some(true) => {
                self.tail = Tail::default();
                Some(self.enter(State::Script(Escape::Double), mark + 8))
            }
            Escape::Double if end_tag == Some(true) => {
                self.tail = Tail::default();
                Some(self.enter(State::Script(Escape::Escaped), mark + 9))
            }
            Escape::None | Escape::Escaped if end_tag == Some(true) => Some(self.begin_tag(mark, 2)),
            _ if end_tag.is_none() || start_tag.is_none() || bang.is_none() => Some(Look::More),
            _ => None,
        }
    }

    /// A tag, from its `<` at `at` (or, when it is being thrown away, from its unread rest).
    fn read_tag(&mut self, window: &[u8], at: usize, output: &mut Output<'_>, handler: &mut dyn Handler) -> Look {
        let Some(length) = self.lexer.read(&window[at..]) else { return Look::More };
        self.state = State::Data;
        let end = at + length;
        if let Some(start) = self.oversized.take() {
            output.replace(at, end, b"");
            handler.oversized_tag(start);
            return Look::At(end);
        }
        let raw = &window[at..end];
        let (name_start, name_end) = self.lexer.name_range();
        let name = &raw[name_start..name_end];
        if name_start == 2 {
            self.namespace.end(name);
            self.select &= !name.eq_ignore_ascii_case(b"select");
            handler.end_tag(&EndTag { raw, start: at, name }, output);
            return Look::At(end);
        }
        let lexer = std::mem::take(&mut self.lexer);
        let mut tag = StartTag { raw, start: at, name, spans: lexer.spans(), ambiguous: false, foreign: false };
        tag.foreign = self.syntax == Syntax::Xml || self.namespace.is_foreign_for(&tag);
        let raw_state = if tag.foreign { None } else { raw_state(name) };
        if let Some(state) = raw_state {
            tag.ambiguous = self.is_ambiguous(&tag);
            self.state = state;
            self.tail = Tail::default();
            if state == State::Raw {
                self.raw_name.clear();
                self.raw_name.extend(name.iter().map(u8::to_ascii_lowercase));
            }
        }
        if self.syntax == Syntax::Html {
            self.namespace.start(&tag);
            self.select |= tag.is("select");
            self.frameset |= tag.is("frameset");
        }
        handler.start_tag(&tag, output);
        self.lexer = lexer;
        Look::At(end)
    }

    /// Parsers disagree whether this element's content is raw text: in a
    /// `<select>` (whose rules changed in 2025), in framesets, where SVG lost its end.
    fn is_ambiguous(&self, tag: &StartTag<'_>) -> bool {
        self.namespace.is_lost()
            || (self.frameset && !tag.is("noframes"))
            || (self.select && !tag.is("script") && !tag.is("textarea"))
    }
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

/// Whether `rest` begins with `expected`, case aside; `None`: too short to tell.
fn prefix(rest: &[u8], expected: &[u8]) -> Option<bool> {
    let length = rest.len().min(expected.len());
    if !rest[..length].eq_ignore_ascii_case(&expected[..length]) {
        Some(false)
    } else if length < expected.len() {
        None
    } else {
        Some(true)
    }
}

fn named(rest: &[u8], opening: &[u8], name: &[u8]) -> Option<bool> {
    if !prefix(rest, opening)? || !prefix(&rest[opening.len()..], name)? {
        return Some(false);
    }
    let next = rest.get(opening.len() + name.len())?;
    Some(matches!(next, b' ' | b'\t' | b'\n' | b'\r' | 0x0c | b'/' | b'>'))
}

/// Whether `rest` begins with the end tag of `name`.
fn closes(rest: &[u8], name: &[u8]) -> Option<bool> {
    named(rest, b"</", name)
}

fn opens(rest: &[u8], name: &[u8]) -> Option<bool> {
    named(rest, b"<", name)
}

/// The last `<` of an unfinished look: everything before it is certain.
fn last_lt(window: &[u8], at: usize) -> usize {
    memchr::memrchr(b'<', &window[at..]).map_or(window.len(), |found| at + found)
}

/// The last three bytes of a comment or script, over chunk borders.
#[derive(Clone, Copy, Debug, Default)]
struct Tail {
    last: [u8; 3],
    /// Bytes since the opening, as far as it matters.
    length: u8,
}

impl Tail {
    fn opened_comment() -> Self {
        Tail { last: [0, b'-', b'-'], length: 0 }
    }

    fn add(&mut self, bytes: &[u8]) {
        for &byte in &bytes[bytes.len().saturating_sub(3)..] {
            self.last = [self.last[1], self.last[2], byte];
        }
        self.length = self.length.saturating_add(bytes.len().min(3) as u8).min(3);
    }

    fn dashes(&self) -> bool {
        self.last[1..] == *b"--"
    }

    fn ends_comment(&self) -> bool {
        self.dashes() || (self.length == 3 && self.last == *b"--!")
    }

    fn ends_xml_comment(&self) -> bool {
        self.length >= 2 && self.dashes()
    }
}

#[cfg(test)]
mod tests;

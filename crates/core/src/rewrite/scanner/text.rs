//! What is no tag: comments, raw text, scripts, declarations.

use super::{Escape, Handler, Look, Output, Scanner, State, Syntax};
use memchr::{memchr, memchr2, memmem};

impl Scanner {
    pub(super) fn read_until(&mut self, window: &[u8], at: usize, end: &[u8]) -> Look {
        match memmem::find(&window[at..], end) {
            Some(found) => self.enter(State::Data, at + found + end.len()),
            None => Look::More,
        }
    }

    /// An XML document type: its public and system identifiers may hold anything but their quote.
    pub(super) fn read_doctype(&mut self, window: &[u8], at: usize, mut quote: Option<u8>) -> Look {
        for (offset, &byte) in window[at..].iter().enumerate() {
            match quote {
                Some(open) if byte == open => quote = None,
                Some(_) => {}
                None if byte == b'"' || byte == b'\'' => quote = Some(byte),
                None if byte == b'>' => return self.enter(State::Data, at + offset + 1),
                None => self.internal_subset |= byte == b'[',
            }
        }
        self.enter(State::Doctype(quote), window.len())
    }

    /// An XML instruction that names a style sheet, from its `<` at `at`.
    pub(super) fn read_sheet(
        &mut self,
        window: &[u8],
        at: usize,
        output: &mut Output<'_>,
        handler: &mut dyn Handler,
    ) -> Look {
        let Some(found) = memmem::find(&window[at..], b"?>") else {
            return Look::More;
        };
        let end = at + found + 2;
        if found > super::SHEET_LIMIT {
            output.replace(at, at + 2, super::INERT_INSTRUCTION);
        } else {
            handler.style_sheet(&window[at..end], at, output);
        }
        self.enter(State::Data, end)
    }

    /// A comment ends at `-->`, `--!>`, and at `>` or `->` right after its beginning (13.2.5.43 to 52).
    pub(super) fn read_comment(&mut self, window: &[u8], at: usize) -> Look {
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
    pub(super) fn read_raw(&mut self, window: &[u8], at: usize) -> Look {
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

    pub(super) fn read_script(&mut self, window: &[u8], at: usize, escape: Escape) -> Look {
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
            Escape::None | Escape::Escaped if end_tag == Some(true) => {
                Some(self.begin_tag(mark, 2))
            }
            _ if end_tag.is_none() || start_tag.is_none() || bang.is_none() => Some(Look::More),
            _ => None,
        }
    }
}

/// Whether `rest` begins with `expected`, case aside; `None`: too short to tell.
pub(super) fn prefix(rest: &[u8], expected: &[u8]) -> Option<bool> {
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
    Some(matches!(
        next,
        b' ' | b'\t' | b'\n' | b'\r' | 0x0c | b'/' | b'>'
    ))
}

/// Whether `rest` begins with the end tag of `name`.
fn closes(rest: &[u8], name: &[u8]) -> Option<bool> {
    named(rest, b"</", name)
}

fn opens(rest: &[u8], name: &[u8]) -> Option<bool> {
    named(rest, b"<", name)
}

/// The last `<` of an unfinished look: everything before it is certain.
pub(super) fn last_lt(window: &[u8], at: usize) -> usize {
    memchr::memrchr(b'<', &window[at..]).map_or(window.len(), |found| at + found)
}

/// The last three bytes of a comment or script, over chunk borders.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tail {
    last: [u8; 3],
    /// Bytes since the opening, as far as it matters.
    length: u8,
}

impl Tail {
    pub(super) fn opened_comment() -> Self {
        Tail {
            last: [0, b'-', b'-'],
            length: 0,
        }
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

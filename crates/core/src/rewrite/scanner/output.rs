//! What becomes of the input: copied, replaced, or held back until its end is known.

use std::cell::Cell;

/// What stands where something was taken out: without it, the text before and
/// after could grow together into a tag.
pub(crate) const NOTHING: &[u8] = b"<!---->";

/// The result of one document so far, and what is held back from it.
#[derive(Debug)]
pub(crate) struct Hold {
    bytes: Vec<u8>,
    /// Bytes held since the holding began, also of those that were dropped.
    length: usize,
    active: bool,
    dropping: bool,
    limit: usize,
}

impl Hold {
    pub(crate) fn new(limit: usize) -> Self {
        Hold {
            bytes: Vec::new(),
            length: 0,
            active: false,
            dropping: false,
            limit,
        }
    }

    fn add(&mut self, bytes: &[u8]) {
        self.length += bytes.len();
        if self.dropping {
            return;
        }
        if self.bytes.len() + bytes.len() > self.limit {
            // What cannot be looked at whole is not let through in part.
            self.bytes = Vec::new();
            self.dropping = true;
        } else {
            self.bytes.extend_from_slice(bytes);
        }
    }
}

/// Input that was held back.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) bytes: Vec<u8>,
    /// It was more than the limit; `bytes` is empty.
    pub(crate) too_large: bool,
}

/// An edit in progress over one window of input. Whatever no one edits is copied as it is.
#[derive(Debug)]
pub(crate) struct Output<'a> {
    window: &'a [u8],
    copied: usize,
    /// Something was written that is not from the window.
    edited: bool,
    base: Position,
    /// A place in the window whose position is known, to count on from there.
    known: Cell<(usize, Position)>,
    hold: &'a mut Hold,
    out: &'a mut Vec<u8>,
}

/// A place in the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Position {
    /// Bytes before it.
    pub(crate) offset: u64,
    /// Line feeds before it.
    pub(crate) lines: u64,
}

impl Position {
    pub(crate) fn after(self, bytes: &[u8]) -> Self {
        Position {
            offset: self.offset + bytes.len() as u64,
            lines: self.lines + memchr::memchr_iter(b'\n', bytes).count() as u64,
        }
    }
}

impl<'a> Output<'a> {
    pub(crate) fn new(
        window: &'a [u8],
        base: Position,
        hold: &'a mut Hold,
        out: &'a mut Vec<u8>,
    ) -> Self {
        Output {
            window,
            copied: 0,
            edited: false,
            base,
            known: Cell::new((0, base)),
            hold,
            out,
        }
    }

    /// All of the window passes so far, and nothing was copied yet.
    pub(crate) fn is_untouched(&self) -> bool {
        self.copied == 0 && !self.edited && !self.hold.active
    }

    /// Lets the input pass up to `end`.
    pub(crate) fn copy_to(&mut self, end: usize) {
        if end > self.copied {
            let bytes = &self.window[self.copied..end];
            if self.hold.active {
                self.hold.add(bytes);
            } else {
                self.out.extend_from_slice(bytes);
            }
            self.copied = end;
        }
    }

    /// Puts `bytes` where the input from `start` to `end` was.
    pub(crate) fn replace(&mut self, start: usize, end: usize, bytes: &[u8]) {
        self.copy_to(start);
        self.write(bytes);
        self.copied = self.copied.max(end);
    }

    /// Adds `bytes` after what was copied so far.
    pub(crate) fn write(&mut self, bytes: &[u8]) {
        self.edited = true;
        if self.hold.active {
            self.hold.add(bytes);
        } else {
            self.out.extend_from_slice(bytes);
        }
    }

    /// Holds the input back from `start` on.
    pub(crate) fn hold_from(&mut self, start: usize) {
        self.copy_to(start);
        self.edited = true;
        self.hold.active = true;
        self.hold.length = 0;
    }

    /// Ends the holding at `end` and hands over what was held.
    pub(crate) fn release(&mut self, end: usize) -> Held {
        self.copy_to(end);
        self.edited = true;
        self.hold.active = false;
        let too_large = std::mem::take(&mut self.hold.dropping);
        Held {
            bytes: std::mem::take(&mut self.hold.bytes),
            too_large,
        }
    }

    /// Bytes held so far, up to `end` of this window.
    pub(crate) fn held_len(&self, end: usize) -> usize {
        self.hold.length + end.saturating_sub(self.copied)
    }

    /// Where `at` in this window is in the document.
    pub(crate) fn position(&self, at: usize) -> Position {
        let (from, position) = self.known.get();
        let found = match self.window.get(from..at) {
            Some(between) => position.after(between),
            None => self.base.after(&self.window[..at]),
        };
        self.known.set((at, found));
        found
    }
}

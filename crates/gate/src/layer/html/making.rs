//! How the reader's bytes of a page are made from the site's: decoded, rewritten, encoded again.

use super::recipe::Recipe;
use crate::coding::{Decoder, Encoder, SLICE, Step};
use crate::layer::body::BoxError;
use bytes::{Buf, Bytes};
use jalousie_core::rewrite::Rewriter;
use std::collections::VecDeque;

/// Output is handed on when it has come to this many bytes, or when the site pauses.
pub(super) const PORTION: usize = 32 * 1024;

/// Bytes that are sooner copied than sent on their own.
const WORTH: usize = 4 * 1024;

/// One page in the making, without input or output of its own.
///
/// It depends on its recipe and on what it is given, and on nothing else: the same bytes in the same pieces, with
/// [`flush`](Self::flush) at the same places, come out as the same bytes.
pub(super) struct Making {
    decoder: Decoder,
    rewriter: Rewriter,
    encoder: Option<Encoder>,
    /// Only the findings count: nothing comes out.
    silent: bool,
    /// Bytes of the site that are still to be decoded.
    input: Bytes,
    /// The decoder may have more to give without more input.
    unread: bool,
    decoded: Vec<u8>,
    rewritten: Vec<u8>,
    /// Portions for the reader that are on their way as the site sent them, and what comes between.
    portions: VecDeque<Bytes>,
    /// The reader's bytes after those.
    ready: Vec<u8>,
    /// The answer's head is settled: what comes out is what the reader gets.
    begun: bool,
    /// Bytes went into the encoder that did not come out yet.
    unflushed: bool,
    /// The page has come to its end.
    ended: bool,
}

impl Making {
    /// # Errors
    /// The site's coding is not one of ours.
    pub(super) fn new(recipe: &Recipe, silent: bool) -> Result<Self, BoxError> {
        Ok(Making {
            decoder: Decoder::for_encoding(&recipe.encoding)?,
            rewriter: Rewriter::new(recipe.site.clone(), recipe.page()),
            encoder: None,
            silent,
            input: Bytes::new(),
            unread: false,
            decoded: Vec::new(),
            rewritten: Vec::new(),
            portions: VecDeque::new(),
            ready: Vec::new(),
            begun: false,
            unflushed: false,
            ended: false,
        })
    }

    pub(super) fn rewriter(&self) -> &Rewriter {
        &self.rewriter
    }

    /// It has taken all that it was given.
    pub(super) fn is_idle(&self) -> bool {
        self.input.is_empty() && !self.unread
    }

    /// Bytes that have been made and are not taken.
    pub(super) fn waiting(&self) -> usize {
        self.pieces().map(<[u8]>::len).sum()
    }

    /// Those, in their order.
    pub(super) fn pieces(&self) -> impl Iterator<Item = &[u8]> {
        let portions = self.portions.iter().map(|portion| &portion[..]);
        portions.chain([&self.ready[..]])
    }

    /// Takes what the site sent next; only while [`is_idle`](Self::is_idle).
    pub(super) fn take_in(&mut self, bytes: Bytes) {
        self.input = bytes;
        self.unread = !self.input.is_empty();
    }

    /// Settles what comes out: from here on it is packed as the recipe says.
    ///
    /// # Errors
    /// There is no encoder for that.
    pub(super) fn begin(&mut self, recipe: &Recipe) -> Result<(), BoxError> {
        if let Some(coding) = recipe.coding {
            let mut encoder = Encoder::new(coding)?;
            let mut packed = Vec::new();
            encoder.push(&self.ready, &mut packed)?;
            self.unflushed = !self.ready.is_empty();
            self.ready = packed;
            if self.ended {
                // A short page has ended before its head could be settled.
                encoder.finish(&mut self.ready)?;
            } else {
                self.encoder = Some(encoder);
            }
        }
        self.begun = true;
        Ok(())
    }

    /// One step of at most [`PORTION`] bytes.
    pub(super) fn work(&mut self) -> Result<(), BoxError> {
        if self.decoder.is_identity() {
            // Nothing to decode: the site's own bytes go straight in, and what passes goes straight out.
            let slice = self.input.split_to(self.input.len().min(PORTION));
            self.unread = !self.input.is_empty();
            return if self.begun && !self.silent && self.encoder.is_none() {
                self.rewrite_own(&slice)
            } else {
                self.rewrite(&slice)
            };
        }
        let mut decoded = std::mem::take(&mut self.decoded);
        decoded.clear();
        let mut rest: &[u8] = &self.input;
        let step = self.decoder.step(&mut rest, &mut decoded)?;
        let used = self.input.len() - rest.len();
        self.input.advance(used);
        self.unread = matches!(step, Step::More);
        let result = self.rewrite(&decoded);
        self.decoded = decoded;
        result
    }

    /// Takes these bytes and works them off.
    pub(super) fn take_whole(&mut self, bytes: Bytes) -> Result<(), BoxError> {
        self.take_in(bytes);
        while !self.is_idle() {
            self.work()?;
        }
        Ok(())
    }

    /// Rewrites a slice of what the site sent, and hands on what passes without copying it.
    fn rewrite_own(&mut self, slice: &Bytes) -> Result<(), BoxError> {
        self.make_room(slice.len());
        let start = self.ready.len();
        let spared = self.rewriter.push_sparing(slice, &mut self.ready)?;
        if spared < WORTH {
            let own = slice[..spared].iter().copied();
            self.ready.splice(start..start, own);
            return Ok(());
        }
        if start > 0 {
            let after = self.ready.split_off(start);
            let before = std::mem::replace(&mut self.ready, after);
            self.portions.push_back(before.into());
        }
        self.portions.push_back(slice.slice(..spared));
        Ok(())
    }

    /// Rewrites a slice of the page for the reader's side.
    fn rewrite(&mut self, slice: &[u8]) -> Result<(), BoxError> {
        if !self.silent && self.encoder.is_none() {
            self.make_room(slice.len());
            self.rewriter.push(slice, &mut self.ready)?;
            return Ok(());
        }
        self.rewritten.clear();
        let spared = self.rewriter.push_sparing(slice, &mut self.rewritten)?;
        self.hand_on(&slice[..spared])
    }

    /// Room for the whole portion at once, or for a short page with what the gate adds to it.
    fn make_room(&mut self, slice: usize) {
        let room = if self.unread { PORTION } else { slice } + SLICE;
        self.ready.reserve(room.saturating_sub(self.ready.len()));
    }

    /// Passes rewritten bytes to the reader's side; `first` come before them.
    fn hand_on(&mut self, first: &[u8]) -> Result<(), BoxError> {
        if self.silent {
            return Ok(());
        }
        for bytes in [first, &self.rewritten] {
            if bytes.is_empty() {
                continue;
            }
            match &mut self.encoder {
                Some(encoder) => encoder.push(bytes, &mut self.ready)?,
                None => self.ready.extend_from_slice(bytes),
            }
            self.unflushed = true;
        }
        Ok(())
    }

    /// Brings out what the encoder holds; `false`: there was nothing.
    pub(super) fn flush(&mut self) -> Result<bool, BoxError> {
        let flushed = std::mem::take(&mut self.unflushed);
        match &mut self.encoder {
            Some(encoder) if flushed => encoder.flush(&mut self.ready)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The page has come to its end.
    ///
    /// # Errors
    /// It was not whole, or cannot be gated.
    pub(super) fn finish(&mut self) -> Result<(), BoxError> {
        self.decoder.finish()?;
        self.rewritten.clear();
        self.rewriter.finish(&mut self.rewritten)?;
        self.hand_on(&[])?;
        if let Some(encoder) = self.encoder.take() {
            encoder.finish(&mut self.ready)?;
        }
        self.ended = true;
        Ok(())
    }

    /// The next bytes for the reader, if they are worth handing on by themselves.
    pub(super) fn portion(&mut self) -> Option<Bytes> {
        match self.portions.pop_front() {
            None if self.ready.len() >= PORTION => self.rest(),
            portion => portion,
        }
    }

    /// The next bytes for the reader, however few.
    pub(super) fn rest(&mut self) -> Option<Bytes> {
        if let Some(portion) = self.portions.pop_front() {
            return Some(portion);
        }
        let rest = std::mem::take(&mut self.ready);
        (!rest.is_empty()).then(|| rest.into())
    }

    /// Drops the first bytes that were made, because the reader has them.
    pub(super) fn skip(&mut self, mut bytes: usize) {
        while bytes > 0 {
            let Some(mut next) = self.rest() else { return };
            let had = bytes.min(next.len());
            next.advance(had);
            bytes -= had;
            if !next.is_empty() {
                self.portions.push_front(next);
            }
        }
    }
}

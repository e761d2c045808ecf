//! HTTP/2, as far as both sides of the gate have it in common: bodies both ways, whether the other end
//! is there, and the heads of frames, which both count (RFC 9113, section 4.1).

mod alive;
mod body;
mod send;

use http::{HeaderMap, HeaderValue};

pub(crate) use alive::Alive;
pub(crate) use body::StreamBody;
pub(crate) use send::{End, detach, send, strip};

/// Whether white space stands at an end of some field's value, which makes a message malformed
/// (RFC 9113, 8.2.1): HTTP/1 would drop it on the way, and two would see two values. The library lets it pass.
pub(crate) fn is_padded(fields: &HeaderMap) -> bool {
    let blank = |byte: Option<&u8>| matches!(byte, Some(b' ' | b'\t'));
    let mut values = fields.values().map(HeaderValue::as_bytes);
    values.any(|value| blank(value.first()) || blank(value.last()))
}

/// Bytes of a frame's head: three of length, then its type, flags and stream.
const LENGTH: usize = 9;

/// The type of a frame that brings a body's bytes.
pub(crate) const DATA: u8 = 0;

/// The type of a frame that begins a head or trailers.
pub(crate) const HEADERS: u8 = 1;

/// The type of a frame that ends a stream at once.
pub(crate) const RST_STREAM: u8 = 3;

/// The head of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FrameHead {
    /// Bytes of the payload.
    pub(crate) payload: usize,
    pub(crate) kind: u8,
    pub(crate) flags: u8,
    pub(crate) stream: u32,
}

/// Finds the heads of frames in pieces of any size.
#[derive(Debug)]
pub(crate) struct FrameHeads {
    /// Bytes to pass over before the next head.
    skip: usize,
    head: [u8; LENGTH],
    known: usize,
}

impl FrameHeads {
    /// `preface`: bytes before the first frame.
    pub(crate) fn after(preface: usize) -> Self {
        Self {
            skip: preface,
            head: [0; LENGTH],
            known: 0,
        }
    }

    /// The next head that is complete; what was read of the bytes is taken off them.
    pub(crate) fn next(&mut self, bytes: &mut &[u8]) -> Option<FrameHead> {
        let (_, rest) = bytes.split_at(self.skip.min(bytes.len()));
        self.skip -= bytes.len() - rest.len();
        let (part, rest) = rest.split_at((LENGTH - self.known).min(rest.len()));
        self.head[self.known..self.known + part.len()].copy_from_slice(part);
        self.known += part.len();
        *bytes = rest;
        if self.known < LENGTH {
            return None;
        }
        self.known = 0;
        let [a, b, c, kind, flags, stream @ ..] = self.head;
        self.skip = usize::from(a) << 16 | usize::from(b) << 8 | usize::from(c);
        Some(FrameHead {
            payload: self.skip,
            kind,
            flags,
            stream: u32::from_be_bytes(stream),
        })
    }
}

//! Counts the heads that come over an HTTP/2 connection.
//!
//! The HTTP/2 library takes in 1xx answers without end and without a word, so an upstream that
//! sends nothing else would keep a processor busy until the request's deadline. Their number is
//! seen here, in the frames themselves (RFC 9113, section 4.1).

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::task::{Context, Poll};

use hyper::rt::{Read, ReadBuf, ReadBufCursor, Write};

use super::error::{Cause, ProxyError};

/// A frame's head: three bytes of length, then its type, flags and stream.
const FRAME_HEAD: usize = 9;

/// The type of a frame that begins a head or trailers.
const HEADERS: u8 = 1;

/// What is read at a time: as much as the library asks for, and no more than this.
const PIECE: usize = 16 * 1024;

/// A connection on which no more heads may come than requests allow.
pub(super) struct Counted<T> {
    io: T,
    counter: Counter,
    piece: Box<[u8]>,
}

impl<T> Counted<T> {
    /// `allowed` grows with each request.
    pub(super) fn new(io: T, allowed: Arc<AtomicI64>) -> Self {
        Self {
            io,
            counter: Counter::new(allowed),
            piece: vec![0; PIECE].into(),
        }
    }
}

/// Follows frames through pieces of any size.
struct Counter {
    allowed: Arc<AtomicI64>,
    /// Bytes of the current frame's head that have come.
    head: [u8; FRAME_HEAD],
    known: usize,
    /// Bytes of the current frame's payload that have not.
    payload: usize,
}

impl Counter {
    fn new(allowed: Arc<AtomicI64>) -> Self {
        Self {
            allowed,
            head: [0; FRAME_HEAD],
            known: 0,
            payload: 0,
        }
    }

    /// Whether all that came is within what is allowed.
    fn take(&mut self, mut bytes: &[u8]) -> bool {
        while !bytes.is_empty() {
            if self.payload > 0 {
                let skipped = self.payload.min(bytes.len());
                self.payload -= skipped;
                bytes = &bytes[skipped..];
                continue;
            }
            let taken = (FRAME_HEAD - self.known).min(bytes.len());
            self.head[self.known..self.known + taken].copy_from_slice(&bytes[..taken]);
            self.known += taken;
            bytes = &bytes[taken..];
            if self.known == FRAME_HEAD {
                self.known = 0;
                let [a, b, c, kind, ..] = self.head;
                self.payload = usize::from(a) << 16 | usize::from(b) << 8 | usize::from(c);
                if kind == HEADERS && self.allowed.fetch_sub(1, Ordering::Relaxed) <= 0 {
                    return false;
                }
            }
        }
        true
    }
}

impl<T: Read + Unpin> Read for Counted<T> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        mut cursor: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        let this = &mut *self;
        // A cursor's bytes cannot be looked at again, so they come through a buffer of our own.
        let room = cursor.remaining().min(PIECE);
        let mut read = ReadBuf::new(&mut this.piece[..room]);
        match Pin::new(&mut this.io).poll_read(cx, read.unfilled()) {
            Poll::Ready(Ok(())) => {
                if !this.counter.take(read.filled()) {
                    let flood = ProxyError::new(Cause::BadAnswer("too many 1xx answers"));
                    return Poll::Ready(Err(io::Error::other(flood)));
                }
                cursor.put_slice(read.filled());
                Poll::Ready(Ok(()))
            }
            other => other,
        }
    }
}

impl<T: Write + Unpin> Write for Counted<T> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write(cx, buf)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write_vectored(cx, bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(kind: u8, payload: &[u8]) -> Vec<u8> {
        let mut frame = vec![0, 0, payload.len() as u8, kind, 0, 0, 0, 0, 1];
        frame.extend_from_slice(payload);
        frame
    }

    #[test]
    fn heads_are_counted_however_they_are_cut_up() {
        let bytes = [
            frame(4, b"settings"),
            frame(HEADERS, b"\x01\x01\x01"),
            frame(0, &[1; 200]),
            frame(HEADERS, b""),
        ]
        .concat();
        for size in 1..bytes.len() {
            let allowed = Arc::new(AtomicI64::new(2));
            let mut counter = Counter::new(allowed.clone());
            assert!(bytes.chunks(size).all(|piece| counter.take(piece)));
            assert_eq!(allowed.load(Ordering::Relaxed), 0);
            assert!(!counter.take(&frame(HEADERS, b"")), "one too many");
        }
    }
}

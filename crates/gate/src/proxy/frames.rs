//! Counts the heads that come over an HTTP/2 connection, and the frames that bring nothing.
//!
//! The HTTP/2 library takes in 1xx answers without end and without a word, and answers pings and
//! settings for as long as they come, so an upstream that sends nothing else would keep a processor
//! busy. Their number is seen here, in the frames themselves (RFC 9113, section 4.1).

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::task::{Context, Poll};

use hyper::rt::{Read, ReadBuf, ReadBufCursor, Write};
use tokio::time::Instant;

use super::error::{Cause, ProxyError};
use crate::http2::{DATA, FrameHeads, HEADERS};

/// The type of a frame that allows more of a request's body: there may be very many.
const WINDOW_UPDATE: u8 = 8;

/// Frames that bring nothing: so many at once, and so many a second in the long run.
const IDLE_FRAMES: u32 = 1_000;
const IDLE_FRAMES_PER_SECOND: u32 = 10;

/// What is read at a time: as much as the library asks for, and no more than this.
const PIECE: usize = 16 * 1024;

/// A connection on which no more heads may come than requests allow.
pub(super) struct Counted<T> {
    io: T,
    counter: Counter,
    piece: Box<[u8]>,
    /// Set when something comes.
    heard: Arc<AtomicBool>,
}

impl<T> Counted<T> {
    /// `allowed` grows with each request.
    pub(super) fn new(io: T, allowed: Arc<AtomicI64>, heard: Arc<AtomicBool>) -> Self {
        Self {
            io,
            counter: Counter::new(allowed),
            piece: vec![0; PIECE].into(),
            heard,
        }
    }
}

/// What there is too much of.
type Flood = &'static str;

/// Follows frames through pieces of any size.
struct Counter {
    allowed: Arc<AtomicI64>,
    /// Frames that may still bring nothing, and since when more are saved up.
    idle: u32,
    since: Instant,
    heads: FrameHeads,
}

impl Counter {
    fn new(allowed: Arc<AtomicI64>) -> Self {
        Self {
            allowed,
            idle: IDLE_FRAMES,
            since: Instant::now(),
            heads: FrameHeads::after(0),
        }
    }

    /// Whether one more frame may bring nothing.
    fn may_idle(&mut self) -> bool {
        if self.idle == 0 {
            let seconds = u32::try_from(self.since.elapsed().as_secs()).unwrap_or(u32::MAX);
            self.idle = seconds
                .saturating_mul(IDLE_FRAMES_PER_SECOND)
                .min(IDLE_FRAMES);
            self.since = Instant::now();
        }
        let may = self.idle > 0;
        self.idle = self.idle.saturating_sub(1);
        may
    }

    /// Takes note of bytes that came.
    fn take(&mut self, mut bytes: &[u8]) -> Result<(), Flood> {
        while let Some(frame) = self.heads.next(&mut bytes) {
            match frame.kind {
                HEADERS if self.allowed.fetch_sub(1, Ordering::Relaxed) <= 0 => {
                    return Err("too many 1xx answers");
                }
                HEADERS | WINDOW_UPDATE => {}
                DATA if frame.payload > 0 => {}
                _ if self.may_idle() => {}
                _ => return Err("too many frames that bring nothing"),
            }
        }
        Ok(())
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
                this.heard.store(true, Ordering::Relaxed);
                if let Err(flood) = this.counter.take(read.filled()) {
                    let flood = ProxyError::new(Cause::BadAnswer(flood));
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
            assert!(bytes.chunks(size).all(|piece| counter.take(piece).is_ok()));
            assert_eq!(allowed.load(Ordering::Relaxed), 0);
            let one_more = counter.take(&frame(HEADERS, b""));
            assert_eq!(one_more, Err("too many 1xx answers"));
        }
    }

    #[test]
    fn frames_that_bring_nothing_run_out_and_others_do_not() {
        let passing = |frame: Vec<u8>| {
            let mut counter = Counter::new(Arc::default());
            let sent = (0..10_000).take_while(|_| counter.take(&frame).is_ok());
            sent.count()
        };
        for idle in [
            frame(6, &[0; 8]),
            frame(4, b""),
            frame(DATA, b""),
            frame(99, b"x"),
        ] {
            let count = passing(idle);
            // Some may have been saved up meanwhile.
            assert!((1_000..5_000).contains(&count), "{count}");
        }
        for busy in [frame(DATA, b"x"), frame(WINDOW_UPDATE, &[0; 4])] {
            assert_eq!(passing(busy), 10_000);
        }
    }
}

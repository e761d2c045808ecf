//! A connection's socket with everything that has to be watched on it.

use std::future::{Future, poll_fn};
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Buf as _, Bytes, BytesMut};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio_rustls::server::TlsStream;

use crate::metrics::{Refusal, refused};

use super::bounds::Bounds;
use super::drain::Order;
use super::frames::Frames;
use super::open::{Listener, Place};
use super::pace::Pace;
use super::state::{Phase, State};
use super::timer::Timer;

/// Without a request for so long, a connection rests: shorter than readers think, longer than a page
/// takes to ask for what is in it.
const SOON: Duration = Duration::from_millis(250);

/// Bytes that are read from a connection that rested, before the HTTP library reads on.
const FIRST: usize = 1024;

/// What is handed on behind a part of a head that is spoiled, so that the HTTP library need not wait for its end.
const END_OF_HEAD: &[u8] = b"\r\n\r\n";

/// A stream that can end in a way no reader takes for a clean end.
pub(super) trait Transport: AsyncRead + AsyncWrite + Unpin + Send + 'static {
    /// Makes the coming close a reset.
    fn reset_on_close(&self);
}

impl Transport for TcpStream {
    fn reset_on_close(&self) {
        if let Err(error) = self.set_zero_linger() {
            tracing::debug!(%error, "connection cannot be reset");
        }
    }
}

impl Transport for Box<TlsStream<TcpStream>> {
    fn reset_on_close(&self) {
        self.get_ref().0.reset_on_close();
    }
}

/// Watches a connection for as long as it lives, upgrades included:
///
/// - reading: heads that do not come, idle connections, the order to cut a tunnel, HTTP/2 frames
///   that bring nothing;
/// - writing: a reader that takes nothing, or too slowly; and early hints, which the HTTP library cannot
///   send, while it has nothing to write;
/// - closing: waits a little for the reader to have read, else a refusal sent in mid-upload would
///   be lost to a reset; and makes a broken answer end in a reset, which even an HTTP/1.0 reader
///   does not take for the end of the page.
pub(super) struct Socket<T: Transport> {
    io: T,
    state: Arc<State>,
    listener: Arc<Listener>,
    waiting: Timer,
    /// The turn for which `waiting` runs.
    waiting_for: u64,
    writing: Timer,
    download: Pace,
    /// Of HTTP/2.
    frames: Option<Box<Frames>>,
    /// Of HTTP/1.
    bounds: Option<Bounds>,
    /// What has come behind a part that the HTTP library must see first.
    held: BytesMut,
    /// Of early hints that have begun to be written, what is left.
    aside: Bytes,
    closing: Option<Timer>,
    orders: watch::Receiver<Order>,
    cut: Option<Pin<Box<dyn Future<Output = ()> + Send>>>,
    _place: Place,
}

impl<T: Transport> Socket<T> {
    /// Of an HTTP/2 connection the `state` stays [`Phase::Many`].
    pub(super) fn new(
        io: T,
        state: Arc<State>,
        listener: Arc<Listener>,
        orders: watch::Receiver<Order>,
        place: Place,
    ) -> Self {
        let many = state.turn().0 == Phase::Many;
        let config = &listener.config;
        Self {
            io,
            state,
            waiting: Timer::new(config.head),
            waiting_for: 0,
            writing: Timer::new(config.write_stall),
            download: Pace::new(config.download),
            frames: many.then(|| Box::new(Frames::new())),
            bounds: (!many).then(Bounds::default),
            held: BytesMut::new(),
            aside: Bytes::new(),
            closing: None,
            orders,
            cut: None,
            _place: place,
            listener,
        }
    }

    /// Waits until more comes, as long as a reader may be idle; `false`: nothing more will.
    pub(super) async fn wake(&mut self) -> bool {
        poll_fn(|cx| {
            let mut first = [0; FIRST];
            let mut buf = ReadBuf::new(&mut first);
            match Pin::new(&mut self.io).poll_read(cx, &mut buf) {
                Poll::Ready(Ok(())) if !buf.filled().is_empty() => {
                    self.held.extend_from_slice(buf.filled());
                    Poll::Ready(true)
                }
                Poll::Ready(_) => Poll::Ready(false),
                Poll::Pending => self.poll_patience(cx).map(|_| false),
            }
        })
        .await
    }

    /// Hands on what was held, as much of it as belongs together.
    fn take_held(&mut self, buf: &mut ReadBuf<'_>) -> io::Result<()> {
        let mut held = std::mem::take(&mut self.held);
        let most = held.len().min(buf.remaining());
        let spoiled = self.state.has_half_line();
        let count = self.see(&mut held[..most])?;
        buf.put_slice(&held[..count]);
        held.advance(count);
        if self.state.has_half_line() && !spoiled {
            held = BytesMut::from(END_OF_HEAD);
        }
        // Nothing is left in most cases, and then no memory either.
        if !held.is_empty() {
            self.held = held;
        }
        Ok(())
    }

    /// Looks at bytes that have come, one or more; how many of them may be handed on before the HTTP
    /// library has seen those.
    fn see(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        if let Some(frames) = &mut self.frames {
            self.state.hear();
            if let Err(why) = frames.read(bytes) {
                refused(Refusal::Http2, why);
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        let Some(bounds) = &mut self.bounds else {
            return Ok(bytes.len());
        };
        let phase = self.state.turn().0;
        if phase == Phase::Tunnel {
            return Ok(bytes.len());
        }
        if bounds.in_head(&self.state) && matches!(phase, Phase::New | Phase::Idle | Phase::Rest) {
            self.state.set(Phase::Head);
        }
        Ok(bounds.read(bytes, &self.state))
    }

    /// Called where no byte is there to read.
    fn poll_patience(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let (phase, turn) = self.state.turn();
        let limit = match phase {
            Phase::New | Phase::Head => self.listener.config.head,
            Phase::Idle => self.listener.config.keep_alive.min(SOON),
            Phase::Rest => self.listener.config.keep_alive.saturating_sub(SOON),
            Phase::Busy | Phase::Many => return Poll::Pending,
            Phase::Tunnel => return self.poll_cut(cx),
        };
        if turn != self.waiting_for {
            self.waiting_for = turn;
            self.waiting.restart(limit);
        }
        ready!(self.waiting.poll_elapsed(cx));
        if phase == Phase::Idle
            && limit < self.listener.config.keep_alive
            && self.waiting.limit() == limit
        {
            match self.is_clean() {
                true => self.state.set(Phase::Rest),
                // It stays as it is, for as long as it may.
                false => self.waiting.restart(self.listener.config.keep_alive),
            }
            return self.poll_patience(cx);
        }
        Poll::Ready(match phase {
            // To the HTTP side this looks like a reader that has closed: nothing is lost.
            Phase::New | Phase::Idle | Phase::Rest => Ok(()),
            _ => {
                refused(
                    Refusal::HeadTimeout,
                    format_args!("no whole request head in {limit:?}"),
                );
                Err(io::ErrorKind::TimedOut.into())
            }
        })
    }

    /// Whether the last answer is all out, and the last request all in.
    fn is_clean(&mut self) -> bool {
        let state = &self.state;
        let all_in = |bounds: &mut Bounds| bounds.in_head(state);
        !self.writing.is_armed()
            && self.aside.is_empty()
            && self.bounds.as_mut().is_some_and(all_in)
    }

    fn poll_cut(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let cut = self.cut.get_or_insert_with(|| {
            let mut orders = self.orders.clone();
            Box::pin(async move {
                // An error means that the server is gone, which is as good an order.
                let _ = orders.wait_for(|order| *order == Order::Cut).await;
            })
        });
        ready!(cut.as_mut().poll(cx));
        self.state.mark_broken();
        Poll::Ready(Err(io::Error::new(
            io::ErrorKind::ConnectionAborted,
            "server has stopped",
        )))
    }

    /// Looks at what the reader has taken of these.
    fn see_written<'b>(
        &mut self,
        written: &Poll<io::Result<usize>>,
        bufs: impl IntoIterator<Item = &'b [u8]>,
    ) {
        let (Some(frames), Poll::Ready(Ok(count))) = (&mut self.frames, written) else {
            return;
        };
        let mut count = *count;
        for buf in bufs {
            let (taken, _) = buf.split_at(count.min(buf.len()));
            count -= taken.len();
            frames.wrote(taken, self.state.answers(), |cause, why| {
                refused(cause, why)
            });
        }
    }

    /// Begins with what was put aside.
    ///
    /// The HTTP library flushes when it has nothing left to write, so no message is in the midst of being
    /// written then. And what was put aside is dropped as soon as there is an answer: as long as some is
    /// here, the library cannot have begun with one.
    fn begin_aside(&mut self) {
        if self.aside.is_empty()
            && let Some(aside) = self.state.take_aside()
        {
            self.aside = aside.into();
        }
    }

    /// Ready when nothing is left of what has begun: the HTTP library's bytes have to wait for that.
    fn poll_aside(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.aside.is_empty() {
            let written = Pin::new(&mut self.io).poll_write(cx, &self.aside);
            match ready!(self.after_write(cx, written))? {
                0 => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
                count => self.aside.advance(count),
            }
        }
        Poll::Ready(Ok(()))
    }

    fn after_write(
        &mut self,
        cx: &mut Context<'_>,
        result: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        if let Poll::Ready(written) = &result {
            self.writing.disarm();
            self.download.moved(*written.as_ref().unwrap_or(&0));
            return result;
        }
        // Tunnels have their own idea of what is slow.
        let tunnel = self.state.turn().0 == Phase::Tunnel;
        if self.writing.poll_elapsed(cx).is_pending()
            && (tunnel || self.download.poll_slow(cx).is_pending())
        {
            return Poll::Pending;
        }
        refused(
            Refusal::ReaderStall,
            "reader takes nothing of an answer, or too slowly",
        );
        self.state.mark_broken();
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<T: Transport> AsyncRead for Socket<T> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = &mut *self;
        let before = buf.filled().len();
        if !this.held.is_empty() {
            return Poll::Ready(this.take_held(buf));
        }
        let Poll::Ready(result) = Pin::new(&mut this.io).poll_read(cx, buf) else {
            return this.poll_patience(cx);
        };
        if buf.filled().len() > before {
            let count = this.see(&mut buf.filled_mut()[before..])?;
            let behind = &buf.filled()[before + count..];
            let behind = if this.state.has_half_line() {
                END_OF_HEAD
            } else {
                behind
            };
            this.held.extend_from_slice(behind);
            buf.set_filled(before + count);
        }
        Poll::Ready(result)
    }
}

impl<T: Transport> AsyncWrite for Socket<T> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        ready!(self.poll_aside(cx))?;
        let result = Pin::new(&mut self.io).poll_write(cx, buf);
        self.see_written(&result, [buf]);
        self.after_write(cx, result)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        ready!(self.poll_aside(cx))?;
        let result = Pin::new(&mut self.io).poll_write_vectored(cx, bufs);
        self.see_written(&result, bufs.iter().map(|buf| &**buf));
        self.after_write(cx, result)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.begin_aside();
        ready!(self.poll_aside(cx))?;
        let result = Pin::new(&mut self.io).poll_flush(cx);
        self.after_write(cx, result.map_ok(|()| 0)).map_ok(drop)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        if this.state.is_broken() {
            return Poll::Ready(Ok(()));
        }
        if this.closing.is_none() {
            ready!(Pin::new(&mut this.io).poll_shutdown(cx))?;
        }
        if this.state.turn().0 == Phase::Tunnel {
            return Poll::Ready(Ok(()));
        }
        let linger = this.listener.config.linger;
        let timer = this.closing.get_or_insert_with(|| Timer::new(linger));
        // What still comes in is dropped unread; closing with it in the queue would send a reset.
        let mut scrap = [0; 4096];
        while timer.poll_elapsed(cx).is_pending() {
            let mut buf = ReadBuf::new(&mut scrap);
            match ready!(Pin::new(&mut this.io).poll_read(cx, &mut buf)) {
                Ok(()) if !buf.filled().is_empty() => {}
                _ => break,
            }
        }
        Poll::Ready(Ok(()))
    }
}

impl<T: Transport> Drop for Socket<T> {
    fn drop(&mut self) {
        if self.state.is_broken() {
            self.io.reset_on_close();
        }
    }
}

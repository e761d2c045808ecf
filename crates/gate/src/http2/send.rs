//! A body that goes out over a stream.

use std::future::poll_fn;
use std::pin::pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Buf, Bytes};
use h2::{Reason, SendStream};
use http::header::{CONNECTION, HeaderName, TE, TRANSFER_ENCODING, UPGRADE};
use http::{HeaderMap, HeaderValue};
use http_body::{Body, Frame};

use crate::fields::remove_where;
use crate::proxy::BoxError;
use crate::server::Timer;

/// The most that is asked room for at once: what a frame holds. A stream that waits for more would
/// keep it from the others.
const PIECE: usize = 16 * 1024;

/// What a connection of HTTP/1 has to say of itself.
static OF_CONNECTIONS: [HeaderName; 6] = [
    CONNECTION,
    TRANSFER_ENCODING,
    UPGRADE,
    TE,
    HeaderName::from_static("keep-alive"),
    HeaderName::from_static("proxy-connection"),
];

/// Takes out what has no place in HTTP/2 (RFC 9113, 8.2.2), nor in early hints.
pub(crate) fn strip(headers: &mut HeaderMap) {
    remove_where(headers, |name| OF_CONNECTIONS.contains(name));
}

/// Copies a head's values out of the buffer that they were read into. The library remembers the fields it has sent
/// for as long as the connection lives (RFC 7541, 2.3.2), and each of them would keep a whole buffer.
pub(crate) fn detach(headers: &mut HeaderMap) {
    for value in headers.values_mut() {
        if let Ok(mut copy) = HeaderValue::from_bytes(value.as_bytes()) {
            copy.set_sensitive(value.is_sensitive());
            *value = copy;
        }
    }
}

/// How the sending of a body ended.
#[derive(Debug)]
pub(crate) enum End {
    /// All of it was handed to the library.
    Whole,
    /// The stream is gone: the other end does not want it any more.
    Gone,
    /// The other end took nothing for too long; the stream was reset.
    Stalled,
    /// The body broke off; the stream was reset.
    Broken(BoxError),
}

/// Sends a body, as much of it at a time as the other end takes, which it has to do within `stall`.
/// `broken` is what it is told where the body breaks off.
///
/// The next piece is asked for when there is no more of the one before, and room when there is a piece.
pub(crate) async fn send<B>(body: B, out: SendStream<Bytes>, stall: Duration, broken: Reason) -> End
where
    B: Body<Error: Into<BoxError>>,
{
    let mut body = pin!(body);
    let waiting = Timer::new(stall);
    let mut to = Out { out, waiting };
    loop {
        let frame = poll_fn(|cx| match body.as_mut().poll_frame(cx) {
            Poll::Ready(frame) => Poll::Ready(Some(frame.map(|frame| frame.map_err(Into::into)))),
            Poll::Pending => to.out.poll_reset(cx).map(|_| None),
        });
        let sent = match frame.await {
            None => Err(End::Gone),
            Some(None) => to.end(),
            Some(Some(Err(error))) => {
                to.out.send_reset(broken);
                Err(End::Broken(error))
            }
            Some(Some(Ok(frame))) => match frame.into_data() {
                Ok(data) => {
                    let last = body.is_end_stream();
                    to.data(data, last).await
                }
                Err(frame) => to.trailers(frame),
            },
        };
        if let Err(end) = sent {
            return end;
        }
    }
}

/// The way of a body.
struct Out {
    out: SendStream<Bytes>,
    /// Runs while the other end takes nothing.
    waiting: Timer,
}

impl Out {
    /// Sends a piece.
    ///
    /// # Errors
    /// Nothing more is to be sent, for whatever reason.
    async fn data(&mut self, mut data: impl Buf, last: bool) -> Result<(), End> {
        while data.has_remaining() {
            self.out.reserve_capacity(data.remaining().min(PIECE));
            let room = poll_fn(|cx| self.poll_room(cx)).await?;
            let piece = data.copy_to_bytes(room.min(data.remaining()));
            if last && !data.has_remaining() {
                return self.finish(piece);
            }
            self.out.send_data(piece, false).map_err(|_| End::Gone)?;
        }
        if last { self.end() } else { Ok(()) }
    }

    /// How much the other end takes now.
    fn poll_room(&mut self, cx: &mut Context<'_>) -> Poll<Result<usize, End>> {
        loop {
            let room = self.out.capacity();
            if room > 0 {
                self.waiting.disarm();
                return Poll::Ready(Ok(room));
            }
            match self.out.poll_capacity(cx) {
                Poll::Ready(Some(Ok(_))) => {}
                Poll::Ready(_) => return Poll::Ready(Err(End::Gone)),
                Poll::Pending => break,
            }
        }
        ready!(self.waiting.poll_elapsed(cx));
        // What the library still holds of it goes as well.
        self.out.send_reset(Reason::CANCEL);
        Poll::Ready(Err(End::Stalled))
    }

    fn trailers<D>(&mut self, frame: Frame<D>) -> Result<(), End> {
        // There are no other frames; whoever makes some is not understood.
        let Ok(mut trailers) = frame.into_trailers() else {
            return Ok(());
        };
        strip(&mut trailers);
        detach(&mut trailers);
        Err(match self.out.send_trailers(trailers) {
            Ok(()) => End::Whole,
            Err(_) => End::Gone,
        })
    }

    fn end(&mut self) -> Result<(), End> {
        self.finish(Bytes::new())
    }

    fn finish(&mut self, piece: Bytes) -> Result<(), End> {
        Err(match self.out.send_data(piece, true) {
            Ok(()) => End::Whole,
            Err(_) => End::Gone,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_lets_go_of_what_it_was_read_into() {
        let read = Bytes::from(b"HTTP/1.1 200 OK\r\nserver: \xe9\r\n".to_vec());
        let mut value = HeaderValue::from_maybe_shared(read.slice(25..26)).unwrap();
        value.set_sensitive(true);
        let mut headers = HeaderMap::new();
        headers.append("server", value);
        headers.append("server", HeaderValue::from_static(""));
        let before = headers.clone();
        detach(&mut headers);
        assert_eq!(headers, before);
        assert!(headers["server"].is_sensitive());
        drop(before);
        assert!(read.is_unique());
    }
}

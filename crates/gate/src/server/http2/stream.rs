//! One request of a connection of HTTP/2, and its answer.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Buf, Bytes};
use h2::server::SendResponse;
use h2::{Reason, SendStream};
use http::header::{CONTENT_LENGTH, DATE};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use http_body::{Body, Frame};

use super::super::answer::Answering;
use super::super::date::date;
use super::super::head::strip;
use super::super::hints::{Slot, early};
use super::super::state::State;
use super::super::timer::Timer;
use crate::causes::chain;
use crate::metrics::{Refusal, refused};
use crate::proxy::BoxError;

/// The most that is asked room for at once: what a frame holds. A stream that waits for more would
/// keep it from the others.
const PIECE: usize = 16 * 1024;

/// A request that waits for its answer.
pub(super) struct Stream {
    pub(super) reply: SendResponse<Bytes>,
    pub(super) hints: Arc<Slot>,
    /// The answer has no body.
    pub(super) to_head: bool,
    pub(super) state: Arc<State>,
    /// Whether [`State::count_answer`] knows of it.
    pub(super) counted: bool,
    /// How long the reader may refuse to take any byte.
    pub(super) stall: Duration,
}

impl Stream {
    /// Sends the answer. Who is asked for it stops as soon as the reader does not want it any more.
    pub(super) async fn run<B>(mut self, mut answering: Answering<B>)
    where
        B: Body<Error: Into<BoxError>>,
    {
        let answer = poll_fn(|cx| self.poll_answer(answering.as_mut(), cx)).await;
        // What it took to make the answer is not needed to send it.
        drop(answering);
        match answer {
            Some(Ok(answer)) => self.answer(answer).await,
            Some(Err(error)) => {
                broke(&*error);
                self.reply.send_reset(Reason::INTERNAL_ERROR);
            }
            None => {}
        }
    }

    /// Ready with the answer, or with `None` when the stream is gone.
    fn poll_answer<F: Future + ?Sized>(
        &mut self,
        answering: Pin<&mut F>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<F::Output>> {
        let answer = answering.poll(cx);
        while let Poll::Ready(hints) = self.hints.poll(cx) {
            self.inform(hints, cx);
        }
        match answer {
            Poll::Ready(answer) => Poll::Ready(Some(answer)),
            Poll::Pending => self.reply.poll_reset(cx).map(|_| None),
        }
    }

    /// Sends early hints, unless the stream is gone.
    fn inform(&mut self, hints: HeaderMap, cx: &mut Context<'_>) {
        if self.reply.poll_reset(cx).is_ready() {
            return;
        }
        self.count();
        if let Err(error) = self.reply.send_informational(early(hints)) {
            tracing::debug!(target: "jalousie::server", %error, "early hints cannot be sent");
        }
    }

    /// A head goes out that the library has not thought of itself.
    fn count(&mut self) {
        if !std::mem::replace(&mut self.counted, true) {
            self.state.count_answer();
        }
    }

    async fn answer<B>(mut self, answer: Response<B>)
    where
        B: Body<Error: Into<BoxError>>,
    {
        let (mut head, body) = answer.into_parts();
        if head.status.is_informational() {
            // It is none, and what would follow it nobody knows.
            return self.reply.send_reset(Reason::INTERNAL_ERROR);
        }
        strip(&mut head.headers);
        head.headers.entry(DATE).or_insert_with(date);
        let bodiless = matches!(
            head.status,
            StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED
        );
        let over = self.to_head || bodiless || body.is_end_stream();
        if let Some(length) = body.size_hint().exact().filter(|_| !over) {
            let length = || HeaderValue::from(length);
            head.headers.entry(CONTENT_LENGTH).or_insert_with(length);
        }
        self.count();
        let head = Response::from_parts(head, ());
        match self.reply.send_response(head, over) {
            Ok(_) if over => {}
            Ok(out) => {
                let waiting = Timer::new(self.stall);
                drop(self);
                send(pin!(body), Out { out, waiting }).await;
            }
            Err(error) => {
                broke(&error);
                self.reply.send_reset(Reason::INTERNAL_ERROR);
            }
        }
    }
}

fn broke(error: &(dyn std::error::Error + 'static)) {
    let why = chain(error);
    tracing::debug!(target: "jalousie::server", error = why, "answer broke off");
}

/// Sends a body, as much of it at a time as the reader takes.
///
/// The next piece is asked for when there is no more of the one before, and room when there is a piece.
async fn send<B>(mut body: Pin<&mut B>, mut to: Out)
where
    B: Body<Error: Into<BoxError>>,
{
    loop {
        let frame = poll_fn(|cx| match body.as_mut().poll_frame(cx) {
            Poll::Ready(frame) => Poll::Ready(Some(frame.map(|frame| frame.map_err(Into::into)))),
            Poll::Pending => to.out.poll_reset(cx).map(|_| None),
        });
        let sent = match frame.await {
            // The stream is gone.
            None => return,
            Some(None) => return to.end(),
            Some(Some(Err(error))) => {
                broke(&*error);
                return to.out.send_reset(Reason::INTERNAL_ERROR);
            }
            Some(Some(Ok(frame))) => match frame.into_data() {
                Ok(data) => {
                    let last = body.is_end_stream();
                    let sent = to.data(data, last).await;
                    sent.filter(|()| !last)
                }
                Err(frame) => to.trailers(frame),
            },
        };
        if sent.is_none() {
            return;
        }
    }
}

/// The way of a body.
struct Out {
    out: SendStream<Bytes>,
    /// Runs while the reader takes nothing.
    waiting: Timer,
}

impl Out {
    /// Sends a piece; `None`: the stream is gone.
    async fn data(&mut self, mut data: impl Buf, last: bool) -> Option<()> {
        if last && !data.has_remaining() {
            self.end();
        }
        while data.has_remaining() {
            self.out.reserve_capacity(data.remaining().min(PIECE));
            let room = poll_fn(|cx| self.poll_room(cx)).await?;
            let piece = data.copy_to_bytes(room.min(data.remaining()));
            let end = last && !data.has_remaining();
            self.out.send_data(piece, end).ok()?;
        }
        Some(())
    }

    /// How much the reader takes now; `None`: the stream is gone, or was given up.
    fn poll_room(&mut self, cx: &mut Context<'_>) -> Poll<Option<usize>> {
        loop {
            let room = self.out.capacity();
            if room > 0 {
                self.waiting.disarm();
                return Poll::Ready(Some(room));
            }
            match self.out.poll_capacity(cx) {
                Poll::Ready(Some(Ok(_))) => {}
                Poll::Ready(_) => return Poll::Ready(None),
                Poll::Pending => break,
            }
        }
        ready!(self.waiting.poll_elapsed(cx));
        refused(
            Refusal::ReaderStall,
            "reader takes nothing of an answer: stream reset",
        );
        // What the library still holds of it goes as well.
        self.out.send_reset(Reason::CANCEL);
        Poll::Ready(None)
    }

    fn trailers<D>(&mut self, frame: Frame<D>) -> Option<()> {
        // There are no other frames; whoever makes some is not understood.
        let Ok(mut trailers) = frame.into_trailers() else {
            return Some(());
        };
        strip(&mut trailers);
        if let Err(error) = self.out.send_trailers(trailers) {
            broke(&error);
        }
        None
    }

    fn end(&mut self) {
        // It fails where the stream is gone, and so is whoever would hear of it.
        let _ = self.out.send_data(Bytes::new(), true);
    }
}

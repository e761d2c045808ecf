//! One request of a connection of HTTP/2, and its answer.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use h2::Reason;
use h2::server::SendResponse;
use http::header::{CONTENT_LENGTH, DATE};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use http_body::Body;

use super::super::answer::Answering;
use super::super::date::date;
use super::super::hints::{Slot, early};
use super::super::state::State;
use crate::causes::chain;
use crate::http2::{End, detach, send, strip};
use crate::metrics::{Refusal, refused};
use crate::proxy::BoxError;

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
    fn inform(&mut self, mut hints: HeaderMap, cx: &mut Context<'_>) {
        if self.reply.poll_reset(cx).is_ready() {
            return;
        }
        self.count();
        detach(&mut hints);
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
        detach(&mut head.headers);
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
                let stall = self.stall;
                drop(self);
                match send(body, out, stall, Reason::INTERNAL_ERROR).await {
                    End::Whole | End::Gone => {}
                    End::Broken(error) => broke(&*error),
                    End::Stalled => refused(
                        Refusal::ReaderStall,
                        "reader takes nothing of an answer: stream reset",
                    ),
                }
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

//! Answers' bodies as they come from the upstream, over either HTTP.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use hyper::body::Incoming;

use super::error::BoxError;
use super::http1::{Driven, Http1, nobody};
use super::http2::Sending;
use crate::http2::StreamBody;

/// The body of an answer as it comes from the upstream.
pub(super) struct Received {
    body: Source,
    /// The connection that has to be driven for more of it to come, and where it is kept after;
    /// `None` where that has a task of its own, as in HTTP/2, or is not needed any more.
    driven: Option<(Box<Driven>, Arc<Http1>)>,
}

/// A body as the HTTP library hands it on.
enum Source {
    One(Incoming),
    /// And the sending of the request's body, which may go on beside it.
    Two(StreamBody, Option<Sending>),
}

impl Source {
    fn poll_frame(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match self {
            Self::One(body) => Pin::new(body).poll_frame(cx).map_err(Into::into),
            Self::Two(body, sending) => {
                let frame = Pin::new(&mut *body).poll_frame(cx);
                let over = matches!(frame, Poll::Ready(None)) || body.is_end_stream();
                if let Some(sending) = sending.as_mut().filter(|_| over) {
                    sending.let_go();
                }
                frame.map_err(Into::into)
            }
        }
    }
}

impl Received {
    pub(super) fn new(body: Incoming, driven: Box<Driven>, home: &Arc<Http1>) -> Self {
        let mut received = Self {
            body: Source::One(body),
            driven: Some((driven, home.clone())),
        };
        if received.is_end_stream() {
            received.release();
        }
        received
    }

    /// A body that comes by itself.
    pub(super) fn alone(body: Incoming) -> Self {
        Self {
            body: Source::One(body),
            driven: None,
        }
    }

    /// One of HTTP/2.
    pub(super) fn stream(body: StreamBody, mut sending: Option<Sending>) -> Self {
        if let Some(sending) = sending.as_mut().filter(|_| body.is_end_stream()) {
            sending.let_go();
        }
        Self {
            body: Source::Two(body, sending),
            driven: None,
        }
    }

    fn release(&mut self) {
        if let Some((driven, home)) = self.driven.take() {
            home.keep(driven);
        }
    }
}

impl Body for Received {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let Self { body, driven } = &mut *self;
        let Some((driven, _)) = driven else {
            return body.poll_frame(cx);
        };
        let mut piece = || body.poll_frame(&mut nobody());
        let frame = match piece() {
            Poll::Pending => driven.drive_for(cx, piece),
            frame => frame,
        };
        let over = match &frame {
            Poll::Pending => false,
            Poll::Ready(Some(Ok(_))) => self.is_end_stream(),
            Poll::Ready(_) => true,
        };
        if over {
            self.release();
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        match &self.body {
            Source::One(body) => body.is_end_stream(),
            Source::Two(body, _) => body.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.body {
            Source::One(body) => body.size_hint(),
            Source::Two(body, _) => body.size_hint(),
        }
    }
}

//! Answers' bodies as they come from the upstream, over either HTTP.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use http_body_util::Either;
use hyper::body::Incoming;

use super::error::BoxError;
use super::http1::{Driven, Http1};
use super::http2::Sending;
use crate::asking::nobody;
use crate::http2::StreamBody;

/// The body of an answer as it comes from the upstream.
pub(super) struct Received {
    body: Either<Incoming, StreamBody>,
    with: With,
}

/// What goes on beside a body.
enum With {
    Nothing,
    /// The connection that has to be driven for more of it to come, and where it is kept after.
    Connection(Box<Driven>, Arc<Http1>),
    /// The sending of the request's body, over HTTP/2.
    Sending(Sending),
}

impl Received {
    /// One of HTTP/1.
    pub(super) fn new(body: Incoming, driven: Box<Driven>, home: &Arc<Http1>) -> Self {
        Self::with(Either::Left(body), With::Connection(driven, home.clone()))
    }

    /// One whose connection has a task of its own.
    pub(super) fn alone(body: Incoming) -> Self {
        Self::with(Either::Left(body), With::Nothing)
    }

    /// One of HTTP/2.
    pub(super) fn stream(body: StreamBody, sending: Option<Sending>) -> Self {
        let with = sending.map_or(With::Nothing, With::Sending);
        Self::with(Either::Right(body), with)
    }

    fn with(body: Either<Incoming, StreamBody>, with: With) -> Self {
        let mut received = Self { body, with };
        if received.is_end_stream() {
            received.come_whole();
        }
        received
    }

    /// Nothing more comes.
    fn come_whole(&mut self) {
        match std::mem::replace(&mut self.with, With::Nothing) {
            With::Nothing => {}
            With::Connection(driven, home) => home.keep(driven),
            With::Sending(sending) => sending.let_go(),
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
        let Self { body, with } = &mut *self;
        let mut body = Pin::new(body);
        let frame = match with {
            With::Connection(driven, _) => {
                let mut piece = || body.as_mut().poll_frame(&mut nobody());
                match piece() {
                    Poll::Pending => driven.drive_for(cx, piece),
                    frame => frame,
                }
            }
            With::Nothing | With::Sending(_) => body.poll_frame(cx),
        };
        match &frame {
            Poll::Ready(None) => self.come_whole(),
            Poll::Ready(Some(Ok(_))) if self.is_end_stream() => self.come_whole(),
            Poll::Ready(_) | Poll::Pending => {}
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

//! Bodies that are measured on their way.

use super::Record;
use crate::metrics::metrics;
use bytes::Buf;
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

pin_project! {
    /// A request's body; its bytes are counted as they come.
    #[derive(Debug)]
    pub struct AskedBody<Q> {
        #[pin]
        inner: Q,
    }
}

impl<Q> AskedBody<Q> {
    pub(super) fn new(inner: Q) -> Self {
        AskedBody { inner }
    }
}

impl<Q: Body> Body for AskedBody<Q> {
    type Data = Q::Data;
    type Error = Q::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Q::Data>, Q::Error>>> {
        let frame = ready!(self.project().inner.poll_frame(context));
        if let Some(Ok(frame)) = &frame {
            metrics().received.add(length(frame));
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

pin_project! {
    /// An answer's body; when it is gone, the request is over.
    #[derive(Debug)]
    pub struct AnswerBody<B> {
        #[pin]
        inner: B,
        record: Option<Record>,
    }
}

impl<B> AnswerBody<B> {
    pub(super) fn new(inner: B, record: Option<Record>) -> Self {
        AnswerBody { inner, record }
    }
}

impl<B: Body> Body for AnswerBody<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        let this = self.project();
        let mut inner = this.inner;
        let frame = ready!(inner.as_mut().poll_frame(context));
        if let Some(record) = this.record {
            match &frame {
                Some(Ok(frame)) => {
                    record.sent += length(frame);
                    record.whole = inner.is_end_stream();
                }
                Some(Err(_)) => record.whole = false,
                None => record.whole = true,
            }
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

fn length<D: Buf>(frame: &Frame<D>) -> u64 {
    frame.data_ref().map_or(0, |data| data.remaining() as u64)
}

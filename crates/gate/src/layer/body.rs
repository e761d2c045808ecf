//! The body of an answer: the site's own, one of the gate's, or a page on its way through the rewriter.

use super::html::Pages;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

pub use crate::proxy::BoxError;

/// A body of which the first bytes were read already.
pub(crate) struct Resumed<B> {
    pub(crate) first: Option<Bytes>,
    pub(crate) rest: B,
}

impl<B> Body for Resumed<B>
where
    B: Body<Data = Bytes> + Unpin,
{
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        match self.first.take() {
            Some(bytes) => Poll::Ready(Some(Ok(Frame::data(bytes)))),
            None => Pin::new(&mut self.rest).poll_frame(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.first.is_none() && self.rest.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let (first, rest) = (
            self.first.as_ref().map_or(0, |bytes| bytes.len() as u64),
            self.rest.size_hint(),
        );
        let mut hint = SizeHint::new();
        hint.set_lower(rest.lower() + first);
        if let Some(upper) = rest.upper() {
            hint.set_upper(upper + first);
        }
        hint
    }
}

/// The body of a gated answer.
pub struct GateBody<B>(Kind<B>);

enum Kind<B> {
    /// Complete.
    Full(Option<Bytes>),
    /// Not HTML: byte for byte the site's.
    Passing(Resumed<B>),
    /// HTML.
    Pages(Box<Pages<Resumed<B>>>),
}

impl<B> GateBody<B> {
    pub(crate) fn full(bytes: Bytes) -> Self {
        GateBody(Kind::Full((!bytes.is_empty()).then_some(bytes)))
    }

    pub(crate) fn passing(body: Resumed<B>) -> Self {
        GateBody(Kind::Passing(body))
    }

    pub(crate) fn pages(pages: Pages<Resumed<B>>) -> Self {
        GateBody(Kind::Pages(Box::new(pages)))
    }
}

impl<B> fmt::Debug for GateBody<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Kind::Full(_) => "GateBody::Full",
            Kind::Passing(_) => "GateBody::Passing",
            Kind::Pages(_) => "GateBody::Pages",
        })
    }
}

impl<B> Body for GateBody<B>
where
    B: Body<Data = Bytes> + Unpin,
    B::Error: Into<BoxError>,
{
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match &mut self.0 {
            Kind::Full(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Kind::Passing(body) => Pin::new(body).poll_frame(context).map_err(Into::into),
            Kind::Pages(pages) => pages.poll_frame(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Kind::Full(bytes) => bytes.is_none(),
            Kind::Passing(body) => body.is_end_stream(),
            Kind::Pages(_) => false,
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Kind::Full(bytes) => {
                SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
            }
            Kind::Passing(body) => body.size_hint(),
            Kind::Pages(_) => SizeHint::default(),
        }
    }
}

//! A request's body as it comes from the reader: at a least speed, and within a longest time.

use std::error::Error;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use http_body_util::Either;
use hyper::body::Incoming;

use super::config::ServerConfig;
use super::pace::Pace;
use super::timer::Timer;
use crate::causes::causes;
use crate::http2::StreamBody;
use crate::proxy::{BoxError, Cause, ProxyError};

/// The body of a request that the server hands to its service.
///
/// It ends with an error where the reader breaks off or is too slow; for the latter the error is
/// a [`ProxyError`] that says so.
#[derive(Debug)]
pub struct ReaderBody {
    /// As the library of HTTP/1 or of HTTP/2 hands it on.
    inner: Either<Incoming, StreamBody>,
    watch: Option<Box<Watch>>,
}

/// Whether the server has refused by itself what broke a request's body off, and a second refusal would count it
/// twice: where the library of HTTP/2 ends a stream or a connection, the server sees the reset go out or the end.
pub(crate) fn is_told(error: &(dyn Error + 'static)) -> bool {
    causes(error).any(|cause| {
        cause
            .downcast_ref::<h2::Error>()
            .is_some_and(h2::Error::is_library)
    })
}

#[derive(Debug)]
struct Watch {
    pace: Pace,
    /// All the waiting for this body together.
    total: Option<(Timer, Duration)>,
}

impl ReaderBody {
    pub(super) fn new(inner: Either<Incoming, StreamBody>, config: &ServerConfig) -> Self {
        let watch = (!inner.is_end_stream()).then(|| {
            Box::new(Watch {
                pace: Pace::new(config.upload),
                total: config.upload_total.map(|limit| (Timer::new(limit), limit)),
            })
        });
        Self { inner, watch }
    }
}

impl Watch {
    /// Called where the next piece has not come; ready with what has been too slow.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<ProxyError> {
        if let Some((timer, limit)) = &mut self.total
            && timer.poll_elapsed(cx).is_ready()
        {
            return Poll::Ready(Cause::SlowBody(*limit).into());
        }
        self.pace
            .poll_slow(cx)
            .map(|()| Cause::SlowBody(self.pace.rate().window).into())
    }
}

impl Body for ReaderBody {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = &mut *self;
        let frame = Pin::new(&mut this.inner).poll_frame(cx);
        let Some(watch) = &mut this.watch else {
            return frame;
        };
        match frame {
            Poll::Ready(frame) => {
                let data = frame
                    .as_ref()
                    .and_then(|frame| frame.as_ref().ok()?.data_ref());
                watch.pace.moved(data.map_or(0, Bytes::len));
                Poll::Ready(frame)
            }
            Poll::Pending => {
                let error = std::task::ready!(watch.poll(cx));
                Poll::Ready(Some(Err(error.into())))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

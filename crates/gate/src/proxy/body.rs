//! Bodies on their way through: counted, timed, never collected.

use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use http_body_util::BodyExt;
use http_body_util::combinators::UnsyncBoxBody;
use tokio::time::Instant;

use super::error::{BoxError, Cause, ProxyError};
use super::headers::clean_trailers;
use super::pool::Lease;
use super::received::Received;
use crate::metrics::metrics;
use crate::server::{Pace, Rate, Timer};

/// How far the request's body has got: read by whoever waits for the answer.
pub(super) struct Upload {
    start: Instant,
    /// Milliseconds from `start` to when the upstream last took a piece.
    last: AtomicU64,
    /// Whether the reader, not the upstream, is who has to act.
    waiting_for_reader: AtomicBool,
    failure: OnceLock<ProxyError>,
}

impl Upload {
    fn new() -> Self {
        Self {
            start: Instant::now(),
            last: AtomicU64::new(0),
            waiting_for_reader: AtomicBool::new(false),
            failure: OnceLock::new(),
        }
    }

    fn moved(&self) {
        self.last
            .store(self.start.elapsed().as_millis() as u64, Ordering::Relaxed);
        self.waiting_for_reader.store(false, Ordering::Relaxed);
    }

    /// The instant from which the upstream owes its answer.
    pub(super) fn owed_since(&self) -> Instant {
        if self.waiting_for_reader.load(Ordering::Relaxed) {
            return Instant::now();
        }
        self.start + Duration::from_millis(self.last.load(Ordering::Relaxed))
    }

    /// Why the request's body ended early, if it did.
    pub(super) fn failure(&self) -> Option<ProxyError> {
        self.failure.get().cloned()
    }
}

/// The request's body on its way to the upstream; most have none.
pub(super) struct RequestBody(Option<Box<Sending>>);

struct Sending {
    inner: UnsyncBoxBody<Bytes, BoxError>,
    upload: Arc<Upload>,
    limit: Option<u64>,
    passed: u64,
    timer: Timer,
}

impl RequestBody {
    pub(super) fn new<B>(body: B, limit: Option<u64>, idle: Duration) -> Self
    where
        B: Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        if body.is_end_stream() {
            return Self::none();
        }
        Self(Some(Box::new(Sending {
            inner: body.map_err(Into::into).boxed_unsync(),
            upload: Arc::new(Upload::new()),
            limit,
            passed: 0,
            timer: Timer::new(idle),
        })))
    }

    /// A body of no bytes.
    pub(super) fn none() -> Self {
        Self(None)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// How far it has got; `None`: there is nothing to send.
    pub(super) fn upload(&self) -> Option<Arc<Upload>> {
        self.0.as_ref().map(|sending| sending.upload.clone())
    }
}

impl Sending {
    /// The next piece, or what ends the body early.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, ProxyError>>> {
        match Pin::new(&mut self.inner).poll_frame(cx) {
            Poll::Ready(Some(Ok(mut frame))) => {
                self.timer.disarm();
                if let Some(trailers) = frame.trailers_mut() {
                    clean_trailers(trailers);
                }
                self.upload.moved();
                self.passed += frame.data_ref().map_or(0, |data| data.len() as u64);
                Poll::Ready(Some(match self.limit {
                    Some(limit) if self.passed > limit => Err(Cause::BodyTooLarge(limit).into()),
                    _ => Ok(frame),
                }))
            }
            Poll::Ready(Some(Err(error))) => {
                // The server says so itself where the reader was too slow.
                let known = ProxyError::find(&*error).cloned();
                let error =
                    known.unwrap_or_else(|| ProxyError::with_source(Cause::ReaderBody, error));
                Poll::Ready(Some(Err(error)))
            }
            Poll::Ready(None) => {
                self.upload.moved();
                Poll::Ready(None)
            }
            Poll::Pending => {
                self.upload
                    .waiting_for_reader
                    .store(true, Ordering::Relaxed);
                ready!(self.timer.poll_elapsed(cx));
                let idle = self.timer.limit();
                Poll::Ready(Some(Err(Cause::ReaderIdle(idle).into())))
            }
        }
    }
}

impl Body for RequestBody {
    type Data = Bytes;
    type Error = ProxyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, ProxyError>>> {
        let Some(sending) = &mut self.0 else {
            return Poll::Ready(None);
        };
        let frame = match ready!(sending.poll(cx)) {
            Some(Ok(frame)) => return Poll::Ready(Some(Ok(frame))),
            // The first failure is the one that explains the others.
            Some(Err(error)) => Some(Err(sending.upload.failure.get_or_init(|| error).clone())),
            None => None,
        };
        self.0 = None;
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        let sending = self.0.as_ref();
        sending.is_none_or(|sending| sending.inner.is_end_stream())
    }

    fn size_hint(&self) -> SizeHint {
        let nothing = || SizeHint::with_exact(0);
        let sending = self.0.as_ref();
        sending.map_or_else(nothing, |sending| sending.inner.size_hint())
    }
}

/// An answer's body on its way to the reader.
///
/// It ends cleanly only if the upstream ended it cleanly. In every other case it yields a
/// [`ProxyError`], on which the connection to the reader has to be aborted: a shortened page must
/// never look like a whole one.
pub struct ProxyBody(Option<Box<Coming>>);

/// What is still to come; in a place of its own, for a body is handed on many times.
struct Coming {
    received: Received,
    idle: Timer,
    total: Option<Timer>,
    /// The least speed, where there is one.
    pace: Option<Pace>,
    /// The request's place at its upstream.
    _lease: Lease,
}

impl ProxyBody {
    /// A body of no bytes.
    pub fn empty() -> Self {
        Self(None)
    }

    pub(super) fn new(
        received: Received,
        idle: Duration,
        total: Option<Timer>,
        slowest: Option<Rate>,
        lease: Lease,
    ) -> Self {
        Self(Some(Box::new(Coming {
            received,
            idle: Timer::new(idle),
            total,
            pace: slowest.map(Pace::new),
            _lease: lease,
        })))
    }
}

impl Coming {
    /// The next piece, or what cuts the body short.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, ProxyError>>> {
        if let Some(total) = &mut self.total
            && total.poll_elapsed(cx).is_ready()
        {
            let limit = total.limit();
            return Poll::Ready(Some(Err(Cause::TotalTimeout(limit).into())));
        }
        match Pin::new(&mut self.received).poll_frame(cx) {
            Poll::Ready(Some(Ok(mut frame))) => {
                self.idle.disarm();
                if let Some(pace) = &mut self.pace {
                    pace.moved(frame.data_ref().map_or(0, Bytes::len));
                }
                if let Some(trailers) = frame.trailers_mut() {
                    clean_trailers(trailers);
                }
                Poll::Ready(Some(Ok(frame)))
            }
            Poll::Ready(Some(Err(error))) => {
                let error = ProxyError::with_source(Cause::UpstreamBody, error);
                Poll::Ready(Some(Err(error)))
            }
            Poll::Ready(None) => Poll::Ready(None),
            Poll::Pending => {
                if let Some(pace) = &mut self.pace
                    && pace.poll_slow(cx).is_ready()
                {
                    let window = pace.rate().window;
                    return Poll::Ready(Some(Err(Cause::SlowAnswer(window).into())));
                }
                ready!(self.idle.poll_elapsed(cx));
                let idle = self.idle.limit();
                Poll::Ready(Some(Err(Cause::UpstreamIdle(idle).into())))
            }
        }
    }
}

impl Body for ProxyBody {
    type Data = Bytes;
    type Error = ProxyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, ProxyError>>> {
        let Some(coming) = &mut self.0 else {
            return Poll::Ready(None);
        };
        let end = match ready!(coming.poll(cx)) {
            Some(Ok(frame)) => return Poll::Ready(Some(Ok(frame))),
            end => end,
        };
        // Where it is cut short, this closes the connection to the upstream.
        self.0 = None;
        if let Some(Err(error)) = &end {
            metrics().upstream_failures.of(error.cause().into()).one();
            tracing::warn!(
                cause = error.cause().name(),
                error = error.chain(),
                "answer cut short"
            );
        }
        Poll::Ready(end)
    }

    fn is_end_stream(&self) -> bool {
        let coming = self.0.as_ref();
        coming.is_none_or(|coming| coming.received.is_end_stream())
    }

    fn size_hint(&self) -> SizeHint {
        let nothing = || SizeHint::with_exact(0);
        let coming = self.0.as_ref();
        coming.map_or_else(nothing, |coming| coming.received.size_hint())
    }
}

impl std::fmt::Debug for ProxyBody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProxyBody")
            .field("size", &self.size_hint())
            .finish_non_exhaustive()
    }
}

//! Sees each request from its head to the end of its answer, and counts it; where it is
//! configured, with a line in the access log and a span for a trace.
//!
//! [`Recorded`] is the outermost service: whatever answers, whatever the protocol, passes here.

mod access;
mod body;
mod details;
mod export;
mod id;
mod reader;

use crate::metrics::{Method, Status, metrics};
pub use access::AccessTarget;
pub use body::{AnswerBody, AskedBody};
use details::Entry;
pub use details::{RecordConfig, RecordError, Recorder};
pub use export::ExportError;
use http::{Request, Response, StatusCode};
use http_body::Body;
use pin_project_lite::pin_project;
pub use reader::Addresses;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};
use tower_service::Service;

/// A service whose requests are recorded.
#[derive(Clone, Debug)]
pub struct Recorded<S> {
    inner: S,
    recorder: Arc<Recorder>,
}

impl<S> Recorded<S> {
    /// Records what `inner` answers.
    pub fn new(inner: S, recorder: Arc<Recorder>) -> Self {
        Recorded { inner, recorder }
    }
}

impl<S, Q, B> Service<Request<Q>> for Recorded<S>
where
    S: Service<Request<AskedBody<Q>>, Response = Response<B>>,
    B: Body,
{
    type Response = Response<AnswerBody<B>>;
    type Error = S::Error;
    type Future = Answering<S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<Q>) -> Self::Future {
        let record = Record::new(&mut request, &self.recorder);
        Answering {
            inner: self.inner.call(request.map(AskedBody::new)),
            record: Some(record),
        }
    }
}

pin_project! {
    /// An answer that is being made.
    #[derive(Debug)]
    pub struct Answering<F> {
        #[pin]
        inner: F,
        record: Option<Record>,
    }
}

impl<F, B, E> Future for Answering<F>
where
    F: Future<Output = Result<Response<B>, E>>,
    B: Body,
{
    type Output = Result<Response<AnswerBody<B>>, E>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let answer = ready!(this.inner.poll(context))?;
        let mut record = this.record.take();
        if let Some(record) = &mut record {
            record.answered(&answer);
        }
        Poll::Ready(Ok(answer.map(|body| AnswerBody::new(body, record))))
    }
}

/// What is known of one request. Dropped at its end, whatever that is: then it counts.
#[derive(Debug)]
struct Record {
    began: Instant,
    method: Method,
    status: Option<StatusCode>,
    first_byte: Option<Duration>,
    /// Bytes of the answer's body.
    sent: u64,
    /// Whether the answer came to its own end.
    whole: bool,
    more: Option<(Arc<Recorder>, Box<Entry>)>,
}

impl Record {
    fn new<Q>(request: &mut Request<Q>, recorder: &Arc<Recorder>) -> Self {
        let more = recorder.begin(request);
        Record {
            began: Instant::now(),
            method: request.method().into(),
            status: None,
            first_byte: None,
            sent: 0,
            whole: false,
            more: more.map(|entry| (recorder.clone(), entry)),
        }
    }

    fn answered<B: Body>(&mut self, answer: &Response<B>) {
        self.status = Some(answer.status());
        let bodiless = matches!(
            answer.status(),
            StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED
        );
        let switched = answer.status() == StatusCode::SWITCHING_PROTOCOLS;
        self.whole =
            self.method == Method::Head || bodiless || switched || answer.body().is_end_stream();
        let time = self.began.elapsed();
        self.first_byte = Some(time);
        metrics().first_byte.observe(time);
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        let metrics = metrics();
        let status = self.status.map_or(Status::None, Status::from);
        metrics.request(self.method, status).one();
        metrics.sent.add(self.sent);
        let duration = self.began.elapsed();
        metrics.duration.observe(duration);
        if let Some((recorder, mut entry)) = self.more.take() {
            entry.status = self.status;
            entry.sent = self.sent;
            entry.first_byte = self.first_byte;
            entry.duration = duration;
            entry.whole = self.whole;
            recorder.end(entry);
        }
    }
}

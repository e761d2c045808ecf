//! Sees each request from its head to the end of its answer, and counts it.
//!
//! [`Recorded`] is the outermost service: whatever answers, whatever the protocol, passes here.

mod body;

use crate::metrics::{Method, Status, metrics};
pub use body::{AnswerBody, AskedBody};
use http::{Request, Response, StatusCode};
use http_body::Body;
use pin_project_lite::pin_project;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Instant;
use tower_service::Service;

/// A service whose requests are recorded.
#[derive(Clone, Debug)]
pub struct Recorded<S> {
    inner: S,
}

impl<S> Recorded<S> {
    /// Records what `inner` answers.
    pub fn new(inner: S) -> Self {
        Recorded { inner }
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

    fn call(&mut self, request: Request<Q>) -> Self::Future {
        let record = Record::new(&request);
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
            record.answered(answer.status());
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
    /// Bytes of the answer's body.
    sent: u64,
}

impl Record {
    fn new<Q>(request: &Request<Q>) -> Self {
        Record {
            began: Instant::now(),
            method: request.method().into(),
            status: None,
            sent: 0,
        }
    }

    fn answered(&mut self, status: StatusCode) {
        self.status = Some(status);
        metrics().first_byte.observe(self.began.elapsed());
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        let metrics = metrics();
        let status = self.status.map_or(Status::None, Status::from);
        metrics.request(self.method, status).one();
        metrics.sent.add(self.sent);
        metrics.duration.observe(self.began.elapsed());
    }
}

//! One request to the upstream and the head of its answer.

use std::error::Error as _;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use http::request::Parts;
use http::{Extensions, Request, Response};
use hyper::body::Incoming;
use hyper_util::client::legacy::{Client, Error};
use tokio::sync::Notify;
use tokio::time::{Instant, sleep};

use super::body::{RequestBody, Upload};
use super::config::Limits;
use super::connect::{Connector, Used};
use super::error::{Cause, ProxyError};
use crate::metrics::metrics;

pub(super) type UpstreamClient = Client<Connector, RequestBody>;

/// Sends a request and waits for the answer's head; once more where that is safe and may help.
pub(super) async fn send(
    client: &UpstreamClient,
    parts: Parts,
    body: RequestBody,
    head_timeout: Duration,
    limits: &Limits,
) -> Result<Response<Incoming>, ProxyError> {
    let repeatable = body.is_empty() && parts.method.is_idempotent();
    let again = repeatable.then(|| (parts.clone(), body.empty_again()));
    let first = Request::from_parts(parts, body);
    match (attempt(client, first, head_timeout, limits).await, again) {
        (Err(Failure { stale: true, error }), Some((parts, body))) => {
            tracing::debug!(
                error = error.chain(),
                "kept connection was closed, trying again"
            );
            metrics().upstream_retries.one();
            let second = Request::from_parts(parts, body);
            attempt(client, second, head_timeout, limits)
                .await
                .map_err(|failure| failure.error)
        }
        (result, _) => result.map_err(|failure| failure.error),
    }
}

/// A failed attempt, and whether all that failed is a connection kept from before.
struct Failure {
    error: ProxyError,
    stale: bool,
}

impl From<Cause> for Failure {
    fn from(cause: Cause) -> Self {
        Self {
            error: cause.into(),
            stale: false,
        }
    }
}

async fn attempt(
    client: &UpstreamClient,
    mut request: Request<RequestBody>,
    head_timeout: Duration,
    limits: &Limits,
) -> Result<Response<Incoming>, Failure> {
    let upload = request.body().upload();
    let flood = limit_informational(&mut request, limits.informational);
    metrics().upstream_requests.one();
    let answer = client.request(request);
    let late = sleep(head_timeout);
    tokio::pin!(answer, late);
    loop {
        tokio::select! {
            biased;
            answer = &mut answer => return match answer {
                Ok(answer) => {
                    if let Some(used) = answer.extensions().get::<Used>() {
                        used.mark();
                    }
                    Ok(answer)
                }
                Err(error) => Err(judge(error, &upload)),
            },
            () = flood.notified() => return Err(Cause::BadAnswer("too many 1xx answers").into()),
            () = &mut late => {
                let due = upload.owed_since() + head_timeout;
                if due <= Instant::now() {
                    return Err(Cause::HeadTimeout(head_timeout).into());
                }
                late.as_mut().reset(due);
            }
        }
    }
}

/// Counts 1xx answers: an upstream can send them for ever, fast, and the library waits on.
fn limit_informational(request: &mut Request<RequestBody>, limit: usize) -> Arc<Notify> {
    let flood = Arc::new(Notify::new());
    let (count, notify) = (AtomicUsize::new(0), flood.clone());
    hyper::ext::on_informational(request, move |_| {
        if count.fetch_add(1, Ordering::Relaxed) == limit {
            notify.notify_one();
        }
    });
    flood
}

/// Says in our words what the client library reports.
fn judge(error: Error, upload: &Upload) -> Failure {
    // A body that the reader did not finish makes the library fail in many ways.
    if let Some(error) = upload.failure() {
        return Failure {
            error,
            stale: false,
        };
    }
    if let Some(known) = ProxyError::find(&error) {
        return Failure {
            error: known.clone(),
            stale: false,
        };
    }
    if error.is_connect() {
        let error = ProxyError::with_source(Cause::Unreachable, error);
        return Failure {
            error,
            stale: false,
        };
    }
    let mut extras = Extensions::new();
    if let Some(connected) = error.connect_info() {
        connected.get_extras(&mut extras);
    }
    let used = extras.get::<Used>().is_some_and(Used::get);
    let source = error
        .source()
        .and_then(|source| source.downcast_ref::<hyper::Error>());
    let cause = match source {
        Some(http) if http.is_parse_too_large() => Cause::BadAnswer("head too large"),
        Some(http) if http.is_parse() => Cause::BadAnswer("not valid HTTP"),
        _ => Cause::Closed,
    };
    let closed = cause == Cause::Closed && source.is_some_and(is_closed);
    Failure {
        error: ProxyError::with_source(cause, error),
        stale: used && closed,
    }
}

/// Whether the connection was closed, as opposed to something being said on it.
fn is_closed(error: &hyper::Error) -> bool {
    let broken = error
        .source()
        .and_then(|source| source.downcast_ref::<io::Error>());
    error.is_incomplete_message()
        || error.is_canceled()
        || error.is_closed()
        || broken.is_some_and(|broken| {
            let kind = broken.kind();
            matches!(
                kind,
                io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe
            )
        })
}

//! One request to an upstream and the head of its answer; to another one where that is safe.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use http::header::HeaderValue;
use http::request::Parts;
use http::{Request, Response};
use tokio::time::Instant;

use super::body::{RequestBody, Upload};
use super::config::HostHeader;
use super::error::{Cause, ProxyError};
use super::failure::{self, Failure, Hope};
use super::http2::{Http2, Room};
use super::pool::{Lease, Member, Pool};
use super::received::Received;
use super::request::{direct, direct_http2};
use crate::metrics::metrics;
use crate::server::{Hints, Timer};

/// Upstreams that one request is sent to at most.
const TRIES: usize = 3;

/// A request's head, ready but for what depends on the upstream.
#[derive(Clone)]
pub(super) struct Head {
    pub(super) parts: Parts,
    /// The host that the reader asked for.
    pub(super) host: HeaderValue,
    /// The reader understands trailers.
    pub(super) trailers: bool,
    /// The reader wants to switch protocols, which only HTTP/1 can.
    pub(super) upgrade: bool,
    /// The way for early hints, if the reader may have some.
    pub(super) hints: Option<Hints>,
}

/// How requests are sent.
pub(super) struct Sender {
    pub(super) host: HostHeader,
    pub(super) timeout: Duration,
}

impl Sender {
    /// Sends a request and waits for the answer's head; once more where that is safe and may help.
    pub(super) async fn send(
        &self,
        pool: &Pool,
        head: Box<Head>,
        body: RequestBody,
    ) -> Result<(Response<Received>, Lease), ProxyError> {
        let repeatable = body.is_empty() && head.parts.method.is_idempotent();
        let (mut head, mut body) = (head, body);
        let mut tried: Vec<Arc<Member>> = Vec::new();
        let mut refreshed = false;
        pool.count_request();
        let mut lease = pool.choose(&[]).ok_or(Cause::Unreachable)?;
        loop {
            let again = repeatable.then(|| (head.clone(), RequestBody::none()));
            metrics().upstream_requests.one();
            let failure = match self.attempt(&mut lease, head, body).await {
                Ok(answer) => {
                    lease.member.answered();
                    return Ok((answer, lease));
                }
                Err(failure) => failure,
            };
            let stale = failure.hope == Hope::Here && !refreshed;
            if !stale {
                lease.member.failed(failure.error.cause());
            }
            let Some(next) = again.filter(|_| failure.hope != Hope::None) else {
                return Err(failure.error);
            };
            if stale {
                refreshed = true;
            } else {
                tried.push(lease.member.clone());
                let other = pool.choose(&tried).filter(|_| tried.len() < TRIES);
                lease = match other {
                    Some(other) if pool.may_repeat() => other,
                    _ => return Err(failure.error),
                };
            }
            metrics().upstream_retries.one();
            tracing::debug!(
                error = failure.error.chain(),
                upstream = %lease.member.upstream,
                "trying again"
            );
            (head, body) = next;
        }
    }

    /// Sends a request to the upstream of `lease`.
    pub(super) async fn attempt(
        &self,
        lease: &mut Lease,
        head: Box<Head>,
        body: RequestBody,
    ) -> Result<Response<Received>, Failure> {
        let member = lease.member.clone();
        match member.http2.as_ref().filter(|_| !head.upgrade) {
            None => self.http1(&member, head, body).await,
            // In a place of its own: most upstreams speak HTTP/1 only, and their requests are to be small.
            Some(http2) => Box::pin(self.either(http2, lease, head, body)).await,
        }
    }

    /// Sends a request by HTTP/2 if the upstream speaks it.
    async fn either(
        &self,
        http2: &Http2,
        lease: &mut Lease,
        head: Box<Head>,
        body: RequestBody,
    ) -> Result<Response<Received>, Failure> {
        match http2.room().await.map_err(Failure::elsewhere)? {
            Some(room) => self.http2(lease, room, head, body).await,
            None => self.http1(&lease.member, head, body).await,
        }
    }

    async fn http1(
        &self,
        member: &Member,
        mut head: Box<Head>,
        body: RequestBody,
    ) -> Result<Response<Received>, Failure> {
        direct(&mut head, &member.upstream, self.host);
        let patience = self.patience(&body);
        let request = Request::from_parts(head.parts, body);
        let http1 = &member.http1;
        http1
            .send(request, head.upgrade, head.hints, &patience)
            .await
    }

    async fn http2(
        &self,
        lease: &mut Lease,
        room: Room,
        mut head: Box<Head>,
        body: RequestBody,
    ) -> Result<Response<Received>, Failure> {
        direct_http2(&mut head, &lease.member.upstream, self.host)?;
        let patience = self.patience(&body);
        let mut late = Timer::new(patience.timeout);
        let request = Request::from_parts(head.parts, body);
        let (heads, kept) = (room.heads.clone(), room.kept);
        let mut answer = pin!(room.ask(request, head.hints));
        let answer = poll_fn(|cx| match answer.as_mut().poll(cx) {
            Poll::Ready(answer) => Poll::Ready(
                answer.map_err(|error| failure::of_http2(error, kept, &heads, patience.upload())),
            ),
            Poll::Pending => patience
                .poll_end(&mut late, cx)
                .map(|cause| Err(cause.into())),
        });
        let (answer, ticket) = answer.await?;
        lease.ticket = Some(ticket);
        Ok(answer)
    }

    fn patience(&self, body: &RequestBody) -> Patience {
        Patience {
            timeout: self.timeout,
            upload: body.upload(),
        }
    }
}

/// How long an upstream may take to answer one request: time in which the reader has to send does
/// not count.
pub(super) struct Patience {
    pub(super) timeout: Duration,
    upload: Option<Arc<Upload>>,
}

impl Patience {
    /// How far the request's body has got.
    pub(super) fn upload(&self) -> Option<&Upload> {
        self.upload.as_deref()
    }

    /// Ready when it is at its end. `late` runs for the `timeout` to begin with.
    pub(super) fn poll_end(&self, late: &mut Timer, cx: &mut Context<'_>) -> Poll<Cause> {
        loop {
            ready!(late.poll_elapsed(cx));
            let due = self
                .upload()
                .map(|upload| upload.owed_since() + self.timeout);
            let left = due.map(|due| due.saturating_duration_since(Instant::now()));
            match left.filter(|left| !left.is_zero()) {
                Some(left) => late.restart(left),
                None => return Poll::Ready(Cause::HeadTimeout(self.timeout)),
            }
        }
    }
}

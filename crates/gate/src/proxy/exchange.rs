//! One request to an upstream and the head of its answer; to another one where that is safe.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use http::header::HeaderValue;
use http::request::Parts;
use http::{Request, Response};
use hyper::body::Incoming;
use hyper_util::client::legacy::Client;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep};

use super::body::{RequestBody, Upload};
use super::config::{HostHeader, Limits};
use super::connect::{Connector, Used};
use super::error::{Cause, ProxyError};
use super::failure::{self, Failure, Hope};
use super::http2::{Room, Ticket};
use super::pool::{Lease, Member, Pool};
use super::request::{direct, direct_http2};
use super::upstream::Upstream;
use crate::metrics::metrics;

/// The client for HTTP/1, with its connections to all upstreams.
pub(super) type UpstreamClient = Client<Connector, RequestBody>;

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
}

/// How requests are sent.
pub(super) struct Sender<'s> {
    pub(super) client: &'s UpstreamClient,
    pub(super) host: HostHeader,
    pub(super) timeout: Duration,
    pub(super) limits: &'s Limits,
}

impl Sender<'_> {
    /// Sends a request and waits for the answer's head; once more where that is safe and may help.
    pub(super) async fn send(
        &self,
        pool: &Pool,
        head: Head,
        body: RequestBody,
    ) -> Result<(Response<Incoming>, Lease), ProxyError> {
        let repeatable = body.is_empty() && head.parts.method.is_idempotent();
        let (mut head, mut body) = (head, body);
        let mut tried: Vec<Arc<Member>> = Vec::new();
        let mut refreshed = false;
        pool.count_request();
        let mut lease = pool.choose(&[]).ok_or(Cause::Unreachable)?;
        loop {
            let again = repeatable.then(|| (head.clone(), body.empty_again()));
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
        head: Head,
        body: RequestBody,
    ) -> Result<Response<Incoming>, Failure> {
        let member = lease.member.clone();
        let http2 = member.http2.as_ref().filter(|_| !head.upgrade);
        let room = match http2 {
            Some(http2) => http2.room().await.map_err(Failure::elsewhere)?,
            None => None,
        };
        match room {
            Some(room) => {
                self.http2(&mut lease.ticket, &member.upstream, room, head, body)
                    .await
            }
            None => self.http1(&member.upstream, head, body).await,
        }
    }

    async fn http1(
        &self,
        upstream: &Upstream,
        mut head: Head,
        body: RequestBody,
    ) -> Result<Response<Incoming>, Failure> {
        direct(&mut head, upstream, self.host)?;
        let upload = body.upload();
        let mut request = Request::from_parts(head.parts, body);
        let flood = limit_informational(&mut request, self.limits.informational);
        let answer = async {
            let answer = self.client.request(request).await;
            answer.map_err(|error| failure::of_client(error, &upload))
        };
        let answer = tokio::select! {
            biased;
            answer = self.in_time(answer, &upload) => answer?,
            () = flood.notified() => return Err(Cause::BadAnswer("too many 1xx answers").into()),
        };
        if let Some(used) = answer.extensions().get::<Used>() {
            used.mark();
        }
        Ok(answer)
    }

    async fn http2(
        &self,
        ticket: &mut Option<Ticket>,
        upstream: &Upstream,
        mut room: Room,
        mut head: Head,
        body: RequestBody,
    ) -> Result<Response<Incoming>, Failure> {
        direct_http2(&mut head, upstream, self.host)?;
        let upload = body.upload();
        let request = Request::from_parts(head.parts, body);
        let answer = async {
            let answer = room.sender.send_request(request).await;
            answer.map_err(|error| failure::of_http2(error, room.kept, &room.heads, &upload))
        };
        let answer = self.in_time(answer, &upload).await?;
        *ticket = Some(room.ticket);
        Ok(answer)
    }

    /// Waits for an answer for as long as the upstream may take: time in which the reader has to
    /// send does not count.
    async fn in_time(
        &self,
        answer: impl Future<Output = Result<Response<Incoming>, Failure>>,
        upload: &Upload,
    ) -> Result<Response<Incoming>, Failure> {
        let late = sleep(self.timeout);
        tokio::pin!(answer, late);
        loop {
            tokio::select! {
                biased;
                answer = &mut answer => return answer,
                () = &mut late => {
                    let due = upload.owed_since() + self.timeout;
                    if due <= Instant::now() {
                        return Err(Cause::HeadTimeout(self.timeout).into());
                    }
                    late.as_mut().reset(due);
                }
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

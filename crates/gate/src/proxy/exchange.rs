//! One request to an upstream and the head of its answer; to another one where that is safe.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use http::header::{HeaderName, HeaderValue};
use http::uri::PathAndQuery;
use http::{Method, Request, Response};
use tokio::time::Instant;

use super::body::{RequestBody, Upload};
use super::config::HostHeader;
use super::error::{Cause, ProxyError};
use super::failure::{self, Failure, Hope};
use super::headers::size;
use super::http2::{Http2, Room};
use super::pool::{Lease, Member, Pool};
use super::received::Received;
use super::request::{direct, direct_http2};
use crate::metrics::metrics;
use crate::server::{Hints, Timer};

/// Upstreams that one request is sent to at most.
const TRIES: usize = 3;

/// A request, ready but for what depends on the upstream. Its `Host` is the one that the reader asked for.
pub(super) struct Outgoing {
    pub(super) request: Box<Request<RequestBody>>,
    /// The reader understands trailers.
    pub(super) trailers: bool,
    /// The reader wants to switch protocols, which only HTTP/1 can.
    pub(super) upgrade: bool,
    /// The way for early hints, if the reader may have some.
    pub(super) hints: Option<Hints>,
}

/// What is kept of a request without a body for another attempt. Hardly any needs one, so that it is kept has to
/// be cheap, and a copy of a map of fields is not.
struct Spare {
    /// A line each: the method; the target; a name, a colon and a value.
    head: Vec<u8>,
    trailers: bool,
    upgrade: bool,
    hints: Option<Hints>,
}

impl Spare {
    /// `None`: it may not be sent twice.
    fn of(outgoing: &Outgoing) -> Option<Self> {
        let request = &outgoing.request;
        if !request.body().is_empty() || !request.method().is_idempotent() {
            return None;
        }
        let (method, headers) = (request.method().as_str(), request.headers());
        let target = request
            .uri()
            .path_and_query()
            .map_or("", PathAndQuery::as_str);
        let fields = size(headers) + 2 * headers.len();
        let mut head = Vec::with_capacity(method.len() + target.len() + 2 + fields);
        let mut write = |part: &[u8]| head.extend_from_slice(part);
        // None of them can hold the end of a line, nor names a colon.
        for line in [method, target] {
            [line.as_bytes(), b"\n"].into_iter().for_each(&mut write);
        }
        for (name, value) in headers {
            let parts = [name.as_str().as_bytes(), b":", value.as_bytes(), b"\n"];
            parts.into_iter().for_each(&mut write);
        }
        Some(Self {
            head,
            trailers: outgoing.trailers,
            upgrade: outgoing.upgrade,
            hints: outgoing.hints.clone(),
        })
    }

    /// The request again; `None` cannot be, since all of it was read from a request.
    fn outgoing(&self) -> Option<Outgoing> {
        let mut lines = self.head.strip_suffix(b"\n")?.split(|byte| *byte == b'\n');
        let mut request = Box::new(Request::new(RequestBody::none()));
        *request.method_mut() = Method::from_bytes(lines.next()?).ok()?;
        *request.uri_mut() = PathAndQuery::try_from(lines.next()?).ok()?.into();
        for line in lines {
            let colon = line.iter().position(|byte| *byte == b':')?;
            let name = HeaderName::from_bytes(&line[..colon]).ok()?;
            let value = HeaderValue::from_bytes(&line[colon + 1..]).ok()?;
            request.headers_mut().append(name, value);
        }
        Some(Outgoing {
            request,
            trailers: self.trailers,
            upgrade: self.upgrade,
            hints: self.hints.clone(),
        })
    }
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
        mut outgoing: Outgoing,
    ) -> Result<(Response<Received>, Lease), ProxyError> {
        let spare = Spare::of(&outgoing);
        let mut tried: Vec<Arc<Member>> = Vec::new();
        let mut refreshed = false;
        pool.count_request();
        let mut lease = pool.choose(&[]).ok_or(Cause::Unreachable)?;
        loop {
            metrics().upstream_requests.one();
            let failure = match self.attempt(&mut lease, outgoing).await {
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
            let Some(spare) = spare.as_ref().filter(|_| failure.hope != Hope::None) else {
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
            outgoing = spare.outgoing().ok_or(failure.error)?;
        }
    }

    /// Sends a request to the upstream of `lease`.
    pub(super) async fn attempt(
        &self,
        lease: &mut Lease,
        outgoing: Outgoing,
    ) -> Result<Response<Received>, Failure> {
        let member = lease.member.clone();
        match member.http2.as_ref().filter(|_| !outgoing.upgrade) {
            None => self.http1(&member, outgoing).await,
            // In a place of its own: most upstreams speak HTTP/1 only, and their requests are to be small.
            Some(http2) => Box::pin(self.either(http2, lease, outgoing)).await,
        }
    }

    /// Sends a request by HTTP/2 if the upstream speaks it.
    async fn either(
        &self,
        http2: &Http2,
        lease: &mut Lease,
        outgoing: Outgoing,
    ) -> Result<Response<Received>, Failure> {
        match http2.room().await.map_err(Failure::elsewhere)? {
            Some(room) => self.http2(lease, room, outgoing).await,
            None => self.http1(&lease.member, outgoing).await,
        }
    }

    async fn http1(
        &self,
        member: &Member,
        mut outgoing: Outgoing,
    ) -> Result<Response<Received>, Failure> {
        direct(&mut outgoing, &member.upstream, self.host);
        let patience = self.patience(outgoing.request.body());
        member.http1.send(outgoing, &patience).await
    }

    async fn http2(
        &self,
        lease: &mut Lease,
        room: Room,
        mut outgoing: Outgoing,
    ) -> Result<Response<Received>, Failure> {
        direct_http2(&mut outgoing, &lease.member.upstream, self.host)?;
        let patience = self.patience(outgoing.request.body());
        let mut late = Timer::new(patience.timeout);
        let (heads, kept) = (room.heads.clone(), room.kept);
        let mut answer = pin!(room.ask(*outgoing.request, outgoing.hints));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_for_another_attempt_is_the_whole_request() {
        let mut request = Request::new(RequestBody::none());
        *request.method_mut() = Method::HEAD;
        *request.uri_mut() = PathAndQuery::from_static("/a:b?c").into();
        for (name, value) in [
            ("cookie", &b"a=b; c=\"d:e\""[..]),
            ("accept", b""),
            ("cookie", b"\xe9\tf"),
            ("x-own", b":"),
        ] {
            let value = HeaderValue::from_bytes(value).unwrap();
            request.headers_mut().append(name, value);
        }
        let outgoing = Outgoing {
            request: Box::new(request),
            trailers: true,
            upgrade: false,
            hints: None,
        };
        let again = Spare::of(&outgoing)
            .and_then(|spare| spare.outgoing())
            .unwrap();
        assert_eq!(again.request.method(), outgoing.request.method());
        assert_eq!(again.request.uri(), outgoing.request.uri());
        assert_eq!(again.request.headers(), outgoing.request.headers());
        assert!(again.trailers && !again.upgrade && again.request.body().is_empty());
    }

    #[test]
    fn what_changes_something_each_time_is_sent_once() {
        let mut request = Request::new(RequestBody::none());
        *request.method_mut() = Method::POST;
        let outgoing = Outgoing {
            request: Box::new(request),
            trailers: false,
            upgrade: false,
            hints: None,
        };
        assert!(Spare::of(&outgoing).is_none());
    }
}

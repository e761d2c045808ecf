//! The reverse proxy: a tower service that passes requests to an upstream, or to one of several
//! that have the same pages, streaming both ways. It speaks HTTP/1.1 and HTTP/2 to them.
//!
//! # Errors compose as answers
//!
//! The service's own error type is [`Infallible`]: a request that cannot be passed on, or an
//! upstream that does not answer, yields an answer with the right status, an empty body and the
//! [`ProxyError`] in its extensions. So the proxy fits wherever an infallible service is asked for
//! (an axum `Router`, the gate's layer, the server in this crate), and the layer around it turns
//! the marked answers into pages. What fails later, in mid-body, is an error of the [`ProxyBody`],
//! which makes a server abort the connection instead of ending the answer cleanly.
//!
//! # What is refused
//!
//! `CONNECT` and `TRACE` (405), anything but exactly one well-formed `Host` (400), targets that are
//! neither a path nor a URL of that same host (400), ambiguous lengths (400), transfer codings
//! other than `chunked` (501), unknown expectations (417), and what exceeds the [`Limits`].
//!
//! ```no_run
//! use jalousie_gate::proxy::{Proxy, ProxyConfig, Upstream};
//! use jalousie_gate::server::{Server, ServerConfig};
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let proxy = Proxy::new(ProxyConfig::new(Upstream::parse("http://127.0.0.1:8080")?))?;
//! let server = Server::bind("127.0.0.1:8000".parse()?, ServerConfig::default()).await?;
//! server.serve(proxy, std::future::pending()).await;
//! # Ok(())
//! # }
//! ```

mod body;
mod config;
mod connect;
mod error;
mod exchange;
mod failure;
mod forwarded;
mod frames;
mod headers;
mod health;
mod http1;
mod http2;
mod informational;
mod kept;
mod network;
mod pool;
mod received;
mod request;
mod upgrade;
mod upstream;

use std::convert::Infallible;
use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::header::{self, HeaderValue};
use http::{Extensions, HeaderMap, Request, Response, StatusCode, Version};
use http_body::Body;
use hyper::ext::ReasonPhrase;
use hyper::upgrade::OnUpgrade;
use tokio::runtime::Handle;
use tower_service::Service;

use body::RequestBody;
use connect::Connector;
use exchange::{Outgoing, Sender};
use headers::{Framing, framing, size, strip_hop_by_hop};
use http1::Http1;
use http2::Http2;
use pool::{Lease, Pool, Ways};
use received::Received;

use crate::metrics::{Refusal, metrics, refused};
use crate::server::{Hints, Timer, is_told};

pub use body::ProxyBody;
pub use config::{ConfigError, HealthCheck, HostHeader, Limits, ProxyConfig, Timeouts};
pub use error::{BoxError, Cause, ProxyError};

pub use network::{Network, NetworkError, TrustedProxies};
pub(crate) use request::{host, unambiguous};
pub use upstream::{Upstream, UpstreamError};

/// The least that the client library needs for an answer's head.
const LEAST_RESPONSE_HEAD: usize = 8 * 1024;

/// Passes requests to an upstream. Clones share their connections.
///
/// Reads [`Peer`](crate::server::Peer) from a request's extensions (without it, no forwarding
/// headers are sent), [`Hints`] (without it, early hints go nowhere) and hyper's `OnUpgrade` (without
/// it, no protocol can be switched).
#[derive(Clone)]
pub struct Proxy {
    shared: Arc<Shared>,
}

struct Shared {
    pool: Pool,
    config: ProxyConfig,
}

impl Proxy {
    /// Makes a proxy. Nothing is connected yet, but health checks begin if there are any.
    ///
    /// # Errors
    /// No upstream, a certificate authority or a limit that cannot be used, or health checks
    /// outside of a tokio runtime.
    pub fn new(config: ProxyConfig) -> Result<Self, ConfigError> {
        let limits = &config.limits;
        if config.upstreams.is_empty() {
            return Err(ConfigError::NoUpstream);
        }
        if limits.response_head < LEAST_RESPONSE_HEAD {
            let (found, least) = (limits.response_head, LEAST_RESPONSE_HEAD);
            return Err(ConfigError::Limit {
                name: "response_head",
                found,
                least,
            });
        }
        let connector = |http2| Connector::new(&config.roots, config.timeouts.connect, http2);
        let (plain, negotiating) = (connector(false)?, connector(true)?);
        let pool = Pool::new(&config, |upstream| Ways {
            http1: Http1::new(plain.clone(), upstream.address(), &config),
            http2: upstream.may_speak_http2().then(|| {
                let address = upstream.address();
                Http2::new(negotiating.clone(), address, upstream.prior, *limits)
            }),
        });
        let shared = Arc::new(Shared { pool, config });
        if let Some(check) = &shared.config.health {
            let runtime = Handle::try_current().map_err(|_| ConfigError::NoRuntime)?;
            for member in shared.pool.members() {
                let weak = Arc::downgrade(&shared);
                runtime.spawn(health::watch(weak, member.clone(), check.clone()));
            }
        }
        Ok(Self { shared })
    }

    /// The upstreams, each with whether it is asked now: `false` while its health check fails.
    pub fn upstreams(&self) -> impl Iterator<Item = (&Upstream, bool)> {
        let members = self.shared.pool.members().iter();
        members.map(|member| (&member.upstream, !member.unwell()))
    }

    /// What the proxy was told.
    pub fn config(&self) -> &ProxyConfig {
        &self.shared.config
    }
}

impl std::fmt::Debug for Proxy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Proxy").field(&self.shared.config).finish()
    }
}

impl<B> Service<Request<B>> for Proxy
where
    B: Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response<ProxyBody>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response<ProxyBody>, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let (parts, body) = request.into_parts();
        let config = &self.shared.config;
        let body = RequestBody::new(body, config.limits.request_body, config.timeouts.idle);
        // Prepared here, so that what is awaited holds no request.
        let prepared = prepare(parts, body, config);
        let shared = self.shared.clone();
        Box::pin(async move {
            let answer = match prepared {
                Ok(Prepared::Asks(outgoing, switch)) => shared.exchange(outgoing, switch).await,
                Ok(Prepared::EndsHere) => Ok(options()),
                Err(error) => Err(error),
            };
            Ok(answer.unwrap_or_else(|error| refusal(error, shared.pool.all_rest_for())))
        })
    }
}

/// The reader's connection, and the protocols that it may switch to.
type Switch = Box<(OnUpgrade, HeaderValue)>;

/// What becomes of a request.
enum Prepared {
    /// An upstream is asked.
    Asks(Outgoing, Option<Switch>),
    /// It is for the proxy itself.
    EndsHere,
}

fn prepare(
    mut parts: http::request::Parts,
    body: RequestBody,
    config: &ProxyConfig,
) -> Result<Prepared, ProxyError> {
    let empty = body.is_empty();
    let admitted = request::admit(&parts, empty, &config.limits)?;
    if request::ends_here(&parts) {
        return Ok(Prepared::EndsHere);
    }
    let reader = parts.extensions.remove::<OnUpgrade>();
    let hints = parts.extensions.remove::<Hints>();
    let trailers = request::takes_trailers(&parts.headers);
    let length = body.size_hint().exact();
    request::prepare(&mut parts, &admitted, empty, length, config);
    let switch = reader.zip(admitted.upgrade).map(Box::new);
    let outgoing = Outgoing {
        request: Box::new(Request::from_parts(parts, body)),
        trailers,
        upgrade: switch.is_some(),
        hints,
    };
    Ok(Prepared::Asks(outgoing, switch))
}

impl Shared {
    async fn exchange(
        &self,
        outgoing: Outgoing,
        switch: Option<Switch>,
    ) -> Result<Response<ProxyBody>, ProxyError> {
        let mut total = self.config.timeouts.total.map(Timer::new);
        let sender = self.sender();
        let mut sending = pin!(sender.send(&self.pool, outgoing));
        let (answer, lease) = match &mut total {
            None => sending.await?,
            Some(total) => tokio::select! {
                answer = &mut sending => answer?,
                limit = total.elapsed() => return Err(ProxyError::new(Cause::TotalTimeout(limit))),
            },
        };
        if answer.status() == StatusCode::SWITCHING_PROTOCOLS {
            return self.switch(answer, switch, lease);
        }
        self.pass_on(answer, total, lease)
    }

    fn sender(&self) -> Sender {
        Sender {
            host: self.config.host,
            timeout: self.config.timeouts.head,
        }
    }

    /// Prepares an answer for the next hop.
    fn pass_on(
        &self,
        answer: Response<Received>,
        total: Option<Timer>,
        lease: Lease,
    ) -> Result<Response<ProxyBody>, ProxyError> {
        match framing(answer.headers()) {
            Framing::Plain => {}
            // Nobody asked for it, and without its label the body would be passed on as noise.
            Framing::UnknownCoding => {
                return Err(Cause::BadAnswer("transfer coding other than chunked").into());
            }
            Framing::Ambiguous => return Err(Cause::BadAnswer("two body lengths").into()),
        }
        // The client library's limit is that of its buffer, which one read may exceed.
        // HTTP/2 knows none on the number of lines.
        let limits = &self.config.limits;
        if size(answer.headers()) > limits.response_head
            || answer.headers().len() > limits.response_headers
        {
            return Err(Cause::BadAnswer("head too large").into());
        }
        let idle = self.config.timeouts.idle;
        let slowest = Some(limits.slowest_answer)
            .filter(|rate| rate.bytes > 0 && !is_event_stream(answer.headers()));
        let mut answer = answer.map(|body| ProxyBody::new(body, idle, total, slowest, lease));
        strip_hop_by_hop(answer.headers_mut());
        if answer.status() == StatusCode::NO_CONTENT {
            // "A server MUST NOT send" it (RFC 9110, 8.6), and some readers of HTTP/2 take offence.
            answer.headers_mut().remove(header::CONTENT_LENGTH);
        }
        *answer.version_mut() = Version::HTTP_11;
        // Only what concerns the reader goes on: the rest is about our own connection.
        let mut kept = Extensions::new();
        if let Some(reason) = answer.extensions_mut().remove::<ReasonPhrase>() {
            kept.insert(reason);
        }
        *answer.extensions_mut() = kept;
        Ok(answer)
    }

    /// Joins the two connections after a `101` that answers what the reader asked for.
    fn switch(
        &self,
        mut answer: Response<Received>,
        asked: Option<Switch>,
        lease: Lease,
    ) -> Result<Response<ProxyBody>, ProxyError> {
        let Some(asked) = asked else {
            return Err(Cause::BadAnswer("101 that nobody asked for").into());
        };
        let (reader, offered) = *asked;
        let Some(protocol) = upgrade::agreed(answer.headers(), &offered) else {
            return Err(Cause::BadAnswer("101 to a protocol that nobody asked for").into());
        };
        let upstream = hyper::upgrade::on(&mut answer);
        let idle = self.config.timeouts.tunnel;
        tokio::spawn(async move {
            upgrade::tunnel(reader, upstream, idle).await;
            drop(lease);
        });
        let mut answer = answer.map(|_| ProxyBody::empty());
        *answer.extensions_mut() = Extensions::new();
        let headers = answer.headers_mut();
        strip_hop_by_hop(headers);
        headers.remove(header::CONTENT_LENGTH);
        headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
        headers.insert(header::UPGRADE, protocol);
        Ok(answer)
    }
}

/// Whether an answer is a stream of events, which come when they come.
fn is_event_stream(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"))
}

/// Methods that are passed on; what others a site knows is its own affair.
const PASSED_ON: &str = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

/// The answer to an `OPTIONS` that may not be passed on: what can be said of the proxy itself.
fn options() -> Response<ProxyBody> {
    let mut answer = Response::new(ProxyBody::empty());
    let passed = HeaderValue::from_static(PASSED_ON);
    answer.headers_mut().insert(header::ALLOW, passed);
    answer
}

/// The answer to a request that failed: a status, no body, and the error for the layers outside.
///
/// `rest`: how long all upstreams are left alone, if they are.
fn refusal(error: ProxyError, rest: Option<Duration>) -> Response<ProxyBody> {
    let (cause, chain) = (error.cause().name(), error.chain());
    if let Some(refusal) = Refusal::of(error.cause()) {
        if !is_told(&error) {
            refused(refusal, chain);
        }
    } else {
        metrics().upstream_failures.of(error.cause().into()).one();
        tracing::warn!(cause, error = chain, "no answer from the upstream");
    }
    let mut answer = Response::new(ProxyBody::empty());
    *answer.status_mut() = error.status();
    let headers = answer.headers_mut();
    // Some of these statuses may be kept by caches unless they are told not to.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let (false, Some(rest)) = (error.cause().is_readers(), rest) {
        let seconds = rest.as_secs() + 1;
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if error.status() == StatusCode::METHOD_NOT_ALLOWED {
        headers.insert(header::ALLOW, HeaderValue::from_static(PASSED_ON));
    }
    answer.extensions_mut().insert(error);
    answer
}

//! The operators' listener: health, readiness, metrics and what was met.

use crate::running::Running;
use bytes::Bytes;
use http::uri::Authority;
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, Version, header};
use http_body_util::Full;
use jalousie_gate::metrics::{Refusal, metrics, refused};
use std::convert::Infallible;
use std::future::Future;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use tower_service::Service;

const PLAIN: &str = "text/plain; charset=utf-8";

/// What Prometheus asks for (its exposition format 0.0.4).
const METRICS: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Answers operators.
#[derive(Clone, Debug)]
pub(crate) struct Operators {
    sites: Running,
    stopping: Arc<AtomicBool>,
}

impl Operators {
    pub(crate) fn new(sites: Running) -> Self {
        Operators {
            sites,
            stopping: Arc::default(),
        }
    }

    /// The same signal, of which the answers know: a gate that is stopping is not ready for more.
    pub(crate) fn told_of<F: Future<Output = ()>>(
        &self,
        stop: F,
    ) -> impl Future<Output = ()> + use<F> {
        let stopping = self.stopping.clone();
        async move {
            stop.await;
            stopping.store(true, Ordering::Relaxed);
        }
    }

    async fn answer(
        self,
        method: Method,
        path: String,
        admitted: Result<(), Refused>,
    ) -> Response<Full<Bytes>> {
        if let Err(Refused { status, cause, why }) = admitted {
            refused(cause, format_args!("operators' listener: {why}"));
            return text(status, PLAIN, format!("{why}\n"));
        }
        if !matches!(method, Method::GET | Method::HEAD) {
            let mut answer = text(
                StatusCode::METHOD_NOT_ALLOWED,
                PLAIN,
                "expected GET or HEAD\n",
            );
            answer
                .headers_mut()
                .insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            return answer;
        }
        match path.as_str() {
            "/healthz" => text(StatusCode::OK, PLAIN, "alive\n"),
            "/readyz" => self.readiness().await,
            "/metrics" => {
                let all = metrics().exposition(env!("CARGO_PKG_VERSION"));
                text(StatusCode::OK, METRICS, all)
            }
            "/observed" => text(StatusCode::OK, PLAIN, self.sites.observed()),
            _ => text(
                StatusCode::NOT_FOUND,
                PLAIN,
                "expected /healthz, /readyz, /metrics or /observed\n",
            ),
        }
    }

    async fn readiness(&self) -> Response<Full<Bytes>> {
        if self.stopping.load(Ordering::Relaxed) {
            return text(StatusCode::SERVICE_UNAVAILABLE, PLAIN, "stopping\n");
        }
        let missing = self.sites.unreachable().await;
        if missing.is_empty() {
            return text(StatusCode::OK, PLAIN, "ready\n");
        }
        let reasons: String = missing
            .iter()
            .map(|(upstream, reason)| format!("the upstream {upstream} {reason}\n"))
            .collect();
        text(StatusCode::SERVICE_UNAVAILABLE, PLAIN, reasons)
    }
}

/// Why a request has no answer here.
struct Refused {
    status: StatusCode,
    cause: Refusal,
    why: &'static str,
}

/// Keeps out pages of others that an operator's browser shows: one whose name was made to lead to this
/// listener (DNS rebinding) is its own page to the browser, and may read it.
///
/// No page can do so at an address in numbers or at `localhost`. Under other names only programs are
/// answered, which send no language: Prometheus asks by any name, and a page cannot keep its browser from
/// saying that it is one.
fn admit(version: Version, headers: &HeaderMap) -> Result<(), Refused> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let host = match (hosts.next(), hosts.next()) {
        (Some(host), None) => Some(Authority::try_from(host.as_bytes()).map_err(|_| NO_HOST)?),
        (None, _) if version < Version::HTTP_11 => None,
        _ => return Err(NO_HOST),
    };
    let browser =
        headers.contains_key(header::ACCEPT_LANGUAGE) || headers.contains_key("sec-fetch-site");
    if browser && !host.is_some_and(|host| is_nobodys(host.host())) {
        return Err(Refused {
            status: StatusCode::FORBIDDEN,
            cause: Refusal::Foreign,
            why: "a browser is answered only at the address in numbers, or at localhost",
        });
    }
    Ok(())
}

const NO_HOST: Refused = Refused {
    status: StatusCode::BAD_REQUEST,
    cause: Refusal::Host,
    why: "expected exactly one Host",
};

/// Whether nobody can have this host lead elsewhere.
fn is_nobodys(host: &str) -> bool {
    let six = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<Ipv4Addr>().is_ok()
        || six.is_some_and(|host| host.parse::<Ipv6Addr>().is_ok())
}

fn text(status: StatusCode, kind: &'static str, text: impl Into<Bytes>) -> Response<Full<Bytes>> {
    let mut answer = Response::new(Full::new(text.into()));
    *answer.status_mut() = status;
    answer
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    answer
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

impl<B> Service<Request<B>> for Operators {
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let admitted = admit(request.version(), request.headers());
        let answers = self.clone();
        Box::pin(async move { Ok(answers.answer(method, path, admitted).await) })
    }
}

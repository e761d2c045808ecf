//! The gate as a [`tower_layer::Layer`]: put it around any HTTP service that serves a site.
//!
//! Around the [`Proxy`](crate::proxy::Proxy) it is what `jalousie serve` runs; around a web
//! application's own router it needs no proxy at all.

mod address;
mod body;
mod html;
mod response;

pub use address::Public;
pub use body::{BoxError, GateBody};

use crate::coding::Accept;
use crate::endpoints;
use crate::observe::Observations;
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Request, Response, StatusCode, header};
use http_body::Body;
use jalousie_core::consent::Consent;
use jalousie_core::site::{Cache, Mode, Site};
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, RwLock};
use std::task::{Context, Poll};
use tower_layer::Layer;
use tower_service::Service;
use url::Url;

/// What all requests share: the site's configuration and what was observed.
#[derive(Debug)]
pub struct Gate {
    site: RwLock<Arc<Site>>,
    public: Public,
    observations: Observations,
}

impl Gate {
    /// A gate for `site`, reached by readers at `public`.
    pub fn new(site: Site, public: Public) -> Arc<Self> {
        Arc::new(Gate { site: RwLock::new(Arc::new(site)), public, observations: Observations::default() })
    }

    /// The configuration in force.
    pub fn site(&self) -> Arc<Site> {
        // A thread that panicked while it held the lock had only replaced one whole value by another.
        self.site.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// Replaces the configuration; requests under way keep the one they began with.
    pub fn replace_site(&self, site: Site) {
        *self.site.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(site);
    }

    /// How readers reach the site.
    pub fn public(&self) -> &Public {
        &self.public
    }

    /// What was found in pages so far.
    pub fn observations(&self) -> &Observations {
        &self.observations
    }
}

/// Puts a [`Gate`] around a service.
#[derive(Clone, Debug)]
pub struct GateLayer {
    gate: Arc<Gate>,
}

impl GateLayer {
    /// A layer of this gate.
    pub fn new(gate: Arc<Gate>) -> Self {
        GateLayer { gate }
    }
}

impl<S> Layer<S> for GateLayer {
    type Service = GateService<S>;

    fn layer(&self, inner: S) -> GateService<S> {
        GateService { gate: self.gate.clone(), inner }
    }
}

/// A site behind a [`Gate`].
#[derive(Clone, Debug)]
pub struct GateService<S> {
    gate: Arc<Gate>,
    inner: S,
}

/// What the gate knows of one request.
#[derive(Debug)]
pub(crate) struct Visit {
    pub(crate) gate: Arc<Gate>,
    pub(crate) site: Arc<Site>,
    /// The page's address, as the reader sees it.
    pub(crate) url: Url,
    pub(crate) head: bool,
    pub(crate) consent: Consent,
    /// `Sec-GPC: 1`, where the site honours it.
    pub(crate) gpc: bool,
    pub(crate) accept: Accept,
    pub(crate) accept_language: Option<String>,
}

impl Visit {
    fn new(gate: &Arc<Gate>, request: &Parts) -> Option<Self> {
        let site = gate.site();
        let url = gate.public.address(request)?;
        let headers = &request.headers;
        let consent = consent_of(headers, &site.cookie_name(url.scheme() == "https"));
        let gpc = site.honour_gpc && headers.get("sec-gpc").is_some_and(|value| value == "1");
        let language = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).map(str::to_owned);
        Some(Visit {
            gate: gate.clone(),
            url,
            head: request.method == http::Method::HEAD,
            consent,
            gpc,
            accept: Accept::of(headers),
            accept_language: language,
            site,
        })
    }

    /// The decisions that the page itself may show.
    fn consent_in_page(&self) -> Option<Consent> {
        (self.site.cache == Cache::Private).then(|| self.consent.clone())
    }
}

/// The reader's decisions. Two cookies of the name are none: one of them is not ours.
fn consent_of(headers: &HeaderMap, name: &str) -> Consent {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut values = cookies.flat_map(|value| value.split(';')).filter_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then_some(value)
    });
    match (values.next(), values.next()) {
        (Some(value), None) => Consent::parse(value),
        _ => Consent::default(),
    }
}

impl<S, Q, B> Service<Request<Q>> for GateService<S>
where
    S: Service<Request<Q>, Response = Response<B>> + Clone + Send + 'static,
    S::Future: Send,
    S::Error: Into<BoxError>,
    Q: Body<Data = Bytes> + Send + 'static,
    Q::Error: Into<BoxError>,
    B: Body<Data = Bytes> + Send + Unpin + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response<GateBody<B>>;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.inner.poll_ready(context).map_err(Into::into)
    }

    fn call(&mut self, request: Request<Q>) -> Self::Future {
        // The service that was ready is the one to call; a clone of it need not be.
        let ready = self.inner.clone();
        let mut inner = std::mem::replace(&mut self.inner, ready);
        let gate = self.gate.clone();
        Box::pin(async move {
            let (mut head, body) = request.into_parts();
            let Some(visit) = Visit::new(&gate, &head) else {
                tracing::info!(target: "jalousie::layer", "request without a usable Host; expected exactly one");
                return Ok(plain(StatusCode::BAD_REQUEST, "expected one Host header that names this site\n"));
            };
            if let Some(path) = endpoints::path_of(&visit, head.uri.path()) {
                let answer = endpoints::answer(&visit, &path, head, body).await;
                return Ok(answer.map(GateBody::full));
            }
            prepare(&visit, &mut head);
            let answer = inner.call(Request::from_parts(head, body)).await.map_err(Into::into)?;
            response::gate(visit, answer).await
        })
    }
}

/// Readies a request for the site: only codings that can be read, only validators that are the gate's own.
fn prepare(visit: &Visit, head: &mut Parts) {
    let headers = &mut head.headers;
    if visit.site.mode == Mode::Observe || headers.contains_key(header::UPGRADE) {
        return;
    }
    headers.insert(header::ACCEPT_ENCODING, visit.accept.narrowed());
    response::unmark_validators(&visit.site, headers);
}

/// An answer in plain text, for a client that is not a reader's browser.
fn plain<B>(status: StatusCode, text: &'static str) -> Response<GateBody<B>> {
    let mut answer = Response::new(GateBody::full(Bytes::from_static(text.as_bytes())));
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    answer
}

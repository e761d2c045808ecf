//! The gate as a [`tower_layer::Layer`]: put it around any HTTP service that serves a site.
//!
//! Around the [`Proxy`](crate::proxy::Proxy) it is what `jalousie serve` runs; around a web
//! application's own router it needs no proxy at all.

mod address;
mod body;
mod headers;
mod hints;
mod html;
mod kind;
mod response;
mod settings;
mod state;
mod telling;
mod validators;
mod vary;

pub use address::Public;
pub use body::{BoxError, GateBody};
pub(crate) use state::HEADER as STATE_HEADER;

use crate::coding::Accept;
use crate::endpoints;
use crate::metrics::{Refusal, refused};
use crate::observe::Observations;
use crate::receipts::Receipts;
use address::Address;
use bytes::Bytes;
use headers::Policies;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Request, Response, StatusCode, header};
use http_body::Body;
use jalousie_core::consent::{Consent, Day};
use jalousie_core::site::{Cache, Mode, Site, State};
use settings::{Current, Settings};
use state::Told;
use std::future::{Future, ready};
use std::pin::Pin;
use std::sync::{Arc, RwLock};
use std::task::{Context, Poll};
use telling::Telling;
use tower_layer::Layer;
use tower_service::Service;
use validators::Held;

/// Where frames come from, by `Sec-Fetch-Dest`.
const FRAMES: &[&str] = &["embed", "fencedframe", "frame", "iframe", "object"];

/// What all requests share: the site's configuration and what was observed.
#[derive(Debug)]
pub struct Gate {
    current: RwLock<Arc<Current>>,
    public: Public,
    observations: Arc<Observations>,
    receipts: Option<Arc<Receipts>>,
}

impl Gate {
    /// A gate for `site`, reached by readers at `public`.
    ///
    /// A `frame_origin` that is the site's own, or that stands without a `public` address to tell
    /// the two apart, is not used: script frames then stay without an origin.
    pub fn new(site: Site, public: Public) -> Arc<Self> {
        Self::with_receipts(site, public, None)
    }

    /// The same, with a store of receipts; [`Site::receipt_days`] says how long they are kept.
    pub fn with_receipts(site: Site, public: Public, receipts: Option<Arc<Receipts>>) -> Arc<Self> {
        Arc::new(Gate {
            current: RwLock::new(Arc::new(Current::new(site, &public))),
            public,
            observations: Arc::default(),
            receipts,
        })
    }

    /// Another gate for the same site, after its configuration was changed: what was observed and
    /// recorded goes on.
    pub fn renewed(&self, site: Site, public: Public) -> Arc<Self> {
        Arc::new(Gate {
            current: RwLock::new(Arc::new(Current::new(site, &public))),
            public,
            observations: self.observations.clone(),
            receipts: self.receipts.clone(),
        })
    }

    /// The site as it is at a page's path.
    pub(crate) fn site_at(&self, path: &str) -> Arc<Site> {
        self.current().at(path).0.site
    }

    /// The configuration in force.
    pub fn site(&self) -> Arc<Site> {
        self.current().settings.site.clone()
    }

    fn current(&self) -> Arc<Current> {
        // A thread that panicked while it held the lock had only replaced one whole value by another.
        self.current
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone()
    }

    /// Replaces the configuration; requests under way keep the one they began with.
    pub fn replace_site(&self, site: Site) {
        let current = Arc::new(Current::new(site, &self.public));
        *self
            .current
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = current;
    }

    /// How readers reach the site.
    pub fn public(&self) -> &Public {
        &self.public
    }

    /// Where receipts of choices go.
    pub fn receipts(&self) -> Option<&Arc<Receipts>> {
        self.receipts.as_ref()
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
        GateService {
            gate: self.gate.clone(),
            inner,
        }
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
    /// The configuration in force when it came.
    current: Arc<Current>,
    /// The site as it is for everybody, and for pages as it is for this reader.
    pub(crate) site: Arc<Site>,
    /// What answers that are pages are gated by.
    for_pages: Settings,
    policies: Arc<Policies>,
    /// The in-page categories that the reader agreed to.
    pub(crate) state: State,
    /// What a cache in front says of that.
    told: Told,
    /// What the site was told of the reader's decisions.
    telling: Telling,
    /// The page's address, as the reader sees it.
    pub(crate) url: Address,
    pub(crate) head: bool,
    pub(crate) consent: Consent,
    /// The day of the request.
    pub(crate) today: Day,
    /// `Sec-GPC: 1`, where the site honours it.
    pub(crate) gpc: bool,
    pub(crate) accept: Accept,
    pub(crate) accept_language: Option<String>,
    /// `Sec-Fetch-Dest`: what the answer will become.
    destination: Option<String>,
    /// The browser asks before the reader does (`Sec-Purpose: prefetch`), or before there is a page: what
    /// early hints name, Firefox fetches without the policy that came with them (`X-Moz: early hint`).
    is_ahead: bool,
    /// `Accept` names HTML, as browsers do when they go to a page.
    wants_page: bool,
    /// Copies of the page that the site may confirm.
    held: Held,
}

/// What a request says that the gate wants to know. Looked for in one go: asking for each costs more, and
/// most is not there.
#[derive(Default)]
struct Said<'h> {
    accept_language: Option<&'h str>,
    destination: Option<&'h str>,
    gpc: Option<&'h str>,
    has_cookies: bool,
    is_ahead: bool,
    wants_page: bool,
}

impl<'h> Said<'h> {
    fn in_head(headers: &'h HeaderMap) -> Self {
        let mut said = Self::default();
        for (name, value) in headers {
            let text = || value.to_str().ok();
            let names = |word| text().is_some_and(|text| text.contains(word));
            // Of several lines the first counts, where not all do.
            match name.as_str() {
                "accept" => said.wants_page |= names("text/html"),
                "accept-language" => said.accept_language = said.accept_language.or_else(text),
                "cookie" => said.has_cookies = true,
                "sec-fetch-dest" => said.destination = said.destination.or_else(text),
                "sec-gpc" => said.gpc = said.gpc.or_else(text),
                "sec-purpose" => said.is_ahead |= names("prefetch"),
                "x-moz" => said.is_ahead |= names("early hint"),
                _ => {}
            }
        }
        said
    }
}

impl Visit {
    /// In a place of its own, for it is handed on many times.
    fn new(gate: &Arc<Gate>, request: &Parts) -> Option<Box<Self>> {
        let current = gate.current();
        // As the client wrote it: what could be read in two ways is no exception.
        let (here, (exception, closed)) = current.at(request.uri.path());
        let site = here.site.clone();
        let url = gate.public.address(request, site.frame_origin.as_ref())?;
        let headers = &request.headers;
        let said = Said::in_head(headers);
        let today = Day::of_seconds(endpoints::now());
        let cookie = said.has_cookies.then(|| {
            let name = site.cookie_name(url.root().scheme() == "https");
            consent_cookie(headers, &name)
        });
        let consent = cookie
            .flatten()
            .map(|value| Consent::parse(value, &site.terms(), today));
        let consent = consent.unwrap_or_default();
        let state = match site.mode {
            Mode::Gate => site.state(&consent),
            Mode::Observe | Mode::Off => closed,
        };
        let policies = here.policies.clone();
        let for_pages = match state.is_closed() {
            true => here,
            false => current.variant((exception, state.clone())),
        };
        let gpc = site.honour_gpc && said.gpc == Some("1");
        Some(Box::new(Visit {
            gate: gate.clone(),
            current,
            for_pages,
            policies,
            state,
            told: Told::default(),
            telling: Telling::default(),
            url,
            head: request.method == http::Method::HEAD,
            consent,
            today,
            gpc,
            accept: Accept::of(headers),
            accept_language: said.accept_language.map(str::to_owned),
            destination: said.destination.map(str::to_owned),
            is_ahead: said.is_ahead,
            wants_page: said.wants_page,
            held: Held::default(),
            site,
        }))
    }

    /// The request is for the separate host that only frames are served on.
    pub(crate) fn on_frame_host(&self) -> bool {
        self.site
            .frame_origin
            .as_ref()
            .is_some_and(|frames| frames.origin() == self.url.origin())
    }

    /// The answer becomes the document of a frame.
    fn is_for_frame(&self) -> bool {
        self.destination
            .as_deref()
            .is_some_and(|destination| FRAMES.contains(&destination))
    }

    /// The answer becomes a document, or makes one (`xslt`). Browsers do not say so over plain http.
    fn shows_document(&self) -> bool {
        match self.destination.as_deref() {
            Some(destination) => matches!(destination, "document" | "xslt") || self.is_for_frame(),
            None => self.wants_page,
        }
    }

    /// The decisions that the page itself may show.
    fn consent_in_page(&self) -> Option<Consent> {
        (self.site.cache == Cache::Private).then(|| self.consent.clone())
    }

    /// The answer is a page: from here on it is gated as it is for this reader.
    fn turn_page(&mut self) {
        self.site = self.for_pages.site.clone();
        self.policies = self.for_pages.policies.clone();
    }

    /// The language of notices in pages that do not say their own.
    fn readers_language(&self) -> &str {
        self.site.readers_language(self.accept_language.as_deref())
    }
}

/// The consent cookie's value. Two cookies of the name are none: one of them is not ours.
fn consent_cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    // Other cookies may hold any bytes.
    let cookies = headers
        .get_all(header::COOKIE)
        .iter()
        .flat_map(|value| value.as_bytes().split(|byte| *byte == b';'));
    let mut values = cookies.filter_map(|pair| {
        pair.trim_ascii()
            .strip_prefix(name.as_bytes())?
            .strip_prefix(b"=")
    });
    match (values.next(), values.next()) {
        (Some(value), None) => std::str::from_utf8(value).ok(),
        _ => None,
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
        let (mut head, body) = request.into_parts();
        let Some(mut visit) = Visit::new(&self.gate, &head) else {
            refused(Refusal::Host, "no usable Host; expected exactly one");
            return Box::pin(ready(Ok(plain(
                StatusCode::BAD_REQUEST,
                "expected one Host header that names this site\n",
            ))));
        };
        let own = endpoints::path_of(&visit, head.uri.path());
        // The frame host has nothing of the site's: neither its pages nor its decisions.
        if own.is_some() || visit.on_frame_host() {
            return Box::pin(async move {
                let path = own.as_deref().unwrap_or_default();
                let answer = endpoints::answer(&visit, path, head, body).await;
                Ok(answer.map(GateBody::full))
            });
        }
        prepare(&mut visit, &mut head);
        hints::gate(&visit, &mut head);
        // Called here, so that what is awaited holds no request.
        let answer = self.inner.call(Request::from_parts(head, body));
        Box::pin(async move { Ok(response::gate(visit, answer.await.map_err(Into::into)?).await) })
    }
}

/// Readies a request for the site: only codings that can be read, only validators that are the gate's own.
fn prepare(visit: &mut Visit, head: &mut Parts) {
    visit.told = state::told(visit, &mut head.headers);
    telling::take_out(&mut head.headers);
    visit.telling = telling::tell(visit, head);
    if visit.site.mode == Mode::Gate {
        head.headers
            .insert(header::ACCEPT_ENCODING, visit.accept.narrowed());
        visit.held = validators::unmark(visit, head);
    }
}

/// An answer in plain text, for a client that is not a reader's browser.
pub(crate) fn plain<B>(status: StatusCode, text: &'static str) -> Response<GateBody<B>> {
    let mut answer = Response::new(GateBody::full(Bytes::from_static(text.as_bytes())));
    *answer.status_mut() = status;
    for (name, value) in [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        answer
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    answer
}

//! What becomes of the site's answers: headers cleaned, policy added, HTML rewritten.

use super::body::{BoxError, GateBody, Resumed};
use super::headers::{add_policy, clean, forget_bytes, leads_away, make_room};
use super::html::{Pages, Recipe};
use super::kind::{Kind, is_series, sniffed};
use super::validators::mark;
use super::vary::{is_private, keep_private, texts, vary};
use super::{Visit, state, telling};
use crate::coding::{Coding, PREFERRED};
use crate::endpoints;
use crate::metrics::{Closed, metrics};
use crate::proxy::ProxyError;
use bytes::Bytes;
use http::response::Parts;
use http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use http_body::Body;
use jalousie_core::policy;
use jalousie_core::rewrite::Page;
use jalousie_core::site::{Cache, Mode};
use std::pin::Pin;

/// Where browsers and others look whether a site honours Global Privacy Control.
const GPC_PATH: &str = "/.well-known/gpc.json";

/// Bytes of speculation rules in a file of their own; more are refused.
const RULES: usize = 64 * 1024;

/// What stands there, and since when.
const GPC: &str = "{\"gpc\":true,\"lastUpdate\":\"2026-11-21\"}\n";

/// The answer that the reader gets.
pub(super) async fn gate<B>(mut visit: Box<Visit>, answer: Response<B>) -> Response<GateBody<B>>
where
    B: Body<Data = Bytes> + Unpin,
    B::Error: Into<BoxError>,
{
    let (mut head, body) = answer.into_parts();
    if let Some(error) = head.extensions.get::<ProxyError>() {
        let mut answer = failed(&visit, error.status(), error.cause().is_readers());
        for name in [header::ALLOW, header::RETRY_AFTER] {
            if let Some(value) = head.headers.remove(&name) {
                answer.headers_mut().insert(name, value);
            }
        }
        return answer;
    }
    if head.status == StatusCode::SWITCHING_PROTOCOLS {
        if visit.site.mode == Mode::Gate {
            // Browsers heed some of the headers of this answer too.
            clean(&visit, &mut head.headers);
        }
        return Response::from_parts(
            head,
            GateBody::passing(Resumed {
                first: None,
                rest: body,
            }),
        );
    }
    if head.status == StatusCode::NOT_FOUND && visit.site.honour_gpc && visit.url.path() == GPC_PATH
    {
        return gpc(&visit);
    }
    match gated(&mut visit, &mut head, body).await {
        Ok(body) => Response::from_parts(head, body),
        Err(Refusal::Frame) => {
            endpoints::error(&visit, StatusCode::FORBIDDEN, "unavailable").map(GateBody::full)
        }
        Err(Refusal::Page(error)) => {
            metrics().closed.of(Closed::from(&error)).one();
            tracing::warn!(target: "jalousie::layer", page = visit.url.as_str(), %error, "page refused: it cannot be gated");
            let status =
                ProxyError::find(&*error).map_or(StatusCode::BAD_GATEWAY, ProxyError::status);
            failed(&visit, status, false)
        }
    }
}

/// Speculation rules pass if they lead nowhere but to the site itself: no policy stops what they ask for.
async fn rules<B>(visit: &Visit, head: &Parts, mut body: Resumed<B>) -> Result<GateBody<B>, Refusal>
where
    B: Body<Data = Bytes> + Unpin,
    B::Error: Into<BoxError>,
{
    let refused = || {
        Refusal::Page("speculation rules that may lead elsewhere; expected short, plain JSON with addresses of this site".into())
    };
    let mut text = Vec::new();
    while let Some(bytes) = first_bytes(&mut body)
        .await
        .map_err(|error| Refusal::Page(error.into()))?
    {
        text.extend_from_slice(&bytes);
        if text.len() > RULES {
            return Err(refused());
        }
    }
    let plain = encoding_of(&head.headers).is_empty();
    match std::str::from_utf8(&text) {
        Ok(json) if plain && policy::rules_stay(&visit.site, &visit.url, json) => {
            Ok(GateBody::full(text.into()))
        }
        _ => Err(refused()),
    }
}

/// Why the site's answer is not what the reader gets.
enum Refusal {
    /// It would send a frame, or what a browser loads ahead, to a third party.
    Frame,
    /// It cannot be looked at, or broke off before it could be.
    Page(BoxError),
}

/// Gates an answer: changes its head, and gives its body.
async fn gated<B>(visit: &mut Visit, head: &mut Parts, mut body: B) -> Result<GateBody<B>, Refusal>
where
    B: Body<Data = Bytes> + Unpin,
    B::Error: Into<BoxError>,
{
    if visit.site.mode == Mode::Off {
        let (first, rest) = (None, body);
        return Ok(GateBody::passing(Resumed { first, rest }));
    }
    let gating = visit.site.mode == Mode::Gate;
    telling::keep(visit, &mut head.headers);
    if let Some(target) = leads_away(visit, &head.headers).filter(|_| head.status.is_redirection())
    {
        let (service, category) = visit.site.claim(&target);
        visit
            .gate
            .observations()
            .add_violation(&visit.url, &target, service, category);
        metrics().violations.one([category]);
        if gating {
            metrics().closed.of(Closed::Redirect).one();
            return Err(Refusal::Frame);
        }
    }
    if gating && visit.wants_page && is_series(&head.headers) {
        let series = "a series of documents cannot be gated; expected one page";
        return Err(Refusal::Page(series.into()));
    }
    let (kind, first) = kind_of(visit, head, &mut body)
        .await
        .map_err(Refusal::Page)?;
    let body = Resumed { first, rest: body };
    let is_page = match kind {
        Kind::Page { .. } => true,
        Kind::Document { .. } => gating && visit.shows_document(),
        _ => false,
    };
    if is_page {
        visit.turn_page();
    }
    if gating {
        clean(visit, &mut head.headers);
    }
    if matches!(kind, Kind::Document { .. }) {
        vary(&mut head.headers, "Sec-Fetch-Dest");
    }
    if gating && is_page {
        make_room(visit, &mut head.headers);
        kind.declare(&mut head.headers);
    }
    let body = match (is_page, gating) {
        (true, false) => observed(visit, head, kind, body),
        // In a place of its own: most answers are no pages.
        (true, true) => Box::pin(rewritten(visit, head, kind, body))
            .await
            .map_err(Refusal::Page)?,
        (false, true) if head.status == StatusCode::OK && visit.held.has(&head.headers) => {
            head.status = StatusCode::NOT_MODIFIED;
            head.headers.remove(header::CONTENT_LENGTH);
            GateBody::full(Bytes::new())
        }
        (false, true) if kind == Kind::Rules && head.status.is_success() && !visit.head => {
            Box::pin(rules(visit, head, body)).await?
        }
        (false, _) => GateBody::passing(body),
    };
    // Last: what a page is made by depends on the site's own policies.
    add_policy(visit, &mut head.headers);
    Ok(body)
}

/// What the body is, and its first bytes where they had to be looked at.
async fn kind_of<B>(
    visit: &Visit,
    head: &Parts,
    body: &mut B,
) -> Result<(Kind, Option<Bytes>), BoxError>
where
    B: Body<Data = Bytes> + Unpin,
    B::Error: Into<BoxError>,
{
    const PAGE: Kind = Kind::Page {
        xml: false,
        charset: None,
    };
    if head.status == StatusCode::NOT_MODIFIED && visit.site.mode == Mode::Gate {
        if visit.held.refuses_confirmation() {
            return Err(
                "the site confirmed a copy that it was not asked about; expected the page".into(),
            );
        }
        // It does not say of what kind the copy is; the reader's tag does.
        return Ok((if visit.held.any() { PAGE } else { Kind::Other }, None));
    }
    match Kind::of(&head.headers) {
        Kind::Undeclared if bodiless(visit, head) => Ok((Kind::Other, None)),
        Kind::Undeclared => {
            let first = first_bytes(body).await.map_err(Into::into)?;
            let Some(bytes) = &first else {
                return Ok((Kind::Other, None));
            };
            let unreadable = head.headers.contains_key(header::CONTENT_ENCODING);
            let kind = match unreadable {
                true => PAGE,
                false => sniffed(visit.url.path(), bytes),
            };
            Ok((kind, first))
        }
        kind => Ok((kind, None)),
    }
}

fn bodiless(visit: &Visit, head: &Parts) -> bool {
    visit.head
        || matches!(
            head.status,
            StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED
        )
}

/// An answer of the gate's own in the place of one that failed: it names no details to the reader.
fn failed<B>(visit: &Visit, status: StatusCode, readers_fault: bool) -> Response<GateBody<B>> {
    let text = if readers_fault {
        "error-request"
    } else {
        "error-upstream"
    };
    endpoints::error(visit, status, text).map(GateBody::full)
}

/// The word that Global Privacy Control is honoured, where the site has none of its own.
fn gpc<B>(visit: &Visit) -> Response<GateBody<B>> {
    let mut answer = Response::new(GateBody::full(Bytes::from_static(if visit.head {
        b""
    } else {
        GPC.as_bytes()
    })));
    let headers = answer.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("max-age=86400"),
    );
    add_policy(visit, headers);
    answer
}

async fn first_bytes<B>(body: &mut B) -> Result<Option<Bytes>, B::Error>
where
    B: Body<Data = Bytes> + Unpin,
{
    loop {
        match std::future::poll_fn(|context| Pin::new(&mut *body).poll_frame(context)).await {
            Some(Ok(frame)) => match frame.into_data() {
                Ok(bytes) if bytes.is_empty() => {}
                Ok(bytes) => return Ok(Some(bytes)),
                Err(_) => return Ok(None),
            },
            Some(Err(error)) => return Err(error),
            None => return Ok(None),
        }
    }
}

/// A page that passes as it is while its findings are counted.
fn observed<B>(visit: &Visit, head: &Parts, kind: Kind, body: Resumed<B>) -> GateBody<B>
where
    B: Body<Data = Bytes> + Unpin,
    B::Error: Into<BoxError>,
{
    if bodiless(visit, head) || head.status == StatusCode::PARTIAL_CONTENT {
        return GateBody::passing(body);
    }
    let encoding = encoding_of(&head.headers);
    let page = page_of(visit, &head.headers, kind);
    let recipe = Recipe::new(visit.site.clone(), page, encoding, None);
    match Pages::observe(body, visit.gate.clone(), recipe) {
        Ok(pages) => GateBody::pages(pages),
        Err(unreadable) => GateBody::passing(unreadable),
    }
}

/// The body of a page, and the headers that follow from its change.
async fn rewritten<B>(
    visit: &Visit,
    head: &mut Parts,
    kind: Kind,
    body: Resumed<B>,
) -> Result<GateBody<B>, BoxError>
where
    B: Body<Data = Bytes> + Unpin,
    B::Error: Into<BoxError>,
{
    if head.status == StatusCode::PARTIAL_CONTENT {
        return Err("the site sent a part of an HTML page, which cannot be looked at alone; expected the whole".into());
    }
    let encoding = encoding_of(&head.headers);
    let coding = answer_coding(visit, &encoding);
    if bodiless(visit, head) {
        change_headers(visit, &mut head.headers, &encoding, coding);
        if head.status == StatusCode::NOT_MODIFIED {
            visit.held.confirm(&mut head.headers);
        } else {
            // Whether the reader's language matters can only be seen in the page: then the tag says so.
            head.headers.remove(header::ETAG);
            vary(&mut head.headers, "Accept-Language");
        }
        return Ok(GateBody::passing(body));
    }
    let page = page_of(visit, &head.headers, kind);
    let recipe = Recipe::new(visit.site.clone(), page, encoding.clone(), coding);
    let memory = (!is_private(&head.headers)).then_some(&visit.current.memory);
    let mut pages = Pages::send(body, visit.gate.clone(), recipe, memory)?;
    let negotiated = pages.begin().await?;
    change_headers(visit, &mut head.headers, &encoding, coding);
    mark(visit, &mut head.headers, negotiated);
    if negotiated {
        vary(&mut head.headers, "Accept-Language");
    }
    Ok(match pages.whole() {
        Some(page) => GateBody::full(page),
        None => GateBody::pages(pages),
    })
}

/// The codings of a body. Bytes that are no text are an unknown coding, not none.
fn encoding_of(headers: &HeaderMap) -> String {
    let values = headers.get_all(header::CONTENT_ENCODING).iter();
    let values = values.map(|value| String::from_utf8_lossy(value.as_bytes()).trim().to_owned());
    let values: Vec<String> = values.filter(|value| !value.is_empty()).collect();
    values.join(", ")
}

/// The headers of an answer whose body is not the site's any more, but for its tag.
fn change_headers(visit: &Visit, headers: &mut HeaderMap, encoding: &str, coding: Option<Coding>) {
    forget_bytes(headers);
    headers.remove(header::CONTENT_ENCODING);
    if let Some(coding) = coding {
        headers.insert(
            header::CONTENT_ENCODING,
            HeaderValue::from_static(coding.token()),
        );
    }
    if !encoding.is_empty() {
        vary(headers, "Accept-Encoding");
    }
    if visit.site.cache == Cache::Private {
        vary(headers, "Cookie");
        keep_private(headers);
    }
    state::depend(visit, headers);
}

/// The coding for the reader: only what the site itself sent encoded is encoded again.
fn answer_coding(visit: &Visit, encoding: &str) -> Option<Coding> {
    if encoding.is_empty() || encoding.eq_ignore_ascii_case("identity") {
        return None;
    }
    visit
        .accept
        .best(&PREFERRED)
        .filter(|coding| *coding != Coding::Identity)
}

/// What the rewriter must know before the first byte.
fn page_of(visit: &Visit, headers: &HeaderMap, kind: Kind) -> Page {
    let (xml, charset) = match kind {
        Kind::Page { xml, charset } => (xml, charset),
        Kind::Document { charset } => (true, charset),
        _ => (false, None),
    };
    // A language that there are no texts in says nothing about the notices'.
    let language = texts(headers, header::CONTENT_LANGUAGE)
        .flat_map(|languages| languages.split(','))
        .map(str::trim)
        .find(|tag| visit.site.texts.find(tag).is_some());
    let policies: Vec<&str> = texts(headers, header::CONTENT_SECURITY_POLICY).collect();
    Page {
        charset,
        content_language: language.map(str::to_owned),
        accept_language: visit.accept_language.clone(),
        xml,
        consent: visit.consent_in_page(),
        guard: visit.site.guard,
        signals: true,
        nonce: policies
            .iter()
            .find_map(|policy| policy::script_nonce(policy))
            .map(str::to_owned),
        styles: policies.iter().all(|policy| policy::admits_styles(policy)),
        ..Page::new((*visit.url).clone())
    }
}

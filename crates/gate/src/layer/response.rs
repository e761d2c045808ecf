//! What becomes of the site's answers: headers cleaned, policy added, HTML rewritten.

use super::Visit;
use super::body::{BoxError, GateBody, Resumed};
use super::html::{Pages, Use};
use crate::coding::{Coding, Decoder, PREFERRED};
use crate::endpoints;
use crate::proxy::ProxyError;
use bytes::Bytes;
use http::header::{self, HeaderName};
use http::response::Parts;
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use http_body::Body;
use jalousie_core::notice;
use jalousie_core::policy::{self, GateSources, HeaderChange};
use jalousie_core::rewrite::{Page, Rewriter};
use jalousie_core::site::{Cache, Mode, Site};
use std::pin::Pin;

/// Headers that say something of the body's bytes, wrong once they change.
const OF_THE_BYTES: &[&str] =
    &["accept-ranges", "content-digest", "content-length", "content-md5", "digest", "last-modified", "repr-digest"];

/// The answer that the reader gets.
pub(super) async fn gate<B>(visit: Visit, answer: Response<B>) -> Result<Response<GateBody<B>>, BoxError>
where
    B: Body<Data = Bytes> + Unpin,
    B::Error: Into<BoxError>,
{
    let (mut head, mut body) = answer.into_parts();
    if let Some(error) = head.extensions.get::<ProxyError>() {
        return Ok(failed(&visit, error.status(), error.cause().is_readers()));
    }
    if head.status == StatusCode::SWITCHING_PROTOCOLS {
        return Ok(Response::from_parts(head, GateBody::passing(Resumed { first: None, rest: body })));
    }
    let observing = visit.site.mode == Mode::Observe;
    if !observing {
        clean(&visit, &mut head.headers);
    }
    let mut first = None;
    let html = match media_type(&head.headers) {
        Some(kind) => is_html(&kind),
        // A browser would look at the first bytes, so they decide here too.
        None => {
            first = first_bytes(&mut body).await.map_err(Into::into)?;
            head.headers.contains_key(header::CONTENT_ENCODING) || first.as_deref().is_some_and(looks_like_html)
        }
    };
    if html && !observing {
        make_room(&visit, &mut head.headers);
    }
    add_policy(&visit, &mut head.headers);
    let body = Resumed { first, rest: body };
    if !html {
        return Ok(Response::from_parts(head, GateBody::passing(body)));
    }
    match page(&visit, &mut head, body).await {
        Ok(body) => Ok(Response::from_parts(head, body)),
        Err(error) => {
            tracing::warn!(target: "jalousie::layer", page = %visit.url, %error, "page refused: it cannot be gated");
            Ok(failed(&visit, StatusCode::BAD_GATEWAY, false))
        }
    }
}

/// An answer of the gate's own in the place of one that failed: it names no details to the reader.
fn failed<B>(visit: &Visit, status: StatusCode, readers_fault: bool) -> Response<GateBody<B>> {
    let text = if readers_fault { "error-request" } else { "error-upstream" };
    endpoints::error(visit, status, text).map(GateBody::full)
}

/// The declared media type in lower case, without parameters; `None` where browsers would guess.
fn media_type(headers: &HeaderMap) -> Option<String> {
    // With several, browsers take the last one that they understand.
    let values = headers.get_all(header::CONTENT_TYPE).iter().filter_map(|value| value.to_str().ok());
    let kinds = values.flat_map(|value| value.split(',')).map(|value| {
        value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    });
    let kind = kinds.filter(|kind| kind.contains('/') && kind != "*/*").next_back()?;
    (!matches!(kind.as_str(), "unknown/unknown" | "application/unknown")).then_some(kind)
}

fn is_html(kind: &str) -> bool {
    kind == "text/html" || is_xhtml(kind)
}

fn is_xhtml(kind: &str) -> bool {
    kind == "application/xhtml+xml"
}

/// Whether browsers may take undeclared bytes for HTML (MIME Sniffing, 7.1), generously.
fn looks_like_html(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    bytes.starts_with(b"<") && !bytes.starts_with(b"<?xml")
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

/// Takes out, or changes, headers that would send the browser to a third party.
fn clean(visit: &Visit, headers: &mut HeaderMap) {
    for name in policy::WATCHED {
        let values: Vec<HeaderValue> = headers.get_all(*name).iter().cloned().collect();
        if values.is_empty() {
            continue;
        }
        headers.remove(*name);
        for value in values {
            // A value that is not text is not understood, and so not let through.
            let Ok(text) = value.to_str() else { continue };
            match policy::clean_header(&visit.site, &visit.url, name, text) {
                HeaderChange::Keep => append(headers, name, value),
                HeaderChange::Replace(text) => append_text(headers, name, &text),
                HeaderChange::Remove => {}
            }
        }
    }
    headers.insert("x-dns-prefetch-control", HeaderValue::from_static("off"));
}

fn append(headers: &mut HeaderMap, name: &str, value: HeaderValue) {
    if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
        headers.append(name, value);
    }
}

fn append_text(headers: &mut HeaderMap, name: &str, text: &str) {
    if let Ok(value) = HeaderValue::from_str(text) {
        append(headers, name, value);
    }
}

/// Lets the site's own policy admit the gate's frames, client and style, and nothing else.
fn make_room(visit: &Visit, headers: &mut HeaderMap) {
    let name = header::CONTENT_SECURITY_POLICY;
    let policies: Vec<HeaderValue> = headers.get_all(&name).iter().cloned().collect();
    if policies.is_empty() {
        return;
    }
    let base = format!("{}{}", visit.url.origin().ascii_serialization(), visit.site.prefix);
    let frame_host = visit.site.frame_origin.as_ref().map(|origin| origin.origin().ascii_serialization());
    let sources = GateSources {
        frames: [format!("{base}frame/")].into_iter().chain(frame_host).collect(),
        script: format!("{base}{}", notice::client().name),
        style: format!("{base}{}", notice::style().name),
        consent: format!("{base}consent"),
    };
    headers.remove(&name);
    for value in policies {
        match value.to_str() {
            Ok(text) => append_text(headers, name.as_str(), &policy::admit_gate(text, &sources)),
            Err(_) => append(headers, name.as_str(), value),
        }
    }
}

fn add_policy(visit: &Visit, headers: &mut HeaderMap) {
    append_text(headers, policy::page_policy_header(visit.site.mode), &policy::page_policy(&visit.site, &visit.url));
}

/// The body of an HTML answer, and the headers that follow from its change.
async fn page<B>(visit: &Visit, head: &mut Parts, body: Resumed<B>) -> Result<GateBody<B>, BoxError>
where
    B: Body<Data = Bytes> + Unpin,
    B::Error: Into<BoxError>,
{
    let observing = visit.site.mode == Mode::Observe;
    if head.status == StatusCode::PARTIAL_CONTENT && !observing {
        return Err("the site sent a part of an HTML page, which cannot be looked at alone; expected the whole".into());
    }
    let empty = visit.head || matches!(head.status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED);
    let encoding: Vec<&str> = texts(&head.headers, header::CONTENT_ENCODING);
    let encoding = encoding.join(", ");
    if empty || observing {
        if !observing {
            mark_changed(visit, &mut head.headers, &encoding);
        }
        if empty {
            return Ok(GateBody::passing(body));
        }
    }
    let rewriter = Rewriter::new(visit.site.clone(), page_of(visit, &head.headers));
    let purpose = if observing { Use::Observe } else { Use::Send };
    let decoder = match Decoder::for_encoding(&encoding) {
        Ok(decoder) => decoder,
        Err(_) if observing => return Ok(GateBody::passing(body)),
        Err(error) => return Err(error.into()),
    };
    let mut pages = Pages::new(body, visit.gate.clone(), purpose, decoder, rewriter);
    if !observing {
        pages.begin().await?;
        mark_changed(visit, &mut head.headers, &encoding);
        if pages.rewriter().negotiates_language() == Some(true) {
            vary(&mut head.headers, "Accept-Language");
        }
        if let Some(coding) = answer_coding(visit, &encoding) {
            pages.encode(coding)?;
            append_text(&mut head.headers, "content-encoding", coding.token());
        }
    }
    Ok(GateBody::pages(pages))
}

/// The coding for the reader: only what the site itself sent encoded is encoded again.
fn answer_coding(visit: &Visit, encoding: &str) -> Option<Coding> {
    if encoding.is_empty() || encoding.eq_ignore_ascii_case("identity") {
        return None;
    }
    visit.accept.best(&PREFERRED).filter(|coding| *coding != Coding::Identity)
}

fn texts(headers: &HeaderMap, name: HeaderName) -> Vec<&str> {
    headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).map(str::trim).filter(|v| !v.is_empty()).collect()
}

/// What the rewriter must know before the first byte.
fn page_of(visit: &Visit, headers: &HeaderMap) -> Page {
    let content_type = texts(headers, header::CONTENT_TYPE).last().copied().unwrap_or_default().to_owned();
    let charset = content_type.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let label = value.trim().trim_matches('"');
        name.trim().eq_ignore_ascii_case("charset").then(|| encoding_rs::Encoding::for_label(label.as_bytes()))?
    });
    let policies = texts(headers, header::CONTENT_SECURITY_POLICY);
    Page {
        charset,
        content_language: texts(headers, header::CONTENT_LANGUAGE).first().map(|tag| (*tag).to_owned()),
        accept_language: visit.accept_language.clone(),
        xml: media_type(headers).is_some_and(|kind| is_xhtml(&kind)),
        consent: visit.consent_in_page(),
        guard: visit.site.guard,
        nonce: policies.iter().find_map(|policy| policy::script_nonce(policy)).map(str::to_owned),
        ..Page::new(visit.url.clone())
    }
}

/// Headers of an answer whose body is not the site's any more.
fn mark_changed(visit: &Visit, headers: &mut HeaderMap, encoding: &str) {
    for name in OF_THE_BYTES {
        headers.remove(*name);
    }
    headers.remove(header::CONTENT_ENCODING);
    if !encoding.is_empty() {
        vary(headers, "Accept-Encoding");
    }
    if visit.site.cache == Cache::Private {
        vary(headers, "Cookie");
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    }
    let Some(tag) = headers.remove(header::ETAG) else { return };
    if let Some(marked) = tag.to_str().ok().and_then(|tag| mark(tag, &visit.site)) {
        append_text(headers, "etag", &marked);
    }
}

fn vary(headers: &mut HeaderMap, name: &'static str) {
    let present = texts(headers, header::VARY).iter().any(|value| {
        value.split(',').any(|field| field.trim() == "*" || field.trim().eq_ignore_ascii_case(name))
    });
    if !present {
        headers.append(header::VARY, HeaderValue::from_static(name));
    }
}

/// What a gated page's entity tag ends in: it changes whenever the same page would come out differently.
fn suffix(site: &Site) -> String {
    format!("-j{}", site.fingerprint())
}

/// `"abc"` becomes `W/"abc-j0123456789abcdef"`.
fn mark(tag: &str, site: &Site) -> Option<String> {
    let opaque = tag.trim().trim_start_matches("W/").strip_prefix('"')?.strip_suffix('"')?;
    Some(format!("W/\"{opaque}{}\"", suffix(site)))
}

/// Gives the site its own validators back, and keeps from it those of pages that came out differently.
///
/// A copy from before the gate must not be confirmed either: where a page is asked for, only marked
/// tags count.
pub(super) fn unmark_validators(site: &Site, headers: &mut HeaderMap) {
    let wants_page = texts(headers, header::ACCEPT).iter().any(|value| value.contains("text/html"));
    let suffix = format!("{}\"", suffix(site));
    let tags = texts(headers, header::IF_NONE_MATCH).join(",");
    let kept: Vec<String> = tags
        .split(',')
        .map(str::trim)
        .filter_map(|tag| match tag.strip_suffix(&suffix) {
            // The site's tag may have been strong or weak: either is asked for.
            Some(opaque) => Some(format!("{opaque}\", {}\"", opaque.trim_start_matches("W/"))),
            None => (!wants_page && !tag.is_empty()).then(|| tag.to_owned()),
        })
        .collect();
    headers.remove(header::IF_NONE_MATCH);
    if !kept.is_empty() {
        append_text(headers, "if-none-match", &kept.join(", "));
    }
    if wants_page {
        headers.remove(header::IF_MODIFIED_SINCE);
        headers.remove(header::RANGE);
        headers.remove(header::IF_RANGE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, HeaderValue::from_static(value));
        }
        headers
    }

    #[test]
    fn what_browsers_take_for_html_is_html() {
        let html = |pairs: &[(&'static str, &'static str)]| media_type(&headers(pairs)).is_some_and(|kind| is_html(&kind));
        assert!(html(&[("content-type", "Text/HTML; charset=utf-8")]));
        assert!(html(&[("content-type", "text/plain"), ("content-type", "text/html")]));
        assert!(html(&[("content-type", "text/plain, text/html")]));
        assert!(html(&[("content-type", "application/xhtml+xml")]));
        assert!(!html(&[("content-type", "text/plain")]));
        assert_eq!(media_type(&headers(&[("content-type", "unknown/unknown")])), None);
        assert_eq!(media_type(&headers(&[])), None);
        assert!(looks_like_html(b"\xef\xbb\xbf \n<p>") && !looks_like_html(b"\x89PNG") && !looks_like_html(b"<?xml"));
    }
}

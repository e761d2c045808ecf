//! `POST notice`: the notice for external content that a script is about to add to a page; `GET notice`:
//! where to look for such content.

use super::{Query, error, own_path, read, set};
use crate::layer::{BoxError, Visit};
use crate::metrics::{Refusal, refused};
use bytes::Bytes;
use http::request::Parts;
use http::{Response, StatusCode, header};
use http_body::Body;
use jalousie_core::rewrite::{Page, rewrite_addition};

/// An embed's markup is small; nothing larger is read.
const LIMIT: usize = 64 * 1024;

/// Answers markup with the same markup, gated like a page.
///
/// The client sends what a script of the site created, before the browser acts on it. Only pages of
/// the site may ask: the answer holds tokens. They open nothing without the reader's decision.
pub(super) async fn notice<Q>(
    visit: &Visit,
    head: &Parts,
    query: &Query,
    body: Q,
) -> Response<Bytes>
where
    Q: Body<Data = Bytes>,
    Q::Error: Into<BoxError>,
{
    if let Err(why) = super::consent::comes_from_here(visit, &head.headers) {
        refused(Refusal::Foreign, format_args!("notice: {why}"));
        return error(visit, StatusCode::FORBIDDEN, "error-request");
    }
    let markup = match read(body, LIMIT).await {
        Ok(markup) => markup,
        Err(unread) => return unread.refuse(visit, "notice"),
    };
    let number = |name: &str| query.get(name).and_then(|text| text.parse().ok());
    let Ok(url) = visit
        .url
        .join(own_path(query.get("page").unwrap_or_default()))
    else {
        refused(Refusal::BadPost, "notice: page is no path");
        return error(visit, StatusCode::BAD_REQUEST, "error-request");
    };
    let page = Page {
        charset: None,
        accept_language: visit.accept_language.clone(),
        // The page's policy is not known here, and the client is there: it can do what an attribute may not.
        styles: false,
        ..Page::new(url)
    };
    let markup = String::from_utf8_lossy(&markup);
    let first = number("first").unwrap_or(1).clamp(1, 100_000);
    let heading = number("heading").unwrap_or(2).clamp(2, 6) as u8;
    let gated = rewrite_addition(
        visit.site.clone(),
        page,
        query.get("lang"),
        &markup,
        first,
        heading,
    );
    let mut answer = Response::new(Bytes::from(gated));
    set(
        &mut answer,
        header::CONTENT_TYPE,
        "text/html; charset=utf-8",
    );
    set(
        &mut answer,
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; sandbox",
    );
    set(&mut answer, header::CACHE_CONTROL, "no-store");
    set(&mut answer, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    answer
}

/// Says, as CSS selectors, what the script of a third party that a page has just added would make
/// something of. It depends on nothing but the catalogue, so browsers and caches keep it.
pub(super) fn widgets(visit: &Visit, query: &Query) -> Response<Bytes> {
    let written = query.get("script").unwrap_or_default();
    let selectors = match visit.url.join(written) {
        Ok(script) => visit.site.catalogue.widgets(&script, written),
        Err(_) => String::new(),
    };
    let mut answer = Response::new(Bytes::from(selectors));
    set(
        &mut answer,
        header::CONTENT_TYPE,
        "text/plain; charset=utf-8",
    );
    set(&mut answer, header::CACHE_CONTROL, "public, max-age=86400");
    set(&mut answer, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    answer
}

//! The gate's own addresses, all under one prefix: `/_jalousie/…`.

mod consent;
mod created;
mod files;
mod frames;
mod own;
mod pages;
mod record;
mod state;
mod violations;

use crate::layer::{BoxError, Visit};
use crate::metrics::{Refusal, refused};
use crate::proxy::{ProxyError, unambiguous};
use crate::server::is_told;
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderName, HeaderValue, Method, Response, StatusCode, header};
use http_body::Body;
use jalousie_core::notice::{self, PageContext};
use jalousie_core::texts::Language;
use std::borrow::Cow;

/// The part of `path` under the gate's prefix, if it is there.
pub(crate) fn path_of(visit: &Visit, path: &str) -> Option<String> {
    path.strip_prefix(&visit.site.prefix).map(str::to_owned)
}

/// Answers a request for one of the gate's own addresses.
pub(crate) async fn answer<Q>(visit: &Visit, path: &str, head: Parts, body: Q) -> Response<Bytes>
where
    Q: Body<Data = Bytes>,
    Q::Error: Into<BoxError>,
{
    if let Err(error) = unambiguous(&head) {
        return ambiguous(visit, &error);
    }
    let reading = head.method == Method::GET || head.method == Method::HEAD;
    let posting = head.method == Method::POST;
    let query = Query::of(&head);
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    let mut answer = match (first, rest) {
        // No decision is taken on the frame host, and nothing shown that looks like the site.
        _ if visit.on_frame_host() && first != "frame" && !files::is_file(first) => {
            nothing_here(visit)
        }
        ("consent", "") if posting => consent::decide(visit, &head, body).await,
        ("notice", "") if posting => created::notice(visit, &head, &query, body).await,
        ("notice", "") if reading && query.get("script").is_some() => {
            created::widgets(visit, &query)
        }
        ("violations", "") if posting => violations::report(visit, &head, body).await,
        ("receipts", "erase") if posting => own::erase(visit, &head, body).await,
        ("receipts", "erase") => not_allowed(visit, "POST"),
        ("consent" | "notice" | "violations", "") => not_allowed(visit, "POST"),
        ("frame", token) if reading && !token.is_empty() => frames::frame(visit, token, &query),
        ("view", token) if reading && !token.is_empty() => frames::view(visit, token, &query),
        ("preferences", "") if reading => pages::preferences(visit, &query),
        ("receipts", rest) if reading => own::read(visit, rest, &head, &query).await,
        ("state", "") if reading => state::state(visit),
        ("service", id) if reading => pages::service(visit, id, &query),
        (file, "") if reading => match files::file(visit, file) {
            Some(answer) => answer,
            None => nothing_here(visit),
        },
        _ if !reading => not_allowed(visit, "GET, HEAD"),
        _ => nothing_here(visit),
    };
    if visit.head {
        let length = answer.body().len();
        *answer.body_mut() = Bytes::new();
        set(&mut answer, header::CONTENT_LENGTH, &length.to_string());
    }
    answer
}

fn nothing_here(visit: &Visit) -> Response<Bytes> {
    refused(
        Refusal::Address,
        "the gate has nothing at this address of its own",
    );
    error(visit, StatusCode::NOT_FOUND, "error-token")
}

/// The answer to what the proxy would not pass on either: somebody in front may see another request in it.
fn ambiguous(visit: &Visit, why: &ProxyError) -> Response<Bytes> {
    let cause = Refusal::of(why.cause()).unwrap_or(Refusal::BadRequest);
    refused(cause, format_args!("own address: {why}"));
    error(visit, why.status(), "error-request")
}

fn not_allowed(visit: &Visit, allowed: &str) -> Response<Bytes> {
    refused(
        Refusal::Method,
        format_args!("own address: expected {allowed}"),
    );
    let mut answer = error(visit, StatusCode::METHOD_NOT_ALLOWED, "error-request");
    set(&mut answer, header::ALLOW, allowed);
    answer
}

/// The query of a request for one of the gate's pages.
#[derive(Debug, Default)]
pub(crate) struct Query(Vec<(String, String)>);

impl Query {
    fn of(head: &Parts) -> Self {
        let query = head.uri.query().unwrap_or_default();
        Query(
            url::form_urlencoded::parse(query.as_bytes())
                .into_owned()
                .collect(),
        )
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Where to go back to: a path of this site, whatever was asked for.
    pub(crate) fn back(&self) -> &str {
        own_path(self.get("return").unwrap_or_default())
    }
}

/// `path` if it is one of this site's own, else `/`: the gate never sends a reader elsewhere.
pub(crate) fn own_path(path: &str) -> &str {
    let own = path.starts_with('/')
        && !path.starts_with("//")
        && path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if own { path } else { "/" }
}

/// The language of a page of the gate: asked for, else the reader's, else the site's.
fn language<'v>(visit: &'v Visit, query: Option<&str>) -> &'v Language {
    let texts = &visit.site.texts;
    let asked = query.and_then(|tag| texts.find(tag));
    let readers = || texts.accept(visit.accept_language.as_deref()?);
    asked
        .or_else(readers)
        .unwrap_or_else(|| texts.language(&visit.site.language))
}

fn context<'v>(visit: &'v Visit, lang: Option<&str>, back: &'v str) -> PageContext<'v> {
    PageContext {
        site: &visit.site,
        language: language(visit, lang),
        consent: &visit.consent,
        gpc: visit.gpc,
        https: visit.url.scheme() == "https",
        back,
    }
}

/// What pages of the gate's own may load: its client, its style sheet and its frames.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; \
                           frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

/// A page of the gate's own; no cache keeps it.
fn page(status: StatusCode, html: String) -> Response<Bytes> {
    document(status, html, PAGE_POLICY)
}

fn document(status: StatusCode, html: String, policy: &str) -> Response<Bytes> {
    let mut answer = Response::new(Bytes::from(html));
    *answer.status_mut() = status;
    set(
        &mut answer,
        header::CONTENT_TYPE,
        "text/html; charset=utf-8",
    );
    set(&mut answer, header::CONTENT_SECURITY_POLICY, policy);
    set(&mut answer, header::CACHE_CONTROL, "no-store");
    set(&mut answer, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(&mut answer, header::REFERRER_POLICY, "same-origin");
    // Links to a service's own pages are for readers to follow, not for browsers to look up.
    set(
        &mut answer,
        HeaderName::from_static("x-dns-prefetch-control"),
        "off",
    );
    answer
}

/// An error in words for readers: the text `id`.
pub(crate) fn error(visit: &Visit, status: StatusCode, id: &str) -> Response<Bytes> {
    let answer = page(status, notice::error_page(&context(visit, None, "/"), id));
    if visit.head {
        answer.map(|_| Bytes::new())
    } else {
        answer
    }
}

fn set(answer: &mut Response<Bytes>, name: HeaderName, value: &str) {
    // A value that is no header value is left out: all of ours are text.
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
}

/// A body that is too long, or that broke off.
struct Unread {
    /// Why has been said already.
    told: bool,
}

impl Unread {
    /// The answer to it. `what` it was that was posted.
    fn refuse(&self, visit: &Visit, what: &str) -> Response<Bytes> {
        if !self.told {
            let why = format_args!("{what}: too long, or broken off");
            refused(Refusal::BodyTooLarge, why);
        }
        error(visit, StatusCode::PAYLOAD_TOO_LARGE, "error-request")
    }
}

/// Reads a body of at most `limit` bytes.
async fn read<Q>(body: Q, limit: usize) -> Result<Vec<u8>, Unread>
where
    Q: Body<Data = Bytes>,
    Q::Error: Into<BoxError>,
{
    let mut body = std::pin::pin!(body);
    let mut bytes = Vec::new();
    while let Some(frame) = std::future::poll_fn(|context| body.as_mut().poll_frame(context)).await
    {
        let frame = frame.map_err(|error| Unread {
            told: is_told(&*error.into()),
        })?;
        if let Ok(data) = frame.into_data() {
            if bytes.len() + data.len() > limit {
                return Err(Unread { told: false });
            }
            bytes.extend_from_slice(&data);
        }
    }
    Ok(bytes)
}

/// Seconds since 1970.
pub(crate) fn now() -> u64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |elapsed| elapsed.as_secs())
}

/// A path with something added to its query, before its fragment.
fn with_query(path: &str, addition: &str) -> String {
    let (path, fragment) = path
        .split_once('#')
        .map_or((path, Cow::Borrowed("")), |(p, f)| {
            (p, Cow::Owned(format!("#{f}")))
        });
    let separator = if path.contains('?') { '&' } else { '?' };
    format!("{path}{separator}{addition}{fragment}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_is_always_on_this_site() {
        for bad in [
            "",
            "//e.x",
            "https://e.x",
            "/\\e.x",
            "javascript:x",
            "/a\nb",
            "\\\\e.x",
            "/ /e.x",
            "/\t/e.x",
            "/é",
        ] {
            assert_eq!(own_path(bad), "/", "{bad:?}");
        }
        assert_eq!(own_path("/a?b#c"), "/a?b#c");
    }
}

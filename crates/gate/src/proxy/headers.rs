//! Header fields that end at this hop (RFC 9110, section 7.6.1) and those that a proxy adds.

use http::HeaderMap;
use http::header::{self, CONNECTION, CONTENT_LENGTH, HeaderName, HeaderValue, TRANSFER_ENCODING};

use crate::fields::{number, remove_where};

/// Fields that concern one connection only, whether or not `Connection` names them.
///
/// `Expect` is among them because the server in front answers it, and `Alt-Svc` because it would
/// send readers round the gate, to the upstream's own ports. `Proxy` is no field of HTTP, but servers of
/// the CGI family make `HTTP_PROXY` of it, through which the site would then send its own requests ("httpoxy").
pub(super) fn is_hop_by_hop(name: &HeaderName) -> bool {
    matches!(
        name.as_str(),
        "connection"
            | "transfer-encoding"
            | "upgrade"
            | "te"
            | "expect"
            | "proxy-authenticate"
            | "proxy-authorization"
            | "alt-svc"
            | "keep-alive"
            | "proxy-connection"
            | "http2-settings"
            | "alt-used"
            | "proxy"
    )
}

/// Fields that `Connection` must not remove: "a sender MUST NOT send a connection option
/// corresponding to a field that is intended for all recipients". Without this, a reader could
/// hide his own `Sec-GPC` from the upstream, or what the gate tells it of his decisions, and an
/// upstream a page's type from the gate.
static END_TO_END: [HeaderName; 13] = [
    header::HOST,
    header::CONTENT_LENGTH,
    header::CONTENT_TYPE,
    header::CONTENT_ENCODING,
    header::CONTENT_RANGE,
    header::CONTENT_SECURITY_POLICY,
    header::CACHE_CONTROL,
    header::VARY,
    header::COOKIE,
    header::SET_COOKIE,
    header::AUTHORIZATION,
    HeaderName::from_static("sec-gpc"),
    HeaderName::from_static("jalousie-consent"),
];

/// What `Content-` says of how a body is read. `Content-Digest` may well come after it.
const CONTENT_FIELDS: [&str; 6] = [
    "content-disposition",
    "content-encoding",
    "content-length",
    "content-location",
    "content-range",
    "content-type",
];

/// Fields that mean nothing, or something else than before, when they come after the body (RFC 9110,
/// section 6.5.1): those about framing, routing, identity, policy, and what is to be made of the body. A
/// receiver that merges trailers into the head would take them at their word. A tag is among them because
/// pages are marked in theirs, which is gone by then.
const NOT_TRAILERS: [&str; 39] = [
    "accept-ranges",
    "age",
    "authorization",
    "cache-control",
    "clear-site-data",
    "cookie",
    "date",
    "document-policy",
    "etag",
    "expires",
    "forwarded",
    "host",
    "integrity-policy",
    "last-modified",
    "link",
    "location",
    "max-forwards",
    "nel",
    "origin",
    "permissions-policy",
    "pragma",
    "range",
    "referrer-policy",
    "refresh",
    "report-to",
    "reporting-endpoints",
    "retry-after",
    "service-worker-allowed",
    "set-cookie",
    "sourcemap",
    "speculation-rules",
    "strict-transport-security",
    "trailer",
    "vary",
    "via",
    "warning",
    "www-authenticate",
    "x-frame-options",
    "x-real-ip",
];

/// Removes from trailers what must not stand there.
pub(super) fn clean_trailers(trailers: &mut HeaderMap) {
    strip_hop_by_hop(trailers);
    let wrong = |name: &HeaderName| {
        // In either spelling, see `is_disguised`.
        let name = name.as_str().replace('_', "-");
        NOT_TRAILERS.contains(&&*name)
            || CONTENT_FIELDS.contains(&&*name)
            || [
                "access-control-",
                "content-security-",
                "cross-origin-",
                "if-",
                "jalousie-",
                "sec-",
                "x-forwarded-",
            ]
            .iter()
            .any(|start| name.starts_with(start))
    };
    remove_where(trailers, |name| wrong(name) || is_disguised(name));
}

/// Removes the fields above and those that `Connection` names.
pub(super) fn strip_hop_by_hop(headers: &mut HeaderMap) {
    strip_named(headers);
    remove_where(headers, is_hop_by_hop);
}

/// Removes the fields that `Connection` names.
pub(super) fn strip_named(headers: &mut HeaderMap) {
    // What hardly any message goes without is among those above anyway.
    let usual = |value: &HeaderValue| value == "keep-alive";
    if headers.get_all(CONNECTION).iter().all(usual) {
        return;
    }
    let named: Vec<HeaderName> = tokens(headers, &CONNECTION)
        .filter_map(|token| HeaderName::from_bytes(token.as_bytes()).ok())
        .filter(|name| !END_TO_END.contains(name))
        .collect();
    for name in named {
        headers.remove(name);
    }
}

/// Whether a field is one of those above but for an `_` where it has a `-`: upstreams of the CGI family
/// cannot tell the two spellings apart. Other names with an `_` are passed on.
pub(super) fn is_disguised(name: &HeaderName) -> bool {
    let plain = |text: &str| HeaderName::from_bytes(text.replace('_', "-").as_bytes());
    name.as_str().bytes().any(|byte| byte == b'_')
        && plain(name.as_str()).is_ok_and(|name| is_hop_by_hop(&name) || END_TO_END.contains(&name))
}

/// The members of a field that is a list of tokens. One that is no text is left out, not those beside it.
pub(super) fn tokens<'a>(
    headers: &'a HeaderMap,
    name: &HeaderName,
) -> impl Iterator<Item = &'a str> {
    let values = headers.get_all(name).iter().map(HeaderValue::as_bytes);
    values
        .flat_map(|value| value.split(|byte| *byte == b','))
        .filter(|token| token.is_ascii())
        .filter_map(|token| str::from_utf8(token.trim_ascii()).ok())
        .filter(|token| !token.is_empty())
}

/// The bytes of a head's names and values.
pub(super) fn size(headers: &HeaderMap) -> usize {
    headers
        .iter()
        .map(|(name, value)| name.as_str().len() + value.len())
        .sum()
}

/// How a message says its body is framed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Framing {
    /// Not at all, by length, or by chunks: all clear.
    Plain,
    /// `Transfer-Encoding` names something else than `chunked`, or `chunked` twice.
    UnknownCoding,
    /// Two lengths, or a length and chunks: two readers may see two messages.
    Ambiguous,
}

/// Judges a message's framing. The HTTP library has already refused what it finds broken.
pub(super) fn framing(headers: &HeaderMap) -> Framing {
    let mut codings = headers.get_all(TRANSFER_ENCODING).iter();
    let chunked = match (codings.next(), codings.next()) {
        (None, _) => false,
        // One line of one word: lists with holes in them are not read alike by all either.
        (Some(coding), None) if coding.as_bytes().eq_ignore_ascii_case(b"chunked") => true,
        _ => return Framing::UnknownCoding,
    };
    let ambiguous = match number(headers, &CONTENT_LENGTH) {
        Some(_) => chunked,
        None => headers.contains_key(CONTENT_LENGTH),
    };
    match ambiguous {
        true => Framing::Ambiguous,
        false => Framing::Plain,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn map(fields: &[(&'static str, &'static str)]) -> HeaderMap {
        fields
            .iter()
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_static(value),
                )
            })
            .collect()
    }

    #[test]
    fn what_connection_names_goes_and_what_is_for_all_stays() {
        let mut headers = map(&[
            ("connection", "close, X-Secret, Cookie"),
            ("connection", "keep-alive, content-type"),
            ("keep-alive", "timeout=5"),
            ("x-secret", "1"),
            ("cookie", "a=b"),
            ("content-type", "text/html"),
            ("te", "trailers"),
            ("alt-svc", "h3=\":443\""),
            ("proxy", "http://evil.example"),
            ("x-kept", "1"),
        ]);
        let named = HeaderValue::from_bytes(b"x-hop, \xe9").unwrap();
        headers.append(CONNECTION, named);
        headers.insert("x-hop", HeaderValue::from_static("1"));
        strip_hop_by_hop(&mut headers);
        let mut left: Vec<_> = headers.keys().map(HeaderName::as_str).collect();
        left.sort_unstable();
        assert_eq!(left, ["content-type", "cookie", "x-kept"]);
    }

    #[test]
    fn trailers_say_nothing_that_belongs_into_a_head() {
        let mut trailers = map(&[
            ("content-type", "text/html"),
            ("content-security-policy", "default-src *"),
            ("content-digest", "sha-256=:AA=:"),
            ("transfer-encoding", "chunked"),
            ("set-cookie", "a=b"),
            ("link", "</a>; rel=preload"),
            ("x-forwarded-for", "::1"),
            ("x_forwarded_for", "::1"),
            ("content_length", "5"),
            ("transfer_encoding", "chunked"),
            ("jalousie_consent", "video"),
            ("referrer-policy", "unsafe-url"),
            ("reporting-endpoints", "a=\"https://a.example\""),
            ("etag", "\"a\""),
            ("if-match", "*"),
            ("grpc-status", "0"),
            ("server-timing", "a"),
        ]);
        clean_trailers(&mut trailers);
        let mut left: Vec<_> = trailers.keys().map(HeaderName::as_str).collect();
        left.sort_unstable();
        assert_eq!(left, ["content-digest", "grpc-status", "server-timing"]);
    }

    #[test]
    fn disguises_are_removed_and_other_names_kept() {
        let mut headers = map(&[
            ("content_length", "5"),
            ("transfer_encoding", "chunked"),
            ("sec_gpc", "1"),
            ("my_own", "1"),
            ("content-length", "3"),
        ]);
        remove_where(&mut headers, is_disguised);
        let mut left: Vec<_> = headers.keys().map(HeaderName::as_str).collect();
        left.sort_unstable();
        assert_eq!(left, ["content-length", "my_own"]);
    }

    #[test]
    fn judges_framing() {
        for (fields, expected) in [
            (&[][..], Framing::Plain),
            (&[("content-length", "5")], Framing::Plain),
            (&[("transfer-encoding", "Chunked")], Framing::Plain),
            (&[("content-length", "5, 5")], Framing::Ambiguous),
            (&[("content-length", "+5")], Framing::Ambiguous),
            (
                &[("content-length", "5"), ("content-length", "5")],
                Framing::Ambiguous,
            ),
            (
                &[("content-length", "5"), ("transfer-encoding", "chunked")],
                Framing::Ambiguous,
            ),
            (
                &[("transfer-encoding", "gzip, chunked")],
                Framing::UnknownCoding,
            ),
            (
                &[("transfer-encoding", "chunked, chunked")],
                Framing::UnknownCoding,
            ),
            (&[("transfer-encoding", "")], Framing::UnknownCoding),
            (
                &[("transfer-encoding", ", chunked")],
                Framing::UnknownCoding,
            ),
        ] {
            assert_eq!(framing(&map(fields)), expected, "{fields:?}");
        }
    }
}

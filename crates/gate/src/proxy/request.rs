//! Which requests are passed on, and in which form.

use std::net::Ipv6Addr;

use http::header::{CONNECTION, CONTENT_LENGTH, HOST, HeaderValue, TRANSFER_ENCODING, UPGRADE};
use http::request::Parts;
use http::uri::{Authority, PathAndQuery, Scheme};
use http::{HeaderMap, Method, Uri, Version, header};

use super::config::{HostHeader, Limits, ProxyConfig};
use super::error::{Cause, ProxyError};
use super::exchange::Head;
use super::headers::{Framing, framing, size, strip_disguised, strip_hop_by_hop, tokens};
use super::upstream::Upstream;
use super::{forwarded, upgrade};
use crate::coding::Accept;
use crate::fields::number;
use crate::server::Peer;

/// What the proxy needs to know about a request that it may pass on.
pub(super) struct Admitted {
    /// The host that the reader asked for.
    pub(super) host: HeaderValue,
    /// The protocols that the reader wants to switch to, if that is possible.
    pub(super) upgrade: Option<HeaderValue>,
    target: PathAndQuery,
}

/// Judges a request; whatever could mean two things to two readers is refused.
pub(super) fn admit(parts: &Parts, empty: bool, limits: &Limits) -> Result<Admitted, ProxyError> {
    // A tunnel would lead round the gate; TRACE would hand cookies to scripts.
    if parts.method == Method::CONNECT || parts.method == Method::TRACE {
        return Err(Cause::Method(parts.method.to_string()).into());
    }
    check_sizes(parts, limits)?;
    let (host, target) = unambiguous(parts)?;
    Ok(Admitted {
        host,
        upgrade: upgrade::wanted(parts, empty),
        target,
    })
}

/// The host and the target of a request that means one thing, whoever answers it.
pub(crate) fn unambiguous(parts: &Parts) -> Result<(HeaderValue, PathAndQuery), ProxyError> {
    match framing(&parts.headers) {
        Framing::Plain => {}
        Framing::UnknownCoding => return Err(Cause::TransferCoding.into()),
        Framing::Ambiguous => return Err(Cause::BadRequest("two body lengths").into()),
    }
    let mut expectations = parts.headers.get_all(header::EXPECT).iter();
    let known = |wish: &[u8]| wish.is_empty() || wish.eq_ignore_ascii_case(b"100-continue");
    if !expectations.all(|line| {
        let mut wishes = line.as_bytes().split(|byte| *byte == b',');
        wishes.all(|wish| known(wish.trim_ascii()))
    }) {
        return Err(Cause::Expectation.into());
    }
    let host = host(parts)?;
    let target = target(parts, &host)?;
    Ok((host, target))
}

fn check_sizes(parts: &Parts, limits: &Limits) -> Result<(), ProxyError> {
    let target = parts
        .uri
        .path_and_query()
        .map_or(0, |target| target.as_str().len());
    if target > limits.target {
        return Err(Cause::TargetTooLong(limits.target).into());
    }
    if size(&parts.headers) > limits.request_head {
        return Err(Cause::HeadTooLarge(limits.request_head).into());
    }
    let Some(limit) = limits.request_body else {
        return Ok(());
    };
    // One that is no number has been refused or will be.
    if number(&parts.headers, &CONTENT_LENGTH).is_some_and(|length| length > limit) {
        return Err(Cause::BodyTooLarge(limit).into());
    }
    Ok(())
}

/// The one host that the request is for: HTTP/1 has it in `Host`, later ones in the target.
pub(crate) fn host(parts: &Parts) -> Result<HeaderValue, ProxyError> {
    let mut named = parts.headers.get_all(HOST).iter();
    let (first, second) = (named.next(), named.next());
    if second.is_some() {
        return Err(Cause::BadRequest("more than one Host").into());
    }
    let authority = parts
        .uri
        .authority()
        .filter(|_| parts.version >= Version::HTTP_2);
    let host = match (first, authority) {
        (Some(host), _) => host.clone(),
        (None, Some(authority)) => HeaderValue::from_str(authority.as_str())
            .map_err(|_| Cause::BadRequest("malformed :authority"))?,
        (None, None) => return Err(Cause::BadRequest("no Host").into()),
    };
    if !is_host(host.as_bytes()) {
        return Err(Cause::BadRequest("malformed Host").into());
    }
    Ok(host)
}

/// A name or address with an optional port, of the characters that hosts are made of.
fn is_host(value: &[u8]) -> bool {
    let Ok(value) = str::from_utf8(value) else {
        return false;
    };
    let (is_named, rest) = match value.strip_prefix('[') {
        Some(value) => match value.split_once(']') {
            Some((address, rest)) => (address.parse::<Ipv6Addr>().is_ok(), rest),
            None => return false,
        },
        None => {
            let (name, rest) = value.split_at(value.find(':').unwrap_or(value.len()));
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
            (!name.is_empty() && name.bytes().all(plain), rest)
        }
    };
    let port = match rest.strip_prefix(':') {
        // `parse` would take a sign too.
        Some(digits) if digits.len() <= 5 && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            digits.is_empty() || digits.parse::<u16>().is_ok()
        }
        Some(_) => false,
        None => rest.is_empty(),
    };
    is_named && port
}

/// The path and query. A target with a host of its own must name the same one as `Host` does.
fn target(parts: &Parts, host: &HeaderValue) -> Result<PathAndQuery, ProxyError> {
    let uri = &parts.uri;
    if let Some(authority) = uri.authority() {
        let web = uri
            .scheme()
            .is_some_and(|s| *s == Scheme::HTTP || *s == Scheme::HTTPS);
        if !web {
            return Err(Cause::BadRequest("target is neither a path nor an http URL").into());
        }
        if !authority
            .as_str()
            .as_bytes()
            .eq_ignore_ascii_case(host.as_bytes())
        {
            return Err(Cause::BadRequest("target and Host name different hosts").into());
        }
    }
    match uri.path_and_query() {
        Some(target) if target.as_str().starts_with('/') => Ok(target.clone()),
        Some(target) if target == "*" && parts.method == Method::OPTIONS => Ok(target.clone()),
        None if uri.authority().is_some() => Ok(PathAndQuery::from_static("/")),
        _ => Err(Cause::BadRequest("target is neither a path nor an http URL").into()),
    }
}

/// Turns a request's head into the one that the upstream sees, but for what depends on which it is.
///
/// `length` is what is known of the body's length; an `empty` body has none.
pub(super) fn prepare(
    parts: &mut Parts,
    admitted: &Admitted,
    empty: bool,
    length: Option<u64>,
    config: &ProxyConfig,
) {
    // HTTP/2 puts the upstream's own address before it, once it is known which one is asked.
    parts.uri = admitted.target.clone().into();
    parts.version = Version::HTTP_11;
    let peer = parts.extensions.get::<Peer>().copied();
    // Extensions are messages between layers here; the client library reads some of its own.
    parts.extensions.clear();

    count_down(parts);
    let headers = &mut parts.headers;
    strip_hop_by_hop(headers);
    strip_disguised(headers);
    set_framing(headers, empty, length);
    let accept = Accept::of(headers).narrowed();
    headers.insert(header::ACCEPT_ENCODING, accept);
    forwarded::apply(headers, peer, &admitted.host, &config.trusted);
    headers.remove(HOST);
    if let Some(protocols) = &admitted.upgrade {
        headers.insert(CONNECTION, HeaderValue::from_static("upgrade"));
        headers.insert(UPGRADE, protocols.clone());
    }
}

/// How many may still pass an `OPTIONS` on (RFC 9110, 7.6.2). What is no number counts for nothing.
fn forwards_left(parts: &Parts) -> Option<u64> {
    let counts = parts.method == Method::OPTIONS;
    counts.then(|| number(&parts.headers, &header::MAX_FORWARDS))?
}

/// Whether an `OPTIONS` is to be answered here, by whoever it has come to.
pub(super) fn ends_here(parts: &Parts) -> bool {
    forwards_left(parts) == Some(0)
}

fn count_down(parts: &mut Parts) {
    if let Some(left) = forwards_left(parts) {
        let left = HeaderValue::from(left.saturating_sub(1));
        parts.headers.insert(header::MAX_FORWARDS, left);
    }
}

/// Whether the reader understands trailers.
pub(super) fn takes_trailers(headers: &HeaderMap) -> bool {
    tokens(headers, &header::TE).any(|token| token.eq_ignore_ascii_case("trailers"))
}

/// Addresses a request to an upstream, in HTTP/1's way.
pub(super) fn direct(head: &mut Head, upstream: &Upstream, rule: HostHeader) {
    let host = asked_host(head, upstream, rule).clone();
    head.parts.headers.insert(HOST, host);
}

/// Addresses a request to an upstream, in HTTP/2's way: the host is part of the address, lengths
/// and connections are not the head's affair, and trailers are asked for (as gRPC expects).
pub(super) fn direct_http2(
    head: &mut Head,
    upstream: &Upstream,
    rule: HostHeader,
) -> Result<(), ProxyError> {
    let host = asked_host(head, upstream, rule);
    let authority =
        Authority::try_from(host.as_bytes()).map_err(|_| Cause::BadRequest("malformed Host"))?;
    let mut target = http::uri::Parts::default();
    target.scheme = Some(upstream.scheme.clone());
    target.authority = Some(authority);
    target.path_and_query = head.parts.uri.path_and_query().cloned();
    head.parts.uri = Uri::from_parts(target).map_err(|_| Cause::BadRequest("malformed target"))?;
    head.parts.version = Version::HTTP_2;
    let headers = &mut head.parts.headers;
    headers.remove(TRANSFER_ENCODING);
    if head.trailers {
        headers.insert(header::TE, HeaderValue::from_static("trailers"));
    }
    Ok(())
}

fn asked_host<'h>(head: &'h Head, upstream: &'h Upstream, rule: HostHeader) -> &'h HeaderValue {
    match rule {
        HostHeader::Keep => &head.host,
        HostHeader::Upstream => &upstream.host_value,
    }
}

/// States the length anew, so that what is announced is what is sent.
fn set_framing(headers: &mut HeaderMap, empty: bool, length: Option<u64>) {
    let had_length = headers.remove(CONTENT_LENGTH).is_some();
    match (empty, length) {
        // A POST without a body says so; a GET need not.
        (true, _) if had_length => {
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        (true, _) => {}
        (false, Some(length)) => {
            headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
        }
        // Said aloud because the client library would drop the body of a GET otherwise.
        (false, None) => {
            headers.insert(TRANSFER_ENCODING, HeaderValue::from_static("chunked"));
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn knows_hosts() {
        for host in [
            "a.example",
            "A_b-c.example:8080",
            "127.0.0.1",
            "[::1]",
            "[::1]:80",
            "[::ffff:1.2.3.4]",
            "a:",
            "a:65535",
        ] {
            assert!(is_host(host.as_bytes()), "{host}");
        }
        for host in [
            "",
            ":80",
            "a b",
            "a@b",
            "a/b",
            "a:b",
            "a:123456",
            "a:65536",
            "a:+80",
            "[::1",
            "[]",
            "[::1]x",
            "[zzz]",
            "[1.2.3.4]",
            "[::1%25a]",
            "[v1.a]",
            "a\"",
            "é",
        ] {
            assert!(!is_host(host.as_bytes()), "{host}");
        }
    }
}

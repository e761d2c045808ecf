//! Which requests are passed on, and in which form.

use std::net::Ipv6Addr;

use http::header::{CONNECTION, CONTENT_LENGTH, HOST, HeaderValue, TRANSFER_ENCODING, UPGRADE};
use http::request::Parts;
use http::uri::{Authority, PathAndQuery, Scheme};
use http::{HeaderMap, Method, Uri, Version, header};

use super::config::{HostHeader, Limits, ProxyConfig};
use super::error::{Cause, ProxyError};
use super::exchange::Outgoing;
use super::headers::{Framing, framing, is_disguised, is_hop_by_hop, size, strip_named, tokens};
use super::upstream::Upstream;
use super::{forwarded, upgrade};
use crate::coding::narrow;
use crate::fields::{number, remove_where};
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
    let (is_named, rest) = match value.strip_prefix(b"[") {
        Some(value) => match value.iter().position(|byte| *byte == b']') {
            Some(end) => {
                let address = str::from_utf8(&value[..end]).ok();
                let address = address.and_then(|text| text.parse::<Ipv6Addr>().ok());
                (address.is_some(), &value[end + 1..])
            }
            None => return false,
        },
        None => {
            let plain =
                |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
            let end = value
                .iter()
                .position(|byte| !plain(byte))
                .unwrap_or(value.len());
            (end > 0, &value[end..])
        }
    };
    let port = match rest.strip_prefix(b":") {
        Some(digits) => {
            let number = |number: u32, digit: &u8| number * 10 + u32::from(digit - b'0');
            digits.len() <= 5
                && digits.iter().all(u8::is_ascii_digit)
                && digits.iter().fold(0, number) <= u32::from(u16::MAX)
        }
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
    strip_named(headers);
    let believed = peer.is_some_and(|peer| config.trusted.contains(peer.addr.ip()));
    remove_where(headers, |name| {
        is_hop_by_hop(name) || is_disguised(name) || forwarded::is_false(name, believed)
    });
    set_framing(headers, empty, length);
    narrow(headers);
    forwarded::apply(headers, peer, &admitted.host, believed);
    if !headers.contains_key(HOST) {
        headers.insert(HOST, admitted.host.clone());
    }
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
pub(super) fn direct(outgoing: &mut Outgoing, upstream: &Upstream, rule: HostHeader) {
    if rule == HostHeader::Upstream {
        let host = upstream.host_value.clone();
        outgoing.request.headers_mut().insert(HOST, host);
    }
}

/// Addresses a request to an upstream, in HTTP/2's way: the host is part of the address, lengths
/// and connections are not the head's affair, and trailers are asked for (as gRPC expects).
pub(super) fn direct_http2(
    outgoing: &mut Outgoing,
    upstream: &Upstream,
    rule: HostHeader,
) -> Result<(), ProxyError> {
    direct(outgoing, upstream, rule);
    let request = &mut outgoing.request;
    let host = request.headers_mut().remove(HOST);
    let authority = host.and_then(|host| Authority::try_from(host.as_bytes()).ok());
    let mut target = http::uri::Parts::default();
    target.scheme = Some(upstream.scheme.clone());
    target.authority = Some(authority.ok_or(Cause::BadRequest("malformed Host"))?);
    target.path_and_query = request.uri().path_and_query().cloned();
    *request.uri_mut() =
        Uri::from_parts(target).map_err(|_| Cause::BadRequest("malformed target"))?;
    *request.version_mut() = Version::HTTP_2;
    let headers = request.headers_mut();
    headers.remove(TRANSFER_ENCODING);
    if outgoing.trailers {
        headers.insert(header::TE, HeaderValue::from_static("trailers"));
    }
    Ok(())
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

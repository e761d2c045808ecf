//! `Forwarded` (RFC 7239) and `X-Forwarded-*`: who asked, for which host, over which scheme.

use std::net::IpAddr;

use bytes::Bytes;
use http::HeaderMap;
use http::header::{Entry, FORWARDED, HeaderName, HeaderValue};

use crate::fields::{X_FORWARDED_FOR, X_FORWARDED_PROTO};
use crate::server::Peer;

const X_FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");

/// Writes the forwarding fields. Those of a peer that is believed are kept and appended to; everybody
/// else's [are false](is_false) and gone, so that no reader can pass for another.
pub(super) fn apply(
    headers: &mut HeaderMap,
    peer: Option<Peer>,
    host: &HeaderValue,
    believed: bool,
) {
    let Some(peer) = peer else { return };
    let address = peer.addr.ip().to_canonical();
    let scheme = if peer.tls { "https" } else { "http" };
    let (element, text) = element(address, host, scheme);

    // A trusted peer that tells its story in the other dialect only must not get a second,
    // shorter story beside it.
    let speaks_x = || headers.contains_key(X_FORWARDED_FOR);
    if !believed || !speaks_x() || headers.contains_key(FORWARDED) {
        append(headers, FORWARDED, element);
    }
    append(headers, X_FORWARDED_FOR, text);
    for (name, value) in [
        (X_FORWARDED_PROTO, HeaderValue::from_static(scheme)),
        (X_FORWARDED_HOST, host.clone()),
    ] {
        if !believed || !headers.contains_key(&name) {
            headers.insert(name, value);
        }
    }
}

/// Whether a field is what the peer may not claim. A name with `_` for `-` is, even from one that is believed:
/// upstreams of the CGI family cannot tell the two spellings apart.
pub(super) fn is_false(name: &HeaderName, believed: bool) -> bool {
    is_claim(name.as_str()) && (!believed || name.as_str().contains('_'))
}

fn is_claim(name: &str) -> bool {
    const PREFIX: &str = "x-forwarded";
    // Of nearly all others the first letter says enough.
    if !name.starts_with(['f', 'x']) {
        return false;
    }
    let same = |known: &str| {
        let mut bytes = name.bytes().zip(known.bytes());
        name.len() >= known.len() && bytes.all(|(a, b)| a == b || (a, b) == (b'_', b'-'))
    };
    same(PREFIX) || name == "forwarded" || (name.len() == 9 && same("x-real-ip"))
}

/// Adds a member to a list field, keeping one line.
fn append(headers: &mut HeaderMap, name: HeaderName, member: Bytes) {
    match headers.entry(name) {
        Entry::Vacant(field) => {
            if let Ok(value) = HeaderValue::from_maybe_shared(member) {
                field.insert(value);
            }
        }
        Entry::Occupied(mut field) => {
            let mut list = Vec::new();
            for value in field.iter() {
                list.extend_from_slice(value.as_bytes());
                list.extend_from_slice(b", ");
            }
            list.extend_from_slice(&member);
            if let Ok(value) = HeaderValue::from_maybe_shared(Bytes::from(list)) {
                field.insert(value);
            }
        }
    }
}

/// An address as text. That of most readers, at a fraction of what formatting takes.
fn written(address: IpAddr) -> String {
    let IpAddr::V4(address) = address else {
        return address.to_string();
    };
    let mut text = String::with_capacity("255.255.255.255".len());
    for (place, octet) in address.octets().into_iter().enumerate() {
        if place > 0 {
            text.push('.');
        }
        for unit in [100, 10, 1] {
            if octet >= unit || unit == 1 {
                text.push(char::from(b'0' + octet / unit % 10));
            }
        }
    }
    text
}

/// One hop in the syntax of RFC 7239, where what is no token stands in quotes, and the address in it.
fn element(address: IpAddr, host: &HeaderValue, scheme: &str) -> (Bytes, Bytes) {
    let (open, close) = if address.is_ipv6() {
        ("\"[", "]\"")
    } else {
        ("", "")
    };
    // The host has been checked to hold neither quotes nor backslashes.
    let host = host.to_str().unwrap_or_default();
    let quote = if host.contains([':', '[']) { "\"" } else { "" };
    let (name, text) = ("for=", written(address));
    let element = [
        name, open, &text, close, ";host=", quote, host, quote, ";proto=", scheme,
    ];
    let element = Bytes::from(element.concat());
    let start = name.len() + open.len();
    let address = element.slice(start..start + text.len());
    (element, address)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::network::TrustedProxies;
    use super::*;
    use crate::fields::remove_where;

    fn forwarded(fields: &[(&'static str, &'static str)], peer: &str, trust: &str) -> HeaderMap {
        let mut headers: HeaderMap = fields
            .iter()
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_static(value),
                )
            })
            .collect();
        let peer = Peer {
            addr: peer.parse().unwrap(),
            tls: true,
        };
        let trusted: TrustedProxies = [trust.parse().unwrap()].into_iter().collect();
        let believed = trusted.contains(peer.addr.ip());
        remove_where(&mut headers, |name| is_false(name, believed));
        let host = HeaderValue::from_static("a.example:81");
        apply(&mut headers, Some(peer), &host, believed);
        headers
    }

    #[test]
    fn a_stranger_is_not_believed() {
        let headers = forwarded(
            &[
                ("x-forwarded-for", "1.2.3.4"),
                ("x_forwarded_for", "1.2.3.4"),
                ("x-forwarded-ssl", "on"),
                ("x-real-ip", "1.2.3.4"),
                ("forwarded", "for=1.2.3.4"),
                ("x-forward", "kept"),
            ],
            "[2001:db8::1]:9",
            "10.0.0.0/8",
        );
        assert_eq!(headers["x-forwarded-for"], "2001:db8::1");
        assert_eq!(headers["x-forwarded-proto"], "https");
        assert_eq!(headers["x-forwarded-host"], "a.example:81");
        let expected = "for=\"[2001:db8::1]\";host=\"a.example:81\";proto=https";
        assert_eq!(headers["forwarded"], expected);
        assert_eq!(headers["x-forward"], "kept");
        assert_eq!(headers.len(), 5, "{headers:?}");
    }

    #[test]
    fn addresses_are_written_as_everybody_writes_them() {
        let octets = [0, 1, 9, 10, 11, 99, 100, 101, 110, 199, 200, 255];
        for octet in octets {
            let address = IpAddr::from([octet, 0, octet, 100]);
            assert_eq!(written(address), address.to_string());
        }
        let address = "2001:db8::1".parse().unwrap();
        assert_eq!(written(address), "2001:db8::1");
    }

    #[test]
    fn a_trusted_proxy_is_continued() {
        let headers = forwarded(
            &[
                ("x-forwarded-for", "1.2.3.4"),
                ("x-forwarded-for", "5.6.7.8"),
                ("x-forwarded-proto", "http"),
                ("x_forwarded_host", "evil"),
            ],
            "10.1.1.1:9",
            "10.0.0.0/8",
        );
        assert_eq!(headers["x-forwarded-for"], "1.2.3.4, 5.6.7.8, 10.1.1.1");
        assert_eq!(headers["x-forwarded-proto"], "http");
        assert_eq!(headers["x-forwarded-host"], "a.example:81");
        assert!(!headers.contains_key("forwarded"));
        assert!(!headers.contains_key("x_forwarded_host"));
    }
}

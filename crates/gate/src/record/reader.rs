//! Who asked, and how much of it may be kept.

use crate::proxy::TrustedProxies;
use crate::server::Peer;
use http::HeaderMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// How much of readers' addresses the access log may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Addresses {
    /// Nothing.
    #[default]
    None,
    /// The network only: the first 24 bits of an IPv4 address, the first 48 of an IPv6 one.
    Truncated,
    /// All of it.
    Full,
}

impl Addresses {
    /// What may be kept of an address.
    pub(super) fn keep(self, address: IpAddr) -> Option<IpAddr> {
        match (self, address.to_canonical()) {
            (Self::None, _) => None,
            (Self::Full, address) => Some(address),
            (Self::Truncated, IpAddr::V4(address)) => {
                let [a, b, c, _] = address.octets();
                Some(Ipv4Addr::new(a, b, c, 0).into())
            }
            (Self::Truncated, IpAddr::V6(address)) => {
                let network = address.to_bits() & (u128::MAX << 80);
                Some(Ipv6Addr::from_bits(network).into())
            }
        }
    }
}

/// Whether the request comes from a proxy that is believed.
pub(super) fn is_believed(peer: Option<&Peer>, trusted: &TrustedProxies) -> bool {
    peer.is_some_and(|peer| trusted.contains(peer.addr.ip()))
}

/// The reader's address: who connected, or, as long as that is a trusted proxy, whom it names in
/// `X-Forwarded-For`.
pub(super) fn address(
    peer: Option<&Peer>,
    headers: &HeaderMap,
    trusted: &TrustedProxies,
) -> Option<IpAddr> {
    let mut address = peer?.addr.ip();
    let lines = headers.get_all("x-forwarded-for").iter();
    let lines: Vec<&str> = lines.filter_map(|line| line.to_str().ok()).collect();
    let mut hops = lines.iter().rev().flat_map(|line| line.rsplit(','));
    while trusted.contains(address) {
        match hops.next().map(|hop| hop.trim().parse()) {
            Some(Ok(hop)) => address = hop,
            // A trusted proxy that names nobody, or somebody unreadable.
            _ => break,
        }
    }
    Some(address)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_what_was_allowed() {
        let cases = [
            ("192.0.2.77", Addresses::None, None),
            ("192.0.2.77", Addresses::Truncated, Some("192.0.2.0")),
            ("::ffff:192.0.2.77", Addresses::Truncated, Some("192.0.2.0")),
            (
                "2001:db8:1:2::3",
                Addresses::Truncated,
                Some("2001:db8:1::"),
            ),
            ("2001:db8:1:2::3", Addresses::Full, Some("2001:db8:1:2::3")),
        ];
        for (address, how, kept) in cases {
            let found = how.keep(address.parse().unwrap());
            assert_eq!(found, kept.map(|kept| kept.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn only_trusted_proxies_say_who_asked() {
        let trusted = ["10.0.0.0/8".parse().unwrap()].into_iter().collect();
        let asked = |peer: &str, lines: &[&'static str]| {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append("x-forwarded-for", (*line).parse().unwrap());
            }
            let addr = peer.parse().unwrap();
            let found = address(Some(&Peer { addr, tls: false }), &headers, &trusted);
            found.unwrap().to_string()
        };
        assert_eq!(asked("192.0.2.1:9", &["198.51.100.1"]), "192.0.2.1");
        assert_eq!(
            asked("10.0.0.1:9", &["203.0.113.9, 198.51.100.1"]),
            "198.51.100.1"
        );
        assert_eq!(
            asked("10.0.0.1:9", &["198.51.100.1", "10.0.0.2,10.0.0.3"]),
            "198.51.100.1"
        );
        assert_eq!(asked("10.0.0.1:9", &["198.51.100.1, unknown"]), "10.0.0.1");
        assert_eq!(asked("10.0.0.1:9", &[]), "10.0.0.1");
    }
}

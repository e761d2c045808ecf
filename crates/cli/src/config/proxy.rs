//! `[proxy]`: where the gate listens, whom it asks, how long and how much it bears.

use super::sections::set;
use super::{Loaded, listener, values};
use jalousie_core::document::Section;
use jalousie_gate::proxy::{HostHeader, Network, Upstream};
use std::net::{IpAddr, SocketAddr};
use std::ops::RangeInclusive;
use std::path::Path;
use std::time::Duration;

const KIB: u64 = 1 << 10;
const GIB: u64 = 1 << 30;

const TIMES: RangeInclusive<Duration> = Duration::from_millis(1)..=Duration::from_secs(24 * 3600);

/// The word for no limit at all.
pub(super) const NONE: &str = "none";

pub(super) fn read(mut section: Section<'_>, base: &Path, loaded: &mut Loaded) {
    set(&mut loaded.listen, section.parsed("listen", values::listen));
    if let Some(upstream) = section.parsed("upstream", values::upstream) {
        if leads_to_itself(&upstream, loaded.listen) {
            section.report(
                "upstream",
                "is the address that the gate listens on; expected the server that has the site",
            );
        }
        loaded.upstream = Some(upstream.value);
    }
    set(
        &mut loaded.host,
        section.one_of(
            "host",
            &[
                ("keep", HostHeader::Keep),
                ("upstream", HostHeader::Upstream),
            ],
        ),
    );
    let trusted = section.parsed_list("trusted", |text| {
        text.parse::<Network>().map_err(
            |_| "expected an address, or a range whose last bits are zero, such as 10.0.0.0/8",
        )
    });
    loaded.public.trusted = trusted.into_iter().map(|network| network.value).collect();
    listener::read(&mut section, base, loaded);
    if let Some(section) = section.section("timeouts") {
        timeouts(section, loaded);
    }
    if let Some(section) = section.section("limits") {
        limits(section, loaded);
    }
    section.finish();
}

/// Whether the gate would be its own upstream.
pub(crate) fn leads_to_itself(upstream: &Upstream, listen: SocketAddr) -> bool {
    let host = upstream.host();
    let local = match host.trim_matches(['[', ']']).parse::<IpAddr>() {
        Ok(address) => is_at(listen.ip(), address),
        Err(_) => host == "localhost" && listen.ip().is_loopback(),
    };
    local && listen.port() != 0 && upstream.port() == listen.port()
}

fn is_at(listen: IpAddr, address: IpAddr) -> bool {
    listen == address || (listen.is_unspecified() && address.is_loopback())
}

fn timeouts(mut section: Section<'_>, loaded: &mut Loaded) {
    let (upstream, readers) = (&mut loaded.timeouts, &mut loaded.server);
    time(&mut section, "connect", &mut upstream.connect);
    time(&mut section, "answer", &mut upstream.head);
    time(&mut section, "idle", &mut upstream.idle);
    time(&mut section, "tunnel", &mut upstream.tunnel);
    time(
        &mut section,
        "upstream_keep_alive",
        &mut upstream.keep_alive,
    );
    let total = section.parsed("total", |text| match text {
        NONE => Ok(None),
        _ => values::duration(text, &TIMES).map(Some),
    });
    set(&mut upstream.total, total);
    listener::timeouts(&mut section, readers);
    section.finish();
}

pub(super) fn time(section: &mut Section<'_>, key: &'static str, place: &mut Duration) {
    set(
        place,
        section.parsed(key, |text| values::duration(text, &TIMES)),
    );
}

fn limits(mut section: Section<'_>, loaded: &mut Loaded) {
    let (upstream, readers) = (&mut loaded.limits, &mut loaded.server);
    for (key, least, place) in [
        ("page_memory", 64 * KIB, &mut loaded.site.page_memory),
        ("target", KIB, &mut upstream.target),
        ("request_head", 8 * KIB, &mut upstream.request_head),
        ("answer_head", 8 * KIB, &mut upstream.response_head),
    ] {
        size(&mut section, key, least..=GIB, place);
    }
    readers.max_head = upstream.request_head;
    for (key, range, place) in [
        ("answer_headers", 16..=1_000, &mut upstream.response_headers),
        (
            "upstream_connections",
            0..=100_000,
            &mut upstream.idle_connections,
        ),
    ] {
        count(&mut section, key, range, place);
    }
    let body = section.parsed("request_body", |text| match text {
        NONE => Ok(None),
        _ => values::size(text, &(1..=1024 * GIB)).map(Some),
    });
    set(&mut upstream.request_body, body);
    listener::limits(&mut section, readers);
    section.finish();
}

fn size(
    section: &mut Section<'_>,
    key: &'static str,
    range: RangeInclusive<u64>,
    place: &mut usize,
) {
    let found = section.parsed(key, |text| values::size(text, &range));
    // The ranges fit into memory, and so into its addresses.
    if let Some(Ok(found)) = found.map(|found| usize::try_from(found.value)) {
        *place = found;
    }
}

pub(super) fn count(
    section: &mut Section<'_>,
    key: &'static str,
    range: RangeInclusive<i64>,
    place: &mut usize,
) {
    if let Some(Ok(found)) = section
        .integer(key, range)
        .map(|found| usize::try_from(found.value))
    {
        *place = found;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gate_before_itself_is_noticed() {
        let leads = |upstream: &str, listen: &str| {
            leads_to_itself(&Upstream::parse(upstream).unwrap(), listen.parse().unwrap())
        };
        assert!(leads("http://127.0.0.1:8080", "127.0.0.1:8080"));
        assert!(leads("http://localhost:8080", "127.0.0.1:8080"));
        assert!(leads("http://127.0.0.1", "0.0.0.0:80"));
        assert!(leads("http://[::1]:81", "[::]:81"));
        assert!(leads("h2c://127.0.0.1", "127.0.0.1:80"));
        assert!(!leads("http://127.0.0.1:8000", "127.0.0.1:8080"));
        assert!(!leads("http://127.0.0.1:8080", "127.0.0.1:0"));
        assert!(!leads("http://192.0.2.1:8080", "127.0.0.1:8080"));
        assert!(!leads("http://news.example:8080", "0.0.0.0:8080"));
    }
}

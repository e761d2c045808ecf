//! `[proxy]`: where the gate listens, whom it asks, how long and how much it bears.

use super::sections::{Scope, set};
use super::{Loaded, listener, values};
use http::HeaderValue;
use http::uri::PathAndQuery;
use jalousie_core::document::Section;
use jalousie_gate::proxy::{HealthCheck, HostHeader, Network, Upstream};
use std::net::{IpAddr, SocketAddr};
use std::ops::RangeInclusive;
use std::path::Path;
use std::time::Duration;
use url::Url;

const KIB: u64 = 1 << 10;
const GIB: u64 = 1 << 30;

const TIMES: RangeInclusive<Duration> = Duration::from_millis(1)..=Duration::from_secs(24 * 3600);

/// The word for no limit at all.
pub(super) const NONE: &str = "none";

/// Keys of `[proxy]` and its sections that only the main file has: they are about readers'
/// connections, whatever site they lead to.
const OF_PROCESSES: &[&str] = &[
    "listen",
    "http2",
    "h2c",
    "redirect_listen",
    "proxy_protocol",
    "tls",
];
const TIMES_OF_PROCESSES: &[&str] = &[
    "request",
    "keep_alive",
    "handshake",
    "reader_stall",
    "request_body",
    "slowness",
    "drain",
];
const LIMITS_OF_PROCESSES: &[&str] = &[
    "request_head",
    "request_headers",
    "connections",
    "slowest_upload",
    "slowest_download",
    "http2_streams",
    "client_connections",
    "client_requests",
    "client_burst",
];

/// What the gate does to find out whether upstreams are well.
#[derive(Clone, Debug)]
pub(crate) struct Health {
    path: Option<PathAndQuery>,
    check: HealthCheck,
}

impl Default for Health {
    fn default() -> Self {
        Health {
            path: None,
            check: HealthCheck::new(PathAndQuery::from_static("/")),
        }
    }
}

impl Health {
    /// The check, where one is wanted: for the host that readers ask for, if it is known and kept.
    pub(super) fn check(&self, rule: HostHeader, url: Option<&Url>) -> Option<HealthCheck> {
        let host = url.filter(|_| rule == HostHeader::Keep).map(|url| {
            let host = url.host_str().unwrap_or_default();
            url.port()
                .map_or(host.to_owned(), |port| format!("{host}:{port}"))
        });
        Some(HealthCheck {
            path: self.path.clone()?,
            host: host.and_then(|host| HeaderValue::try_from(host).ok()),
            ..self.check.clone()
        })
    }
}

pub(super) fn read(mut section: Section<'_>, base: &Path, scope: Scope, loaded: &mut Loaded) {
    scope.check(&mut section, &["upstream", "host", "health"], OF_PROCESSES);
    if scope == Scope::Site {
        section.require(&["upstream"]);
    }
    set(&mut loaded.listen, section.parsed("listen", values::listen));
    upstreams(&mut section, loaded);
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
    listener::read(&mut section, base, scope, loaded);
    if let Some(section) = section.section("timeouts") {
        timeouts(section, scope, loaded);
    }
    if let Some(section) = section.section("health") {
        health(section, loaded);
    }
    if let Some(section) = section.section("limits") {
        limits(section, scope, loaded);
    }
    section.finish();
}

fn upstreams(section: &mut Section<'_>, loaded: &mut Loaded) {
    const KEY: &str = "upstream";
    let before = section.errors();
    for upstream in section.parsed_one_or_more(KEY, values::upstream) {
        if leads_to_itself(&upstream, loaded.listen) {
            let message =
                "is the address that the gate listens on; expected the server that has the site";
            section.report_at(&upstream.place, format!("{}: {message}", section.name(KEY)));
        }
        if loaded.upstreams.contains(&upstream) {
            let message = format!(
                "{} = \"{}\": listed twice",
                section.name(KEY),
                upstream.value
            );
            section.report_at(&upstream.place, message);
        }
        loaded.upstreams.push(upstream.value);
    }
    if section.has(KEY) && loaded.upstreams.is_empty() && section.errors() == before {
        section.report(KEY, "expected at least one");
    }
}

fn health(mut section: Section<'_>, loaded: &mut Loaded) {
    let health = &mut loaded.health;
    let path = section.parsed("path", |text| {
        const EXPECTED: &str = "expected a path such as /health";
        let path: Option<PathAndQuery> = text.parse().ok();
        path.filter(|_| text.starts_with('/')).ok_or(EXPECTED)
    });
    health.path = path.map(|path| path.value);
    time(&mut section, "every", &mut health.check.every);
    time(&mut section, "timeout", &mut health.check.timeout);
    let healthy = section.parsed("healthy", |text| {
        const EXPECTED: &str = "expected a status or a range of them, such as \"200-399\"";
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let status = |text: &str| {
            let number: Option<u16> = text.trim().parse().ok();
            number.filter(|number| (200..600).contains(number))
        };
        match (status(first), status(last)) {
            (Some(first), Some(last)) if first <= last => Ok(first..=last),
            _ => Err(EXPECTED),
        }
    });
    set(&mut health.check.healthy, healthy);
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

fn timeouts(mut section: Section<'_>, scope: Scope, loaded: &mut Loaded) {
    scope.check(&mut section, &[], TIMES_OF_PROCESSES);
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

fn limits(mut section: Section<'_>, scope: Scope, loaded: &mut Loaded) {
    scope.check(&mut section, &[], LIMITS_OF_PROCESSES);
    let (upstream, readers) = (&mut loaded.limits, &mut loaded.server);
    for (key, least, place) in [
        ("page_memory", 64 * KIB, &mut loaded.site.page_memory),
        ("remembered_pages", 0, &mut loaded.site.remembered_pages),
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
    let slowest = section.parsed("slowest_answer", |text| values::size(text, &(0..=1 << 20)));
    if let Some(Ok(bytes)) = slowest.map(|found| u32::try_from(found.value)) {
        upstream.slowest_answer.bytes = bytes;
    }
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

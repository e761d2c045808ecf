//! `[proxy]`, readers' side: TLS, which HTTP, who may connect, how slow and how many they may be.

use super::proxy::{NONE, count, time};
use super::sections::{Scope, set};
use super::{Loaded, values};
use jalousie_core::document::Section;
use jalousie_gate::server::{CertificateFiles, ClientLimits, Rate, RequestRate, ServerConfig};
use std::net::SocketAddr;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::time::Duration;

const TIMES: RangeInclusive<Duration> = Duration::from_secs(1)..=Duration::from_secs(24 * 3600);

/// Readers' speeds: from nothing to more than any limit should be.
const SPEEDS: RangeInclusive<u64> = 0..=1 << 20;

/// What a listener is told beside its limits.
#[derive(Clone, Debug)]
pub(crate) struct Encryption {
    /// Certificates with their keys; none: no TLS.
    pub(crate) certificates: Vec<CertificateFiles>,
    /// Whether readers are offered HTTP/2.
    pub(crate) http2: bool,
    /// Where readers who come over plain http are sent on to https.
    pub(crate) redirect: Option<SocketAddr>,
}

impl Default for Encryption {
    fn default() -> Self {
        Encryption {
            certificates: Vec::new(),
            http2: true,
            redirect: None,
        }
    }
}

pub(super) fn read(section: &mut Section<'_>, base: &Path, scope: Scope, loaded: &mut Loaded) {
    let encryption = &mut loaded.encryption;
    encryption.certificates = section
        .sections("tls")
        .into_iter()
        .filter_map(|section| certificate(section, base))
        .collect();
    let tls = section.has("tls");
    set(&mut encryption.http2, section.boolean("http2"));
    let server = &mut loaded.server;
    set(&mut server.http2.cleartext, section.boolean("h2c"));
    if tls && server.http2.cleartext {
        section.report("h2c", "is HTTP/2 without TLS, and there is TLS under [[proxy.tls]]; expected only one of them");
    }
    set(
        &mut server.proxy_protocol,
        section.boolean("proxy_protocol"),
    );
    if server.proxy_protocol && !section.has("trusted") {
        section.report(
            "proxy_protocol",
            "needs proxy.trusted, the balancers that may connect; as it stands nobody could",
        );
    }
    let https = loaded
        .public
        .url
        .as_ref()
        .map(|url| url.scheme() == "https");
    if tls && https == Some(false) {
        section.report(
            "tls",
            "encrypts the site, but site.url begins with http://; expected https://",
        );
    }
    let Some(redirect) = section.parsed("redirect_listen", values::listen) else {
        return;
    };
    // Of several sites, each file says its own.
    if https != Some(true) && scope == Scope::Main {
        section.report(
            "redirect_listen",
            "needs site.url with https://, where readers are to be sent",
        );
    }
    if redirect.value == loaded.listen && redirect.value.port() != 0 {
        let written = redirect.clone().map(|address| address.to_string());
        section.expected(
            "redirect_listen",
            &written,
            "another address than the gate's own",
        );
    }
    encryption.redirect = Some(redirect.value);
}

fn certificate(mut section: Section<'_>, base: &Path) -> Option<CertificateFiles> {
    section.require(&["certificate", "key"]);
    let mut file = |key| {
        let path = section.parsed(key, |text| {
            values::words(text)
                .map(|name| base.join(name))
                .map_err(|_| "expected the name of a file")
        });
        path.map(|path| path.value)
    };
    let (certificate, key): (Option<PathBuf>, Option<PathBuf>) = (file("certificate"), file("key"));
    section.finish();
    Some(CertificateFiles {
        certificate: certificate?,
        key: key?,
    })
}

/// Keys under `[proxy.timeouts]`.
pub(super) fn timeouts(section: &mut Section<'_>, server: &mut ServerConfig) {
    time(section, "request", &mut server.head);
    time(section, "keep_alive", &mut server.keep_alive);
    time(section, "handshake", &mut server.handshake);
    time(section, "reader_stall", &mut server.write_stall);
    time(section, "drain", &mut server.drain);
    let total = section.parsed("request_body", |text| match text {
        NONE => Ok(None),
        _ => values::duration(text, &TIMES).map(Some),
    });
    set(&mut server.upload_total, total);
    let window = section.parsed("slowness", |text| values::duration(text, &TIMES));
    if let Some(window) = window {
        server.upload.window = window.value;
        server.download.window = window.value;
    }
}

/// Keys under `[proxy.limits]`.
pub(super) fn limits(section: &mut Section<'_>, server: &mut ServerConfig) {
    count(
        section,
        "request_headers",
        16..=1_000,
        &mut server.max_headers,
    );
    count(
        section,
        "connections",
        1..=1_000_000,
        &mut server.max_connections,
    );
    speed(section, "slowest_upload", &mut server.upload);
    speed(section, "slowest_download", &mut server.download);
    number(
        section,
        "http2_streams",
        1..=10_000,
        &mut server.http2.streams,
    );
    let mut clients = ClientLimits::default();
    let optional = |section: &mut Section<'_>, key| {
        section
            .integer(key, 1..=1_000_000)
            .and_then(|found| u32::try_from(found.value).ok())
    };
    clients.connections = optional(section, "client_connections");
    let (per_second, burst) = (
        optional(section, "client_requests"),
        optional(section, "client_burst"),
    );
    if burst.is_some() && per_second.is_none() {
        section.report(
            "client_burst",
            "needs client_requests, the requests per second",
        );
    }
    clients.requests = per_second.map(|per_second| RequestRate {
        per_second,
        burst: burst.unwrap_or(per_second.saturating_mul(10)),
    });
    server.clients = clients;
}

fn speed(section: &mut Section<'_>, key: &'static str, place: &mut Rate) {
    let found = section.parsed(key, |text| values::size(text, &SPEEDS));
    if let Some(Ok(bytes)) = found.map(|found| u32::try_from(found.value)) {
        place.bytes = bytes;
    }
}

fn number(
    section: &mut Section<'_>,
    key: &'static str,
    range: RangeInclusive<i64>,
    place: &mut u32,
) {
    let found = section.integer(key, range);
    if let Some(Ok(found)) = found.map(|found| u32::try_from(found.value)) {
        *place = found;
    }
}

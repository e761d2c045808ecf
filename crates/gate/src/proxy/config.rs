//! What a proxy is told.

use std::error::Error;
use std::fmt;
use std::ops::RangeInclusive;
use std::time::Duration;

use http::header::HeaderValue;
use http::uri::PathAndQuery;
use rustls::pki_types::CertificateDer;

use super::network::TrustedProxies;
use super::upstream::Upstream;
use crate::server::Rate;

/// Which `Host` the upstream sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HostHeader {
    /// The one the reader asked for, so that the site builds its links with it.
    #[default]
    Keep,
    /// The upstream's own, for servers that answer to nothing else.
    Upstream,
}

/// How long each part of an exchange may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// Name look-up, TCP and TLS together.
    pub connect: Duration,
    /// From the end of the request (or the last piece of its body that the upstream took) to the
    /// end of the answer's head.
    pub head: Duration,
    /// Between two pieces of a body, in both directions. Time in which the other side does not
    /// take what is there does not count.
    pub idle: Duration,
    /// The whole exchange with its bodies; `None`: as long as it takes.
    pub total: Option<Duration>,
    /// An upgraded connection on which nothing moves in either direction.
    pub tunnel: Duration,
    /// How long an unused connection to the upstream is kept. Node and Apache close theirs after
    /// five seconds, and a request that cannot be repeated must not run into that.
    pub keep_alive: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            head: Duration::from_secs(60),
            idle: Duration::from_secs(60),
            total: None,
            tunnel: Duration::from_secs(3600),
            keep_alive: Duration::from_secs(4),
        }
    }
}

/// How large each part of an exchange may be, in bytes. Memory does not depend on bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The request's target.
    pub target: usize,
    /// The request's names and values together.
    pub request_head: usize,
    /// The request's body; `None`: the upstream decides.
    pub request_body: Option<u64>,
    /// The answer's head; at least 8 KiB.
    pub response_head: usize,
    /// How many header lines an answer may have.
    pub response_headers: usize,
    /// How many 1xx answers may come before the real one.
    pub informational: usize,
    /// Unused connections to the upstream.
    pub idle_connections: usize,
    /// The least speed of an answer's body, but for event streams, which have a right to be slow.
    pub slowest_answer: Rate,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            target: 16 * 1024,
            request_head: 64 * 1024,
            request_body: Some(1 << 30),
            response_head: 64 * 1024,
            response_headers: 100,
            informational: 16,
            idle_connections: 256,
            slowest_answer: Rate {
                bytes: 0,
                window: Duration::from_secs(60),
            },
        }
    }
}

/// A request that the gate itself sends to each upstream, again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HealthCheck {
    /// The path asked for.
    pub path: PathAndQuery,
    /// The `Host` asked for; `None`: the upstream's own.
    pub host: Option<HeaderValue>,
    /// From the end of one check to the next.
    pub every: Duration,
    /// How long the answer's head may take.
    pub timeout: Duration,
    /// The statuses of an upstream that is well.
    pub healthy: RangeInclusive<u16>,
}

impl HealthCheck {
    /// The defaults for a path: every ten seconds, five to answer, any status from 200 to 399.
    pub fn new(path: PathAndQuery) -> Self {
        Self {
            path,
            host: None,
            every: Duration::from_secs(10),
            timeout: Duration::from_secs(5),
            healthy: 200..=399,
        }
    }
}

/// Everything a [`Proxy`](super::Proxy) is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProxyConfig {
    /// Where requests go: servers that all have the same pages. At least one.
    pub upstreams: Vec<Upstream>,
    /// How to find out which of them are well, beside what requests tell.
    pub health: Option<HealthCheck>,
    /// Which `Host` goes with them.
    pub host: HostHeader,
    /// Peers whose `Forwarded` and `X-Forwarded-*` are believed and appended to.
    pub trusted: TrustedProxies,
    /// How long things may take.
    pub timeouts: Timeouts,
    /// How large things may be.
    pub limits: Limits,
    /// Certificate authorities accepted beside Mozilla's, for upstreams with a private one.
    pub roots: Vec<CertificateDer<'static>>,
}

impl ProxyConfig {
    /// The defaults for an upstream.
    pub fn new(upstream: Upstream) -> Self {
        Self {
            upstreams: vec![upstream],
            health: None,
            host: HostHeader::default(),
            trusted: TrustedProxies::default(),
            timeouts: Timeouts::default(),
            limits: Limits::default(),
            roots: Vec::new(),
        }
    }
}

/// A configuration from which no proxy can be made.
#[derive(Debug)]
pub enum ConfigError {
    /// There is no upstream.
    NoUpstream,
    /// Health checks need a tokio runtime to run in, and there is none here.
    NoRuntime,
    /// A certificate authority that cannot be used; its place in the list, from 0.
    Root(usize, rustls::Error),
    /// TLS itself could not be set up.
    Tls(rustls::Error),
    /// A limit below what HTTP needs.
    Limit {
        /// The limit's name.
        name: &'static str,
        /// Its value.
        found: usize,
        /// The least that works.
        least: usize,
    },
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoUpstream => write!(f, "no upstream, expected at least one"),
            Self::NoRuntime => write!(f, "health checks need a tokio runtime"),
            Self::Root(place, _) => write!(f, "certificate authority {place} cannot be used"),
            Self::Tls(_) => write!(f, "cannot set up TLS"),
            Self::Limit { name, found, least } => {
                write!(f, "limit {name} is {found}, expected at least {least}")
            }
        }
    }
}

impl Error for ConfigError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Root(_, error) | Self::Tls(error) => Some(error),
            Self::NoUpstream | Self::NoRuntime | Self::Limit { .. } => None,
        }
    }
}

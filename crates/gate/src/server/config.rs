//! What a server is told.

use std::error::Error;
use std::fmt;
use std::net::SocketAddr;
use std::time::Duration;

use super::clients::ClientLimits;
use super::pace::Rate;

/// Limits of one listener and its connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServerConfig {
    /// From a request's first byte to the end of its head; also from accepting a connection to
    /// its first byte.
    pub head: Duration,
    /// Between an answer and the next request on the same connection.
    pub keep_alive: Duration,
    /// From accepting a connection to the end of its TLS handshake, a PROXY header before it included.
    pub handshake: Duration,
    /// How long a reader may refuse to take any byte of an answer.
    pub write_stall: Duration,
    /// The least speed at which readers have to send a request's body.
    pub upload: Rate,
    /// How much waiting for one request's body is borne in all; `None`: as much as it takes.
    pub upload_total: Option<Duration>,
    /// The least speed at which readers have to take answers.
    pub download: Rate,
    /// How long to wait, after the last answer on a connection, for the reader to have read it; and,
    /// after the stop, how long an idle connection may still bring a request.
    pub linger: Duration,
    /// How long requests in flight may go on after the stop.
    pub drain: Duration,
    /// The size of a request's head in bytes, 431 beyond; at least 8 KiB.
    pub max_head: usize,
    /// The number of a request's header lines, 431 beyond.
    pub max_headers: usize,
    /// Connections open at once; more wait in the system's queue.
    pub max_connections: usize,
    /// What one client may have of them.
    pub clients: ClientLimits,
    /// HTTP/2 with its own limits.
    pub http2: Http2,
    /// Whether every connection begins with a PROXY header. Only trusted proxies may then connect.
    pub proxy_protocol: bool,
    /// Whether a reader that has shut down its sending side still gets its answer.
    ///
    /// The price: one that has gone away is noticed only when the answer is sent.
    pub half_close: bool,
}

/// Slower than any line that a page can be read on.
const SLOWEST: Rate = Rate {
    bytes: 256,
    window: Duration::from_secs(60),
};

/// HTTP/2 of one connection.
///
/// Its memory is at most `window` for requests' bodies, `streams` × `send_buffer` for answers and
/// `streams` × [`ServerConfig::max_head`] for heads: with the defaults 1 + 6.25 + 6.25 MiB, where a
/// connection of HTTP/1 has 64 KiB each. At rest, with TLS, it takes some 55 KiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Http2 {
    /// Whether connections without TLS speak it ("prior knowledge"), and nothing else.
    pub cleartext: bool,
    /// Requests at once.
    pub streams: u32,
    /// Bytes of one request's body that are taken before someone has read them.
    pub stream_window: u32,
    /// The same, of all requests together.
    pub window: u32,
    /// Bytes of one answer that are kept for a reader who does not take them.
    pub send_buffer: usize,
    /// Between two questions whether the reader is still there.
    pub ping: Duration,
    /// How long it may take to answer one.
    pub pong: Duration,
}

impl Default for Http2 {
    fn default() -> Self {
        Self {
            cleartext: false,
            streams: 100,
            stream_window: 256 * 1024,
            window: 1024 * 1024,
            send_buffer: 64 * 1024,
            ping: Duration::from_secs(30),
            pong: Duration::from_secs(20),
        }
    }
}

impl Default for ServerConfig {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(15),
            keep_alive: Duration::from_secs(75),
            handshake: Duration::from_secs(10),
            write_stall: Duration::from_secs(60),
            upload: SLOWEST,
            upload_total: Some(Duration::from_secs(3600)),
            download: SLOWEST,
            linger: Duration::from_secs(2),
            drain: Duration::from_secs(30),
            max_head: 64 * 1024,
            max_headers: 100,
            max_connections: 20_000,
            clients: ClientLimits::default(),
            http2: Http2::default(),
            proxy_protocol: false,
            half_close: true,
        }
    }
}

impl ServerConfig {
    /// The same for a listener without PROXY headers, HTTP/1 only and for anybody: the operators'.
    pub fn bare(self) -> Self {
        Self {
            clients: ClientLimits::default(),
            proxy_protocol: false,
            ..self.http1()
        }
    }

    /// The same where nobody speaks HTTP/2 without TLS.
    pub fn http1(mut self) -> Self {
        self.http2.cleartext = false;
        self
    }
}

/// An address on which no server can be started.
#[derive(Debug)]
pub struct BindError {
    pub(super) address: SocketAddr,
    pub(super) source: std::io::Error,
}

impl fmt::Display for BindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot listen on {}", self.address)
    }
}

impl Error for BindError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.source)
    }
}

//! What a server is told.

use std::error::Error;
use std::fmt;
use std::net::SocketAddr;
use std::time::Duration;

/// Limits of one listener and its connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServerConfig {
    /// From a request's first byte to the end of its head; also from accepting a connection to
    /// its first byte.
    pub head: Duration,
    /// Between an answer and the next request on the same connection.
    pub keep_alive: Duration,
    /// How long a reader may refuse to take any byte of an answer.
    pub write_stall: Duration,
    /// How long to wait, after the last answer on a connection, for the reader to have read it.
    pub linger: Duration,
    /// How long requests in flight may go on after the stop.
    pub drain: Duration,
    /// The size of a request's head in bytes, 431 beyond; at least 8 KiB.
    pub max_head: usize,
    /// The number of a request's header lines, 431 beyond.
    pub max_headers: usize,
    /// Connections open at once; more wait in the system's queue.
    pub max_connections: usize,
    /// Whether a reader that has shut down its sending side still gets its answer.
    ///
    /// The price: one that has gone away is noticed only when the answer is sent.
    pub half_close: bool,
}

impl Default for ServerConfig {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(15),
            keep_alive: Duration::from_secs(75),
            write_stall: Duration::from_secs(60),
            linger: Duration::from_secs(2),
            drain: Duration::from_secs(30),
            max_head: 64 * 1024,
            max_headers: 100,
            max_connections: 20_000,
            half_close: true,
        }
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

//! Listening sockets: inherited, or opened here, and kept for a successor.

use listenfd::ListenFd;
use std::fmt;
use std::io;
use std::net::{SocketAddr, TcpListener as Inherited};
use std::os::fd::{AsFd as _, OwnedFd};
use tokio::net::TcpListener;

/// The sockets that this process listens on.
#[derive(Debug)]
pub(crate) struct Sockets {
    inherited: Vec<Inherited>,
    kept: Vec<OwnedFd>,
}

/// An address that nobody can listen on.
#[derive(Debug)]
pub(crate) struct ListenError {
    address: SocketAddr,
    source: io::Error,
}

impl fmt::Display for ListenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot listen on {}", self.address)
    }
}

impl std::error::Error for ListenError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

impl Sockets {
    /// Takes the sockets that systemd or a predecessor has opened for us. To be called once, before
    /// there are other threads: the environment no longer speaks of them afterwards.
    ///
    /// # Errors
    /// What was handed over is no listening socket.
    pub(crate) fn inherited() -> io::Result<Self> {
        let mut given = ListenFd::from_env();
        let mut inherited = Vec::new();
        for place in 0..given.len() {
            inherited.extend(given.take_tcp_listener(place)?);
        }
        Ok(Sockets {
            inherited,
            kept: Vec::new(),
        })
    }

    /// Listens on an address: on the inherited socket for it, if there is one.
    ///
    /// # Errors
    /// The address is taken, not ours, or not allowed.
    pub(crate) async fn listen(&mut self, address: SocketAddr) -> Result<TcpListener, ListenError> {
        let listener = match self.take(address) {
            Some(listener) => adopt(listener),
            None => TcpListener::bind(address).await,
        };
        let listener = listener.and_then(|listener| {
            self.kept.push(listener.as_fd().try_clone_to_owned()?);
            Ok(listener)
        });
        listener.map_err(|source| ListenError { address, source })
    }

    fn take(&mut self, wanted: SocketAddr) -> Option<Inherited> {
        let fitting = |listener: &Inherited| {
            let local = listener.local_addr();
            local.is_ok_and(|local| fits(local, wanted))
        };
        let place = self.inherited.iter().position(fitting)?;
        Some(self.inherited.remove(place))
    }

    /// Says which of the inherited sockets nobody wants, and closes them.
    pub(crate) fn close_others(&mut self) {
        for listener in self.inherited.drain(..) {
            let address = listener
                .local_addr()
                .map_or_else(|error| error.to_string(), |address| address.to_string());
            tracing::warn!(target: "jalousie", address, "inherited a socket for an address that the configuration does not listen on");
        }
    }

    /// Copies for a successor.
    pub(super) fn copies(&self) -> io::Result<Vec<OwnedFd>> {
        self.kept.iter().map(OwnedFd::try_clone).collect()
    }
}

fn adopt(listener: Inherited) -> io::Result<TcpListener> {
    listener.set_nonblocking(true)?;
    TcpListener::from_std(listener)
}

/// Whether a socket is what was wanted. systemd's `ListenStream=80` is `[::]:80`, which takes IPv4
/// too; with port 0 any port is right.
fn fits(local: SocketAddr, wanted: SocketAddr) -> bool {
    let port = wanted.port() == 0 || wanted.port() == local.port();
    let any = local.is_ipv6() && local.ip().is_unspecified() && wanted.ip().is_unspecified();
    port && (local.ip() == wanted.ip() || any)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_socket_fits_its_address() {
        let fits =
            |local: &str, wanted: &str| fits(local.parse().unwrap(), wanted.parse().unwrap());
        assert!(fits("127.0.0.1:80", "127.0.0.1:80"));
        assert!(fits("127.0.0.1:4711", "127.0.0.1:0"));
        assert!(fits("[::]:80", "0.0.0.0:80"));
        assert!(!fits("0.0.0.0:80", "[::]:80"));
        assert!(!fits("127.0.0.1:80", "127.0.0.1:81"));
        assert!(!fits("127.0.0.1:80", "127.0.0.2:80"));
        assert!(!fits("0.0.0.0:80", "127.0.0.1:80"));
    }
}

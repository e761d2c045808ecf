//! The server in front: an accept loop of our own, TLS by rustls, HTTP/1 by hyper, HTTP/2 by h2, and
//! an orderly end.
//!
//! Each request carries its [`Peer`] as an extension, and the way for early [`Hints`]. Any tower service can answer; an error of
//! the service, or of an answer's body, aborts the connection (in HTTP/2, the stream).
//!
//! What readers may not do, and what happens if they do, is in `docs/hostile.md`; each cause is a
//! [`Refusal`](crate::metrics::Refusal).

mod answer;
mod bounds;
mod clients;
mod config;
mod date;
mod drain;
mod frames;
mod head;
mod hints;
mod http2;
mod lines;
mod open;
mod pace;
mod proxy_header;
mod redirect;
mod serve;
mod socket;
mod state;
mod timer;
mod tls;
mod upload;

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::{Semaphore, oneshot};

use crate::proxy::TrustedProxies;
use clients::Clients;
use drain::Drain;
use open::{Arrival, Listener, open};
use serve::Http;

pub use answer::{Answers, Peer};
pub use clients::{ClientLimits, RequestRate};
pub use config::{BindError, Http2, ServerConfig};
pub use drain::Drained;
pub use hints::Hints;
pub(crate) use pace::Pace;
pub use pace::Rate;
pub use redirect::Redirect;
pub(crate) use timer::Timer;
pub use tls::{CertificateFiles, Certificates, TlsError};
pub use upload::ReaderBody;
pub(crate) use upload::is_told;

/// How long to wait after the system has refused a new connection (most often: no descriptors left).
const BREATH: Duration = Duration::from_millis(100);

/// A listener that is ready to serve.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    config: ServerConfig,
    certificates: Option<Certificates>,
    trusted: TrustedProxies,
}

impl Server {
    /// Listens on an address; port 0 lets the system choose.
    ///
    /// # Errors
    /// The address is taken, not ours, or not allowed.
    pub async fn bind(address: SocketAddr, config: ServerConfig) -> Result<Self, BindError> {
        let listener = TcpListener::bind(address)
            .await
            .map_err(|source| BindError { address, source })?;
        Ok(Self::from_listener(listener, config))
    }

    /// Serves on a listener from elsewhere, for example one handed over by an older process.
    pub fn from_listener(listener: TcpListener, config: ServerConfig) -> Self {
        Self {
            listener,
            config,
            certificates: None,
            trusted: TrustedProxies::default(),
        }
    }

    /// Speaks TLS with these certificates, and nothing else.
    pub fn with_tls(mut self, certificates: Certificates) -> Self {
        self.certificates = Some(certificates);
        self
    }

    /// Believes these peers about whom they speak for: in PROXY headers, and where requests are
    /// counted by client.
    pub fn with_trusted(mut self, trusted: TrustedProxies) -> Self {
        self.trusted = trusted;
        self
    }

    /// The address listened on, with the port that the system chose.
    ///
    /// # Errors
    /// The system does not know it.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until `stop` is ready, then lets what is in flight finish, upgraded connections
    /// included, until [`ServerConfig::drain`] is over.
    pub async fn serve<S: Answers>(self, service: S, stop: impl Future<Output = ()>) -> Drained {
        let Self {
            listener,
            config,
            certificates,
            trusted,
        } = self;
        let places = config.max_connections.min(Semaphore::MAX_PERMITS);
        let slots = Arc::new(Semaphore::new(places));
        let drain = Drain::new();
        let shared = Arc::new(Listener {
            config,
            http: Http::new(&config),
            certificates,
            clients: Clients::new(config.clients, trusted),
        });
        tokio::pin!(stop);
        loop {
            let arrival = tokio::select! {
                biased;
                () = &mut stop => break,
                accepted = accept(&listener, &slots) => accepted,
            };
            let orders = drain.subscribe();
            tokio::spawn(open(arrival, shared.clone(), service.clone(), orders));
        }
        // New connections go to whoever listens next, or are refused: nobody waits in vain.
        drop(listener);
        let open = || places - slots.available_permits();
        drain.finish(config.drain, open).await
    }
}

/// Serves readers and operators on two listeners. The operators' one stays up until the readers'
/// one has drained, so that health checks can follow the stop.
///
/// Returns how the public and the administrative server ended.
pub async fn serve_both<S: Answers, A: Answers>(
    public: (Server, S),
    admin: (Server, A),
    stop: impl Future<Output = ()>,
) -> (Drained, Drained) {
    let (drained, last) = oneshot::channel::<()>();
    let readers = async {
        let end = public.0.serve(public.1, stop).await;
        // The receiver lives in the other half of the join.
        let _ = drained.send(());
        end
    };
    let operators = admin.0.serve(admin.1, async {
        let _ = last.await;
    });
    tokio::join!(readers, operators)
}

/// The next connection and its place among those allowed.
async fn accept(listener: &TcpListener, slots: &Arc<Semaphore>) -> Arrival {
    let Ok(permit) = slots.clone().acquire_owned().await else {
        // The semaphore is never closed.
        return std::future::pending().await;
    };
    loop {
        match listener.accept().await {
            Ok((stream, addr)) => {
                if let Err(error) = stream.set_nodelay(true) {
                    tracing::debug!(%error, "connection stays with delayed writes");
                }
                return Arrival {
                    stream,
                    addr,
                    permit,
                };
            }
            Err(error) if is_the_readers(&error) => {}
            Err(error) => {
                tracing::warn!(%error, "cannot accept connections");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
}

/// Whether only the one connection failed, before it was ours.
fn is_the_readers(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(
        error.kind(),
        ConnectionAborted | ConnectionRefused | ConnectionReset
    )
}

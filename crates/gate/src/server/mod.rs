//! The server in front: an accept loop of our own, HTTP/1 by hyper, and an orderly end.
//!
//! Each request carries its [`Peer`] as an extension. Any tower service can answer; an error of
//! the service, or of an answer's body, aborts the connection.

mod answer;
mod config;
mod drain;
mod socket;
mod state;
mod timer;

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use http::{Request, Response};
use http_body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot, watch};
use tower_service::Service;

use crate::proxy::BoxError;
use answer::Caller;
use drain::{Drain, Order};
use socket::{Socket, Transport};
use state::State;

pub use config::{BindError, ServerConfig};
pub use drain::Drained;
pub(crate) use timer::Timer;

/// The least that the HTTP library needs for its buffer.
const LEAST_BUFFER: usize = 8 * 1024;

/// The number of header lines that the HTTP library holds without an allocation of its own.
const CHEAP_HEADERS: usize = 100;

/// How long to wait after the system has refused a new connection (most often: no descriptors left).
const BREATH: Duration = Duration::from_millis(100);

/// Who is at the other end of a request's connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer {
    /// The address that connected: the reader's, or that of a proxy in front.
    pub addr: SocketAddr,
    /// Whether the connection to this server is encrypted.
    pub tls: bool,
}

/// A listener that is ready to serve.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    config: ServerConfig,
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
        Self { listener, config }
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
    pub async fn serve<S, B>(self, service: S, stop: impl Future<Output = ()>) -> Drained
    where
        S: Service<Request<Incoming>, Response = Response<B>> + Clone + Send + 'static,
        S::Error: Into<BoxError>,
        S::Future: Send,
        B: Body + Send + 'static,
        B::Data: Send,
        B::Error: Into<BoxError>,
    {
        let Self { listener, config } = self;
        let places = config.max_connections.min(Semaphore::MAX_PERMITS);
        let slots = Arc::new(Semaphore::new(places));
        let drain = Drain::new();
        let http = builder(&config);
        tokio::pin!(stop);
        loop {
            let (stream, addr, permit) = tokio::select! {
                biased;
                () = &mut stop => break,
                accepted = accept(&listener, &slots) => accepted,
            };
            let peer = Peer { addr, tls: false };
            let orders = drain.subscribe();
            let state = Arc::new(State::new());
            let socket = Socket::new(stream, state.clone(), config, orders.clone(), permit);
            let caller = Caller {
                service: service.clone(),
                state,
                peer,
            };
            tokio::spawn(connection(http.clone(), socket, caller, orders));
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
pub async fn serve_both<S, B, A, C>(
    public: (Server, S),
    admin: (Server, A),
    stop: impl Future<Output = ()>,
) -> (Drained, Drained)
where
    S: Service<Request<Incoming>, Response = Response<B>> + Clone + Send + 'static,
    S::Error: Into<BoxError>,
    S::Future: Send,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<BoxError>,
    A: Service<Request<Incoming>, Response = Response<C>> + Clone + Send + 'static,
    A::Error: Into<BoxError>,
    A::Future: Send,
    C: Body + Send + 'static,
    C::Data: Send,
    C::Error: Into<BoxError>,
{
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
async fn accept(
    listener: &TcpListener,
    slots: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, OwnedSemaphorePermit) {
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
                return (stream, addr, permit);
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

fn builder(config: &ServerConfig) -> http1::Builder {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        // The socket watches the head and, with a limit of its own, the time between requests.
        .header_read_timeout(None)
        .half_close(config.half_close)
        .max_header_size(config.max_head)
        .max_buf_size(config.max_head.max(LEAST_BUFFER));
    if config.max_headers != CHEAP_HEADERS {
        http.max_headers(config.max_headers);
    }
    http
}

/// Serves one connection to its end.
async fn connection<T, S, B>(
    http: http1::Builder,
    socket: Socket<T>,
    caller: Caller<S>,
    mut orders: watch::Receiver<Order>,
) where
    T: Transport,
    S: Service<Request<Incoming>, Response = Response<B>> + Clone + Send + 'static,
    S::Error: Into<BoxError>,
    S::Future: Send,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<BoxError>,
{
    let (peer, state) = (caller.peer, caller.state.clone());
    let serving = http
        .serve_connection(TokioIo::new(socket), caller)
        .with_upgrades();
    tokio::pin!(serving);
    let mut heard = Order::Serve;
    loop {
        tokio::select! {
            result = &mut serving => {
                if let Err(error) = result {
                    tracing::debug!(peer = %peer.addr, error = describe(&error), "connection ended");
                }
                return;
            }
            order = next_order(&mut orders, heard) => match order {
                Order::Cut => {
                    state.mark_broken();
                    return;
                }
                order => {
                    heard = order;
                    serving.as_mut().graceful_shutdown();
                }
            },
        }
    }
}

/// Waits for an order beyond the one already heard.
async fn next_order(orders: &mut watch::Receiver<Order>, heard: Order) -> Order {
    match orders.wait_for(|order| *order > heard).await {
        Ok(order) => *order,
        // The server is gone without a word: so are we.
        Err(_) => Order::Cut,
    }
}

/// An error with what is underneath it.
fn describe(error: &hyper::Error) -> String {
    let mut text = error.to_string();
    let mut next = std::error::Error::source(error);
    while let Some(error) = next {
        text.push_str(": ");
        text.push_str(&error.to_string());
        next = error.source();
    }
    text
}

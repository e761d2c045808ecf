//! From an accepted socket to the first request: whose it is, TLS, and which HTTP.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::sync::{OwnedSemaphorePermit, watch};

use super::answer::{Answers, Caller, Follow, Peer};
use super::clients::{Clients, Connected};
use super::config::ServerConfig;
use super::drain::Order;
use super::http2;
use super::serve::{self, Http};
use super::socket::{Socket, Transport};
use super::state::{Phase, State};
use super::tls::{self, Certificates};
use crate::metrics::{Held, Refusal, metrics, refused};

/// What all connections of a listener share.
pub(super) struct Listener {
    pub(super) config: ServerConfig,
    pub(super) http: Http,
    pub(super) certificates: Option<Certificates>,
    pub(super) clients: Clients,
}

/// A connection's place among those allowed, all told and of its client.
pub(super) struct Place {
    _one: OwnedSemaphorePermit,
    _of_client: Option<Connected>,
    /// Counted as open for as long.
    _open: Held,
}

/// A connection that has just been accepted.
pub(super) struct Arrival {
    pub(super) stream: TcpStream,
    pub(super) addr: SocketAddr,
    pub(super) permit: OwnedSemaphorePermit,
}

/// The answer to who has too many connections, where it can be given without TLS.
const TOO_MANY: &[u8] = b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// Takes a connection from its first byte to its last.
pub(super) async fn open<S>(
    arrival: Arrival,
    listener: Arc<Listener>,
    service: S,
    mut orders: watch::Receiver<Order>,
) where
    S: Answers,
{
    metrics().connections.one();
    // In a place of its own: what it takes to prepare a connection is not needed after it.
    let opening = Box::pin(listener.prepare(arrival));
    let prepared = tokio::select! {
        prepared = opening => prepared,
        // Ready only when everything is to be cut off.
        _ = orders.wait_for(|order| *order == Order::Cut) => return,
    };
    let Some((stream, peer, place)) = prepared else {
        return;
    };
    let kind = match &stream {
        Stream::Plain(_) => listener.config.http2.cleartext,
        Stream::Tls(stream) => stream.get_ref().1.alpn_protocol() == Some(tls::H2),
    };
    let follow = match kind {
        true => Follow::Streams(watch::Sender::new(0), Arc::new(State::new(Phase::Many))),
        false => Follow::Turns(Arc::new(State::new(Phase::New))),
    };
    let caller = Box::new(Caller {
        service,
        follow,
        peer,
        listener: listener.clone(),
        orders: orders.clone(),
    });
    match stream {
        Stream::Plain(stream) => http(stream, place, caller, &listener, orders).await,
        Stream::Tls(stream) => http(stream, place, caller, &listener, orders).await,
    }
}

async fn http<T, S>(
    stream: T,
    place: Place,
    caller: Box<Caller<S>>,
    listener: &Arc<Listener>,
    orders: watch::Receiver<Order>,
) where
    T: Transport,
    S: Answers,
{
    let follow = caller.follow.clone();
    let (Follow::Turns(state) | Follow::Streams(_, state)) = &follow;
    let (at, given) = (listener.clone(), orders.clone());
    // What moves from one future into the next is in a place of its own: each keeps room for it.
    let socket = Box::new(Socket::new(stream, state.clone(), at, given, place));
    match follow {
        Follow::Turns(state) => {
            serve::http1(&listener.http, socket, caller, state, orders).await;
        }
        Follow::Streams(open, state) => {
            // A connection of HTTP/1 is not to be as large as one of HTTP/2.
            Box::pin(http2::serve(
                &listener.http.two,
                socket,
                caller,
                state,
                open,
                orders,
            ))
            .await;
        }
    }
}

enum Stream {
    Plain(TcpStream),
    Tls(Box<tokio_rustls::server::TlsStream<TcpStream>>),
}

impl Listener {
    /// Everything before HTTP; `None` if the connection was refused, which the log then says.
    async fn prepare(&self, arrival: Arrival) -> Option<(Stream, Peer, Place)> {
        let limit = self.config.handshake;
        if !self.config.proxy_protocol && self.certificates.is_none() {
            return self.prepare_slowly(arrival).await;
        }
        match tokio::time::timeout(limit, self.prepare_slowly(arrival)).await {
            Ok(prepared) => prepared,
            Err(_) => {
                refused(
                    Refusal::TlsHandshake,
                    format_args!("no whole handshake in {limit:?}"),
                );
                None
            }
        }
    }

    async fn prepare_slowly(&self, arrival: Arrival) -> Option<(Stream, Peer, Place)> {
        let Arrival {
            mut stream,
            mut addr,
            permit,
        } = arrival;
        if self.config.proxy_protocol {
            addr = self.proxied(&mut stream, addr).await?;
        }
        let Ok(of_client) = self.clients.connect(addr.ip()) else {
            refused(
                Refusal::ConnectionLimit,
                "as many connections from one address as it may have",
            );
            if self.certificates.is_none() && !self.config.http2.cleartext {
                refuse(stream).await;
            }
            return None;
        };
        let place = Place {
            _one: permit,
            _of_client: of_client,
            _open: metrics().open.hold(),
        };
        let mut peer = Peer { addr, tls: false };
        let Some(certificates) = &self.certificates else {
            return Some((Stream::Plain(stream), peer, place));
        };
        peer.tls = true;
        match Box::pin(certificates.acceptor().accept(stream)).await {
            Ok(stream) => Some((Stream::Tls(Box::new(stream)), peer, place)),
            // Who closes without a word has said nothing wrong: balancers look this way whether we live.
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => None,
            Err(error) => {
                refused(
                    Refusal::TlsHandshake,
                    format_args!("TLS handshake failed: {error}"),
                );
                None
            }
        }
    }

    /// The address that a PROXY header gives.
    async fn proxied(&self, stream: &mut TcpStream, addr: SocketAddr) -> Option<SocketAddr> {
        if !self.clients.trust(addr.ip()) {
            refused(
                Refusal::ProxyProtocol,
                "connection from a peer that is not among the trusted proxies",
            );
            return None;
        }
        match super::proxy_header::read(stream).await {
            Ok(named) => Some(named.unwrap_or(addr)),
            Err(error) => {
                refused(Refusal::ProxyProtocol, error);
                None
            }
        }
    }
}

/// Says on a plain connection that it is one too many.
async fn refuse(mut stream: TcpStream) {
    let telling = async {
        stream.write_all(TOO_MANY).await?;
        stream.shutdown().await?;
        // Closing with something unread in the queue would take the answer back.
        let mut scrap = [0; 1024];
        while tokio::io::AsyncReadExt::read(&mut stream, &mut scrap).await? > 0 {}
        io::Result::Ok(())
    };
    // Whoever does not listen has been told all the same.
    let _ = tokio::time::timeout(Duration::from_millis(500), telling).await;
}

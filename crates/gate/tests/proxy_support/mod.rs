//! Exact bytes on real sockets: an upstream and a reader that say what a test tells them to.

#![allow(clippy::unwrap_used, dead_code, unreachable_pub)]

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use jalousie_gate::proxy::{Proxy, ProxyConfig, Upstream};
use jalousie_gate::server::{Drained, Server, ServerConfig};
use rustls::ServerConfig as TlsConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

/// Longer than anything here takes; a test that hangs fails instead.
const PATIENCE: Duration = Duration::from_secs(20);

/// Fails the test if the future is not done in reasonable time.
pub async fn soon<F: Future>(what: &str, future: F) -> F::Output {
    match tokio::time::timeout(PATIENCE, future).await {
        Ok(output) => output,
        Err(_) => panic!("{what}: nothing happened for {PATIENCE:?}"),
    }
}

/// The most memory that this process has had so far, in bytes.
pub fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM:"))
        .unwrap();
    line.split_whitespace()
        .nth(1)
        .unwrap()
        .parse::<u64>()
        .unwrap()
        * 1024
}

/// TLS with a certificate of its own for these names, and that certificate.
pub fn tls(names: &[&str], protocols: &[&str]) -> (TlsAcceptor, CertificateDer<'static>) {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let own = rcgen::generate_simple_self_signed(names).unwrap();
    let key = PrivateKeyDer::try_from(own.signing_key.serialize_der()).unwrap();
    let certificate = own.cert.der().clone();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut tls = TlsConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.clone()], key)
        .unwrap();
    tls.alpn_protocols = protocols
        .iter()
        .map(|name| name.as_bytes().to_vec())
        .collect();
    (TlsAcceptor::from(Arc::new(tls)), certificate)
}

/// One end of a connection.
pub struct Wire {
    pub stream: TcpStream,
    buffer: Vec<u8>,
    /// The place of this connection among those of its listener, from 0.
    pub number: usize,
}

impl Wire {
    pub fn new(stream: TcpStream, number: usize) -> Self {
        Self {
            stream,
            buffer: Vec::new(),
            number,
        }
    }

    pub async fn connect(address: SocketAddr) -> Self {
        Self::new(TcpStream::connect(address).await.unwrap(), 0)
    }

    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        soon("send", self.stream.write_all(bytes.as_ref()))
            .await
            .unwrap();
    }

    /// A message's head with its empty line; empty if the other end closed first.
    pub async fn head(&mut self) -> String {
        soon("head", async {
            loop {
                if let Some(end) = find(&self.buffer, b"\r\n\r\n") {
                    let head: Vec<u8> = self.buffer.drain(..end + 4).collect();
                    return String::from_utf8(head).unwrap();
                }
                match self.fill().await {
                    Ok(n) if n > 0 => {}
                    _ => return String::new(),
                }
            }
        })
        .await
    }

    /// This many bytes.
    pub async fn bytes(&mut self, count: usize) -> Vec<u8> {
        soon("bytes", async {
            while self.buffer.len() < count {
                let more = self.fill().await.unwrap();
                assert!(
                    more > 0,
                    "closed after {} of {count} bytes",
                    self.buffer.len()
                );
            }
            self.buffer.drain(..count).collect()
        })
        .await
    }

    /// The same, or `None` if the connection ends before.
    pub async fn try_bytes(&mut self, count: usize) -> Option<Vec<u8>> {
        soon("bytes", async {
            while self.buffer.len() < count {
                if self.fill().await.unwrap_or(0) == 0 {
                    return None;
                }
            }
            Some(self.buffer.drain(..count).collect())
        })
        .await
    }

    /// Everything up to the end of a chunked body, decoded.
    pub async fn chunked(&mut self) -> Vec<u8> {
        let mut body = Vec::new();
        loop {
            let size = self.line().await;
            let size = usize::from_str_radix(size.trim(), 16).unwrap();
            body.extend(self.bytes(size).await);
            assert_eq!(self.line().await, "\r\n");
            if size == 0 {
                return body;
            }
        }
    }

    async fn line(&mut self) -> String {
        let mut line = Vec::new();
        while !line.ends_with(b"\r\n") {
            line.extend(self.bytes(1).await);
        }
        String::from_utf8(line).unwrap()
    }

    /// Everything up to the end of the connection, and whether that was a clean end.
    pub async fn rest(&mut self) -> (Vec<u8>, io::Result<()>) {
        soon("rest", async {
            loop {
                match self.fill().await {
                    Ok(0) => return (std::mem::take(&mut self.buffer), Ok(())),
                    Ok(_) => {}
                    Err(error) => return (std::mem::take(&mut self.buffer), Err(error)),
                }
            }
        })
        .await
    }

    /// What has come or comes next; nothing at the end.
    pub async fn some(&mut self) -> Vec<u8> {
        if self.buffer.is_empty() {
            soon("some", self.fill()).await.unwrap();
        }
        std::mem::take(&mut self.buffer)
    }

    async fn fill(&mut self) -> io::Result<usize> {
        let mut piece = vec![0; 64 * 1024];
        let count = self.stream.read(&mut piece).await?;
        self.buffer.extend_from_slice(&piece[..count]);
        Ok(count)
    }
}

pub fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

/// An upstream that treats each connection as it is told.
pub async fn upstream<F, R>(script: F) -> SocketAddr
where
    F: Fn(Wire) -> R + Send + 'static,
    R: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        for number in 0.. {
            let (stream, _) = listener.accept().await.unwrap();
            tokio::spawn(script(Wire::new(stream, number)));
        }
    });
    address
}

/// An upstream that answers each request on a connection with the same bytes.
pub async fn answering(answer: &'static str) -> SocketAddr {
    upstream(move |mut wire| async move {
        while !wire.head().await.is_empty() {
            wire.send(answer).await;
        }
    })
    .await
}

/// An upstream that sends these bytes after one request and closes.
pub async fn closing_after(answer: impl Into<Vec<u8>>) -> SocketAddr {
    let answer = answer.into();
    upstream(move |mut wire| {
        let answer = answer.clone();
        async move {
            wire.head().await;
            wire.send(answer).await;
        }
    })
    .await
}

/// A running server with a proxy to an upstream.
pub struct Gate {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    done: JoinHandle<Drained>,
}

impl Gate {
    pub async fn before(upstream: SocketAddr) -> Self {
        Self::with(upstream, |_, _| {}).await
    }

    pub async fn with(
        upstream: SocketAddr,
        change: impl FnOnce(&mut ProxyConfig, &mut ServerConfig),
    ) -> Self {
        let url = format!("http://{upstream}");
        let mut proxy = ProxyConfig::new(Upstream::parse(&url).unwrap());
        let mut server = ServerConfig {
            linger: Duration::from_millis(200),
            ..Default::default()
        };
        change(&mut proxy, &mut server);
        Self::start(Proxy::new(proxy).unwrap(), server).await
    }

    pub async fn start(proxy: Proxy, config: ServerConfig) -> Self {
        let server = Server::bind("127.0.0.1:0".parse().unwrap(), config)
            .await
            .unwrap();
        Self::serve(proxy, server)
    }

    pub fn serve(proxy: Proxy, server: Server) -> Self {
        let address = server.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let done = tokio::spawn(server.serve(proxy, async {
            let _ = stopped.await;
        }));
        Self {
            address,
            stop: Some(stop),
            done,
        }
    }

    pub async fn reader(&self) -> Wire {
        Wire::connect(self.address).await
    }

    /// Sends bytes on a new connection and reads to its end.
    pub async fn ask(&self, request: impl AsRef<[u8]>) -> String {
        let mut wire = self.reader().await;
        wire.send(request).await;
        let (answer, _) = wire.rest().await;
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The status of a `GET /` on a new connection.
    pub async fn status(&self) -> u16 {
        status(after_hints(&self.ask(get("/")).await))
    }

    /// Orders the stop without waiting.
    pub fn order_stop(&mut self) {
        let _ = self.stop.take().unwrap().send(());
    }

    pub async fn drained(self) -> Drained {
        soon("drain", self.done).await.unwrap()
    }
}

/// A plain request that closes its connection.
pub fn get(target: &str) -> String {
    format!("GET {target} HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n")
}

/// An answer's status, or 0 where there is none.
pub fn status(answer: &str) -> u16 {
    answer
        .split(' ')
        .nth(1)
        .and_then(|code| code.parse().ok())
        .unwrap_or(0)
}

/// What comes behind early hints.
pub fn after_hints(mut answer: &str) -> &str {
    while status(answer) == 103 {
        answer = body(answer);
    }
    answer
}

/// The value of a header in a message's head.
pub fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let head = head.split("\r\n\r\n").next().unwrap_or_default();
    head.split("\r\n").skip(1).find_map(|line| {
        let (found, value) = line.split_once(':')?;
        found.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

/// What follows a message's head.
pub fn body(message: &str) -> &str {
    message.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

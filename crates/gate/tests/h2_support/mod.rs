//! HTTP/2 byte by byte (RFC 9113), sharing no code with the server: frames, and HPACK of literals only.

#![allow(clippy::unwrap_used, dead_code, unreachable_pub)]

use std::convert::Infallible;
use std::future::{Future, poll_fn};
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::{Request, Response};
use http_body::Body;
use jalousie_gate::server::{Drained, ReaderBody, Server, ServerConfig};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tower_service::Service;

use crate::proxy_support::{Wire, soon};

pub const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

pub const DATA: u8 = 0;
pub const HEADERS: u8 = 1;
pub const PRIORITY: u8 = 2;
pub const RST_STREAM: u8 = 3;
pub const SETTINGS: u8 = 4;
pub const PUSH_PROMISE: u8 = 5;
pub const PING: u8 = 6;
pub const GOAWAY: u8 = 7;
pub const WINDOW_UPDATE: u8 = 8;
pub const CONTINUATION: u8 = 9;

pub const ACK: u8 = 1;
pub const END_STREAM: u8 = 1;
pub const END_HEADERS: u8 = 4;
pub const PADDED: u8 = 8;
pub const WITH_PRIORITY: u8 = 32;

/// Error codes (section 7).
pub const NO_ERROR: u32 = 0;
pub const PROTOCOL_ERROR: u32 = 1;
pub const FLOW_CONTROL_ERROR: u32 = 3;
pub const STREAM_CLOSED: u32 = 5;
pub const FRAME_SIZE_ERROR: u32 = 6;
pub const REFUSED_STREAM: u32 = 7;
pub const CANCEL: u32 = 8;
pub const COMPRESSION_ERROR: u32 = 9;
pub const ENHANCE_YOUR_CALM: u32 = 11;

/// A frame's bytes.
pub fn frame(kind: u8, flags: u8, stream: u32, payload: impl AsRef<[u8]>) -> Vec<u8> {
    let payload = payload.as_ref();
    let length = (payload.len() as u32).to_be_bytes();
    let head = [&length[1..], &[kind, flags], &stream.to_be_bytes()].concat();
    [&head, payload].concat()
}

/// A field as a literal that no table keeps.
pub fn field(name: impl AsRef<[u8]>, value: impl AsRef<[u8]>) -> Vec<u8> {
    let mut bytes = vec![0];
    for text in [name.as_ref(), value.as_ref()] {
        // A prefix of seven bits, then groups of seven bits, the lowest first (RFC 7541, 5.1).
        match text.len().checked_sub(127) {
            None => bytes.push(text.len() as u8),
            Some(mut rest) => {
                bytes.push(127);
                while rest > 127 {
                    bytes.push(rest as u8 | 128);
                    rest >>= 7;
                }
                bytes.push(rest as u8);
            }
        }
        bytes.extend_from_slice(text);
    }
    bytes
}

/// A header block.
pub fn block(fields: &[(&str, &str)]) -> Vec<u8> {
    let fields = fields.iter().map(|(name, value)| field(name, value));
    fields.collect::<Vec<_>>().concat()
}

/// The pseudo-header fields of a request.
pub fn request(method: &str, path: &str) -> Vec<u8> {
    block(&[
        (":method", method),
        (":scheme", "http"),
        (":path", path),
        (":authority", "a.example"),
    ])
}

/// A whole `GET` on a stream.
pub fn get(stream: u32, path: &str) -> Vec<u8> {
    let flags = END_STREAM | END_HEADERS;
    frame(HEADERS, flags, stream, request("GET", path))
}

/// The head of a `POST` with more fields, whose body is to come.
pub fn post(stream: u32, fields: &[(&str, &str)]) -> Vec<u8> {
    let head = [request("POST", "/"), block(fields)].concat();
    frame(HEADERS, END_HEADERS, stream, head)
}

/// A frame that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    pub kind: u8,
    pub flags: u8,
    pub stream: u32,
    pub payload: Vec<u8>,
}

impl Frame {
    /// The number that an RST_STREAM begins with, or that a GOAWAY has at its second place.
    pub fn code(&self) -> u32 {
        let at = if self.kind == GOAWAY { 4 } else { 0 };
        u32::from_be_bytes(self.payload[at..at + 4].try_into().unwrap())
    }

    /// An answer's status. The server writes it first, by its place in the static table or with
    /// its three digits in Huffman code (RFC 7541, appendix A and B).
    pub fn status(&self) -> u16 {
        let payload = &self.payload;
        match payload[0] {
            known @ 0x88..=0x8e => [200, 204, 206, 304, 400, 404, 500][usize::from(known - 0x88)],
            0x48 | 0x08 => huffman_digits(&payload[2..2 + usize::from(payload[1] & 127)]),
            other => panic!("a status that begins with {other:#x}"),
        }
    }
}

fn huffman_digits(bytes: &[u8]) -> u16 {
    let mut bits = bytes
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1));
    let mut number = 0;
    for _ in 0..3 {
        let five = (0..5).fold(0, |code, _| code << 1 | bits.next().unwrap());
        // 0, 1 and 2 have five bits, the others six, from 011001 on.
        number = number * 10
            + u16::from(match five {
                0..=2 => five,
                _ => (five << 1 | bits.next().unwrap()) - 0b01_1001 + 3,
            });
    }
    number
}

/// A connection of HTTP/2.
pub struct H2 {
    pub wire: Wire,
}

impl H2 {
    /// Connects, greets, and takes the server's greeting.
    pub async fn connect(address: SocketAddr) -> Self {
        Self::with(address, &[]).await
    }

    /// The same with settings: identifiers and values.
    pub async fn with(address: SocketAddr, settings: &[(u16, u32)]) -> Self {
        let mut this = Self {
            wire: Wire::connect(address).await,
        };
        this.send(PREFACE).await;
        this.send(frame(SETTINGS, 0, 0, self::settings(settings)))
            .await;
        let first = this.next().await.unwrap();
        assert_eq!((first.kind, first.flags), (SETTINGS, 0));
        this.send(frame(SETTINGS, ACK, 0, [])).await;
        while this.next().await.unwrap() != ack() {}
        this
    }

    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.wire.send(bytes).await;
    }

    /// The same where the server may have closed already.
    pub async fn try_send(&mut self, bytes: impl AsRef<[u8]>) {
        use tokio::io::AsyncWriteExt as _;
        let _ = soon("send", self.wire.stream.write_all(bytes.as_ref())).await;
    }

    /// The next frame; `None` at the end of the connection.
    pub async fn next(&mut self) -> Option<Frame> {
        let head = self.wire.try_bytes(9).await?;
        let length = u32::from_be_bytes([0, head[0], head[1], head[2]]) as usize;
        Some(Frame {
            kind: head[3],
            flags: head[4],
            stream: u32::from_be_bytes(head[5..9].try_into().unwrap()),
            payload: self.wire.try_bytes(length).await?,
        })
    }

    /// The next frame of a kind; fails the test at the end of the connection.
    pub async fn next_of(&mut self, kind: u8) -> Frame {
        loop {
            match self.next().await {
                Some(frame) if frame.kind == kind => return frame,
                Some(_) => {}
                None => panic!("closed before a frame of kind {kind}"),
            }
        }
    }
}

fn ack() -> Frame {
    Frame {
        kind: SETTINGS,
        flags: ACK,
        stream: 0,
        payload: Vec::new(),
    }
}

/// The payload of a SETTINGS frame.
pub fn settings(all: &[(u16, u32)]) -> Vec<u8> {
    all.iter()
        .flat_map(|(id, value)| [&id.to_be_bytes()[..], &value.to_be_bytes()].concat())
        .collect()
}

/// Reads a request's body and answers with `ok`; `/never` never, `/large` with a million bytes.
#[derive(Clone)]
pub struct Plain;

impl Service<Request<ReaderBody>> for Plain {
    type Response = Response<String>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response<String>, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<ReaderBody>) -> Self::Future {
        Box::pin(async move {
            let (head, mut body) = request.into_parts();
            let mut next = async || poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await;
            while let Some(Ok(_)) = next().await {}
            match head.uri.path() {
                "/never" => std::future::pending().await,
                "/large" => Ok(Response::new("x".repeat(1_000_000))),
                _ => Ok(Response::new("ok".to_owned())),
            }
        })
    }
}

/// A server of [`Plain`] that speaks HTTP/2 without TLS.
pub struct Served {
    pub address: SocketAddr,
    pub stop: Option<oneshot::Sender<()>>,
    pub done: JoinHandle<Drained>,
}

pub async fn serve(change: impl FnOnce(&mut ServerConfig)) -> Served {
    let mut config = ServerConfig::default();
    config.http2.cleartext = true;
    change(&mut config);
    let server = Server::bind("127.0.0.1:0".parse().unwrap(), config)
        .await
        .unwrap();
    let address = server.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let done = tokio::spawn(server.serve(Plain, async {
        let _ = stopped.await;
    }));
    Served {
        address,
        stop: Some(stop),
        done,
    }
}

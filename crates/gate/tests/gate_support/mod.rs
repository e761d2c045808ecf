//! The real gate, as a layer around the real proxy, before an upstream that a test scripts.

#![allow(clippy::unwrap_used, dead_code, unreachable_pub)]

#[path = "../proxy_support/mod.rs"]
pub mod wire;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use jalousie_core::catalogue::Catalogue;
use jalousie_core::frame::{Content, Holds, Keys};
use jalousie_core::site::Site;
use jalousie_core::texts::Texts;
use jalousie_gate::coding::{Coding, Decoder, Encoder};
use jalousie_gate::layer::{Gate, GateLayer, Public};
use jalousie_gate::proxy::{Proxy, ProxyConfig, Upstream};
use jalousie_gate::receipts::Receipts;
use jalousie_gate::server::{Drained, Server, ServerConfig};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tower_layer::Layer as _;
use wire::{Wire, find, header, soon, status, upstream};

/// An embed of the service `vimeo` in category `video`.
pub const VIDEO: &str = "<iframe src=\"https://player.vimeo.com/video/76979871\"></iframe>";

/// An embed that no service claims.
pub const UNKNOWN: &str = "<iframe src=\"https://widgets.unknown.example/1\"></iframe>";

/// A page with one embed.
pub fn page() -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><title>T</title><p>Before.</p>{VIDEO}<p>After.</p></html>"
    )
}

/// The decisions in a cookie's value, as version 1 wrote them: without days and fingerprints.
pub fn bare(value: &str) -> String {
    let mut parts = value.split('.');
    assert_eq!(parts.next(), Some("v2"), "{value}");
    let decisions = parts.map(|part| {
        let fields: Vec<&str> = part.split(':').collect();
        assert_eq!(fields.len(), 4, "{value}");
        format!(".{}:{}", fields[0], fields[1])
    });
    format!("v1{}", decisions.collect::<String>())
}

/// The key that signs in these tests.
pub fn keys() -> Keys {
    Keys::new(vec![[7; 32]]).unwrap()
}

/// A site with the embedded catalogue and default settings.
pub fn site() -> Site {
    Site::new(keys(), Catalogue::embedded().unwrap(), Texts::embedded())
}

/// What a token for this iframe names.
pub fn iframe(service: &str, src: &str) -> Content {
    Content {
        service: service.into(),
        holds: Holds::Iframe { src: src.into() },
        title: None,
        link: None,
    }
}

/// The token of the embed in [`page`].
pub fn video_token() -> String {
    keys().sign(&iframe("vimeo", "https://player.vimeo.com/video/76979871"))
}

/// The token of a content whose service's script runs in the frame.
pub fn script_token() -> String {
    let captures = vec![
        ("user".to_owned(), "i".to_owned()),
        ("id".to_owned(), "20".to_owned()),
    ];
    let holds = Holds::Script {
        shape: 0,
        captures,
        attributes: Vec::new(),
    };
    keys().sign(&Content {
        service: "x".into(),
        holds,
        title: None,
        link: None,
    })
}

/// A gate that serves.
pub struct Gated {
    pub address: SocketAddr,
    pub gate: Arc<Gate>,
    stop: Option<oneshot::Sender<()>>,
    done: JoinHandle<Drained>,
}

impl Gated {
    pub async fn before(upstream: SocketAddr) -> Self {
        Self::with(site(), Public::default(), upstream).await
    }

    pub async fn of(site: Site, upstream: SocketAddr) -> Self {
        Self::with(site, Public::default(), upstream).await
    }

    pub async fn with(site: Site, public: Public, upstream: SocketAddr) -> Self {
        Self::proxying(site, public, upstream, |_| {}).await
    }

    pub async fn proxying(
        site: Site,
        public: Public,
        upstream: SocketAddr,
        change: impl FnOnce(&mut ProxyConfig),
    ) -> Self {
        let mut config = ProxyConfig::new(Upstream::parse(&format!("http://{upstream}")).unwrap());
        change(&mut config);
        Self::serving(Gate::new(site, public), config, ServerConfig::default()).await
    }

    /// A gate that speaks HTTP/2 without TLS.
    pub async fn http2(site: Site, upstream: SocketAddr) -> Self {
        let config = ProxyConfig::new(Upstream::parse(&format!("http://{upstream}")).unwrap());
        let mut server = ServerConfig::default();
        server.http2.cleartext = true;
        Self::serving(Gate::new(site, Public::default()), config, server).await
    }

    /// A gate that keeps receipts.
    pub async fn recording(site: Site, receipts: Arc<Receipts>, upstream: SocketAddr) -> Self {
        let config = ProxyConfig::new(Upstream::parse(&format!("http://{upstream}")).unwrap());
        let gate = Gate::with_receipts(site, Public::default(), Some(receipts));
        Self::serving(gate, config, ServerConfig::default()).await
    }

    pub async fn serving(gate: Arc<Gate>, config: ProxyConfig, server: ServerConfig) -> Self {
        let service = GateLayer::new(gate.clone()).layer(Proxy::new(config).unwrap());
        let server = Server::bind(([127, 0, 0, 1], 0).into(), server)
            .await
            .unwrap();
        let address = server.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let done = tokio::spawn(server.serve(service, async {
            let _ = stopped.await;
        }));
        Gated {
            address,
            gate,
            stop: Some(stop),
            done,
        }
    }

    /// Sends one request on a connection of its own and reads the answer to its end.
    pub async fn ask(&self, request: impl AsRef<[u8]>) -> Answer {
        let mut wire = Wire::connect(self.address).await;
        wire.send(request).await;
        Answer::read(&mut wire).await
    }

    /// `GET` with these lines added to the head.
    pub async fn get(&self, target: &str, lines: &str) -> Answer {
        self.ask(format!(
            "GET {target} HTTP/1.1\r\nHost: news.example\r\n{lines}Connection: close\r\n\r\n"
        ))
        .await
    }

    /// The post of a form on a page of the site, with these lines in place of the browser's own.
    pub async fn post(&self, lines: &str, body: &str) -> Answer {
        let length = body.len();
        let head =
            "POST /_jalousie/consent HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n";
        self.ask(format!(
            "{head}Content-Length: {length}\r\n{lines}\r\n{body}"
        ))
        .await
    }

    /// A form posted as a browser does it from a page of the site.
    pub async fn choose(&self, lines: &str, body: &str) -> Answer {
        self.post(&format!("{FROM_HERE}{lines}"), body).await
    }

    pub async fn stop(mut self) -> Drained {
        let _ = self.stop.take().unwrap().send(());
        soon("drain", self.done).await.unwrap()
    }
}

/// What a browser says of a form on a page of the site.
pub const FROM_HERE: &str = "Origin: http://news.example\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: navigate\r\n\
                             Content-Type: application/x-www-form-urlencoded\r\nAccept: text/html,*/*;q=0.8\r\n";

/// A whole answer.
#[derive(Debug)]
pub struct Answer {
    pub head: String,
    pub body: Vec<u8>,
    /// It ended as its framing says; else the connection was cut.
    pub whole: bool,
}

impl Answer {
    pub async fn read(wire: &mut Wire) -> Self {
        let mut head = wire.head().await;
        while status(&head) == 103 {
            head = wire.head().await;
        }
        let (rest, _) = wire.rest().await;
        let (body, whole) = match header(&head, "content-length") {
            Some(length) => {
                let whole = rest.len().to_string() == length || rest.is_empty();
                (rest, whole)
            }
            None if header(&head, "transfer-encoding").is_some() => unchunk(&rest),
            None => (rest, true),
        };
        Answer { head, body, whole }
    }

    pub fn status(&self) -> u16 {
        status(&self.head)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        header(&self.head, name)
    }

    /// All values of a header.
    pub fn headers(&self, name: &str) -> Vec<&str> {
        let lines = self
            .head
            .split("\r\n")
            .filter_map(|line| line.split_once(':'));
        lines
            .filter(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim())
            .collect()
    }

    /// The body as text, its coding taken off.
    pub fn text(&self) -> String {
        let body = decoded(
            self.header("content-encoding").unwrap_or_default(),
            &self.body,
        );
        String::from_utf8(body).unwrap()
    }

    /// The notice's token in the page.
    pub fn token(&self) -> String {
        let text = self.text();
        text.split_once("/_jalousie/frame/")
            .unwrap()
            .1
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    }

    /// An answer of the gate's own, strict, that no cache keeps.
    pub fn is_strict(&self) -> bool {
        let policies = self.headers("content-security-policy");
        policies.len() == 1
            && policies[0].starts_with("default-src 'none'")
            && self.header("cache-control") == Some("no-store")
    }
}

/// A chunked body, and whether its last chunk came.
fn unchunk(mut rest: &[u8]) -> (Vec<u8>, bool) {
    let mut body = Vec::new();
    while let Some(end) = find(rest, b"\r\n") {
        let size =
            usize::from_str_radix(std::str::from_utf8(&rest[..end]).unwrap().trim(), 16).unwrap();
        rest = &rest[end + 2..];
        if size == 0 {
            return (body, true);
        }
        body.extend_from_slice(&rest[..size.min(rest.len())]);
        rest = rest.get(size + 2..).unwrap_or_default();
    }
    (body, false)
}

pub fn encoded(coding: Coding, text: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(coding).unwrap();
    encoder.push(text, &mut out).unwrap();
    encoder.finish(&mut out).unwrap();
    out
}

pub fn decoded(encoding: &str, bytes: &[u8]) -> Vec<u8> {
    let mut decoder = Decoder::for_encoding(encoding).unwrap();
    let mut out = Vec::new();
    decoder
        .push(bytes, |slice| {
            out.extend_from_slice(slice);
            Ok::<_, jalousie_gate::coding::DecodeError>(())
        })
        .unwrap();
    decoder.finish().unwrap();
    out
}

/// An answer's bytes: status line and headers, and a body with its length.
pub fn answer(head: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let mut bytes = format!(
        "HTTP/1.1 200 OK\r\n{head}Content-Length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

/// The heads of the requests that an upstream was sent.
pub type Heads = Arc<Mutex<Vec<String>>>;

/// An upstream that answers every request with the same bytes, and keeps the heads.
pub async fn keeping(bytes: Vec<u8>) -> (SocketAddr, Heads) {
    let heads = Heads::default();
    let kept = heads.clone();
    let address = upstream(move |mut wire| {
        let (bytes, kept) = (bytes.clone(), kept.clone());
        async move {
            loop {
                let head = wire.head().await;
                if head.is_empty() {
                    return;
                }
                kept.lock().unwrap().push(head);
                wire.send(&bytes).await;
            }
        }
    })
    .await;
    (address, heads)
}

/// An upstream that answers every request with the same bytes.
pub async fn always(bytes: Vec<u8>) -> SocketAddr {
    keeping(bytes).await.0
}

/// An upstream with one HTML page.
pub async fn with_page(html: impl AsRef<[u8]>) -> SocketAddr {
    always(answer("Content-Type: text/html; charset=utf-8\r\n", html)).await
}

/// The last head that the upstream was sent.
pub fn last(heads: &Heads) -> String {
    heads.lock().unwrap().last().cloned().unwrap()
}

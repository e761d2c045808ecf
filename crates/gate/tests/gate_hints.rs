//! Early hints of the site, as readers get them: before the answer, and without third parties.

#![allow(clippy::unwrap_used)]

mod gate_support;

use std::future::poll_fn;
use std::net::SocketAddr;

use bytes::Bytes;
use gate_support::wire::{Wire, header, soon, status, upstream};
use gate_support::{Gated, page, site};
use h2::client::{ResponseFuture, SendRequest};
use http::{HeaderMap, Request, Response};
use jalousie_core::site::{Mode, Site};
use jalousie_gate::layer::{Gate, Public};
use jalousie_gate::proxy::{ProxyConfig, Upstream};
use jalousie_gate::server::ServerConfig;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::broadcast;

/// Everything that a browser may make of a head, and links of all kinds.
const HINTS: &str = "HTTP/1.1 103 Early Hints\r\n\
    Link: </own.css>; rel=preload; as=style, <https://third.example/a.css>; rel=preload; as=style\r\n\
    Link: <https://third.example>; rel=preconnect\r\n\
    Link: <//third.example>; rel=dns-prefetch\r\n\
    Link: </own.jpg>; rel=preload; as=image; imagesrcset=\"//third.example/x 2x\"\r\n\
    Link: <https://third.example/m.js>; rel=modulepreload\r\n\
    Link: not a link\r\n\
    Link: </\u{e9}.css>; rel=preload\r\n\
    Link: <http://news.example/own.js>; rel=modulepreload\r\n\
    Content-Security-Policy: default-src *\r\n\
    Refresh: 0;url=https://third.example\r\n\
    Set-Cookie: a=b\r\n\
    Reporting-Endpoints: a=\"https://third.example\"\r\n\
    Connection: x-hop\r\n\
    X-Hop: 1\r\n\
    Content-Length: 7\r\n\r\n";

const THIRD: &str =
    "HTTP/1.1 103 Early Hints\r\nLink: <https://third.example>; rel=preconnect\r\n\r\n";

const OWN: &str = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload; as=style\r\n\r\n";

/// An upstream that sends this before it answers with a page, which it does when it is told to.
async fn hinting(hints: &'static str) -> (SocketAddr, broadcast::Sender<()>) {
    let (go, _) = broadcast::channel(16);
    let told = go.clone();
    let address = upstream(move |mut wire| {
        let mut told = told.subscribe();
        async move {
            while !wire.head().await.is_empty() {
                wire.send(hints).await;
                let _ = told.recv().await;
                let page = page();
                let length = page.len();
                wire.send(format!(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}\r\n\r\n{page}"
                ))
                .await;
            }
        }
    })
    .await;
    (address, go)
}

const GET: &str = "GET /a HTTP/1.1\r\nHost: news.example\r\n\r\n";

fn in_mode(mode: Mode) -> Site {
    Site { mode, ..site() }
}

/// The values of a field, in order.
fn values<'a>(head: &'a str, name: &str) -> Vec<&'a str> {
    let lines = head.split("\r\n").filter_map(|line| line.split_once(": "));
    lines
        .filter(|(found, _)| found.eq_ignore_ascii_case(name))
        .map(|(_, value)| value)
        .collect()
}

/// What is left of [`HINTS`].
const LEFT: [&str; 2] = [
    "</own.css>; rel=preload; as=style",
    "<http://news.example/own.js>; rel=modulepreload",
];

#[tokio::test]
async fn hints_come_before_the_answer_and_lead_nowhere_else() {
    let (address, go) = hinting(HINTS).await;
    let gate = Gated::before(address).await;
    let mut reader = Wire::connect(gate.address).await;
    // The second one on a connection that was used.
    for _ in 0..2 {
        reader.send(GET).await;
        let hints = reader.head().await;
        assert!(hints.starts_with("HTTP/1.1 103 Early Hints\r\n"), "{hints}");
        assert_eq!(values(&hints, "link"), LEFT);
        // Nothing else but the gate's own policy, under which hints are followed.
        assert_eq!(hints.matches("\r\n").count(), 5, "{hints}");
        let policy = header(&hints, "content-security-policy").unwrap();
        assert!(
            policy.starts_with("default-src 'self' ") && !policy.contains('*'),
            "{policy}"
        );
        assert!(!hints.contains("third.example"));
        go.send(()).unwrap();
        let head = reader.head().await;
        assert_eq!(status(&head), 200);
        let length = header(&head, "content-length").map(|length| length.parse().unwrap());
        let body = match length {
            Some(length) => reader.bytes(length).await,
            None => reader.chunked().await,
        };
        let body = String::from_utf8(body).unwrap();
        assert!(body.contains("<p>After.</p>") && body.contains("data-service=\"vimeo\""));
    }
}

#[tokio::test]
async fn what_is_not_gated_passes_as_it_is() {
    for mode in [Mode::Off, Mode::Observe] {
        let (address, go) = hinting(HINTS).await;
        let gate = Gated::of(in_mode(mode), address).await;
        let mut reader = Wire::connect(gate.address).await;
        reader.send(GET).await;
        let hints = reader.head().await;
        assert_eq!(status(&hints), 103);
        assert_eq!(values(&hints, "link").len(), 8, "{hints}");
        assert_eq!(values(&hints, "set-cookie"), ["a=b"]);
        for absent in ["connection", "x-hop", "content-length"] {
            assert_eq!(header(&hints, absent), None, "{hints}");
        }
        go.send(()).unwrap();
        assert_eq!(status(&reader.head().await), 200);
    }
}

#[tokio::test]
async fn hints_of_third_parties_alone_are_none() {
    let hints: &'static str = [THIRD, OWN].concat().leak();
    let (address, go) = hinting(hints).await;
    let gate = Gated::before(address).await;
    let mut reader = Wire::connect(gate.address).await;
    reader.send(GET).await;
    // The first that comes is the second.
    assert!(reader.head().await.contains("link: </a.css>; rel=preload"));
    go.send(()).unwrap();
    assert_eq!(status(&reader.head().await), 200);
}

#[tokio::test]
async fn other_answers_before_the_answer_stay_behind() {
    let before = "HTTP/1.1 102 Processing\r\nLink: </b.css>; rel=preload\r\n\r\n\
                  HTTP/1.1 199 What\r\nLink: </b.css>; rel=preload\r\n\r\n";
    let hints: &'static str = [before, OWN].concat().leak();
    let (address, go) = hinting(hints).await;
    let gate = Gated::before(address).await;
    let mut reader = Wire::connect(gate.address).await;
    reader.send(GET).await;
    let first = reader.head().await;
    assert!(
        status(&first) == 103 && first.contains("</a.css>"),
        "{first}"
    );
    go.send(()).unwrap();
    assert_eq!(status(&reader.head().await), 200);
}

#[tokio::test]
async fn hints_of_an_upstream_that_speaks_http2_pass_too() {
    let (go, _) = broadcast::channel::<()>(1);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let told = go.clone();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let mut connection = h2::server::handshake(stream).await.unwrap();
        while let Some(Ok((_, mut reply))) = connection.accept().await {
            let mut told = told.subscribe();
            tokio::spawn(async move {
                for (status, link) in [
                    (102, "</b.css>; rel=preload"),
                    (103, "<https://third.example>; rel=preconnect"),
                    (
                        103,
                        "</own.css>; rel=preload, <//third.example>; rel=preload",
                    ),
                ] {
                    let early = Response::builder().status(status).header("link", link);
                    reply.send_informational(early.body(()).unwrap()).unwrap();
                }
                let _ = told.recv().await;
                let head = Response::builder().header("content-type", "text/html");
                let mut body = reply.send_response(head.body(()).unwrap(), false).unwrap();
                body.send_data(page().into(), true).unwrap();
            });
        }
    });
    let config = ProxyConfig::new(Upstream::parse(&format!("h2c://{address}")).unwrap());
    let gate = Gated::serving(
        Gate::new(site(), Public::default()),
        config,
        ServerConfig::default(),
    )
    .await;
    let mut reader = Wire::connect(gate.address).await;
    for _ in 0..2 {
        reader.send(GET).await;
        let hints = reader.head().await;
        assert_eq!(status(&hints), 103);
        assert_eq!(values(&hints, "link"), ["</own.css>; rel=preload"]);
        go.send(()).unwrap();
        let head = reader.head().await;
        assert_eq!(status(&head), 200);
        let length = header(&head, "content-length").unwrap().parse().unwrap();
        assert!(reader.bytes(length).await.ends_with(b"</html>"));
    }
}

/// A reader of HTTP/2.
async fn http2(gate: &Gated) -> SendRequest<Bytes> {
    let stream = TcpStream::connect(gate.address).await.unwrap();
    let (sender, connection) = h2::client::handshake(stream).await.unwrap();
    tokio::spawn(connection);
    sender.ready().await.unwrap()
}

fn ask(sender: &mut SendRequest<Bytes>) -> ResponseFuture {
    let request = Request::get("http://news.example/a").body(()).unwrap();
    sender.send_request(request, true).unwrap().0
}

/// The next hints on a stream.
async fn hints(answer: &mut ResponseFuture) -> HeaderMap {
    let hints = soon("hints", poll_fn(|cx| answer.poll_informational(cx))).await;
    let hints = hints.expect("hints before the answer").unwrap();
    assert_eq!(hints.status(), 103);
    hints.headers().clone()
}

fn links(hints: &HeaderMap) -> Vec<&str> {
    let links = hints.get_all("link").iter();
    links.map(|link| link.to_str().unwrap()).collect()
}

#[tokio::test]
async fn the_same_over_http2() {
    let (address, go) = hinting(HINTS).await;
    let gate = Gated::http2(site(), address).await;
    let mut sender = http2(&gate).await;
    let (mut first, mut second) = (ask(&mut sender), ask(&mut sender));
    for answer in [&mut first, &mut second] {
        let hints = hints(answer).await;
        assert_eq!(links(&hints), LEFT);
        assert_eq!(hints.len(), 3, "{hints:?}");
        assert!(hints.contains_key("content-security-policy"));
    }
    go.send(()).unwrap();
    for answer in [first, second] {
        let (head, mut body) = soon("answer", answer).await.unwrap().into_parts();
        assert_eq!(head.status, 200);
        let mut text = Vec::new();
        while let Some(piece) = soon("body", body.data()).await {
            let piece = piece.unwrap();
            let _ = body.flow_control().release_capacity(piece.len());
            text.extend_from_slice(&piece);
        }
        let text = String::from_utf8(text).unwrap();
        assert!(text.contains("<p>After.</p>") && text.contains("data-service=\"vimeo\""));
    }
}

#[tokio::test]
async fn third_parties_alone_are_none_over_http2_either() {
    let hints_of: &'static str = [THIRD, OWN].concat().leak();
    let (address, go) = hinting(hints_of).await;
    let gate = Gated::http2(site(), address).await;
    let mut sender = http2(&gate).await;
    let mut answer = ask(&mut sender);
    let hints = hints(&mut answer).await;
    assert_eq!(links(&hints), ["</a.css>; rel=preload; as=style"]);
    go.send(()).unwrap();
    assert_eq!(soon("answer", answer).await.unwrap().status(), 200);
}

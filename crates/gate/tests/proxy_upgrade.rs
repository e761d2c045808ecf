//! Switching protocols: a WebSocket echo by hand, and everything that must not become a tunnel.

#![allow(clippy::unwrap_used)]

mod proxy_support;

use std::time::Duration;

use jalousie_gate::server::Drained;
use proxy_support::{Gate, Wire, answering, header, soon, status, upstream};
use tokio::io::AsyncWriteExt;
use tokio::sync::mpsc;

const ASK: &str = "GET /chat HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Upgrade\r\n\
                   Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
                   Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
const AGREE: &str = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\n\
                     Upgrade: websocket\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

/// Agrees to a WebSocket and sends back what comes, byte for byte.
async fn echo() -> std::net::SocketAddr {
    upstream(|mut wire| async move {
        let head = wire.head().await;
        assert_eq!(header(&head, "connection"), Some("upgrade"));
        assert_eq!(header(&head, "upgrade"), Some("websocket"));
        assert_eq!(header(&head, "sec-websocket-version"), Some("13"));
        wire.send(AGREE).await;
        let (mut reading, mut writing) = wire.stream.split();
        let _ = tokio::io::copy(&mut reading, &mut writing).await;
        let _ = writing.shutdown().await;
    })
    .await
}

async fn open(gate: &Gate) -> Wire {
    let mut reader = gate.reader().await;
    reader.send(ASK).await;
    let head = reader.head().await;
    assert_eq!(status(&head), 101, "{head}");
    assert_eq!(header(&head, "upgrade"), Some("websocket"));
    assert_eq!(header(&head, "connection"), Some("upgrade"));
    assert_eq!(
        header(&head, "sec-websocket-accept"),
        Some("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
    );
    reader
}

#[tokio::test]
async fn a_websocket_carries_frames_both_ways_and_closes_both_ways() {
    let gate = Gate::before(echo().await).await;
    let mut reader = open(&gate).await;
    // A masked text frame, "Hello", as in RFC 6455, section 5.7.
    let frame = [
        0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58,
    ];
    for _ in 0..3 {
        reader.send(frame).await;
        assert_eq!(reader.bytes(frame.len()).await, frame);
    }
    let large = vec![0xa5; 1 << 20];
    let (mut reading, mut writing) = reader.stream.split();
    let mut back = vec![0; large.len()];
    let (sent, received) = soon("echo", async {
        tokio::join!(
            writing.write_all(&large),
            tokio::io::AsyncReadExt::read_exact(&mut reading, &mut back)
        )
    })
    .await;
    sent.unwrap();
    received.unwrap();
    assert_eq!(back, large);
    writing.shutdown().await.unwrap();
    let (rest, end) = reader.rest().await;
    assert!(rest.is_empty() && end.is_ok());
}

#[tokio::test]
async fn bytes_sent_before_the_agreement_arrive_after_it() {
    let gate = Gate::before(echo().await).await;
    let mut reader = gate.reader().await;
    reader.send(format!("{ASK}early")).await;
    assert_eq!(status(&reader.head().await), 101);
    assert_eq!(reader.bytes(5).await, b"early");
}

#[tokio::test]
async fn an_upstream_that_declines_stays_http() {
    let gate =
        Gate::before(answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok").await).await;
    let mut reader = gate.reader().await;
    for _ in 0..2 {
        reader.send(ASK).await;
        assert_eq!(status(&reader.head().await), 200);
        assert_eq!(reader.bytes(2).await, b"ok");
    }
}

#[tokio::test]
async fn only_what_was_asked_for_is_agreed_to() {
    for agreement in [
        AGREE.replace("Upgrade: websocket", "Upgrade: h2c"),
        AGREE.replace("Upgrade: websocket\r\n", ""),
        AGREE.replace("Upgrade: websocket", "Upgrade: websocket\r\nUpgrade: h2c"),
    ] {
        let address = upstream(move |mut wire| {
            let agreement = agreement.clone();
            async move {
                wire.head().await;
                wire.send(agreement).await;
                let _ = wire.rest().await;
            }
        })
        .await;
        let gate = Gate::before(address).await;
        let mut reader = gate.reader().await;
        reader.send(ASK).await;
        assert_eq!(status(&reader.head().await), 502);
    }
}

#[tokio::test]
async fn requests_that_must_not_become_tunnels_are_sent_without_the_wish() {
    let (report, mut heads) = mpsc::unbounded_channel();
    let address = upstream(move |mut wire| {
        let report = report.clone();
        async move {
            let _ = report.send(wire.head().await);
            // Agrees all the same: the proxy must not follow.
            wire.send(AGREE).await;
            let _ = wire.rest().await;
        }
    })
    .await;
    let gate = Gate::before(address).await;
    for request in [
        // Without the connection option there is no wish.
        ASK.replace("Connection: keep-alive, Upgrade\r\n", ""),
        // HTTP itself must not go on past the gate.
        ASK.replace(
            "Upgrade: websocket",
            "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
        ),
        ASK.replace("Upgrade: websocket", "Upgrade: HTTP/2.0, TLS/1.0"),
        // A body before the switch can hide a request.
        ASK.replace("\r\n\r\n", "\r\nContent-Length: 3\r\n\r\nabc"),
        ASK.replace("GET ", "POST "),
        ASK.replace("HTTP/1.1", "HTTP/1.0"),
    ] {
        let mut reader = gate.reader().await;
        reader.send(&request).await;
        assert_eq!(status(&reader.head().await), 502, "{request}");
        let head = heads.recv().await.unwrap();
        for gone in ["upgrade", "connection", "http2-settings"] {
            assert_eq!(header(&head, gone), None, "{head}");
        }
    }
}

#[tokio::test]
async fn unknown_protocols_pass_where_the_upstream_agrees() {
    let address = upstream(|mut wire| async move {
        let head = wire.head().await;
        assert_eq!(header(&head, "upgrade"), Some("chess/1"));
        wire.send(AGREE.replace("websocket", "chess/1")).await;
        assert_eq!(wire.bytes(2).await, b"e4");
        wire.send("e5").await;
    })
    .await;
    let gate = Gate::before(address).await;
    let mut reader = gate.reader().await;
    reader.send(ASK.replace("websocket", "h2c, chess/1")).await;
    assert_eq!(status(&reader.head().await), 101);
    reader.send("e4").await;
    assert_eq!(reader.bytes(2).await, b"e5");
}

#[tokio::test]
async fn a_tunnel_in_which_nothing_moves_is_closed() {
    let idle = Duration::from_millis(150);
    let gate = Gate::with(echo().await, |proxy, _| proxy.timeouts.tunnel = idle).await;
    let mut reader = open(&gate).await;
    // What moves keeps it open, in sum for longer than the limit.
    for _ in 0..6 {
        tokio::time::sleep(idle / 3).await;
        reader.send("x").await;
        assert_eq!(reader.bytes(1).await, b"x");
    }
    let _ = reader.rest().await;
}

#[tokio::test]
async fn a_stop_waits_for_tunnels_and_cuts_them_at_the_deadline() {
    let mut gate = Gate::before(echo().await).await;
    let mut reader = open(&gate).await;
    gate.order_stop();
    // Still alive after the order.
    reader.send("x").await;
    assert_eq!(reader.bytes(1).await, b"x");
    drop(reader);
    assert_eq!(gate.drained().await, Drained { open: 1, cut: 0 });

    let deadline = Duration::from_millis(100);
    let mut gate = Gate::with(echo().await, |_, server| server.drain = deadline).await;
    let mut reader = open(&gate).await;
    gate.order_stop();
    assert_eq!(gate.drained().await, Drained { open: 1, cut: 1 });
    let _ = reader.rest().await;
}

//! Connections to an upstream that are kept from one request to the next.

#![allow(clippy::unwrap_used)]

mod proxy_support;

use std::time::Duration;

use proxy_support::{Gate, body, soon, status, upstream};
use tokio::sync::mpsc;

#[tokio::test]
async fn requests_follow_each_other_on_one_connection_however_answers_end() {
    let gate = Gate::before(
        upstream(|mut wire| async move {
            loop {
                let head = wire.head().await;
                let number = wire.number;
                let answer = match head.split(' ').nth(1) {
                    Some("/length") => format!("Content-Length: 1\r\n\r\n{number}"),
                    Some("/chunks") => {
                        format!("Transfer-Encoding: chunked\r\n\r\n1\r\n{number}\r\n0\r\n\r\n")
                    }
                    Some("/nothing") => "Content-Length: 0\r\n\r\n".to_owned(),
                    Some("/head") => "Content-Length: 1000\r\n\r\n".to_owned(),
                    _ => return,
                };
                wire.send(format!("HTTP/1.1 200 OK\r\n{answer}")).await;
            }
        })
        .await,
    )
    .await;
    for (method, target) in [
        ("GET", "/length"),
        ("GET", "/nothing"),
        ("HEAD", "/head"),
        ("GET", "/chunks"),
        ("POST", "/length"),
        ("GET", "/length"),
    ] {
        let request = format!("{method} {target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        let answer = gate.ask(request).await;
        assert_eq!(status(&answer), 200, "{target}");
        let first = body(&answer).contains('0') || body(&answer).is_empty();
        assert!(first, "{target} came over another connection: {answer}");
    }
}

#[tokio::test]
async fn a_connection_that_nobody_needs_is_let_go() {
    let (sender, mut closed) = mpsc::unbounded_channel();
    let address = upstream(move |mut wire| {
        let sender = sender.clone();
        async move {
            wire.head().await;
            wire.send("HTTP/1.1 204 No Content\r\n\r\n").await;
            sender.send(wire.head().await).unwrap();
        }
    })
    .await;
    let gate = Gate::with(address, |proxy, _| {
        proxy.timeouts.keep_alive = Duration::from_millis(150);
    })
    .await;
    assert_eq!(gate.status().await, 204);
    assert_eq!(soon("close", closed.recv()).await.as_deref(), Some(""));
}

#[tokio::test]
async fn an_upload_goes_on_after_its_answer() {
    const SIZE: usize = 1_000_000;
    let (sender, mut uploaded) = mpsc::unbounded_channel();
    let address = upstream(move |mut wire| {
        let sender = sender.clone();
        async move {
            wire.head().await;
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nearly")
                .await;
            sender.send(wire.bytes(SIZE).await.len()).unwrap();
        }
    })
    .await;
    let gate = Gate::before(address).await;
    let mut reader = gate.reader().await;
    reader
        .send(format!(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {SIZE}\r\n\r\n"
        ))
        .await;
    assert_eq!(status(&reader.head().await), 200);
    assert_eq!(reader.bytes(5).await, b"early");
    reader.send(vec![b'x'; SIZE]).await;
    assert_eq!(soon("upload", uploaded.recv()).await, Some(SIZE));
}

#[tokio::test]
async fn an_upstream_whose_answers_do_not_end_gets_the_connections_that_it_needs() {
    const STREAMS: usize = 100;
    let address = upstream(|mut wire| async move {
        while wire.head().await.starts_with("GET /answer") {
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na")
                .await;
        }
        wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\ns\r\n")
            .await;
        wire.head().await;
    })
    .await;
    let gate = Gate::before(address).await;
    let mut readers = Vec::new();
    for _ in 0..STREAMS {
        let mut reader = gate.reader().await;
        reader.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n").await;
        readers.push(reader);
    }
    for reader in &mut readers {
        assert_eq!(status(&reader.head().await), 200);
    }
    let answer = "GET /answer HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    for _ in 0..3 {
        assert_eq!(status(&gate.ask(answer).await), 200);
    }
}

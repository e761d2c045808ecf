//! Large and endless bodies pass in constant memory, and the first bytes at once.

#![allow(clippy::unwrap_used)]

mod proxy_support;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use proxy_support::{Gate, Wire, header, peak, soon, status, upstream};
use tokio::io::AsyncWriteExt;
use tokio::sync::Notify;

/// Large beside every buffer on the way, small enough for a debug build.
const SIZE: usize = 64 << 20;

/// More than two sockets' buffers and the proxy's own, far less than a body.
const BUFFERED: u64 = 24 << 20;

/// A byte that tells its place.
fn pattern(place: usize) -> u8 {
    (place as u32).wrapping_mul(2_654_435_761).to_be_bytes()[0]
}

/// A piece of the body, from `place` on.
fn piece(place: usize) -> Vec<u8> {
    (place..(place + 64 * 1024).min(SIZE))
        .map(pattern)
        .collect()
}

async fn write_all_of_it(writer: &mut (impl AsyncWriteExt + Unpin)) {
    let mut place = 0;
    while place < SIZE {
        let piece = piece(place);
        writer.write_all(&piece).await.unwrap();
        place += piece.len();
    }
}

async fn read_all_of_it(wire: &mut Wire) {
    let mut place = 0;
    while place < SIZE {
        let piece = wire.some().await;
        assert!(!piece.is_empty(), "ended at {place}");
        for (offset, byte) in piece.iter().enumerate() {
            assert_eq!(*byte, pattern(place + offset));
        }
        place += piece.len();
    }
}

#[tokio::test]
async fn large_bodies_pass_both_ways_in_constant_memory() {
    let address = upstream(|mut wire| async move {
        let head = wire.head().await;
        if let Some(length) = header(&head, "content-length") {
            assert_eq!(length, SIZE.to_string());
            read_all_of_it(&mut wire).await;
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                .await;
        } else {
            wire.send(format!("HTTP/1.1 200 OK\r\nContent-Length: {SIZE}\r\n\r\n"))
                .await;
            write_all_of_it(&mut wire.stream).await;
        }
    })
    .await;
    let gate = Gate::before(address).await;
    let before = peak();

    let mut reader = gate.reader().await;
    reader.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
    assert_eq!(status(&reader.head().await), 200);
    soon("download", read_all_of_it(&mut reader)).await;

    let mut reader = gate.reader().await;
    let head = format!("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {SIZE}\r\n\r\n");
    reader.send(head).await;
    soon("upload", write_all_of_it(&mut reader.stream)).await;
    assert_eq!(status(&reader.head().await), 200);

    let grown = peak() - before;
    assert!(
        grown < (SIZE / 4) as u64,
        "grew by {grown} bytes for bodies of {SIZE}"
    );
}

#[tokio::test]
async fn the_first_bytes_do_not_wait_for_the_others() {
    let go = Arc::new(Notify::new());
    let gate_keeper = go.clone();
    let address = upstream(move |mut wire| {
        let go = gate_keeper.clone();
        async move {
            wire.head().await;
            wire.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")
                .await;
            for event in ["data: 1\n\n", "data: 2\n\n", "data: 3\n\n"] {
                wire.send(event).await;
                go.notified().await;
            }
        }
    })
    .await;
    let gate = Gate::before(address).await;
    let mut reader = gate.reader().await;
    reader.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
    assert_eq!(status(&reader.head().await), 200);
    // Each event has arrived before the upstream is told to go on.
    for event in [
        "9\r\ndata: 1\n\n\r\n",
        "9\r\ndata: 2\n\n\r\n",
        "9\r\ndata: 3\n\n\r\n",
    ] {
        assert_eq!(reader.bytes(event.len()).await, event.as_bytes());
        go.notify_one();
    }
    assert_eq!(reader.bytes(5).await, b"0\r\n\r\n");
}

#[tokio::test]
async fn an_upload_is_passed_on_while_it_comes_in() {
    let seen = Arc::new(Notify::new());
    let notify = seen.clone();
    let address = upstream(move |mut wire| {
        let notify = notify.clone();
        async move {
            wire.head().await;
            for part in ["5\r\nfirst\r\n", "4\r\nlast\r\n0\r\n\r\n"] {
                assert_eq!(wire.bytes(part.len()).await, part.as_bytes());
                notify.notify_one();
            }
            wire.send("HTTP/1.1 204 No Content\r\n\r\n").await;
        }
    })
    .await;
    let gate = Gate::before(address).await;
    let mut reader = gate.reader().await;
    reader
        .send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n")
        .await;
    soon("first part", seen.notified()).await;
    reader.send("4\r\nlast\r\n0\r\n\r\n").await;
    assert_eq!(status(&reader.head().await), 204);
}

/// Writes until nothing moves for a while, and returns how much went out.
async fn write_until_stuck(writer: &mut (impl AsyncWriteExt + Unpin)) -> u64 {
    let written = AtomicU64::new(0);
    let quiet = Duration::from_millis(300);
    while let Ok(Ok(count)) = tokio::time::timeout(quiet, writer.write(&[b'x'; 65536])).await {
        written.fetch_add(count as u64, Ordering::Relaxed);
        assert!(
            written.load(Ordering::Relaxed) < BUFFERED * 4,
            "nothing holds the sender back"
        );
    }
    written.into_inner()
}

#[tokio::test]
async fn a_slow_end_holds_the_other_one_back() {
    let (report, mut amount) = tokio::sync::mpsc::unbounded_channel();
    let address = upstream(move |mut wire| {
        let report = report.clone();
        async move {
            if wire.head().await.starts_with("GET") {
                wire.send("HTTP/1.1 200 OK\r\n\r\n").await;
                let _ = report.send(write_until_stuck(&mut wire.stream).await);
            } else {
                // Takes nothing of the upload.
                std::future::pending::<()>().await;
            }
        }
    })
    .await;
    let gate = Gate::before(address).await;
    let mut deaf = gate.reader().await;
    deaf.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
    let sent = soon("download", amount.recv()).await.unwrap();
    assert!(sent < BUFFERED, "{sent} bytes went nowhere");

    let mut eager = gate.reader().await;
    eager
        .send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\n")
        .await;
    let sent = soon("upload", write_until_stuck(&mut eager.stream)).await;
    assert!(sent < BUFFERED, "{sent} bytes went nowhere");
}

//! A large page takes no more memory than a small one. Alone in its program: memory is the program's.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::wire::{Wire, peak, status, upstream};
use gate_support::{Gated, encoded};
use jalousie_gate::coding::Coding;

/// Bytes of the page; as many in a debug build would take a minute.
const SIZE: usize = if cfg!(debug_assertions) {
    32 << 20
} else {
    100 << 20
};

/// Bytes that memory may grow by: buffers of sockets, codings and the rewriter.
const ROOM: u64 = 8 << 20;

/// A piece of the page.
fn piece() -> Vec<u8> {
    let words = "words and words ".repeat(400);
    format!("<p>{words}</p><img src=\"/a.png\"><!-- c --><script>var a = 1 < 2;</script>\n")
        .repeat(40)
        .into_bytes()
}

/// Asks for a page that is `bytes` over and over, and counts what comes.
async fn read(line: &'static str, bytes: Vec<u8>, times: usize) -> usize {
    let large = upstream(move |mut wire| {
        let bytes = bytes.clone();
        async move {
            wire.head().await;
            wire.send(format!(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{line}\r\n"
            ))
            .await;
            for _ in 0..times {
                wire.send(&bytes).await;
            }
        }
    })
    .await;
    let gate = Gated::before(large).await;
    let mut reader = Wire::connect(gate.address).await;
    reader
        .send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        .await;
    assert_eq!(status(&reader.head().await), 200);
    let mut count = 0;
    loop {
        match reader.some().await.len() {
            0 => return count,
            more => count += more,
        }
    }
}

#[tokio::test]
async fn a_large_page_passes_in_constant_memory() {
    let piece = piece();
    // A gzip body may consist of many members.
    let member = encoded(Coding::Gzip, &piece);
    for (line, bytes) in [("", piece.clone()), ("Content-Encoding: gzip\r\n", member)] {
        read(line, bytes.clone(), 8).await;
        let before = peak();
        let times = SIZE / piece.len();
        let count = read(line, bytes, times).await;
        assert!(count >= times * piece.len(), "{count}");
        let grown = peak() - before;
        assert!(grown < ROOM, "memory grew by {} KiB {line}", grown >> 10);
    }
}

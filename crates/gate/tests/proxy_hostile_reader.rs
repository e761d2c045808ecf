//! Readers that are broken, slow, or want to be read in two ways.

#![allow(clippy::unwrap_used)]

mod proxy_support;

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use proxy_support::{Gate, answering, get, header, status, upstream};
use tokio::sync::mpsc;

const SHORT: Duration = Duration::from_millis(150);
const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

/// A gate before an upstream that counts connections: what is refused must open none.
async fn counted() -> (Gate, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let seen = count.clone();
    let address = upstream(move |mut wire| {
        seen.fetch_add(1, Ordering::SeqCst);
        async move {
            while !wire.head().await.is_empty() {
                wire.send(OK).await;
            }
        }
    })
    .await;
    (Gate::before(address).await, count)
}

#[tokio::test]
async fn what_can_be_read_in_two_ways_is_refused() {
    let long_target = format!("GET /{} HTTP/1.1\r\nHost: a\r\n\r\n", "x".repeat(20_000));
    let long_value = format!(
        "GET / HTTP/1.1\r\nHost: a\r\nX: {}\r\n\r\n",
        "x".repeat(70_000)
    );
    let many_fields = format!(
        "GET / HTTP/1.1\r\nHost: a\r\n{}\r\n",
        "x: y\r\n".repeat(100)
    );
    let (gate, connections) = counted().await;
    for (request, expected) in [
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.0\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost:\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\n folded: x\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX Y: z\r\n\r\n", 400),
        ("GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET http://u@a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET ! HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET !/x HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET a HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET x/../y HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET / HTTP/9.9\r\nHost: a\r\n\r\n", 400),
        ("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 405),
        ("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 405),
        ("GET / HTTP/1.1\r\nHost: a\r\nExpect: 200-ok\r\n\r\n", 417),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            400,
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\na",
            400,
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\na",
            400,
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x1\r\n\r\na",
            400,
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1 1\r\n\r\na",
            400,
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\na",
            400,
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            400,
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
            400,
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
            501,
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            501,
        ),
        (
            "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400,
        ),
        (&long_target, 414),
        (&long_value, 431),
        (&many_fields, 431),
    ] {
        let request = request.replacen("\r\n\r\n", "\r\nConnection: close\r\n\r\n", 1);
        let got = gate.ask(&request).await;
        assert_eq!(
            status(&got),
            expected,
            "{:?}",
            &request[..request.len().min(120)]
        );
    }
    assert_eq!(connections.load(Ordering::SeqCst), 0);
    let allow = gate
        .ask("CONNECT a:443 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        .await;
    assert_eq!(
        header(&allow, "allow"),
        Some("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
    );
}

#[tokio::test]
async fn a_length_beside_chunks_never_reaches_the_upstream() {
    let (report, mut seen) = mpsc::unbounded_channel();
    let address = upstream(move |mut wire| {
        let report = report.clone();
        async move {
            let head = wire.head().await;
            let body = wire.chunked().await;
            let _ = report.send((head, body));
            wire.send(OK).await;
            // A smuggled request would arrive here.
            let _ = report.send((wire.head().await, Vec::new()));
        }
    })
    .await;
    let gate = Gate::before(address).await;
    let smuggled = "GET /admin HTTP/1.1\r\nHost: a\r\n\r\n";
    for fields in [
        "Content-Length: 35\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 35",
    ] {
        let request = format!("POST / HTTP/1.1\r\nHost: a\r\n{fields}\r\n\r\n0\r\n\r\n{smuggled}");
        let mut reader = gate.reader().await;
        reader.send(request).await;
        // One answer, then the connection is closed: what follows has no certain meaning.
        let (got, _) = reader.rest().await;
        assert_eq!(
            String::from_utf8(got).unwrap().matches("HTTP/1.1").count(),
            1
        );
        let (head, body) = seen.recv().await.unwrap();
        assert_eq!(header(&head, "content-length"), None);
        assert_eq!(header(&head, "transfer-encoding"), Some("chunked"));
        assert_eq!(body, b"");
    }
    drop(gate);
    // Only the second connection may still have something to say, and it is "nothing".
    while let Ok((head, _)) = seen.try_recv() {
        assert!(!head.contains("admin"), "{head}");
    }
}

#[tokio::test]
async fn broken_chunks_are_a_bad_request() {
    let address = upstream(|mut wire| async move {
        wire.head().await;
        let _ = wire.rest().await;
    })
    .await;
    let gate = Gate::before(address).await;
    for body in [
        "xyz\r\n",
        "5\r\nhelloX",
        "-1\r\n",
        "fffffffffffffffff\r\n",
        "5;\n\r\nhello",
    ] {
        let got = gate
            .ask(format!(
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n{body}\r\n\r\n"
            ))
            .await;
        assert_eq!(status(&got), 400, "{body:?}");
    }
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused_and_the_refusal_arrives() {
    let address = upstream(|mut wire| async move {
        wire.head().await;
        let _ = wire.rest().await;
    })
    .await;
    let gate = Gate::with(address, |proxy, _| {
        proxy.limits.request_body = Some(100_000)
    })
    .await;
    // Announced: refused at once, and readable although the body is still being sent.
    let mut reader = gate.reader().await;
    reader
        .send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000\r\n\r\n")
        .await;
    reader.send(vec![b'x'; 300_000]).await;
    assert_eq!(status(&reader.head().await), 413);
    // Not announced: refused when it has become too much.
    let mut reader = gate.reader().await;
    reader
        .send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        .await;
    for _ in 0..11 {
        reader.send("2710\r\n").await;
        reader.send(vec![b'x'; 10_000]).await;
        reader.send("\r\n").await;
    }
    assert_eq!(status(&reader.head().await), 413);
}

#[tokio::test]
async fn a_body_that_stalls_or_breaks_off_is_the_readers_fault() {
    let address = upstream(|mut wire| async move {
        wire.head().await;
        let _ = wire.rest().await;
    })
    .await;
    let gate = Gate::with(address, |proxy, _| {
        proxy.timeouts.idle = SHORT;
        // Shorter: while the reader owes something, the upstream's clock stands still.
        proxy.timeouts.head = SHORT / 3;
    })
    .await;
    let mut reader = gate.reader().await;
    reader
        .send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")
        .await;
    assert_eq!(status(&reader.head().await), 408);

    let mut reader = gate.reader().await;
    reader
        .send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")
        .await;
    tokio::io::AsyncWriteExt::shutdown(&mut reader.stream)
        .await
        .unwrap();
    assert_eq!(status(&reader.head().await), 400);
}

#[tokio::test]
async fn a_slow_upload_does_not_use_up_the_upstreams_time() {
    let address = upstream(|mut wire| async move {
        wire.head().await;
        wire.bytes(8).await;
        wire.send(OK).await;
    })
    .await;
    let gate = Gate::with(address, |proxy, _| proxy.timeouts.head = SHORT).await;
    let mut reader = gate.reader().await;
    reader
        .send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8\r\n\r\n")
        .await;
    for _ in 0..8 {
        tokio::time::sleep(SHORT / 3).await;
        reader.send("x").await;
    }
    assert_eq!(status(&reader.head().await), 200);
}

#[tokio::test]
async fn slow_heads_and_silent_connections_are_closed() {
    let gate = Gate::with(answering(OK).await, |_, server| server.head = SHORT).await;
    let mut silent = gate.reader().await;
    let (got, end) = silent.rest().await;
    assert!(got.is_empty() && end.is_ok());

    let mut slow = gate.reader().await;
    slow.send("GET / HTTP/1.1\r\nHo").await;
    assert!(slow.rest().await.0.is_empty());

    // Dripping does not help: the limit is on the whole head.
    let mut drip = gate.reader().await;
    drip.send("GET / HTTP/1.1\r\nX: ").await;
    let (mut reading, mut writing) = drip.stream.split();
    let dripping = async {
        while tokio::io::AsyncWriteExt::write_all(&mut writing, b"x")
            .await
            .is_ok()
        {
            tokio::time::sleep(SHORT / 10).await;
        }
    };
    let mut one = [0];
    tokio::select! {
        () = dripping => {}
        end = tokio::io::AsyncReadExt::read(&mut reading, &mut one) => {
            assert!(end.is_err() || end.is_ok_and(|n| n == 0));
        }
    }
}

#[tokio::test]
async fn a_reader_that_takes_nothing_is_dropped() {
    let address = upstream(|mut wire| async move {
        wire.head().await;
        wire.send("HTTP/1.1 200 OK\r\n\r\n").await;
        while tokio::io::AsyncWriteExt::write_all(&mut wire.stream, &[b'x'; 65536])
            .await
            .is_ok()
        {}
    })
    .await;
    let mut gate = Gate::with(address, |_, server| {
        server.write_stall = SHORT;
        server.max_connections = 1;
    })
    .await;
    let mut deaf = gate.reader().await;
    deaf.send(get("/")).await;
    // The one place is taken until the deaf reader is given up.
    let mut next = gate.reader().await;
    next.send(get("/")).await;
    assert_eq!(status(&next.head().await), 200);
    drop((deaf, next));
    gate.order_stop();
}

#[tokio::test]
async fn an_answer_is_not_lost_to_a_half_closed_connection() {
    let gate = Gate::before(answering(OK).await).await;
    let mut reader = gate.reader().await;
    reader.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
    tokio::io::AsyncWriteExt::shutdown(&mut reader.stream)
        .await
        .unwrap();
    let (got, end) = reader.rest().await;
    assert!(got.ends_with(b"ok"));
    assert!(end.map_err(|error: io::Error| error.kind()).is_ok());
}

//! Upstreams that are broken, slow, or lie: each has a documented answer, and no broken body ever
//! looks like a whole one.

#![allow(clippy::unwrap_used)]

mod proxy_support;

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use jalousie_gate::server::Rate;
use proxy_support::{Gate, closing_after, find, get, header, soon, status, upstream};
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;
use tokio::sync::{Notify, mpsc};

const SHORT: Duration = Duration::from_millis(150);

#[tokio::test]
async fn what_is_not_http_is_a_bad_gateway() {
    let huge = format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "x".repeat(70_000));
    let many = format!("HTTP/1.1 200 OK\r\n{}\r\n", "a: b\r\n".repeat(101));
    for answer in [
        "",
        "\0\x01\x02\x03",
        "SSH-2.0-OpenSSH_10\r\n",
        "<html>no head</html>",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5x\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n\r\nhello",
        "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 99999 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nbad name: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\n folded: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n",
        &huge,
        &many,
    ] {
        let gate = Gate::before(closing_after(answer).await).await;
        let shown = &answer[..answer.len().min(60)];
        let got = gate.ask(get("/")).await;
        assert_eq!(status(&got), 502, "{shown:?}");
        assert_eq!(header(&got, "cache-control"), Some("no-store"));
        assert_eq!(header(&got, "content-length"), Some("0"));
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_aborts_the_readers_connection() {
    for answer in [
        "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf a page",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\nhalf a page\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\nhalf a page\r\n0\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\nhalf a page\r\nxyz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nhalf a page\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nbhalf a page",
    ] {
        let gate = Gate::before(closing_after(answer).await).await;
        // To an HTTP/1.0 reader the end of the connection is the end of the page: only a reset
        // tells it otherwise.
        for version in ["1.1", "1.0"] {
            let mut reader = gate.reader().await;
            reader
                .send(format!("GET / HTTP/{version}\r\nHost: a\r\n\r\n"))
                .await;
            let (got, end) = reader.rest().await;
            let error = end.expect_err(answer);
            assert_eq!(error.kind(), io::ErrorKind::ConnectionReset, "{answer}");
            assert!(!got.ends_with(b"0\r\n\r\n"), "{answer}");
        }
    }
}

#[tokio::test]
async fn bytes_past_the_announced_length_are_not_the_next_answer() {
    let gate = Gate::before(
        upstream(|mut wire| async move {
            wire.head().await;
            let evil = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nEVIL";
            wire.send(format!(
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood{evil}"
            ))
            .await;
            // The connection stays open: only the proxy can know that it is spoilt.
            wire.head().await;
        })
        .await,
    )
    .await;
    for _ in 0..5 {
        let got = gate.ask(get("/")).await;
        assert!(got.ends_with("\r\n\r\ngood"), "{got}");
    }
}

#[tokio::test]
async fn an_upstream_that_says_nothing_is_a_timeout_and_is_hung_up_on() {
    let (report, mut closed) = mpsc::unbounded_channel();
    let address = upstream(move |mut wire| {
        let report = report.clone();
        async move {
            wire.head().await;
            let _ = report.send(wire.rest().await.0);
        }
    })
    .await;
    let gate = Gate::with(address, |proxy, _| proxy.timeouts.head = SHORT).await;
    assert_eq!(gate.status().await, 504);
    assert_eq!(soon("hang-up", closed.recv()).await.unwrap(), b"");
}

#[tokio::test]
async fn an_answer_dripped_byte_by_byte_is_a_timeout() {
    let address = upstream(|mut wire| async move {
        wire.head().await;
        let head = "HTTP/1.1 200 OK\r\nX-Slow: "
            .bytes()
            .chain(std::iter::repeat(b'x'));
        for byte in head.take(10_000) {
            if tokio::io::AsyncWriteExt::write_all(&mut wire.stream, &[byte])
                .await
                .is_err()
            {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    })
    .await;
    let gate = Gate::with(address, |proxy, _| proxy.timeouts.head = SHORT).await;
    assert_eq!(gate.status().await, 504);
}

#[tokio::test]
async fn endless_1xx_answers_are_cut_off() {
    let address = upstream(|mut wire| async move {
        wire.head().await;
        let hint = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n";
        while tokio::io::AsyncWriteExt::write_all(&mut wire.stream, hint)
            .await
            .is_ok()
        {}
    })
    .await;
    let gate = Gate::before(address).await;
    assert_eq!(gate.status().await, 502);
}

#[tokio::test]
async fn too_many_1xx_answers_are_too_many_also_together_with_the_answer() {
    for (count, expected) in [(16, 200), (17, 502)] {
        let hints = "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(count);
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        let address = closing_after([hints, answer.to_owned()].concat()).await;
        let gate = Gate::before(address).await;
        assert_eq!(gate.status().await, expected, "{count}");
    }
}

#[tokio::test]
async fn a_body_that_stalls_is_cut_off() {
    let address = upstream(|mut wire| async move {
        wire.head().await;
        wire.send("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf a page")
            .await;
        let _ = wire.rest().await;
    })
    .await;
    let gate = Gate::with(address, |proxy, _| proxy.timeouts.idle = SHORT).await;
    let mut reader = gate.reader().await;
    reader.send(get("/")).await;
    let (got, end) = reader.rest().await;
    assert!(end.is_err());
    assert!(find(&got, b"half a page").is_some());
}

#[tokio::test]
async fn a_total_limit_ends_even_what_moves() {
    let address = upstream(|mut wire| async move {
        wire.head().await;
        wire.send("HTTP/1.1 200 OK\r\n\r\n").await;
        while tokio::io::AsyncWriteExt::write_all(&mut wire.stream, b"tick")
            .await
            .is_ok()
        {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    })
    .await;
    let gate = Gate::with(address, |proxy, _| proxy.timeouts.total = Some(SHORT)).await;
    let mut reader = gate.reader().await;
    reader.send(get("/")).await;
    assert!(reader.rest().await.1.is_err());
}

#[tokio::test]
async fn an_upstream_that_takes_no_connection_is_a_timeout() {
    // A listener whose queue is full: further connections hang, as behind a broken firewall.
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut held = Vec::new();
    while let Ok(Ok(stream)) =
        tokio::time::timeout(SHORT, tokio::net::TcpStream::connect(address)).await
    {
        held.push(stream);
    }
    let gate = Gate::with(address, |proxy, _| proxy.timeouts.connect = SHORT).await;
    assert_eq!(gate.status().await, 504);
}

#[tokio::test]
async fn nobody_at_the_upstreams_address_is_a_bad_gateway() {
    let unused = TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap();
    assert_eq!(Gate::before(unused).await.status().await, 502);
}

/// Answers the first request of each connection and closes as soon as the second one arrives.
async fn forgetful(requests: Arc<AtomicUsize>) -> std::net::SocketAddr {
    upstream(move |mut wire| {
        let requests = requests.clone();
        async move {
            wire.head().await;
            requests.fetch_add(1, Ordering::SeqCst);
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                .await;
            if !wire.head().await.is_empty() {
                requests.fetch_add(1, Ordering::SeqCst);
            }
        }
    })
    .await
}

#[tokio::test]
async fn a_kept_connection_that_was_closed_costs_the_reader_nothing() {
    let requests = Arc::new(AtomicUsize::new(0));
    let gate = Gate::before(forgetful(requests.clone()).await).await;
    assert_eq!(gate.status().await, 200);
    assert_eq!(gate.status().await, 200);
    // First, second on the kept connection, second again on a new one.
    assert_eq!(requests.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn what_may_have_happened_is_not_repeated() {
    for request in [
        "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
        "PUT / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx",
    ] {
        let requests = Arc::new(AtomicUsize::new(0));
        let gate = Gate::before(forgetful(requests.clone()).await).await;
        assert_eq!(gate.status().await, 200);
        assert_eq!(status(&gate.ask(request).await), 502);
        assert_eq!(requests.load(Ordering::SeqCst), 2);
    }
}

#[tokio::test]
async fn a_fresh_connection_that_fails_is_not_tried_again() {
    let count = Arc::new(AtomicUsize::new(0));
    let seen = count.clone();
    let address = upstream(move |mut wire| {
        seen.fetch_add(1, Ordering::SeqCst);
        async move {
            wire.head().await;
        }
    })
    .await;
    assert_eq!(Gate::before(address).await.status().await, 502);
    assert_eq!(count.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_reader_that_leaves_frees_the_upstream() {
    let (closed, gone) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (begun, notify) = (gone.clone(), closed.clone());
    let address = upstream(move |mut wire| {
        let (begun, notify) = (begun.clone(), notify.clone());
        async move {
            wire.head().await;
            wire.send("HTTP/1.1 200 OK\r\n\r\n").await;
            begun.notify_one();
            // An endless answer: its end is the reader's.
            while tokio::io::AsyncWriteExt::write_all(&mut wire.stream, &[b'x'; 1024])
                .await
                .is_ok()
            {}
            notify.notify_one();
        }
    })
    .await;
    let gate = Gate::before(address).await;
    let mut reader = gate.reader().await;
    reader.send(get("/")).await;
    soon("answer", gone.notified()).await;
    reader.stream.read_exact(&mut [0; 10]).await.unwrap();
    drop(reader);
    soon("hang-up", closed.notified()).await;
}

#[tokio::test]
async fn an_early_answer_to_a_large_upload_arrives() {
    let address = upstream(|mut wire| async move {
        wire.head().await;
        wire.bytes(1000).await;
        let refusal = "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno";
        wire.send(refusal).await;
        // Takes the rest, as a server does that lingers.
        while wire.stream.read(&mut [0; 65536]).await.is_ok_and(|n| n > 0) {}
    })
    .await;
    let gate = Gate::before(address).await;
    let mut reader = gate.reader().await;
    reader
        .send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n")
        .await;
    reader.send(vec![b'x'; 2000]).await;
    assert_eq!(status(&reader.head().await), 403);
    assert_eq!(reader.bytes(2).await, b"no");
}

#[tokio::test]
async fn a_body_may_have_to_keep_up_but_events_come_when_they_come() {
    let address = upstream(|mut wire| async move {
        let head = wire.head().await;
        let kind = match head.contains(" /events ") {
            true => "text/event-stream; charset=utf-8",
            false => "text/plain",
        };
        wire.send(format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n"))
            .await;
        while tokio::io::AsyncWriteExt::write_all(&mut wire.stream, b"x")
            .await
            .is_ok()
        {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })
    .await;
    let gate = Gate::with(address, |proxy, _| {
        proxy.limits.slowest_answer = Rate {
            bytes: 1 << 20,
            window: SHORT,
        };
    })
    .await;
    let mut reader = gate.reader().await;
    reader.send(get("/")).await;
    let (_, end) = reader.rest().await;
    end.expect_err("a slow body has been cut off");

    let mut reader = gate.reader().await;
    reader.send(get("/events")).await;
    reader.head().await;
    // In chunks of one byte: much longer than the time in which the other one was cut off.
    reader.bytes(6 * 100).await;
}

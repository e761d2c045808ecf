//! How slow readers may be, how much one of them may ask for, and who may speak for others.

#![allow(clippy::unwrap_used)]

mod proxy_support;

use std::net::SocketAddr;
use std::time::Duration;

use jalousie_gate::metrics::{Refusal, metrics};
use jalousie_gate::proxy::{Proxy, ProxyConfig, Upstream};
use jalousie_gate::server::{Rate, RequestRate, Server, ServerConfig};
use proxy_support::{Gate, Wire, answering, get, header, status, upstream};
use tokio::io::AsyncWriteExt as _;

const SHORT: Duration = Duration::from_millis(150);
const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const PLAIN: &str = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

fn refused(cause: Refusal) -> u64 {
    metrics().refused.of(cause).get()
}

/// A gate that trusts connections from this machine.
async fn trusting(address: SocketAddr, change: impl FnOnce(&mut ServerConfig)) -> Gate {
    let mut proxy = ProxyConfig::new(Upstream::parse(&format!("http://{address}")).unwrap());
    let mut config = ServerConfig::default();
    change(&mut config);
    proxy.trusted = ["127.0.0.0/8".parse().unwrap()].into_iter().collect();
    let server = Server::bind("127.0.0.1:0".parse().unwrap(), config).await;
    let server = server.unwrap().with_trusted(proxy.trusted.clone());
    Gate::serve(Proxy::new(proxy).unwrap(), server)
}

/// An upstream that says whom `X-Forwarded-For` names.
async fn naming() -> SocketAddr {
    upstream(|mut wire| async move {
        loop {
            let head = wire.head().await;
            let Some(name) = header(&head, "x-forwarded-for") else {
                return;
            };
            let length = name.len();
            wire.send(format!(
                "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{name}"
            ))
            .await;
        }
    })
    .await
}

/// An upstream that takes everything and answers nothing.
async fn listening() -> SocketAddr {
    upstream(|mut wire| async move {
        let _ = wire.rest().await;
    })
    .await
}

/// Sends a byte now and then until there is an answer.
async fn drip(wire: &mut Wire, piece: &str) -> String {
    let (mut reading, mut writing) = wire.stream.split();
    let dripping = async {
        while writing.write_all(piece.as_bytes()).await.is_ok() {
            tokio::time::sleep(SHORT / 10).await;
        }
        std::future::pending::<()>().await
    };
    let mut answer = vec![0; 1024];
    tokio::select! {
        () = dripping => unreachable!(),
        count = tokio::io::AsyncReadExt::read(&mut reading, &mut answer) => {
            String::from_utf8_lossy(&answer[..count.unwrap()]).into_owned()
        }
    }
}

#[tokio::test]
async fn a_body_that_drips_is_refused() {
    let before = refused(Refusal::BodyTimeout);
    let gate = Gate::with(listening().await, |_, server| {
        server.upload = Rate {
            bytes: 10_000,
            window: SHORT,
        };
    })
    .await;
    let mut reader = gate.reader().await;
    reader
        .send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n")
        .await;
    assert_eq!(status(&drip(&mut reader, "x").await), 408);
    let mut reader = gate.reader().await;
    reader
        .send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        .await;
    assert_eq!(status(&drip(&mut reader, "1\r\nx\r\n").await), 408);
    assert!(refused(Refusal::BodyTimeout) >= before + 2);
}

#[tokio::test]
async fn a_body_that_never_ends_is_refused_at_its_longest_time() {
    let gate = Gate::with(listening().await, |_, server| {
        server.upload_total = Some(SHORT)
    })
    .await;
    let mut reader = gate.reader().await;
    reader
        .send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n")
        .await;
    assert_eq!(status(&drip(&mut reader, "xxxxxxxx").await), 408);
}

#[tokio::test]
async fn a_body_that_keeps_up_may_take_long() {
    let address = upstream(|mut wire| async move {
        wire.head().await;
        wire.bytes(40).await;
        wire.send(OK).await;
    })
    .await;
    let gate = Gate::with(address, |_, server| {
        server.upload = Rate {
            bytes: 20,
            window: SHORT * 2,
        };
    })
    .await;
    let mut reader = gate.reader().await;
    reader
        .send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 40\r\n\r\n")
        .await;
    for _ in 0..4 {
        reader.send("xxxxxxxxxx").await;
        tokio::time::sleep(SHORT).await;
    }
    assert_eq!(status(&reader.head().await), 200);
}

#[tokio::test]
async fn a_reader_that_sips_is_dropped() {
    let before = refused(Refusal::ReaderStall);
    let address = upstream(|mut wire| async move {
        wire.head().await;
        wire.send("HTTP/1.1 200 OK\r\n\r\n").await;
        while wire.stream.write_all(&[b'x'; 65_536]).await.is_ok() {}
    })
    .await;
    let gate = Gate::with(address, |_, server| {
        server.max_connections = 1;
        server.download = Rate {
            bytes: u32::MAX,
            window: SHORT,
        };
    })
    .await;
    let mut sipping = gate.reader().await;
    sipping.send(get("/")).await;
    // It takes a little now and then, which keeps it from stalling, until it is reset.
    let mut piece = [0; 100];
    let sips = async {
        while tokio::io::AsyncReadExt::read(&mut sipping.stream, &mut piece)
            .await
            .is_ok_and(|count| count > 0)
        {
            tokio::time::sleep(SHORT / 10).await;
        }
    };
    let mut next = gate.reader().await;
    next.send(get("/")).await;
    // The one place is free when the first reader has been given up.
    tokio::select! {
        () = sips => {}
        head = next.head() => assert_eq!(status(&head), 200),
    }
    assert!(refused(Refusal::ReaderStall) > before);
}

#[tokio::test]
async fn a_client_has_a_limit_of_connections() {
    let before = refused(Refusal::ConnectionLimit);
    let gate = Gate::with(answering(OK).await, |_, server| {
        server.clients.connections = Some(2)
    })
    .await;
    let mut kept = Vec::new();
    for _ in 0..2 {
        let mut reader = gate.reader().await;
        reader.send(PLAIN).await;
        assert_eq!(status(&reader.head().await), 200);
        kept.push(reader);
    }
    let mut third = gate.reader().await;
    third.send(PLAIN).await;
    let answer = third.head().await;
    assert_eq!(status(&answer), 429);
    assert_eq!(header(&answer, "retry-after"), Some("5"));
    assert!(third.rest().await.0.is_empty());
    assert!(refused(Refusal::ConnectionLimit) > before);
    // Room is made by those who leave.
    kept.clear();
    proxy_support::soon("room", async { while gate.status().await != 200 {} }).await;
}

#[tokio::test]
async fn a_client_has_a_limit_of_requests() {
    let before = refused(Refusal::RequestRate);
    let rate = RequestRate {
        per_second: 1,
        burst: 3,
    };
    let gate = Gate::with(answering(OK).await, |_, server| {
        server.clients.requests = Some(rate)
    })
    .await;
    let mut reader = gate.reader().await;
    for _ in 0..3 {
        reader.send(PLAIN).await;
        assert_eq!(status(&reader.head().await), 200);
        reader.bytes(2).await;
    }
    reader.send(PLAIN).await;
    let answer = reader.head().await;
    assert_eq!(status(&answer), 429);
    assert_eq!(header(&answer, "retry-after"), Some("1"));
    assert_eq!(header(&answer, "content-length"), Some("0"));
    // Another connection is no way out.
    assert_eq!(gate.status().await, 429);
    assert!(refused(Refusal::RequestRate) >= before + 2);
}

#[tokio::test]
async fn behind_a_trusted_proxy_each_reader_has_its_own_limit() {
    let rate = RequestRate {
        per_second: 1,
        burst: 1,
    };
    let gate = trusting(naming().await, |server| {
        server.clients.requests = Some(rate);
        server.clients.connections = Some(1);
    })
    .await;
    let mut kept = gate.reader().await;
    kept.send(PLAIN).await;
    assert_eq!(status(&kept.head().await), 200);
    for (address, expected) in [
        ("192.0.2.1", 200),
        ("192.0.2.1", 429),
        ("192.0.2.2", 200),
        ("2001:db8::1", 200),
        ("2001:db8::2", 429),
    ] {
        let request = format!(
            "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: {address}\r\nConnection: close\r\n\r\n"
        );
        assert_eq!(status(&gate.ask(request).await), expected, "{address}");
    }
}

#[tokio::test]
async fn a_proxy_header_says_who_asks() {
    let gate = trusting(naming().await, |server| server.proxy_protocol = true).await;
    let binary = [
        &b"\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c"[..],
        &[192, 0, 2, 7, 10, 0, 0, 1, 1, 2, 0, 80],
    ]
    .concat();
    for (start, expected) in [
        (
            b"PROXY TCP4 192.0.2.9 10.0.0.1 4660 80\r\n".to_vec(),
            "192.0.2.9",
        ),
        (
            b"PROXY TCP6 2001:db8::9 ::1 4660 80\r\n".to_vec(),
            "2001:db8::9",
        ),
        (b"PROXY UNKNOWN\r\n".to_vec(), "127.0.0.1"),
        (binary, "192.0.2.7"),
    ] {
        let answer = gate.ask([&start[..], get("/").as_bytes()].concat()).await;
        assert_eq!(proxy_support::body(&answer), expected);
    }
}

#[tokio::test]
async fn without_its_proxy_header_a_connection_is_closed() {
    let before = refused(Refusal::ProxyProtocol);
    let gate = trusting(answering(OK).await, |server| {
        server.proxy_protocol = true;
        server.handshake = SHORT;
        server.max_connections = 1;
    })
    .await;
    for start in [
        "",
        "PROXY TCP4 192.0.2.9 10.0.0.1 4660 80\r\nPROXY TCP4 192.0.2.9 10.0.0.1 4660 80\r\n",
        "PROXY TCP4 a b c d\r\n",
    ] {
        let got = gate.ask(format!("{start}{}", get("/"))).await;
        assert_ne!(status(&got), 200, "{start:?}");
    }
    // Half a header has a deadline, and the one place is free again.
    let mut silent = gate.reader().await;
    silent.send("PROXY TCP4 192.0").await;
    assert!(silent.rest().await.0.is_empty());
    assert!(refused(Refusal::ProxyProtocol) >= before + 2);
    // From anybody else it is not even read.
    let gate = Gate::with(answering(OK).await, |_, server| {
        server.proxy_protocol = true
    })
    .await;
    let got = gate
        .ask(format!(
            "PROXY TCP4 192.0.2.9 10.0.0.1 4660 80\r\n{}",
            get("/")
        ))
        .await;
    assert_eq!(got, "");
}

#[tokio::test]
async fn the_body_is_asked_for_when_someone_reads_it() {
    let address = upstream(|mut wire| async move {
        assert_eq!(header(&wire.head().await, "expect"), None);
        wire.bytes(5).await;
        wire.send(OK).await;
    })
    .await;
    let gate = Gate::with(address, |proxy, _| proxy.limits.request_body = Some(100)).await;
    let expecting = |length| {
        format!(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\nExpect: 100-continue\r\n\r\n"
        )
    };
    let mut reader = gate.reader().await;
    reader.send(expecting(5)).await;
    assert_eq!(status(&reader.head().await), 100);
    reader.send("hello").await;
    assert_eq!(status(&reader.head().await), 200);
    // Refused: no invitation, and what comes nevertheless is no second request.
    let mut reader = gate.reader().await;
    reader.send(expecting(101)).await;
    assert_eq!(status(&reader.head().await), 413);
    let _ = reader.stream.write_all(PLAIN.as_bytes()).await;
    assert!(reader.rest().await.0.is_empty());
    // Nor is there one where nobody would read.
    let nobody = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let gate = Gate::before(nobody).await;
    let mut reader = gate.reader().await;
    reader.send(expecting(5)).await;
    assert_eq!(status(&reader.head().await), 502);
}

//! HTTP/2 towards readers: what they get, and what they cannot do to the server.

#![allow(clippy::unwrap_used)]

mod h2_support;
mod proxy_support;
mod refusal_support;

use std::time::Duration;

use h2_support::*;
use proxy_support::{Gate, Wire, header, soon, upstream};
use refusal_support::Ear;
use tokio::sync::mpsc;

const SHORT: Duration = Duration::from_millis(200);

/// A gate that speaks HTTP/2 without TLS, before an upstream.
async fn gate(address: std::net::SocketAddr) -> Gate {
    Gate::with(address, |_, server| server.http2.cleartext = true).await
}

/// The answer on a stream: status, body, and what came after the body.
async fn answer(connection: &mut H2, stream: u32) -> (u16, Vec<u8>, Option<Frame>) {
    let (mut status, mut body) = (0, Vec::new());
    loop {
        let frame = connection.next().await.unwrap();
        if frame.kind == GOAWAY {
            return (status, body, Some(frame));
        }
        if frame.stream != stream {
            continue;
        }
        let end = frame.flags & END_STREAM != 0;
        match frame.kind {
            HEADERS if status == 0 => status = frame.status(),
            HEADERS => return (status, body, Some(frame)),
            DATA => body.extend_from_slice(&frame.payload),
            RST_STREAM => return (status, body, Some(frame)),
            _ => {}
        }
        if end {
            return (status, body, None);
        }
    }
}

#[tokio::test]
async fn the_upstream_sees_one_plain_request() {
    let _alone = Ear::open().await;
    let (report, mut heads) = mpsc::unbounded_channel();
    let address = upstream(move |mut wire| {
        let report = report.clone();
        async move {
            let head = wire.head().await;
            let chunked = header(&head, "transfer-encoding").is_some();
            let body = if chunked {
                wire.chunked().await
            } else {
                Vec::new()
            };
            let _ = report.send((head, body));
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
                .await;
        }
    })
    .await;
    let gate = gate(address).await;
    let mut connection = H2::connect(gate.address).await;
    let fields = [
        ("cookie", "a=b"),
        ("x-test", "1"),
        ("cookie", "c=d"),
        ("te", "trailers"),
    ];
    connection.send(post(1, &fields)).await;
    connection.send(frame(DATA, 0, 1, "hel")).await;
    connection.send(frame(DATA, END_STREAM, 1, "lo")).await;
    assert_eq!(
        answer(&mut connection, 1).await,
        (200, b"ok".to_vec(), None)
    );
    let (head, body) = heads.recv().await.unwrap();
    assert!(head.starts_with("POST / HTTP/1.1\r\n"), "{head}");
    assert_eq!(body, b"hello");
    assert_eq!(header(&head, "host"), Some("a.example"));
    assert_eq!(header(&head, "cookie"), Some("a=b; c=d"));
    for name in ["\r\nhost:", "\r\ncookie:", "\r\ntransfer-encoding:"] {
        assert_eq!(head.to_ascii_lowercase().matches(name).count(), 1, "{head}");
    }
}

#[tokio::test]
async fn nothing_of_http1_can_be_smuggled_in() {
    let _alone = Ear::open().await;
    let address = upstream(|mut wire| async move {
        assert_eq!(wire.head().await, "", "no request may arrive");
    })
    .await;
    let gate = gate(address).await;
    for (fields, status) in [
        (
            vec![(":method", "CONNECT"), (":authority", "a.example:443")],
            405,
        ),
        (
            vec![
                (":method", "TRACE"),
                (":scheme", "http"),
                (":path", "/"),
                (":authority", "a"),
            ],
            405,
        ),
        (
            vec![
                (":method", "GET"),
                (":scheme", "http"),
                (":path", "/"),
                (":authority", "u@a"),
            ],
            400,
        ),
        (
            vec![
                (":method", "GET"),
                (":scheme", "http"),
                (":path", "/"),
                (":authority", "a/b"),
            ],
            0,
        ),
        (
            vec![
                (":method", "GET"),
                (":scheme", "http"),
                (":path", "/"),
                (":authority", "a"),
                ("host", "b"),
            ],
            400,
        ),
        (
            vec![
                (":method", "GET"),
                (":scheme", "http"),
                (":path", "/"),
                ("host", "a"),
                ("host", "a"),
            ],
            400,
        ),
        (
            vec![(":method", "GET"), (":scheme", "http"), (":path", "/")],
            400,
        ),
        (
            vec![
                (":method", "GET"),
                (":scheme", "ftp"),
                (":path", "/"),
                (":authority", "a"),
            ],
            400,
        ),
        (
            vec![
                (":method", "GET"),
                (":scheme", "http"),
                (":path", "//b/x y"),
                (":authority", "a"),
            ],
            0,
        ),
        (
            vec![
                (":method", "GET"),
                (":scheme", "http"),
                (":path", "/\r\nX: y"),
                (":authority", "a"),
            ],
            0,
        ),
        (
            vec![
                (":method", "GET / HTTP/1.1\r\nX:"),
                (":scheme", "http"),
                (":path", "/"),
                (":authority", "a"),
            ],
            0,
        ),
        (
            vec![
                (":method", "GET"),
                (":scheme", "http"),
                (":path", "/"),
                (":authority", "a\r\nX: y"),
            ],
            0,
        ),
    ] {
        let mut connection = H2::connect(gate.address).await;
        let head = frame(HEADERS, END_STREAM | END_HEADERS, 1, block(&fields));
        connection.send(head).await;
        let (found, _, end) = answer(&mut connection, 1).await;
        assert_eq!(found, status, "{fields:?}");
        assert_eq!(end.is_some(), status == 0, "{fields:?}");
    }
}

#[tokio::test]
async fn a_stream_whose_reader_takes_nothing_is_reset_and_others_go_on() {
    let _alone = Ear::open().await;
    let served = serve(|config| config.write_stall = SHORT).await;
    // The connection's window is wide open; those of the streams are shut.
    let mut connection = H2::with(served.address, &[(4, 0)]).await;
    connection
        .send(frame(
            WINDOW_UPDATE,
            0,
            0,
            i32::MAX.wrapping_sub(65_535).to_be_bytes(),
        ))
        .await;
    connection.send(get(1, "/large")).await;
    let reset = soon("reset", connection.next_of(RST_STREAM)).await;
    assert_eq!((reset.stream, reset.code()), (1, CANCEL));
    connection.send(get(3, "/")).await;
    connection
        .send(frame(WINDOW_UPDATE, 0, 3, 100u32.to_be_bytes()))
        .await;
    assert_eq!(
        answer(&mut connection, 3).await,
        (200, b"ok".to_vec(), None)
    );
}

#[tokio::test]
async fn a_connection_without_requests_is_told_to_go() {
    let _alone = Ear::open().await;
    for (about, first) in [("none yet", false), ("one is over", true)] {
        let served = serve(|config| {
            config.head = SHORT;
            config.keep_alive = SHORT;
        })
        .await;
        let mut connection = H2::connect(served.address).await;
        if first {
            connection.send(get(1, "/")).await;
            assert_eq!(answer(&mut connection, 1).await.0, 200);
        }
        // Pings do not keep it.
        connection.send(frame(PING, 0, 0, [0; 8])).await;
        assert_eq!(connection.next_of(GOAWAY).await.code(), NO_ERROR, "{about}");
        // That it is still there has to be said, for requests on their way to be heard.
        let ping = connection.next_of(PING).await;
        connection.send(frame(PING, ACK, 0, &ping.payload)).await;
        while connection.next().await.is_some() {}
    }
    // Who does not answer is cut off all the same.
    let served = serve(|config| {
        config.keep_alive = SHORT;
        config.head = SHORT;
        config.write_stall = SHORT;
    })
    .await;
    let mut connection = H2::connect(served.address).await;
    while connection.next().await.is_some() {}
    let mut silent = Wire::connect(served.address).await;
    assert!(silent.rest().await.0.len() < 200);
}

#[tokio::test]
async fn a_stop_lets_streams_finish() {
    let _alone = Ear::open().await;
    let (report, mut begun) = mpsc::unbounded_channel();
    let (go, _) = tokio::sync::broadcast::channel::<()>(1);
    let told = go.clone();
    let address = upstream(move |mut wire| {
        let (report, mut told) = (report.clone(), told.subscribe());
        async move {
            wire.head().await;
            let _ = report.send(());
            let _ = told.recv().await;
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                .await;
        }
    })
    .await;
    let mut gate = gate(address).await;
    let mut connection = H2::connect(gate.address).await;
    connection.send(get(1, "/")).await;
    begun.recv().await.unwrap();
    gate.order_stop();
    assert_eq!(connection.next_of(GOAWAY).await.code(), NO_ERROR);
    let ping = connection.next_of(PING).await;
    connection.send(frame(PING, ACK, 0, &ping.payload)).await;
    let last = connection.next_of(GOAWAY).await;
    assert_eq!(
        last.payload[..4],
        1u32.to_be_bytes(),
        "the last stream that counts"
    );
    go.send(()).unwrap();
    assert_eq!(
        answer(&mut connection, 1).await,
        (200, b"ok".to_vec(), None)
    );
    assert!(connection.next().await.is_none());
    assert_eq!(gate.drained().await.cut, 0);
}

#[tokio::test]
async fn an_answer_cut_short_is_reset_and_the_connection_goes_on() {
    let _alone = Ear::open().await;
    let address = upstream(|mut wire| async move {
        let head = wire.head().await;
        let length = if head.starts_with("GET /half ") {
            100
        } else {
            4
        };
        wire.send(format!(
            "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\nhalf"
        ))
        .await;
    })
    .await;
    let gate = gate(address).await;
    let mut connection = H2::connect(gate.address).await;
    connection.send(get(1, "/half")).await;
    // Its head may be lost with it, if both come at once.
    let (_, _, end) = answer(&mut connection, 1).await;
    assert_eq!(end.unwrap().kind, RST_STREAM);
    connection.send(get(3, "/whole")).await;
    assert_eq!(
        answer(&mut connection, 3).await,
        (200, b"half".to_vec(), None)
    );
}

/// Sends frames and never stops; ready when the server has closed the connection.
async fn flood(connection: &mut H2, mut frames: impl FnMut(u32) -> Vec<u8>) {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let (mut reading, mut writing) = connection.wire.stream.split();
    let sending = async {
        for number in 0..50_000 {
            if writing.write_all(&frames(number)).await.is_err() {
                break;
            }
        }
        std::future::pending().await
    };
    let taking = async {
        let mut scrap = vec![0; 65_536];
        while reading.read(&mut scrap).await.is_ok_and(|count| count > 0) {}
    };
    soon("the end of a flood", async {
        tokio::select! {
            () = sending => {}
            () = taking => {}
        }
    })
    .await;
}

#[tokio::test]
async fn floods_end_the_connection() {
    type Frames = fn(u32) -> Vec<u8>;
    let reset = |number| {
        let stream = number * 2 + 1;
        [
            get(stream, "/never"),
            frame(RST_STREAM, 0, stream, CANCEL.to_be_bytes()),
        ]
        .concat()
    };
    let made_to_reset = |number| {
        let stream = number * 2 + 1;
        [
            get(stream, "/never"),
            frame(WINDOW_UPDATE, 0, stream, [0; 4]),
        ]
        .concat()
    };
    let cases: [(&str, Frames); 9] = [
        ("pings", |_| frame(PING, 0, 0, [0; 8])),
        ("settings", |_| {
            frame(SETTINGS, 0, 0, settings(&[(4, 65_535)]))
        }),
        ("empty settings", |_| frame(SETTINGS, 0, 0, [])),
        ("acknowledgements", |_| frame(SETTINGS, ACK, 0, [])),
        ("priorities", |number| {
            frame(PRIORITY, 0, number * 2 + 1, [0, 0, 0, 0, 1])
        }),
        ("window updates", |_| {
            frame(WINDOW_UPDATE, 0, 0, 1u32.to_be_bytes())
        }),
        ("unknown frames", |_| frame(0x77, 0, 0, [0; 100])),
        ("rapid resets", reset),
        ("streams made to be reset", made_to_reset),
    ];
    let mut ear = Ear::open().await;
    let served = serve(|_| {}).await;
    for (about, frames) in cases {
        let mut connection = H2::connect(served.address).await;
        flood(&mut connection, frames).await;
        drop(connection);
        let heard = ear.heard().await.unwrap();
        assert!(heard.contains(&"http2"), "{about}: {heard:?}");
    }
    // Empty DATA needs a stream, and a head that never ends needs a beginning.
    let mut connection = H2::connect(served.address).await;
    connection.send(post(1, &[])).await;
    flood(&mut connection, |_| frame(DATA, 0, 1, [])).await;
    let mut connection = H2::connect(served.address).await;
    connection
        .send(frame(HEADERS, END_STREAM, 1, request("GET", "/")))
        .await;
    flood(&mut connection, |_| {
        frame(CONTINUATION, 0, 1, field("x", "y"))
    })
    .await;
    // Others are still served.
    let mut connection = H2::connect(served.address).await;
    connection.send(get(1, "/")).await;
    assert_eq!(answer(&mut connection, 1).await.0, 200);
}

#[tokio::test]
async fn heads_have_a_limit() {
    let mut ear = Ear::open().await;
    let served = serve(|config| config.max_head = 16 * 1024).await;
    let mut connection = H2::connect(served.address).await;
    let long = "x".repeat(10_000);
    let head = [request("GET", "/"), block(&[("a", &long), ("b", &long)])].concat();
    let (first, rest) = head.split_at(16_000);
    connection.send(frame(HEADERS, END_STREAM, 1, first)).await;
    connection
        .send(frame(CONTINUATION, END_HEADERS, 1, rest))
        .await;
    let (status, _, _) = answer(&mut connection, 1).await;
    assert_eq!(status, 431);
    connection.send(get(3, "/")).await;
    assert_eq!(answer(&mut connection, 3).await.0, 200);
    drop(connection);
    // A few bytes each, that unpack to four thousand: a bomb.
    let mut connection = H2::connect(served.address).await;
    let mut bomb = request("GET", "/");
    // A field for the table, its length in groups of seven bits; then that field by its place.
    bomb.extend([0x40, 1, b'x', 0x7f, 0x80 | 61, 29]);
    bomb.extend(std::iter::repeat_n(b'y', 3_900));
    bomb.extend(std::iter::repeat_n(0x80 | 62, 8));
    connection
        .send(frame(HEADERS, END_STREAM | END_HEADERS, 1, bomb))
        .await;
    assert_eq!(answer(&mut connection, 1).await.0, 431);
    drop(connection);
    assert_eq!(ear.heard().await.unwrap(), ["head-too-large"; 2]);
}

#[tokio::test]
async fn a_body_that_is_reset_never_looks_whole() {
    let _alone = Ear::open().await;
    let (report, mut seen) = mpsc::unbounded_channel();
    let address = upstream(move |mut wire| {
        let report = report.clone();
        async move {
            wire.head().await;
            let _ = report.send(wire.bytes(10).await);
            let _ = report.send(wire.rest().await.0);
        }
    })
    .await;
    let gate = gate(address).await;
    // NO_ERROR, INTERNAL_ERROR, CANCEL.
    for code in [0, 2, 8_u32] {
        let mut connection = H2::connect(gate.address).await;
        connection.send(post(1, &[])).await;
        connection.send(frame(DATA, 0, 1, "hello")).await;
        assert_eq!(seen.recv().await.unwrap(), b"5\r\nhello\r\n");
        connection
            .send(frame(RST_STREAM, 0, 1, code.to_be_bytes()))
            .await;
        assert_eq!(seen.recv().await.unwrap(), b"", "{code}");
    }
}

#[tokio::test]
async fn a_body_that_is_malformed_is_refused_once() {
    let mut ear = Ear::open().await;
    let (report, mut seen) = mpsc::unbounded_channel();
    let address = upstream(move |mut wire| {
        let report = report.clone();
        async move {
            wire.head().await;
            let _ = report.send(wire.some().await);
            let _ = wire.rest().await;
        }
    })
    .await;
    let gate = gate(address).await;
    let trailers =
        |fields: &[(&str, &str)]| frame(HEADERS, END_STREAM | END_HEADERS, 1, block(fields));
    let length = [("content-length", "6")];
    for (about, fields, rest, status, cause) in [
        ("capitals", &[][..], trailers(&[("X-Sum", "1")]), 0, "http2"),
        (
            "what belongs to connections",
            &[],
            trailers(&[("connection", "close")]),
            0,
            "http2",
        ),
        (
            "white space at an end",
            &[],
            trailers(&[("x-sum", "1 ")]),
            400,
            "broken-body",
        ),
        (
            "more than the length",
            &length,
            frame(DATA, END_STREAM, 1, "world"),
            0,
            "http2",
        ),
        (
            "a block that cannot be read",
            &[],
            frame(HEADERS, END_STREAM | END_HEADERS, 1, [0xff; 20]),
            0,
            "http2",
        ),
    ] {
        let mut connection = H2::connect(gate.address).await;
        connection.send(post(1, fields)).await;
        connection.send(frame(DATA, 0, 1, "hello")).await;
        // The request is on its way.
        assert!(!seen.recv().await.unwrap().is_empty());
        connection.send(rest).await;
        assert_eq!(answer(&mut connection, 1).await.0, status, "{about}");
        drop(connection);
        assert_eq!(ear.heard().await.unwrap(), [cause], "{about}");
    }
}

#[tokio::test]
async fn trailers_come_through_both_ways() {
    let _alone = Ear::open().await;
    let (report, mut seen) = mpsc::unbounded_channel();
    let address = upstream(move |mut wire| {
        let report = report.clone();
        async move {
            let mut all = wire.head().await.into_bytes();
            while !all.ends_with(b"\r\n\r\n") || !all.windows(5).any(|part| part == b"\r\n0\r\n") {
                all.extend(wire.some().await);
            }
            let _ = report.send(String::from_utf8(all).unwrap());
            wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: x-sum\r\n\r\n2\r\nok\r\n0\r\nx-sum: 7\r\ncontent-length: 9\r\n\r\n")
                .await;
        }
    })
    .await;
    let gate = gate(address).await;
    let mut connection = H2::connect(gate.address).await;
    connection.send(post(1, &[("trailer", "x-check")])).await;
    connection.send(frame(DATA, 0, 1, "hello")).await;
    let trailers = block(&[
        ("x-check", "5"),
        ("x-other", "6"),
        ("transfer-encoded", "8"),
    ]);
    connection
        .send(frame(HEADERS, END_STREAM | END_HEADERS, 1, trailers))
        .await;
    let (status, body, end) = answer(&mut connection, 1).await;
    assert_eq!((status, &body[..]), (200, &b"ok"[..]));
    let end = end.unwrap();
    assert_eq!((end.kind, end.flags), (HEADERS, END_STREAM | END_HEADERS));
    let sent = seen.recv().await.unwrap();
    assert!(
        sent.ends_with("0\r\nx-check: 5\r\n\r\n"),
        "only what was announced: {sent}"
    );
}

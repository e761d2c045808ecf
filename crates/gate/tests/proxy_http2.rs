//! HTTP/2 to the upstream: with TLS where it is offered, without by prior knowledge.

#![allow(clippy::unwrap_used)]

mod proxy_support;

use std::future::{Future, poll_fn};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use h2::server::SendResponse;
use h2::{Reason, RecvStream};
use http::{HeaderMap, Request, Response};
use jalousie_gate::proxy::{Proxy, ProxyConfig, Upstream};
use jalousie_gate::server::ServerConfig;
use proxy_support::{Gate, body, get, header, soon, status, tls};
use rustls::pki_types::CertificateDer;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;

type Asked = Request<RecvStream>;
type Reply = SendResponse<Bytes>;

/// An upstream that speaks HTTP/2 and treats each request as it is told; it counts connections.
async fn upstream<F, R>(script: F) -> (SocketAddr, Arc<AtomicUsize>)
where
    F: Fn(Asked, Reply) -> R + Clone + Send + 'static,
    R: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let connections = Arc::new(AtomicUsize::new(0));
    let count = connections.clone();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            count.fetch_add(1, Ordering::SeqCst);
            tokio::spawn(serve(stream, script.clone()));
        }
    });
    (address, connections)
}

async fn serve<T, F, R>(stream: T, script: F)
where
    T: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
    F: Fn(Asked, Reply) -> R,
    R: Future<Output = ()> + Send + 'static,
{
    let Ok(mut connection) = h2::server::handshake(stream).await else {
        return;
    };
    while let Some(Ok((request, reply))) = connection.accept().await {
        tokio::spawn(script(request, reply));
    }
}

fn config(address: SocketAddr) -> ProxyConfig {
    ProxyConfig::new(Upstream::parse(&format!("h2c://{address}")).unwrap())
}

async fn start(config: ProxyConfig) -> Gate {
    Gate::start(Proxy::new(config).unwrap(), ServerConfig::default()).await
}

fn answer(mut reply: Reply, mut answer: Response<()>, body: impl Into<Bytes>) {
    let body = body.into();
    answer
        .headers_mut()
        .insert("content-length", body.len().into());
    let mut stream = reply.send_response(answer, body.is_empty()).unwrap();
    if !body.is_empty() {
        stream.send_data(body, true).unwrap();
    }
}

/// Says in its body what it was asked.
async fn echo(request: Asked, reply: Reply) {
    let (head, mut body) = request.into_parts();
    let mut sent = Vec::new();
    while let Some(Ok(bytes)) = body.data().await {
        let _ = body.flow_control().release_capacity(bytes.len());
        sent.extend_from_slice(&bytes);
    }
    let trailers = body.trailers().await.unwrap_or_default();
    let said = format!(
        "{} {} {:?} {} {trailers:?}",
        head.method,
        head.uri,
        head.headers,
        String::from_utf8(sent).unwrap()
    );
    answer(reply, Response::new(()), said);
}

#[tokio::test]
async fn requests_go_over_one_connection_with_the_readers_host() {
    let (address, connections) = upstream(echo).await;
    let gate = start(config(address)).await;
    let asked = gate
        .ask("GET /a?b HTTP/1.1\r\nHost: news.example:8\r\nTE: trailers\r\nConnection: close, TE\r\nUpgrade: h2c\r\n\r\n")
        .await;
    let said = body(&asked);
    assert!(said.starts_with("GET http://news.example:8/a?b "), "{said}");
    assert!(said.contains("\"te\": \"trailers\""), "{said}");
    for absent in [
        "\"host\"",
        "\"connection\"",
        "\"upgrade\"",
        "transfer-encoding",
    ] {
        assert!(!said.contains(absent), "{absent}: {said}");
    }
    let asked = gate
        .ask("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nwords\r\n0\r\nx-sum: 1\r\n\r\n")
        .await;
    assert!(
        asked.contains(" words ") && asked.contains("\"x-sum\": \"1\""),
        "{asked}"
    );
    let asked = gate
        .ask("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5\r\n\r\nwords")
        .await;
    assert!(asked.contains("\"content-length\": \"5\""), "{asked}");
    assert_eq!(connections.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_long_upload_arrives_whole_also_after_an_early_answer() {
    const LONG: usize = 3_000_000;
    let (report, mut seen) = mpsc::unbounded_channel();
    let (address, _) = upstream(move |request: Asked, reply| {
        let report = report.clone();
        async move {
            let early = request.uri().path() == "/early";
            let mut reply = Some(reply);
            if early {
                answer(reply.take().unwrap(), Response::new(()), "early");
            }
            let (mut body, mut count) = (request.into_body(), 0);
            while let Some(Ok(bytes)) = body.data().await {
                // In small steps: the window is open for no more than was read.
                let _ = body.flow_control().release_capacity(bytes.len());
                assert!(bytes.iter().all(|byte| *byte == b'x'));
                count += bytes.len();
                tokio::task::yield_now().await;
            }
            let _ = report.send(count);
            if let Some(reply) = reply {
                answer(reply, Response::new(()), "read");
            }
        }
    })
    .await;
    let gate = start(config(address)).await;
    for (path, said) in [("/", b"read".as_slice()), ("/early", b"early")] {
        let mut reader = gate.reader().await;
        let head = format!("POST {path} HTTP/1.1\r\nHost: a\r\nContent-Length: {LONG}\r\n\r\n");
        reader.send(head).await;
        let (first, rest) = (LONG / 2, LONG - LONG / 2);
        reader.send("x".repeat(first)).await;
        if path == "/early" {
            assert_eq!(status(&reader.head().await), 200);
        }
        reader.send("x".repeat(rest)).await;
        if path == "/" {
            assert_eq!(status(&reader.head().await), 200);
        }
        assert_eq!(reader.bytes(said.len()).await, said);
        assert_eq!(soon("upload", seen.recv()).await, Some(LONG), "{path}");
    }
}

#[tokio::test]
async fn who_leaves_takes_his_request_along() {
    let (report, mut seen) = mpsc::unbounded_channel();
    let (address, connections) = upstream(move |request: Asked, mut reply| {
        let report = report.clone();
        async move {
            let _ = report.send(None);
            if request.uri().path() == "/body" {
                let mut out = reply.send_response(Response::new(()), false).unwrap();
                out.send_data(Bytes::from_static(b"half"), false).unwrap();
                let reason = poll_fn(|cx| out.poll_reset(cx)).await;
                let _ = report.send(Some(reason.unwrap()));
            } else {
                let reason = poll_fn(|cx| reply.poll_reset(cx)).await;
                let _ = report.send(Some(reason.unwrap()));
            }
        }
    })
    .await;
    let gate = Gate::start(
        Proxy::new(config(address)).unwrap(),
        ServerConfig {
            half_close: false,
            ..Default::default()
        },
    )
    .await;
    for (request, answered) in [
        ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", false),
        ("GET /body HTTP/1.1\r\nHost: a\r\n\r\n", true),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf",
            false,
        ),
    ] {
        let mut reader = gate.reader().await;
        reader.send(request).await;
        assert_eq!(soon("request", seen.recv()).await, Some(None));
        if answered {
            assert_eq!(status(&reader.head().await), 200);
        }
        drop(reader);
        let reset = soon("reset", seen.recv()).await;
        assert_eq!(reset, Some(Some(Reason::CANCEL)), "{request}");
    }
    assert_eq!(connections.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn trailers_and_lengths_pass() {
    let (address, _) = upstream(|_, mut reply| async move {
        let head = Response::builder()
            .header("content-type", "application/grpc")
            .header("trailer", "grpc-status")
            .body(())
            .unwrap();
        let mut stream = reply.send_response(head, false).unwrap();
        stream.send_data("data".into(), false).unwrap();
        let mut trailers = HeaderMap::new();
        trailers.insert("grpc-status", "0".parse().unwrap());
        stream.send_trailers(trailers).unwrap();
    })
    .await;
    let gate = start(config(address)).await;
    let asked = gate
        .ask("GET / HTTP/1.1\r\nHost: a\r\nTE: trailers\r\nConnection: close, TE\r\n\r\n")
        .await;
    assert!(
        asked.ends_with("4\r\ndata\r\n0\r\ngrpc-status: 0\r\n\r\n"),
        "{asked}"
    );
}

#[tokio::test]
async fn a_reset_or_a_wrong_length_never_looks_like_an_end() {
    for kind in ["reset", "short", "long"] {
        let (address, _) = upstream(move |_, mut reply| async move {
            let mut head = Response::builder();
            if kind != "reset" {
                head = head.header("content-length", "9");
            }
            let mut stream = reply.send_response(head.body(()).unwrap(), false).unwrap();
            stream.send_data("some".into(), kind == "short").unwrap();
            match kind {
                "reset" => stream.send_reset(Reason::INTERNAL_ERROR),
                "long" => {
                    let _ = stream.send_data("far too many".into(), true);
                }
                _ => {}
            }
        })
        .await;
        let gate = start(config(address)).await;
        let mut reader = gate.reader().await;
        reader.send(get("/")).await;
        let (got, end) = reader.rest().await;
        let text = String::from_utf8_lossy(&got);
        assert!(end.is_err() || status(&text) == 502, "{kind}: {text}");
        assert!(!text.ends_with("0\r\n\r\n"), "{kind}: {text}");
    }
}

/// Reads frames until a request's head has come.
async fn head_of_a_request(stream: &mut TcpStream) {
    let mut preface = [0; 24];
    stream.read_exact(&mut preface).await.unwrap();
    let mut head = [0; 9];
    while head[3] != 1 {
        stream.read_exact(&mut head).await.unwrap();
        let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
        let mut payload = vec![0; length as usize];
        stream.read_exact(&mut payload).await.unwrap();
    }
}

/// An upstream that sends these frames upon the first request, all at once.
async fn sending(frames: &[&[u8]]) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let frames = frames.concat();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        // SETTINGS.
        let settings = [0, 0, 0, 4, 0, 0, 0, 0, 0];
        stream.write_all(&settings).await.unwrap();
        head_of_a_request(&mut stream).await;
        stream.write_all(&frames).await.unwrap();
        let _ = stream.read_to_end(&mut Vec::new()).await;
    });
    address
}

/// Whether the upstream's stream had its end before: then it only wants no more of the request (RFC
/// 9113, 8.1), which is what such a reset is for.
#[tokio::test]
async fn a_reset_without_an_error_is_an_end_only_behind_one() {
    for ended in [true, false] {
        let address = sending(&[
            // HEADERS with `:status: 200`, DATA, RST_STREAM.
            &[0, 0, 1, 1, 4, 0, 0, 0, 1, 0x88],
            &[0, 0, 6, 0, u8::from(ended), 0, 0, 0, 1],
            b"enough",
            &[0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 0],
        ])
        .await;
        let gate = start(config(address)).await;
        let mut reader = gate.reader().await;
        let request =
            "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 99999\r\n\r\n";
        reader.send(request).await;
        let (got, end) = reader.rest().await;
        let text = String::from_utf8_lossy(&got);
        let whole = text.ends_with("6\r\nenough\r\n0\r\n\r\n");
        assert_eq!(whole, ended, "{text}");
        assert!(ended || end.is_err(), "{text}");
    }
}

#[tokio::test]
async fn what_was_refused_unseen_is_asked_for_again() {
    for reason in [Reason::REFUSED_STREAM, Reason::INTERNAL_ERROR] {
        let asked = Arc::new(AtomicUsize::new(0));
        let count = asked.clone();
        let (address, _) = upstream(move |request, mut reply| {
            let number = count.fetch_add(1, Ordering::SeqCst);
            async move {
                match number {
                    1 => reply.send_reset(reason),
                    _ => answer(reply, Response::new(()), request.uri().path().to_owned()),
                }
            }
        })
        .await;
        let gate = start(config(address)).await;
        assert_eq!(gate.status().await, 200);
        let again = gate.ask(get("/again")).await;
        if reason == Reason::REFUSED_STREAM {
            assert_eq!(body(&again), "/again", "{again}");
        } else {
            assert_eq!(status(&again), 502, "{again}");
        }
        assert_eq!(gate.status().await, 200, "the connection still serves");
    }
}

#[tokio::test]
async fn a_connection_that_is_wound_up_is_replaced() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            tokio::spawn(async move {
                let mut connection = h2::server::handshake(stream).await.unwrap();
                if let Some(Ok((_, reply))) = connection.accept().await {
                    answer(reply, Response::new(()), "one");
                    connection.graceful_shutdown();
                    while connection.accept().await.is_some() {}
                }
            });
        }
    });
    let gate = start(config(address)).await;
    for _ in 0..10 {
        assert_eq!(body(&gate.ask(get("/")).await), "one");
    }
}

#[tokio::test]
async fn endless_1xx_answers_are_cut_off() {
    let (address, _) = upstream(|_, mut reply| async move {
        let hint = || Response::builder().status(103).body(()).unwrap();
        while reply.send_informational(hint()).is_ok() {
            tokio::task::yield_now().await;
        }
    })
    .await;
    assert_eq!(start(config(address)).await.status().await, 502);

    // A few are nothing.
    let (address, _) = upstream(|_, mut reply| async move {
        for _ in 0..5 {
            let hint = Response::builder().status(103).body(()).unwrap();
            reply.send_informational(hint).unwrap();
        }
        answer(reply, Response::new(()), "words");
    })
    .await;
    let gate = start(config(address)).await;
    for _ in 0..50 {
        assert_eq!(gate.status().await, 200);
    }
}

#[tokio::test]
async fn too_many_1xx_answers_are_too_many_also_together_with_the_answer() {
    for (count, expected) in [(16, 200), (17, 502)] {
        let (address, _) = upstream(move |_, mut reply| async move {
            for _ in 0..count {
                let hint = Response::builder().status(103).body(()).unwrap();
                reply.send_informational(hint).unwrap();
            }
            answer(reply, Response::new(()), "words");
        })
        .await;
        let gate = start(config(address)).await;
        // Requests before leave room for more on the connection; a single one gets none of it.
        for _ in 0..5 {
            assert_eq!(gate.status().await, expected, "{count}");
        }
    }
}

#[tokio::test]
async fn white_space_at_an_end_of_a_value_is_malformed() {
    for value in [" a", "a\t", " "] {
        let (address, _) = upstream(move |request: Asked, mut reply| async move {
            let padded = || Response::builder().header("x-test", value);
            match request.uri().path() {
                "/head" => answer(reply, padded().body(()).unwrap(), "words"),
                "/hints" => {
                    let hint = padded().status(103).body(()).unwrap();
                    reply.send_informational(hint).unwrap();
                    answer(reply, Response::new(()), "words");
                }
                _ => {
                    let mut stream = reply.send_response(Response::new(()), false).unwrap();
                    stream.send_data("words".into(), false).unwrap();
                    let trailers = padded().body(()).unwrap().headers().clone();
                    stream.send_trailers(trailers).unwrap();
                }
            }
        })
        .await;
        let gate = start(config(address)).await;
        for path in ["/head", "/hints"] {
            assert_eq!(status(&gate.ask(get(path)).await), 502, "{path} {value:?}");
        }
        let mut reader = gate.reader().await;
        reader.send(get("/trailers")).await;
        let (got, end) = reader.rest().await;
        assert!(end.is_err(), "{value:?}: {got:?}");
    }
}

/// The library drops them without a word, which docs/hostile.md says.
#[tokio::test]
async fn pseudo_fields_of_requests_lead_nowhere_in_an_answer() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        // SETTINGS, then HEADERS by the static table: :status 200, and :method GET, :path /index.html.
        let greeting = [0, 0, 0, 4, 0, 0, 0, 0, 0];
        let head = [0, 0, 3, 1, 5, 0, 0, 0, 1, 0x88, 0x82, 0x85];
        stream.write_all(&greeting).await.unwrap();
        let mut asked = Vec::new();
        // The preface and the client's settings come before the request.
        while !asked.windows(2).any(|part| part == [1, 5]) {
            let mut piece = [0; 4096];
            match stream.read(&mut piece).await.unwrap() {
                0 => return,
                count => asked.extend_from_slice(&piece[..count]),
            }
        }
        stream.write_all(&head).await.unwrap();
        let _ = stream.read_to_end(&mut asked).await;
    });
    let said = start(config(address)).await.ask(get("/")).await;
    assert_eq!(status(&said), 200, "{said}");
    for word in [":path", ":method", "index.html"] {
        assert!(!said.contains(word), "{said}");
    }
}

#[tokio::test]
async fn a_flood_of_settings_is_cut_off() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            tokio::spawn(async move {
                let settings = [0, 0, 0, 4, 0, 0, 0, 0, 0].repeat(100);
                while stream.write_all(&settings).await.is_ok() {
                    // Whoever does not take the answers would be slowed down, not stopped.
                    let mut answers = vec![0; 64 * 1024];
                    let _ = stream.try_read(&mut answers);
                }
            });
        }
    });
    assert_eq!(start(config(address)).await.status().await, 502);
}

#[tokio::test]
async fn heads_that_are_too_large_are_a_bad_gateway() {
    for (lines, size) in [(1, 70_000), (101, 1)] {
        let (address, _) = upstream(move |_, reply| async move {
            let mut head = Response::builder();
            for number in 0..lines {
                head = head.header(format!("x-{number}"), "x".repeat(size));
            }
            answer(reply, head.body(()).unwrap(), "words");
        })
        .await;
        assert_eq!(start(config(address)).await.status().await, 502);
    }
}

#[tokio::test]
async fn an_upstream_that_says_nothing_or_no_http2_is_refused() {
    let (address, _) = upstream(|_, reply| async move {
        std::future::pending::<()>().await;
        drop(reply);
    })
    .await;
    let mut slow = config(address);
    slow.timeouts.head = Duration::from_millis(100);
    assert_eq!(start(slow).await.status().await, 504);
    let address = proxy_support::closing_after("HTTP/1.1 400 Bad Request\r\n\r\n").await;
    assert_eq!(start(config(address)).await.status().await, 502);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let nowhere = listener.local_addr().unwrap();
    drop(listener);
    assert_eq!(start(config(nowhere)).await.status().await, 502);
}

#[tokio::test]
async fn many_requests_at_once_share_few_connections() {
    let (release, released) = tokio::sync::watch::channel(false);
    let (address, connections) = upstream(move |_, reply| {
        let mut released = released.clone();
        async move {
            released.wait_for(|go| *go).await.unwrap();
            answer(reply, Response::new(()), "words");
        }
    })
    .await;
    let gate = Arc::new(start(config(address)).await);
    let mut readers = Vec::new();
    for _ in 0..150 {
        let mut reader = gate.reader().await;
        reader.send(get("/")).await;
        readers.push(reader);
    }
    release.send(true).unwrap();
    for mut reader in readers {
        let (got, end) = reader.rest().await;
        end.unwrap();
        assert!(got.ends_with(b"words"));
    }
    let opened = connections.load(Ordering::SeqCst);
    assert!((1..=2).contains(&opened), "{opened}");
}

/// An upstream behind TLS that offers these protocols, and says which one was chosen.
async fn secure(offered: &[&str]) -> (SocketAddr, CertificateDer<'static>) {
    let (acceptor, certificate) = tls(&["localhost"], offered);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            tokio::spawn(secured(acceptor.clone(), stream));
        }
    });
    (address, certificate)
}

async fn secured(acceptor: TlsAcceptor, stream: TcpStream) {
    let Ok(mut stream) = acceptor.accept(stream).await else {
        return;
    };
    if stream.get_ref().1.alpn_protocol() == Some(b"h2") {
        return serve(stream, |request, reply| async move {
            answer(reply, Response::new(()), format!("two {}", request.uri()));
        })
        .await;
    }
    let mut bytes = vec![0; 4096];
    while let Ok(count @ 1..) = stream.read(&mut bytes).await {
        let asked = String::from_utf8_lossy(&bytes[..count]).to_ascii_lowercase();
        let switch = asked.contains("upgrade: websocket");
        let answer: &[u8] = if switch {
            b"HTTP/1.1 101 X\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\nhello"
        } else {
            b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none"
        };
        stream.write_all(answer).await.unwrap();
    }
}

#[tokio::test]
async fn over_tls_the_upstream_chooses_and_websockets_stay_on_http1() {
    for (offered, expected) in [
        (&["h2", "http/1.1"][..], "two https://a.example/"),
        (&["http/1.1"], "one"),
        (&[], "one"),
    ] {
        let (address, certificate) = secure(offered).await;
        let url = format!("https://localhost:{}", address.port());
        let mut config = ProxyConfig::new(Upstream::parse(&url).unwrap());
        config.roots.push(certificate);
        let gate = start(config).await;
        for _ in 0..3 {
            assert_eq!(body(&gate.ask(get("/")).await), expected, "{offered:?}");
        }
        if offered == ["h2"] {
            continue;
        }
        let mut reader = gate.reader().await;
        reader
            .send("GET / HTTP/1.1\r\nHost: a.example\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n")
            .await;
        let head = reader.head().await;
        assert_eq!(status(&head), 101, "{offered:?}: {head}");
        assert_eq!(header(&head, "upgrade"), Some("websocket"));
        assert_eq!(soon("tunnel", reader.bytes(5)).await, b"hello");
    }
}

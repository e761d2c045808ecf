//! Ordinary traffic: what arrives at the upstream, and what comes back.

#![allow(clippy::unwrap_used)]

mod proxy_support;

use jalousie_gate::proxy::{Cause, HostHeader, Proxy, ProxyConfig, ProxyError, Upstream};
use proxy_support::{Gate, Wire, answering, body, closing_after, get, header, status, upstream};
use tokio::sync::mpsc;

/// An upstream that reports each request's head and answers `ok`.
async fn listening() -> (std::net::SocketAddr, mpsc::UnboundedReceiver<String>) {
    let (report, heads) = mpsc::unbounded_channel();
    let address = upstream(move |mut wire: Wire| {
        let report = report.clone();
        async move {
            loop {
                let head = wire.head().await;
                if head.is_empty() {
                    return;
                }
                let _ = report.send(head);
                wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                    .await;
            }
        }
    })
    .await;
    (address, heads)
}

#[tokio::test]
async fn a_request_is_passed_on_without_what_ends_at_this_hop() {
    let (address, mut heads) = listening().await;
    let gate = Gate::before(address).await;
    let answer = gate
        .ask(
            "GET /a//b/../c?d=%20&e HTTP/1.1\r\nHost: a.example:8080\r\nX-Kept: 1\r\nX-Kept: 2\r\n\
             Connection: close, X-Hop, Sec-GPC\r\nX-Hop: secret\r\nSec-GPC: 1\r\nTE: trailers\r\n\
             Keep-Alive: 5\r\nProxy-Authorization: Basic eA==\r\nProxy-Connection: x\r\n\
             Accept-Encoding: gzip, sdch, br;q=0.5, *\r\nX-Forwarded-For: 6.6.6.6\r\n\
             Forwarded: for=6.6.6.6\r\nX_Forwarded_Proto: https\r\nProxy: http://evil.example\r\n\r\n",
        )
        .await;
    assert_eq!(status(&answer), 200);
    assert_eq!(body(&answer), "ok");

    let head = heads.recv().await.unwrap();
    assert!(
        head.starts_with("GET /a//b/../c?d=%20&e HTTP/1.1\r\n"),
        "{head}"
    );
    for (name, value) in [
        ("host", Some("a.example:8080")),
        ("x-kept", Some("1")),
        ("sec-gpc", Some("1")),
        ("accept-encoding", Some("gzip, br;q=0.5")),
        ("x-forwarded-for", Some("127.0.0.1")),
        ("x-forwarded-proto", Some("http")),
        ("x-forwarded-host", Some("a.example:8080")),
        (
            "forwarded",
            Some("for=127.0.0.1;host=\"a.example:8080\";proto=http"),
        ),
        ("x_forwarded_proto", None),
        ("x-hop", None),
        ("connection", None),
        ("te", None),
        ("keep-alive", None),
        ("proxy-authorization", None),
        ("proxy-connection", None),
        ("proxy", None),
        ("content-length", None),
        ("transfer-encoding", None),
    ] {
        assert_eq!(header(&head, name), value, "{name} in {head}");
    }
    assert_eq!(head.matches("x-kept").count(), 2);
    assert_eq!(
        head.matches("host: ").count(),
        2,
        "host and x-forwarded-host only: {head}"
    );
}

#[tokio::test]
async fn a_trusted_proxy_is_believed_and_the_host_can_be_the_upstreams() {
    let (address, mut heads) = listening().await;
    let gate = Gate::with(address, |proxy, _| {
        proxy.trusted = ["127.0.0.0/8".parse().unwrap()].into_iter().collect();
        proxy.host = HostHeader::Upstream;
    })
    .await;
    let request = "GET / HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\
                   X-Forwarded-For: 9.9.9.9\r\nX-Forwarded-Proto: https\r\n\r\n";
    assert_eq!(status(&gate.ask(request).await), 200);
    let head = heads.recv().await.unwrap();
    assert_eq!(header(&head, "host"), Some(&*address.to_string()));
    assert_eq!(header(&head, "x-forwarded-for"), Some("9.9.9.9, 127.0.0.1"));
    assert_eq!(header(&head, "x-forwarded-proto"), Some("https"));
    assert_eq!(header(&head, "x-forwarded-host"), Some("a.example"));
}

#[tokio::test]
async fn an_answer_is_passed_on_without_what_ends_at_this_hop() {
    let gate = Gate::before(
        closing_after(
            "HTTP/1.1 418 Short And Stout\r\nContent-Length: 3\r\nConnection: close, X-Hop\r\n\
             X-Hop: 1\r\nAlt-Svc: h3=\":443\"\r\nKeep-Alive: timeout=5\r\nUpgrade: h2c\r\n\
             Set-Cookie: a=1\r\nSet-Cookie: b=2\r\nDate: yesterday\r\n\r\ntea",
        )
        .await,
    )
    .await;
    let answer = gate.ask(get("/")).await;
    assert!(
        answer.starts_with("HTTP/1.1 418 Short And Stout\r\n"),
        "{answer}"
    );
    assert_eq!(body(&answer), "tea");
    assert_eq!(header(&answer, "date"), Some("yesterday"));
    assert_eq!(answer.matches("set-cookie").count(), 2);
    for gone in ["x-hop", "alt-svc", "keep-alive", "upgrade"] {
        assert_eq!(header(&answer, gone), None, "{gone}");
    }
}

#[tokio::test]
async fn answers_without_a_body_have_none() {
    for (request, answer, length) in [
        (
            "HEAD",
            "HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n",
            Some("1234"),
        ),
        (
            "HEAD",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            None,
        ),
        // hyper leaves the length of what is not sent out of a 304, which RFC 9110 allows.
        (
            "GET",
            "HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\nContent-Length: 1234\r\n\r\n",
            None,
        ),
        (
            "GET",
            "HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n",
            None,
        ),
        ("GET", "HTTP/1.1 204 No Content\r\n\r\n", None),
    ] {
        let gate = Gate::before(answering(answer).await).await;
        // The second answer shows that nothing of the first one is left on the connection.
        let mut reader = gate.reader().await;
        for _ in 0..2 {
            reader
                .send(format!("{request} / HTTP/1.1\r\nHost: a\r\n\r\n"))
                .await;
            let head = reader.head().await;
            assert_eq!(status(&head), status(answer), "{answer}");
            assert_eq!(
                header(&head, "content-length"),
                length,
                "{request} {answer} {head}"
            );
        }
        reader.send(get("/")).await;
        assert!(reader.head().await.starts_with("HTTP/1.1"));
    }
}

/// Not in HTTP/2 either, whose readers take its length at its word.
#[tokio::test]
async fn no_content_has_no_length() {
    use tower_service::Service as _;
    let address = answering("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n").await;
    let upstream = Upstream::parse(&format!("http://{address}")).unwrap();
    let mut proxy = Proxy::new(ProxyConfig::new(upstream)).unwrap();
    let request = http::Request::builder().header("host", "a");
    let request = request.body(String::new()).unwrap();
    let answer = proxy.call(request).await.unwrap();
    assert_eq!(answer.status(), 204);
    assert!(!answer.headers().contains_key("content-length"));
}

#[tokio::test]
async fn every_framing_of_an_answer_arrives_whole() {
    for answer in [
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\nhello",
        "HTTP/1.0 200 OK\r\n\r\nhello",
        "HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
    ] {
        let gate = Gate::before(closing_after(answer).await).await;
        let mut reader = gate.reader().await;
        reader.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
        let mut head = reader.head().await;
        if status(&head) == 103 {
            head = reader.head().await;
        }
        assert_eq!(status(&head), 200);
        let body = match header(&head, "content-length") {
            Some(length) => reader.bytes(length.parse().unwrap()).await,
            None => reader.chunked().await,
        };
        assert_eq!(body, b"hello", "{answer}");

        let old = gate.ask("GET / HTTP/1.0\r\nHost: a\r\n\r\n").await;
        assert_eq!(
            (status(&old), &old[old.len() - 5..]),
            (200, "hello"),
            "{answer}"
        );
        assert_eq!(header(&old, "transfer-encoding"), None);
    }
}

#[tokio::test]
async fn every_framing_of_a_request_arrives_whole() {
    let (report, mut seen) = mpsc::unbounded_channel();
    let address = upstream(move |mut wire| {
        let report = report.clone();
        async move {
            loop {
                let head = wire.head().await;
                if head.is_empty() {
                    return;
                }
                let body = match header(&head, "content-length") {
                    Some(length) => wire.bytes(length.parse().unwrap()).await,
                    None if header(&head, "transfer-encoding").is_some() => wire.chunked().await,
                    None => Vec::new(),
                };
                let length = header(&head, "content-length").map(str::to_owned);
                let _ = report.send((length, String::from_utf8(body).unwrap()));
                wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                    .await;
            }
        }
    })
    .await;
    let gate = Gate::before(address).await;
    let mut reader = gate.reader().await;
    for (request, length, body) in [
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
            Some("5"),
            "hello",
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
            Some("0"),
            "",
        ),
        ("DELETE / HTTP/1.1\r\nHost: a\r\n\r\n", None, ""),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            None,
            "hello",
        ),
        (
            "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            None,
            "hello",
        ),
        (
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
            Some("5"),
            "hello",
        ),
    ] {
        reader.send(request).await;
        assert_eq!(status(&reader.head().await), 200, "{request}");
        assert_eq!(reader.bytes(2).await, b"ok");
        let (seen_length, seen_body) = seen.recv().await.unwrap();
        assert_eq!(
            (seen_length.as_deref(), &*seen_body),
            (length, body),
            "{request}"
        );
    }
}

#[tokio::test]
async fn expect_continue_is_answered_when_the_body_is_wanted() {
    let address = upstream(|mut wire| async move {
        let head = wire.head().await;
        assert_eq!(header(&head, "expect"), None);
        assert_eq!(wire.bytes(5).await, b"hello");
        wire.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            .await;
    })
    .await;
    let gate = Gate::before(address).await;
    let mut reader = gate.reader().await;
    reader
        .send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
        .await;
    assert!(reader.head().await.starts_with("HTTP/1.1 100 "));
    reader.send("hello").await;
    assert_eq!(status(&reader.head().await), 200);
}

#[tokio::test]
async fn targets_that_mean_one_thing_pass() {
    let (address, mut heads) = listening().await;
    let gate = Gate::before(address).await;
    for (line, seen) in [
        ("GET http://a.example/x?y HTTP/1.1", "GET /x?y HTTP/1.1"),
        ("GET HTTP://A.EXAMPLE HTTP/1.1", "GET / HTTP/1.1"),
        ("OPTIONS * HTTP/1.1", "OPTIONS * HTTP/1.1"),
        (
            "GET //evil.example/x HTTP/1.1",
            "GET //evil.example/x HTTP/1.1",
        ),
        ("PURGE /x HTTP/1.1", "PURGE /x HTTP/1.1"),
    ] {
        let request = format!("{line}\r\nHost: a.example\r\nConnection: close\r\n\r\n");
        assert_eq!(status(&gate.ask(request).await), 200, "{line}");
        let head = heads.recv().await.unwrap();
        assert!(head.starts_with(&format!("{seen}\r\n")), "{head}");
        assert_eq!(header(&head, "host"), Some("a.example"));
    }
}

#[tokio::test]
async fn options_go_as_far_as_they_may() {
    let (address, mut heads) = listening().await;
    let gate = Gate::before(address).await;
    let ask = async |lines: &str| {
        let rest = format!("Host: a\r\nConnection: close\r\n{lines}\r\n");
        gate.ask(&format!("OPTIONS / HTTP/1.1\r\n{rest}")).await
    };
    for (asked, seen) in [
        ("1", Some("0")),
        ("07", Some("6")),
        ("99999999999999999999999", Some("18446744073709551614")),
        ("-1", Some("-1")),
    ] {
        let answer = ask(&format!("Max-Forwards: {asked}\r\n")).await;
        assert_eq!(body(&answer), "ok");
        let head = heads.recv().await.unwrap();
        assert_eq!(header(&head, "max-forwards"), seen, "{head}");
    }
    let answer = ask("Max-Forwards: 0\r\n").await;
    assert_eq!((status(&answer), body(&answer)), (200, ""), "{answer}");
    assert!(header(&answer, "allow").unwrap().contains("OPTIONS"));
    assert!(heads.try_recv().is_err(), "nobody else is asked");
}

#[tokio::test]
async fn pipelined_requests_are_answered_in_order() {
    let (address, mut heads) = listening().await;
    let gate = Gate::before(address).await;
    let mut reader = gate.reader().await;
    let plain = |path: &str| format!("GET {path} HTTP/1.1\r\nHost: a\r\n\r\n");
    reader
        .send(format!("{}{}{}", plain("/1"), plain("/2"), get("/3")))
        .await;
    let (answers, end) = reader.rest().await;
    end.unwrap();
    assert_eq!(
        String::from_utf8(answers)
            .unwrap()
            .matches("\r\n\r\nok")
            .count(),
        3
    );
    for path in ["/1", "/2", "/3"] {
        assert!(
            heads
                .recv()
                .await
                .unwrap()
                .starts_with(&format!("GET {path} "))
        );
    }
}

#[tokio::test]
async fn a_failed_exchange_is_an_answer_that_carries_its_error() {
    use tower_service::Service as _;
    // A port that was free a moment ago: nobody listens.
    let unused = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap();
    let upstream = Upstream::parse(&format!("http://{unused}")).unwrap();
    let mut proxy = Proxy::new(ProxyConfig::new(upstream)).unwrap();
    let request = http::Request::builder()
        .header("host", "a")
        .body(String::new())
        .unwrap();
    let answer = proxy.call(request).await.unwrap();
    assert_eq!(answer.status(), 502);
    let error = answer.extensions().get::<ProxyError>().unwrap();
    assert_eq!(error.cause(), &Cause::Unreachable);
    assert!(error.chain().contains("refused"), "{}", error.chain());
}

#[test]
fn upstreams_are_read_strictly() {
    for url in [
        "http://a",
        "https://a:8443",
        "http://127.0.0.1:80/",
        "http://[::1]:8080",
    ] {
        assert_eq!(
            Upstream::parse(url).unwrap().to_string(),
            url.trim_end_matches('/')
        );
    }
    for url in [
        "",
        "a",
        "a:80",
        "/x",
        "ftp://a",
        "http://",
        "http://u:p@a",
        "http://a/x",
        "http://a?x",
        "http://a:",
        "http://a:0",
        "http://a:65536",
    ] {
        let error = Upstream::parse(url).unwrap_err().to_string();
        assert!(error.starts_with("invalid upstream"), "{error}");
    }
}

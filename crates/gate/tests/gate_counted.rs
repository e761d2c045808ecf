//! What happens at the gate is counted, once, under its cause. The registry is the process's: all of
//! it is one test.

#![allow(clippy::unwrap_used)]

mod gate_support;
mod h2_support;
mod refusal_support;

use gate_support::wire as proxy_support;

use gate_support::{Gated, always, answer, page, site, video_token};
use h2_support::{DATA, END_HEADERS, END_STREAM, H2, HEADERS, RST_STREAM, block, frame};
use jalousie_gate::metrics::{Closed, Counter, Refusal, Upstream, metrics};
use proxy_support::closing_after;
use refusal_support::Ear;
use std::future::Future;

const HTML: &str = "Content-Type: text/html; charset=utf-8\r\n";

/// Does something, of which this counter must know.
async fn counts<T>(counter: &Counter, what: impl Future<Output = T>) -> T {
    let before = counter.get();
    let result = what.await;
    assert_eq!(counter.get(), before + 1);
    result
}

/// A request that is refused for this cause, and with this status.
async fn refused(gate: &Gated, cause: Refusal, status: u16, request: &str) {
    let counter = metrics().refused.of(cause);
    let answer = counts(counter, gate.ask(request)).await;
    assert_eq!(answer.status(), status, "{request}: {}", answer.head);
}

#[tokio::test]
async fn everything_is_counted_once_under_its_cause() {
    let gate = Gated::before(always(answer(HTML, page())).await).await;
    let host = "Host: news.example\r\nConnection: close\r\n\r\n";
    for (cause, status, request) in [
        (
            Refusal::Host,
            400,
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n".to_owned(),
        ),
        (Refusal::Method, 405, format!("TRACE / HTTP/1.1\r\n{host}")),
        (
            Refusal::Expectation,
            417,
            format!("GET / HTTP/1.1\r\nExpect: more\r\n{host}"),
        ),
        (
            Refusal::TargetTooLong,
            414,
            format!("GET /{} HTTP/1.1\r\n{host}", "a".repeat(20_000)),
        ),
        (
            Refusal::Token,
            404,
            format!("GET /_jalousie/frame/forged HTTP/1.1\r\n{host}"),
        ),
        (
            Refusal::Token,
            404,
            format!("GET /_jalousie/view/forged HTTP/1.1\r\n{host}"),
        ),
        (
            Refusal::Address,
            404,
            format!("GET /_jalousie/nothing HTTP/1.1\r\n{host}"),
        ),
        (
            Refusal::Address,
            404,
            format!("GET /_jalousie/service/nothing HTTP/1.1\r\n{host}"),
        ),
        (
            Refusal::Address,
            404,
            format!("GET /_jalousie/receipts HTTP/1.1\r\n{host}"),
        ),
        (
            Refusal::BadRequest,
            400,
            format!("GET http://e.example/_jalousie/preferences HTTP/1.1\r\n{host}"),
        ),
        (
            Refusal::Expectation,
            417,
            format!("GET /_jalousie/preferences HTTP/1.1\r\nExpect: more\r\n{host}"),
        ),
        (
            Refusal::TransferCoding,
            501,
            format!(
                "POST /_jalousie/consent HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n{host}0\r\n\r\n"
            ),
        ),
        (
            Refusal::Method,
            405,
            format!("GET /_jalousie/consent HTTP/1.1\r\n{host}"),
        ),
        (
            Refusal::Foreign,
            403,
            format!(
                "POST /_jalousie/consent HTTP/1.1\r\nOrigin: https://evil.example\r\nContent-Length: 0\r\n{host}"
            ),
        ),
    ] {
        refused(&gate, cause, status, &request).await;
    }
    let bad = metrics().refused.of(Refusal::BadPost);
    counts(bad, gate.choose("", "decision=perhaps&scope=all")).await;
    counts(
        bad,
        gate.choose("", "decision=accept&scope=service&service=unheard-of"),
    )
    .await;
    pages_and_decisions(&gate).await;
    what_upstreams_do().await;
    broken_posts_over_http2().await;
}

async fn pages_and_decisions(gate: &Gated) {
    let metrics = metrics();
    let notices = metrics.notices.get(["vimeo"]);
    counts(&metrics.pages, gate.get("/", "")).await;
    assert_eq!(metrics.notices.get(["vimeo"]), notices + 1);
    let video = format!("token={}", video_token());
    for (labels, form) in [
        (
            ["accept", "service", "video"],
            "decision=accept&scope=service&service=vimeo",
        ),
        (
            ["refuse", "category", "video"],
            "decision=refuse&scope=category&category=video",
        ),
        (["withdraw", "all", "*"], "decision=withdraw&scope=all"),
        (
            ["accept", "once", "*"],
            &*format!("decision=accept&scope=once&{video}"),
        ),
        (
            ["save", "preferences", "*"],
            "decision=save&scope=preferences&video=accept",
        ),
    ] {
        let before = metrics.decisions.get(labels);
        assert_eq!(gate.choose("", form).await.status(), 303, "{form}");
        assert_eq!(metrics.decisions.get(labels), before + 1, "{form}");
    }
}

async fn what_upstreams_do() {
    let metrics = metrics();
    let broken =
        |head: &str, body: &str| format!("HTTP/1.1 200 OK\r\n{HTML}{head}\r\n{body}").into_bytes();
    let gate = Gated::before(closing_after(broken("Content-Length: 99\r\n", "<p>cut")).await).await;
    let failures = metrics.upstream_failures.of(Upstream::BrokenBody);
    let closed = metrics.closed.of(Closed::Upstream);
    counts(closed, counts(failures, gate.get("/", ""))).await;
    let gate = Gated::before(
        always(broken(
            "Content-Encoding: gzip\r\nContent-Length: 5\r\n",
            "no zip",
        ))
        .await,
    )
    .await;
    counts(metrics.closed.of(Closed::Coding), gate.get("/", "")).await;
    let gate = Gated::before(always(b"no http at all\r\n\r\n".to_vec()).await).await;
    let failures = metrics.upstream_failures.of(Upstream::BadAnswer);
    assert_eq!(counts(failures, gate.get("/", "")).await.status(), 502);
}

/// What the server resets by itself, the gate's own addresses do not count once more.
async fn broken_posts_over_http2() {
    let mut ear = Ear::open().await;
    let gate = Gated::http2(site(), always(answer(HTML, page())).await).await;
    for path in ["consent", "notice", "receipts/erase"] {
        let path = format!("/_jalousie/{path}");
        let head = block(&[
            (":method", "POST"),
            (":scheme", "http"),
            (":path", &path),
            (":authority", "news.example"),
            ("origin", "http://news.example"),
            ("content-type", "application/x-www-form-urlencoded"),
        ]);
        let mut connection = H2::connect(gate.address).await;
        connection.send(frame(HEADERS, END_HEADERS, 1, head)).await;
        connection.send(frame(DATA, 0, 1, "decision=")).await;
        let trailers = block(&[("connection", "close")]);
        connection
            .send(frame(HEADERS, END_STREAM | END_HEADERS, 1, trailers))
            .await;
        connection.next_of(RST_STREAM).await;
        drop(connection);
        assert_eq!(ear.heard().await.unwrap(), ["http2"], "{path}");
    }
}

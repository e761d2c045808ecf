//! Sites that break, lie or never end: the gate stays closed, and small.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::wire::{Wire, closing_after, status, upstream};
use gate_support::{Answer, Gated, VIDEO, always, answer, encoded, page, site, with_page};
use jalousie_gate::coding::Coding;
use jalousie_gate::layer::Public;
use std::net::SocketAddr;
use std::time::Duration;

const HTML: &str = "Content-Type: text/html; charset=utf-8\r\n";

/// An error page: in words for readers, that names nothing of what is behind the gate.
fn assert_error(answer: &Answer, status: u16) {
    assert_eq!(answer.status(), status, "{}", answer.head);
    let text = answer.text();
    assert!(answer.is_strict() && answer.whole, "{}", answer.head);
    assert!(
        text.starts_with("<!DOCTYPE html>") && text.contains("<h1>"),
        "{text}"
    );
    for internal in [
        "127.0.0.1",
        "upstream",
        "gzip",
        "hyper",
        "Refused",
        "gateway",
        "jalousie-core",
    ] {
        assert!(!text.contains(internal), "{internal} in {text}");
    }
}

#[tokio::test]
async fn a_page_that_breaks_off_is_not_ended_and_nothing_raw_follows() {
    let open = format!(
        "<html lang=\"en\"><p>{}</p><iframe src=\"https://player.vimeo.com/vid",
        "w ".repeat(40_000)
    );
    for (head, body) in [
        ("Content-Length: 999999\r\n", open.clone().into_bytes()),
        (
            "Transfer-Encoding: chunked\r\n",
            format!("{:x}\r\n{open}\r\n", open.len()).into_bytes(),
        ),
        (
            "Transfer-Encoding: chunked\r\n",
            format!("{:x}\r\n{open}\r\nxyz\r\n{VIDEO}", open.len()).into_bytes(),
        ),
    ] {
        let mut bytes = format!("HTTP/1.1 200 OK\r\n{HTML}{head}\r\n").into_bytes();
        bytes.extend(body);
        let answer = Gated::before(closing_after(bytes).await)
            .await
            .get("/", "")
            .await;
        assert_eq!(answer.status(), 200);
        assert!(!answer.whole, "the stump must not look like a page");
        let text = String::from_utf8_lossy(&answer.body);
        assert!(
            !text.contains("player.vimeo") && !text.contains("<iframe"),
            "{}",
            &text[text.len().saturating_sub(200)..]
        );
    }
}

#[tokio::test]
async fn a_coding_that_breaks_is_an_error_at_first_and_a_cut_later() {
    let text = format!("<html lang=\"en\"><p>{}</p>{VIDEO}", words(80_000));
    for coding in [Coding::Gzip, Coding::Brotli, Coding::Zstd] {
        let head = format!("{HTML}Content-Encoding: {}\r\n", coding.token());
        let gate = Gated::before(always(answer(&head, b"this is not packed at all")).await).await;
        assert_error(&gate.get("/", "").await, 502);

        let mut packed = encoded(coding, text.as_bytes());
        packed.truncate(packed.len() / 2);
        for damage in [None, Some(packed.len() - 100)] {
            let mut packed = packed.clone();
            if let Some(place) = damage {
                packed.truncate(place);
                packed.extend_from_slice(&[0xff; 400]);
            }
            let gate = Gated::before(always(answer(&head, &packed)).await).await;
            let answer = gate.get("/", "").await;
            assert!(
                answer.status() == 200 && !answer.whole,
                "{coding:?}: {}",
                answer.head
            );
            assert!(!String::from_utf8_lossy(&answer.body).contains("player.vimeo"));
        }
    }
}

/// Text that does not pack well.
fn words(count: u32) -> String {
    (0..count)
        .map(|n| format!("{:x} ", n.wrapping_mul(2_654_435_761)))
        .collect()
}

#[tokio::test]
async fn an_unknown_coding_of_a_page_is_an_error() {
    for coding in ["compress", "dcz", "gzip, exotic", "gzip, gzip, gzip, gzip"] {
        let gate = Gated::before(
            always(answer(
                &format!("{HTML}Content-Encoding: {coding}\r\n"),
                page(),
            ))
            .await,
        )
        .await;
        assert_error(&gate.get("/", "").await, 502);
    }
}

#[tokio::test]
async fn errors_are_pages_in_the_readers_language() {
    let gate = Gated::before(SocketAddr::from(([127, 0, 0, 1], 1))).await;
    for (language, expected) in [
        ("fr", "lang=\"fr\" dir=\"ltr\""),
        ("ar", "lang=\"ar\" dir=\"rtl\""),
        ("xx", "lang=\"en\""),
    ] {
        let answer = gate
            .get("/", &format!("Accept-Language: {language}\r\n"))
            .await;
        assert_error(&answer, 502);
        assert!(answer.text().contains(expected), "{language}");
    }
    let head = gate
        .ask("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        .await;
    assert_eq!((head.status(), head.body.len()), (502, 0));
    // Requests that the proxy refuses.
    let target = "a".repeat(20_000);
    assert_error(&gate.get(&format!("/{target}"), "").await, 414);
    let trace = gate
        .ask("TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        .await;
    assert_error(&trace, 405);
    assert!(trace.header("allow").is_some());
}

#[tokio::test]
async fn a_request_that_names_no_site_is_refused() {
    let gate = Gated::before(with_page(page()).await).await;
    for request in [
        "GET / HTTP/1.0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: *\r\nConnection: close\r\n\r\n",
        "GET /_jalousie/preferences HTTP/1.1\r\nHost: a;script-src\r\nConnection: close\r\n\r\n",
    ] {
        let answer = gate.ask(request).await;
        assert!(
            answer.status() == 400 && answer.is_strict(),
            "{request}: {}",
            answer.head
        );
    }
}

#[tokio::test]
async fn a_site_that_does_not_go_on_is_a_timeout() {
    let silent = upstream(|mut wire| async move {
        let head = wire.head().await;
        if head.starts_with("GET /body") {
            wire.send(format!(
                "HTTP/1.1 200 OK\r\n{HTML}Content-Length: 99\r\n\r\n"
            ))
            .await;
        }
        let _ = wire.rest().await;
    })
    .await;
    let short = Duration::from_millis(50);
    let gate = Gated::proxying(site(), Public::default(), silent, |config| {
        config.timeouts.head = short;
        config.timeouts.idle = short;
    })
    .await;
    assert_error(&gate.get("/", "").await, 504);
    // The head came, and nothing of the page: still an error page, for nothing was promised yet.
    assert_error(&gate.get("/body", "").await, 504);
}

#[tokio::test]
async fn a_reader_who_goes_away_is_not_waited_for() {
    let gone = std::sync::Arc::new(tokio::sync::Notify::new());
    let told = gone.clone();
    let endless = upstream(move |mut wire| {
        let told = told.clone();
        async move {
            wire.head().await;
            wire.send(format!("HTTP/1.1 200 OK\r\n{HTML}\r\n<html lang=\"en\">"))
                .await;
            use tokio::io::AsyncWriteExt as _;
            while wire.stream.write_all(&[b'w'; 65_536]).await.is_ok() {}
            told.notify_one();
        }
    })
    .await;
    let gate = Gated::before(endless).await;
    let mut reader = Wire::connect(gate.address).await;
    reader.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
    assert_eq!(status(&reader.head().await), 200);
    drop(reader);
    gate_support::wire::soon("the site hears that the reader has gone", gone.notified()).await;
}

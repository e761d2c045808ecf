//! Pages that come again are not made again, and nobody can tell.

#![allow(clippy::unwrap_used)]

mod gate_support;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use gate_support::{
    Gated, VIDEO, always, answer, encoded, keeping, page, site, wire::Wire, wire::header,
    wire::soon, wire::upstream,
};
use jalousie_gate::coding::Coding;
use jalousie_gate::metrics::metrics;
use tokio::sync::{Mutex, MutexGuard, Notify};

const HTML: &str = "Content-Type: text/html; charset=utf-8\r\n";

/// Visits after which a page is known.
const KNOWN: usize = 2;

/// The counter is the whole process's: one test at a time.
async fn alone() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::const_new(());
    TURN.lock().await
}

fn retraced() -> u64 {
    metrics().retraced.get()
}

/// A page of many portions with an embed at its end.
fn long() -> String {
    let words = "<p>Words that nobody has to look at twice.</p>".repeat(4_000);
    format!("<!DOCTYPE html><html lang=\"en\"><title>T</title>{words}{VIDEO}<p>After.</p></html>")
}

#[tokio::test]
async fn a_page_that_comes_again_is_the_same_and_the_site_is_asked_for_it() {
    let _turn = alone().await;
    for html in [page(), long()] {
        for coding in [None, Some(Coding::Gzip), Some(Coding::Brotli)] {
            let body = match coding {
                Some(coding) => encoded(coding, html.as_bytes()),
                None => html.clone().into_bytes(),
            };
            let head = coding.map_or(String::new(), |coding| {
                format!("Content-Encoding: {}\r\n", coding.token())
            });
            let (address, heads) = keeping(answer(&format!("{HTML}{head}"), &body)).await;
            let gate = Gated::before(address).await;
            let before = retraced();
            let accept = "Accept-Encoding: gzip, br\r\n";
            let first = gate.get("/", accept).await;
            assert!(first.text().contains("data-jalousie=\"embed\""));
            for _ in 0..5 {
                let again = gate.get("/", accept).await;
                assert!(again.whole);
                assert_eq!(again.text(), first.text());
                for name in ["vary", "content-encoding", "content-security-policy"] {
                    assert_eq!(again.headers(name), first.headers(name), "{name}");
                }
            }
            assert_eq!(retraced() - before, (6 - KNOWN) as u64);
            assert_eq!(
                heads.lock().unwrap().len(),
                6,
                "the site was asked each time"
            );
            // What was found is counted each time.
            assert_eq!(gate.gate.observations().totals().0, 6);
        }
    }
}

#[tokio::test]
async fn what_the_site_wants_kept_by_nobody_is_not_remembered() {
    let _turn = alone().await;
    for value in [
        "no-store",
        "Private, max-age=60",
        "max-age=0, private=\"x\"",
    ] {
        let head = format!("{HTML}Cache-Control: {value}\r\n");
        let gate = Gated::before(always(answer(&head, page())).await).await;
        let before = retraced();
        for _ in 0..5 {
            gate.get("/", "").await;
        }
        assert_eq!(retraced(), before, "{value}");
    }
}

#[tokio::test]
async fn nothing_is_remembered_where_the_site_says_so() {
    let _turn = alone().await;
    let mut site = site();
    site.remembered_pages = 0;
    let gate = Gated::of(site, always(answer(HTML, page())).await).await;
    let before = retraced();
    for _ in 0..5 {
        assert!(gate.get("/", "").await.whole);
    }
    assert_eq!(retraced(), before);
}

#[tokio::test]
async fn a_page_made_by_another_configuration_is_not_used() {
    let _turn = alone().await;
    let gate = Gated::before(always(answer(HTML, page())).await).await;
    for _ in 0..5 {
        assert!(gate.get("/", "").await.text().contains("Vimeo"));
    }
    let mut other = site();
    other.preferences_link = true;
    gate.gate.replace_site(other);
    let link = "/_jalousie/preferences";
    assert!(gate.get("/", "").await.text().contains(link));
}

/// The first part of a page arrives before the site sends the second, in whatever pieces the page came before.
#[tokio::test]
async fn the_first_bytes_of_a_page_that_is_known_do_not_wait_for_the_others() {
    let _turn = alone().await;
    let (go, visits) = (Arc::new(Notify::new()), Arc::new(AtomicUsize::new(0)));
    let (told, count) = (go.clone(), visits.clone());
    let html = long();
    let (half, middle) = (html.clone(), html.len() / 2);
    let address = upstream(move |mut wire| {
        let (go, visits, html) = (told.clone(), count.clone(), half.clone());
        async move {
            wire.head().await;
            let head = format!(
                "HTTP/1.1 200 OK\r\n{HTML}Content-Length: {}\r\n\r\n",
                html.len()
            );
            wire.send(head).await;
            wire.send(&html[..middle]).await;
            if visits.fetch_add(1, Ordering::SeqCst) >= KNOWN {
                go.notified().await;
            }
            wire.send(&html[middle..]).await;
        }
    })
    .await;
    let gate = Gated::before(address).await;
    let mut whole = Vec::new();
    for _ in 0..KNOWN {
        whole = gate.get("/", "").await.body;
    }
    let mut reader = Wire::connect(gate.address).await;
    reader
        .send("GET / HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n\r\n")
        .await;
    assert_eq!(
        header(&reader.head().await, "transfer-encoding"),
        Some("chunked")
    );
    let mut seen = 0;
    // Less than has come: a chunk's frame and a tag that is not closed yet are held.
    while seen < middle - 1_000 {
        seen += soon("the first half", reader.some()).await.len();
    }
    go.notify_one();
    let (rest, _) = reader.rest().await;
    assert!(rest.ends_with(b"0\r\n\r\n"));
    assert!(seen + rest.len() > whole.len());
}

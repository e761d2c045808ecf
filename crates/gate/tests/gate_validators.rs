//! Which copies of a page a reader may keep: entity tags, `304`, ranges.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::wire::{header, upstream};
use gate_support::{Gated, Heads, answer, keeping, last, page, site};
use jalousie_core::site::{Cache, Site};
use jalousie_gate::layer::Public;
use std::net::SocketAddr;

const BROWSER: &str = "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n";

/// A site with one page of the tag `"abc"`, that confirms copies as HTTP says.
async fn conditional(page: String) -> (SocketAddr, Heads) {
    let heads = Heads::default();
    let kept = heads.clone();
    let address = upstream(move |mut wire| {
        let (page, kept) = (page.clone(), kept.clone());
        async move {
            loop {
                let head = wire.head().await;
                if head.is_empty() {
                    return;
                }
                kept.lock().unwrap().push(head.clone());
                let known = header(&head, "if-none-match")
                    .is_some_and(|tags| tags.contains("\"abc\"") || tags == "*")
                    || header(&head, "if-modified-since").is_some();
                let tag = "ETag: \"abc\"\r\nContent-Security-Policy: frame-src 'none'\r\n";
                match (header(&head, "range"), known) {
                    (_, true) => {
                        wire.send(format!("HTTP/1.1 304 Not Modified\r\n{tag}\r\n"))
                            .await
                    }
                    (Some(_), _) => {
                        let part = format!(
                            "HTTP/1.1 206 Partial Content\r\n{tag}Content-Type: text/html\r\n"
                        );
                        wire.send(format!(
                            "{part}Content-Range: bytes 0-3/9\r\nContent-Length: 4\r\n\r\n<p>a"
                        ))
                        .await;
                    }
                    (None, false) => {
                        wire.send(answer(&format!("Content-Type: text/html\r\n{tag}"), &page))
                            .await
                    }
                }
            }
        }
    })
    .await;
    (address, heads)
}

#[tokio::test]
async fn a_gated_copy_is_confirmed() {
    let (upstream, heads) = conditional(page()).await;
    let gate = Gated::before(upstream).await;
    let first = gate.get("/", BROWSER).await;
    let tag = first.header("etag").unwrap().to_owned();
    for list in [
        tag.clone(),
        format!("\"x,y\", {tag}"),
        tag.trim_start_matches("W/").to_owned(),
        format!("{tag} , W/\"z\""),
    ] {
        let again = gate
            .get("/", &format!("{BROWSER}If-None-Match: {list}\r\n"))
            .await;
        assert_eq!(again.status(), 304, "{list}");
        assert_eq!(
            header(&last(&heads), "if-none-match"),
            Some("W/\"abc\", \"abc\""),
            "{list}"
        );
        let shown = again.header("etag").unwrap();
        assert!(tag.ends_with(shown.trim_start_matches("W/")), "{shown}");
        // The headers of a confirmation replace those of the copy.
        let policies = again.headers("content-security-policy");
        assert_eq!(policies, first.headers("content-security-policy"));
        assert!(
            policies[0].contains("/_jalousie/frame/") && !policies[0].contains("'none'"),
            "{policies:?}"
        );
        assert!(again.body.is_empty());
    }
}

#[tokio::test]
async fn a_copy_from_before_the_gate_is_never_confirmed() {
    let (upstream, heads) = conditional(page()).await;
    let gate = Gated::before(upstream).await;
    for accept in [
        BROWSER,
        "Accept: */*\r\n",
        "",
        "Accept: */*\r\nSec-Fetch-Dest: empty\r\n",
        "Sec-Fetch-Dest: iframe\r\n",
    ] {
        for condition in [
            "If-None-Match: \"abc\"",
            "If-None-Match: W/\"abc\"",
            "If-None-Match: *",
            "If-None-Match: \"abc-j000000000000\"",
            "If-None-Match: W/\"abc-j000000000000\", \"abc\"",
            "If-Modified-Since: Mon, 02 Nov 2026 10:00:00 GMT",
        ] {
            let answer = gate.get("/a", &format!("{accept}{condition}\r\n")).await;
            assert_eq!(answer.status(), 200, "{accept} {condition}");
            assert!(answer.text().contains("data-service=\"vimeo\""));
            assert_eq!(header(&last(&heads), "if-none-match"), None);
        }
    }
}

#[tokio::test]
async fn a_copy_from_another_configuration_is_not_confirmed() {
    let (upstream, _) = conditional(page()).await;
    let gate = Gated::before(upstream).await;
    let tag = gate
        .get("/", BROWSER)
        .await
        .header("etag")
        .unwrap()
        .to_owned();
    gate.gate.replace_site(Site {
        preferences_link: true,
        ..site()
    });
    let answer = gate
        .get("/", &format!("{BROWSER}If-None-Match: {tag}\r\n"))
        .await;
    assert_eq!(answer.status(), 200);
    assert_ne!(answer.header("etag"), Some(&*tag));
}

#[tokio::test]
async fn a_site_that_confirms_unasked_is_not_believed() {
    let (upstream, _) = keeping(b"HTTP/1.1 304 Not Modified\r\n\r\n".to_vec()).await;
    let gate = Gated::before(upstream).await;
    let answer = gate
        .get("/", &format!("{BROWSER}If-None-Match: \"abc\"\r\n"))
        .await;
    assert!(
        answer.status() == 502 && answer.is_strict(),
        "{}",
        answer.head
    );
}

#[tokio::test]
async fn files_are_confirmed_as_the_site_likes() {
    let (upstream, heads) = conditional(page()).await;
    let gate = Gated::before(upstream).await;
    for (path, lines) in [
        ("/a.png", ""),
        ("/a/style.CSS", "Accept: */*\r\n"),
        ("/image", "Sec-Fetch-Dest: image\r\n"),
    ] {
        let answer = gate
            .get(path, &format!("{lines}If-None-Match: \"abc\"\r\n"))
            .await;
        assert_eq!(
            (answer.status(), answer.header("etag")),
            (304, Some("\"abc\"")),
            "{path}"
        );
        assert_eq!(header(&last(&heads), "if-none-match"), Some("\"abc\""));
        let answer = gate
            .get(
                path,
                &format!("{lines}If-Modified-Since: Mon, 02 Nov 2026 10:00:00 GMT\r\n"),
            )
            .await;
        assert_eq!(answer.status(), 304, "{path}");
    }
}

#[tokio::test]
async fn a_feed_that_the_reader_has_is_not_sent_again() {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: \"abc\"\r\nContent-Length: 6\r\n\r\n<rss/>";
    let (upstream, heads) = keeping(head.as_bytes().to_vec()).await;
    let gate = Gated::before(upstream).await;
    let held = gate.get("/feed/", "If-None-Match: W/\"abc\"\r\n").await;
    assert_eq!((held.status(), held.header("etag")), (304, Some("\"abc\"")));
    assert_eq!(header(&last(&heads), "if-none-match"), None);
    let other = gate.get("/feed/", "If-None-Match: \"abd\"\r\n").await;
    assert_eq!((other.status(), other.text().as_str()), (200, "<rss/>"));
}

#[tokio::test]
async fn conditions_on_changes_are_the_sites_affair() {
    let (upstream, heads) = conditional(page()).await;
    let gate = Gated::before(upstream).await;
    let lines = "If-None-Match: *\r\nIf-Match: \"abc\"\r\nIf-Unmodified-Since: x\r\nContent-Length: 0\r\nConnection: close\r\n";
    gate.ask(format!(
        "PUT /a HTTP/1.1\r\nHost: a\r\n{BROWSER}{lines}\r\n"
    ))
    .await;
    let head = last(&heads);
    assert_eq!(
        (header(&head, "if-none-match"), header(&head, "if-match")),
        (Some("*"), Some("\"abc\""))
    );
    assert_eq!(header(&head, "if-unmodified-since"), Some("x"));
}

#[tokio::test]
async fn a_part_of_a_page_is_not_asked_for_and_not_passed_on() {
    let (upstream, heads) = conditional(page()).await;
    let gate = Gated::before(upstream).await;
    let whole = gate
        .get(
            "/",
            &format!("{BROWSER}Range: bytes=0-3\r\nIf-Range: \"abc\"\r\n"),
        )
        .await;
    assert_eq!(
        (whole.status(), header(&last(&heads), "range")),
        (200, None)
    );
    for ranges in [
        "Range: bytes=0-3,5-9\r\n",
        "Range: bytes=0-3\r\nRange: bytes=5-9\r\n",
    ] {
        let whole = gate.get("/", &format!("Accept: */*\r\n{ranges}")).await;
        let asked = last(&heads);
        assert_eq!((whole.status(), header(&asked, "range")), (200, None));
    }
    let part = gate.get("/", "Accept: */*\r\nRange: bytes=0-3\r\n").await;
    assert!(
        part.status() == 502 && part.is_strict() && !part.text().contains("<p>a<"),
        "{}",
        part.head
    );
}

#[tokio::test]
async fn the_parts_of_a_film_are_passed_on() {
    let head = "HTTP/1.1 206 Partial Content\r\nContent-Type: video/mp4\r\nContent-Range: bytes 0-3/9\r\nContent-Length: 4\r\n\r\nabcd";
    let (upstream, heads) = keeping(head.as_bytes().to_vec()).await;
    let part = Gated::before(upstream)
        .await
        .get(
            "/film",
            "Accept: */*\r\nRange: bytes=0-3\r\nIf-Range: \"x\"\r\n",
        )
        .await;
    assert_eq!(
        (part.status(), part.header("content-range")),
        (206, Some("bytes 0-3/9"))
    );
    assert_eq!(
        (
            header(&last(&heads), "range"),
            header(&last(&heads), "if-range")
        ),
        (Some("bytes=0-3"), Some("\"x\""))
    );
}

#[tokio::test]
async fn the_copy_of_one_language_is_not_confirmed_for_another() {
    let html = page().replace(" lang=\"en\"", "");
    let (upstream, _) = conditional(html).await;
    let gate = Gated::before(upstream).await;
    let tag = gate
        .get("/", &format!("{BROWSER}Accept-Language: fr\r\n"))
        .await
        .header("etag")
        .unwrap()
        .to_owned();
    let asked = |language: &str| {
        format!("{BROWSER}If-None-Match: {tag}\r\nAccept-Language: {language}\r\n")
    };
    let same = gate.get("/", &asked("fr")).await;
    assert_eq!(
        (same.status(), same.header("vary")),
        (304, Some("Accept-Language"))
    );
    assert_eq!(gate.get("/", &asked("de")).await.status(), 200);
}

#[tokio::test]
async fn a_private_page_is_confirmed_only_for_the_same_decisions() {
    let (upstream, _) = conditional(page()).await;
    let gate = Gated::with(
        Site {
            cache: Cache::Private,
            ..site()
        },
        Public::default(),
        upstream,
    )
    .await;
    let tag = gate
        .get("/", BROWSER)
        .await
        .header("etag")
        .unwrap()
        .to_owned();
    let lines = format!("{BROWSER}If-None-Match: {tag}\r\n");
    let same = gate.get("/", &lines).await;
    assert_eq!(
        (same.status(), same.header("cache-control")),
        (304, Some("private, no-cache"))
    );
    let accepted = gate
        .get("/", &format!("{lines}Cookie: eu-consent=v1.video:1\r\n"))
        .await;
    assert_eq!(accepted.status(), 200);
    assert!(accepted.text().contains("class=\"jalousie-frame\""));
}

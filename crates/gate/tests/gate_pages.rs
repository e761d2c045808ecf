//! Pages on their way to the reader: codings, headers of the changed body, charsets, streaming.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::wire::{Wire, header, status, upstream};
use gate_support::{
    Answer, Gated, VIDEO, always, answer, decoded, encoded, keeping, last, page, with_page,
};
use jalousie_core::rewrite::{Page, Rewriter};
use jalousie_gate::coding::Coding;
use std::sync::Arc;
use tokio::sync::Notify;

const HTML: &str = "Content-Type: text/html; charset=utf-8\r\n";

/// Requirement 1: nothing of the embed but its words and its link is left.
fn assert_gated(answer: &Answer) {
    assert_eq!(answer.status(), 200, "{}", answer.head);
    let text = answer.text();
    assert!(
        answer.whole && text.contains("Before.") && text.contains("After."),
        "{text}"
    );
    assert!(
        text.contains("data-service=\"vimeo\"") && !text.contains("<iframe"),
        "{text}"
    );
}

#[tokio::test]
async fn a_page_comes_gated_in_a_coding_that_the_reader_accepts() {
    let text = page();
    for (sent, packed) in [
        ("", text.clone().into_bytes()),
        ("identity", text.clone().into_bytes()),
        ("gzip", encoded(Coding::Gzip, text.as_bytes())),
        ("x-gzip", encoded(Coding::Gzip, text.as_bytes())),
        ("br", encoded(Coding::Brotli, text.as_bytes())),
        ("zstd", encoded(Coding::Zstd, text.as_bytes())),
        ("deflate", deflated(text.as_bytes())),
        (
            "gzip, br",
            encoded(Coding::Brotli, &encoded(Coding::Gzip, text.as_bytes())),
        ),
    ] {
        let line = if sent.is_empty() {
            String::new()
        } else {
            format!("Content-Encoding: {sent}\r\n")
        };
        let gate = Gated::before(always(answer(&format!("{HTML}{line}"), packed)).await).await;
        for (accepted, expected) in [
            ("", None),
            ("gzip", Some("gzip")),
            ("br", Some("br")),
            ("zstd, gzip;q=0.1", Some("zstd")),
            ("deflate", None),
            ("*;q=0", None),
        ] {
            let answer = gate
                .get("/", &format!("Accept-Encoding: {accepted}\r\n"))
                .await;
            assert_gated(&answer);
            let expected = expected.filter(|_| !matches!(sent, "" | "identity"));
            assert_eq!(
                answer.header("content-encoding"),
                expected,
                "{sent} for {accepted:?}"
            );
            let varies = answer
                .header("vary")
                .is_some_and(|vary| vary.contains("Accept-Encoding"));
            assert_eq!(varies, !sent.is_empty(), "{sent}");
        }
    }
}

fn deflated(text: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn a_short_page_without_a_tag_is_packed_to_its_end() {
    for text in ["words", "", "<p", &"w".repeat(3_000)] {
        for head in [HTML, "Content-Type: text/html\r\n"] {
            let head = format!("{head}Content-Encoding: gzip\r\n");
            let gate =
                Gated::before(always(answer(&head, encoded(Coding::Gzip, text.as_bytes()))).await)
                    .await;
            let answer = gate.get("/", "Accept-Encoding: gzip\r\n").await;
            assert_eq!(decoded("gzip", &answer.body), text.as_bytes());
        }
    }
}

#[tokio::test]
async fn what_was_said_of_the_bytes_is_not_said_of_others() {
    let head = format!(
        "{HTML}ETag: \"abc\"\r\nLast-Modified: Mon, 02 Nov 2026 10:00:00 GMT\r\nAccept-Ranges: bytes\r\nDigest: a=b\r\n\
         Content-Digest: a=:b:\r\nRepr-Digest: a=:b:\r\nContent-MD5: b\r\nCache-Control: max-age=60\r\nX-Kept: yes\r\n"
    );
    let gate = Gated::before(always(answer(&head, page())).await).await;
    let answer = gate.get("/", "").await;
    assert_gated(&answer);
    for name in [
        "last-modified",
        "accept-ranges",
        "digest",
        "content-digest",
        "repr-digest",
        "content-md5",
    ] {
        assert_eq!(answer.header(name), None, "{name}");
    }
    // A page that has come whole gets the length that it has now.
    let length = answer.body.len().to_string();
    assert_eq!(answer.header("content-length"), Some(&*length));
    assert_eq!(
        (answer.header("x-kept"), answer.header("cache-control")),
        (Some("yes"), Some("max-age=60"))
    );
    let tag = answer.header("etag").unwrap();
    assert!(tag.starts_with("W/\"abc-j") && tag.ends_with('"'), "{tag}");
}

#[tokio::test]
async fn head_says_what_get_would_and_sends_nothing() {
    let head = format!(
        "HTTP/1.1 200 OK\r\n{HTML}ETag: \"abc\"\r\nContent-Encoding: gzip\r\nContent-Length: 1234\r\n\r\n"
    );
    let gate = Gated::before(always(head.into_bytes()).await).await;
    let answer = gate
        .ask("HEAD / HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n")
        .await;
    assert_eq!((answer.status(), answer.body.len()), (200, 0));
    assert_eq!(
        (answer.header("content-length"), answer.header("etag")),
        (None, None)
    );
    assert_eq!(answer.header("content-encoding"), Some("gzip"));
    assert!(
        answer
            .header("content-security-policy")
            .unwrap()
            .starts_with("default-src 'self'")
    );
}

#[tokio::test]
async fn what_is_no_page_passes_byte_for_byte_with_the_policy() {
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    for kind in [
        "image/png",
        "text/plain",
        "application/json",
        "text/css",
        "application/octet-stream",
        "image/svg+xml",
    ] {
        let head = format!(
            "Content-Type: {kind}\r\nETag: \"abc\"\r\nAccept-Ranges: bytes\r\nContent-Encoding: gzip\r\n"
        );
        let gate = Gated::before(always(answer(&head, &bytes)).await).await;
        let answer = gate.get("/", "Accept-Encoding: gzip\r\n").await;
        assert_eq!(answer.body, bytes, "{kind}");
        assert_eq!(
            (answer.header("etag"), answer.header("accept-ranges")),
            (Some("\"abc\""), Some("bytes"))
        );
        assert_eq!(
            (
                answer.header("content-length"),
                answer.header("content-type")
            ),
            (Some("100000"), Some(kind))
        );
        assert!(
            answer
                .header("content-security-policy")
                .unwrap()
                .starts_with("default-src 'self'")
        );
    }
}

#[tokio::test]
async fn whatever_a_browser_may_take_for_a_page_is_gated_and_declared() {
    for (line, expected) in [
        ("Content-Type: TEXT/html\r\n", "text/html"),
        ("Content-Type: text/html charset=utf-8\r\n", "text/html"),
        (
            "Content-Type: text/plain\r\nContent-Type: text/html; charset=UTF-8\r\n",
            "text/html; charset=utf-8",
        ),
        ("Content-Type: text/html; x=\u{e9}\r\n", "text/html"),
        ("Content-Type: html\r\n", "text/html"),
        ("Content-Type: */*\r\n", "text/html"),
        (
            "Content-Type: application/x-unknown-content-type\r\n",
            "text/html",
        ),
        ("", "text/html"),
    ] {
        let gate = Gated::before(always(answer(line, page())).await).await;
        let answer = gate.get("/", "").await;
        assert_gated(&answer);
        assert_eq!(answer.headers("content-type"), [expected], "{line}");
    }
}

#[tokio::test]
async fn xhtml_is_gated_as_xml() {
    let head = "Content-Type: application/xhtml+xml; charset=utf-8\r\n";
    let html = "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><p>Before.</p>\
                <iframe src=\"https://player.vimeo.com/video/1\" /><p>After.</p></html>";
    let gate = Gated::before(always(answer(head, html)).await).await;
    let answer = gate.get("/", "").await;
    let text = answer.text();
    assert!(
        answer.whole && text.contains("After.") && !text.contains(" src=\"https://player"),
        "{text}"
    );
    assert_eq!(
        answer.header("content-type"),
        Some("application/xhtml+xml; charset=utf-8")
    );
    // Entities of its own could hold any markup: refused before the first byte.
    let hidden = html.replace("<html", "<!DOCTYPE html [<!ENTITY e \"&lt;iframe\">]><html");
    let gate = Gated::before(always(gate_support::answer(head, hidden)).await).await;
    let answer = gate.get("/", "").await;
    assert!(
        answer.status() == 502 && answer.is_strict(),
        "{}",
        answer.head
    );
}

#[tokio::test]
async fn undeclared_bytes_are_a_page_where_a_browser_would_think_so() {
    for (path, text, gated) in [
        ("/", format!("\r\n \t<!-- a -->{VIDEO}"), true),
        ("/a.html", format!("words {VIDEO}"), true),
        ("/a.txt", format!("words {VIDEO}"), false),
    ] {
        let gate = Gated::before(always(answer("", &text)).await).await;
        let answer = gate.get(path, "").await;
        assert_eq!(answer.text().contains("data-service"), gated, "{path}");
        assert!(gated || answer.text() == text);
    }
    // White space first, the rest later.
    let upstream = upstream(|mut wire| async move {
        wire.head().await;
        wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n \n\r\n")
            .await;
        wire.send(format!("{:x}\r\n{VIDEO}\r\n0\r\n\r\n", VIDEO.len()))
            .await;
    })
    .await;
    assert!(
        Gated::before(upstream)
            .await
            .get("/", "")
            .await
            .text()
            .contains("data-service")
    );
}

#[tokio::test]
async fn the_charset_of_the_header_is_how_the_page_is_read() {
    let text: Vec<u8> = format!("\u{feff}{}", page())
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let without_mark = text[2..].to_vec();
    for (head, body) in [
        ("text/html; charset=utf-16le", &without_mark),
        ("text/html", &text),
        ("text/html; charset=utf-8", &text),
    ] {
        let gate =
            Gated::before(always(answer(&format!("Content-Type: {head}\r\n"), body)).await).await;
        let answer = gate.get("/", "").await;
        let words: Vec<u16> = answer
            .body
            .chunks(2)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
            .collect();
        let text = String::from_utf16(&words).unwrap();
        assert!(
            text.contains("data-service=\"vimeo\"") && !text.contains("<iframe"),
            "{head}: {text}"
        );
    }
    // What is outside the page's encoding comes as references.
    let latin = b"<html lang=\"fr\"><p>\xe9t\xe9</p><iframe src=\"https://player.vimeo.com/video/1\"></iframe>".to_vec();
    let gate = Gated::before(
        always(answer(
            "Content-Type: text/html; charset=iso-8859-1\r\n",
            latin,
        ))
        .await,
    )
    .await;
    let answer = gate.get("/", "").await;
    assert!(
        answer
            .body
            .windows(5)
            .any(|window| window == b">\xe9t\xe9<")
            && answer.body.windows(5).any(|w| w == b"&#xe9")
    );
}

#[tokio::test]
async fn the_language_is_the_pages_and_else_the_readers() {
    for (html, line, expected, varies) in [
        ("<html lang=\"de\">", "", "de", false),
        ("<html>", "", "fr", true),
        ("<html lang=\"ja\">", "", "fr", true),
        ("<html>", "Content-Language: es\r\n", "es", false),
        ("<html>", "Content-Language: ja, it\r\n", "it", false),
        ("<html>", "Content-Language: ja\r\n", "fr", true),
        ("", "", "fr", true),
    ] {
        let gate = Gated::before(
            always(answer(
                &format!("{HTML}{line}ETag: \"a\"\r\n"),
                format!("{html}{VIDEO}"),
            ))
            .await,
        )
        .await;
        let answer = gate.get("/", "Accept-Language: fr-CH, en;q=0.5\r\n").await;
        assert!(
            answer.text().contains(&format!("lang=\"{expected}\" dir=")),
            "{html} {line}"
        );
        assert_eq!(
            answer.header("vary"),
            varies.then_some("Accept-Language"),
            "{html} {line}"
        );
        assert_eq!(
            answer.header("etag").unwrap().ends_with("-fr\""),
            varies,
            "{html} {line}"
        );
    }
}

/// A slow page: its beginning, a word from the reader that it came, its end.
async fn slow(coding: Option<Coding>) {
    let seen = Arc::new(Notify::new());
    let told = seen.clone();
    let upstream = upstream(move |mut wire| {
        let told = told.clone();
        async move {
            wire.head().await;
            let line = coding.map_or(String::new(), |coding| {
                format!("Content-Encoding: {}\r\n", coding.token())
            });
            wire.send(format!(
                "HTTP/1.1 200 OK\r\n{HTML}{line}Transfer-Encoding: chunked\r\n\r\n"
            ))
            .await;
            let mut encoder =
                coding.map(|coding| jalousie_gate::coding::Encoder::new(coding).unwrap());
            for (part, last) in [("<html lang=\"en\"><p>Before.</p>", false), (VIDEO, true)] {
                let mut bytes = Vec::new();
                match encoder.take() {
                    None => bytes.extend_from_slice(part.as_bytes()),
                    Some(mut one) => {
                        one.push(part.as_bytes(), &mut bytes).unwrap();
                        if last {
                            one.finish(&mut bytes).unwrap();
                        } else {
                            one.flush(&mut bytes).unwrap();
                            encoder = Some(one);
                        }
                    }
                }
                let mut chunk = format!("{:x}\r\n", bytes.len()).into_bytes();
                chunk.extend(bytes);
                chunk.extend(b"\r\n");
                wire.send(chunk).await;
                if !last {
                    told.notified().await;
                }
            }
            wire.send("0\r\n\r\n").await;
        }
    })
    .await;
    let gate = Gated::before(upstream).await;
    let mut reader = Wire::connect(gate.address).await;
    let accept = coding.map_or("identity", Coding::token);
    reader
        .send(format!(
            "GET / HTTP/1.1\r\nHost: a\r\nAccept-Encoding: {accept}\r\n\r\n"
        ))
        .await;
    let head = reader.head().await;
    assert_eq!(status(&head), 200);
    assert_eq!(header(&head, "content-encoding"), coding.map(Coding::token));
    // Bytes have come although the page has not ended.
    let first = reader.some().await;
    assert!(first.len() > 10, "{first:?}");
    seen.notify_one();
}

#[tokio::test]
async fn the_first_bytes_of_a_slow_page_come_before_its_end() {
    for coding in [
        None,
        Some(Coding::Gzip),
        Some(Coding::Brotli),
        Some(Coding::Zstd),
    ] {
        slow(coding).await;
    }
}

#[tokio::test]
async fn the_layer_gives_what_the_rewriter_gives() {
    // Tags left open, and far more text than a portion.
    let open = format!(
        "<html lang=en><div><p>{}{VIDEO}<b>{}<iframe src='https://a.example/",
        "w ".repeat(50_000),
        "é".repeat(9_000)
    );
    let answer = Gated::before(with_page(&open).await)
        .await
        .get("/a", "")
        .await;
    let mut rewriter = Rewriter::new(
        Arc::new(gate_support::site()),
        Page {
            charset: Some(encoding_rs::UTF_8),
            ..Page::new("http://news.example/a".parse().unwrap())
        },
    );
    let mut expected = Vec::new();
    rewriter.push(open.as_bytes(), &mut expected).unwrap();
    rewriter.finish(&mut expected).unwrap();
    assert_eq!(answer.text(), String::from_utf8(expected).unwrap());
}

#[tokio::test]
async fn trailers_come_after_the_page_without_digests_of_other_bytes() {
    let body = page();
    let text = format!(
        "HTTP/1.1 200 OK\r\n{HTML}Trailer: X-Sum, Content-Digest, ETag\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{body}\r\n0\r\n\
         X-Sum: 1\r\nContent-Digest: a=:b:\r\nETag: \"a\"\r\n\r\n",
        body.len()
    );
    let gate = Gated::before(always(text.into_bytes()).await).await;
    let mut reader = Wire::connect(gate.address).await;
    reader
        .send("GET / HTTP/1.1\r\nHost: a\r\nTE: trailers\r\nConnection: close, TE\r\n\r\n")
        .await;
    let (answer, _) = reader.rest().await;
    let text = String::from_utf8(answer).unwrap().to_ascii_lowercase();
    assert!(
        text.contains("data-service=\"vimeo\"") && !text.contains("content-digest: a"),
        "{text}"
    );
    assert!(!text.contains("etag: "), "nobody has marked it: {text}");
}

#[tokio::test]
async fn interim_answers_are_not_answers() {
    // 103 early hints would name third parties; 100 is between the proxy and the site.
    let hints = "HTTP/1.1 103 Early Hints\r\nLink: <https://e.example/>; rel=preconnect\r\n\r\n";
    let mut bytes = hints.as_bytes().to_vec();
    bytes.extend(answer(HTML, page()));
    let answer = Gated::before(always(bytes).await).await.get("/", "").await;
    assert_gated(&answer);
    assert!(!answer.head.contains("e.example"));
}

#[tokio::test]
async fn the_site_is_asked_for_codings_that_can_be_read_and_hears_of_gpc() {
    let (upstream, heads) = keeping(answer(HTML, page())).await;
    let gate = Gated::before(upstream).await;
    gate.get(
        "/",
        "Accept-Encoding: gzip, dcz, sdch;q=0.5\r\nSec-GPC: 1\r\n",
    )
    .await;
    assert_eq!(header(&last(&heads), "accept-encoding"), Some("gzip"));
    // Requirement 18: passed on, never stripped.
    assert_eq!(header(&last(&heads), "sec-gpc"), Some("1"));
}

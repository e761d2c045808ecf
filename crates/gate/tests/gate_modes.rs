//! Observing only; pages that differ from reader to reader; settings that pages show.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::{Answer, Gated, UNKNOWN, VIDEO, always, answer, encoded, page, site, with_page};
use jalousie_core::site::{Cache, Mode, Site};
use jalousie_gate::coding::Coding;

const HTML: &str = "Content-Type: text/html; charset=utf-8\r\n";

fn observing() -> Site {
    Site {
        mode: Mode::Observe,
        ..site()
    }
}

/// Posts a report as browsers do.
async fn report(gate: &Gated, page: &str, blocked: &str) -> Answer {
    let body =
        format!("{{\"csp-report\":{{\"document-uri\":{page:?},\"blocked-uri\":{blocked:?}}}}}");
    post(gate, &body).await
}

async fn post(gate: &Gated, body: &str) -> Answer {
    let head = "POST /_jalousie/violations HTTP/1.1\r\nHost: news.example\r\nContent-Type: application/csp-report\r\n";
    gate.ask(format!(
        "{head}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    ))
    .await
}

#[tokio::test]
async fn observing_changes_nothing_and_counts() {
    let text = format!("{}{UNKNOWN}", page());
    let odd = [text.as_bytes(), b"\xff\xfe\x00<iframe src='//a.example'"].concat();
    for (line, body) in [
        ("", odd.clone()),
        (
            "Content-Encoding: gzip\r\n",
            encoded(Coding::Gzip, text.as_bytes()),
        ),
        (
            "Content-Encoding: gzip\r\n",
            encoded(Coding::Gzip, text.as_bytes())[..40].to_vec(),
        ),
        ("Content-Encoding: gzip\r\n", b"not packed".to_vec()),
        ("Content-Encoding: exotic\r\n", b"whatever".to_vec()),
        (
            "Content-Type: application/xhtml+xml\r\n",
            b"<!DOCTYPE html [<!ENTITY e \"x\">]><html></html>".to_vec(),
        ),
    ] {
        let html = if line.starts_with("Content-Type") {
            ""
        } else {
            HTML
        };
        let lines = format!(
            "{html}{line}ETag: \"abc\"\r\nLink: <https://e.example>; rel=preconnect\r\nContent-Security-Policy: frame-src 'none'\r\n"
        );
        let gate = Gated::of(observing(), always(answer(&lines, &body)).await).await;
        let seen = gate
            .get(
                "/",
                "Accept-Encoding: gzip\r\nIf-None-Match: \"x\"\r\nRange: bytes=0-\r\n",
            )
            .await;
        assert!(seen.whole && seen.body == body, "{line}");
        assert_eq!(
            (seen.header("etag"), seen.header("content-length")),
            (Some("\"abc\""), Some(&*body.len().to_string()))
        );
        assert_eq!(
            seen.headers("content-security-policy"),
            ["frame-src 'none'"]
        );
        assert_eq!(
            seen.header("link"),
            Some("<https://e.example>; rel=preconnect")
        );
        let policy = seen.header("content-security-policy-report-only").unwrap();
        assert!(
            policy.starts_with("default-src 'self'")
                && policy.ends_with("report-uri /_jalousie/violations"),
            "{policy}"
        );
    }
}

#[tokio::test]
async fn what_was_found_is_a_configuration_to_start_from() {
    let gate = Gated::of(
        observing(),
        always(answer(HTML, format!("{}{UNKNOWN}", page()))).await,
    )
    .await;
    for _ in 0..3 {
        gate.get("/valley", "").await;
    }
    report(
        &gate,
        "http://news.example/valley",
        "https://created.example/frame",
    )
    .await;
    let observations = gate.gate.observations();
    let (pages, services) = observations.totals();
    assert_eq!(
        (pages, services["vimeo"], services["unclassified"]),
        (3, 3, 4)
    );
    let text = observations.configuration();
    let table: toml::Table = text.parse().unwrap();
    assert_eq!(table["services"]["used"].as_array().unwrap().len(), 1);
    assert!(
        !table.contains_key("allow"),
        "nothing is allowed that nobody gave a reason for"
    );
    for part in [
        "player.vimeo.com",
        "widgets.unknown.example",
        "created.example",
        "/valley",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[tokio::test]
async fn reports_are_counted_for_this_site_and_bounded() {
    let gate = Gated::of(observing(), with_page(page()).await).await;
    for (page, blocked) in [
        ("http://other.example/", "https://e.example/"),
        ("http://news.example/", "http://news.example/own.js"),
        ("http://news.example/", "inline"),
        ("http://news.example/", "data"),
        ("", ""),
    ] {
        assert_eq!(report(&gate, page, blocked).await.status(), 204);
    }
    for body in [
        "",
        "{",
        "[]",
        "{\"csp-report\":1}",
        "{\"csp-report\":{\"blocked-uri\":[]}}",
    ] {
        assert_eq!(post(&gate, body).await.status(), 204, "{body}");
    }
    assert_eq!(post(&gate, &"x".repeat(20_000)).await.status(), 413);
    assert!(gate.gate.observations().totals().1.is_empty());
    report(&gate, "http://news.example/", "https://e.example/").await;
    assert_eq!(gate.gate.observations().totals().1["unclassified"], 1);
    assert_eq!(gate.get("/_jalousie/violations", "").await.status(), 405);
    let gating = Gated::before(with_page(page()).await).await;
    assert_eq!(
        report(&gating, "http://news.example/", "https://e.example/")
            .await
            .status(),
        204
    );
    assert!(gating.gate.observations().totals().1.is_empty());
}

#[tokio::test]
async fn a_private_page_shows_what_its_reader_accepted() {
    let html = format!("<html lang=\"en\">{VIDEO}{UNKNOWN}");
    let lines = format!(
        "{HTML}Cache-Control: public, max-age=600\r\nCDN-Cache-Control: max-age=600\r\nSurrogate-Control: max-age=9\r\n"
    );
    let gate = Gated::of(
        Site {
            cache: Cache::Private,
            ..site()
        },
        always(answer(&lines, html)).await,
    )
    .await;
    for (cookie, frames, refused) in [
        ("", 0, 0),
        ("Cookie: eu-consent=v1.video:1\r\n", 1, 0),
        ("Cookie: eu-consent=v1.unclassified:1.video:1\r\n", 2, 0),
        ("Cookie: eu-consent=v1.unclassified:1.video:0\r\n", 1, 1),
        (
            "Cookie: eu-consent=v1.video:1; eu-consent=v1.video:1\r\n",
            0,
            0,
        ),
    ] {
        let answer = gate.get("/", cookie).await;
        let text = answer.text();
        assert_eq!(
            text.matches("<iframe class=\"jalousie-frame\" src=\"/_jalousie/frame/")
                .count(),
            frames,
            "{cookie}"
        );
        assert_eq!(
            text.matches("data-jalousie-state=\"refused\"").count(),
            refused,
            "{cookie}"
        );
        assert!(!text.contains("src=\"https://player") && !text.contains("src=\"https://widgets"));
        assert_eq!(answer.headers("cache-control"), ["private, no-cache"]);
        assert!(answer.header("vary").unwrap().contains("Cookie"));
        assert_eq!(
            (
                answer.header("cdn-cache-control"),
                answer.header("surrogate-control")
            ),
            (None, None)
        );
    }
}

#[tokio::test]
async fn a_shared_page_is_the_same_for_everyone() {
    let gate = Gated::before(
        always(answer(
            &format!("{HTML}Cache-Control: max-age=600\r\n"),
            page(),
        ))
        .await,
    )
    .await;
    let first = gate.get("/", "").await;
    for lines in [
        "Cookie: eu-consent=v1.video:1\r\n",
        "Sec-GPC: 1\r\n",
        "Accept-Language: ar\r\n",
        "User-Agent: x\r\n",
    ] {
        let other = gate.get("/", lines).await;
        assert_eq!(other.body, first.body, "{lines}");
        assert_eq!(
            (other.header("vary"), other.header("cache-control")),
            (None, Some("max-age=600"))
        );
    }
}

/// Requirement 13: the way to the choices, from every page.
#[tokio::test]
async fn each_page_can_link_to_the_choices() {
    let html = "<html lang=\"fr\"><body><p>Rien d'externe.</p></body></html>";
    let gate = Gated::of(
        Site {
            preferences_link: true,
            ..site()
        },
        with_page(html).await,
    )
    .await;
    let text = gate.get("/a?b=c", "").await.text();
    let link = "<a href=\"/_jalousie/preferences?lang=fr&amp;return=%2Fa%3Fb%3Dc\">";
    assert!(
        text.contains(link) && text.find(link) < text.find("</body>"),
        "{text}"
    );
    let without = Gated::before(with_page(html).await)
        .await
        .get("/", "")
        .await;
    assert_eq!(
        without.text(),
        html,
        "a page with nothing external stays as it is"
    );
}

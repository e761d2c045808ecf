//! Paths that are treated otherwise, and that they are no more than what was written down.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::{Answer, Gated, UNKNOWN, VIDEO, always, answer, site, with_page};
use jalousie_core::catalogue::HostPattern;
use jalousie_core::site::{Exception, Mode, PathPattern, Site};

const PAGE: &str = "<html lang=\"en\"><script src=\"https://cdn.unknown.example/a.js\"></script>";

fn exception(path: &str, mode: Option<Mode>, hosts: &[&str]) -> Exception {
    Exception {
        path: PathPattern::parse(path).unwrap(),
        mode,
        allowed: hosts
            .iter()
            .map(|host| HostPattern::parse(host).unwrap())
            .collect(),
        reason: "R".into(),
    }
}

fn with(exceptions: Vec<Exception>) -> Site {
    Site {
        exceptions,
        ..site()
    }
}

fn is_gated(answer: &Answer) -> bool {
    let policy = answer.header("content-security-policy").is_some();
    let page =
        answer.status() != 200 || !answer.text().contains("<script src=\"https://cdn.unknown");
    assert_eq!(policy, page, "{}", answer.head);
    page
}

#[tokio::test]
async fn off_is_off_and_nowhere_else() {
    let lines = "Content-Type: text/html\r\nETag: \"a\"\r\nLast-Modified: Thu, 01 Jan 2026 00:00:00 GMT\r\n\
                 Link: <https://e.example>; rel=preconnect\r\nCache-Control: max-age=60\r\n";
    let body = format!("{PAGE}{VIDEO}{UNKNOWN}");
    let site = Site {
        in_page: vec!["analytics".into()],
        ..with(vec![exception("/admin/*", Some(Mode::Off), &[])])
    };
    let gate = Gated::of(site, always(answer(lines, &body)).await).await;
    for target in ["/admin/", "/admin/a/b?c=d", "/admin/a?x=/../article"] {
        let seen = gate
            .get(target, "Cookie: eu-consent=v1.analytics:1\r\n")
            .await;
        assert!(seen.whole && seen.text() == body, "{target}");
        for (name, value) in [
            ("etag", Some("\"a\"")),
            ("link", Some("<https://e.example>; rel=preconnect")),
            ("cache-control", Some("max-age=60")),
            ("last-modified", Some("Thu, 01 Jan 2026 00:00:00 GMT")),
            ("vary", None),
            ("content-security-policy", None),
            ("content-security-policy-report-only", None),
        ] {
            assert_eq!(seen.header(name), value, "{target} {name}");
        }
    }
    assert!(
        gate.gate.observations().totals().1.is_empty(),
        "nothing is counted"
    );
    assert!(is_gated(&gate.get("/", "").await));
}

#[tokio::test]
async fn a_path_that_could_lead_elsewhere_is_gated() {
    let site = with(vec![
        exception("/admin/*", Some(Mode::Off), &[]),
        exception("/contact", Some(Mode::Off), &[]),
    ]);
    let gate = Gated::of(site, with_page(PAGE).await).await;
    for open in ["/admin/", "/admin/x", "/contact", "/contact?a"] {
        assert!(!is_gated(&gate.get(open, "").await), "{open}");
    }
    for target in [
        "/admin",
        "/Admin/x",
        "/ADMIN/",
        "/contact/",
        "/contacts",
        "/contact;a",
        "/contact/.",
        "/contact%2e",
        "/admin/../article",
        "/admin/x/../../article",
        "/admin/%2e%2e/article",
        "/admin/.%2E/article",
        "/admin/..%2farticle",
        "/admin/%2e%2e%2farticle",
        "/admin/..;/article",
        "/admin/;/../article",
        "/admin/..\\article",
        "/admin/..%5carticle",
        "/admin/%252e%252e/article",
        "/admin//article",
        "//admin/x",
        "/./admin/x",
        "/x/../admin/x",
        "/admin/./x",
        "/admin/.../x",
        "/admin/%c0%ae%c0%ae/article",
        "/admin/x%00",
        "/%61dmin/x",
        "/admin%2fx",
        "/admin/x|y",
        "/admin/x/..",
    ] {
        assert!(is_gated(&gate.get(target, "").await), "{target}");
    }
    // Neither do addresses in full, as proxies are sent them, nor other headers that name a path.
    let whole = "GET http://news.example/admin/../article HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n\r\n";
    assert!(is_gated(&gate.ask(whole).await));
    for name in [
        "X-Original-URL",
        "X-Rewrite-URL",
        "X-Forwarded-Path",
        "Referer",
    ] {
        assert!(
            is_gated(&gate.get("/article", &format!("{name}: /admin/x\r\n")).await),
            "{name}"
        );
    }
}

#[tokio::test]
async fn a_path_may_have_hosts_of_its_own() {
    let gate = Gated::of(
        with(vec![exception("/box/*", None, &["cdn.unknown.example"])]),
        always(answer(
            "Content-Type: text/html\r\nETag: \"a\"\r\n",
            format!("{PAGE}{UNKNOWN}"),
        ))
        .await,
    )
    .await;
    let (there, elsewhere) = (gate.get("/box/a", "").await, gate.get("/a", "").await);
    let policy = |answer: &Answer| {
        answer
            .header("content-security-policy")
            .unwrap()
            .contains("cdn.unknown.example")
    };
    assert!(policy(&there) && !policy(&elsewhere));
    assert!(
        there
            .text()
            .contains("<script src=\"https://cdn.unknown.example/a.js\">")
    );
    assert!(
        !there
            .text()
            .contains("<iframe src=\"https://widgets.unknown"),
        "the rest stays gated"
    );
    assert!(!elsewhere.text().contains("<script src=\"https://cdn"));
    // A copy from there is confirmed nowhere else.
    assert_ne!(
        there.header("etag").unwrap(),
        elsewhere.header("etag").unwrap()
    );
}

#[tokio::test]
async fn a_path_may_be_observed_and_an_observed_site_gated_in_part() {
    let gate = Gated::of(
        with(vec![exception(
            "/new/*",
            Some(Mode::Observe),
            &["fine.example"],
        )]),
        with_page(PAGE).await,
    )
    .await;
    let seen = gate.get("/new/a", "").await;
    assert_eq!(seen.text(), PAGE);
    let policy = seen.header("content-security-policy-report-only").unwrap();
    assert!(
        policy.contains("fine.example") && policy.ends_with("report-uri /_jalousie/violations"),
        "{policy}"
    );
    for (page, blocked) in [
        ("/new/a", "https://created.example/x"),
        ("/new/a", "https://fine.example/x"),
        ("/old", "https://elsewhere.example/x"),
        ("/new/../old", "https://trick.example/x"),
    ] {
        let body = format!(
            "{{\"csp-report\":{{\"document-uri\":\"http://news.example{page}\",\"blocked-uri\":{blocked:?}}}}}"
        );
        let head =
            "POST /_jalousie/violations HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n";
        let sent = gate
            .ask(format!(
                "{head}Content-Length: {}\r\n\r\n{body}",
                body.len()
            ))
            .await;
        assert_eq!(sent.status(), 204);
    }
    let text = gate.gate.observations().configuration();
    assert!(
        text.contains("cdn.unknown.example") && text.contains("created.example"),
        "{text}"
    );
    assert!(
        !text.contains("fine.example") && !text.contains("elsewhere") && !text.contains("trick"),
        "{text}"
    );
    assert!(gate.gate.site().observes());
    let partly = Site {
        mode: Mode::Observe,
        ..with(vec![exception("/tried/*", Some(Mode::Gate), &[])])
    };
    let gate = Gated::of(partly, with_page(PAGE).await).await;
    assert!(is_gated(&gate.get("/tried/a", "").await));
    assert_eq!(gate.get("/a", "").await.text(), PAGE);
}

//! The separate host for frames that run third parties' scripts: nothing else is served there.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::{
    Answer, Gated, Heads, answer, keeping, keys, page, script_token, site, video_token,
};
use jalousie_core::notice;
use jalousie_core::site::Site;
use jalousie_gate::layer::Public;

const YES: &str = "Cookie: __Host-eu-consent=v1.social:1.video:1\r\n";

fn public() -> Public {
    Public {
        url: Some("https://news.example".parse().unwrap()),
        ..Public::default()
    }
}

fn with_frame_host(origin: &str) -> Site {
    Site {
        frame_origin: Some(origin.parse().unwrap()),
        ..site()
    }
}

async fn gate() -> (Gated, Heads) {
    let (upstream, heads) = keeping(answer("Content-Type: text/html\r\n", page())).await;
    (
        Gated::with(
            with_frame_host("https://frames.example"),
            public(),
            upstream,
        )
        .await,
        heads,
    )
}

/// `GET` on the frame host.
async fn there(gate: &Gated, target: &str, lines: &str) -> Answer {
    gate.ask(format!(
        "GET {target} HTTP/1.1\r\nHost: frames.example\r\n{lines}Connection: close\r\n\r\n"
    ))
    .await
}

#[tokio::test]
async fn a_decision_on_the_site_opens_the_frame_on_its_own_host() {
    let (gate, _) = gate().await;
    let frame = format!("/_jalousie/frame/{}", script_token());
    assert_eq!(
        gate.get(&frame, "").await.status(),
        403,
        "no yes, no way there"
    );
    let sent = gate.get(&frame, YES).await;
    let location = sent.header("location").unwrap();
    assert!(sent.status() == 302 && sent.is_strict(), "{}", sent.head);
    let path = location.strip_prefix("https://frames.example").unwrap();
    assert!(path.starts_with(&format!("{frame}?grant=")), "{location}");
    let answer = there(&gate, path, "").await;
    let policy = answer.header("content-security-policy").unwrap();
    assert!(
        answer.status() == 200 && answer.text().contains("<script"),
        "{}",
        answer.head
    );
    assert!(
        policy.contains("frame-ancestors https://news.example;")
            && policy.contains("allow-same-origin"),
        "{policy}"
    );
    assert_eq!(answer.header("set-cookie"), None);
    // The content of another kind stays on the site.
    assert_eq!(
        gate.get(&format!("/_jalousie/frame/{}", video_token()), YES)
            .await
            .status(),
        200
    );
}

#[tokio::test]
async fn without_permission_the_way_leads_back_to_the_site() {
    let (gate, _) = gate().await;
    let frame = format!("/_jalousie/frame/{}", script_token());
    for (target, lines) in [
        (frame.clone(), YES),
        (
            format!("{frame}?grant={}", keys().grant(&script_token(), 1)),
            "",
        ),
        (
            format!("{frame}?grant={}", keys().grant(&video_token(), u64::MAX)),
            "",
        ),
    ] {
        let answer = there(&gate, &target, lines).await;
        assert_eq!(
            (answer.status(), answer.header("location")),
            (302, Some(&*format!("https://news.example{frame}"))),
            "{target}"
        );
    }
    assert_eq!(
        there(&gate, "/_jalousie/frame/a.b", YES).await.status(),
        404
    );
}

#[tokio::test]
async fn nothing_else_is_served_on_the_frame_host() {
    let (gate, heads) = gate().await;
    for path in [
        "/",
        "/a",
        "/_jalousie/preferences",
        "/_jalousie/service/x",
        "/_jalousie/consent",
        "/.well-known/gpc.json",
    ] {
        let answer = there(&gate, path, YES).await;
        assert!(
            answer.status() == 404 && answer.is_strict(),
            "{path}: {}",
            answer.head
        );
    }
    assert_eq!(
        there(&gate, &format!("/_jalousie/view/{}", script_token()), YES)
            .await
            .status(),
        404
    );
    let form = "decision=accept&scope=all";
    let post = format!(
        "POST /_jalousie/consent HTTP/1.1\r\nHost: frames.example\r\nOrigin: https://frames.example\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{form}",
        form.len()
    );
    let answer = gate.ask(post).await;
    assert_eq!((answer.status(), answer.header("set-cookie")), (404, None));
    assert!(heads.lock().unwrap().is_empty(), "the site is not asked");
    for asset in [notice::client(), notice::style()] {
        assert_eq!(
            there(&gate, &format!("/_jalousie/{}", asset.name), "")
                .await
                .status(),
            200
        );
    }
}

#[tokio::test]
async fn the_page_admits_the_frame_host() {
    let (gate, _) = gate().await;
    let page = gate.get("/", "").await;
    assert!(
        page.header("content-security-policy")
            .unwrap()
            .ends_with("frame-src 'self' news.example https://frames.example")
    );
    let view = gate
        .get(&format!("/_jalousie/view/{}", script_token()), YES)
        .await;
    assert!(
        view.status() == 200
            && view
                .header("content-security-policy")
                .unwrap()
                .contains("frame-src 'self' https://frames.example;")
    );
}

/// With the site's own origin, or where the two cannot be told apart, scripts would read the site's pages.
#[tokio::test]
async fn a_frame_host_that_is_the_site_itself_is_not_used() {
    for (origin, public) in [
        ("https://news.example", public()),
        ("https://news.example:443/frames", public()),
        ("http://frames.example", Public::default()),
    ] {
        let (upstream, _) = keeping(answer("Content-Type: text/html\r\n", page())).await;
        let gate = Gated::with(with_frame_host(origin), public, upstream).await;
        let cookies = format!("{YES}Cookie: eu-consent=v1.social:1\r\n");
        let answer = gate
            .get(&format!("/_jalousie/frame/{}", script_token()), &cookies)
            .await;
        let policy = answer.header("content-security-policy").unwrap();
        assert!(
            answer.status() == 200 && !policy.contains("allow-same-origin"),
            "{origin}: {}",
            answer.head
        );
        assert_eq!(there(&gate, "/", "").await.status(), 200, "{origin}");
    }
}

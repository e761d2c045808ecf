//! No one but the reader, on a page of the site, decides.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::wire::Wire;
use gate_support::{Answer, FROM_HERE, Gated, page, site, video_token, with_page};
use jalousie_gate::layer::Public;

const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\nAccept: text/html\r\n";
const ACCEPT: &str = "decision=accept&scope=category&category=video&return=/";

async fn gate() -> Gated {
    Gated::before(with_page(page()).await).await
}

/// Nothing was changed, and the answer says no more than that.
fn assert_refused(answer: &Answer, status: u16, what: &str) {
    assert_eq!(answer.status(), status, "{what}: {}", answer.head);
    assert!(answer.is_strict(), "{what}");
    for name in [
        "set-cookie",
        "location",
        "jalousie-frame",
        "access-control-allow-origin",
    ] {
        assert_eq!(answer.header(name), None, "{what}: {name}");
    }
}

#[tokio::test]
async fn only_a_page_of_this_very_site_may_post() {
    let gate = gate().await;
    for (lines, ok) in [
        (
            "Origin: http://news.example\r\nSec-Fetch-Site: same-origin\r\n",
            true,
        ),
        ("Origin: http://news.example\r\n", true),
        // Pages with `Referrer-Policy: no-referrer`.
        ("Origin: null\r\nSec-Fetch-Site: same-origin\r\n", true),
        ("Sec-Fetch-Site: same-origin\r\n", true),
        // A third party's frame, a sandboxed frame, a sibling host, another scheme or port, another site.
        ("Origin: null\r\n", false),
        ("Origin: null\r\nSec-Fetch-Site: cross-site\r\n", false),
        (
            "Origin: http://www.news.example\r\nSec-Fetch-Site: same-site\r\n",
            false,
        ),
        (
            "Origin: http://news.example\r\nSec-Fetch-Site: same-site\r\n",
            false,
        ),
        (
            "Origin: http://news.example\r\nSec-Fetch-Site: cross-site\r\n",
            false,
        ),
        (
            "Origin: http://news.example\r\nSec-Fetch-Site: none\r\n",
            false,
        ),
        ("Origin: http://frames.news.example\r\n", false),
        ("Origin: https://news.example\r\n", false),
        ("Origin: http://news.example:81\r\n", false),
        ("Origin: http://news.example.e.example\r\n", false),
        (
            "Origin: http://e.example\r\nSec-Fetch-Site: same-origin\r\n",
            false,
        ),
        ("Origin: http://news.example http://e.example\r\n", false),
        ("Referer: http://news.example/a\r\n", false),
        ("", false),
    ] {
        let answer = gate.post(&format!("{FORM}{lines}"), ACCEPT).await;
        if ok {
            assert_eq!(
                (answer.status(), answer.headers("set-cookie").len()),
                (303, 1),
                "{lines}"
            );
        } else {
            assert_refused(&answer, 403, lines);
        }
    }
}

#[tokio::test]
async fn the_host_is_not_what_the_sender_claims() {
    // Not a trusted proxy: its claims about host and scheme count for nothing.
    let gate = gate().await;
    let lines =
        "Origin: https://e.example\r\nX-Forwarded-Host: e.example\r\nX-Forwarded-Proto: https\r\n";
    assert_refused(
        &gate.post(&format!("{FORM}{lines}"), ACCEPT).await,
        403,
        "untrusted",
    );
    let trusted = Public {
        url: None,
        trusted: ["127.0.0.0/8".parse().unwrap()].into_iter().collect(),
    };
    let gate = Gated::with(site(), trusted, with_page(page()).await).await;
    assert_refused(
        &gate.post(&format!("{FORM}{lines}"), ACCEPT).await,
        403,
        "trusted for the scheme alone",
    );
    let lines = "Origin: https://news.example\r\nX-Forwarded-Proto: https\r\n";
    let answer = gate.post(&format!("{FORM}{lines}"), ACCEPT).await;
    assert!(
        answer
            .header("set-cookie")
            .unwrap()
            .starts_with("__Host-eu-consent=")
            && answer.status() == 303
    );
    let page = gate.get("/", "X-Forwarded-Host: e.example\r\n").await;
    assert!(!page.head.contains("e.example") && !page.text().contains("e.example"));
}

#[tokio::test]
async fn what_is_no_decision_changes_nothing() {
    let gate = gate().await;
    let token = video_token();
    let forged = format!("{}A", &token[..token.len() - 1]);
    let other = jalousie_core::frame::Keys::new(vec![[8; 32]]).unwrap();
    let foreign = other.sign(&gate_support::iframe(
        "vimeo",
        "https://player.vimeo.com/video/1",
    ));
    for form in [
        "".to_owned(),
        "decision=accept".to_owned(),
        "decision=maybe&scope=all".to_owned(),
        "decision=accept&scope=world".to_owned(),
        "decision=accept&scope=category&category=nothing".to_owned(),
        "decision=accept&scope=category&category=video.social:1".to_owned(),
        "decision=accept&scope=service&service=nobody".to_owned(),
        "decision=accept&scope=service&service=video".to_owned(),
        "decision=accept&scope=once&token=".to_owned(),
        "decision=accept&scope=once&token=a.b".to_owned(),
        format!("decision=accept&scope=once&token={forged}"),
        format!("decision=accept&scope=once&token={foreign}"),
        "decision=save&scope=preferences&video=perhaps".to_owned(),
        "decision=save&scope=preferences&nothing=accept".to_owned(),
        "decision=save&scope=preferences&%40nobody=accept".to_owned(),
        "decision=save&scope=all".to_owned(),
        "{\"decision\":\"accept\"}".to_owned(),
    ] {
        assert_refused(&gate.choose("", &form).await, 400, &form);
    }
}

#[tokio::test]
async fn only_a_form_is_read_and_only_posted() {
    let gate = gate().await;
    for kind in [
        "text/plain",
        "application/json",
        "multipart/form-data; boundary=a",
        "application/x-www-form-urlencodedx",
        "",
    ] {
        let lines =
            format!("Origin: http://news.example\r\nAccept: text/html\r\nContent-Type: {kind}\r\n");
        assert_refused(&gate.post(&lines, ACCEPT).await, 415, kind);
    }
    let large = format!("{ACCEPT}&x={}", "x".repeat(70_000));
    assert_refused(&gate.choose("", &large).await, 413, "too large");
    for method in ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        let head = format!(
            "{method} /_jalousie/consent?{ACCEPT} HTTP/1.1\r\nHost: news.example\r\n{FROM_HERE}"
        );
        let answer = gate.ask(format!("{head}Connection: close\r\n\r\n")).await;
        assert_eq!(
            (answer.status(), answer.header("allow")),
            (405, Some("POST")),
            "{method}"
        );
        assert_eq!(answer.header("set-cookie"), None);
    }
}

#[tokio::test]
async fn a_post_that_breaks_off_changes_nothing() {
    let gate = gate().await;
    let mut wire = Wire::connect(gate.address).await;
    let head = format!(
        "POST /_jalousie/consent HTTP/1.1\r\nHost: news.example\r\n{FROM_HERE}Content-Length: 500\r\n\r\n{ACCEPT}"
    );
    wire.send(head).await;
    tokio::io::AsyncWriteExt::shutdown(&mut wire.stream)
        .await
        .unwrap();
    let (answer, _) = wire.rest().await;
    assert!(
        !String::from_utf8_lossy(&answer)
            .to_ascii_lowercase()
            .contains("set-cookie")
    );
}

#[tokio::test]
async fn nobody_is_sent_off_the_site() {
    let gate = gate().await;
    for back in [
        "//e.example",
        "/\\e.example",
        "\\\\e.example",
        "https://e.example",
        "javascript:alert(1)",
        "e.example",
        "%2F%2Fe.example",
        "/%09/e.example",
        "/%0d%0aSet-Cookie:a=b",
        "%2F%0D%0ASet-Cookie%3A%20a%3Db",
        "/%C3%A9",
        " //e.example",
        "%00/e.example",
    ] {
        for decision in ["accept", "refuse"] {
            let answer = gate
                .choose(
                    "",
                    &format!("decision={decision}&scope=category&category=video&return={back}"),
                )
                .await;
            let location = answer.header("location").unwrap();
            assert_eq!((answer.status(), location), (303, "/"), "{back}");
            assert_eq!(answer.headers("set-cookie").len(), 1, "{back}");
        }
    }
    // Encoded twice it is only a strange path of this site; and a language is one of ours or none.
    let form = format!(
        "decision=accept&scope=category&category=video&token={}&return=/%250d%250aa&lang=",
        video_token()
    );
    for lang in ["fr-%0d%0aSet-Cookie%3A%20a", "fr-%26grant%3Dx", "e.example"] {
        let answer = gate.choose("", &format!("{form}{lang}")).await;
        let location = answer.header("location").unwrap();
        assert!(
            location.starts_with("/_jalousie/view/")
                && !location.contains("grant")
                && !location.contains("e.example"),
            "{location}"
        );
    }
}

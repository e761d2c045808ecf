//! Frames: the one place where third parties appear, for signed tokens and after a yes.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::{
    Gated, UNKNOWN, iframe, keys, page, script_token, site, video_token, with_page,
};
use jalousie_core::frame::{Content, Holds, Keys};
use jalousie_core::site::Site;
use std::time::{SystemTime, UNIX_EPOCH};

const YES: &str = "Cookie: eu-consent=v1.video:1.social:1.unclassified:1\r\n";

async fn gate() -> Gated {
    Gated::before(with_page(page()).await).await
}

fn frame(token: &str) -> String {
    format!("/_jalousie/frame/{token}")
}

fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_secs()
}

/// The directives of a policy that name hosts.
fn hosts(policy: &str) -> Vec<&str> {
    policy
        .split([' ', ';'])
        .filter(|word| word.contains('.') && !word.starts_with('\''))
        .collect()
}

/// Requirements 1 and 11: without a yes, the question, from which nothing external can be loaded.
#[tokio::test]
async fn without_a_yes_there_is_only_the_question() {
    let gate = gate().await;
    for cookie in [
        "",
        "Cookie: eu-consent=v1.video:0.social:0\r\n",
        "Cookie: eu-consent=v1.audio:1\r\n",
        "Sec-GPC: 1\r\n",
    ] {
        for token in [
            video_token(),
            script_token(),
            keys().sign(&iframe("unclassified", "https://a.example/")),
        ] {
            for place in ["frame", "view"] {
                let answer = gate
                    .get(&format!("/_jalousie/{place}/{token}"), cookie)
                    .await;
                let text = answer.text();
                assert!(
                    answer.status() == 403 && answer.is_strict(),
                    "{}",
                    answer.head
                );
                assert!(
                    text.contains("name=\"decision\" value=\"accept\"")
                        && text.contains("value=\"refuse\""),
                    "{text}"
                );
                assert_eq!(
                    text.matches("<script").count(),
                    text.matches("<script src=\"/_jalousie/client.").count(),
                    "{text}"
                );
                for loads in [
                    "<iframe", "<img", "https://", "http://", "srcset", "refresh",
                ] {
                    assert!(!text.contains(loads), "{loads} in {text}");
                }
                let policy = answer.header("content-security-policy").unwrap();
                assert!(
                    hosts(policy).is_empty() && policy.contains("frame-ancestors 'self'"),
                    "{policy}"
                );
            }
        }
    }
}

#[tokio::test]
async fn after_a_yes_the_frame_is_open_to_the_services_hosts_only() {
    let gate = gate().await;
    let answer = gate.get(&frame(&video_token()), YES).await;
    let policy = answer.header("content-security-policy").unwrap();
    assert!(answer.status() == 200 && answer.header("cache-control") == Some("no-store"));
    assert!(
        answer
            .text()
            .contains("<iframe src=\"https://player.vimeo.com/video/76979871\"")
            && !answer.text().contains("<script")
    );
    assert!(
        policy.starts_with("default-src 'none'; style-src 'unsafe-inline'; frame-src "),
        "{policy}"
    );
    assert!(
        hosts(policy)
            .iter()
            .all(|host| host.trim_start_matches("https://").ends_with("vimeo.com")),
        "{policy}"
    );
    for part in [
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
        "sandbox allow-scripts ",
    ] {
        assert!(policy.contains(part), "{part}: {policy}");
    }
    assert!(!policy.contains("allow-top-navigation"));

    // A service's script runs without an origin.
    let answer = gate.get(&frame(&script_token()), YES).await;
    let policy = answer.header("content-security-policy").unwrap();
    assert!(
        answer.status() == 200 && answer.text().contains("<script src=\"https://"),
        "{}",
        answer.head
    );
    assert!(
        policy.contains("sandbox allow-scripts") && !policy.contains("allow-same-origin"),
        "{policy}"
    );
    assert!(
        policy.contains("connect-src ")
            && !policy.contains("connect-src 'self'")
            && policy.contains("form-action 'none'")
    );
    assert!(
        !hosts(policy)
            .iter()
            .any(|host| host.contains("vimeo") || host.contains("news.example")),
        "{policy}"
    );
}

#[tokio::test]
async fn only_what_this_gate_has_signed_is_a_frame() {
    let gate = gate().await;
    let token = video_token();
    let (payload, mac) = token.split_once('.').unwrap();
    let other = Keys::new(vec![[8; 32]]).unwrap();
    let content = iframe("vimeo", "https://e.example/");
    for bad in [
        other.sign(&content),
        format!("{payload}."),
        payload.to_owned(),
        format!("{}.{mac}", script_token().split_once('.').unwrap().0),
        format!("{token}x"),
        format!("{token}%00"),
        format!("{token}/x"),
        keys().grant(&token, now() + 60),
        "a".repeat(9_000),
    ] {
        for place in ["frame", "view"] {
            let answer = gate.get(&format!("/_jalousie/{place}/{bad}"), YES).await;
            assert!(
                answer.status() == 404
                    && answer.is_strict()
                    && !answer.text().contains("e.example"),
                "{bad}: {}",
                answer.head
            );
        }
    }
}

#[tokio::test]
async fn keys_are_rotated_without_closing_open_pages() {
    let upstream = with_page(page()).await;
    let (old, new) = ([7; 32], [9; 32]);
    let rotated = Gated::of(
        Site {
            keys: Keys::new(vec![new, old]).unwrap(),
            ..site()
        },
        upstream,
    )
    .await;
    assert_eq!(
        rotated.get(&frame(&video_token()), YES).await.status(),
        200,
        "signed with the old key"
    );
    let token = rotated.get("/", "").await.token();
    assert_ne!(token, video_token(), "the new one signs");
    let gone = Gated::of(
        Site {
            keys: Keys::new(vec![new]).unwrap(),
            ..site()
        },
        upstream,
    )
    .await;
    assert_eq!(gone.get(&frame(&token), YES).await.status(), 200);
    assert_eq!(gone.get(&frame(&video_token()), YES).await.status(), 404);
}

#[tokio::test]
async fn a_grant_opens_its_own_token_for_its_time() {
    let gate = gate().await;
    let (token, other) = (video_token(), script_token());
    for (grant, status) in [
        (keys().grant(&token, now() + 60), 200),
        (keys().grant(&token, now() - 2), 403),
        (keys().grant(&other, now() + 60), 403),
        (
            Keys::new(vec![[8; 32]]).unwrap().grant(&token, now() + 60),
            403,
        ),
        (token.clone(), 403),
        ("a.b".to_owned(), 403),
        (String::new(), 403),
    ] {
        let answer = gate
            .get(&format!("{}?grant={grant}", frame(&token)), "")
            .await;
        assert_eq!(answer.status(), status, "{grant}");
        // A refusal in the cookie does not stand against the reader's last word.
        let answer = gate
            .get(
                &format!("{}?grant={grant}", frame(&token)),
                "Cookie: eu-consent=v1.video:0\r\n",
            )
            .await;
        assert_eq!(answer.status(), status, "{grant}");
    }
}

#[tokio::test]
async fn what_no_service_claims_may_reach_its_own_host_only() {
    let gate = Gated::before(with_page(format!("<html lang=\"en\">{UNKNOWN}")).await).await;
    let token = gate.get("/", "").await.token();
    let answer = gate.get(&frame(&token), YES).await;
    let policy = answer.header("content-security-policy").unwrap();
    assert_eq!(
        (answer.status(), hosts(policy)),
        (200, vec!["https://widgets.unknown.example"])
    );
    let media = Holds::Media {
        video: true,
        sources: vec![
            "https://a.example:8443/a.mp4".into(),
            "http://b.example/a".into(),
        ],
    };
    let token = keys().sign(&Content {
        service: "unclassified".into(),
        holds: media,
        title: None,
        link: None,
    });
    let answer = gate.get(&frame(&token), YES).await;
    let policy = answer.header("content-security-policy").unwrap();
    assert_eq!(
        hosts(policy),
        ["https://a.example:8443", "http://b.example"],
        "{policy}"
    );
    assert!(!policy.contains("frame-src"));
}

#[tokio::test]
async fn an_odd_host_does_not_get_into_a_policy() {
    let gate = gate().await;
    for src in [
        "https://a.example;script-src/",
        "https://*/",
        "https://*.example/",
        "https://a'self'.example/",
        "https://a,b.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "blob:https://a.example/1",
        "about:blank",
        "//a.example/",
        "file:///etc/passwd",
        "",
    ] {
        let answer = gate
            .get(&frame(&keys().sign(&iframe("unclassified", src))), YES)
            .await;
        assert!(
            answer.status() == 410 && answer.is_strict(),
            "{src}: {}",
            answer.head
        );
    }
    // Words with markup in them stay words.
    let title = Some("</title><script>".to_owned());
    let token = keys().sign(&Content {
        title,
        ..iframe("unclassified", "https://a.example/\"><script>")
    });
    let text = gate.get(&frame(&token), YES).await.text();
    assert!(!text.contains("<script>"), "{text}");
}

#[tokio::test]
async fn what_the_catalogue_no_longer_knows_is_gone() {
    let gate = gate().await;
    let holds = Holds::Script {
        shape: 99,
        captures: Vec::new(),
        attributes: Vec::new(),
    };
    for (service, holds, status) in [
        ("x", holds.clone(), 410),
        // An unknown service is unclassified: asked for as such, and shown only where its page needs no catalogue.
        ("nobody", holds, 410),
        (
            "nobody",
            Holds::Iframe {
                src: "https://a.example/".into(),
            },
            200,
        ),
    ] {
        let token = keys().sign(&Content {
            service: service.into(),
            holds,
            title: None,
            link: None,
        });
        assert_eq!(
            gate.get(&frame(&token), YES).await.status(),
            status,
            "{service}"
        );
        assert_eq!(
            gate.get(&frame(&token), "Cookie: eu-consent=v1.video:1\r\n")
                .await
                .status(),
            403,
            "{service}"
        );
    }
}

/// For readers without JavaScript: the content alone, its plain link, and the way back.
#[tokio::test]
async fn the_view_page_holds_the_frame() {
    let gate = gate().await;
    let token = gate.get("/", "").await.token();
    let answer = gate
        .get(
            &format!("/_jalousie/view/{token}?return=%2Fa%23jalousie-1&lang=ar"),
            YES,
        )
        .await;
    let text = answer.text();
    assert!(
        answer.status() == 200 && answer.is_strict(),
        "{}",
        answer.head
    );
    assert!(
        text.contains(&format!(
            "<iframe class=\"jalousie-frame\" src=\"/_jalousie/frame/{token}?lang=ar\""
        )),
        "{text}"
    );
    assert!(
        text.contains("dir=\"rtl\"")
            && text.contains("href=\"/a#jalousie-1\"")
            && text.contains("value=\"withdraw\"")
    );
    assert!(
        text.contains("rel=\"noreferrer noopener\""),
        "requirement 19"
    );
    let script = gate
        .get(&format!("/_jalousie/view/{}", script_token()), YES)
        .await
        .text();
    assert!(script.contains("sandbox=\"allow-scripts") && !script.contains("allow-same-origin"));
}

#[tokio::test]
async fn frames_are_read_and_not_posted() {
    let gate = gate().await;
    let path = frame(&video_token());
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: news.example\r\n{YES}Content-Length: 0\r\nConnection: close\r\n\r\n"
        );
        assert_eq!(gate.ask(head).await.status(), 405, "{method}");
    }
    let head = gate
        .ask(format!(
            "HEAD {path} HTTP/1.1\r\nHost: news.example\r\n{YES}Connection: close\r\n\r\n"
        ))
        .await;
    assert_eq!((head.status(), head.body.len()), (200, 0));
    assert!(
        head.header("content-length")
            .unwrap()
            .parse::<usize>()
            .unwrap()
            > 100
    );
}

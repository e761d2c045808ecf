//! What the site is told of its reader's decisions, and who may keep what it answers.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::{Gated, answer, keeping, last, page, site};
use jalousie_core::site::{Mode, Site};

const HTML: &str = "Content-Type: text/html; charset=utf-8\r\nETag: \"a\"\r\nCache-Control: public, max-age=60\r\n";
const JSON: &str = "Content-Type: application/json\r\nCache-Control: public, max-age=60\r\n";
const MIXED: &str = "Cookie: x=y; eu-consent=v1.video:1.social:0.@vimeo:0\r\n";

fn telling() -> Site {
    Site {
        tell_site: true,
        ..site()
    }
}

/// The headers that the site was sent whose names a server may take for this one.
fn said(head: &str) -> Vec<(String, String)> {
    let lines = head.split("\r\n").filter_map(|line| line.split_once(": "));
    let alike = |name: &str| name.to_ascii_lowercase().replace('_', "-") == "jalousie-consent";
    let lines = lines.filter(|(name, _)| alike(name));
    lines
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

#[tokio::test]
async fn the_site_is_told_what_is_in_force() {
    let (upstream, heads) = keeping(answer(HTML, page())).await;
    let gate = Gated::of(telling(), upstream).await;
    for (lines, told) in [
        ("", None),
        (MIXED, Some("social=?0, video")),
        (
            "Cookie: eu-consent=v1.social:0\r\nConnection: close, Jalousie-Consent\r\n",
            Some("social=?0"),
        ),
        (
            "Cookie: eu-consent=v1.unclassified:1\r\n",
            Some("unclassified"),
        ),
        ("Cookie: eu-consent=v1.@vimeo:1\r\n", None),
        ("Cookie: eu-consent=v2.video:1:19000:abcd\r\n", None),
        ("Cookie: eu-consent=v1.video:1.nothing\r\n", None),
        (
            "Cookie: eu-consent=v1.video:1; eu-consent=v1.video:1\r\n",
            None,
        ),
    ] {
        gate.get("/", lines).await;
        let said = said(&last(&heads));
        let values: Vec<&str> = said.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(values, Vec::from_iter(told), "{lines}");
    }
    gate.get("/", "Sec-GPC: 1\r\nCookie: eu-consent=v1.video:1\r\n")
        .await;
    let by_browser = said(&last(&heads)).remove(0).1;
    assert!(
        by_browser.starts_with("social=?0, video, audio=?0, maps=?0"),
        "{by_browser}"
    );
}

#[tokio::test]
async fn nobody_but_the_gate_says_it() {
    let forged = "Jalousie-Consent: advertising\r\njalousie_consent: a\r\nJALOUSIE-CONSENT: b\r\nJalousie_Consent: c\r\n";
    for site in [
        site(),
        telling(),
        Site {
            mode: Mode::Observe,
            ..telling()
        },
    ] {
        let (upstream, heads) = keeping(answer(HTML, page())).await;
        let gate = Gated::of(site, upstream).await;
        for target in ["/", "/a.css"] {
            gate.get(target, forged).await;
            assert_eq!(said(&last(&heads)), [], "{target}");
        }
        gate.get("/", &format!("{forged}{MIXED}")).await;
        let said = said(&last(&heads));
        let expected =
            usize::from(gate.gate.site().tell_site && gate.gate.site().mode == Mode::Gate);
        assert_eq!(said.len(), expected, "{said:?}");
        assert!(said.iter().all(|(_, value)| value == "social=?0, video"));
    }
}

#[tokio::test]
async fn what_the_site_answers_then_is_for_its_reader_alone() {
    for kind in [HTML, JSON] {
        let (upstream, _) = keeping(answer(kind, page())).await;
        let gate = Gated::of(telling(), upstream).await;
        // Also where nothing was said: that is what others would get to see.
        for lines in ["", MIXED, "Sec-Fetch-Dest: image\r\n"] {
            let answer = gate.get("/", lines).await;
            assert_eq!(
                answer.headers("cache-control"),
                ["private, no-cache"],
                "{lines}"
            );
            assert_eq!(
                answer.headers("vary").join(", "),
                "Cookie, Sec-GPC",
                "{lines}"
            );
        }
        let file = gate.get("/a.css", MIXED).await;
        assert_eq!(
            (file.header("vary"), file.header("cache-control")),
            (None, Some("public, max-age=60"))
        );
    }
    let (upstream, _) = keeping(answer(HTML, page())).await;
    let gate = Gated::of(site(), upstream).await;
    let answer = gate.get("/", MIXED).await;
    assert_eq!(
        (answer.header("vary"), answer.header("cache-control")),
        (None, Some("public, max-age=60"))
    );
}

#[tokio::test]
async fn a_copy_under_other_decisions_is_never_confirmed() {
    let (upstream, heads) = keeping(answer(HTML, page())).await;
    let gate = Gated::of(telling(), upstream).await;
    let tag = gate
        .get("/", MIXED)
        .await
        .header("etag")
        .unwrap()
        .to_owned();
    let line = format!("If-None-Match: {tag}\r\n");
    for (lines, asked) in [
        (MIXED, true),
        ("", false),
        ("Cookie: eu-consent=v1.video:1\r\n", false),
    ] {
        gate.get("/", &format!("{lines}{line}")).await;
        assert_eq!(last(&heads).contains("if-none-match"), asked, "{lines}");
    }
}

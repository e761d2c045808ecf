//! The consent cookie: what of it is in force, how long, and that none is set that would not be kept.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::{Answer, Gated, bare, page, site, video_token, with_page};
use jalousie_core::consent::{Consent, Day, Decision, Fingerprint, Subject, Terms};
use jalousie_core::site::{Cache, Site};

const CHANGED: &str = "what you had chosen about has changed";
const EXPIRED: &str = "your earlier choice has expired";

fn video() -> Subject {
    Subject::Category("video".to_owned())
}

fn today() -> Day {
    let now = std::time::SystemTime::now();
    let now = now.duration_since(std::time::UNIX_EPOCH).unwrap();
    Day::of_seconds(now.as_secs())
}

/// A cookie in which videos are accepted, as it was written on a day.
fn accepted(terms: &Terms, day: Day) -> String {
    let mut consent = Consent::default();
    consent.decide(video(), Decision::Accept);
    format!("Cookie: eu-consent={}\r\n", consent.cookie(terms, day))
}

/// The value that an answer sets.
fn set(answer: &Answer) -> &str {
    let cookie = answer.header("set-cookie").unwrap();
    cookie.split(['=', ';']).nth(1).unwrap()
}

async fn gate() -> Gated {
    Gated::before(with_page(page()).await).await
}

/// Requirement 14.
#[tokio::test]
async fn a_decision_ends_even_if_the_browser_keeps_its_cookie() {
    let gate = gate().await;
    let (terms, Day(day)) = (gate.gate.site().terms(), today());
    let frame = format!("/_jalousie/frame/{}?lang=en", video_token());
    for (made, status) in [
        (day, 200),
        // Around midnight clocks differ, and this test may run then.
        (day - 178, 200),
        (day - 181, 403),
        // A clock went wrong.
        (day + 3, 403),
        (day + 900, 403),
        (0, 403),
    ] {
        let cookie = accepted(&terms, Day(made));
        let answer = gate.get(&frame, &cookie).await;
        assert_eq!(answer.status(), status, "{made}");
        assert_eq!(answer.text().contains(EXPIRED), status == 403, "{made}");
        let choices = gate
            .get("/_jalousie/preferences?lang=en", &cookie)
            .await
            .text();
        assert_eq!(choices.contains(EXPIRED), status == 403, "{made}");
        assert_eq!(choices.contains("valid until"), status == 200, "{made}");
    }
}

/// Requirement 15.
#[tokio::test]
async fn what_has_changed_since_is_asked_again() {
    let upstream = with_page(page()).await;
    let private = Site {
        cache: Cache::Private,
        ..site()
    };
    let gate = Gated::of(private, upstream).await;
    let terms = gate.gate.site().terms();
    let mut before = (*terms).clone();
    before
        .fingerprints
        .insert(video(), Fingerprint::of("another recipient"));
    let frame = format!("/_jalousie/frame/{}?lang=en", video_token());
    for (terms, status) in [(&*terms, 200), (&before, 403)] {
        let cookie = accepted(terms, today());
        for path in [frame.as_str(), "/_jalousie/preferences?lang=en"] {
            let answer = gate.get(path, &cookie).await;
            assert_eq!(answer.text().contains(CHANGED), status == 403, "{path}");
        }
        assert_eq!(gate.get(&frame, &cookie).await.status(), status);
        let page = gate.get("/", &cookie).await.text();
        let told = page.contains("<p class=\"jalousie-changed\">");
        assert_eq!(
            (page.contains("<iframe"), told),
            (status == 200, status == 403)
        );
    }
    // The answer is in force at once.
    let cookie = accepted(&before, today());
    let answer = gate
        .choose(&cookie, "decision=accept&scope=category&category=video")
        .await;
    let cookie = format!("Cookie: eu-consent={}\r\n", set(&answer));
    assert_eq!(gate.get(&frame, &cookie).await.status(), 200);
}

#[tokio::test]
async fn a_cookie_of_version_1_goes_on_as_version_2() {
    let gate = gate().await;
    let old = "Cookie: eu-consent=v1.social:0.@vimeo:1\r\n";
    let frame = format!("/_jalousie/frame/{}", video_token());
    assert_eq!(gate.get(&frame, old).await.status(), 200);
    let answer = gate
        .choose(old, "decision=refuse&scope=category&category=maps")
        .await;
    let value = set(&answer);
    assert_eq!(bare(value), "v1.maps:0.social:0.@vimeo:1");
    let cookie = format!("Cookie: eu-consent={value}\r\n");
    assert_eq!(gate.get(&frame, &cookie).await.status(), 200);
}

/// The form of the preferences page with a decision about every service there is.
fn all_services(gate: &Gated, service: &str, category: &str) -> String {
    let mut form = "decision=save&scope=preferences".to_owned();
    for entry in gate.gate.site().catalogue.services() {
        form.push_str(&format!("&%40{}={service}", entry.id));
    }
    for entry in gate.gate.site().catalogue.categories() {
        form.push_str(&format!("&{}={category}", entry.id));
    }
    form
}

/// Invariant 6: what a browser would throw away is not acknowledged.
#[tokio::test]
async fn more_decisions_than_a_cookie_holds_are_refused_and_change_nothing() {
    let gate = gate().await;
    let form = all_services(&gate, "accept", "refuse");
    let answer = gate
        .choose("Cookie: eu-consent=v1.video:1\r\n", &form)
        .await;
    assert_eq!(answer.status(), 400, "{}", answer.head);
    assert!(
        answer.text().contains("Nothing was changed"),
        "{}",
        answer.text()
    );
    for name in ["set-cookie", "location", "jalousie-receipt"] {
        assert_eq!(answer.header(name), None, "{name}");
    }
}

#[tokio::test]
async fn what_a_category_says_already_is_not_said_for_each_service() {
    let gate = gate().await;
    for (decision, status) in [("accept", 200), ("refuse", 403)] {
        let answer = gate
            .choose("", &all_services(&gate, decision, decision))
            .await;
        let value = set(&answer).to_owned();
        assert!(answer.status() == 303 && !value.contains('@'), "{value}");
        let cookie = format!("Cookie: eu-consent={value}\r\n");
        let frame = format!("/_jalousie/frame/{}", video_token());
        assert_eq!(gate.get(&frame, &cookie).await.status(), status);
    }
}

/// Every one of these is a cookie that somebody has edited: no consent, and no error either.
#[tokio::test]
async fn an_edited_cookie_is_no_consent_and_no_error() {
    let gate = gate().await;
    let good = accepted(&gate.gate.site().terms(), today());
    let good = good.trim_start_matches("Cookie: eu-consent=").trim_end();
    let frame = format!("/_jalousie/frame/{}", video_token());
    let print = &good[good.len() - 4..];
    for edited in [
        good.replace(":1:", ":2:"),
        good.replace(":1:", ":1::"),
        good.replace(print, "AAA"),
        good.replace("v2", "v3"),
        good.replace("v2", "v1"),
        format!("{good}."),
        format!("{good}{}", ".@vimeo:1:20778:abcd".repeat(2)),
        format!("{good}{}", ".@x:1:20778:abcd".repeat(500)),
        format!("v2.{}", "x".repeat(8_000)),
    ] {
        let cookie = format!("Cookie: eu-consent={edited}\r\n");
        assert_eq!(gate.get(&frame, &cookie).await.status(), 403, "{edited}");
        for path in ["/", "/_jalousie/preferences"] {
            assert_eq!(gate.get(path, &cookie).await.status(), 200, "{edited}");
        }
    }
}

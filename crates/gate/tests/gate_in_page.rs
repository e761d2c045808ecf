//! Categories whose services work in the page itself: for whom, and what caches are told.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::{Answer, Gated, always, answer, keeping, last, site};
use jalousie_core::site::{Cache, Mode, Site};

const HTML: &str = "Content-Type: text/html; charset=utf-8\r\nETag: \"a\"\r\n";
const PAGE: &str = "<html lang=\"en\"><script src=\"https://www.google-analytics.com/analytics.js\"></script>\
                    <script src=\"https://unknown.example/x.js\"></script>";
const AGREED: &str = "Cookie: a=b; eu-consent=v1.analytics:1\r\n";

fn in_page() -> Site {
    Site {
        in_page: vec!["analytics".into(), "advertising".into()],
        ..site()
    }
}

async fn gated(site: Site, lines: &str) -> Gated {
    Gated::of(site, always(answer(&format!("{HTML}{lines}"), PAGE)).await).await
}

fn is_open(answer: &Answer) -> bool {
    let policies = answer.headers("content-security-policy");
    let policy = policies
        .iter()
        .any(|one| one.contains("google-analytics.com"));
    let script = answer
        .text()
        .contains("<script src=\"https://www.google-analytics.com/");
    assert_eq!(policy, script, "policy and page agree");
    assert!(!answer.text().contains("<script src=\"https://unknown"));
    script
}

/// What the gate says that a cache should keep a reader's pages under.
async fn state(gate: &Gated, lines: &str) -> String {
    let answer = gate.get("/_jalousie/state", lines).await;
    assert_eq!(
        (answer.status(), answer.header("cache-control")),
        (204, Some("no-store"))
    );
    answer.header("jalousie-state").unwrap().to_owned()
}

#[tokio::test]
async fn the_page_is_open_to_who_agreed_and_to_nobody_else() {
    let gate = gated(in_page(), "").await;
    for lines in [
        "",
        "Cookie: eu-consent=v1.analytics:0\r\n",
        "Cookie: eu-consent=v1.video:1\r\n",
        "Cookie: eu-consent=v1.analytics:1.@matomo:0\r\n",
        "Cookie: eu-consent=v2.analytics:1:19000:abcd\r\n",
        "Cookie: eu-consent=v1.analytics:1; eu-consent=v1.analytics:1\r\n",
        "Cookie: __Host-eu-consent=v1.analytics:1\r\n",
        "Sec-GPC: 1\r\n",
        "Jalousie-State: analytics:abcd\r\n",
    ] {
        assert!(!is_open(&gate.get("/", lines).await), "{lines}");
    }
    // A yes that the reader gave counts for more than what the browser says for everybody.
    for lines in [AGREED, &format!("{AGREED}Sec-GPC: 1\r\n")] {
        assert!(is_open(&gate.get("/", lines).await), "{lines}");
    }
}

#[tokio::test]
async fn an_open_page_is_its_readers_alone_unless_a_cache_says_how_it_is_kept() {
    let gate = gated(
        in_page(),
        "Cache-Control: public, max-age=60\r\nExpires: Thu, 01 Jan 2099 00:00:00 GMT\r\n",
    )
    .await;
    let open = state(&gate, AGREED).await;
    assert!(open.starts_with("analytics:") && state(&gate, "").await == "none");
    let told = |state: &str| format!("Jalousie-State: {state}\r\n");
    let right = format!("{AGREED}{}", told(&open));
    for (lines, is_opened, vary, control) in [
        ("", false, "Cookie, Jalousie-State", "public, max-age=60"),
        (AGREED, true, "Cookie, Jalousie-State", "private, no-cache"),
        (
            &told("none"),
            false,
            "Jalousie-State",
            "public, max-age=0, s-maxage=60",
        ),
        (
            &right,
            true,
            "Jalousie-State",
            "public, max-age=0, s-maxage=60",
        ),
        // What a cache says wrongly grants nothing, and no cache keeps the answer.
        (
            &told(&open),
            false,
            "Cookie, Jalousie-State",
            "private, no-cache",
        ),
        (
            &told(""),
            false,
            "Cookie, Jalousie-State",
            "private, no-cache",
        ),
        (
            &format!("{right}{}", told(&open)),
            true,
            "Cookie, Jalousie-State",
            "private, no-cache",
        ),
        (
            &format!("{AGREED}{}", told("none")),
            true,
            "Cookie, Jalousie-State",
            "private, no-cache",
        ),
    ] {
        let answer = gate.get("/", lines).await;
        assert_eq!(is_open(&answer), is_opened, "{lines}");
        assert_eq!(answer.headers("vary").join(", "), vary, "{lines}");
        assert_eq!(answer.headers("cache-control"), [control], "{lines}");
    }
    let head = gate
        .ask(format!(
            "HEAD / HTTP/1.1\r\nHost: news.example\r\n{AGREED}Connection: close\r\n\r\n"
        ))
        .await;
    assert_eq!(head.headers("cache-control"), ["private, no-cache"]);
}

#[tokio::test]
async fn a_copy_in_one_state_is_never_confirmed_in_another() {
    let (upstream, heads) = keeping(answer(HTML, PAGE)).await;
    let gate = Gated::of(in_page(), upstream).await;
    let closed = gate.get("/", "").await.header("etag").unwrap().to_owned();
    let open = gate
        .get("/", AGREED)
        .await
        .header("etag")
        .unwrap()
        .to_owned();
    assert_ne!(closed, open);
    for (cookie, tag, asked) in [
        ("", &closed, true),
        ("", &open, false),
        (AGREED, &open, true),
        (AGREED, &closed, false),
    ] {
        gate.get("/", &format!("{cookie}If-None-Match: {tag}\r\n"))
            .await;
        assert_eq!(
            last(&heads).contains("if-none-match"),
            asked,
            "{cookie}{tag}"
        );
    }
    gate.get("/", "Jalousie-State: none\r\n").await;
    assert!(!last(&heads).to_ascii_lowercase().contains("jalousie-state"));
}

#[tokio::test]
async fn what_is_no_page_is_the_same_for_everyone() {
    let lines = "Content-Type: text/css\r\nLink: <https://www.google-analytics.com>; rel=preconnect\r\nCache-Control: max-age=60\r\n";
    let gate = Gated::of(in_page(), always(answer(lines, "a{}")).await).await;
    let first = gate.get("/a.css", "").await;
    let other = gate.get("/a.css", AGREED).await;
    assert_eq!(
        (&first.body, first.headers("content-security-policy")),
        (&other.body, other.headers("content-security-policy"))
    );
    assert_eq!((other.header("link"), other.header("vary")), (None, None));
    assert_eq!(other.header("cache-control"), Some("max-age=60"));
}

#[tokio::test]
async fn hints_to_open_services_stay_and_others_go() {
    let link = "Link: <https://www.google-analytics.com>; rel=preconnect, <https://unknown.example>; rel=preconnect\r\n";
    let gate = gated(in_page(), link).await;
    assert_eq!(gate.get("/", "").await.header("link"), None);
    let open = gate.get("/", AGREED).await;
    assert_eq!(
        open.header("link"),
        Some("<https://www.google-analytics.com>; rel=preconnect")
    );
}

#[tokio::test]
async fn without_such_a_category_nothing_depends_on_the_reader() {
    let gate = gated(site(), "Cache-Control: max-age=60\r\n").await;
    for lines in [
        "",
        AGREED,
        "Jalousie-State: none\r\n",
        "Jalousie-State: x\r\n",
    ] {
        let answer = gate.get("/", lines).await;
        assert!(!is_open(&answer));
        assert_eq!(
            (answer.header("vary"), answer.header("cache-control")),
            (None, Some("max-age=60"))
        );
    }
    assert_eq!(state(&gate, AGREED).await, "none");
}

#[tokio::test]
async fn a_private_page_stays_private_and_an_observed_one_as_it_is() {
    let private = Site {
        cache: Cache::Private,
        ..in_page()
    };
    let answer = gated(private, "").await.get("/", AGREED).await;
    assert!(is_open(&answer));
    assert_eq!(
        (answer.header("vary"), answer.header("cache-control")),
        (Some("Cookie"), Some("private, no-cache"))
    );
    let observed = Site {
        mode: Mode::Observe,
        ..in_page()
    };
    let answer = gated(observed, "").await.get("/", AGREED).await;
    assert_eq!(
        (answer.text(), answer.header("vary")),
        (PAGE.to_owned(), None)
    );
    let policy = answer
        .header("content-security-policy-report-only")
        .unwrap();
    assert!(!policy.contains("google-analytics"), "{policy}");
}

/// The client has to know when the page in front of the reader is another one from now on.
#[tokio::test]
async fn a_choice_that_changes_the_page_says_so() {
    let gate = gated(in_page(), "").await;
    let choose = |cookie: &'static str, body: &'static str| gate.choose(cookie, body);
    let all = "decision=accept&scope=all&return=/";
    let some = "decision=accept&scope=category&category=analytics&return=/";
    let none = "decision=withdraw&scope=category&category=analytics&return=/";
    let video = "decision=accept&scope=category&category=video&return=/";
    let said = |answer: &Answer| answer.header("jalousie-state").map(str::to_owned);
    assert!(
        said(&choose("", some).await)
            .unwrap()
            .starts_with("analytics:")
    );
    assert!(
        said(&choose("", all).await)
            .unwrap()
            .contains(".advertising:")
    );
    assert_eq!(said(&choose(AGREED, none).await).as_deref(), Some("none"));
    assert_eq!(said(&choose(AGREED, some).await), None);
    assert_eq!(said(&choose("", video).await), None);
    // What was chosen is what the next page goes by.
    let cookie = choose("", some)
        .await
        .header("set-cookie")
        .unwrap()
        .to_owned();
    let cookie = format!("Cookie: {}\r\n", cookie.split(';').next().unwrap());
    assert!(is_open(&gate.get("/", &cookie).await));
}

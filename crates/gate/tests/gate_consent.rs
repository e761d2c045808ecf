//! The reader decides: accept, refuse, withdraw, for a content, a service, a category, everything.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::{
    Answer, FROM_HERE, Gated, bare, page, script_token, site, video_token, with_page,
};
use jalousie_core::site::{Cache, Site};
use jalousie_gate::layer::Public;

async fn gate() -> Gated {
    Gated::before(with_page(page()).await).await
}

/// The decisions that an answer sets, without the days on which they were made.
fn cookie(answer: &Answer) -> Option<String> {
    let cookies = answer.headers("set-cookie");
    assert!(cookies.len() <= 1, "{cookies:?}");
    cookies.first().map(|cookie| {
        let value = cookie.strip_prefix("eu-consent=").unwrap();
        bare(value.split(';').next().unwrap())
    })
}

/// What a choice makes of decisions that a reader had.
async fn after(gate: &Gated, before: &str, form: &str) -> String {
    let answer = gate
        .choose(&format!("Cookie: a=b; eu-consent={before}; c=d\r\n"), form)
        .await;
    assert!(
        answer.status() == 303 && answer.header("cache-control") == Some("no-store"),
        "{form}: {}",
        answer.head
    );
    cookie(&answer).unwrap()
}

/// Requirements 8 and 13: each decision is about one thing, and is as easily taken back.
#[tokio::test]
async fn a_decision_is_about_one_thing() {
    let gate = gate().await;
    for (before, form, expected) in [
        (
            "",
            "decision=accept&scope=category&category=video",
            "v1.video:1",
        ),
        (
            "v1.social:0",
            "decision=accept&scope=category&category=video",
            "v1.social:0.video:1",
        ),
        (
            "v1.social:1",
            "decision=refuse&scope=category&category=video",
            "v1.social:1.video:0",
        ),
        (
            "v1.social:1.video:1",
            "decision=withdraw&scope=category&category=video",
            "v1.social:1",
        ),
        (
            "",
            "decision=accept&scope=service&service=vimeo",
            "v1.@vimeo:1",
        ),
        (
            "v1.video:1",
            "decision=refuse&scope=service&service=vimeo",
            "v1.video:1.@vimeo:0",
        ),
        (
            "v1.@vimeo:1",
            "decision=withdraw&scope=service&service=vimeo",
            "v1",
        ),
        // Withdrawn means closed, even where the category is open.
        (
            "v1.video:1",
            "decision=withdraw&scope=service&service=vimeo",
            "v1.video:1.@vimeo:0",
        ),
        // A no to the category is the newer word; a yes opens nothing that was refused by name elsewhere.
        (
            "v1.@vimeo:1.@youtube:1",
            "decision=refuse&scope=category&category=video&service=vimeo",
            "v1.video:0",
        ),
        (
            "v1.@vimeo:1.@youtube:0",
            "decision=withdraw&scope=category&category=video&service=vimeo",
            "v1.@youtube:0",
        ),
        (
            "v1.@vimeo:0.@youtube:0",
            "decision=accept&scope=category&category=video&service=vimeo",
            "v1.video:1.@youtube:0",
        ),
        (
            "",
            "decision=accept&scope=category&category=unclassified&service=unclassified",
            "v1.unclassified:1",
        ),
        (
            "",
            "scope=preferences&decision=save&video=accept&%40vimeo=refuse&social=ask&return=/",
            "v1.video:1.@vimeo:0",
        ),
        (
            "v1.social:1.@x:1",
            "scope=preferences&decision=save&social=ask&%40x=ask",
            "v1",
        ),
        ("v1.social:1", "decision=withdraw&scope=all", "v1"),
    ] {
        assert_eq!(
            after(&gate, before, form).await,
            expected,
            "{before} then {form}"
        );
    }
}

/// Requirement 8: everything is what the preferences page shows, no purpose unseen.
#[tokio::test]
async fn everything_is_what_was_shown() {
    let upstream = with_page(page()).await;
    let gate = Gated::of(
        Site {
            services_used: vec!["vimeo".into()],
            ..site()
        },
        upstream,
    )
    .await;
    assert_eq!(
        after(&gate, "v1.@x:1", "decision=accept&scope=all").await,
        "v1.unclassified:1.video:1"
    );
    assert_eq!(
        after(&gate, "", "decision=refuse&scope=all").await,
        "v1.unclassified:0.video:0"
    );
    let all = Gated::of(site(), upstream).await;
    let accepted = after(&all, "", "decision=accept&scope=all").await;
    let text = all.get("/_jalousie/preferences", "").await.text();
    for category in all.gate.site().catalogue.categories() {
        assert_eq!(
            accepted
                .split('.')
                .any(|part| part == format!("{}:1", category.id)),
            text.contains(&format!("id=\"category-{}\"", category.id)),
            "{}",
            category.id
        );
    }
}

/// "Once" records nothing, and opens one frame for a while.
#[tokio::test]
async fn once_is_not_remembered() {
    let gate = gate().await;
    let token = video_token();
    let form = format!(
        "decision=accept&scope=once&service=vimeo&category=video&token={token}&return=%2Fa%3Fb%23jalousie-1"
    );
    let answer = gate.choose("", &form).await;
    assert_eq!((answer.status(), cookie(&answer)), (303, None));
    let view = answer.header("location").unwrap().to_owned();
    assert!(
        view.starts_with(&format!(
            "/_jalousie/view/{token}?return=%2Fa%3Fb%23jalousie-1&grant="
        )),
        "{view}"
    );
    let view = gate.get(&view, "").await;
    assert!(
        view.status() == 200
            && view
                .text()
                .contains(&format!("/_jalousie/frame/{token}?lang=en&amp;grant="))
    );
    // With the client: no page, but the frame's address.
    let fetch = FROM_HERE
        .replace("navigate", "cors")
        .replace("text/html,*/*;q=0.8", "*/*");
    let answer = gate.post(&fetch, &form).await;
    assert_eq!(
        (answer.status(), cookie(&answer), answer.header("location")),
        (204, None, None)
    );
    let frame = answer.header("jalousie-frame").unwrap().to_owned();
    assert_eq!(gate.get(&frame, "").await.status(), 200);
    assert_eq!(
        gate.get(frame.split('?').next().unwrap(), "")
            .await
            .status(),
        403
    );
    for decision in ["refuse", "withdraw"] {
        let answer = gate.choose("", &form.replace("accept", decision)).await;
        assert_eq!(
            (answer.status(), cookie(&answer), answer.header("location")),
            (303, None, Some("/a?b#jalousie-1"))
        );
    }
}

#[tokio::test]
async fn a_form_is_answered_with_a_page_and_the_client_without() {
    let gate = gate().await;
    let form = format!(
        "decision=accept&scope=category&category=video&token={}&return=/a%23jalousie-1&lang=fr",
        video_token()
    );
    for (mode, accept, status) in [
        ("Sec-Fetch-Mode: navigate\r\n", "text/html,*/*;q=0.8", 303),
        ("Sec-Fetch-Mode: cors\r\n", "*/*", 204),
        ("Sec-Fetch-Mode: same-origin\r\n", "text/html", 204),
        // Plain http: browsers say no more than what they accept.
        ("", "text/html,application/xhtml+xml", 303),
        ("", "*/*", 204),
    ] {
        let lines = format!(
            "Origin: http://news.example\r\nContent-Type: application/x-www-form-urlencoded\r\nAccept: {accept}\r\n{mode}"
        );
        let answer = gate.post(&lines, &form).await;
        assert_eq!(
            (answer.status(), cookie(&answer)),
            (status, Some("v1.video:1".to_owned())),
            "{lines}"
        );
        assert_eq!(answer.header("location").is_some(), status == 303);
        assert!(answer.body.is_empty());
    }
}

#[tokio::test]
async fn without_the_client_the_content_comes_next() {
    let accept = format!(
        "decision=accept&scope=category&category=video&token={}&return=/a%23jalousie-1&lang=fr-CH",
        video_token()
    );
    let next = async |cache: Cache, form: &str| {
        let gate = Gated::with(
            Site { cache, ..site() },
            Public::default(),
            with_page(page()).await,
        )
        .await;
        gate.choose("", form)
            .await
            .header("location")
            .unwrap()
            .to_owned()
    };
    let view = format!(
        "/_jalousie/view/{}?return=%2Fa%23jalousie-1&lang=fr",
        video_token()
    );
    assert_eq!(next(Cache::Shared, &accept).await, view);
    // Where pages may differ, the page itself has the content.
    assert_eq!(next(Cache::Private, &accept).await, "/a#jalousie-1");
    assert_eq!(
        next(Cache::Shared, &accept.replace("=accept", "=refuse")).await,
        "/a#jalousie-1"
    );
    // The question stood in the frame: so does the answer.
    let inside = accept.replace(
        "/a%23jalousie-1",
        &format!("/_jalousie/frame/{}", video_token()),
    );
    assert_eq!(
        next(Cache::Shared, &inside).await,
        format!("/_jalousie/frame/{}?lang=fr", video_token())
    );
    let other = accept.replace(&video_token(), &script_token());
    assert_eq!(
        next(Cache::Shared, &other).await,
        "/a#jalousie-1",
        "a category says nothing about another's content"
    );
}

/// Requirements 14 and 17: a refusal lasts as long as an acceptance, in a cookie of decisions only.
#[tokio::test]
async fn the_cookie_is_for_this_host_alone_and_holds_decisions_only() {
    let upstream = with_page(page()).await;
    let plain = Gated::before(upstream).await;
    for decision in ["accept", "refuse"] {
        let answer = plain
            .choose(
                "",
                &format!("decision={decision}&scope=category&category=video"),
            )
            .await;
        let bit = u8::from(decision == "accept");
        assert_eq!(cookie(&answer), Some(format!("v1.video:{bit}")));
        let set = answer.header("set-cookie").unwrap();
        let (_, rest) = set.split_once(';').unwrap();
        assert_eq!(rest, " Path=/; Max-Age=15552000; SameSite=Lax");
    }
    let answer = plain
        .choose(
            "Cookie: eu-consent=v1.video:1\r\n",
            "decision=withdraw&scope=category&category=video",
        )
        .await;
    assert_eq!(
        answer.headers("set-cookie"),
        ["eu-consent=v2; Path=/; Max-Age=0; SameSite=Lax"]
    );
    let public = Public {
        url: Some("https://news.example".parse().unwrap()),
        ..Public::default()
    };
    let secure = Gated::with(site(), public, upstream).await;
    let lines = FROM_HERE.replace("http://", "https://") + "Cookie: eu-consent=v1.social:1\r\n";
    let answer = secure
        .post(&lines, "decision=accept&scope=category&category=video")
        .await;
    let cookies = answer.headers("set-cookie");
    let value = cookies[0].strip_prefix("__Host-eu-consent=").unwrap();
    let (value, rest) = value.split_once(';').unwrap();
    assert_eq!(rest, " Path=/; Max-Age=15552000; SameSite=Lax; Secure");
    assert_eq!(
        (bare(value).as_str(), cookies.len()),
        ("v1.video:1", 1),
        "a cookie without the prefix is not ours"
    );
}

#[tokio::test]
async fn what_is_not_understood_of_a_cookie_is_no_consent() {
    let gate = gate().await;
    let frame = format!("/_jalousie/frame/{}", video_token());
    let long = format!("v1{}", ".video:1".repeat(1000));
    for (cookie, status) in [
        ("eu-consent=v1.video:1".to_owned(), 200),
        ("a=\u{e9}; eu-consent=v1.video:1; b".to_owned(), 200),
        ("eu-consent=v1.@vimeo:1.video:0".to_owned(), 200),
        (
            "eu-consent=v1.video:1; eu-consent=v1.video:1".to_owned(),
            403,
        ),
        (
            "eu-consent=v1.video:1\r\nCookie: eu-consent=v1.video:0".to_owned(),
            403,
        ),
        ("EU-consent=v1.video:1".to_owned(), 403),
        ("eu-consentx=v1.video:1".to_owned(), 403),
        ("eu-consent=\"v1.video:1\"".to_owned(), 403),
        ("eu-consent=v1.video:1.video:1".to_owned(), 403),
        ("eu-consent=v1.video:true".to_owned(), 403),
        ("eu-consent=v2.video:1".to_owned(), 403),
        ("eu-consent=v1.video:1.\u{e9}:1".to_owned(), 403),
        ("eu-consent=v1.social:1".to_owned(), 403),
        ("eu-consent=v1.video:1.@vimeo:0".to_owned(), 403),
        (format!("eu-consent={long}"), 403),
        ("__Host-eu-consent=v1.video:1".to_owned(), 403),
    ] {
        let answer = gate.get(&frame, &format!("Cookie: {cookie}\r\n")).await;
        assert_eq!(answer.status(), status, "{cookie}");
    }
}

/// Requirement 18: GPC is a refusal of what the reader has not accepted, and is said so.
#[tokio::test]
async fn gpc_refuses_and_does_not_overrule_the_reader() {
    let gate = gate().await;
    let text = gate
        .get("/_jalousie/preferences", "Sec-GPC: 1\r\n")
        .await
        .text();
    assert!(text.contains("Global Privacy Control"));
    for other in ["", "Sec-GPC: 0\r\n", "Sec-GPC: true\r\n"] {
        assert!(
            !gate
                .get("/_jalousie/preferences", other)
                .await
                .text()
                .contains("Global Privacy Control")
        );
    }
    let frame = format!("/_jalousie/frame/{}", video_token());
    assert_eq!(gate.get(&frame, "Sec-GPC: 1\r\n").await.status(), 403);
    assert_eq!(
        gate.get(&frame, "Sec-GPC: 1\r\nCookie: eu-consent=v1.video:1\r\n")
            .await
            .status(),
        200
    );
}

/// Requirements 3, 6, 7, 9: the pages behind a notice.
#[tokio::test]
async fn choices_and_services_are_explained() {
    let gate = gate().await;
    let text = gate
        .get("/_jalousie/preferences?return=/a&lang=de", "")
        .await;
    assert!(
        text.is_strict()
            && text.text().contains("lang=\"de\"")
            && text.text().contains("href=\"/a\"")
    );
    let text = text.text();
    assert!(
        text.contains("value=\"ask\" checked"),
        "nothing is chosen beforehand"
    );
    assert!(
        !text.contains("value=\"accept\" checked") && !text.contains("value=\"refuse\" checked")
    );
    let answer = gate.get("/_jalousie/service/vimeo?lang=en", "").await;
    assert!(
        answer.is_strict()
            && answer.text().contains("Vimeo.com, Inc.")
            && answer.text().contains("https://vimeo.com/privacy")
    );
    assert_eq!(
        gate.get("/_jalousie/service/unclassified", "")
            .await
            .status(),
        200
    );
    assert_eq!(
        gate.get("/_jalousie/service/nobody", "").await.status(),
        404
    );
    for bad in [
        "//e.example",
        "https%3A%2F%2Fe.example",
        "%2F%5Ce.example",
        "javascript%3Aalert(1)",
    ] {
        let text = gate
            .get(&format!("/_jalousie/preferences?return={bad}"), "")
            .await
            .text();
        assert!(
            !text.contains("e.example") && !text.contains("javascript"),
            "{bad}"
        );
    }
}

//! What pages tell other tools, and what is taken from a consent platform of the site's own.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::{Answer, Gated, answer, bare, keeping, keys, page, site, with_page};
use jalousie_core::consent::receipt::{Origin, Receipt};
use jalousie_core::notice;
use jalousie_core::site::{PlatformRule, Signals, Site};
use jalousie_gate::receipts::{Receipts, Sqlite};

fn rule(category: &str) -> PlatformRule {
    PlatformRule {
        category: category.to_owned(),
        purposes: vec![1, 8],
        vendors: vec![755],
    }
}

fn signalling() -> Site {
    Site {
        signals: Signals {
            consent_mode: true,
            platform: vec![rule("video"), rule("maps")],
        },
        receipt_days: Some(100),
        ..site()
    }
}

async fn gate() -> Gated {
    let store = Sqlite::in_memory(keys()).unwrap();
    let receipts = Receipts::new(Box::new(store), 100).unwrap();
    Gated::recording(signalling(), receipts, with_page(page()).await).await
}

/// A page with these headers, through a gate of `site`.
async fn shown(site: Site, lines: &str, body: &str) -> Answer {
    let head = format!("Content-Type: text/html; charset=utf-8\r\n{lines}");
    let (upstream, _) = keeping(answer(&head, body)).await;
    Gated::of(site, upstream).await.get("/", "").await
}

const SCRIPTED: &str = "<!DOCTYPE html><html lang=en><title>T</title><script>1</script><p>W</p>";

#[tokio::test]
async fn what_tells_tags_is_first_and_the_same_for_everybody() {
    let told = shown(signalling(), "", SCRIPTED).await.text();
    let [default, own] = [notice::consent_mode(), "<script>1</script>"].map(|it| told.find(it));
    assert!(default.unwrap() < own.unwrap(), "{told}");
    assert!(told.contains("analytics:analytics_storage:"), "{told}");
    assert!(told.contains("data-tcf=\"video:1,8:755 maps:1,8:755\""));
    assert!(told.ends_with("<script>1</script><p>W</p>"));
    let off = shown(site(), "", SCRIPTED).await.text();
    assert!(!off.contains("data-signals") && !off.contains("data-tcf"));
    // Nothing on a page without scripts could listen, or ask.
    let plain = "<!DOCTYPE html><html lang=en><title>T</title><p>W</p>";
    assert_eq!(shown(signalling(), "", plain).await.text(), plain);
}

#[tokio::test]
async fn a_strict_policy_of_the_sites_admits_it_and_nothing_else() {
    let strict = "Content-Security-Policy: script-src 'self'\r\n";
    let policy = shown(signalling(), strict, SCRIPTED).await;
    let policy = policy.headers("content-security-policy").join(",");
    assert!(policy.contains(notice::consent_mode_source()), "{policy}");
    assert!(policy.contains(&notice::platform().name), "{policy}");
    let off = shown(site(), strict, SCRIPTED).await;
    let off = off.headers("content-security-policy").join(",");
    assert!(!off.contains(notice::consent_mode_source()) && !off.contains("tcf."));
}

#[tokio::test]
async fn the_script_that_listens_is_kept_for_ever_under_its_own_name() {
    let gate = gate().await;
    let name = &notice::platform().name;
    let file = gate.get(&format!("/_jalousie/{name}"), "").await;
    assert_eq!(
        (file.status(), file.text()),
        (200, notice::platform().body.to_owned())
    );
    assert!(file.header("cache-control").unwrap().contains("immutable"));
}

const SAVED: &str = "decision=save&scope=preferences&source=tcf&lang=en";

#[tokio::test]
async fn a_yes_there_opens_what_was_not_refused_here_and_a_no_takes_back_a_yes() {
    let gate = gate().await;
    for (before, choices, after) in [
        ("", "video=accept", Some("v1.video:1")),
        ("v1.maps:1", "video=accept&maps=ask", Some("v1.video:1")),
        ("v1.video:0", "video=accept", Some("v1.video:0")),
        (
            "v1.video:0.maps:1",
            "video=ask&maps=accept",
            Some("v1.maps:1.video:0"),
        ),
        ("v1.social:1", "video=ask", Some("v1.social:1")),
        ("v1.@vimeo:0", "video=accept", Some("v1.video:1.@vimeo:0")),
    ] {
        let cookie = format!("Cookie: eu-consent={before}\r\n");
        let answer = gate.choose(&cookie, &format!("{SAVED}&{choices}")).await;
        assert_eq!(answer.status(), 303, "{before} {choices}");
        let set = answer.headers("set-cookie");
        let set = set.iter().find_map(|one| one.strip_prefix("eu-consent="));
        let set = set.map(|value| bare(value.split(';').next().unwrap()));
        assert_eq!(set.as_deref(), after, "{before} {choices}");
    }
}

#[tokio::test]
async fn what_no_platform_can_say_changes_nothing() {
    let gate = gate().await;
    for form in [
        format!("{SAVED}&video=refuse"),
        format!("{SAVED}&social=accept"),
        format!("{SAVED}&%40vimeo=accept"),
        format!("{SAVED}&unclassified=accept"),
        "decision=save&scope=preferences&source=other&video=accept".to_owned(),
        "decision=accept&scope=all&source=tcf".to_owned(),
        "decision=accept&scope=category&category=video&source=tcf".to_owned(),
    ] {
        let answer = gate.choose("", &form).await;
        assert_eq!(
            (answer.status(), answer.header("set-cookie")),
            (400, None),
            "{form}"
        );
    }
    // A site that does not listen takes nothing at all.
    let deaf = Gated::of(site(), with_page(page()).await).await;
    let answer = deaf.choose("", &format!("{SAVED}&video=accept")).await;
    assert_eq!((answer.status(), answer.header("set-cookie")), (400, None));
    // Nor from another site's page.
    let foreign = "Origin: https://evil.example\r\nSec-Fetch-Site: cross-site\r\n";
    let answer = gate.post(foreign, &format!("{SAVED}&video=accept")).await;
    assert_eq!((answer.status(), answer.header("set-cookie")), (403, None));
}

#[tokio::test]
async fn its_receipt_says_where_and_claims_to_have_shown_nothing() {
    let gate = gate().await;
    let answer = gate
        .choose("", &format!("{SAVED}&video=accept&maps=accept"))
        .await;
    let set = answer.headers("set-cookie");
    let cookie = set
        .iter()
        .find(|one| one.starts_with("eu-consent-receipts"))
        .unwrap();
    let cookie = format!("Cookie: {}\r\n", cookie.split(';').next().unwrap());
    let text = gate
        .get("/_jalousie/receipts/download", &cookie)
        .await
        .text();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let receipt = Receipt::read(&json["receipts"][0].to_string()).unwrap();
    assert_eq!((receipt.origin, receipt.choices.len()), (Origin::Tcf, 2));
    assert!(receipt.texts.is_empty());
    let page = gate
        .get("/_jalousie/receipts?lang=en", &cookie)
        .await
        .text();
    assert!(page.contains("this site’s own consent window"), "{page}");
    assert!(!page.contains("Texts as they were shown"), "{page}");
    // Nothing was decided, so there is nothing to prove.
    let answer = gate
        .choose(
            "Cookie: eu-consent=v1.video:0\r\n",
            &format!("{SAVED}&video=accept"),
        )
        .await;
    assert_eq!(answer.header("jalousie-receipt"), None);
}

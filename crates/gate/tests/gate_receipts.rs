//! Choices leave receipts, and readers see their own.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::{Answer, Gated, iframe, keys, site, video_token, with_page};
use jalousie_core::consent::receipt::{Act, Number, Origin, Receipt, Scope};
use jalousie_core::site::Site;
use jalousie_gate::receipts::{Draft, Period, Piece, Receipts, Sqlite, Store, StoreError, Visit};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

fn recording_site() -> Site {
    let mut site = site();
    site.receipt_days = Some(1000);
    site
}

async fn gate_with(store: impl Store + 'static, limit: usize) -> Gated {
    let receipts = Receipts::new(Box::new(store), limit).unwrap();
    let upstream = with_page(gate_support::page()).await;
    Gated::recording(recording_site(), receipts, upstream).await
}

async fn gate() -> Gated {
    gate_with(Sqlite::in_memory(keys()).unwrap(), 1000).await
}

const COOKIE: &str = "eu-consent-receipts";

/// The cookie of receipts that an answer sets, as the next request sends it.
fn cookie(answer: &Answer) -> Option<String> {
    let mut set = answer.headers("set-cookie").into_iter();
    let set = set.rfind(|value| value.starts_with(COOKIE))?;
    Some(format!("Cookie: {}\r\n", set.split(';').next().unwrap()))
}

/// The receipts of a reader who has this cookie.
async fn receipts(gate: &Gated, cookie: &str) -> Vec<Receipt> {
    let answer = gate.get("/_jalousie/receipts/download", cookie).await;
    assert_eq!(answer.status(), 200);
    assert!(
        answer
            .header("content-disposition")
            .unwrap()
            .starts_with("attachment")
    );
    let json: serde_json::Value = serde_json::from_str(&answer.text()).unwrap();
    let list = json["receipts"].as_array().unwrap();
    list.iter()
        .map(|one| Receipt::read(&one.to_string()).unwrap())
        .collect()
}

#[tokio::test]
async fn every_choice_leaves_one_receipt_of_what_was_decided() {
    let gate = gate().await;
    let token = video_token();
    let notice = format!("service=vimeo&category=video&token={token}&return=/&lang=fr");
    let page = "return=/_jalousie/preferences?saved%3D1&lang=de";
    for (form, act, scope, service, category, origin, language, texts) in [
        (
            format!("decision=accept&scope=once&{notice}"),
            Act::Accept,
            Scope::Once,
            Some("vimeo"),
            Some("video"),
            Origin::Notice,
            "fr",
            3,
        ),
        (
            format!("decision=refuse&scope=category&{notice}"),
            Act::Refuse,
            Scope::Category,
            None,
            Some("video"),
            Origin::Notice,
            "fr",
            3,
        ),
        (
            format!("decision=accept&scope=service&{notice}"),
            Act::Accept,
            Scope::Service,
            Some("vimeo"),
            Some("video"),
            Origin::Notice,
            "fr",
            3,
        ),
        (
            format!("decision=accept&scope=all&{page}"),
            Act::Accept,
            Scope::All,
            None,
            None,
            Origin::Preferences,
            "de",
            1,
        ),
        (
            format!("decision=withdraw&scope=all&{page}"),
            Act::Withdraw,
            Scope::All,
            None,
            None,
            Origin::Preferences,
            "de",
            1,
        ),
    ] {
        let answer = gate.choose("", &form).await;
        assert_eq!(answer.status(), 303, "{form}");
        assert_eq!(
            answer.header("jalousie-receipt"),
            Some("recorded"),
            "{form}"
        );
        let found = receipts(&gate, &cookie(&answer).unwrap()).await;
        let [receipt] = &found[..] else {
            panic!("{found:?}")
        };
        let [choice] = &receipt.choices[..] else {
            panic!("{receipt:?}")
        };
        assert_eq!((choice.decision, choice.scope), (act, scope), "{form}");
        assert_eq!(
            (choice.service.as_deref(), choice.category.as_deref()),
            (service, category),
            "{form}"
        );
        assert_eq!(
            (receipt.origin, &*receipt.language, receipt.texts.len()),
            (origin, language, texts),
            "{form}"
        );
        // Nothing of the request is in it.
        assert!(!receipt.written().contains("127.0.0.1") && !receipt.written().contains(&token));
    }
    assert_eq!(gate.gate.receipts().unwrap().counts().recorded, 5);
}

#[tokio::test]
async fn the_page_of_choices_leaves_one_receipt_with_all_that_was_said() {
    let gate = gate().await;
    let saved = "scope=preferences&decision=save&return=/_jalousie/preferences";
    let form = format!("{saved}&video=accept&%40vimeo=refuse&maps=ask&audio=ask");
    let answer = gate.choose("Cookie: eu-consent=v1.maps:1\r\n", &form).await;
    let found = receipts(&gate, &cookie(&answer).unwrap()).await;
    let said: Vec<_> = found[0]
        .choices
        .iter()
        .map(|choice| {
            (
                choice.decision.word(),
                choice.service.as_deref(),
                choice.category.as_deref().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            ("accept", None, "video"),
            ("refuse", Some("vimeo"), "video"),
            ("withdraw", None, "maps")
        ]
    );
    // Who says nothing has decided nothing.
    let answer = gate.choose("", &format!("{saved}&video=ask")).await;
    assert_eq!(
        (answer.status(), answer.header("jalousie-receipt")),
        (303, None)
    );
    assert_eq!(gate.gate.receipts().unwrap().counts().recorded, 1);
}

#[tokio::test]
async fn what_is_no_choice_of_the_reader_leaves_none() {
    let gate = gate().await;
    let form = "decision=accept&scope=category&category=video";
    for (lines, body) in [
        (
            "Origin: http://evil.example\r\nContent-Type: application/x-www-form-urlencoded\r\n",
            form,
        ),
        (
            "Sec-Fetch-Site: cross-site\r\nContent-Type: application/x-www-form-urlencoded\r\n",
            form,
        ),
        ("Content-Type: application/x-www-form-urlencoded\r\n", form),
        (
            "Sec-Fetch-Site: same-origin\r\nContent-Type: text/plain\r\n",
            form,
        ),
    ] {
        let answer = gate.post(lines, body).await;
        assert!(
            answer.status() >= 400 && answer.headers("set-cookie").is_empty(),
            "{lines}"
        );
    }
    let forged = format!("decision=accept&scope=once&token={}x", video_token());
    let large = format!("{form}&x={}", "x".repeat(70_000));
    for bad in [
        "decision=accept&scope=category&category=no-such",
        "decision=perhaps&scope=all",
        &forged,
        &large,
    ] {
        let answer = gate.choose("", bad).await;
        assert!(
            answer.status() >= 400 && answer.headers("set-cookie").is_empty(),
            "{bad:.60}"
        );
    }
    // A browser's signal is no choice made here; it comes with every page.
    gate.get("/", "Sec-GPC: 1\r\n").await;
    gate.get("/_jalousie/preferences", "Sec-GPC: 1\r\n").await;
    let counts = gate.gate.receipts().unwrap().counts();
    assert_eq!((counts.recorded, counts.waiting), (0, 0));
}

#[tokio::test]
async fn a_choice_posted_again_is_a_choice_made_again() {
    let gate = gate().await;
    let form = "decision=accept&scope=category&category=video";
    let first = gate.choose("", form).await;
    let second = gate.choose(&cookie(&first).unwrap(), form).await;
    let found = receipts(&gate, &cookie(&second).unwrap()).await;
    assert_eq!(found.len(), 2);
    // Beside the choice and what was shown, nothing in one is in the other.
    assert_ne!(found[0].number, found[1].number);
}

#[tokio::test]
async fn the_cookie_is_for_the_gates_pages_only_and_keeps_the_latest() {
    let gate = gate().await;
    let form = "decision=refuse&scope=category&category=video";
    let mut sent = String::new();
    let mut answers = Vec::new();
    for _ in 0..23 {
        let answer = gate.choose(&sent, form).await;
        sent = cookie(&answer).unwrap();
        answers.push(answer);
    }
    let set = answers[22].headers("set-cookie");
    assert_eq!(set.len(), 2);
    assert!(set[0].starts_with("eu-consent=v2"), "{set:?}");
    assert!(
        set[1].ends_with("; Path=/_jalousie/; Max-Age=34560000; HttpOnly; SameSite=Lax"),
        "{set:?}"
    );
    assert_eq!(receipts(&gate, &sent).await.len(), 20);
    // A cookie that somebody has tampered with shows what is left in it.
    let number = sent.trim().rsplit('.').next().unwrap().to_owned();
    let odd = format!("Cookie: {COOKIE}=x.{number}.{number}.%00..é; other=1\r\n");
    assert_eq!(receipts(&gate, &odd).await.len(), 0);
    let odd = format!("Cookie: a=b; {COOKIE}=x.{number}.{number}..zz; {COOKIE}=\r\n");
    assert_eq!(receipts(&gate, &odd).await.len(), 1);
}

#[tokio::test]
async fn readers_see_their_receipts_and_the_texts_as_they_were() {
    let gate = gate().await;
    let token = video_token();
    let form = format!(
        "decision=accept&scope=category&category=video&service=vimeo&token={token}&return=/&lang=en"
    );
    let own = cookie(&gate.choose("", &form).await).unwrap();
    let answer = gate.get("/_jalousie/receipts?lang=en", &own).await;
    assert_eq!(answer.status(), 200);
    assert!(answer.is_strict());
    let html = answer.text();
    let found = receipts(&gate, &own).await;
    let receipt = &found[0];
    for words in [
        "Your receipts",
        "Accepted",
        "Video",
        "a button of a notice",
        &receipt.number.to_string(),
        "1,000",
    ] {
        let plain = words.replace(',', "");
        assert!(
            html.contains(words) || html.contains(&plain),
            "{words}: {html}"
        );
    }
    let mut shown = String::new();
    for text in &receipt.texts {
        let path = format!("/_jalousie/receipts/texts/{text}");
        assert!(html.contains(&path));
        let answer = gate.get(&path, "").await;
        assert_eq!(answer.status(), 200);
        assert!(
            answer
                .header("content-security-policy")
                .unwrap()
                .contains("sandbox")
        );
        assert_eq!(
            jalousie_core::consent::receipt::Digest::of(&answer.body),
            *text
        );
        shown += &answer.text();
    }
    assert!(shown.contains("Vimeo") && shown.contains("value=\"refuse\""));
    let settings = gate
        .get(
            &format!("/_jalousie/receipts/texts/{}", receipt.configuration),
            "",
        )
        .await;
    assert!(
        settings.text().contains("consent_days = 180\n"),
        "{}",
        settings.text()
    );
    // Without the cookie there is nothing to see.
    let html = gate.get("/_jalousie/receipts?lang=en", "").await.text();
    assert!(
        html.contains("no receipts of this browser") && !html.contains(&receipt.number.to_string())
    );
    for nothing in [
        "receipts/x",
        "receipts/texts/x",
        "receipts/texts/",
        &format!("receipts/texts/{}", "0".repeat(64)),
    ] {
        assert_eq!(
            gate.get(&format!("/_jalousie/{nothing}"), &own)
                .await
                .status(),
            404,
            "{nothing}"
        );
    }
}

#[tokio::test]
async fn readers_erase_their_receipts_and_keep_their_choices() {
    let gate = gate().await;
    let form = "decision=accept&scope=category&category=video";
    let others = cookie(&gate.choose("", form).await).unwrap();
    let first = cookie(&gate.choose("", form).await).unwrap();
    let own = cookie(&gate.choose(&first, form).await).unwrap();
    let erase = |lines: String| {
        let gate = &gate;
        async move {
            let head = "POST /_jalousie/receipts/erase HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n";
            gate.ask(format!("{head}Content-Length: 7\r\n{lines}\r\nlang=fr"))
                .await
        }
    };
    let form = "Content-Type: application/x-www-form-urlencoded\r\n";
    let foreign = erase(format!("Origin: http://evil.example\r\n{form}{own}")).await;
    assert_eq!(
        (foreign.status(), receipts(&gate, &own).await.len()),
        (403, 2)
    );
    assert_eq!(
        gate.get("/_jalousie/receipts/erase", &own).await.status(),
        405
    );
    let answer = erase(format!("{}{own}", gate_support::FROM_HERE)).await;
    assert_eq!(answer.status(), 303);
    assert_eq!(
        answer.header("location"),
        Some("/_jalousie/receipts?erased=2&lang=fr&return=%2F")
    );
    // The cookie of receipts goes, and nothing is said of the one of choices.
    assert_eq!(answer.headers("set-cookie").len(), 1);
    assert!(
        answer
            .header("set-cookie")
            .unwrap()
            .starts_with("eu-consent-receipts=; ")
    );
    assert_eq!(receipts(&gate, &own).await.len(), 0);
    assert_eq!(receipts(&gate, &others).await.len(), 1);
    let html = gate
        .get(answer.header("location").unwrap(), "")
        .await
        .text();
    assert!(html.contains("role=\"status\""), "{html}");
    assert_eq!(gate.gate.receipts().unwrap().counts().erased, 2);
}

#[tokio::test]
async fn a_site_without_receipts_says_nothing_of_them() {
    let upstream = with_page(gate_support::page()).await;
    let gate = Gated::before(upstream).await;
    let answer = gate
        .choose("", "decision=accept&scope=category&category=video")
        .await;
    assert_eq!(
        (
            answer.headers("set-cookie").len(),
            answer.header("jalousie-receipt")
        ),
        (1, None)
    );
    let page = gate.get("/_jalousie/preferences", "").await.text();
    assert!(!page.contains("receipts"));
    assert_eq!(gate.get("/_jalousie/receipts", "").await.status(), 404);
    let recording = self::gate().await;
    let page = recording.get("/_jalousie/preferences", "").await.text();
    assert!(page.contains("/_jalousie/receipts?"));
}

/// A store that is away while it is told to be.
struct Fickle {
    store: Sqlite,
    away: Arc<AtomicBool>,
}

impl Fickle {
    fn reach(&mut self) -> Result<&mut Sqlite, StoreError> {
        if self.away.load(Ordering::Relaxed) {
            Err(StoreError::Unavailable("away for a test".to_owned()))
        } else {
            Ok(&mut self.store)
        }
    }
}

impl Store for Fickle {
    fn append(&mut self, batch: &[Draft]) -> Result<(), StoreError> {
        self.reach()?.append(batch)
    }
    fn find(&mut self, numbers: &[Number]) -> Result<Vec<Receipt>, StoreError> {
        self.reach()?.find(numbers)
    }
    fn erase(&mut self, numbers: &[Number]) -> Result<usize, StoreError> {
        self.reach()?.erase(numbers)
    }
    fn purge(
        &mut self,
        before: jalousie_core::consent::receipt::Time,
        now: jalousie_core::consent::receipt::Time,
        limit: usize,
    ) -> Result<usize, StoreError> {
        self.reach()?.purge(before, now, limit)
    }
    fn text(
        &mut self,
        hash: &jalousie_core::consent::receipt::Digest,
    ) -> Result<Option<String>, StoreError> {
        self.reach()?.text(hash)
    }
    fn chains(&mut self, visit: &mut Visit<'_, Piece>) -> Result<(), StoreError> {
        self.reach()?.chains(visit)
    }
    fn merged(
        &mut self,
        period: Period,
        visit: &mut Visit<
            '_,
            (
                jalousie_core::consent::receipt::Shard,
                jalousie_core::consent::receipt::Entry,
            ),
        >,
    ) -> Result<(), StoreError> {
        self.reach()?.merged(period, visit)
    }
    fn own_check(&mut self) -> Result<Vec<String>, StoreError> {
        self.reach()?.own_check()
    }
}

#[tokio::test]
async fn while_the_store_is_away_choices_work_and_receipts_wait() {
    let away = Arc::new(AtomicBool::new(true));
    let store = Fickle {
        store: Sqlite::in_memory(keys()).unwrap(),
        away: away.clone(),
    };
    let gate = gate_with(store, 3).await;
    let form = "decision=accept&scope=category&category=video";
    let mut cookies = Vec::new();
    for expected in ["queued", "queued", "queued", "lost", "lost"] {
        let answer = gate.choose("", form).await;
        assert_eq!(answer.status(), 303);
        assert!(
            answer
                .header("set-cookie")
                .unwrap()
                .starts_with("eu-consent=v2.video:1:")
        );
        assert_eq!(answer.header("jalousie-receipt"), Some(expected));
        // A number that will never be stored is not given out.
        assert_eq!(cookie(&answer).is_some(), expected == "queued");
        cookies.extend(cookie(&answer));
    }
    let answer = gate.get("/_jalousie/receipts?lang=en", &cookies[0]).await;
    assert_eq!(answer.status(), 503);
    assert!(answer.text().contains("cannot be read at the moment"));
    let counts = gate.gate.receipts().unwrap().counts();
    assert_eq!(
        (
            counts.recorded,
            counts.waiting,
            counts.lost,
            counts.reachable
        ),
        (0, 3, 2, false)
    );
    away.store(false, Ordering::Relaxed);
    // What waited is stored before what comes now.
    let receipts_of = gate.gate.receipts().unwrap().clone();
    gate_support::wire::soon("the queue", async {
        while receipts_of.counts().waiting > 0 {
            tokio::task::yield_now().await;
        }
    })
    .await;
    for cookie in &cookies {
        assert_eq!(receipts(&gate, cookie).await.len(), 1);
    }
    assert_eq!(
        gate.choose("", form).await.header("jalousie-receipt"),
        Some("recorded")
    );
    let counts = gate.gate.receipts().unwrap().counts();
    assert_eq!(
        (counts.recorded, counts.lost, counts.reachable),
        (4, 2, true)
    );
}

#[tokio::test]
async fn a_gate_that_closes_stores_what_waits_or_says_what_is_lost() {
    let away = Arc::new(AtomicBool::new(true));
    let store = |away: &Arc<AtomicBool>| Fickle {
        store: Sqlite::in_memory(keys()).unwrap(),
        away: away.clone(),
    };
    let gate = gate_with(store(&away), 10).await;
    let form = "decision=accept&scope=category&category=video";
    assert_eq!(
        gate.choose("", form).await.header("jalousie-receipt"),
        Some("queued")
    );
    let receipts = gate.gate.receipts().unwrap().clone();
    receipts.close(std::time::Duration::from_millis(1)).await;
    assert_eq!((receipts.counts().lost, receipts.counts().waiting), (1, 0));
    // Whoever comes later is not told that anything was recorded.
    assert_eq!(
        gate.choose("", form).await.header("jalousie-receipt"),
        Some("lost")
    );

    let gate = gate_with(store(&away), 10).await;
    assert_eq!(
        gate.choose("", form).await.header("jalousie-receipt"),
        Some("queued")
    );
    away.store(false, Ordering::Relaxed);
    let receipts = gate.gate.receipts().unwrap().clone();
    receipts.close(std::time::Duration::from_secs(60)).await;
    assert_eq!((receipts.counts().recorded, receipts.counts().lost), (1, 0));
}

#[tokio::test]
async fn content_that_no_service_claims_leaves_a_receipt_without_its_host() {
    let gate = gate().await;
    let token = keys().sign(&iframe("unclassified", "https://widgets.unknown.example/1"));
    let form = format!(
        "decision=accept&scope=once&service=unclassified&category=unclassified&token={token}&return=/&lang=en"
    );
    let own = cookie(&gate.choose("", &form).await).unwrap();
    let found = receipts(&gate, &own).await;
    assert_eq!(found[0].choices[0].service.as_deref(), Some("unclassified"));
    assert_eq!(found[0].texts.len(), 3);
    assert!(!found[0].written().contains("unknown.example"));
}

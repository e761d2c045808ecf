//! Headers: what leads to third parties goes from every answer, and every answer carries the policy.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::wire::{Wire, header, status, upstream};
use gate_support::{Gated, UNKNOWN, VIDEO, always, answer, keeping, last, page, site};
use jalousie_core::notice;
use jalousie_core::site::Site;
use jalousie_gate::layer::Public;

/// Headers that act before, or in spite of, a policy, each leading to a third party.
const LEADING_AWAY: &str = "Link: <https://e.example/>; rel=preconnect, <//e.example>; rel=dns-prefetch\r\n\
    Link: <https://e.example/a.css>; rel=preload; as=style\r\n\
    Refresh: 0;url=https://e.example/\r\n\
    Report-To: {\"endpoints\":[{\"url\":\"https://e.example/r\"}]}\r\n\
    NEL: {\"report_to\":\"e.example\"}\r\n\
    Reporting-Endpoints: a=\"https://e.example/r\"\r\n\
    Speculation-Rules: \"https://e.example/rules.json\"\r\n\
    Content-Security-Policy: img-src 'self'; report-uri https://e.example/r\r\n\
    Content-Security-Policy-Report-Only: img-src 'self'; report-uri https://e.example/r\r\n\
    Expect-CT: report-uri=\"https://e.example/r\"\r\n\
    Public-Key-Pins-Report-Only: report-uri=\"https://e.example/r\"\r\n\
    Alt-Svc: h3=\"e.example:443\"\r\n\
    X-DNS-Prefetch-Control: on\r\n";

/// Requirement 1, for each kind of answer.
#[tokio::test]
async fn no_answer_sends_the_browser_to_a_third_party_by_a_header() {
    for line in [
        "200 OK\r\nContent-Type: text/html",
        "200 OK\r\nContent-Type: image/png",
        "200 OK",
        "301 Moved Permanently\r\nLocation: /b",
        "302 Found\r\nLocation: https://e-shop.example/",
        "404 Not Found\r\nContent-Type: text/html",
        "500 Oops\r\nContent-Type: text/plain",
        "204 No Content",
    ] {
        let length = if line.starts_with("204") {
            ""
        } else {
            "Content-Length: 0\r\n"
        };
        let upstream =
            always(format!("HTTP/1.1 {line}\r\n{LEADING_AWAY}{length}\r\n").into_bytes()).await;
        let answer = Gated::before(upstream).await.get("/", "").await;
        assert_eq!(answer.status().to_string(), line[..3]);
        assert!(
            !answer.head.contains("e.example"),
            "{line}: {}",
            answer.head
        );
        assert_eq!(answer.headers("x-dns-prefetch-control"), ["off"]);
        let policies = answer.headers("content-security-policy");
        assert_eq!(policies.len(), 2, "the site's own and ours: {policies:?}");
        assert!(
            policies[0].contains("img-src 'self'")
                && policies[1].starts_with("default-src 'self' news.example data:")
        );
        assert!(
            policies[1].contains("; frame-src 'self' news.example") && !policies[1].contains('*'),
            "{policies:?}"
        );
    }
}

#[tokio::test]
async fn a_header_that_is_no_text_goes_and_a_policy_loses_only_what_is_none() {
    let lines = b"Link: <https://e.example/\xe9>; rel=preconnect\r\nRefresh: 0;url=//e.example/\xe9\r\n\
        Content-Security-Policy: img-src \xe9, script-src 'self'; report-uri /\xe9; object-src 'none'\r\nContent-Type: text/plain\r\n";
    let mut bytes = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n".to_vec();
    bytes.extend_from_slice(lines);
    bytes.extend_from_slice(b"\r\n");
    let answer = Gated::before(always(bytes).await).await.get("/", "").await;
    assert_eq!(
        (answer.header("link"), answer.header("refresh")),
        (None, None)
    );
    let policy = answer.header("content-security-policy").unwrap();
    assert!(
        policy.contains("script-src 'self'")
            && policy.contains("object-src 'none'")
            && !policy.contains("report-uri"),
        "{policy}"
    );
}

/// The site's own policies as a reader of the gated page gets them.
async fn adapted(policies: &[&str]) -> (Vec<String>, String) {
    let lines: String = policies
        .iter()
        .map(|policy| format!("Content-Security-Policy: {policy}\r\n"))
        .collect();
    let upstream = always(answer(
        &format!("Content-Type: text/html; charset=utf-8\r\n{lines}"),
        page(),
    ))
    .await;
    let answer = Gated::of(
        Site {
            guard: false,
            ..site()
        },
        upstream,
    )
    .await
    .get("/", "")
    .await;
    let mut kept: Vec<String> = answer
        .headers("content-security-policy")
        .into_iter()
        .map(str::to_owned)
        .collect();
    assert!(
        kept.pop()
            .unwrap()
            .starts_with("default-src 'self' news.example")
    );
    (kept, answer.text())
}

#[tokio::test]
async fn the_sites_own_policy_admits_the_gate_and_nothing_else() {
    let base = "http://news.example/_jalousie/";
    let (kept, _) = adapted(&[
        "default-src 'none'; img-src 'self'; form-action 'self'",
        "frame-src a.example",
        "img-src *",
    ])
    .await;
    assert_eq!(kept.len(), 3, "each policy of several stays one");
    let words: Vec<&str> = kept[0]
        .split([' ', ';'])
        .filter(|word| word.contains("://"))
        .collect();
    assert!(words.iter().all(|word| word.starts_with(base)), "{kept:?}");
    assert!(kept[0].contains("default-src 'none'; img-src 'self'; form-action 'self' http://news.example/_jalousie/consent"));
    assert!(
        kept[0].contains(&format!("frame-src {base}frame/")),
        "{kept:?}"
    );
    assert!(
        kept[0].contains(&format!("script-src-elem {base}{}", notice::client().name)),
        "{kept:?}"
    );
    assert_eq!(kept[1], format!("frame-src a.example {base}frame/"));
    assert_eq!(kept[2], "img-src *");
    for policy in &kept {
        assert!(
            !policy.contains("unsafe") && !policy.contains("vimeo"),
            "{policy}"
        );
    }
}

#[tokio::test]
async fn the_client_has_the_sites_nonce() {
    let (kept, text) = adapted(&["script-src 'nonce-c2VjcmV0' 'strict-dynamic'"]).await;
    assert!(text.contains("nonce=\"c2VjcmV0\""), "{text}");
    assert!(kept[0].contains("'nonce-c2VjcmV0' 'strict-dynamic'"));
    let (_, text) = adapted(&["script-src 'self'"]).await;
    assert!(!text.contains("nonce"));
}

#[tokio::test]
async fn a_policy_that_is_only_reported_stays_so() {
    let upstream =
        always(answer("Content-Type: text/html\r\nContent-Security-Policy-Report-Only: frame-src 'none'; report-uri /r\r\n", page())).await;
    let answer = Gated::before(upstream).await.get("/", "").await;
    assert_eq!(
        answer.headers("content-security-policy-report-only"),
        ["frame-src 'none'; report-uri /r"]
    );
    assert_eq!(answer.headers("content-security-policy").len(), 1);
}

#[tokio::test]
async fn a_frame_is_not_redirected_to_a_third_party() {
    for (location, allowed) in [
        ("https://e.example/x", false),
        ("//e.example", false),
        ("/b", true),
        ("http://news.example/b", true),
    ] {
        let upstream = always(
            format!("HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n")
                .into_bytes(),
        )
        .await;
        let gate = Gated::before(upstream).await;
        for destination in ["iframe", "frame", "object", "embed"] {
            let answer = gate
                .get("/a", &format!("Sec-Fetch-Dest: {destination}\r\n"))
                .await;
            assert_eq!(
                answer.status(),
                if allowed { 302 } else { 403 },
                "{location}"
            );
            assert!(
                allowed
                    || (answer.is_strict()
                        && !answer.head.contains("e.example")
                        && !answer.text().contains("e.example"))
            );
        }
        // Loaded ahead of a click, or for early hints (by Firefox), no policy would stop it.
        for ahead in [
            "Sec-Fetch-Dest: document\r\nSec-Purpose: prefetch;prerender\r\n",
            "Sec-Fetch-Dest: style\r\nX-Moz: early hint\r\n",
        ] {
            let answer = gate.get("/a", ahead).await;
            assert_eq!(answer.status(), if allowed { 302 } else { 403 });
        }
        // The reader's own way elsewhere is free.
        let answer = gate.get("/a", "Sec-Fetch-Dest: document\r\n").await;
        assert_eq!(
            (answer.status(), answer.header("location")),
            (302, Some(location))
        );
    }
}

#[tokio::test]
async fn a_websocket_passes_the_layer() {
    let upstream = upstream(|mut wire| async move {
        let head = wire.head().await;
        assert_eq!(header(&head, "upgrade"), Some("websocket"));
        wire.send(
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Accept: b\r\nNEL: {\"report_to\":\"a\",\"max_age\":9}\r\n\
             Report-To: {\"group\":\"a\",\"max_age\":9,\"endpoints\":[{\"url\":\"https://e.example/r\"}]}\r\n\
             Link: <https://e.example>; rel=preconnect\r\n\r\n",
        )
        .await;
        let words = wire.bytes(4).await;
        wire.send(words).await;
    })
    .await;
    let gate = Gated::before(upstream).await;
    let mut reader = Wire::connect(gate.address).await;
    reader.send("GET /chat HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: a\r\n\r\n").await;
    let head = reader.head().await;
    assert_eq!(status(&head), 101);
    assert_eq!(header(&head, "sec-websocket-accept"), Some("b"));
    for name in ["nel", "report-to", "link"] {
        assert_eq!(header(&head, name), None, "{head}");
    }
    reader.send("ping").await;
    assert_eq!(reader.bytes(4).await, b"ping");
    drop(reader);
    gate.stop().await;
}

#[tokio::test]
async fn asking_for_another_protocol_does_not_open_the_gate() {
    let (upstream, heads) = keeping(answer(
        "Content-Type: text/html\r\n",
        format!("{VIDEO}{UNKNOWN}"),
    ))
    .await;
    let gate = Gated::before(upstream).await;
    let lines = "Upgrade: x\r\nAccept: text/html\r\nIf-None-Match: \"abc\"\r\n";
    let answer = gate.get("/", lines).await;
    assert!(!answer.text().contains("<iframe"));
    assert_eq!(header(&last(&heads), "if-none-match"), None);
}

/// Odd spellings of the gate's own addresses are either the site's or nobody's, never half of each.
#[tokio::test]
async fn odd_spellings_of_the_gates_addresses_confuse_nobody() {
    let (upstream, heads) = keeping(answer("Content-Type: text/plain\r\n", "the site's")).await;
    let gate = Gated::before(upstream).await;
    for path in [
        "//_jalousie/preferences",
        "/_jalousie",
        "/%5fjalousie/preferences",
        "/x/../_jalousie/consent",
        "/_JALOUSIE/consent",
    ] {
        let answer = gate.get(path, "").await;
        assert_eq!(
            (answer.status(), answer.text().as_str()),
            (200, "the site's"),
            "{path}"
        );
        assert!(last(&heads).starts_with(&format!("GET {path} ")), "{path}");
    }
    let asked = heads.lock().unwrap().len();
    for path in [
        "/_jalousie/",
        "/_jalousie/../x",
        "/_jalousie//consent",
        "/_jalousie/consent/",
        "/_jalousie/frame/",
        "/_jalousie/frame/%2e%2e/x",
        "/_jalousie/service/../../x",
        "/_jalousie/client.js",
        "/_jalousie/client.zzzzzzzzzzzzzzzz.js",
        "/_jalousie/%2e%2e/x",
    ] {
        let answer = gate.get(path, "").await;
        assert!(
            matches!(answer.status(), 404 | 405) && answer.is_strict(),
            "{path}: {}",
            answer.head
        );
    }
    assert_eq!(
        heads.lock().unwrap().len(),
        asked,
        "nothing under the prefix reaches the site"
    );
    for (host, status) in [("e.example", 400), ("news.example", 200)] {
        let answer = gate
            .ask(&format!("GET http://{host}/_jalousie/preferences HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n\r\n"))
            .await;
        assert_eq!(answer.status(), status, "{host}");
        assert!(!answer.text().contains("//e.example"));
    }
}

/// Requirement 2: the gate's own assets come from the site.
#[tokio::test]
async fn assets_are_kept_for_ever_under_their_own_name_only() {
    let gate = Gated::before(always(answer("", "")).await).await;
    for (asset, kind) in [
        (notice::client(), "text/javascript"),
        (notice::style(), "text/css"),
    ] {
        let path = format!("/_jalousie/{}", asset.name);
        let answer = gate.get(&path, "Accept-Encoding: gzip\r\n").await;
        assert_eq!(answer.header("content-encoding"), Some("gzip"));
        assert!(
            answer.text() == asset.body && answer.header("content-type").unwrap().starts_with(kind)
        );
        assert_eq!(
            answer.header("cache-control"),
            Some("public, max-age=31536000, immutable")
        );
        assert_eq!(
            (
                answer.header("vary"),
                answer.header("x-content-type-options")
            ),
            (Some("Accept-Encoding"), Some("nosniff"))
        );
        assert_eq!(gate.get(&path, "").await.body, asset.body.as_bytes());
        // Another version's name, from a page in a cache.
        let other = path.replace(|c: char| c.is_ascii_digit(), "0");
        let answer = gate.get(&other, "").await;
        assert_eq!(
            (answer.status(), answer.header("cache-control")),
            (200, Some("no-store"))
        );
    }
}

/// Requirement 18.
#[tokio::test]
async fn the_site_says_that_it_honours_gpc() {
    let missing = b"HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno".to_vec();
    let gate = Gated::before(always(missing.clone()).await).await;
    let said = gate.get("/.well-known/gpc.json", "").await;
    assert_eq!(
        (said.status(), said.header("content-type")),
        (200, Some("application/json"))
    );
    assert!(said.text().contains("\"gpc\":true"));
    let gate = Gated::of(
        Site {
            honour_gpc: false,
            ..site()
        },
        always(missing).await,
    )
    .await;
    assert_eq!(gate.get("/.well-known/gpc.json", "").await.status(), 404);
    let gate = Gated::with(
        site(),
        Public::default(),
        always(answer("", "{\"own\":1}")).await,
    )
    .await;
    assert_eq!(
        gate.get("/.well-known/gpc.json", "").await.text(),
        "{\"own\":1}"
    );
}

#[tokio::test]
async fn a_file_of_speculation_rules_leads_nowhere_but_to_the_site() {
    for (rules, headers, passes) in [
        (r#"{"prefetch":[{"urls":["/a"]}]}"#, "", true),
        (
            r#"{"prefetch":[{"urls":["https://e.example/"]}]}"#,
            "",
            false,
        ),
        (
            r#"{"prefetch":[{"urls":["/a"]}]}"#,
            "Content-Encoding: gzip\r\n",
            false,
        ),
        ("not JSON", "", false),
    ] {
        let kind = format!("Content-Type: application/speculationrules+json\r\n{headers}");
        let gate = Gated::before(always(answer(&kind, rules)).await).await;
        let answer = gate.get("/rules.json", "").await;
        assert_eq!(answer.status(), if passes { 200 } else { 502 }, "{rules}");
        assert_eq!(answer.text() == rules, passes, "{rules}");
    }
}

#[tokio::test]
async fn other_xml_is_gated_where_it_becomes_a_document() {
    const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg"><link xmlns="http://www.w3.org/1999/xhtml" rel="preconnect" href="https://e.example"/><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://e.example/a"/></foreignObject><rect width="9" height="9"/></svg>"#;
    let gate = Gated::before(always(answer("Content-Type: image/svg+xml\r\n", SVG)).await).await;
    for (request, gated) in [
        ("Sec-Fetch-Dest: document\r\n", true),
        ("Sec-Fetch-Dest: iframe\r\n", true),
        ("Accept: text/html,*/*\r\n", true),
        ("Sec-Fetch-Dest: image\r\n", false),
        ("Accept: image/*\r\n", false),
    ] {
        let answer = gate.get("/a.svg", request).await;
        assert_eq!(answer.headers("content-type"), ["image/svg+xml"]);
        assert!(answer.headers("vary").contains(&"Sec-Fetch-Dest"));
        let text = answer.text();
        assert!(
            text.ends_with(r#"<rect width="9" height="9"/></svg>"#),
            "{text}"
        );
        let leads = text.contains(r#"rel="preconnect" href="https://e.example""#)
            || text.contains("<iframe");
        assert_eq!((leads, text == SVG), (!gated, !gated), "{request}: {text}");
    }
    // Browsers read as XML what says so at its beginning, if nothing else is said of it.
    let xml = format!("<?xml version=\"1.0\"?>{SVG}");
    for kind in ["", "Content-Type: */*\r\n"] {
        let gate = Gated::before(always(answer(kind, &xml)).await).await;
        let shown = gate.get("/a", "Accept: text/html\r\n").await.text();
        assert!(
            shown.starts_with("<?xml") && !shown.contains("<iframe"),
            "{shown}"
        );
        assert_eq!(
            gate.get("/a", "Sec-Fetch-Dest: image\r\n").await.text(),
            xml
        );
    }
}

//! The notice for content that a script of the site is about to create.

#![allow(clippy::unwrap_used)]

mod gate_support;

use gate_support::{Answer, Gated, UNKNOWN, VIDEO, page, with_page};

const FROM_HERE: &str = "Origin: http://news.example\r\nSec-Fetch-Site: same-origin\r\n";

async fn ask(gate: &Gated, query: &str, lines: &str, markup: &str) -> Answer {
    let head = format!(
        "POST /_jalousie/notice{query} HTTP/1.1\r\nHost: news.example\r\n{lines}Content-Length: {}\r\n",
        markup.len()
    );
    gate.ask(format!("{head}Connection: close\r\n\r\n{markup}"))
        .await
}

#[tokio::test]
async fn created_content_gets_a_notice_like_content_in_the_page() {
    let gate = Gated::before(with_page(page()).await).await;
    let answer = ask(
        &gate,
        "?page=/a&lang=fr&first=7&heading=3",
        FROM_HERE,
        &format!("{VIDEO}{UNKNOWN}"),
    )
    .await;
    let text = answer.text();
    assert_eq!(
        (answer.status(), answer.header("cache-control")),
        (200, Some("no-store"))
    );
    assert!(
        answer
            .header("content-security-policy")
            .unwrap()
            .contains("default-src 'none'; sandbox"),
        "no page of the site's"
    );
    assert!(
        text.contains("data-service=\"vimeo\"")
            && text.contains("id=\"jalousie-7\"")
            && text.contains("<h3"),
        "{text}"
    );
    assert!(
        !text.contains("<iframe") && text.contains("lang=\"fr\""),
        "{text}"
    );
    // The same content, the same token: a decision in the page holds here too.
    assert_eq!(answer.token(), gate.get("/a", "").await.token());
}

#[tokio::test]
async fn only_pages_of_the_site_may_ask() {
    let gate = Gated::before(with_page(page()).await).await;
    for lines in [
        "",
        "Origin: http://e.example\r\n",
        "Origin: null\r\n",
        "Origin: http://news.example\r\nSec-Fetch-Site: same-site\r\n",
    ] {
        let answer = ask(&gate, "", lines, VIDEO).await;
        assert!(
            answer.status() == 403 && answer.is_strict() && !answer.text().contains("vimeo"),
            "{lines}"
        );
    }
    assert_eq!(
        ask(&gate, "", FROM_HERE, &VIDEO.repeat(5_000))
            .await
            .status(),
        413
    );
    assert_eq!(gate.get("/_jalousie/notice", "").await.status(), 405);
}

#[tokio::test]
async fn odd_questions_do_no_harm() {
    let gate = Gated::before(with_page(page()).await).await;
    for query in [
        "?page=//e.example/",
        "?page=https://e.example/",
        "?first=-1&heading=99",
        "?lang=%00",
        "?page=%2F%5Ce.example&first=99999999999999",
    ] {
        let text = ask(&gate, query, FROM_HERE, VIDEO).await.text();
        assert!(
            text.contains("data-service=\"vimeo\"")
                && !text.contains("e.example")
                && !text.contains("<iframe"),
            "{query}: {text}"
        );
    }
    // A tag without its end is none: browsers leave it out.
    let odd = [
        "<iframe src=\"https://a.example/\">",
        "<p",
        "\u{0}",
        "",
        "<iframe/src=//a.example//>",
    ];
    for markup in odd {
        let answer = ask(&gate, "", FROM_HERE, markup).await;
        assert!(
            answer.status() == 200
                && !answer.text().contains("<iframe src")
                && !answer.text().contains("<iframe/src"),
            "{markup}"
        );
    }
}

#[tokio::test]
async fn a_services_script_says_where_to_look_for_what_it_shows() {
    let gate = Gated::before(with_page(page()).await).await;
    let look = async |script: &str| {
        gate.get(&format!("/_jalousie/notice?script={script}"), "")
            .await
    };
    let known = look("//platform.twitter.com/widgets.js").await;
    assert!(
        known
            .text()
            .contains("blockquote[class~=\"twitter-tweet\"]"),
        "{}",
        known.text()
    );
    assert_eq!(known.header("cache-control"), Some("public, max-age=86400"));
    assert_eq!(look("https://nobody.example/a.js").await.text(), "");
    assert_eq!(look("https://[").await.text(), "");
}

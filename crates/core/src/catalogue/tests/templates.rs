//! Addresses and markup made from captures.

use proptest::prelude::*;

use url::Position;

use super::*;

fn fill(template: &str, captures: &[(&str, &str)]) -> Option<String> {
    let captures = captures.iter().copied().collect();
    UrlTemplate::parse(template)
        .unwrap()
        .fill(&captures)
        .map(Into::into)
}

#[test]
fn addresses_are_filled_in() {
    for (template, value, filled) in [
        ("https://v.example/{a}", "b", Some("https://v.example/b")),
        (
            "https://v.example/{a}",
            "b/c",
            Some("https://v.example/b/c"),
        ),
        (
            "https://v.example/{a}",
            "b?c#d",
            Some("https://v.example/b%3Fc%23d"),
        ),
        (
            "https://v.example/{a}",
            "%20é\"",
            Some("https://v.example/%20%C3%A9%22"),
        ),
        (
            "https://v.example?q={a}",
            "b&c?d=e",
            Some("https://v.example/?q=b%26c%3Fd=e"),
        ),
        (
            "https://{a}.v.example/",
            "Site",
            Some("https://site.v.example/"),
        ),
        ("https://{a}.v.example/", "b.c", None),
        ("https://{a}.v.example/", "b/", None),
        ("https://{a}.v.example/", "", None),
        (
            "https://{a}/x",
            "v.example:8443",
            Some("https://v.example:8443/x"),
        ),
        ("https://{a}/x", "user@v.example", None),
        ("https://{a}/x", "0x7f.1", None),
        ("https://{a}/x", "v.example/y", None),
        ("https://{a}/x", "v.example;y", None),
        (
            "http://127.0.0.1:7071/{a}",
            "b",
            Some("http://127.0.0.1:7071/b"),
        ),
        (
            "{a}",
            "https://v.example/?b=c",
            Some("https://v.example/?b=c"),
        ),
        ("{a}", "http://v.example/", Some("https://v.example/")),
        ("{a}", "javascript:alert(1)", None),
        ("{a}", "b", None),
    ] {
        assert_eq!(
            fill(template, &[("a", value)]).as_deref(),
            filled,
            "{template} with {value}"
        );
    }
    assert_eq!(fill("https://v.example/{a}", &[]), None);
}

#[test]
fn what_is_no_template_is_refused_with_a_reason() {
    for (template, reason) in [
        (
            "v.example/{a}",
            "expected an address that begins with https://",
        ),
        (
            "ftp://v.example/",
            "expected an address that begins with https://",
        ),
        (
            "http://v.example/",
            "expected https://, because http is for this machine only",
        ),
        (
            "http://{a}/",
            "expected https://, because http is for this machine only",
        ),
        (
            "https://*.v.example/",
            "expected a host, or {name}. and a domain",
        ),
        (
            "https://v.example{a}/",
            "expected *. or {name}. only at the beginning of a host, found \"v.example{a}\"",
        ),
        (
            "https://{a}{b}/",
            "expected a dot after {a}: only a whole label of a host can be captured",
        ),
        (
            "https://{a}.example/",
            "expected a domain with a dot, such as example.org, found \"example\"",
        ),
        (
            "https://u:p@v.example/",
            "expected a port from 1 to 65535 after the host, found \"p@v.example\"",
        ),
        (
            "https://u@v.example/",
            "expected a host such as www.example.org, found \"u@v.example\"",
        ),
        ("https://v.example/é", "expected 'é' percent-encoded"),
        ("https://v.example/a b", "expected ' ' percent-encoded"),
        (
            "https://v.example/{A}",
            "expected a name of small letters, digits, - and _ in braces, found {A}",
        ),
    ] {
        let error = UrlTemplate::parse(template).expect_err(template);
        assert_eq!(error.to_string(), reason, "{template}");
    }
    for (template, reason) in [
        ("<p>{a", "expected } after {"),
        ("<p>a}", "expected { before }"),
        ("<p class={a}>", "expected quotes around {a}"),
        (
            "<SCRIPT src='x'>",
            "expected no <script>: scripts are listed in scripts",
        ),
        (
            "<style>{a}</style>",
            "expected no <style>: scripts are listed in scripts",
        ),
    ] {
        let error = HtmlTemplate::parse(template).expect_err(template);
        assert_eq!(error.to_string(), reason, "{template}");
    }
}

#[test]
fn markup_is_escaped() {
    let template = HtmlTemplate::parse("<b title='{a}'{attributes}>{a}</b>").unwrap();
    assert_eq!(template.names().collect::<Vec<_>>(), ["a", "a"]);
    assert!(template.has_attributes());
    let captures = Captures::from_iter([("a", "'<&>\"")]);
    assert_eq!(
        template
            .fill(&captures, &[("data-x", "\"y\""), ("data-z", "")])
            .unwrap(),
        "<b title='&#39;&lt;&amp;&gt;&quot;' data-x=\"&quot;y&quot;\" data-z=\"\">&#39;&lt;&amp;&gt;&quot;</b>"
    );
    assert_eq!(template.fill(&Captures::default(), &[]), None);
}

proptest! {
    #[test]
    fn no_capture_changes_the_host(
        value in r#"([a-zA-Z0-9.:@/\\?#&=%_\[\] <>"'é]|\.\./|//evil\.example|@evil\.example|%2e|\PC){0,10}"#,
    ) {
        let captures = Captures::from_iter([("a", &value)]);
        for template in ["https://v.example/{a}", "https://v.example/x{a}y?z={a}#{a}", "https://v.example?{a}"] {
            if let Some(url) = UrlTemplate::parse(template).unwrap().fill(&captures) {
                prop_assert_eq!(&url[..Position::BeforePath], "https://v.example");
            }
        }
        if let Some(url) = UrlTemplate::parse("https://{a}.v.example/x").unwrap().fill(&captures) {
            prop_assert_eq!(&url[..Position::BeforePath], format!("https://{}.v.example", value.to_lowercase()));
        }
        if let Some(url) = UrlTemplate::parse("https://{a}/x").unwrap().fill(&captures) {
            prop_assert_eq!(&url[..Position::BeforePath], format!("https://{}", value.to_lowercase()));
            prop_assert_eq!(url.path(), "/x");
        }
    }

    #[test]
    fn what_was_filled_in_is_captured_again(a in "[a-zA-Z0-9._~-]{1,8}x", b in "[a-zA-Z0-9,:@+-]{1,8}") {
        let captures = Captures::from_iter([("a", &a), ("b", &b)]);
        let url = UrlTemplate::parse("https://v.example/{a}/x?b={b}").unwrap().fill(&captures).unwrap();
        let pattern = UrlPattern::parse("v.example/{a}/x?b={b}").unwrap();
        prop_assert_eq!(pattern.matches(&url), Some(captures));
    }

    #[test]
    fn parsing_never_panics(text in r"([a-c]|[*{}/?&=.:%@#é]|https://|\{a\}|b\.example){0,12}") {
        let captures = Captures::from_iter([("a", "b")]);
        if let Ok(template) = UrlTemplate::parse(&text) {
            let _ = template.fill(&captures);
        }
        if let Ok(template) = HtmlTemplate::parse(&text) {
            let _ = template.fill(&captures, &[]);
        }
    }
}

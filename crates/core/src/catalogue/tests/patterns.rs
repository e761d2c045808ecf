//! Patterns for addresses.

use proptest::prelude::*;

use super::*;

fn captured(pattern: &str, url: &str) -> Option<String> {
    let captures = UrlPattern::parse(pattern)
        .unwrap()
        .matches(&Url::parse(url).unwrap())?;
    let pairs: Vec<String> = captures
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    Some(pairs.join(" "))
}

#[test]
fn patterns_match_as_the_format_says() {
    for (pattern, url, captures) in [
        ("v.example", "https://v.example/", Some("")),
        ("v.example", "https://v.example/?a", Some("")),
        ("v.example", "https://v.example/x", None),
        (
            "v.example/{id}",
            "https://V.EXAMPLE/a%20b",
            Some("id=a%20b"),
        ),
        ("V.example/Embed", "https://v.example/embed", None),
        (
            "v.example/embed/{id}/",
            "https://v.example/embed/7",
            Some("id=7"),
        ),
        (
            "v.example/embed/{id}",
            "https://v.example/embed/7/",
            Some("id=7"),
        ),
        ("v.example/embed/{id}", "https://v.example/embed//", None),
        ("v.example/embed/{id}", "https://v.example/embed/7/8", None),
        ("v.example/embed/{id}", "ftp://v.example/embed/7", None),
        (
            "v.example/*/plugin",
            "https://v.example/v2/plugin",
            Some(""),
        ),
        ("v.example/a/**", "https://v.example/a/", Some("")),
        ("v.example/a/**", "https://v.example/a/b/c", Some("")),
        ("v.example/a/**", "https://v.example/a", None),
        ("v.example/**/c", "https://v.example/a/b/c/", Some("")),
        (
            "v.example/a**z/{id}",
            "https://v.example/ab/yz/9",
            Some("id=9"),
        ),
        ("v.example/a**a/{id}", "https://v.example/a/9", None),
        (
            "v.example/v/{id}&**",
            "https://v.example/v/7&a=1/x&b",
            Some("id=7"),
        ),
        ("v.example/v/{id}&**", "https://v.example/v/7/8&", None),
        (
            "v.example/p?list={list}&v=1",
            "https://v.example/p?x&v=1&list=a+b",
            Some("list=a+b"),
        ),
        (
            "v.example/p?list={list}&v=1",
            "https://v.example/p?list=a&v=2",
            None,
        ),
        ("v.example/p?list", "https://v.example/p?list=", Some("")),
        (
            "v.example/p?list={list}",
            "https://v.example/p?list=&list=a",
            None,
        ),
        (
            "v.example?at={x},{y}",
            "https://v.example/?at=1%2C2",
            Some("x=1 y=2"),
        ),
        (
            "v.example?u=http**",
            "https://v.example/?u=https://a/b",
            Some(""),
        ),
    ] {
        assert_eq!(
            captured(pattern, url).as_deref(),
            captures,
            "{pattern} on {url}"
        );
    }
}

#[test]
fn hosts_match_as_the_format_says() {
    for (pattern, url, captures) in [
        ("*.v.example/x", "https://a.b.v.example/x", Some("")),
        ("*.v.example/x", "https://v.example/x", None),
        ("*.v.example/x", "https://av.example/x", None),
        ("{s}.v.example/x", "https://a.v.example/x", Some("s=a")),
        ("{s}.v.example/x", "https://a.b.v.example/x", None),
        ("{s}.v.example/x", "https://.v.example/x", None),
        (
            "{host}/@{u}",
            "https://s.example:8443/@ana",
            Some("host=s.example:8443 u=ana"),
        ),
        ("v.example/x", "https://v.example:8443/x", None),
        ("v.example:8443/x", "https://v.example:8443/x", Some("")),
        ("127.0.0.1:7071/x", "http://127.0.0.1:7071/x", Some("")),
        ("[::1]:7071/x", "http://[::1]:7071/x", Some("")),
        ("*.localhost:7071/x", "http://v.localhost:7071/x", Some("")),
    ] {
        assert_eq!(
            captured(pattern, url).as_deref(),
            captures,
            "{pattern} on {url}"
        );
    }
}

#[test]
fn what_is_no_pattern_is_refused_with_a_reason() {
    for (pattern, reason) in [
        (
            "https://v.example/x",
            "expected host/path?query, without a scheme",
        ),
        (
            "//v.example/x",
            "expected host/path?query, without a scheme",
        ),
        (
            "v.example/x#y",
            "expected no #: fragments are never looked at",
        ),
        ("", "expected a host such as www.example.org, found \"\""),
        ("/x", "expected a host such as www.example.org, found \"\""),
        (
            "v_example!/x",
            "expected a host such as www.example.org, found \"v_example!\"",
        ),
        (
            "münchen.example/x",
            "expected \"xn--mnchen-3ya.example\" instead of \"münchen.example\"",
        ),
        (
            "*.example/x",
            "expected a domain with a dot, such as example.org, found \"example\"",
        ),
        (
            "a.*.example/x",
            "expected *. or {name}. only at the beginning of a host, found \"a.*.example\"",
        ),
        (
            "{a}v.example/x",
            "expected a dot after {a}: only a whole label of a host can be captured",
        ),
        (
            "v.example:0/x",
            "expected a port from 1 to 65535 after the host, found \"0\"",
        ),
        (
            "v.example:443/x",
            "expected no port, because 443 is the default one",
        ),
        (
            "v.example/{Id}",
            "expected a name of small letters, digits, - and _ in braces, found {Id}",
        ),
        ("v.example/{id", "expected } after {"),
        ("v.example/id}", "expected { before }"),
        (
            "v.example/{a}{b}",
            "expected some text between two wildcards, in \"{a}{b}\"",
        ),
        (
            "v.example/{a}**",
            "expected some text between two wildcards, in \"{a}**\"",
        ),
        ("v.example/**/**", "expected ** only once in a path"),
        ("v.example/***", "expected ** only once in a path"),
        (
            "v.example/**{a}",
            "expected plain text after **, up to the next /, found \"{a}\"",
        ),
        (
            "v.example/é",
            "expected 'é' as addresses have it, percent-encoded",
        ),
        (
            "v.example/a b",
            "expected ' ' as addresses have it, percent-encoded",
        ),
        (
            "v.example/x?{a}=1",
            "expected parameters such as list={list} after ?, found \"{a}\"",
        ),
        (
            "v.example/x?",
            "expected parameters such as list={list} after ?, found \"\"",
        ),
        ("v.example/{a}?b={a}", "expected {a} only once"),
    ] {
        let error = UrlPattern::parse(pattern).expect_err(pattern);
        assert_eq!(error.to_string(), reason, "{pattern}");
    }
}

#[test]
fn what_matches_the_same_has_one_canonical_form() {
    let canonical = |text| UrlPattern::parse(text).unwrap().canonical();
    assert_eq!(
        canonical("{a}.V.example/{b}/?y={c}&x"),
        "{}.v.example/{}?x&y={}"
    );
    assert_eq!(canonical("v.example/a/b**c/*/"), "v.example/a/b**c/*");
    assert_eq!(canonical("v.example"), "v.example/");
}

proptest! {
    #[test]
    fn parsing_and_matching_never_panic(
        pattern in r"([a-c]|[*{}/?&=.:%@#é]|\*\*|\{a\}|b\.example){0,12}",
        path in r"([a-c]|[/?&=%@é.]|%2[0-9C]){0,12}",
    ) {
        if let Ok(pattern) = UrlPattern::parse(&pattern) {
            let url = Url::parse(&format!("https://b.example/{path}")).unwrap();
            prop_assert_eq!(pattern.accepts(&url), pattern.matches(&url).is_some());
            let _ = pattern.canonical();
        }
    }

    #[test]
    fn a_part_of_an_address_is_captured_as_it_is(
        first in "[a-z0-9%2C~-]{1,8}", second in "[a-z0-9_.]{1,8}x", query in "[a-z0-9+:,-]{1,8}",
    ) {
        let pattern = UrlPattern::parse("v.example/{a}/{b}?q={c}").unwrap();
        let url = Url::parse(&format!("https://v.example/{first}/{second}/?z&q={query}")).unwrap();
        let captures = pattern.matches(&url).unwrap();
        prop_assert_eq!(captures.get("a"), Some(first.as_str()));
        prop_assert_eq!(captures.get("b"), Some(second.as_str()));
        prop_assert_eq!(captures.get("c"), Some(query.as_str()));
    }
}

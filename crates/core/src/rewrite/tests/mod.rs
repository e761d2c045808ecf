//! What becomes of a page, class by class.

mod embeds;
mod encodings;
mod glances;
mod xhtml;

use super::*;

fn site() -> Site {
    Site {
        preferences_link: false,
        ..Site::for_tests()
    }
}

fn page() -> Page {
    let charset = Some(encoding_rs::UTF_8);
    Page {
        charset,
        ..Page::new("https://news.example/valley/map?a=b".parse().unwrap())
    }
}

fn run(site: Site, page: Page, bytes: &[u8]) -> (Vec<u8>, Vec<Finding>) {
    let mut rewriter = Rewriter::new(Arc::new(site), page);
    let mut out = Vec::new();
    rewriter.push(bytes, &mut out).unwrap();
    rewriter.finish(&mut out).unwrap();
    (out, rewriter.findings().to_vec())
}

fn gate(markup: &str) -> (String, Vec<Finding>) {
    let (out, findings) = run(site(), page(), markup.as_bytes());
    (String::from_utf8(out).unwrap(), findings)
}

/// The findings of a page, short: `embed iframe https://…`.
fn found(markup: &str) -> Vec<String> {
    let describe = |f: Finding| {
        format!(
            "{} {} {}",
            if f.kind == Kind::Embed {
                "embed"
            } else {
                "resource"
            },
            f.element,
            f.url
        )
    };
    gate(markup).1.into_iter().map(describe).collect()
}

fn check(cases: &[(&str, &[&str])]) {
    for (markup, expected) in cases {
        assert_eq!(found(markup), *expected, "{markup}");
    }
}

fn unchanged(markup: &str) {
    assert_eq!(gate(markup), (markup.to_owned(), vec![]));
}

/// What an element becomes that stays, but loads nothing.
fn silenced(markup: &str, expected: &str) {
    assert_eq!(gate(markup).0, expected);
}

#[test]
fn addresses_are_understood_as_browsers_do() {
    for address in [
        "https://e.x/a",
        "//e.x/a",
        "HTTPS://E.X/a",
        " \n https://e.x/a ",
        "\\\\e.x/a",
        "/\\e.x/a",
        "https:/\\e.x/a",
        "ht\ntps://e.x/a",
        "https&colon;//e.x/a",
        "&#104;ttps://e.x/a",
        "&sol;&#x2f;e.x/a",
        "/&Tab;/e.x/a",
        "https://e.x:443/a",
        "/\t/e.x/a",
    ] {
        for markup in [
            "<iframe src=\"@\"></iframe>",
            "<IFRAME SRC='@'></IFRAME>",
            "<iframe/src=\"@\">",
        ] {
            assert_eq!(
                found(&markup.replace('@', address)),
                ["embed iframe https://e.x/a"],
                "{address:?}"
            );
        }
        for (markup, element) in [
            ("<img src=\"@\">", "img"),
            ("<link rel=stylesheet href='@'>", "link"),
            ("<script src = \"@\"></script>", "script"),
        ] {
            assert_eq!(
                found(&markup.replace('@', address)),
                [format!("resource {element} https://e.x/a")],
                "{address:?}"
            );
        }
    }
    for address in [
        "/a",
        "a//b",
        "https://news.example/a",
        "//NEWS.example/a",
        "https:a",
        "#//e.x",
        "",
        "data:,//e.x",
        "?//e.x",
        "mailto:a@e.x",
    ] {
        unchanged(&format!(
            "<iframe src=\"{address}\"></iframe><img src='{address}'>"
        ));
    }
    assert_eq!(
        found("<img src=https://news.example@e.x/>"),
        ["resource img https://news.example@e.x/"]
    );
    // No one can say where these lead.
    assert_eq!(
        found("<img src='https://e.x:port/'>"),
        ["resource img https://e.x:port/"]
    );
    assert_eq!(found("<img src='//[e.x/'>"), ["resource img //[e.x/"]);
}

#[test]
fn a_base_of_the_site_counts_and_another_is_put_aside() {
    unchanged("<base href=/own/><img src=a.png>");
    silenced(
        "<base href=//e.x/ target=_top><img src=a.png>",
        "<base data-jalousie=\"resource\" data-jalousie-href=//e.x/ target=_top><img src=a.png>",
    );
    assert_eq!(
        found("<template><base href=/own/></template><base href='https://e.x'>"),
        ["resource base https://e.x/"]
    );
    let mut own = site();
    own.first_party = vec![crate::catalogue::HostPattern::parse("www.news.example").unwrap()];
    let (out, findings) = run(
        own,
        page(),
        b"<base href=https://www.news.example/a/><img src=b><iframe src=//e.x></iframe>",
    );
    let out = String::from_utf8(out).unwrap();
    assert_eq!(findings.len(), 1);
    // The gate answers on the page's own host only.
    assert!(
        out.contains("action=\"https://news.example/_jalousie/consent\""),
        "{out}"
    );
    assert!(!out.contains("\"/_jalousie/"), "{out}");
}

#[test]
fn lists_of_addresses_are_taken_apart() {
    check(&[
        (
            "<img srcset='/a 1x, //e.x/b 2x'>",
            &["resource img https://e.x/b"],
        ),
        (
            "<img src=/a srcset='data:,a ( , ) 1x,//e.x/b'>",
            &["resource img https://e.x/b"],
        ),
        (
            "<source srcset=//e.x/b>",
            &["resource source https://e.x/b"],
        ),
        (
            "<link rel=preload as=image imagesrcset='//e.x/b 2x'>",
            &["resource link https://e.x/b"],
        ),
        (
            "<a href=//e.x ping='/own //e.x/p'>a</a>",
            &["resource a https://e.x/p"],
        ),
        (
            "<svg><a><animate values='a;//e.x/b' /></a></svg>",
            &["resource animate https://e.x/b"],
        ),
        (
            "<svg><set to='url(//e.x/b)'/></svg>",
            &["resource set https://e.x/b"],
        ),
    ]);
    unchanged("<img srcset='a.png 1x, b.png 2x'>");
}

#[test]
fn what_lazy_loaders_would_load_is_found_too() {
    check(&[
        (
            "<iframe data-src=//e.x/a></iframe>",
            &["embed iframe https://e.x/a"],
        ),
        (
            "<iframe src=about:blank data-lazy-src='//e.x/a'></iframe>",
            &["embed iframe https://e.x/a"],
        ),
        (
            "<img src=/own data-original=//e.x/a>",
            &["resource img https://e.x/a"],
        ),
        (
            "<img data-srcset='//e.x/a 2x'>",
            &["resource img https://e.x/a"],
        ),
        (
            "<div data-bg='url(//e.x/a)'>",
            &["resource div https://e.x/a"],
        ),
    ]);
    unchanged("<div data-url=//e.x data-src=/own>");
}

#[test]
fn everything_that_loads_unseen_is_silenced() {
    for markup in [
        "<img src=//e.x>",
        "<image src=//e.x>",
        "<script src=//e.x></script>",
        "<link rel=stylesheet href=//e.x>",
        "<link rel='alternate stylesheet' href=//e.x>",
        "<link rel=icon href=//e.x>",
        "<link rel=preconnect href=//e.x>",
        "<link rel=dns-prefetch href=//e.x>",
        "<link rel=prefetch href=//e.x>",
        "<link rel=preload href=//e.x>",
        "<link rel=prerender href=//e.x>",
        "<link rel=modulepreload href=//e.x>",
        "<link rel=next href=//e.x>",
        "<link rel=manifest href=//e.x>",
        "<link rel='&#112;reconnect' href=//e.x>",
        "<input type=image src=//e.x>",
        "<track src=//e.x>",
        "<body background=//e.x>",
        "<html manifest=//e.x>",
        "<meta http-equiv=refresh content='0;url=//e.x'>",
        "<meta content='0,\"//e.x\"' http-equiv=REFRESH>",
        "<meta http-equiv=refresh content='1e0;//e.x'>",
        "<param name=movie value=//e.x>",
        "<iframe src=//e.x width=1 height=1></iframe>",
        "<iframe src=//e.x style='display: none'></iframe>",
        "<embed src=//e.x hidden>",
        "<p style='background:url(//e.x)'>",
        "<frame src=//e.x>",
        "<svg><image href=//e.x></svg>",
        "<svg><use xlink:href=//e.x#a></svg>",
        "<svg><feImage href=//e.x></svg>",
        "<svg><script href=//e.x></script></svg>",
        "<svg><style>@import '//e.x'</style></svg>",
        "<svg><style>@imp&#111;rt '//e.x'</style></svg>",
        "<svg><style><![CDATA[@import '//e.x']]></style></svg>",
        "<svg><rect fill='url(//e.x#a)'></svg>",
        "<math><mglyph src=//e.x></math>",
        "<style>@import '//e.x'</style>",
        "<style>a{b:u\\72l(//e.x)}</style>",
        "<applet code=//e.x>",
        "<portal src=//e.x>",
        "<video poster=//e.x></video>",
        "<object classid=//e.x></object>",
        "<noscript><img src=//e.x></noscript>",
        "<noscript style='background:url(//e.x)'></noscript>",
        "<style style='background:url(//e.x)'></style>",
        "<template><img src=//e.x></template>",
        "<link rel=stylesheet href='data:text/css,@import%20\"//e.x\"'>",
        "<iframe src='data:text/html,<img src=//e.x>'></iframe>",
        "<object data='data:text/html;base64,PGltZyBzcmM9Ly9lLng+'></object>",
        "<embed src='data:image/svg+xml,<svg><image href=\"https://e.x\"/></svg>'>",
    ] {
        let (out, findings) = gate(markup);
        assert_eq!(findings.len(), 1, "{markup}: {findings:?}");
        assert_eq!(findings[0].kind, Kind::Resource, "{markup}");
        assert!(
            out.contains("data-jalousie=\"resource\""),
            "{markup}: {out}"
        );
        assert_eq!(gate(&out), (out.clone(), vec![]), "{markup}");
    }
}

#[test]
fn what_loads_nothing_stays_as_it_is() {
    for markup in [
        "<a href=//e.x>a</a>",
        "<link rel=canonical href=//e.x>",
        "<blockquote cite=//e.x>a</blockquote>",
        "<form action=//e.x></form>",
        "<meta property=og:image content=//e.x>",
        "<textarea><iframe src=//e.x></iframe></textarea>",
        "<title><img src=//e.x></title>",
        "<xmp><img src=//e.x></xmp>",
        "<noframes><img src=//e.x></noframes>",
        "<!-- <img src=//e.x> -->",
        "<script>var a = '<img src=//e.x>'</script>",
        "<script><!-- <script> '</script><img src=//e.x>' --></script>",
        "<plaintext><img src=//e.x>",
        "<svg><a href=//e.x>a</a></svg>",
        "<svg><![CDATA[<img src=//e.x>]]></svg>",
        "<p title='<img src=//e.x>'>",
        "<style>@namespace url(//e.x);</style>",
        "<style>a::after{content:'//e.x'}</style>",
        "<img src=/own src=/own2>",
        "<p src>",
        "a < b <3 </ > &amp; \u{e9}",
        "<svg viewBox='0 0 1 1'><style>a{fill:url(#b)}</style></svg>",
        "<iframe src='data:text/html,<img src=/own>'></iframe>",
        "<img src='data:image/svg+xml,<svg><image href=\"//e.x\"/></svg>'>",
        "<a href=//e.x data-jalousie-src=//e.x>a</a>",
        "<video src=/own></video><object data=/own></object><iframe srcdoc='<p>a'></iframe>",
        "<meta http-equiv=refresh content=30>",
        "<noscript><p>a</p></noscript>",
    ] {
        unchanged(markup);
    }
}

#[test]
fn the_element_keeps_what_it_was_told_under_another_name() {
    silenced(
        "<img\n alt=a src=//e.x class='b'/>",
        "<img data-jalousie=\"resource\"\n alt=a data-jalousie-src=//e.x class='b'/>",
    );
    silenced(
        "<script type=module src=//e.x async>run()</script>",
        "<script data-jalousie=\"resource\" type=\"text/plain\" data-jalousie-type=module data-jalousie-src=//e.x async>run()</script>",
    );
    silenced(
        "<img src=//e.x src=//f.x SRC=/own>",
        "<img data-jalousie=\"resource\" data-jalousie-src=//e.x data-jalousie-src=//f.x SRC=/own>",
    );
    silenced(
        "<use xlink:href=//e.x>",
        "<use data-jalousie=\"resource\" data-jalousie-xlink-href=//e.x>",
    );
    silenced(
        "<p style=\"color:red;background:url('//e.x') no-repeat\">",
        "<p data-jalousie=\"resource\" data-jalousie-style=\"color:red;background:url('//e.x') no-repeat\" style=\"color:red;background:url('data:,') no-repeat\">",
    );
    silenced(
        "<style media=print>a{b:url(//e.x)}</style>",
        "<style data-jalousie=\"resource\" media=print>a{b:url(data:,)}</style>",
    );
}

/// Where the guard stands in a page that is given one: what is before it.
fn before_guard(page: Page, markup: &str) -> Option<String> {
    let page = Page {
        guard: true,
        ..page
    };
    let (out, _) = run(site(), page, markup.as_bytes());
    let out = String::from_utf8(out).unwrap();
    out.split_once("<script data-prefix=")
        .map(|(before, _)| before.to_owned())
}

#[test]
fn the_guard_stands_before_whatever_runs_first() {
    for (markup, expected) in [
        ("<p>a<script>b</script>", Some("<p>a")),
        ("<p>a<body onload='b()'><script>b</script>", Some("<p>a")),
        ("<p>a<p id=c ONCLICK=b()>", Some("<p>a")),
        ("<p>a<a href=' java\nscript:b()'>c</a>", Some("<p>a")),
        (
            "<p>a<svg><g><script>b</script></g></svg>",
            Some("<p>a<svg><g>"),
        ),
        ("<p lang=on href='https://site.example/on:load'>a", None),
        ("<noscript><p onclick='b()'></noscript>", None),
    ] {
        assert_eq!(
            before_guard(page(), markup).as_deref(),
            expected,
            "{markup}"
        );
    }
}

#[test]
fn the_guard_never_stands_before_the_root_of_an_xml_document() {
    let xml = || Page {
        xml: true,
        ..page()
    };
    for (markup, expected) in [
        ("<svg><g/><script>b</script></svg>", Some("<svg><g/>")),
        ("<svg onload='b()'><g/></svg>", Some("<svg onload='b()'>")),
        ("<svg onload='b()'/>", None),
        ("<svg><g/></svg>", None),
    ] {
        assert_eq!(before_guard(xml(), markup).as_deref(), expected, "{markup}");
    }
}

#[test]
fn documents_in_attributes_have_a_guard_of_their_own() {
    let inner = "&lt;p onclick=b()&gt;";
    let page = Page {
        guard: true,
        ..page()
    };
    let (out, _) = run(
        site(),
        page,
        format!("<iframe srcdoc='{inner}'></iframe>").as_bytes(),
    );
    let out = String::from_utf8(out).unwrap();
    assert!(
        out.starts_with("<iframe srcdoc=\"&lt;script data-prefix="),
        "{out}"
    );
}

#[test]
fn a_frame_is_not_made_up_by_a_script() {
    for nothing in [
        "javascript:",
        "javascript:void(0);",
        "javascript:''",
        " JavaScript:false",
    ] {
        unchanged(&format!("<iframe src=\"{nothing}\"></iframe>"));
    }
    for something in [
        "javascript:a()",
        "java\nscript:'&lt;img>'",
        "&#106;avascript:void(a)",
    ] {
        silenced(
            &format!("<iframe src=\"{something}\"></iframe>"),
            &format!(
                "<iframe data-jalousie=\"resource\" data-jalousie-src=\"{something}\"></iframe>"
            ),
        );
    }
}

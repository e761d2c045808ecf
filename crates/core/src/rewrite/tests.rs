//! What becomes of a page, class by class.

use super::*;
use crate::consent::Consent;

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

#[test]
fn readers_without_scripts_are_gated_too() {
    assert_eq!(
        found("<noscript><iframe src=//e.x/a></iframe></noscript>"),
        ["embed iframe https://e.x/a"]
    );
    // What the two readings disagree on is left out.
    for inside in [
        "<!-- ",
        "<a title='",
        "<style>",
        "<svg>",
        "<select>",
        "<frameset>",
        "<template>",
        "</template>",
        "<plaintext>",
        "<iframe src=//e.x>",
    ] {
        let (out, findings) = gate(&format!("<noscript>{inside}</noscript><p>b</p>"));
        assert_eq!((&*out, findings.len()), ("<!----><p>b</p>", 1), "{inside}");
    }
    // The same embed again.
    let (out, findings) = gate(
        "<iframe data-src=//e.x/a></iframe><noscript><iframe src=//e.x/a></iframe></noscript>",
    );
    assert_eq!(findings.len(), 1);
    assert!(out.ends_with("<noscript></noscript>"));
    // A frame that no one sees gets no notice.
    assert_eq!(
        found("<noscript><iframe src=//e.x height=0 width=0></iframe></noscript>"),
        ["resource iframe https://e.x/"]
    );
}

#[test]
fn documents_in_attributes_are_pages_like_others() {
    let (out, findings) =
        gate("<iframe srcdoc='<p title=&quot;&amp;quot;&quot;>a</p><img src=//e.x>'></iframe>");
    assert_eq!(findings.len(), 1);
    assert_eq!(
        out,
        "<iframe srcdoc=\"&lt;p title=&quot;&amp;quot;&quot;>a&lt;/p>&lt;img data-jalousie=&quot;resource&quot; data-jalousie-src=//e.x>\"></iframe>"
    );
    assert_eq!(
        found(
            "<iframe srcdoc=\"<iframe srcdoc='<iframe src=//e.x></iframe>'></iframe>\"></iframe>"
        ),
        ["embed iframe https://e.x/"]
    );
    let nested = (0..5).fold("<img src=//e.x>".to_owned(), |inner, _| {
        format!(
            "<iframe srcdoc=\"{}\"></iframe>",
            resource::escape_attribute(&inner)
        )
    });
    assert!(!gate(&nested).0.contains("e.x"));
}

#[test]
fn an_embed_is_one_thing_with_all_that_belongs_to_it() {
    let tweet = "<blockquote class=\"twitter-tweet\"><p>Snow &amp; ice</p>&mdash; O <a href=\"https://twitter.com/o/status/1\">1</a></blockquote>";
    let script =
        "\n<!-- w -->\n<script async src=\"https://platform.twitter.com/widgets.js\"></script>";
    let (out, findings) = gate(&format!("{tweet}{script}<p>b</p>"));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        out.contains("<p>Snow &amp; ice</p>&mdash; O ")
            && out.ends_with("</figure>\n<!-- w -->\n<p>b</p>"),
        "{out}"
    );
    assert!(!out.contains("widgets.js") && !out.contains("twitter-tweet"));
    // Another script is another matter.
    let (out, findings) = gate(&format!("{tweet}<script>own()</script>"));
    assert!(out.ends_with("<script>own()</script>") && findings.len() == 1);
    check(&[
        (
            "<object data=/own><embed src=//e.x/a></object>",
            &["embed object https://e.x/a"],
        ),
        (
            "<object data=//e.x/a>b</object>",
            &["embed object https://e.x/a"],
        ),
        (
            "<video><source src=//e.x/a></video>",
            &["embed video https://e.x/a"],
        ),
        (
            "<audio src=//e.x/a></audio>",
            &["embed audio https://e.x/a"],
        ),
        (
            "<video src=/own><track src=//e.x/a></video>",
            &["resource track https://e.x/a"],
        ),
        (
            "<video><p><img src=//e.x/a>",
            &["resource img https://e.x/a"],
        ),
    ]);
    // What never ends is no unit, and nothing of it is lost.
    let (out, findings) = gate(&format!(
        "<section id=disqus_thread>{}<img src=//e.x>",
        "<p>a</p>".repeat(40_000)
    ));
    assert!(
        out.ends_with("<p>a</p><img data-jalousie=\"resource\" data-jalousie-src=//e.x>")
            && findings.len() == 1
    );
}

#[test]
fn words_of_an_embed_cannot_become_markup() {
    for inside in [
        "<xmp><iframe src=//e.x></xmp>",
        "<<b>iframe src=//e.x>",
        "<math><![CDATA[><img src=//e.x>]]></math>",
        "<!--><img src=//e.x>-->",
        "<a href='javascript:a()' onclick=b>c</a>",
    ] {
        let (out, _) = gate(&format!(
            "<blockquote class=twitter-tweet>words {inside}</blockquote>"
        ));
        let words = out
            .split("jalousie-words")
            .nth(1)
            .unwrap()
            .split("</blockquote>")
            .next()
            .unwrap();
        for live in ["<iframe", "<img", "javascript", "onclick"] {
            assert!(!words.contains(live), "{inside}: {words}");
        }
    }
}

#[test]
fn what_parsers_disagree_on_is_left_out() {
    for markup in [
        "<select><iframe><a></iframe></select>",
        "<svg></g><style><a></style>",
        "<template><col><style><a></style></template>",
        "<frameset><style><a></style>",
    ] {
        let (out, findings) = gate(markup);
        assert!(out.contains("<!---->") && !out.contains("<a>"), "{out}");
        assert_eq!(findings[0].element, "ambiguous");
    }
    unchanged("<select><style>a{}</style></select>");
    // Nothing grows together over the gap.
    assert_eq!(
        gate("<select><<style><a></style>img src=//e.x>").0,
        "<select><<!---->img src=//e.x>"
    );
}

#[test]
fn speculation_rules_stay_only_at_home() {
    unchanged("<script type=speculationrules>{\"prefetch\":[{\"urls\":[\"/a\"]}]}</script>");
    for rules in [
        "{\"prefetch\":[{\"urls\":[\"//e.x\"]}]}",
        "{\"prerender\":[{\"source\":\"document\"}]}",
        "not json",
    ] {
        assert_eq!(
            gate(&format!(
                "a<script type=' SpeculationRules'>{rules}</script>b"
            ))
            .0,
            "a<!---->b"
        );
    }
    assert!(
        gate("<svg><script type=speculationrules>{}</script></svg>")
            .0
            .contains("type=\"text/plain\" data-jalousie-type=speculationrules")
    );
}

#[test]
fn notices_fit_the_page() {
    let heading = |markup: &str| {
        let (out, _) = gate(&format!("{markup}<iframe src=//e.x></iframe>"));
        out.split(" class=\"jalousie-title\"")
            .next()
            .unwrap()
            .chars()
            .last()
            .unwrap()
    };
    assert_eq!(
        [
            heading(""),
            heading("<h1>a</h1>"),
            heading("<h3>"),
            heading("<H6>")
        ],
        ['2', '2', '4', '6']
    );
    let language = |page: Page, markup: &str| {
        let (out, _) = run(
            site(),
            page,
            format!("{markup}<iframe src=//e.x></iframe>").as_bytes(),
        );
        String::from_utf8(out)
            .unwrap()
            .split("lang=\"")
            .nth(1 + markup.matches("lang=\"").count())
            .unwrap()[..2]
            .to_owned()
    };
    assert_eq!(language(page(), "<html lang=\"fr-CH\">"), "fr");
    assert_eq!(language(page(), "<p>"), "en");
    let reader = Page {
        accept_language: Some("de-AT,en;q=0.5".to_owned()),
        ..page()
    };
    assert_eq!(language(reader.clone(), "<p>"), "de");
    assert_eq!(language(reader.clone(), "<html lang=\"it\">"), "it");
    assert_eq!(
        language(
            Page {
                content_language: Some("es".to_owned()),
                ..reader
            },
            "<p>"
        ),
        "es"
    );
}

#[test]
fn a_page_that_may_differ_shows_the_readers_decision() {
    let consent: Consent = Consent::parse("v1.unclassified:1");
    let (out, _) = run(
        site(),
        Page {
            consent: Some(consent),
            ..page()
        },
        b"<iframe src=//e.x></iframe>",
    );
    let out = String::from_utf8(out).unwrap();
    assert!(
        out.contains("data-jalousie-state=\"accepted\"")
            && out.contains("<iframe class=\"jalousie-frame\" src=\"/_jalousie/frame/")
    );
}

#[test]
fn findings_say_where() {
    let (_, findings) = gate(
        "<p>\u{e9}\n<img src=//e.x>\n\n <iframe src=//f.x></iframe><noscript>\n<img src=//g.x></noscript>",
    );
    let places: Vec<_> = findings.iter().map(|f| (f.line, f.offset)).collect();
    assert_eq!(places, [(2, 6), (4, 24), (5, 62)]);
}

mod encodings {
    use super::*;
    use encoding_rs::Encoding;

    const MARKUP: &str =
        "<p>\u{65e5}\u{672c}</p><img src=//e.x><iframe src=//e.x title='\u{65e5}'></iframe>";

    fn in_encoding(label: &str, mark: &[u8], declare: &str) -> (Vec<u8>, Vec<Finding>, String) {
        let encoding = Encoding::for_label(label.as_bytes()).unwrap();
        let text = format!("{declare}{MARKUP}");
        let bytes: Vec<u8> = match label {
            "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            _ => encoding.encode(&text).0.into_owned(),
        };
        let header = (mark.is_empty() && declare.is_empty()).then_some(encoding);
        let (out, findings) = run(
            site(),
            Page {
                charset: header,
                ..page()
            },
            &[mark, &bytes].concat(),
        );
        let text = Encoding::for_bom(&out)
            .map_or(encoding, |(encoding, _)| encoding)
            .decode(&out)
            .0
            .into_owned();
        (out, findings, text)
    }

    #[test]
    fn every_declared_encoding_is_read_and_written() {
        for (label, mark, declare) in [
            ("utf-8", &b""[..], ""),
            ("utf-8", b"\xef\xbb\xbf", ""),
            ("utf-8", b"", "<meta charset=utf-8>"),
            ("utf-16le", b"\xff\xfe", ""),
            ("utf-16be", b"\xfe\xff", ""),
            ("utf-16le", b"", ""),
            ("utf-16be", b"", ""),
            ("shift_jis", b"", ""),
            ("shift_jis", b"", "<meta charset=sjis>"),
            ("euc-jp", b"", ""),
            ("gbk", b"", ""),
            (
                "gb18030",
                b"",
                "<meta http-equiv=content-type content='text/html;charset=gb18030'>",
            ),
            ("big5", b"", ""),
            ("iso-2022-jp", b"", ""),
            ("iso-2022-jp", b"", "<meta charset=iso-2022-jp>"),
        ] {
            let (out, findings, text) = in_encoding(label, mark, declare);
            assert_eq!(findings.len(), 2, "{label} {mark:?} {declare}");
            assert!(out.starts_with(mark));
            assert!(text.contains("<p>\u{65e5}\u{672c}</p><img data-jalousie=\"resource\" data-jalousie-src=//e.x>"), "{label}: {text}");
            assert!(
                text.contains(">\u{65e5}</p>")
                    && text.contains("\u{201c}") | text.contains("&#x201c;"),
                "{label}: {text}"
            );
        }
    }

    #[test]
    fn where_browsers_may_guess_nothing_hangs_on_the_guess() {
        let none = Page {
            charset: None,
            ..page()
        };
        // In ISO-2022-JP the comment's beginning would be two characters, and the frame would be there.
        let (out, findings) = run(site(), none.clone(), b"\x1b$B<!--\x1b(B<img src=//e.x>-->");
        assert_eq!(
            (&*out, findings.len()),
            (&b"$B<!--(B<img src=//e.x>-->"[..], 0)
        );
        // A declaration that only some browsers find: the output leaves no choice.
        let (out, _) = run(
            site(),
            none.clone(),
            b"<title><meta charset=iso-2022-jp></title>\x1b$B!!\x1b(B",
        );
        assert_eq!(&out[..3], b"\xef\xbb\xbf");
        let (out, findings) = run(
            site(),
            none.clone(),
            "<img src=//e.x>"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<_>>()
                .as_slice(),
        );
        assert_eq!((&out[..2], findings.len()), (&b"\xff\xfe"[..], 1));
        // Bytes that mean a backslash in one encoding and half a character in another.
        let (out, findings) = run(
            site(),
            none,
            b"<style>a{b:'\x83\\'}c{d:url(//e.x)}'</style>",
        );
        assert_eq!(
            (&*out, findings.len()),
            (&b"<style data-jalousie=\"resource\"></style>"[..], 1)
        );
        let sjis = Page {
            charset: Some(encoding_rs::SHIFT_JIS),
            ..page()
        };
        let (out, _) = run(
            site(),
            sjis,
            b"<style>a{b:'\x83\\'}c{d:url(//e.x)}'</style>",
        );
        assert_eq!(
            out,
            b"<style data-jalousie=\"resource\">a{b:'\x83\\'}c{d:url(data:,)}'</style>"
        );
    }

    #[test]
    fn a_notice_in_an_old_encoding_is_ascii() {
        let latin = Page {
            charset: Some(encoding_rs::WINDOWS_1252),
            ..page()
        };
        let (out, _) = run(
            site(),
            latin.clone(),
            b"<html lang=fr><p>\xe9</p><iframe src=//e.x title='\xe9'></iframe>",
        );
        assert!(out.starts_with(b"<html lang=fr><p>\xe9</p>"));
        assert_eq!(out.iter().filter(|byte| !byte.is_ascii()).count(), 2);
        let (out, _) = run(
            site(),
            latin,
            b"<iframe srcdoc='\xe9<img src=//e.x>'></iframe>",
        );
        assert!(
            out.starts_with(b"<iframe srcdoc=\"\xe9&lt;img "),
            "{}",
            String::from_utf8_lossy(&out)
        );
    }
}

mod xhtml {
    use super::*;

    fn xml(markup: &str) -> (String, Vec<Finding>) {
        let (out, findings) = run(
            site(),
            Page {
                xml: true,
                ..page()
            },
            markup.as_bytes(),
        );
        (String::from_utf8(out).unwrap(), findings)
    }

    #[test]
    fn embeds_become_notices_with_or_without_end_tags() {
        for markup in [
            "<p/><iframe src='//e.x'/><p/>",
            "<p/><h:iframe src='//e.x'></h:iframe><p/>",
            "<p/><embed src='//e.x'></embed><p/>",
            "<p/><object data='//e.x'/><p/>",
        ] {
            let (out, findings) = xml(markup);
            assert_eq!(findings.len(), 1, "{markup}");
            assert!(
                out.starts_with("<p/>") && out.ends_with("</figure><p/>"),
                "{markup}: {out}"
            );
            assert_eq!(xml(&out), (out.clone(), vec![]));
        }
    }

    #[test]
    fn its_own_ways_to_load_are_known() {
        for markup in [
            "<style>@import '//e.x';</style>",
            "<style><![CDATA[@import '//e.x';]]></style>",
            "<style>@import '&#47;/e.x';</style>",
            "<s:image l:href='//e.x'/>",
            "<noscript><img src='//e.x'/></noscript>",
            "<?xml-stylesheet type='text/css' href='//e.x'?>",
            "<?xml-stylesheet type='text/xsl' href='/own'?>",
            "<h:link rel='stylesheet' href='//e.x'/>",
        ] {
            assert_eq!(xml(markup).1.len(), 1, "{markup}");
        }
        for markup in [
            "<style>a > b {}</style>",
            "<?xml-stylesheet type=\"text/css\" href=\"/own.css\"?>",
            "<![CDATA[<img src='//e.x'>]]>",
            "<script>//<![CDATA[\na<b//]]></script>",
        ] {
            assert_eq!(xml(markup), (markup.to_owned(), vec![]));
        }
    }

    #[test]
    fn entities_of_its_own_close_the_gate() {
        let mut rewriter = Rewriter::new(
            Arc::new(site()),
            Page {
                xml: true,
                ..page()
            },
        );
        let mut out = Vec::new();
        let page = b"<!DOCTYPE html [<!ENTITY a '<iframe src=\"//e.x\"/>'>]><p>&a;</p>";
        assert_eq!(
            rewriter.push(page, &mut out),
            Err(RewriteError::InternalSubset)
        );
        assert_eq!(out, b"");
    }
}

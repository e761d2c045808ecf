//! Tags that pass at a glance come out as they would after a closer look.

use super::*;

const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "ANNOTATION-XML",
    "animate",
    "applet",
    "area",
    "article",
    "audio",
    "b",
    "base",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "col",
    "colgroup",
    "custom-element",
    "desc",
    "discard",
    "div",
    "embed",
    "feImage",
    "filter",
    "font",
    "foreignObject",
    "form",
    "frame",
    "frameset",
    "h1",
    "H6",
    "h7",
    "head",
    "hr",
    "html",
    "i",
    "iframe",
    "image",
    "img",
    "input",
    "isindex",
    "label",
    "li",
    "linearGradient",
    "link",
    "lite-youtube",
    "LITE-VIMEO",
    "main",
    "marquee",
    "math",
    "meta",
    "mi",
    "mpath",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "option",
    "P",
    "param",
    "picture",
    "plaintext",
    "portal",
    "pre",
    "script",
    "Section",
    "select",
    "set",
    "source",
    "span",
    "style",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "textPath",
    "title",
    "tr",
    "track",
    "tref",
    "use",
    "video",
    "video-js",
    "xmp",
    "x",
    "fencedframe",
];

const ATTRIBUTES: &[&str] = &[
    "action",
    "alt",
    "archive",
    "attributionsrc",
    "Background",
    "by",
    "cite",
    "class",
    "classid",
    "clip-path",
    "code",
    "codebase",
    "content",
    "cursor",
    "data",
    "data-account",
    "data-bg",
    "data-id",
    "data-jalousie-src",
    "data-lazy",
    "DATA-ORIGINAL",
    "data-pin-do",
    "data-poster-2",
    "data-src",
    "data-srcset",
    "data-video-id",
    "dynsrc",
    "fill",
    "filter",
    "from",
    "href",
    "http-equiv",
    "id",
    "imagesrcset",
    "lang",
    "lowsrc",
    "manifest",
    "marker-end",
    "mask",
    "name",
    "ping",
    "poster",
    "rel",
    "sizes",
    "Src",
    "srcdoc",
    "srcset",
    "stroke",
    "STYLE",
    "to",
    "type",
    "value",
    "values",
    "videoid",
    "xlink:href",
    "=src",
    "title",
];

const VALUES: &[&str] = &[
    "",
    "='//e.example/a.js'",
    " = \"https://e.example/\"",
    "=https://e.example/a?b",
    "='/a/b.png'",
    "=//cdn.example",
    "='a:url(//e.example)'",
    "='a 1x, //e.example 2x'",
    "='&sol;/e.example'",
    "='twitter-tweet x'",
    "=disqus_thread",
    "='twitter&#45;tweet'",
    "=\"embedPin\"/",
    "='0;url=//e.example'",
    "=\"//e.example/a\"",
    "=\"/a/\"",
    "=\"a > b's c=d\"",
    "=\"x twitter-tweet\"",
    "=\"a 1x, https://e.example 2x\"",
    "=stylesheet",
];

/// Rewrites a page byte by byte: no tag is ever there to be glanced at.
fn bytewise(site: &Arc<Site>, markup: &str) -> (Vec<u8>, Vec<Finding>) {
    let mut rewriter = Rewriter::new(site.clone(), page());
    let mut out = Vec::new();
    for byte in markup.as_bytes() {
        rewriter.push(&[*byte], &mut out).unwrap();
    }
    rewriter.finish(&mut out).unwrap();
    (out, rewriter.findings().to_vec())
}

fn compare(site: &Arc<Site>, markup: &str) {
    // The second time, the tags that passed are known.
    let markup = &markup.repeat(2);
    let mut rewriter = Rewriter::new(site.clone(), page());
    let mut added = Vec::new();
    let spared = rewriter
        .push_sparing(markup.as_bytes(), &mut added)
        .unwrap();
    rewriter.finish(&mut added).unwrap();
    let out = [&markup.as_bytes()[..spared], &added].concat();
    let (looked, findings) = bytewise(site, markup);
    assert_eq!(
        String::from_utf8_lossy(&out),
        String::from_utf8_lossy(&looked),
        "{markup}"
    );
    assert_eq!(rewriter.findings(), findings, "{markup}");
}

#[test]
fn every_element_with_every_attribute() {
    let site = Arc::new(site());
    // What gives some attributes their meaning stands beside them.
    let beside = " rel=\"stylesheet\" http-equiv=\"refresh\" name=\"movie\"";
    for element in ELEMENTS {
        for attribute in ATTRIBUTES {
            // One page for all values: what one of them begins, the next goes on in.
            let tags: String = VALUES
                .iter()
                .map(|value| format!("<{element} {attribute}{value}{beside}>word</{element}>\n"))
                .collect();
            compare(
                &site,
                &format!("<html lang=fr>{tags}<embed src=//e.example>"),
            );
        }
        for value in VALUES {
            compare(&site, &format!("<p><{element} src{value}>word<b>"));
            let tag = format!("<{element} content{value} class{value}{}>", beside);
            compare(
                &site,
                &format!("<h2>{tag}word</{element}><embed src=//e.example>"),
            );
        }
    }
}

#[test]
fn tags_of_any_shape() {
    let site = Arc::new(site());
    for tag in [
        "<p>",
        "<p >",
        "<p/>",
        "<p / >",
        "<p\n>",
        "<p a>",
        "<p a/>",
        "<p a=>",
        "<p a= >",
        "<p a=b/>",
        "<p a='b'c>",
        "<p a=\"b\"/c=d>",
        "<p a = b = c>",
        "<p =a>",
        "<p a=b\">",
        "<p a='>'>",
        "<p a=\"'>\" src=//e.example>",
        "<p a=''src=//e.example>",
        "<p a b c src = //e.example >",
        "<p a=b'c src='//e.example'>",
        "<p/src=//e.example>",
        "</p a>",
        "</p/>",
        "</p\n>",
        "</>",
        "< p>",
        "</ p>",
        "<p<img src=//e.example>",
        "<h1>",
        "<h1 a>",
        "<h1/>",
        "<h12>",
        "<H3\t>",
        "<h0>",
        "<h7>",
        "<p",
        "<p a",
        "<p a='",
        "</p",
        "<",
        "<p\0a>",
        "<p a\0=b>",
        "<é>",
        "<pé src=//e.example>",
        "<p é=//e.example>",
        "<p src=é//e.example>",
        "<!p>",
        "<?p>",
        "<!-- <p> -->",
        "<p x=1 x=2 id=disqus_thread id=b>",
    ] {
        for after in [
            "<iframe src=//e.example></iframe>",
            " src=//e.example>'\"><b>",
        ] {
            compare(&site, &format!("<p>{tag}{after}"));
        }
    }
}

#[test]
fn attributes_in_any_order() {
    // Enough of everything that a quote may be taken for another one.
    const PARTS: &[&str] = &[
        "a=\"b\"",
        " c=\"//e.example\"",
        " src=\"",
        " src=",
        "\"",
        "'",
        "=",
        " ",
        "/",
        ">",
        " id=disqus_thread",
        " class=\"twitter-tweet\"",
        " x",
        " y=\"z\"",
        "é",
        "\"//e.example\"",
        " data-pin-do=\"embedPin\"",
        " style=\"a:url(",
        "//e.example)",
    ];
    let site = Arc::new(site());
    let mut dice = 1_u64;
    for _ in 0..20_000 {
        let mut below = |limit: usize| {
            dice = dice
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (dice >> 33) as usize % limit
        };
        let name = ["p", "div", "a", "blockquote", "img"][below(5)];
        let parts: String = (0..below(9)).map(|_| PARTS[below(PARTS.len())]).collect();
        compare(
            &site,
            &format!("<p><{name} {parts}>{}", "words and <b>more</b> ".repeat(4)),
        );
    }
}

#[test]
fn ordinary_elements_are_what_passes() {
    let site = Site::for_tests();
    let look = |scripts| glance::Interest {
        marks: site.catalogue.marks(),
        scripts,
    };
    let (plain, scripts) = (look(false), look(true));
    for name in [
        "p", "a", "em", "strong", "div", "span", "ul", "li", "img", "source", "picture", "h2",
        "td", "tr", "button", "nav", "header", "time", "figure", "section", "article",
    ] {
        let page = format!(
            "<{name} class='card card__title' data-id=7 src=/a.png>words</{name}> and text"
        );
        let mut known = glance::Known::default();
        // The second time, the tag is known.
        for _ in 0..2 {
            let passed = glance::pass(page.as_bytes(), 0, 1000, &plain, &mut known);
            assert_eq!(passed.to, page.len(), "{name}");
            assert_eq!(passed.heading, (name == "h2").then_some(2));
            assert_eq!(
                glance::pass(page.as_bytes(), 0, 20, &plain, &mut known).to,
                0,
                "{name}: longer than a tag may be"
            );
        }
    }
    let many = format!("<p{}>", " a".repeat(2000));
    let known = &mut glance::Known::default();
    assert_eq!(
        glance::pass(many.as_bytes(), 0, usize::MAX, &plain, known).to,
        0
    );
    let mut known = glance::Known::default();
    for page in [
        "<p onclick=\"go()\">",
        "<p a OnLoad=go()>",
        "<a href=' JAVA&#115;cript:go()'>",
    ] {
        assert_eq!(
            glance::pass(page.as_bytes(), 0, 99, &scripts, &mut known).to,
            0,
            "{page}"
        );
        assert_eq!(
            glance::pass(page.as_bytes(), 0, 99, &plain, &mut known).to,
            page.len(),
            "{page}"
        );
        // What passed while scripts did not matter is looked at again when they do.
        assert_eq!(
            glance::pass(page.as_bytes(), 0, 99, &scripts, &mut known).to,
            0,
            "{page}"
        );
    }
}

#[test]
fn what_passes_whole_need_not_be_copied() {
    let site = Arc::new(site());
    let mut rewriter = Rewriter::new(site, page());
    let mut out = Vec::new();
    let mut push = |chunk: &str| {
        out.clear();
        let spared = rewriter.push_sparing(chunk.as_bytes(), &mut out).unwrap();
        (spared, String::from_utf8_lossy(&out).into_owned())
    };
    assert_eq!(push("<p class=a>words</p>"), (20, String::new()));
    assert_eq!(push("<p>words <e"), (9, String::new()));
    assert_eq!(push("m>more</em>"), (0, "<em>more</em>".to_owned()));
    assert_eq!(
        push("words<img src=//e.example>"),
        (
            0,
            "words<img data-jalousie=\"resource\" data-jalousie-src=//e.example>".to_owned()
        )
    );
    assert_eq!(push("<style>a{}"), (0, String::new()));
    assert_eq!(push("b{}"), (0, String::new()));
    let (spared, rest) = push("</style><p>");
    assert_eq!((spared, rest.as_str()), (0, "<style>a{}b{}</style><p>"));
}

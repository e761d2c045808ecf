//! Embeds and their notices, and markup that is looked at as a whole.

use super::*;
use crate::catalogue::{Catalogue, Layer, Source};
use crate::consent::{Consent, Day, Terms};

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
    let consent: Consent = Consent::parse("v1.unclassified:1", &Terms::default(), Day(0));
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

/// A service whose frames tell their titles in an attribute, and its players in a parameter.
const TOLD: &str = r#"
    schema = 1
    id = "told"
    name = "Told"
    category = "video"
    entity = "E"
    privacy = "https://told.example/"
    source = "https://told.example/"
    reviewed = 2026-11-21
    data = ["ip-address"]
    [[embed]]
    elements = ["iframe"]
    urls = ["told.example/attribute"]
    preview = "attribute:data-name"
    [[embed]]
    elements = ["iframe"]
    urls = ["told.example/parameter"]
    preview = "parameter:name"
    [frame]
    kind = "iframe"
    hosts = ["told.example"]
"#;

#[test]
fn a_title_is_read_where_the_catalogue_says() {
    let source = Source {
        name: "told.toml",
        text: TOLD,
    };
    let own = Layer {
        services: vec![source],
        ..Layer::default()
    };
    let catalogue = Arc::new(Catalogue::load(&[Layer::embedded(), own]).unwrap());
    let words = |charset: &'static encoding_rs::Encoding, attributes: &str| {
        let site = Site {
            catalogue: Arc::clone(&catalogue),
            ..site()
        };
        let page = Page {
            charset: Some(charset),
            ..page()
        };
        let markup = format!("<iframe {attributes}></iframe>");
        let (out, _) = run(site, page, &charset.encode(&markup).0);
        let out = charset.decode(&out).0.into_owned();
        let words = out
            .split("<p class=\"jalousie-words\" lang=\"\" dir=\"auto\">")
            .nth(1);
        words.map(|words| words.split("</p>").next().unwrap().to_owned())
    };
    for (attributes, expected) in [
        (
            "src=//told.example/attribute data-name='Snow &amp; <ice> é' title=Player",
            "Snow &amp; &lt;ice&gt; é",
        ),
        (
            "src=//told.example/attribute data-name=' ' title=Player",
            "Player",
        ),
        ("src=//told.example/attribute title=Player", "Player"),
        (
            "src='//told.example/parameter?name=Snow+%26+%3Cice%3E&amp;x=1' title=Player",
            "Snow &amp; &lt;ice&gt;",
        ),
        ("src='//told.example/parameter?x=1' title=Player", "Player"),
    ] {
        for charset in [encoding_rs::UTF_8, encoding_rs::WINDOWS_1252] {
            assert_eq!(
                words(charset, attributes).as_deref(),
                Some(expected),
                "{attributes}"
            );
        }
    }
    let umlaut = "src='//told.example/parameter?name=%C3%A9t%C3%A9'";
    assert_eq!(words(encoding_rs::UTF_8, umlaut).unwrap(), "été");
    assert_eq!(
        words(encoding_rs::SHIFT_JIS, umlaut).unwrap(),
        "&#xe9;t&#xe9;"
    );
}

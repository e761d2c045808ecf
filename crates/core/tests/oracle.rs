//! An independent parser finds nothing of a third party in what the rewriter lets through.
#![allow(clippy::unwrap_used, unreachable_pub)]

mod support;

use proptest::prelude::*;
use support::{leaks, rewritten};

/// Pieces of markup that parsers disagree on, and things that would load.
const PIECES: &[&str] = &[
    // What loads from a third party.
    "<img src=//e.example/i>",
    "<iframe src=//e.example/f></iframe>",
    "<iframe src=//e.example/g>",
    "<script src=//e.example/s></script>",
    "<link rel=preconnect href=//e.example>",
    "<image href=//e.example/v>",
    "<style>@import '//e.example/c';</style>",
    "<object data=//e.example/o></object>",
    "<object data=//e.example/o>",
    "<embed src=//e.example/e>",
    "<video src=//e.example/v></video>",
    "<video poster=//e.example/p>",
    "<frame src=//e.example/r>",
    "<p style='background:url(//e.example/b)'>",
    "<meta http-equiv=refresh content='0;//e.example'>",
    "<iframe srcdoc='<img src=//e.example/d>'></iframe>",
    "<input type=image src=//e.example/n>",
    "<use href=//e.example/u>",
    "<body background=//e.example/k>",
    "<source srcset=//e.example/q>",
    "<a ping=//e.example/a>",
    "<track src=//e.example/t>",
    "<script type=speculationrules>{\"prefetch\":[{\"urls\":[\"//e.example/x\"]}]}</script>",
    "<blockquote class=twitter-tweet>",
    "<div id=disqus_thread>",
    "<lite-youtube videoid=abcdefghijk>",
    "<section id=disqus_thread>",
    "</section>",
    "</lite-youtube>",
    // What decides how they are read.
    "<svg>",
    "<svg/>",
    "</svg>",
    "<math>",
    "</math>",
    "<foreignObject>",
    "</foreignObject>",
    "<desc>",
    "</desc>",
    "<title>",
    "</title>",
    "<mi>",
    "</mi>",
    "<mglyph>",
    "<malignmark>",
    "<annotation-xml>",
    "<annotation-xml encoding=text/html>",
    "<annotation-xml encoding='TEXT&#47;html'>",
    "</annotation-xml>",
    "<g>",
    "</g>",
    "<font color=red>",
    "<font>",
    "<select>",
    "</select>",
    "<option>",
    "<optgroup>",
    "<hr>",
    "<input>",
    "<button>",
    "<selectedcontent>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<caption>",
    "<col>",
    "<colgroup>",
    "</colgroup>",
    "<tbody>",
    "<template>",
    "</template>",
    "<frameset>",
    "</frameset>",
    "<noframes>",
    "</noframes>",
    "<noembed>",
    "</noembed>",
    "<noscript>",
    "</noscript>",
    "<style>",
    "</style>",
    "<script>",
    "</script>",
    "<xmp>",
    "</xmp>",
    "<textarea>",
    "</textarea>",
    "<plaintext>",
    "<iframe>",
    "</iframe>",
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<a>",
    "</a>",
    "<div>",
    "</div>",
    "<br>",
    "</br>",
    "<form>",
    "</form>",
    "<li>",
    "<h1>",
    "</h1>",
    "<head>",
    "</head>",
    "<body>",
    "</body>",
    "<html>",
    "</html>",
    "<object>",
    "</object>",
    "<video>",
    "</video>",
    "<blockquote>",
    "</blockquote>",
    "<pre>",
    "<ruby>",
    "<rt>",
    "<image>",
    "<center>",
    "<nobr>",
    "<dialog>",
    "<base href=//e.example/>",
    "<base href=/own/>",
    "<img src=own.png>",
    // What hides, opens and breaks.
    "<!--",
    "-->",
    "--!>",
    "<!-->",
    "<!--->",
    "<!",
    "<?",
    "<![CDATA[",
    "]]>",
    "</",
    "</ ",
    "<",
    ">",
    "/>",
    "\"",
    "'",
    "=",
    "<a title=\"",
    "<a title='",
    "<a title=",
    "\">",
    "'>",
    "<!doctype html>",
    "<!doctype",
    " ",
    "\n",
    "x",
    "\0",
    "&lt;",
    "&",
    "<!--<script>",
    "<!-- --",
    "<script><!--",
    "</script ",
    "</script/",
    "<style/>",
    "<script/>",
    "<p/",
    "<svg><style>",
    "<math><mi>",
    "<svg><desc>",
    "<svg a=b/>",
    "<svg a=\"b\"/>",
    "<table><td>",
    "iframe src=//e.example/w>",
    "--",
    "-",
    "!",
    "<textarea><iframe src=//e.example/y></textarea>",
    "<svg><script>",
    "<svg><![CDATA[",
    "<b><select>",
    "<p><table><a>",
];

fn hostile() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES), 1..24)
        .prop_map(|pieces| pieces.concat())
}

fn check(html: &str) {
    let out = rewritten(html);
    let found = leaks(&out);
    assert!(found.is_empty(), "{found:#?}\nin:  {html}\nout: {out}");
}

/// More cases than usual: they are cheap, and each is a page that no one would write by hand.
fn many() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig {
        cases: usual.cases.max(4000),
        failure_persistence: None,
        ..usual
    }
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn nothing_of_a_third_party_is_left_in_hostile_markup(html in hostile()) {
        let out = rewritten(&html);
        let found = leaks(&out);
        prop_assert!(found.is_empty(), "{found:#?}\nin:  {html}\nout: {out}");
    }
}

/// Inputs of the html5lib tests, from a JSON list of strings: `HTML5LIB_INPUTS=file cargo test …`.
/// Something external is put at every place of each.
#[test]
fn nothing_is_left_at_any_place_of_other_parsers_tests() {
    let Some(file) = std::env::var_os("HTML5LIB_INPUTS") else {
        return;
    };
    let inputs: Vec<String> =
        serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    for input in inputs.iter().filter(|input| input.len() < 400) {
        for (at, _) in input.char_indices().chain([(input.len(), ' ')]) {
            for carrier in [
                "<img src=//e.example/i>",
                "<iframe src=//e.example/f>",
                "<style>@import '//e.example';</style><frame src=//e.example>",
            ] {
                check(&format!("{}{carrier}{}", &input[..at], &input[at..]));
            }
        }
    }
}

/// Markup by which something once got through, or gets through other filters.
#[test]
fn nothing_is_left_in_what_once_got_through() {
    for html in [
        // Elements that MathML's text holds in its own namespace, and names that change theirs.
        "<math><mi><mglyph><style><img src=//e.example></style>",
        "<math><mi><malignmark><style><img src=//e.example></style>",
        "<math><svg><title><style><img src=//e.example></style>",
        "<math><annotation-xml encoding='text&sol;html'><style><a title='</style><img src=//e.example>'>",
        "<math><annotation-xml><svg><desc><style><a title='</style><img src=//e.example>'>",
        "<svg><math><mi><style><img src=//e.example></style>",
        "<table><td><svg><desc><td></desc><style><a title='</style><img src=//e.example>'>",
        "<svg></x><desc><b></b></desc><style><a title='</style><img src=//e.example>'>",
        // Start tags that are dropped.
        "<template><col><style></template><img src=//e.example></style>",
        "<select><template></select></template><iframe></select><img src=//e.example></iframe>",
        "<noscript><frameset></noscript><style><frame src=//e.example></style>",
        "<select><svg><script><a title='</script></select><img src=//e.example>'>",
        "<frameset><svg><![CDATA[ > <frame src=//e.example> ]]>",
        "<noscript><template></noscript><col><style></template><img src=//e.example></style>",
        "<svg><desc><noscript></desc><style><img src=//e.example></style></noscript>",
        "<noscript><!-- </noscript><iframe src=//e.example>-->",
        "<noscript><a title='</noscript><img src=//e.example>'>",
        // What is taken out must not let its neighbours grow together.
        "<select><<style>a<b</style>img src=//e.example>",
        "<<noscript><svg></noscript>img src=//e.example>",
        "<<script type=speculationrules>x</script>img src=//e.example>",
        "<svg></g><<![CDATA[img src=//e.example>",
        "<blockquote class=twitter-tweet>a<<div>img src=//e.example></blockquote>",
        "<blockquote class=twitter-tweet>a<xmp><img src=//e.example></xmp></blockquote>",
        "<blockquote class=twitter-tweet>a<math><![CDATA[><img src=//e.example>]]></math></blockquote>",
        // Bases that do not count, and ones that do.
        "<template><base href=/own/></template><base href=//e.example><img src=a>",
        "<svg><base href=/own/></svg><base href=//e.example><iframe src=#a>",
        "<noscript><base href=/own/></noscript><base href=//e.example><style>a{b:url(c)}</style>",
        "<base href=//e.example><iframe srcdoc='<img src=a>'>",
        "<iframe src=//e.example></iframe><base href=//e.example>",
        // Documents in documents.
        "<iframe srcdoc=\"<iframe srcdoc='<iframe srcdoc=&quot;<iframe srcdoc=&amp;quot;<img src=//e.example>&amp;quot;>&quot;>'>\">",
        "<iframe src='data:text/html,%3Cimg%20src=//e.example%3E'>",
        "<object data=data:text/html;base64,PGltZyBzcmM9Ly9lLmV4YW1wbGU+></object>",
        "<embed src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"https://e.example\"/></svg>'>",
        "<frame src=' DATA:text/html,<img src=//e.example>'>",
        // Style sheets that are markup.
        "<svg><style>@imp&#111;rt '//e.example'</style>",
        "<svg><style><!-- -->@import '//e.example'</style>",
        "<svg><style><g>@import '//e.example'</g></style>",
        "<svg><style>@import '//e.example';<script type=speculationrules>{\"prefetch\":[{\"urls\":[\"//e.example\"]}]}</script>",
        "<style style='background:url(//e.example)'></style>",
        "<noscript style='background:url(//e.example)'></noscript>",
        // Values that hold addresses.
        "<svg><set attributeName=mask to='url(//e.example)'>",
        "<meta http-equiv=refresh content='+1;url=//e.example'>",
        "<param name=movie value=//e.example>",
        "<link rel=next href=//e.example>",
        "<img src='&#x0000000000000002f;/e.example'>",
        "<img src='/&NewLine;/e.example'>",
        "<img srcset='a ((), //e.example 2x'>",
        "<img srcset='a,//e.example'>",
    ] {
        check(html);
        check(&format!("<!doctype html><body>{html}"));
    }
}

/// The markup that publishers paste.
#[test]
fn nothing_is_left_of_any_services_markup() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/services");
    for entry in std::fs::read_dir(folder).unwrap() {
        let table: toml::Table = std::fs::read_to_string(entry.unwrap().path())
            .unwrap()
            .parse()
            .unwrap();
        for case in table["case"].as_array().unwrap() {
            check(case["markup"].as_str().unwrap());
        }
    }
}

#[test]
fn the_oracle_sees_what_loads() {
    // In their places: a frame in a frameset, an SVG element in SVG, the rest anywhere.
    for carrier in PIECES
        .iter()
        .filter(|piece| piece.contains("//e.example") && piece.starts_with('<'))
    {
        let seen = ["", "<frameset>", "<svg>"]
            .iter()
            .any(|place| !leaks(&format!("{place}{carrier}<img src=a>")).is_empty());
        assert_eq!(seen, !carrier.contains("textarea"), "{carrier}");
    }
    assert!(
        leaks("<p><img src=/own><a href=//e.example>a</a><img src=https://cdn.allowed.example/a>")
            .is_empty()
    );
}

//! An independent parser finds nothing of a third party in what the rewriter lets through.

mod support;

use proptest::prelude::*;
use support::{leaks, oracle, rewritten};

/// Pieces of markup that parsers disagree on, and things that would load.
const PIECES: &[&str] = &[
    // What loads from a third party.
    "<img src=//e.example/i>", "<iframe src=//e.example/f></iframe>", "<iframe src=//e.example/g>",
    "<script src=//e.example/s></script>", "<link rel=preconnect href=//e.example>", "<image href=//e.example/v>",
    "<style>@import '//e.example/c';</style>", "<object data=//e.example/o></object>", "<object data=//e.example/o>",
    "<embed src=//e.example/e>", "<video src=//e.example/v></video>", "<video poster=//e.example/p>",
    "<frame src=//e.example/r>", "<p style='background:url(//e.example/b)'>", "<meta http-equiv=refresh content='0;//e.example'>",
    "<iframe srcdoc='<img src=//e.example/d>'></iframe>", "<input type=image src=//e.example/n>", "<use href=//e.example/u>",
    "<body background=//e.example/k>", "<source srcset=//e.example/q>", "<a ping=//e.example/a>", "<track src=//e.example/t>",
    "<script type=speculationrules>{\"prefetch\":[{\"urls\":[\"//e.example/x\"]}]}</script>",
    "<blockquote class=twitter-tweet>", "<div id=disqus_thread>", "<lite-youtube videoid=abcdefghijk>",
    "<section id=disqus_thread>", "</section>", "</lite-youtube>",
    // What decides how they are read.
    "<svg>", "<svg/>", "</svg>", "<math>", "</math>", "<foreignObject>", "</foreignObject>", "<desc>", "</desc>",
    "<title>", "</title>", "<mi>", "</mi>", "<mglyph>", "<malignmark>", "<annotation-xml>", "<annotation-xml encoding=text/html>",
    "<annotation-xml encoding='TEXT&#47;html'>", "</annotation-xml>", "<g>", "</g>", "<font color=red>", "<font>",
    "<select>", "</select>", "<option>", "<optgroup>", "<hr>", "<input>", "<button>", "<selectedcontent>",
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<caption>", "<col>", "<colgroup>", "</colgroup>", "<tbody>",
    "<template>", "</template>", "<frameset>", "</frameset>", "<noframes>", "</noframes>", "<noembed>", "</noembed>",
    "<noscript>", "</noscript>", "<style>", "</style>", "<script>", "</script>", "<xmp>", "</xmp>", "<textarea>",
    "</textarea>", "<plaintext>", "<iframe>", "</iframe>", "<p>", "</p>", "<b>", "</b>", "<a>", "</a>", "<div>", "</div>",
    "<br>", "</br>", "<form>", "</form>", "<li>", "<h1>", "</h1>", "<head>", "</head>", "<body>", "</body>", "<html>",
    "</html>", "<object>", "</object>", "<video>", "</video>", "<blockquote>", "</blockquote>", "<pre>", "<ruby>", "<rt>",
    "<image>", "<center>", "<nobr>", "<dialog>", "<base href=//e.example/>", "<base href=/own/>", "<img src=own.png>",
    // What hides, opens and breaks.
    "<!--", "-->", "--!>", "<!-->", "<!--->", "<!", "<?", "<![CDATA[", "]]>", "</", "</ ", "<", ">", "/>", "\"", "'", "=",
    "<a title=\"", "<a title='", "<a title=", "\">", "'>", "<!doctype html>", "<!doctype", " ", "\n", "x", "\0", "&lt;", "&",
    "<!--<script>", "<!-- --", "<script><!--", "</script ", "</script/", "<style/>", "<script/>", "<p/", "<svg><style>",
    "<math><mi>", "<svg><desc>", "<svg a=b/>", "<svg a=\"b\"/>", "<table><td>", "iframe src=//e.example/w>", "--", "-", "!",
    "<textarea><iframe src=//e.example/y></textarea>", "<svg><script>", "<svg><![CDATA[", "<b><select>", "<p><table><a>",
];

fn hostile() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES), 1..24).prop_map(|pieces| pieces.concat())
}

fn check(html: &str) {
    let out = rewritten(html);
    let found = leaks(&out);
    assert!(found.is_empty(), "{found:#?}\nin:  {html}\nout: {out}");
}

proptest! {
    #[test]
    fn nothing_of_a_third_party_is_left_in_hostile_markup(html in hostile()) {
        let out = rewritten(&html);
        let found = leaks(&out);
        prop_assert!(found.is_empty(), "{found:#?}\nin:  {html}\nout: {out}");
    }
}

#[test]
fn the_oracle_sees_what_loads() {
    for carrier in PIECES.iter().filter(|piece| piece.starts_with("<i") && piece.contains("//e.example")) {
        assert!(!leaks(&format!("<svg></svg>{carrier}")).is_empty() || carrier.contains("href"), "{carrier}");
    }
    let _ = oracle::parse("", true);
    check("");
}

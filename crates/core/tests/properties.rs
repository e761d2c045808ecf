//! What holds for every page: proptest looks for one that breaks it.
#![allow(clippy::unwrap_used, unreachable_pub)]

mod support;

use jalousie_core::rewrite::Finding;
use proptest::prelude::*;
use std::sync::Arc;
use support::{page, plain_site, rewrite, site};

/// Bytes of all sorts, but rich in what markup is made of.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..400),
        r#"[<>/!?"'= a-zé&;\[\]\\-]{0,200}"#.prop_map(String::into_bytes),
        markup().prop_map(String::into_bytes),
    ]
}

/// Markup with embeds, resources, raw text, comments and broken ends.
fn markup() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "<p>Words</p>",
        "<iframe src=\"https://player.example/1\" title=\"T\"></iframe>",
        "<img src=//pixel.example/a>",
        "<script>let a = '<p>';</script>",
        "<script src=https://tags.example/t.js></script>",
        "<!-- <iframe> -->",
        "<style>a{background:url(//cdn.example/a)}</style>",
        "<noscript><img src=//pixel.example/b></noscript>",
        "<blockquote class=\"twitter-tweet\"><p>Words</p><a href=\"https://twitter.com/a/status/1\">1</a></blockquote>",
        "\n<script async src=\"https://platform.twitter.com/widgets.js\"></script>",
        "<video src=//media.example/v.mp4></video>",
        "<svg><style>@import '//e.example'</style></svg>",
        "<table><tr><td>",
        "</table>",
        "<select><option>",
        "</select>",
        "<iframe srcdoc=\"<img src=//e.example>\"></iframe>",
        "<textarea><iframe src=//e.example></textarea>",
        "é",
        "\0",
        "<p style=\"background:url('//e.example')\">",
        "<a href=\"",
        "<!--",
        "-->",
        "<",
        ">",
        "\"",
        "<svg>",
        "</svg>",
        "<!doctype html>",
        "<html lang=fr>",
        "<div id=disqus_thread></div>",
        "<script>var s = '//valley.disqus.com/embed.js';</script>",
    ];
    proptest::collection::vec(proptest::sample::select(PIECES), 0..16)
        .prop_map(|pieces| pieces.concat())
}

/// A page on which nothing is external: any order of harmless markup.
fn harmless() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "<!doctype html>",
        "<html lang=de>",
        "<head>",
        "<title>A & B</title>",
        "<meta charset=utf-8>",
        "<body class='a b'>",
        "<p>Words <em>and</em> é words",
        "<a href=https://elsewhere.example/>a link</a>",
        "<img src=/a.png srcset='a.png 1x, /b.png 2x'>",
        "<script>if (a < b && '</p>') { c('<iframe src=//e.example>') }</script>",
        "<script src=/own.js></script>",
        "<style>a > b { background: url(/own.png) }</style>",
        "<link rel=stylesheet href=https://news.example/s.css>",
        "<link rel=canonical href=https://elsewhere.example/>",
        "<iframe src=/own></iframe>",
        "<video src=own.mp4><track src=t.vtt></video>",
        "<!-- <iframe src=//e.example> -->",
        "<noscript><p>No scripts</p></noscript>",
        "<svg viewBox='0 0 1 1'><use href='#a'/></svg>",
        "<img src=https://cdn.allowed.example/p.jpg>",
        "<textarea><iframe src=//e.example></iframe></textarea>",
        "\r\n\t",
        "<br/>",
        "</p>",
        "<p data-src=/own.png data-url=//e.example>",
        "<div id='disqus_note' class='tweet'>",
        "</div>",
        "<table><col><tr><td>1</table>",
        "<template><p>later</p></template>",
        "<select><option value=1>1</select>",
        "<math><mi>x</mi></math>",
        "<object data=/own.svg></object>",
        "<form action=/search><input name=q type=image src=/go.png></form>",
        "<iframe srcdoc='<p>own</p>'></iframe>",
        "<svg><style>a{fill:red}</style></svg>",
    ];
    proptest::collection::vec(proptest::sample::select(PIECES), 0..24)
        .prop_map(|pieces| pieces.concat())
}

type Outcome = Result<(Vec<u8>, Vec<Finding>), String>;

fn run<'a>(
    site: &Arc<jalousie_core::site::Site>,
    chunks: impl IntoIterator<Item = &'a [u8]>,
    xml: bool,
) -> Outcome {
    let page = jalousie_core::rewrite::Page { xml, ..page() };
    rewrite(site.clone(), page, chunks).map_err(|error| error.to_string())
}

fn small_site(page_memory: usize) -> Arc<jalousie_core::site::Site> {
    let mut site = plain_site();
    site.page_memory = page_memory;
    Arc::new(site)
}

proptest! {
    #[test]
    fn chunks_never_change_the_result(bytes in bytes(), sizes in proptest::collection::vec(1usize..40, 1..20), xml: bool) {
        let site = site();
        let whole = run(&site, [&bytes[..]], xml);
        let mut rest = &bytes[..];
        let mut sizes = sizes.into_iter().cycle();
        let chunks = std::iter::from_fn(|| {
            let (chunk, after) = rest.split_at(sizes.next()?.min(rest.len()));
            rest = after;
            (!chunk.is_empty()).then_some(chunk)
        });
        let parts = run(&site, chunks.collect::<Vec<_>>(), xml);
        // An error may come before or after what stands before it.
        if whole.is_ok() || parts.is_ok() {
            prop_assert_eq!(parts, whole);
        }
    }

    #[test]
    fn chunks_never_change_the_result_where_memory_is_short(bytes in bytes(), memory in 20usize..300) {
        let site = small_site(memory);
        let whole = run(&site, [&bytes[..]], false);
        prop_assert_eq!(run(&site, bytes.chunks(1), false), whole.clone());
        prop_assert_eq!(run(&site, bytes.chunks(7), false), whole);
    }

    #[test]
    fn rewriting_twice_is_rewriting_once(markup in markup()) {
        // A notice ends an SVG that lost its end, so that more is certain after it than was before.
        let markup = markup.replace("<svg>", "");
        let (once, _) = run(&site(), [markup.as_bytes()], false).unwrap();
        let (twice, findings) = run(&site(), [&once[..]], false).unwrap();
        prop_assert_eq!(String::from_utf8_lossy(&twice), String::from_utf8_lossy(&once));
        prop_assert_eq!(findings, vec![]);
    }

    #[test]
    fn a_page_without_external_content_stays_as_it_is(markup in harmless()) {
        let (out, findings) = run(&site(), [markup.as_bytes()], false).unwrap();
        prop_assert_eq!(String::from_utf8_lossy(&out), markup);
        prop_assert_eq!(findings, vec![]);
    }

    #[test]
    fn any_bytes_in_any_encoding_are_survived(bytes in bytes(), label in proptest::sample::select(&[
        "utf-16le", "utf-16be", "iso-2022-jp", "shift_jis", "gbk", "big5", "windows-1252", "replacement", "x-user-defined", "euc-kr",
    ][..])) {
        let charset = encoding_rs::Encoding::for_label(label.as_bytes());
        let page = jalousie_core::rewrite::Page { charset, ..page() };
        prop_assert!(rewrite(site(), page, [&bytes[..]]).is_ok());
    }

    #[test]
    fn memory_stays_within_its_bound(tag in prop_oneof![Just("<video>"), Just("<noscript>"), Just("<style>"), Just("<a title=\""),
        Just("<blockquote class=twitter-tweet>"), Just("<svg><style>"), Just("<iframe src=//e.example>")], filler in "[a-z ]{1,9}") {
        // What does not fit is left out: a bounded output for input without end, and a finding that says so.
        let memory = 4096;
        let site = small_site(memory);
        let mut rewriter = jalousie_core::rewrite::Rewriter::new(site, page());
        let mut out = Vec::new();
        rewriter.push(tag.as_bytes(), &mut out).unwrap();
        for _ in 0..20_000 / filler.len() {
            rewriter.push(filler.as_bytes(), &mut out).unwrap();
        }
        rewriter.finish(&mut out).unwrap();
        prop_assert!(out.len() < 3 * memory, "{} bytes", out.len());
    }
}

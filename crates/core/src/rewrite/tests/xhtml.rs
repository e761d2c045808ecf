//! Pages that browsers parse as XML.

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

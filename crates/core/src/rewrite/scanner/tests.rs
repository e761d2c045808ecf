//! What the scanner finds, written as a list: `<name` of start tags, `!name` where parsers may
//! disagree, `^name` in SVG and MathML, `/name` of end tags.

use super::{EndTag, Handler, Hold, Output, Position, Scanner, StartTag, Syntax};

#[derive(Default)]
struct Log(Vec<String>);

impl Handler for Log {
    fn start_tag(&mut self, tag: &StartTag<'_>, _: &mut Output<'_>) {
        let mark = if tag.ambiguous { '!' } else { '<' };
        let foreign = if tag.foreign { "^" } else { "" };
        self.0.push(format!(
            "{mark}{foreign}{}",
            String::from_utf8_lossy(tag.name)
        ));
    }

    fn end_tag(&mut self, tag: &EndTag<'_>, _: &mut Output<'_>) {
        self.0
            .push(format!("/{}", String::from_utf8_lossy(tag.name)));
    }

    fn oversized_tag(&mut self, start: Position) {
        self.0.push(format!("oversized at {}", start.offset));
    }
}

fn scan(
    markup: &[u8],
    chunk: usize,
    syntax: Syntax,
    limit: usize,
) -> (Vec<String>, Vec<u8>, Scanner) {
    let (mut log, mut hold, mut out) = (Log::default(), Hold::new(limit), Vec::new());
    let mut scanner = Scanner::new(syntax, limit, Position::default());
    markup
        .chunks(chunk)
        .for_each(|chunk| scanner.push(chunk, &mut hold, &mut out, &mut log));
    scanner.end(&mut hold, &mut out);
    (log.0, out, scanner)
}

/// What is found, in one piece and byte by byte.
fn tags(markup: &str) -> String {
    let (whole, out, _) = scan(markup.as_bytes(), usize::MAX, Syntax::Html, 1 << 16);
    let (bytewise, same, _) = scan(markup.as_bytes(), 1, Syntax::Html, 1 << 16);
    assert_eq!(whole, bytewise, "{markup}");
    assert_eq!(out, same, "{markup}");
    whole.join(" ")
}

fn check(cases: &[(&str, &str)]) {
    for (markup, expected) in cases {
        assert_eq!(tags(markup), *expected, "{markup}");
    }
}

#[test]
fn comments_end_where_browsers_end_them() {
    check(&[
        ("<!-- <a> --><b>", "<b"),
        ("<!--><a>", "<a"),
        ("<!---><a>", "<a"),
        ("<!--a--!><b>", "<b"),
        ("<!---!><a>--><b>", "<b"),
        ("<!--!><a>--><b>", "<b"),
        ("<!--a--!-->x<b>", "<b"),
        ("<!--<!--><a>", "<a"),
        ("<!--<!-><a>--><b>", "<b"),
        ("<!-- > -- > <a> --><b>", "<b"),
        ("<!-- unclosed <a>", ""),
        ("<!><a>", "<a"),
        ("<?php echo '<a>' ?><b>", "<b"),
        ("</ <a><b>", "<b"),
        ("</><a>", "<a"),
        ("<!doctype html PUBLIC \"><a>\"><b>", "<a <b"),
        ("<![CDATA[<a>]]><b>", "<b"),
        ("< a><3 <><b>", "<b"),
    ]);
}

#[test]
fn raw_text_ends_at_its_own_end_tag() {
    check(&[
        ("<style><a></styles></style ><b>", "<style /style <b"),
        ("<title><a></title/><b>", "<title /title <b"),
        ("<TEXTAREA><a></textArea\t><b>", "<TEXTAREA /textArea <b"),
        ("<xmp></style><a></xmp><b>", "<xmp /xmp <b"),
        ("<iframe><a></iframe><b>", "<iframe /iframe <b"),
        (
            "<noembed><a></noembed><noframes><a></noframes><b>",
            "<noembed /noembed <noframes /noframes <b",
        ),
        ("<plaintext><a></plaintext>", "<plaintext"),
        ("<style></style x='>'><b>", "<style /style <b"),
        ("<style/><a></style><b>", "<style /style <b"),
    ]);
}

#[test]
fn scripts_have_escapes_of_their_own() {
    check(&[
        ("<script>a<b</script><i>", "<script /script <i"),
        ("<script><!-- </script><i>", "<script /script <i"),
        (
            "<script><!--<script></script><a></script><i>",
            "<script /script <i",
        ),
        (
            "<script><!--<script></script>--><a></script><i>",
            "<script /script <i",
        ),
        ("<script><!--<script>--></script><i>", "<script /script <i"),
        ("<script><!--><script></script><i>", "<script /script <i"),
        ("<script><!--<scripts></script><i>", "<script /script <i"),
        (
            "<script><!--<script></script></script ><i>",
            "<script /script <i",
        ),
        ("<script></scripty></script/x><i>", "<script /script <i"),
    ]);
}

#[test]
fn svg_and_mathml_hold_markup_where_html_holds_text() {
    check(&[
        (
            "<svg><style><a></style></svg><style><b></style>",
            "<svg <^style <^a /style /svg <style /style",
        ),
        ("<svg/><style><a></style>", "<svg <style /style"),
        ("<svg a=b/><style><a>", "<svg <^style <^a"),
        (
            "<svg><desc><style><a></style></desc><style><g>",
            "<svg <^desc <style /style /desc <^style <^g",
        ),
        (
            "<svg><style><img><style><a></style>",
            "<svg <^style <img <style /style",
        ),
        (
            "<svg><font color=red><style><a></style>",
            "<svg <font <style /style",
        ),
        ("<svg><font><style><g>", "<svg <^font <^style <^g"),
        ("<svg></p><style><a></style>", "<svg /p <style /style"),
        ("<svg><![CDATA[<a>]]><g>", "<svg <^g"),
        (
            "<math><mi><style><a></style></mi></math>",
            "<math <^mi <style /style /mi /math",
        ),
        (
            "<math><mi><mglyph><style><g>",
            "<math <^mi <^mglyph <^style <^g",
        ),
        (
            "<math><mi><malignmark/><style><a></style>",
            "<math <^mi <^malignmark <style /style",
        ),
        (
            "<math><svg><title><style><g>",
            "<math <^svg <^title <^style <^g",
        ),
        (
            "<math><annotation-xml><svg><title><style><a></style>",
            "<math <^annotation-xml <^svg <^title <style /style",
        ),
        (
            "<math><annotation-xml encoding='Text&#47;HTML'><style><a></style>",
            "<math <^annotation-xml <style /style",
        ),
        (
            "<math><annotation-xml encoding=x><style><g>",
            "<math <^annotation-xml <^style <^g",
        ),
        ("<svg><math><mi><style><g>", "<svg <^math <^mi <^style <^g"),
    ]);
}

#[test]
fn where_the_thread_is_lost_raw_text_is_in_doubt() {
    check(&[
        ("<svg></g><style><a></style>", "<svg /g !style /style"),
        (
            "<svg></g><div><style><a></style>",
            "<svg /g <div <style /style",
        ),
        (
            "<svg><desc></svg><style></style>",
            "<svg <^desc /svg <style /style",
        ),
        (
            "<svg><desc><p></svg><div><style>",
            "<svg <^desc <p /svg <div !style",
        ),
        (
            "<svg></g><desc><div></desc><style>",
            "<svg /g <desc <div /desc !style",
        ),
        (
            "<table><td><svg><desc><td></desc><style>",
            "<table <td <svg <^desc <td /desc !style",
        ),
        ("<svg></g><![CDATA[<a>]]>", "<svg /g <a"),
        ("<svg><desc><noscript>", "<svg <^desc !noscript"),
    ]);
    let deep = format!("<svg>{}<desc><b></b></desc><style>", "<g>".repeat(600));
    assert!(tags(&deep).ends_with("!style"));
}

#[test]
fn where_start_tags_may_be_dropped_raw_text_is_in_doubt() {
    check(&[
        (
            "<select><style><a></style></select><style><b></style>",
            "<select !style /style /select <style /style",
        ),
        (
            "<select><script><a></script><textarea><a></textarea>",
            "<select <script /script <textarea /textarea",
        ),
        (
            "<select><svg><script><a></script>",
            "<select <svg !^script /script",
        ),
        (
            "<select><template></select></template><iframe>",
            "<select <template /select /template !iframe",
        ),
        (
            "<frameset><style></style><noframes><a></noframes>",
            "<frameset !style /style <noframes /noframes",
        ),
        ("<frameset><svg><![CDATA[<a>]]>", "<frameset <svg <^a"),
        (
            "<template><col><style></template><img></style>",
            "<template <col !style /style",
        ),
        (
            "<template><table><col></table></template><style></style>",
            "<template <table <col /table /template <style /style",
        ),
        (
            "<template><template><table></table></template><col><style>",
            "<template <template <table /table /template <col !style",
        ),
        ("<table><col><style></style>", "<table <col <style /style"),
    ]);
}

#[test]
fn what_is_taken_out_leaves_no_gap() {
    let (found, out, _) = scan(
        b"<<svg></g><![CDATA[img src=//e>",
        usize::MAX,
        Syntax::Html,
        100,
    );
    assert_eq!(
        (found.join(" "), &*out),
        ("<svg /g".to_owned(), &b"<<svg></g><!---->img src=//e>"[..])
    );
    for chunk in [1, 7, 1000] {
        let markup = format!("a<<p title='{}'>iframe>\n<b>", "x".repeat(50));
        let (found, out, scanner) = scan(markup.as_bytes(), chunk, Syntax::Html, 40);
        assert_eq!(found, ["oversized at 2", "<b"], "{chunk}");
        assert_eq!(
            String::from_utf8_lossy(&out),
            "a<<!---->iframe>\n<b>",
            "{chunk}"
        );
        assert_eq!(
            scanner.position(),
            Position {
                offset: markup.len() as u64,
                lines: 1
            }
        );
    }
}

#[test]
fn too_many_attributes_are_too_long_a_tag() {
    let markup = format!("<p {}><b>", "a ".repeat(3000));
    for chunk in [1, 100, 10_000] {
        assert_eq!(
            scan(markup.as_bytes(), chunk, Syntax::Html, 1 << 20).0,
            ["oversized at 0", "<b"]
        );
    }
}

#[test]
fn an_unfinished_tag_stays_and_an_oversized_one_does_not() {
    assert_eq!(scan(b"a<p title='", 3, Syntax::Html, 100).1, b"a<p title='");
    assert_eq!(
        scan(
            &[b"a<p title='", &[b'x'; 200][..]].concat(),
            3,
            Syntax::Html,
            100
        )
        .1,
        b"a"
    );
}

#[test]
fn xml_has_prefixes_literal_text_and_no_raw_text() {
    let xml = |markup: &str| {
        let (found, out, scanner) = scan(markup.as_bytes(), 1, Syntax::Xml, 1 << 16);
        assert_eq!(String::from_utf8_lossy(&out), markup);
        assert!(!scanner.has_internal_subset());
        found.join(" ")
    };
    assert_eq!(
        xml("<h:iframe src='a'/><style><b/></style>"),
        "<iframe <style <b /style"
    );
    assert_eq!(xml("<![CDATA[<a>é]]><b/>"), "<b");
    assert_eq!(xml("<!--><a>--><b/>"), "<b");
    assert_eq!(xml("<?x <a> ?><b/>"), "<b");
    assert_eq!(xml("<!DOCTYPE html PUBLIC \"[<a>]\" '>'><b/>"), "<b");
    for declared in [
        "<!DOCTYPE html [<!ENTITY a 'b'>]>",
        "<!DOCTYPE html SYSTEM \"><!--\" [ ]>-->",
        "<!ATTLIST a src CDATA 'b'>",
    ] {
        assert!(
            scan(declared.as_bytes(), 1, Syntax::Xml, 1000)
                .2
                .has_internal_subset(),
            "{declared}"
        );
    }
}

#[test]
fn no_input_takes_quadratic_time() {
    let (size, start) = (1 << 20, std::time::Instant::now());
    let unfinished = [
        "<a b='",
        "<!--",
        "<script>",
        "<style></",
        "<script><!--<",
        "<svg><![CDATA[",
        "<",
        "<a =",
        "<?",
        "</a ",
    ];
    for opening in unfinished {
        for filler in [
            "a", "<", "-", "</", " ", "]", "&", "'", "<svg>", "<a>", "</a>",
        ] {
            let markup = opening.to_owned() + &filler.repeat(size / filler.len() / 8);
            scan(markup.as_bytes(), 1000, Syntax::Html, size);
        }
    }
    // Quadratic would be hours; this leaves room for a slow machine.
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

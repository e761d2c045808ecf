//! Bodies that are not what their type says, and pages that are made to get past a reader of markup.

use crate::runner::End::{Broken, ErrorOrBroken, Page};
use crate::runner::{Act, Case, PAGE, case, html, measured};

#[rustfmt::skip] // a table: one line, one case
pub(crate) fn cases() -> Vec<Case> {
    let typed = |kind: &str| {
        let length = PAGE.len();
        format!("HTTP/1.1 200 OK\r\n{kind}Content-Length: {length}\r\n\r\n{PAGE}")
    };
    let cut = PAGE.split_once("player").unwrap().0;
    let hidden = format!("<p>WORDS</p><a title=\"{}", "x".repeat(100_000));
    let nested = format!("<p>WORDS</p>{}{PAGE}", "<div>".repeat(20_000));
    let nul = PAGE.replace("<iframe src", "<iframe\0src");
    vec![
        case("no type", typed(""), Page),
        case("an empty type", typed("Content-Type: \r\n"), Page),
        case("a type of any kind", typed("Content-Type: */*\r\n"), Page),
        case("a type with noise", typed("Content-Type: text/html;;;charset\r\n"), Page),
        case("two types in one line", typed("Content-Type: text/plain, text/html\r\n"), Page),
        case("a type with bytes that are no text", [b"HTTP/1.1 200 OK\r\nContent-Type: text/html;a=\xff\r\n\r\n".as_slice(), PAGE.as_bytes()].concat(), Page).closing(),
        case("a page cut in a tag", measured("", format!("<p>WORDS</p>{cut}")), Page),
        case("a page cut in an attribute by its length", html(&format!("Content-Length: {}\r\n", PAGE.len()), cut), ErrorOrBroken).closing(),
        case("NUL between name and attribute", measured("", nul), Page),
        case("NUL bytes at the beginning", measured("", format!("\0\0\0{PAGE}")), Page),
        case("an attribute that does not end", measured("", hidden), Page),
        case("very many open elements", measured("", nested), Page),
        case("a mark of another encoding's order", measured("", [b"\xef\xbb\xbf".as_slice(), PAGE.as_bytes()].concat()), Page),
        case("an endless page that is reset", html("", "<p>WORDS"), Broken).then(Act::Send(vec![b'w'; 300_000])).then(Act::Reset),
    ]
}

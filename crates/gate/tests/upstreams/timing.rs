//! Upstreams that do not go on, or only just.

use crate::runner::End::{Broken, Error, ErrorOrBroken};
use crate::runner::{Act, Case, case, html};

#[rustfmt::skip] // a table: one line, one case
pub(crate) fn cases() -> Vec<Case> {
    let begun = format!("<html lang=en><p>WORDS {}", "w ".repeat(60_000));
    let forever = || vec![b'w'; 1_000];
    vec![
        case("silence", "", Error(504)).then(Act::Hang),
        case("silence within the status line", "HTTP/1.", Error(504)).then(Act::Hang),
        case("silence within the head", "HTTP/1.1 200 OK\r\nContent-Type: text/h", Error(504)).then(Act::Hang),
        case("silence after the head", html("Content-Length: 50\r\n", ""), Error(504)).then(Act::Hang),
        case("silence within a short body", html("Content-Length: 50\r\n", "<p>WORDS"), Error(504)).then(Act::Hang),
        case("silence within a long body", html("", &begun), Broken).then(Act::Hang),
        case("silence within a chunk's size", html("Transfer-Encoding: chunked\r\n", "5"), Error(504)).then(Act::Hang),
        case("silence before the last chunk", html("Transfer-Encoding: chunked\r\n", format!("{:x}\r\n{begun}\r\n", begun.len())), Broken).then(Act::Hang),
        case("silence within gzip", html("Content-Encoding: gzip\r\n", b"\x1f\x8b\x08"), Error(504)).then(Act::Hang),
        case("a head that drips", "HTTP/1.1 200 OK\r\nX: ", Error(504)).then(Act::Drip(forever())),
        case("a body that drips", html("", ""), ErrorOrBroken).then(Act::Drip(forever())),
        case("chunks that drip", html("Transfer-Encoding: chunked\r\n", format!("{:x}\r\n{begun}\r\n", begun.len())), Broken).then(Act::Drip(b"1\r\nw\r\n".repeat(200))),
        case("a reset at once", "", Error(502)).then(Act::Reset),
        case("a reset within a body", html("Content-Length: 500000\r\n", &begun), ErrorOrBroken).then(Act::Reset),
    ]
}

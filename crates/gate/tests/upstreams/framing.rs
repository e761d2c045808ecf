//! Where a message ends: lengths that contradict each other, chunks that are none.

use crate::runner::End::{Error, ErrorOrBroken, Page};
use crate::runner::{Act, Case, PAGE, case, html, measured};

fn chunk(body: &str) -> String {
    format!("{:x}\r\n{body}\r\n", body.len())
}

#[rustfmt::skip] // a table: one line, one case
pub(crate) fn cases() -> Vec<Case> {
    let chunked = |body: &str| html("Transfer-Encoding: chunked\r\n", body);
    let whole = format!("{}0\r\n\r\n", chunk(PAGE));
    let smuggled = measured("", PAGE);
    let mut long = measured("", PAGE);
    long.extend(&smuggled);
    let mut noise = measured("", PAGE);
    noise.extend_from_slice(b"\0\xff noise");
    vec![
        case("length and chunks", html("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", &whole), Error(502)),
        case("chunks and length", html("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", &whole), Error(502)),
        case("two lengths", html("Content-Length: 5\r\nContent-Length: 90\r\n", PAGE), Error(502)),
        case("one length twice", html("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"), Error(502)),
        case("a list of lengths", html("Content-Length: 5, 5\r\n", "hello"), Error(502)),
        case("a negative length", html("Content-Length: -1\r\n", PAGE), Error(502)),
        case("a length with a sign", html("Content-Length: +5\r\n", PAGE), Error(502)),
        case("a length in hexadecimal", html("Content-Length: 0x5\r\n", PAGE), Error(502)),
        case("a length beyond numbers", html("Content-Length: 99999999999999999999999\r\n", PAGE), Error(502)),
        case("no length's value", html("Content-Length: \r\n", PAGE), Error(502)),
        case("chunked twice in one line", html("Transfer-Encoding: chunked, chunked\r\n", &whole), Error(502)),
        case("chunked twice in two lines", html("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", &whole), Error(502)),
        case("chunked and gzip", html("Transfer-Encoding: gzip, chunked\r\n", &whole), Error(502)),
        case("identity as a transfer coding", html("Transfer-Encoding: identity\r\n", PAGE).as_slice(), Error(502)).closing(),
        case("an unknown transfer coding", html("Transfer-Encoding: xchunked\r\n", &whole), Error(502)).closing(),
        case("chunked with a vertical tab", html("Transfer-Encoding: \x0bchunked\r\n", &whole), Error(502)).closing(),
        case("chunks in HTTP/1.0", format!("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n{whole}"), Error(502)),
        case("a length that is too long", html("Content-Length: 9999\r\n", PAGE), ErrorOrBroken).closing(),
        case("a length that is too short", html("Content-Length: 60\r\n", PAGE), Page),
        case("another answer behind the body", &long, Page),
        case("noise behind the body", &noise, Page),
        case("a chunk that is cut off", chunked("ff\r\n<p>WORDS"), ErrorOrBroken).closing(),
        case("no last chunk", chunked(&chunk(PAGE)), ErrorOrBroken).closing(),
        case("half a last chunk", chunked(&format!("{}0\r\n", chunk(PAGE))), ErrorOrBroken).closing(),
        case("a chunk size that is none", chunked("xyz\r\nWORDS\r\n0\r\n\r\n"), ErrorOrBroken),
        case("a chunk size that overflows", chunked("fffffffffffffffff\r\nWORDS"), ErrorOrBroken),
        case("a chunk size with a sign", chunked("-5\r\nWORDS\r\n0\r\n\r\n"), ErrorOrBroken),
        case("a chunk size with a prefix", chunked("0x5\r\nWORDS\r\n0\r\n\r\n"), ErrorOrBroken),
        case("a chunk that is longer than it says", chunked(&format!("5\r\nWORDS{PAGE}\r\n0\r\n\r\n")), ErrorOrBroken),
        case("a chunk with a bare line feed", chunked("5\nWORDS\n0\n\n"), ErrorOrBroken).closing(),
        case("a chunk extension without end", chunked("5;"), ErrorOrBroken).then(Act::Flood(vec![b'x'; 65_536])),
        case("trailers without end", chunked(&format!("{}0\r\n", chunk("WORDS"))), ErrorOrBroken).then(Act::Flood(b"x-a: b\r\n".repeat(1_000))),
        case("trailers that are a head", chunked(&format!("{}0\r\nContent-Type: text/plain\r\nLink: <https://player.example>; rel=preload\r\nSet-Cookie: a=b\r\n\r\n", chunk(PAGE))), Page),
        case("chunk extensions", chunked(&format!("{:x};a=\"b\"\r\n{PAGE}\r\n0\r\n\r\n", PAGE.len())), Page),
        case("an end by the connection's end", html("", PAGE), Page).closing(),
        case("an end by a reset", html("Content-Length: 9999\r\n", PAGE), ErrorOrBroken).then(Act::Reset),
        case("no length, and an end by a reset", html("", PAGE), ErrorOrBroken).then(Act::Reset),
    ]
}

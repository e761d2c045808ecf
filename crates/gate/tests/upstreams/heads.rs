//! Status lines and header lines that are none, that flood, or that say what must not be passed on.

use crate::runner::End::{Empty, Error, ErrorOrBroken, Page};
use crate::runner::{Act, Case, PAGE, case, html, measured};

#[rustfmt::skip] // a table: one line, one case
pub(crate) fn cases() -> Vec<Case> {
    let line = |line: &str| format!("{line}\r\nContent-Type: text/html\r\nContent-Length: {}\r\n\r\n{PAGE}", PAGE.len());
    let many = "x: y\r\n".repeat(101);
    let large = format!("x: {}\r\n", "y".repeat(70_000));
    vec![
        case("nothing at all", "", Error(502)).closing(),
        case("binary noise", b"\0\x01\x02\x03\xff", Error(502)).closing(),
        case("another protocol", "SSH-2.0-OpenSSH_10\r\n", Error(502)).closing(),
        case("a page without a head", PAGE, Error(502)).closing(),
        case("half a head", "HTTP/1.1 200 OK\r\nContent-Le", Error(502)).closing(),
        case("half a head and a reset", "HTTP/1.1 200 OK\r\nContent-Le", Error(502)).then(Act::Reset),
        case("a status of five digits", line("HTTP/1.1 99999 OK"), Error(502)),
        case("a status of two digits", line("HTTP/1.1 20 OK"), Error(502)),
        case("a status of letters", line("HTTP/1.1 abc OK"), Error(502)),
        case("a status of zero", line("HTTP/1.1 000 OK"), Error(502)),
        case("an unknown version", line("HTTP/9.9 200 OK"), Error(502)),
        case("HTTP/2 in words", line("HTTP/2 200 OK"), Error(502)),
        case("a version in small letters", line("http/1.1 200 OK"), Error(502)),
        case("a reason with NUL", line("HTTP/1.1 200 O\0K"), Error(502)),
        case("no reason", line("HTTP/1.1 200"), Page),
        case("a reason with markup", line("HTTP/1.1 200 <iframe src=//x>"), Page),
        case("a name with a space", html("bad name: x\r\n", PAGE), Error(502)).closing(),
        case("a name with a space at its end", html("Content-Length : 5\r\n", PAGE), Error(502)).closing(),
        case("a line without a name", html(": x\r\n", PAGE), Error(502)).closing(),
        case("a line without a colon", html("nonsense\r\n", PAGE), Error(502)).closing(),
        case("a folded line at first", "HTTP/1.1 200 OK\r\n folded: x\r\n\r\n", Error(502)).closing(),
        case("a folded line", html("x: a\r\n b\r\n", PAGE), Error(502)).closing(),
        case("a value with NUL", html("x: a\0b\r\n", PAGE), Error(502)).closing(),
        case("a value with a bare CR", html("x: a\rb\r\n", PAGE), Error(502)).closing(),
        case("too many lines", measured(&many, PAGE), Error(502)),
        case("lines that are too large", measured(&large, PAGE), Error(502)),
        case("lines without end", "HTTP/1.1 200 OK\r\n", Error(502)).then(Act::Flood(b"x-a: b\r\n".repeat(1_000))),
        case("one line without end", "HTTP/1.1 200 OK\r\nx: ", Error(502)).then(Act::Flood(vec![b'y'; 65_536])),
        case("1xx for ever", "", Error(502)).then(Act::Flood(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".to_vec())),
        case("continue for ever", "", Error(502)).then(Act::Flood(b"HTTP/1.1 100 Continue\r\n\r\n".to_vec())),
        case("hints to a third party", [b"HTTP/1.1 103 Early Hints\r\nLink: <https://player.example>; rel=preconnect\r\n\r\n".as_slice(), &measured("", PAGE)].concat(), Page),
        case("a 101 that nobody asked for", "HTTP/1.1 101 X\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\nframes", Error(502)),
        case("a 101 to nothing", "HTTP/1.1 101 X\r\n\r\n", Error(502)),
        case("a 199", [b"HTTP/1.1 199 X\r\n\r\n".as_slice(), &measured("", PAGE)].concat(), Page),
        case("a preload of a third party", measured("Link: <https://player.example/a.js>; rel=preload; as=script\r\n", PAGE), Page),
        case("a refresh to a third party", measured("Refresh: 0; url=https://player.example/\r\n", PAGE), Page),
        case("another way round the gate", measured("Alt-Svc: h3=\"player.example:443\"\r\n", PAGE), Page),
        case("a policy that is hidden", measured("Connection: content-security-policy, content-type\r\n", PAGE), Page),
        case("a type said twice", measured("Content-Type: text/plain\r\n", PAGE), Page),
        case("a part of a page", format!("HTTP/1.1 206 X\r\nContent-Type: text/html\r\nContent-Range: bytes 0-9/99\r\nContent-Length: {}\r\n\r\n{PAGE}", PAGE.len()), Error(502)),
        case("a confirmation that nobody asked for", "HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n", Error(502)),
        case("a 304 with a body", format!("HTTP/1.1 304 X\r\nContent-Length: {}\r\n\r\n{PAGE}", PAGE.len()), Error(502)),
        case("a 204 with a body", format!("HTTP/1.1 204 X\r\nContent-Length: {}\r\n\r\n{PAGE}", PAGE.len()), Empty(204)),
        case("a 205 with a length", "HTTP/1.1 205 X\r\nContent-Length: 0\r\n\r\n", Empty(205)),
        case("HEAD with a body", measured("", PAGE), Empty(200)).asked_with("HEAD"),
        case("HEAD in chunks", html("Transfer-Encoding: chunked\r\n", "5\r\nWORDS\r\n0\r\n\r\n"), Empty(200)).asked_with("HEAD"),
        case("a series of documents", format!("HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace;boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n{PAGE}\r\n--b--\r\n"), Error(502)).closing(),
        case("an empty head of lines", "HTTP/1.1 200 OK\r\n\r\n", ErrorOrBroken).then(Act::Reset),
    ]
}

//! Requests: header compression, fields, pseudo-header fields, lengths, trailers.

use super::Due::*;
use super::*;

fn whole(block: Vec<u8>) -> Vec<u8> {
    frame(HEADERS, END_STREAM | END_HEADERS, 1, block)
}

/// A `GET` with one more field.
fn with(name: &str, value: &str) -> Vec<u8> {
    whole([request("GET", "/"), field(name, value)].concat())
}

/// A request of these pseudo-header fields.
fn pseudo(fields: &[(&str, &str)]) -> Vec<u8> {
    whole(block(fields))
}

fn ended(length: &str, pieces: &[&str]) -> Vec<u8> {
    let last = pieces.len() - 1;
    let data = pieces.iter().enumerate().flat_map(|(number, piece)| {
        let flags = if number == last { END_STREAM } else { 0 };
        frame(DATA, flags, 1, piece)
    });
    post(1, &[("content-length", length)])
        .into_iter()
        .chain(data)
        .collect()
}

#[tokio::test]
async fn compression() {
    let broken = |bytes: &[u8]| whole([&request("GET", "/")[..], bytes].concat());
    const DUE: Due = Goaway(&[COMPRESSION_ERROR]);
    run(vec![
        (
            "H2.3.3",
            "an index beyond the tables",
            broken(&[0xff, 0x0f]),
            DUE,
        ),
        (
            "H2.3.3",
            "a name's index beyond the tables",
            broken(&[0x7f, 0x0f, 1, b'a']),
            DUE,
        ),
        ("H6.1", "the index 0", broken(&[0x80]), DUE),
        (
            "H4.2",
            "a new table size after a field",
            broken(&[0x21]),
            DUE,
        ),
        (
            "H6.3",
            "a table size beyond the setting",
            whole([&[0x3f, 0xe1, 0xff, 0x03][..], &request("GET", "/")].concat()),
            DUE,
        ),
        (
            "H6.3",
            "a smaller table size",
            whole([&[0x20][..], &request("GET", "/")].concat()),
            Status(200),
        ),
        (
            "H5.2",
            "a Huffman string padded by more than 7 bits",
            broken(&[0, 1, b'x', 0x82, 0x1f, 0xff]),
            DUE,
        ),
        (
            "H5.2",
            "a Huffman string padded by zeros",
            broken(&[0, 1, b'x', 0x81, 0x18]),
            DUE,
        ),
        (
            "H5.2",
            "a Huffman string with EOS",
            broken(&[0, 1, b'x', 0x84, 0xff, 0xff, 0xff, 0xfc]),
            DUE,
        ),
        (
            "H5.1",
            "a number without an end",
            broken(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
            DUE,
        ),
        ("4.3", "a field cut short", broken(&[0, 5, b'x']), DUE),
        ("4.3", "nonsense", whole(vec![0xff; 20]), DUE),
    ])
    .await;
}

#[tokio::test]
async fn fields() {
    const DUE: Due = Reset(&[PROTOCOL_ERROR]);
    run(vec![
        ("8.2.1", "a name in capitals", with("X-Test", "a"), DUE),
        ("8.2.1", "a name with a space", with("x test", "a"), DUE),
        ("8.2.1", "a name with a colon", with("x:test", "a"), DUE),
        (
            "8.2.1",
            "a name with a line break",
            with("x\ntest", "a"),
            DUE,
        ),
        ("8.2.1", "a name with a zero", with("x\0", "a"), DUE),
        ("8.2.1", "an empty name", with("", "a"), DUE),
        ("8.2.1", "a name beyond ASCII", with("é", "a"), DUE),
        ("8.2.1", "a value with a zero", with("x", "a\0b"), DUE),
        ("8.2.1", "a value with a line feed", with("x", "a\nb"), DUE),
        (
            "8.2.1",
            "a value with a request in it",
            with("x", "a\r\n\r\nGET /b HTTP/1.1"),
            DUE,
        ),
        (
            "8.2.1",
            "a value with a space before it",
            with("x", " a"),
            Status(400),
        ),
        (
            "8.2.1",
            "a value with a tab behind it",
            with("x", "a\t"),
            Status(400),
        ),
        (
            "8.2.1",
            "a value that is a space",
            with("cookie", " "),
            Status(400),
        ),
        (
            "8.2.1",
            "a value with white space within, and one of nothing",
            whole([request("GET", "/"), block(&[("x", "a \t b"), ("y", "")])].concat()),
            Status(200),
        ),
        ("8.2.2", "connection", with("connection", "keep-alive"), DUE),
        (
            "8.2.2",
            "proxy-connection",
            with("proxy-connection", "keep-alive"),
            DUE,
        ),
        ("8.2.2", "keep-alive", with("keep-alive", "timeout=5"), DUE),
        (
            "8.2.2",
            "transfer-encoding",
            with("transfer-encoding", "chunked"),
            DUE,
        ),
        ("8.2.2", "upgrade", with("upgrade", "websocket"), DUE),
        (
            "8.2.2",
            "te with something else than trailers",
            with("te", "gzip"),
            DUE,
        ),
        (
            "8.2.2",
            "te with trailers",
            with("te", "trailers"),
            Status(200),
        ),
        (
            "8.2.3",
            "cookies in crumbs",
            whole(
                [
                    request("GET", "/"),
                    block(&[("cookie", "a=b"), ("cookie", "c=d")]),
                ]
                .concat(),
            ),
            Status(200),
        ),
    ])
    .await;
}

#[tokio::test]
async fn pseudo_header_fields() {
    const DUE: Due = Reset(&[PROTOCOL_ERROR]);
    let (m, s, p, a) = (
        (":method", "GET"),
        (":scheme", "http"),
        (":path", "/"),
        (":authority", "a"),
    );
    run(vec![
        (
            "8.3",
            "an unknown one",
            pseudo(&[m, s, p, a, (":test", "x")]),
            DUE,
        ),
        (
            "8.3",
            "one of answers",
            pseudo(&[m, s, p, a, (":status", "200")]),
            DUE,
        ),
        (
            "8.3",
            "one after a field",
            pseudo(&[m, s, a, ("x", "y"), p]),
            DUE,
        ),
        ("8.3.1", "no :method", pseudo(&[s, p, a]), DUE),
        ("8.3.1", "no :scheme", pseudo(&[m, p, a]), DUE),
        ("8.3.1", "no :path", pseudo(&[m, s, a]), DUE),
        (
            "8.3.1",
            "an empty :path",
            pseudo(&[m, s, (":path", ""), a]),
            DUE,
        ),
        ("8.3.1", "two :method", pseudo(&[m, m, s, p, a]), DUE),
        ("8.3.1", "two :scheme", pseudo(&[m, s, s, p, a]), DUE),
        ("8.3.1", "two :path", pseudo(&[m, s, p, p, a]), DUE),
        ("8.3.1", "two :authority", pseudo(&[m, s, p, a, a]), DUE),
        (
            "8.3.1",
            "a :method that is none",
            pseudo(&[(":method", "G T"), s, p, a]),
            DUE,
        ),
        (
            "8.3.1",
            "a :path with a space",
            pseudo(&[m, s, (":path", "/ x"), a]),
            DUE,
        ),
        (
            "8.3.1",
            "a :path with a tab behind it",
            pseudo(&[m, s, (":path", "/\t"), a]),
            DUE,
        ),
        (
            "8.3.1",
            "an :authority with a space",
            pseudo(&[m, s, p, (":authority", "a b")]),
            DUE,
        ),
        (
            "8.3.1",
            "Host that is :authority",
            pseudo(&[m, s, p, a, ("host", "A")]),
            Status(200),
        ),
        (
            "8.3.1",
            "Host that is not :authority",
            pseudo(&[m, s, p, a, ("host", "b")]),
            Status(400),
        ),
        (
            "8.3.1",
            "two Host",
            pseudo(&[m, s, p, a, ("host", "a"), ("host", "a")]),
            Status(400),
        ),
        (
            "8.3.1",
            "a :path that is no path",
            pseudo(&[m, s, (":path", "x"), a]),
            Reset(&[PROTOCOL_ERROR]),
        ),
        (
            "8.3.1",
            "OPTIONS of the server",
            pseudo(&[(":method", "OPTIONS"), s, (":path", "*"), a]),
            Status(200),
        ),
        (
            "8.3.1",
            "GET of the server",
            pseudo(&[m, s, (":path", "*"), a]),
            Status(400),
        ),
        (
            "8.5",
            "CONNECT with a :path",
            pseudo(&[(":method", "CONNECT"), s, p, a]),
            DUE,
        ),
        (
            "8.5",
            "CONNECT without :authority",
            pseudo(&[(":method", "CONNECT")]),
            Status(400),
        ),
    ])
    .await;
}

#[tokio::test]
async fn bodies() {
    const DUE: Due = Reset(&[PROTOCOL_ERROR]);
    let trailers = |flags, fields: &[(&str, &str)]| {
        [
            post(1, &[]),
            frame(DATA, 0, 1, "x"),
            frame(HEADERS, flags | END_HEADERS, 1, block(fields)),
        ]
        .concat()
    };
    run(vec![
        (
            "8.1",
            "trailers",
            trailers(END_STREAM, &[("x-sum", "1")]),
            Status(200),
        ),
        (
            "8.1",
            "trailers that are not the end",
            trailers(0, &[("x-sum", "1")]),
            DUE,
        ),
        (
            "8.1",
            "pseudo-header fields in trailers, which the library drops",
            trailers(END_STREAM, &[(":method", "GET")]),
            Status(200),
        ),
        (
            "8.1.1",
            "the length that was said",
            ended("3", &["a", "bc"]),
            Status(200),
        ),
        ("8.1.1", "less than the length", ended("3", &["ab"]), DUE),
        ("8.1.1", "more than the length", ended("3", &["abcd"]), DUE),
        (
            "8.1.1",
            "more than the length in pieces",
            ended("3", &["ab", "cd"]),
            DUE,
        ),
        (
            "8.1.1",
            "a length and no body",
            with("content-length", "3"),
            DUE,
        ),
        (
            "8.1.1",
            "a length that is no number",
            ended("three", &["abc"]),
            DUE,
        ),
        ("8.1.1", "a negative length", ended("-3", &["abc"]), DUE),
        (
            "8.1.1",
            "a length beyond numbers",
            ended("99999999999999999999", &["abc"]),
            DUE,
        ),
        (
            "8.1.1",
            "two lengths",
            [
                post(1, &[("content-length", "3"), ("content-length", "4")]),
                frame(DATA, END_STREAM, 1, "abc"),
            ]
            .concat(),
            DUE,
        ),
    ])
    .await;
}

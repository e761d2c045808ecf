//! Every byte that has no business there, in every place of a request.

use super::*;

/// Behind a body in chunks; what passes as the first one has its places in the other tables.
const HARDEST: [Way; 1] = [WAYS[4]];

/// Bytes that may stand in no line: controls, and what is no ASCII where only ASCII may be.
fn strange(beyond_ascii: bool) -> impl Iterator<Item = u8> {
    let beyond = [0x80, 0xa0, 0xc3, 0xe9, 0xff].into_iter();
    (0..0x20)
        .chain([0x7f])
        .chain(beyond.filter(move |_| beyond_ascii))
}

/// Puts each strange byte in the place of the mark.
fn everywhere(about: &str, template: &str, beyond_ascii: bool, but: &[u8], due: &Due) -> Vec<Case> {
    let (before, after) = template.split_once('§').unwrap();
    strange(beyond_ascii)
        .filter(|byte| !but.contains(byte))
        .map(|byte| {
            let bytes = [before.as_bytes(), &[byte], after.as_bytes()].concat();
            let name = format!("{byte:#04x} in {about}").leak();
            (&*name, bytes, due.clone())
        })
        .collect()
}

#[test]
fn in_request_lines() {
    let rest = "Host: a.example\r\n\r\n";
    let refused = Refused(400);
    let mut cases = everywhere(
        "a method",
        &format!("GE§T / HTTP/1.1\r\n{rest}"),
        true,
        &[],
        &refused,
    );
    cases.extend(everywhere(
        "a path",
        &format!("GET /a§b HTTP/1.1\r\n{rest}"),
        true,
        &[],
        &refused,
    ));
    cases.extend(everywhere(
        "a query",
        &format!("GET /?a§b HTTP/1.1\r\n{rest}"),
        true,
        &[],
        &refused,
    ));
    cases.extend(everywhere(
        "a URL",
        &format!("GET http://a.exa§mple/ HTTP/1.1\r\n{rest}"),
        true,
        &[],
        &refused,
    ));
    cases.extend(everywhere(
        "a version",
        &format!("GET / HTTP/1.§1\r\n{rest}"),
        true,
        &[],
        &refused,
    ));
    cases.extend(everywhere(
        "the end of a line",
        &format!("GET / HTTP/1.1§\r\n{rest}"),
        true,
        &[],
        &refused,
    ));
    cases.extend(everywhere(
        "the place of a space",
        &format!("GET§/ HTTP/1.1\r\n{rest}"),
        true,
        &[],
        &refused,
    ));
    cases.extend(everywhere(
        "the place of another space",
        &format!("GET /§HTTP/1.1\r\n{rest}"),
        true,
        &[],
        &refused,
    ));
    run_in(&HARDEST, cases);
}

#[test]
fn in_fields() {
    let start = "GET / HTTP/1.1\r\nHost: a.example\r\n";
    let refused = Refused(400);
    let mut cases = everywhere(
        "a name",
        &format!("{start}X§Y: z\r\n\r\n"),
        true,
        &[],
        &refused,
    );
    cases.extend(everywhere(
        "the beginning of a name",
        &format!("{start}§X: z\r\n\r\n"),
        true,
        &[],
        &refused,
    ));
    cases.extend(everywhere(
        "the end of a name",
        &format!("{start}X§: z\r\n\r\n"),
        true,
        &[],
        &refused,
    ));
    cases.extend(everywhere(
        "a value",
        &format!("{start}X: y§z\r\n\r\n"),
        false,
        b"\t",
        &refused,
    ));
    cases.extend(everywhere(
        "the beginning of a value",
        &format!("{start}X: §z\r\n\r\n"),
        false,
        b"\t",
        &refused,
    ));
    cases.extend(everywhere(
        "the end of a value",
        &format!("{start}X: z§\r\n\r\n"),
        false,
        b"\t",
        &refused,
    ));
    cases.extend(everywhere(
        "a host",
        "GET / HTTP/1.1\r\nHost: a.exa§mple\r\n\r\n",
        true,
        &[],
        &refused,
    ));
    run_in(&HARDEST, cases);
}

#[test]
fn in_framing() {
    let start = "POST / HTTP/1.1\r\nHost: a.example\r\n";
    let length = format!("{start}Content-Length: §5\r\n\r\nhello");
    let coding = format!("{start}Transfer-Encoding: chunked§\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
    let chunks = format!("{start}Transfer-Encoding: chunked\r\n\r\n");
    let refused = Refused(400);
    let broken = Broken(400);
    let mut cases = everywhere("a length", &length, true, b"\t", &refused);
    cases.extend(everywhere(
        "a transfer coding",
        &coding,
        true,
        b"\t",
        &refused,
    ));
    cases.extend(everywhere(
        "a chunk's size",
        &format!("{chunks}§5\r\nhello\r\n0\r\n\r\n"),
        true,
        &[],
        &broken,
    ));
    cases.extend(everywhere(
        "the end of a chunk's size",
        &format!("{chunks}5§\r\nhello\r\n0\r\n\r\n"),
        true,
        b"\t",
        &broken,
    ));
    cases.extend(everywhere(
        "a chunk's end",
        &format!("{chunks}5\r\nhello§\r\n0\r\n\r\n"),
        true,
        &[],
        &broken,
    ));
    cases.extend(everywhere(
        "the last chunk's end",
        &format!("{chunks}5\r\nhello\r\n0\r\n§\r\n"),
        true,
        &[],
        &broken,
    ));
    cases.extend(everywhere(
        "a trailer's name",
        &format!("{chunks}5\r\nhello\r\n0\r\nX§Y: z\r\n\r\n"),
        true,
        &[],
        &broken,
    ));
    cases.extend(everywhere(
        "a trailer's value",
        &format!("{chunks}5\r\nhello\r\n0\r\nX: y§z\r\n\r\n"),
        false,
        b"\t",
        &broken,
    ));
    cases.extend(everywhere(
        "an extension",
        &format!("{chunks}5;x§y\r\nhello\r\n0\r\n\r\n"),
        false,
        b"\t",
        &broken,
    ));
    run_in(&HARDEST, cases);
}

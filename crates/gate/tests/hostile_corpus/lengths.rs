//! Bodies: lengths, transfer codings, chunks, trailers, and what follows them.

use super::*;

fn lengths(lines: &str) -> Vec<u8> {
    post(lines, &format!("hello{SMUGGLED}"))
}

#[test]
fn content_length() {
    let both = format!("0\r\n\r\n{SMUGGLED}");
    run(vec![
        ("as it should be", post("Content-Length: 5\r\n", "hello"), HELLO),
        ("zero", post("Content-Length: 0\r\n", ""), EMPTY),
        ("none", post("", ""), EMPTY),
        ("leading zeros", post("Content-Length: 0005\r\n", "hello"), HELLO),
        ("two that differ", lengths("Content-Length: 5\r\nContent-Length: 0\r\n"), Refused(400)),
        ("two that differ, the other way round", lengths("Content-Length: 0\r\nContent-Length: 5\r\n"), Refused(400)),
        ("two of a kind", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"), HELLO),
        ("a list", lengths("Content-Length: 5, 5\r\n"), Refused(400)),
        ("a list of different ones", lengths("Content-Length: 5,0\r\n"), Refused(400)),
        ("a list with spaces", lengths("Content-Length: 5 , 5\r\n"), Refused(400)),
        ("a list that ends in a comma", lengths("Content-Length: 5,\r\n"), Refused(400)),
        ("a list that begins with a comma", lengths("Content-Length: ,5\r\n"), Refused(400)),
        ("spaces around", post("Content-Length:   5  \r\n", "hello"), HELLO),
        ("tabs around", post("Content-Length:\t5\t\r\n", "hello"), HELLO),
        ("two of a kind in capitals", post("content-length: 5\r\nCONTENT-LENGTH: 5\r\n", "hello"), HELLO),
        ("two, one of them empty", lengths("Content-Length: 5\r\nContent-Length:\r\n"), Refused(400)),
        ("two, one of them with a sign", lengths("Content-Length: 5\r\nContent-Length: +5\r\n"), Refused(400)),
        ("two, one of them with zeros", post("Content-Length: 5\r\nContent-Length: 05\r\n", "hello"), HELLO),
        ("thirty zeros", post("Content-Length: 000000000000000000000000000005\r\n", "hello"), HELLO),
        ("octal", lengths("Content-Length: 0o5\r\n"), Refused(400)),
        ("a bare line feed after it", lengths("Content-Length: 5\nX: y\r\n"), Refused(400)),
        ("a bare carriage return after it", lengths("Content-Length: 5\rX: y\r\n"), Refused(400)),
        ("a comment", lengths("Content-Length: 5 (five)\r\n"), Refused(400)),
        ("a folded value that goes on", lengths("Content-Length: 5\r\n 0\r\n"), Refused(400)),
        ("a sign", lengths("Content-Length: +5\r\n"), Refused(400)),
        ("negative", lengths("Content-Length: -5\r\n"), Refused(400)),
        ("minus zero", lengths("Content-Length: -0\r\n"), Refused(400)),
        ("hexadecimal", lengths("Content-Length: 0x5\r\n"), Refused(400)),
        ("a fraction", lengths("Content-Length: 5.0\r\n"), Refused(400)),
        ("an exponent", lengths("Content-Length: 5e0\r\n"), Refused(400)),
        ("an underscore", lengths("Content-Length: 0_5\r\n"), Refused(400)),
        ("a space within", lengths("Content-Length: 0 5\r\n"), Refused(400)),
        ("a tab within", lengths("Content-Length: 0\t5\r\n"), Refused(400)),
        ("quotes", lengths("Content-Length: \"5\"\r\n"), Refused(400)),
        ("nothing", lengths("Content-Length:\r\n"), Refused(400)),
        ("only a space", lengths("Content-Length: \r\n"), Refused(400)),
        ("letters", lengths("Content-Length: five\r\n"), Refused(400)),
        ("other digits", lengths("Content-Length: ٥\r\n"), Refused(400)),
        ("a semicolon", lengths("Content-Length: 5;x\r\n"), Refused(400)),
        ("beyond 64 bits by five", lengths("Content-Length: 18446744073709551621\r\n"), Refused(400)),
        ("beyond 32 bits by five", lengths("Content-Length: 4294967301\r\n"), Refused(413)),
        ("the largest number", lengths("Content-Length: 18446744073709551615\r\n"), Refused(431)),
        ("a space before the colon", lengths("Content-Length : 5\r\n"), Refused(400)),
        ("a tab before the colon", lengths("Content-Length\t: 5\r\n"), Refused(400)),
        ("a folded value", lengths("Content-Length:\r\n 5\r\n"), Refused(400)),
        ("a space before the name", lengths("X: y\r\n Content-Length: 5\r\n"), Refused(400)),
        ("a vertical tab", lengths("Content-Length: \x0b5\r\n"), Refused(400)),
        ("a form feed", lengths("Content-Length: 5\x0c\r\n"), Refused(400)),
        ("a zero byte", lengths("Content-Length: 5\0\r\n"), Refused(400)),
        ("more than there is", post("Content-Length: 10\r\n", "hello"), Broken(400)),
        ("less than there is", post("Content-Length: 5\r\n", "helloX"), HELLO),
        ("beside chunks", post("Content-Length: 49\r\nTransfer-Encoding: chunked\r\n", &both), EMPTY),
        ("beside chunks, after them", post("Transfer-Encoding: chunked\r\nContent-Length: 49\r\n", &both), EMPTY),
        ("beside identity", lengths("Content-Length: 5\r\nTransfer-Encoding: identity\r\n"), Refused(400)),
        ("beside nothing much", lengths("Content-Length: 5\r\nTransfer-Encoding:\r\n"), Refused(400)),
        ("named to be dropped", post("Connection: close, content-length\r\nContent-Length: 5\r\n", "hello"), HELLO),
        ("its name with an underscore", post("Content_Length: 50\r\n", ""), EMPTY),
        ("a GET with a body", raw(b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"), Passed(&[("GET", "/", "hello")])),
        ("a GET with chunks", raw(b"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"), Passed(&[("GET", "/", "hello")])),
        ("HTTP/1.0 with a length", raw(b"POST / HTTP/1.0\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"), HELLO),
    ]);
}

/// A transfer coding of this spelling before chunks with a request behind them.
fn coding(line: &str) -> Vec<u8> {
    post(
        &format!("{line}\r\n"),
        &format!("5\r\nhello\r\n0\r\n\r\n{SMUGGLED}"),
    )
}

#[test]
fn transfer_encoding() {
    let both = "Content-Length: 5\r\nTransfer-Encoding";
    run(vec![
        ("as it should be", chunked("5\r\nhello\r\n0\r\n\r\n"), HELLO),
        ("in capitals", post("TRANSFER-ENCODING: CHUNKED\r\n", "5\r\nhello\r\n0\r\n\r\n"), HELLO),
        ("tabs around", post("Transfer-Encoding:\tchunked\t\r\n", "5\r\nhello\r\n0\r\n\r\n"), HELLO),
        ("twice", coding("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"), Refused(501)),
        ("twice in a list", coding("Transfer-Encoding: chunked, chunked"), Refused(501)),
        ("chunked and identity", coding("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"), Refused(400)),
        ("identity and chunked", coding("Transfer-Encoding: identity\r\nTransfer-Encoding: chunked"), Refused(501)),
        ("gzip and chunked", coding("Transfer-Encoding: gzip, chunked"), Refused(501)),
        ("chunked and gzip", coding("Transfer-Encoding: chunked, gzip"), Refused(400)),
        ("in capitals", post("TRANSFER-ENCODING: CHUNKED\r\n", "5\r\nhello\r\n0\r\n\r\n"), HELLO),
        ("three times", coding("Transfer-Encoding: chunked\r\nX: y\r\nTransfer-Encoding: chunked\r\ntransfer-encoding: chunked"), Refused(501)),
        ("one empty", coding("Transfer-Encoding:\r\nTransfer-Encoding: chunked"), Refused(501)),
        ("one empty at the end", coding("Transfer-Encoding: chunked\r\nTransfer-Encoding:"), Refused(400)),
        ("chunked and nothing", coding("Transfer-Encoding: chunked, "), Refused(400)),
        ("chunked without a comma", coding("Transfer-Encoding: gzip chunked"), Refused(400)),
        ("chunked twice without a comma", coding("Transfer-Encoding: chunked chunked"), Refused(400)),
        ("deflate", coding("Transfer-Encoding: deflate"), Refused(400)),
        ("half a word", coding("Transfer-Encoding: chunke"), Refused(400)),
        ("a semicolon", coding("Transfer-Encoding: chunked;"), Refused(400)),
        ("a bare line feed after it", coding("Transfer-Encoding: chunked\nX: y"), Refused(400)),
        ("a folded value that goes on", coding("Transfer-Encoding: chunked\r\n , identity"), Refused(400)),
        ("folded after a comma", coding("Transfer-Encoding: gzip,\r\n\tchunked"), Refused(400)),
        ("a tab before the colon", coding("Transfer-Encoding\t: chunked"), Refused(400)),
        ("behind a length of zero", coding("Content-Length: 0\r\nTransfer-Encoding: xchunked"), Refused(400)),
        ("an empty member", coding("Transfer-Encoding: , chunked"), Refused(501)),
        ("an empty member at the end", coding("Transfer-Encoding: chunked,"), Refused(400)),
        ("identity", coding("Transfer-Encoding: identity"), Refused(400)),
        ("nothing", coding("Transfer-Encoding:"), Refused(400)),
        ("x before", coding("Transfer-Encoding: xchunked"), Refused(400)),
        ("x after", coding("Transfer-Encoding: chunkedx"), Refused(400)),
        ("a parameter", coding("Transfer-Encoding: chunked;q=1"), Refused(400)),
        ("quotes", coding("Transfer-Encoding: \"chunked\""), Refused(400)),
        ("single quotes", coding("Transfer-Encoding: 'chunked'"), Refused(400)),
        ("a vertical tab before", coding("Transfer-Encoding: \x0bchunked"), Refused(400)),
        ("a vertical tab after", coding("Transfer-Encoding: chunked\x0b"), Refused(400)),
        ("a zero byte", coding("Transfer-Encoding: chunked\0"), Refused(400)),
        ("a byte order mark", coding("Transfer-Encoding: \u{feff}chunked"), Refused(400)),
        ("a no-break space", coding("Transfer-Encoding: \u{a0}chunked"), Refused(400)),
        ("a small sign that looks like k", coding("Transfer-Encoding: chun\u{212a}ed"), Refused(400)),
        ("a space before the colon", coding("Transfer-Encoding : chunked"), Refused(400)),
        ("a space before the name", coding(" Transfer-Encoding: chunked"), Refused(400)),
        ("folded", coding("Transfer-Encoding:\r\n chunked"), Refused(400)),
        ("after a bare line feed", coding("X: y\nTransfer-Encoding: chunked"), Refused(400)),
        ("after a bare carriage return", coding("X: y\rTransfer-Encoding: chunked"), Refused(400)),
        ("a line feed in the name", coding("Transfer-Encoding\n: chunked"), Refused(400)),
        ("its name with an underscore", post("Transfer_Encoding: chunked\r\n", ""), EMPTY),
        ("spelled otherwise beside a length", post("Content-Length: 5\r\nTransfer-Encodin: chunked\r\n", "hello"), HELLO),
        ("unknown beside a length", coding(&format!("{both}: cow")), Refused(400)),
        ("named to be dropped", post("Connection: transfer-encoding\r\nTransfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\n\r\n"), HELLO),
        ("HTTP/1.0", raw(format!("POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{SMUGGLED}").as_bytes()), Refused(400)),
        ("HTTP/1.0 kept alive", raw(format!("POST / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{SMUGGLED}").as_bytes()), Refused(400)),
    ]);
}

#[test]
fn chunks() {
    let end = "0\r\n\r\n";
    let long = format!("5;{}\r\nhello\r\n{end}", "x".repeat(40_000));
    let extensions = format!(
        "{}{end}",
        "1;xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\nx\r\n".repeat(2_000)
    );
    let trailers = format!("0\r\n{}\r\n", "x: y\r\n".repeat(200_000));
    run(vec![
        (
            "an extension",
            chunked("5;a=b\r\nhello\r\n0;c\r\n\r\n"),
            HELLO,
        ),
        (
            "a quoted extension",
            chunked("5;a=\"b\"\r\nhello\r\n0\r\n\r\n"),
            HELLO,
        ),
        (
            "leading zeros",
            chunked("0005\r\nhello\r\n000\r\n\r\n"),
            HELLO,
        ),
        (
            "capital digits",
            chunked("A\r\n0123456789\r\n0\r\n\r\n"),
            Passed(&[("POST", "/", "0123456789")]),
        ),
        (
            "a space after the size",
            chunked("5 \r\nhello\r\n0\r\n\r\n"),
            HELLO,
        ),
        (
            "a line feed in an extension",
            chunked("5;\nhello\r\n0\r\n\r\n"),
            Broken(400),
        ),
        (
            "a carriage return in an extension",
            chunked("5;\rx\r\nhello\r\n0\r\n\r\n"),
            Broken(400),
        ),
        (
            "a bare line feed after the size",
            chunked("5\nhello\r\n0\r\n\r\n"),
            Broken(400),
        ),
        (
            "a bare line feed after the data",
            chunked("5\r\nhello\n0\r\n\r\n"),
            Broken(400),
        ),
        (
            "a bare line feed at the end",
            chunked("5\r\nhello\r\n0\r\n\n"),
            Broken(400),
        ),
        (
            "a bare carriage return after the size",
            chunked("5\rhello\r\n0\r\n\r\n"),
            Broken(400),
        ),
        (
            "two line ends after the size",
            chunked("5\r\r\nhello\r\n0\r\n\r\n"),
            Broken(400),
        ),
        ("no size", chunked("\r\nhello\r\n0\r\n\r\n"), Broken(400)),
        (
            "only an extension",
            chunked(";x\r\nhello\r\n0\r\n\r\n"),
            Broken(400),
        ),
        ("a sign", chunked("+5\r\nhello\r\n0\r\n\r\n"), Broken(400)),
        ("negative", chunked("-5\r\nhello\r\n0\r\n\r\n"), Broken(400)),
        (
            "a prefix",
            chunked("0x5\r\nhello\r\n0\r\n\r\n"),
            Broken(400),
        ),
        (
            "an underscore",
            chunked("0_5\r\nhello\r\n0\r\n\r\n"),
            Broken(400),
        ),
        (
            "a space before the size",
            chunked(" 5\r\nhello\r\n0\r\n\r\n"),
            Broken(400),
        ),
        (
            "no hexadecimal digit",
            chunked("5g\r\nhello\r\n0\r\n\r\n"),
            Broken(400),
        ),
        (
            "beyond 64 bits by five",
            chunked("10000000000000005\r\nhello\r\n0\r\n\r\n"),
            Broken(400),
        ),
        (
            "the largest size",
            chunked("ffffffffffffffff\r\nhello\r\n0\r\n\r\n"),
            Broken(400),
        ),
        (
            "a zero byte",
            chunked("5\0\r\nhello\r\n0\r\n\r\n"),
            Broken(400),
        ),
        (
            "more data than the size",
            chunked(&format!("5\r\nhelloXX\r\n{end}{SMUGGLED}")),
            Broken(400),
        ),
        (
            "less data than the size",
            chunked(&format!("6\r\nhello\r\n{end}")),
            Broken(400),
        ),
        ("no end", chunked("5\r\nhello\r\n"), Broken(400)),
        (
            "an end without its line end",
            chunked("5\r\nhello\r\n0\r\n"),
            Broken(400),
        ),
        ("an extension without end", chunked(&long), Broken(400)),
        ("extensions without end", chunked(&extensions), Broken(400)),
        ("trailers without end", chunked(&trailers), Broken(400)),
        (
            "a trailer",
            chunked("5\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n"),
            HELLO,
        ),
        (
            "trailers that frame",
            chunked(
                "5\r\nhello\r\n0\r\nContent-Length: 50\r\nTransfer-Encoding: chunked\r\nHost: b\r\n\r\n",
            ),
            HELLO,
        ),
        (
            "announced trailers that frame",
            post(
                "Transfer-Encoding: chunked\r\nTrailer: Content-Length, Host, X-Sum\r\n",
                "5\r\nhello\r\n0\r\nContent-Length: 50\r\nHost: b\r\nX-Sum: 1\r\n\r\n",
            ),
            HELLO,
        ),
        (
            "announced trailers that frame in another spelling",
            post(
                "Transfer-Encoding: chunked\r\nTrailer: Content_Length, Transfer_Encoding, X_Forwarded_For\r\n",
                "5\r\nhello\r\n0\r\nContent_Length: 50\r\nTransfer_Encoding: chunked\r\nX_Forwarded_For: ::1\r\n\r\n",
            ),
            HELLO,
        ),
        (
            "a trailer with a space before its colon",
            chunked("5\r\nhello\r\n0\r\nX : 1\r\n\r\n"),
            Broken(400),
        ),
        (
            "a folded trailer",
            chunked("5\r\nhello\r\n0\r\nX: 1\r\n 2\r\n\r\n"),
            Broken(400),
        ),
        (
            "a request where trailers are",
            chunked(&format!("5\r\nhello\r\n0\r\n{SMUGGLED}")),
            Broken(400),
        ),
    ]);
}

#[test]
fn what_follows() {
    let two = |first: &str, second: &str| format!("{first}{second}").into_bytes();
    let one = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    let next = "GET /next HTTP/1.1\r\nHost: a\r\n\r\n";
    const BOTH: Due = Passed(&[("GET", "/", ""), ("GET", "/next", "")]);
    run(vec![
        ("another request", two(one, next), BOTH),
        (
            "a request after an empty line",
            two(&format!("{one}\r\n"), next),
            BOTH,
        ),
        (
            "a request after a body",
            two(
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
                next,
            ),
            Passed(&[("POST", "/", "hello"), ("GET", "/next", "")]),
        ),
        (
            "a request after chunks",
            two(
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                next,
            ),
            Passed(&[("POST", "/", "hello"), ("GET", "/next", "")]),
        ),
        (
            "nonsense after a request",
            two(one, "nonsense\r\n\r\n"),
            ROOT,
        ),
        (
            "nothing after close",
            two(
                "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                SMUGGLED,
            ),
            ROOT,
        ),
        (
            "nothing after a refusal",
            two("GET / HTTP/1.1\r\n\r\n", "GET x HTTP/1.1\r\n\r\n"),
            Refused(400),
        ),
        (
            "nothing after an HTTP/1.0 request",
            two("GET / HTTP/1.0\r\nHost: a\r\n\r\n", SMUGGLED),
            ROOT,
        ),
        (
            "an expectation with its body",
            post("Expect: 100-continue\r\nContent-Length: 5\r\n", "hello"),
            HELLO,
        ),
        (
            "two expectations",
            post(
                "Expect: 100-continue\r\nExpect: 200-ok\r\nContent-Length: 5\r\n",
                "hello",
            ),
            Refused(417),
        ),
        (
            "an expectation of something else",
            post("Expect: x\r\nContent-Length: 5\r\n", "hello"),
            Refused(417),
        ),
        (
            "an expectation that is no text",
            post("Expect: \u{e9}\r\nContent-Length: 5\r\n", "hello"),
            Refused(417),
        ),
        (
            "an expectation behind another one",
            post("Expect: 100-continue, x\r\nContent-Length: 5\r\n", "hello"),
            Refused(417),
        ),
        (
            "an expectation with a parameter",
            post("Expect: 100-continue;x=y\r\nContent-Length: 5\r\n", "hello"),
            Refused(417),
        ),
        (
            "an expectation without a body",
            get("Expect: 100-continue\r\n"),
            ROOT,
        ),
    ]);
}

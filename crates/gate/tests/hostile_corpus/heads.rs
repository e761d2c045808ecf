//! Heads: line ends, names, values, Host, connections and upgrades.

use super::*;

fn host(line: &str) -> Vec<u8> {
    format!("GET / HTTP/1.1\r\n{line}\r\n\r\n").into_bytes()
}

#[test]
fn hosts() {
    run(vec![
        ("as it should be", host("Host: a.example"), ROOT),
        ("with a port", host("Host: a.example:8080"), ROOT),
        ("an IPv6 address", host("Host: [::1]:80"), ROOT),
        ("none", host("X: y"), Refused(400)),
        ("empty", host("Host:"), Refused(400)),
        (
            "two",
            host("Host: a.example\r\nHost: b.example"),
            Refused(400),
        ),
        (
            "two of a kind",
            host("Host: a.example\r\nHost: a.example"),
            Refused(400),
        ),
        (
            "two in capitals",
            host("host: a.example\r\nHOST: b.example"),
            Refused(400),
        ),
        ("one empty", host("Host: a.example\r\nHost:"), Refused(400)),
        ("a list", host("Host: a.example, b.example"), Refused(400)),
        ("a user", host("Host: a.example@b.example"), Refused(400)),
        ("a path", host("Host: a.example/b"), Refused(400)),
        ("a query", host("Host: a.example?b"), Refused(400)),
        ("a fragment", host("Host: a.example#b"), Refused(400)),
        ("a scheme", host("Host: http://a.example"), Refused(400)),
        ("two ports", host("Host: a.example:80:80"), Refused(400)),
        (
            "a port of letters",
            host("Host: a.example:http"),
            Refused(400),
        ),
        ("only a port", host("Host: :80"), Refused(400)),
        (
            "a space within",
            host("Host: a.example b.example"),
            Refused(400),
        ),
        (
            "a tab within",
            host("Host: a.example\tb.example"),
            Refused(400),
        ),
        ("a percent sign", host("Host: a%2eexample"), Refused(400)),
        ("quotes", host("Host: \"a.example\""), Refused(400)),
        ("beyond ASCII", host("Host: é.example"), Refused(400)),
        ("half a bracket", host("Host: [::1"), Refused(400)),
        (
            "something after the bracket",
            host("Host: [::1]a"),
            Refused(400),
        ),
        ("a zone", host("Host: [fe80::1%25eth0]"), Refused(400)),
        ("no address in brackets", host("Host: [zzz]"), Refused(400)),
        (
            "an IPv4 address in brackets",
            host("Host: [1.2.3.4]"),
            Refused(400),
        ),
        (
            "an address of a later version",
            host("Host: [v1.a]"),
            Refused(400),
        ),
        (
            "a port just beyond numbers",
            host("Host: a.example:65536"),
            Refused(400),
        ),
        (
            "a port and a path",
            host("Host: a.example:80/b"),
            Refused(400),
        ),
        (
            "a port with a space",
            host("Host: a.example: 80"),
            Refused(400),
        ),
        (
            "a space before the port",
            host("Host: a.example :80"),
            Refused(400),
        ),
        ("a negative port", host("Host: a.example:-80"), Refused(400)),
        (
            "a port beyond numbers",
            host("Host: a.example:99999999"),
            Refused(400),
        ),
        (
            "a user and a password",
            host("Host: u:p@a.example"),
            Refused(400),
        ),
        ("a backslash", host("Host: a.example\\b"), Refused(400)),
        ("a semicolon", host("Host: a.example;b"), Refused(400)),
        ("a comma", host("Host: a.example,"), Refused(400)),
        ("an asterisk", host("Host: *"), Refused(400)),
        ("angle brackets", host("Host: <a.example>"), Refused(400)),
        ("only a space", host("Host:  "), Refused(400)),
        (
            "three",
            host("Host: a.example\r\nX: y\r\nHost: a.example\r\nHost: a.example"),
            Refused(400),
        ),
        (
            "one folded away",
            host("Host: a.example\r\nX: y\r\n Host: b.example"),
            Refused(400),
        ),
        (
            "a bare line feed after it",
            host("Host: a.example\nHost: b.example"),
            Refused(400),
        ),
        (
            "a bare carriage return after it",
            host("Host: a.example\rHost: b.example"),
            Refused(400),
        ),
        ("a zero byte", host("Host: a.example\0.b"), Refused(400)),
        (
            "folded",
            host("Host: a.example\r\n b.example"),
            Refused(400),
        ),
        (
            "a space before the colon",
            host("Host : a.example"),
            Refused(400),
        ),
        (
            "its name with an underscore",
            host("Host: a.example\r\nHost_: b"),
            ROOT,
        ),
        (
            "named to be dropped",
            host("Host: a.example\r\nConnection: close, host"),
            ROOT,
        ),
        (
            "a forwarded one",
            host(
                "Host: a.example\r\nX-Forwarded-Host: b\r\nForwarded: host=b\r\nX_Forwarded_Host: c",
            ),
            ROOT,
        ),
    ]);
}

#[test]
fn lines() {
    let many = get(&"X: y\r\n".repeat(101));
    let long = get(&format!("X: {}\r\n", "y".repeat(70_000)));
    let name = get(&format!("{}: y\r\n", "x".repeat(70_000)));
    run(vec![
        (
            "bare line feeds",
            raw(b"GET / HTTP/1.1\nHost: a\n\n"),
            Refused(400),
        ),
        (
            "one bare line feed",
            raw(b"GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n"),
            Refused(400),
        ),
        (
            "a bare line feed at the end",
            raw(b"GET / HTTP/1.1\r\nHost: a\r\n\n"),
            Refused(400),
        ),
        (
            "a bare line feed after an empty field",
            raw(b"GET / HTTP/1.1\r\nHost: a\r\nX:\nGET /smuggled HTTP/1.1\r\n\r\n"),
            Refused(400),
        ),
        (
            "a bare carriage return",
            raw(b"GET / HTTP/1.1\r\nHost: a\rX: y\r\n\r\n"),
            Refused(400),
        ),
        (
            "carriage returns only",
            raw(b"GET / HTTP/1.1\rHost: a\r\r"),
            RefusedAtOnce(400),
        ),
        (
            "two carriage returns",
            raw(b"GET / HTTP/1.1\r\nHost: a\r\r\n\r\n"),
            Refused(400),
        ),
        ("a folded value", get("X: y\r\n z\r\n"), Refused(400)),
        (
            "a value folded by a tab",
            get("X: y\r\n\tz\r\n"),
            Refused(400),
        ),
        (
            "a first line folded",
            raw(b"GET / HTTP/1.1\r\n Host: a\r\nHost: b\r\n\r\n"),
            Refused(400),
        ),
        ("a zero byte in a name", get("X\0: y\r\n"), Refused(400)),
        ("a zero byte in a value", get("X: a\0b\r\n"), Refused(400)),
        ("a control character", get("X: a\x01b\r\n"), Refused(400)),
        ("a delete character", get("X: a\x7fb\r\n"), Refused(400)),
        ("a space before a colon", get("X : y\r\n"), Refused(400)),
        ("a space in a name", get("X Y: z\r\n"), Refused(400)),
        ("brackets in a name", get("X(Y): z\r\n"), Refused(400)),
        ("a name beyond ASCII", get("é: z\r\n"), Refused(400)),
        ("no name", get(": z\r\n"), Refused(400)),
        ("no colon", get("X\r\n"), Refused(400)),
        ("no value", get("X:\r\n"), ROOT),
        ("a value beyond ASCII", get("X: é\r\n"), ROOT),
        ("line breaks in code", get("X: a%0d%0aHost: b\r\n"), ROOT),
        ("a name with an underscore", get("X_Y: z\r\n"), ROOT),
        ("too many", many, Refused(431)),
        ("a long value", long, Refused(431)),
        ("a long name", name, Refused(431)),
        (
            "a head without end",
            raw(b"GET / HTTP/1.1\r\nHost: a\r\n"),
            Broken(0),
        ),
        (
            "TLS",
            raw(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"),
            Refused(400),
        ),
        (
            "HTTP/2",
            raw(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0"),
            Refused(400),
        ),
        (
            "a PROXY header",
            raw(b"PROXY TCP4 1.2.3.4 5.6.7.8 9 10\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"),
            Refused(400),
        ),
    ]);
}

#[test]
fn connections_and_upgrades() {
    let socket = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    let with_body = format!(
        "{socket}Content-Length: {}\r\n\r\n{SMUGGLED}",
        SMUGGLED.len()
    );
    // What an upstream sees of an offer to switch is the offer, as the one hop it is for.
    run(vec![
        (
            "h2c",
            get(
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n",
            ),
            ROOT,
        ),
        (
            "h2c in capitals",
            get("Connection: Upgrade\r\nUpgrade: H2C\r\n"),
            ROOT,
        ),
        (
            "h2c of a list",
            get("Connection: Upgrade\r\nUpgrade: foo, h2c\r\nX: y\r\n"),
            ROOT,
        ),
        ("h2", get("Connection: Upgrade\r\nUpgrade: h2\r\n"), ROOT),
        (
            "HTTP/2.0",
            get("Connection: Upgrade\r\nUpgrade: HTTP/2.0\r\n"),
            ROOT,
        ),
        (
            "TLS",
            get("Connection: Upgrade\r\nUpgrade: TLS/1.2, HTTP/1.1\r\n"),
            ROOT,
        ),
        (
            "an unknown protocol",
            get("Connection: Upgrade\r\nUpgrade: foo/1\r\n"),
            ROOT,
        ),
        (
            "a list of unknown protocols",
            get("Connection: Upgrade\r\nUpgrade: foo, bar/2\r\n"),
            ROOT,
        ),
        (
            "an empty protocol",
            get("Connection: Upgrade\r\nUpgrade:\r\n"),
            ROOT,
        ),
        (
            "h2c with a body",
            post(
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nContent-Length: 5\r\n",
                "hello",
            ),
            HELLO,
        ),
        (
            "h2c with a tab",
            get("Connection: Upgrade\r\nUpgrade: foo,\th2c\r\n"),
            ROOT,
        ),
        (
            "h2c in a second line",
            get("Connection: Upgrade\r\nUpgrade: foo\r\nUpgrade: h2c\r\n"),
            ROOT,
        ),
        (
            "HTTP/3",
            get("Connection: Upgrade\r\nUpgrade: HTTP/3.0\r\n"),
            ROOT,
        ),
        (
            "all kinds of options",
            get(
                "Connection: close, Content-Length, Transfer-Encoding, Host, Cookie, Authorization, Upgrade, TE, Connection\r\n",
            ),
            ROOT,
        ),
        (
            "an option that is no name",
            get("Connection: \"close\", , ;\r\n"),
            ROOT,
        ),
        (
            "two Connection",
            get("Connection: close\r\nConnection: keep-alive\r\n"),
            ROOT,
        ),
        ("without Connection", get("Upgrade: websocket\r\n"), ROOT),
        ("without Upgrade", get("Connection: Upgrade\r\n"), ROOT),
        (
            "with a body",
            with_body_of(&with_body),
            Passed(&[("GET", "/", SMUGGLED)]),
        ),
        (
            "by POST",
            post(&format!("{socket}Content-Length: 5\r\n"), "hello"),
            HELLO,
        ),
        (
            "HTTP/1.0",
            raw(b"GET / HTTP/1.0\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"),
            ROOT,
        ),
        (
            "a connection option that hides a field",
            get("Connection: close, X-Forwarded-For, Cookie\r\nCookie: a=b\r\n"),
            ROOT,
        ),
        (
            "keep-alive",
            get(
                "Connection: keep-alive\r\nKeep-Alive: timeout=100\r\nProxy-Connection: keep-alive\r\n",
            ),
            ROOT,
        ),
        (
            "te",
            get("TE: chunked, trailers\r\nConnection: TE\r\n"),
            ROOT,
        ),
        (
            "te with an underscore",
            get("Keep_Alive: x\r\nProxy_Connection: x\r\n"),
            ROOT,
        ),
    ]);
}

fn with_body_of(lines_and_body: &str) -> Vec<u8> {
    format!("GET / HTTP/1.1\r\nHost: a.example\r\n{lines_and_body}").into_bytes()
}

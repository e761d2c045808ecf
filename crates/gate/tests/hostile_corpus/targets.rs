//! Request lines: methods, targets, versions.

use super::*;

fn line(line: &str) -> Vec<u8> {
    format!("{line}\r\nHost: a.example\r\n\r\n").into_bytes()
}

fn target(target: &str) -> Vec<u8> {
    line(&format!("GET {target} HTTP/1.1"))
}

/// A `GET` of this target.
macro_rules! got {
    ($target:literal) => {
        Passed(&[("GET", $target, "")])
    };
}

#[test]
fn targets() {
    let long = target(&format!("/{}", "x".repeat(20_000)));
    run(vec![
        ("a path", target("/a/b?c=d"), got!("/a/b?c=d")),
        (
            "two slashes",
            target("//b.example/x"),
            got!("//b.example/x"),
        ),
        ("dots", target("/../a/./b/..%2f"), got!("/../a/./b/..%2f")),
        ("a query at once", target("/?"), got!("/?")),
        (
            "line breaks in code",
            target("/%0d%0aHost:%20b"),
            got!("/%0d%0aHost:%20b"),
        ),
        ("a zero byte in code", target("/%00"), got!("/%00")),
        ("a broken escape", target("/%zz"), got!("/%zz")),
        ("the same host", target("http://a.example/x"), got!("/x")),
        (
            "the same host in capitals",
            target("HTTP://A.Example/x"),
            got!("/x"),
        ),
        (
            "the same host without a path",
            target("http://a.example"),
            got!("/"),
        ),
        (
            "the same host with a query only",
            target("http://a.example?x"),
            Refused(400),
        ),
        ("another host", target("http://b.example/"), Refused(400)),
        (
            "another host by https",
            target("https://b.example/"),
            Refused(400),
        ),
        ("another port", target("http://a.example:81/"), Refused(400)),
        (
            "a user",
            target("http://a.example@b.example/"),
            Refused(400),
        ),
        (
            "a user before the host",
            target("http://b.example@a.example/"),
            Refused(400),
        ),
        ("no host", target("http:///x"), Refused(400)),
        ("no slashes", target("http:a.example/x"), Refused(400)),
        ("ftp", target("ftp://a.example/x"), Refused(400)),
        ("file", target("file:///etc/passwd"), Refused(400)),
        ("javascript", target("javascript:alert(1)"), Refused(400)),
        ("an exclamation mark", target("!"), Refused(400)),
        (
            "an exclamation mark before a path",
            target("!/x"),
            Refused(400),
        ),
        (
            "a scheme with an exclamation mark",
            target("http!://a.example/"),
            Refused(400),
        ),
        ("an at sign", target("@b.example/"), Refused(400)),
        (
            "a host with an exclamation mark",
            target("http://a.example!b/"),
            Refused(400),
        ),
        (
            "three slashes",
            target("///b.example/x"),
            got!("///b.example/x"),
        ),
        (
            "an at sign in a path",
            target("/@b.example/"),
            got!("/@b.example/"),
        ),
        (
            "a URL in a path",
            target("/http://b.example/"),
            got!("/http://b.example/"),
        ),
        ("a semicolon and dots", target("/..;/a"), got!("/..;/a")),
        ("a backslash in a path", target("/a\\b"), got!("/a\\b")),
        (
            "a fragment that looks like a path",
            target("/x#/../y"),
            got!("/x"),
        ),
        ("a fragment only", target("#x"), Refused(400)),
        (
            "the same host by https",
            target("https://a.example/x"),
            got!("/x"),
        ),
        (
            "the same host with its port",
            raw(b"GET http://a.example:8080/x HTTP/1.1\r\nHost: a.example:8080\r\n\r\n"),
            got!("/x"),
        ),
        (
            "the same host with a dot",
            target("http://a.example./"),
            Refused(400),
        ),
        (
            "a URL without Host",
            raw(b"GET http://a.example/ HTTP/1.1\r\n\r\n"),
            Refused(400),
        ),
        (
            "a URL with two Host",
            raw(b"GET http://a.example/ HTTP/1.1\r\nHost: a.example\r\nHost: b\r\n\r\n"),
            Refused(400),
        ),
        (
            "two URLs",
            target("http://a.example/ http://a.example/"),
            Refused(400),
        ),
        ("a colon first", target(":80/"), Refused(400)),
        ("a percent sign first", target("%2f"), Refused(400)),
        (
            "an asterisk and a path for OPTIONS",
            line("OPTIONS */x HTTP/1.1"),
            Refused(400),
        ),
        (
            "an authority for OPTIONS",
            line("OPTIONS a.example:80 HTTP/1.1"),
            Refused(400),
        ),
        (
            "an asterisk for POST",
            line("POST * HTTP/1.1"),
            Refused(400),
        ),
        ("a backslash", target("\\\\b.example\\x"), Refused(400)),
        ("a relative path", target("x/../y"), Refused(400)),
        ("a query only", target("?x"), Refused(400)),
        ("a fragment", target("/x#y"), got!("/x")),
        ("an authority", target("a.example:80"), Refused(400)),
        ("the host's name", target("a.example"), Refused(400)),
        ("an asterisk", target("*"), Refused(400)),
        (
            "an asterisk for OPTIONS",
            line("OPTIONS * HTTP/1.1"),
            Passed(&[("OPTIONS", "*", "")]),
        ),
        (
            "an asterisk in a URL for OPTIONS",
            line("OPTIONS http://a.example HTTP/1.1"),
            Passed(&[("OPTIONS", "/", "")]),
        ),
        ("a space", target("/a b"), Refused(400)),
        ("a tab", target("/a\tb"), Refused(400)),
        ("a request within", target("/ HTTP/1.1\r\nX: /"), ROOT),
        ("nothing", target(""), Refused(400)),
        ("a zero byte", target("/a\0b"), Refused(400)),
        ("a delete character", target("/a\x7fb"), Refused(400)),
        ("a quotation mark", target("/\"x\""), got!("/\"x\"")),
        ("a long one", long, Refused(414)),
    ]);
}

#[test]
fn methods_and_versions() {
    let method = format!("{} / HTTP/1.1", "M".repeat(100_000));
    run(vec![
        (
            "CONNECT",
            line("CONNECT b.example:443 HTTP/1.1"),
            Refused(405),
        ),
        (
            "CONNECT of a path",
            line("CONNECT / HTTP/1.1"),
            Refused(405),
        ),
        (
            "CONNECT with a body",
            raw(b"CONNECT a:1 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"),
            Refused(405),
        ),
        ("TRACE", line("TRACE / HTTP/1.1"), Refused(405)),
        (
            "in small letters",
            line("get / HTTP/1.1"),
            Passed(&[("get", "/", "")]),
        ),
        (
            "one of its own",
            line("MY-OWN / HTTP/1.1"),
            Passed(&[("MY-OWN", "/", "")]),
        ),
        ("brackets", line("GE(T / HTTP/1.1"), Refused(400)),
        ("none", line(" / HTTP/1.1"), Refused(400)),
        ("a colon", line("GET: / HTTP/1.1"), Refused(400)),
        ("a long one", line(&method), Refused(431)),
        ("beyond ASCII", line("GÉT / HTTP/1.1"), Refused(400)),
        ("a space before", line(" GET / HTTP/1.1"), Refused(400)),
        ("empty lines before", line("\r\n\r\nGET / HTTP/1.1"), ROOT),
        ("two spaces", line("GET  / HTTP/1.1"), Refused(400)),
        (
            "two spaces before the version",
            line("GET /  HTTP/1.1"),
            Refused(400),
        ),
        (
            "a space after the version",
            line("GET / HTTP/1.1 "),
            Refused(400),
        ),
        ("tabs", line("GET\t/\tHTTP/1.1"), Refused(400)),
        ("HTTP/0.9", raw(b"GET /\r\n"), RefusedAtOnce(400)),
        ("HTTP/1.0", line("GET / HTTP/1.0"), ROOT),
        (
            "HTTP/0.9 with a version",
            line("GET / HTTP/0.9"),
            Refused(400),
        ),
        ("HTTP/3.0", line("GET / HTTP/3.0"), Refused(400)),
        ("HTTP/1", line("GET / HTTP/1"), Refused(400)),
        ("HTTP/01.1", line("GET / HTTP/01.1"), Refused(400)),
        ("HTTP/1.01", line("GET / HTTP/1.01"), Refused(400)),
        ("HTTP/-1.1", line("GET / HTTP/-1.1"), Refused(400)),
        ("HTTP/1,1", line("GET / HTTP/1,1"), Refused(400)),
        ("HTTP 1.1", line("GET / HTTP 1.1"), Refused(400)),
        (
            "HTTP/1.1 twice",
            line("GET / HTTP/1.1 HTTP/1.1"),
            Refused(400),
        ),
        ("Http", line("GET / Http/1.1"), Refused(400)),
        ("HTTPS", line("GET / HTTPS/1.1"), Refused(400)),
        (
            "OPTIONS that may not be passed on",
            line("OPTIONS / HTTP/1.1\r\nMax-Forwards: 0"),
            Passed(&[]),
        ),
        (
            "OPTIONS that may be passed on no farther",
            line("OPTIONS * HTTP/1.1\r\nMax-Forwards: 00"),
            Passed(&[]),
        ),
        (
            "GET that may not be passed on, which means nothing",
            line("GET / HTTP/1.1\r\nMax-Forwards: 0"),
            ROOT,
        ),
        (
            "TRACE that may not be passed on",
            line("TRACE / HTTP/1.1\r\nMax-Forwards: 0"),
            Refused(405),
        ),
        (
            "TRACK",
            line("TRACK / HTTP/1.1"),
            Passed(&[("TRACK", "/", "")]),
        ),
        (
            "PRI of a path",
            line("PRI / HTTP/1.1"),
            Passed(&[("PRI", "/", "")]),
        ),
        (
            "TRACE with a body",
            raw(b"TRACE / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"),
            Refused(405),
        ),
        (
            "CONNECT with chunks",
            raw(b"CONNECT a:1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            Refused(405),
        ),
        ("a slash in a method", line("GET/ / HTTP/1.1"), Refused(400)),
        (
            "a comma in a method",
            line("GET,POST / HTTP/1.1"),
            Refused(400),
        ),
        (
            "quotes around a method",
            line("\"GET\" / HTTP/1.1"),
            Refused(400),
        ),
        ("HTTP/1.2", line("GET / HTTP/1.2"), Refused(400)),
        ("HTTP/1.10", line("GET / HTTP/1.10"), Refused(400)),
        ("HTTP/2", line("GET / HTTP/2"), Refused(400)),
        ("HTTP/2.0", line("GET / HTTP/2.0"), Refused(400)),
        ("HTTP/9.9", line("GET / HTTP/9.9"), Refused(400)),
        (
            "http in small letters",
            line("GET / http/1.1"),
            Refused(400),
        ),
        ("no version", line("GET / HTTP/"), Refused(400)),
        ("another protocol", line("GET / ICY/1.1"), Refused(400)),
    ]);
}

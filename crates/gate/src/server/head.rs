//! What the server itself looks at in requests' heads: those of HTTP/2 it brings into the one form
//! that everything behind expects.

use http::header::{COOKIE, HOST, HeaderValue, TRANSFER_ENCODING};
use http::{HeaderMap, Method, Request};

use crate::http2::is_padded;

/// Looks at what the library of HTTP/2 lets pass, makes `Host` say what `:authority` says, and one line of what came as many `Cookie` lines
/// (RFC 9113, 8.2.3 and 8.3.1).
///
/// # Errors
/// The two name different hosts, or there are more than one: two readers would see two requests. Or
/// white space stands at an end of a value.
pub(super) fn unify<B>(request: &mut Request<B>) -> Result<(), &'static str> {
    if is_padded(request.headers()) {
        return Err("white space at an end of a field's value");
    }
    let authority = request.uri().authority().cloned();
    let connects = *request.method() == Method::CONNECT;
    let headers = request.headers_mut();
    let mut hosts = headers.get_all(HOST).iter();
    match (authority, hosts.next(), hosts.next()) {
        (_, Some(_), Some(_)) => return Err("more than one Host"),
        (Some(authority), Some(host), None) => {
            let (authority, host) = (authority.as_str().as_bytes(), host.as_bytes());
            if !authority.eq_ignore_ascii_case(host) {
                return Err(":authority and Host name different hosts");
            }
        }
        (Some(authority), None, _) => {
            let host =
                HeaderValue::from_str(authority.as_str()).map_err(|_| "malformed :authority")?;
            headers.insert(HOST, host);
        }
        (None, None, _) if connects => {
            return Err("CONNECT without :authority");
        }
        // Without either, whoever needs one says so.
        (None, ..) => {}
    }
    join_cookies(request);
    if !connects && !request.uri().path().starts_with('/') {
        let asterisk = request.uri().path() == "*" && request.method() == Method::OPTIONS;
        if !asterisk {
            return Err("malformed :path");
        }
    }
    Ok(())
}

/// Whether somebody else may see another end of the body: then whatever follows on the connection
/// has no certain meaning, and it is closed after the answer.
pub(super) fn is_doubtful(headers: &HeaderMap) -> bool {
    let mut codings = headers.get_all(TRANSFER_ENCODING).iter();
    match (codings.next(), codings.next()) {
        (None, _) => false,
        (Some(coding), None) => !coding.as_bytes().eq_ignore_ascii_case(b"chunked"),
        _ => true,
    }
}

fn join_cookies<B>(request: &mut Request<B>) {
    let headers = request.headers_mut();
    let mut lines = headers.get_all(COOKIE).iter();
    if lines.next().is_none() || lines.next().is_none() {
        return;
    }
    let lines: Vec<&[u8]> = headers
        .get_all(COOKIE)
        .iter()
        .map(HeaderValue::as_bytes)
        .collect();
    // Made of values that were allowed, it is allowed itself.
    if let Ok(line) = HeaderValue::from_bytes(&lines.join(&b"; "[..])) {
        headers.insert(COOKIE, line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unified(uri: &str, fields: &[(&str, &str)]) -> Result<Request<()>, &'static str> {
        let mut request = Request::builder().uri(uri);
        for (name, value) in fields {
            request = request.header(*name, *value);
        }
        let mut request = request.body(()).unwrap();
        unify(&mut request).map(|()| request)
    }

    #[test]
    fn there_is_one_host_afterwards() {
        for fields in [&[][..], &[("host", "A.example")]] {
            let request = unified("https://a.example/x", fields).unwrap();
            assert_eq!(request.headers().len(), 1);
        }
        assert!(unified("https://a.example/", &[("host", "b.example")]).is_err());
        assert!(unified("https://a.example/", &[("host", "a.example:443")]).is_err());
        let twice = [("host", "a.example"), ("host", "a.example")];
        assert!(unified("https://a.example/", &twice).is_err());
        assert!(unified("/", &[("host", "a.example")]).is_ok());
    }

    #[test]
    fn values_have_no_white_space_at_their_ends() {
        for (value, fine) in [
            ("", true),
            ("a \t b", true),
            (" ", false),
            ("\ta", false),
            ("a ", false),
        ] {
            let unified = unified("https://a.example/", &[("a", "b"), ("a", value)]);
            assert_eq!(unified.is_ok(), fine, "{value:?}");
        }
    }

    #[test]
    fn cookies_come_in_one_line() {
        let fields = [("cookie", "a=b"), ("cookie", "c=d; e=f")];
        let request = unified("https://a.example/", &fields).unwrap();
        let lines: Vec<_> = request.headers().get_all(COOKIE).iter().collect();
        assert_eq!(lines, ["a=b; c=d; e=f"]);
    }
}

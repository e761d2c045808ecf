//! Sends readers who come over plain http to the same page over https.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::{HOST, HeaderValue, LOCATION};
use http::{Method, Request, Response, StatusCode};
use http_body_util::Empty;
use tower_service::Service;
use url::Url;

/// Answers every request with a redirect to one of the site's own addresses, never to another.
#[derive(Debug, Clone)]
pub struct Redirect {
    first: Url,
    others: Vec<Url>,
}

impl Redirect {
    /// Redirects to that of these origins which has the host that was asked for, else to `first`.
    pub fn new(first: Url, others: Vec<Url>) -> Self {
        Self { first, others }
    }

    fn location<B>(&self, request: &Request<B>) -> Option<HeaderValue> {
        let path = request.uri().path_and_query()?.as_str();
        let asked = request
            .headers()
            .get(HOST)
            .and_then(|host| host.to_str().ok());
        let name = asked.map(|host| host.split_once(':').map_or(host, |(name, _)| name));
        let has = |url: &&Url| {
            name.is_some_and(|name| {
                url.host_str()
                    .is_some_and(|host| host.eq_ignore_ascii_case(name))
            })
        };
        let origin = self.others.iter().find(has).unwrap_or(&self.first);
        let origin = origin.origin().ascii_serialization();
        let path = if path.starts_with('/') { path } else { "/" };
        HeaderValue::try_from(format!("{origin}{path}")).ok()
    }
}

impl<B> Service<Request<B>> for Redirect {
    type Response = Response<Empty<Bytes>>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let mut answer = Response::new(Empty::new());
        *answer.status_mut() = match (request.method(), self.location(&request)) {
            // Some other clients make a GET of anything that is moved for good but 308.
            (method, Some(location)) => {
                answer.headers_mut().insert(LOCATION, location);
                match *method {
                    Method::GET | Method::HEAD => StatusCode::MOVED_PERMANENTLY,
                    _ => StatusCode::PERMANENT_REDIRECT,
                }
            }
            (_, None) => StatusCode::BAD_REQUEST,
        };
        ready(Ok(answer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn redirected(target: &str, host: &str) -> String {
        let url = |text| Url::parse(text).unwrap();
        let mut redirect = Redirect::new(
            url("https://a.example"),
            vec![url("https://b.example:8443")],
        );
        let request = Request::builder()
            .uri(target)
            .header(HOST, host)
            .body(())
            .unwrap();
        let answer = redirect.call(request).into_inner().unwrap();
        assert_eq!(answer.status(), 301);
        answer.headers()[LOCATION].to_str().unwrap().to_owned()
    }

    #[test]
    fn leads_to_the_sites_own_hosts_only() {
        for (target, host, expected) in [
            ("/x?y", "a.example", "https://a.example/x?y"),
            ("/x", "B.example:80", "https://b.example:8443/x"),
            ("/x", "evil.example", "https://a.example/x"),
            (
                "//evil.example/x",
                "a.example",
                "https://a.example//evil.example/x",
            ),
            (
                "http://evil.example/x",
                "evil.example",
                "https://a.example/x",
            ),
            (
                "/@evil.example",
                "a.example",
                "https://a.example/@evil.example",
            ),
            ("*", "a.example", "https://a.example/"),
        ] {
            assert_eq!(redirected(target, host), expected, "{target} {host}");
        }
    }
}

//! Sends readers who come over plain http to the same page over https.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::{HeaderValue, LOCATION};
use http::request::Parts;
use http::{Method, Request, Response, StatusCode};
use http_body_util::Empty;
use tower_service::Service;
use url::Url;

use crate::metrics::{Refusal, refused};
use crate::proxy::{Cause, ProxyError, unambiguous};

/// Answers every request that means one thing with a redirect to one of the site's own addresses, never to
/// another.
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

    fn location(&self, request: &Parts) -> Result<HeaderValue, ProxyError> {
        let (asked, target) = unambiguous(request)?;
        let name = asked.to_str().unwrap_or_default();
        let name = name.split_once(':').map_or(name, |(name, _)| name);
        let has = |url: &&Url| {
            url.host_str()
                .is_some_and(|host| host.eq_ignore_ascii_case(name))
        };
        let origin = self.others.iter().find(has).unwrap_or(&self.first);
        let origin = origin.origin().ascii_serialization();
        let path = Some(target.as_str()).filter(|path| path.starts_with('/'));
        let location = HeaderValue::try_from(origin + path.unwrap_or("/"));
        location.map_err(|_| Cause::BadRequest("malformed target").into())
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
        let (request, _) = request.into_parts();
        *answer.status_mut() = match (&request.method, self.location(&request)) {
            // Some other clients make a GET of anything that is moved for good but 308.
            (method, Ok(location)) => {
                answer.headers_mut().insert(LOCATION, location);
                match *method {
                    Method::GET | Method::HEAD => StatusCode::MOVED_PERMANENTLY,
                    _ => StatusCode::PERMANENT_REDIRECT,
                }
            }
            (_, Err(error)) => {
                let cause = Refusal::of(error.cause()).unwrap_or(Refusal::BadRequest);
                refused(cause, format_args!("redirect: {error}"));
                error.status()
            }
        };
        ready(Ok(answer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::header::{EXPECT, HOST, TRANSFER_ENCODING};

    fn answer(request: http::request::Builder) -> (u16, Option<String>) {
        let url = |text| Url::parse(text).unwrap();
        let mut redirect = Redirect::new(
            url("https://a.example"),
            vec![url("https://b.example:8443")],
        );
        let request = request.body(()).unwrap();
        let answer = redirect.call(request).into_inner().unwrap();
        let location = answer.headers().get(LOCATION);
        let location = location.map(|location| location.to_str().unwrap().to_owned());
        (answer.status().as_u16(), location)
    }

    fn redirected(target: &str, host: &str) -> String {
        let (status, location) = answer(Request::builder().uri(target).header(HOST, host));
        assert_eq!(status, 301);
        location.unwrap()
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
        ] {
            assert_eq!(redirected(target, host), expected, "{target} {host}");
        }
        let asterisk = Request::options("*").header(HOST, "a.example");
        let expected = "https://a.example/".to_owned();
        assert_eq!(answer(asterisk), (308, Some(expected)));
    }

    /// As at the listener that it leads to.
    #[test]
    fn what_means_two_things_is_refused() {
        let get = || Request::get("/").header(HOST, "a.example");
        for (request, status) in [
            (Request::get("/"), 400),
            (get().header(HOST, "a.example"), 400),
            (Request::get("/").header(HOST, "a.example,b"), 400),
            (get().uri("*"), 400),
            (get().uri("http://b.example/"), 400),
            (get().uri("a.example:80"), 400),
            (get().header(EXPECT, "more"), 417),
            (get().header(TRANSFER_ENCODING, "gzip, chunked"), 501),
        ] {
            let shown = format!("{request:?}");
            assert_eq!(answer(request), (status, None), "{shown}");
        }
    }
}

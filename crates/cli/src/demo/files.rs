//! The files of the demonstration, and a server for them.

use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use http_body_util::Full;
use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::Arc;
use std::task::{Context, Poll};
use tower_service::Service;

/// Every file, by its path in `demo/`.
static FILES: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/demo.rs"));

/// Kinds of files in which placeholders are filled in.
const TEXTS: &[&str] = &["css", "html", "js", "svg", "toml"];

/// The places that files leave open: `{{name}}` and what stands there.
#[derive(Clone, Debug, Default)]
pub(super) struct Places(Vec<(String, String)>);

impl Places {
    pub(super) fn add(&mut self, name: &str, authority: String) {
        self.0.push((format!("{{{{{name}}}}}"), authority));
    }

    fn fill(&self, text: &str) -> String {
        self.0
            .iter()
            .fold(text.to_owned(), |text, (place, authority)| {
                text.replace(place, authority)
            })
    }
}

/// The text files of a folder, as (path, text).
pub(super) fn texts(folder: &str, places: &Places) -> Vec<(String, String)> {
    let files = FILES.iter().filter(|(path, _)| path.starts_with(folder));
    files
        .map(|(path, bytes)| {
            (
                (*path).to_owned(),
                places.fill(&String::from_utf8_lossy(bytes)),
            )
        })
        .collect()
}

/// Serves the files of one folder.
#[derive(Clone, Debug)]
pub(super) struct Files {
    folder: &'static str,
    places: Arc<Places>,
}

impl Files {
    pub(super) fn new(folder: &'static str, places: Arc<Places>) -> Self {
        Files { folder, places }
    }

    fn find(&self, path: &str) -> Option<(&'static str, &'static [u8])> {
        let path = path.trim_matches('/');
        let names = [
            path.to_owned(),
            format!("{path}.html"),
            format!("{path}/index.html"),
            "index.html".to_owned(),
        ];
        let names = if path.is_empty() {
            &names[3..]
        } else {
            &names[..3]
        };
        let full = |name: &String| format!("{}/{name}", self.folder);
        names
            .iter()
            .find_map(|name| FILES.iter().find(|(file, _)| *file == full(name)).copied())
    }

    fn answer(&self, request: &Request<impl Sized>) -> Response<Full<Bytes>> {
        let reading = matches!(*request.method(), Method::GET | Method::HEAD);
        let Some((name, bytes)) = self.find(request.uri().path()).filter(|_| reading) else {
            let mut answer =
                Response::new(Full::from("<!DOCTYPE html><title>404</title><h1>404</h1>"));
            *answer.status_mut() = StatusCode::NOT_FOUND;
            answer.headers_mut().insert(
                header::CONTENT_TYPE,
                HeaderValue::from_static("text/html; charset=utf-8"),
            );
            return answer;
        };
        let extension = name.rsplit('.').next().unwrap_or_default();
        let body = if TEXTS.contains(&extension) {
            Bytes::from(self.places.fill(&String::from_utf8_lossy(bytes)))
        } else {
            Bytes::from_static(bytes)
        };
        let mut answer = Response::new(Full::new(body));
        answer.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(media_type(extension)),
        );
        // The stand-ins are asked by frames without an origin too.
        answer.headers_mut().insert(
            header::ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        );
        answer
    }
}

fn media_type(extension: &str) -> &'static str {
    match extension {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "jpg" => "image/jpeg",
        "gif" => "image/gif",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

impl<B> Service<Request<B>> for Files {
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        ready(Ok(self.answer(&request)))
    }
}

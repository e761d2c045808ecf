//! The address of a page as its reader sees it.

use crate::fields::X_FORWARDED_PROTO;
use crate::proxy::TrustedProxies;
use crate::server::Peer;
use http::header;
use http::request::Parts;
use http::uri::PathAndQuery;
use std::cell::RefCell;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};
use url::{Position, Url};

/// How readers reach the site.
#[derive(Clone, Debug, Default)]
pub struct Public {
    /// The site's address; without it, each request's `Host` says it.
    pub url: Option<Url>,
    /// Proxies in front of the gate whose `X-Forwarded-Proto` is believed. `X-Forwarded-Host` is
    /// believed of nobody: proxies pass on what a reader claims there, and a claimed host would be
    /// first party. Where `Host` is not the site's own, give `url`.
    pub trusted: TrustedProxies,
}

impl Public {
    /// The address that `request` is for; `None` if it does not say one.
    ///
    /// `frames` is the origin of the separate frame host, if there is one.
    pub(crate) fn address(&self, request: &Parts, frames: Option<&Url>) -> Option<Address> {
        let configured = |url: &Url| {
            let host = &url[Position::BeforeHost..Position::AfterPort];
            origin(url.scheme(), host, |_| true)
        };
        let asked = || {
            let (scheme, host) = self.asked(request)?;
            origin(scheme, host, is_plain)
        };
        let on_frames = |frames: &&Url| {
            asked()
                .is_some_and(|asked| asked.host() == frames.host() && asked.port() == frames.port())
        };
        let origin = match frames.filter(on_frames).or(self.url.as_ref()) {
            Some(url) => configured(url),
            None => asked(),
        };
        Some(Address {
            origin: origin?,
            path: request.uri.path_and_query().cloned(),
            whole: OnceLock::new(),
        })
    }

    /// Scheme and host that the request itself names.
    fn asked<'r>(&self, request: &'r Parts) -> Option<(&'static str, &'r str)> {
        let peer = request.extensions.get::<Peer>();
        let trusted = peer.is_some_and(|peer| self.trusted.contains(peer.addr.ip()));
        let claims = trusted.then(|| request.headers.get_all(X_FORWARDED_PROTO));
        let scheme = claims.and_then(|claims| claims.iter().next_back());
        let https = match scheme.and_then(|value| value.to_str().ok()) {
            // The last value is what the nearest proxy wrote.
            Some(schemes) => schemes
                .rsplit(',')
                .next()
                .is_some_and(|last| last.trim().eq_ignore_ascii_case("https")),
            None => peer.is_some_and(|peer| peer.tls),
        };
        let mut hosts = request.headers.get_all(header::HOST).iter();
        let host = match (hosts.next(), hosts.next()) {
            (Some(host), None) => host.to_str().ok()?,
            (None, None) => request.uri.authority()?.as_str(),
            // With two, whoever stands before us may have read the other one.
            _ => return None,
        };
        Some((if https { "https" } else { "http" }, host))
    }
}

/// The address of a request. Most are for files, of which only the origin matters: so the rest is read when
/// somebody asks for it, which is what taking this for a [`Url`] does.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    origin: Arc<Url>,
    /// What was asked for there.
    path: Option<PathAndQuery>,
    whole: OnceLock<Url>,
}

impl Address {
    /// The address of the first page there.
    pub(crate) fn root(&self) -> &Url {
        &self.origin
    }
}

impl Deref for Address {
    type Target = Url;

    fn deref(&self) -> &Url {
        self.whole.get_or_init(|| {
            let path = self.path.as_ref().map_or("/", PathAndQuery::as_str);
            at(&self.origin, path)
        })
    }
}

/// Origins that a thread keeps: readers may claim any host.
const KEPT: usize = 4;

thread_local! {
    /// The origins asked for lately, as text and read: most often it is one of them again.
    static LATELY: RefCell<Vec<(String, Arc<Url>)>> = const { RefCell::new(Vec::new()) };
}

/// An origin, read. What a request names is a host only if it is made of plain characters: it goes into
/// policies, where others have a meaning of their own.
fn origin(scheme: &str, host: &str, is_host: impl FnOnce(&str) -> bool) -> Option<Arc<Url>> {
    LATELY.with_borrow_mut(|lately| {
        let same = |text: &str| {
            let rest = text.strip_prefix(scheme);
            rest.and_then(|rest| rest.strip_prefix("://")) == Some(host)
        };
        if let Some((_, url)) = lately.iter().find(|(text, _)| same(text)) {
            return Some(url.clone());
        }
        let text = [scheme, "://", host].concat();
        let url = Arc::new(Url::parse(&text).ok().filter(|_| is_host(host))?);
        lately.truncate(KEPT - 1);
        lately.insert(0, (text, url.clone()));
        Some(url)
    })
}

fn is_plain(host: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte);
    host.bytes().all(plain)
}

/// The address that `path` has at `origin`. What is no path (`*`) stands for all of the site.
fn at(origin: &Url, path: &str) -> Url {
    let path = if path.starts_with('/') { path } else { "/" };
    // A path that could be read as a host, or in which characters are skipped, is read with its origin.
    let joins =
        path.bytes().all(|byte| byte.is_ascii_graphic()) && !path[1..].starts_with(['/', '\\']);
    let read = match joins {
        true => origin.join(path),
        false => Url::parse(&[&origin[..Position::BeforePath], path].concat()),
    };
    // Behind a host, everything is a path of some kind.
    read.unwrap_or_else(|_| origin.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::Request;

    fn parts(uri: &str, headers: &[(&str, &str)], peer: &str) -> Parts {
        let mut request = Request::builder().uri(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let peer = Peer {
            addr: format!("{peer}:1").parse().unwrap(),
            tls: false,
        };
        request.extension(peer).body(()).unwrap().into_parts().0
    }

    fn address(public: &Public, uri: &str, headers: &[(&str, &str)]) -> Option<String> {
        public
            .address(&parts(uri, headers, "10.0.0.1"), None)
            .map(|address| address.to_string())
    }

    #[test]
    fn without_an_address_of_its_own_the_request_names_the_site() {
        let public = Public::default();
        assert_eq!(
            address(&public, "/a?b", &[("host", "s.example:81")]).as_deref(),
            Some("http://s.example:81/a?b")
        );
        assert_eq!(
            address(&public, "//e.x/a", &[("host", "s.example")]).as_deref(),
            Some("http://s.example//e.x/a")
        );
        assert_eq!(
            address(&public, "*", &[("host", "s.example")]).as_deref(),
            Some("http://s.example/")
        );
        assert_eq!(address(&public, "/", &[]), None);
        assert_eq!(address(&public, "/", &[("host", "a"), ("host", "a")]), None);
        for host in [
            "*",
            "a;frame-src",
            "a'b",
            "u@a",
            "a/b",
            "a b",
            "a,b",
            "a%2eb",
            "",
        ] {
            assert_eq!(address(&public, "/", &[("host", host)]), None, "{host:?}");
        }
    }

    #[test]
    fn a_path_joined_to_its_origin_is_the_same_address() {
        for written in [
            "http://s.example",
            "https://S.example:443",
            "http://[::1]:81",
        ] {
            for path in [
                "/",
                "/a?b#c",
                "//e.x/a",
                "/\\e.x",
                "/a//b/../c",
                "/./..//e.x",
                "/%2e%2e/a",
                "/é",
                "/\t/e.x",
                "/a\\b",
                "/?//e.x",
                "/http://e.x/",
                "/:@e.x",
                "",
                "/a b",
            ] {
                let whole = Url::parse(&[written, path].concat()).unwrap();
                let origin = Url::parse(written).unwrap();
                assert_eq!(at(&origin, path), whole, "{written} {path}");
            }
        }
    }

    #[test]
    fn a_trusted_proxy_may_say_the_scheme_and_nobody_the_host() {
        let claims = [
            ("host", "s.example"),
            ("x-forwarded-proto", "https"),
            ("x-forwarded-host", "e.x"),
        ];
        assert_eq!(
            address(&Public::default(), "/", &claims).as_deref(),
            Some("http://s.example/")
        );
        let trusted = ["10.0.0.0/8".parse().unwrap()].into_iter().collect();
        let public = Public { url: None, trusted };
        assert_eq!(
            address(&public, "/", &claims).as_deref(),
            Some("https://s.example/")
        );
        let chain = [("host", "s.example"), ("x-forwarded-proto", "https, http")];
        assert_eq!(
            address(&public, "/", &chain).as_deref(),
            Some("http://s.example/")
        );
    }

    #[test]
    fn the_frame_host_is_told_from_the_site() {
        let public = Public {
            url: Some(Url::parse("https://s.example").unwrap()),
            ..Public::default()
        };
        let frames = Url::parse("https://frames.example").unwrap();
        let address = |host| {
            public
                .address(&parts("/a", &[("host", host)], "10.0.0.1"), Some(&frames))
                .map(|address| address.to_string())
        };
        assert_eq!(
            address("frames.example").as_deref(),
            Some("https://frames.example/a")
        );
        assert_eq!(
            address("frames.example:81").as_deref(),
            Some("https://s.example/a")
        );
        assert_eq!(
            address("whatever.example").as_deref(),
            Some("https://s.example/a")
        );
    }
}

//! The address of a page as its reader sees it.

use crate::fields::X_FORWARDED_PROTO;
use crate::proxy::TrustedProxies;
use crate::server::Peer;
use http::header;
use http::request::Parts;
use std::cell::RefCell;
use url::Url;

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
    pub(crate) fn address(&self, request: &Parts, frames: Option<&Url>) -> Option<Url> {
        let path = request
            .uri
            .path_and_query()
            .map_or("/", |path| path.as_str());
        // `//host/…` as a path must stay a path, so it is never joined to an address.
        let path = if path.starts_with('/') { path } else { "/" };
        let asked = self.asked(request);
        if let (None, None) = (frames, &self.url) {
            let (scheme, host) = asked?;
            return at(&[scheme, "://", host].concat(), path);
        }
        let asked = asked.and_then(|(scheme, host)| at(&[scheme, "://", host].concat(), ""));
        let frames = frames.filter(|frames| {
            asked
                .as_ref()
                .is_some_and(|asked| asked.host() == frames.host() && asked.port() == frames.port())
        });
        let origin = frames
            .or(self.url.as_ref())
            .or(asked.as_ref())?
            .origin()
            .ascii_serialization();
        at(&origin, path)
    }

    /// Scheme and host that the request itself names.
    fn asked<'r>(&self, request: &'r Parts) -> Option<(&'static str, &'r str)> {
        let peer = request.extensions.get::<Peer>();
        let trusted = peer.is_some_and(|peer| self.trusted.contains(peer.addr.ip()));
        let scheme = request
            .headers
            .get_all(X_FORWARDED_PROTO)
            .iter()
            .next_back()
            .filter(|_| trusted);
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
        // The host goes into policies, where other characters have a meaning of their own.
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte);
        let scheme = if https { "https" } else { "http" };
        host.bytes().all(plain).then_some((scheme, host))
    }
}

thread_local! {
    /// The origin asked for last, as text and read: most often it is the next one too.
    static LAST: RefCell<Option<(String, Url)>> = const { RefCell::new(None) };
}

/// The address that `path` has at `origin`. Reading an origin is most of the work, so the last one is kept.
fn at(origin: &str, path: &str) -> Option<Url> {
    // A path that could be read as a host, or in which characters are skipped, is read with its origin.
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic());
    let joins = plain && path.starts_with('/') && !path[1..].starts_with(['/', '\\']);
    if !joins {
        return Url::parse(&[origin, path].concat()).ok();
    }
    LAST.with_borrow_mut(|last| match last {
        Some((text, url)) if text == origin => url.join(path).ok(),
        _ => {
            let url = Url::parse(origin).ok()?;
            let (_, url) = last.insert((origin.to_owned(), url));
            url.join(path).ok()
        }
    })
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
            .map(String::from)
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
        for origin in [
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
                let whole = Url::parse(&[origin, path].concat()).ok();
                assert_eq!(at(origin, path), whole, "{origin} {path}");
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
                .map(String::from)
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

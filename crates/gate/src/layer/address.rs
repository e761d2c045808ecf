//! The address of a page as its reader sees it.

use crate::proxy::TrustedProxies;
use crate::server::Peer;
use http::request::Parts;
use http::{HeaderMap, header};
use url::Url;

/// How readers reach the site.
#[derive(Clone, Debug, Default)]
pub struct Public {
    /// The site's address; without it, each request's `Host` says it.
    pub url: Option<Url>,
    /// Proxies in front of the gate whose `X-Forwarded-Proto` and `-Host` are believed.
    pub trusted: TrustedProxies,
}

impl Public {
    /// The address that `request` is for; `None` if it does not say one.
    pub fn address(&self, request: &Parts) -> Option<Url> {
        let path = request.uri.path_and_query().map_or("/", |path| path.as_str());
        // `//host/…` as a path must stay a path, so it is never joined to an address.
        let address = format!("{}{}", self.origin(request)?, if path.starts_with('/') { path } else { "/" });
        Url::parse(&address).ok()
    }

    /// Scheme, host and port, without a slash at the end.
    fn origin(&self, request: &Parts) -> Option<String> {
        if let Some(url) = &self.url {
            return Some(url.origin().ascii_serialization());
        }
        let peer = request.extensions.get::<Peer>();
        let trusted = peer.is_some_and(|peer| self.trusted.contains(peer.addr.ip()));
        let forwarded = |name: &str| trusted.then(|| last(&request.headers, name)).flatten();
        let https = match forwarded("x-forwarded-proto") {
            Some(scheme) => scheme.eq_ignore_ascii_case("https"),
            None => peer.is_some_and(|peer| peer.tls),
        };
        let host = forwarded("x-forwarded-host")
            .or_else(|| request.headers.get(header::HOST)?.to_str().ok())
            .or_else(|| request.uri.authority().map(|authority| authority.as_str()))?;
        let origin = Url::parse(&format!("{}://{host}/", if https { "https" } else { "http" })).ok()?;
        let plain = origin.path() == "/" && origin.username().is_empty() && origin.query().is_none();
        plain.then(|| origin.origin().ascii_serialization())
    }
}

/// The last value of a list header: what the nearest proxy wrote.
fn last<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get_all(name).iter().next_back()?.to_str().ok()?.rsplit(',').next().map(str::trim)
}

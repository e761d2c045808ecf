//! An upstream's address.

use std::error::Error;
use std::fmt;

use http::header::HeaderValue;
use http::uri::{Authority, PathAndQuery, Scheme, Uri};

/// The scheme for HTTP/2 without TLS ("with prior knowledge", RFC 9113, section 3.3).
const PRIOR: &str = "h2c";

/// A server that has the pages: `http`, `https` or `h2c`, a host and perhaps a port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upstream {
    /// `http` or `https`.
    pub(super) scheme: Scheme,
    /// HTTP/2 without TLS, known beforehand.
    pub(super) prior: bool,
    pub(super) authority: Authority,
    /// The same as `authority`.
    pub(super) host_value: HeaderValue,
    address: Uri,
}

impl Upstream {
    /// Reads an upstream's URL, such as `http://127.0.0.1:8080`. With `https://` HTTP/2 is used
    /// where the server offers it, with `h2c://` from the first byte on, without TLS.
    ///
    /// # Errors
    /// Another scheme, no host, a user name, a path or a query: the gate passes paths on as they are.
    pub fn parse(url: &str) -> Result<Self, UpstreamError> {
        let wrong = |expected| UpstreamError {
            url: url.to_owned(),
            expected,
        };
        let uri: Uri = url
            .parse()
            .map_err(|_| wrong("a URL such as http://127.0.0.1:8080"))?;
        let parts = uri.into_parts();
        let (scheme, prior) = match parts.scheme {
            Some(scheme) if scheme == Scheme::HTTP || scheme == Scheme::HTTPS => (scheme, false),
            Some(scheme) if scheme.as_str() == PRIOR => (Scheme::HTTP, true),
            _ => return Err(wrong("http:// or https:// in front")),
        };
        let authority = parts
            .authority
            .filter(|authority| !authority.host().is_empty())
            .ok_or_else(|| wrong("a host after the scheme"))?;
        if authority.as_str().contains('@') {
            return Err(wrong("no user name or password"));
        }
        let port = &authority.as_str()[authority.host().len()..];
        if !port.is_empty() && authority.port_u16().is_none_or(|port| port == 0) {
            return Err(wrong("a port from 1 to 65535 after the colon"));
        }
        if parts
            .path_and_query
            .is_some_and(|path| path.as_str() != "/")
        {
            return Err(wrong("no path and no query after the host"));
        }
        let host_value = HeaderValue::from_str(authority.as_str())
            .map_err(|_| wrong("a host that can stand in a header"))?;
        let mut address = http::uri::Parts::default();
        address.scheme = Some(scheme.clone());
        address.authority = Some(authority.clone());
        address.path_and_query = Some(PathAndQuery::from_static("/"));
        let address = Uri::from_parts(address).map_err(|_| wrong("a URL to connect to"))?;
        Ok(Self {
            scheme,
            prior,
            authority,
            host_value,
            address,
        })
    }

    /// Where to connect.
    pub(super) fn address(&self) -> Uri {
        self.address.clone()
    }

    /// Whether HTTP/2 may be spoken to it.
    pub(super) fn may_speak_http2(&self) -> bool {
        self.prior || self.scheme == Scheme::HTTPS
    }

    /// The host alone, an IPv6 address in its brackets.
    pub fn host(&self) -> &str {
        self.authority.host()
    }

    /// The port, also where the scheme says it.
    pub fn port(&self) -> u16 {
        let usual = if self.scheme == Scheme::HTTPS {
            443
        } else {
            80
        };
        self.authority.port_u16().unwrap_or(usual)
    }

    /// The host, and the port where one was given.
    pub fn authority(&self) -> &str {
        self.authority.as_str()
    }
}

impl fmt::Display for Upstream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.prior {
            PRIOR
        } else {
            self.scheme.as_str()
        };
        write!(f, "{scheme}://{}", self.authority)
    }
}

/// An upstream's URL that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpstreamError {
    url: String,
    expected: &'static str,
}

impl fmt::Display for UpstreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "invalid upstream {:?}: expected {}",
            self.url, self.expected
        )
    }
}

impl Error for UpstreamError {}

//! Patterns for hosts.

use serde::{Deserialize, Serialize};
use std::fmt;

use url::{Host, Url};

use super::Captures;
use super::error::PatternError;
use super::glob::{Sink, capture_name};

/// One host, the subdomains of one, or any.
///
/// ```
/// use jalousie_core::catalogue::HostPattern;
///
/// let hosts = HostPattern::parse("*.example.org").unwrap();
/// assert!(hosts.matches(&"https://cdn.example.org/".parse().unwrap()));
/// assert!(!hosts.matches(&"https://example.org/".parse().unwrap()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostPattern {
    name: HostName,
    port: Option<u16>,
}

/// What a host pattern says of the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum HostName {
    /// `example.org`
    Exact(String),
    /// `*.example.org`: the part after the dot.
    Subdomains(String),
    /// `{label}.example.org`: one label, and the part after its dot.
    Label(String, String),
    /// `{host}`: any, with its port.
    Any(String),
}

impl HostPattern {
    /// Parses `example.org`, `*.example.org`, `{label}.example.org` or `{host}`; a port may follow.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        if text.starts_with('{') {
            let label = capture_name(text)?;
            let rest = &text[label.len() + 2..];
            if rest.is_empty() {
                return Ok(Self {
                    name: HostName::Any(label.to_owned()),
                    port: None,
                });
            }
            let Some(rest) = rest.strip_prefix('.') else {
                return Err(PatternError::new(format!(
                    "expected a dot after {{{label}}}: only a whole label of a host can be captured"
                )));
            };
            let (name, port) = parent(rest)?;
            return Ok(Self {
                name: HostName::Label(label.to_owned(), name),
                port,
            });
        }
        if let Some(rest) = text.strip_prefix("*.") {
            let (name, port) = parent(rest)?;
            return Ok(Self {
                name: HostName::Subdomains(name),
                port,
            });
        }
        let (name, port) = literal(text)?;
        Ok(Self {
            name: HostName::Exact(name),
            port,
        })
    }

    /// Whether an address is on this host, or on one of these.
    pub fn matches(&self, url: &Url) -> bool {
        self.walk(url, &mut |_, _| ())
    }

    /// As one of a policy's host sources, with captures filled in: `example.org`,
    /// `*.example.org`. `None` if a capture is missing or is no host.
    pub fn source(&self, captures: &Captures) -> Option<String> {
        let name = match &self.name {
            HostName::Exact(name) => name.clone(),
            HostName::Subdomains(parent) => format!("*.{parent}"),
            HostName::Label(name, parent) => {
                let label = captures.get(name).filter(|label| is_label(label))?;
                format!("{}.{parent}", label.to_ascii_lowercase())
            }
            HostName::Any(name) => {
                let host = captures.get(name)?;
                literal(host).ok().map(|_| host.to_ascii_lowercase())?
            }
        };
        Some(match self.port {
            Some(port) => format!("{name}:{port}"),
            None => name,
        })
    }

    /// Whether this is one exact host or the subdomains of one, nothing captured.
    pub fn is_fixed(&self) -> bool {
        matches!(self.name, HostName::Exact(_) | HostName::Subdomains(_))
    }

    /// Whether this may be any host.
    pub fn is_any(&self) -> bool {
        matches!(self.name, HostName::Any(_))
    }

    /// Whether each host that the other stands for is one that this stands for.
    pub(super) fn covers(&self, other: &Self) -> bool {
        let within = |name: &str, parent: &str| labels_before(name, parent).is_some();
        self.port == other.port
            && match (&self.name, &other.name) {
                (HostName::Subdomains(parent), HostName::Exact(name)) => within(name, parent),
                (
                    HostName::Subdomains(parent),
                    HostName::Subdomains(below) | HostName::Label(_, below),
                ) => below == parent || within(below, parent),
                (own, others) => own == others,
            }
    }

    pub(super) fn name(&self) -> &HostName {
        &self.name
    }

    /// The capture's name, if it has one.
    pub(super) fn capture(&self) -> Option<&str> {
        match &self.name {
            HostName::Label(name, _) | HostName::Any(name) => Some(name),
            _ => None,
        }
    }

    /// Whether nothing but this machine can be meant.
    pub(super) fn is_loopback(&self) -> bool {
        matches!(&self.name, HostName::Exact(name) if is_loopback(name))
    }

    /// The same text with names left out: what matches the same is written the same.
    pub(super) fn canonical(&self) -> String {
        let name = match &self.name {
            HostName::Label(_, parent) => format!("{{}}.{parent}"),
            HostName::Any(_) => "{}".to_owned(),
            _ => return self.to_string(),
        };
        self.port
            .map_or_else(|| name.clone(), |port| format!("{name}:{port}"))
    }

    pub(super) fn walk<'n, 'u>(&'n self, url: &'u Url, sink: Sink<'_, 'n, 'u>) -> bool {
        let Some(host) = url.host_str() else {
            return false;
        };
        if let HostName::Any(name) = &self.name {
            sink(name, authority(url, host));
            return true;
        }
        self.port == url.port() && self.walk_name(host, sink)
    }

    /// As [`Self::walk`], for a host in small letters, whatever the port.
    pub(super) fn walk_name<'n, 'u>(&'n self, host: &'u str, sink: Sink<'_, 'n, 'u>) -> bool {
        match &self.name {
            HostName::Exact(name) => host == name,
            HostName::Subdomains(parent) => labels_before(host, parent).is_some(),
            HostName::Label(name, parent) => match labels_before(host, parent) {
                Some(label) if !label.contains('.') => {
                    sink(name, label);
                    true
                }
                _ => false,
            },
            HostName::Any(name) => {
                sink(name, host);
                true
            }
        }
    }
}

impl fmt::Display for HostPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            HostName::Exact(name) => f.write_str(name)?,
            HostName::Subdomains(parent) => write!(f, "*.{parent}")?,
            HostName::Label(name, parent) => write!(f, "{{{name}}}.{parent}")?,
            HostName::Any(name) => write!(f, "{{{name}}}")?,
        }
        self.port.map_or(Ok(()), |port| write!(f, ":{port}"))
    }
}

/// What stands before the parent domain and its dot.
fn labels_before<'u>(host: &'u str, parent: &str) -> Option<&'u str> {
    host.strip_suffix(parent)?
        .strip_suffix('.')
        .filter(|labels| !labels.is_empty())
}

/// Host and explicit port, as they stand in the address.
fn authority<'u>(url: &'u Url, host: &'u str) -> &'u str {
    if url.port().is_none() {
        return host;
    }
    &url[url::Position::BeforeHost..url::Position::AfterPort]
}

/// A host that has subdomains.
fn parent(text: &str) -> Result<(String, Option<u16>), PatternError> {
    let (name, port) = literal(text)?;
    let local = name == "localhost";
    if matches!(Host::parse(&name), Ok(Host::Domain(_))) && (local || name.contains('.')) {
        Ok((name, port))
    } else {
        Err(PatternError::new(format!(
            "expected a domain with a dot, such as example.org, found {name:?}"
        )))
    }
}

/// A host that is written out. Not every one that the URL standard admits: `;` and `,` in a host
/// would mean something else in a policy.
pub(super) fn literal(text: &str) -> Result<(String, Option<u16>), PatternError> {
    let (name, port) = match text.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(parse_port(port)?)),
        _ => (text, None),
    };
    let small = name.to_ascii_lowercase();
    if name.contains(['*', '{', '}']) {
        return Err(PatternError::new(format!(
            "expected *. or {{name}}. only at the beginning of a host, found {name:?}"
        )));
    }
    match Host::parse(name) {
        Ok(Host::Domain(host)) if host == small && host.split('.').all(is_label) => {
            Ok((small, port))
        }
        Ok(host @ (Host::Ipv4(_) | Host::Ipv6(_))) if host.to_string() == small => {
            Ok((small, port))
        }
        // The parser turns other alphabets into the letters that go over the wire.
        Ok(Host::Domain(host)) if !name.is_ascii() => Err(PatternError::new(format!(
            "expected {host:?} instead of {name:?}"
        ))),
        _ => Err(PatternError::new(format!(
            "expected a host such as www.example.org, found {name:?}"
        ))),
    }
}

fn parse_port(text: &str) -> Result<u16, PatternError> {
    match text.parse() {
        // 443 is never explicit in a parsed https address: the pattern could not match.
        Ok(443) => Err(PatternError::new(
            "expected no port, because 443 is the default one",
        )),
        Ok(port) if port > 0 => Ok(port),
        _ => Err(PatternError::new(format!(
            "expected a port from 1 to 65535 after the host, found {text:?}"
        ))),
    }
}

/// Whether a text is one label of a host.
pub(super) fn is_label(text: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !text.is_empty() && text.len() <= 63 && text.bytes().all(inside) && !text.starts_with('-')
}

/// Whether a host is this machine: the only ones that plain http is fine for.
pub(super) fn is_loopback(host: &str) -> bool {
    match Host::parse(host) {
        Ok(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Ok(Host::Ipv4(address)) => address.is_loopback(),
        Ok(Host::Ipv6(address)) => address.is_loopback(),
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(pattern: &str, value: &str) -> Option<String> {
        HostPattern::parse(pattern)
            .unwrap()
            .source(&Captures::from_iter([("a", value)]))
    }

    #[test]
    fn policies_get_hosts_and_nothing_else() {
        for (pattern, value, expected) in [
            ("V.example", "", Some("v.example")),
            ("*.v.example", "", Some("*.v.example")),
            ("127.0.0.1:7071", "", Some("127.0.0.1:7071")),
            ("{a}.v.example", "Site", Some("site.v.example")),
            ("{a}.v.example", "*", None),
            ("{a}.v.example:81", "x", Some("x.v.example:81")),
            ("{a}", "s.example:8443", Some("s.example:8443")),
            ("{a}", "[::1]:8443", Some("[::1]:8443")),
            ("{a}", "s.example;script-src", None),
            ("{a}", "s.example *", None),
            ("{a}", "*.s.example", None),
            ("{a}", "https:", None),
            ("{b}", "s.example", None),
        ] {
            assert_eq!(
                source(pattern, value).as_deref(),
                expected,
                "{pattern} with {value}"
            );
        }
    }

    #[test]
    fn a_pattern_knows_what_it_covers() {
        let covers = |one: &str, other: &str| {
            HostPattern::parse(one)
                .unwrap()
                .covers(&HostPattern::parse(other).unwrap())
        };
        assert!(covers("v.example", "v.example"));
        assert!(covers("*.v.example", "a.b.v.example"));
        assert!(covers("*.v.example", "*.a.v.example"));
        assert!(covers("*.v.example", "{a}.v.example"));
        assert!(covers("{a}", "{a}"));
        assert!(!covers("*.v.example", "v.example"));
        assert!(!covers("v.example", "v.example:81"));
        assert!(!covers("{a}.v.example", "*.v.example"));
        assert!(!covers("v.example", "{a}"));
    }

    #[test]
    fn only_this_machine_is_local() {
        for host in [
            "localhost",
            "x.localhost",
            "127.0.0.1",
            "127.9.9.9",
            "[::1]",
        ] {
            assert!(is_loopback(host), "{host}");
        }
        for host in ["localhost.example", "128.0.0.1", "[::2]", ""] {
            assert!(!is_loopback(host), "{host}");
        }
    }
}

//! Addresses and markup made from captures.

use serde::{Deserialize, Serialize};
use std::fmt;

use url::{Position, Url};

use super::error::PatternError;
use super::glob::capture_name;
use super::host::{HostName, is_loopback};
use super::{Captures, HostPattern};

/// An address with places for captures: `https://example.org/watch/{id}`.
///
/// No capture changes where the address leads: only whole labels of the host, or all of it, can
/// be captured, and what is filled in there has to be just that. `{name}` alone takes an address
/// that was captured as a whole, which the catalogue allows only where patterns check it.
///
/// ```
/// use jalousie_core::catalogue::{Captures, UrlTemplate};
///
/// let template = UrlTemplate::parse("https://example.org/watch/{id}").unwrap();
/// let captures = Captures::from_iter([("id", "a b?")]);
/// assert_eq!(template.fill(&captures).unwrap().as_str(), "https://example.org/watch/a%20b%3F");
/// assert_eq!(template.fill(&Captures::default()), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UrlTemplate {
    text: String,
    form: Form,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Form {
    /// `{name}`: an address that was captured as a whole, from hosts that its patterns name.
    Whole(String),
    /// An address on a host that the template names.
    Parts {
        scheme: Scheme,
        host: HostPattern,
        rest: Vec<Part>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Scheme {
    Https,
    /// For this machine only.
    Http,
}

impl Scheme {
    fn as_str(self) -> &'static str {
        match self {
            Self::Https => "https",
            Self::Http => "http",
        }
    }
}

/// Markup with places for captures, which are escaped, and for `{attributes}`.
///
/// ```
/// use jalousie_core::catalogue::{Captures, HtmlTemplate};
///
/// let template = HtmlTemplate::parse("<a class='post'{attributes}>{title}</a>").unwrap();
/// let captures = Captures::from_iter([("title", "<b>")]);
/// assert_eq!(
///     template.fill(&captures, &[("lang", "fr")]).unwrap(),
///     "<a class='post' lang=\"fr\">&lt;b&gt;</a>",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HtmlTemplate {
    text: String,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Part {
    Text(String),
    Capture(String),
}

/// The place in markup for the attributes that are kept.
const ATTRIBUTES: &str = "attributes";

impl UrlTemplate {
    /// Parses a template: https, or http for this machine only; or `{name}` alone, for an address
    /// that is captured as a whole.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        if is_capture(text) {
            let form = Form::Whole(capture_name(text)?.to_owned());
            return Ok(Self {
                text: text.to_owned(),
                form,
            });
        }
        let (scheme, rest) = match text.split_once("://") {
            Some(("https", rest)) => (Scheme::Https, rest),
            Some(("http", rest)) => (Scheme::Http, rest),
            _ => {
                return Err(PatternError::new(
                    "expected an address that begins with https://",
                ));
            }
        };
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, rest) = rest.split_at(end);
        if let Some(odd) = rest
            .chars()
            .find(|found| !found.is_ascii_graphic() || matches!(found, '\\' | '"'))
        {
            return Err(PatternError::new(format!(
                "expected {odd:?} percent-encoded"
            )));
        }
        let (host, rest) = (HostPattern::parse(host)?, parse_parts(rest)?);
        if matches!(host.name(), HostName::Subdomains(_)) {
            return Err(PatternError::new(
                "expected a host, or {name}. and a domain",
            ));
        }
        if scheme == Scheme::Http && !host.is_loopback() {
            return Err(PatternError::new(
                "expected https://, because http is for this machine only",
            ));
        }
        Ok(Self {
            text: text.to_owned(),
            form: Form::Parts { scheme, host, rest },
        })
    }

    /// The address, if all captures are there and it leads to the host that the template names.
    pub fn fill(&self, captures: &Captures) -> Option<Url> {
        let (scheme, host, rest) = match &self.form {
            Form::Whole(name) => return whole(captures.get(name)?),
            Form::Parts { scheme, host, rest } => (scheme.as_str(), host.source(captures)?, rest),
        };
        let mut address = format!("{scheme}://{host}");
        let origin = address.len();
        let mut query = false;
        for part in rest {
            match part {
                Part::Text(text) => {
                    query |= text.contains(['?', '#']);
                    address.push_str(text);
                }
                Part::Capture(name) => encode(captures.get(name)?, query, &mut address),
            }
        }
        let url = Url::parse(&address).ok()?;
        (url[..Position::AfterPort] == address[..origin]).then_some(url)
    }

    /// The names of the captures it needs.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let (first, rest) = match &self.form {
            Form::Whole(name) => (Some(name.as_str()), &[][..]),
            Form::Parts { host, rest, .. } => (host.capture(), rest.as_slice()),
        };
        first.into_iter().chain(names(rest))
    }

    /// The host it leads to; a captured address leads to one that patterns name.
    pub(super) fn host(&self) -> Option<&HostPattern> {
        match &self.form {
            Form::Whole(_) => None,
            Form::Parts { host, .. } => Some(host),
        }
    }

    /// The capture that has to be a whole address.
    pub(super) fn whole_name(&self) -> Option<&str> {
        match &self.form {
            Form::Whole(name) => Some(name),
            Form::Parts { .. } => None,
        }
    }
}

impl fmt::Display for UrlTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl HtmlTemplate {
    /// Parses a template.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        let parts = parse_parts(text)?;
        let small = text.to_ascii_lowercase();
        if let Some(element) = ["<script", "<style"]
            .into_iter()
            .find(|start| small.contains(start))
        {
            // Escaping for text and attributes is not the escaping that scripts and styles need.
            return Err(PatternError::new(format!(
                "expected no {element}>: scripts are listed in scripts"
            )));
        }
        for pair in parts.windows(2) {
            if let [Part::Text(text), Part::Capture(name)] = pair
                && text.trim_end().ends_with('=')
            {
                return Err(PatternError::new(format!(
                    "expected quotes around {{{name}}}"
                )));
            }
        }
        Ok(Self {
            text: text.to_owned(),
            parts,
        })
    }

    /// The markup, if all captures are there; attributes are names and values.
    pub fn fill(&self, captures: &Captures, attributes: &[(&str, &str)]) -> Option<String> {
        let mut html = String::with_capacity(self.text.len());
        for part in &self.parts {
            match part {
                Part::Text(text) => html.push_str(text),
                Part::Capture(name) if name == ATTRIBUTES => {
                    for (name, value) in attributes {
                        html.push(' ');
                        html.push_str(name);
                        html.push_str("=\"");
                        escape(value, &mut html);
                        html.push('"');
                    }
                }
                Part::Capture(name) => escape(captures.get(name)?, &mut html),
            }
        }
        Some(html)
    }

    /// The names of the captures it needs.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        names(&self.parts).filter(|name| *name != ATTRIBUTES)
    }

    /// Whether it has a place for attributes.
    pub fn has_attributes(&self) -> bool {
        names(&self.parts).any(|name| name == ATTRIBUTES)
    }
}

impl fmt::Display for HtmlTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A captured address, as https.
fn whole(value: &str) -> Option<Url> {
    let mut url = Url::parse(value).ok()?;
    let local = is_loopback(url.host_str()?);
    match url.scheme() {
        "https" => Some(url),
        "http" if local => Some(url),
        "http" => url.set_scheme("https").ok().map(|()| url),
        _ => None,
    }
}

fn is_capture(text: &str) -> bool {
    capture_name(text).is_ok_and(|name| name.len() + 2 == text.len())
}

fn parse_parts(text: &str) -> Result<Vec<Part>, PatternError> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        if rest.starts_with('{') {
            let name = capture_name(rest)?;
            parts.push(Part::Capture(name.to_owned()));
            rest = &rest[name.len() + 2..];
            continue;
        }
        let end = rest.find('{').unwrap_or(rest.len());
        if rest[..end].contains('}') {
            return Err(PatternError::new("expected { before }"));
        }
        parts.push(Part::Text(rest[..end].to_owned()));
        rest = &rest[end..];
    }
    Ok(parts)
}

fn names(parts: &[Part]) -> impl Iterator<Item = &str> {
    parts.iter().filter_map(|part| match part {
        Part::Capture(name) => Some(name.as_str()),
        Part::Text(_) => None,
    })
}

/// Adds a value to a path, or to a query: what would end that part there is percent-encoded,
/// what is encoded already stays.
fn encode(value: &str, query: bool, address: &mut String) {
    for byte in value.bytes() {
        let plain = byte.is_ascii_alphanumeric()
            || b"-._~!$'()*,;:@/%=+".contains(&byte)
            || (byte == b'&' && !query);
        if plain {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
}

/// Adds a value to markup, as text or between quotes.
fn escape(value: &str, html: &mut String) {
    for character in value.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(character),
        }
    }
}

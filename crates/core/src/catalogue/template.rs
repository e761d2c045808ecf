//! Addresses and markup made from captures.

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrlTemplate {
    text: String,
    form: Form,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    /// `{name}`: an address that was captured as a whole, from hosts that its patterns name.
    Whole(String),
    /// An address on a host that the template names.
    Parts { scheme: &'static str, host: HostPattern, rest: Vec<Part> },
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HtmlTemplate {
    text: String,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
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
            return Ok(Self { text: text.to_owned(), form });
        }
        let (scheme, rest) = match text.split_once("://") {
            Some(("https", rest)) => ("https", rest),
            Some(("http", rest)) => ("http", rest),
            _ => return Err(PatternError::new("expected an address that begins with https://")),
        };
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, rest) = rest.split_at(end);
        if let Some(odd) = rest.chars().find(|found| !found.is_ascii_graphic() || matches!(found, '\\' | '"')) {
            return Err(PatternError::new(format!("expected {odd:?} percent-encoded")));
        }
        let (host, rest) = (HostPattern::parse(host)?, parse_parts(rest)?);
        if matches!(host.name(), HostName::Subdomains(_)) {
            return Err(PatternError::new("expected a host, or {name}. and a domain"));
        }
        if scheme == "http" && !host.is_loopback() {
            return Err(PatternError::new("expected https://, because http is for this machine only"));
        }
        Ok(Self { text: text.to_owned(), form: Form::Parts { scheme, host, rest } })
    }

    /// The address, if all captures are there and it leads to the host that the template names.
    pub fn fill(&self, captures: &Captures) -> Option<Url> {
        let (scheme, host, rest) = match &self.form {
            Form::Whole(name) => return whole(captures.get(name)?),
            Form::Parts { scheme, host, rest } => (*scheme, host.source(captures)?, rest),
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
        if let Some(element) = ["<script", "<style"].into_iter().find(|start| small.contains(start)) {
            // Escaping for text and attributes is not the escaping that scripts and styles need.
            return Err(PatternError::new(format!("expected no {element}>: scripts are listed in scripts")));
        }
        for pair in parts.windows(2) {
            if let [Part::Text(text), Part::Capture(name)] = pair
                && text.trim_end().ends_with('=')
            {
                return Err(PatternError::new(format!("expected quotes around {{{name}}}")));
            }
        }
        Ok(Self { text: text.to_owned(), parts })
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::UrlPattern;

    fn fill(template: &str, captures: &[(&str, &str)]) -> Option<String> {
        let captures = captures.iter().copied().collect();
        UrlTemplate::parse(template).unwrap().fill(&captures).map(Into::into)
    }

    #[test]
    fn addresses_are_filled_in() {
        for (template, value, filled) in [
            ("https://v.example/{a}", "b", Some("https://v.example/b")),
            ("https://v.example/{a}", "b/c", Some("https://v.example/b/c")),
            ("https://v.example/{a}", "b?c#d", Some("https://v.example/b%3Fc%23d")),
            ("https://v.example/{a}", "%20é\"", Some("https://v.example/%20%C3%A9%22")),
            ("https://v.example?q={a}", "b&c?d=e", Some("https://v.example/?q=b%26c%3Fd=e")),
            ("https://{a}.v.example/", "Site", Some("https://site.v.example/")),
            ("https://{a}.v.example/", "b.c", None),
            ("https://{a}.v.example/", "b/", None),
            ("https://{a}.v.example/", "", None),
            ("https://{a}/x", "v.example:8443", Some("https://v.example:8443/x")),
            ("https://{a}/x", "user@v.example", None),
            ("https://{a}/x", "0x7f.1", None),
            ("https://{a}/x", "v.example/y", None),
            ("http://127.0.0.1:7071/{a}", "b", Some("http://127.0.0.1:7071/b")),
            ("{a}", "https://v.example/?b=c", Some("https://v.example/?b=c")),
            ("{a}", "http://v.example/", Some("https://v.example/")),
            ("{a}", "javascript:alert(1)", None),
            ("{a}", "b", None),
        ] {
            assert_eq!(fill(template, &[("a", value)]).as_deref(), filled, "{template} with {value}");
        }
        assert_eq!(fill("https://v.example/{a}", &[]), None);
    }

    #[test]
    fn what_is_no_template_is_refused_with_a_reason() {
        for (template, reason) in [
            ("v.example/{a}", "expected an address that begins with https://"),
            ("ftp://v.example/", "expected an address that begins with https://"),
            ("http://v.example/", "expected https://, because http is for this machine only"),
            ("http://{a}/", "expected https://, because http is for this machine only"),
            ("https://*.v.example/", "expected a host, or {name}. and a domain"),
            ("https://v.example{a}/", "expected *. or {name}. only at the beginning of a host, found \"v.example{a}\""),
            ("https://{a}{b}/", "expected a dot after {a}: only a whole label of a host can be captured"),
            ("https://{a}.example/", "expected a domain with a dot, such as example.org, found \"example\""),
            ("https://u:p@v.example/", "expected a port from 1 to 65535 after the host, found \"p@v.example\""),
            ("https://u@v.example/", "expected a host such as www.example.org, found \"u@v.example\""),
            ("https://v.example/é", "expected 'é' percent-encoded"),
            ("https://v.example/a b", "expected ' ' percent-encoded"),
            ("https://v.example/{A}", "expected a name of small letters, digits, - and _ in braces, found {A}"),
        ] {
            let error = UrlTemplate::parse(template).expect_err(template);
            assert_eq!(error.to_string(), reason, "{template}");
        }
        for (template, reason) in [
            ("<p>{a", "expected } after {"),
            ("<p>a}", "expected { before }"),
            ("<p class={a}>", "expected quotes around {a}"),
            ("<SCRIPT src='x'>", "expected no <script>: scripts are listed in scripts"),
            ("<style>{a}</style>", "expected no <style>: scripts are listed in scripts"),
        ] {
            let error = HtmlTemplate::parse(template).expect_err(template);
            assert_eq!(error.to_string(), reason, "{template}");
        }
    }

    #[test]
    fn markup_is_escaped() {
        let template = HtmlTemplate::parse("<b title='{a}'{attributes}>{a}</b>").unwrap();
        assert_eq!(template.names().collect::<Vec<_>>(), ["a", "a"]);
        assert!(template.has_attributes());
        let captures = Captures::from_iter([("a", "'<&>\"")]);
        assert_eq!(
            template.fill(&captures, &[("data-x", "\"y\""), ("data-z", "")]).unwrap(),
            "<b title='&#39;&lt;&amp;&gt;&quot;' data-x=\"&quot;y&quot;\" data-z=\"\">&#39;&lt;&amp;&gt;&quot;</b>"
        );
        assert_eq!(template.fill(&Captures::default(), &[]), None);
    }

    proptest! {
        #[test]
        fn no_capture_changes_the_host(
            value in r#"([a-zA-Z0-9.:@/\\?#&=%_\[\] <>"'é]|\.\./|//evil\.example|@evil\.example|%2e|\PC){0,10}"#,
        ) {
            let captures = Captures::from_iter([("a", &value)]);
            for template in ["https://v.example/{a}", "https://v.example/x{a}y?z={a}#{a}", "https://v.example?{a}"] {
                if let Some(url) = UrlTemplate::parse(template).unwrap().fill(&captures) {
                    prop_assert_eq!(&url[..Position::BeforePath], "https://v.example");
                }
            }
            if let Some(url) = UrlTemplate::parse("https://{a}.v.example/x").unwrap().fill(&captures) {
                prop_assert_eq!(&url[..Position::BeforePath], format!("https://{}.v.example", value.to_lowercase()));
            }
            if let Some(url) = UrlTemplate::parse("https://{a}/x").unwrap().fill(&captures) {
                prop_assert_eq!(&url[..Position::BeforePath], format!("https://{}", value.to_lowercase()));
                prop_assert_eq!(url.path(), "/x");
            }
        }

        #[test]
        fn what_was_filled_in_is_captured_again(a in "[a-zA-Z0-9._~-]{1,8}x", b in "[a-zA-Z0-9,:@+-]{1,8}") {
            let captures = Captures::from_iter([("a", &a), ("b", &b)]);
            let url = UrlTemplate::parse("https://v.example/{a}/x?b={b}").unwrap().fill(&captures).unwrap();
            let pattern = UrlPattern::parse("v.example/{a}/x?b={b}").unwrap();
            prop_assert_eq!(pattern.matches(&url), Some(captures));
        }

        #[test]
        fn parsing_never_panics(text in r"([a-c]|[*{}/?&=.:%@#é]|https://|\{a\}|b\.example){0,12}") {
            let captures = Captures::from_iter([("a", "b")]);
            if let Ok(template) = UrlTemplate::parse(&text) {
                let _ = template.fill(&captures);
            }
            if let Ok(template) = HtmlTemplate::parse(&text) {
                let _ = template.fill(&captures, &[]);
            }
        }
    }
}

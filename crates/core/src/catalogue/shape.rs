//! What embeds look like in a page.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

use url::Url;

use super::host::HostName;
use super::{Captures, HtmlTemplate, UrlPattern, UrlTemplate};

/// An element, as the rewriter sees it.
pub trait Element {
    /// Its name in small letters.
    fn name(&self) -> &str;

    /// The value of an attribute, character references decoded; `name` is in small letters.
    fn attribute(&self, name: &str) -> Option<Cow<'_, str>>;

    /// The names of its attributes, in small letters.
    fn attribute_names(&self, visit: &mut dyn FnMut(&str));
}

/// One shape of embed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EmbedShape {
    /// Which of its service's shapes it is, from 0.
    pub position: usize,
    /// The element's name is one of these.
    pub elements: Vec<String>,
    /// The element's address matches one of these; empty: whatever it is.
    pub urls: Vec<UrlPattern>,
    /// It has this class.
    pub class: Option<String>,
    /// It has this id.
    pub id: Option<String>,
    /// It has this attribute.
    pub attribute: Option<AttributeTest>,
    /// Where values for link and frame come from, besides the address.
    pub captures: Vec<CaptureRule>,
    /// The public page of the content.
    pub link: Option<UrlTemplate>,
    /// Which words stay readable.
    pub preview: Preview,
    /// The frame's markup for this shape.
    pub html: Option<HtmlTemplate>,
    /// The address that the frame loads for this shape.
    pub src: Option<UrlTemplate>,
}

impl EmbedShape {
    /// Whether an element, with its address if it has one, is of this shape.
    pub fn accepts(&self, element: &dyn Element, url: Option<&Url>) -> bool {
        let address = || match url {
            _ if self.urls.is_empty() => true,
            Some(url) => self.urls.iter().any(|pattern| pattern.accepts(url)),
            None => false,
        };
        self.elements.iter().any(|name| name == element.name())
            && self
                .class
                .as_ref()
                .is_none_or(|class| has_class(element, class))
            && self
                .id
                .as_ref()
                .is_none_or(|id| element.attribute("id").is_some_and(|found| found == *id))
            && self
                .attribute
                .as_ref()
                .is_none_or(|test| test.accepts(element))
            && address()
    }

    /// What the element's address and attributes give.
    pub fn captures(&self, element: &dyn Element, url: Option<&Url>) -> Captures {
        let first = url.and_then(|url| self.urls.iter().find_map(|pattern| pattern.matches(url)));
        let mut captures = first.unwrap_or_default();
        for rule in &self.captures {
            match &rule.from {
                CaptureSource::Attribute(name) => {
                    if let Some(value) = element.attribute(name) {
                        rule.read(value.trim_ascii(), &mut captures);
                    }
                }
                CaptureSource::Parameter(name) => {
                    let mut pairs = url.into_iter().flat_map(Url::query_pairs);
                    if let Some((_, value)) = pairs.find(|(found, _)| found == name) {
                        rule.read(value.trim_ascii(), &mut captures);
                    }
                }
                CaptureSource::Link | CaptureSource::Script => {}
            }
        }
        captures
    }

    /// Whether the links inside are worth looking at.
    pub fn reads_links(&self) -> bool {
        self.captures
            .iter()
            .any(|rule| rule.from == CaptureSource::Link)
    }

    /// Adds what a link inside the embed gives; says whether any pattern matched.
    pub fn capture_link(&self, url: &Url, captures: &mut Captures) -> bool {
        let rules = self
            .captures
            .iter()
            .filter(|rule| rule.from == CaptureSource::Link);
        let found: Vec<Captures> = rules.filter_map(|rule| rule.first_match(url)).collect();
        found.iter().for_each(|more| captures.merge(more));
        !found.is_empty()
    }

    /// Whether the text of the script that follows or is inside is worth looking at.
    pub fn reads_scripts(&self) -> bool {
        self.captures
            .iter()
            .any(|rule| rule.from == CaptureSource::Script)
    }

    /// What the first address in a script's text that matches gives: such a script belongs to the
    /// embed. Addresses may be put together from texts (`'//' + "name" + '.example'`), not from
    /// variables.
    pub fn find_in_script(&self, text: &str) -> Option<Captures> {
        let rules: Vec<_> = self
            .captures
            .iter()
            .filter(|rule| rule.from == CaptureSource::Script)
            .collect();
        if rules.is_empty() {
            return None;
        }
        let text = joined(text);
        addresses(&text).find_map(|address| {
            // Scripts are full of slashes: only what is on a wanted host is worth parsing.
            let host = address
                .split(['/', '?', '#', ':'])
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase();
            let wanted = |pattern: &UrlPattern| pattern.host().walk_name(&host, &mut |_, _| ());
            if !rules.iter().any(|rule| rule.urls.iter().any(wanted)) {
                return None;
            }
            let url = Url::parse(&format!("https://{address}")).ok()?;
            rules.iter().find_map(|rule| rule.first_match(&url))
        })
    }

    /// The names that its address, attributes, links and scripts can capture.
    pub fn capture_names(&self) -> impl Iterator<Item = &str> {
        let rules = self.captures.iter();
        self.urls
            .iter()
            .chain(self.captures.iter().flat_map(|rule| &rule.urls))
            .flat_map(UrlPattern::names)
            .chain(rules.filter_map(|rule| rule.whole.as_deref()))
    }

    /// Whether a script of its own puts its content where it stands.
    pub(super) fn is_script(&self) -> bool {
        self.elements.iter().any(|element| element == "script")
    }

    /// Whether some address it matches may be on any host.
    pub(super) fn is_on_any_host(&self) -> bool {
        self.urls
            .iter()
            .any(|pattern| matches!(pattern.host().name(), HostName::Any(_)))
    }
}

/// Looks for an attribute, and for its value where one is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeTest {
    /// The attribute's name.
    pub name: String,
    /// The value it must have; any, if none is given.
    pub value: Option<String>,
}

impl AttributeTest {
    /// Whether an element has the attribute, and the value.
    pub fn accepts(&self, element: &dyn Element) -> bool {
        match (element.attribute(&self.name), &self.value) {
            (Some(found), Some(value)) => found == *value,
            (found, None) => found.is_some(),
            (None, Some(_)) => false,
        }
    }
}

/// Where a capture comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CaptureSource {
    /// The addresses of links inside.
    Link,
    /// An attribute of the element.
    Attribute(String),
    /// A parameter of the element's own address, decoded.
    Parameter(String),
    /// The text of the script that follows or is inside.
    Script,
}

/// What is captured from where.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CaptureRule {
    /// Where to look.
    pub from: CaptureSource,
    /// The patterns: the first that matches an address found there counts. Without any, the value
    /// need not be an address.
    pub urls: Vec<UrlPattern>,
    /// The name for the whole value: with patterns, of an address that one of them matches.
    pub whole: Option<String>,
}

impl CaptureRule {
    fn first_match(&self, url: &Url) -> Option<Captures> {
        let mut captures = self.urls.iter().find_map(|pattern| pattern.matches(url))?;
        if let Some(name) = &self.whole {
            captures.insert(name, url.as_str());
        }
        Some(captures)
    }

    /// Reads a value that is an address, unless it is wanted as it is.
    fn read(&self, value: &str, captures: &mut Captures) {
        match &self.whole {
            Some(_) if value.is_empty() => {}
            Some(name) if self.urls.is_empty() => captures.insert(name, value),
            _ => {
                if let Some(found) = address(value).and_then(|url| self.first_match(&url)) {
                    captures.merge(&found);
                }
            }
        }
    }
}

/// Which words of an embed stay readable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Preview {
    /// Those inside the element.
    Content,
    /// Its `title` attribute.
    Title,
    /// Another attribute of the element; its `title` where that one is missing.
    Attribute(String),
    /// A parameter of the element's own address, decoded; its `title` where that one is missing.
    Parameter(String),
    /// None.
    Nothing,
}

impl fmt::Display for Preview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Content => f.write_str("content"),
            Self::Title => f.write_str("title"),
            Self::Attribute(name) => write!(f, "attribute:{name}"),
            Self::Parameter(name) => write!(f, "parameter:{name}"),
            Self::Nothing => f.write_str("none"),
        }
    }
}

/// The classes of an element that a test can look at.
pub(super) fn has_class(element: &dyn Element, class: &str) -> bool {
    element
        .attribute("class")
        .is_some_and(|found| found.split_ascii_whitespace().any(|token| token == class))
}

/// A value as an address; without a scheme it is an https one.
fn address(value: &str) -> Option<Url> {
    match value.strip_prefix("//") {
        Some(rest) => Url::parse(&format!("https://{rest}")).ok(),
        None => Url::parse(value).ok(),
    }
}

/// A script's text with neighbouring texts joined: `'a' + "b"` reads `'ab"`.
fn joined(text: &str) -> Cow<'_, str> {
    if !text.contains('+') {
        return Cow::Borrowed(text);
    }
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['"', '\'']) {
        let after = rest[at + 1..]
            .trim_start()
            .strip_prefix('+')
            .map(str::trim_start);
        let next = after.and_then(|after| after.strip_prefix(['"', '\'']));
        let end = if next.is_some() { at } else { at + 1 };
        result.push_str(&rest[..end]);
        rest = next.unwrap_or(&rest[at + 1..]);
    }
    result.push_str(rest);
    Cow::Owned(result)
}

/// Whatever follows `//` in a text, up to a quote or another character that no address has.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    // So that a long text full of slashes is not read again and again.
    const LONGEST: usize = 2048;
    let ends = |found: char| found.is_whitespace() || "\"'`<>\\".contains(found);
    text.match_indices("//").filter_map(move |(at, slashes)| {
        let rest = &text[at + slashes.len()..];
        let mut characters = rest.char_indices().take(LONGEST);
        match characters.find(|(_, found)| ends(*found)) {
            Some((end, _)) => Some(&rest[..end]),
            None => (rest.len() < LONGEST).then_some(rest),
        }
    })
}

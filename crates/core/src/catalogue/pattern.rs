//! Patterns for addresses.

use serde::{Deserialize, Serialize};
use std::fmt;

use url::Url;

use super::error::PatternError;
use super::glob::{Glob, Sink};
use super::{Captures, HostPattern};

/// A pattern for https and http addresses, written without a scheme: `host/path?query`.
///
/// `{name}` captures some text without `/`, `*` matches any text without `/`, `**` any text; each
/// ends where the text after it first occurs. A query asks for parameters in any order, and others
/// may be there. A trailing `/` is optional. Only hosts ignore the case. A character that the
/// address percent-encodes matches too; what is captured stays as it is in the address.
///
/// ```
/// use jalousie_core::catalogue::UrlPattern;
///
/// let pattern = UrlPattern::parse("play.example.org/{kind}/{id}?list={list}").unwrap();
/// let url = "https://play.example.org/embed/7?autoplay=1&list=a%20b".parse().unwrap();
/// let captures = pattern.matches(&url).unwrap();
/// assert_eq!(captures.get("id"), Some("7"));
/// assert_eq!(captures.get("list"), Some("a%20b"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UrlPattern {
    text: String,
    host: HostPattern,
    path: Path,
    /// Parameters: name, and its value unless any will do.
    query: Vec<(String, Option<Glob>)>,
}

/// A path: segments, and for `**` what stands around it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Path {
    segments: Vec<Glob>,
    open: Option<Open>,
}

/// `before**after/segments`: what stands in the segment of the `**`, then segments up to the end.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Open {
    before: Glob,
    after: String,
    segments: Vec<Glob>,
}

impl UrlPattern {
    /// Parses a pattern.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        let (address, query) = match text.split_once('?') {
            Some((address, query)) => (address, Some(query)),
            None => (text, None),
        };
        if address.contains("//") {
            return Err(PatternError::new(
                "expected host/path?query, without a scheme",
            ));
        }
        if text.contains('#') {
            return Err(PatternError::new(
                "expected no #: fragments are never looked at",
            ));
        }
        let (host, path) = match address.find('/') {
            Some(slash) => address.split_at(slash),
            None => (address, "/"),
        };
        let pattern = Self {
            text: text.to_owned(),
            host: HostPattern::parse(host)?,
            path: Path::parse(path)?,
            query: query.map_or(Ok(Vec::new()), parse_query)?,
        };
        let mut names: Vec<&str> = pattern.names().collect();
        names.sort_unstable();
        match names.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(PatternError::new(format!(
                "expected {{{}}} only once",
                pair[0]
            ))),
            None => Ok(pattern),
        }
    }

    /// What the pattern captures from an address, if it matches.
    pub fn matches(&self, url: &Url) -> Option<Captures> {
        // Looking twice costs less than collecting in vain: most patterns do not match.
        if !self.accepts(url) {
            return None;
        }
        let mut captures = Captures::default();
        self.walk(url, &mut |name, value| captures.insert(name, value));
        Some(captures)
    }

    /// Whether the pattern matches an address.
    pub fn accepts(&self, url: &Url) -> bool {
        self.walk(url, &mut |_, _| ())
    }

    /// As one of a policy's sources: the host and the path, or of a path with wildcards the folder
    /// before the first. `None` if the host is not written out.
    pub fn source(&self) -> Option<String> {
        let host = self.host.source(&Captures::default())?;
        let address = self.text.split('?').next().unwrap_or_default();
        let path = address.find('/').map_or("", |slash| &address[slash..]);
        // What means something in a policy, or is encoded in addresses, is as good as a wildcard.
        let plain = |c: char| c.is_ascii_alphanumeric() || "/-._~".contains(c);
        let path = match path.find(|c| !plain(c)) {
            Some(end) => &path[..path[..end].rfind('/').map_or(0, |slash| slash + 1)],
            None => path,
        };
        Some(format!("{host}{path}"))
    }

    /// The host it asks for.
    pub fn host(&self) -> &HostPattern {
        &self.host
    }

    /// The names it captures.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let values = self.query.iter().filter_map(|(_, value)| value.as_ref());
        self.host
            .capture()
            .into_iter()
            .chain(self.path.globs().chain(values).flat_map(Glob::names))
    }

    /// The same text with names left out: what matches the same is written the same.
    pub(super) fn canonical(&self) -> String {
        let mut text = self.host.canonical();
        text.push_str(&self.path.canonical());
        let mut query: Vec<String> = self
            .query
            .iter()
            .map(|(name, value)| {
                value.as_ref().map_or_else(
                    || name.clone(),
                    |value| format!("{name}={}", value.canonical()),
                )
            })
            .collect();
        query.sort();
        for (number, parameter) in query.iter().enumerate() {
            text.push(if number == 0 { '?' } else { '&' });
            text.push_str(parameter);
        }
        text
    }

    fn walk<'n, 'u>(&'n self, url: &'u Url, sink: Sink<'_, 'n, 'u>) -> bool {
        matches!(url.scheme(), "https" | "http")
            && self.host.walk(url, sink)
            && self.path.walk(url.path(), sink)
            && self
                .query
                .iter()
                .all(|(name, value)| walk_query(name, value.as_ref(), url, sink))
    }
}

impl fmt::Display for UrlPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Path {
    fn parse(text: &str) -> Result<Self, PatternError> {
        let text = text.strip_prefix('/').unwrap_or(text);
        let Some((start, end)) = text.split_once("**") else {
            let text = text.strip_suffix('/').unwrap_or(text);
            return Ok(Self {
                segments: segments(text)?,
                open: None,
            });
        };
        if end.contains("**") || end.starts_with('*') {
            return Err(PatternError::new("expected ** only once in a path"));
        }
        let (start, before) = start
            .rsplit_once('/')
            .map_or((None, start), |(start, before)| (Some(start), before));
        let end = end.strip_suffix('/').unwrap_or(end);
        let (after, end) = end
            .split_once('/')
            .map_or((end, None), |(after, end)| (after, Some(end)));
        let open = Open {
            before: Glob::parse(before)?,
            after: plain(after)?,
            segments: end.map_or(Ok(Vec::new()), segments)?,
        };
        if open.before.ends_wild() {
            return Err(PatternError::new(format!(
                "expected some text between two wildcards, in {text:?}"
            )));
        }
        Ok(Self {
            segments: start.map_or(Ok(Vec::new()), segments)?,
            open: Some(open),
        })
    }

    fn globs(&self) -> impl Iterator<Item = &Glob> {
        let open = self
            .open
            .iter()
            .flat_map(|open| std::iter::once(&open.before).chain(&open.segments));
        self.segments.iter().chain(open)
    }

    fn canonical(&self) -> String {
        let mut text = String::new();
        for segment in &self.segments {
            text.push('/');
            text.push_str(&segment.canonical());
        }
        if let Some(open) = &self.open {
            text.push_str(&format!("/{}**{}", open.before.canonical(), open.after));
            for segment in &open.segments {
                text.push('/');
                text.push_str(&segment.canonical());
            }
        }
        if text.is_empty() {
            "/".to_owned()
        } else {
            text
        }
    }

    fn walk<'n, 'u>(&'n self, path: &'u str, sink: Sink<'_, 'n, 'u>) -> bool {
        let path = path.strip_prefix('/').unwrap_or(path);
        let Some(open) = &self.open else {
            let mut parts = path.strip_suffix('/').unwrap_or(path).split('/');
            return self
                .segments
                .iter()
                .all(|glob| parts.next().is_some_and(|part| glob.matches(part, sink)))
                && parts.next().is_none();
        };
        let mut rest = path;
        for glob in &self.segments {
            let Some((part, others)) = rest.split_once('/') else {
                return false;
            };
            if !glob.matches(part, sink) {
                return false;
            }
            rest = others;
        }
        open.walk(rest, sink)
    }
}

impl Open {
    fn walk<'n, 'u>(&'n self, text: &'u str, sink: Sink<'_, 'n, 'u>) -> bool {
        let segment = text.find('/').unwrap_or(text.len());
        let Some(after) = self.before.strip(&text[..segment], sink) else {
            return false;
        };
        let mut rest = &text[segment - after.len()..];
        if !self.segments.is_empty() || !self.after.is_empty() {
            rest = rest.strip_suffix('/').unwrap_or(rest);
        }
        for glob in self.segments.iter().rev() {
            let Some((others, part)) = rest.rsplit_once('/') else {
                return false;
            };
            if !glob.matches(part, sink) {
                return false;
            }
            rest = others;
        }
        rest.ends_with(self.after.as_str())
    }
}

fn segments(text: &str) -> Result<Vec<Glob>, PatternError> {
    text.split('/').map(Glob::parse).collect()
}

/// Text after a `**`, up to the next `/`.
fn plain(text: &str) -> Result<String, PatternError> {
    let glob = Glob::parse(text)?;
    glob.as_text().map(str::to_owned).ok_or_else(|| {
        PatternError::new(format!(
            "expected plain text after **, up to the next /, found {text:?}"
        ))
    })
}

fn parse_query(text: &str) -> Result<Vec<(String, Option<Glob>)>, PatternError> {
    let parameter = |text: &str| match text.split_once('=') {
        Some((name, value)) => Ok((plain_name(name)?, Some(Glob::parse(value)?))),
        None => Ok((plain_name(text)?, None)),
    };
    text.split('&').map(parameter).collect()
}

fn plain_name(text: &str) -> Result<String, PatternError> {
    match Glob::parse(text)?.as_text() {
        Some(name) if !name.is_empty() => Ok(name.to_owned()),
        _ => Err(PatternError::new(format!(
            "expected parameters such as list={{list}} after ?, found {text:?}"
        ))),
    }
}

/// Whether an address has this parameter: the first of its name counts.
fn walk_query<'n, 'u>(
    name: &str,
    value: Option<&'n Glob>,
    url: &'u Url,
    sink: Sink<'_, 'n, 'u>,
) -> bool {
    let parameters = url.query().unwrap_or_default().split('&');
    let mut pairs =
        parameters.map(|parameter| parameter.split_once('=').unwrap_or((parameter, "")));
    match (pairs.find(|(found, _)| *found == name), value) {
        (Some((_, found)), Some(glob)) => glob.matches(found, sink),
        (found, _) => found.is_some(),
    }
}

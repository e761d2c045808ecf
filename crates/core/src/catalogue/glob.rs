//! The part of a pattern between two slashes, or a query parameter's value.

use super::error::PatternError;
use serde::{Deserialize, Serialize};

/// Receives what is captured: name and value.
pub(super) type Sink<'s, 'n, 'u> = &'s mut dyn FnMut(&'n str, &'u str);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Token {
    /// This text; each character may be percent-encoded in the address.
    Text(String),
    /// `*`: any text without `/`, also none.
    Any,
    /// `**`: any text.
    Everything,
    /// `{name}`: any text without `/`, but some.
    Capture(String),
}

/// Text with wildcards, none of which touches another. Each wildcard ends where the text after it
/// first occurs, so that a match is found in one pass.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Glob(Vec<Token>);

impl Glob {
    /// Parses text with `*`, `**` and `{name}`.
    pub(super) fn parse(text: &str) -> Result<Self, PatternError> {
        let mut tokens: Vec<Token> = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (token, length) = token(rest)?;
            if token.is_wild() && tokens.last().is_some_and(Token::is_wild) {
                return Err(PatternError::new(format!(
                    "expected some text between two wildcards, in {text:?}"
                )));
            }
            tokens.push(token);
            rest = &rest[length..];
        }
        Ok(Self(tokens))
    }

    /// The text, if there are no wildcards.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self.0.as_slice() {
            [] => Some(""),
            [Token::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// Whether it ends with a wildcard.
    pub(super) fn ends_wild(&self) -> bool {
        self.0.last().is_some_and(Token::is_wild)
    }

    /// The names it captures.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|token| match token {
            Token::Capture(name) => Some(name.as_str()),
            _ => None,
        })
    }

    /// The same text with names left out: what matches the same is written the same.
    pub(super) fn canonical(&self) -> String {
        let shape = |token: &Token| match token {
            Token::Text(text) => text.clone(),
            Token::Any => "*".to_owned(),
            Token::Everything => "**".to_owned(),
            Token::Capture(_) => "{}".to_owned(),
        };
        self.0.iter().map(shape).collect()
    }

    /// Whether the whole text matches; captures go to the sink even if the end does not match.
    pub(super) fn matches<'n, 'u>(&'n self, text: &'u str, sink: Sink<'_, 'n, 'u>) -> bool {
        match self.0.split_last() {
            None => text.is_empty(),
            Some((Token::Text(end), before)) => match strip_end(text, end) {
                // The text at the end is the last one, not the first.
                Some(text) => walk(before, text, sink).is_some_and(str::is_empty),
                None => false,
            },
            Some(_) => walk(&self.0, text, sink).is_some_and(str::is_empty),
        }
    }

    /// What follows in a text that begins with this.
    pub(super) fn strip<'n, 'u>(
        &'n self,
        text: &'u str,
        sink: Sink<'_, 'n, 'u>,
    ) -> Option<&'u str> {
        walk(&self.0, text, sink)
    }
}

impl Token {
    fn is_wild(&self) -> bool {
        !matches!(self, Self::Text(_))
    }

    /// Whether a wildcard may stand for this text.
    fn admits(&self, text: &str) -> bool {
        match self {
            Self::Text(_) => false,
            Self::Any => !text.contains('/'),
            Self::Everything => true,
            Self::Capture(_) => !text.is_empty() && !text.contains('/'),
        }
    }
}

/// What is left of a text after the tokens, the last of which takes everything if it is wild.
fn walk<'n, 'u>(tokens: &'n [Token], text: &'u str, sink: Sink<'_, 'n, 'u>) -> Option<&'u str> {
    let mut rest = text;
    let mut tokens = tokens.iter();
    while let Some(token) = tokens.next() {
        if let Token::Text(text) = token {
            rest = strip_start(rest, text)?;
            continue;
        }
        let (found, after) = match tokens.next() {
            Some(Token::Text(text)) => {
                let least = usize::from(matches!(token, Token::Capture(_)));
                split(rest, text, least)?
            }
            _ => (rest, ""),
        };
        if !token.admits(found) {
            return None;
        }
        if let Token::Capture(name) = token {
            sink(name, found);
        }
        rest = after;
    }
    Some(rest)
}

/// What stands before and after the first occurrence of `wanted`, at `least` or later.
fn split<'u>(text: &'u str, wanted: &str, least: usize) -> Option<(&'u str, &'u str)> {
    (least..=text.len())
        .filter_map(|at| text.get(at..).map(|rest| (at, rest)))
        .find_map(|(at, rest)| Some((&text[..at], strip_start(rest, wanted)?)))
}

/// What follows `wanted`, any character of which may be percent-encoded.
fn strip_start<'u>(text: &'u str, wanted: &str) -> Option<&'u str> {
    let mut rest = text;
    for byte in wanted.bytes() {
        let bytes = rest.as_bytes();
        let length = match bytes.first()? {
            first if *first == byte => 1,
            b'%' if escaped(bytes) == Some(byte) => 3,
            _ => return None,
        };
        rest = rest.get(length..)?;
    }
    Some(rest)
}

/// What precedes `wanted`, any character of which may be percent-encoded.
fn strip_end<'u>(text: &'u str, wanted: &str) -> Option<&'u str> {
    let mut rest = text;
    for byte in wanted.bytes().rev() {
        let bytes = rest.as_bytes();
        let tail = &bytes[bytes.len().saturating_sub(3)..];
        let length = if escaped(tail) == Some(byte) {
            3
        } else if bytes.last() == Some(&byte) {
            1
        } else {
            return None;
        };
        rest = rest.get(..rest.len() - length)?;
    }
    Some(rest)
}

/// The character that `%XX` at the beginning stands for.
fn escaped(bytes: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = bytes else {
        return None;
    };
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

/// The first token and its length.
fn token(text: &str) -> Result<(Token, usize), PatternError> {
    if text.starts_with("**") {
        return Ok((Token::Everything, 2));
    }
    if text.starts_with('*') {
        return Ok((Token::Any, 1));
    }
    if text.starts_with('{') {
        let name = capture_name(text)?;
        return Ok((Token::Capture(name.to_owned()), name.len() + 2));
    }
    let length = text.find(['*', '{']).unwrap_or(text.len());
    let plain = &text[..length];
    match plain.chars().find(|&found| !plain_character(found)) {
        Some('}') => Err(PatternError::new("expected { before }")),
        Some(found) => Err(PatternError::new(format!(
            "expected {found:?} as addresses have it, percent-encoded"
        ))),
        None => Ok((Token::Text(plain.to_owned()), length)),
    }
}

/// Whether the character stands in parsed addresses as it is: no other could ever match.
fn plain_character(found: char) -> bool {
    found.is_ascii_graphic() && !matches!(found, '"' | '<' | '>' | '`' | '{' | '}' | '#' | '\\')
}

/// The name in the braces that a text begins with.
pub(super) fn capture_name(text: &str) -> Result<&str, PatternError> {
    let name = text
        .strip_prefix('{')
        .and_then(|text| text.split_once('}'))
        .map(|(name, _)| name)
        .ok_or_else(|| PatternError::new("expected } after {"))?;
    if is_name(name) {
        Ok(name)
    } else {
        Err(PatternError::new(format!(
            "expected a name of small letters, digits, - and _ in braces, found {{{name}}}"
        )))
    }
}

/// Whether a text can name a capture.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn captured(pattern: &str, text: &str) -> Option<Vec<String>> {
        let glob = Glob::parse(pattern).unwrap();
        let mut values = Vec::new();
        let matches = glob.matches(text, &mut |_, value| values.push(value.to_owned()));
        matches.then_some(values)
    }

    #[test]
    fn each_wildcard_ends_where_the_next_text_begins() {
        for (pattern, text, values) in [
            ("", "", Some(vec![])),
            ("", "a", None),
            ("abc", "abc", Some(vec![])),
            ("abc", "abcd", None),
            ("{a}", "x", Some(vec!["x"])),
            ("{a}", "", None),
            ("*", "", Some(vec![])),
            ("@{user}", "@", None),
            ("@{user}", "@ana", Some(vec!["ana"])),
            ("{id}&*", "7&a=1&b=2", Some(vec!["7"])),
            ("{id}.html", "a.html.html", Some(vec!["a.html"])),
            ("{id}.html", ".html", None),
            ("{a}-{b}-{c}", "1-2-3-4", Some(vec!["1", "2", "3-4"])),
            ("{a}-{b}", "--", None),
            ("{a}-{b}", "---", Some(vec!["-", "-"])),
            ("{a}", "x/y", None),
            ("*", "x/y", None),
            ("**", "x/y", Some(vec![])),
            (
                "**!2d{a}!3d{b}!**",
                "!1m/!2d5!3d6!x!2d7!3d8!",
                Some(vec!["5", "6"]),
            ),
        ] {
            let values = values.map(|values| values.into_iter().map(str::to_owned).collect());
            assert_eq!(captured(pattern, text), values, "{pattern} on {text}");
        }
    }

    #[test]
    fn percent_encoding_does_not_matter_to_texts() {
        assert_eq!(
            captured("{a},{b}", "1%2c2"),
            Some(vec!["1".to_owned(), "2".to_owned()])
        );
        assert_eq!(
            captured("https://{a}/{b}", "https%3A%2F%2Fh%2Fp%20q"),
            Some(vec!["h".to_owned(), "p%20q".to_owned()])
        );
        assert_eq!(captured("{a}:x", "1%3A%78"), Some(vec!["1".to_owned()]));
        assert_eq!(captured("a%20b", "a%20b"), Some(vec![]));
        assert_eq!(captured("ab", "a%"), None);
    }
}

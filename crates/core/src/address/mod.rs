//! Addresses as markup writes them, and where a browser would go for them.

pub(crate) mod lists;

use std::borrow::Cow;
use url::Url;

/// Where an address leads, seen from a page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// To the publisher, to an allowed host, or nowhere on the network.
    Admitted,
    /// To a service that the reader lets into the page: what it loads there is left alone.
    Opened(Box<Url>),
    /// To a third party.
    External(Box<Url>),
    /// No one can say: it looks like an absolute address and cannot be read as one.
    Unreadable,
}

impl Target {
    pub(crate) fn is_admitted(&self) -> bool {
        matches!(self, Target::Admitted | Target::Opened(_))
    }

    pub(crate) fn into_url(self) -> Option<Url> {
        match self {
            Target::External(url) => Some(*url),
            _ => None,
        }
    }
}

/// Whether a raw attribute value could lead to another host than its base.
///
/// That takes a scheme, two slashes, or something that hides them: a
/// backslash, a character reference, or white space, which URLs drop.
pub(crate) fn may_leave_base(raw: &[u8]) -> bool {
    let mut from = 0;
    // Byte by byte: most values are too short for anything better to pay.
    while let Some(found) = raw[from..]
        .iter()
        .position(|byte| LEAVES[usize::from(*byte)])
    {
        let at = from + found;
        if raw[at] != b'/' || raw.get(at + 1) == Some(&b'/') {
            return true;
        }
        from = at + 1;
    }
    false
}

/// Bytes that [`may_leave_base`] looks at.
const LEAVES: [bool; 256] = {
    let mut leaves = [false; 256];
    let (bytes, mut at) = (b":\\&\t\n\r/", 0);
    while at < bytes.len() {
        leaves[bytes[at] as usize] = true;
        at += 1;
    }
    leaves
};

/// Schemes that make a browser contact a host.
const NETWORK_SCHEMES: &[&str] = &["http", "https", "ws", "wss", "ftp"];

/// Whether `url` is of a kind that a browser fetches from a host.
pub(crate) fn is_network(url: &Url) -> bool {
    NETWORK_SCHEMES.contains(&url.scheme())
}

/// An attribute's value as text: character references decoded.
///
/// Only references that stand for ASCII are decoded: the others cannot change
/// which host an address names in a way that makes a third party look first-party.
pub(crate) fn decode(raw: &[u8]) -> Cow<'_, str> {
    match String::from_utf8_lossy(raw) {
        Cow::Borrowed(text) => decode_text(text),
        Cow::Owned(text) => Cow::Owned(decode_text(&text).into_owned()),
    }
}

/// The same for what is text already.
pub(crate) fn decode_text(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let (character, length) = reference(&rest[1..]).unwrap_or(('&', 0));
        decoded.push(character);
        rest = &rest[1 + length..];
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

/// The character reference at the beginning of `text` (after its `&`) and its length.
fn reference(text: &str) -> Option<(char, usize)> {
    if let Some(number) = text.strip_prefix('#') {
        return numeric(number).map(|(character, length)| (character, length + 1));
    }
    // No name in the table is longer; without a bound the search would be quadratic.
    let end = text
        .bytes()
        .take(LONGEST_NAME + 1)
        .position(|byte| byte == b';');
    let named = end.and_then(|end| {
        let at = NAMED
            .binary_search_by_key(&&text[..end], |(name, _)| name)
            .ok()?;
        Some((NAMED[at].1, end + 1))
    });
    if named.is_some() {
        return named;
    }
    // These work without a semicolon, but in attributes not before `=` or a letter or digit (13.2.5.73).
    LEGACY
        .iter()
        .find(|(name, _)| text.starts_with(name))
        .and_then(|(name, character)| {
            let next = text.as_bytes().get(name.len());
            let part_of_word = next.is_some_and(|b| *b == b'=' || b.is_ascii_alphanumeric());
            (!part_of_word).then_some((*character, name.len()))
        })
}

fn numeric(text: &str) -> Option<(char, usize)> {
    let (digits, radix, skip) = match text.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => (hexadecimal, 16, 1),
        None => (text, 10, 0),
    };
    let length = digits
        .bytes()
        .take_while(|b| (*b as char).is_digit(radix))
        .count();
    if length == 0 {
        return None;
    }
    let code = u32::from_str_radix(&digits[..length], radix).unwrap_or(u32::MAX);
    let character = char::from_u32(code)
        .filter(|c| *c != '\0')
        .unwrap_or(char::REPLACEMENT_CHARACTER);
    let semicolon = usize::from(digits[length..].starts_with(';'));
    Some((character, skip + length + semicolon))
}

const LONGEST_NAME: usize = 16;

const LEGACY: &[(&str, char)] = &[
    ("amp", '&'),
    ("AMP", '&'),
    ("lt", '<'),
    ("LT", '<'),
    ("gt", '>'),
    ("GT", '>'),
    ("quot", '"'),
    ("QUOT", '"'),
];

/// Named references that stand for one ASCII character (HTML standard, 13.5), sorted.
const NAMED: &[(&str, char)] = &[
    ("AMP", '&'),
    ("DiacriticalGrave", '`'),
    ("GT", '>'),
    ("Hat", '^'),
    ("LT", '<'),
    ("NewLine", '\n'),
    ("QUOT", '"'),
    ("Tab", '\t'),
    ("UnderBar", '_'),
    ("VerticalLine", '|'),
    ("amp", '&'),
    ("apos", '\''),
    ("ast", '*'),
    ("bsol", '\\'),
    ("colon", ':'),
    ("comma", ','),
    ("commat", '@'),
    ("dollar", '$'),
    ("equals", '='),
    ("excl", '!'),
    ("grave", '`'),
    ("gt", '>'),
    ("lbrace", '{'),
    ("lbrack", '['),
    ("lcub", '{'),
    ("lowbar", '_'),
    ("lpar", '('),
    ("lsqb", '['),
    ("lt", '<'),
    ("midast", '*'),
    ("num", '#'),
    ("percnt", '%'),
    ("period", '.'),
    ("plus", '+'),
    ("quest", '?'),
    ("quot", '"'),
    ("rbrace", '}'),
    ("rbrack", ']'),
    ("rcub", '}'),
    ("rpar", ')'),
    ("rsqb", ']'),
    ("semi", ';'),
    ("sol", '/'),
    ("verbar", '|'),
    ("vert", '|'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(NAMED.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(
            NAMED.iter().map(|(name, _)| name.len()).max(),
            Some(LONGEST_NAME)
        );
    }

    #[test]
    fn references_are_decoded_as_browsers_do() {
        for (raw, text) in [
            ("a&amp;b", "a&b"),
            ("h&#116;&#x74;ps&colon;&sol;&sol;x", "https://x"),
            ("&#47&#47;evil.example", "//evil.example"),
            ("?a=1&copy=2", "?a=1&copy=2"),
            ("?a=1&amp=2", "?a=1&amp=2"),
            ("?a=1&ampb", "?a=1&ampb"),
            ("a&amp", "a&"),
            ("&", "&"),
            ("&;&#;&#x;", "&;&#;&#x;"),
            ("&#0;&#x110000;", "\u{fffd}\u{fffd}"),
            ("&NewLine;&Tab;", "\n\t"),
        ] {
            assert_eq!(decode(raw.as_bytes()), text, "{raw}");
        }
    }

    #[test]
    fn what_could_leave_the_base_is_looked_at() {
        for raw in ["//x", "https:x", "\\\\x", "/\t/x", "&sol;/x", "a://b"] {
            assert!(may_leave_base(raw.as_bytes()), "{raw}");
        }
        for raw in ["/a/b.png", "b?c=d", "#e", ""] {
            assert!(!may_leave_base(raw.as_bytes()), "{raw}");
        }
    }
}

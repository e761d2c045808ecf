//! Addresses in style sheets and `style` attributes.

use std::borrow::Cow;

/// What stands where an address was: it loads nothing.
const NOTHING: &str = "data:,";

/// Functions whose strings are addresses (CSS Values 4; Images 4).
const ADDRESS_FUNCTIONS: &[&str] = &[
    "url",
    "src",
    "image",
    "image-set",
    "-webkit-image-set",
    "cross-fade",
];

/// Replaces every address in `css` for which `external` says so; `None`: there is none.
///
/// An address is what stands in `url(…)` and its kin and after `@import`, escapes decoded.
pub(crate) fn neutralise(css: &str, mut external: impl FnMut(&str) -> bool) -> Option<String> {
    let mut reader = Reader {
        css,
        at: 0,
        functions: Vec::new(),
        rule: Rule::Other,
    };
    let mut result = String::new();
    let mut copied = 0;
    while let Some(address) = reader.next_address() {
        if external(&address.text) {
            result.push_str(&css[copied..address.start]);
            result.push_str(NOTHING);
            copied = address.end;
        }
    }
    (copied > 0).then(|| result + &css[copied..])
}

struct Address<'a> {
    text: Cow<'a, str>,
    start: usize,
    end: usize,
}

struct Reader<'a> {
    css: &'a str,
    at: usize,
    /// The open parentheses: does each belong to a function that takes addresses?
    functions: Vec<bool>,
    rule: Rule,
}

/// The at-rule we are in, where it changes what a string is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    Other,
    /// Its strings are addresses.
    Import,
    /// Its addresses are names that nothing is loaded from.
    Namespace,
}

impl<'a> Reader<'a> {
    fn next_address(&mut self) -> Option<Address<'a>> {
        let bytes = self.css.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            match byte {
                b'/' if bytes.get(self.at + 1) == Some(&b'*') => {
                    self.at = self.css[self.at + 2..]
                        .find("*/")
                        .map_or(bytes.len(), |end| self.at + end + 4);
                }
                b'"' | b'\'' => {
                    let found = self.string(byte);
                    let address = self.rule == Rule::Import || self.functions.last() == Some(&true);
                    if address && self.rule != Rule::Namespace {
                        return Some(found);
                    }
                }
                // A mark of its own, with no name in its dashes.
                b'<' if bytes[self.at..].starts_with(b"<!--") => self.at += 4,
                b'(' => {
                    self.functions.push(false);
                    self.at += 1;
                }
                b')' => {
                    self.functions.pop();
                    self.at += 1;
                }
                b';' | b'{' | b'}' => {
                    self.rule = Rule::Other;
                    self.functions.clear();
                    self.at += 1;
                }
                b'@' => {
                    self.at += 1;
                    self.rule = match self.identifier() {
                        name if name.eq_ignore_ascii_case("import") => Rule::Import,
                        name if name.eq_ignore_ascii_case("namespace") => Rule::Namespace,
                        name if name.is_empty() => self.rule,
                        _ => Rule::Other,
                    };
                }
                _ if starts_identifier(byte) => {
                    let name = self.identifier();
                    if let Some(found) = self
                        .after_identifier(&name)
                        .filter(|_| self.rule != Rule::Namespace)
                    {
                        return Some(found);
                    }
                }
                _ => self.at += 1,
            }
        }
        None
    }

    /// After a name: the opening of a function, perhaps of a `url(` without quotes.
    fn after_identifier(&mut self, name: &str) -> Option<Address<'a>> {
        let bytes = self.css.as_bytes();
        if bytes.get(self.at) != Some(&b'(') {
            return None;
        }
        self.at += 1;
        let takes_addresses = ADDRESS_FUNCTIONS
            .iter()
            .any(|f| name.eq_ignore_ascii_case(f));
        self.functions.push(takes_addresses);
        // Only `url(` takes an address without quotes.
        if !name.eq_ignore_ascii_case("url") {
            return None;
        }
        while bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        match bytes.get(self.at) {
            None | Some(b'"' | b'\'' | b')') => None,
            Some(_) => Some(self.unquoted()),
        }
    }

    fn unquoted(&mut self) -> Address<'a> {
        let bytes = self.css.as_bytes();
        let start = self.at;
        while let Some(&byte) = bytes.get(self.at) {
            match byte {
                b')' => break,
                b'\\' => self.escape(),
                _ if byte.is_ascii_whitespace() => break,
                _ => self.at += 1,
            }
        }
        self.at = self.floor(self.at);
        Address {
            text: unescape(&self.css[start..self.at]),
            start,
            end: self.at,
        }
    }

    fn string(&mut self, quote: u8) -> Address<'a> {
        let bytes = self.css.as_bytes();
        let start = self.at + 1;
        self.at = start;
        let mut end = bytes.len();
        while let Some(&byte) = bytes.get(self.at) {
            match byte {
                b'\\' => self.escape(),
                // An unescaped line break ends a bad string.
                _ if byte == quote || matches!(byte, b'\n' | b'\r' | 0x0c) => {
                    end = self.at;
                    self.at += 1;
                    break;
                }
                _ => self.at += 1,
            }
        }
        self.at = self.floor(self.at);
        Address {
            text: unescape(&self.css[start..end]),
            start,
            end,
        }
    }

    fn identifier(&mut self) -> Cow<'a, str> {
        let bytes = self.css.as_bytes();
        let start = self.at;
        while let Some(&byte) = bytes.get(self.at) {
            match byte {
                b'\\' => self.escape(),
                _ if starts_identifier(byte) || byte.is_ascii_digit() => self.at += 1,
                _ => break,
            }
        }
        self.at = self.floor(self.at);
        unescape(&self.css[start..self.at])
    }

    /// Past an escape: up to six hexadecimal digits take one white space with them.
    fn escape(&mut self) {
        let bytes = self.css.as_bytes();
        let digits = bytes[self.at + 1..]
            .iter()
            .take(6)
            .take_while(|b| b.is_ascii_hexdigit())
            .count();
        self.at += 1 + digits;
        // Without digits it is any one character; a line break may be two.
        if digits == 0 || bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += if bytes[self.at.min(bytes.len())..].starts_with(b"\r\n") {
                2
            } else {
                1
            };
        }
        self.at = self.floor(self.at);
    }

    /// The end of the text or the nearest character border at or after `at`.
    fn floor(&self, at: usize) -> usize {
        (at..self.css.len())
            .find(|at| self.css.is_char_boundary(*at))
            .unwrap_or(self.css.len())
    }
}

fn starts_identifier(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'-' || byte == b'_' || byte == b'\\' || byte >= 0x80
}

/// Decodes CSS escapes (CSS Syntax 3, 4.3.7).
fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let digits = rest
            .bytes()
            .take(6)
            .take_while(u8::is_ascii_hexdigit)
            .count();
        if digits > 0 {
            let code = u32::from_str_radix(&rest[..digits], 16).unwrap_or(0);
            decoded.push(
                char::from_u32(code)
                    .filter(|c| *c != '\0')
                    .unwrap_or(char::REPLACEMENT_CHARACTER),
            );
            rest = &rest[digits..];
            if let Some(after) = rest
                .strip_prefix("\r\n")
                .or_else(|| rest.strip_prefix([' ', '\t', '\n', '\r', '\x0c']))
            {
                rest = after;
            }
        } else if let Some(after) = rest
            .strip_prefix("\r\n")
            .or_else(|| rest.strip_prefix(['\n', '\r', '\x0c']))
        {
            // An escaped line break in a string is no character.
            rest = after;
        } else if let Some(character) = rest.chars().next() {
            decoded.push(character);
            rest = &rest[character.len_utf8()..];
        }
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(css: &str) -> Vec<String> {
        let mut found = Vec::new();
        neutralise(css, |address| {
            found.push(address.to_owned());
            false
        });
        found
    }

    #[test]
    fn addresses_are_found_wherever_css_has_them() {
        for (css, address) in [
            ("a{background:url(//e.x/a.png)}", "//e.x/a.png"),
            ("a{background:URL( '//e.x/a' )}", "//e.x/a"),
            ("@import \"//e.x/a.css\" print;", "//e.x/a.css"),
            ("@IMPORT url(//e.x/a.css);", "//e.x/a.css"),
            ("@\\69mport '//e.x/a';", "//e.x/a"),
            ("a{b:u\\72l(//e.x/a)}", "//e.x/a"),
            ("a{b:url(\\2f\\2f e.x/a)}", "//e.x/a"),
            ("a{b:image-set('//e.x/1' 1x)}", "//e.x/1"),
            ("a{b:cross-fade(url(//e.x/1), red)}", "//e.x/1"),
            ("@font-face{src:/* */url(//e.x/f.woff)}", "//e.x/f.woff"),
            ("a{b:url(//e.x/unclosed", "//e.x/unclosed"),
            ("<!--url(//e.x)", "//e.x"),
            ("a{b:'bad\x0c'c'} d{e:url(//e.x)}", "//e.x"),
            ("a{b:'\\\r\n'} d{e:url(//e.x)} '", "//e.x"),
            ("a{b:'\\61\r\n'} d{e:url(//e.x)} '", "//e.x"),
        ] {
            assert_eq!(found(css), [address], "{css}");
        }
    }

    #[test]
    fn other_strings_are_words_not_addresses() {
        assert!(found("a::before{content:'https://e.x'} @namespace 'http://www.w3.org/2000/svg'; /* url(//e.x) */").is_empty());
        assert!(found("@namespace svg url(http://www.w3.org/2000/svg);").is_empty());
        assert_eq!(found("@namespace{} a{b:url(//e.x)}"), ["//e.x"]);
        assert!(found("@import url(a.css); a{content:'https://e.x'}") == ["a.css"]);
    }

    #[test]
    fn only_what_is_external_changes() {
        let css = "a{b:url(/own.png) url(\"//e.x/a\")}";
        assert_eq!(
            neutralise(css, |a| a.starts_with("//")).unwrap(),
            "a{b:url(/own.png) url(\"data:,\")}"
        );
        assert_eq!(neutralise(css, |_| false), None);
    }

    proptest! {
        #[test]
        fn any_text_is_survived(css in ".{0,80}") {
            let _ = neutralise(&css, |_| true);
        }

        #[test]
        fn hostile_text_is_survived(css in r#"[@a-z\\"'()/*;{} \n0-9é]{0,60}"#) {
            let _ = neutralise(&css, |_| true);
        }
    }
}

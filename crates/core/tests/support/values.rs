//! Style sheets and `data:` addresses, read by cssparser and by hand.

use cssparser::{Parser, Token};
use url::Url;

/// Addresses in CSS: `url()`, strings in functions that take images, `@import`.
pub(super) fn css_addresses(
    parser: &mut Parser<'_, '_>,
    in_function: bool,
    sheet: bool,
    found: &mut Vec<String>,
) {
    const FUNCTIONS: &[&str] = &[
        "url",
        "src",
        "image",
        "image-set",
        "-webkit-image-set",
        "cross-fade",
    ];
    let mut rule = String::new();
    while let Ok(token) = parser.next_including_whitespace().cloned() {
        match token {
            Token::AtKeyword(name) if sheet => rule = name.to_ascii_lowercase(),
            Token::Semicolon | Token::CloseCurlyBracket => rule.clear(),
            Token::UnquotedUrl(url) if rule != "namespace" => found.push(url.to_string()),
            Token::QuotedString(text) if in_function || rule == "import" => {
                found.push(text.to_string())
            }
            Token::Function(name) => {
                let takes =
                    FUNCTIONS.iter().any(|f| name.eq_ignore_ascii_case(f)) && rule != "namespace";
                nested(parser, takes, sheet, found);
            }
            Token::ParenthesisBlock | Token::SquareBracketBlock => {
                nested(parser, in_function, sheet, found)
            }
            Token::CurlyBracketBlock => {
                rule.clear();
                nested(parser, false, sheet, found);
            }
            _ => {}
        }
    }
}

fn nested(parser: &mut Parser<'_, '_>, in_function: bool, sheet: bool, found: &mut Vec<String>) {
    let _ = parser.parse_nested_block(|inner| -> Result<(), cssparser::ParseError<'_, ()>> {
        css_addresses(inner, in_function, sheet, found);
        Ok(())
    });
}

/// The markup in a `data:` address.
pub(super) fn data_document(address: &str) -> Option<String> {
    use base64::Engine as _;
    let url = Url::parse(address)
        .ok()
        .filter(|url| url.scheme() == "data")?;
    let (kind, body) = url.path().split_once(',')?;
    let kind = kind.to_ascii_lowercase();
    if !(kind.contains("html") || kind.contains("xml")) {
        return None;
    }
    let query = url
        .query()
        .map_or(String::new(), |query| format!("?{query}"));
    let bytes = percent_decode(&format!("{body}{query}"));
    if kind
        .strip_suffix("base64")
        .is_some_and(|kind| kind.trim_end_matches(' ').ends_with(';'))
    {
        let text: Vec<u8> = bytes
            .into_iter()
            .filter(|b| !b.is_ascii_whitespace() && *b != b'=')
            .collect();
        let bytes = base64::engine::general_purpose::STANDARD_NO_PAD
            .decode(text)
            .ok()?;
        return Some(String::from_utf8_lossy(&bytes).into_owned());
    }
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

fn percent_decode(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let hex = |i: usize| {
            bytes
                .get(i)
                .and_then(|b| (*b as char).to_digit(16))
                .map(|d| d as u8)
        };
        match (bytes[at], hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push(high * 16 + low);
                at += 3;
            }
            (byte, _, _) => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    decoded
}

/// The addresses of a `srcset`, character by character as the standard has it (4.8.4.3.10).
pub(super) fn candidates(set: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = set.chars().peekable();
    let blank = |c: &char| c.is_ascii_whitespace();
    while rest.peek().is_some() {
        while rest.next_if(|c| blank(c) || *c == ',').is_some() {}
        let mut address = String::new();
        while let Some(character) = rest.next_if(|c| !blank(c)) {
            address.push(character);
        }
        let ended = address.ends_with(',');
        found.push(address.trim_end_matches(',').to_owned());
        if ended {
            continue;
        }
        let mut parentheses = false;
        for character in rest.by_ref() {
            match character {
                '(' => parentheses = true,
                ')' => parentheses = false,
                ',' if !parentheses => break,
                _ => {}
            }
        }
    }
    found
}

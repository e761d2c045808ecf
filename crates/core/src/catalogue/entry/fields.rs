//! Values that stand for something.

use url::Url;

use crate::catalogue::host::is_loopback;
use crate::catalogue::{AttributeTest, Size};
use crate::document::{Section, alternatives, suggestion};

/// Elements that embeds are made of; elements of a script's own have a `-` in their names.
const ELEMENTS: [&str; 29] = [
    "a",
    "article",
    "aside",
    "audio",
    "blockquote",
    "button",
    "center",
    "div",
    "embed",
    "figure",
    "form",
    "iframe",
    "img",
    "ins",
    "li",
    "main",
    "nav",
    "noscript",
    "object",
    "ol",
    "p",
    "picture",
    "pre",
    "script",
    "section",
    "span",
    "table",
    "ul",
    "video",
];

/// Words for readers; missing or empty, it is `None`.
pub(super) fn words<'d>(section: &mut Section<'d>, key: &'d str) -> Option<String> {
    let words = section.parsed(key, |text| {
        if text.trim().is_empty() {
            Err("expected words")
        } else {
            Ok(text.trim().to_owned())
        }
    });
    words.map(|words| words.value)
}

/// ISO 3166 alpha-2.
pub(super) fn country(text: &str) -> Result<String, &'static str> {
    if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        Ok(text.to_owned())
    } else {
        Err("expected the two capital letters of a country, such as FR")
    }
}

/// The address of a page that readers can open.
pub(super) fn page(text: &str) -> Result<String, String> {
    let url = Url::parse(text)
        .map_err(|error| format!("expected an address that begins with https://: {error}"))?;
    let local = url.host_str().is_some_and(is_loopback);
    match url.scheme() {
        _ if !url.username().is_empty() || url.password().is_some() => {
            Err("expected an address without a user name".to_owned())
        }
        "https" => Ok(url.into()),
        "http" if local => Ok(url.into()),
        "http" => Err("expected https://, because http is for this machine only".to_owned()),
        _ => Err("expected an address that begins with https://".to_owned()),
    }
}

/// The name of an element.
pub(super) fn element(text: &str) -> Result<String, String> {
    let custom = text.contains('-') && is_attribute_name(text);
    if custom || ELEMENTS.contains(&text) {
        return Ok(text.to_owned());
    }
    let expected = alternatives(ELEMENTS);
    let guess = suggestion(text, ELEMENTS)
        .map(|guess| format!("; did you mean {guess}?"))
        .unwrap_or_default();
    Err(format!(
        "expected {expected}, or an element with - in its name{guess}"
    ))
}

/// Whether an element shows the page that is at its address.
pub(super) fn is_frame(element: &str) -> bool {
    matches!(element, "iframe" | "object" | "embed")
}

/// One class, id or feature: a word.
pub(super) fn token(text: &str, kind: &str) -> Result<String, String> {
    if text.is_empty() || text.contains(|found: char| found.is_whitespace()) {
        Err(format!("expected {kind}, without spaces"))
    } else {
        Ok(text.to_owned())
    }
}

/// `name` or `name=value`.
pub(super) fn attribute_test(text: &str) -> Result<AttributeTest, &'static str> {
    let (name, value) = match text.split_once('=') {
        Some((name, value)) => (name, Some(value.to_owned())),
        None => (text, None),
    };
    Ok(AttributeTest {
        name: attribute_name(name)?,
        value,
    })
}

/// An attribute's name.
pub(super) fn attribute_name(text: &str) -> Result<String, &'static str> {
    if is_attribute_name(text) {
        Ok(text.to_owned())
    } else {
        Err("expected an attribute's name in small letters")
    }
}

/// An attribute that may go from the page into a frame: it must not do anything by itself.
pub(super) fn kept_attribute(text: &str) -> Result<String, &'static str> {
    let name = attribute_name(text)?;
    let active = [
        "src",
        "href",
        "srcset",
        "srcdoc",
        "style",
        "class",
        "id",
        "action",
        "data",
        "ping",
        "poster",
        "formaction",
        "xlink",
    ];
    if name.starts_with("on") || active.contains(&name.as_str()) {
        Err("expected an attribute such as data-lang: this one does something by itself")
    } else {
        Ok(name)
    }
}

fn is_attribute_name(text: &str) -> bool {
    let inside = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_' | b'.')
    };
    text.starts_with(|first: char| first.is_ascii_lowercase()) && text.bytes().all(inside)
}

/// The size to reserve.
pub(super) fn size(section: &mut Section<'_>) -> Size {
    let aspect_ratio = section
        .parsed("aspect_ratio", ratio)
        .map(|ratio| ratio.value);
    let mut pixels = |key| {
        let number = section.integer(key, 1..=10_000)?;
        u32::try_from(number.value).ok()
    };
    let (height, min_height, max_width) =
        (pixels("height"), pixels("min_height"), pixels("max_width"));
    let heights = [
        aspect_ratio.is_some(),
        height.is_some(),
        min_height.is_some(),
    ];
    if heights.into_iter().filter(|given| *given).count() > 1 {
        section.report(
            "height",
            "expected one of aspect_ratio, height and min_height",
        );
    }
    Size {
        aspect_ratio,
        height,
        min_height,
        max_width,
    }
}

fn ratio(text: &str) -> Result<(u32, u32), &'static str> {
    const EXPECTED: &str = "expected width/height in whole numbers, such as 16/9";
    let (width, height) = text.split_once('/').ok_or(EXPECTED)?;
    let number = |text: &str| {
        text.parse()
            .ok()
            .filter(|number| (1..=10_000).contains(number))
    };
    number(width).zip(number(height)).ok_or(EXPECTED)
}

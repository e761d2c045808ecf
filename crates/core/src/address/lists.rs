//! Attribute values that hold several addresses, or one among other things.

/// The addresses of a `srcset` (HTML standard, 4.8.4.3.10).
pub(crate) fn srcset(value: &str) -> impl Iterator<Item = &str> {
    let is_space = |c: char| c.is_ascii_whitespace();
    let mut rest = value;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| is_space(c) || c == ',');
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(is_space).unwrap_or(rest.len());
        let address = &rest[..end];
        rest = &rest[end..];
        let trimmed = address.trim_end_matches(',');
        if trimmed.len() == address.len() {
            rest = skip_descriptors(rest);
        }
        Some(trimmed)
    })
}

/// Descriptors run to the next comma that is not in parentheses. These do not nest: the first `)` closes them.
fn skip_descriptors(text: &str) -> &str {
    let mut parentheses = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => parentheses = true,
            b')' => parentheses = false,
            b',' if !parentheses => return &text[at + 1..],
            _ => {}
        }
    }
    ""
}

/// The address of a `meta refresh` or `Refresh` header (HTML standard, "shared declarative refresh steps").
pub(crate) fn refresh(value: &str) -> Option<&str> {
    // Browsers differ in what they take for a number: whatever it is, it ends at one of these.
    let value = value.trim_start();
    let rest = &value[value.find(|c: char| c == ';' || c == ',' || c.is_ascii_whitespace())?..];
    let rest = rest.trim_start();
    let rest = rest.strip_prefix([';', ',']).unwrap_or(rest).trim_start();
    let is_url = rest
        .get(..3)
        .is_some_and(|word| word.eq_ignore_ascii_case("url"));
    let after = is_url
        .then(|| rest[3..].trim_start())
        .and_then(|after| after.strip_prefix('='));
    let address = after.map_or(rest, str::trim_start);
    let address = match address.chars().next() {
        Some(quote @ ('"' | '\'')) => address[1..].split(quote).next().unwrap_or_default(),
        _ => address,
    };
    (!address.is_empty()).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn srcsets_are_split_as_browsers_do() {
        for (value, addresses) in [
            ("a.png 1x, b.png 2x", &["a.png", "b.png"][..]),
            ("a.png, b.png", &["a.png", "b.png"]),
            ("a,b.png 2x", &["a,b.png"]),
            (" ,a 100w,b", &["a", "b"]),
            ("data:,a ( , ) 2x, b", &["data:,a", "b"]),
            ("a ((,), b", &["a", "b"]),
            ("", &[]),
        ] {
            assert_eq!(srcset(value).collect::<Vec<_>>(), addresses, "{value}");
        }
    }

    #[test]
    fn refreshes_are_read_as_browsers_do() {
        for (value, address) in [
            ("0;url=//e.x", Some("//e.x")),
            ("5; URL='//e.x/a'", Some("//e.x/a")),
            ("0,//e.x", Some("//e.x")),
            ("0 ; url = \"//e.x\" b", Some("//e.x")),
            ("1.5;url=a", Some("a")),
            ("0 url=//e.x", Some("//e.x")),
            ("30", None),
        ] {
            assert_eq!(refresh(value), address, "{value}");
        }
    }
}

//! Header fields: what both sides ask of them.

use http::header::HeaderName;
use http::{HeaderMap, HeaderValue};

pub(crate) const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
pub(crate) const X_FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// The number that a field gives; the largest there is, where it is larger.
///
/// `None`: there is no such field, or more than one, or it is no number: a sign, a list, white space.
pub(crate) fn number(headers: &HeaderMap, name: &HeaderName) -> Option<u64> {
    let mut values = headers.get_all(name).iter().map(HeaderValue::as_bytes);
    let digits = values.next().filter(|_| values.next().is_none())?;
    let plain = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    plain.then(|| {
        let digit =
            |number: u64, digit: &u8| number.checked_mul(10)?.checked_add(u64::from(digit - b'0'));
        digits.iter().try_fold(0, digit).unwrap_or(u64::MAX)
    })
}

/// Removes all fields whose names are meant.
pub(crate) fn remove_where(headers: &mut HeaderMap, meant: impl Fn(&HeaderName) -> bool) {
    // Looking through the few there are costs less than asking for each that could be there.
    let found: Vec<HeaderName> = headers.keys().filter(|name| meant(name)).cloned().collect();
    for name in found {
        headers.remove(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::header::CONTENT_LENGTH;

    #[test]
    fn a_number_is_one_of_digits() {
        for (values, expected) in [
            (&["0"][..], Some(0)),
            (&["0042"], Some(42)),
            (&["18446744073709551615"], Some(u64::MAX)),
            (&["18446744073709551616"], Some(u64::MAX)),
            (&[], None),
            (&[""], None),
            (&["+5"], None),
            (&["5, 5"], None),
            (&["5", "5"], None),
            (&[" 5"], None),
        ] {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append(CONTENT_LENGTH, HeaderValue::from_static(value));
            }
            assert_eq!(number(&headers, &CONTENT_LENGTH), expected, "{values:?}");
        }
    }
}

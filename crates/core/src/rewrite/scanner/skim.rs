//! Tags read in one go, for whoever wants to know only that nothing in them matters.
//!
//! The same states as in [`super::tag`], but without keeping where things are and without
//! resuming: a tag that is not complete, or that is out of the ordinary, is `None` and is left to
//! the slow reader.

use super::tag::{ENDS_ATTRIBUTE, ENDS_NAME, ENDS_VALUE, is_space, skip};
use memchr::memchr;

/// Longer tags are left to the slow reader, which also counts their attributes.
const LONGEST: usize = 2048;

/// Bytes of text up to the next `<`.
pub(crate) fn text(rest: &[u8]) -> Option<usize> {
    match rest.first() {
        // Often there is none between two tags.
        Some(b'<') => Some(0),
        _ => memchr(b'<', rest),
    }
}

/// The name of the start tag that `tag` begins with.
pub(crate) fn start_tag(tag: &[u8]) -> Option<&[u8]> {
    tag.get(1).filter(|byte| byte.is_ascii_alphabetic())?;
    let end = skip(tag, 1, ENDS_NAME);
    (end < tag.len()).then(|| &tag[1..end])
}

/// The name of the end tag that `tag` begins with, if there is nothing else in it.
pub(crate) fn end_tag(tag: &[u8]) -> Option<&[u8]> {
    tag.get(2).filter(|byte| byte.is_ascii_alphabetic())?;
    let end = skip(tag, 2, ENDS_NAME);
    (tag.get(end) == Some(&b'>')).then(|| &tag[2..end])
}

/// The length of the start tag that `tag` begins with, read on from `at`, the end of its name;
/// `None` as soon as `matters` says so of an attribute's name and value.
pub(crate) fn attributes(
    tag: &[u8],
    mut at: usize,
    matters: impl Fn(&[u8], &[u8]) -> bool,
) -> Option<usize> {
    let tag = &tag[..tag.len().min(LONGEST)];
    loop {
        match *tag.get(at)? {
            b'>' => return Some(at + 1),
            b'/' => at += 1,
            byte if is_space(byte) => at += 1,
            _ => {
                let name_end = skip(tag, at + 1, ENDS_ATTRIBUTE);
                let (value, end) = value(tag, name_end)?;
                if matters(&tag[at..name_end], value) {
                    return None;
                }
                at = end;
            }
        }
    }
}

/// What follows an attribute's name: its value, and where that ends.
fn value(tag: &[u8], name_end: usize) -> Option<(&[u8], usize)> {
    let equals = after_space(tag, name_end)?;
    if tag[equals] != b'=' {
        return Some((b"", equals));
    }
    let start = after_space(tag, equals + 1)?;
    match tag[start] {
        quote @ (b'"' | b'\'') => {
            let value = &tag[start + 1..];
            let length = value.iter().position(|byte| *byte == quote)?;
            Some((&value[..length], start + length + 2))
        }
        b'>' => Some((b"", start)),
        _ => {
            let end = skip(tag, start + 1, ENDS_VALUE);
            Some((&tag[start..end], end))
        }
    }
}

/// The first byte at or after `at` that is no white space.
fn after_space(tag: &[u8], mut at: usize) -> Option<usize> {
    while is_space(*tag.get(at)?) {
        at += 1;
    }
    Some(at)
}

//! Tags read in one go, for whoever wants to know only that nothing in them matters.
//!
//! The same states as in [`super::tag`], but without keeping where things are and without
//! resuming: a tag that is not complete, or that is out of the ordinary, is `None` and is left to
//! the slow reader.

use super::block::{BLOCK, Block};
use super::tag::{ENDS, ENDS_ATTRIBUTE, ENDS_NAME, ENDS_VALUE, is_space, skip};
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

/// Which attributes matter.
pub(crate) trait Interest {
    /// Whether an attribute matters.
    fn matters(&self, name: &[u8], value: &[u8]) -> bool;
    /// Whether one may matter that has no value, or one that leads nowhere.
    fn in_all(&self) -> bool;
}

/// The length of the start tag that `tag` begins with, read on from `at`, the end of its name;
/// `None` as soon as an attribute matters.
pub(crate) fn attributes(tag: &[u8], mut at: usize, interest: &impl Interest) -> Option<usize> {
    let tag = &tag[..tag.len().min(LONGEST)];
    let mut as_usual = true;
    loop {
        match *tag.get(at)? {
            b'>' => return Some(at + 1),
            b'/' => at += 1,
            byte if is_space(byte) => at += 1,
            _ => {
                let block = tag[at..].first_chunk().filter(|_| as_usual);
                match block.map_or(Step::Unusual, |block| together(block, interest)) {
                    Step::Matters => return None,
                    Step::End(length) => return Some(at + length),
                    Step::To(length) => at += length,
                    step => {
                        as_usual = matches!(step, Step::Long);
                        at = one(tag, at, interest)?;
                    }
                }
            }
        }
    }
}

/// What the attributes at the beginning of a block are.
enum Step {
    /// One of them matters.
    Matters,
    /// None does, and this is the tag's rest.
    End(usize),
    /// None does of those that end up to here.
    To(usize),
    /// The first is longer than a block.
    Long,
    /// They are written in another way.
    Unusual,
}

/// Reads the attributes of a block together.
fn together(block: &[u8; BLOCK], interest: &impl Interest) -> Step {
    let read = match Block::of(block).read() {
        Some(read) => read,
        None if memchr(b'"', block).is_some_and(|open| !block[open + 1..].contains(&b'"')) => {
            return Step::Long;
        }
        None => return Step::Unusual,
    };
    let mut gap = 0;
    for value in read.values() {
        // The `=` and the quote stand between name and value. After anything but a plain name, the
        // `=` would begin a name of its own.
        let name_end = value.start.saturating_sub(2);
        if name_end == 0 || !block[name_end - 1].is_ascii_alphanumeric() {
            return Step::Unusual;
        }
        if !value.tells && !interest.in_all() {
            continue;
        }
        let ends = |byte: &u8| ENDS[usize::from(*byte)] & ENDS_ATTRIBUTE != 0 || *byte == b'"';
        let before = block[..name_end].iter().rposition(ends);
        let name_start = before.map_or(0, |before| before + 1);
        if interest.in_all() && !is_blank(&block[gap..name_start]) {
            // An attribute without a value.
            return Step::Unusual;
        }
        if interest.matters(&block[name_start..name_end], &block[value.start..value.end]) {
            return Step::Matters;
        }
        gap = value.end + 1;
    }
    if interest.in_all() && !is_blank(&block[gap..read.to - usize::from(read.is_end)]) {
        return Step::Unusual;
    }
    match read.is_end {
        true => Step::End(read.to),
        false => Step::To(read.to),
    }
}

/// Nothing but what may stand between attributes.
fn is_blank(gap: &[u8]) -> bool {
    gap.iter().all(|byte| is_space(*byte) || *byte == b'/')
}

/// Reads one attribute, however it is written; where it ends.
fn one(tag: &[u8], at: usize, interest: &impl Interest) -> Option<usize> {
    let name_end = skip(tag, at + 1, ENDS_ATTRIBUTE);
    let (value, end) = value(tag, name_end)?;
    (!interest.matters(&tag[at..name_end], value)).then_some(end)
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
            let length = memchr(quote, value)?;
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

//! A glance at tags: of nearly all of them, nothing matters to the gate, and they pass unread.

use super::resource::{gives_meaning, may_load_anywhere, may_run};
use super::scanner::skim;
use crate::catalogue::{Marks, Words};
use std::sync::LazyLock;

/// Elements that the gate or the scanner has to follow, whatever their attributes.
const FOLLOWED: &[&str] = &[
    "audio",
    "col",
    "colgroup",
    "embed",
    "frame",
    "frameset",
    "iframe",
    "math",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "plaintext",
    "script",
    "select",
    "style",
    "svg",
    "table",
    "template",
    "textarea",
    "title",
    "video",
    "xmp",
];

/// Elements whose end matters although they themselves may not.
const FOLLOWED_TO_THE_END: &[&str] = &["body", "select", "template"];

const START: u8 = 1;
const END: u8 = 2;

static NAMES: LazyLock<Words> = LazyLock::new(|| {
    let mut names = Words::names();
    for name in FOLLOWED.iter().copied().chain(gives_meaning()) {
        names.add(name, START);
    }
    for name in FOLLOWED_TO_THE_END {
        names.add(name, END);
    }
    names
});

/// Start tags that passed lately: pages repeat themselves. What begins with the same bytes begins with
/// the same tag, and that passes again.
#[derive(Debug, Default)]
pub(super) struct Known {
    tags: Vec<Tag>,
    /// They passed a look for scripts too.
    scripts: bool,
}

/// One of them.
#[derive(Clone, Copy, Debug)]
struct Tag {
    /// 0: none.
    length: u8,
    bytes: [u8; LONGEST_KNOWN],
}

/// Longer tags are seldom repeated.
const LONGEST_KNOWN: usize = 47;

/// A power of two.
const MOST_KNOWN: usize = 32;

impl Known {
    /// Forgets what passed while less was looked for.
    fn serve(&mut self, interest: &Interest<'_>) {
        if interest.scripts && !self.scripts {
            self.tags.clear();
        }
        self.scripts = interest.scripts;
    }

    /// The length of the tag that `rest` begins with, if it is one of them.
    fn length(&self, rest: &[u8]) -> Option<usize> {
        let tag = self.tags.get(Self::place(rest)?)?;
        let length = usize::from(tag.length);
        (length != 0 && rest.get(..length)? == &tag.bytes[..length]).then_some(length)
    }

    /// Remembers that the tag of this length passes.
    fn add(&mut self, rest: &[u8], length: usize) {
        let Some(place) = Self::place(rest).filter(|_| length <= LONGEST_KNOWN) else {
            return;
        };
        let none = Tag {
            length: 0,
            bytes: [0; LONGEST_KNOWN],
        };
        self.tags.resize(MOST_KNOWN, none);
        let tag = &mut self.tags[place];
        // Lengths up to `LONGEST_KNOWN` fit.
        tag.length = length as u8;
        tag.bytes[..length].copy_from_slice(&rest[..length]);
    }

    /// Where a tag is kept: by twelve bytes, which few tags with attributes are shorter than.
    fn place(rest: &[u8]) -> Option<usize> {
        let (start, more) = rest.split_first_chunk()?;
        let (start, more) = (
            u64::from_le_bytes(*start),
            u32::from_le_bytes(*more.first_chunk()?),
        );
        let mixed = (start ^ u64::from(more) << 17).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Some((mixed >> 32) as usize % MOST_KNOWN)
    }
}

/// What was passed at a glance.
pub(super) struct Passed {
    /// Where the first markup begins that takes more than a glance, or the window's end.
    pub(super) to: usize,
    /// Level of the last heading on the way.
    pub(super) heading: Option<u8>,
}

/// What is looked for besides what loads.
pub(super) struct Interest<'a> {
    /// What embeds are found by.
    pub(super) marks: &'a Marks,
    /// Attributes that are scripts: the page has no guard yet.
    pub(super) scripts: bool,
}

/// Passes whatever text and tags from `at` on mean nothing to the gate, in ordinary HTML and with
/// nothing held. `limit` is the most that a tag may take.
pub(super) fn pass(
    window: &[u8],
    at: usize,
    limit: usize,
    interest: &Interest<'_>,
    known: &mut Known,
) -> Passed {
    known.serve(interest);
    let (names, mut passed) = (
        &*NAMES,
        Passed {
            to: at,
            heading: None,
        },
    );
    loop {
        let rest = &window[passed.to..];
        let Some(text) = skim::text(rest) else {
            passed.to = window.len();
            return passed;
        };
        passed.to += text;
        let tag = &rest[text..];
        let length = match tag {
            [b'<', b'/', ..] => end_tag(tag, names),
            _ => start_tag(tag, names, interest, known),
        };
        match length {
            Some(length) if length <= limit => passed.to += length,
            _ => return passed,
        }
        passed.heading = heading(tag).or(passed.heading);
    }
}

/// The level of the heading that `tag`, a complete one, begins.
fn heading(tag: &[u8]) -> Option<u8> {
    match tag {
        [b'<', b'h' | b'H', level @ b'1'..=b'6', ..] => {
            skim::start_tag(tag).filter(|name| name.len() == 2)?;
            Some(level - b'0')
        }
        _ => None,
    }
}

/// The length of the end tag that `tag` begins with, if it means nothing.
fn end_tag(tag: &[u8], names: &Words) -> Option<usize> {
    let name = skim::end_tag(tag)?;
    (names.get(name) & END == 0).then_some(name.len() + 3)
}

/// The length of the start tag that `tag` begins with, if it means nothing.
fn start_tag(
    tag: &[u8],
    names: &Words,
    interest: &Interest<'_>,
    known: &mut Known,
) -> Option<usize> {
    if let Some(length) = known.length(tag) {
        return Some(length);
    }
    let name = skim::start_tag(tag)?;
    if names.get(name) & START != 0 {
        return None;
    }
    if let [b'>', ..] = tag[name.len() + 1..] {
        return Some(name.len() + 2);
    }
    let look = Look {
        interest,
        element: name,
        found_by: interest.marks.element(name),
    };
    let length = skim::attributes(tag, name.len() + 1, &look)?;
    known.add(tag, length);
    Some(length)
}

/// What is looked for in one tag.
struct Look<'a> {
    interest: &'a Interest<'a>,
    element: &'a [u8],
    found_by: u8,
}

impl skim::Interest for Look<'_> {
    fn matters(&self, name: &[u8], value: &[u8]) -> bool {
        may_load_anywhere(name, value)
            || (self.found_by != Marks::NOTHING && self.is_mark(name, value))
            || (self.interest.scripts && may_run(name, value))
    }

    fn in_all(&self) -> bool {
        self.found_by != Marks::NOTHING || self.interest.scripts
    }
}

impl Look<'_> {
    /// Whether an attribute may be what an embed is found by.
    fn is_mark(&self, name: &[u8], value: &[u8]) -> bool {
        let marks = self.interest.marks;
        // With a character reference, another word may be meant.
        let plain = || !value.contains(&b'&');
        if self.found_by & Marks::BY_ATTRIBUTE != 0 && marks.has_attribute(self.element, name) {
            return true;
        }
        if name.eq_ignore_ascii_case(b"class") {
            let has = |class: &[u8]| marks.has_class(class);
            return !plain() || value.split(u8::is_ascii_whitespace).any(has);
        }
        name.eq_ignore_ascii_case(b"id") && (!plain() || marks.has_id(value))
    }
}

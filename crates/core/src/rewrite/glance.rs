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
pub(super) fn pass(window: &[u8], at: usize, limit: usize, interest: &Interest<'_>) -> Passed {
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
            _ => start_tag(tag, names, interest),
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
fn start_tag(tag: &[u8], names: &Words, interest: &Interest<'_>) -> Option<usize> {
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
    skim::attributes(tag, name.len() + 1, &look)
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

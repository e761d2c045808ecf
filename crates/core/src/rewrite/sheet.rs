//! Style sheets inside the page: in HTML raw text, in SVG and XML markup.

use super::Kind;
use super::gate::Gate;
use super::holding::{Holding, Then, parts};
use super::resource::{Edits, edited};
use super::scanner::{Held, INERT_INSTRUCTION, Output, Position, StartTag};
use crate::address::{decode, decode_text};
use crate::catalogue::UNCLASSIFIED;

impl Gate {
    pub(super) fn on_style(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) {
        let position = output.position(tag.start);
        if !tag.holds_markup() {
            return self.hold_element(tag, Then::Style(position), output);
        }
        let edits = self.edits(tag);
        let inert = tag
            .attribute("type")
            .is_some_and(|kind| kind == b"text/plain");
        if inert || tag.is_closed() {
            return self.neutralise(tag, edits, output);
        }
        // With another type it is no style sheet, whatever it turns out to hold.
        let inert = edited(
            tag,
            &Edits {
                disarm: true,
                list: edits.list.clone(),
                ..Edits::default()
            },
        );
        output.hold_from(tag.start);
        self.neutralise(tag, edits, output);
        self.holding = Some(Holding::Sheet {
            opening: output.held_len(tag.end()),
            inert,
            position,
        });
    }

    pub(super) fn finish_style(
        &mut self,
        held: &Held,
        opening: usize,
        closing: usize,
        position: Position,
        output: &mut Output<'_>,
    ) {
        if held.too_large {
            return self.left_out("style", position, output);
        }
        let (start, css, end) = parts(&held.bytes, opening, closing);
        let mut first = None;
        let changed = may_have_address(css)
            .then(|| self.change_css(css, |css| self.neutralise_css(css, &mut first)))
            .flatten();
        let Some(changed) = changed else {
            return output.write(&held.bytes);
        };
        write_marked(start, output);
        output.write(&changed);
        output.write(end);
        self.report_style(first, position);
    }

    /// A style sheet in SVG or XML ends at `end`, or turns out to hold more than text: then it is made inert.
    pub(super) fn finish_sheet(
        &mut self,
        end: usize,
        closing: Option<usize>,
        output: &mut Output<'_>,
    ) {
        let Some(Holding::Sheet {
            opening,
            inert,
            position,
        }) = self.holding.take()
        else {
            return;
        };
        let held = output.release(end);
        if held.too_large {
            // The tags in it, if any, are looked at like all others.
            return self.left_out("style", position, output);
        }
        let (start, sheet, end_tag) = parts(&held.bytes, opening, closing.unwrap_or(0));
        let mut first = None;
        if closing.is_some() {
            let text = self.text_of(&text_in(sheet));
            let mut found = |css: &str| self.neutralise_css(css, &mut first).is_some();
            if !found(&text) & !found(&decode_text(&text)) {
                return output.write(&held.bytes);
            }
            if !sheet.contains(&b'<') && !sheet.contains(&b'&') {
                let changed = self.change_css(sheet, |css| self.neutralise_css(css, &mut None));
                write_marked(start, output);
                output.write(&changed.unwrap_or_default());
                output.write(end_tag);
                return self.report_style(first, position);
            }
        }
        output.write(&inert);
        output.write(sheet);
        output.write(end_tag);
        self.report_style(first, position);
    }

    /// An XML page names a style sheet of its own. Transformations could make any markup at all.
    pub(super) fn on_style_sheet_instruction(
        &mut self,
        raw: &[u8],
        start: usize,
        output: &mut Output<'_>,
    ) {
        let value = |name: &[u8]| {
            let at = memchr::memmem::find(raw, name)? + name.len();
            let rest = raw[at..]
                .trim_ascii_start()
                .strip_prefix(b"=")?
                .trim_ascii_start();
            let (quote, rest) = rest.split_first()?;
            Some(&rest[..memchr::memchr(*quote, rest)?])
        };
        let css = value(b"type").is_some_and(|kind| kind.eq_ignore_ascii_case(b"text/css"));
        let stays = value(b"href").is_some_and(|href| self.target(&decode(href)).is_admitted());
        // The name in another attribute's value would be taken for the attribute: then it is not as simple as it looks.
        let simple = [&b"type"[..], b"href"]
            .iter()
            .all(|name| memchr::memmem::find_iter(raw, name).count() == 1);
        if css && stays && simple {
            return;
        }
        let (position, href) = (
            output.position(start),
            value(b"href").map(|href| decode(href).into_owned()),
        );
        output.replace(start, start + 2, INERT_INSTRUCTION);
        self.report_style(href, position);
    }

    fn report_style(&mut self, address: Option<String>, position: Position) {
        let url = address
            .as_deref()
            .and_then(|address| self.target(address).into_url());
        let names = url
            .as_ref()
            .map_or((UNCLASSIFIED, UNCLASSIFIED), |url| self.site.claim(url));
        let names = (names.0.to_owned(), names.1.to_owned());
        let url = url.map(String::from).or(address).unwrap_or_default();
        self.report(Kind::Resource, names, url, "style".to_owned(), position);
    }
}

/// Writes a start tag with the mark of what the gate changed.
fn write_marked(start: &[u8], output: &mut Output<'_>) {
    const MARK: &[u8] = b" data-jalousie=\"resource\"";
    let name = start
        .iter()
        .position(|byte| matches!(byte, b'/' | b'>') || byte.is_ascii_whitespace())
        .unwrap_or(start.len());
    let marked = start[name..].starts_with(MARK);
    output.write(&start[..name]);
    output.write(if marked { b"" } else { MARK });
    output.write(&start[name..]);
}

/// The text of a style sheet that is markup: without comments and the marks of literal text.
fn text_in(mut markup: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(markup.len());
    while let Some(at) = memchr::memchr2(b'<', b']', markup) {
        text.extend_from_slice(&markup[..at]);
        markup = &markup[at..];
        let comment = markup.strip_prefix(b"<!--").map(|rest| {
            memchr::memmem::find(rest, b"-->").map_or(&rest[rest.len()..], |end| &rest[end + 3..])
        });
        let mark = || {
            markup
                .strip_prefix(b"<![CDATA[")
                .or_else(|| markup.strip_prefix(b"]]>"))
        };
        markup = comment.or_else(mark).unwrap_or_else(|| {
            text.push(markup[0]);
            &markup[1..]
        });
    }
    text.extend_from_slice(markup);
    text
}

/// Whether a style sheet could name another host: cheap, for the many that do not.
fn may_have_address(css: &[u8]) -> bool {
    let scheme = |colon: usize| {
        let before = &css[colon.saturating_sub(5)..colon];
        ["http", "https", "data"].iter().any(|scheme| {
            before.len() >= scheme.len()
                && before[before.len() - scheme.len()..].eq_ignore_ascii_case(scheme.as_bytes())
        })
    };
    memchr::memmem::find(css, b"//").is_some()
        || memchr::memchr2(b'\\', b'\t', css).is_some()
        || memchr::memchr_iter(b':', css).any(scheme)
}

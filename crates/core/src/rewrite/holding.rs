//! Markup that is held back until its end is known, and what becomes of it then.

use super::Kind;
use super::embed::Embed;
use super::following::Followed;
use super::gate::{Gate, UNIT_LIMIT};
use super::inside::look_inside;
use super::resource::lower_name;
use super::scanner::{EndTag, Held, Hold, NOTHING, Output, Position, Scanner, StartTag, Syntax};
use crate::catalogue::UNCLASSIFIED;
use crate::policy::stays_at_home;
use std::mem;

/// What is being held.
#[derive(Debug)]
pub(super) enum Holding {
    /// One element of raw text, to its end tag.
    Element {
        name: Vec<u8>,
        /// Bytes of its start tag.
        opening: usize,
        then: Then,
    },
    /// An element with all that is in it.
    Unit {
        name: Vec<u8>,
        opening: usize,
        depth: usize,
        embed: Box<Embed>,
        /// The catalogue knows it; otherwise it depends on what is inside.
        known: bool,
    },
    /// A style sheet in SVG or XML, where it is markup; `inert` is a start tag that makes it none.
    Sheet {
        opening: usize,
        inert: Vec<u8>,
        position: Position,
    },
    /// An embed whose script may follow.
    Following(Followed),
}

/// What happens at an element's end.
#[derive(Debug)]
pub(super) enum Then {
    /// A notice takes its place.
    Notice(Box<Embed>),
    /// Its addresses are looked at.
    Style(Position),
    /// Its content is markup for readers without scripts.
    Noscript(Position),
    /// It stays if it leads nowhere else.
    Speculation(Position),
    /// Parsers disagree on what it holds.
    Ambiguous(Position),
    /// It may belong to the embed before it.
    Belongs(Followed, Position),
}

impl Holding {
    pub(super) fn element(tag: &StartTag<'_>, then: Then) -> Self {
        Holding::Element {
            name: tag.name.to_ascii_lowercase(),
            opening: tag.raw.len(),
            then,
        }
    }

    pub(super) fn unit(tag: &StartTag<'_>, embed: Embed, known: bool) -> Self {
        let (name, opening) = (tag.name.to_ascii_lowercase(), tag.raw.len());
        Holding::Unit {
            name,
            opening,
            depth: 1,
            embed: Box::new(embed),
            known,
        }
    }
}

/// What is held of an element: its start tag, its inside, its end tag.
pub(super) fn parts(held: &[u8], opening: usize, closing: usize) -> (&[u8], &[u8], &[u8]) {
    let (start, rest) = held.split_at(opening.min(held.len()));
    let (inside, end) = rest.split_at(rest.len().saturating_sub(closing));
    (start, inside, end)
}

fn begins(bytes: &[u8], opening: &[u8]) -> bool {
    bytes
        .get(..opening.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(opening))
}

impl Gate {
    /// A start tag while something is held; `false`: nothing is held any more, look at it as usual.
    pub(super) fn start_tag_while_holding(
        &mut self,
        tag: &StartTag<'_>,
        output: &mut Output<'_>,
    ) -> bool {
        match &mut self.holding {
            Some(Holding::Unit { name, depth, .. }) => {
                *depth += usize::from(tag.name.eq_ignore_ascii_case(name));
                if output.held_len(tag.start) > self.unit_limit() {
                    self.give_up(tag.start, output);
                    return false;
                }
                true
            }
            Some(Holding::Sheet { .. }) => {
                self.finish_sheet(tag.start, None, output);
                false
            }
            Some(Holding::Following { .. }) => self.follow(tag, output),
            Some(Holding::Element { .. }) => true,
            None => false,
        }
    }

    pub(super) fn end_tag_while_holding(&mut self, tag: &EndTag<'_>, output: &mut Output<'_>) {
        match &mut self.holding {
            Some(Holding::Element { name, .. }) if tag.name.eq_ignore_ascii_case(name) => {
                self.finish_element(tag.end(), tag.raw.len(), output);
            }
            Some(Holding::Unit { name, depth, .. }) => {
                if tag.name.eq_ignore_ascii_case(name) {
                    *depth -= 1;
                    if *depth == 0 {
                        self.finish_unit(tag.end(), tag.raw.len(), output);
                        return;
                    }
                }
                if output.held_len(tag.end()) > self.unit_limit() {
                    self.give_up(tag.end(), output);
                }
            }
            Some(Holding::Sheet { .. }) if tag.name.eq_ignore_ascii_case(b"style") => {
                self.finish_sheet(tag.end(), Some(tag.raw.len()), output);
            }
            Some(Holding::Sheet { .. }) => self.finish_sheet(tag.start, None, output),
            Some(Holding::Following { .. }) => self.flush_following(tag.start, output),
            _ => {}
        }
    }

    /// The document ends: what is held is as long as it will get.
    pub(super) fn finish(&mut self, output: &mut Output<'_>) {
        match &self.holding {
            Some(Holding::Element { .. }) => self.finish_element(0, 0, output),
            Some(Holding::Unit { .. }) => self.give_up(0, output),
            Some(Holding::Sheet { .. }) => self.finish_sheet(0, None, output),
            Some(Holding::Following { .. }) => self.flush_following(0, output),
            None => {}
        }
    }

    pub(super) fn finish_element(&mut self, end: usize, closing: usize, output: &mut Output<'_>) {
        let Some(Holding::Element { opening, then, .. }) = self.holding.take() else {
            return;
        };
        let held = output.release(end);
        match then {
            Then::Notice(embed) if embed.element == "script" => {
                // A picture for readers without scripts may follow.
                output.hold_from(end);
                self.holding = Some(Holding::Following(Followed {
                    embed,
                    gap: Vec::new(),
                }));
            }
            Then::Notice(embed) => self.write_notice(*embed, output),
            Then::Style(position) => self.finish_style(&held, opening, closing, position, output),
            Then::Noscript(position) => {
                self.finish_noscript(&held, opening, closing, position, output)
            }
            Then::Speculation(position) => {
                self.finish_speculation(&held, opening, closing, position, output)
            }
            Then::Ambiguous(position) => {
                self.finish_ambiguous(held, opening, closing, position, output)
            }
            Then::Belongs(followed, position) => {
                self.finish_belonging(followed, held, (opening, closing), position, end, output);
            }
        }
    }

    /// What was held and could not be looked at whole is left out.
    pub(super) fn left_out(&mut self, element: &str, position: Position, output: &mut Output<'_>) {
        output.write(NOTHING);
        self.report_unseen(element, position);
    }

    /// Something was left out without a look at what it would load.
    pub(super) fn report_unseen(&mut self, element: &str, position: Position) {
        let names = (UNCLASSIFIED.to_owned(), UNCLASSIFIED.to_owned());
        self.report(
            Kind::Resource,
            names,
            String::new(),
            element.to_owned(),
            position,
        );
    }

    /// With scripts a `noscript` ends at its first end tag; without, it is ordinary markup.
    /// Only where both agree is it let through.
    fn finish_noscript(
        &mut self,
        held: &Held,
        opening: usize,
        closing: usize,
        position: Position,
        output: &mut Output<'_>,
    ) {
        if held.too_large {
            return self.left_out("noscript", position, output);
        }
        let (start, inside, end) = parts(&held.bytes, opening, closing);
        let (number, findings, last_token) =
            (self.number, self.findings.len(), self.last_token.clone());
        let before = mem::replace(&mut self.in_noscript, true);
        let inside_position = position.after(start);
        let (rewritten, at_rest) = self.rewrite_part(inside, inside_position, false);
        self.in_noscript = before;
        let consistent = at_rest || end.is_empty();
        // The same embed again, for readers without scripts: they see the notice already.
        let repeats =
            self.number == number + 1 && !last_token.is_empty() && self.last_token == last_token;
        if !consistent || repeats {
            self.findings.truncate(findings);
            (self.number, self.last_token) = (number, last_token);
        }
        if !consistent {
            return self.left_out("noscript", position, output);
        }
        output.write(start);
        output.write(if repeats { b"" } else { &rewritten });
        output.write(end);
    }

    fn finish_speculation(
        &mut self,
        held: &Held,
        opening: usize,
        closing: usize,
        position: Position,
        output: &mut Output<'_>,
    ) {
        let (_, rules, _) = parts(&held.bytes, opening, closing);
        let text = String::from_utf8_lossy(rules);
        let admitted = |address: &str| self.target(address).is_admitted();
        if !held.too_large && stays_at_home(&text, &admitted) {
            output.write(&held.bytes);
        } else {
            self.left_out("script", position, output);
        }
    }

    /// An element whose content some parsers read as text and others as markup: it stays only if
    /// both read the same.
    fn finish_ambiguous(
        &mut self,
        held: Held,
        opening: usize,
        closing: usize,
        position: Position,
        output: &mut Output<'_>,
    ) {
        let (start, inside, _) = parts(&held.bytes, opening, closing);
        let references =
            inside.contains(&b'&') && (begins(start, b"<style") || begins(start, b"<script"));
        if held.too_large || inside.contains(&b'<') || references {
            return self.left_out("ambiguous", position, output);
        }
        let (rewritten, _) = self.rewrite_part(&held.bytes, position, true);
        output.write(&rewritten);
    }

    /// Bytes that one embed's markup may take.
    pub(super) fn unit_limit(&self) -> usize {
        UNIT_LIMIT.min(self.site.page_memory)
    }

    pub(super) fn finish_unit(&mut self, end: usize, closing: usize, output: &mut Output<'_>) {
        let Some(Holding::Unit {
            opening,
            mut embed,
            known,
            ..
        }) = self.holding.take()
        else {
            return;
        };
        let held = output.release(end);
        let (start, inside, _) = parts(&held.bytes, opening, closing);
        let looked = look_inside(inside, self.site.page_memory);
        if known {
            embed.take_inside(self, looked);
            output.hold_from(end);
            self.holding = Some(Holding::Following(Followed {
                embed,
                gap: Vec::new(),
            }));
        } else if self.is_external_media(&mut embed, start, &looked.sources) {
            embed.take_inside(self, looked);
            self.write_notice(*embed, output);
        } else if held.too_large {
            self.left_out(&embed.element, embed.position, output);
        } else {
            let (rewritten, _) = self.rewrite_part(&held.bytes, embed.position, true);
            output.write(&rewritten);
        }
    }

    /// What is held is no unit after all: it is looked at as ordinary markup.
    fn give_up(&mut self, end: usize, output: &mut Output<'_>) {
        let Some(Holding::Unit { embed, .. }) = self.holding.take() else {
            return;
        };
        let held = output.release(end);
        if held.too_large {
            return self.left_out(&embed.element, embed.position, output);
        }
        let (rewritten, _) = self.rewrite_part(&held.bytes, embed.position, true);
        output.write(&rewritten);
    }

    /// Rewrites a part of the page that was held, on its own; says whether it ended at rest.
    pub(super) fn rewrite_part(
        &mut self,
        part: &[u8],
        position: Position,
        no_units: bool,
    ) -> (Vec<u8>, bool) {
        let limit = self.site.page_memory;
        let (mut out, mut hold) = (Vec::with_capacity(part.len()), Hold::new(limit));
        let before = self.no_units;
        self.no_units |= no_units;
        let syntax = if self.page.xml {
            Syntax::Xml
        } else {
            Syntax::Html
        };
        let mut scanner = Scanner::new(syntax, limit, position);
        scanner.push(part, &mut hold, &mut out, self);
        let at_rest = scanner.is_at_rest()
            && !matches!(
                self.holding,
                Some(Holding::Element { .. } | Holding::Unit { .. })
            );
        scanner.end(&mut hold, &mut out);
        self.finish(&mut Output::new(
            &[],
            scanner.position(),
            &mut hold,
            &mut out,
        ));
        self.no_units = before;
        (out, at_rest)
    }

    /// Whether a video, audio or object element loads from a third party; completes the embed.
    fn is_external_media(&self, embed: &mut Embed, start: &[u8], sources: &[String]) -> bool {
        let own = look_inside(start, self.site.page_memory).sources;
        let addresses: Vec<String> = own.into_iter().chain(sources.iter().cloned()).collect();
        let external: Vec<_> = addresses
            .iter()
            .filter_map(|address| self.target(address).into_url())
            .collect();
        let Some(first) = external.first() else {
            return false;
        };
        if embed.element == "object" {
            embed.url = Some(first.clone());
            self.recognise_object(embed, start);
            return true;
        }
        let sources: Vec<String> = external.into_iter().map(String::from).collect();
        embed.media = Some((embed.element == "video", sources));
        true
    }

    fn recognise_object(&self, embed: &mut Embed, start: &[u8]) {
        let mut finder = Finder {
            gate: self,
            found: None,
            url: embed.url.clone(),
        };
        let limit = self.site.page_memory;
        let (mut hold, mut out) = (Hold::new(limit), Vec::new());
        Scanner::new(Syntax::Html, limit, embed.position).push(
            start,
            &mut hold,
            &mut out,
            &mut finder,
        );
        if let Some(found) = finder.found {
            let position = mem::replace(embed, found).position;
            embed.position = position;
        }
    }
}

/// Finds the catalogue's embed of a single start tag.
struct Finder<'a> {
    gate: &'a Gate,
    found: Option<Embed>,
    url: Option<url::Url>,
}

impl super::scanner::Handler for Finder<'_> {
    fn start_tag(&mut self, tag: &StartTag<'_>, _: &mut Output<'_>) {
        if self.found.is_none() && lower_name(tag.name) == "object" {
            self.found = self.gate.recognise(tag, self.url.as_ref());
        }
    }

    fn end_tag(&mut self, _: &EndTag<'_>, _: &mut Output<'_>) {}

    fn oversized_tag(&mut self, _: Position) {}
}

//! What becomes of the elements that need more than a look at their attributes.

use super::embed::{Embed, is_hidden};
use super::gate::Gate;
use super::holding::{Holding, Then};
use super::resource::{Edit, Edits};
use super::scanner::{NOTHING, Output, StartTag};
use crate::address::decode;

impl Gate {
    pub(super) fn on_iframe(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) {
        match self.visible_embed(tag) {
            Some(embed) => self.replace_element(tag, embed, output),
            None => {
                let mut edits = self.edits(tag);
                self.edit_srcdoc(tag, output.position(tag.start), &mut edits);
                self.neutralise(tag, edits, output);
            }
        }
    }

    pub(super) fn on_embed(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) {
        match self.visible_embed(tag) {
            Some(embed) if tag.xml => self.replace_element(tag, embed, output),
            Some(mut embed) => {
                // It has no end tag.
                embed.position = output.position(tag.start);
                output.replace(tag.start, tag.end(), NOTHING);
                self.write_notice(embed, output);
            }
            None => {
                let edits = self.edits(tag);
                self.neutralise(tag, edits, output);
            }
        }
    }

    /// The embed that `tag` shows, if it leads to a third party and readers would see it.
    fn visible_embed(&self, tag: &StartTag<'_>) -> Option<Embed> {
        if tag.foreign || tag.spans.is_empty() {
            return None;
        }
        self.addressed(tag, &["src"]).filter(|_| !is_hidden(tag))
    }

    /// Puts a notice where the element is, once its end is known.
    fn replace_element(&mut self, tag: &StartTag<'_>, mut embed: Embed, output: &mut Output<'_>) {
        embed.position = output.position(tag.start);
        self.hold(
            Holding::element(tag, Then::Notice(Box::new(embed))),
            tag.start,
            output,
        );
        if tag.is_closed() {
            self.finish_element(tag.end(), 0, output);
        }
    }

    /// A `<frame>` cannot hold a notice beside it: it shows the gate's own frame document, which asks.
    pub(super) fn on_frame(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) {
        let mut edits = self.edits(tag);
        if edits.url.is_some() {
            let embed = self.addressed(tag, &["src"]);
            let token = embed.and_then(|embed| embed.token(self));
            for (span, edit) in &mut edits.list {
                let is_src = tag.raw[span.name.0..span.name.1].eq_ignore_ascii_case(b"src");
                if let (true, Some(token)) = (is_src, &token) {
                    *edit = Edit::Replace(format!("{}frame/{token}", self.prefix).into_bytes());
                }
            }
        }
        self.neutralise(tag, edits, output);
    }

    pub(super) fn on_script(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) {
        let kind = decode(tag.attribute("type").unwrap_or_default());
        if kind.trim().eq_ignore_ascii_case("speculationrules") {
            if tag.holds_markup() {
                // Rules with character references in them: no one writes these.
                let edits = Edits {
                    disarm: true,
                    text: "speculationrules".to_owned(),
                    ..self.edits(tag)
                };
                return self.neutralise(tag, edits, output);
            }
            let then = Then::Speculation(output.position(tag.start));
            return self.hold_element(tag, then, output);
        }
        let edits = self.edits(tag);
        let url = edits.url.as_ref().filter(|_| !tag.foreign);
        match url.and_then(|url| self.recognise(tag, Some(url))) {
            Some(embed) => self.replace_element(tag, embed, output),
            None => self.neutralise(tag, edits, output),
        }
    }

    pub(super) fn on_unit(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) -> bool {
        // Where parsers disagree on what is open, no one can say what a unit holds.
        if self.no_units || !tag.plain {
            return false;
        }
        let known = if tag.spans.is_empty() {
            None
        } else {
            self.recognise(tag, None)
        };
        let is_known = known.is_some();
        let media = || {
            (tag.is("object") || tag.is("video") || tag.is("audio")).then(|| Embed::new(tag, None))
        };
        let Some(mut embed) = known.or_else(media) else {
            return false;
        };
        embed.position = output.position(tag.start);
        self.hold(Holding::unit(tag, embed, is_known), tag.start, output);
        if tag.is_closed() {
            self.finish_unit(tag.end(), 0, output);
        }
        true
    }

    /// Holds an element of raw text until its end. Its own attributes are looked at now.
    pub(super) fn hold_element(&mut self, tag: &StartTag<'_>, then: Then, output: &mut Output<'_>) {
        let edits = self.edits(tag);
        output.hold_from(tag.start);
        self.neutralise(tag, edits, output);
        let name = tag.name.to_ascii_lowercase();
        self.holding = Some(Holding::Element {
            name,
            opening: output.held_len(tag.end()),
            then,
        });
    }
}

//! An embed and what may belong to it: the script, or the words for readers without scripts, that follow.

use super::embed::Embed;
use super::gate::Gate;
use super::holding::{Holding, Then, parts};
use super::inside::look_inside;
use super::scanner::{Held, Output, Position, StartTag};

/// An embed, and the white space and comments after it.
#[derive(Debug)]
pub(super) struct Followed {
    pub(super) embed: Box<Embed>,
    pub(super) gap: Vec<u8>,
}

/// Nothing but white space and comments.
fn is_blank(mut gap: &[u8]) -> bool {
    loop {
        gap = gap.trim_ascii_start();
        match gap
            .strip_prefix(b"<!--")
            .and_then(|rest| memchr::memmem::find(rest, b"-->").map(|end| &rest[end + 3..]))
        {
            Some(rest) => gap = rest,
            None => return gap.is_empty(),
        }
    }
}

impl Gate {
    /// After an embed: does this element belong to it?
    pub(super) fn follow(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) -> bool {
        let Some(Holding::Following(Followed { mut embed, mut gap })) = self.holding.take() else {
            return false;
        };
        let held = output.release(tag.start);
        let blank = is_blank(&held.bytes);
        gap.extend_from_slice(&held.bytes);
        let short = !held.too_large && gap.len() <= self.unit_limit();
        let belongs = short && blank && !tag.ambiguous && self.may_belong(&mut embed, tag);
        if held.too_large {
            self.left_out("text", embed.position, output);
        }
        if belongs {
            let position = output.position(tag.start);
            self.hold(
                Holding::element(tag, Then::Belongs(Followed { embed, gap }, position)),
                tag.start,
                output,
            );
            return true;
        }
        self.write_notice(*embed, output);
        output.write(&gap);
        false
    }

    fn may_belong(&self, embed: &mut Embed, tag: &StartTag<'_>) -> bool {
        if tag.holds_markup() {
            return false;
        }
        if tag.is("noscript") {
            return true;
        }
        if !tag.is("script") {
            return false;
        }
        match tag.attribute("src") {
            Some(_) => match self.edits(tag).url {
                Some(url) if embed.owns(self, &url) => {
                    // Its address may say what the script in the page would have said.
                    embed.take_script(self, url.as_str());
                    true
                }
                _ => false,
            },
            None => embed.reads_scripts(self),
        }
    }

    /// A script or noscript after an embed, now complete: part of the embed, or not.
    pub(super) fn finish_belonging(
        &mut self,
        Followed { mut embed, gap }: Followed,
        held: Held,
        (opening, closing): (usize, usize),
        position: Position,
        end: usize,
        output: &mut Output<'_>,
    ) {
        let (start, inside, _) = parts(&held.bytes, opening, closing);
        let is_noscript = start.len() > 2 && start[1] | 0x20 == b'n';
        let belongs = if held.too_large {
            false
        } else if is_noscript {
            let looked = look_inside(inside, self.site.page_memory);
            let own = looked
                .loads
                .iter()
                .filter_map(|l| self.target(l).into_url())
                .any(|url| embed.owns(self, &url));
            if own && embed.words.is_empty() {
                embed.words = looked.words;
            }
            own
        } else if inside.trim_ascii().is_empty() {
            true
        } else {
            embed.take_script(self, &self.text_of(inside))
        };
        if belongs {
            output.hold_from(end);
            self.holding = Some(Holding::Following(Followed { embed, gap }));
            return;
        }
        self.write_notice(*embed, output);
        output.write(&gap);
        let (rewritten, _) = self.rewrite_part(&held.bytes, position, false);
        output.write(&rewritten);
    }

    pub(super) fn flush_following(&mut self, end: usize, output: &mut Output<'_>) {
        let Some(Holding::Following(Followed { embed, gap })) = self.holding.take() else {
            return;
        };
        let held = output.release(end);
        let position = embed.position;
        self.write_notice(*embed, output);
        output.write(&gap);
        if held.too_large {
            self.left_out("text", position, output);
        }
        output.write(&held.bytes);
    }
}

//! Whether a chain is whole.

use super::{Digest, Entry, Head, Receipt, Seal, Shard};
use crate::frame::Keys;
use std::fmt;

/// Goes along a chain, entry by entry.
#[derive(Debug)]
pub struct ChainCheck<'k> {
    shard: Shard,
    keys: &'k Keys,
    head: Head,
    /// Entries seen.
    pub entries: u64,
    /// Of these, erased.
    pub erased: u64,
}

/// Something that no gate did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Entries are missing before the one of this sequence.
    Gap(u64),
    /// This entry's hash does not follow from those before it.
    Hash(u64),
    /// This receipt is not the one that was committed to.
    Changed(u64),
    /// This receipt's number or time, by which it is found, is not what it says itself.
    Misplaced(u64),
    /// This receipt is gone, and the site has not erased it.
    Removed(u64),
    /// The chain ends here and not where its head says.
    End {
        /// Where it ends.
        found: u64,
        /// Where it should.
        expected: u64,
    },
    /// The head is not sealed with any of the site's keys.
    Seal,
    /// The chain had another hash here when the checkpoint was made.
    Checkpoint(u64),
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Flaw::Gap(at) => write!(f, "entries before {at} are missing"),
            Flaw::Hash(at) => write!(f, "entry {at} does not follow from those before it"),
            Flaw::Changed(at) => write!(f, "the receipt of entry {at} was changed"),
            Flaw::Misplaced(at) => write!(f, "the number or time that entry {at} is filed under is not its own"),
            Flaw::Removed(at) => write!(f, "the receipt of entry {at} was removed, and not by the gate"),
            Flaw::End { found, expected } => {
                write!(f, "the chain ends with entry {found}, and its head is entry {expected}")
            }
            Flaw::Seal => f.write_str(
                "the head is not sealed with this site's keys: it was changed, or the key that sealed it is no longer listed",
            ),
            Flaw::Checkpoint(at) => write!(
                f,
                "entry {at} is missing or another one than at the checkpoint: the end was cut off, or the chain written anew"
            ),
        }
    }
}

impl<'k> ChainCheck<'k> {
    /// A check of this shard's chain, which its site sealed with these keys.
    pub fn new(shard: Shard, keys: &'k Keys) -> Self {
        ChainCheck {
            shard,
            keys,
            head: Head::start(&shard),
            entries: 0,
            erased: 0,
        }
    }

    /// The end so far.
    pub fn head(&self) -> Head {
        self.head
    }

    /// The next entry, in order of sequence, and what is wrong with it. After a flaw the check goes
    /// on from the entry as it stands, so that one flaw is told once.
    pub fn entry(&mut self, entry: &Entry) -> Vec<Flaw> {
        let at = entry.sequence;
        let mut flaws = Vec::new();
        let expected = self.head.after(&entry.commitment);
        if expected.sequence != at {
            flaws.push(Flaw::Gap(at));
        } else if expected.hash != entry.hash {
            flaws.push(Flaw::Hash(at));
        }
        self.head = Head {
            sequence: at,
            hash: entry.hash,
        };
        self.entries += 1;
        match (&entry.content, &entry.erasure) {
            (Some(content), None) => {
                if content.salt.commitment(&content.written) != entry.commitment {
                    flaws.push(Flaw::Changed(at));
                } else {
                    let own = Receipt::read(&content.written);
                    let own = own
                        .is_ok_and(|own| own.number == content.number && own.time == content.time);
                    flaws.extend((!own).then_some(Flaw::Misplaced(at)));
                }
            }
            (None, Some(erasure)) if erasure.is_sealed(&self.shard, entry, self.keys) => {
                self.erased += 1
            }
            _ => flaws.push(Flaw::Removed(at)),
        }
        flaws
    }

    /// The chain's end, against the head that the store has.
    pub fn end(&self, head: &Head, seal: &Seal) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        if *head != self.head {
            flaws.push(Flaw::End {
                found: self.head.sequence,
                expected: head.sequence,
            });
        }
        if !head.is_sealed(&self.shard, seal, self.keys) {
            flaws.push(Flaw::Seal);
        }
        flaws
    }

    /// An entry that has just been looked at, against a checkpoint that was made at its place.
    pub fn checkpoint(&self, hash: &Digest) -> Option<Flaw> {
        (self.head.hash != *hash).then_some(Flaw::Checkpoint(self.head.sequence))
    }
}

#[cfg(test)]
mod tests;

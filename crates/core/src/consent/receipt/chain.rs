//! The chain: each entry's hash covers the one before it and a commitment to the receipt.
//!
//! `hash = SHA-256("jalousie receipts entry" 0 previous sequence commitment)`, where the sequence is
//! eight bytes, highest first, and `commitment = SHA-256("jalousie receipts commitment" 0 salt content)`.
//! The content and its salt stand beside the chain, so that they can be erased and the chain still
//! adds up. The last hash is sealed with the site's key: without it nobody can write another end, nor
//! another chain.

use super::hex::hexadecimal;
use super::{Digest, Number, Time};
use crate::frame::Keys;
use std::fmt;

/// The random name of a chain. Each store has its own, and so does each gate of several that share one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Shard([u8; 16]);

hexadecimal!(Shard, 16);

/// Random bytes that keep a commitment from telling what it is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt([u8; 32]);

hexadecimal!(Salt, 32);

impl Salt {
    /// The commitment to a receipt's written form.
    pub fn commitment(&self, written: &str) -> Digest {
        Digest::of_parts(
            "jalousie receipts commitment",
            &[&self.0, written.as_bytes()],
        )
    }
}

/// The site's own signature under something.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Seal([u8; 16]);

hexadecimal!(Seal, 16);

/// The end of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many entries there are.
    pub sequence: u64,
    /// The last one's hash.
    pub hash: Digest,
}

impl Head {
    /// The end of the chain that is empty yet.
    pub fn start(shard: &Shard) -> Self {
        Head {
            sequence: 0,
            hash: Digest::of_parts("jalousie receipts chain", &[&shard.0]),
        }
    }

    /// The end once this commitment is the next entry's.
    #[must_use]
    pub fn after(&self, commitment: &Digest) -> Self {
        let sequence = self.sequence + 1;
        let parts = [
            &self.hash.bytes()[..],
            &sequence.to_be_bytes(),
            commitment.bytes(),
        ];
        Head {
            sequence,
            hash: Digest::of_parts("jalousie receipts entry", &parts),
        }
    }

    fn signed(&self, shard: &Shard) -> Vec<u8> {
        [
            &shard.0[..],
            &self.sequence.to_be_bytes(),
            self.hash.bytes(),
        ]
        .concat()
    }

    /// Seals the end of this shard's chain.
    pub fn seal(&self, shard: &Shard, keys: &Keys) -> Seal {
        Seal(keys.seal(b"receipts head", &self.signed(shard)))
    }

    /// Whether the seal is the site's, for this end of this chain.
    pub fn is_sealed(&self, shard: &Shard, seal: &Seal, keys: &Keys) -> bool {
        keys.has_sealed(b"receipts head", &self.signed(shard), &seal.0)
    }
}

/// Why a receipt was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its reader asked for it.
    Reader,
    /// It was old.
    Age,
}

impl Reason {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Reason::Reader => "reader",
            Reason::Age => "age",
        }
    }

    /// The reason of this word.
    pub fn of_word(word: &str) -> Option<Self> {
        [Reason::Reader, Reason::Age]
            .into_iter()
            .find(|reason| reason.word() == word)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// What is left of an erased receipt, beside its place in the chain. It has no date: receipts erased
/// in one go would be known as one reader's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// Why.
    pub reason: Reason,
    /// The site's word that it was erased and not lost.
    pub seal: Seal,
}

impl Erasure {
    /// The erasure of an entry.
    pub fn of(
        shard: &Shard,
        sequence: u64,
        commitment: &Digest,
        reason: Reason,
        keys: &Keys,
    ) -> Self {
        let signed = Self::signed(shard, sequence, commitment, reason);
        Erasure {
            reason,
            seal: Seal(keys.seal(b"receipts erasure", &signed)),
        }
    }

    pub(super) fn is_sealed(&self, shard: &Shard, entry: &Entry, keys: &Keys) -> bool {
        let signed = Self::signed(shard, entry.sequence, &entry.commitment, self.reason);
        keys.has_sealed(b"receipts erasure", &signed, &self.seal.0)
    }

    fn signed(shard: &Shard, sequence: u64, commitment: &Digest, reason: Reason) -> Vec<u8> {
        let place = [&shard.0[..], &sequence.to_be_bytes(), commitment.bytes()].concat();
        [&place, reason.word().as_bytes()].concat()
    }
}

/// An entry as a store has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place, from 1.
    pub sequence: u64,
    /// What was committed to.
    pub commitment: Digest,
    /// The chain's hash here.
    pub hash: Digest,
    /// The receipt, unless it was erased.
    pub content: Option<Content>,
    /// That it was erased.
    pub erasure: Option<Erasure>,
}

/// A receipt as a store has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// By which the store finds it.
    pub number: Number,
    /// By which the store orders it.
    pub time: Time,
    /// What the commitment was made with.
    pub salt: Salt,
    /// The receipt's written form.
    pub written: String,
}

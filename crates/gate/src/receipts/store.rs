//! What a store of receipts does, whichever it is.

use jalousie_core::consent::receipt::{
    Content, Digest, Entry, Erasure, Head, Number, Reason, Receipt, Salt, Seal, Shard, Time,
};
use std::fmt;
use std::sync::Arc;

/// A document that receipts refer to by its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// SHA-256 of the document.
    pub hash: Digest,
    /// What was shown, or the settings.
    pub document: String,
}

impl Text {
    /// A document under its hash.
    pub fn new(document: String) -> Arc<Self> {
        let hash = Digest::of(document.as_bytes());
        Arc::new(Text { hash, document })
    }
}

/// A receipt on its way into a store.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What the store keeps of it.
    pub content: Content,
    /// What the chain keeps of it.
    pub commitment: Digest,
    /// The documents it refers to.
    pub texts: Vec<Arc<Text>>,
}

impl Draft {
    /// Readies a receipt, with a salt that nobody else knows.
    pub fn new(receipt: &Receipt, salt: Salt, texts: Vec<Arc<Text>>) -> Self {
        let written = receipt.written();
        Draft {
            commitment: salt.commitment(&written),
            content: Content {
                number: receipt.number,
                time: receipt.time,
                salt,
                written,
            },
            texts,
        }
    }
}

/// The end of one of the store's chains, as the store has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Whose chain.
    pub shard: Shard,
    /// Its end.
    pub head: Head,
    /// The site's seal on it.
    pub seal: Seal,
}

/// What reading a store comes to, piece by piece.
#[derive(Debug)]
pub enum Piece {
    /// A chain; its entries follow in order.
    Chain(Chain),
    /// An entry of the chain before it.
    Entry(Entry),
}

/// Which receipts to read: all without times, else those not before `since` and before `until`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Period {
    /// From this moment on.
    pub since: Option<Time>,
    /// Until this moment, which does not belong to it.
    pub until: Option<Time>,
}

impl Period {
    /// Everything, also what was erased and has no time any more.
    pub fn is_all(&self) -> bool {
        self.since.is_none() && self.until.is_none()
    }

    /// First and last millisecond, both included.
    pub(super) fn bounds(&self) -> (i64, i64) {
        let since = self.since.map_or(i64::MIN, Time::milliseconds);
        let until = self
            .until
            .map_or(i64::MAX, |until| until.milliseconds() - 1);
        (since, until)
    }
}

/// Why a store did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// It cannot be reached, or cannot write: it may be better later.
    Unavailable(String),
    /// It is not what a store of this version is: only a person can help.
    Unusable(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::Unavailable(text) | StoreError::Unusable(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for StoreError {}

/// A store of receipts. Its functions block: a thread of its own calls them.
pub trait Store: Send {
    /// Appends all of these, or none. Once it returns, they survive the end of the process and of
    /// the machine's power. A batch whose fate an error left open may be given again, alone or with
    /// more: what is in the chain already is not appended twice.
    ///
    /// # Errors
    /// The store is away, full, or not what it was.
    fn append(&mut self, batch: &[Draft]) -> Result<(), StoreError>;

    /// The receipts of these numbers that are there, in order of time.
    ///
    /// # Errors
    /// The store cannot be read.
    fn find(&mut self, numbers: &[Number]) -> Result<Vec<Receipt>, StoreError>;

    /// Erases the receipts of these numbers at their reader's request; returns how many there were.
    ///
    /// # Errors
    /// The store cannot be written; nothing was erased.
    fn erase(&mut self, numbers: &[Number]) -> Result<usize, StoreError>;

    /// Erases at most `limit` receipts older than `before`; returns how many.
    ///
    /// A clock may have jumped. So the age of a receipt counts from the latest time, up to `now`,
    /// that it or any receipt before it in its chain claims.
    ///
    /// # Errors
    /// The store cannot be written; nothing was erased.
    fn purge(&mut self, before: Time, now: Time, limit: usize) -> Result<usize, StoreError>;

    /// The document of this hash.
    ///
    /// # Errors
    /// The store cannot be read.
    fn text(&mut self, hash: &Digest) -> Result<Option<String>, StoreError>;

    /// Reads the chains in one consistent state: each with its entries, in order of sequence.
    ///
    /// # Errors
    /// The store cannot be read, or `visit` failed.
    fn chains(&mut self, visit: &mut Visit<'_, Piece>) -> Result<(), StoreError>;

    /// Reads the entries of all chains merged in order of time; what was erased comes first, and only
    /// if the period is everything.
    ///
    /// # Errors
    /// The store cannot be read, or `visit` failed.
    fn merged(
        &mut self,
        period: Period,
        visit: &mut Visit<'_, (Shard, Entry)>,
    ) -> Result<(), StoreError>;

    /// What the store itself finds wrong with its files, if it can tell.
    ///
    /// # Errors
    /// The store cannot be read.
    fn own_check(&mut self) -> Result<Vec<String>, StoreError>;
}

/// Is handed what a store reads.
pub type Visit<'v, T> = dyn FnMut(T) -> Result<(), StoreError> + 'v;

/// A row of the table of receipts, as both stores have it.
pub(super) struct Row {
    pub(super) sequence: i64,
    pub(super) commitment: Vec<u8>,
    pub(super) hash: Vec<u8>,
    pub(super) erased: Option<String>,
    pub(super) seal: Option<Vec<u8>>,
    pub(super) number: Option<Vec<u8>>,
    pub(super) time: Option<i64>,
    pub(super) salt: Option<Vec<u8>>,
    pub(super) content: Option<String>,
}

impl Row {
    /// The entry. What is not of the right shape is as good as gone: the check of the chain tells.
    pub(super) fn entry(self) -> Entry {
        let content = || {
            Some(Content {
                number: fixed::<16>(self.number.as_deref()?)?.into(),
                time: Time::from_milliseconds(self.time?),
                salt: fixed::<32>(self.salt.as_deref()?)?.into(),
                written: self.content.clone()?,
            })
        };
        let erasure = || {
            Some(Erasure {
                reason: Reason::of_word(self.erased.as_deref()?)?,
                seal: fixed::<16>(self.seal.as_deref()?)?.into(),
            })
        };
        Entry {
            sequence: self.sequence.unsigned_abs(),
            commitment: fixed::<32>(&self.commitment).unwrap_or([0; 32]).into(),
            hash: fixed::<32>(&self.hash).unwrap_or([0; 32]).into(),
            content: content(),
            erasure: erasure(),
        }
    }
}

/// A chain's row; an id of the wrong length is none.
pub(super) fn chain(id: &[u8], sequence: i64, hash: &[u8], seal: &[u8]) -> Option<Chain> {
    Some(Chain {
        shard: fixed::<16>(id)?.into(),
        head: Head {
            sequence: u64::try_from(sequence).ok()?,
            hash: fixed::<32>(hash)?.into(),
        },
        seal: fixed::<16>(seal)?.into(),
    })
}

pub(super) fn fixed<const N: usize>(bytes: &[u8]) -> Option<[u8; N]> {
    bytes.try_into().ok()
}

/// A sequence as databases count. They end before it does.
pub(super) fn signed(sequence: u64) -> i64 {
    i64::try_from(sequence).unwrap_or(i64::MAX)
}

/// Random bytes.
///
/// # Errors
/// The system has none to give.
pub(super) fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map(|()| bytes)
        .map_err(|error| StoreError::Unavailable(format!("no random bytes: {error}")))
}

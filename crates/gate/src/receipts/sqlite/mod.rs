//! Receipts in a file: SQLite.
//!
//! The file is in WAL mode with `synchronous = FULL`: a commit returns once its bytes are on the disk,
//! so an acknowledged receipt survives the end of the process and of the power. `secure_delete`
//! overwrites what is erased. Processes that share a file take turns; a file has one chain. What was
//! committed moves from the log into the file on a thread of its own.

mod checkpoint;
mod open;
mod read;

pub use open::{Opening, Sqlite};

use super::store::{Draft, Period, Piece, Store, StoreError, Visit, chain, fixed, signed};
use jalousie_core::consent::receipt::{
    Digest, Entry, Erasure, Number, Reason, Receipt, Shard, Time,
};
use rusqlite::{ErrorCode, Transaction, TransactionBehavior, params};
use std::collections::HashSet;

impl Sqlite {
    /// An error of SQLite's in words for people.
    fn error(&self, error: &rusqlite::Error) -> StoreError {
        let name = &self.name;
        let unusable = matches!(
            error.sqlite_error_code(),
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt | ErrorCode::SchemaChanged)
        );
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::Unavailable(format!(
                "{name}: the disk is full; make room, and receipts are stored again"
            )),
            _ if unusable => StoreError::Unusable(format!(
                "{name}: damaged ({error}); put a backup in its place, or move the file away to begin a new one"
            )),
            _ => StoreError::Unavailable(format!("{name}: {error}")),
        }
    }

    /// What was erased is to leave the file soon, not only the log.
    fn tidy(&mut self, erased: &Result<usize, StoreError>) {
        if let (Ok(1..), Some(checkpoints)) = (erased, &mut self.checkpoints) {
            checkpoints.order();
        }
    }

    /// Runs something in one transaction that waits for its turn to write.
    fn writing<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<Result<T, StoreError>>,
    ) -> Result<T, StoreError> {
        let behavior = TransactionBehavior::Immediate;
        let done = self
            .connection
            .transaction_with_behavior(behavior)
            .and_then(|transaction| {
                let done = work(&transaction)?;
                if done.is_ok() {
                    transaction.commit()?;
                }
                Ok(done)
            });
        done.map_err(|error| self.error(&error))?
    }
}

impl Store for Sqlite {
    fn append(&mut self, batch: &[Draft]) -> Result<(), StoreError> {
        let (keys, known_texts, doubt) = (self.keys.clone(), self.texts.clone(), self.doubt);
        let name = self.name.clone();
        // Until the commit has returned, nobody knows.
        let mut before = None;
        let done = self.writing(|transaction| {
            let Some((shard, end)) = open::chain_of(transaction)? else {
                return Ok(Err(open::tampered(&name, "its chain is gone")));
            };
            if !end.head.is_sealed(&end.shard, &end.seal, &keys) {
                return Ok(Err(open::tampered(&name, "the head of its chain is not sealed with this site's keys")));
            }
            before = Some(end.head.sequence);
            let stored = match doubt {
                Some(since) if end.head.sequence > since => committed_since(transaction, shard, since)?,
                _ => HashSet::new(),
            };
            let mut head = end.head;
            let mut insert = transaction.prepare_cached(
                "INSERT INTO receipts (shard, sequence, commitment, hash, number, time, salt, content) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?;
            for draft in batch.iter().filter(|draft| !stored.contains(&draft.commitment)) {
                head = head.after(&draft.commitment);
                let content = &draft.content;
                insert.execute(params![
                    shard,
                    signed(head.sequence),
                    draft.commitment.bytes(),
                    head.hash.bytes(),
                    content.number.bytes(),
                    content.time.milliseconds(),
                    content.salt.bytes(),
                    content.written,
                ])?;
            }
            let mut texts = HashSet::new();
            for text in batch.iter().flat_map(|draft| &draft.texts) {
                if !known_texts.contains(&text.hash) && texts.insert(text.hash) {
                    transaction
                        .prepare_cached("INSERT OR IGNORE INTO texts (hash, document) VALUES (?1, ?2)")?
                        .execute(params![text.hash.bytes(), text.document])?;
                }
            }
            let seal = head.seal(&end.shard, &keys);
            transaction
                .prepare_cached("UPDATE shards SET sequence = ?2, hash = ?3, seal = ?4 WHERE shard = ?1")?
                .execute(params![shard, signed(head.sequence), head.hash.bytes(), seal.bytes()])?;
            Ok(Ok(texts))
        });
        match done {
            Ok(texts) => {
                self.doubt = None;
                self.texts.extend(texts);
                if let Some(checkpoints) = &mut self.checkpoints {
                    checkpoints.after(batch.len());
                }
                Ok(())
            }
            Err(error) => {
                self.doubt = self.doubt.or(before);
                Err(error)
            }
        }
    }

    fn find(&mut self, numbers: &[Number]) -> Result<Vec<Receipt>, StoreError> {
        let found = self.contents(numbers).map_err(|error| self.error(&error))?;
        // One that was changed by hand is not shown; `verify` tells of it.
        let mut found: Vec<Receipt> = found.iter().flat_map(|text| Receipt::read(text)).collect();
        found.sort_by_key(|receipt| receipt.time);
        Ok(found)
    }

    fn erase(&mut self, numbers: &[Number]) -> Result<usize, StoreError> {
        let keys = self.keys.clone();
        let erased = self.writing(|transaction| {
            let mut count = 0;
            for number in numbers {
                let mut find = transaction.prepare_cached(
                    "SELECT r.shard, s.id, r.sequence, r.commitment FROM receipts r JOIN shards s USING (shard) WHERE number = ?1",
                )?;
                let places = read::places(&mut find, params![number.bytes()])?;
                for place in &places {
                    erase(transaction, place, Reason::Reader, &keys)?;
                }
                count += places.len();
            }
            Ok(Ok(count))
        });
        self.tidy(&erased);
        erased
    }

    fn purge(&mut self, before: Time, now: Time, limit: usize) -> Result<usize, StoreError> {
        let keys = self.keys.clone();
        let erased = self.writing(|transaction| {
            let mut old = transaction.prepare_cached(read::OLD)?;
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let (before, now) = (before.milliseconds(), now.milliseconds());
            let places = read::places(&mut old, params![before, now, limit])?;
            for place in &places {
                erase(transaction, place, Reason::Age, &keys)?;
            }
            Ok(Ok(places.len()))
        });
        self.tidy(&erased);
        erased
    }

    fn text(&mut self, hash: &Digest) -> Result<Option<String>, StoreError> {
        self.document(hash).map_err(|error| self.error(&error))
    }

    fn chains(&mut self, visit: &mut Visit<'_, Piece>) -> Result<(), StoreError> {
        self.read_chains(visit)
            .map_err(|error| self.error(&error))?
    }

    fn merged(
        &mut self,
        period: Period,
        visit: &mut Visit<'_, (Shard, Entry)>,
    ) -> Result<(), StoreError> {
        self.read_merged(period, visit)
            .map_err(|error| self.error(&error))?
    }

    fn own_check(&mut self) -> Result<Vec<String>, StoreError> {
        let lines = self.integrity().map_err(|error| self.error(&error))?;
        Ok(lines.into_iter().filter(|line| line != "ok").collect())
    }
}

/// Where a receipt is: its shard, the shard's id, its sequence and commitment.
type Place = (i64, Vec<u8>, i64, Vec<u8>);

/// Leaves the place in the chain, and nothing of what was said there.
fn erase(
    transaction: &Transaction<'_>,
    (shard, id, sequence, commitment): &Place,
    reason: Reason,
    keys: &jalousie_core::frame::Keys,
) -> rusqlite::Result<()> {
    let id = Shard::from(fixed::<16>(id).unwrap_or([0; 16]));
    let commitment = Digest::from(fixed::<32>(commitment).unwrap_or([0; 32]));
    let erasure = Erasure::of(&id, sequence.unsigned_abs(), &commitment, reason, keys);
    transaction
        .prepare_cached(
            "UPDATE receipts SET erased = ?3, seal = ?4, number = NULL, time = NULL, salt = NULL, content = NULL \
             WHERE shard = ?1 AND sequence = ?2",
        )?
        .execute(params![shard, sequence, reason.word(), erasure.seal.bytes()])
        .map(drop)
}

/// What was committed to after this sequence.
fn committed_since(
    transaction: &Transaction<'_>,
    shard: i64,
    since: u64,
) -> rusqlite::Result<HashSet<Digest>> {
    let mut query = transaction
        .prepare_cached("SELECT commitment FROM receipts WHERE shard = ?1 AND sequence > ?2")?;
    let rows = query.query_map(params![shard, signed(since)], |row| {
        row.get::<_, Vec<u8>>(0)
    })?;
    let commitments = rows.collect::<Result<Vec<_>, _>>()?;
    Ok(commitments
        .iter()
        .filter_map(|bytes| fixed::<32>(bytes).map(Digest::from))
        .collect())
}

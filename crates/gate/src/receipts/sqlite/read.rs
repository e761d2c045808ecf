//! Reading a file of receipts.

use super::{Place, Sqlite, chain, fixed};
use crate::receipts::store::{Period, Piece, Row, StoreError, Visit};
use jalousie_core::consent::receipt::{Digest, Entry, Number, Shard};
use rusqlite::{CachedStatement, OptionalExtension as _, Params, params};

/// Receipts older than `?1` at the time `?2`, at most `?3`: none that follows one of the time between.
pub(super) const OLD: &str = "
    SELECT r.shard, s.id, r.sequence, r.commitment FROM receipts r JOIN shards s USING (shard)
    WHERE r.time < ?1 AND r.sequence < coalesce(
        (SELECT min(sequence) FROM receipts WHERE shard = r.shard AND time BETWEEN ?1 AND ?2),
        9223372036854775807)
    LIMIT ?3";

const COLUMNS: &str = "sequence, commitment, hash, erased, seal, number, time, salt, content";

pub(super) fn places(
    query: &mut CachedStatement<'_>,
    parameters: impl Params,
) -> rusqlite::Result<Vec<Place>> {
    let rows = query.query_map(parameters, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    rows.collect()
}

/// The entry in a row whose columns from `at` on are [`COLUMNS`].
fn entry(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Entry> {
    let row = Row {
        sequence: row.get(at)?,
        commitment: row.get(at + 1)?,
        hash: row.get(at + 2)?,
        erased: row.get(at + 3)?,
        seal: row.get(at + 4)?,
        number: row.get(at + 5)?,
        time: row.get(at + 6)?,
        salt: row.get(at + 7)?,
        content: row.get(at + 8)?,
    };
    Ok(row.entry())
}

impl Sqlite {
    pub(super) fn contents(&self, numbers: &[Number]) -> rusqlite::Result<Vec<String>> {
        let mut query = self.connection.prepare_cached(
            "SELECT content FROM receipts WHERE number = ?1 AND content IS NOT NULL",
        )?;
        let mut found = Vec::new();
        for number in numbers {
            found.extend(
                query
                    .query_row(params![number.bytes()], |row| row.get(0))
                    .optional()?,
            );
        }
        Ok(found)
    }

    pub(super) fn document(&self, hash: &Digest) -> rusqlite::Result<Option<String>> {
        self.connection
            .prepare_cached("SELECT document FROM texts WHERE hash = ?1")?
            .query_row(params![hash.bytes()], |row| row.get(0))
            .optional()
    }

    pub(super) fn integrity(&self) -> rusqlite::Result<Vec<String>> {
        let mut query = self.connection.prepare("PRAGMA integrity_check(20)")?;
        query.query_map([], |row| row.get(0))?.collect()
    }

    pub(super) fn read_chains(
        &mut self,
        visit: &mut Visit<'_, Piece>,
    ) -> rusqlite::Result<Result<(), StoreError>> {
        let transaction = self.connection.transaction()?;
        let mut shards = transaction
            .prepare("SELECT shard, id, sequence, hash, seal FROM shards ORDER BY shard")?;
        let query = format!("SELECT {COLUMNS} FROM receipts WHERE shard = ?1 ORDER BY sequence");
        let mut receipts = transaction.prepare(&query)?;
        let mut rows = shards.query([])?;
        while let Some(row) = rows.next()? {
            let (id, hash, seal): (Vec<u8>, Vec<u8>, Vec<u8>) =
                (row.get(1)?, row.get(3)?, row.get(4)?);
            let Some(chain) = chain(&id, row.get(2)?, &hash, &seal) else {
                let text = "a row of the table of chains is not one; expected id, hash and seal in their lengths";
                return Ok(Err(StoreError::Unusable(format!("{}: {text}", self.name))));
            };
            if let Err(error) = visit(Piece::Chain(chain)) {
                return Ok(Err(error));
            }
            let mut entries = receipts.query(params![row.get::<_, i64>(0)?])?;
            while let Some(row) = entries.next()? {
                if let Err(error) = visit(Piece::Entry(entry(row, 0)?)) {
                    return Ok(Err(error));
                }
            }
        }
        Ok(Ok(()))
    }

    pub(super) fn read_merged(
        &mut self,
        period: Period,
        visit: &mut Visit<'_, (Shard, Entry)>,
    ) -> rusqlite::Result<Result<(), StoreError>> {
        let query = format!(
            "SELECT id, r.{} FROM receipts r JOIN shards s USING (shard) \
             WHERE r.time BETWEEN ?1 AND ?2 OR (?3 AND r.time IS NULL) ORDER BY r.time, r.shard, r.sequence",
            COLUMNS.replace(", ", ", r.")
        );
        let (since, until) = period.bounds();
        let mut query = self.connection.prepare(&query)?;
        let mut rows = query.query(params![since, until, period.is_all()])?;
        while let Some(row) = rows.next()? {
            let shard = fixed::<16>(&row.get::<_, Vec<u8>>(0)?).unwrap_or([0; 16]);
            if let Err(error) = visit((shard.into(), entry(row, 1)?)) {
                return Ok(Err(error));
            }
        }
        Ok(Ok(()))
    }
}

//! Reading a database of receipts.

use super::session::{Session, unusable};
use super::{Failure, fixed};
use crate::receipts::store::{Period, Piece, Row as Stored, Visit, chain};
use jalousie_core::consent::receipt::{Entry, Shard};
use tokio_postgres::{IsolationLevel, Row, Transaction};

/// Receipts older than `$1` at the time `$2`, at most `$3`: none that follows one of the time between.
pub(super) const OLD: &str = "
    SELECT r.shard, s.id, r.sequence, r.commitment FROM receipts r JOIN shards s USING (shard)
    WHERE r.time < $1 AND r.sequence < coalesce(
        (SELECT min(sequence) FROM receipts WHERE shard = r.shard AND time BETWEEN $1 AND $2),
        9223372036854775807)
    ORDER BY r.shard, r.sequence LIMIT $3 FOR UPDATE OF r SKIP LOCKED";

const COLUMNS: &str =
    "r.sequence, r.commitment, r.hash, r.erased, r.seal, r.number, r.time, r.salt, r.content";

/// Rows fetched at a time.
const FETCH: i32 = 1000;

/// The entry in a row whose columns from `at` on are [`COLUMNS`].
fn entry(row: &Row, at: usize) -> Entry {
    let stored = Stored {
        sequence: row.get(at),
        commitment: row.get(at + 1),
        hash: row.get(at + 2),
        erased: row.get(at + 3),
        seal: row.get(at + 4),
        number: row.get(at + 5),
        time: row.get(at + 6),
        salt: row.get(at + 7),
        content: row.get(at + 8),
    };
    stored.entry()
}

async fn snapshot(session: &mut Session) -> Result<Transaction<'_>, Failure> {
    let reading = session.client.build_transaction().read_only(true);
    Ok(reading
        .isolation_level(IsolationLevel::RepeatableRead)
        .start()
        .await?)
}

pub(super) async fn chains(
    session: &mut Session,
    name: &str,
    visit: &mut Visit<'_, Piece>,
) -> Result<(), Failure> {
    let transaction = snapshot(session).await?;
    let shards = "SELECT shard, id, sequence, hash, seal FROM shards ORDER BY shard";
    for row in transaction.query(shards, &[]).await? {
        let Some(chain) = chain(row.get(1), row.get(2), row.get(3), row.get(4)) else {
            let text = "a row of the table of chains is not one; expected id, hash and seal in their lengths";
            return Err(unusable(name, text).into());
        };
        visit(Piece::Chain(chain))?;
        let shard: i32 = row.get(0);
        let query = format!("SELECT {COLUMNS} FROM receipts r WHERE shard = $1 ORDER BY sequence");
        let portal = transaction.bind(&query, &[&shard]).await?;
        loop {
            let rows = transaction.query_portal(&portal, FETCH).await?;
            if rows.is_empty() {
                break;
            }
            rows.iter()
                .try_for_each(|row| visit(Piece::Entry(entry(row, 0))))?;
        }
    }
    Ok(())
}

pub(super) async fn merged(
    session: &mut Session,
    period: Period,
    visit: &mut Visit<'_, (Shard, Entry)>,
) -> Result<(), Failure> {
    let transaction = snapshot(session).await?;
    let query = format!(
        "SELECT s.id, {COLUMNS} FROM receipts r JOIN shards s USING (shard) \
         WHERE r.time BETWEEN $1 AND $2 OR ($3 AND r.time IS NULL) ORDER BY r.time NULLS FIRST, r.shard, r.sequence"
    );
    let (since, until) = period.bounds();
    let portal = transaction
        .bind(&query, &[&since, &until, &period.is_all()])
        .await?;
    loop {
        let rows = transaction.query_portal(&portal, FETCH).await?;
        if rows.is_empty() {
            return Ok(());
        }
        for row in &rows {
            let shard = fixed::<16>(row.get(0)).unwrap_or([0; 16]);
            visit((shard.into(), entry(row, 1)))?;
        }
    }
}

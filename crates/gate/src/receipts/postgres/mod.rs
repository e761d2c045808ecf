//! Receipts of several gates in one place: PostgreSQL.
//!
//! Each gate holds an advisory lock on a chain of its own for as long as it is connected, so the session
//! must be the server's and not a pool's. Each append is one transaction that holds the chain's row, with
//! `synchronous_commit = on`: an acknowledged receipt is on the server's disk.

mod read;
mod session;
mod tls;

use super::sqlite::Opening;
use super::store::{Draft, Period, Piece, Store, StoreError, Visit, fixed, signed};
use jalousie_core::consent::receipt::{
    Digest, Entry, Erasure, Number, Reason, Receipt, Shard, Time,
};
use jalousie_core::frame::Keys;
use session::{Session, Use, describe, name_of, sealed, unusable};
use std::collections::HashSet;
use std::fmt;
use std::path::Path;
use std::time::Duration;
use tls::Tls;
use tokio::runtime::Runtime;
use tokio_postgres::{Config, Row, Transaction};

/// How long the gate waits for one piece of work; then the connection counts as lost.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long the gate waits at its end for its chain to be released.
const RELEASE: Duration = Duration::from_secs(1);

/// A database of receipts. It blocks: use it on a thread of its own, outside of any runtime.
pub struct Postgres {
    runtime: Runtime,
    config: Config,
    tls: Tls,
    keys: Keys,
    name: String,
    use_: Use,
    session: Option<Session>,
    /// Documents that are stored for certain.
    texts: HashSet<Digest>,
    /// The chain, and its head's sequence, before an append whose fate is not known.
    doubt: Option<(i32, u64)>,
}

impl fmt::Debug for Postgres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Postgres").field(&self.name).finish()
    }
}

impl Postgres {
    /// Connects as `url` says, such as `postgres://user:password@host/database`; `ca_file` has, in
    /// PEM, whom to trust with the server's certificate, if not whom the web trusts.
    ///
    /// [`Opening::Create`] is the gate's way: it makes the tables where there are none, and takes a chain.
    ///
    /// # Errors
    /// The address is not one, the file has no certificates, the server cannot be reached, or what it has is not as gates leave it.
    pub fn open(
        url: &str,
        ca_file: Option<&Path>,
        opening: Opening,
        keys: Keys,
    ) -> Result<Self, StoreError> {
        let config: Config = url.parse().map_err(|error: tokio_postgres::Error| {
            describe("the address of the store of receipts", &error)
        })?;
        let name = name_of(&config);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| StoreError::Unavailable(format!("{name}: {error}")))?;
        let mut store = Postgres {
            runtime,
            config,
            tls: Tls::new(ca_file)?,
            keys,
            name,
            use_: match opening {
                Opening::Create => Use::Writing,
                Opening::Existing => Use::Reading,
            },
            session: None,
            texts: HashSet::new(),
            doubt: None,
        };
        store.connect(opening)?;
        Ok(store)
    }

    fn connect(&mut self, opening: Opening) -> Result<(), StoreError> {
        let connecting = Session::connect(
            &self.config,
            self.tls.clone(),
            &self.keys,
            &self.name,
            self.use_,
            opening,
        );
        self.session = Some(self.runtime.block_on(connecting)?);
        Ok(())
    }

    /// Does something with a connection, in time; an error of the connection's ends it.
    fn work<T>(
        &mut self,
        work: impl AsyncFnOnce(&mut Session, &mut State<'_>) -> Result<T, Failure>,
    ) -> Result<T, StoreError> {
        if self
            .session
            .as_ref()
            .is_none_or(|session| session.client.is_closed())
        {
            self.connect(Opening::Existing)?;
        }
        let Some(session) = &mut self.session else {
            return Err(unusable(&self.name, "no connection"));
        };
        let mut state = State {
            keys: &self.keys,
            name: &self.name,
            texts: &mut self.texts,
            doubt: &mut self.doubt,
        };
        let reading = self.use_ == Use::Reading;
        let done = self.runtime.block_on(async {
            let work = work(session, &mut state);
            if reading {
                return work.await;
            }
            let late = Failure::Store(StoreError::Unavailable(format!(
                "{}: does not answer",
                self.name
            )));
            tokio::time::timeout(PATIENCE, work)
                .await
                .unwrap_or(Err(late))
        });
        done.map_err(|failure| match failure {
            // The connection is as good as before: the transaction is taken back.
            Failure::Store(error @ StoreError::Unusable(_)) => error,
            failure => {
                // Whatever state it is in, the next one begins anew, and takes its chain again.
                self.session = None;
                match failure {
                    Failure::Store(error) => error,
                    Failure::Database(error) => describe(&self.name, &error),
                }
            }
        })
    }
}

impl Drop for Postgres {
    /// Lets go of the chain at once: the server would notice later that the connection is gone.
    fn drop(&mut self) {
        if let Some(session) = &self.session {
            let release = session
                .client
                .batch_execute("SELECT pg_advisory_unlock_all()");
            // If it fails, the connection is gone already.
            let _ = self
                .runtime
                .block_on(async { tokio::time::timeout(RELEASE, release).await });
        }
    }
}

/// What work needs beside the connection.
struct State<'s> {
    keys: &'s Keys,
    name: &'s str,
    texts: &'s mut HashSet<Digest>,
    doubt: &'s mut Option<(i32, u64)>,
}

/// Why work did not succeed.
enum Failure {
    Database(tokio_postgres::Error),
    Store(StoreError),
}

impl From<tokio_postgres::Error> for Failure {
    fn from(error: tokio_postgres::Error) -> Self {
        Failure::Database(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Failure::Store(error)
    }
}

impl Store for Postgres {
    fn append(&mut self, batch: &[Draft]) -> Result<(), StoreError> {
        self.work(async |session, state| append(session, state, batch).await)
    }

    fn find(&mut self, numbers: &[Number]) -> Result<Vec<Receipt>, StoreError> {
        let numbers: Vec<&[u8]> = numbers.iter().map(|number| &number.bytes()[..]).collect();
        self.work(async |session, _| {
            let query = "SELECT content FROM receipts WHERE number = ANY($1) AND content IS NOT NULL ORDER BY time";
            let rows = session.client.query(query, &[&numbers]).await?;
            // One that was changed by hand is not shown; `verify` tells of it.
            Ok(rows.iter().flat_map(|row| Receipt::read(row.get(0))).collect())
        })
    }

    fn erase(&mut self, numbers: &[Number]) -> Result<usize, StoreError> {
        let numbers: Vec<&[u8]> = numbers.iter().map(|number| &number.bytes()[..]).collect();
        self.work(async |session, state| {
            let transaction = session.client.transaction().await?;
            let find = "SELECT r.shard, s.id, r.sequence, r.commitment FROM receipts r JOIN shards s USING (shard) \
                        WHERE number = ANY($1) ORDER BY r.shard, r.sequence FOR UPDATE OF r";
            let places = transaction.query(find, &[&numbers]).await?;
            erase(&transaction, &places, Reason::Reader, state.keys).await?;
            transaction.commit().await?;
            Ok(places.len())
        })
    }

    fn purge(&mut self, before: Time, now: Time, limit: usize) -> Result<usize, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.work(async |session, state| {
            let transaction = session.client.transaction().await?;
            let (before, now) = (before.milliseconds(), now.milliseconds());
            let places = transaction
                .query(read::OLD, &[&before, &now, &limit])
                .await?;
            erase(&transaction, &places, Reason::Age, state.keys).await?;
            transaction.commit().await?;
            Ok(places.len())
        })
    }

    fn text(&mut self, hash: &Digest) -> Result<Option<String>, StoreError> {
        self.work(async |session, _| {
            let query = "SELECT document FROM texts WHERE hash = $1";
            let row = session
                .client
                .query_opt(query, &[&&hash.bytes()[..]])
                .await?;
            Ok(row.map(|row| row.get(0)))
        })
    }

    fn chains(&mut self, visit: &mut Visit<'_, Piece>) -> Result<(), StoreError> {
        self.work(async |session, state| read::chains(session, state.name, visit).await)
    }

    fn merged(
        &mut self,
        period: Period,
        visit: &mut Visit<'_, (Shard, Entry)>,
    ) -> Result<(), StoreError> {
        self.work(async |session, _| read::merged(session, period, visit).await)
    }

    fn own_check(&mut self) -> Result<Vec<String>, StoreError> {
        // The server looks after its files itself.
        Ok(Vec::new())
    }
}

async fn append(
    session: &mut Session,
    state: &mut State<'_>,
    batch: &[Draft],
) -> Result<(), Failure> {
    let Some(shard) = session.shard else {
        return Err(unusable(state.name, "opened to be read only").into());
    };
    let transaction = session.client.transaction().await?;
    let stored = match *state.doubt {
        Some((shard, since)) => committed_since(&transaction, shard, since).await?,
        None => HashSet::new(),
    };
    let end = session::end_of(&transaction, shard).await?;
    let end = sealed(end, state.keys, state.name)?;
    // Until the commit has returned, nobody knows. An older doubt covers the same receipts.
    state.doubt.get_or_insert((shard, end.head.sequence));
    let mut head = end.head;
    let mut columns = Columns::default();
    for draft in batch
        .iter()
        .filter(|draft| !stored.contains(&draft.commitment))
    {
        head = head.after(&draft.commitment);
        columns.push(draft, head.sequence, head.hash);
    }
    let texts: Vec<_> = {
        let mut seen = HashSet::new();
        let texts = batch.iter().flat_map(|draft| &draft.texts);
        texts
            .filter(|text| !state.texts.contains(&text.hash) && seen.insert(text.hash))
            .collect()
    };
    let insert = transaction
        .prepare_typed(
            "INSERT INTO receipts (shard, sequence, commitment, hash, number, time, salt, content) \
             SELECT $1, * FROM unnest($2::bigint[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bigint[], $7::bytea[], $8::text[])",
            &[],
        )
        .await?;
    let bytes = columns.borrowed();
    transaction
        .execute(
            &insert,
            &[
                &shard,
                &columns.sequences,
                &bytes[0],
                &bytes[1],
                &bytes[2],
                &columns.times,
                &bytes[3],
                &columns.contents,
            ],
        )
        .await?;
    for text in &texts {
        let keep = "INSERT INTO texts (hash, document) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        transaction
            .execute(keep, &[&&text.hash.bytes()[..], &text.document])
            .await?;
    }
    let seal = head.seal(&end.shard, state.keys);
    let update = "UPDATE shards SET sequence = $2, hash = $3, seal = $4 WHERE shard = $1";
    let (hash, seal) = (&head.hash.bytes()[..], &seal.bytes()[..]);
    transaction
        .execute(update, &[&shard, &signed(head.sequence), &hash, &seal])
        .await?;
    transaction.commit().await?;
    *state.doubt = None;
    state.texts.extend(texts.iter().map(|text| text.hash));
    Ok(())
}

/// A batch, by columns.
#[derive(Default)]
struct Columns<'d> {
    sequences: Vec<i64>,
    hashes: Vec<Digest>,
    drafts: Vec<&'d Draft>,
    times: Vec<i64>,
    contents: Vec<&'d str>,
}

impl<'d> Columns<'d> {
    fn push(&mut self, draft: &'d Draft, sequence: u64, hash: Digest) {
        self.sequences.push(signed(sequence));
        self.hashes.push(hash);
        self.drafts.push(draft);
        self.times.push(draft.content.time.milliseconds());
        self.contents.push(&draft.content.written);
    }

    /// Commitments, hashes, numbers and salts.
    fn borrowed(&self) -> [Vec<&[u8]>; 4] {
        let drafts = || self.drafts.iter();
        [
            drafts()
                .map(|draft| &draft.commitment.bytes()[..])
                .collect(),
            self.hashes.iter().map(|hash| &hash.bytes()[..]).collect(),
            drafts()
                .map(|draft| &draft.content.number.bytes()[..])
                .collect(),
            drafts()
                .map(|draft| &draft.content.salt.bytes()[..])
                .collect(),
        ]
    }
}

/// What was committed to after this sequence. It waits for a session that is still at it.
async fn committed_since(
    transaction: &Transaction<'_>,
    shard: i32,
    since: u64,
) -> Result<HashSet<Digest>, Failure> {
    session::end_of(transaction, shard).await?;
    let query = "SELECT commitment FROM receipts WHERE shard = $1 AND sequence > $2";
    let rows = transaction.query(query, &[&shard, &signed(since)]).await?;
    let commitments = rows.iter().filter_map(|row| fixed::<32>(row.get(0)));
    Ok(commitments.map(Digest::from).collect())
}

/// Leaves each place in its chain, and nothing of what was said there.
async fn erase(
    transaction: &Transaction<'_>,
    places: &[Row],
    reason: Reason,
    keys: &Keys,
) -> Result<(), Failure> {
    let update = transaction
        .prepare(
            "UPDATE receipts SET erased = $3, seal = $4, number = NULL, time = NULL, salt = NULL, content = NULL \
             WHERE shard = $1 AND sequence = $2",
        )
        .await?;
    for place in places {
        let (shard, sequence): (i32, i64) = (place.get(0), place.get(2));
        let id = Shard::from(fixed::<16>(place.get(1)).unwrap_or([0; 16]));
        let commitment = Digest::from(fixed::<32>(place.get(3)).unwrap_or([0; 32]));
        let erasure = Erasure::of(&id, sequence.unsigned_abs(), &commitment, reason, keys);
        let seal = &erasure.seal.bytes()[..];
        transaction
            .execute(&update, &[&shard, &sequence, &reason.word(), &seal])
            .await?;
    }
    Ok(())
}

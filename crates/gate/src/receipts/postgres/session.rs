//! A connection to PostgreSQL: made, made ready, and lost.

use super::tls::Tls;
use crate::causes::in_full;
use crate::receipts::sqlite::Opening;
use crate::receipts::store::{Chain, StoreError, chain, random, signed};
use jalousie_core::consent::receipt::{Head, Shard};
use jalousie_core::frame::Keys;
use std::time::Duration;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::{Client, Config, GenericClient, Transaction};

/// The version of the tables.
const VERSION: i32 = 1;

/// "Jalo": the first half of our advisory locks. The second half is a shard, or nought for the tables.
const LOCKS: i32 = 0x4A61_6C6F;

/// How long making a connection may take.
const CONNECTING: Duration = Duration::from_secs(5);

/// What a session is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// The gate's: it has a chain of its own, and no statement may take long.
    Writing,
    /// A person's: it has all the time it needs.
    Reading,
}

/// A connection that is ready for work.
pub(super) struct Session {
    pub(super) client: Client,
    /// The chain that this session alone appends to; none when it only reads.
    pub(super) shard: Option<i32>,
}

/// What is wrong, in words for people.
pub(super) fn describe(name: &str, error: &tokio_postgres::Error) -> StoreError {
    StoreError::Unavailable(format!("{name}: {}", in_full(error)))
}

pub(super) fn unusable(name: &str, what: &str) -> StoreError {
    StoreError::Unusable(format!("{name}: {what}"))
}

/// What messages call the database: no user, no password.
pub(super) fn name_of(config: &Config) -> String {
    let hosts = config.get_hosts().iter().map(|host| match host {
        Host::Tcp(name) => name.clone(),
        Host::Unix(path) => path.display().to_string(),
    });
    let hosts: Vec<String> = hosts.collect();
    let database = config.get_dbname().unwrap_or("the user's own database");
    format!("receipts in PostgreSQL, {database} on {}", hosts.join(","))
}

impl Session {
    pub(super) async fn connect(
        config: &Config,
        tls: Tls,
        keys: &Keys,
        name: &str,
        use_: Use,
        opening: Opening,
    ) -> Result<Self, StoreError> {
        let connecting = async {
            // Without names to prove there is nothing to speak TLS about.
            let socket = config
                .get_hosts()
                .iter()
                .all(|host| matches!(host, Host::Unix(_)));
            let mut config = config.clone();
            if socket {
                config.ssl_mode(SslMode::Disable);
            }
            let (client, connection) = config.connect(tls).await?;
            tokio::spawn(async move {
                // Whoever uses the client is told of its end.
                let _ = connection.await;
            });
            let limits = match use_ {
                Use::Writing => {
                    "SET statement_timeout = '8s'; SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '15s';"
                }
                Use::Reading => "",
            };
            // `on` waits until the commit is on the disk, whatever the server's default.
            client
                .batch_execute(&format!(
                    "SET synchronous_commit = on; SET application_name = 'jalousie'; SET search_path = jalousie; {limits}"
                ))
                .await?;
            Ok(client)
        };
        let client = match tokio::time::timeout(CONNECTING, connecting).await {
            Ok(connected) => connected.map_err(|error| describe(name, &error))?,
            Err(_) => return Err(StoreError::Unavailable(format!("{name}: does not answer"))),
        };
        let mut session = Session {
            client,
            shard: None,
        };
        let failed = |error| describe(name, &error);
        if let Err(text) = session.tables(opening).await.map_err(failed)? {
            return Err(unusable(name, &text));
        }
        if use_ == Use::Writing {
            match session.take_chain(keys, name).await {
                Ok(shard) => session.shard = Some(shard),
                Err(error) => {
                    // The server would notice later that this connection is gone; whoever comes with
                    // the right keys meanwhile must not find the chain taken.
                    let _ = session
                        .client
                        .batch_execute("SELECT pg_advisory_unlock_all()")
                        .await;
                    return Err(error);
                }
            }
        }
        Ok(session)
    }

    /// Takes a chain that nobody writes to, or a new one, and checks its end.
    async fn take_chain(&mut self, keys: &Keys, name: &str) -> Result<i32, StoreError> {
        let claimed = self.claim(keys).await;
        let shard = claimed.map_err(|error| describe(name, &error))??;
        self.check_end(shard, keys, name).await?;
        Ok(shard)
    }

    /// Makes the tables if there are none; says what is wrong with those that are there.
    async fn tables(
        &mut self,
        opening: Opening,
    ) -> Result<Result<(), String>, tokio_postgres::Error> {
        let transaction = self.client.transaction().await?;
        if opening == Opening::Create {
            // Two gates may start at once: the second one finds the tables there.
            lock_tables(&transaction).await?;
        }
        let there = "SELECT to_regclass('jalousie.store') IS NOT NULL, to_regclass('jalousie.receipts') IS NOT NULL";
        let row = transaction.query_one(there, &[]).await?;
        match (row.get(0), row.get(1), opening) {
            (true, _, _) => {
                let row = transaction
                    .query_opt("SELECT version FROM jalousie.store", &[])
                    .await?;
                match row.map(|row| row.get::<_, i32>(0)) {
                    Some(VERSION) => Ok(Ok(())),
                    Some(newer) => Ok(Err(format!(
                        "of version {newer}, and this gate knows version {VERSION}; use the gate that made it, or a newer one. Nothing was changed"
                    ))),
                    None => Ok(Err("its version is gone; nothing was changed".to_owned())),
                }
            }
            (false, true, _) => Ok(Err(
                "a schema \"jalousie\" of something else; nothing was changed".to_owned(),
            )),
            (false, false, Opening::Existing) => Ok(Err("there are no receipts here".to_owned())),
            (false, false, Opening::Create) => {
                transaction
                    .batch_execute(include_str!("schema.sql"))
                    .await?;
                transaction
                    .execute(
                        "INSERT INTO jalousie.store (version) VALUES ($1)",
                        &[&VERSION],
                    )
                    .await?;
                transaction.commit().await.map(Ok)
            }
        }
    }

    /// Takes a chain that no other gate has, or makes one. It is this session's while it lasts.
    async fn claim(
        &mut self,
        keys: &Keys,
    ) -> Result<Result<i32, StoreError>, tokio_postgres::Error> {
        let free = "SELECT shard FROM shards ORDER BY shard";
        for row in self.client.query(free, &[]).await? {
            let shard: i32 = row.get(0);
            if try_lock(&self.client, shard).await? {
                return Ok(Ok(shard));
            }
        }
        let id = match random::<16>() {
            Ok(id) => Shard::from(id),
            Err(error) => return Ok(Err(error)),
        };
        let head = Head::start(&id);
        let insert =
            "INSERT INTO shards (id, sequence, hash, seal) VALUES ($1, $2, $3, $4) RETURNING shard";
        let row = self
            .client
            .query_one(
                insert,
                &[
                    &&id.bytes()[..],
                    &signed(head.sequence),
                    &&head.hash.bytes()[..],
                    &&head.seal(&id, keys).bytes()[..],
                ],
            )
            .await?;
        let shard: i32 = row.get(0);
        // A gate that starts at this moment may be quicker; then that one is its chain.
        if try_lock(&self.client, shard).await? {
            Ok(Ok(shard))
        } else {
            Box::pin(self.claim(keys)).await
        }
    }

    /// Nothing is appended to a chain whose end is not as a gate left it: it would then be sealed anew.
    async fn check_end(&mut self, shard: i32, keys: &Keys, name: &str) -> Result<(), StoreError> {
        let failed = |error| describe(name, &error);
        // In one state: the gate that had this chain before may still be at its last batch.
        let transaction = self.client.transaction().await.map_err(failed)?;
        let end = end_of(&transaction, shard).await.map_err(failed)?;
        let end = sealed(end, keys, name)?;
        let last =
            "SELECT sequence, hash FROM receipts WHERE shard = $1 ORDER BY sequence DESC LIMIT 1";
        let last = transaction
            .query_opt(last, &[&shard])
            .await
            .map_err(failed)?;
        let last = last.map_or_else(
            || (0, Head::start(&end.shard).hash.bytes().to_vec()),
            |row| (row.get(0), row.get(1)),
        );
        if last != (signed(end.head.sequence), end.head.hash.bytes().to_vec()) {
            return Err(tampered(name, "a chain does not end where its head says"));
        }
        Ok(())
    }
}

async fn lock_tables(transaction: &Transaction<'_>) -> Result<(), tokio_postgres::Error> {
    let lock = "SELECT pg_advisory_xact_lock($1, 0)";
    transaction.execute(lock, &[&LOCKS]).await.map(drop)
}

async fn try_lock(client: &Client, shard: i32) -> Result<bool, tokio_postgres::Error> {
    let lock = "SELECT pg_try_advisory_lock($1, $2)";
    Ok(client.query_one(lock, &[&LOCKS, &shard]).await?.get(0))
}

/// The end of a chain, which no other session changes before this transaction ends.
pub(super) async fn end_of(
    client: &impl GenericClient,
    shard: i32,
) -> Result<Option<Chain>, tokio_postgres::Error> {
    let end = "SELECT id, sequence, hash, seal FROM shards WHERE shard = $1 FOR UPDATE";
    let row = client.query_opt(end, &[&shard]).await?;
    Ok(row.and_then(|row| chain(row.get(0), row.get(1), row.get(2), row.get(3))))
}

/// The chain, if its end is the site's.
pub(super) fn sealed(end: Option<Chain>, keys: &Keys, name: &str) -> Result<Chain, StoreError> {
    match end {
        None => Err(tampered(name, "its chain is gone")),
        Some(end) if end.head.is_sealed(&end.shard, &end.seal, keys) => Ok(end),
        Some(_) => Err(tampered(
            name,
            "the head of a chain is not sealed with this site's keys",
        )),
    }
}

fn tampered(name: &str, what: &str) -> StoreError {
    unusable(
        name,
        &format!(
            "{what}. Gates that share a database share their keys; if the key was changed, list the old one behind the new \
             one; else `jalousie receipts verify` tells more"
        ),
    )
}

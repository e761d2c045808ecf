//! Opening a file of receipts, or refusing to.

use super::chain;
use super::checkpoint::Checkpoints;
use crate::receipts::store::{Chain, StoreError, random, signed};
use jalousie_core::consent::receipt::{Digest, Head, Shard};
use jalousie_core::frame::Keys;
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension as _, params};
use std::collections::HashSet;
use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::time::Duration;

/// "Jalo": says in the file's header whose it is.
const APPLICATION: i64 = 0x4A61_6C6F;

/// The version of the tables.
const VERSION: i64 = 1;

/// Pages of log, 64 MiB, from which on the writer itself moves them into the file.
const LONGEST_LOG: i64 = 16_384;

/// How long to wait for another process that writes.
const TURN: Duration = Duration::from_secs(5);

/// A file of receipts.
#[derive(Debug)]
pub struct Sqlite {
    /// Of a file that is written to. Dropped before the connection, whose end then tidies up.
    pub(super) checkpoints: Option<Checkpoints>,
    pub(super) connection: Connection,
    pub(super) keys: Keys,
    /// What messages call it.
    pub(super) name: String,
    /// Documents that are stored for certain.
    pub(super) texts: HashSet<Digest>,
    /// The head's sequence before an append whose fate is not known.
    pub(super) doubt: Option<u64>,
}

/// What to do where there is no file yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Make one.
    Create,
    /// That is an error: there is nothing to read.
    Existing,
}

impl Sqlite {
    /// Opens the file; nothing in a file that is not one of ours is changed.
    ///
    /// # Errors
    /// It cannot be opened, is no store of receipts, is of a newer version, or not as the gate left it.
    pub fn open(path: &Path, opening: Opening, keys: Keys) -> Result<Self, StoreError> {
        let name = format!("receipts in {}", path.display());
        if opening == Opening::Create {
            create(path).map_err(|error| StoreError::Unavailable(format!("{name}: {error}")))?;
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags);
        let mut store = Self::with(connection, name, keys)?;
        if opening == Opening::Create {
            store.checkpoints = Some(Checkpoints::of(path));
        }
        Ok(store)
    }

    /// A store in memory, which ends with the process.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn in_memory(keys: Keys) -> Result<Self, StoreError> {
        Self::with(
            Connection::open_in_memory(),
            "receipts in memory".to_owned(),
            keys,
        )
    }

    fn with(
        connection: rusqlite::Result<Connection>,
        name: String,
        keys: Keys,
    ) -> Result<Self, StoreError> {
        let opened = connection.and_then(|connection| {
            connection.busy_timeout(TURN)?;
            let checked = prepare(&connection, &keys, &name)?;
            Ok(checked.map(|()| connection))
        });
        let connection = opened.map_err(|error| cannot_open(&name, &error))??;
        Ok(Sqlite {
            connection,
            checkpoints: None,
            keys,
            name,
            texts: HashSet::new(),
            doubt: None,
        })
    }
}

/// Makes the file, for this user's eyes only, and the folder it is in.
fn create(path: &Path) -> std::io::Result<()> {
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        std::fs::create_dir_all(folder)?;
    }
    let options = &mut OpenOptions::new();
    options
        .write(true)
        .create(true)
        .mode(0o600)
        .open(path)
        .map(drop)
}

fn cannot_open(name: &str, error: &rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => StoreError::Unusable(format!(
            "{name}: not a SQLite file; expected one that the gate made, or none yet"
        )),
        Some(ErrorCode::DatabaseCorrupt) => StoreError::Unusable(format!(
            "{name}: damaged ({error}); put a backup in its place, or move the file away to begin a new one"
        )),
        _ => StoreError::Unavailable(format!("{name}: cannot be opened: {error}")),
    }
}

/// Looks first, and writes only into a file that is ours or empty.
fn prepare(
    connection: &Connection,
    keys: &Keys,
    name: &str,
) -> rusqlite::Result<Result<(), StoreError>> {
    let number = |pragma: &str| connection.query_row(pragma, [], |row| row.get::<_, i64>(0));
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    let unusable = |text: String| Ok(Err(StoreError::Unusable(format!("{name}: {text}"))));
    match (
        number("PRAGMA application_id")?,
        number("PRAGMA user_version")?,
    ) {
        (0, 0) if tables == 0 => {}
        (APPLICATION, VERSION) => {}
        (APPLICATION, newer) => {
            return unusable(format!(
                "of version {newer}, and this gate knows version {VERSION}; use the gate that made it, or a newer one. Nothing was changed"
            ));
        }
        _ => return unusable("a SQLite file of something else; nothing was changed".to_owned()),
    }
    connection.pragma_update(None, "secure_delete", true)?;
    let journal: String =
        connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if journal != "wal" && journal != "memory" {
        return unusable(format!(
            "cannot be in WAL mode, but only in mode {journal}; expected a disk of this machine, not one over a network"
        ));
    }
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
    connection.pragma_update(None, "wal_autocheckpoint", LONGEST_LOG)?;
    make_tables(connection, keys)?;
    check_end(connection, keys, name)
}

fn make_tables(connection: &Connection, keys: &Keys) -> rusqlite::Result<()> {
    // Two gates may start at once: the second one finds the tables there.
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if tables == 0 {
        connection.execute_batch(include_str!("schema.sql"))?;
        connection.pragma_update(None, "application_id", APPLICATION)?;
        connection.pragma_update(None, "user_version", VERSION)?;
        let shard = random::<16>()
            .map(Shard::from)
            .map_err(|_| rusqlite::Error::InvalidQuery)?;
        let head = Head::start(&shard);
        connection.execute(
            "INSERT INTO shards (id, sequence, hash, seal) VALUES (?1, ?2, ?3, ?4)",
            params![
                shard.bytes(),
                signed(head.sequence),
                head.hash.bytes(),
                head.seal(&shard, keys).bytes()
            ],
        )?;
    }
    connection.execute_batch("COMMIT")
}

/// The chain that is written to, and its number in this file.
pub(super) fn chain_of(connection: &Connection) -> rusqlite::Result<Option<(i64, Chain)>> {
    let row = connection
        .prepare_cached(
            "SELECT shard, id, sequence, hash, seal FROM shards ORDER BY shard LIMIT 1",
        )?
        .query_row([], |row| {
            let (id, hash, seal): (Vec<u8>, Vec<u8>, Vec<u8>) =
                (row.get(1)?, row.get(3)?, row.get(4)?);
            Ok((row.get(0)?, chain(&id, row.get(2)?, &hash, &seal)))
        })
        .optional()?;
    Ok(row.and_then(|(shard, chain)| Some((shard, chain?))))
}

/// Nothing is appended to a chain whose end is not as the gate left it: it would then be sealed anew.
fn check_end(
    connection: &Connection,
    keys: &Keys,
    name: &str,
) -> rusqlite::Result<Result<(), StoreError>> {
    let Some((shard, end)) = chain_of(connection)? else {
        return Ok(Err(tampered(name, "its chain is gone")));
    };
    if !end.head.is_sealed(&end.shard, &end.seal, keys) {
        return Ok(Err(tampered(
            name,
            "the head of its chain is not sealed with this site's keys",
        )));
    }
    let last: Option<(i64, Vec<u8>)> = connection
        .query_row(
            "SELECT sequence, hash FROM receipts WHERE shard = ?1 ORDER BY sequence DESC LIMIT 1",
            params![shard],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    let last = last.unwrap_or_else(|| (0, Head::start(&end.shard).hash.bytes().to_vec()));
    if last != (signed(end.head.sequence), end.head.hash.bytes().to_vec()) {
        return Ok(Err(tampered(
            name,
            "its chain does not end where its head says",
        )));
    }
    Ok(Ok(()))
}

pub(super) fn tampered(name: &str, what: &str) -> StoreError {
    StoreError::Unusable(format!(
        "{name}: {what}. If the key was changed, list the old one behind the new one; else `jalousie receipts verify` \
         tells more, and a new file begins a new chain"
    ))
}

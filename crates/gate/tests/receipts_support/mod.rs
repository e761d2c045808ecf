//! Stores to test with: a file of a test's own, and a database of a test's own on a real PostgreSQL.

#![allow(clippy::unwrap_used, dead_code, unreachable_pub)]

pub mod server;

use jalousie_core::consent::receipt::{
    Act, ChainCheck, Choice, Digest, Edition, Flaw, Number, Origin, Receipt, Salt, Scope, Time,
};
use jalousie_core::frame::Keys;
use jalousie_gate::receipts::{Draft, Opening, Period, Piece, Postgres, Sqlite, Store, Text};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

pub fn keys() -> Keys {
    Keys::new(vec![[7; 32]]).unwrap()
}

/// A folder of a test's own, gone when the test is over.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("receipts-{}-{count}", std::process::id());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A place where a store is.
pub enum Place {
    File(Folder),
    Database(server::Database),
}

impl Place {
    pub fn sqlite() -> Self {
        Place::File(Folder::new())
    }

    pub fn postgres() -> Self {
        Place::Database(server::Database::new())
    }

    pub fn open(&self, opening: Opening, keys: Keys) -> Box<dyn Store> {
        match self {
            Place::File(folder) => {
                Box::new(Sqlite::open(&folder.path("receipts.db"), opening, keys).unwrap())
            }
            Place::Database(database) => {
                Box::new(Postgres::open(&database.url(), None, opening, keys).unwrap())
            }
        }
    }

    /// As the gate opens it.
    pub fn gate(&self) -> Box<dyn Store> {
        self.open(Opening::Create, keys())
    }

    /// Does something to the tables that no gate would do; `jalousie.` before their names is left
    /// out where there are no schemas.
    pub fn tamper(&self, sql: &str) {
        match self {
            Place::File(folder) => {
                let connection = rusqlite::Connection::open(folder.path("receipts.db")).unwrap();
                connection
                    .execute_batch(&sql.replace("jalousie.", ""))
                    .unwrap();
            }
            Place::Database(database) => database.execute(sql),
        }
    }
}

pub fn number(of: u32) -> Number {
    let mut bytes = [0; 16];
    bytes[..4].copy_from_slice(&of.to_be_bytes());
    bytes.into()
}

pub fn receipt(of: u32, milliseconds: i64) -> Receipt {
    let edition = Edition {
        version: "2026-11-20".into(),
        sha256: Digest::of(b"catalogue"),
    };
    let time = Time::from_milliseconds(milliseconds);
    let mut receipt = Receipt::new(number(of), time, Origin::Notice, edition);
    receipt.language = "en".into();
    receipt.choices.push(Choice {
        decision: Act::Accept,
        scope: Scope::Category,
        service: None,
        category: Some("video".into()),
    });
    receipt
}

/// A draft with a document that all drafts share.
pub fn draft(of: u32, milliseconds: i64) -> Draft {
    let text = Text::new("What was shown.".to_owned());
    let mut receipt = receipt(of, milliseconds);
    receipt.texts.push(text.hash);
    Draft::new(&receipt, Salt::from([of.to_le_bytes()[0]; 32]), vec![text])
}

pub fn drafts(numbers: std::ops::Range<u32>) -> Vec<Draft> {
    numbers.map(|of| draft(of, i64::from(of))).collect()
}

/// A store's chains, as a check finds them.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Entries and erased ones of each chain.
    pub chains: Vec<(u64, u64)>,
    pub flaws: Vec<Flaw>,
    /// In order of chain and sequence.
    pub numbers: Vec<Number>,
}

pub fn verify(store: &mut dyn Store, keys: &Keys) -> Found {
    let mut found = Found::default();
    let mut open: Option<(ChainCheck<'_>, jalousie_gate::receipts::Chain)> = None;
    let close = |open: &mut Option<(ChainCheck<'_>, jalousie_gate::receipts::Chain)>,
                 found: &mut Found| {
        if let Some((check, chain)) = open.take() {
            found.flaws.extend(check.end(&chain.head, &chain.seal));
            found.chains.push((check.entries, check.erased));
        }
    };
    store
        .chains(&mut |piece| {
            match piece {
                Piece::Chain(chain) => {
                    close(&mut open, &mut found);
                    open = Some((ChainCheck::new(chain.shard, keys), chain));
                }
                Piece::Entry(entry) => {
                    found.flaws.extend(open.as_mut().unwrap().0.entry(&entry));
                    found
                        .numbers
                        .extend(entry.content.map(|content| content.number));
                }
            }
            Ok(())
        })
        .unwrap();
    close(&mut open, &mut found);
    found
}

/// A store that is whole; how many entries and erased ones it has.
#[track_caller]
pub fn whole(store: &mut dyn Store) -> (u64, u64) {
    let found = verify(store, &keys());
    assert_eq!(found.flaws, []);
    let sum = |pick: fn(&(u64, u64)) -> u64| found.chains.iter().map(pick).sum();
    (sum(|chain| chain.0), sum(|chain| chain.1))
}

/// Numbers and times of what a period has, in the order in which they come.
pub fn merged(store: &mut dyn Store, period: Period) -> Vec<(Number, i64)> {
    let mut found = Vec::new();
    store
        .merged(period, &mut |(_, entry)| {
            found.extend(
                entry
                    .content
                    .map(|content| (content.number, content.time.milliseconds())),
            );
            Ok(())
        })
        .unwrap();
    found
}

pub fn shared(text: &str) -> Arc<Text> {
    Text::new(text.to_owned())
}

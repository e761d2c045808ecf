//! Moves what was committed from the log into the file, on a thread and a connection of its own: no
//! reader waits for it.

use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Receipts between two checkpoints: some megabytes of log, in which most pages come several times.
const RECEIPTS: usize = 1_000;

/// How long a checkpoint waits for another one.
const TURN: Duration = Duration::from_secs(1);

/// The thread; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Checkpoints {
    orders: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
    /// Receipts since the last order.
    receipts: usize,
}

impl Checkpoints {
    /// Of the store in this file. Without a second connection there is no thread, and the writer does
    /// it all, as SQLite would by itself.
    pub(super) fn of(path: &Path) -> Self {
        let none = Checkpoints {
            orders: None,
            thread: None,
            receipts: 0,
        };
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let Ok(connection) = Connection::open_with_flags(path, flags) else {
            return none;
        };
        let (orders, received) = mpsc::sync_channel(1);
        let thread = thread::Builder::new()
            .name("checkpoints".to_owned())
            .spawn(move || run(&connection, &received));
        match thread {
            Ok(thread) => Checkpoints {
                orders: Some(orders),
                thread: Some(thread),
                receipts: 0,
            },
            Err(_) => none,
        }
    }

    /// Receipts were committed; orders a checkpoint when there are enough of them.
    pub(super) fn after(&mut self, receipts: usize) {
        self.receipts += receipts;
        if self.receipts >= RECEIPTS {
            self.order();
        }
    }

    /// Orders a checkpoint.
    pub(super) fn order(&mut self) {
        self.receipts = 0;
        if let Some(orders) = &self.orders {
            // One that is waiting already is as good.
            let _ = orders.try_send(());
        }
    }
}

impl Drop for Checkpoints {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            // What a panic there was about, its own message has said.
            let _ = thread.join();
        }
    }
}

fn run(connection: &Connection, orders: &Receiver<()>) {
    while orders.recv().is_ok() {
        // "Passive" waits for nobody and stops nobody from writing. What it cannot do, the next one does;
        // and beyond the writer's own limit, the writer.
        let done = connection
            .busy_timeout(TURN)
            .and_then(|()| connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())));
        if let Err(error) = done {
            tracing::debug!(target: "jalousie::receipts", %error, "the log of receipts stays as it is");
        }
    }
}

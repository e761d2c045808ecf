//! The queue before a store.

use super::counts::{Counts, ReceiptCounts};
use super::shown::ShownTexts;
use super::store::{Draft, Store, StoreError, Text};
use super::writer::{Command, Writer};
use jalousie_core::consent::receipt::{Digest, Number, Receipt, Salt, Time};
use std::fmt;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use tokio::sync::oneshot;

/// How long a reader's answer waits for the store.
const PATIENCE: Duration = Duration::from_secs(2);

/// Questions that may wait at once; a store that is slower is as good as away.
const MOST_QUESTIONS: u64 = 256;

/// What became of a receipt while its reader waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is stored, and survives whatever comes.
    Recorded,
    /// It waits for the store: it is not recorded yet.
    Queued,
    /// The queue is full: it will not be recorded.
    Lost,
}

impl Outcome {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Recorded => "recorded",
            Outcome::Queued => "queued",
            Outcome::Lost => "lost",
        }
    }
}

/// Takes receipts to a store, in the order in which they come.
pub struct Receipts {
    commands: Mutex<Option<Sender<Command>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
    counts: Arc<Counts>,
    shown: ShownTexts,
}

impl fmt::Debug for Receipts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.counts().fmt(f)
    }
}

impl Receipts {
    /// A queue of at most `limit` receipts before `store`.
    ///
    /// # Errors
    /// There is no thread for it.
    pub fn new(store: Box<dyn Store>, limit: usize) -> std::io::Result<Arc<Self>> {
        let (commands, received) = mpsc::channel();
        let counts = Arc::new(Counts::new(limit as u64));
        let writer = Writer::new(store, received, counts.clone());
        let thread = thread::Builder::new()
            .name("receipts".to_owned())
            .spawn(move || writer.run())?;
        Ok(Arc::new(Receipts {
            commands: Mutex::new(Some(commands)),
            thread: Mutex::new(Some(thread)),
            counts,
            shown: ShownTexts::default(),
        }))
    }

    /// Stores a receipt; waits for the store, but not long.
    pub async fn record(&self, receipt: &Receipt, texts: Vec<Arc<Text>>) -> Outcome {
        let mut salt = [0; 32];
        if getrandom::fill(&mut salt).is_err() {
            return self.lose("the system has no random bytes");
        }
        let draft = Draft::new(receipt, Salt::from(salt), texts);
        if !self.counts.enter() {
            return self.lose("the queue is full: the store is away, or too slow");
        }
        let (done, stored) = oneshot::channel();
        if !self.send(Command::Record(Box::new(draft), done)) {
            self.counts.leave(1);
            return self.lose("the gate is closing");
        }
        // A store that is known to be away makes nobody wait.
        if !self.counts.is_reachable() {
            return Outcome::Queued;
        }
        match tokio::time::timeout(PATIENCE, stored).await {
            Ok(Ok(())) => Outcome::Recorded,
            _ => Outcome::Queued,
        }
    }

    fn lose(&self, why: &str) -> Outcome {
        let lost = self.counts.lost(1);
        // The first of a flood, and then ever fewer of them.
        if lost.is_power_of_two() {
            tracing::error!(target: "jalousie::receipts", lost, "receipt not recorded: {why}; the reader's choice itself is in force");
        }
        Outcome::Lost
    }

    fn send(&self, command: Command) -> bool {
        let commands = lock(&self.commands);
        commands
            .as_ref()
            .is_some_and(|commands| commands.send(command).is_ok())
    }

    /// The receipts of these numbers, in order of time.
    ///
    /// # Errors
    /// The store is away or too busy.
    pub async fn find(&self, numbers: Vec<Number>) -> Result<Vec<Receipt>, StoreError> {
        self.ask(|answer| Command::Find(numbers, answer)).await
    }

    /// Erases the receipts of these numbers; returns how many there were.
    ///
    /// # Errors
    /// The store is away or too busy.
    pub async fn erase(&self, numbers: Vec<Number>) -> Result<usize, StoreError> {
        self.ask(|answer| Command::Erase(numbers, answer)).await
    }

    /// The document of this hash.
    ///
    /// # Errors
    /// The store is away or too busy.
    pub async fn text(&self, hash: Digest) -> Result<Option<String>, StoreError> {
        self.ask(|answer| Command::Text(hash, answer)).await
    }

    /// Erases receipts that are older than `before` now; returns how many.
    ///
    /// # Errors
    /// The store is away or too busy.
    pub async fn purge(&self, before: Time, now: Time) -> Result<usize, StoreError> {
        // In pieces: between two of them, receipts are stored.
        const PIECE: usize = 500;
        let mut erased = 0;
        loop {
            let piece = self
                .ask(|answer| Command::Purge(before, now, PIECE, answer))
                .await?;
            erased += piece;
            if piece < PIECE {
                return Ok(erased);
            }
        }
    }

    async fn ask<T>(
        &self,
        command: impl FnOnce(oneshot::Sender<Result<T, StoreError>>) -> Command,
    ) -> Result<T, StoreError> {
        let busy = || StoreError::Unavailable("the store of receipts does not answer".to_owned());
        if self.counts.questions.fetch_add(1, Ordering::AcqRel) >= MOST_QUESTIONS {
            self.counts.questions.fetch_sub(1, Ordering::AcqRel);
            return Err(busy());
        }
        let (answer, answered) = oneshot::channel();
        if !self.send(command(answer)) {
            self.counts.questions.fetch_sub(1, Ordering::AcqRel);
            return Err(busy());
        }
        match tokio::time::timeout(PATIENCE, answered).await {
            Ok(Ok(answer)) => answer,
            _ => Err(busy()),
        }
    }

    /// What became of receipts so far.
    pub fn counts(&self) -> ReceiptCounts {
        self.counts.now()
    }

    /// The documents that receipts refer to.
    pub(crate) fn shown(&self) -> &ShownTexts {
        &self.shown
    }

    /// Stores what still waits, and ends. A store that does not take it within `patience` leaves it
    /// lost, and the log says how many.
    pub async fn close(&self, patience: Duration) {
        let thread = lock(&self.thread).take();
        let sent = self.send(Command::Close(patience));
        // Whoever comes later is told that it is too late.
        lock(&self.commands).take();
        if let (Some(thread), true) = (thread, sent) {
            // The thread ends by itself, soon after its patience does.
            let joined = tokio::task::spawn_blocking(move || thread.join());
            if !matches!(joined.await, Ok(Ok(()))) {
                tracing::error!(target: "jalousie::receipts", "the writer of receipts ended in an error");
            }
        }
        let counts = self.counts();
        if counts.lost > 0 {
            tracing::error!(target: "jalousie::receipts", recorded = counts.recorded, lost = counts.lost, "some receipts were not recorded");
        }
    }
}

/// A thread that panicked while it held one of these had only put a whole value there.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

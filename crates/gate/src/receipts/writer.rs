//! The thread that writes: what has come while it wrote is its next transaction.

use super::counts::Counts;
use super::store::{Draft, Store, StoreError};
use jalousie_core::consent::receipt::{Digest, Number, Receipt, Time};
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// Receipts in one transaction at most.
const BATCH: usize = 1024;

/// The first pause after a store failed; each further one is twice as long, up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_millis(50);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// Where an answer goes.
type Answer<T> = oneshot::Sender<Result<T, StoreError>>;

/// What the writer is asked to do.
pub(super) enum Command {
    /// Store this, and say so.
    Record(Box<Draft>, oneshot::Sender<()>),
    /// Find these.
    Find(Vec<Number>, Answer<Vec<Receipt>>),
    /// Erase these.
    Erase(Vec<Number>, Answer<usize>),
    /// Give the document of this hash.
    Text(Digest, Answer<Option<String>>),
    /// Erase what is older than the first time at the second one, so many at most.
    Purge(Time, Time, usize, Answer<usize>),
    /// Store what waits, and end within this time.
    Close(Duration),
}

pub(super) struct Writer {
    store: Box<dyn Store>,
    commands: Receiver<Command>,
    counts: Arc<Counts>,
    /// In the order in which they came.
    drafts: VecDeque<Draft>,
    /// Whoever waits for each of them.
    readers: VecDeque<oneshot::Sender<()>>,
    questions: Vec<Command>,
    /// The store failed: until when to leave it alone, and how long the next pause is.
    pause: Option<(Instant, Duration)>,
    /// When to end, whatever the store does.
    end: Option<Instant>,
}

impl Writer {
    pub(super) fn new(
        store: Box<dyn Store>,
        commands: Receiver<Command>,
        counts: Arc<Counts>,
    ) -> Self {
        Writer {
            store,
            commands,
            counts,
            drafts: VecDeque::new(),
            readers: VecDeque::new(),
            questions: Vec::new(),
            pause: None,
            end: None,
        }
    }

    pub(super) fn run(mut self) {
        while self.gather() {
            self.answer();
            if self.pause.is_none_or(|(until, _)| Instant::now() >= until) {
                self.write();
            }
        }
        // Nobody is left to tell but the log.
        self.counts.lost(self.drafts.len());
        self.counts.leave(self.drafts.len());
    }

    /// Takes all that has come, and waits for something if there is nothing to do; `false`: the end.
    fn gather(&mut self) -> bool {
        let now = Instant::now();
        let idle = self.drafts.is_empty();
        let next = match (idle, self.pause, self.end) {
            (true, _, Some(_)) => return false,
            (true, ..) => self
                .commands
                .recv()
                .map_err(|_| RecvTimeoutError::Disconnected),
            (false, None, _) => self
                .commands
                .try_recv()
                .map_err(|_| RecvTimeoutError::Timeout),
            (false, Some(_), Some(end)) if now >= end => return false,
            (false, Some((until, _)), end) => {
                let until = end.map_or(until, |end| end.min(until));
                self.commands
                    .recv_timeout(until.saturating_duration_since(now))
            }
        };
        match next {
            Ok(command) => {
                self.take(command);
                while let Ok(command) = self.commands.try_recv() {
                    self.take(command);
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            // The gate is gone without a word: a last attempt, then the end.
            Err(RecvTimeoutError::Disconnected) if idle => return false,
            Err(RecvTimeoutError::Disconnected) => {
                // At once, whatever the last one came to.
                (self.end, self.pause) = (self.end.or(Some(now)), None);
            }
        }
        true
    }

    fn take(&mut self, command: Command) {
        match command {
            Command::Record(draft, reader) => {
                self.drafts.push_back(*draft);
                self.readers.push_back(reader);
            }
            Command::Close(patience) => self.end = Some(Instant::now() + patience),
            question => self.questions.push(question),
        }
    }

    fn write(&mut self) {
        if self.drafts.is_empty() {
            return;
        }
        let count = self.drafts.len().min(BATCH);
        // A ring in one piece costs nothing when it was filled from its start, as it mostly is.
        let batch = &self.drafts.make_contiguous()[..count];
        match self.store.append(batch) {
            Ok(()) => {
                self.drafts.drain(..count);
                self.counts.stored(count);
                if self.pause.take().is_some() {
                    let waiting = self.drafts.len();
                    tracing::info!(target: "jalousie::receipts", waiting, "the store of receipts is back");
                }
                for reader in self.readers.drain(..count) {
                    // A reader who has not waited was told that it is queued.
                    let _ = reader.send(());
                }
            }
            Err(error) => self.fail(&error),
        }
    }

    fn fail(&mut self, error: &StoreError) {
        self.counts.failed();
        let pause = match self.pause {
            None => {
                let waiting = self.drafts.len();
                tracing::error!(
                    target: "jalousie::receipts", waiting, %error,
                    "receipts cannot be stored; choices are in force all the same, and receipts wait"
                );
                FIRST_PAUSE
            }
            Some((_, pause)) => pause,
        };
        // The first failure may be a connection that has grown old: only the second one tells readers.
        if self.pause.is_some() {
            self.counts.set_reachable(false);
        }
        self.pause = Some((Instant::now() + pause, (pause * 2).min(LONGEST_PAUSE)));
    }

    fn answer(&mut self) {
        for question in std::mem::take(&mut self.questions) {
            self.counts.questions.fetch_sub(1, Ordering::AcqRel);
            let store = &mut self.store;
            // Whoever has gone meanwhile needs no answer.
            match question {
                Command::Find(numbers, answer) => drop(answer.send(store.find(&numbers))),
                Command::Text(hash, answer) => drop(answer.send(store.text(&hash))),
                Command::Erase(numbers, answer) => {
                    let erased = store.erase(&numbers);
                    self.counts.erased(*erased.as_ref().unwrap_or(&0));
                    drop(answer.send(erased));
                }
                Command::Purge(before, now, limit, answer) => {
                    let erased = store.purge(before, now, limit);
                    self.counts.erased(*erased.as_ref().unwrap_or(&0));
                    drop(answer.send(erased));
                }
                Command::Record(..) | Command::Close(_) => {}
            }
        }
    }
}

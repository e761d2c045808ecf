//! What became of receipts, in numbers: of one store, and of all in the process's metrics.

use crate::metrics::metrics;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Counted since the start.
#[derive(Debug)]
pub(super) struct Counts {
    recorded: AtomicU64,
    lost: AtomicU64,
    failures: AtomicU64,
    waiting: AtomicU64,
    batches: AtomicU64,
    erased: AtomicU64,
    reachable: AtomicBool,
    /// So many may wait.
    places: u64,
    pub(super) questions: AtomicU64,
}

/// What became of receipts since the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReceiptCounts {
    /// Stored, and acknowledged by the store.
    pub recorded: u64,
    /// Never stored: the queue was full, or the gate ended with a store that was away.
    pub lost: u64,
    /// Waiting for the store now.
    pub waiting: u64,
    /// Attempts that the store did not take.
    pub failures: u64,
    /// Transactions in which those recorded were stored.
    pub batches: u64,
    /// Erased, because a reader asked or for their age.
    pub erased: u64,
    /// The store took the last attempt.
    pub reachable: bool,
}

impl Counts {
    /// Of a queue with so many places, before a store that was opened just now.
    pub(super) fn new(places: u64) -> Self {
        metrics().receipts.places.add(signed(places));
        Counts {
            recorded: AtomicU64::default(),
            lost: AtomicU64::default(),
            failures: AtomicU64::default(),
            waiting: AtomicU64::default(),
            batches: AtomicU64::default(),
            erased: AtomicU64::default(),
            reachable: AtomicBool::new(true),
            places,
            questions: AtomicU64::default(),
        }
    }

    pub(super) fn now(&self) -> ReceiptCounts {
        let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        ReceiptCounts {
            recorded: count(&self.recorded),
            lost: count(&self.lost),
            waiting: count(&self.waiting),
            failures: count(&self.failures),
            batches: count(&self.batches),
            erased: count(&self.erased),
            reachable: self.is_reachable(),
        }
    }

    /// Takes a place in the queue; `false`: there is none.
    pub(super) fn enter(&self) -> bool {
        // Counted before the receipt is sent, so that no moment holds more than there are places.
        if self.waiting.fetch_add(1, Ordering::AcqRel) >= self.places {
            self.waiting.fetch_sub(1, Ordering::AcqRel);
            return false;
        }
        metrics().receipts.waiting.add(1);
        true
    }

    /// Gives places back.
    pub(super) fn leave(&self, count: usize) {
        self.waiting.fetch_sub(count as u64, Ordering::AcqRel);
        metrics().receipts.waiting.add(-signed(count as u64));
    }

    /// Receipts that will never be stored; how many there are by now.
    pub(super) fn lost(&self, count: usize) -> u64 {
        metrics().receipts.lost.add(count as u64);
        self.lost.fetch_add(count as u64, Ordering::Relaxed) + count as u64
    }

    /// What the writer has stored, in one transaction.
    pub(super) fn stored(&self, count: usize) {
        let all = &metrics().receipts;
        all.recorded.add(count as u64);
        all.batches.one();
        self.recorded.fetch_add(count as u64, Ordering::Relaxed);
        self.batches.fetch_add(1, Ordering::Relaxed);
        self.leave(count);
        self.set_reachable(true);
    }

    /// An attempt that the store did not take.
    pub(super) fn failed(&self) {
        metrics().receipts.failures.one();
        self.failures.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn erased(&self, count: usize) {
        metrics().receipts.erased.add(count as u64);
        self.erased.fetch_add(count as u64, Ordering::Relaxed);
    }

    pub(super) fn is_reachable(&self) -> bool {
        self.reachable.load(Ordering::Relaxed)
    }

    pub(super) fn set_reachable(&self, reachable: bool) {
        let before = self.reachable.swap(reachable, Ordering::Relaxed);
        metrics()
            .receipts
            .away
            .add(i64::from(before) - i64::from(reachable));
    }
}

impl Drop for Counts {
    fn drop(&mut self) {
        let all = &metrics().receipts;
        all.places.add(-signed(self.places));
        all.waiting.add(-signed(*self.waiting.get_mut()));
        self.set_reachable(true);
    }
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

//! What became of receipts, in numbers.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Counted since the start.
#[derive(Debug)]
pub(super) struct Counts {
    pub(super) recorded: AtomicU64,
    pub(super) lost: AtomicU64,
    pub(super) failures: AtomicU64,
    pub(super) waiting: AtomicU64,
    pub(super) questions: AtomicU64,
    pub(super) batches: AtomicU64,
    pub(super) erased: AtomicU64,
    pub(super) reachable: AtomicBool,
}

impl Default for Counts {
    fn default() -> Self {
        Counts {
            recorded: AtomicU64::default(),
            lost: AtomicU64::default(),
            failures: AtomicU64::default(),
            waiting: AtomicU64::default(),
            questions: AtomicU64::default(),
            batches: AtomicU64::default(),
            erased: AtomicU64::default(),
            // A store was opened before there is anything to count.
            reachable: AtomicBool::new(true),
        }
    }
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

impl ReceiptCounts {
    /// The counts of two stores together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        ReceiptCounts {
            recorded: self.recorded + other.recorded,
            lost: self.lost + other.lost,
            waiting: self.waiting + other.waiting,
            failures: self.failures + other.failures,
            batches: self.batches + other.batches,
            erased: self.erased + other.erased,
            reachable: self.reachable && other.reachable,
        }
    }

    /// The counts, as Prometheus reads them.
    pub fn exposition(&self) -> String {
        let mut text = String::new();
        for (name, kind, help, value) in [
            (
                "recorded_total",
                "counter",
                "Receipts stored.",
                self.recorded,
            ),
            (
                "lost_total",
                "counter",
                "Receipts never stored: the queue was full, or the gate ended while the store was away.",
                self.lost,
            ),
            (
                "erased_total",
                "counter",
                "Receipts erased, because a reader asked or for their age.",
                self.erased,
            ),
            (
                "store_failures_total",
                "counter",
                "Attempts that the store did not take.",
                self.failures,
            ),
            (
                "store_batches_total",
                "counter",
                "Transactions in which receipts were stored.",
                self.batches,
            ),
            (
                "waiting",
                "gauge",
                "Receipts that wait for the store.",
                self.waiting,
            ),
            (
                "store_up",
                "gauge",
                "Whether the store took the last attempt.",
                u64::from(self.reachable),
            ),
        ] {
            text += &format!(
                "# HELP jalousie_receipts_{name} {help}\n# TYPE jalousie_receipts_{name} {kind}\njalousie_receipts_{name} {value}\n"
            );
        }
        text
    }
}

impl Counts {
    pub(super) fn now(&self) -> ReceiptCounts {
        let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        ReceiptCounts {
            recorded: count(&self.recorded),
            lost: count(&self.lost),
            waiting: count(&self.waiting),
            failures: count(&self.failures),
            batches: count(&self.batches),
            erased: count(&self.erased),
            reachable: self.reachable.load(Ordering::Relaxed),
        }
    }
}

/// Adds to a counter.
pub(super) fn add(counter: &AtomicU64, count: usize) {
    counter.fetch_add(count as u64, Ordering::Relaxed);
}

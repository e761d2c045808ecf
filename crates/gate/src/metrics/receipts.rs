//! What became of receipts, in all stores of the process.

use super::text::Text;
use super::{Counter, Gauge};

/// Counted of all stores since the start.
#[derive(Debug, Default)]
pub struct Receipts {
    /// Stored, and acknowledged by the store.
    pub recorded: Counter,
    /// Never stored: the queue was full, or the gate ended while the store was away.
    pub lost: Counter,
    /// Erased, because a reader asked or for their age.
    pub erased: Counter,
    /// Attempts that a store did not take.
    pub failures: Counter,
    /// Transactions in which those recorded were stored.
    pub batches: Counter,
    /// Waiting for a store now.
    pub waiting: Gauge,
    /// So many may wait, in all queues together.
    pub places: Gauge,
    /// Stores that did not take the last attempts.
    pub away: Gauge,
}

impl Receipts {
    pub(super) fn write(&self, text: &mut Text) {
        text.counter(
            "jalousie_receipts_recorded_total",
            "Receipts stored.",
            &self.recorded,
        );
        text.counter(
            "jalousie_receipts_lost_total",
            "Receipts never stored: the queue was full, or the gate ended while the store was away.",
            &self.lost,
        );
        text.counter(
            "jalousie_receipts_erased_total",
            "Receipts erased, because a reader asked or for their age.",
            &self.erased,
        );
        text.counter(
            "jalousie_receipts_store_failures_total",
            "Attempts that a store did not take.",
            &self.failures,
        );
        text.counter(
            "jalousie_receipts_store_batches_total",
            "Transactions in which receipts were stored.",
            &self.batches,
        );
        text.gauge(
            "jalousie_receipts_waiting",
            "Receipts that wait for a store.",
            self.waiting.get(),
        );
        text.gauge(
            "jalousie_receipts_queue",
            "Receipts that may wait for a store.",
            self.places.get(),
        );
        text.gauge(
            "jalousie_receipts_store_up",
            "Whether all stores took the last attempts.",
            u8::from(self.away.get() == 0),
        );
    }
}

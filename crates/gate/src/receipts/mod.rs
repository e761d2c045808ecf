//! Receipts: stored where they last, acknowledged when they are stored and not before.
//!
//! | module | is |
//! |---|---|
//! | [`Store`] | what a store does; [`Sqlite`] and [`Postgres`] are two |
//! | [`Receipts`] | the queue before a store: one thread writes what has come as one transaction |

mod counts;
mod postgres;
mod queue;
mod shown;
mod sqlite;
mod store;
mod writer;

pub use counts::ReceiptCounts;
pub use postgres::Postgres;
pub use queue::{Outcome, Receipts};
pub use sqlite::{Opening, Sqlite};
pub use store::{Chain, Draft, Period, Piece, Store, StoreError, Text, Visit};

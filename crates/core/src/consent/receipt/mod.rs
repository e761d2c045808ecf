//! Receipts: what proves a choice, without saying who made it.
//!
//! | module | is |
//! |---|---|
//! | [`Receipt`] | the values, and their one written form |
//! | [`Head`], [`Entry`] | the chain that every receipt's commitment is an entry of |
//! | [`ChainCheck`] | whether a chain is whole |
//!
//! ```
//! use jalousie_core::consent::receipt::{Digest, Head, Salt, Shard};
//!
//! // What a chain commits to says nothing once content and salt are gone.
//! let shard = Shard::from([7; 16]);
//! let commitment = Salt::from([1; 32]).commitment("the receipt as it is written");
//! let head = Head::start(&shard).after(&commitment);
//! assert_eq!(head.sequence, 1);
//! assert_ne!(head.hash, Head::start(&shard).after(&Digest::of(b"another")).hash);
//! ```

mod chain;
mod check;
mod hex;
mod time;
mod value;

pub use chain::{Content, Entry, Erasure, Head, Reason, Salt, Seal, Shard};
pub use check::{ChainCheck, Flaw};
pub use hex::{Digest, NotHex, Number};
pub use time::{NotTime, Time};
pub use value::{Act, Choice, Edition, Origin, Receipt, Scope, Unreadable};

//! What the gate knows and decides: a pure library, without I/O, clock or randomness.
//!
//! | module | answers |
//! |---|---|
//! | [`catalogue`] | which services are there, and which one is this? |
//! | [`rewrite`] | what in this page is external, and what stands in its place? |
//! | [`notice`] | what does a reader see? |
//! | [`consent`] | what did the reader decide? |
//! | [`frame`] | what may be shown after a yes, and where? |
//! | [`policy`] | what does the browser refuse? |
//! | [`site`] | whose pages are these? |
//! | [`texts`] | in which words? |

mod address;
pub mod catalogue;
pub mod consent;
pub mod diagnostics;
pub mod document;
mod embedded;
pub mod frame;
pub mod notice;
pub mod policy;
pub mod rewrite;
pub mod site;
pub mod texts;

//! The commands, one module each.

pub(crate) mod check;
pub(crate) mod health;
pub(crate) mod init;
pub(crate) mod receipts;
pub(crate) mod rewrite;
pub(crate) mod serve;
pub(crate) mod services;

//! The gate in front of a site: proxy, server and content codings.

pub mod coding;
pub mod proxy;
pub mod server;

//! The gate in front of a site, as a program and as a layer for Rust web applications.
//!
//! | module | does |
//! |---|---|
//! | [`layer`] | gates the answers of any HTTP service: headers, policy, pages |
//! | [`proxy`] | is such a service: passes requests on to an upstream |
//! | [`sites`] | tells several sites apart by host name |
//! | [`server`] | accepts readers' connections |
//! | [`coding`] | reads and writes gzip, brotli, zstd |
//! | [`receipts`] | keeps what proves each choice |
//! | [`observe`] | keeps what was found, for the publisher |
//! | [`metrics`] | counts what happens, for operators |
//! | [`record`] | sees each request from its head to the end of its answer |
//!
//! The gate's own addresses (`/_jalousie/…`) are answered inside the layer.

mod asking;
mod causes;
pub mod coding;
mod endpoints;
mod fields;
mod http2;
pub mod layer;
pub mod metrics;
pub mod observe;
pub mod proxy;
pub mod receipts;
pub mod record;
pub mod server;
pub mod sites;
mod time;

pub use causes::in_full;

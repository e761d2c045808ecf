//! The threads that serve.

use std::num::NonZero;
use std::thread::available_parallelism;
use std::{env, io};

use tokio::runtime::{Builder, Runtime};

/// The variable by which tokio is told how many threads to start.
const WORKERS: &str = "TOKIO_WORKER_THREADS";

/// A runtime with a thread for each processor, or as many as `TOKIO_WORKER_THREADS` says.
///
/// One that is alone has nobody to share its work with, and is spared what sharing costs: a tenth of passing on a small file.
///
/// # Errors
/// The system has no thread or no event queue to give.
pub(crate) fn runtime() -> io::Result<Runtime> {
    let mut builder = match workers() {
        Some(1) => Builder::new_current_thread(),
        _ => Builder::new_multi_thread(),
    };
    builder.enable_all().build()
}

fn workers() -> Option<usize> {
    let told = env::var(WORKERS).ok().and_then(|told| told.parse().ok());
    told.or_else(|| available_parallelism().ok().map(NonZero::get))
}

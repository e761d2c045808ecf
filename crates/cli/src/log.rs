//! Logging to standard error.

use crate::colour::Paint;
use tracing_subscriber::EnvFilter;

/// Starts logging; `RUST_LOG` decides what, `NO_COLOR` and the terminal whether in colour.
pub(crate) fn start(quiet: bool) {
    let standard = if quiet { "error" } else { "jalousie=info,warn" };
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(standard));
    let colour = Paint::on(&std::io::stderr()).is_on();
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(colour)
        .init();
}

//! The one way to refuse: a metric and a line in the log. The status is the caller's.

use super::{Label as _, Refusal, metrics};
use std::fmt::Display;

/// Counts a refusal and says why in one line of the log; the line holds nothing of the reader's.
pub fn refused(cause: Refusal, why: impl Display) {
    metrics().refused.of(cause).one();
    tracing::info!(target: "jalousie::refused", cause = cause.name(), %why, "refused");
}

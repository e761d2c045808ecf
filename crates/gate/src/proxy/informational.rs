//! 1xx answers, which come before an answer (RFC 9110, 15.2): an upstream may send some, and early hints among
//! them are for the reader.

use http::{HeaderMap, StatusCode};

use super::headers::strip_hop_by_hop;
use crate::server::Hints;

/// What both HTTPs say where more of them come than may.
pub(super) const TOO_MANY: &str = "too many 1xx answers";

/// Hands on what an upstream says so early, if the reader may have it.
pub(super) fn hand_on(status: StatusCode, fields: &HeaderMap, hints: Option<&Hints>) {
    if let Some(hints) = hints
        && status == StatusCode::EARLY_HINTS
    {
        let mut fields = fields.clone();
        strip_hop_by_hop(&mut fields);
        hints.send(fields);
    }
}

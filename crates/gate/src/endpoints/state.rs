//! `state`: by which state a cache in front of the gate keeps pages for this reader.

use super::set;
use crate::layer::{STATE_HEADER, Visit};
use bytes::Bytes;
use http::{Response, StatusCode, header};

/// Answers with the header that the cache is to add to its requests for pages.
pub(super) fn state(visit: &Visit) -> Response<Bytes> {
    let mut answer = Response::new(Bytes::new());
    *answer.status_mut() = StatusCode::NO_CONTENT;
    set(
        &mut answer,
        STATE_HEADER,
        &visit.site.state(&visit.consent).to_string(),
    );
    set(&mut answer, header::CACHE_CONTROL, "no-store");
    answer
}

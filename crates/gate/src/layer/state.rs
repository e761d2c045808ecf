//! Pages that depend on the in-page categories that their reader agreed to.
//!
//! The state is always worked out from the reader's own cookie. `Jalousie-State`, which a cache in
//! front of the gate adds to its requests, says by which state that cache keeps the answer, and grants
//! nothing: only an answer of that very state may be kept there.

use super::Visit;
use super::vary::{keep_private, only_shared, texts, vary};
use http::{HeaderMap, HeaderName};
use jalousie_core::site::Cache;

/// The state: in requests of caches the one that they keep the answer under, in answers the reader's.
pub(crate) const HEADER: HeaderName = HeaderName::from_static("jalousie-state");

/// What a cache in front says of the reader's state.
#[derive(Debug, Default)]
pub(super) enum Told {
    /// There is no such cache.
    #[default]
    Nothing,
    /// It is right.
    Right,
    /// It is wrong: out of date, or not a cache's.
    Wrong,
}

/// Takes the header out of a request; the site has no use for it.
pub(super) fn told(visit: &Visit, headers: &mut HeaderMap) -> Told {
    if !headers.contains_key(HEADER) {
        return Told::Nothing;
    }
    let right = texts(headers, HEADER).eq([visit.state.to_string()]);
    headers.remove(HEADER);
    if right { Told::Right } else { Told::Wrong }
}

/// Says what a page depends on, and who may keep it.
pub(super) fn depend(visit: &Visit, headers: &mut HeaderMap) {
    if visit.site.in_page.is_empty() || visit.site.cache == Cache::Private {
        return;
    }
    if let Told::Right = visit.told {
        vary(headers, "Jalousie-State");
        // Browsers do not send that header: what they keep they would show in any state.
        return only_shared(headers);
    }
    vary(headers, "Cookie");
    vary(headers, "Jalousie-State");
    if !visit.state.is_closed() || matches!(visit.told, Told::Wrong) {
        // Not every cache minds `Vary`.
        keep_private(headers);
    }
}

//! The catalogue's files, carried by the library: see build.rs.

use super::load::{Layer, Source};

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

impl Layer<'static> {
    /// The files that the library carries.
    pub fn embedded() -> Self {
        Self {
            services: SERVICES.to_vec(),
            categories: CATEGORIES.first().copied(),
            ..Self::default()
        }
    }
}

/// The texts that the library carries, one [Fluent](https://projectfluent.org) file per language;
/// [`Source::stem`] is the language.
pub fn texts() -> &'static [Source<'static>] {
    TEXTS
}

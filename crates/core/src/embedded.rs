//! What the library carries: the catalogue, compiled, and the files it was made from. See build.rs.

use std::sync::{Arc, OnceLock};

use crate::catalogue::{Catalogue, Layer, Source};
use crate::diagnostics::{Diagnostic, Diagnostics};

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The catalogue as the build script read it: see [`Catalogue::compile`].
const COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.bin"));

impl Catalogue {
    /// The catalogue that this library carries. The build has read and checked it.
    ///
    /// # Errors
    /// None, unless the build is broken.
    pub fn embedded() -> Result<Arc<Self>, Diagnostics> {
        static EMBEDDED: OnceLock<Result<Arc<Catalogue>, Diagnostics>> = OnceLock::new();
        let read = || {
            Self::from_compiled(COMPILED)
                .map(Arc::new)
                .map_err(|error| {
                    Diagnostics::from(Diagnostic::new("catalogue.bin", 0, 0, error.to_string()))
                })
        };
        EMBEDDED.get_or_init(read).clone()
    }
}

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
pub(crate) fn texts() -> &'static [Source<'static>] {
    TEXTS
}

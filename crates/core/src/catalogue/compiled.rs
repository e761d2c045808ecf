//! The catalogue in the form that starts fast: read and checked once, when the library is built.

use serde::{Deserialize, Serialize};

use super::{Catalogue, Category, Service};

/// All that a catalogue is made from again; the index takes less time to make than to read.
#[derive(Serialize, Deserialize)]
struct Compiled<S, C> {
    services: S,
    categories: C,
    digest: [u8; 32],
}

impl Catalogue {
    /// The catalogue as bytes, for [`Self::from_compiled`] of the same version of this library.
    ///
    /// # Errors
    /// None that depends on the catalogue.
    pub fn compile(&self) -> Result<Vec<u8>, postcard::Error> {
        let compiled: Compiled<&[Service], &[Category]> = Compiled {
            services: &self.services,
            categories: &self.categories,
            digest: self.digest,
        };
        postcard::to_allocvec(&compiled)
    }

    /// What [`Self::compile`] wrote. It took the catalogue's checks with success; they are not
    /// repeated.
    ///
    /// # Errors
    /// These are not such bytes.
    pub fn from_compiled(bytes: &[u8]) -> Result<Self, postcard::Error> {
        let compiled: Compiled<Vec<Service>, Vec<Category>> = postcard::from_bytes(bytes)?;
        Ok(Self::new(
            compiled.services,
            compiled.categories,
            compiled.digest,
        ))
    }
}

//! Everything beside a page's own bytes that decides what becomes of them.

use crate::coding::Coding;
use jalousie_core::rewrite::Page;
use jalousie_core::site::Site;
use std::hash::BuildHasher;
use std::sync::Arc;
use url::Url;

/// What a page is made by: the same bytes by the same recipe come out the same.
#[derive(Clone, Debug)]
pub(crate) struct Recipe {
    pub(super) site: Arc<Site>,
    /// Without the reader's languages, which seldom matter.
    page: Page,
    /// The reader's `Accept-Language`.
    accept_language: Option<String>,
    /// The site's coding.
    pub(super) encoding: String,
    /// What the reader's bytes are packed in.
    pub(super) coding: Option<Coding>,
}

impl Recipe {
    pub(crate) fn new(
        site: Arc<Site>,
        mut page: Page,
        encoding: String,
        coding: Option<Coding>,
    ) -> Self {
        Recipe {
            accept_language: page.accept_language.take(),
            site,
            page,
            encoding,
            coding,
        }
    }

    /// The page's address.
    pub(super) fn url(&self) -> &Url {
        &self.page.url
    }

    /// What the rewriter must know before the first byte.
    pub(super) fn page(&self) -> Page {
        Page {
            accept_language: self.accept_language.clone(),
            ..self.page.clone()
        }
    }

    /// The language of notices where the page does not say its own.
    pub(super) fn language(&self) -> &str {
        self.site.readers_language(self.accept_language.as_deref())
    }

    /// The page shows decisions of the one who reads it.
    pub(super) fn is_personal(&self) -> bool {
        self.page.consent.is_some()
    }

    /// Whether the two differ in nothing but the reader's languages.
    pub(super) fn is_like(&self, other: &Recipe) -> bool {
        Arc::ptr_eq(&self.site, &other.site)
            && (self.coding, &self.encoding, &self.page)
                == (other.coding, &other.encoding, &other.page)
    }

    /// A name by which those that are alike are found.
    pub(super) fn name(&self, hashes: &impl BuildHasher) -> u64 {
        hashes.hash_one((Arc::as_ptr(&self.site), &self.page.url, self.coding))
    }
}

//! The configuration in force, and what it comes to for one reader at one page.

use super::address::Public;
use super::headers::Policies;
use super::html::Memory;
use jalousie_core::site::{Site, State};
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};
use url::Url;

/// A site with what is worked out from it once.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) site: Arc<Site>,
    /// The site's [`Site::fingerprint`], which is too dear to take for each request.
    pub(super) fingerprint: Arc<str>,
    pub(super) policies: Arc<Policies>,
}

impl Settings {
    fn new(site: Site) -> Self {
        let fingerprint = site.fingerprint().into();
        Settings {
            site: Arc::new(site),
            fingerprint,
            policies: Arc::default(),
        }
    }
}

/// The configuration in force.
#[derive(Debug)]
pub(super) struct Current {
    /// As it is for everybody.
    pub(super) settings: Settings,
    variants: RwLock<HashMap<Variant, Settings>>,
    /// Pages that it was applied to lately.
    pub(super) memory: Arc<Memory>,
}

/// The exception that holds at a page's path, and the state of its reader.
pub(super) type Variant = (Option<usize>, State);

/// Readers choose which variants there are: no more are kept, the others are made anew each time.
const MOST_VARIANTS: usize = 64;

impl Current {
    pub(super) fn new(mut site: Site, public: &Public) -> Self {
        let separate = |frames: &Url| {
            public
                .url
                .as_ref()
                .is_some_and(|url| url.origin() != frames.origin())
        };
        if let Some(frames) = site.frame_origin.take_if(|frames| !separate(frames)) {
            // With the site's own origin, third parties' scripts would read its pages.
            tracing::error!(
                target: "jalousie::layer", %frames,
                "frame host not used: expected an origin other than the site's, and the site's own address to be configured"
            );
        }
        // Worked out now, and so in every variant.
        site.terms();
        Current {
            memory: Arc::new(Memory::new(site.remembered_pages)),
            settings: Settings::new(site),
            variants: RwLock::default(),
        }
    }

    /// The site at a request's path, whoever reads, and which variant that is.
    pub(super) fn at(&self, path: &str) -> (Settings, Variant) {
        let variant = (self.settings.site.exception(path), State::default());
        (self.variant(variant.clone()), variant)
    }

    /// The site as it is where this exception holds, for readers in this state.
    pub(super) fn variant(&self, variant: Variant) -> Settings {
        let (exception, state) = &variant;
        if exception.is_none() && state.is_closed() {
            return self.settings.clone();
        }
        let kept = self.variants.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(settings) = kept.get(&variant) {
            return settings.clone();
        }
        drop(kept);
        let site = &self.settings.site;
        let settings = Settings::new(match exception {
            Some(at) => site.with_exception(*at).in_state(state),
            None => site.in_state(state),
        });
        let mut kept = self
            .variants
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        if kept.len() < MOST_VARIANTS {
            kept.insert(variant, settings.clone());
        }
        settings
    }
}

//! The documents that receipts refer to: rendered once for each language and service.

use super::store::Text;
use jalousie_core::consent::receipt::{Digest, Edition, Origin};
use jalousie_core::notice::{shown_notice, shown_preferences, shown_service};
use jalousie_core::site::Site;
use jalousie_core::texts::Language;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, Weak};

/// What a reader was shown: in which language, about which service, over https or not.
type Question = (String, Option<String>, bool);

/// Documents of the configuration in force.
#[derive(Debug, Default)]
pub(crate) struct ShownTexts(Mutex<Held>);

#[derive(Debug, Default)]
struct Held {
    site: Weak<Site>,
    terms: Option<(Arc<Text>, Edition)>,
    documents: HashMap<Question, Vec<Arc<Text>>>,
}

impl ShownTexts {
    /// The settings that readers notice, as a document, and the catalogue.
    pub(crate) fn terms(&self, site: &Arc<Site>) -> (Arc<Text>, Edition) {
        let catalogue = || Edition {
            version: site.catalogue.version(),
            sha256: Digest::from(site.catalogue.digest()),
        };
        self.held(site)
            .terms
            .get_or_insert_with(|| (Text::new(site.configuration()), catalogue()))
            .clone()
    }

    /// What was shown with a choice: the notice of `service`, the page about it, and the page of
    /// choices, or the latter alone; nothing of ours where the choice was made on a platform of the site's.
    pub(crate) fn about(
        &self,
        site: &Arc<Site>,
        language: &Language,
        origin: Origin,
        service: Option<&str>,
        https: bool,
    ) -> Vec<Arc<Text>> {
        if origin == Origin::Tcf {
            return Vec::new();
        }
        let service = service.filter(|_| origin == Origin::Notice);
        let question = (
            language.code().to_owned(),
            service.map(str::to_owned),
            https,
        );
        if let Some(known) = self.held(site).documents.get(&question) {
            return known.clone();
        }
        let notice = service.and_then(|service| shown_notice(site, language, service));
        let page = service.and_then(|service| shown_service(site, language, service));
        let preferences = shown_preferences(site, language, https);
        let documents = notice.into_iter().chain(page).chain([preferences]);
        let documents: Vec<Arc<Text>> = documents.map(Text::new).collect();
        self.held(site)
            .documents
            .insert(question, documents.clone());
        documents
    }

    fn held(&self, site: &Arc<Site>) -> std::sync::MutexGuard<'_, Held> {
        let mut held = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if !std::ptr::eq(held.site.as_ptr(), Arc::as_ptr(site)) {
            *held = Held {
                site: Arc::downgrade(site),
                ..Held::default()
            };
        }
        held
    }
}

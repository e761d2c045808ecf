//! A publisher's own order of categories, and categories made of others.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{Catalogue, Category, UNCLASSIFIED};

/// What a publisher makes of the categories.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grouping {
    /// From a category to the one that takes its services.
    pub merged: BTreeMap<String, String>,
    /// The categories that readers see first, in this order; the others follow in theirs.
    pub order: Vec<String>,
}

impl Catalogue {
    /// The same services in other categories. What is unclassified stays so, and comes last.
    pub fn grouped(&self, grouping: &Grouping) -> Self {
        let target = |id: &String| grouping.merged.get(id).unwrap_or(id).clone();
        let mut services = self.services.clone();
        for service in &mut services {
            service.category = target(&service.category);
        }
        let mut categories = Vec::new();
        let ids = self.categories.iter().map(|category| &category.id);
        for id in grouping.order.iter().chain(ids).map(target) {
            if id != UNCLASSIFIED && !categories.iter().any(|known: &Category| known.id == id) {
                categories.push(Category::new(&id));
            }
        }
        categories.push(Category::new(UNCLASSIFIED));
        // One that is made of others stands for what they stood for.
        for category in &self.categories {
            let id = target(&category.id);
            if let Some(into) = categories.iter_mut().find(|known| known.id == id) {
                into.signals.extend_from_slice(&category.signals);
            }
        }
        let mut digest = Sha256::new_with_prefix(self.digest);
        digest.update(format!("{grouping:?}"));
        Self::new(services, categories, digest.finalize().into())
    }
}

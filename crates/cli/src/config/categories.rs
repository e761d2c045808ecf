//! `[categories]`: their order, categories merged into one, and words of the publisher's own.

use super::{Loaded, values};
use jalousie_core::catalogue::{Catalogue, Grouping, UNCLASSIFIED, identifier};
use jalousie_core::document::{Located, Place, Section, alternatives};
use jalousie_core::texts::{CategoryWords, OwnWords, Texts};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What the configuration says of categories, before there is a catalogue to compare it with.
#[derive(Debug, Default)]
pub(super) struct Categories {
    order: Vec<Located<String>>,
    sections: Vec<Own>,
}

/// `[categories.ID]`.
#[derive(Debug)]
struct Own {
    id: String,
    place: Place,
    merge: Vec<Located<String>>,
    in_page: bool,
    words: CategoryWords,
}

impl Categories {
    pub(super) fn read(section: Option<Section<'_>>) -> Self {
        let Some(mut section) = section else {
            return Self::default();
        };
        let order = section.parsed_list("order", identifier);
        let mut sections = Vec::new();
        for key in section.keys() {
            if key.value == "order" {
                continue;
            }
            let Some(own) = section.section(key.value) else {
                continue;
            };
            match identifier(key.value) {
                Ok(id) => sections.push(Own::read(id, own)),
                Err(expected) => {
                    section.report_at(&key.place, format!("categories.{}: {expected}", key.value))
                }
            }
        }
        section.finish();
        Self { order, sections }
    }

    /// The ids that entries of the publisher's own may name.
    pub(super) fn ids(&self) -> Vec<&str> {
        self.sections.iter().map(|own| own.id.as_str()).collect()
    }

    /// Changes catalogue and texts, or says what cannot be.
    pub(super) fn apply(&self, root: &Section<'_>, loaded: &mut Loaded) {
        let catalogue = loaded.site.catalogue.clone();
        let errors = root.errors();
        let grouping = Grouping {
            merged: self.merged(root, &catalogue),
            order: self.order.iter().map(|id| id.value.clone()).collect(),
        };
        self.check_order(root, &catalogue, &grouping);
        self.check_words(root, &loaded.site.language);
        if root.errors() > errors || (self.order.is_empty() && self.sections.is_empty()) {
            return;
        }
        loaded.site.catalogue = Arc::new(catalogue.grouped(&grouping));
        let words: OwnWords = self
            .sections
            .iter()
            .map(|own| (own.id.clone(), own.words.clone()))
            .collect();
        loaded.site.texts = Arc::new(loaded.site.texts.with_categories(&words));
        let in_page = self.sections.iter().filter(|own| own.in_page);
        loaded.site.in_page = in_page.map(|own| own.id.clone()).collect();
    }

    fn merged(&self, root: &Section<'_>, catalogue: &Catalogue) -> BTreeMap<String, String> {
        let mut merged = BTreeMap::new();
        for own in &self.sections {
            for id in &own.merge {
                let known = catalogue.category(id).is_some() && id.value != UNCLASSIFIED;
                let message = if !known {
                    let categories = catalogue.categories().iter().map(|known| known.id.as_str());
                    let expected = alternatives(categories.filter(|id| *id != UNCLASSIFIED));
                    format!(
                        "categories.{}.merge = {:?}: expected {expected}",
                        own.id, id.value
                    )
                } else if id.value == own.id
                    || self.sections.iter().any(|other| other.id == id.value)
                {
                    format!(
                        "categories.{}.merge = {:?}: expected a category that has no section of its own here",
                        own.id, id.value
                    )
                } else if let Some(first) = merged.insert(id.value.clone(), own.id.clone()) {
                    format!(
                        "categories.{}.merge = {:?}: also merged into {first:?}; expected it once",
                        own.id, id.value
                    )
                } else {
                    continue;
                };
                root.report_at(&id.place, message);
            }
        }
        merged
    }

    fn check_order(&self, root: &Section<'_>, catalogue: &Catalogue, grouping: &Grouping) {
        let mut seen = BTreeSet::new();
        for id in &self.order {
            let gone = grouping.merged.contains_key(&id.value);
            let known = catalogue.category(id).is_some() && !gone && id.value != UNCLASSIFIED;
            if !known {
                root.report_at(&id.place, format!("categories.order = {:?}: expected a category that readers see, other than {UNCLASSIFIED}", id.value));
            } else if !seen.insert(&id.value) {
                root.report_at(
                    &id.place,
                    format!("categories.order = {:?}: expected it once", id.value),
                );
            }
        }
    }

    /// A category that no text words needs words in the language that all readers may get.
    fn check_words(&self, root: &Section<'_>, language: &str) {
        for own in &self.sections {
            if own.is_worded() {
                continue;
            }
            for (key, words) in [("name", &own.words.name), ("purpose", &own.words.purpose)] {
                if !words.contains_key(language) {
                    root.report_at(&own.place, format!(
                        "categories.{}.{key}.{language} is missing: expected words for readers, because the catalogue has none for this category",
                        own.id
                    ));
                }
            }
        }
    }
}

impl Own {
    fn read(id: String, mut section: Section<'_>) -> Self {
        let place = section.place().clone();
        let merge = section.parsed_list("merge", identifier);
        let in_page = section.boolean("in_page");
        if let Some(place) = in_page
            .as_ref()
            .map(|found| &found.place)
            .filter(|_| id == UNCLASSIFIED)
        {
            let message =
                "expected another category: what no service claims never works in the page";
            section.report_at(place, format!("categories.{id}.in_page: {message}"));
        }
        let mut words = |key| section.section(key).map(languages).unwrap_or_default();
        let words = CategoryWords {
            name: words("name"),
            purpose: words("purpose"),
        };
        section.finish();
        Own {
            id,
            place,
            merge,
            in_page: in_page.is_some_and(|found| found.value),
            words,
        }
    }

    /// Whether the catalogue's own texts have words for it.
    fn is_worded(&self) -> bool {
        Texts::embedded().words_category(&self.id)
    }
}

/// Words by language.
fn languages(mut section: Section<'_>) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    for key in section.keys() {
        if let Some(text) = section.parsed(key.value, values::words) {
            words.insert(key.value.to_ascii_lowercase(), text.value);
        }
    }
    section.finish();
    words
}

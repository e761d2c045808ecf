//! Reading all files of a catalogue.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::entry::{self, Entry};
use super::{Catalogue, Category, UNCLASSIFIED, check};
use crate::diagnostics::Diagnostics;
use crate::document::{Document, Located, Place, alternatives, suggestion};

/// A file: its name, for messages, and its text. A service's id is its file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source<'a> {
    /// The file's name, with or without its folder.
    pub name: &'a str,
    /// What it says.
    pub text: &'a str,
}

impl<'a> Source<'a> {
    /// The file's name without folder and extension.
    pub fn stem(&self) -> &'a str {
        let file = self.name.rsplit(['/', '\\']).next().unwrap_or(self.name);
        file.rsplit_once('.').map_or(file, |(stem, _)| stem)
    }
}

/// Files that were written by one party: the gate's authors, a publisher.
#[derive(Debug, Clone, Default)]
pub struct Layer<'a> {
    /// Service entries. They replace those of the same id in earlier layers.
    pub services: Vec<Source<'a>>,
    /// Categories and kinds of data, in addition to those of earlier layers.
    pub categories: Option<Source<'a>>,
    /// The ids of more categories, which a configuration declares.
    pub declared: Vec<&'a str>,
    /// The ids of services of earlier layers that are not wanted: they are as good as unknown.
    pub without: Vec<&'a str>,
}

/// What entries may refer to.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    pub(super) categories: Vec<Category>,
    pub(super) data: Vec<String>,
}

impl Vocabulary {
    /// Adds a category, unless there is one of this id.
    fn add(&mut self, category: Category) {
        if self.categories.iter().all(|known| known.id != category.id) {
            self.categories.push(category);
        }
    }

    /// Refuses a category that does not exist.
    pub(super) fn category(&self, text: &str) -> Result<String, String> {
        choose(
            text,
            self.categories.iter().map(|category| category.id.as_str()),
        )
    }

    /// Refuses a kind of data that no text describes.
    pub(super) fn data(&self, text: &str) -> Result<String, String> {
        choose(text, self.data.iter().map(String::as_str))
    }
}

pub(super) fn load(layers: &[Layer<'_>]) -> Result<Catalogue, Diagnostics> {
    let mut found = Diagnostics::new();
    let vocabulary = vocabulary(layers, &mut found);
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    for layer in layers {
        for id in &layer.without {
            entries.remove(*id);
        }
        let mut seen: BTreeMap<String, Place> = BTreeMap::new();
        for source in &layer.services {
            let Some(entry) = entry::read(source, &vocabulary, &mut found) else {
                continue;
            };
            let place = entry.id_place.clone();
            if let Some(first) = seen.insert(entry.service.id.clone(), place.clone()) {
                let message = format!("id = {:?}: also the id of {first}", entry.service.id);
                found.push(place.diagnostic(message));
            }
            entries.insert(entry.service.id.clone(), entry);
        }
    }
    check::clashes(entries.values(), &mut found);
    let services = entries.into_values().map(|entry| entry.service).collect();
    found.or_value(Catalogue::new(
        services,
        vocabulary.categories,
        digest(layers),
    ))
}

/// Names count as well as texts: a service's id is its file's name.
fn digest(layers: &[Layer<'_>]) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut add = |text: &str| {
        hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_le_bytes());
        hash.update(text);
    };
    for layer in layers {
        for source in layer.categories.iter().chain(&layer.services) {
            add(source.stem());
            add(source.text);
        }
        layer.declared.iter().for_each(|id| add(id));
        add("without");
        layer.without.iter().for_each(|id| add(id));
    }
    hash.finalize().into()
}

fn vocabulary(layers: &[Layer<'_>], found: &mut Diagnostics) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for source in layers.iter().filter_map(|layer| layer.categories) {
        match Document::parse(source.name, source.text) {
            Ok(document) => {
                read_categories(&document, &mut vocabulary);
                found.extend(document.finish().err().into_iter().flatten());
            }
            Err(errors) => found.extend(errors),
        }
    }
    for id in layers.iter().flat_map(|layer| &layer.declared) {
        vocabulary.add(Category::new(id));
    }
    vocabulary
        .categories
        .retain(|category| category.id != UNCLASSIFIED);
    vocabulary.categories.push(Category::new(UNCLASSIFIED));
    vocabulary
}

fn read_categories(document: &Document<'_>, vocabulary: &mut Vocabulary) {
    let mut root = document.root();
    root.require(&["schema"]);
    root.integer("schema", 1..=1);
    vocabulary.data.extend(
        root.parsed_list("data", identifier)
            .into_iter()
            .map(|kind| kind.value),
    );
    let mut seen = BTreeSet::new();
    for mut section in root.sections("category") {
        section.require(&["id"]);
        if let Some(id) = section.parsed("id", identifier) {
            if !seen.insert(id.value.clone()) {
                section.report("id", format!("{:?} is listed twice", id.value));
            }
            let signals = section.parsed_list("signals", signal);
            vocabulary.add(Category {
                id: id.value,
                signals: signals.into_iter().map(|signal| signal.value).collect(),
            });
        }
        section.finish();
    }
    root.finish();
}

/// A signal of Consent Mode: small letters and `_`.
fn signal(text: &str) -> Result<String, &'static str> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
    if !text.is_empty() && text.bytes().all(plain) {
        Ok(text.to_owned())
    } else {
        Err("expected small letters and _, such as analytics_storage")
    }
}

/// A service's or category's id: small letters, digits and `-`.
///
/// # Errors
/// What was expected, as a text.
pub fn identifier(text: &str) -> Result<String, &'static str> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !text.is_empty() && text.bytes().all(plain) {
        Ok(text.to_owned())
    } else {
        Err("expected small letters, digits and -")
    }
}

/// One of some words.
pub(super) fn choose<'w>(
    text: &str,
    words: impl Iterator<Item = &'w str> + Clone,
) -> Result<String, String> {
    if words.clone().any(|word| word == text) {
        return Ok(text.to_owned());
    }
    let expected = alternatives(words.clone());
    Err(match suggestion(text, words) {
        Some(guess) => format!("expected {expected}; did you mean {guess}?"),
        None => format!("expected {expected}"),
    })
}

/// The values alone.
pub(super) fn values<T>(located: Vec<Located<T>>) -> Vec<T> {
    located.into_iter().map(|item| item.value).collect()
}

//! A publisher's own words for categories, in place of those of the texts.

use super::{FALLBACK, Texts};
use crate::catalogue::UNCLASSIFIED;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The texts that say what a category is called and what it is for.
const NAME: &str = "category-name";
const PURPOSE: &str = "category-purpose";

/// A publisher's own words for categories, by id.
pub type OwnWords = BTreeMap<String, CategoryWords>;

/// A publisher's own words for one category, by language code in small letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CategoryWords {
    /// Its name, in place of the text `category-name`.
    pub name: BTreeMap<String, String>,
    /// Its purpose, in place of the text `category-purpose`.
    pub purpose: BTreeMap<String, String>,
}

impl Texts {
    /// The same texts with a publisher's own words for categories.
    ///
    /// In a language that a publisher has no words for, a category of the catalogue keeps those it
    /// has; any other is named in English, else in the first language there is.
    pub fn with_categories(&self, words: &OwnWords) -> Texts {
        let mut languages = self.languages.clone();
        for language in languages.values_mut() {
            for (category, own) in words {
                let worded = self.words_category(category);
                for (id, by_language) in [(NAME, &own.name), (PURPOSE, &own.purpose)] {
                    if let Some(text) = choose(by_language, language.code(), worded) {
                        language.set_own_words(id, category, text);
                    }
                }
            }
        }
        let mut digest = Sha256::new_with_prefix(self.digest);
        digest.update(format!("{words:?}"));
        Texts {
            languages,
            relatives: self.relatives.clone(),
            digest: digest.finalize().into(),
        }
    }

    /// What a category is called and what it is for: in English, of which the other languages are
    /// translations, and in all that the publisher words differently.
    pub fn wording(&self, category: &str) -> String {
        let english = self.language(FALLBACK);
        let english = [NAME, PURPOSE].map(|id| english.format(id, &[("category", category)]));
        let mut wording = english.join("\n");
        for language in self.languages() {
            for (_, words) in language.words_for(category) {
                wording.push_str(&format!("\n{} {words}", language.code()));
            }
        }
        wording
    }

    /// Whether the texts have words of their own for a category.
    pub fn words_category(&self, category: &str) -> bool {
        let variables = |category| [("category", category)];
        let english = self.language(FALLBACK);
        // Categories without words are worded as what nobody knows.
        english.format(NAME, &variables(category)) != english.format(NAME, &variables(""))
            || category == UNCLASSIFIED
    }
}

/// The words for a language: its own, those of the language without region, and, unless the
/// catalogue has words, any.
fn choose<'w>(words: &'w BTreeMap<String, String>, code: &str, worded: bool) -> Option<&'w str> {
    let code = code.to_ascii_lowercase();
    let primary = code.split('-').next().unwrap_or_default();
    let any = || words.get(FALLBACK).or_else(|| words.values().next());
    words
        .get(&code)
        .or_else(|| words.get(primary))
        .or_else(|| if worded { None } else { any() })
        .map(String::as_str)
}

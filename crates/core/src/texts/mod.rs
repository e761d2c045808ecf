//! The words a reader sees, from Fluent files: one per language, none in code.

use crate::catalogue::UNCLASSIFIED;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};
use unic_langid::LanguageIdentifier;

/// The language everything falls back to.
const FALLBACK: &str = "en";

/// The texts that say what a category is called and what it is for.
const NAME: &str = "category-name";
const PURPOSE: &str = "category-purpose";

/// Variables that count something.
const COUNTS: [&str; 2] = ["days", "count"];

/// All texts in all languages.
pub struct Texts {
    languages: BTreeMap<String, Language>,
    digest: [u8; 32],
}

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

/// The texts of one language.
#[derive(Clone)]
pub struct Language {
    code: String,
    right_to_left: bool,
    bundle: Arc<FluentBundle<FluentResource>>,
    fallback: Option<Arc<FluentBundle<FluentResource>>>,
    /// The publisher's own words for categories, by text and category.
    own: BTreeMap<(&'static str, String), String>,
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.languages.keys()).finish()
    }
}

/// The text files that come with the program, as (language code, Fluent source).
pub fn embedded_files() -> Vec<(&'static str, &'static str)> {
    crate::embedded::texts()
        .iter()
        .map(|source| (source.stem(), source.text))
        .collect()
}

/// Why a text file was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextsError(String);

impl fmt::Display for TextsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for TextsError {}

impl Texts {
    /// The texts that come with the program.
    pub fn embedded() -> Arc<Texts> {
        static TEXTS: OnceLock<Arc<Texts>> = OnceLock::new();
        TEXTS
            .get_or_init(|| match Texts::load(&embedded_files()) {
                Ok(texts) => Arc::new(texts),
                // A test loads them: a broken file never leaves the workshop.
                Err(error) => panic!("embedded texts: {error}"),
            })
            .clone()
    }

    /// Reads text files, given as (language code, Fluent source).
    ///
    /// # Errors
    /// A file that is not valid Fluent, a bad language code, or no English.
    pub fn load(files: &[(&str, &str)]) -> Result<Texts, TextsError> {
        let english = files
            .iter()
            .find(|(code, _)| *code == FALLBACK)
            .ok_or_else(|| {
                TextsError(format!(
                    "no texts for \"{FALLBACK}\", which all languages fall back to"
                ))
            })?;
        let fallback = Arc::new(bundle(english.0, english.1)?);
        let mut languages = BTreeMap::new();
        for (code, source) in files {
            let mut bundle = bundle(code, source)?;
            let right_to_left =
                text_of(&bundle, "language-direction").is_some_and(|text| text == "rtl");
            // Names in the other direction are kept apart from the sentence around them.
            bundle.set_use_isolating(right_to_left);
            let language = Language {
                code: (*code).to_owned(),
                right_to_left,
                bundle: Arc::new(bundle),
                fallback: Some(fallback.clone()),
                own: BTreeMap::new(),
            };
            languages.insert((*code).to_owned(), language);
        }
        let mut digest = Sha256::new();
        files
            .iter()
            .for_each(|(code, source)| digest.update(format!("{code}\n{source}\n")));
        Ok(Texts {
            languages,
            digest: digest.finalize().into(),
        })
    }

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
                    if let Some(text) = choose(by_language, &language.code, worded) {
                        language.own.insert((id, category.clone()), text.to_owned());
                    }
                }
            }
        }
        let mut digest = Sha256::new_with_prefix(self.digest);
        digest.update(format!("{words:?}"));
        Texts {
            languages,
            digest: digest.finalize().into(),
        }
    }

    /// Whether the texts have words of their own for a category.
    pub fn words_category(&self, category: &str) -> bool {
        let variables = |category| [("category", category)];
        let english = self.language(FALLBACK);
        // Categories without words are worded as what nobody knows.
        english.format(NAME, &variables(category)) != english.format(NAME, &variables(""))
            || category == UNCLASSIFIED
    }

    /// A hash of all texts: other words, another hash.
    pub fn digest(&self) -> &[u8; 32] {
        &self.digest
    }

    /// Codes of all languages, sorted.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.languages.keys().map(String::as_str)
    }

    /// The language for a tag such as `fr-CH`: itself, or its language without region.
    pub fn find(&self, tag: &str) -> Option<&Language> {
        let tag = tag.trim().to_ascii_lowercase();
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        self.languages
            .get(&tag)
            .or_else(|| self.languages.get(primary))
    }

    /// The language `code`, else English.
    pub fn language(&self, code: &str) -> &Language {
        match self.find(code).or_else(|| self.languages.get(FALLBACK)) {
            Some(language) => language,
            None => unreachable!("texts are loaded with English"),
        }
    }

    /// The best language for an `Accept-Language` header (RFC 9110, 12.5.4).
    pub fn accept(&self, header: &str) -> Option<&Language> {
        let mut wanted: Vec<(&str, f32)> = header
            .split(',')
            .map(|part| {
                let mut parts = part.split(';');
                let tag = parts.next().unwrap_or_default().trim();
                let weight = parts
                    .find_map(|p| p.trim().strip_prefix("q="))
                    .and_then(|q| q.trim().parse().ok());
                (tag, weight.unwrap_or(1.0))
            })
            .filter(|(tag, weight)| !tag.is_empty() && *weight > 0.0)
            .collect();
        wanted.sort_by(|a, b| b.1.total_cmp(&a.1));
        wanted.into_iter().find_map(|(tag, _)| self.find(tag))
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

fn text_of(bundle: &FluentBundle<FluentResource>, id: &str) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    Some(
        bundle
            .format_pattern(pattern, None, &mut Vec::new())
            .into_owned(),
    )
}

fn bundle(code: &str, source: &str) -> Result<FluentBundle<FluentResource>, TextsError> {
    let id: LanguageIdentifier = code.parse().map_err(|_| {
        TextsError(format!(
            "\"{code}\" is not a language code; expected one such as \"fr\""
        ))
    })?;
    let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
        let errors: Vec<String> = errors
            .iter()
            .map(|e| {
                format!(
                    "line {}: {e}",
                    source[..e.pos.start.min(source.len())].lines().count()
                )
            })
            .collect();
        TextsError(format!("texts/{code}.ftl: {}", errors.join("; ")))
    })?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).map_err(|errors| {
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        TextsError(format!("texts/{code}.ftl: {}", errors.join("; ")))
    })?;
    Ok(bundle)
}

/// A variable's value. Counts are numbers, so that texts can tell one from many; whatever else
/// looks like a number (a service's name, a host) is a word.
fn argument(name: &str, value: &str) -> FluentValue<'static> {
    if COUNTS.contains(&name) {
        FluentValue::try_number(value).into_owned()
    } else {
        FluentValue::from(value.to_owned())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Language").field(&self.code).finish()
    }
}

impl Language {
    /// The language's code, such as `fr`.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// `rtl` or `ltr`.
    pub fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }

    /// The text `id`.
    pub fn text(&self, id: &str) -> Cow<'_, str> {
        self.format(id, &[])
    }

    /// The text `id` with its variables. A text that is missing is given in English, else as its id.
    pub fn format(&self, id: &str, variables: &[(&str, &str)]) -> Cow<'_, str> {
        if let Some(own) = self.own_words(id, variables) {
            return Cow::Borrowed(own);
        }
        let mut args = FluentArgs::with_capacity(variables.len());
        for (name, value) in variables {
            args.set(*name, argument(name, value));
        }
        let fallback = self.fallback.as_deref();
        [Some(&*self.bundle), fallback]
            .into_iter()
            .flatten()
            .find_map(|bundle| {
                let pattern = bundle.get_message(id)?.value()?;
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
                errors.is_empty().then(|| Cow::Owned(text.into_owned()))
            })
            .unwrap_or_else(|| Cow::Owned(id.to_owned()))
    }

    /// What the publisher calls a category, or says that it is for.
    fn own_words(&self, id: &str, variables: &[(&str, &str)]) -> Option<&str> {
        let id = [NAME, PURPOSE].into_iter().find(|known| *known == id)?;
        if self.own.is_empty() {
            return None;
        }
        let (_, category) = variables.iter().find(|(name, _)| *name == "category")?;
        self.own
            .get(&(id, (*category).to_owned()))
            .map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_its_tag_or_its_primary_language() {
        let texts = Texts::embedded();
        assert_eq!(texts.find("fr-CH").map(Language::code), Some("fr"));
        assert_eq!(texts.find("AR").map(Language::code), Some("ar"));
        assert!(texts.find("tlh").is_none());
        assert_eq!(texts.language("tlh").code(), "en");
        assert_eq!(texts.language("ar").direction(), "rtl");
    }

    #[test]
    fn accept_language_is_weighed() {
        let texts = Texts::embedded();
        let best = |header| texts.accept(header).map(Language::code);
        assert_eq!(best("tlh, de;q=0.5, it;q=0.9"), Some("it"));
        assert_eq!(best("fr;q=0, es"), Some("es"));
        assert_eq!(best("tlh"), None);
        assert_eq!(best(""), None);
    }

    #[test]
    fn every_language_has_every_text() {
        let texts = Texts::embedded();
        let english = embedded_files()
            .into_iter()
            .find(|(code, _)| *code == "en")
            .unwrap()
            .1;
        let ids: Vec<&str> = english
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split(" =").next())
            .collect();
        assert!(ids.len() > 50);
        for code in texts.codes() {
            let language = &texts.languages[code];
            for id in &ids {
                assert!(language.bundle.has_message(id), "{code} lacks {id}");
            }
        }
    }

    #[test]
    fn counts_choose_the_plural_of_the_language() {
        let texts = Texts::embedded();
        let erased = |code: &str, count: &str| {
            let text = texts
                .language(code)
                .format("receipts-erased", &[("count", count)]);
            text.into_owned()
        };
        assert_eq!(erased("en", "1"), "One receipt has been erased.");
        assert_eq!(erased("en", "2"), "2 receipts have been erased.");
        assert_eq!(erased("fr", "0"), "0 reçu a été effacé.");
        assert_eq!(erased("ar", "2"), "مُحي إيصالان.");
        let title = texts
            .language("en")
            .format("service-title", &[("service", "1")]);
        assert_eq!(title, "About 1");
    }

    #[test]
    fn variables_are_filled_in() {
        let texts = Texts::embedded();
        let title = texts
            .language("en")
            .format("notice-title", &[("service", "S"), ("category", "video")]);
        assert_eq!(title, "Video from S");
    }
}

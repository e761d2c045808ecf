//! The words a reader sees, from Fluent files: one per language, none in code.
//!
//! A language is data: a file `texts/<tag>.ftl` is all that it takes. Which one a reader gets: the
//! page's, else the answer's, else the first of the reader's own that there is, else the site's
//! ([`Texts::find`], [`Texts::accept`]). A text that the language lacks comes from the language
//! without its region, else from English ([`Language::missing`] says which).

mod categories;
mod language;
mod phrases;
#[cfg(test)]
mod tests;

use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

pub use categories::{CategoryWords, OwnWords};
use language::Bundle;
pub use language::Language;
pub(crate) use phrases::{About, Phrases};

/// The language everything falls back to.
const FALLBACK: &str = "en";

/// All texts in all languages.
pub struct Texts {
    /// By their tags in lower case.
    languages: BTreeMap<String, Language>,
    /// Tags whose readers get another language, which its file declares: (theirs, that one).
    relatives: BTreeMap<String, String>,
    digest: [u8; 32],
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
            .get_or_init(|| match Texts::read(embedded_files(), false) {
                Ok(texts) => Arc::new(texts),
                // A test loads them: a broken file never leaves the workshop.
                Err(error) => panic!("embedded texts: {error}"),
            })
            .clone()
    }

    /// Reads text files, given as (language code, Fluent source). Of two files of one language, the
    /// later one counts, and the earlier one has what the later one lacks.
    ///
    /// # Errors
    /// A file that is not valid Fluent, a bad language code, or no English.
    pub fn load(files: &[(&str, &str)]) -> Result<Texts, TextsError> {
        let owned = files
            .iter()
            .map(|(code, source)| (*code, (*source).to_owned()));
        Self::read(owned, true)
    }

    /// Reads files, and checks them where nobody has yet.
    fn read<'f, S: Into<Cow<'static, str>>>(
        files: impl IntoIterator<Item = (&'f str, S)>,
        check: bool,
    ) -> Result<Texts, TextsError> {
        let mut digest = Sha256::new();
        let mut sources: BTreeMap<String, (String, Vec<Arc<Bundle>>)> = BTreeMap::new();
        for (code, source) in files {
            let source = source.into();
            digest.update(format!("{code}\n{source}\n"));
            let (_, bundles) = sources
                .entry(code.to_ascii_lowercase())
                .or_insert_with(|| (code.to_owned(), Vec::new()));
            let bundle = Bundle::new(code, source, bundles.first().map(|earlier| &**earlier))?;
            if check {
                bundle.check()?;
            }
            bundles.insert(0, Arc::new(bundle));
        }
        let Some((_, english)) = sources.get(FALLBACK) else {
            return Err(TextsError(format!(
                "no texts for \"{FALLBACK}\", which all languages fall back to"
            )));
        };
        let mut languages = BTreeMap::new();
        let mut relatives = BTreeMap::new();
        for (tag, (code, own)) in &sources {
            let shorter =
                shorter_tags(tag).filter(|shorter| shorter != tag && *shorter != FALLBACK);
            let others: Vec<Arc<Bundle>> = shorter
                .filter_map(|tag| sources.get(tag))
                .flat_map(|(_, bundles)| bundles)
                .chain(english.iter().filter(|_| tag != FALLBACK))
                .cloned()
                .collect();
            let language = Language::new(code, own.clone(), others);
            for relative in language.relatives() {
                relatives.insert(relative.to_ascii_lowercase(), tag.clone());
            }
            languages.insert(tag.clone(), language);
        }
        Ok(Texts {
            languages,
            relatives,
            digest: digest.finalize().into(),
        })
    }

    /// A hash of all texts: other words, another hash.
    pub fn digest(&self) -> &[u8; 32] {
        &self.digest
    }

    /// All languages, sorted by their codes.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.languages.values()
    }

    /// Codes of all languages, sorted.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.languages().map(Language::code)
    }

    /// The language for a tag such as `fr-CH`: itself, else the one that declares to stand for it
    /// (`nb` for `nn`), else the same for the tag without its last part.
    pub fn find(&self, tag: &str) -> Option<&Language> {
        let tag = tag.trim().to_ascii_lowercase().replace('_', "-");
        shorter_tags(&tag).find_map(|tag| {
            let relative = || self.languages.get(self.relatives.get(tag)?);
            self.languages.get(tag).or_else(relative)
        })
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

/// `de-Latn-CH`, `de-Latn`, `de`.
fn shorter_tags(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| tag.rfind('-').map(|end| &tag[..end]))
}

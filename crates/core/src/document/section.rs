//! One table of a document.

use std::fmt::Display;
use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Date, Document, Located, Place, alternatives, suggestion};

/// A table. Asking for a key makes it known; a key that is not there is `None`, one that is not
/// of the kind asked for is reported and `None`. [`Section::require`] reports keys that are
/// missing, [`Section::finish`] those that nobody asked for.
#[derive(Debug)]
pub struct Section<'d> {
    document: &'d Document<'d>,
    table: &'d DeTable<'d>,
    /// `"embed.captures"`, for messages.
    path: String,
    place: Place,
    known: Vec<&'d str>,
}

impl<'d> Section<'d> {
    pub(super) fn new(
        document: &'d Document<'d>,
        table: &'d DeTable<'d>,
        path: String,
        place: Place,
    ) -> Self {
        Self {
            document,
            table,
            path,
            place,
            known: Vec::new(),
        }
    }

    /// Where the section begins.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Where a key's value is, or where the section begins if the key is missing.
    pub fn place_of(&self, key: &str) -> Place {
        self.table.get(key).map_or_else(
            || self.place.clone(),
            |value| self.document.place(value.span()),
        )
    }

    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The keys that are there, for sections whose keys are names that people choose.
    pub fn keys(&self) -> Vec<Located<&'d str>> {
        let mut keys: Vec<_> = self.table.keys().collect();
        keys.sort_by_key(|key| key.span().start);
        keys.into_iter()
            .map(|key| Located {
                value: key.get_ref().as_ref(),
                place: self.document.place(key.span()),
            })
            .collect()
    }

    /// Reports which of these keys are missing.
    pub fn require(&self, keys: &[&str]) {
        for key in keys {
            if !self.has(key) {
                self.document
                    .report(&self.place, format!("{} is missing", self.name(key)));
            }
        }
    }

    /// A text.
    pub fn string(&mut self, key: &'d str) -> Option<Located<String>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::String(text) => Some(self.located(value, text.clone().into_owned())),
            _ => self.wrong(key, value, "a text in quotes"),
        }
    }

    /// A text that stands for something: `read` makes it so, or says what was expected.
    pub fn parsed<T, E: Display>(
        &mut self,
        key: &'d str,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<Located<T>> {
        let text = self.string(key)?;
        self.read(key, text, read)
    }

    /// A list of texts; none if the key is missing.
    pub fn strings(&mut self, key: &'d str) -> Vec<Located<String>> {
        const EXPECTED: &str = "a list of texts in quotes, such as [\"…\", \"…\"]";
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong::<()>(key, value, EXPECTED);
            return Vec::new();
        };
        let text = |element: &Spanned<DeValue<'_>>| match element.get_ref() {
            DeValue::String(text) => Some(self.located(element, text.clone().into_owned())),
            _ => self.wrong(key, element, "a text in quotes"),
        };
        list.iter().filter_map(text).collect()
    }

    /// A list of texts, each of which stands for something.
    pub fn parsed_list<T, E: Display>(
        &mut self,
        key: &'d str,
        read: impl Fn(&str) -> Result<T, E>,
    ) -> Vec<Located<T>> {
        let texts = self.strings(key);
        texts
            .into_iter()
            .filter_map(|text| self.read(key, text, &read))
            .collect()
    }

    /// A text or a list of texts, each of which stands for something.
    pub fn parsed_one_or_more<T, E: Display>(
        &mut self,
        key: &'d str,
        read: impl Fn(&str) -> Result<T, E>,
    ) -> Vec<Located<T>> {
        match self.value(key).map(Spanned::get_ref) {
            Some(DeValue::String(_)) => self.parsed(key, read).into_iter().collect(),
            _ => self.parsed_list(key, read),
        }
    }

    /// Reports those of these keys that are there, for they belong elsewhere.
    pub fn misplaced(&mut self, keys: &[&'d str], message: &str) {
        for key in keys {
            if self.value(key).is_some() {
                self.report(key, message);
            }
        }
    }

    /// A list of whole numbers within a range; none if the key is missing.
    pub fn integers(&mut self, key: &'d str, range: RangeInclusive<i64>) -> Vec<Located<i64>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong::<()>(key, value, "a list of whole numbers, such as [1, 2]");
            return Vec::new();
        };
        list.iter()
            .filter_map(|element| self.number(key, element, &range))
            .collect()
    }

    /// A whole number within a range.
    pub fn integer(&mut self, key: &'d str, range: RangeInclusive<i64>) -> Option<Located<i64>> {
        let value = self.value(key)?;
        self.number(key, value, &range)
    }

    fn number(
        &self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        range: &RangeInclusive<i64>,
    ) -> Option<Located<i64>> {
        let number = match value.get_ref() {
            DeValue::Integer(digits) => i64::from_str_radix(digits.as_str(), digits.radix()).ok(),
            _ => None,
        };
        match number.filter(|number| range.contains(number)) {
            Some(number) => Some(self.located(value, number)),
            None if range.start() == range.end() => {
                self.wrong(key, value, &range.start().to_string())
            }
            None => {
                let expected = format!("a whole number from {} to {}", range.start(), range.end());
                self.wrong(key, value, &expected)
            }
        }
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, key: &'d str) -> Option<Located<bool>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Boolean(yes) => Some(self.located(value, *yes)),
            _ => self.wrong(key, value, "true or false"),
        }
    }

    /// A day.
    pub fn date(&mut self, key: &'d str) -> Option<Located<Date>> {
        let value = self.value(key)?;
        let day = match value.get_ref() {
            DeValue::Datetime(found) if found.time.is_none() => found.date,
            _ => None,
        };
        match day {
            Some(toml::value::Date { year, month, day }) => {
                Some(self.located(value, Date { year, month, day }))
            }
            None => self.wrong(key, value, "a date such as 2026-11-21, without quotes"),
        }
    }

    /// One of a few words, each of which stands for something.
    pub fn one_of<T: Clone>(&mut self, key: &'d str, words: &[(&str, T)]) -> Option<Located<T>> {
        self.parsed(key, |text| {
            match words.iter().find(|(word, _)| *word == text) {
                Some((_, meaning)) => Ok(meaning.clone()),
                None => {
                    let quoted: Vec<String> =
                        words.iter().map(|(word, _)| format!("{word:?}")).collect();
                    let guess = suggestion(text, words.iter().map(|(word, _)| *word));
                    Err(choice(
                        quoted.iter().map(String::as_str),
                        guess.map(|word| format!("{word:?}")),
                    ))
                }
            }
        })
    }

    /// The table `[key]`.
    pub fn section(&mut self, key: &'d str) -> Option<Section<'d>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(self.inner(key, value, table)),
            _ => self.wrong(key, value, &format!("a section [{}]", self.name(key))),
        }
    }

    /// The tables `[[key]]`; none if the key is missing.
    pub fn sections(&mut self, key: &'d str) -> Vec<Section<'d>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let expected = format!("sections [[{}]]", self.name(key));
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong::<()>(key, value, &expected);
            return Vec::new();
        };
        let section = |element: &'d Spanned<DeValue<'d>>| match element.get_ref() {
            DeValue::Table(table) => Some(self.inner(key, element, table)),
            _ => self.wrong(key, element, &expected),
        };
        list.iter().filter_map(section).collect()
    }

    /// Reports that a key, or an element of its list, is not what was expected.
    pub fn expected<T: std::fmt::Debug>(
        &self,
        key: &str,
        found: &Located<T>,
        expected: impl Display,
    ) {
        let message = format!(
            "{} = {:?}: expected {expected}",
            self.name(key),
            found.value
        );
        self.document.report(&found.place, message);
    }

    /// Reports something about a key; at the section's beginning, if the key is missing.
    pub fn report(&self, key: &str, message: impl Display) {
        self.document.report(
            &self.place_of(key),
            format!("{}: {message}", self.name(key)),
        );
    }

    /// How many errors the document has so far: what was built from wrong values is not worth
    /// looking at again.
    pub fn errors(&self) -> usize {
        self.document.errors()
    }

    /// Reports something at a place.
    pub fn report_at(&self, place: &Place, message: impl Into<String>) {
        self.document.report(place, message);
    }

    /// Reports the keys that nobody asked for.
    pub fn finish(self) {
        for key in self.keys() {
            if self.known.contains(&key.value) {
                continue;
            }
            let mut known = self.known.clone();
            known.sort_unstable();
            let guess = suggestion(key.value, known.iter().copied()).map(str::to_owned);
            let message = format!(
                "unknown key {}: {}",
                self.name(key.value),
                choice(known, guess)
            );
            self.document.report(&key.place, message);
        }
    }

    /// A key's full name: `embed.class`.
    pub fn name(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    fn value(&mut self, key: &'d str) -> Option<&'d Spanned<DeValue<'d>>> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.table.get(key)
    }

    fn inner(
        &self,
        key: &str,
        value: &'d Spanned<DeValue<'d>>,
        table: &'d DeTable<'d>,
    ) -> Section<'d> {
        Section::new(
            self.document,
            table,
            self.name(key),
            self.document.place(value.span()),
        )
    }

    fn located<T>(&self, value: &Spanned<DeValue<'_>>, meaning: T) -> Located<T> {
        Located {
            value: meaning,
            place: self.document.place(value.span()),
        }
    }

    fn read<T, E: Display>(
        &self,
        key: &str,
        text: Located<String>,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<Located<T>> {
        match read(&text.value) {
            Ok(meaning) => Some(text.map(|_| meaning)),
            Err(expected) => {
                let message = format!("{} = {:?}: {expected}", self.name(key), text.value);
                self.document.report(&text.place, message);
                None
            }
        }
    }

    fn wrong<T>(&self, key: &str, value: &Spanned<DeValue<'_>>, expected: &str) -> Option<T> {
        let written = self.document.excerpt(value.span());
        let message = format!("{} = {written}: expected {expected}", self.name(key));
        self.document
            .report(&self.document.place(value.span()), message);
        None
    }
}

/// `expected a, b or c; did you mean b?`
fn choice<'c>(words: impl IntoIterator<Item = &'c str>, guess: Option<String>) -> String {
    let words = alternatives(words);
    match guess {
        Some(guess) => format!("expected {words}; did you mean {guess}?"),
        None => format!("expected {words}"),
    }
}

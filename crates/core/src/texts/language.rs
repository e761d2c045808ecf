//! One language: its messages, and how it writes numbers, dates and durations.

use super::TextsError;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};
use unic_langid::LanguageIdentifier;

/// Variables that count something.
const COUNTS: [&str; 2] = ["days", "count"];

/// How a line begins that says whether someone who grew up with the language has read the file.
const REVIEW: &str = "### review:";
const AWAITING: &str = "awaiting a native review";

/// The texts of one language.
#[derive(Clone)]
pub struct Language {
    code: String,
    right_to_left: bool,
    /// The language's own texts: the first that has a message gives it.
    own: Vec<Arc<Bundle>>,
    /// Where its other texts come from.
    others: Vec<Arc<Bundle>>,
    /// The publisher's own words for categories, by text and category.
    own_words: BTreeMap<(&'static str, String), String>,
}

/// A file of texts. It is parsed when the first reader of its language comes: a program that starts
/// has better things to do than to read all the languages that there are.
pub(super) struct Bundle {
    language: LanguageIdentifier,
    source: Cow<'static, str>,
    right_to_left: bool,
    /// The zero of the language's own digits.
    zero: Option<char>,
    parsed: OnceLock<Result<FluentBundle<FluentResource>, TextsError>>,
}

impl Bundle {
    /// Takes a file; what it does not say of the language itself, an earlier file of it says.
    pub(super) fn new(
        code: &str,
        source: Cow<'static, str>,
        earlier: Option<&Bundle>,
    ) -> Result<Self, TextsError> {
        let language = code.parse().map_err(|_| {
            TextsError(format!(
                "\"{code}\" is not a language code; expected one such as \"fr\""
            ))
        })?;
        let direction = stated(&source, "language-direction");
        let digits = stated(&source, "language-digits");
        Ok(Bundle {
            language,
            right_to_left: match direction {
                Some(direction) => direction == "rtl",
                None => earlier.is_some_and(|earlier| earlier.right_to_left),
            },
            zero: match digits {
                Some(digits) => digits.chars().next(),
                None => earlier.and_then(|earlier| earlier.zero),
            },
            source,
            parsed: OnceLock::new(),
        })
    }

    /// Parses the file now.
    ///
    /// # Errors
    /// It is not valid Fluent.
    pub(super) fn check(&self) -> Result<(), TextsError> {
        self.fluent().map(drop)
    }

    fn fluent(&self) -> Result<&FluentBundle<FluentResource>, TextsError> {
        self.parsed
            .get_or_init(|| self.parse())
            .as_ref()
            .map_err(Clone::clone)
    }

    fn parse(&self) -> Result<FluentBundle<FluentResource>, TextsError> {
        let (code, source) = (&self.language, &self.source);
        let wrong =
            |errors: Vec<String>| TextsError(format!("texts/{code}.ftl: {}", errors.join("; ")));
        let resource = FluentResource::try_new(source.to_string()).map_err(|(_, errors)| {
            let line = |start: usize| source[..start.min(source.len())].lines().count();
            let errors = errors.iter();
            wrong(
                errors
                    .map(|error| format!("line {}: {error}", line(error.pos.start)))
                    .collect(),
            )
        })?;
        let mut fluent = FluentBundle::new_concurrent(vec![code.clone()]);
        fluent
            .add_resource(resource)
            .map_err(|errors| wrong(errors.iter().map(ToString::to_string).collect()))?;
        // Names in the other direction are kept apart from the sentence around them.
        fluent.set_use_isolating(self.right_to_left);
        fluent.set_formatter(match self.zero {
            Some('٠') => Some(in_digits::<'٠', _>),
            Some('۰') => Some(in_digits::<'۰', _>),
            _ => None,
        });
        Ok(fluent)
    }

    /// The ids of its messages, in order.
    fn messages(&self) -> impl Iterator<Item = &str> {
        self.source.lines().filter_map(message_id)
    }

    fn awaits_review(&self) -> bool {
        self.source
            .lines()
            .filter_map(|line| line.strip_prefix(REVIEW))
            .any(|state| state.trim() == AWAITING)
    }

    fn format(&self, id: &str, variables: &FluentArgs<'_>) -> Option<String> {
        let fluent = self.fluent().ok()?;
        let pattern = fluent.get_message(id)?.value()?;
        let mut errors: Vec<FluentError> = Vec::new();
        let text = fluent.format_pattern(pattern, Some(variables), &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }
}

/// The text of a message of one line without variables.
fn stated<'s>(source: &'s str, id: &str) -> Option<&'s str> {
    let mut lines = source.lines();
    lines
        .find_map(|line| line.strip_prefix(id)?.trim_start().strip_prefix('='))
        .map(str::trim)
}

/// The message that a line of a Fluent file begins.
fn message_id(line: &str) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end();
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.chars().all(fits)).then_some(id)
}

/// A number in the digits that begin with `ZERO`.
fn in_digits<const ZERO: char, M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let native = |c: char| match c.to_digit(10) {
        Some(digit) => char::from_u32(u32::from(ZERO) + digit).unwrap_or(c),
        None => c,
    };
    Some(number.as_string().chars().map(native).collect())
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Language").field(&self.code).finish()
    }
}

impl Language {
    pub(super) fn new(code: &str, own: Vec<Arc<Bundle>>, others: Vec<Arc<Bundle>>) -> Self {
        Language {
            code: code.to_owned(),
            right_to_left: own.first().is_some_and(|bundle| bundle.right_to_left),
            own,
            others,
            own_words: BTreeMap::new(),
        }
    }

    /// The language's code, such as `fr`.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// `rtl` or `ltr`.
    pub fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }

    /// Nobody who grew up with the language has read its texts yet.
    pub fn awaits_review(&self) -> bool {
        self.own.iter().any(|bundle| bundle.awaits_review())
    }

    /// The messages that come from another language, in its order.
    pub fn missing(&self) -> Vec<&str> {
        let mut missing = Vec::new();
        for id in self.others.iter().flat_map(|bundle| bundle.messages()) {
            let mut own = self.own.iter().flat_map(|bundle| bundle.messages());
            if id != RELATIVES && !missing.contains(&id) && own.all(|known| known != id) {
                missing.push(id);
            }
        }
        missing
    }

    /// Tags whose readers get this language, as its file declares.
    pub(super) fn relatives(&self) -> Vec<String> {
        let declared = self
            .own
            .iter()
            .find_map(|bundle| stated(&bundle.source, RELATIVES));
        let declared = declared.unwrap_or_default();
        let tags = declared.split(',').map(|tag| tag.trim().to_owned());
        tags.filter(|tag| !tag.is_empty()).collect()
    }

    /// The text `id`.
    pub fn text(&self, id: &str) -> Cow<'_, str> {
        self.format(id, &[])
    }

    /// The text `id` with its variables. A text that is missing is given in another language, else as
    /// its id.
    ///
    /// Some variables are worded: `days` and `count` are numbers, which choose the plural; `date` is
    /// one such as `2026-11-21`, `duration` one such as `13 months` or `session`, as the catalogue
    /// writes them. Whatever else looks like a number (a service's name, a host) is a name.
    pub fn format(&self, id: &str, variables: &[(&str, &str)]) -> Cow<'_, str> {
        if let Some(own) = self.own_words(id, variables) {
            return Cow::Borrowed(own);
        }
        let mut args = FluentArgs::with_capacity(variables.len());
        for (name, value) in variables {
            args.set(*name, self.argument(name, value));
        }
        Cow::Owned(self.message(id, &args).unwrap_or_else(|| id.to_owned()))
    }

    /// Gives the text `id` of a category in the publisher's words.
    pub(super) fn set_own_words(&mut self, id: &'static str, category: &str, words: &str) {
        self.own_words
            .insert((id, category.to_owned()), words.to_owned());
    }

    /// The publisher's own words for a category, by the text they stand for.
    pub(super) fn words_for(&self, category: &str) -> impl Iterator<Item = (&str, &str)> {
        let own = self.own_words.iter();
        own.filter(move |((_, of), _)| of == category)
            .map(|((id, _), words)| (*id, words.as_str()))
    }

    /// What the publisher calls a category, or says that it is for.
    fn own_words(&self, id: &str, variables: &[(&str, &str)]) -> Option<&str> {
        let mut ids = self.own_words.keys().map(|(id, _)| *id);
        let id = ids.find(|known| *known == id)?;
        let (_, category) = variables.iter().find(|(name, _)| *name == "category")?;
        self.own_words
            .get(&(id, (*category).to_owned()))
            .map(String::as_str)
    }

    /// A duration as the catalogue writes it, in this language: `13 months`, `session`. One in other
    /// words stays as it is.
    pub fn duration(&self, written: &str) -> String {
        let mut args = FluentArgs::new();
        let mut words = written.split(' ');
        match (words.next(), words.next(), words.next()) {
            (Some("session"), None, _) => {
                args.set("unit", "session");
                args.set("count", 0);
            }
            (Some(count), Some(unit), None) => {
                let Ok(count) = count.parse::<u32>() else {
                    return written.to_owned();
                };
                let unit = unit.strip_suffix('s').unwrap_or(unit);
                if !UNITS.contains(&unit) {
                    return written.to_owned();
                }
                args.set("unit", format!("{unit}s"));
                args.set("count", count);
            }
            _ => return written.to_owned(),
        }
        self.message("duration", &args)
            .unwrap_or_else(|| written.to_owned())
    }

    /// A date such as `2026-11-21`, in this language; anything else stays as it is.
    fn date(&self, written: &str) -> String {
        let mut parts = written.splitn(3, '-').map(str::parse::<u32>);
        let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) =
            (parts.next(), parts.next(), parts.next())
        else {
            return written.to_owned();
        };
        let mut args = FluentArgs::new();
        args.set("year", year);
        args.set("month", month);
        args.set("day", day);
        self.message("date", &args)
            .unwrap_or_else(|| written.to_owned())
    }

    fn argument(&self, name: &str, value: &str) -> FluentValue<'static> {
        let text = match name {
            "date" => self.date(value),
            "duration" => self.duration(value),
            _ if COUNTS.contains(&name) => return FluentValue::try_number(value).into_owned(),
            _ => value.to_owned(),
        };
        // Names that are read from the right, in a sentence that is read from the left: kept apart.
        // Where the sentence is read from the right, Fluent does so with every name.
        if !self.right_to_left && text.chars().any(is_right_to_left) {
            FluentValue::from(format!("\u{2068}{text}\u{2069}"))
        } else {
            FluentValue::from(text)
        }
    }

    fn message(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        self.own
            .iter()
            .chain(&self.others)
            .find_map(|bundle| bundle.format(id, args))
    }
}

/// The message that names tags whose readers get this language.
const RELATIVES: &str = "language-relatives";

/// Units that the text `duration` words.
const UNITS: [&str; 6] = ["minute", "hour", "day", "week", "month", "year"];

/// Of a script that is written from the right: Hebrew, Arabic and their neighbours.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

//! Reading a TOML file that a person wrote: every error comes at once, each with its place, the
//! value and what was expected; what nobody reads is an error too.
//!
//! ```
//! use jalousie_core::document::Document;
//!
//! let document = Document::parse("gate.toml", "name = \"Valley News\"\nprot = 80\n").unwrap();
//! let mut root = document.root();
//! root.require(&["name"]);
//! assert_eq!(root.string("name").unwrap().value, "Valley News");
//! assert_eq!(root.integer("port", 1..=65535), None);
//! root.finish();
//! assert_eq!(
//!     document.finish().unwrap_err().to_string(),
//!     "gate.toml:2:1: unknown key prot: expected name or port; did you mean port?",
//! );
//! ```

mod section;
mod spelling;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use toml::Spanned;
use toml::de::DeTable;

use crate::diagnostics::{Diagnostic, Diagnostics};

pub use section::Section;
pub use spelling::{alternatives, suggestion};

/// A place in a file, kept with what was read there: whoever finds later that it is wrong can
/// still point at it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    file: Arc<str>,
    line: usize,
    column: usize,
}

impl Place {
    /// The file as a whole.
    pub fn file(name: &str) -> Self {
        Self {
            file: name.into(),
            line: 0,
            column: 0,
        }
    }

    /// Says that what stands here is wrong.
    pub fn diagnostic(&self, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(&*self.file, self.line, self.column, message)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        Ok(())
    }
}

/// A value and the place where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub place: Place,
}

impl<T> Located<T> {
    /// Another value, at the same place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located {
            value: change(self.value),
            place: self.place,
        }
    }
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A day, as `2026-11-21`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A TOML file, its text and what was found wrong with it so far.
#[derive(Debug)]
pub struct Document<'t> {
    file: Arc<str>,
    text: &'t str,
    root: Spanned<DeTable<'t>>,
    found: RefCell<Diagnostics>,
}

impl<'t> Document<'t> {
    /// Parses a file. Where it is not TOML, all places come at once, and nothing else is said:
    /// a file that was understood in part only would be blamed for what it does say.
    pub fn parse(file: &str, text: &'t str) -> Result<Self, Diagnostics> {
        let (root, errors) = DeTable::parse_recoverable(text);
        let document = Self {
            file: file.into(),
            text,
            root,
            found: RefCell::new(Diagnostics::new()),
        };
        for error in &errors {
            let place = match error.span() {
                Some(span) => document.place(span),
                None => Place::file(file),
            };
            document.report(&place, error.message());
        }
        match document.found.take() {
            found if found.is_empty() => Ok(document),
            found => Err(found),
        }
    }

    /// The keys outside of any section.
    pub fn root(&self) -> Section<'_> {
        Section::new(
            self,
            self.root.get_ref(),
            String::new(),
            Place::file(&self.file),
        )
    }

    /// Says that something is wrong at a place.
    pub fn report(&self, place: &Place, message: impl Into<String>) {
        self.found.borrow_mut().push(place.diagnostic(message));
    }

    /// How many errors were found so far.
    pub fn errors(&self) -> usize {
        self.found.borrow().len()
    }

    /// What was found wrong, if anything.
    pub fn finish(self) -> Result<(), Diagnostics> {
        self.found.into_inner().or_value(())
    }

    fn place(&self, span: Range<usize>) -> Place {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Place {
            file: Arc::clone(&self.file),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// A value as it was written, short enough for a message.
    fn excerpt(&self, span: Range<usize>) -> String {
        const LONGEST: usize = 60;
        let written = self.text.get(span).unwrap_or_default();
        let mut excerpt: String = written
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(LONGEST)
            .collect();
        if excerpt.len() < written.len() {
            excerpt.push('…');
        }
        excerpt
    }
}

//! What is wrong with files that people write, all at once.
//!
//! ```
//! use jalousie_core::diagnostics::{Diagnostic, Diagnostics};
//!
//! let mut found = Diagnostics::new();
//! found.push(Diagnostic::new("b.toml", 3, 1, "id is missing"));
//! found.push(Diagnostic::new("a.toml", 0, 0, "the file is empty"));
//! assert_eq!(found.to_string(), "a.toml: the file is empty\nb.toml:3:1: id is missing");
//! ```

use std::error::Error;
use std::fmt;

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file, as the person who wrote it calls it.
    pub file: String,
    /// The line, counted from 1; 0 stands for the whole file.
    pub line: usize,
    /// The character in the line, counted from 1; 0 stands for the whole line.
    pub column: usize,
    /// What is wrong: which key, which value, what was expected.
    pub message: String,
}

impl Diagnostic {
    /// Says that something is wrong at a place in a file.
    pub fn new(
        file: impl Into<String>,
        line: usize,
        column: usize,
        message: impl Into<String>,
    ) -> Self {
        Self {
            file: file.into(),
            line,
            column,
            message: message.into(),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.line > 0 && self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        write!(f, ": {}", self.message)
    }
}

impl Error for Diagnostic {}

/// Everything that is wrong, sorted by file and line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Nothing wrong so far.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds one, in its place.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let place = self.0.partition_point(|known| *known <= diagnostic);
        self.0.insert(place, diagnostic);
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many things are wrong.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// All of them, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// The value, if nothing is wrong.
    pub fn or_value<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, more: I) {
        more.into_iter()
            .for_each(|diagnostic| self.push(diagnostic));
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(vec![diagnostic])
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, diagnostic) in self.0.iter().enumerate() {
            if number > 0 {
                f.write_str("\n")?;
            }
            diagnostic.fmt(f)?;
        }
        Ok(())
    }
}

impl Error for Diagnostics {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_sorted_by_file_and_line() {
        let mut found = Diagnostics::new();
        found.extend([
            Diagnostic::new("b", 2, 1, "second"),
            Diagnostic::new("b", 10, 1, "third"),
            Diagnostic::new("a", 20, 0, "first"),
        ]);
        assert_eq!(
            found.to_string(),
            "a:20: first\nb:2:1: second\nb:10:1: third"
        );
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn nothing_wrong_gives_the_value() {
        assert_eq!(Diagnostics::new().or_value(7), Ok(7));
        let wrong = Diagnostics::from(Diagnostic::new("a", 0, 0, "wrong"));
        assert_eq!(wrong.clone().or_value(7), Err(wrong));
    }
}

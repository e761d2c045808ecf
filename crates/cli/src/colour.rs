//! Colour, where there is a terminal and its owner has not said no (https://no-color.org).

use std::borrow::Cow;
use std::io::IsTerminal;

/// Whether to colour one of the program's outputs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint(bool);

impl Paint {
    /// For an output: colour only on a terminal.
    pub(crate) fn on(output: &impl IsTerminal) -> Self {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Paint(output.is_terminal() && !refused)
    }

    /// Whether there is to be colour.
    pub(crate) fn is_on(self) -> bool {
        self.0
    }

    /// For titles.
    pub(crate) fn strong(self, text: &str) -> Cow<'_, str> {
        self.wrap("1", text)
    }

    /// For names.
    pub(crate) fn name(self, text: &str) -> Cow<'_, str> {
        self.wrap("36", text)
    }

    /// For what matters less.
    pub(crate) fn faint(self, text: &str) -> Cow<'_, str> {
        self.wrap("2", text)
    }

    /// For errors.
    pub(crate) fn bad(self, text: &str) -> Cow<'_, str> {
        self.wrap("1;31", text)
    }

    /// For what is in order.
    pub(crate) fn good(self, text: &str) -> Cow<'_, str> {
        self.wrap("1;32", text)
    }

    fn wrap<'t>(self, code: &str, text: &'t str) -> Cow<'t, str> {
        if self.0 {
            Cow::Owned(format!("\x1b[{code}m{text}\x1b[0m"))
        } else {
            Cow::Borrowed(text)
        }
    }
}

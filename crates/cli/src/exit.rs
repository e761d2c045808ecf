//! How the program ends.

use std::process::ExitCode;

/// The exit codes of every command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done, and nothing found that needs attention.
    Done = 0,
    /// There are findings.
    Findings = 1,
    /// The job could not be done.
    Failed = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}

/// Any error that ends a command, in words for people.
pub(crate) type Error = Box<dyn std::error::Error + Send + Sync>;

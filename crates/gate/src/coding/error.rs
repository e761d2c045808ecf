//! What can go wrong with a coded body.

use std::error::Error;
use std::fmt;

use super::Coding;

/// A `Content-Encoding` that cannot be decoded here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnsupportedCoding {
    /// The name is not one of ours.
    Unknown(String),
    /// More codings are stacked than any honest server stacks.
    TooMany {
        /// How many there are.
        found: usize,
        /// How many are accepted.
        limit: usize,
    },
    /// The coding can be read but not written, or its library refused to start.
    Unavailable(Coding),
}

impl fmt::Display for UnsupportedCoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(name) => write!(
                f,
                "content coding {name:?} is unknown, expected gzip, br, zstd, deflate or identity"
            ),
            Self::TooMany { found, limit } => {
                write!(
                    f,
                    "{found} content codings are stacked, expected at most {limit}"
                )
            }
            Self::Unavailable(coding) => {
                write!(f, "content coding {} is not available", coding.token())
            }
        }
    }
}

impl Error for UnsupportedCoding {}

/// A body that is not what its `Content-Encoding` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecodeError {
    /// The bytes are not of this coding.
    Corrupt {
        /// The coding that was announced.
        coding: Coding,
        /// What its library said.
        detail: String,
    },
    /// The body stopped before the coding's own end mark.
    Truncated {
        /// The coding that was announced.
        coding: Coding,
    },
    /// The body decodes to far more than pages do: it is made to keep its readers busy.
    TooMuch {
        /// The bytes that it had decoded to when it was given up.
        given: u64,
    },
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Corrupt { coding, detail } => {
                write!(f, "body is not valid {}: {detail}", coding.token())
            }
            Self::Truncated { coding } => {
                write!(f, "{} body stops before its end mark", coding.token())
            }
            Self::TooMuch { given } => {
                write!(
                    f,
                    "body decodes to {given} bytes and more, for little that came"
                )
            }
        }
    }
}

impl Error for DecodeError {}

/// An encoder's library failed; nothing it wrote since the last flush can be relied on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodeError {
    pub(super) coding: Coding,
    pub(super) detail: String,
}

impl EncodeError {
    pub(super) fn new(coding: Coding, detail: impl ToString) -> Self {
        Self {
            coding,
            detail: detail.to_string(),
        }
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "cannot encode as {}: {}",
            self.coding.token(),
            self.detail
        )
    }
}

impl Error for EncodeError {}

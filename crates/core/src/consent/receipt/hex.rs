//! Numbers and hashes, written in hexadecimal.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::str::FromStr;

/// A text is not a number or hash in hexadecimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotHex {
    /// How many small hexadecimal digits were expected.
    pub digits: usize,
}

impl fmt::Display for NotHex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {} digits of 0-9 and a-f", self.digits)
    }
}

impl std::error::Error for NotHex {}

/// Bytes as small hexadecimal digits.
pub(super) fn write(f: &mut fmt::Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
}

pub(super) fn read<const N: usize>(text: &str) -> Result<[u8; N], NotHex> {
    let error = NotHex { digits: 2 * N };
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Ok(byte - b'0'),
        b'a'..=b'f' => Ok(byte - b'a' + 10),
        _ => Err(error),
    };
    let text = text.as_bytes();
    if text.len() != 2 * N {
        return Err(error);
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Ok(bytes)
}

/// Gives a type of bytes its written form.
macro_rules! hexadecimal {
    ($type:ident, $bytes:literal) => {
        impl From<[u8; $bytes]> for $type {
            fn from(bytes: [u8; $bytes]) -> Self {
                $type(bytes)
            }
        }

        impl $type {
            /// The bytes.
            pub fn bytes(&self) -> &[u8; $bytes] {
                &self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                $crate::consent::receipt::hex::write(f, &self.0)
            }
        }

        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::consent::receipt::NotHex;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::consent::receipt::hex::read(text).map($type)
            }
        }
    };
}
pub(super) use hexadecimal;

/// A receipt's number: 128 random bits, which mean nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Number([u8; 16]);

hexadecimal!(Number, 16);

/// A SHA-256 hash.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Digest([u8; 32]);

hexadecimal!(Digest, 32);

impl Digest {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Digest(Sha256::digest(bytes).into())
    }

    /// The hash of parts whose lengths are fixed, for a purpose that no other hash has.
    pub(super) fn of_parts(purpose: &str, parts: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        hash.update(purpose);
        hash.update([0]);
        parts.iter().for_each(|part| hash.update(part));
        Digest(hash.finalize().into())
    }
}

/// As serde writes and reads them.
macro_rules! as_text {
    ($type:ident) => {
        impl From<$type> for String {
            fn from(value: $type) -> String {
                value.to_string()
            }
        }

        impl TryFrom<String> for $type {
            type Error = NotHex;

            fn try_from(text: String) -> Result<Self, NotHex> {
                $type::from_str(&text)
            }
        }
    };
}

as_text!(Number);
as_text!(Digest);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_reads_back_and_nothing_else_is_one() {
        let number = Number::from([0xa5; 16]);
        assert_eq!(number.to_string().parse(), Ok(number));
        for bad in [
            "",
            "a5",
            &"A5".repeat(16),
            &"g5".repeat(16),
            &"é".repeat(16),
        ] {
            assert_eq!(bad.parse::<Number>(), Err(NotHex { digits: 32 }), "{bad}");
        }
    }

    #[test]
    fn hashes_are_sha_256() {
        // FIPS 180-2, appendix B.1.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Digest::of(b"abc").to_string(), abc);
    }
}

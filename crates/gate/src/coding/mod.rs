//! Content codings as synchronous push machines: bytes in, bytes out, no I/O.
//!
//! The [`Decoder`] hands out at most [`SLICE`] bytes a step and keeps the rest inside, so a
//! decompression bomb costs time (which the caller spends piece by piece) and never memory;
//! and no more time than its own size allows, for a body that decodes to 16 MiB and to more than
//! 100 times its size is given up. The
//! [`Encoder`] can be flushed in mid-stream, so that a reader sees the first bytes of a page while
//! the upstream is still thinking about the others.
//!
//! ```
//! use jalousie_gate::coding::{Coding, Decoder, Encoder};
//!
//! let mut packed = Vec::new();
//! let mut encoder = Encoder::new(Coding::Gzip)?;
//! encoder.push(b"a page, a page, a page", &mut packed)?;
//! encoder.finish(&mut packed)?;
//!
//! let mut decoder = Decoder::for_encoding("gzip")?;
//! let mut page = Vec::new();
//! decoder.push(&packed, |bytes| {
//!     page.extend_from_slice(bytes);
//!     Ok::<_, jalousie_gate::coding::DecodeError>(())
//! })?;
//! decoder.finish()?;
//! assert_eq!(page, b"a page, a page, a page");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod accept;
mod coder;
mod decode;
mod encode;
mod error;

pub(crate) use accept::narrow;
pub use accept::{Accept, PREFERRED};
pub use decode::{Decoder, SLICE, Step};
pub use encode::Encoder;
pub use error::{DecodeError, EncodeError, UnsupportedCoding};

/// A content coding that this crate reads and writes.
///
/// `deflate` is read only: writers disagree on what it means, so nothing here writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Coding {
    /// No coding at all.
    Identity,
    /// RFC 1952, also known as `x-gzip`.
    Gzip,
    /// RFC 1950 by name, but many servers send the bare RFC 1951 stream; both are read.
    Deflate,
    /// RFC 7932.
    Brotli,
    /// RFC 8878, with the window that RFC 9659 allows on the web.
    Zstd,
}

impl Coding {
    /// The coding with this name, in any case; `None` if it is not one of ours.
    pub fn from_token(token: &str) -> Option<Self> {
        const NAMES: [(&str, Coding); 6] = [
            ("gzip", Coding::Gzip),
            ("x-gzip", Coding::Gzip),
            ("br", Coding::Brotli),
            ("zstd", Coding::Zstd),
            ("deflate", Coding::Deflate),
            ("identity", Coding::Identity),
        ];
        let found = NAMES
            .iter()
            .find(|(name, _)| token.eq_ignore_ascii_case(name));
        found.map(|(_, coding)| *coding)
    }

    /// The name for `Content-Encoding` and `Accept-Encoding`.
    pub const fn token(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Gzip => "gzip",
            Self::Deflate => "deflate",
            Self::Brotli => "br",
            Self::Zstd => "zstd",
        }
    }
}

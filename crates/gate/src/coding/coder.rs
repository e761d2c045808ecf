//! One coding's decoder behind one call: some input, a slice to fill, and how far both got.

use brotli::enc::StandardAlloc;
use brotli::{BrotliDecompressStream, BrotliResult, BrotliState};
use flate2::{Decompress, FlushDecompress, Status};
use zstd::stream::raw::{DParameter, Operation};

use super::{Coding, UnsupportedCoding};

/// zlib's largest window, the one that every encoder may use.
const WINDOW_BITS: u8 = 15;

/// 8 MiB, the largest window that RFC 9659 lets a web server ask of its reader.
const ZSTD_WINDOW_LOG: u32 = 23;

/// What one call did.
pub(super) struct Progress {
    pub(super) read: usize,
    pub(super) written: usize,
    /// The coding's end mark has been read and everything before it was handed out.
    pub(super) ended: bool,
}

type BrotliInner = BrotliState<StandardAlloc, StandardAlloc, StandardAlloc>;

/// A decoder for one coding.
pub(super) enum Coder {
    Gzip(Decompress),
    Deflate(Deflate),
    Brotli(Box<BrotliInner>),
    Zstd(Box<zstd::stream::raw::Decoder<'static>>),
}

/// `deflate` before and after its first two bytes have told which of its two meanings is meant.
pub(super) enum Deflate {
    Unknown {
        first: Option<u8>,
    },
    Known {
        stream: Decompress,
        held: Option<u8>,
    },
}

impl Coder {
    pub(super) fn new(coding: Coding) -> Result<Self, UnsupportedCoding> {
        let unavailable = || UnsupportedCoding::Unavailable(coding);
        Ok(match coding {
            Coding::Identity => return Err(unavailable()),
            Coding::Gzip => Self::Gzip(Decompress::new_gzip(WINDOW_BITS)),
            Coding::Deflate => Self::Deflate(Deflate::Unknown { first: None }),
            // The plain constructor would accept the "large window" extension: 1 GiB of memory.
            Coding::Brotli => Self::Brotli(Box::new(BrotliInner::new_strict(
                StandardAlloc::default(),
                StandardAlloc::default(),
                StandardAlloc::default(),
            ))),
            Coding::Zstd => {
                let mut stream = zstd::stream::raw::Decoder::new().map_err(|_| unavailable())?;
                let limit = DParameter::WindowLogMax(ZSTD_WINDOW_LOG);
                stream.set_parameter(limit).map_err(|_| unavailable())?;
                Self::Zstd(Box::new(stream))
            }
        })
    }

    pub(super) fn coding(&self) -> Coding {
        match self {
            Self::Gzip(_) => Coding::Gzip,
            Self::Deflate(_) => Coding::Deflate,
            Self::Brotli(_) => Coding::Brotli,
            Self::Zstd(_) => Coding::Zstd,
        }
    }

    /// Whether `next`, the first byte after an end mark, starts another member of the same body.
    ///
    /// Other bytes there are ignored, as browsers do: servers that append a stray line feed to a
    /// compressed page exist, and what is ignored can reach nobody.
    pub(super) fn continues_with(&self, next: u8) -> bool {
        match self {
            Self::Gzip(_) => next == 0x1f,
            Self::Deflate(_) | Self::Brotli(_) => false,
            Self::Zstd(_) => true,
        }
    }

    /// Starts the next member.
    pub(super) fn restart(&mut self) {
        if let Self::Gzip(stream) = self {
            *stream = Decompress::new_gzip(WINDOW_BITS);
        }
    }

    /// Decodes what fits. An error is the library's own text.
    pub(super) fn run(&mut self, input: &[u8], out: &mut [u8]) -> Result<Progress, String> {
        match self {
            Self::Gzip(stream) => inflate(stream, input, out),
            Self::Deflate(deflate) => deflate.run(input, out),
            Self::Brotli(state) => unbrotli(state, input, out),
            Self::Zstd(stream) => {
                let status = stream
                    .run_on_buffers(input, out)
                    .map_err(|e| e.to_string())?;
                Ok(Progress {
                    read: status.bytes_read,
                    written: status.bytes_written,
                    ended: status.remaining == 0,
                })
            }
        }
    }
}

fn inflate(stream: &mut Decompress, input: &[u8], out: &mut [u8]) -> Result<Progress, String> {
    let (read, written) = (stream.total_in(), stream.total_out());
    let status = stream
        .decompress(input, out, FlushDecompress::None)
        .map_err(|e| e.message().map_or_else(|| e.to_string(), str::to_owned))?;
    Ok(Progress {
        // Both differences are bounded by the lengths of the slices.
        read: (stream.total_in() - read) as usize,
        written: (stream.total_out() - written) as usize,
        ended: status == Status::StreamEnd,
    })
}

fn unbrotli(state: &mut BrotliInner, input: &[u8], out: &mut [u8]) -> Result<Progress, String> {
    let (mut left, mut read) = (input.len(), 0);
    let (mut room, mut written, mut total) = (out.len(), 0, 0);
    let result = BrotliDecompressStream(
        &mut left,
        &mut read,
        input,
        &mut room,
        &mut written,
        out,
        &mut total,
        state,
    );
    match result {
        BrotliResult::ResultFailure => Err(format!("{:?}", state.error_code)),
        result => {
            let ended = matches!(result, BrotliResult::ResultSuccess);
            Ok(Progress {
                read,
                written,
                ended,
            })
        }
    }
}

impl Deflate {
    fn run(&mut self, input: &[u8], out: &mut [u8]) -> Result<Progress, String> {
        let mut read = 0;
        if let Self::Unknown { first } = self {
            let mut bytes = input.iter().copied();
            let Some(one) = first.take().or_else(|| {
                read += 1;
                bytes.next()
            }) else {
                return Ok(Progress {
                    read: 0,
                    written: 0,
                    ended: false,
                });
            };
            let Some(two) = bytes.next() else {
                *first = Some(one);
                return Ok(Progress {
                    read,
                    written: 0,
                    ended: false,
                });
            };
            let stream = Decompress::new(is_zlib_header(one, two));
            *self = Self::Known {
                stream,
                held: Some(one),
            };
        }
        let Self::Known { stream, held } = self else {
            return Err("no format".to_owned());
        };
        if let Some(byte) = held.take() {
            // One byte of a header never yields output, so nothing is lost by this call.
            inflate(stream, &[byte], &mut [])?;
        }
        let rest = inflate(stream, &input[read..], out)?;
        Ok(Progress {
            read: read + rest.read,
            ..rest
        })
    }
}

/// RFC 1950, section 2.2: method 8, a window of at most 32 KiB, and the check bits.
fn is_zlib_header(one: u8, two: u8) -> bool {
    one & 0x0f == 8 && one >> 4 <= 7 && (u16::from(one) << 8 | u16::from(two)).is_multiple_of(31)
}

//! Encoding with flushes in mid-stream.

use std::io::Write;

use brotli::CompressorWriter;
use flate2::{Compress, Compression, FlushCompress, Status};
use zstd::stream::raw::{CParameter, InBuffer, Operation, OutBuffer};

use super::{Coding, EncodeError, UnsupportedCoding};

/// Levels from the measurements in `docs/performance.md`: past them, time grows and size hardly shrinks.
const GZIP_LEVEL: u32 = 2;
const BROTLI_QUALITY: u32 = 2;
/// 512 KiB of window: pages are smaller, and the memory is held for each answer in flight.
const BROTLI_WINDOW_LOG: u32 = 19;
const ZSTD_LEVEL: i32 = 2;
/// Smaller tables than the level's own: those have to be cleared for each answer, which for a short
/// page costs more than packing it.
const ZSTD_TABLES: [CParameter; 3] = [
    CParameter::WindowLog(19),
    CParameter::HashLog(15),
    CParameter::ChainLog(14),
];

/// zlib's window size in bits.
const WINDOW_BITS: u8 = 15;

/// Room made in the output before each call into a library.
const ROOM: usize = 4 * 1024;

/// Encodes a body pushed in pieces; what comes out is appended to the caller's buffer.
///
/// Push pieces of some kilobytes: each call has a fixed cost.
pub struct Encoder(Inner);

enum Inner {
    Identity,
    Gzip(Compress),
    Brotli(Box<CompressorWriter<Vec<u8>>>),
    Zstd(Box<zstd::stream::raw::Encoder<'static>>),
}

impl Encoder {
    /// An encoder at the level this crate has chosen by measurement.
    ///
    /// # Errors
    /// `deflate`, which is only read here, or a library that cannot start.
    pub fn new(coding: Coding) -> Result<Self, UnsupportedCoding> {
        let unavailable = || UnsupportedCoding::Unavailable(coding);
        Ok(Self(match coding {
            Coding::Identity => Inner::Identity,
            Coding::Deflate => return Err(unavailable()),
            Coding::Gzip => Inner::Gzip(Compress::new_gzip(
                Compression::new(GZIP_LEVEL),
                WINDOW_BITS,
            )),
            Coding::Brotli => Inner::Brotli(Box::new(CompressorWriter::new(
                Vec::new(),
                ROOM,
                BROTLI_QUALITY,
                BROTLI_WINDOW_LOG,
            ))),
            Coding::Zstd => {
                let mut stream =
                    zstd::stream::raw::Encoder::new(ZSTD_LEVEL).map_err(|_| unavailable())?;
                for parameter in ZSTD_TABLES {
                    stream.set_parameter(parameter).map_err(|_| unavailable())?;
                }
                Inner::Zstd(Box::new(stream))
            }
        }))
    }

    /// The coding that comes out.
    pub fn coding(&self) -> Coding {
        match self.0 {
            Inner::Identity => Coding::Identity,
            Inner::Gzip(_) => Coding::Gzip,
            Inner::Brotli(_) => Coding::Brotli,
            Inner::Zstd(_) => Coding::Zstd,
        }
    }

    /// Takes all of `input`; what comes out may stay inside until a flush.
    ///
    /// # Errors
    /// The library failed.
    pub fn push(&mut self, input: &[u8], out: &mut Vec<u8>) -> Result<(), EncodeError> {
        let failed = failure(self.coding());
        match &mut self.0 {
            Inner::Identity => out.extend_from_slice(input),
            Inner::Gzip(stream) => deflate(stream, input, out, FlushCompress::None)?,
            Inner::Brotli(writer) => {
                writer.write_all(input).map_err(failed)?;
                out.append(writer.get_mut());
            }
            Inner::Zstd(stream) => {
                let mut input = InBuffer::around(input);
                while input.pos() < input.src.len() {
                    zstd_step(out, |room| stream.run(&mut input, room)).map_err(&failed)?;
                }
            }
        }
        Ok(())
    }

    /// Brings out everything pushed so far, so that the reader can decode it at once.
    ///
    /// # Errors
    /// The library failed.
    pub fn flush(&mut self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        let failed = failure(self.coding());
        match &mut self.0 {
            Inner::Identity => {}
            Inner::Gzip(stream) => deflate(stream, &[], out, FlushCompress::Sync)?,
            Inner::Brotli(writer) => {
                writer.flush().map_err(failed)?;
                out.append(writer.get_mut());
            }
            Inner::Zstd(stream) => {
                while zstd_step(out, |room| stream.flush(room)).map_err(&failed)? > 0 {}
            }
        }
        Ok(())
    }

    /// Writes the end mark.
    ///
    /// # Errors
    /// The library failed.
    pub fn finish(self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        let failed = failure(self.coding());
        match self.0 {
            Inner::Identity => {}
            Inner::Gzip(mut stream) => deflate(&mut stream, &[], out, FlushCompress::Finish)?,
            Inner::Brotli(writer) => out.append(&mut writer.into_inner()),
            Inner::Zstd(mut stream) => {
                while zstd_step(out, |room| stream.finish(room, true)).map_err(&failed)? > 0 {}
            }
        }
        Ok(())
    }
}

impl std::fmt::Debug for Encoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Encoder").field(&self.coding()).finish()
    }
}

fn failure(coding: Coding) -> impl Fn(std::io::Error) -> EncodeError {
    move |error| EncodeError::new(coding, error)
}

fn deflate(
    stream: &mut Compress,
    mut input: &[u8],
    out: &mut Vec<u8>,
    flush: FlushCompress,
) -> Result<(), EncodeError> {
    loop {
        out.reserve(ROOM);
        let before = stream.total_in();
        let status = stream
            .compress_vec(input, out, flush)
            .map_err(|error| EncodeError::new(Coding::Gzip, error))?;
        // The difference is bounded by the slice's length.
        input = &input[(stream.total_in() - before) as usize..];
        // zlib asks to be called again for as long as it fills the room it is given.
        let drained = out.len() < out.capacity();
        let done = match flush {
            FlushCompress::Finish => status == Status::StreamEnd,
            _ => input.is_empty() && drained,
        };
        if done {
            return Ok(());
        }
    }
}

/// One call into zstd with some room at the end of `out`; returns its hint of what is left.
fn zstd_step(
    out: &mut Vec<u8>,
    step: impl FnOnce(&mut OutBuffer<'_, [u8]>) -> std::io::Result<usize>,
) -> std::io::Result<usize> {
    let start = out.len();
    out.resize(start + ROOM, 0);
    let mut room = OutBuffer::around(&mut out[start..]);
    let result = step(&mut room);
    let written = room.pos();
    out.truncate(start + written);
    result
}

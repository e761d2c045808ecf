//! Decoding in slices, through as many stacked codings as a server may use.

use super::coder::Coder;
use super::{Coding, DecodeError, UnsupportedCoding};

/// The most bytes that one [`Decoder::step`] hands out.
pub const SLICE: usize = 16 * 1024;

/// Pages seldom unpack to more than this many times their packed size.
const USUAL_RATIO: usize = 8;

/// The least room offered to a coding's library.
const LEAST_ROOM: usize = 1024;

/// More stacked codings than this are an attack, not a server.
const MAX_STACKED: usize = 3;

/// Bytes that any body may decode to.
const FREE: u64 = 16 << 20;

/// Beyond those, this many for each byte that came. Pages shrink to a fifth or a tenth, seldom to a
/// fiftieth; gzip can reach a thousandth, and brotli and zstd can say "a terabyte" in a kilobyte.
const LARGEST_RATIO: u64 = 100;

/// What to do after a [`Decoder::step`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Call again, even with no new input: more output is waiting.
    More,
    /// All input was taken and everything that it yields was handed out.
    NeedsInput,
}

/// Decodes a body pushed in pieces.
///
/// [`step`](Self::step) is the building block for callers that must pause between slices (a
/// streaming body that waits for a slow reader); [`push`](Self::push) loops over it.
///
/// A body of no bytes at all decodes to no bytes, whatever its coding: that is what servers send
/// in answer to `HEAD` and for empty documents. Bytes after the end mark are ignored, as browsers
/// do, unless they begin another gzip member or zstd frame.
pub struct Decoder {
    /// In the order in which the bytes pass: the last coding applied comes off first.
    stages: Vec<Stage>,
    /// Bytes that came, and that were handed out.
    taken: u64,
    given: u64,
}

impl Decoder {
    /// A decoder for the value of `Content-Encoding`: one coding or several, as in `gzip, br`.
    ///
    /// # Errors
    /// A coding that is not one of ours, or more than three of them.
    pub fn for_encoding(value: &str) -> Result<Self, UnsupportedCoding> {
        let mut stages = Vec::new();
        for token in value
            .split(',')
            .map(str::trim)
            .filter(|token| !token.is_empty())
        {
            match Coding::from_token(token) {
                None => return Err(UnsupportedCoding::Unknown(token.to_owned())),
                Some(Coding::Identity) => {}
                Some(coding) => stages.push(Stage::new(coding)?),
            }
        }
        if stages.len() > MAX_STACKED {
            return Err(UnsupportedCoding::TooMany {
                found: stages.len(),
                limit: MAX_STACKED,
            });
        }
        stages.reverse();
        Ok(Self {
            stages,
            taken: 0,
            given: 0,
        })
    }

    /// Whether nothing has to be decoded, so that bytes can be passed on as they are.
    pub fn is_identity(&self) -> bool {
        self.stages.is_empty()
    }

    /// Takes from the front of `input` and appends at most [`SLICE`] bytes to `out`.
    ///
    /// # Errors
    /// The body is not of its coding, or decodes to so much that nobody can mean it: more than
    /// 16 MiB, and more than 100 bytes for each one that came. What was handed out before stays valid.
    pub fn step(&mut self, input: &mut &[u8], out: &mut Vec<u8>) -> Result<Step, DecodeError> {
        if self.stages.is_empty() {
            let (now, later) = input.split_at(input.len().min(SLICE));
            out.extend_from_slice(now);
            *input = later;
            return Ok(if later.is_empty() {
                Step::NeedsInput
            } else {
                Step::More
            });
        }
        let (waiting, start) = (input.len(), out.len());
        let result = step_through(&mut self.stages, input, out);
        // Lengths of slices fit.
        self.taken += (waiting - input.len()) as u64;
        self.given += (out.len() - start) as u64;
        if self.given > FREE.saturating_add(self.taken.saturating_mul(LARGEST_RATIO)) {
            out.truncate(start);
            return Err(DecodeError::TooMuch { given: self.given });
        }
        result
    }

    /// Decodes all of `input` and gives it to `sink` in slices of at most [`SLICE`] bytes.
    ///
    /// # Errors
    /// The body is not of its coding, or `sink` failed; either way the decoder is of no more use.
    pub fn push<E: From<DecodeError>>(
        &mut self,
        mut input: &[u8],
        mut sink: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut slice = Vec::new();
        loop {
            let step = self.step(&mut input, &mut slice)?;
            if !slice.is_empty() {
                sink(&slice)?;
                slice.clear();
            }
            if step == Step::NeedsInput {
                return Ok(());
            }
        }
    }

    /// Checks that the body was complete.
    ///
    /// # Errors
    /// The input stopped before a coding's end mark.
    pub fn finish(&self) -> Result<(), DecodeError> {
        match self
            .stages
            .iter()
            .find(|stage| stage.started && !stage.ended)
        {
            Some(stage) => Err(DecodeError::Truncated {
                coding: stage.coder.coding(),
            }),
            None => Ok(()),
        }
    }
}

impl std::fmt::Debug for Decoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list()
            .entries(self.stages.iter().map(|stage| stage.coder.coding()))
            .finish()
    }
}

/// One coding of the stack and the bytes that it handed on but the next stage has not taken yet.
struct Stage {
    coder: Coder,
    started: bool,
    ended: bool,
    waiting: Vec<u8>,
    taken: usize,
}

impl Stage {
    fn new(coding: Coding) -> Result<Self, UnsupportedCoding> {
        let coder = Coder::new(coding)?;
        Ok(Self {
            coder,
            started: false,
            ended: false,
            waiting: Vec::new(),
            taken: 0,
        })
    }

    fn step(&mut self, input: &mut &[u8], out: &mut Vec<u8>) -> Result<Step, DecodeError> {
        let start = out.len();
        // Room has to be cleared before it can be lent out, so a small input gets little of it.
        let room = input
            .len()
            .saturating_mul(USUAL_RATIO)
            .clamp(LEAST_ROOM, SLICE);
        out.resize(start + room, 0);
        let mut filled = start;
        let result = loop {
            if self.ended && !self.begins_again(input) {
                break Ok(Step::NeedsInput);
            }
            match self.coder.run(input, &mut out[filled..]) {
                Err(detail) => break Err(self.corrupt(detail)),
                Ok(progress) => {
                    let stuck = progress.read == 0 && progress.written == 0;
                    self.started |= !stuck;
                    self.ended = progress.ended || (self.ended && stuck);
                    *input = &input[progress.read..];
                    filled += progress.written;
                    if filled == out.len() {
                        break Ok(Step::More);
                    }
                    if input.is_empty() && !self.ended {
                        break Ok(Step::NeedsInput);
                    }
                    if stuck && !self.ended {
                        break Err(self.corrupt("no progress".to_owned()));
                    }
                }
            }
        };
        out.truncate(filled);
        result
    }

    /// After an end mark: starts the next member if there is one, else drops what follows.
    fn begins_again(&mut self, input: &mut &[u8]) -> bool {
        match input.first() {
            Some(next) if self.coder.continues_with(*next) => {
                self.coder.restart();
                self.ended = false;
                true
            }
            _ => {
                *input = &[];
                false
            }
        }
    }

    fn corrupt(&self, detail: String) -> DecodeError {
        DecodeError::Corrupt {
            coding: self.coder.coding(),
            detail,
        }
    }
}

/// Pulls one slice out of the last stage, which pulls from those before it.
fn step_through(
    stages: &mut [Stage],
    input: &mut &[u8],
    out: &mut Vec<u8>,
) -> Result<Step, DecodeError> {
    let Some((last, before)) = stages.split_last_mut() else {
        return Ok(Step::NeedsInput);
    };
    if before.is_empty() {
        return last.step(input, out);
    }
    // The buffer leaves its stage while both are in use.
    let mut waiting = std::mem::take(&mut last.waiting);
    let result = loop {
        let mut rest = &waiting[last.taken..];
        match last.step(&mut rest, out) {
            Err(error) => break Err(error),
            Ok(step) => {
                last.taken = waiting.len() - rest.len();
                if step == Step::More {
                    break Ok(Step::More);
                }
            }
        }
        waiting.clear();
        last.taken = 0;
        match step_through(before, input, &mut waiting) {
            Err(error) => break Err(error),
            Ok(Step::NeedsInput) if waiting.is_empty() => break Ok(Step::NeedsInput),
            Ok(_) => {}
        }
    };
    last.waiting = waiting;
    result
}

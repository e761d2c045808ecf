//! Counts HTTP/2 frames that ask for work and bring nothing: pings, settings, resets, empty data.

use std::time::Duration;

use tokio::time::Instant;

use crate::http2::{DATA, FrameHead, FrameHeads, HEADERS, RST_STREAM};
use crate::metrics::Refusal;

/// The client's preface (RFC 9113, 3.4).
const PREFACE: usize = 24;

const SETTINGS: u8 = 4;
const END_STREAM: u8 = 1;

/// What one such frame costs. It is earned by taking as many bytes of answers, and by time.
const COST: u64 = 512;

/// What can be saved up: so many frames at once.
const BURST: u64 = 1_000 * COST;

/// So many each second.
const PER_SECOND: u64 = 100 * COST;

/// Reads along with the frames of one connection.
#[derive(Debug)]
pub(super) struct Frames {
    heads: FrameHeads,
    /// Whether the first frame, which has to be SETTINGS (RFC 9113, 3.4), has come.
    greeted: bool,
    savings: u64,
    since: Instant,
    answers: Answers,
}

/// Reads along with the frames that go out, for what the HTTP library refuses by itself.
#[derive(Debug)]
struct Answers {
    heads: FrameHeads,
    /// Heads of the service's answers so far.
    count: u64,
    /// Streams whose answer goes on after its head: what looks like another head are trailers.
    open: Vec<u32>,
    /// Of a RST_STREAM: how many bytes of its code are to come, and what came before.
    code: Option<(usize, u32)>,
}

impl Frames {
    pub(super) fn new() -> Self {
        Self {
            heads: FrameHeads::after(PREFACE),
            greeted: false,
            savings: BURST,
            since: Instant::now(),
            answers: Answers {
                heads: FrameHeads::after(0),
                count: 0,
                open: Vec::new(),
                code: None,
            },
        }
    }

    /// The reader has taken bytes of answers, of which the service has given so many. `refuse` is told
    /// what the HTTP library refuses by itself, if it is for something that the reader did.
    pub(super) fn wrote(
        &mut self,
        bytes: &[u8],
        given: u64,
        refuse: impl FnMut(Refusal, &'static str),
    ) {
        self.savings = BURST.min(self.savings + bytes.len() as u64);
        self.answers.read(bytes, given, refuse);
    }

    /// Bytes have come.
    ///
    /// # Errors
    /// There are too many idle frames among them, or something else than SETTINGS came first. The
    /// HTTP library would bear both.
    pub(super) fn read(&mut self, mut bytes: &[u8]) -> Result<(), &'static str> {
        while let Some(frame) = self.heads.next(&mut bytes) {
            let works = match frame.kind {
                DATA => frame.payload > 0 || frame.flags & END_STREAM != 0,
                other => other == HEADERS,
            };
            if !self.greeted && frame.kind != SETTINGS {
                return Err("HTTP/2 without settings at its beginning");
            }
            self.greeted = true;
            if !works && !self.pay() {
                return Err("more HTTP/2 frames that bring nothing than one connection may send");
            }
        }
        Ok(())
    }

    fn pay(&mut self) -> bool {
        if self.savings < COST {
            let earned = self.since.elapsed();
            self.earn(earned);
        }
        match self.savings.checked_sub(COST) {
            Some(left) => {
                self.savings = left;
                true
            }
            None => false,
        }
    }

    fn earn(&mut self, time: Duration) {
        self.since += time;
        // A day is far from overflow, and longer than any need.
        let milliseconds = time.as_millis().min(86_400_000) as u64;
        self.savings = BURST.min(self.savings + milliseconds * PER_SECOND / 1000);
    }
}

impl Answers {
    fn read(
        &mut self,
        mut bytes: &[u8],
        given: u64,
        mut refuse: impl FnMut(Refusal, &'static str),
    ) {
        loop {
            if let Some((missing, code)) = &mut self.code {
                // Not taken off the bytes: they are the payload that is passed over next.
                for byte in bytes.iter().take(*missing) {
                    *code = *code << 8 | u32::from(*byte);
                    *missing -= 1;
                }
                if *missing > 0 {
                    self.heads.next(&mut bytes);
                    return;
                }
                if let Some(why) = fault(*code) {
                    refuse(Refusal::Http2, why);
                }
                self.code = None;
            }
            let Some(frame) = self.heads.next(&mut bytes) else {
                return;
            };
            if frame.kind == RST_STREAM {
                self.code = Some((4, 0));
            }
            // Whoever never got his answer, having reset its stream, hides one refusal here.
            if self.is_answer(frame) && self.count > given {
                self.count = given;
                refuse(
                    Refusal::HeadTooLarge,
                    "HTTP/2 head larger than it may be, unpacked",
                );
            }
        }
    }

    /// Whether an answer begins with this frame.
    fn is_answer(&mut self, frame: FrameHead) -> bool {
        let known = self.open.iter().position(|stream| *stream == frame.stream);
        let begins = frame.kind == HEADERS && known.is_none();
        let ends = frame.kind == RST_STREAM
            || (matches!(frame.kind, DATA | HEADERS) && frame.flags & END_STREAM != 0);
        match known {
            Some(place) if ends => {
                self.open.swap_remove(place);
            }
            None if begins && !ends => self.open.push(frame.stream),
            _ => {}
        }
        self.count += u64::from(begins);
        begins
    }
}

/// What a stream is reset for (RFC 9113, section 7), if that is the reader's fault.
fn fault(code: u32) -> Option<&'static str> {
    Some(match code {
        1 => "HTTP/2 stream reset: a malformed request (PROTOCOL_ERROR)",
        3 => "HTTP/2 stream reset: more than its window (FLOW_CONTROL_ERROR)",
        5 => "HTTP/2 stream reset: a frame after its end (STREAM_CLOSED)",
        6 => "HTTP/2 stream reset: a frame of the wrong size (FRAME_SIZE_ERROR)",
        7 => "HTTP/2 stream reset: more streams than may be open (REFUSED_STREAM)",
        11 => "HTTP/2 stream reset: too much of something (ENHANCE_YOUR_CALM)",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(kind: u8, flags: u8, payload: &[u8]) -> Vec<u8> {
        let length = payload.len() as u8;
        [&[0, 0, length, kind, flags, 0, 0, 0, 1], payload].concat()
    }

    fn after_preface() -> Frames {
        let mut frames = Frames::new();
        let preface = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
        let greeting = [&preface[..], &frame(SETTINGS, 0, &[])].concat();
        frames.read(&greeting).unwrap();
        frames
    }

    /// How many of them pass in one go, however they are cut.
    fn passing(bytes: &[u8], cut: usize) -> usize {
        let mut frames = after_preface();
        (0..100_000)
            .take_while(|_| bytes.chunks(cut).all(|part| frames.read(part).is_ok()))
            .count()
    }

    #[test]
    fn frames_that_bring_nothing_run_out() {
        for idle in [
            frame(6, 0, &[0; 8]),
            frame(4, 0, &[0; 6]),
            frame(3, 0, &[0; 4]),
            frame(0, 0, &[]),
            frame(9, 0, b"x"),
            frame(77, 0, b"whatever"),
        ] {
            for cut in [1, 4, 100] {
                let count = passing(&idle, cut);
                assert!((999..2_000).contains(&count), "{idle:?}: {count}");
            }
        }
    }

    #[test]
    fn frames_that_bring_something_do_not() {
        for busy in [
            frame(0, 0, b"data"),
            frame(0, END_STREAM, &[]),
            frame(1, 4, b"head"),
        ] {
            assert_eq!(passing(&busy, 5), 100_000);
        }
    }

    #[test]
    fn taking_answers_earns_window_updates() {
        let mut frames = after_preface();
        let update = frame(8, 0, &[0; 4]);
        for _ in 0..10_000 {
            frames.wrote(&frame(0, 0, &[0; 200]), 1, |_, _| {});
            frames.wrote(&frame(0, 0, &[0; 200]), 1, |_, _| {});
            frames.wrote(&frame(0, 0, &[0; 200]), 1, |_, _| {});
            frames.read(&update).unwrap();
        }
        frames.savings = 0;
        frames.earn(Duration::from_secs(1));
        assert_eq!(frames.savings, PER_SECOND);
    }

    #[test]
    fn resets_for_what_readers_did_are_told() {
        let reset = |code| frame(RST_STREAM, 0, &[0, 0, 0, code]);
        let out = [
            frame(4, 0, &[0; 6]),
            reset(1),
            frame(0, 0, &[3; 40]),
            reset(8),
            reset(7),
            reset(2),
        ]
        .concat();
        for cut in 1..out.len() {
            let (mut frames, mut told) = (Frames::new(), Vec::new());
            for part in out.chunks(cut) {
                frames.wrote(part, 0, |_, why| told.push(fault_name(why)));
            }
            assert_eq!(told, ["PROTOCOL_ERROR", "REFUSED_STREAM"], "{cut}");
        }
    }

    fn fault_name(why: &str) -> &str {
        why.split(['(', ')']).nth(1).unwrap()
    }

    #[test]
    fn answers_that_nobody_gave_are_the_librarys() {
        let answer = |stream, flags| {
            let mut bytes = frame(1, 4 | flags, b"head");
            bytes[8] = stream;
            bytes
        };
        let with_trailers = [
            answer(3, 0),
            [&frame(0, 0, b"data")[..8], &[3], b"data"].concat(),
            answer(3, END_STREAM),
        ]
        .concat();
        let mut frames = Frames::new();
        let mut told = 0;
        for (bytes, given, due) in [
            (answer(1, END_STREAM), 1, 0),
            (with_trailers.clone(), 2, 0),
            (answer(5, END_STREAM), 2, 1),
            (answer(7, 0), 3, 1),
            (answer(9, 0), 3, 2),
        ] {
            frames.wrote(&bytes, given, |_, _| told += 1);
            assert_eq!(told, due, "{bytes:?}");
        }
    }
}

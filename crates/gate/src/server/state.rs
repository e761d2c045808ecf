//! What a connection is doing: set by the HTTP side, read by the socket side.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// A connection's place in the round of requests and answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// No request has begun yet on a new connection.
    New,
    /// Between an answer and the next request.
    Idle,
    /// The same, for a while already.
    Rest,
    /// Within a request's head.
    Head,
    /// Between a request's head and the end of its answer.
    Busy,
    /// Switched to another protocol.
    Tunnel,
    /// Many requests at once, as HTTP/2 has them: who serves the connection counts them.
    Many,
}

const PHASES: [Phase; 7] = [
    Phase::New,
    Phase::Idle,
    Phase::Rest,
    Phase::Head,
    Phase::Busy,
    Phase::Tunnel,
    Phase::Many,
];

/// How the HTTP library frames the body of a request, having read its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Framing {
    /// So many bytes.
    Length(u64),
    /// As many chunks as come.
    Chunks,
}

/// [`Framing::Chunks`] as a number, and nothing decided: lengths that the library refuses.
const CHUNKS: u64 = u64::MAX - 1;
const UNDECIDED: u64 = u64::MAX;

/// Shared between a connection's socket and its requests.
#[derive(Debug)]
pub(super) struct State {
    /// The phase and, in the upper bits, how many came before: a timer can so tell a phase from
    /// the same one a round later.
    turn: AtomicU64,
    /// What was decided about the body of the request whose head came last.
    framing: AtomicU64,
    /// Answers that the service has given.
    answers: AtomicU64,
    broken: AtomicBool,
    half_line: AtomicBool,
    /// Something has come. Only HTTP/2 asks.
    heard: AtomicBool,
    /// What is to be written while the HTTP library has nothing to write, and whether there is any.
    aside: Mutex<Vec<u8>>,
    has_aside: AtomicBool,
}

impl State {
    pub(super) fn new(phase: Phase) -> Self {
        Self {
            turn: AtomicU64::new(phase as u64),
            framing: AtomicU64::new(UNDECIDED),
            answers: AtomicU64::new(0),
            broken: AtomicBool::new(false),
            half_line: AtomicBool::new(false),
            heard: AtomicBool::new(false),
            aside: Mutex::default(),
            has_aside: AtomicBool::new(false),
        }
    }

    /// The phase, and a number that no other turn of this connection has.
    pub(super) fn turn(&self) -> (Phase, u64) {
        let turn = self.turn.load(Ordering::Acquire);
        // The remainder is within the array.
        (PHASES[(turn % 8) as usize], turn)
    }

    /// Moves on; a tunnel stays a tunnel.
    pub(super) fn set(&self, phase: Phase) {
        let (now, turn) = self.turn();
        if now != Phase::Tunnel && now != phase {
            // All of a connection's changes come from one task at a time.
            self.turn
                .store((turn / 8 + 1) * 8 + phase as u64, Ordering::Release);
        }
    }

    /// A head was read, and its body will be framed like this.
    pub(super) fn decide(&self, framing: Framing) {
        let number = match framing {
            Framing::Length(length) => length.min(CHUNKS - 1),
            Framing::Chunks => CHUNKS,
        };
        self.framing.store(number, Ordering::Release);
    }

    /// What was decided since the last call.
    pub(super) fn take_framing(&self) -> Option<Framing> {
        match self.framing.swap(UNDECIDED, Ordering::AcqRel) {
            UNDECIDED => None,
            CHUNKS => Some(Framing::Chunks),
            length => Some(Framing::Length(length)),
        }
    }

    /// The service has given an answer.
    pub(super) fn count_answer(&self) {
        self.answers.fetch_add(1, Ordering::Release);
    }

    pub(super) fn answers(&self) -> u64 {
        self.answers.load(Ordering::Acquire)
    }

    /// Takes note that the reader has sent something.
    pub(super) fn hear(&self) {
        self.heard.store(true, Ordering::Relaxed);
    }

    /// Whether it has since the last call.
    pub(super) fn take_heard(&self) -> bool {
        self.heard.swap(false, Ordering::Relaxed)
    }

    /// Has the socket write something before the answer to the request that is being answered.
    pub(super) fn put_aside(&self, bytes: &[u8]) {
        let mut aside = self.aside.lock().unwrap_or_else(PoisonError::into_inner);
        aside.extend_from_slice(bytes);
        self.has_aside.store(true, Ordering::Release);
    }

    /// What was put aside since the last call.
    pub(super) fn take_aside(&self) -> Option<Vec<u8>> {
        if !self.has_aside.load(Ordering::Acquire) {
            return None;
        }
        let mut aside = self.aside.lock().unwrap_or_else(PoisonError::into_inner);
        self.has_aside.store(false, Ordering::Release);
        Some(std::mem::take(&mut *aside))
    }

    /// Marks the connection as one that sent a line feed without a carriage return in a head.
    pub(super) fn mark_half_line(&self) {
        self.half_line.store(true, Ordering::Release);
    }

    pub(super) fn has_half_line(&self) -> bool {
        self.half_line.load(Ordering::Acquire)
    }

    /// Marks the answer as cut short: the connection must not end as if it were whole.
    pub(super) fn mark_broken(&self) {
        self.broken.store(true, Ordering::Release);
    }

    pub(super) fn is_broken(&self) -> bool {
        self.broken.load(Ordering::Acquire)
    }
}

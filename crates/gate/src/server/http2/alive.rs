//! Whether a reader is still there.

use std::task::{Context, Poll, ready};
use std::time::Duration;

use h2::{Ping, PingPong};

use super::super::config::Http2;
use super::super::state::State;
use super::super::timer::Timer;

/// Asks a connection's reader that has been silent whether it is there.
///
/// Whatever it sends is a sign of life, also while an answer to the question is waited for: that one
/// may be stuck behind a slow upload.
pub(super) struct Alive {
    pings: PingPong,
    every: Duration,
    limit: Duration,
    timer: Timer,
    asked: bool,
}

impl Alive {
    pub(super) fn new(pings: PingPong, limits: &Http2) -> Self {
        Self {
            pings,
            every: limits.ping,
            limit: limits.pong,
            timer: Timer::new(limits.ping),
            asked: false,
        }
    }

    /// Ready when the reader has given no sign of life for too long.
    pub(super) fn poll_lost(&mut self, state: &State, cx: &mut Context<'_>) -> Poll<()> {
        if self.asked && self.pings.poll_pong(cx).is_ready() {
            self.asked = false;
            self.timer.restart(self.every);
        }
        loop {
            ready!(self.timer.poll_elapsed(cx));
            match (self.asked, state.take_heard()) {
                (true, false) => return Poll::Ready(()),
                (true, true) => self.timer.restart(self.limit),
                (false, false) if self.ask(cx) => self.timer.restart(self.limit),
                (false, _) => self.timer.restart(self.every),
            }
        }
    }

    /// Whether the question could be asked: it cannot at the connection's end.
    fn ask(&mut self, cx: &mut Context<'_>) -> bool {
        self.asked = self.pings.send_ping(Ping::opaque()).is_ok();
        // To be woken by the answer.
        self.asked && self.pings.poll_pong(cx).is_pending()
    }
}

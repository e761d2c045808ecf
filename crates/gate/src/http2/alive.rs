//! Whether the other end of a connection is still there.

use std::task::{Context, Poll, ready};
use std::time::Duration;

use h2::{Ping, PingPong};

use crate::server::Timer;

/// Asks the other end of a connection that has been silent whether it is there.
///
/// Whatever comes is a sign of life, also while an answer to the question is waited for: that one may be
/// stuck behind a slow body.
pub(crate) struct Alive {
    pings: PingPong,
    every: Duration,
    limit: Duration,
    timer: Timer,
    asked: bool,
}

impl Alive {
    /// Asks after `every` of silence; the answer may take `limit`.
    pub(crate) fn new(pings: PingPong, every: Duration, limit: Duration) -> Self {
        Self {
            pings,
            every,
            limit,
            timer: Timer::new(every),
            asked: false,
        }
    }

    /// Ready when there has been no sign of life for too long. `heard` says whether something has come
    /// since it was called last, or whether it does not matter.
    pub(crate) fn poll_lost(
        &mut self,
        cx: &mut Context<'_>,
        mut heard: impl FnMut() -> bool,
    ) -> Poll<()> {
        if self.asked && self.pings.poll_pong(cx).is_ready() {
            self.asked = false;
            self.timer.restart(self.every);
        }
        loop {
            ready!(self.timer.poll_elapsed(cx));
            match (self.asked, heard()) {
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

//! The least speed at which a reader has to send and to take.

use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::time::Instant;

use super::timer::Timer;

/// So many bytes in each stretch of waiting.
///
/// Only time in which nobody but the reader could act counts: a slow site makes no slow readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// Bytes per second; 0 allows any speed.
    pub bytes: u32,
    /// Over how much waiting the speed is taken. Speeds vary: at least some seconds.
    pub window: Duration,
}

impl Rate {
    fn least(self) -> u64 {
        // Windows are far from overflow: a day times 4 GiB/s fits 50,000 times.
        u64::from(self.bytes).saturating_mul(self.window.as_millis() as u64) / 1000
    }
}

/// Measures one direction of one connection or body against a [`Rate`].
#[derive(Debug)]
pub(crate) struct Pace {
    rate: Rate,
    /// Waited for in this window, up to `since`.
    waited: Duration,
    /// Moved in this window.
    moved: u64,
    /// Since when the reader is waited for.
    since: Option<Instant>,
    timer: Timer,
}

impl Pace {
    pub(crate) fn new(rate: Rate) -> Self {
        Self {
            rate,
            waited: Duration::ZERO,
            moved: 0,
            since: None,
            timer: Timer::new(rate.window),
        }
    }

    pub(crate) fn rate(&self) -> Rate {
        self.rate
    }

    /// Something moved, or the reader is not waited for any more.
    pub(crate) fn moved(&mut self, bytes: usize) {
        self.moved += bytes as u64;
        if self.since.is_some() {
            self.pause(Instant::now());
        }
    }

    /// The reader is waited for; ready when it has been too slow.
    pub(crate) fn poll_slow(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            if self.since.is_none() {
                let left = self.wait(Instant::now());
                self.timer.restart(left);
            }
            ready!(self.timer.poll_elapsed(cx));
            if !self.is_fast() {
                return Poll::Ready(());
            }
            self.begin();
        }
    }

    /// Begins to wait; how much of this window's waiting is left.
    fn wait(&mut self, now: Instant) -> Duration {
        self.since.get_or_insert(now);
        self.rate.window.saturating_sub(self.waited)
    }

    fn pause(&mut self, now: Instant) {
        if let Some(since) = self.since.take() {
            self.waited += now.saturating_duration_since(since);
        }
        if self.waited >= self.rate.window && self.is_fast() {
            self.begin();
        }
    }

    fn is_fast(&self) -> bool {
        self.moved >= self.rate.least()
    }

    fn begin(&mut self) {
        self.waited = Duration::ZERO;
        self.moved = 0;
        self.since = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Rate = Rate {
        bytes: 100,
        window: Duration::from_secs(10),
    };
    const SECOND: Duration = Duration::from_secs(1);

    /// Sends so many bytes each second for a minute; the second in which that was too slow.
    fn ended_after(rate: Rate, bytes: u64) -> Option<u64> {
        let (mut pace, mut now) = (Pace::new(rate), Instant::now());
        for second in 0..60 {
            if pace.wait(now).is_zero() && !pace.is_fast() {
                return Some(second);
            }
            now += SECOND;
            pace.moved += bytes;
            pace.pause(now);
        }
        None
    }

    #[test]
    fn who_drips_is_slow_and_who_keeps_up_is_not() {
        assert_eq!(ended_after(RATE, 0), Some(10));
        assert_eq!(ended_after(RATE, 99), Some(10));
        assert_eq!(ended_after(RATE, 100), None);
        assert_eq!(ended_after(RATE, 100_000), None);
        assert_eq!(ended_after(Rate { bytes: 0, ..RATE }, 0), None);
    }

    #[test]
    fn only_time_in_which_the_reader_is_waited_for_counts() {
        let (mut pace, mut now) = (Pace::new(RATE), Instant::now());
        for waited in 0..9 {
            assert_eq!(pace.wait(now), RATE.window - SECOND * waited);
            now += SECOND;
            pace.pause(now);
            now += SECOND * 3600;
        }
        // One burst is no credit for the time after it.
        pace.moved += 1_000_000;
        pace.wait(now);
        pace.pause(now + SECOND);
        assert_eq!((pace.wait(now), pace.is_fast()), (RATE.window, false));
    }
}

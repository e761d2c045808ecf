//! A timer that is set only when something has to be waited for.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

/// Runs from the first poll after [`disarm`](Self::disarm); costs nothing before.
#[derive(Debug)]
pub(crate) struct Timer {
    limit: Duration,
    sleep: Option<Pin<Box<Sleep>>>,
    armed: bool,
}

impl Timer {
    pub(crate) fn new(limit: Duration) -> Self {
        Self {
            limit,
            sleep: None,
            armed: false,
        }
    }

    pub(crate) fn limit(&self) -> Duration {
        self.limit
    }

    /// Changes the limit; counts from the next poll on.
    pub(crate) fn restart(&mut self, limit: Duration) {
        self.limit = limit;
        self.armed = false;
    }

    pub(crate) fn is_armed(&self) -> bool {
        self.armed
    }

    pub(crate) fn disarm(&mut self) {
        self.armed = false;
    }

    pub(crate) fn poll_elapsed(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if !std::mem::replace(&mut self.armed, true) {
            // A limit past the end of time never elapses.
            let deadline = Instant::now().checked_add(self.limit);
            match (deadline, &mut self.sleep) {
                (Some(deadline), Some(sleep)) => sleep.as_mut().reset(deadline),
                (Some(deadline), empty) => *empty = Some(Box::pin(sleep_until(deadline))),
                (None, sleep) => *sleep = None,
            }
        }
        self.sleep
            .as_mut()
            .map_or(Poll::Pending, |sleep| sleep.as_mut().poll(cx))
    }

    /// Waits for the limit to pass, and returns it.
    pub(crate) async fn elapsed(&mut self) -> Duration {
        poll_fn(|cx| self.poll_elapsed(cx)).await;
        self.limit
    }
}

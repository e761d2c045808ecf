//! One answer of an HTTP/2 connection: given up when its reader lets it stand.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use pin_project_lite::pin_project;

use crate::metrics::{Refusal, refused};

use super::timer::Timer;

tokio::task_local! {
    static PROGRESS: Arc<Progress>;
}

/// Who has to act next on an answer's body: at odd numbers the reader.
#[derive(Debug, Default)]
pub(super) struct Progress(AtomicU64);

impl Progress {
    /// That of the stream that the running task serves; `None` outside HTTP/2.
    pub(super) fn of_this_task() -> Option<Arc<Self>> {
        PROGRESS.try_with(Arc::clone).ok()
    }

    /// The reader has taken what it was given.
    pub(super) fn asked(&self) {
        // Only the stream's own task changes it.
        let turn = self.0.load(Ordering::Relaxed);
        self.0.store(turn + turn % 2, Ordering::Relaxed);
    }

    /// The reader was given a piece.
    pub(super) fn given(&self) {
        let turn = self.0.load(Ordering::Relaxed);
        self.0.store(turn + 1 - turn % 2, Ordering::Relaxed);
    }

    fn turn(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Runs the tasks of a connection's streams.
#[derive(Clone, Copy)]
pub(super) struct Streams {
    /// How long a reader may refuse to take any byte of an answer.
    pub(super) stall: Duration,
}

impl<F> hyper::rt::Executor<F> for Streams
where
    F: Future<Output = ()> + Send + 'static,
{
    fn execute(&self, stream: F) {
        let progress = Arc::new(Progress::default());
        let watched = Watched {
            stream,
            progress: progress.clone(),
            waiting: Timer::new(self.stall),
            waiting_for: 0,
        };
        tokio::spawn(PROGRESS.scope(progress, watched));
    }
}

pin_project! {
    /// Ends, and with it the stream, when the reader takes nothing for too long: the window of an
    /// HTTP/2 stream may be shut while the connection goes on.
    struct Watched<F> {
        #[pin]
        stream: F,
        progress: Arc<Progress>,
        waiting: Timer,
        // The turn for which `waiting` runs.
        waiting_for: u64,
    }
}

impl<F: Future<Output = ()>> Future for Watched<F> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = self.project();
        if this.stream.poll(cx).is_ready() {
            return Poll::Ready(());
        }
        let turn = this.progress.turn();
        if turn.is_multiple_of(2) {
            return Poll::Pending;
        }
        if *this.waiting_for != turn {
            *this.waiting_for = turn;
            this.waiting.disarm();
        }
        ready!(this.waiting.poll_elapsed(cx));
        refused(
            Refusal::ReaderStall,
            "reader takes nothing of an answer: stream reset",
        );
        Poll::Ready(())
    }
}

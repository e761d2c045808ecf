//! Connections to one upstream that are kept for the next request, and requests that wait for one.
//!
//! An upstream that has many connections hardly answers sooner by getting one more. A request that finds
//! none idle then waits for the next that comes back, as long as they do come back; else it opens one of its own.
//! So a thousand readers who ask in the same moment do not become a thousand connections.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::{Instant, sleep_until, timeout_at};

/// When a request waits for a connection, and for how long.
#[derive(Debug, Clone, Copy)]
struct Waits {
    /// Connections that are opened without waiting for another to come back.
    many: usize,
    /// How long none may come back before those who wait open their own: time in which this process has something
    /// to do, and may not have seen it, does not count.
    pause: Duration,
    /// How long a request waits at most.
    longest: Duration,
}

const WAITS: Waits = Waits {
    many: 64,
    pause: Duration::from_millis(5),
    longest: Duration::from_millis(200),
};

/// A timer that is later than this was kept waiting by other work.
const LATE: Duration = Duration::from_millis(2);

/// Connections of the kind `C`.
pub(super) struct Kept<C> {
    state: Mutex<State<C>>,
    /// How long one is kept.
    keep: Duration,
    /// How many are kept.
    most: usize,
    waits: Waits,
}

struct State<C> {
    /// Those that wait for a request, the oldest first.
    idle: VecDeque<(Instant, C)>,
    /// Those who wait for a connection, the oldest first. Who gets none is to open one.
    waiting: VecDeque<oneshot::Sender<C>>,
    /// All connections there are, at work or idle.
    open: usize,
    /// When one last came back or was closed, while somebody waited.
    latest: Option<Instant>,
    /// A task lets go of those that were idle for too long.
    watched: bool,
}

impl<C: Send + 'static> Kept<C> {
    /// Keeps at most `most` connections, each for `keep`.
    pub(super) fn new(most: usize, keep: Duration) -> Arc<Self> {
        Self::with(most, keep, WAITS)
    }

    fn with(most: usize, keep: Duration, waits: Waits) -> Arc<Self> {
        let state = State {
            idle: VecDeque::new(),
            waiting: VecDeque::new(),
            open: 0,
            latest: None,
            watched: false,
        };
        Arc::new(Self {
            state: Mutex::new(state),
            keep,
            most,
            waits,
        })
    }

    /// A connection that is idle.
    pub(super) fn take(&self) -> Option<C> {
        self.state().idle.pop_back().map(|(_, one)| one)
    }

    /// A connection that comes back soon, where there are many already; `None`: a new one is to be opened.
    pub(super) async fn wait(&self) -> Option<C> {
        let Waits {
            many,
            pause,
            longest,
        } = self.waits;
        let begun = Instant::now();
        let mut given = {
            let mut state = self.state();
            if state.open < many {
                return None;
            }
            state.forget_gone();
            let (give, given) = oneshot::channel();
            state.waiting.push_back(give);
            given
        };
        let (mut quiet_since, over) = (begun, begun + longest);
        loop {
            let end = (quiet_since + pause).min(over);
            if let Ok(given) = timeout_at(end, &mut given).await {
                return given.ok();
            }
            let now = Instant::now();
            let latest = self.state().latest.filter(|latest| *latest > quiet_since);
            quiet_since = match latest {
                _ if now >= over => break,
                _ if now > end + LATE => now,
                Some(latest) => latest,
                None => break,
            };
        }
        // What came in the last moment, to us or to nobody.
        given.close();
        given.try_recv().ok().or_else(|| self.take())
    }

    /// Counts a connection that was opened, for as long as its place is held.
    pub(super) fn place(self: &Arc<Self>) -> Place<C> {
        self.state().open += 1;
        Place(Arc::downgrade(self))
    }

    /// Keeps a connection that can take the next request.
    pub(super) fn put(self: &Arc<Self>, mut one: C) {
        let mut state = self.state();
        let now = Instant::now();
        while let Some(waiting) = state.waiting.pop_front() {
            state.latest = Some(now);
            match waiting.send(one) {
                Ok(()) => return,
                Err(back) => one = back,
            }
        }
        if state.idle.len() >= self.most {
            // Its place is given up before it is dropped, which asks for the same lock.
            drop(state);
            return;
        }
        state.idle.push_back((now, one));
        if !std::mem::replace(&mut state.watched, true) {
            tokio::spawn(watch(Arc::downgrade(self)));
        }
    }

    /// A connection was closed: whoever has waited for longest may open one.
    fn closed(&self) {
        let mut state = self.state();
        state.open -= 1;
        state.forget_gone();
        if state.open < self.waits.many
            && let Some(waiting) = state.waiting.pop_front()
        {
            state.latest = Some(Instant::now());
            drop(waiting);
        }
    }

    /// Lets go of what was kept long enough; when to look again, if anything is left.
    fn tidy(&self, now: Instant) -> Option<Instant> {
        loop {
            let mut state = self.state();
            let oldest = state.idle.front();
            match oldest.and_then(|(since, _)| since.checked_add(self.keep)) {
                Some(end) if end > now => return Some(end),
                Some(_) => {
                    let old = state.idle.pop_front();
                    // See `put`.
                    drop(state);
                    drop(old);
                }
                // There is none, or it may stay past the end of time.
                None => {
                    state.watched = false;
                    return None;
                }
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State<C>> {
        // What is inside is whole whatever happened to the thread that held it.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<C> State<C> {
    /// Forgets who has given up. They are in front: they have waited for longer than others.
    fn forget_gone(&mut self) {
        let gone = |state: &Self| {
            state
                .waiting
                .front()
                .is_some_and(oneshot::Sender::is_closed)
        };
        while gone(self) {
            self.waiting.pop_front();
        }
    }
}

/// Looks after kept connections for as long as there are any.
async fn watch<C: Send + 'static>(home: Weak<Kept<C>>) {
    while let Some(again) = home.upgrade().and_then(|home| home.tidy(Instant::now())) {
        sleep_until(again).await;
    }
}

/// That a connection is there.
pub(super) struct Place<C: Send + 'static>(Weak<Kept<C>>);

impl<C: Send + 'static> Drop for Place<C> {
    fn drop(&mut self) {
        if let Some(home) = self.0.upgrade() {
            home.closed();
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const HOUR: Duration = Duration::from_secs(3_600);
    const SOON: Duration = Duration::from_millis(20);

    /// A connection by its number.
    struct Numbered(u32, #[expect(dead_code)] Place<Self>);

    fn kept(most: usize, many: usize, pause: Duration, longest: Duration) -> Arc<Kept<Numbered>> {
        let waits = Waits {
            many,
            pause,
            longest,
        };
        Kept::with(most, HOUR, waits)
    }

    fn open(kept: &Arc<Kept<Numbered>>, number: u32) -> Numbered {
        Numbered(number, kept.place())
    }

    /// Starts to wait.
    async fn waiting(kept: &Arc<Kept<Numbered>>) -> tokio::task::JoinHandle<Option<Numbered>> {
        let alive = |kept: &Kept<Numbered>| {
            let alive = |one: &&oneshot::Sender<Numbered>| !one.is_closed();
            kept.state().waiting.iter().filter(alive).count()
        };
        let before = alive(kept);
        let home = kept.clone();
        let waiting = tokio::spawn(async move { home.wait().await });
        while alive(kept) == before {
            tokio::task::yield_now().await;
        }
        waiting
    }

    #[tokio::test]
    async fn few_are_opened_at_once_and_the_latest_is_taken_first() {
        let kept = kept(10, 2, HOUR, HOUR);
        let first = open(&kept, 1);
        assert!(kept.take().is_none() && kept.wait().await.is_none());
        kept.put(open(&kept, 2));
        kept.put(first);
        let numbers = [kept.take().unwrap(), kept.take().unwrap()].map(|one| one.0);
        assert_eq!(numbers, [1, 2]);
    }

    #[tokio::test]
    async fn what_comes_back_goes_to_who_has_waited_for_longest() {
        let kept = kept(10, 2, HOUR, HOUR);
        let (one, two) = (open(&kept, 1), open(&kept, 2));
        let (gone, first, second) = (
            waiting(&kept).await,
            waiting(&kept).await,
            waiting(&kept).await,
        );
        // A reader who leaves takes none along.
        gone.abort();
        assert!(gone.await.is_err());
        kept.put(one);
        kept.put(two);
        assert_eq!(first.await.unwrap().unwrap().0, 1);
        assert_eq!(second.await.unwrap().unwrap().0, 2);
        assert!(kept.take().is_none());
    }

    #[tokio::test]
    async fn where_one_is_closed_another_may_be_opened() {
        let kept = kept(10, 2, HOUR, HOUR);
        let (_one, two) = (open(&kept, 1), open(&kept, 2));
        let (gone, first) = (waiting(&kept).await, waiting(&kept).await);
        gone.abort();
        assert!(gone.await.is_err());
        drop(two);
        assert!(first.await.unwrap().is_none());
    }

    #[tokio::test]
    async fn time_with_other_work_is_no_silence() {
        let kept = kept(10, 1, SOON, HOUR);
        let one = open(&kept, 1);
        let waiting = waiting(&kept).await;
        // The work: nothing else moves meanwhile.
        std::thread::sleep(3 * SOON);
        // Its timer is due before this one.
        tokio::time::sleep(Duration::from_millis(1)).await;
        kept.put(one);
        assert_eq!(waiting.await.unwrap().unwrap().0, 1);
    }

    #[tokio::test]
    async fn nobody_waits_for_those_that_do_not_come_back() {
        let kept = kept(10, 1, SOON, HOUR);
        let _stuck = open(&kept, 1);
        assert!(kept.wait().await.is_none());
        // Nor does who gave up stay in the way of others.
        let _waiting = waiting(&kept).await;
        assert_eq!(kept.state().waiting.len(), 1);
    }

    #[tokio::test]
    async fn nobody_waits_for_long() {
        let kept = kept(10, 1, HOUR, SOON);
        let _busy = open(&kept, 1);
        assert!(kept.wait().await.is_none());
    }

    #[tokio::test]
    async fn more_than_are_kept_are_closed_and_so_are_old_ones() {
        let kept = kept(2, 10, HOUR, HOUR);
        for number in 0..3 {
            kept.put(open(&kept, number));
        }
        assert_eq!(kept.state().open, 2);
        let now = Instant::now();
        assert!(kept.tidy(now).unwrap() > now + HOUR / 2);
        assert!(kept.tidy(now + HOUR * 2).is_none());
        assert_eq!(kept.state().open, 0);
    }
}

//! The upstreams of one site: which one is asked next, and which are left alone for a while.
//!
//! The one with the fewest requests in flight is asked. One that cannot be reached, or fails
//! [`FAILURES`] times in a row, is left alone for a second, then two, four and so on up to a
//! minute; any answer brings it back. If all are left alone, the one that is due first is asked
//! all the same: an error would help nobody.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU32, AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use tokio::time::Instant;

use super::config::ProxyConfig;
use super::error::Cause;
use super::http1::Http1;
use super::http2::{Http2, Ticket};
use super::upstream::Upstream;

/// Failed exchanges in a row after which an upstream is left alone; one failed connection is enough.
const FAILURES: u32 = 3;

/// How long an upstream is first left alone.
const FIRST_REST: Duration = Duration::from_secs(1);

/// How long it is left alone at most.
const LONGEST_REST: Duration = Duration::from_secs(60);

/// Requests that may be repeated at once when upstreams fail after a quiet time.
const SPARE_RETRIES: i64 = 50;

/// One request in this many may be repeated, beyond those: an upstream in trouble must not get
/// twice the load.
const REQUESTS_PER_RETRY: i64 = 5;

/// All upstreams of a site.
pub(super) struct Pool {
    members: Vec<Arc<Member>>,
    start: Instant,
    /// Where to begin to look, so that equals take turns.
    turn: AtomicUsize,
    /// What may still be repeated, in parts of [`REQUESTS_PER_RETRY`].
    retries: AtomicI64,
}

impl Pool {
    pub(super) fn new(config: &ProxyConfig, ways: impl Fn(&Upstream) -> Ways) -> Self {
        let start = Instant::now();
        let member = |upstream: &Upstream| {
            let Ways { http1, http2 } = ways(upstream);
            Arc::new(Member {
                upstream: upstream.clone(),
                http1,
                http2,
                alone: config.upstreams.len() == 1,
                start,
                in_flight: AtomicUsize::new(0),
                failures: AtomicU32::new(0),
                rests: AtomicU32::new(0),
                due: AtomicU64::new(0),
                unwell: AtomicBool::new(false),
            })
        };
        Self {
            members: config.upstreams.iter().map(member).collect(),
            start,
            turn: AtomicUsize::new(0),
            retries: AtomicI64::new(SPARE_RETRIES * REQUESTS_PER_RETRY),
        }
    }

    pub(super) fn members(&self) -> &[Arc<Member>] {
        &self.members
    }

    /// The upstream for the next attempt: none of those tried already.
    pub(super) fn choose(&self, tried: &[Arc<Member>]) -> Option<Lease> {
        if let ([only], []) = (&*self.members, tried) {
            return Some(Lease::of(only));
        }
        self.choose_at(self.start.elapsed(), tried)
    }

    fn choose_at(&self, now: Duration, tried: &[Arc<Member>]) -> Option<Lease> {
        let count = self.members.len();
        let first = match count {
            0 | 1 => 0,
            _ => self.turn.fetch_add(1, Ordering::Relaxed) % count,
        };
        let (before, after) = self.members.split_at(first);
        let candidates = after
            .iter()
            .chain(before)
            .filter(|member| !tried.iter().any(|other| Arc::ptr_eq(other, member)));
        // Those that are left alone come last, the one that is due first in front.
        let chosen = candidates.min_by_key(|member| {
            let load = member.in_flight.load(Ordering::Relaxed);
            (member.unwell(), member.rest_left(now), load)
        })?;
        Some(Lease::of(chosen))
    }

    /// Counts a request; what it saves may be spent on repeating another one.
    pub(super) fn count_request(&self) {
        if self.members.len() > 1
            && self.retries.load(Ordering::Relaxed) < SPARE_RETRIES * REQUESTS_PER_RETRY
        {
            self.retries.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Whether one more request may be repeated.
    pub(super) fn may_repeat(&self) -> bool {
        let spend = |left: i64| (left >= REQUESTS_PER_RETRY).then(|| left - REQUESTS_PER_RETRY);
        let order = Ordering::Relaxed;
        self.retries.fetch_update(order, order, spend).is_ok()
    }

    /// How long until an upstream is due again, where all are left alone.
    pub(super) fn all_rest_for(&self) -> Option<Duration> {
        let now = self.start.elapsed();
        let rests = self.members.iter().map(|member| member.rest_left(now));
        rests.min().filter(|left| !left.is_zero())
    }
}

/// The ways to one upstream.
pub(super) struct Ways {
    pub(super) http1: Arc<Http1>,
    /// Where that may be spoken.
    pub(super) http2: Option<Http2>,
}

/// One upstream.
pub(super) struct Member {
    pub(super) upstream: Upstream,
    pub(super) http1: Arc<Http1>,
    /// How to speak HTTP/2 to it, where that may be.
    pub(super) http2: Option<Http2>,
    /// There is no other one.
    alone: bool,
    start: Instant,
    in_flight: AtomicUsize,
    /// Failures in a row.
    failures: AtomicU32,
    /// How often in a row it was left alone.
    rests: AtomicU32,
    /// Milliseconds from `start` to when it is asked again.
    due: AtomicU64,
    /// The health check says so.
    unwell: AtomicBool,
}

impl Member {
    pub(super) fn unwell(&self) -> bool {
        self.unwell.load(Ordering::Relaxed)
    }

    /// What the health check found. It counts for more than requests do: one that is well again
    /// is asked at once.
    pub(super) fn set_unwell(&self, unwell: bool) {
        if self.unwell.swap(unwell, Ordering::Relaxed) != unwell {
            if unwell {
                tracing::warn!(upstream = %self.upstream, "upstream failed its health check");
            } else {
                tracing::info!(upstream = %self.upstream, "upstream is well again");
                self.answered();
            }
        }
    }

    /// How long it is left alone from `now` on, counted from the pool's start.
    fn rest_left(&self, now: Duration) -> Duration {
        Duration::from_millis(self.due.load(Ordering::Relaxed)).saturating_sub(now)
    }

    /// An answer came, whatever it says.
    pub(super) fn answered(&self) {
        if self.failures.load(Ordering::Relaxed) > 0 {
            self.failures.store(0, Ordering::Relaxed);
            self.rests.store(0, Ordering::Relaxed);
            self.due.store(0, Ordering::Relaxed);
        }
    }

    /// No answer came.
    pub(super) fn failed(&self, cause: &Cause) {
        self.failed_at(self.start.elapsed(), cause);
    }

    fn failed_at(&self, now: Duration, cause: &Cause) {
        let enough = match cause {
            Cause::Unreachable | Cause::ConnectTimeout(_) => 1,
            Cause::Closed | Cause::HeadTimeout(_) | Cause::BadAnswer(_) => FAILURES,
            _ => return,
        };
        // Requests that were under way when the rest began say nothing new.
        if self.failures.fetch_add(1, Ordering::Relaxed) + 1 < enough
            || !self.rest_left(now).is_zero()
        {
            return;
        }
        let rests = self.rests.fetch_add(1, Ordering::Relaxed).min(16);
        let rest = FIRST_REST.saturating_mul(1 << rests).min(LONGEST_REST);
        let due = now + rest;
        // 585 million years fit.
        self.due.store(due.as_millis() as u64, Ordering::Relaxed);
        if !self.alone {
            tracing::warn!(upstream = %self.upstream, cause = cause.name(), ?rest, "upstream is left alone for a while");
        }
    }
}

/// A request's place at an upstream, given up when its answer has ended.
pub(super) struct Lease {
    pub(super) member: Arc<Member>,
    /// How much it counts where the least busy is looked for.
    load: usize,
    /// Its place on an HTTP/2 connection.
    pub(super) ticket: Option<Ticket>,
}

impl Lease {
    pub(super) fn of(member: &Arc<Member>) -> Self {
        Self::with_load(member, 1)
    }

    /// For a question of the gate's own, which sends no reader elsewhere.
    pub(super) fn aside(member: &Arc<Member>) -> Self {
        Self::with_load(member, 0)
    }

    fn with_load(member: &Arc<Member>, load: usize) -> Self {
        member.in_flight.fetch_add(load, Ordering::Relaxed);
        Self {
            member: member.clone(),
            load,
            ticket: None,
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let load = self.load;
        self.member.in_flight.fetch_sub(load, Ordering::Relaxed);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::connect::Connector;
    use super::*;

    fn pool(count: usize) -> Pool {
        let mut config = ProxyConfig::new(Upstream::parse("http://a0").unwrap());
        for number in 1..count {
            let url = format!("http://a{number}");
            config.upstreams.push(Upstream::parse(&url).unwrap());
        }
        let connector = Connector::new(&[], Duration::ZERO, false).unwrap();
        Pool::new(&config, |upstream| Ways {
            http1: Http1::new(connector.clone(), upstream.address(), &config),
            http2: None,
        })
    }

    fn name(lease: &Lease) -> &str {
        lease.member.upstream.authority()
    }

    #[test]
    fn the_least_busy_is_asked_and_equals_take_turns() {
        let pool = pool(3);
        let leases: Vec<Lease> = (0..6).map(|_| pool.choose(&[]).unwrap()).collect();
        for host in ["a0", "a1", "a2"] {
            assert_eq!(leases.iter().filter(|one| name(one) == host).count(), 2);
        }
        let left: Vec<Lease> = leases.into_iter().filter(|one| name(one) != "a1").collect();
        assert_eq!(name(&pool.choose(&[]).unwrap()), "a1");
        drop(left);
    }

    #[test]
    fn a_question_of_the_gates_own_sends_no_request_elsewhere() {
        let pool = pool(2);
        for number in 0..10 {
            let _asked = Lease::aside(&pool.members()[number % 2]);
            assert_eq!(name(&pool.choose(&[]).unwrap()), format!("a{}", number % 2));
        }
    }

    #[test]
    fn one_that_fails_is_left_alone_for_longer_each_time() {
        let pool = pool(2);
        let bad = &pool.members()[0];
        let mut now = Duration::from_secs(100);
        for seconds in [1, 2, 4, 8, 16, 32, 60, 60] {
            let rest = Duration::from_secs(seconds);
            bad.failed_at(now, &Cause::Unreachable);
            // What was under way tells nothing new.
            bad.failed_at(now, &Cause::Unreachable);
            assert_eq!(bad.rest_left(now), rest);
            for _ in 0..4 {
                assert_eq!(name(&pool.choose_at(now, &[]).unwrap()), "a1");
            }
            now += rest;
        }
        bad.answered();
        bad.failed_at(now, &Cause::Closed);
        bad.failed_at(now, &Cause::Closed);
        assert!(bad.rest_left(now).is_zero(), "a slip or two is nothing");
        bad.failed_at(now, &Cause::Closed);
        assert_eq!(bad.rest_left(now), Duration::from_secs(1));
        bad.answered();
        for _ in 0..10 {
            bad.failed_at(now, &Cause::ReaderBody);
        }
        assert!(bad.rest_left(now).is_zero(), "readers' faults are not its");
    }

    #[test]
    fn if_all_are_left_alone_the_first_due_is_asked() {
        let pool = pool(2);
        let now = Duration::from_secs(100);
        pool.members()[1].failed_at(now, &Cause::Unreachable);
        let now = now + Duration::from_millis(300);
        pool.members()[0].failed_at(now, &Cause::Unreachable);
        let lease = pool.choose_at(now, &[]).unwrap();
        assert_eq!(name(&lease), "a1");
        let other = pool
            .choose_at(now, std::slice::from_ref(&lease.member))
            .unwrap();
        assert_eq!(name(&other), "a0");
        let both = [lease.member.clone(), other.member.clone()];
        assert!(pool.choose_at(now, &both).is_none(), "each is tried once");
    }

    #[test]
    fn retries_have_a_budget_that_requests_fill() {
        let pool = pool(2);
        let allowed = (0..1_000).filter(|_| pool.may_repeat()).count();
        assert_eq!(allowed as i64, SPARE_RETRIES);
        for _ in 0..REQUESTS_PER_RETRY {
            assert!(!pool.may_repeat());
            pool.count_request();
        }
        assert!(pool.may_repeat() && !pool.may_repeat());
    }

    #[test]
    fn a_health_check_counts_for_more_than_requests() {
        let pool = pool(2);
        pool.members()[0].set_unwell(true);
        assert_eq!(name(&pool.choose(&[]).unwrap()), "a1");
        pool.members()[1].failed(&Cause::Unreachable);
        assert_eq!(name(&pool.choose(&[]).unwrap()), "a1");
        pool.members()[0].failed(&Cause::Unreachable);
        pool.members()[0].set_unwell(false);
        assert_eq!(name(&pool.choose(&[]).unwrap()), "a0");
    }
}

//! The kinds of value that can be counted: all atomic, none grows with what clients send.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock};
use std::time::Duration;

/// Different label values that a [`Named`] keeps; far more than the catalogue has services.
const MOST: usize = 2_000;

/// What stands for all label values beyond [`MOST`].
const OTHERS: &str = "other";

/// A number that only grows.
#[derive(Debug, Default)]
pub struct Counter(AtomicU64);

impl Counter {
    /// Adds one.
    pub fn one(&self) {
        self.add(1);
    }

    /// Adds a number.
    pub fn add(&self, number: u64) {
        self.0.fetch_add(number, Ordering::Relaxed);
    }

    /// What was counted so far.
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A number that goes up and down.
#[derive(Debug, Default)]
pub struct Gauge(AtomicI64);

impl Gauge {
    /// Counts one up for as long as the answer lives.
    pub fn hold(&'static self) -> Held {
        self.0.fetch_add(1, Ordering::Relaxed);
        Held(self)
    }

    /// Moves it up, or down.
    pub fn add(&self, number: i64) {
        self.0.fetch_add(number, Ordering::Relaxed);
    }

    /// Sets it.
    pub fn set(&self, number: i64) {
        self.0.store(number, Ordering::Relaxed);
    }

    /// What it is now.
    pub fn get(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// One of what a [`Gauge`] counts; counted down again when it is dropped.
#[derive(Debug)]
pub struct Held(&'static Gauge);

impl Drop for Held {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A label whose values are known beforehand.
pub trait Label: Copy + 'static {
    /// All values, in the order of their numbers.
    const ALL: &'static [Self];
    /// The value's place in [`ALL`](Self::ALL).
    fn number(self) -> usize;
    /// The value as Prometheus sees it.
    fn name(self) -> &'static str;
}

/// Makes an enum a [`Label`]: each variant with its name and documentation.
macro_rules! label {
    ($(#[$about:meta])* $visible:vis enum $type:ident { $($(#[$doc:meta])* $variant:ident = $name:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visible enum $type { $($(#[$doc])* $variant,)+ }

        impl $crate::metrics::Label for $type {
            const ALL: &'static [Self] = &[$(Self::$variant,)+];

            fn number(self) -> usize {
                self as usize
            }

            fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}
pub(crate) use label;

/// A counter for each value of a label.
#[derive(Debug)]
pub struct Family<L> {
    counters: Box<[Counter]>,
    label: PhantomData<L>,
}

impl<L: Label> Default for Family<L> {
    fn default() -> Self {
        Family {
            counters: L::ALL.iter().map(|_| Counter::default()).collect(),
            label: PhantomData,
        }
    }
}

impl<L: Label> Family<L> {
    /// The counter of one value.
    pub fn of(&self, value: L) -> &Counter {
        &self.counters[value.number()]
    }
}

/// Counters by what the catalogue names: services, categories. The caller passes ids of the
/// catalogue only; should that ever fail, the number of series is bounded all the same.
#[derive(Debug, Default)]
pub struct Named<const N: usize>(RwLock<BTreeMap<String, Counter>>);

impl<const N: usize> Named<N> {
    /// Adds a number to the counter of these values.
    pub fn add(&self, values: [&str; N], number: u64) {
        let key = key(&values);
        let counters = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(counter) = counters.get(&*key) {
            counter.add(number);
            return;
        }
        drop(counters);
        let mut counters = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let known = counters.len() < MOST || counters.contains_key(&*key);
        let key = if known {
            key.into_owned()
        } else {
            self::key(&[OTHERS; N]).into_owned()
        };
        counters.entry(key).or_default().add(number);
    }

    /// Adds one.
    pub fn one(&self, values: [&str; N]) {
        self.add(values, 1);
    }

    /// What was counted for these values.
    pub fn get(&self, values: [&str; N]) -> u64 {
        let counters = self.0.read().unwrap_or_else(PoisonError::into_inner);
        counters.get(&*key(&values)).map_or(0, Counter::get)
    }

    /// Each combination of values met, with its number.
    pub(super) fn each(&self, mut see: impl FnMut(Vec<&str>, u64)) {
        let counters = self.0.read().unwrap_or_else(PoisonError::into_inner);
        for (key, counter) in counters.iter() {
            see(key.split('\0').collect(), counter.get());
        }
    }
}

/// Several values as one; no id of the catalogue has a NUL.
fn key<'a>(values: &[&'a str]) -> Cow<'a, str> {
    match values {
        [one] => Cow::Borrowed(one),
        many => Cow::Owned(many.join("\0")),
    }
}

/// Upper bounds of the histograms' buckets, in milliseconds.
pub(super) const BOUNDS: [u64; 14] = [
    1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 60_000,
];

/// How long things took.
#[derive(Debug, Default)]
pub struct Histogram {
    /// One for each bound, and one for what is beyond.
    buckets: [Counter; BOUNDS.len() + 1],
    microseconds: Counter,
}

impl Histogram {
    /// Adds one observation.
    pub fn observe(&self, time: Duration) {
        let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        let bucket = BOUNDS.partition_point(|bound| bound * 1_000 < micros);
        self.buckets[bucket].one();
        self.microseconds.add(micros);
    }

    /// Observations up to each bound and, last, all of them.
    pub(super) fn cumulative(&self) -> [u64; BOUNDS.len() + 1] {
        let mut sum = 0;
        std::array::from_fn(|place| {
            sum += self.buckets[place].get();
            sum
        })
    }

    /// Their sum in seconds.
    pub(super) fn seconds(&self) -> f64 {
        self.microseconds.get() as f64 / 1e6
    }
}

//! What a decision must agree with to be in force.

use super::{Made, Subject};
use std::collections::BTreeMap;
use std::fmt;

/// A day: how many have passed since 1970, in UTC. Coarse on purpose: when in the day a reader chose
/// is nobody's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub u32);

impl Day {
    /// The day of a time in seconds since 1970.
    pub fn of_seconds(seconds: u64) -> Self {
        Day(u32::try_from(seconds / 86_400).unwrap_or(u32::MAX))
    }

    /// So many days later.
    pub fn plus(self, days: u32) -> Self {
        Day(self.0.saturating_add(days))
    }
}

impl fmt::Display for Day {
    /// As `2026-11-21`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = super::receipt::Time::from_milliseconds(i64::from(self.0) * 86_400_000);
        f.write_str(&time.day())
    }
}

/// A short name for what a reader was told about a subject: of a service, who receives the data and
/// for what purpose; of a category, its purpose and the recipients behind it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint([u8; Fingerprint::LENGTH]);

impl Fingerprint {
    /// Characters of a fingerprint: 24 bits, so that one change in sixteen million goes unnoticed.
    pub const LENGTH: usize = 4;

    /// The fingerprint of these words.
    pub fn of(words: &str) -> Self {
        use base64::Engine as _;
        use sha2::Digest as _;
        let hash = sha2::Sha256::digest(words.as_bytes());
        let text = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&hash[..3]);
        let mut characters = [b'-'; Self::LENGTH];
        characters.copy_from_slice(text.as_bytes());
        Fingerprint(characters)
    }

    /// Reads one from a cookie.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let fits = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let characters: [u8; Self::LENGTH] = text.as_bytes().try_into().ok()?;
        characters
            .iter()
            .all(fits)
            .then_some(Fingerprint(characters))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|byte| write!(f, "{}", char::from(*byte)))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// What decisions on a site must agree with to be in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// How many days a decision lasts, a refusal as long as an acceptance.
    pub days: u32,
    /// What readers of the site are told about each subject now.
    pub fingerprints: BTreeMap<Subject, Fingerprint>,
}

/// Why a decision is no longer in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lapse {
    /// What it was about has changed since: recipient, purpose or its wording.
    Changed,
    /// It is older than decisions last, or was made on a day that is yet to come.
    Expired,
}

impl Terms {
    /// Why a decision is not in force on a day; `None`: it is.
    ///
    /// A day ahead is let pass, for clocks differ around midnight. What seems to come from later was
    /// written by a clock that went wrong, and nobody can say how old it is.
    pub(super) fn lapse(&self, subject: &Subject, made: &Made, today: Day) -> Option<Lapse> {
        let (day, fingerprint) = made.terms?;
        if day > today.plus(1) || today >= day.plus(self.days) {
            return Some(Lapse::Expired);
        }
        let agrees = self.fingerprints.get(subject) == Some(&fingerprint);
        (!agrees).then_some(Lapse::Changed)
    }

    /// Whether a decision is so old that it need not be kept even as one that has lapsed: whatever
    /// was in force beside it has lapsed since too.
    pub(super) fn forgets(&self, made: &Made, today: Day) -> bool {
        made.terms
            .is_some_and(|(day, _)| today >= day.plus(self.days.saturating_mul(2)))
    }
}

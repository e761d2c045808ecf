//! How the cookie keeps decisions.
//!
//! Version 2 has, for each decision, what it is about, yes or no, the day it was made and the
//! fingerprint of what was agreed to: `v2.video:1:20778:x7Qa.@player:0:20778:ab_c`.
//!
//! Version 1 had neither day nor fingerprint: `v1.video:1.@player:0`. Its decisions stay in force
//! for as long as the browser keeps that cookie, which is what was promised when they were made. The
//! next choice writes all of them as version 2, as made on that day under what readers are told that
//! day: once, and only for a reader who is choosing anyway, they last longer than they would have.

use super::{Consent, Day, Decision, Fingerprint, Lapse, Made, Subject, Terms};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A cookie longer than this was not written by the gate.
const MAX_LENGTH: usize = 4096;

impl Consent {
    /// Reads a cookie's value on a day. Whatever is not understood completely is no consent at all.
    pub fn parse(value: &str, terms: &Terms, today: Day) -> Self {
        let mut consent = Consent::default();
        for (subject, made) in read(value).unwrap_or_default() {
            match terms.lapse(&subject, &made, today) {
                None => drop(consent.in_force.insert(subject, made)),
                Some(lapse) => drop(consent.lapsed.insert(subject, (made, lapse))),
            }
        }
        consent
    }

    /// The cookie's value, when it is written on a day.
    ///
    /// Decisions that are new, or from version 1, are made today; a subject that readers are told
    /// nothing about has none.
    pub fn cookie(&self, terms: &Terms, today: Day) -> String {
        let in_force = self.in_force.iter();
        let lapsed = self
            .lapsed
            .iter()
            .map(|(subject, (made, _))| (subject, made))
            .filter(|(_, made)| !terms.forgets(made, today));
        let mut value = "v2".to_owned();
        for (subject, made) in in_force.chain(lapsed).collect::<BTreeMap<_, _>>() {
            let now = || Some((today, *terms.fingerprints.get(subject)?));
            if let Some((Day(day), fingerprint)) = made.terms.or_else(now) {
                let flag = u8::from(made.decision == Decision::Accept);
                let _ = write!(value, ".{subject}:{flag}:{day}:{fingerprint}");
            }
        }
        value
    }

    /// How many days a browser should keep the cookie that is written today: as long as its
    /// newest decision is in force.
    pub fn days_to_keep(&self, terms: &Terms, today: Day) -> u32 {
        let left = |made: &Made| match made.terms {
            None => terms.days,
            Some((day, _)) => day.plus(terms.days).0.saturating_sub(today.0),
        };
        let in_force = self.in_force.values().map(left);
        // A change is told for as long as the decision would have been in force.
        let changed = self
            .lapsed
            .values()
            .filter(|(_, lapse)| *lapse == Lapse::Changed);
        let changed = changed.map(|(made, _)| left(made));
        in_force
            .chain(changed)
            .max()
            .unwrap_or_default()
            .min(terms.days)
    }
}

fn read(value: &str) -> Option<BTreeMap<Subject, Made>> {
    if value.len() > MAX_LENGTH {
        return None;
    }
    let mut parts = value.split('.');
    let one = match parts.next()? {
        "v1" => true,
        "v2" => false,
        _ => return None,
    };
    let mut decisions = BTreeMap::new();
    for part in parts {
        let mut fields = part.split(':');
        let subject = subject(fields.next()?)?;
        let decision = match fields.next()? {
            "1" => Decision::Accept,
            "0" => Decision::Refuse,
            _ => return None,
        };
        let terms = match one {
            true => None,
            false => Some((day(fields.next()?)?, Fingerprint::parse(fields.next()?)?)),
        };
        let known = decisions.insert(subject, Made { decision, terms });
        if known.is_some() || fields.next().is_some() {
            return None;
        }
    }
    Some(decisions)
}

/// A category's id, or a service's with `@` in front.
fn subject(text: &str) -> Option<Subject> {
    let id = text.strip_prefix('@').unwrap_or(text);
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if id.is_empty() || !id.bytes().all(fits) {
        return None;
    }
    Some(match text.starts_with('@') {
        true => Subject::Service(id.to_owned()),
        false => Subject::Category(id.to_owned()),
    })
}

/// One to six digits: enough until the year 4707, and no more than every reader of the cookie takes.
fn day(text: &str) -> Option<Day> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() <= 6;
    text.parse().ok().filter(|_| digits).map(Day)
}

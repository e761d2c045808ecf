//! The reader's decisions: which there are, and which of them are in force.

mod cookie;
pub mod receipt;
mod terms;
#[cfg(test)]
mod tests;

pub use terms::{Day, Fingerprint, Lapse, Terms};

use std::collections::BTreeMap;
use std::fmt;

/// Yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// The content may be loaded.
    Accept,
    /// It may not.
    Refuse,
}

/// What a remembered decision is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A category, by id.
    Category(String),
    /// A service, by id.
    Service(String),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::Category(id) => f.write_str(id),
            Subject::Service(id) => write!(f, "@{id}"),
        }
    }
}

/// A decision, and what it was made under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Made {
    decision: Decision,
    /// The day it was made, and what was agreed to; `None`: it is new, or from a cookie of version 1.
    terms: Option<(Day, Fingerprint)>,
}

/// A reader's decisions: those in force, and those that have lapsed. It holds nothing else, and no
/// identifier.
///
/// ```
/// use jalousie_core::consent::{Consent, Day, Decision, Fingerprint, Subject, Terms};
///
/// let video = Subject::Category("video".into());
/// let mut terms = Terms { days: 180, ..Terms::default() };
/// terms.fingerprints.insert(video.clone(), Fingerprint::of("to play videos"));
/// let mut consent = Consent::default();
/// consent.decide(video, Decision::Accept);
/// let cookie = consent.cookie(&terms, Day(20_000));
///
/// let decision = |day| Consent::parse(&cookie, &terms, day).decision("player", "video");
/// assert_eq!(decision(Day(20_179)), Some(Decision::Accept));
/// assert_eq!(decision(Day(20_180)), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Consent {
    in_force: BTreeMap<Subject, Made>,
    /// Those that count no more. They are kept because one that the reader refused by name is not
    /// opened by an older word on its category, and to tell why the question is asked again.
    lapsed: BTreeMap<Subject, (Made, Lapse)>,
}

impl Consent {
    /// Whether nothing is remembered, be it in force or not.
    pub fn is_empty(&self) -> bool {
        self.in_force.is_empty() && self.lapsed.is_empty()
    }

    /// The decision in force about exactly this subject.
    pub fn get(&self, subject: &Subject) -> Option<Decision> {
        self.in_force.get(subject).map(|made| made.decision)
    }

    /// The decision in force for a service of a category: its own, else its category's.
    ///
    /// Where its own has lapsed, the question is open again: a yes to the category does not answer it.
    pub fn decision(&self, service: &str, category: &str) -> Option<Decision> {
        let service = Subject::Service(service.to_owned());
        self.get(&service).or_else(|| {
            let decision = self.get(&Subject::Category(category.to_owned()));
            let open = self.lapsed.contains_key(&service);
            decision.filter(|decision| *decision == Decision::Refuse || !open)
        })
    }

    /// Why a service of a category is asked about again; `None`: a decision is in force, or there was none.
    pub fn asked_again(&self, service: &str, category: &str) -> Option<Lapse> {
        if self.decision(service, category).is_some() {
            return None;
        }
        let lapsed = |subject: Subject| self.lapsed.get(&subject).map(|(_, lapse)| *lapse);
        lapsed(Subject::Service(service.to_owned()))
            .or_else(|| lapsed(Subject::Category(category.to_owned())))
    }

    /// The decisions that have lapsed, and why.
    pub fn lapsed(&self) -> impl Iterator<Item = (&Subject, Lapse)> {
        self.lapsed
            .iter()
            .map(|(subject, (_, lapse))| (subject, *lapse))
    }

    /// The categories that the reader has accepted.
    pub fn categories(&self) -> impl Iterator<Item = &str> {
        self.in_force
            .iter()
            .filter_map(|(subject, made)| match subject {
                Subject::Category(id) if made.decision == Decision::Accept => Some(id.as_str()),
                _ => None,
            })
    }

    /// The day on which the first decision in force ends; `None` if none is known to.
    pub fn until(&self, terms: &Terms) -> Option<Day> {
        let days = self.in_force.values().filter_map(|made| made.terms);
        days.map(|(day, _)| day.plus(terms.days)).min()
    }

    /// Remembers a decision.
    pub fn decide(&mut self, subject: Subject, decision: Decision) {
        self.lapsed.remove(&subject);
        let terms = None;
        self.in_force.insert(subject, Made { decision, terms });
    }

    /// Forgets a decision.
    pub fn withdraw(&mut self, subject: &Subject) {
        self.in_force.remove(subject);
        self.lapsed.remove(subject);
    }
}

//! The reader's decisions, and how the cookie keeps them.

pub mod receipt;

use std::collections::BTreeMap;
use std::fmt;

/// Yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The content may be loaded.
    Accept,
    /// It may not.
    Refuse,
}

/// What a remembered decision is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

/// The decisions now in force. It holds nothing else, and no identifier.
///
/// ```
/// use jalousie_core::consent::{Consent, Decision, Subject};
///
/// let mut consent = Consent::parse("v1.video:1.@player:0");
/// assert_eq!(consent.decision("other", "video"), Some(Decision::Accept));
/// assert_eq!(consent.decision("player", "video"), Some(Decision::Refuse));
/// consent.withdraw(&Subject::Category("video".into()));
/// assert_eq!(consent.to_string(), "v1.@player:0");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    decisions: BTreeMap<Subject, Decision>,
}

/// Version of the cookie's format.
const VERSION: &str = "v1";

/// A cookie longer than this was not written by the gate.
const MAX_LENGTH: usize = 4096;

impl Consent {
    /// Reads a cookie's value. Whatever is not understood completely is no consent at all.
    pub fn parse(value: &str) -> Self {
        Self::try_parse(value).unwrap_or_default()
    }

    fn try_parse(value: &str) -> Option<Self> {
        if value.len() > MAX_LENGTH {
            return None;
        }
        let mut parts = value.split('.');
        if parts.next()? != VERSION {
            return None;
        }
        let mut decisions = BTreeMap::new();
        for part in parts {
            let (id, flag) = part.split_once(':')?;
            let decision = match flag {
                "1" => Decision::Accept,
                "0" => Decision::Refuse,
                _ => return None,
            };
            let subject = match id.strip_prefix('@') {
                Some(id) => Subject::Service(valid_id(id)?.to_owned()),
                None => Subject::Category(valid_id(id)?.to_owned()),
            };
            if decisions.insert(subject, decision).is_some() {
                return None;
            }
        }
        Some(Consent { decisions })
    }

    /// Whether there is no decision.
    pub fn is_empty(&self) -> bool {
        self.decisions.is_empty()
    }

    /// The decision about exactly this subject.
    pub fn get(&self, subject: &Subject) -> Option<Decision> {
        self.decisions.get(subject).copied()
    }

    /// The decision in force for a service of a category: its own, else its category's.
    pub fn decision(&self, service: &str, category: &str) -> Option<Decision> {
        self.get(&Subject::Service(service.to_owned()))
            .or_else(|| self.get(&Subject::Category(category.to_owned())))
    }

    /// Remembers a decision.
    pub fn decide(&mut self, subject: Subject, decision: Decision) {
        self.decisions.insert(subject, decision);
    }

    /// Forgets a decision.
    pub fn withdraw(&mut self, subject: &Subject) {
        self.decisions.remove(subject);
    }
}

impl fmt::Display for Consent {
    /// The cookie's value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(VERSION)?;
        for (subject, decision) in &self.decisions {
            write!(f, ".{subject}:{}", u8::from(*decision == Decision::Accept))?;
        }
        Ok(())
    }
}

fn valid_id(id: &str) -> Option<&str> {
    let valid = !id.is_empty()
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    valid.then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_no_consent() {
        for bad in [
            "",
            "v1.",
            "v2.video:1",
            "v1.video",
            "v1.video:2",
            "v1.VIDEO:1",
            "v1.video:1.video:0",
            "v1.@:1",
            "v1 video:1",
            "v1.video:1;x",
            "v1.vidéo:1",
        ] {
            assert!(Consent::parse(bad).is_empty(), "{bad}");
        }
        assert!(Consent::parse(&format!("v1{}", ".video:1".repeat(600))).is_empty());
    }

    #[test]
    fn a_cookie_reads_back() {
        let mut consent = Consent::default();
        consent.decide(Subject::Category("video".into()), Decision::Accept);
        consent.decide(Subject::Service("a-1".into()), Decision::Refuse);
        assert_eq!(Consent::parse(&consent.to_string()), consent);
        assert_eq!(Consent::parse("v1"), Consent::default());
    }

    #[test]
    fn one_decision_says_nothing_about_another() {
        let mut consent = Consent::default();
        consent.decide(Subject::Service("a".into()), Decision::Accept);
        assert_eq!(consent.decision("b", "video"), None);
        assert_eq!(consent.to_string(), "v1.@a:1");
    }
}

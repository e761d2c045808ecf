//! A receipt, and its one written form.

use super::{Digest, Number, Time};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The version of the written form.
const VERSION: u32 = 1;

/// The record of one act of a reader. It holds what was decided and what was said about it:
/// no address, no device, no page, and nothing that another receipt holds too because it is the
/// same reader's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    version: u32,
    /// Its random number.
    pub number: Number,
    /// When, as the gate's clock had it. The clock may be wrong: the order is the chain's.
    pub time: Time,
    /// What was decided: one decision, or all those of the page of choices.
    pub choices: Vec<Choice>,
    /// How.
    pub origin: Origin,
    /// In which language the reader was asked.
    pub language: String,
    /// The documents that were shown or one click away, which the store keeps under these hashes.
    pub texts: Vec<Digest>,
    /// All words of this gate in all languages.
    pub wording: Digest,
    /// The catalogue of services.
    pub catalogue: Edition,
    /// The document of settings that readers notice, kept as the texts are.
    pub configuration: Digest,
    /// The gate's version.
    pub gate: String,
}

/// A version, and the hash of what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// What people call it.
    pub version: String,
    /// What it is.
    pub sha256: Digest,
}

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Yes, no, or yes no more.
    pub decision: Act,
    /// How far it reaches.
    pub scope: Scope,
    /// Id of the service, for one content or one service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// Id of the category, unless it is about all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
}

/// What a reader did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Act {
    /// Said yes.
    Accept,
    /// Said no.
    Refuse,
    /// Took back what was said.
    Withdraw,
}

impl Act {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Act::Accept => "accept",
            Act::Refuse => "refuse",
            Act::Withdraw => "withdraw",
        }
    }
}

/// How far a decision reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// One content, now.
    Once,
    /// A service.
    Service,
    /// A category.
    Category,
    /// Everything listed.
    All,
}

impl Scope {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Scope::Once => "once",
            Scope::Service => "service",
            Scope::Category => "category",
            Scope::All => "all",
        }
    }
}

/// Where a decision was made. A browser's signal (`Sec-GPC`) leaves no receipt: it comes with every
/// request, and to record it would be to follow the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// With a button of a notice.
    Notice,
    /// On the page of choices.
    Preferences,
    /// On a consent platform of the site's own (IAB TCF), which the gate listens to. What it showed is not known.
    Tcf,
}

impl Origin {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Origin::Notice => "notice",
            Origin::Preferences => "preferences",
            Origin::Tcf => "tcf",
        }
    }
}

/// A text that is not a receipt's written form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a receipt that this version can read: {}", self.0)
    }
}

impl std::error::Error for Unreadable {}

impl Receipt {
    /// A receipt of nothing yet but a number and a time; the caller says the rest.
    ///
    /// ```
    /// use jalousie_core::consent::receipt::*;
    ///
    /// let edition = Edition { version: "2026-11-21".into(), sha256: Digest::of(b"catalogue") };
    /// let (number, time) = (Number::from([0; 16]), Time::from_milliseconds(0));
    /// let mut receipt = Receipt::new(number, time, Origin::Preferences, edition);
    /// receipt.choices = vec![Choice { decision: Act::Refuse, scope: Scope::All, service: None, category: None }];
    /// assert_eq!(Receipt::read(&receipt.written()), Ok(receipt));
    /// ```
    pub fn new(number: Number, time: Time, origin: Origin, catalogue: Edition) -> Self {
        Receipt {
            version: VERSION,
            number,
            time,
            choices: Vec::new(),
            origin,
            language: String::new(),
            texts: Vec::new(),
            wording: Digest::of(b""),
            catalogue,
            configuration: Digest::of(b""),
            gate: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    /// The written form: one line of JSON, its keys in one order. These very bytes are what a chain
    /// commits to, and what a store keeps.
    pub fn written(&self) -> String {
        match serde_json::to_string(self) {
            Ok(written) => written,
            // Plain data: writing it to memory does not fail.
            Err(_) => unreachable!("a receipt serialises"),
        }
    }

    /// Reads the written form.
    ///
    /// # Errors
    /// It is something else, or of a newer version.
    pub fn read(written: &str) -> Result<Self, Unreadable> {
        let receipt: Receipt =
            serde_json::from_str(written).map_err(|error| Unreadable(error.to_string()))?;
        match receipt.version {
            VERSION => Ok(receipt),
            newer => Err(Unreadable(format!("version {newer}, expected {VERSION}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receipt() -> Receipt {
        let edition = Edition {
            version: "2026-11-20".into(),
            sha256: Digest::from([1; 32]),
        };
        let mut receipt = Receipt::new(
            Number::from([0xab; 16]),
            Time::from_milliseconds(1_795_252_530_123),
            Origin::Notice,
            edition,
        );
        receipt.language = "fr".into();
        receipt.choices.push(Choice {
            decision: Act::Accept,
            scope: Scope::Once,
            service: Some("cinema".into()),
            category: Some("video".into()),
        });
        receipt.texts.push(Digest::from([2; 32]));
        receipt
    }

    #[test]
    fn the_written_form_is_one_and_does_not_change() {
        let receipt = receipt();
        let written = receipt.written();
        assert!(
            written.starts_with(
                "{\"version\":1,\"number\":\"abababababababababababababababab\",\"time\":\"2026-11-21T09:15:30.123Z\",\
                 \"choices\":[{\"decision\":\"accept\",\"scope\":\"once\",\"service\":\"cinema\",\"category\":\"video\"}],\
                 \"origin\":\"notice\",\"language\":\"fr\",\"texts\":[\"0202"
            ),
            "{written}"
        );
        assert!(!written.contains('\n'));
        assert_eq!(Receipt::read(&written), Ok(receipt));
    }

    #[test]
    fn what_is_not_understood_is_not_a_receipt() {
        let written = receipt().written();
        for bad in [
            String::new(),
            "{}".to_owned(),
            written.replace("\"version\":1", "\"version\":2"),
            written.replace("\"origin\"", "\"address\":\"192.0.2.1\",\"origin\""),
            written.replace("accept", "perhaps"),
        ] {
            assert!(Receipt::read(&bad).is_err(), "{bad}");
        }
    }
}

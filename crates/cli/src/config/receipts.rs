//! `[receipts]`: where receipts are kept, and how long.

use super::{Loaded, values};
use crate::keys;
use jalousie_core::document::Section;
use std::fmt;
use std::path::{Path, PathBuf};

/// How many days receipts are kept, if the configuration does not say. The CNIL leaves the time to
/// the publisher; three years is twice what a consent and a refusal last together, and some.
pub(super) const DAYS: u32 = 1095;

/// The longest: ten years.
const LONGEST: i64 = 3650;

/// How many receipts wait at most, if the configuration does not say. Each takes about a kilobyte.
const QUEUE: usize = 10_000;

/// Where receipts are kept.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum StoreSetting {
    /// In this file.
    Sqlite(PathBuf),
    /// In this database.
    Postgres(String),
    /// There are none.
    Off,
}

impl fmt::Debug for StoreSetting {
    /// Without passwords.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for StoreSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreSetting::Sqlite(path) => write!(f, "{}", path.display()),
            StoreSetting::Postgres(url) => {
                let place = url.split_once('@').map_or(url.as_str(), |(_, place)| place);
                write!(
                    f,
                    "PostgreSQL, {}",
                    place.split('?').next().unwrap_or(place)
                )
            }
            StoreSetting::Off => f.write_str("none kept"),
        }
    }
}

impl StoreSetting {
    /// Reads a store's address; `base` is the folder that files are relative to.
    pub(crate) fn parse(text: &str, base: &Path) -> Result<Self, &'static str> {
        match text.split_once(':') {
            None if text == "off" => Ok(StoreSetting::Off),
            Some(("sqlite", path)) if !path.is_empty() => Ok(StoreSetting::Sqlite(base.join(path))),
            Some(("postgres" | "postgresql", rest)) if rest.starts_with("//") => {
                Ok(StoreSetting::Postgres(text.to_owned()))
            }
            _ => Err("expected \"sqlite:FILE\", \"postgres://user@host/database\" or \"off\""),
        }
    }
}

/// What the configuration says of receipts, beside their days, which are the site's.
#[derive(Clone, Debug)]
pub(crate) struct ReceiptSettings {
    /// The store is the default one.
    is_default: bool,
    pub(crate) store: StoreSetting,
    pub(crate) queue: usize,
    pub(crate) ca_file: Option<PathBuf>,
}

impl Default for ReceiptSettings {
    fn default() -> Self {
        ReceiptSettings {
            is_default: true,
            store: StoreSetting::Sqlite(keys::state_folder().join("receipts.db")),
            queue: QUEUE,
            ca_file: None,
        }
    }
}

impl ReceiptSettings {
    /// Of several sites each has a file of its own: whose receipts they are is the publisher's affair.
    pub(super) fn of_site(&mut self, host: &str) {
        if self.is_default {
            let name = format!("receipts-{}.db", host.replace([':', '/'], "-"));
            self.store = StoreSetting::Sqlite(keys::state_folder().join(name));
        }
    }
}

pub(super) fn read(mut section: Section<'_>, base: &Path, loaded: &mut Loaded) {
    let settings = &mut loaded.receipts;
    if let Some(store) = section.parsed("store", |text| StoreSetting::parse(text, base)) {
        (settings.store, settings.is_default) = (store.value, false);
    }
    if let Some(days) = section.integer("days", 1..=LONGEST) {
        loaded.site.receipt_days = u32::try_from(days.value).ok();
    }
    if let Some(queue) = section.integer("queue", 1..=1_000_000)
        && let Ok(queue) = usize::try_from(queue.value)
    {
        settings.queue = queue;
    }
    let ca_file = section.parsed("ca_file", |text| {
        values::words(text)
            .map(|name| base.join(name))
            .map_err(|_| "expected the name of a file")
    });
    settings.ca_file = ca_file.map(|file| file.value);
    if settings.store == StoreSetting::Off {
        loaded.site.receipt_days = None;
    }
    section.finish();
}

//! What the gate has found in pages, counted: for `mode = "observe"`, metrics and the publisher.

use jalousie_core::catalogue::UNCLASSIFIED;
use jalousie_core::rewrite::{Finding, Kind};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Mutex;
use url::Url;

/// Different things kept at most; the rest is only counted.
const KEPT: usize = 2_000;

/// Counts of findings and of violations that browsers reported.
#[derive(Debug, Default)]
pub struct Observations {
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    pages: u64,
    seen: BTreeMap<Key, Seen>,
    /// Findings beyond those kept.
    others: u64,
}

/// What counts as the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    host: String,
    service: String,
    category: String,
    kind: &'static str,
}

#[derive(Clone, Debug)]
struct Seen {
    count: u64,
    /// The first page it was on.
    page: String,
}

impl Observations {
    /// Adds the findings of one page.
    pub fn add(&self, page: &Url, findings: &[Finding]) {
        let mut inner = self.lock();
        inner.pages += 1;
        for finding in findings {
            let host = Url::parse(&finding.url).ok().and_then(|url| host_of(&url)).unwrap_or_default();
            let kind = if finding.kind == Kind::Embed { "embed" } else { "resource" };
            inner.count(host, finding.service.clone(), finding.category.clone(), kind, page.path());
        }
    }

    /// Adds one violation that a reader's browser reported: something a script tried to load.
    pub fn add_violation(&self, page: &Url, blocked: &Url, service: &str, category: &str) {
        let host = host_of(blocked).unwrap_or_default();
        self.lock().count(host, service.to_owned(), category.to_owned(), "violation", page.path());
    }

    /// How many pages were looked at, and how many findings of each service there were.
    pub fn totals(&self) -> (u64, BTreeMap<String, u64>) {
        let inner = self.lock();
        let mut services = BTreeMap::new();
        for (key, seen) in &inner.seen {
            *services.entry(key.service.clone()).or_default() += seen.count;
        }
        (inner.pages, services)
    }

    /// What was seen, as a configuration to start from: nothing is allowed in it that the publisher
    /// does not un-comment and give a reason for.
    pub fn configuration(&self) -> String {
        let inner = self.lock();
        let mut text = format!("# Seen by jalousie on {} pages.\n", inner.pages);
        let mut services: Vec<&str> = inner.seen.keys().map(|key| key.service.as_str()).filter(|id| *id != UNCLASSIFIED).collect();
        services.dedup();
        services.sort_unstable();
        services.dedup();
        let _ = writeln!(text, "\n[services]\n# Services met so far; readers are shown these under \"Your choices\".\nused = {services:?}\n");
        text.push_str("# Third parties. Each is gated as it stands. Un-comment what readers may be sent to\n# without being asked, and say why.\n");
        for (key, seen) in &inner.seen {
            let Seen { count, page } = seen;
            let _ = writeln!(
                text,
                "\n# {} × {} by {} ({}), first on {page:?}\n# [[allow]]\n# host = {:?}\n# reason = \"\"",
                count, key.kind, key.service, key.category, key.host
            );
        }
        if inner.others > 0 {
            let _ = writeln!(text, "\n# … and {} more, beyond the {KEPT} different ones that are kept.", inner.others);
        }
        text
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inner> {
        // Counts stay usable whatever happened to the thread that held them.
        self.inner.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Inner {
    fn count(&mut self, host: String, service: String, category: String, kind: &'static str, page: &str) {
        let key = Key { host, service, category, kind };
        if let Some(seen) = self.seen.get_mut(&key) {
            seen.count += 1;
        } else if self.seen.len() < KEPT {
            self.seen.insert(key, Seen { count: 1, page: page.to_owned() });
        } else {
            self.others += 1;
        }
    }
}

fn host_of(url: &Url) -> Option<String> {
    let host = url.host_str()?;
    Some(match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_configuration_names_what_was_seen_and_allows_nothing() {
        let observations = Observations::default();
        let page = Url::parse("https://s.example/a").unwrap();
        let finding = Finding {
            kind: Kind::Resource,
            service: UNCLASSIFIED.to_owned(),
            category: UNCLASSIFIED.to_owned(),
            url: "https://cdn.example:8443/a.js".to_owned(),
            element: "script".to_owned(),
            line: 1,
            offset: 0,
        };
        observations.add(&page, &[finding.clone(), finding]);
        let text = observations.configuration();
        assert!(text.contains("# host = \"cdn.example:8443\"") && text.contains("2 × resource") && text.contains("\"/a\""));
        assert!(text.lines().all(|line| line.is_empty() || line.starts_with(['#', '[', 'u'])));
    }
}

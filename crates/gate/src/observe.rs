//! What the gate has found in pages, counted: for `mode = "observe"`, metrics and the publisher.

use jalousie_core::catalogue::UNCLASSIFIED;
use jalousie_core::rewrite::{Finding, Kind};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Mutex;
use url::Url;

/// Different things kept at most; the rest is only counted.
const KEPT: usize = 2_000;

/// Of these, what browsers report: anyone can send reports, and they must not crowd out what was found.
const KEPT_VIOLATIONS: usize = KEPT / 2;

/// Reports that are read in one second: enough to see what there is, and no more work than that.
const REPORTS_PER_SECOND: u32 = 100;

/// Longest host name kept (RFC 1035, 2.3.4), with its port.
const LONGEST_HOST: usize = 260;

/// Longest path of a page kept.
const LONGEST_PATH: usize = 200;

/// The kind of what readers see.
const EMBED: &str = "embed";

/// The kind of what browsers report.
const VIOLATION: &str = "violation";

/// Counts of findings and of violations that browsers reported.
#[derive(Debug, Default)]
pub struct Observations {
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    pages: u64,
    seen: BTreeMap<Key, Seen>,
    violations: usize,
    /// The second in which reports were read last, and how many.
    reports: (u64, u32),
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
            let read = || page.join(&finding.url).ok().and_then(|url| host_of(&url));
            let host = plain_host(&finding.url)
                .map(str::to_owned)
                .or_else(read)
                .unwrap_or_default();
            let kind = if finding.kind == Kind::Embed {
                EMBED
            } else {
                "resource"
            };
            inner.count(
                host,
                finding.service.clone(),
                finding.category.clone(),
                kind,
                page.path(),
            );
        }
    }

    /// Whether one more report of a browser is to be read in this second (since 1970).
    pub fn takes_report(&self, second: u64) -> bool {
        let reports = &mut self.lock().reports;
        if reports.0 != second {
            *reports = (second, 0);
        }
        reports.1 = reports.1.saturating_add(1);
        reports.1 <= REPORTS_PER_SECOND
    }

    /// Adds one violation that a reader's browser reported: something a script tried to load.
    pub fn add_violation(&self, page: &Url, blocked: &Url, service: &str, category: &str) {
        let host = host_of(blocked).unwrap_or_default();
        self.lock().count(
            host,
            service.to_owned(),
            category.to_owned(),
            VIOLATION,
            page.path(),
        );
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

    /// The services found in pages; what browsers report does not count.
    pub fn services(&self) -> BTreeSet<String> {
        let inner = self.lock();
        let found = inner.seen.keys().filter(|key| key.kind != VIOLATION);
        found.map(|key| key.service.clone()).collect()
    }

    /// What was seen, as a configuration to start from: nothing is allowed in it that the publisher
    /// does not un-comment and give a reason for.
    pub fn configuration(&self) -> String {
        let inner = self.lock();
        let mut text = format!("# Seen by jalousie on {} pages.\n", inner.pages);
        let used: BTreeSet<&str> = inner
            .seen
            .keys()
            .map(|key| key.service.as_str())
            .filter(|id| *id != UNCLASSIFIED)
            .collect();
        let _ = writeln!(
            text,
            "\n[services]\n# Services met so far; readers are shown these under \"Your choices\".\nused = {used}",
            used = format!("{used:?}").replace('{', "[").replace('}', "]")
        );
        let categories = inner.loaded_unseen();
        if !categories.is_empty() {
            text.push_str(
                "\n# What services load unseen stays silent. Un-comment the categories of them that are to work\n\
                 # in the page, for readers who agree to them.\n",
            );
        }
        for category in categories {
            let _ = writeln!(text, "# [categories.{category}]\n# in_page = true");
        }
        text.push_str(
            "\n# Third parties. Each is gated as it stands. Un-comment what readers may be sent to\n\
             # without being asked, and say why.\n",
        );
        let mut hosts: BTreeMap<&str, Vec<(&Key, &Seen)>> = BTreeMap::new();
        for (key, seen) in &inner.seen {
            hosts.entry(&key.host).or_default().push((key, seen));
        }
        for (host, all) in hosts {
            text.push('\n');
            for (key, Seen { count, page }) in all {
                let _ = writeln!(
                    text,
                    "# {count} × {} by {} ({}), first on {page:?}",
                    key.kind, key.service, key.category
                );
            }
            // What has no host, such as an address that nobody can read, cannot be allowed either.
            if !host.is_empty() {
                let _ = writeln!(text, "# [[allow]]\n# host = {host:?}\n# reason = \"\"");
            }
        }
        if inner.others > 0 {
            let _ = writeln!(
                text,
                "\n# … and {} more, beyond the {KEPT} different ones that are kept.",
                inner.others
            );
        }
        text
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inner> {
        // Counts stay usable whatever happened to the thread that held them.
        self.inner
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Inner {
    /// The categories of services whose scripts, pixels and the like were met.
    fn loaded_unseen(&self) -> BTreeSet<&str> {
        let unseen = self.seen.keys().filter(|key| key.kind != EMBED);
        unseen
            .map(|key| key.category.as_str())
            .filter(|id| *id != UNCLASSIFIED)
            .collect()
    }

    fn count(
        &mut self,
        host: String,
        service: String,
        category: String,
        kind: &'static str,
        page: &str,
    ) {
        let key = Key {
            host,
            service,
            category,
            kind,
        };
        if let Some(seen) = self.seen.get_mut(&key) {
            seen.count += 1;
            return;
        }
        let violation = kind == VIOLATION;
        let room = self.seen.len() < KEPT && !(violation && self.violations >= KEPT_VIOLATIONS);
        if !room || key.host.len() > LONGEST_HOST {
            self.others += 1;
            return;
        }
        self.violations += usize::from(violation);
        // Paths of addresses are ASCII.
        let page = page.get(..LONGEST_PATH).unwrap_or(page).to_owned();
        self.seen.insert(key, Seen { count: 1, page });
    }
}

/// The host of an address that is written as nearly all are, `https://host/…` in small letters: there
/// it need not be parsed.
fn plain_host(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://")?;
    let host = &rest[..rest.find('/')?];
    let (_, last) = host.rsplit_once('.')?;
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'.';
    // With a last label of letters it is no number that is an address, nor has it a dot at its end.
    let named = !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_lowercase());
    (named && host.bytes().all(plain)).then_some(host)
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
    fn a_plain_host_is_what_parsing_finds() {
        let mut plain = 0;
        for host in [
            "a.example",
            "a1.b.example",
            "1.2.3.4",
            "0x7f.1",
            "0x7f",
            "A.example",
            "a.example:81",
            "a.example.",
            "a..example",
            ".example",
            "xn--a.example",
            "a_b.example",
            "",
            "1.2.3.a",
            "0.0xa",
            "0xa",
            "b0xa.0xa",
            "a@b",
            "a%62",
        ] {
            for rest in ["/", "", "/a//b.example/", "?a/", "#/", "\\/"] {
                let address = format!("https://{host}{rest}");
                if let Some(found) = plain_host(&address) {
                    let parsed = Url::parse(&address).ok().and_then(|url| host_of(&url));
                    assert_eq!(parsed.as_deref(), Some(found), "{address}");
                    plain += 1;
                }
            }
        }
        assert!(plain >= 4, "{plain}");
    }

    fn finding(service: &str, url: &str) -> Finding {
        Finding {
            kind: Kind::Resource,
            service: service.to_owned(),
            category: UNCLASSIFIED.to_owned(),
            url: url.to_owned(),
            element: "script".to_owned(),
            line: 1,
            offset: 0,
        }
    }

    fn page() -> Url {
        Url::parse("https://s.example/a").unwrap()
    }

    #[test]
    fn the_configuration_names_what_was_seen_and_allows_nothing() {
        let observations = Observations::default();
        let cdn = finding(UNCLASSIFIED, "https://cdn.example:8443/a.js");
        let others = [
            finding("a-1", "//b.example/x"),
            finding("z", "https://[broken/"),
            finding("a-1", "//cdn.example:8443/y"),
        ];
        observations.add(&page(), &[cdn.clone(), cdn]);
        observations.add(&page(), &others);
        observations.add_violation(
            &page(),
            &Url::parse("https://cdn.example:8443/").unwrap(),
            UNCLASSIFIED,
            UNCLASSIFIED,
        );
        let text = observations.configuration();
        assert!(
            text.contains("2 × resource by unclassified (unclassified), first on \"/a\""),
            "{text}"
        );
        assert!(
            text.contains("1 × violation") && text.contains("used = [\"a-1\", \"z\"]"),
            "{text}"
        );
        assert_eq!(
            text.matches("# host = \"cdn.example:8443\"").count(),
            1,
            "{text}"
        );
        let table: toml::Table = text.parse().unwrap();
        assert!(!table.contains_key("allow") && table.contains_key("services"));
        // As the publisher would un-comment it.
        let open = text
            .replace("# [[allow]]", "[[allow]]")
            .replace("# host", "host")
            .replace("# reason", "reason");
        let table: toml::Table = open.parse().unwrap();
        assert_eq!(table["allow"].as_array().map(Vec::len), Some(2), "{open}");
        assert_eq!(observations.totals().0, 2);
        assert_eq!(observations.totals().1["a-1"], 2);
    }

    #[test]
    fn categories_of_what_loads_unseen_are_offered_to_the_page() {
        let observations = Observations::default();
        let of = |kind, category: &str| Finding {
            kind,
            category: category.to_owned(),
            ..finding("a-1", "https://a.example/")
        };
        let found = [of(Kind::Resource, "analytics"), of(Kind::Embed, "video")];
        observations.add(&page(), &found);
        let text = observations.configuration();
        assert!(text.contains("\n# [categories.analytics]\n# in_page = true\n"));
        assert!(!text.contains("categories.video") && !text.contains("categories.unclassified"));
    }

    #[test]
    fn so_many_reports_are_read_in_a_second_and_no_more() {
        let observations = Observations::default();
        let read = |second: u64| {
            let reports = (0..500).filter(|_| observations.takes_report(second));
            reports.count()
        };
        assert_eq!([read(7), read(7), read(8)], [100, 0, 100]);
    }

    #[test]
    fn what_is_kept_is_bounded_whatever_is_reported() {
        let observations = Observations::default();
        let long = Url::parse(&format!("https://s.example/{}", "p".repeat(10_000))).unwrap();
        for number in 0..KEPT * 2 {
            let blocked = Url::parse(&format!("https://h{number}.example/")).unwrap();
            observations.add_violation(&long, &blocked, UNCLASSIFIED, UNCLASSIFIED);
        }
        let blocked = Url::parse(&format!("https://{}.example/", "h".repeat(5_000))).unwrap();
        observations.add_violation(&long, &blocked, UNCLASSIFIED, UNCLASSIFIED);
        observations.add(&page(), &[finding("late", "https://late.example/")]);
        let text = observations.configuration();
        assert!(
            text.contains("late.example"),
            "reports do not crowd out findings"
        );
        assert_eq!(text.matches("[[allow]]").count(), KEPT_VIOLATIONS + 1);
        assert!(
            text.contains("and 3001 more") && text.len() < KEPT * 400,
            "{}",
            text.len()
        );
    }
}

//! Paths that are treated otherwise than the rest of the site, each for a reason.
//!
//! An exception opens something, so it must never hold for more than was written down. Servers, and
//! what stands before them, differ in how they read a path: `/admin/../article`, `/admin/%2e%2e/article`,
//! `/admin/..;/article` or `/admin\..\article` may all be the article. So an exception holds only for
//! paths that can be read in one way; all others are gated.

use super::{AllowedHost, Mode, Site};
use crate::catalogue::HostPattern;
use std::fmt;

/// What is otherwise on some paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// Where.
    pub path: PathPattern,
    /// What the gate does there; `None`: what it does elsewhere.
    pub mode: Option<Mode>,
    /// Third-party hosts let through there, beside those let through everywhere.
    pub allowed: Vec<HostPattern>,
    /// Why.
    pub reason: String,
}

impl Exception {
    /// Where, and what is otherwise there.
    pub fn words(&self) -> String {
        let mode = self.mode.map(|mode| mode.word().to_owned());
        let hosts = self.allowed.iter().map(|host| format!("allow {host}"));
        let words: Vec<String> = mode.into_iter().chain(hosts).collect();
        format!("{} {}", self.path, words.join(", "))
    }
}

/// One path, or all below one.
///
/// ```
/// use jalousie_core::site::PathPattern;
///
/// let pattern = PathPattern::parse("/admin/*").unwrap();
/// assert!(pattern.matches("/admin/pages/7"));
/// for other in ["/admin", "/Admin/pages", "/admin/../article", "/admin/%2e%2e/article", "/admin//"] {
///     assert!(!pattern.matches(other), "{other}");
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathPattern {
    /// As addresses have it: what is not ASCII is percent-encoded, in capitals.
    path: String,
    /// All that begins with it, which ends in a slash, counts.
    below: bool,
}

impl PathPattern {
    /// Reads `/page` or `/folder/*`.
    ///
    /// # Errors
    /// What was expected, as a text.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        const EXPECTED: &str = "expected a path such as /contact, or /admin/* for all below /admin/, \
                                without dots alone between slashes, of letters, digits and - . _ ~ @ + , =";
        let (path, below) = match text.strip_suffix('*') {
            Some(path) => (path, true),
            None => (text, false),
        };
        if below && path == "/" {
            return Err(
                "expected less than the whole site: that is what mode and [[allow]] are for",
            );
        }
        let ascii: String = path.chars().filter(char::is_ascii).collect();
        let letters = path.chars().all(|c| c.is_ascii() || c.is_alphanumeric());
        let named = path
            .split('/')
            .all(|name| name.is_empty() || !is_dots(name));
        let readable = path.starts_with('/') && !path.contains("//") && ascii.bytes().all(is_plain);
        if !letters || !named || !readable || (below && !path.ends_with('/')) {
            return Err(EXPECTED);
        }
        let encode = |byte: u8| match byte.is_ascii() {
            true => char::from(byte).to_string(),
            false => format!("%{byte:02X}"),
        };
        Ok(PathPattern {
            path: path.bytes().map(encode).collect(),
            below,
        })
    }

    /// Whether a request's path, as it came, is one of these, and can be read in no other way.
    pub fn matches(&self, path: &str) -> bool {
        let Some(start) = path.get(..self.path.len()) else {
            return false;
        };
        same(start, &self.path) && self.may_follow(&path[self.path.len()..])
    }

    fn may_follow(&self, rest: &str) -> bool {
        let mut names = rest.split('/');
        // Only the last one may be empty, as in `a/`.
        let last = names.next_back().unwrap_or_default();
        let plain = |name: &str| !is_dots(name) && name.bytes().all(is_plain);
        rest.is_empty()
            || self.below && plain(last) && names.all(|name| !name.is_empty() && plain(name))
    }
}

impl fmt::Display for PathPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.path, if self.below { "*" } else { "" })
    }
}

/// Characters that every server takes for themselves.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"/-._~@+,=".contains(&byte)
}

/// `.`, `..` and longer ones, which some servers take for these.
fn is_dots(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte == b'.')
}

/// Whether two texts are the same but for the case of what is percent-encoded.
fn same(found: &str, wanted: &str) -> bool {
    let mut encoded = 0_u8;
    found.bytes().zip(wanted.bytes()).all(|(found, wanted)| {
        let same = found == wanted || (encoded > 0 && found.eq_ignore_ascii_case(&wanted));
        encoded = if wanted == b'%' {
            2
        } else {
            encoded.saturating_sub(1)
        };
        same
    })
}

impl Site {
    /// The exception that holds for a request's path, as it came: its place among
    /// [`Site::exceptions`]. The one that says most counts, and it alone.
    pub fn exception(&self, path: &str) -> Option<usize> {
        let said = |(_, exception): &(usize, &Exception)| {
            (exception.path.path.len(), !exception.path.below)
        };
        let found = self.exceptions.iter().enumerate();
        let found = found.filter(|(_, exception)| exception.path.matches(path));
        found.max_by_key(said).map(|(at, _)| at)
    }

    /// The site as it is where this exception holds.
    pub fn with_exception(&self, at: usize) -> Site {
        let mut site = self.clone();
        if let Some(exception) = self.exceptions.get(at) {
            site.mode = exception.mode.unwrap_or(self.mode);
            let hosts = exception.allowed.iter().cloned();
            site.allowed.extend(hosts.map(|host| AllowedHost {
                host,
                reason: exception.reason.clone(),
            }));
        }
        site
    }

    /// The site as it is at a page's path.
    pub fn at(self, path: &str) -> Site {
        match self.exception(path) {
            Some(at) => self.with_exception(at),
            None => self,
        }
    }

    /// Whether any of its pages is only observed.
    pub fn observes(&self) -> bool {
        let modes = self
            .exceptions
            .iter()
            .filter_map(|exception| exception.mode);
        modes.chain([self.mode]).any(|mode| mode == Mode::Observe)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, path: &str) -> bool {
        PathPattern::parse(pattern).unwrap().matches(path)
    }

    #[test]
    fn a_pattern_is_one_path_or_all_below_one() {
        for (pattern, path) in [
            ("/", "/"),
            ("/contact", "/contact"),
            ("/a/", "/a/"),
            ("/admin/*", "/admin/"),
            ("/admin/*", "/admin/a"),
            ("/admin/*", "/admin/a/b.html"),
            ("/admin/*", "/admin/a/"),
            ("/a.b/*", "/a.b/c..d"),
            ("/réglages/*", "/r%C3%A9glages/a"),
            ("/réglages/*", "/r%c3%a9glages/a"),
        ] {
            assert!(matches(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [
            ("/", "/a"),
            ("/", ""),
            ("/", "//"),
            ("/", "*"),
            ("/contact", "/contact/"),
            ("/contact", "/Contact"),
            ("/contact", "/contacts"),
            ("/contact", "/contac%74"),
            ("/admin/*", "/admin"),
            ("/admin/*", "/ADMIN/a"),
            ("/admin/*", "/administration/a"),
            ("/admin/*", "/x/admin/a"),
            ("/admin/*", "//admin/a"),
            ("/réglages/*", "/R%C3%A9glages/a"),
            ("/réglages/*", "/réglages/a"),
        ] {
            assert!(!matches(pattern, path), "{pattern} {path}");
        }
    }

    #[test]
    fn a_path_that_could_lead_elsewhere_is_none() {
        for rest in [
            ".",
            "..",
            "...",
            "../article",
            "./../article",
            "a/../../article",
            "a/..",
            "a/.",
            "%2e%2e/article",
            "%2E%2E%2farticle",
            "..%2farticle",
            "%252e%252e/article",
            "..;/article",
            "..;a=b/article",
            ";/../article",
            "a;b",
            "..\\article",
            "a\\..\\..\\article",
            "%5c..%5carticle",
            "/article",
            "a//b",
            "//",
            "%c0%ae%c0%ae/article",
            "%u002e%u002e/article",
            "a%00",
            "a%",
            "a%2",
            "é",
            "a b",
            "a#b",
            "a?b",
            "%EF%BC%8E%EF%BC%8E/article",
            "caf%C3%A9",
            "a:b",
            "a*",
            "~root/..",
            "a|b",
            "a<b",
            "a'b",
            "a\u{2025}/article",
            "a\r\nb",
            "a\t",
        ] {
            assert!(!matches("/admin/*", &format!("/admin/{rest}")), "{rest:?}");
        }
    }

    #[test]
    fn patterns_that_say_too_much_or_nothing_are_none() {
        for text in [
            "",
            "admin/*",
            "/*",
            "*",
            "/admin*",
            "/a/*/b",
            "/**",
            "/a//b",
            "//a/*",
            "/a/../b",
            "/./*",
            "/a/...",
            "/a;b",
            "/a%20b",
            "/a b",
            "/a?b",
            "/a#b",
            "/a\\b",
            "https://news.example/a",
            "/a/“b”",
            "/a\u{202e}b",
        ] {
            assert!(PathPattern::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn the_exception_that_says_most_counts_alone() {
        let exception = |path: &str, mode, host: &str| Exception {
            path: PathPattern::parse(path).unwrap(),
            mode,
            allowed: vec![HostPattern::parse(host).unwrap()],
            reason: "R".into(),
        };
        let site = Site {
            exceptions: vec![
                exception("/a/b/*", Some(Mode::Observe), "two.example"),
                exception("/a/*", Some(Mode::Off), "one.example"),
                exception("/a/b/c", None, "three.example"),
            ],
            ..Site::for_tests()
        };
        let at = |path: &str| {
            let site = site
                .exception(path)
                .map_or(site.clone(), |at| site.with_exception(at));
            let hosts: Vec<String> = site
                .allowed
                .iter()
                .map(|allowed| allowed.host.to_string())
                .collect();
            (site.mode, hosts.join(" "))
        };
        assert_eq!(at("/"), (Mode::Gate, String::new()));
        assert_eq!(at("/a/"), (Mode::Off, "one.example".into()));
        assert_eq!(at("/a/b/"), (Mode::Observe, "two.example".into()));
        assert_eq!(at("/a/b/c"), (Mode::Gate, "three.example".into()));
        assert_eq!(at("/a/b/c/"), (Mode::Observe, "two.example".into()));
        assert_eq!(at("/a/b/%63"), (Mode::Gate, String::new()));
    }
}

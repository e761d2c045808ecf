//! What each fuzz target checks.

#[path = "../../crates/core/tests/support/mod.rs"]
mod support;

use jalousie_core::catalogue::{HostPattern, HtmlTemplate, UrlPattern, UrlTemplate};
use jalousie_core::consent::{Consent, Day, Fingerprint, Subject, Terms};
use jalousie_core::frame::Keys;
use jalousie_core::rewrite::{Finding, Page, RewriteError};
use support::{leaks, page, rewrite as rewrite_page, site};
use url::Url;

/// The first bytes choose how the rest, a page, is cut and read.
pub fn rewrite(data: &[u8]) {
    let [size, reading, markup @ ..] = data else {
        return;
    };
    let size = usize::from(*size) % 64 + 1;
    let page = Page {
        xml: reading & 1 == 1,
        charset: (reading & 2 == 2).then_some(encoding_rs::UTF_8),
        ..page()
    };
    let run = |size: usize| -> Result<(Vec<u8>, Vec<Finding>), RewriteError> {
        rewrite_page(site(), page.clone(), markup.chunks(size))
    };
    let whole = run(usize::MAX);
    let parts = run(size);
    assert_eq!(whole, parts, "cut into chunks of {size}");
    if let (Ok((out, _)), false) = (whole, page.xml) {
        let text = encoding_rs::Encoding::for_bom(&out)
            .map_or(encoding_rs::UTF_8, |(encoding, _)| encoding)
            .decode(&out)
            .0;
        // html5ever 0.39 panics on `content="charset "` (encoding.rs:39).
        if text.to_ascii_lowercase().contains("charset") {
            return;
        }
        let found = leaks(&text);
        assert!(found.is_empty(), "{found:#?}\n{text}");
    }
}

/// Whatever a cookie says, its decisions come back the same when written again.
pub fn cookie(data: &[u8]) {
    let (terms, today) = (fuzz_terms(), Day(20_778));
    let consent = Consent::parse(&String::from_utf8_lossy(data), &terms, today);
    let written = consent.cookie(&terms, today);
    let again = Consent::parse(&written, &terms, today);
    assert_eq!(again.cookie(&terms, today), written);
}

/// A site with one category.
fn fuzz_terms() -> Terms {
    let video = Subject::Category("video".to_owned());
    Terms {
        days: 180,
        fingerprints: [(video, Fingerprint::of("video"))].into(),
    }
}

/// No bytes but the gate's own are a token or a grant.
pub fn token(data: &[u8]) {
    let keys = Keys::new(vec![[7; 32]]).expect("a key");
    let text = String::from_utf8_lossy(data);
    assert!(keys.verify(&text).is_err());
    let (grant, token) = text.split_at(
        text.char_indices()
            .nth(text.chars().count() / 2)
            .map_or(0, |(at, _)| at),
    );
    assert!(keys.check_grant(grant, token, 0).is_err());
}

/// Patterns and templates refuse or accept any text, and match any address, without a panic.
pub fn pattern(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (pattern, address) = text
        .split_once('\n')
        .unwrap_or((&text, "https://a.example/b?c=d"));
    let host = HostPattern::parse(pattern);
    let url = Url::parse(address);
    if let (Ok(host), Ok(url)) = (&host, &url) {
        host.matches(url);
    }
    let captures = match (UrlPattern::parse(pattern), &url) {
        (Ok(pattern), Ok(url)) => {
            assert_eq!(pattern.matches(url).is_some(), pattern.accepts(url));
            pattern.matches(url).unwrap_or_default()
        }
        _ => Default::default(),
    };
    if let Ok(template) = UrlTemplate::parse(pattern) {
        template.fill(&captures);
    }
    if let Ok(template) = HtmlTemplate::parse(pattern) {
        template.fill(&captures, &[]);
    }
}

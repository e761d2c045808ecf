//! What the tests of the rewriter share.
#![allow(dead_code, reason = "each test binary uses a part of it")]

pub(crate) mod oracle;
mod values;

use jalousie_core::catalogue::{Catalogue, HostPattern};
use jalousie_core::frame::Keys;
use jalousie_core::rewrite::{Finding, Page, RewriteError, Rewriter};
use jalousie_core::site::{AllowedHost, Site};
use jalousie_core::texts::Texts;
use std::sync::{Arc, LazyLock};
use url::Url;

/// Address of the page that the tests rewrite.
pub(crate) const PAGE: &str = "https://news.example/valley/map?a=b";

/// A site that allows one host; its pages get no link of the gate's own.
pub(crate) fn plain_site() -> Site {
    let keys = Keys::new(vec![[7; 32]]).unwrap();
    let mut site = Site::new(keys, Catalogue::embedded().unwrap(), Texts::embedded());
    site.preferences_link = false;
    site.allowed = vec![AllowedHost {
        host: HostPattern::parse("cdn.allowed.example").unwrap(),
        reason: "the publisher's own pictures".to_owned(),
    }];
    site
}

/// One such site, made once.
pub(crate) fn site() -> Arc<Site> {
    static SITE: LazyLock<Arc<Site>> = LazyLock::new(|| Arc::new(plain_site()));
    SITE.clone()
}

pub(crate) fn page() -> Page {
    Page::new(PAGE.parse().unwrap())
}

/// Rewrites `chunks` of one page.
pub(crate) fn rewrite<'a>(
    site: Arc<Site>,
    page: Page,
    chunks: impl IntoIterator<Item = &'a [u8]>,
) -> Result<(Vec<u8>, Vec<Finding>), RewriteError> {
    let mut rewriter = Rewriter::new(site, page);
    let mut out = Vec::new();
    for chunk in chunks {
        rewriter.push(chunk, &mut out)?;
    }
    rewriter.finish(&mut out)?;
    Ok((out, rewriter.findings().to_vec()))
}

/// Rewrites a UTF-8 page that comes in one piece.
pub(crate) fn rewritten(html: &str) -> String {
    let mut page = page();
    page.charset = Some(encoding_rs::UTF_8);
    let (out, _) = rewrite(site(), page, [html.as_bytes()]).unwrap();
    String::from_utf8_lossy(&out).into_owned()
}

/// Whether an address leads to the publisher or to an allowed host.
pub(crate) fn admits(url: &Url) -> bool {
    matches!(url.host_str(), Some("news.example" | "cdn.allowed.example")) && url.port().is_none()
}

/// What in `html` would still make a browser contact a third party.
pub(crate) fn leaks(html: &str) -> Vec<String> {
    oracle::leaks(html, &PAGE.parse().unwrap(), &admits)
}

//! The headers that make the browser refuse third parties.

mod headers;
mod site_policy;
mod speculation;

pub(crate) use headers::relations_are_inert;
pub use headers::{HeaderChange, clean_header, is_watched, rules_stay};
pub use site_policy::{GateSources, admit_gate, admits_styles, script_nonce};
pub(crate) use speculation::stays_at_home;

use crate::site::{Mode, Site};
use url::Url;

/// The policy of every answer of the site: which hosts the browser may contact, and nothing else.
///
/// Inline scripts, `eval`, `data:` and `blob:` stay as the site has them: a
/// second policy can only restrict, so ours restricts hosts and leaves the rest
/// to the site's own (Content Security Policy 3, 8.1).
///
/// Frames are narrower: a `data:` or `blob:` frame would carry markup that the
/// rewriter has not seen.
pub fn page_policy(site: &Site, page: &Url) -> String {
    let mut hosts = String::new();
    let own = page.host_str().map(|host| match page.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    });
    let mut seen = Vec::new();
    for host in own
        .into_iter()
        .chain(site.admitted_hosts(page).map(ToString::to_string))
        .chain(site.opened_sources())
    {
        if !seen.contains(&host) {
            hosts.push(' ');
            hosts.push_str(&host);
            seen.push(host);
        }
    }
    let frames = site
        .frame_origin
        .as_ref()
        .map(|origin| format!(" {}", origin.origin().ascii_serialization()));
    let mut policy = format!(
        "default-src 'self'{hosts} data: blob: 'unsafe-inline' 'unsafe-eval'; frame-src 'self'{hosts}{}",
        frames.unwrap_or_default()
    );
    if site.mode == Mode::Observe {
        policy.push_str("; report-uri ");
        policy.push_str(&site.prefix);
        policy.push_str("violations");
    }
    policy
}

/// The name of the header that carries [`page_policy`]; `None`: there is no policy.
pub fn page_policy_header(mode: Mode) -> Option<&'static str> {
    match mode {
        Mode::Gate => Some("content-security-policy"),
        Mode::Observe => Some("content-security-policy-report-only"),
        Mode::Off => None,
    }
}

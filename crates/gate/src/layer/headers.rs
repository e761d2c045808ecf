//! The site's own headers: what would lead to a third party goes, the gate's policy comes.

use super::Visit;
use crate::fields::remove_where;
use http::header::{self, HeaderName};
use http::{HeaderMap, HeaderValue};
use jalousie_core::notice;
use jalousie_core::policy::{self, GateSources, HeaderChange};
use jalousie_core::site::Site;
use std::borrow::Cow;
use std::sync::{PoisonError, RwLock};
use url::{Position, Url};

/// Headers that say something of the body's bytes, wrong once they change.
static OF_THE_BYTES: [HeaderName; 10] = [
    header::ACCEPT_RANGES,
    HeaderName::from_static("content-digest"),
    header::CONTENT_LENGTH,
    HeaderName::from_static("content-md5"),
    HeaderName::from_static("digest"),
    header::LAST_MODIFIED,
    HeaderName::from_static("repr-digest"),
    HeaderName::from_static("signature"),
    HeaderName::from_static("signature-input"),
    HeaderName::from_static("unencoded-digest"),
];

/// Takes out, or changes, headers that would send the browser to a third party.
pub(super) fn clean(visit: &Visit, headers: &mut HeaderMap) {
    let watched = headers
        .keys()
        .filter(|name| policy::is_watched(name.as_str()));
    for name in watched.cloned().collect::<Vec<_>>() {
        clean_field(&visit.site, &visit.url, &name, headers);
    }
    headers.insert(
        header::X_DNS_PREFETCH_CONTROL,
        HeaderValue::from_static("off"),
    );
}

/// The same with those of one name.
pub(super) fn clean_field(site: &Site, page: &Url, name: &HeaderName, headers: &mut HeaderMap) {
    let values: Vec<HeaderValue> = headers.get_all(name).iter().cloned().collect();
    headers.remove(name);
    for value in values {
        let Some(text) = readable(name.as_str(), &value) else {
            continue;
        };
        match policy::clean_header(site, page, name.as_str(), &text) {
            HeaderChange::Keep => append(headers, name, &text),
            HeaderChange::Replace(text) => append(headers, name, &text),
            HeaderChange::Remove => {}
        }
    }
}

/// A header's value as text. What is not text is not understood, and so not let through; of a
/// policy only the directives concerned go, as in browsers (CSP 3, 2.2.1), for the rest still protects the site.
fn readable<'v>(name: &str, value: &'v HeaderValue) -> Option<Cow<'v, str>> {
    if let Ok(text) = value.to_str() {
        return Some(Cow::Borrowed(text));
    }
    if !name.starts_with("content-security-policy") {
        return None;
    }
    let lossy = String::from_utf8_lossy(value.as_bytes());
    let one = |policy: &str| {
        policy
            .split(';')
            .filter(|directive| directive.is_ascii())
            .collect::<Vec<_>>()
            .join(";")
    };
    Some(Cow::Owned(
        lossy.split(',').map(one).collect::<Vec<_>>().join(","),
    ))
}

fn append(headers: &mut HeaderMap, name: &HeaderName, text: &str) {
    if let Ok(value) = HeaderValue::from_str(text) {
        headers.append(name, value);
    }
}

/// Lets the site's own policy admit the gate's frames, client and style, and nothing else.
pub(super) fn make_room(visit: &Visit, headers: &mut HeaderMap) {
    let name = header::CONTENT_SECURITY_POLICY;
    if !headers.contains_key(&name) {
        return;
    }
    let base = format!(
        "{}{}",
        visit.url.origin().ascii_serialization(),
        visit.site.prefix
    );
    let frame_host = visit
        .site
        .frame_origin
        .as_ref()
        .map(|origin| origin.origin().ascii_serialization());
    let signals = &visit.site.signals;
    let sources = GateSources {
        frames: [format!("{base}frame/")]
            .into_iter()
            .chain(frame_host)
            .collect(),
        scripts: [notice::client()]
            .into_iter()
            .chain((!signals.platform.is_empty()).then(notice::platform))
            .map(|asset| format!("{base}{}", asset.name))
            .collect(),
        inline: (visit.site.guard.then(notice::guard_sources))
            .into_iter()
            .flatten()
            .map(String::as_str)
            .chain(signals.consent_mode.then(notice::consent_mode_source))
            .map(str::to_owned)
            .collect(),
        style: format!("{base}{}", notice::style().name),
        consent: format!("{base}consent"),
        notice: format!("{base}notice"),
    };
    let policies: Vec<HeaderValue> = headers.get_all(&name).iter().cloned().collect();
    headers.remove(&name);
    // Cleaned, and therefore text, each of them.
    for text in policies.iter().filter_map(|value| value.to_str().ok()) {
        append(headers, &name, &policy::admit_gate(text, &sources));
    }
}

/// The policy of every answer: the browser itself refuses third parties.
pub(super) fn add_policy(visit: &Visit, headers: &mut HeaderMap) {
    add_policy_of(&visit.site, visit.url.root(), &visit.policies, headers);
}

/// The same where there is no answer yet.
pub(super) fn add_policy_of(site: &Site, page: &Url, known: &Policies, headers: &mut HeaderMap) {
    let Some(name) = policy::page_policy_header(site.mode) else {
        return;
    };
    if let Some(value) = known.of_page(site, page) {
        headers.append(HeaderName::from_static(name), value);
    }
}

/// The policies of pages, which differ only by the pages' host: made once for each.
#[derive(Debug, Default)]
pub(super) struct Policies(RwLock<Vec<(String, HeaderValue)>>);

/// More hosts than a site has: readers may claim any.
const MOST_HOSTS: usize = 64;

impl Policies {
    fn of_page(&self, site: &Site, page: &Url) -> Option<HeaderValue> {
        let host = &page[Position::BeforeHost..Position::AfterPort];
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, value)) = kept.iter().find(|(of, _)| of == host) {
            return Some(value.clone());
        }
        drop(kept);
        let value = HeaderValue::from_str(&policy::page_policy(site, page)).ok()?;
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < MOST_HOSTS {
            kept.push((host.to_owned(), value.clone()));
        }
        Some(value)
    }
}

/// Takes out what was said of bytes that are not the same any more.
pub(super) fn forget_bytes(headers: &mut HeaderMap) {
    remove_where(headers, |name| OF_THE_BYTES.contains(name));
}

/// The third party that a frame of the site, or what the browser loads ahead of a click or of the page, would
/// be redirected to. Browsers connect to it before the page's policy stops them, or ask it without one, so
/// it is the gate that must.
pub(super) fn leads_away(visit: &Visit, headers: &HeaderMap) -> Option<Url> {
    if !visit.is_ahead && !visit.is_for_frame() {
        return None;
    }
    let location = String::from_utf8_lossy(headers.get(header::LOCATION)?.as_bytes()).into_owned();
    let target = visit.url.join(&location).ok()?;
    (matches!(target.scheme(), "http" | "https") && !visit.site.admits(&visit.url, &target))
        .then_some(target)
}

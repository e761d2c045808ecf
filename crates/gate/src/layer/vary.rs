//! What else an answer depends on, and who may keep it.

use crate::fields::remove_where;
use http::header::{self, HeaderName};
use http::{HeaderMap, HeaderValue};

/// The values of a header that are text, trimmed, without empty ones.
pub(super) fn texts(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .map(str::trim)
        .filter(|v| !v.is_empty())
}

/// Says that the answer depends on this header of the request.
pub(super) fn vary(headers: &mut HeaderMap, name: &'static str) {
    let present = texts(headers, header::VARY).any(|value| {
        value
            .split(',')
            .any(|field| field.trim() == "*" || field.trim().eq_ignore_ascii_case(name))
    });
    if !present {
        headers.append(header::VARY, HeaderValue::from_static(name));
    }
}

/// Whether the site wants an answer kept by nobody, or by its reader alone.
pub(super) fn is_private(headers: &HeaderMap) -> bool {
    let words = cache_words(headers);
    let mut names = words
        .iter()
        .map(|word| word.split('=').next().unwrap_or_default().trim());
    names.any(|name| name.eq_ignore_ascii_case("private") || name.eq_ignore_ascii_case("no-store"))
}

/// What `Cache-Control` says, word by word.
fn cache_words(headers: &HeaderMap) -> Vec<&str> {
    let values = texts(headers, header::CACHE_CONTROL);
    let words = values.flat_map(|value| value.split(',')).map(str::trim);
    words.filter(|word| !word.is_empty()).collect()
}

/// Keeps an answer out of every cache but the reader's own, and has that one ask each time.
pub(super) fn keep_private(headers: &mut HeaderMap) {
    let words = cache_words(headers);
    let kept_nowhere = words
        .iter()
        .any(|word| word.eq_ignore_ascii_case("no-store"));
    let value = if kept_nowhere {
        "private, no-store"
    } else {
        "private, no-cache"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    // What some shared caches obey before Cache-Control (RFC 9213, Edge Architecture, nginx).
    remove_where(headers, |name| {
        name.as_str().ends_with("cdn-cache-control")
            || matches!(name.as_str(), "surrogate-control" | "x-accel-expires")
    });
}

/// Has browsers ask each time, and leaves shared caches the time that they were given.
pub(super) fn only_shared(headers: &mut HeaderMap) {
    let expires = headers.remove(header::EXPIRES).is_some();
    let words = cache_words(headers);
    let (mut kept, mut own, mut shared) = (Vec::new(), None, None);
    for word in words {
        let (name, value) = word.split_once('=').unwrap_or((word, ""));
        match &*name.to_ascii_lowercase() {
            "max-age" => own = Some(value),
            "s-maxage" => shared = Some(value),
            // What may be shown when its time is over may be shown in another state.
            "immutable" | "stale-while-revalidate" | "stale-if-error" => {}
            _ => kept.push(word.to_owned()),
        }
    }
    if own.is_none() && shared.is_none() && !expires {
        // No time is given: then browsers ask anyway.
        return;
    }
    kept.push("max-age=0".to_owned());
    kept.extend(shared.or(own).map(|time| format!("s-maxage={time}")));
    if let Ok(value) = HeaderValue::from_str(&kept.join(", ")) {
        headers.insert(header::CACHE_CONTROL, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_private_page_stays_private_for_every_cache() {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("cache-control", "public, max-age=60"),
            ("cdn-cache-control", "max-age=60"),
            ("acme-cdn-cache-control", "max-age=60"),
            ("surrogate-control", "max-age=60"),
            ("x-accel-expires", "60"),
        ] {
            headers.append(
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            );
        }
        keep_private(&mut headers);
        assert_eq!(headers.len(), 1);
        assert_eq!(headers["cache-control"], "private, no-cache");
        headers.insert(
            "cache-control",
            HeaderValue::from_static("max-age=0, No-Store"),
        );
        keep_private(&mut headers);
        assert_eq!(
            headers["cache-control"], "private, no-store",
            "what is kept nowhere stays so"
        );
    }

    #[test]
    fn a_dependency_is_named_once() {
        let mut headers = HeaderMap::new();
        vary(&mut headers, "Cookie");
        vary(&mut headers, "Cookie");
        assert!(texts(&headers, header::VARY).eq(["Cookie"]));
        headers.insert(header::VARY, HeaderValue::from_static("*"));
        vary(&mut headers, "Cookie");
        assert!(texts(&headers, header::VARY).eq(["*"]));
    }
}

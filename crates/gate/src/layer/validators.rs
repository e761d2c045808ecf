//! Entity tags of pages that the gate has changed, and which copies may be confirmed.
//!
//! A gated page is the site's page, and also the gate's configuration, sometimes the reader's
//! language, and with `cache = "private"` the reader's decisions. Its tag names them all:
//! `"abc"` becomes `W/"abc-j0a1b2c3d4e5f"`, then perhaps `-fr`. Copies whose tag says otherwise,
//! above all those from before the gate, are never confirmed: the site is not asked about them.

use super::Visit;
use super::telling::Telling;
use super::vary::{texts, vary};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, header};
use jalousie_core::site::Cache;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Names of files that are no pages, so that their copies can be confirmed as the site likes.
const FILES: &[&str] = &[
    "avif",
    "bmp",
    "css",
    "gif",
    "ico",
    "jpeg",
    "jpg",
    "js",
    "json",
    "m4a",
    "map",
    "mjs",
    "mp3",
    "mp4",
    "ogg",
    "otf",
    "pdf",
    "png",
    "svg",
    "ttf",
    "txt",
    "wasm",
    "wav",
    "webm",
    "webmanifest",
    "webp",
    "woff",
    "woff2",
    "xml",
    "zip",
];

/// What a browser asks for when the answer may become a document, or go to a script.
const DOCUMENTS: &[&str] = &[
    "document",
    "embed",
    "empty",
    "fencedframe",
    "frame",
    "iframe",
    "object",
];

/// The copies of a page that the reader named and that may be confirmed.
#[derive(Debug, Default)]
pub(crate) struct Held {
    copies: Vec<Copy>,
    /// Tags that the site was not asked about, in case the answer is a page.
    set_aside: Vec<String>,
    /// A page may be the answer, and the site was asked for it without conditions.
    whole: bool,
}

#[derive(Debug)]
struct Copy {
    /// The site's own tag, without quotes.
    opaque: String,
    /// The tag that the reader knows it by.
    tag: String,
    /// Its language was the reader's.
    negotiated: bool,
}

impl Held {
    /// Whether the site may confirm a page: only where the reader named a copy of ours.
    pub(super) fn any(&self) -> bool {
        !self.copies.is_empty()
    }

    /// Whether a `304` would confirm a copy that nobody asked the site about.
    pub(super) fn refuses_confirmation(&self) -> bool {
        self.whole && !self.any()
    }

    /// Whether an answer that turned out to be no page is what the reader has already.
    pub(super) fn has(&self, answer: &HeaderMap) -> bool {
        let tag = answer
            .get(header::ETAG)
            .and_then(|tag| opaque(tag.to_str().ok()?));
        tag.is_some_and(|tag| self.set_aside.iter().any(|held| opaque(held) == Some(tag)))
    }

    /// Gives a `304` the tag that the reader knows the page by.
    pub(super) fn confirm(&self, headers: &mut HeaderMap) {
        let own = headers.remove(header::ETAG);
        let own = own.as_ref().and_then(|tag| opaque(tag.to_str().ok()?));
        let copy = match own {
            Some(own) => self.copies.iter().find(|copy| copy.opaque == own),
            None => self.copies.first().filter(|_| self.copies.len() == 1),
        };
        if let Some(value) = copy.and_then(|copy| HeaderValue::from_str(&copy.tag).ok()) {
            headers.insert(header::ETAG, value);
        }
        if copy.is_none_or(|copy| copy.negotiated) {
            vary(headers, "Accept-Language");
        }
    }
}

/// Marks the tag of a page; `negotiated`: it is in the reader's language.
pub(super) fn mark(visit: &Visit, headers: &mut HeaderMap, negotiated: bool) {
    let Some(tag) = headers.remove(header::ETAG) else {
        return;
    };
    let suffix = suffix(visit, negotiated);
    let marked = tag
        .to_str()
        .ok()
        .and_then(opaque)
        .map(|own| ["W/\"", own, &suffix, "\""].concat());
    if let Some(value) = marked.and_then(|tag| HeaderValue::from_str(&tag).ok()) {
        headers.insert(header::ETAG, value);
    }
}

/// Readies the conditions of a request for the site: it gets its own tags back, and is not asked
/// about copies of a page that came out differently.
pub(super) fn unmark(visit: &Visit, head: &mut Parts) -> Held {
    if head.method != Method::GET && head.method != Method::HEAD {
        // These conditions protect what is about to be changed: they are the site's affair.
        return Held::default();
    }
    let wants_page = visit.wants_page;
    let may_be_page = wants_page || may_be_page(visit, head.uri.path());
    let headers = &mut head.headers;
    let mut held = Held {
        whole: may_be_page,
        ..Held::default()
    };
    let mut sent = Vec::new();
    let asked: Vec<&str> = texts(headers, header::IF_NONE_MATCH).collect();
    for tag in tags(&asked.join(",")) {
        match copy(visit, tag) {
            Some(copy) => {
                // The site's tag may have been strong or weak: either is asked for.
                sent.push(format!("W/\"{0}\", \"{0}\"", copy.opaque));
                held.copies.push(copy);
            }
            None if !may_be_page => sent.push(tag.to_owned()),
            None => held.set_aside.push(tag.to_owned()),
        }
    }
    headers.remove(header::IF_NONE_MATCH);
    if let (false, Ok(value)) = (sent.is_empty(), HeaderValue::from_str(&sent.join(", "))) {
        headers.insert(header::IF_NONE_MATCH, value);
    }
    if may_be_page {
        headers.remove(header::IF_MODIFIED_SINCE);
    }
    // Players ask for one part at a time. Several come as a document of many, in which those of a page
    // would not be known for what they are.
    if wants_page || (may_be_page && asks_for_several_parts(headers)) {
        headers.remove(header::RANGE);
        headers.remove(header::IF_RANGE);
    }
    held
}

fn asks_for_several_parts(headers: &HeaderMap) -> bool {
    let ranges = headers.get_all(header::RANGE).iter();
    let parts = ranges.flat_map(|value| value.as_bytes().split(|byte| *byte == b','));
    parts.count() > 1
}

/// Whether the answer may be a page. Caches in front ask with any `Accept` or none.
fn may_be_page(visit: &Visit, path: &str) -> bool {
    let destination = visit.destination.as_deref();
    destination.is_none_or(|destination| DOCUMENTS.contains(&destination)) && !is_file(path)
}

/// Whether a path is by its name that of a file that is no page.
pub(super) fn is_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|extension| {
        let lower = || extension.bytes().map(|byte| byte.to_ascii_lowercase());
        FILES
            .binary_search_by(|file| file.bytes().cmp(lower()))
            .is_ok()
    })
}

/// The copy that `tag` names, if it came out as the page would now.
fn copy(visit: &Visit, tag: &str) -> Option<Copy> {
    let own = opaque(tag)?;
    [false, true].into_iter().find_map(|negotiated| {
        let opaque = own.strip_suffix(&suffix(visit, negotiated))?.to_owned();
        Some(Copy {
            opaque,
            tag: tag.to_owned(),
            negotiated,
        })
    })
}

fn suffix(visit: &Visit, negotiated: bool) -> String {
    let mut suffix = ["-j", &visit.for_pages.fingerprint].concat();
    if visit.site.cache == Cache::Private {
        suffix.push_str(&format!("-{:016x}", name_of(&visit.consent)));
    }
    if visit.telling != Telling::Nothing {
        suffix.push_str(&format!("-{:016x}", name_of(&visit.telling)));
    }
    if negotiated {
        suffix.push('-');
        suffix.push_str(visit.readers_language());
    }
    suffix
}

/// A short name for decisions. Two builds may disagree on it: then a page is sent once more.
fn name_of(decisions: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    decisions.hash(&mut hasher);
    hasher.finish()
}

/// What stands between the quotes of a tag.
fn opaque(tag: &str) -> Option<&str> {
    let tag = tag.trim();
    tag.strip_prefix("W/")
        .unwrap_or(tag)
        .strip_prefix('"')?
        .strip_suffix('"')
}

/// The tags of a list; what is not a tag, such as `*`, is left out: it would confirm any copy.
fn tags(list: &str) -> Vec<&str> {
    let mut tags = Vec::new();
    let mut rest = list;
    while let Some(open) = rest.find('"') {
        let Some(length) = rest[open + 1..].find('"') else {
            break;
        };
        let start = if rest[..open].ends_with("W/") {
            open - 2
        } else {
            open
        };
        let end = open + length + 2;
        tags.push(&rest[start..end]);
        rest = &rest[end..];
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_names() {
        assert!(FILES.windows(2).all(|pair| pair[0] < pair[1]));
        for path in ["/a.js", "/a/b.c.JPG", "/a.woff2"] {
            assert!(is_file(path), "{path}");
        }
        for path in ["/", "/a", "/a.html", "/a.js/", "/js", "/a.jsx", "/a.é"] {
            assert!(!is_file(path), "{path}");
        }
    }

    #[test]
    fn a_list_of_tags_is_read_with_its_commas() {
        assert_eq!(
            tags(r#""a,b", W/"c" ,"d""#),
            [r#""a,b""#, r#"W/"c""#, r#""d""#]
        );
        assert_eq!(tags(r#"*, "a""#), [r#""a""#]);
        assert_eq!(opaque(r#" W/"a" "#), Some("a"));
        assert_eq!(opaque("a"), None);
    }
}

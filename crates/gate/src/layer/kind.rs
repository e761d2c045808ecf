//! What browsers will take an answer for.

use encoding_rs::Encoding;
use http::{HeaderMap, HeaderValue, header};
use std::borrow::Cow;

/// What an answer's body is, as far as its headers say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// HTML, or XHTML that is read as XML; with the encoding that the header declares.
    Page {
        xml: bool,
        charset: Option<&'static Encoding>,
    },
    /// XML of another kind, SVG for one: what is in it acts where a browser shows it as a document.
    Document { charset: Option<&'static Encoding> },
    /// Speculation rules in a file of their own: addresses that the browser asks for ahead of a click.
    Rules,
    /// Something else.
    Other,
    /// Nothing is said: browsers look at the first bytes.
    Undeclared,
}

/// Whether an answer is a series of documents, each in the place of the one before. Some browsers
/// show those; what is in them would have to be gated part by part.
pub(super) fn is_series(headers: &HeaderMap) -> bool {
    headers.get_all(header::CONTENT_TYPE).iter().any(|value| {
        let value = String::from_utf8_lossy(value.as_bytes());
        value
            .split(',')
            .any(|part| essence(part) == "multipart/x-mixed-replace")
    })
}

impl Kind {
    /// Reads `Content-Type`. Browsers disagree about several values and about broken ones, so a
    /// body that any of them may take for a page is a page.
    pub(super) fn of(headers: &HeaderMap) -> Kind {
        let mut kind = Kind::Undeclared;
        for value in headers.get_all(header::CONTENT_TYPE) {
            // Bytes that are no text may still stand beside a type that is understood.
            for part in String::from_utf8_lossy(value.as_bytes()).split(',') {
                match (&*essence(part), kind) {
                    ("text/html", _) => {
                        kind = Kind::Page {
                            xml: false,
                            charset: charset(part),
                        }
                    }
                    ("application/xhtml+xml", Kind::Undeclared | Kind::Other) => {
                        kind = Kind::Page {
                            xml: true,
                            charset: charset(part),
                        };
                    }
                    ("application/speculationrules+json", Kind::Undeclared | Kind::Other) => {
                        kind = Kind::Rules;
                    }
                    (other, Kind::Undeclared | Kind::Other) if is_xml(other) => {
                        kind = Kind::Document {
                            charset: charset(part),
                        };
                    }
                    // The last one is Firefox's own name for what it does not know.
                    (
                        "*/*"
                        | "unknown/unknown"
                        | "application/unknown"
                        | "application/x-unknown-content-type",
                        _,
                    ) => {}
                    (other, Kind::Undeclared) if other.contains('/') => kind = Kind::Other,
                    _ => {}
                }
            }
        }
        kind
    }

    /// Makes the header say what the gate has read: a browser must not read the page another way.
    pub(super) fn declare(self, headers: &mut HeaderMap) {
        let Kind::Page { xml, charset } = self else {
            return;
        };
        let media = if xml {
            "application/xhtml+xml"
        } else {
            "text/html"
        };
        let label = charset.map(|encoding| encoding.name().to_ascii_lowercase());
        let value = label.map_or(media.to_owned(), |label| {
            [media, "; charset=", &label].concat()
        });
        if let Ok(value) = HeaderValue::try_from(value) {
            headers.insert(header::CONTENT_TYPE, value);
        }
    }
}

/// Type and subtype in lower case. A parameter may follow without its semicolon, which some browsers forgive.
fn essence(value: &str) -> Cow<'_, str> {
    let value = value.trim();
    let after = |byte: u8| matches!(byte, b' ' | b'\t' | b';' | b'(');
    let essence = &value[..value.bytes().position(after).unwrap_or(value.len())];
    match essence.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(essence.to_ascii_lowercase()),
        false => Cow::Borrowed(essence),
    }
}

fn is_xml(essence: &str) -> bool {
    matches!(essence, "text/xml" | "application/xml" | "text/xsl") || essence.ends_with("+xml")
}

/// The encoding that a type's first `charset` names.
fn charset(value: &str) -> Option<&'static Encoding> {
    let label = value.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim()
            .eq_ignore_ascii_case("charset")
            .then(|| value.trim().trim_matches('"'))
    })?;
    Encoding::for_label(label.as_bytes())
}

/// Whether a browser may take an undeclared body for HTML: by its first bytes (MIME Sniffing, 7.1),
/// or by the name in its address. Undecided bytes count as HTML.
fn looks_like_html(path: &str, first: &[u8]) -> bool {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    let text = first.strip_prefix(MARK).unwrap_or(first).trim_ascii_start();
    let extension = path
        .rsplit('/')
        .next()
        .and_then(|name| name.rsplit_once('.'))
        .map(|(_, extension)| extension);
    let named = extension.is_some_and(|e| {
        ["html", "htm", "shtml", "xhtml", "xht"]
            .iter()
            .any(|h| e.eq_ignore_ascii_case(h))
    });
    named
        || text.is_empty()
        || MARK.starts_with(text)
        || (text.starts_with(b"<") && !text.starts_with(b"<?xml"))
}

/// What browsers take a body for of which nothing is said, by its first bytes (MIME Sniffing, 7.1): a page,
/// XML, in which anything may be, or something else.
pub(super) fn sniffed(path: &str, first: &[u8]) -> Kind {
    let charset = None;
    if looks_like_html(path, first) {
        Kind::Page {
            xml: false,
            charset,
        }
    } else if first.trim_ascii_start().starts_with(b"<?xml") {
        Kind::Document { charset }
    } else {
        Kind::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(values: &[&'static str]) -> (Kind, Option<String>) {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(
                header::CONTENT_TYPE,
                HeaderValue::from_bytes(value.as_bytes()).unwrap(),
            );
        }
        let kind = Kind::of(&headers);
        kind.declare(&mut headers);
        let said = headers
            .get_all(header::CONTENT_TYPE)
            .iter()
            .filter_map(|value| value.to_str().ok());
        (
            kind,
            Some(said.collect::<Vec<_>>().join(" | "))
                .filter(|_| matches!(kind, Kind::Page { .. })),
        )
    }

    #[test]
    fn what_any_browser_may_take_for_a_page_is_one_and_is_declared_so() {
        for (values, expected) in [
            (&["text/html"][..], "text/html"),
            (
                &["Text/HTML ;Charset=\"UTF-8\""],
                "text/html; charset=utf-8",
            ),
            (
                &["text/html; charset=nonsense; charset=utf-16"],
                "text/html",
            ),
            (
                &["text/html; charset=utf-8; charset=utf-16"],
                "text/html; charset=utf-8",
            ),
            (&["text/html charset=utf-8"], "text/html"),
            (&["text/html(a comment)"], "text/html"),
            (&["text/html; a=\u{e9}"], "text/html"),
            (&["text/plain", "text/html"], "text/html"),
            (&["text/html, text/plain"], "text/html"),
            (
                &["image/png, text/html;charset=latin1"],
                "text/html; charset=windows-1252",
            ),
            (
                &["application/xhtml+xml;charset=utf-8"],
                "application/xhtml+xml; charset=utf-8",
            ),
            (&["application/xhtml+xml, text/html"], "text/html"),
        ] {
            assert_eq!(kind(values).1.as_deref(), Some(expected), "{values:?}");
        }
    }

    #[test]
    fn other_types_are_left_alone() {
        for value in [
            "text/plain",
            "application/json; a=text",
            "text/htmlx",
            "text/xmlx",
        ] {
            assert_eq!(kind(&[value]).0, Kind::Other, "{value}");
        }
        for value in [
            "image/svg+xml",
            "application/xml",
            "Text/XML",
            "application/rss+xml",
            "text/xsl",
        ] {
            assert_eq!(
                kind(&[value]).0,
                Kind::Document { charset: None },
                "{value}"
            );
        }
        assert_eq!(kind(&["application/speculationrules+json"]).0, Kind::Rules);
        for values in [
            &[][..],
            &[""],
            &["html"],
            &["*/*"],
            &["unknown/unknown"],
            &["application/x-unknown-content-type"],
            &[";charset=utf-8"],
        ] {
            assert_eq!(kind(values).0, Kind::Undeclared, "{values:?}");
        }
    }

    #[test]
    fn undeclared_bytes_are_html_where_a_browser_may_think_so() {
        for first in [
            &b"\xef\xbb\xbf \n<p>"[..],
            b"<!-- -->",
            b"",
            b" \r\n",
            b"\xef",
            b"\xef\xbb\xbf",
        ] {
            assert!(looks_like_html("/a", first), "{first:?}");
        }
        for first in [&b"\x89PNG"[..], b"<?xml", b"words <p>", b"{}"] {
            assert!(!looks_like_html("/a.b/c", first), "{first:?}");
            assert!(looks_like_html("/a/b.HTML", first), "{first:?}");
        }
        let xml = Kind::Document { charset: None };
        for (first, kind) in [
            (&b"<?xml version"[..], xml),
            (b"\n<?xml ", xml),
            (b"\x89PNG", Kind::Other),
        ] {
            assert_eq!(sniffed("/a", first), kind, "{first:?}");
        }
    }
}

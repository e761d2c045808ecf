//! Headers of the site's own answers that would send a browser to a third party.

use super::speculation::stays_at_home;
use crate::address::{lists, may_leave_base};
use crate::site::Site;
use url::Url;

/// What becomes of one header of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeaderChange {
    /// It stays as it is.
    Keep,
    /// It gets this value.
    Replace(String),
    /// It is taken out.
    Remove,
}

/// What must become of the header `name` (in lower case) of an answer for `page`.
///
/// These headers act before, or in spite of, any policy: resource hints,
/// reporting endpoints, refreshes, speculation rules, alternative services, redirects for the
/// attribution of advertisements.
pub fn clean_header(site: &Site, page: &Url, name: &str, value: &str) -> HeaderChange {
    let admitted = |address: &str| admits(site, page, address);
    match name {
        "link" => clean_list(value, ',', |entry| link_is_harmless(entry, &admitted)),
        "refresh" => match lists::refresh(value) {
            Some(address) if !admitted(address) => HeaderChange::Remove,
            _ => HeaderChange::Keep,
        },
        "attribution-reporting-redirect" | "reporting-endpoints" | "speculation-rules" => {
            clean_list(value, ',', |entry| quoted(entry).is_none_or(&admitted))
        }
        "report-to" => keep_if(json_urls_admitted(value, &admitted)),
        // Network error logging reports from the browser's own network stack, to whatever group Report-To names.
        "nel" => HeaderChange::Remove,
        "alt-svc" => clean_list(value, ',', alternative_is_here),
        // Where old browsers reported to.
        "x-xss-protection" => keep_if(
            value
                .split_once("report=")
                .is_none_or(|(_, address)| admitted(address.trim())),
        ),
        "content-security-policy" | "content-security-policy-report-only" => {
            clean_reports(value, &admitted)
        }
        "expect-ct" | "public-key-pins" | "public-key-pins-report-only" => HeaderChange::Remove,
        "x-dns-prefetch-control" => HeaderChange::Replace("off".to_owned()),
        _ => HeaderChange::Keep,
    }
}

/// Whether speculation rules, read from a file at `page`, lead nowhere but to the site itself.
pub fn rules_stay(site: &Site, page: &Url, json: &str) -> bool {
    stays_at_home(json, &|address| admits(site, page, address))
}

/// Whether [`clean_header`] may change headers of this name, in lower case.
pub fn is_watched(name: &str) -> bool {
    matches!(
        name,
        "alt-svc"
            | "attribution-reporting-redirect"
            | "content-security-policy"
            | "content-security-policy-report-only"
            | "expect-ct"
            | "link"
            | "nel"
            | "public-key-pins"
            | "public-key-pins-report-only"
            | "refresh"
            | "report-to"
            | "reporting-endpoints"
            | "speculation-rules"
            | "x-dns-prefetch-control"
            | "x-xss-protection"
    )
}

fn admits(site: &Site, page: &Url, address: &str) -> bool {
    if !may_leave_base(address.as_bytes()) {
        return true;
    }
    page.join(address).is_ok_and(|url| {
        !matches!(url.scheme(), "http" | "https" | "ws" | "wss" | "ftp") || site.admits(page, &url)
    })
}

fn keep_if(keep: bool) -> HeaderChange {
    if keep {
        HeaderChange::Keep
    } else {
        HeaderChange::Remove
    }
}

/// Keeps the entries of a list that pass; separators in quotes and angle brackets do not count.
fn clean_list(value: &str, separator: char, keep: impl Fn(&str) -> bool) -> HeaderChange {
    let entries = split_outside_quotes(value, separator);
    let kept: Vec<&str> = entries
        .iter()
        .copied()
        .filter(|entry| keep(entry))
        .collect();
    if kept.len() == entries.len() {
        HeaderChange::Keep
    } else if kept.is_empty() {
        HeaderChange::Remove
    } else {
        HeaderChange::Replace(kept.iter().map(|e| e.trim()).collect::<Vec<_>>().join(", "))
    }
}

fn split_outside_quotes(value: &str, separator: char) -> Vec<&str> {
    let (mut entries, mut start, mut quoted, mut bracket, mut escaped) =
        (Vec::new(), 0, false, false, false);
    for (at, character) in value.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if !bracket => quoted = !quoted,
            '<' if !quoted => bracket = true,
            '>' if !quoted => bracket = false,
            _ if character == separator && !quoted && !bracket => {
                entries.push(&value[start..at]);
                start = at + character.len_utf8();
            }
            _ => {}
        }
    }
    entries.push(&value[start..]);
    entries
}

/// Link relations that make no browser fetch anything.
pub(crate) const INERT_RELATIONS: &[&str] = &[
    "alternate",
    "amphtml",
    "author",
    "bookmark",
    "canonical",
    "describedby",
    "edituri",
    "external",
    "first",
    "help",
    "hub",
    "image_src",
    "index",
    "last",
    "license",
    "me",
    "micropub",
    "next",
    "nofollow",
    "noopener",
    "noreferrer",
    "openid.delegate",
    "openid.server",
    "pingback",
    "prev",
    "previous",
    "privacy-policy",
    "profile",
    "publisher",
    "self",
    "shortlink",
    "sponsored",
    "start",
    "tag",
    "terms-of-service",
    "timegate",
    "timemap",
    "token_endpoint",
    "authorization_endpoint",
    "ugc",
    "up",
    "webmention",
    "wlwmanifest",
    "https://api.w.org/",
];

/// Whether all of a link's relations are ones that fetch nothing.
pub(crate) fn relations_are_inert(relations: &str) -> bool {
    relations.split_ascii_whitespace().all(|r| {
        INERT_RELATIONS
            .iter()
            .any(|inert| r.eq_ignore_ascii_case(inert))
    })
}

fn link_is_harmless(entry: &str, admitted: &impl Fn(&str) -> bool) -> bool {
    let Some((address, parameters)) = entry
        .trim()
        .strip_prefix('<')
        .and_then(|rest| rest.split_once('>'))
    else {
        return entry.trim().is_empty();
    };
    let parameter = |name: &str| {
        split_outside_quotes(parameters, ';')
            .into_iter()
            .find_map(|part| {
                let (key, value) = part.trim().split_once('=')?;
                key.trim()
                    .eq_ignore_ascii_case(name)
                    .then(|| value.trim().trim_matches('"').to_owned())
            })
    };
    let set = parameter("imagesrcset").is_none_or(|set| lists::srcset(&set).all(admitted));
    let inert = parameter("rel").is_some_and(|relations| relations_are_inert(&relations));
    inert || (admitted(address.trim()) && set)
}

fn quoted(entry: &str) -> Option<&str> {
    entry.split_once('"')?.1.split('"').next()
}

/// All `url`s in the JSON objects of a `Report-To` header.
fn json_urls_admitted(value: &str, admitted: &impl Fn(&str) -> bool) -> bool {
    let Ok(groups) = serde_json::from_str::<serde_json::Value>(&format!("[{value}]")) else {
        return false;
    };
    let endpoints = groups
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|group| group.get("endpoints")?.as_array());
    endpoints.flatten().all(|endpoint| {
        endpoint
            .get("url")
            .and_then(|url| url.as_str())
            .is_some_and(admitted)
    })
}

/// `h3=":443"` stays; `h3="other.example:443"` sends readers to another host.
fn alternative_is_here(entry: &str) -> bool {
    entry.trim().eq_ignore_ascii_case("clear")
        || quoted(entry).is_some_and(|authority| authority.starts_with(':'))
}

/// Takes `report-uri`s of third parties out of a policy (`report-to` names endpoints that are cleaned elsewhere).
fn clean_reports(value: &str, admitted: &impl Fn(&str) -> bool) -> HeaderChange {
    let reports_elsewhere = |directive: &str| {
        let mut words = directive.split_ascii_whitespace();
        words
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case("report-uri"))
            && !words.all(admitted)
    };
    if !value.split([';', ',']).any(reports_elsewhere) {
        return HeaderChange::Keep;
    }
    let policies = value.split(',').map(|policy| {
        policy
            .split(';')
            .filter(|d| !reports_elsewhere(d))
            .collect::<Vec<_>>()
            .join(";")
    });
    HeaderChange::Replace(policies.collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(name: &str, value: &str) -> HeaderChange {
        let page = Url::parse("https://site.example/a").unwrap();
        let change = clean_header(&Site::for_tests(), &page, name, value);
        assert!(is_watched(name) || change == HeaderChange::Keep, "{name}");
        change
    }

    #[test]
    fn hints_to_third_parties_go_and_others_stay() {
        assert_eq!(
            clean(
                "link",
                "<https://e.x/>; rel=preconnect, </a,b.css>; rel=preload; as=style, <https://e.x/c>; rel=\"canonical\""
            ),
            HeaderChange::Replace(
                "</a,b.css>; rel=preload; as=style, <https://e.x/c>; rel=\"canonical\"".into()
            )
        );
        assert_eq!(clean("link", "</a.css>; rel=preload"), HeaderChange::Keep);
        assert_eq!(
            clean("link", "<//e.x>; rel=dns-prefetch"),
            HeaderChange::Remove
        );
        assert_eq!(
            clean(
                "link",
                "</a>; rel=preload; as=image; imagesrcset=\"//e.x/a 1x\""
            ),
            HeaderChange::Remove
        );
        assert_eq!(
            clean("link", "<https://e.x/>; rel=\"alternate stylesheet\""),
            HeaderChange::Remove
        );
    }

    #[test]
    fn reports_go_to_the_site_or_nowhere() {
        assert_eq!(clean("nel", "{}"), HeaderChange::Remove);
        assert_eq!(
            clean("report-to", r#"{"endpoints":[{"url":"https://e.x/r"}]}"#),
            HeaderChange::Remove
        );
        assert_eq!(
            clean(
                "report-to",
                r#"{"endpoints":[{"url":"/r"}]},{"endpoints":[]}"#
            ),
            HeaderChange::Keep
        );
        assert_eq!(clean("report-to", "broken"), HeaderChange::Remove);
        assert_eq!(
            clean("reporting-endpoints", r#"a="https://e.x/r", b="/r""#),
            HeaderChange::Replace(r#"b="/r""#.into())
        );
        assert_eq!(
            clean(
                "content-security-policy",
                "img-src 'self'; report-uri https://e.x/r; base-uri 'none'"
            ),
            HeaderChange::Replace("img-src 'self'; base-uri 'none'".into())
        );
        assert_eq!(
            clean("content-security-policy", "report-uri /r"),
            HeaderChange::Keep
        );
    }

    #[test]
    fn the_rest_of_what_slips_past_a_policy_is_closed() {
        assert_eq!(clean("refresh", "0;url=https://e.x"), HeaderChange::Remove);
        assert_eq!(clean("refresh", "5;url=/b"), HeaderChange::Keep);
        assert_eq!(
            clean("speculation-rules", "\"https://e.x/rules.json\""),
            HeaderChange::Remove
        );
        assert_eq!(
            clean("alt-svc", "h3=\":443\"; ma=1, h2=\"e.x:443\""),
            HeaderChange::Replace("h3=\":443\"; ma=1".into())
        );
        assert_eq!(
            clean("x-dns-prefetch-control", "on"),
            HeaderChange::Replace("off".into())
        );
        assert_eq!(
            clean(
                "attribution-reporting-redirect",
                "\"https://e.x/a\", \"/b\""
            ),
            HeaderChange::Replace("\"/b\"".into())
        );
        assert_eq!(
            clean("x-xss-protection", "1; report=https://e.x/r"),
            HeaderChange::Remove
        );
        assert_eq!(clean("x-xss-protection", "0"), HeaderChange::Keep);
        assert_eq!(clean("content-type", "text/html"), HeaderChange::Keep);
    }
}

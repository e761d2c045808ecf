//! Telling the site what its reader has agreed to, so that it can leave content out altogether.
//!
//! `Jalousie-Consent: video, social=?0` (a dictionary of RFC 9651): the categories with a decision in
//! force, true or false. The site's answer then depends on the reader, so it is that reader's alone.

use super::Visit;
use super::validators::is_file;
use super::vary::{keep_private, vary};
use crate::fields::remove_where;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue};
use jalousie_core::consent::{Decision, Subject};
use jalousie_core::site::Mode;

const HEADER: HeaderName = HeaderName::from_static("jalousie-consent");

/// What a request tells the site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Telling {
    /// It is not told.
    #[default]
    Nothing,
    /// The decisions in force; empty if there are none, and then without a header.
    Decisions(String),
}

/// Takes out what a client claims in the gate's name. Servers that hand headers on as variables take
/// `_` for `-`.
pub(super) fn take_out(headers: &mut HeaderMap) {
    remove_where(headers, |name| {
        let name = name.as_str().as_bytes();
        let same = |(own, found): (u8, &u8)| own == *found || (own == b'-' && *found == b'_');
        name.len() == HEADER.as_str().len() && HEADER.as_str().bytes().zip(name).all(same)
    });
}

/// Adds the header, where the configuration wants it. Files are the same for all, by their address.
pub(super) fn tell(visit: &Visit, head: &mut Parts) -> Telling {
    if !visit.site.tell_site || visit.site.mode != Mode::Gate || is_file(head.uri.path()) {
        return Telling::Nothing;
    }
    let decisions = decisions(visit);
    if let (false, Ok(value)) = (decisions.is_empty(), HeaderValue::from_str(&decisions)) {
        head.headers.insert(HEADER, value);
    }
    Telling::Decisions(decisions)
}

fn decisions(visit: &Visit) -> String {
    let categories = visit.site.catalogue.categories().iter();
    // A key begins with a letter (RFC 9651, 3.1.2); to a category that does not, there is no yes.
    let named =
        categories.filter(|category| category.id.starts_with(|c: char| c.is_ascii_lowercase()));
    let told = named.filter_map(|category| {
        let made = visit.consent.get(&Subject::Category(category.id.clone()));
        let by_browser =
            || (visit.gpc && visit.site.shows(&category.id)).then_some(Decision::Refuse);
        Some(match made.or_else(by_browser)? {
            Decision::Accept => category.id.clone(),
            Decision::Refuse => format!("{}=?0", category.id),
        })
    });
    told.collect::<Vec<_>>().join(", ")
}

/// Keeps the answer of a site that was told from everybody else.
pub(super) fn keep(visit: &Visit, headers: &mut HeaderMap) {
    if visit.telling == Telling::Nothing {
        return;
    }
    vary(headers, "Cookie");
    if visit.site.honour_gpc {
        vary(headers, "Sec-GPC");
    }
    keep_private(headers);
}

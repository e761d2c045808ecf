//! Early hints of the site: on their way to the reader before there is a page to gate.

use super::Visit;
use super::headers::{add_policy_of, clean_field};
use crate::server::Hints;
use http::HeaderMap;
use http::header::LINK;
use http::request::Parts;
use jalousie_core::site::Mode;

/// Has the gate see the hints that the site sends for this request: links to the site itself, and none
/// of what else a browser may make of a head.
///
/// They come as the site is for everybody. The gate's policy goes with them: what a browser fetches for
/// hints is under it (HTML, "process early hint headers"), so an address of the site's own that redirects
/// to a third party leads nowhere. Firefox does not keep to it, but says what it fetches so: there the
/// redirect is refused.
pub(super) fn gate(visit: &Visit, head: &mut Parts) {
    if visit.site.mode != Mode::Gate {
        return;
    }
    let Some(hints) = head.extensions.get_mut::<Hints>() else {
        return;
    };
    let reader = hints.clone();
    let (site, url) = (visit.site.clone(), visit.url.clone());
    let policies = visit.policies.clone();
    *hints = Hints::new(move |fields: HeaderMap| {
        let mut kept = HeaderMap::new();
        for link in fields.get_all(LINK) {
            kept.append(LINK, link.clone());
        }
        clean_field(&site, &url, &LINK, &mut kept);
        if !kept.is_empty() {
            add_policy_of(&site, url.root(), &policies, &mut kept);
            reader.send(kept);
        }
    });
}

//! Categories whose services may work in the page itself, for readers who agreed to them.
//!
//! Embeds live in frames. What counts and sells has to run in the page: where the configuration says
//! so, the page and its policy then depend on a small **state**, one bit per such category.

use super::Site;
use crate::catalogue::Service;
use crate::consent::{Consent, Decision, Fingerprint, Subject};
use std::fmt;
use url::Url;

/// Which of a site's in-page categories are open to a reader, and under which terms.
///
/// Written, it is what caches tell pages apart by: `none`, or `analytics:x7Qa.technical:Zu_1`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct State(Vec<(String, Fingerprint)>);

impl State {
    /// Nothing is open: the page is the one that everybody else gets.
    pub fn is_closed(&self) -> bool {
        self.0.is_empty()
    }

    /// The categories that are open.
    pub fn categories(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(id, _)| id.as_str())
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_closed() {
            return f.write_str("none");
        }
        let mut separator = "";
        self.0.iter().try_for_each(|(id, fingerprint)| {
            write!(f, "{separator}{id}:{fingerprint}")?;
            separator = ".";
            Ok(())
        })
    }
}

impl Site {
    /// What is open to a reader with these decisions.
    ///
    /// A category is open if a yes is in force for each of its services that the site uses: its own
    /// or, where it has none, its category's. One service that is refused by name closes it.
    pub fn state(&self, consent: &Consent) -> State {
        if self.in_page.is_empty() || consent.is_empty() {
            return State::default();
        }
        let terms = self.terms();
        let agreed = |service: &Service| {
            consent.decision(&service.id, &service.category) == Some(Decision::Accept)
        };
        let open = self.catalogue.categories().iter().filter_map(|category| {
            let id = &category.id;
            let mut services = self.services_in(id).filter(|service| self.uses(service));
            let open = self.in_page.contains(id)
                && services.next().is_some_and(agreed)
                && services.all(agreed);
            let subject = Subject::Category(id.clone());
            open.then(|| Some((id.clone(), *terms.fingerprints.get(&subject)?)))?
        });
        State(open.collect())
    }

    /// The site as a reader in this state gets it.
    pub fn in_state(&self, state: &State) -> Site {
        Site {
            opened: state.categories().map(str::to_owned).collect(),
            ..self.clone()
        }
    }

    /// Whether `url` is a resource of a service that is open here.
    pub(crate) fn opens(&self, url: &Url) -> bool {
        !self.opened.is_empty()
            && self
                .catalogue
                .resource(url)
                .is_some_and(|service| self.is_open(service) && service.resources.contain(url))
    }

    /// The hosts, and folders of hosts, that are open here, as sources of a policy.
    pub fn opened_sources(&self) -> Vec<String> {
        if self.opened.is_empty() {
            // As on nearly all pages: then the services need not be looked through.
            return Vec::new();
        }
        let services = self.catalogue.services().iter();
        let open = services.filter(|service| self.is_open(service));
        open.flat_map(|service| service.resources.sources())
            .collect()
    }

    fn is_open(&self, service: &Service) -> bool {
        self.opened.contains(&service.category) && self.uses(service)
    }
}

#[cfg(test)]
mod tests;

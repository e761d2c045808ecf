//! What readers of a site are told about each category and service, as fingerprints.

use super::Site;
use crate::catalogue::{Service, UNCLASSIFIED};
use crate::consent::{Fingerprint, Subject, Terms};
use std::sync::{Arc, OnceLock};

/// The terms of a site, worked out when they are first asked for.
#[derive(Clone, Debug, Default)]
pub struct TermsCache(OnceLock<(Key, Arc<Terms>)>);

/// Everything that terms come from.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    catalogue: [u8; 32],
    texts: [u8; 32],
    used: Vec<String>,
    days: u32,
}

impl Site {
    /// What a decision on this site must agree with to be in force.
    ///
    /// Of a service that is: who receives the data, who is responsible for them, and its category's
    /// name and purpose. Of a category: its name, its purpose, and the same of all services in it that
    /// the site uses, or of all there are if it does not say which. Words are the English ones and
    /// the publisher's own: correcting a translation changes nothing that was agreed to.
    pub fn terms(&self) -> Arc<Terms> {
        let (key, terms) = self.terms.0.get_or_init(|| (self.key(), self.work_out()));
        let same = key.catalogue == self.catalogue.digest()
            && key.texts == *self.texts.digest()
            && key.used == self.services_used
            && key.days == self.consent_days;
        // Settings were changed since: that is for tests and for builders of a site only.
        if same { terms.clone() } else { self.work_out() }
    }

    fn key(&self) -> Key {
        Key {
            catalogue: self.catalogue.digest(),
            texts: *self.texts.digest(),
            used: self.services_used.clone(),
            days: self.consent_days,
        }
    }

    fn work_out(&self) -> Arc<Terms> {
        let mut terms = Terms {
            days: self.consent_days,
            ..Terms::default()
        };
        for category in self.catalogue.categories() {
            let words = self.texts.wording(&category.id);
            let mut all = words.clone();
            for service in self.services_in(&category.id) {
                let about = recipient(service);
                if self.uses(service) {
                    all.push_str(&about);
                }
                let subject = Subject::Service(service.id.clone());
                let fingerprint = Fingerprint::of(&format!("{words}{about}"));
                terms.fingerprints.insert(subject, fingerprint);
            }
            let subject = Subject::Category(category.id.clone());
            terms.fingerprints.insert(subject, Fingerprint::of(&all));
        }
        Arc::new(terms)
    }

    /// All services of a category, used on the site or not.
    pub fn services_in<'s>(&'s self, category: &'s str) -> impl Iterator<Item = &'s Service> {
        let services = self.catalogue.services().iter();
        services.filter(move |service| service.category == category)
    }

    /// Whether the publisher says that the site uses a service, or does not say which it uses.
    pub fn uses(&self, service: &Service) -> bool {
        self.services_used.is_empty() || self.services_used.contains(&service.id)
    }

    /// Whether readers are shown a category among their choices: nobody says yes to a purpose unseen.
    pub fn shows(&self, category: &str) -> bool {
        category == UNCLASSIFIED || self.services_in(category).any(|service| self.uses(service))
    }
}

fn recipient(service: &Service) -> String {
    let controller = service.controller.as_deref().unwrap_or_default();
    format!("\n{}\t{}\t{controller}", service.id, service.entity)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Catalogue, Layer, Source};

    fn site(services: &[(&str, &str)]) -> Site {
        let entry = |(id, entity): &(&str, &str)| {
            format!(
                "schema = 1\nid = \"{id}\"\nname = \"N\"\ncategory = \"video\"\nentity = \"{entity}\"\n\
                 privacy = \"https://a.example/p\"\nsource = \"https://a.example/\"\nreviewed = 2026-11-21\n\
                 data = [\"ip-address\"]\n[resources]\nhosts = [\"{id}.example\"]\n"
            )
        };
        let texts: Vec<(String, String)> = services
            .iter()
            .map(|service| (format!("services/{}.toml", service.0), entry(service)))
            .collect();
        let services = texts.iter().map(|(name, text)| Source { name, text });
        let own = Layer {
            services: services.collect(),
            ..Layer::default()
        };
        let catalogue = Catalogue::load(&[Layer::embedded(), own]).unwrap();
        Site {
            catalogue: catalogue.into(),
            services_used: ["valley-one", "valley-two"].map(str::to_owned).into(),
            ..Site::for_tests()
        }
    }

    fn print(site: &Site, subject: &str) -> Fingerprint {
        let subject = match subject.strip_prefix('@') {
            Some(id) => Subject::Service(id.to_owned()),
            None => Subject::Category(subject.to_owned()),
        };
        site.terms().fingerprints[&subject]
    }

    /// Requirement 15.
    #[test]
    fn another_recipient_or_purpose_makes_another_fingerprint_and_nothing_else_does() {
        let before = site(&[
            ("valley-one", "A"),
            ("valley-two", "B"),
            ("valley-three", "C"),
        ]);
        let same = site(&[
            ("valley-one", "A"),
            ("valley-two", "B"),
            ("valley-three", "Sold"),
        ]);
        for subject in ["video", "@valley-one", "@valley-two", "social"] {
            assert_eq!(print(&before, subject), print(&same, subject), "{subject}");
        }
        assert_ne!(
            print(&before, "@valley-three"),
            print(&same, "@valley-three")
        );
        let sold = site(&[
            ("valley-one", "A"),
            ("valley-two", "Sold"),
            ("valley-three", "C"),
        ]);
        for (subject, changed) in [
            ("video", true),
            ("@valley-two", true),
            ("@valley-one", false),
            ("social", false),
        ] {
            assert_eq!(
                print(&before, subject) != print(&sold, subject),
                changed,
                "{subject}"
            );
        }
        let mut more = before.clone();
        more.services_used.push("valley-three".to_owned());
        assert_ne!(print(&before, "video"), print(&more, "video"));
        assert_eq!(print(&before, "@valley-one"), print(&more, "@valley-one"));
        let mut words = crate::texts::OwnWords::new();
        let purpose = [("fr".to_owned(), "Pour autre chose".to_owned())];
        words.entry("video".to_owned()).or_default().purpose = purpose.into();
        let mut reworded = before.clone();
        reworded.texts = Arc::new(before.texts.with_categories(&words));
        for subject in ["video", "@valley-one"] {
            assert_ne!(
                print(&before, subject),
                print(&reworded, subject),
                "{subject}"
            );
        }
        assert_eq!(print(&before, "social"), print(&reworded, "social"));
    }
}

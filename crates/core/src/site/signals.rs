//! Signals between the gate and other tools in the site's pages: what they are told, and whom the gate listens to.

use super::Site;

/// What a site's pages say and hear beside their notices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signals {
    /// Tell tags by Consent Mode v2, in its basic form, which of them may store what.
    pub consent_mode: bool,
    /// What a yes on a consent platform of the site's own (IAB TCF) means here; none: it is not listened to.
    pub platform: Vec<PlatformRule>,
}

/// What must be agreed to on a consent platform for it to count as a yes to a category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlatformRule {
    /// The category's id.
    pub category: String,
    /// Purposes, all of them: numbers of the TCF's list, 1 to 11.
    pub purposes: Vec<i64>,
    /// Vendors, all of them: numbers of the Global Vendor List.
    pub vendors: Vec<i64>,
}

impl Signals {
    /// Whether there are any.
    pub fn any(&self) -> bool {
        self.consent_mode || !self.platform.is_empty()
    }

    /// The rules as the client reads them: `video:1,3:755 maps:1:`.
    pub(crate) fn platform_rules(&self) -> String {
        let list = |ids: &[i64]| {
            let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
            ids.join(",")
        };
        let rules = self.platform.iter().map(|rule| {
            let (purposes, vendors) = (list(&rule.purposes), list(&rule.vendors));
            format!("{}:{purposes}:{vendors}", rule.category)
        });
        rules.collect::<Vec<_>>().join(" ")
    }
}

impl Site {
    /// What categories stand for in Consent Mode, and their services where the publisher says which are
    /// used: `analytics:analytics_storage:matomo`.
    pub(crate) fn consent_mode_signals(&self) -> String {
        let categories = self.catalogue.categories().iter();
        let signalling = categories.filter(|category| !category.signals.is_empty());
        let told = signalling.map(|category| {
            let services = self
                .services_in(&category.id)
                .filter(|service| !self.services_used.is_empty() && self.uses(service))
                .map(|service| service.id.as_str());
            let services: Vec<&str> = services.collect();
            format!(
                "{}:{}:{}",
                category.id,
                category.signals.join(","),
                services.join(",")
            )
        });
        told.collect::<Vec<_>>().join(" ")
    }
}

//! `[signals]`: what the site's pages tell other tools, and whom they listen to.

use super::Loaded;
use super::sections::choice;
use jalousie_core::catalogue::UNCLASSIFIED;
use jalousie_core::document::{Located, Section};
use jalousie_core::site::PlatformRule;

/// Purposes of the TCF, version 2.
const PURPOSES: std::ops::RangeInclusive<i64> = 1..=11;

/// Numbers of the Global Vendor List.
const VENDORS: std::ops::RangeInclusive<i64> = 1..=65_535;

pub(super) fn read(mut section: Section<'_>, loaded: &mut Loaded) {
    let mode = section.parsed("consent_mode", |word| match word {
        "off" => Ok(false),
        "basic" => Ok(true),
        "advanced" => Err(
            "expected \"basic\" or \"off\": in the advanced mode tags load, and tell their servers of each page, \
             before the reader has said yes, and nothing may reach a third party then",
        ),
        _ => Err("expected \"basic\" or \"off\""),
    });
    loaded.site.signals.consent_mode = mode.is_some_and(|mode| mode.value);
    for rule in section.sections("tcf") {
        let rule = platform_rule(rule, loaded);
        loaded.site.signals.platform.extend(rule);
    }
    section.finish();
}

/// `[[signals.tcf]]`: what a yes to a category is on the platform.
fn platform_rule(mut section: Section<'_>, loaded: &Loaded) -> Option<PlatformRule> {
    section.require(&["category", "purposes"]);
    let site = &loaded.site;
    let category = section.parsed("category", |id| {
        let known = site.catalogue.categories().iter();
        let ids: Vec<&str> = known
            .map(|category| &*category.id)
            .filter(|id| *id != UNCLASSIFIED)
            .collect();
        if ids.contains(&id) {
            Ok(id.to_owned())
        } else {
            Err(choice(id, &ids))
        }
    });
    let numbers = |found: Vec<Located<i64>>| found.into_iter().map(|id| id.value).collect();
    let before = section.errors();
    let purposes: Vec<i64> = numbers(section.integers("purposes", PURPOSES));
    if section.has("purposes") && purposes.is_empty() && section.errors() == before {
        section.report(
            "purposes",
            "expected at least one: a yes to nothing would open the category to everybody",
        );
    }
    let vendors = numbers(section.integers("vendors", VENDORS));
    if let Some(category) = &category
        && site
            .signals
            .platform
            .iter()
            .any(|rule| rule.category == category.value)
    {
        section.expected("category", category, "each category once");
    }
    section.finish();
    Some(PlatformRule {
        category: category?.value,
        purposes,
        vendors,
    })
}

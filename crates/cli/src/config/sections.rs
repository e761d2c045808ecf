//! The sections of the file, one function each.

use super::categories::Categories;
use super::{
    KeySetting, LoadError, Loaded, observability, paths, proxy, receipts, services, signals, values,
};
use crate::keys;
use jalousie_core::catalogue::{Catalogue, HostPattern, Service};
use jalousie_core::document::{Document, Located, Section, alternatives, suggestion};
use jalousie_core::frame::Keys;
use jalousie_core::site::{AllowedHost, Cache, Mode, Site};
use std::collections::BTreeMap;
use std::path::Path;
use url::Url;

/// Browsers keep no cookie longer than this (RFC 6265bis, 5.5).
const LONGEST_CONSENT: i64 = 400;

/// Puts a value where it belongs, if there is one.
pub(super) fn set<T>(place: &mut T, found: Option<Located<T>>) {
    if let Some(found) = found {
        *place = found.value;
    }
}

/// The same, for what may be left out.
fn set_some<T>(place: &mut Option<T>, found: Option<Located<T>>) {
    if let Some(found) = found {
        *place = Some(found.value);
    }
}

/// What a file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// The process; and, where it names no other files in `sites`, its only site.
    Main,
    /// The process alone.
    Process,
    /// One site of several.
    Site,
}

impl Scope {
    /// Reports keys that do not belong into a file of this scope.
    pub(super) fn check(
        self,
        section: &mut Section<'_>,
        of_sites: &[&'static str],
        of_processes: &[&'static str],
    ) {
        match self {
            Scope::Main => {}
            Scope::Process => section.misplaced(
                of_sites,
                "expected in the files of the sites, as there are several",
            ),
            Scope::Site => section.misplaced(
                of_processes,
                "expected in the main file, because it holds for all sites",
            ),
        }
    }
}

/// Reads a whole document into `loaded`, and gives the files of sites that it names. What is wrong
/// in it is reported to it, what is wrong in other files to `error`.
pub(super) fn read(
    document: &Document<'_>,
    scope: Scope,
    base: &Path,
    catalogue: Option<&Path>,
    loaded: &mut Loaded,
    error: &mut LoadError,
) -> Vec<Located<String>> {
    let mut root = document.root();
    let sites = root.strings("sites");
    let scope = match scope {
        Scope::Main if !sites.is_empty() => Scope::Process,
        scope => scope,
    };
    scope.check(
        &mut root,
        &[
            "mode", "site", "services", "allow", "paths", "consent", "signals", "receipts",
            "frames",
        ],
        &["sites", "observability"],
    );
    if scope == Scope::Site {
        root.require(&["site", "proxy"]);
    }
    set(
        &mut loaded.site.mode,
        root.one_of("mode", &[("gate", Mode::Gate), ("observe", Mode::Observe)]),
    );
    // First of all, because hosts are compared with it.
    let categories = Categories::read(root.section("categories"));
    services::read(
        root.section("services"),
        base,
        catalogue,
        &categories.ids(),
        loaded,
        error,
    );
    if let Some(section) = root.section("site") {
        site(section, scope, loaded);
    }
    // After the site's language, in which new categories need words.
    categories.apply(&root, loaded);
    allow(root.sections("allow"), &mut loaded.site);
    paths::read(root.sections("paths"), &mut loaded.site);
    if let Some(section) = root.section("consent") {
        consent(section, &mut loaded.site);
    }
    // After the categories, which it names.
    if let Some(section) = root.section("signals") {
        signals::read(section, loaded);
    }
    if let Some(section) = root.section("receipts") {
        receipts::read(section, base, loaded);
    }
    if let Some(section) = root.section("frames") {
        frames(section, base, scope, loaded);
    }
    if let Some(section) = root.section("proxy") {
        proxy::read(section, base, scope, loaded);
    }
    if let Some(section) = root.section("observability") {
        observability::read(section, base, loaded);
    }
    root.finish();
    sites
}

/// A site's host, as requests name it.
fn host_of(url: &Located<Url>) -> Located<String> {
    url.clone()
        .map(|url| url.host_str().unwrap_or_default().to_owned())
}

fn site(mut section: Section<'_>, scope: Scope, loaded: &mut Loaded) {
    let site = &mut loaded.site;
    if scope == Scope::Site {
        section.require(&["url"]);
    }
    if let Some(url) = section.parsed("url", values::origin) {
        let host = host_of(&url);
        if scope == Scope::Site {
            loaded.keys = KeySetting::Site(host.value.clone());
        }
        loaded.hosts.push(host);
        loaded.public.url = Some(url.value);
    }
    set_some(&mut site.name, section.parsed("name", values::words));
    set_some(
        &mut site.privacy_page,
        section.parsed("privacy_page", values::link),
    );
    let texts = site.texts.clone();
    let language = section.parsed("language", |code| {
        let found = texts.find(code).map(|language| language.code().to_owned());
        found.ok_or_else(|| choice(code, &texts.codes().collect::<Vec<_>>()))
    });
    set(&mut site.language, language);
    first_party(&mut section, site);
    set(
        &mut site.preferences_link,
        section.boolean("preferences_link"),
    );
    set(&mut site.guard, section.boolean("guard"));
    set(
        &mut site.cache,
        section.one_of(
            "cache",
            &[("shared", Cache::Shared), ("private", Cache::Private)],
        ),
    );
    set(&mut site.prefix, section.parsed("prefix", values::prefix));
    section.finish();
}

fn first_party(section: &mut Section<'_>, site: &mut Site) {
    const KEY: &str = "first_party";
    for host in section.parsed_list(KEY, values::host) {
        if site.first_party.contains(&host) {
            section.report_at(
                &host.place,
                format!("site.{KEY} = \"{}\": listed twice", host.value),
            );
            continue;
        }
        if let Some(service) = owner(&site.catalogue, &host) {
            let publisher = site.name.as_deref().unwrap_or("the publisher");
            let Service {
                id, name, entity, ..
            } = service;
            let message = format!(
                "site.{KEY} = \"{}\": expected a host of {publisher}, but this one is of {name} ({entity}; service {id}); \
                 to let a third party through, use [[allow]] with a reason, or, if it is yours, [services] off = [\"{id}\"]",
                host.value
            );
            section.report_at(&host.place, message);
        }
        site.first_party.push(host.value);
    }
}

/// The service that a host belongs to, whole or in part.
fn owner<'c>(catalogue: &'c Catalogue, host: &HostPattern) -> Option<&'c Service> {
    let touches = |other: &HostPattern| {
        let meets = |one: &HostPattern, other: &HostPattern| {
            instance(other).is_some_and(|url| one.matches(&url))
        };
        !other.is_any() && (meets(host, other) || meets(other, host))
    };
    catalogue.services().iter().find(|service| {
        let shown = service.frame.iter().flat_map(|frame| &frame.hosts);
        let embeds = service
            .embeds
            .iter()
            .flat_map(|shape| &shape.urls)
            .map(|pattern| pattern.host());
        service
            .resources
            .hosts
            .iter()
            .chain(shown)
            .chain(embeds)
            .any(touches)
    })
}

/// An address on one of the hosts that a pattern stands for.
fn instance(host: &HostPattern) -> Option<Url> {
    let text = host.to_string();
    let text = match text.split_once('.') {
        Some((first, rest)) if first.starts_with(['*', '{']) => format!("some-label.{rest}"),
        _ => text,
    };
    Url::parse(&format!("https://{text}/")).ok()
}

fn allow(sections: Vec<Section<'_>>, site: &mut Site) {
    let mut seen = BTreeMap::new();
    for mut section in sections {
        section.require(&["host", "reason"]);
        let host = section.parsed("host", values::host);
        let reason = section.parsed("reason", |text| {
            values::words(text)
                .map_err(|_| "expected why readers may be sent to this host without being asked")
        });
        if let Some(host) = &host {
            if site.first_party.contains(host) {
                section.expected(
                    "host",
                    &host_text(host),
                    "a host that is not in site.first_party too: it is either yours or not",
                );
            }
            if let Some(first) = seen.insert(host.to_string(), host.place.clone()) {
                section.expected(
                    "host",
                    &host_text(host),
                    format!("each host once, and this one is at {first} already"),
                );
            }
        }
        if let (Some(host), Some(reason)) = (host, reason) {
            site.allowed.push(AllowedHost {
                host: host.value,
                reason: reason.value,
            });
        }
        section.finish();
    }
}

fn host_text(host: &Located<HostPattern>) -> Located<String> {
    host.clone().map(|host| host.to_string())
}

fn consent(mut section: Section<'_>, site: &mut Site) {
    set(&mut site.cookie, section.parsed("cookie", values::cookie));
    let days = section.integer("days", 1..=LONGEST_CONSENT);
    set(
        &mut site.consent_days,
        days.and_then(|days| {
            u32::try_from(days.value)
                .ok()
                .map(|value| days.map(|_| value))
        }),
    );
    set(&mut site.honour_gpc, section.boolean("gpc"));
    set(&mut site.tell_site, section.boolean("tell_site"));
    section.finish();
}

fn frames(mut section: Section<'_>, base: &Path, scope: Scope, loaded: &mut Loaded) {
    if let Some(origin) = section.parsed("origin", values::origin) {
        match &loaded.public.url {
            None => section.report(
                "origin",
                "needs site.url, so that only the site may show what is on the frame host",
            ),
            Some(site) if *site == origin.value => {
                section.report(
                    "origin",
                    "is site.url too; expected another host, better still on another site",
                );
            }
            Some(_) => {}
        }
        if scope == Scope::Site {
            loaded.hosts.push(host_of(&origin));
        }
        loaded.site.frame_origin = Some(origin.value);
    }
    let file = section.parsed("key_file", |text| {
        values::words(text)
            .map(|name| base.join(name))
            .map_err(|_| "expected the name of a file")
    });
    let listed = section.strings("keys");
    if let (Some(_), Some(first)) = (&file, listed.first()) {
        section.report_at(
            &first.place,
            "frames.keys: expected no keys here, or no frames.key_file beside them",
        );
    }
    // A key is not repeated in messages: they end in logs.
    let mut known = Vec::new();
    for text in listed {
        match keys::parse(&text) {
            Ok(key) if known.contains(&key) => {
                section.report_at(&text.place, "frames.keys: this key is listed twice")
            }
            Ok(key) => known.push(key),
            Err(expected) => section.report_at(&text.place, format!("frames.keys: {expected}")),
        }
    }
    loaded.keys = match (Keys::new(known), file) {
        (Some(keys), _) => KeySetting::Listed(keys),
        (None, Some(file)) => KeySetting::File(file.value),
        (None, None) => loaded.keys.clone(),
    };
    section.finish();
}

/// What was expected of a word, and what was probably meant.
pub(crate) fn choice(word: &str, known: &[&str]) -> String {
    let expected = alternatives(known.iter().copied());
    match suggestion(word, known.iter().copied()) {
        Some(guess) => format!("expected {expected}; did you mean {guess}?"),
        None => format!("expected {expected}"),
    }
}

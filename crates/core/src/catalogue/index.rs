//! From an element or an address to the service, without asking every service.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use url::Url;

use super::host::HostName;
use super::shape::{Element, EmbedShape};
use super::words::Words;
use super::{HostPattern, Service};

/// Where to look first. All lists are in the order in which services (by id) and what they list
/// are tried.
#[derive(Debug, Default)]
pub(super) struct Index {
    by_host: Hosts<Candidate>,
    by_class: Map<Vec<Candidate>>,
    by_id: Map<Vec<Candidate>>,
    by_attribute: Map<Vec<Candidate>>,
    marks: Marks,
    claims: Hosts<Claim>,
}

/// A shape that may match: positions of the service and of its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) service: usize,
    pub(super) shape: usize,
}

/// Addresses that belong to a service: its position, and where it says so.
#[derive(Debug, Clone, Copy)]
struct Claim {
    service: usize,
    place: ClaimPlace,
}

/// The position in a service's list of this name.
#[derive(Debug, Clone, Copy)]
enum ClaimPlace {
    Urls(usize),
    Hosts(usize),
    FrameHosts(usize),
}

impl Claim {
    fn accepts(self, services: &[Service], url: &Url) -> bool {
        let service = &services[self.service];
        match self.place {
            ClaimPlace::Urls(at) => service.resources.urls[at].accepts(url),
            ClaimPlace::Hosts(at) => service.resources.hosts[at].matches(url),
            ClaimPlace::FrameHosts(at) => service
                .frame
                .as_ref()
                .is_some_and(|frame| frame.hosts[at].matches(url)),
        }
    }
}

impl Index {
    /// Indexes services, which are in order of their ids.
    pub(super) fn new(services: &[Service]) -> Self {
        let mut index = Self::default();
        // Growing step by step would cost a large catalogue time when it starts.
        let shapes = services.iter().flat_map(|service| &service.embeds);
        let claims = |service: &Service| {
            service.resources.hosts.len()
                + service.frame.as_ref().map_or(0, |frame| frame.hosts.len())
        };
        index
            .by_host
            .exact
            .reserve(shapes.map(|shape| shape.urls.len()).sum());
        index
            .claims
            .exact
            .reserve(services.iter().map(claims).sum());
        index.claims.below.reserve(services.len());
        for (service, entry) in services.iter().enumerate() {
            for (shape, embed) in entry.embeds.iter().enumerate() {
                index.add_shape(embed, Candidate { service, shape });
            }
        }
        index.add_claims(services);
        index
    }

    /// What shapes that have no address are found by.
    pub(super) fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The service that an element is an embed of: hosts come first, the most specific one
    /// before others, then class, id and attributes.
    pub(super) fn embed(
        &self,
        services: &[Service],
        element: &dyn Element,
        url: Option<&Url>,
    ) -> Option<Candidate> {
        let first = |candidates: &[Candidate]| {
            let accepts = |found: &&Candidate| {
                services[found.service].embeds[found.shape].accepts(element, url)
            };
            candidates.iter().find(accepts).copied()
        };
        let by_host = url.and_then(|url| self.by_host.find(url, |candidates| first(candidates)));
        by_host.or_else(|| self.by_mark(element, first))
    }

    /// The service that an address belongs to.
    pub(super) fn resource<'c>(&self, services: &'c [Service], url: &Url) -> Option<&'c Service> {
        let service = self.claims.find(url, |claims| {
            claims
                .iter()
                .find(|claim| claim.accepts(services, url))
                .map(|claim| claim.service)
        })?;
        Some(&services[service])
    }

    /// How many shapes or claims one key leads to at most.
    #[cfg(test)]
    pub(super) fn longest_list(&self) -> usize {
        let shapes = [
            &self.by_host.exact,
            &self.by_host.below,
            &self.by_class,
            &self.by_id,
            &self.by_attribute,
        ];
        let shapes = shapes
            .into_iter()
            .flat_map(|map| map.values().map(Vec::len));
        let claims = [&self.claims.exact, &self.claims.below];
        let claims = claims
            .into_iter()
            .flat_map(|map| map.values().map(Vec::len));
        shapes.chain(claims).max().unwrap_or_default()
    }

    fn by_mark(
        &self,
        element: &dyn Element,
        first: impl Fn(&[Candidate]) -> Option<Candidate>,
    ) -> Option<Candidate> {
        let marks = &self.marks;
        let found_by = marks.element(element.name().as_bytes());
        if found_by == Marks::NOTHING {
            return None;
        }
        let look = |lists: &Map<Vec<Candidate>>, key: &str| first(lists.get(key)?);
        let class = element.attribute("class").and_then(|classes| {
            classes
                .split_ascii_whitespace()
                .filter(|class| marks.has_class(class.as_bytes()))
                .find_map(|class| look(&self.by_class, class))
        });
        let id = || {
            element
                .attribute("id")
                .and_then(|id| look(&self.by_id, &id))
        };
        let attribute = || {
            let mut found = None;
            element.attribute_names(&mut |name| {
                if found.is_none()
                    && marks.has_attribute(element.name().as_bytes(), name.as_bytes())
                {
                    found = look(&self.by_attribute, name);
                }
            });
            found
        };
        class.or_else(id).or_else(|| {
            if found_by & Marks::BY_ATTRIBUTE != 0 {
                attribute()
            } else {
                None
            }
        })
    }

    fn add_shape(&mut self, shape: &EmbedShape, candidate: Candidate) {
        if !shape.urls.is_empty() && !shape.is_on_any_host() {
            for pattern in &shape.urls {
                let list = self.by_host.list(pattern.host());
                // Several patterns of a shape on one host: the shape tries them all.
                if list.last() != Some(&candidate) {
                    list.push(candidate);
                }
            }
            return;
        }
        let (lists, key, found_by) = match (&shape.class, &shape.id, &shape.attribute) {
            (Some(class), _, _) => (&mut self.by_class, class, Marks::BY_CLASS),
            (None, Some(id), _) => (&mut self.by_id, id, Marks::BY_ID),
            (None, None, Some(test)) => (&mut self.by_attribute, &test.name, Marks::BY_ATTRIBUTE),
            // Nothing to find it by: the catalogue's reader has refused it.
            (None, None, None) => return,
        };
        lists.entry(key.clone()).or_default().push(candidate);
        self.marks.add(&shape.elements, key, found_by);
    }

    /// Of claims on one host, addresses come before whole hosts, and what a service says that it
    /// loads before what its frames may load.
    fn add_claims(&mut self, services: &[Service]) {
        let mut add = |service: usize, host: &HostPattern, place: ClaimPlace| {
            if !host.is_any() {
                self.claims.list(host).push(Claim { service, place });
            }
        };
        for (service, entry) in services.iter().enumerate() {
            for (at, pattern) in entry.resources.urls.iter().enumerate() {
                add(service, pattern.host(), ClaimPlace::Urls(at));
            }
        }
        for (service, entry) in services.iter().enumerate() {
            for (at, host) in entry.resources.hosts.iter().enumerate() {
                add(service, host, ClaimPlace::Hosts(at));
            }
        }
        for (service, entry) in services.iter().enumerate() {
            let hosts = entry.frame.iter().flat_map(|frame| &frame.hosts);
            for (at, host) in hosts.enumerate() {
                add(service, host, ClaimPlace::FrameHosts(at));
            }
        }
    }
}

/// What elements without an address are found by: pages are full of elements, classes and
/// attributes, and nearly all are none of these. Whoever finds one here has to look closer.
#[derive(Debug)]
pub(crate) struct Marks {
    elements: Words,
    /// Classes and ids.
    values: Words,
    /// Attributes, each after the name of its element: some are common on others.
    attributes: Words,
    /// Attributes alone: nearly all others are none of them, on whatever element.
    names: Words,
}

/// An element's name and an attribute's.
struct Pair {
    bytes: [u8; 64],
    length: usize,
}

impl Pair {
    /// `None`: too long.
    fn new(element: &[u8], attribute: &[u8]) -> Option<Self> {
        let (mut bytes, length) = ([b' '; 64], element.len() + 1 + attribute.len());
        bytes.get_mut(..element.len())?.copy_from_slice(element);
        let rest = bytes.get_mut(element.len() + 1..length)?;
        rest.copy_from_slice(attribute);
        Some(Self { bytes, length })
    }

    fn text(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

impl Default for Marks {
    fn default() -> Self {
        Self {
            elements: Words::names(),
            values: Words::exact(),
            attributes: Words::names(),
            names: Words::names(),
        }
    }
}

impl Marks {
    pub(crate) const NOTHING: u8 = 0;
    pub(crate) const BY_CLASS: u8 = 1;
    pub(crate) const BY_ID: u8 = 2;
    pub(crate) const BY_ATTRIBUTE: u8 = 4;

    fn add(&mut self, elements: &[String], key: &str, found_by: u8) {
        for element in elements {
            self.elements.add(element, found_by);
            match found_by {
                Self::BY_ATTRIBUTE => {
                    self.attributes.add(&format!("{element} {key}"), found_by);
                    self.names.add(key, found_by);
                }
                _ => self.values.add(key, found_by),
            }
        }
    }

    /// By what an element of this name may be found.
    pub(crate) fn element(&self, name: &[u8]) -> u8 {
        self.elements.get(name)
    }

    pub(crate) fn has_class(&self, class: &[u8]) -> bool {
        self.values.get(class) & Self::BY_CLASS != 0
    }

    pub(crate) fn has_id(&self, id: &[u8]) -> bool {
        self.values.get(id) & Self::BY_ID != 0
    }

    pub(crate) fn has_attribute(&self, element: &[u8], name: &[u8]) -> bool {
        let pair = || Pair::new(element, name);
        self.names.get(name) != 0 && pair().is_none_or(|pair| self.attributes.get(pair.text()) != 0)
    }
}

/// Lists by host.
#[derive(Debug)]
struct Hosts<T> {
    exact: Map<Vec<T>>,
    /// For patterns of subdomains, by the domain above.
    below: Map<Vec<T>>,
}

impl<T> Default for Hosts<T> {
    fn default() -> Self {
        Self {
            exact: Map::default(),
            below: Map::default(),
        }
    }
}

impl<T> Hosts<T> {
    fn list(&mut self, host: &HostPattern) -> &mut Vec<T> {
        let (map, key) = match host.name() {
            HostName::Exact(name) => (&mut self.exact, name),
            HostName::Subdomains(parent) | HostName::Label(_, parent) => (&mut self.below, parent),
            HostName::Any(name) => (&mut self.below, name),
        };
        map.entry(key.clone()).or_default()
    }

    /// Asks the list of the host, then those of the domains above it, the longest first.
    fn find<R>(&self, url: &Url, mut ask: impl FnMut(&[T]) -> Option<R>) -> Option<R> {
        let host = url.host_str()?;
        if let Some(found) = self.exact.get(host).and_then(|list| ask(list)) {
            return Some(found);
        }
        let mut rest = host;
        while let Some((_, parent)) = rest.split_once('.') {
            if let Some(found) = self.below.get(parent).and_then(|list| ask(list)) {
                return Some(found);
            }
            rest = parent;
        }
        None
    }
}

type Hash = BuildHasherDefault<Fnv>;
type Map<T> = HashMap<String, T, Hash>;

/// FNV-1a (<http://www.isthe.com/chongo/tech/comp/fnv/>): quick for short keys and the same in
/// every process. Its keys come from the catalogue, so nobody gains from making them collide.
#[derive(Debug)]
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

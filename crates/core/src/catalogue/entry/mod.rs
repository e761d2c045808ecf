//! Reading one service entry.

mod fields;
mod frame;
mod shape;

use super::load::{Source, Vocabulary, choose, identifier, values};
use super::{HostPattern, Reader, Resources, Service, Storage, StorageKind, UrlPattern};
use crate::diagnostics::Diagnostics;
use crate::document::{Document, Located, Place, Section};

/// An entry, and where it says what other entries may say too.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) service: Service,
    pub(super) id_place: Place,
    /// Where each of the shapes begins.
    pub(super) shape_places: Vec<Place>,
    pub(super) hosts: Vec<Located<HostPattern>>,
    pub(super) urls: Vec<Located<UrlPattern>>,
}

/// The keys of an entry, for those that are `unverified`.
const KEYS: [&str; 15] = [
    "name",
    "category",
    "entity",
    "controller",
    "country",
    "privacy",
    "retention",
    "safeguard",
    "oembed",
    "source",
    "data",
    "storage",
    "embed",
    "resources",
    "frame",
];

const REQUIRED: [&str; 9] = [
    "schema", "id", "name", "category", "entity", "privacy", "source", "reviewed", "data",
];

/// Reads an entry; `None` if something is wrong with it.
pub(super) fn read(
    source: &Source<'_>,
    vocabulary: &Vocabulary,
    found: &mut Diagnostics,
) -> Option<Entry> {
    let document = match Document::parse(source.name, source.text) {
        Ok(document) => document,
        Err(errors) => {
            found.extend(errors);
            return None;
        }
    };
    let entry = read_root(&document, source.stem(), vocabulary);
    match document.finish() {
        Ok(()) => entry,
        Err(errors) => {
            found.extend(errors);
            None
        }
    }
}

fn read_root(document: &Document<'_>, stem: &str, vocabulary: &Vocabulary) -> Option<Entry> {
    let mut root = document.root();
    root.require(&REQUIRED);
    let facts = read_facts(&mut root, stem, vocabulary);
    let storage = root
        .sections("storage")
        .into_iter()
        .filter_map(read_storage)
        .collect();
    let (hosts, urls) = root
        .section("resources")
        .map(read_resources)
        .unwrap_or_default();
    let errors = root.errors();
    let shapes = root.sections("embed");
    let frame = root.section("frame");
    if let (None, Some(shape)) = (&frame, shapes.first()) {
        let message = "section [frame] is missing: expected how embeds are shown after consent";
        document.report(shape.place(), message);
    }
    let shape_places: Vec<Place> = shapes.iter().map(|shape| shape.place().clone()).collect();
    let shapes = shapes.into_iter().enumerate();
    let embeds: Vec<_> = shapes
        .map(|(position, shape)| shape::read(shape, position))
        .collect();
    let frame = frame.map(|section| frame::read(section, &embeds, &shape_places, errors));
    root.finish();

    let (id_place, facts) = facts?;
    let resources = Resources {
        hosts: hosts.iter().map(|host| host.value.clone()).collect(),
        urls: urls.iter().map(|url| url.value.clone()).collect(),
    };
    let service = Service {
        storage,
        embeds,
        resources,
        frame,
        ..facts
    };
    Some(Entry {
        service,
        id_place,
        shape_places,
        hosts,
        urls,
    })
}

/// What is stated of the service, and where its id is.
fn read_facts<'d>(
    root: &mut Section<'d>,
    stem: &str,
    vocabulary: &Vocabulary,
) -> Option<(Place, Service)> {
    root.integer("schema", 1..=1);
    let id = root.parsed("id", |text| match identifier(text)? {
        id if id == stem => Ok(id),
        _ => Err("expected the name of the file, without its extension"),
    });
    let name = fields::words(root, "name");
    let category = root.parsed("category", |text| vocabulary.category(text));
    let entity = fields::words(root, "entity");
    let controller = fields::words(root, "controller");
    let country = root.parsed("country", fields::country);
    let privacy = root.parsed("privacy", fields::page);
    let retention = fields::words(root, "retention");
    let safeguard = fields::words(root, "safeguard");
    let oembed = root.parsed("oembed", fields::page);
    let source = root.parsed("source", fields::page);
    let reviewed = root.date("reviewed");
    let data = values(root.parsed_list("data", |text| vocabulary.data(text)));
    let unverified = root.parsed_list("unverified", |text| choose(text, KEYS.into_iter()));
    let Located { value: id, place } = id?;
    let category = category?.value;
    let service = Service {
        id,
        name: name?,
        kind: category.clone(),
        category,
        entity: entity?,
        controller,
        country: country.map(|country| country.value),
        privacy: privacy?.value,
        retention,
        safeguard,
        oembed: oembed.map(|oembed| oembed.value),
        source: source?.value,
        reviewed: reviewed?.value,
        data,
        unverified: values(unverified),
        storage: Vec::new(),
        embeds: Vec::new(),
        resources: Resources::default(),
        frame: None,
    };
    Some((place, service))
}

fn read_storage(mut section: Section<'_>) -> Option<Storage> {
    section.require(&["name", "kind", "duration"]);
    let name = fields::words(&mut section, "name");
    let kind = section.one_of(
        "kind",
        &[
            ("cookie", StorageKind::Cookie),
            ("local", StorageKind::Local),
            ("session", StorageKind::Session),
            ("indexeddb", StorageKind::IndexedDb),
        ],
    );
    let duration = fields::words(&mut section, "duration");
    let reader = section.one_of(
        "reader",
        &[
            ("third-party", Reader::ThirdParty),
            ("first-party", Reader::FirstParty),
        ],
    );
    section.finish();
    Some(Storage {
        name: name?,
        kind: kind?.value,
        duration: duration?,
        reader: reader.map(|reader| reader.value),
    })
}

type Claims = (Vec<Located<HostPattern>>, Vec<Located<UrlPattern>>);

fn read_resources(mut section: Section<'_>) -> Claims {
    let hosts = section.parsed_list("hosts", HostPattern::parse);
    let urls = section.parsed_list("urls", UrlPattern::parse);
    for host in hosts.iter().filter(|host| !host.is_fixed()) {
        section.expected(
            "hosts",
            &shown(host),
            "a host, or *. and a domain: nothing is captured here",
        );
    }
    for url in urls.iter().filter(|url| url.host().is_any()) {
        section.expected("urls", &shown(url), "a host before the path");
    }
    section.finish();
    (hosts, urls)
}

/// What was written, for a message.
pub(super) fn shown<T: ToString>(located: &Located<T>) -> Located<String> {
    Located {
        value: located.value.to_string(),
        place: located.place.clone(),
    }
}

//! What entries must not say of the same thing.

use std::collections::HashMap;

use super::EmbedShape;
use super::entry::Entry;
use crate::diagnostics::Diagnostics;
use crate::document::Place;

/// Reports what two entries claim, or one entry twice: only the first would ever be found.
pub(super) fn clashes<'e>(entries: impl Iterator<Item = &'e Entry>, found: &mut Diagnostics) {
    let mut claims = Claims::default();
    for entry in entries {
        let id = entry.service.id.as_str();
        for host in &entry.hosts {
            claims.claim(
                format!("host {}", host.value),
                "resources.hosts",
                id,
                &host.place,
                found,
            );
        }
        for url in &entry.urls {
            claims.claim(
                format!("address {}", url.canonical()),
                "resources.urls",
                id,
                &url.place,
                found,
            );
        }
        for (shape, place) in entry.service.embeds.iter().zip(&entry.shape_places) {
            for key in keys(shape) {
                claims.claim(key, "embed", id, place, found);
            }
        }
    }
}

/// Who was first to claim what.
#[derive(Default)]
struct Claims<'e>(HashMap<(&'static str, String), (&'e str, &'e Place)>);

impl<'e> Claims<'e> {
    fn claim(
        &mut self,
        what: String,
        kind: &'static str,
        id: &'e str,
        place: &'e Place,
        found: &mut Diagnostics,
    ) {
        if let Some((first, first_place)) = self.0.get(&(kind, what.clone())) {
            let message = format!(
                "{kind}: {what} is claimed twice, by {id:?} here and by {first:?} at {first_place}"
            );
            found.push(place.diagnostic(message));
        } else {
            self.0.insert((kind, what), (id, place));
        }
    }
}

/// What a shape says of the elements it means, once for each way to be one of them.
fn keys(shape: &EmbedShape) -> Vec<String> {
    let mut marks = String::new();
    for (name, value) in [("class", &shape.class), ("id", &shape.id)] {
        if let Some(value) = value {
            marks.push_str(&format!(" with {name} {value}"));
        }
    }
    if let Some(test) = &shape.attribute {
        marks.push_str(&format!(" with {}", test.name));
        if let Some(value) = &test.value {
            marks.push_str(&format!("={value}"));
        }
    }
    let mut urls: Vec<String> = shape
        .urls
        .iter()
        .map(|url| format!(" of {}", url.canonical()))
        .collect();
    if urls.is_empty() {
        urls.push(String::new());
    }
    let each = |element: &String| {
        urls.iter()
            .map(|url| format!("{element}{marks}{url}"))
            .collect::<Vec<_>>()
    };
    shape.elements.iter().flat_map(each).collect()
}

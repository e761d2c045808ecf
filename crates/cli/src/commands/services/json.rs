//! A service as JSON.

use jalousie_core::catalogue::{EmbedShape, Frame, FrameKind, Reader, Service, Size, Storage};
use serde_json::{Value, json};

pub(super) fn service(service: &Service) -> Value {
    json!({
        "id": service.id,
        "name": service.name,
        "category": service.category,
        "entity": service.entity,
        "controller": service.controller,
        "country": service.country,
        "privacy": service.privacy,
        "retention": service.retention,
        "safeguard": service.safeguard,
        "oembed": service.oembed,
        "source": service.source,
        "reviewed": service.reviewed.to_string(),
        "data": service.data,
        "unverified": service.unverified,
        "storage": service.storage.iter().map(storage).collect::<Vec<_>>(),
        "embeds": service.embeds.iter().map(|shape| embed(service, shape)).collect::<Vec<_>>(),
        "resources": {
            "hosts": texts(&service.resources.hosts),
            "urls": texts(&service.resources.urls),
        },
        "frame": service.frame.as_ref().map(frame),
    })
}

/// The catalogue's word for a kind of frame.
pub(super) fn kind(kind: FrameKind) -> &'static str {
    match kind {
        FrameKind::Iframe => "iframe",
        FrameKind::Script => "script",
    }
}

/// Things as their texts.
pub(super) fn texts<T: ToString>(things: &[T]) -> Vec<String> {
    things.iter().map(ToString::to_string).collect()
}

fn storage(storage: &Storage) -> Value {
    json!({
        "name": storage.name,
        "kind": storage.kind.as_str(),
        "duration": storage.duration,
        "reader": storage.reader.map(Reader::as_str),
    })
}

fn embed(service: &Service, shape: &EmbedShape) -> Value {
    json!({
        "elements": shape.elements,
        "urls": texts(&shape.urls),
        "class": shape.class,
        "id": shape.id,
        "attribute": shape.attribute.as_ref().map(|test| json!({ "name": test.name, "value": test.value })),
        "link": shape.link.as_ref().map(ToString::to_string),
        "preview": shape.preview.to_string(),
        "frame": kind(service.frame_kind(shape)),
        "src": service.frame_src(shape).map(ToString::to_string),
    })
}

fn frame(frame: &Frame) -> Value {
    let Size {
        aspect_ratio,
        height,
        min_height,
        max_width,
    } = frame.size;
    json!({
        "kind": kind(frame.kind),
        "hosts": texts(&frame.hosts),
        "allow": frame.allow,
        "aspect_ratio": aspect_ratio.map(|(width, height)| format!("{width}/{height}")),
        "height": height,
        "min_height": min_height,
        "max_width": max_width,
    })
}

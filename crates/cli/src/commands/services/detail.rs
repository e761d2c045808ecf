//! One service, for people.

use super::json::{kind, texts};
use crate::colour::Paint;
use jalousie_core::catalogue::{EmbedShape, Service};
use std::io::{self, Write};

pub(super) fn write(service: &Service, paint: Paint, output: &mut impl Write) -> io::Result<()> {
    writeln!(
        output,
        "{} ({})",
        paint.strong(&service.name),
        paint.name(&service.id)
    )?;
    let mut line = |key: &str, value: &str| match value {
        "" => Ok(()),
        value => writeln!(output, "  {} {value}", paint.faint(&format!("{key:<12}"))),
    };
    line("category", &service.category)?;
    line("recipient", &service.entity)?;
    let optional = |value: &Option<String>| value.clone().unwrap_or_default();
    line("controller", &optional(&service.controller))?;
    line("country", &optional(&service.country))?;
    line("safeguard", &optional(&service.safeguard))?;
    line("privacy", &service.privacy)?;
    line("receives", &service.data.join(", "))?;
    line("kept for", &optional(&service.retention))?;
    for (at, stored) in service.storage.iter().enumerate() {
        let reader = stored
            .reader
            .map(|reader| format!(", {}", reader.as_str()))
            .unwrap_or_default();
        let (name, kind) = (&stored.name, stored.kind.as_str());
        let text = format!("{name} ({kind}, {}{reader})", stored.duration);
        line(if at == 0 { "stores" } else { " " }, &text)?;
    }
    for (at, shape) in service.embeds.iter().enumerate() {
        line(&format!("embed {}", at + 1), &words(shape))?;
        for pattern in &shape.urls {
            line(" ", &format!("  {pattern}"))?;
        }
    }
    line("loads from", &texts(&service.resources.hosts).join(", "))?;
    for pattern in &service.resources.urls {
        line("loads", &pattern.to_string())?;
    }
    if let Some(frame) = &service.frame {
        line(
            "frame",
            &format!(
                "{}, open to {}",
                kind(frame.kind),
                texts(&frame.hosts).join(", ")
            ),
        )?;
        line("delegates", &frame.allow.join(", "))?;
    }
    line("oEmbed", &optional(&service.oembed))?;
    line("source", &service.source)?;
    line("reviewed", &service.reviewed.to_string())?;
    line("unverified", &service.unverified.join(", "))
}

/// What an element of this shape looks like, but for its addresses.
pub(super) fn words(shape: &EmbedShape) -> String {
    let mut words: Vec<String> = shape
        .elements
        .iter()
        .map(|name| format!("<{name}>"))
        .collect();
    words = vec![words.join(" or ")];
    words.extend(shape.class.as_ref().map(|class| format!("class {class:?}")));
    words.extend(shape.id.as_ref().map(|id| format!("id {id:?}")));
    words.extend(shape.attribute.as_ref().map(|test| match &test.value {
        Some(value) => format!("attribute {}={value:?}", test.name),
        None => format!("attribute {}", test.name),
    }));
    words.join(", ")
}

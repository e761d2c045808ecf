//! The catalogue as a page of documentation: docs/services.md.

use jalousie_core::catalogue::{Catalogue, FrameKind, Service};
use jalousie_core::texts::Language;
use std::io::{self, Write};

/// Writes all services in Markdown, by category, in the words of a language.
pub(super) fn write(
    catalogue: &Catalogue,
    language: &Language,
    output: &mut impl Write,
) -> io::Result<()> {
    let services = catalogue.services();
    let visible = services.iter().filter(|service| !service.embeds.is_empty());
    writeln!(
        output,
        "# Services\n\n\
         <!-- Written by `jalousie services --page > docs/services.md`; a test compares. -->\n\n\
         {} services: {} with content that readers see, which waits behind a notice, and {} that pages load unseen.\n\
         `jalousie services ID` shows all that is known of one. Facts that no source was opened for are marked \\*.\n\
         Missing one? [Add a service in ten minutes](../catalogue/README.md#add-a-service-in-ten-minutes).",
        services.len(),
        visible.clone().count(),
        services.len() - visible.count(),
    )?;
    for category in catalogue.categories() {
        let mut rows = services
            .iter()
            .filter(|service| service.category == category.id)
            .peekable();
        if rows.peek().is_none() {
            continue;
        }
        let about = [("category", category.id.as_str())];
        writeln!(
            output,
            "\n## {}\n\n{}\n\n| service | shown | recipient | in | privacy policy |\n|---|---|---|---|---|",
            language.format("category-name", &about),
            language.format("category-purpose", &about),
        )?;
        for service in rows {
            row(service, output)?;
        }
    }
    Ok(())
}

fn row(service: &Service, output: &mut impl Write) -> io::Result<()> {
    let mark = |key: &str| {
        let unverified = service.unverified.iter().any(|known| known == key);
        if unverified { " \\*" } else { "" }
    };
    writeln!(
        output,
        "| {} (`{}`) | {} | {}{} | {}{} | <{}>{} |",
        cell(&service.name),
        service.id,
        shown(service),
        cell(&service.entity),
        mark("entity"),
        service.country.as_deref().unwrap_or("–"),
        mark("country"),
        service.privacy,
        mark("privacy"),
    )
}

/// How its content appears after consent.
fn shown(service: &Service) -> String {
    let shapes = &service.embeds;
    let by_script = shapes
        .iter()
        .any(|shape| service.frame_kind(shape) == FrameKind::Script);
    let by_address = shapes
        .iter()
        .any(|shape| service.frame_kind(shape) == FrameKind::Iframe);
    match (by_address, by_script) {
        (true, false) => "its own frame".to_owned(),
        (false, true) => "by its script, in a frame".to_owned(),
        (true, true) => "its own frame, or by its script in one".to_owned(),
        (false, false) => "nothing: loaded unseen".to_owned(),
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

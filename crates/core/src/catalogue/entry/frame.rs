//! Reading `[frame]`.

use super::fields;
use crate::catalogue::PAGE;
use crate::catalogue::load::values;
use crate::catalogue::{EmbedShape, Frame, FrameKind, HostPattern, HtmlTemplate, UrlTemplate};
use crate::document::{Located, Place, Section};

/// Reads how embeds of these shapes are shown. `errors` is how many there were before the shapes
/// were read: only what is right by itself is checked against the rest.
pub(super) fn read(
    mut section: Section<'_>,
    shapes: &[EmbedShape],
    places: &[Place],
    errors: usize,
) -> Frame {
    section.require(&["kind", "hosts"]);
    let kind = section.one_of(
        "kind",
        &[("iframe", FrameKind::Iframe), ("script", FrameKind::Script)],
    );
    let hosts = section.parsed_list("hosts", HostPattern::parse);
    let src = section.parsed("src", UrlTemplate::parse);
    let html = section.parsed("html", HtmlTemplate::parse);
    let scripts = section.parsed_list("scripts", UrlTemplate::parse);
    let keep = values(section.parsed_list("keep", fields::kept_attribute));
    let allow = section.parsed_list("allow", |text| {
        fields::token(text, "a feature of permissions policy")
    });
    let size = fields::size(&mut section);
    let frame = Frame {
        kind: kind.map_or(FrameKind::Iframe, |kind| kind.value),
        hosts: hosts.iter().map(|host| host.value.clone()).collect(),
        src: src.map(|src| src.value),
        html: html.map(|html| html.value),
        scripts: values(scripts),
        keep,
        allow: values(allow),
        size,
    };
    if shapes.is_empty() {
        section.report(
            "kind",
            "expected [[embed]] too: nothing is ever shown in this frame",
        );
    } else if section.errors() == errors {
        let check = Check {
            section: &section,
            frame: &frame,
            shapes,
            places,
        };
        check.parts();
        check.captures();
        check.hosts(&hosts);
    }
    section.finish();
    frame
}

/// What frame and shapes must have together.
struct Check<'s, 'd> {
    section: &'s Section<'d>,
    frame: &'s Frame,
    shapes: &'s [EmbedShape],
    places: &'s [Place],
}

impl<'s> Check<'s, '_> {
    /// How a shape is shown.
    fn kind(&self, shape: &EmbedShape) -> FrameKind {
        self.frame.kind_for(shape)
    }

    /// Whether everything is there that a frame of this kind is made of.
    fn parts(&self) {
        let by_script = || {
            self.shapes
                .iter()
                .filter(|shape| self.kind(shape) == FrameKind::Script)
        };
        let scripted = by_script().next().is_some();
        let placed = self.html().any(HtmlTemplate::has_attributes);
        for (key, wanted, reason) in [
            (
                "html",
                by_script().any(|shape| shape.html.is_none()),
                "an embed is shown by script",
            ),
            ("scripts", scripted, "an embed is shown by script"),
            ("keep", placed, "html has {attributes}"),
        ] {
            if wanted && !self.section.has(key) {
                self.section
                    .report(key, format!("expected, because {reason}"));
            }
        }
        if !scripted && (self.section.has("scripts") || self.section.has("html")) {
            self.section.report(
                "kind",
                "expected no html and no scripts: every embed is shown by its address",
            );
        }
        if self.section.has("keep") && !placed {
            self.section.report(
                "keep",
                "expected {attributes} in html: nothing says where they go",
            );
        }
        for (shape, place) in self.addressed_shapes() {
            let own_address = shape.elements.iter().all(|name| fields::is_frame(name));
            if !own_address && !self.section.has("src") && shape.src.is_none() {
                self.section.report_at(
                    place,
                    "src is missing: expected the address to load, because the element has none",
                );
            }
        }
    }

    /// Whether every shape captures what the frame's templates need of it.
    fn captures(&self) {
        let given =
            |shape: &EmbedShape, name: &str| shape.capture_names().any(|found| found == name);
        let missing = |key: &str, name: &str, shape: &EmbedShape, place: &Place| {
            if !given(shape, name) {
                self.section.report(
                    key,
                    format!("nothing captures {{{name}}} for the embed at {place}"),
                );
            }
        };
        for (shape, place) in self.shapes.iter().zip(self.places) {
            match self.kind(shape) {
                FrameKind::Iframe if shape.src.is_none() => {
                    let names = self.frame.src.iter().flat_map(UrlTemplate::names);
                    names
                        .filter(|name| *name != PAGE)
                        .for_each(|name| missing("src", name, shape, place));
                }
                FrameKind::Iframe => {}
                FrameKind::Script => {
                    let html = self.frame.html.iter().filter(|_| shape.html.is_none());
                    html.flat_map(HtmlTemplate::names)
                        .for_each(|name| missing("html", name, shape, place));
                    let names = self.frame.scripts.iter().flat_map(UrlTemplate::names);
                    names.for_each(|name| missing("scripts", name, shape, place));
                }
            }
        }
        for name in self.frame.hosts.iter().filter_map(HostPattern::capture) {
            if !self.shapes.iter().any(|shape| given(shape, name)) {
                self.section.report(
                    "hosts",
                    format!("nothing captures {{{name}}}: expected it in an embed"),
                );
            }
        }
    }

    /// Whether the frame's policy admits what the frame loads first.
    fn hosts(&self, hosts: &[Located<HostPattern>]) {
        if hosts.is_empty() && self.section.has("hosts") {
            self.section.report("hosts", "expected at least one host");
            return;
        }
        let admitted = |wanted: &HostPattern| hosts.iter().any(|host| host.covers(wanted));
        let mut refused: Vec<(Place, &HostPattern)> = Vec::new();
        for (key, template) in self
            .frame
            .src
            .iter()
            .map(|src| ("src", src))
            .chain(self.frame.scripts.iter().map(|script| ("scripts", script)))
        {
            match template.host() {
                Some(host) => refused.push((self.section.place_of(key), host)),
                None => self
                    .section
                    .report(key, "expected an address that begins with https://"),
            }
        }
        for (shape, place) in self.addressed_shapes() {
            match shape.src.as_ref().or(self.frame.src.as_ref()) {
                Some(src) => refused.extend(src.host().map(|host| (place.clone(), host))),
                None => refused.extend(shape.urls.iter().map(|url| (place.clone(), url.host()))),
            }
        }
        refused.retain(|(_, host)| !admitted(host));
        refused.dedup();
        for (place, host) in refused {
            self.section.report_at(
                &place,
                format!("the frame is refused its own content: expected {host} in frame.hosts"),
            );
        }
    }

    fn addressed_shapes(&self) -> impl Iterator<Item = (&'s EmbedShape, &'s Place)> {
        let shapes = self.shapes.iter().zip(self.places);
        shapes.filter(|(shape, _)| self.kind(shape) == FrameKind::Iframe)
    }

    fn html(&self) -> impl Iterator<Item = &'s HtmlTemplate> {
        self.frame
            .html
            .iter()
            .chain(self.shapes.iter().filter_map(|shape| shape.html.as_ref()))
    }
}

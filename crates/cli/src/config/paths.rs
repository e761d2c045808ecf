//! `[[paths]]`: what is treated otherwise than the rest of the site.

use super::values;
use jalousie_core::document::Section;
use jalousie_core::site::{Exception, Mode, PathPattern, Site};
use std::collections::BTreeMap;

/// What a mode of a path may be.
const MODES: &[(&str, Mode)] = &[
    ("gate", Mode::Gate),
    ("observe", Mode::Observe),
    ("off", Mode::Off),
];

/// Reads the sections, after everything that they are exceptions from.
pub(super) fn read(sections: Vec<Section<'_>>, site: &mut Site) {
    let mut seen = BTreeMap::new();
    for mut section in sections {
        section.require(&["path", "reason"]);
        let path = section.parsed("path", PathPattern::parse);
        let reason = section.parsed("reason", |text| {
            values::words(text).map_err(|_| "expected why this path is treated otherwise")
        });
        let mode = section.one_of("mode", MODES).map(|mode| mode.value);
        let mut allowed = Vec::new();
        for host in section.parsed_list("allow", values::host) {
            let everywhere = site.allowed.iter().map(|allowed| &allowed.host);
            let why = if everywhere
                .chain(&site.first_party)
                .any(|one| *one == host.value)
            {
                "expected a host that is not let through everywhere already"
            } else if allowed.contains(&host.value) {
                "listed twice"
            } else if mode == Some(Mode::Off) {
                "expected no hosts: with mode = \"off\" nothing is gated there"
            } else {
                allowed.push(host.value);
                continue;
            };
            let message = format!("paths.allow = \"{}\": {why}", host.value);
            section.report_at(&host.place, message);
        }
        if let Some(path) = &path {
            let text = path.clone().map(|path| path.to_string());
            if text.value.starts_with(&site.prefix) {
                section.expected(
                    "path",
                    &text,
                    "a path of the site: this one is the gate's own",
                );
            }
            if let Some(first) = seen.insert(text.value.clone(), path.place.clone()) {
                let expected = format!("each path once, and this one is at {first} already");
                section.expected("path", &text, expected);
            }
            let same = mode.is_none_or(|mode| mode == site.mode) && !section.has("allow");
            if same {
                let message = "nothing is otherwise there: expected another mode than the site's, or allow = [\"host\"]";
                section.report_at(
                    &path.place,
                    format!("paths.path = {:?}: {message}", text.value),
                );
            }
        }
        if let (Some(path), Some(reason)) = (path, reason) {
            site.exceptions.push(Exception {
                path: path.value,
                mode,
                allowed,
                reason: reason.value,
            });
        }
        section.finish();
    }
}

//! `[observability]`: what operators see, and what is kept of requests.

use super::sections::set;
use super::{Loaded, values};
use jalousie_core::document::Section;
use jalousie_gate::record::{AccessTarget, Addresses};
use std::path::Path;
use url::Url;

pub(super) fn read(mut section: Section<'_>, base: &Path, loaded: &mut Loaded) {
    if let Some(address) = section.parsed("listen", values::listen) {
        if address.value == loaded.listen && address.value.port() != 0 {
            let written = address.clone().map(|address| address.to_string());
            section.expected("listen", &written, "another address than the gate's own");
        }
        loaded.operators = Some(address.value);
    }
    let record = &mut loaded.record;
    let target = section.parsed("access_log", |text| match text {
        "off" => Ok(None),
        "stdout" => Ok(Some(AccessTarget::Stdout)),
        name => values::words(name)
            .map(|name| Some(AccessTarget::File(base.join(name))))
            .map_err(|_| "expected \"stdout\", \"off\" or the name of a file"),
    });
    set(&mut record.access, target);
    let addresses = [
        ("none", Addresses::None),
        ("truncated", Addresses::Truncated),
        ("full", Addresses::Full),
    ];
    set(
        &mut record.addresses,
        section.one_of("access_log_addresses", &addresses),
    );
    set(&mut record.queries, section.boolean("access_log_queries"));
    if let Some(collector) = section.parsed("traces", collector) {
        record.traces = Some(collector.value);
    }
    let percent = section.integer("traces_percent", 0..=100);
    if let Some(Ok(percent)) = percent.map(|percent| u8::try_from(percent.value)) {
        record.traces_percent = percent;
    }
    section.finish();
}

/// Where spans go: the collector's address, to which `/v1/traces` is added.
fn collector(text: &str) -> Result<Url, &'static str> {
    const EXPECTED: &str = "expected the address of a collector such as http://127.0.0.1:4318";
    let url = Url::parse(text).map_err(|_| EXPECTED)?;
    let plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    let web = matches!(url.scheme(), "http" | "https");
    (web && plain && url.has_host())
        .then_some(url)
        .ok_or(EXPECTED)
}

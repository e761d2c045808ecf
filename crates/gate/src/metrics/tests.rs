use super::*;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// Reads Prometheus' text format strictly: every sample belongs to the family announced just before
/// it, no family comes twice, no sample comes twice. Gives the samples.
fn parse(text: &str) -> BTreeMap<String, f64> {
    let mut samples = BTreeMap::new();
    let mut families = BTreeSet::new();
    let (mut family, mut kind, mut helped) = ("", "", "");
    assert!(text.ends_with('\n'));
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("# HELP ") {
            let (name, help) = rest.split_once(' ').unwrap();
            assert!(!help.is_empty() && families.insert(name), "{line}");
            helped = name;
            continue;
        }
        if let Some(rest) = line.strip_prefix("# TYPE ") {
            (family, kind) = rest.split_once(' ').unwrap();
            assert!(matches!(kind, "counter" | "gauge" | "histogram"), "{line}");
            assert_eq!(family, helped);
            assert_eq!(family.ends_with("_total"), kind == "counter", "{line}");
            continue;
        }
        let (series, value) = line.rsplit_once(' ').unwrap();
        let (name, labels) = series.split_once('{').unwrap_or((series, "}"));
        let suffix = name
            .strip_prefix(family)
            .unwrap_or_else(|| panic!("{line} in {family}"));
        let histogram = matches!(suffix, "_bucket" | "_sum" | "_count");
        assert!(
            if kind == "histogram" {
                histogram
            } else {
                suffix.is_empty()
            },
            "{line}"
        );
        read_labels(labels);
        assert!(
            samples
                .insert(series.to_owned(), value.parse().unwrap())
                .is_none(),
            "{line}"
        );
    }
    samples
}

/// `a="b",c="d"}`
fn read_labels(mut rest: &str) {
    while rest != "}" {
        let (name, value) = rest.split_once("=\"").unwrap();
        assert!(
            name.chars().all(|c| c.is_ascii_lowercase() || c == '_'),
            "{rest}"
        );
        let mut escaped = false;
        let end = value.find(|c| {
            let end = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            end
        });
        rest = &value[end.unwrap() + 1..];
        rest = rest.strip_prefix(',').unwrap_or(rest);
    }
}

#[test]
fn the_exposition_is_what_prometheus_reads() {
    let metrics = Metrics::new();
    metrics.request(Method::Get, Status::Success).one();
    metrics.first_byte.observe(Duration::from_millis(30));
    metrics.first_byte.observe(Duration::from_secs(1_000));
    metrics.decisions.one(["accept", "service", "map"]);
    metrics.notices.add(["odd \"\\\n id"], 2);
    let samples = parse(&metrics.exposition("1.2.3"));
    let value = |series: &str| {
        *samples
            .get(series)
            .unwrap_or_else(|| panic!("{series} in {samples:#?}"))
    };
    assert_eq!(
        value("jalousie_requests_total{method=\"GET\",status=\"2xx\"}"),
        1.0
    );
    assert_eq!(
        value("jalousie_requests_total{method=\"other\",status=\"none\"}"),
        0.0
    );
    assert_eq!(
        value("jalousie_first_byte_seconds_bucket{le=\"0.025\"}"),
        0.0
    );
    assert_eq!(
        value("jalousie_first_byte_seconds_bucket{le=\"0.05\"}"),
        1.0
    );
    assert_eq!(value("jalousie_first_byte_seconds_bucket{le=\"60\"}"), 1.0);
    assert_eq!(
        value("jalousie_first_byte_seconds_bucket{le=\"+Inf\"}"),
        2.0
    );
    assert_eq!(value("jalousie_first_byte_seconds_sum"), 1000.03);
    assert_eq!(
        value("jalousie_decisions_total{decision=\"accept\",scope=\"service\",category=\"map\"}"),
        1.0
    );
    assert_eq!(
        value("jalousie_notices_total{service=\"odd \\\"\\\\\\n id\"}"),
        2.0
    );
    assert_eq!(value("jalousie_build_info{version=\"1.2.3\"}"), 1.0);
    assert!(value("process_resident_memory_bytes") > 1e5 && value("process_open_fds") > 0.0);
}

#[test]
fn the_number_of_series_does_not_depend_on_clients() {
    let metrics = Metrics::new();
    let before = parse(&metrics.exposition("1")).len();
    for number in 0..10_000u32 {
        let method = http::Method::from_bytes(format!("M{number}").as_bytes()).unwrap();
        let status = http::StatusCode::from_u16(100 + (number % 900) as u16).unwrap();
        metrics.request((&method).into(), status.into()).one();
    }
    let samples = parse(&metrics.exposition("1"));
    assert_eq!(samples.len(), before);
    let all = samples
        .iter()
        .filter(|(series, _)| series.starts_with("jalousie_requests_total"));
    assert_eq!(all.map(|(_, number)| number).sum::<f64>(), 10_000.0);
    // Nor on a catalogue that is not what it should be.
    for number in 0..10_000 {
        metrics.notices.one([&format!("service-{number}")]);
    }
    assert!(parse(&metrics.exposition("1")).len() <= before + 2_001);
    assert_eq!(metrics.notices.get(["other"]), 8_000);
}

#[test]
fn what_is_held_is_counted_while_it_lives() {
    let held = [metrics().open.hold(), metrics().open.hold()];
    assert!(metrics().open.get() >= 2);
    drop(held);
    assert!(metrics().open.get() >= 0);
}

#[test]
fn names_are_unique_and_numbered_in_order() {
    fn check<L: Label>() {
        let names: BTreeSet<_> = L::ALL.iter().map(|value| value.name()).collect();
        assert_eq!(names.len(), L::ALL.len());
        assert!(
            L::ALL
                .iter()
                .enumerate()
                .all(|(place, value)| value.number() == place)
        );
    }
    check::<Method>();
    check::<Status>();
    check::<Refusal>();
    check::<Upstream>();
    check::<Closed>();
    check::<Reload>();
}

//! The dashboard and the alert rules ask for metrics that there are.

#![allow(clippy::unwrap_used)]

use jalousie_gate::metrics::metrics;
use std::collections::BTreeSet;

/// Names of metrics in a text, as far as they are ours or the process's.
fn names(text: &str) -> BTreeSet<&str> {
    let word = |c: char| !c.is_ascii_alphanumeric() && c != '_';
    let words = text.split(word).filter(|word| {
        word.strip_prefix("jalousie_")
            .or(word.strip_prefix("process_"))
            .is_some_and(|rest| !rest.is_empty())
    });
    words.collect()
}

fn known() -> BTreeSet<String> {
    let text = metrics().exposition("0");
    let families = text.lines().filter_map(|line| line.strip_prefix("# TYPE "));
    let mut known = BTreeSet::new();
    for family in families {
        let (name, kind) = family.split_once(' ').unwrap();
        known.insert(name.to_owned());
        if kind == "histogram" {
            known.extend(["_bucket", "_sum", "_count"].map(|suffix| format!("{name}{suffix}")));
        }
    }
    known
}

fn read(file: &str) -> String {
    let path = format!("{}/../../ops/{file}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_dashboard_asks_for_metrics_that_there_are() {
    let text = read("grafana/jalousie.json");
    let dashboard: serde_json::Value = serde_json::from_str(&text).unwrap();
    let panels = dashboard["panels"].as_array().unwrap();
    let targets = panels
        .iter()
        .filter_map(|panel| panel["targets"].as_array())
        .flatten();
    let asked: String = targets
        .map(|target| format!("{} ", target["expr"].as_str().unwrap()))
        .collect();
    let (asked, known) = (names(&asked), known());
    for name in &asked {
        assert!(known.contains(*name), "there is no metric {name}");
    }
    let ids: BTreeSet<_> = panels
        .iter()
        .map(|panel| panel["id"].as_u64().unwrap())
        .collect();
    assert_eq!(ids.len(), panels.len(), "each panel has an id of its own");
}

#[test]
fn the_alert_rules_ask_for_metrics_that_there_are() {
    let text = read("prometheus/alerts.yml");
    let (asked, known) = (names(&text), known());
    assert!(asked.len() > 5, "{asked:?}");
    for name in asked {
        assert!(known.contains(name), "there is no metric {name}");
    }
}

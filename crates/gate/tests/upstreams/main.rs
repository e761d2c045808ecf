//! A corpus of upstreams that break, lie, flood or hang, byte by byte, before a whole gate.
//!
//! For each: the reader gets a clear status or a connection that ends visibly broken, never a raw
//! third-party embed, and whoever asks next gets what he asked for. docs/hostile.md says which
//! answer is given to what; the tables here are its proof.

#![allow(clippy::unwrap_used)]

#[path = "../gate_support/mod.rs"]
mod gate_support;

mod bodies;
mod charsets;
mod codings;
mod framing;
mod heads;
mod runner;
mod timing;

use runner::{Case, run};

/// The cases of all tables.
fn all() -> Vec<Case> {
    [
        framing::cases(),
        heads::cases(),
        bodies::cases(),
        codings::cases(),
        charsets::cases(),
        timing::cases(),
    ]
    .concat()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_hostile_answer_has_its_documented_end() {
    let cases = all();
    assert!(cases.len() >= 80, "{} cases", cases.len());
    let mut names: Vec<&str> = cases.iter().map(|case| case.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), cases.len(), "each case has a name of its own");
    let mut failures = Vec::new();
    for case in cases.iter().cloned() {
        let name = case.name;
        if let Err(problem) = run(case).await {
            failures.push(format!("{name}: {problem}"));
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {} cases:\n{}",
        failures.len(),
        cases.len(),
        failures.join("\n")
    );
    let peak = peak();
    assert!(peak < 200, "{peak} MiB of memory, tests included");
}

/// The most memory that this process had at any time, in MiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let number = line.unwrap().split_ascii_whitespace().nth(1).unwrap();
    number.parse::<u64>().unwrap() / 1024
}

//! Dependencies run one way, and the core stays pure: checked on the source, and by building it for a
//! machine that has neither files nor network nor clock.

use std::fs;
use std::path::{Path, PathBuf};

use crate::counts::Counts;
use crate::process::{self, RunExt};
use crate::root;
use crate::summary::Outcome;

/// Source files below `within` (a folder, or the start of a file's name) must not speak of `forbidden`.
struct Rule {
    within: &'static str,
    forbidden: &'static [&'static str],
    because: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        within: "crates/core/src/",
        forbidden: &[
            "std::fs",
            "std::net",
            "std::env",
            "std::process",
            "std::thread",
            "std::os",
            "io::stdin",
            "io::stdout",
            "SystemTime",
            "Instant::now",
            "getrandom",
            "rand::",
            "tokio",
            "hyper::",
        ],
        because: "the core has no I/O, clock or randomness",
    },
    Rule {
        within: "crates/core/src/",
        forbidden: &["jalousie_gate", "jalousie_cli", "jalousie_audit"],
        because: "dependencies run cli → gate → core",
    },
    Rule {
        within: "crates/gate/src/",
        forbidden: &["jalousie_cli", "jalousie_audit"],
        because: "dependencies run cli → gate → core",
    },
    Rule {
        within: "crates/core/src/catalogue",
        forbidden: &["crate::rewrite", "crate::notice", "crate::policy"],
        because: "the catalogue is below what uses it",
    },
    Rule {
        within: "crates/core/src/consent",
        forbidden: &["crate::rewrite", "crate::notice", "crate::policy"],
        because: "consent is below what uses it",
    },
    Rule {
        within: "crates/core/src/notice",
        forbidden: &["crate::rewrite"],
        because: "the rewriter uses notices, not the other way round",
    },
    Rule {
        within: "crates/core/src/policy",
        forbidden: &["crate::rewrite"],
        because: "the rewriter is above the policy",
    },
];

/// Each rule is a case, and so is the build.
pub(crate) fn check() -> Outcome {
    let mut counts = Counts::default();
    for rule in RULES {
        let breaches = breaches(rule);
        for breach in &breaches {
            println!("{breach}");
        }
        counts += if breaches.is_empty() {
            Counts::PASSED
        } else {
            Counts::FAILED
        };
    }
    let (build, note) = build_for_wasm();
    counts += build;
    Outcome::new(counts, note)
}

fn breaches(rule: &Rule) -> Vec<String> {
    let start = root().join(rule.within);
    let folder = if rule.within.ends_with('/') {
        start.clone()
    } else {
        start.parent().map(Path::to_path_buf).unwrap_or_default()
    };
    let mut files = Vec::new();
    source_files(&folder, &mut files);
    if files.is_empty() {
        return vec![format!("{}: no source file to check", rule.within)];
    }
    let prefix = start.display().to_string();
    files
        .iter()
        .filter(|file| file.display().to_string().starts_with(&prefix))
        .flat_map(|file| breaches_in(file, rule))
        .collect()
}

fn breaches_in(file: &Path, rule: &Rule) -> Vec<String> {
    let Ok(text) = fs::read_to_string(file) else {
        return vec![format!("{}: cannot be read", file.display())];
    };
    let name = file.strip_prefix(root()).unwrap_or(file).display();
    text.lines()
        .enumerate()
        // Tests may do what the code may not; they close the file.
        .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
        .filter_map(|(number, line)| {
            let code = line.split("//").next().unwrap_or_default();
            let word = rule.forbidden.iter().find(|word| code.contains(**word))?;
            Some(format!(
                "{name}:{}: \"{word}\" is forbidden here: {}",
                number + 1,
                rule.because
            ))
        })
        .collect()
}

fn source_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            source_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && path.file_stem().is_some_and(|stem| stem != "tests")
        {
            files.push(path);
        }
    }
    files.sort_unstable();
}

fn build_for_wasm() -> (Counts, &'static str) {
    const TARGET: &str = "wasm32-unknown-unknown";
    let query = ["--print", "target-libdir", "--target", TARGET];
    let installed = || {
        let answer = process::command("rustc").args(query).output();
        answer
            .is_ok_and(|answer| Path::new(String::from_utf8_lossy(&answer.stdout).trim()).is_dir())
    };
    // Where Rust did not come by rustup, or without a network, nobody can add it.
    if !installed() {
        let _ = process::command("rustup")
            .args(["target", "add", TARGET])
            .output();
    }
    if !installed() {
        return (
            Counts::SKIPPED,
            "not built for wasm32: that target is not installed, and rustup cannot add it",
        );
    }
    let run = process::cargo(&["build", "--package", "jalousie-core", "--target", TARGET]).run();
    if run.success {
        (Counts::PASSED, "")
    } else {
        (Counts::FAILED, "it does not build for wasm32")
    }
}

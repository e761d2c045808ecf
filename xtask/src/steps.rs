//! `cargo xtask test`: what it runs, in which order.

use std::time::Instant;

use crate::client;
use crate::packages::{self, BROWSERS, CACHES, LAB, NODE, OPS, Package, SITES, SOAK, STORES};
use crate::process::{self, RunExt};
use crate::purity;
use crate::root;
use crate::summary::{self, Outcome};

/// A part of the test command.
pub(crate) struct Step {
    name: &'static str,
    about: &'static str,
    packages: &'static [&'static [Package]],
    /// Whether it needs the binary that the step "build" makes.
    needs_binary: bool,
    run: fn() -> Outcome,
}

const STEPS: &[Step] = &[
    step("format", "cargo fmt --check", &[], format),
    step("lint", "clippy, warnings are errors", &[], lint),
    step("unit", "tests of all crates", &[STORES], unit),
    step("doc", "examples in the documentation", &[], doc),
    step(
        "purity",
        "the core does no I/O, dependencies run one way",
        &[],
        purity::check,
    ),
    step(
        "client",
        "the browser client's own tests",
        &[NODE, BROWSERS],
        client,
    ),
    step(
        "build",
        "the jalousie binary for the steps below",
        &[],
        build,
    ),
    Step {
        needs_binary: true,
        ..step("ops", "units, Dockerfile, package, rules", &[OPS], ops)
    },
    Step {
        needs_binary: true,
        ..step(
            "soak",
            "five minutes of mixed load with faults",
            &[SOAK],
            soak,
        )
    },
    Step {
        needs_binary: true,
        ..step(
            "browser",
            "end to end in Chromium and Firefox",
            &[NODE, BROWSERS, LAB, CACHES],
            browser,
        )
    },
    Step {
        needs_binary: true,
        ..step(
            "sites",
            "real sites and front ends behind the gate",
            &[NODE, BROWSERS, LAB, SITES],
            sites,
        )
    },
];

const fn step(
    name: &'static str,
    about: &'static str,
    packages: &'static [&'static [Package]],
    run: fn() -> Outcome,
) -> Step {
    Step {
        name,
        about,
        packages,
        needs_binary: false,
        run,
    }
}

/// Prints the steps' names.
pub(crate) fn list() {
    for step in STEPS {
        println!("{:<10} {}", step.name, step.about);
    }
}

/// The steps to run: all, or those named by `--only NAME` and what they need.
pub(crate) fn select(options: &[&str]) -> Result<Vec<&'static Step>, String> {
    let mut only = Vec::new();
    let mut options = options.iter();
    while let Some(option) = options.next() {
        let names = match option.strip_prefix("--only") {
            Some("") => options.next().copied().unwrap_or_default(),
            Some(rest) if rest.starts_with('=') => &rest[1..],
            _ => return Err(format!("unknown option \"{option}\": expected --only STEP")),
        };
        only.extend(names.split(','));
    }
    if let Some(name) = only
        .iter()
        .find(|name| !STEPS.iter().any(|s| s.name == **name))
    {
        let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        return Err(format!(
            "unknown step \"{name}\": expected one of {}",
            known.join(", ")
        ));
    }
    let is_named = |step: &Step| only.is_empty() || only.contains(&step.name);
    let binary = STEPS.iter().any(|step| is_named(step) && step.needs_binary);
    Ok(STEPS
        .iter()
        .filter(|step| is_named(step) || (binary && step.name == "build"))
        .collect())
}

/// Runs the steps, also after a failed one, and sums up; the answer is whether all passed.
pub(crate) fn run(steps: &[&Step]) -> bool {
    let mut results = Vec::new();
    let mut time = |name: &'static str, run: &dyn Fn() -> Outcome| {
        println!("\n── {name}");
        let start = Instant::now();
        let outcome = run();
        results.push((name, start.elapsed(), outcome));
    };
    let wanted: Vec<&Package> = steps
        .iter()
        .flat_map(|step| step.packages.iter().copied().flatten())
        .collect();
    if !wanted.is_empty() {
        time("packages", &|| packages::install(&wanted));
    }
    for step in steps {
        time(step.name, &step.run);
    }
    summary::print(&results).failed == 0
}

fn format() -> Outcome {
    Outcome::of_check(&process::cargo(&["fmt", "--all", "--check"]).run())
}

fn lint() -> Outcome {
    let arguments = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    Outcome::of_check(&process::cargo(&arguments).run())
}

fn unit() -> Outcome {
    let arguments = ["test", "--workspace", "--no-fail-fast"];
    let targets = ["--lib", "--bins", "--tests", "--examples"];
    Outcome::of_runner(&process::cargo(&arguments).args(targets).run())
}

fn doc() -> Outcome {
    let arguments = ["test", "--workspace", "--no-fail-fast", "--doc"];
    Outcome::of_runner(&process::cargo(&arguments).run())
}

fn build() -> Outcome {
    match process::cargo(&["build", "--package", "jalousie"])
        .run()
        .success
    {
        true => Outcome::done(""),
        false => Outcome::failed("the binary cannot be built"),
    }
}

fn client() -> Outcome {
    npm_tests("client", || {
        process::npm(&root().join("client"), &["test"]).run()
    })
}

fn browser() -> Outcome {
    npm_tests("tests/browser", || lab("tests/browser/run").run())
}

/// Measures what reaches the wire and writes it down; the answer is whether the guarantee holds.
pub(crate) fn wire() -> bool {
    measure(build, || lab_script("wire/write.js"))
}

/// Measures what readers pay and writes it down, with the program as publishers run it.
pub(crate) fn figures() -> bool {
    let release = || {
        let arguments = ["build", "--release", "--package", "jalousie"];
        Outcome::of_check(&process::cargo(&arguments).run())
    };
    let binary = process::target_folder().join("release/jalousie");
    measure(release, || {
        let mut script = lab_script("figures.js");
        script.env("JALOUSIE_BIN", &binary);
        script
    })
}

/// Builds, and runs a script in the lab of tests/browser.
fn measure(build: impl Fn() -> Outcome, script: impl Fn() -> std::process::Command) -> bool {
    let wanted: Vec<&Package> = [NODE, BROWSERS, LAB].into_iter().flatten().collect();
    let run = || npm_tests("tests/browser", || script().run());
    let outcomes: [&dyn Fn() -> Outcome; 3] = [&|| packages::install(&wanted), &build, &run];
    outcomes.iter().all(|outcome| outcome().counts.failed == 0)
}

fn lab_script(name: &str) -> std::process::Command {
    let mut command = lab("tests/browser/run");
    command.args(["node", name]);
    command
}

fn sites() -> Outcome {
    if !root().join("tests/sites/run").exists() {
        return Outcome::skipped("there is no tests/sites/run");
    }
    let pages = Outcome::of_runner(&lab("tests/sites/run").run());
    // These are read in browsers, by the lab of tests/browser.
    pages.and(npm_tests("tests/browser", || {
        lab("tests/sites/fronts/run").run()
    }))
}

fn ops() -> Outcome {
    Outcome::of_runner(&lab("ops/check").run())
}

fn soak() -> Outcome {
    let mut python = with_binary(process::command("python3"));
    Outcome::of_runner(&python.args(["tests/soak", "--minutes", "5"]).run())
}

fn npm_tests(folder: &str, tests: impl Fn() -> process::Run) -> Outcome {
    if client::install(folder).success {
        Outcome::of_runner(&tests())
    } else {
        Outcome::failed(format!("npm cannot install what {folder} needs"))
    }
}

/// A script that tests the binary.
fn lab(script: &str) -> std::process::Command {
    with_binary(process::command(root().join(script)))
}

fn with_binary(mut command: std::process::Command) -> std::process::Command {
    command.env(
        "JALOUSIE_BIN",
        process::target_folder().join("debug/jalousie"),
    );
    command
}

#[cfg(test)]
mod tests {
    use super::select;

    fn names(options: &[&str]) -> Vec<&'static str> {
        let steps = select(options).expect("a selection");
        steps.iter().map(|step| step.name).collect()
    }

    #[test]
    fn only_brings_along_what_a_step_needs() {
        assert_eq!(names(&["--only", "browser"]), ["build", "browser"]);
        assert_eq!(names(&["--only", "lint,format"]), ["format", "lint"]);
        assert_eq!(names(&["--only=doc", "--only", "unit"]), ["unit", "doc"]);
        assert!(names(&[]).contains(&"sites"));
    }

    #[test]
    fn unknown_steps_and_options_are_errors() {
        assert!(select(&["--only", "nothing"]).is_err());
        assert!(select(&["--only"]).is_err());
        assert!(select(&["--fast"]).is_err());
    }
}

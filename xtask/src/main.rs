//! The project's own commands: `cargo xtask --help`.

mod client;
mod counts;
mod long;
mod packages;
mod process;
mod purity;
mod steps;
mod summary;

use std::path::PathBuf;
use std::process::ExitCode;

const HELP: &str = "\
The project's own commands.

Usage: cargo xtask <COMMAND>

Commands:
  test [--only STEP]...  installs what is missing (Debian's packages), runs every check, sums up
  test --list            names the steps
  client                 builds the browser client into client/dist
  bench [ARG]...         runs the benchmarks
  bench-proxy [ARG]...   the gate beside nginx, haproxy and Caddy; writes docs/performance.md (--help)
  soak [ARG]...          mixed load with faults for an hour (--help)
  figures                what readers pay, in real browsers; writes docs/performance.md
  wire                   every way to contact somebody, in real browsers; writes docs/guarantee.md

Exit codes: 0 everything passed, 1 something failed, 2 the command was not understood
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(problem) => {
            eprintln!("xtask: {problem}\n\n{HELP}");
            ExitCode::from(2)
        }
    }
}

/// Whether everything passed; an error is a command that was not understood.
fn run(arguments: &[String]) -> Result<bool, String> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] | ["-h" | "--help" | "help", ..] => {
            print!("{HELP}");
            Ok(true)
        }
        ["test", "--list"] => {
            steps::list();
            Ok(true)
        }
        ["test", options @ ..] => Ok(steps::run(&steps::select(options)?)),
        ["client"] => Ok(client::build()),
        ["bench", rest @ ..] => Ok(bench(rest)),
        ["bench-proxy", rest @ ..] => Ok(long::bench_proxy(rest)),
        ["soak", rest @ ..] => Ok(long::soak(rest)),
        ["figures"] => Ok(steps::figures()),
        ["wire"] => Ok(steps::wire()),
        [other, ..] => Err(format!("unknown command \"{other}\"")),
    }
}

fn bench(arguments: &[&str]) -> bool {
    process::cargo(&["bench", "--workspace"])
        .args(arguments)
        .status()
        .is_ok_and(|status| status.success())
}

/// The workspace's folder.
fn root() -> PathBuf {
    // Asked at run time: a shared target folder may hold an xtask that another clone has built.
    let here = std::env::var_os("CARGO_MANIFEST_DIR");
    let here = here.map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().unwrap_or(&here).to_path_buf()
}

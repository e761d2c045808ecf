//! `jalousie`: the gate between a publisher's pages and the third parties in them.

mod colour;
mod commands;
mod config;
mod demo;
mod descriptors;
mod exit;
mod handover;
mod keys;
mod log;
mod operators;
mod running;
mod runtime;
mod stores;

use clap::{Parser, Subcommand};
use colour::Paint;
use commands::{check, health, init, receipts, rewrite, serve, services};
use exit::Exit;
use jalousie_gate::in_full;
use std::io::{self, Write as _};
use std::process::ExitCode;

/// Stands between a publisher's pages and the third parties in them: readers see out without being seen.
#[derive(Debug, Parser)]
#[command(name = "jalousie", version, max_term_width = 100)]
#[command(after_help = "Examples:
  jalousie demo                                       see it work, on this machine alone
  jalousie serve --upstream http://127.0.0.1:8000     put it before a site
  jalousie init https://news.example                  then say what is different there

Exit codes: 0 done, nothing found; 1 findings; 2 could not do the job.
Environment: NO_COLOR (no colours), RUST_LOG (what to log, such as jalousie=debug), TOKIO_WORKER_THREADS (threads that serve).")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Say nothing but errors and what was asked for
    #[arg(long, short, global = true)]
    quiet: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show the gate at work: a newsroom, the gate and stand-ins for third parties, on this machine
    Demo(demo::Arguments),
    /// Put the gate before a site
    Serve(serve::Arguments),
    /// Rewrite one HTML document, from a file or standard input, to standard output
    Rewrite(rewrite::Arguments),
    /// Check a configuration and a catalogue; all errors come at once
    Check(check::Arguments),
    /// List the services of the catalogue, show one, or test what an address or markup matches
    Services(services::Arguments),
    /// Show, export, verify and erase the receipts that prove readers' choices
    Receipts(receipts::Arguments),
    /// Write a commented configuration file
    Init(init::Arguments),
    /// Ask a running gate whether it is well
    Health(health::Arguments),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let quiet = arguments.quiet;
    log::start(quiet);
    let result = match arguments.command {
        Command::Demo(arguments) => demo::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Rewrite(arguments) => rewrite::run(&arguments),
        Command::Check(arguments) => check::run(&arguments, quiet),
        Command::Services(arguments) => services::run(&arguments),
        Command::Receipts(arguments) => receipts::run(&arguments, quiet),
        Command::Init(arguments) => init::run(&arguments, quiet),
        Command::Health(arguments) => health::run(&arguments),
    };
    match result {
        Ok(exit) => exit.into(),
        // Whoever read the output has seen enough.
        Err(error) if is_broken_pipe(&*error) => Exit::Done.into(),
        Err(error) => {
            let name = Paint::on(&io::stderr()).bad("jalousie:").into_owned();
            // Without an error output there is nobody to tell.
            let _ = writeln!(io::stderr(), "{name} {}", in_full(&*error));
            Exit::Failed.into()
        }
    }
}

fn is_broken_pipe(error: &(dyn std::error::Error + 'static)) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

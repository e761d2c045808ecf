//! `jalousie`: the gate between a publisher's pages and the third parties in them.

mod commands;
mod config;
mod demo;
mod exit;
mod keys;
mod log;

use clap::{Parser, Subcommand};
use commands::{check, init, rewrite, serve, services};
use exit::Exit;
use std::process::ExitCode;

/// Stands between a publisher's pages and the third parties in them: readers see out without being seen.
#[derive(Debug, Parser)]
#[command(name = "jalousie", version, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 done, nothing found; 1 findings; 2 could not do the job.\n\
    Environment: NO_COLOR (no colours), RUST_LOG (what to log, such as jalousie=debug).")]
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
    /// Write a commented configuration file
    Init(init::Arguments),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    log::start(arguments.quiet);
    let result = match arguments.command {
        Command::Demo(arguments) => demo::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Rewrite(arguments) => rewrite::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Services(arguments) => services::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
    };
    match result {
        Ok(exit) => exit.into(),
        Err(error) => {
            eprintln!("jalousie: {error}");
            Exit::Failed.into()
        }
    }
}

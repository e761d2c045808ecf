//! `jalousie health`: whether a running gate is well, for supervisors that can only run commands.

use crate::config::values;
use crate::exit::{Error, Exit};
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

const EXAMPLES: &str = "\
Examples:
  jalousie health 127.0.0.1:9090
      0 if the gate whose [observability] listen this is lives, 1 if it says no, 2 if nobody answers
  jalousie health 127.0.0.1:9090 --ready
      whether it can serve readers: not while it stops, nor while its upstream is away";

/// How long the gate may take.
const PATIENCE: Duration = Duration::from_secs(3);

/// More than a status line.
const LONGEST: u64 = 4096;

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The operators' listener
    #[arg(value_parser = values::listen)]
    address: SocketAddr,
    /// Ask whether it can serve readers, not only whether it lives
    #[arg(long)]
    ready: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Error> {
    let Arguments { address, ready } = arguments;
    let path = if *ready { "/readyz" } else { "/healthz" };
    let answer = ask(*address, path).map_err(|error| format!("http://{address}{path}: {error}"))?;
    if answer.starts_with("HTTP/1.1 200 ") {
        return Ok(Exit::Done);
    }
    let words = answer
        .split_once("\r\n\r\n")
        .map_or(&*answer, |(_, body)| body);
    eprintln!("jalousie: {}", words.trim());
    Ok(Exit::Findings)
}

fn ask(address: SocketAddr, path: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let host = address;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = String::new();
    stream.take(LONGEST).read_to_string(&mut answer)?;
    Ok(answer)
}

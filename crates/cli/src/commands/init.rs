//! `jalousie init`: a configuration to start from, with every key explained.

use crate::config::{EXAMPLE, FILE, values};
use crate::exit::{Error, Exit};
use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write as _};
use std::path::PathBuf;
use url::Url;

const EXAMPLES: &str = "\
Examples:
  jalousie init https://news.example     write jalousie.toml for that site
  jalousie init --stdout | less          read about every key";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// How readers reach the site, such as https://news.example
    #[arg(value_parser = values::origin)]
    url: Option<Url>,
    /// The file to write; one that exists is never overwritten
    #[arg(long, short, value_name = "FILE", default_value = FILE)]
    output: PathBuf,
    /// Write to standard output instead
    #[arg(long, conflicts_with = "output")]
    stdout: bool,
}

pub(crate) fn run(arguments: &Arguments, quiet: bool) -> Result<Exit, Error> {
    let text = text(arguments.url.as_ref());
    let mut output = io::stdout();
    if arguments.stdout {
        output.write_all(text.as_bytes())?;
        return Ok(Exit::Done);
    }
    let path = &arguments.output;
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            format!("{}: exists already, and is not overwritten; --output names another file, --stdout none", path.display())
        }
        _ => format!("{}: cannot be written: {error}", path.display()),
    })?;
    file.write_all(text.as_bytes()).map_err(|error| format!("{}: cannot be written: {error}", path.display()))?;
    if !quiet {
        let name = path.display();
        let option = if path.as_os_str() == FILE { String::new() } else { format!(" --config {name}") };
        writeln!(output, "Wrote {name}. Then: jalousie check{option} and jalousie serve{option} --upstream URL")?;
    }
    Ok(Exit::Done)
}

/// The example, with the site's address in its place.
fn text(url: Option<&Url>) -> String {
    let Some(url) = url else { return EXAMPLE.to_owned() };
    let line = |line: &str| match line.starts_with("#url = ") {
        true => format!("url = \"{}\"\n", url.origin().ascii_serialization()),
        false => format!("{line}\n"),
    };
    EXAMPLE.lines().map(line).collect()
}

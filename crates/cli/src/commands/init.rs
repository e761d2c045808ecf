//! `jalousie init`: a configuration to start from, with every key explained.

use crate::config::{EXAMPLE, FILE, values};
use crate::exit::{Error, Exit};
use jalousie_gate::proxy::Upstream;
use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write as _};
use std::path::PathBuf;
use url::Url;

const EXAMPLES: &str = "\
Examples:
  jalousie init https://news.example --upstream http://127.0.0.1:8000
      write jalousie.toml for that site
  jalousie init --stdout | less
      read about every key";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// How readers reach the site, such as https://news.example
    #[arg(value_parser = values::origin)]
    url: Option<Url>,
    /// The server that has the site, such as http://127.0.0.1:8000
    #[arg(long, value_name = "URL", value_parser = values::upstream)]
    upstream: Option<Upstream>,
    /// The file to write; one that exists is never overwritten
    #[arg(long, short, value_name = "FILE", default_value = FILE)]
    output: PathBuf,
    /// Write to standard output instead
    #[arg(long, conflicts_with = "output")]
    stdout: bool,
}

pub(crate) fn run(arguments: &Arguments, quiet: bool) -> Result<Exit, Error> {
    let text = text(arguments);
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
    file.write_all(text.as_bytes())
        .map_err(|error| format!("{}: cannot be written: {error}", path.display()))?;
    if !quiet {
        let name = path.display();
        let option = if path.as_os_str() == FILE {
            String::new()
        } else {
            format!(" --config {name}")
        };
        writeln!(
            output,
            "Wrote {name}. Then: jalousie check{option} and jalousie serve{option} --upstream URL"
        )?;
    }
    Ok(Exit::Done)
}

/// The example, with the addresses that are known in their places.
fn text(arguments: &Arguments) -> String {
    let url = arguments
        .url
        .as_ref()
        .map(|url| format!("url = \"{}\"", url.origin().ascii_serialization()));
    let upstream = arguments
        .upstream
        .as_ref()
        .map(|upstream| format!("upstream = \"{upstream}\""));
    let known = [("#url = ", url), ("#upstream = ", upstream)];
    let line = |line: &str| {
        let own = known.iter().find(|(key, _)| line.starts_with(key));
        own.and_then(|(_, text)| text.clone())
            .unwrap_or_else(|| line.to_owned())
            + "\n"
    };
    EXAMPLE.lines().map(line).collect()
}

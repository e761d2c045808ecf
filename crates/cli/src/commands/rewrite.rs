//! `jalousie rewrite`: one HTML document, standard input to standard output.

use crate::config::{self, values};
use crate::exit::{Error, Exit};
use jalousie_core::rewrite::{Page, Rewriter};
use jalousie_core::site::Mode;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use url::Url;

const EXAMPLES: &str = "\
Examples:
  jalousie rewrite --url https://news.example/valley page.html > gated.html
  curl -s \"$URL\" | jalousie rewrite --url \"$URL\" --findings

A finding: {\"kind\",\"service\",\"category\",\"url\",\"element\",\"line\",\"offset\"}; the kind is embed or
resource, the line begins at 1, the offset is in bytes. The exit code is 0 whether or not there are
any.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The document; standard input if left out or `-`
    file: Option<PathBuf>,
    /// The address of the page, which decides what is first-party
    #[arg(long, value_parser = values::page)]
    url: Url,
    #[command(flatten)]
    source: config::Source,
    /// Instead of HTML, write one line of JSON per external content
    #[arg(long)]
    findings: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Error> {
    let loaded = config::load(&arguments.source, None)?;
    let host = arguments.url.host_str().unwrap_or_default();
    let unknown = || {
        format!(
            "--url {}: expected a page of one of the configuration's sites",
            arguments.url
        )
    };
    let site = loaded.at(host).ok_or_else(unknown)?;
    let site = site.site(config::KeySource::Offline)?;
    let site = Arc::new(site.at(arguments.url.path()));
    let mut input = open(arguments.file.as_deref())?;
    let mut output = BufWriter::new(io::stdout().lock());
    if site.mode == Mode::Off {
        // The gate does nothing there.
        if !arguments.findings {
            io::copy(&mut input, &mut output)?;
        }
        output.flush()?;
        return Ok(Exit::Done);
    }
    let mut rewriter = Rewriter::new(site, Page::new(arguments.url.clone()));
    let (mut chunk, mut out) = (vec![0; 64 * 1024], Vec::new());
    loop {
        let read = match input.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => {
                return Err(format!("{}: cannot be read: {error}", name(arguments)).into());
            }
        };
        rewriter
            .push(&chunk[..read], &mut out)
            .map_err(|error| format!("{}: {error}", name(arguments)))?;
        emit(arguments, &mut out, &mut output)?;
    }
    rewriter
        .finish(&mut out)
        .map_err(|error| format!("{}: {error}", name(arguments)))?;
    emit(arguments, &mut out, &mut output)?;
    if arguments.findings {
        for finding in rewriter.findings() {
            serde_json::to_writer(&mut output, finding).map_err(io::Error::from)?;
            output.write_all(b"\n")?;
        }
    }
    output.flush()?;
    Ok(Exit::Done)
}

fn open(file: Option<&Path>) -> Result<Box<dyn Read>, Error> {
    match file.filter(|path| path.as_os_str() != "-") {
        None => Ok(Box::new(io::stdin().lock())),
        Some(path) => match File::open(path) {
            Ok(file) => Ok(Box::new(file)),
            Err(error) => Err(format!("{}: cannot be read: {error}", path.display()).into()),
        },
    }
}

/// The document, as people called it.
fn name(arguments: &Arguments) -> String {
    let named = arguments
        .file
        .as_deref()
        .filter(|path| path.as_os_str() != "-");
    named.map_or_else(
        || "standard input".to_owned(),
        |path| path.display().to_string(),
    )
}

fn emit(arguments: &Arguments, out: &mut Vec<u8>, output: &mut impl Write) -> io::Result<()> {
    if !arguments.findings {
        output.write_all(out)?;
    }
    out.clear();
    Ok(())
}

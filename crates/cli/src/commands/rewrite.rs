//! `jalousie rewrite`: one HTML document, standard input to standard output.

use crate::config;
use crate::exit::{Error, Exit};
use jalousie_core::rewrite::{Page, Rewriter};
use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::PathBuf;
use std::sync::Arc;
use url::Url;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The document; standard input if left out or `-`
    file: Option<PathBuf>,
    /// The address of the page, which decides what is first-party
    #[arg(long)]
    url: Url,
    /// Configuration file
    #[arg(long)]
    config: Option<PathBuf>,
    /// Instead of HTML, write one line of JSON per external content
    #[arg(long)]
    findings: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Error> {
    let loaded = config::load(arguments.config.as_deref())?;
    let site = Arc::new(loaded.site(config::KeySource::Offline)?);
    let mut input: Box<dyn Read> = match arguments.file.as_deref() {
        None => Box::new(io::stdin().lock()),
        Some(path) if path.as_os_str() == "-" => Box::new(io::stdin().lock()),
        Some(path) => Box::new(File::open(path).map_err(|error| format!("{}: {error}", path.display()))?),
    };
    let mut output = BufWriter::new(io::stdout().lock());
    let mut rewriter = Rewriter::new(site, Page::new(arguments.url.clone()));
    let (mut chunk, mut out) = (vec![0; 64 * 1024], Vec::new());
    loop {
        let read = input.read(&mut chunk)?;
        if read == 0 {
            break;
        }
        rewriter.push(&chunk[..read], &mut out)?;
        emit(arguments, &mut out, &mut output)?;
    }
    rewriter.finish(&mut out)?;
    emit(arguments, &mut out, &mut output)?;
    if arguments.findings {
        for finding in rewriter.findings() {
            serde_json::to_writer(&mut output, finding)?;
            output.write_all(b"\n")?;
        }
    }
    output.flush()?;
    Ok(Exit::Done)
}

fn emit(arguments: &Arguments, out: &mut Vec<u8>, output: &mut impl Write) -> io::Result<()> {
    if !arguments.findings {
        output.write_all(out)?;
    }
    out.clear();
    Ok(())
}

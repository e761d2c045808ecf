//! `jalousie receipts export`.

use super::When;
use crate::exit::{Error, Exit};
use clap::ValueEnum;
use jalousie_core::consent::receipt::{Entry, Receipt, Shard};
use jalousie_gate::receipts::{Store, StoreError};
use std::io::Write;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
    #[command(flatten)]
    when: When,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A line of JSON per receipt, with its place in its chain; also what was erased, if no period is given
    Jsonl,
    /// A row per choice
    Csv,
}

const COLUMNS: &str = "number,time,decision,scope,service,category,origin,language,texts,wording,catalogue_version,catalogue,\
                       configuration,gate,shard,sequence,hash";

pub(super) fn run(
    store: &mut dyn Store,
    arguments: &Arguments,
    out: &mut dyn Write,
) -> Result<Exit, Error> {
    let mut unreadable = Vec::new();
    let broken = |error: std::io::Error| StoreError::Unavailable(format!("cannot write: {error}"));
    if let Format::Csv = arguments.format {
        writeln!(out, "{COLUMNS}")?;
    }
    store.merged(arguments.when.period(), &mut |(shard, entry)| {
        let written = match arguments.format {
            Format::Jsonl => writeln!(out, "{}", line(&shard, &entry)),
            Format::Csv => match rows(&shard, &entry) {
                Ok(rows) => out.write_all(rows.as_bytes()),
                Err(sequence) => {
                    unreadable.push((shard, sequence));
                    Ok(())
                }
            },
        };
        written.map_err(broken)
    })?;
    for (shard, sequence) in &unreadable {
        eprintln!(
            "chain {shard}: entry {sequence} is no receipt that this version can read; left out"
        );
    }
    Ok(if unreadable.is_empty() {
        Exit::Done
    } else {
        Exit::Findings
    })
}

/// The receipt stands in the line as it was written, byte for byte: what its commitment is of.
fn line(shard: &Shard, entry: &Entry) -> String {
    let Entry {
        sequence,
        commitment,
        hash,
        ..
    } = entry;
    let place = format!(
        "\"shard\":\"{shard}\",\"sequence\":{sequence},\"commitment\":\"{commitment}\",\"hash\":\"{hash}\""
    );
    match (&entry.content, &entry.erasure) {
        (Some(content), _) => {
            // What was changed by hand need not be JSON any more.
            let written = match Receipt::read(&content.written) {
                Ok(_) => content.written.clone(),
                Err(_) => serde_json::Value::from(content.written.clone()).to_string(),
            };
            format!(
                "{{{place},\"salt\":\"{}\",\"receipt\":{written}}}",
                content.salt
            )
        }
        (None, Some(erasure)) => format!("{{{place},\"erased\":\"{}\"}}", erasure.reason),
        (None, None) => format!("{{{place},\"erased\":\"unknown\"}}"),
    }
}

/// A row per choice; the sequence of an entry that has a receipt but cannot be read.
fn rows(shard: &Shard, entry: &Entry) -> Result<String, u64> {
    let Some(content) = &entry.content else {
        return Ok(String::new());
    };
    let receipt = Receipt::read(&content.written).map_err(|_| entry.sequence)?;
    let texts: Vec<String> = receipt.texts.iter().map(ToString::to_string).collect();
    let mut rows = String::new();
    for choice in &receipt.choices {
        let fields = [
            receipt.number.to_string(),
            receipt.time.to_string(),
            choice.decision.word().to_owned(),
            choice.scope.word().to_owned(),
            choice.service.clone().unwrap_or_default(),
            choice.category.clone().unwrap_or_default(),
            receipt.origin.word().to_owned(),
            receipt.language.clone(),
            texts.join(" "),
            receipt.wording.to_string(),
            receipt.catalogue.version.clone(),
            receipt.catalogue.sha256.to_string(),
            receipt.configuration.to_string(),
            receipt.gate.clone(),
            shard.to_string(),
            entry.sequence.to_string(),
            entry.hash.to_string(),
        ];
        rows += &fields.map(field).join(",");
        rows.push('\n');
    }
    Ok(rows)
}

/// A field of a table (RFC 4180); none that a program for tables would take for a formula.
fn field(text: String) -> String {
    let text = match text.as_bytes().first() {
        Some(b'=' | b'+' | b'-' | b'@') => format!("'{text}"),
        _ => text,
    };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

//! `jalousie receipts`: what proves readers' choices, for those who must prove them.

mod export;
mod verify;

use crate::config::{self, KeySetting, KeySource, Loaded, StoreSetting};
use crate::exit::{Error, Exit};
use crate::stores;
use clap::Subcommand;
use jalousie_core::consent::receipt::{Digest, Number, Receipt, Time};
use jalousie_core::frame::Keys;
use jalousie_gate::receipts::{Opening, Period, Store};
use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  jalousie receipts summary --since 2026-11-01        how many choices, per day, category and decision
  jalousie receipts export --format csv > choices.csv everything, for a table
  jalousie receipts checkpoint > today.jsonl          where the chains end; keep it elsewhere
  jalousie receipts verify --checkpoint today.jsonl   nothing changed, removed or cut off since

It reads the store of the configuration; a gate may run at the same time.
Exit codes: 0 done; 1 something is not as the gate left it, or not there; 2 could not do the job.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(flatten)]
    source: config::Source,
    /// Whose receipts, where the configuration has several sites: a host of the site
    #[arg(long, global = true, value_name = "HOST")]
    site: Option<String>,
    /// The store, in place of the configuration's: sqlite:FILE or postgres://…
    #[arg(long, global = true, value_name = "STORE")]
    store: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write receipts of all chains in order of time
    Export(export::Arguments),
    /// Check that nothing was changed or removed but by the gate
    Verify {
        /// Lines of an earlier `checkpoint`: also that nothing was cut off or written anew since
        #[arg(long, value_name = "FILE")]
        checkpoint: Option<PathBuf>,
    },
    /// Write where each chain ends now, one line of JSON each
    Checkpoint,
    /// Count choices per day, category and decision
    Summary(When),
    /// Erase receipts older than some days; their places in the chain stay
    Purge {
        /// In days
        #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..))]
        older_than: u32,
    },
    /// Show one receipt
    Show {
        /// Its number
        number: Number,
    },
    /// Show a document that a receipt refers to, as it was
    Texts {
        /// Its SHA-256
        hash: Digest,
    },
    /// Erase receipts at their reader's request
    Erase {
        /// Their numbers
        #[arg(required = true)]
        numbers: Vec<Number>,
    },
}

/// A period; days and times are in UTC.
#[derive(Clone, Debug, clap::Args)]
struct When {
    /// From this day or time on, such as 2026-11-21
    #[arg(long, value_name = "TIME")]
    since: Option<Time>,
    /// Until this day or time, which is not included
    #[arg(long, value_name = "TIME")]
    until: Option<Time>,
}

impl When {
    fn period(&self) -> Period {
        Period {
            since: self.since,
            until: self.until,
        }
    }
}

pub(crate) fn run(arguments: &Arguments, quiet: bool) -> Result<Exit, Error> {
    let loaded = config::load(&arguments.source, None)?;
    let mut loaded = of_site(loaded, arguments.site.as_deref())?;
    if let Some(store) = &arguments.store {
        loaded.receipts.store = StoreSetting::parse(store, Path::new(""))
            .map_err(|expected| format!("--store {store:?}: {expected}"))?;
    }
    let keys = keys(&loaded)?;
    let Some(mut store) = stores::open(&loaded, &keys, Opening::Existing)? else {
        return Err("no receipts: [receipts] store is \"off\"".into());
    };
    let store = &mut *store;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let exit = match &arguments.command {
        Command::Export(arguments) => export::run(store, arguments, &mut out)?,
        Command::Verify { checkpoint } => {
            verify::run(store, &keys, checkpoint.as_deref(), quiet, &mut out)?
        }
        Command::Checkpoint => verify::checkpoint(store, &mut out)?,
        Command::Summary(when) => summary(store, when.period(), &mut out)?,
        Command::Purge { older_than } => purge(store, *older_than, quiet)?,
        Command::Show { number } => match store.find(&[*number])?.first() {
            Some(receipt) => write(&mut out, &format!("{}\n", receipt.written()))?,
            None => missing("no receipt of this number: it was erased, or was never stored"),
        },
        Command::Texts { hash } => match store.text(hash)? {
            Some(document) => write(&mut out, &document)?,
            None => missing("no document of this hash"),
        },
        Command::Erase { numbers } => {
            let erased = store.erase(numbers)?;
            if !quiet {
                eprintln!("erased {erased} of {}", numbers.len());
            }
            if erased == numbers.len() {
                Exit::Done
            } else {
                Exit::Findings
            }
        }
    };
    out.flush()?;
    Ok(exit)
}

/// The site that is meant.
fn of_site(mut loaded: Loaded, site: Option<&str>) -> Result<Loaded, Error> {
    if loaded.sites.is_empty() {
        return match site {
            None => Ok(loaded),
            Some(_) => Err("--site: the configuration has one site only".into()),
        };
    }
    let hosts =
        |one: &Loaded| -> Vec<String> { one.hosts.iter().map(|host| host.value.clone()).collect() };
    let known: Vec<String> = loaded.sites.iter().flat_map(hosts).collect();
    let mut sites = std::mem::take(&mut loaded.sites).into_iter();
    let meant = site.and_then(|host| sites.find(|one| hosts(one).iter().any(|own| own == host)));
    let expected = || format!("--site: expected one of {}", known.join(", "));
    Ok(meant.ok_or_else(expected)?)
}

fn write(out: &mut dyn io::Write, text: &str) -> Result<Exit, Error> {
    out.write_all(text.as_bytes())?;
    Ok(Exit::Done)
}

fn missing(what: &str) -> Exit {
    eprintln!("{what}");
    Exit::Findings
}

/// The keys that the gate seals with: none are made here.
fn keys(loaded: &Loaded) -> Result<Keys, Error> {
    let path = match &loaded.keys {
        KeySetting::Listed(_) => None,
        setting => Some(setting.path()),
    };
    if let Some(path) = path.filter(|path| !path.exists()) {
        return Err(format!(
            "{}: there is no such file; expected the keys of the gate, which seal its receipts ([frames] key_file)",
            path.display()
        )
        .into());
    }
    Ok(loaded.site(KeySource::Kept)?.keys)
}

fn summary(store: &mut dyn Store, period: Period, out: &mut dyn io::Write) -> Result<Exit, Error> {
    let mut counts: BTreeMap<(String, String, &str), u64> = BTreeMap::new();
    let mut unreadable = 0_u64;
    store.merged(period, &mut |(_, entry)| {
        let Some(content) = entry.content else {
            return Ok(());
        };
        let Ok(receipt) = Receipt::read(&content.written) else {
            unreadable += 1;
            return Ok(());
        };
        for choice in &receipt.choices {
            let category = choice.category.as_deref().unwrap_or("*");
            let key = (
                receipt.time.day(),
                category.to_owned(),
                choice.decision.word(),
            );
            *counts.entry(key).or_default() += 1;
        }
        Ok(())
    })?;
    let widest = counts.keys().map(|(_, category, _)| category.len()).max();
    let width = widest.unwrap_or_default().max("category".len());
    writeln!(
        out,
        "{:<10}  {:<width$}  {:<8}  {:>9}",
        "day", "category", "decision", "choices"
    )?;
    for ((day, category, decision), count) in counts {
        writeln!(
            out,
            "{day:<10}  {category:<width$}  {decision:<8}  {count:>9}"
        )?;
    }
    if unreadable > 0 {
        eprintln!(
            "{unreadable} receipts cannot be read by this version; `jalousie receipts verify` tells more"
        );
        return Ok(Exit::Findings);
    }
    Ok(Exit::Done)
}

fn purge(store: &mut dyn Store, days: u32, quiet: bool) -> Result<Exit, Error> {
    // In pieces, so that a gate that runs has its turn in between.
    const PIECE: usize = 1000;
    let now = stores::now();
    let mut erased = 0;
    loop {
        let piece = store.purge(now.days_earlier(days), now, PIECE)?;
        erased += piece;
        if piece < PIECE {
            break;
        }
    }
    if !quiet {
        eprintln!("erased {erased}");
    }
    Ok(Exit::Done)
}

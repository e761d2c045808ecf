//! `jalousie receipts verify` and `checkpoint`.

use crate::exit::{Error, Exit};
use jalousie_core::consent::receipt::{ChainCheck, Digest, Flaw, Shard};
use jalousie_core::frame::Keys;
use jalousie_gate::receipts::{Chain, Piece, Store};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

/// Where chains ended once: shard → sequence and hash.
type Checkpoint = BTreeMap<Shard, (u64, Digest)>;

/// A check under way.
struct Under<'k> {
    check: ChainCheck<'k>,
    chain: Chain,
    /// The place of the checkpoint, until it has been reached.
    expected: Option<(u64, Digest)>,
    flaws: Vec<Flaw>,
}

pub(super) fn run(
    store: &mut dyn Store,
    keys: &Keys,
    checkpoint: Option<&Path>,
    quiet: bool,
    out: &mut dyn Write,
) -> Result<Exit, Error> {
    let mut expected = checkpoint.map(read).transpose()?.unwrap_or_default();
    let mut found: Vec<String> = store.own_check()?;
    let mut whole = Vec::new();
    let mut under: Option<Under<'_>> = None;
    let mut finish = |under: Option<Under<'_>>, found: &mut Vec<String>| {
        let Some(mut under) = under else { return };
        under
            .flaws
            .extend(under.check.end(&under.chain.head, &under.chain.seal));
        if let Some((sequence, _)) = under.expected {
            under.flaws.push(Flaw::Checkpoint(sequence));
        }
        let shard = under.chain.shard;
        found.extend(
            under
                .flaws
                .iter()
                .map(|flaw| format!("chain {shard}: {flaw}")),
        );
        let (entries, erased) = (under.check.entries, under.check.erased);
        whole.push(format!(
            "chain {shard}: {entries} entries, {erased} of them erased, up to {}",
            under.chain.head.hash
        ));
    };
    store.chains(&mut |piece| {
        match piece {
            Piece::Chain(chain) => {
                finish(under.take(), &mut found);
                under = Some(Under {
                    check: ChainCheck::new(chain.shard, keys),
                    // An empty chain has nothing that could have been changed.
                    expected: expected
                        .remove(&chain.shard)
                        .filter(|(sequence, _)| *sequence > 0),
                    chain,
                    flaws: Vec::new(),
                });
            }
            Piece::Entry(entry) => {
                if let Some(under) = &mut under {
                    under.flaws.extend(under.check.entry(&entry));
                    if let Some((_, hash)) = under
                        .expected
                        .take_if(|(sequence, _)| *sequence == entry.sequence)
                    {
                        under.flaws.extend(under.check.checkpoint(&hash));
                    }
                }
            }
        }
        Ok(())
    })?;
    finish(under.take(), &mut found);
    for shard in expected.keys() {
        found.push(format!(
            "chain {shard}: was there at the checkpoint, and is gone"
        ));
    }
    if !quiet {
        for line in &whole {
            writeln!(out, "{line}")?;
        }
    }
    for line in &found {
        eprintln!("{line}");
    }
    Ok(if found.is_empty() {
        Exit::Done
    } else {
        Exit::Findings
    })
}

/// Where each chain ends, for a place that whoever can write the store cannot write.
pub(super) fn checkpoint(store: &mut dyn Store, out: &mut dyn Write) -> Result<Exit, Error> {
    let mut ends = Vec::new();
    store.chains(&mut |piece| {
        if let Piece::Chain(chain) = piece {
            ends.push(chain);
        }
        Ok(())
    })?;
    for Chain { shard, head, .. } in ends {
        let (sequence, hash) = (head.sequence, head.hash);
        writeln!(
            out,
            "{{\"shard\":\"{shard}\",\"sequence\":{sequence},\"hash\":\"{hash}\"}}"
        )?;
    }
    Ok(Exit::Done)
}

fn read(path: &Path) -> Result<Checkpoint, Error> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| format!("{}: cannot be read: {error}", path.display()))?;
    let mut checkpoint = Checkpoint::new();
    for (at, line) in text.lines().enumerate() {
        let parsed = serde_json::from_str::<serde_json::Value>(line)
            .ok()
            .and_then(|line| {
                let text = |key: &str| line.get(key)?.as_str();
                let place = (line.get("sequence")?.as_u64()?, text("hash")?.parse().ok()?);
                Some((text("shard")?.parse::<Shard>().ok()?, place))
            });
        let Some((shard, place)) = parsed else {
            let expected = "expected lines as `jalousie receipts checkpoint` writes them";
            return Err(format!("{}:{}: {expected}", path.display(), at + 1).into());
        };
        checkpoint.insert(shard, place);
    }
    Ok(checkpoint)
}

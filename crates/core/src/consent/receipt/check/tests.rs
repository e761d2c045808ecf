use super::*;
use crate::consent::receipt::{Content, Edition, Erasure, Number, Origin, Reason, Salt, Time};

fn keys(byte: u8) -> Keys {
    Keys::new(vec![[byte; 32]]).unwrap()
}

const SHARD: [u8; 16] = [9; 16];

/// A chain of so many receipts, and its head with a seal.
fn chain(count: u8) -> (Vec<Entry>, Head, Seal) {
    let shard = Shard::from(SHARD);
    let mut head = Head::start(&shard);
    let entries = (1..=count).map(|at| {
        let (number, time) = (
            Number::from([at; 16]),
            Time::from_milliseconds(i64::from(at)),
        );
        let edition = Edition {
            version: String::new(),
            sha256: Digest::of(b""),
        };
        let written = Receipt::new(number, time, Origin::Notice, edition).written();
        let salt = Salt::from([at; 32]);
        let commitment = salt.commitment(&written);
        head = head.after(&commitment);
        let content = Content {
            number,
            time,
            salt,
            written,
        };
        Entry {
            sequence: head.sequence,
            commitment,
            hash: head.hash,
            content: Some(content),
            erasure: None,
        }
    });
    let entries = entries.collect();
    (entries, head, head.seal(&shard, &keys(1)))
}

fn flaws(entries: &[Entry], head: &Head, seal: &Seal, keys: &Keys) -> Vec<Flaw> {
    let mut check = ChainCheck::new(Shard::from(SHARD), keys);
    let mut flaws: Vec<Flaw> = entries
        .iter()
        .flat_map(|entry| check.entry(entry))
        .collect();
    flaws.extend(check.end(head, seal));
    flaws
}

fn found(change: impl FnOnce(&mut Vec<Entry>)) -> Vec<Flaw> {
    let (mut entries, head, seal) = chain(5);
    change(&mut entries);
    flaws(&entries, &head, &seal, &keys(1))
}

fn erase(entry: &mut Entry, reason: Reason, keys: &Keys) {
    let erasure = Erasure::of(
        &Shard::from(SHARD),
        entry.sequence,
        &entry.commitment,
        reason,
        keys,
    );
    (entry.content, entry.erasure) = (None, Some(erasure));
}

#[test]
fn a_whole_chain_has_no_flaw_and_neither_has_one_with_erasures() {
    assert_eq!(found(|_| {}), []);
    assert_eq!(
        found(|entries| {
            erase(&mut entries[1], Reason::Reader, &keys(1));
            erase(&mut entries[4], Reason::Age, &keys(1));
        }),
        []
    );
    let (entries, head, seal) = chain(0);
    assert_eq!(flaws(&entries, &head, &seal, &keys(1)), []);
}

#[test]
fn whatever_is_changed_or_removed_is_found_where_it_was() {
    let written =
        |entry: &mut Entry, text: &str| entry.content.as_mut().unwrap().written = text.into();
    assert_eq!(
        found(|entries| written(&mut entries[2], "{}")),
        [Flaw::Changed(3)]
    );
    assert_eq!(found(|entries| drop(entries.remove(2))), [Flaw::Gap(4)]);
    assert_eq!(
        found(|entries| entries.swap(1, 2)).first(),
        Some(&Flaw::Gap(3))
    );
    assert_eq!(
        found(|entries| entries[3].content = None),
        [Flaw::Removed(4)]
    );
    let time = |entries: &mut Vec<Entry>| {
        entries[3].content.as_mut().unwrap().time = Time::from_milliseconds(0);
    };
    assert_eq!(found(time), [Flaw::Misplaced(4)]);
    let cut = |entries: &mut Vec<Entry>| entries.truncate(4);
    assert_eq!(
        found(cut),
        [Flaw::End {
            found: 4,
            expected: 5
        }]
    );
    // Without the key nobody erases, and an erasure is good for its own entry and reason only.
    assert_eq!(
        found(|entries| erase(&mut entries[0], Reason::Age, &keys(2))),
        [Flaw::Removed(1)]
    );
    let copied = |entries: &mut Vec<Entry>| {
        erase(&mut entries[0], Reason::Age, &keys(1));
        (entries[1].content, entries[1].erasure) = (None, entries[0].erasure);
    };
    assert_eq!(found(copied), [Flaw::Removed(2)]);
    let relabelled = |entries: &mut Vec<Entry>| {
        erase(&mut entries[0], Reason::Age, &keys(1));
        entries[0].erasure.as_mut().unwrap().reason = Reason::Reader;
    };
    assert_eq!(found(relabelled), [Flaw::Removed(1)]);
}

#[test]
fn a_chain_written_anew_lacks_the_seal() {
    let (mut entries, _, _) = chain(5);
    let mut head = Head::start(&Shard::from(SHARD));
    entries.remove(2);
    for entry in &mut entries {
        head = head.after(&entry.commitment);
        (entry.sequence, entry.hash) = (head.sequence, head.hash);
    }
    let forged = head.seal(&Shard::from(SHARD), &keys(2));
    assert_eq!(flaws(&entries, &head, &forged, &keys(1)), [Flaw::Seal]);
    // The same end under another shard's name is not sealed either.
    let elsewhere = head.seal(&Shard::from([8; 16]), &keys(1));
    assert_eq!(flaws(&entries, &head, &elsewhere, &keys(1)), [Flaw::Seal]);
}

#[test]
fn a_seal_outlives_a_change_of_keys() {
    let (entries, head, seal) = chain(3);
    let rotated = Keys::new(vec![[2; 32], [1; 32]]).unwrap();
    assert_eq!(flaws(&entries, &head, &seal, &rotated), []);
}

#[test]
fn a_checkpoint_names_the_chain_that_was() {
    let (entries, ..) = chain(3);
    let keys = keys(1);
    let mut check = ChainCheck::new(Shard::from(SHARD), &keys);
    check.entry(&entries[0]);
    assert_eq!(check.checkpoint(&entries[0].hash), None);
    assert_eq!(
        check.checkpoint(&entries[1].hash),
        Some(Flaw::Checkpoint(1))
    );
}

//! The gate is killed in mid-work, again and again: no acknowledged receipt is lost, none is invented.
//!
//! `JALOUSIE_CRASHES=1000 cargo test -p jalousie --test receipts_crash` is the long form.

#![allow(clippy::unwrap_used)]

mod support;

#[path = "../../gate/tests/receipts_support/server.rs"]
#[allow(dead_code, unreachable_pub)]
mod server;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use support::{Folder, Gate, upstream};

/// What readers choose about: one category per thread, so that each can be counted.
const CATEGORIES: [&str; 6] = [
    "video",
    "audio",
    "maps",
    "social",
    "documents",
    "unclassified",
];

/// What readers have done so far.
#[derive(Default)]
struct Readers {
    /// Posts begun, by category.
    sent: [AtomicU64; CATEGORIES.len()],
    /// Numbers that the gate said are recorded, by category.
    acknowledged: [Mutex<Vec<String>>; CATEGORIES.len()],
    all: AtomicU64,
}

/// Kills so many times; never the same moment of the work.
fn rounds(few: u64) -> u64 {
    let asked = std::env::var("JALOUSIE_CRASHES").ok();
    asked.map_or(few, |asked| asked.parse().unwrap())
}

/// Posts one choice on a connection of its own; the receipt's number, if it was acknowledged.
fn choose(address: &str, category: &str) -> std::io::Result<Option<String>> {
    let body = format!("decision=accept&scope=category&category={category}");
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(support::DEADLINE))?;
    write!(
        stream,
        "POST /_jalousie/consent HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    // A head that was cut off acknowledges nothing.
    let recorded =
        answer.ends_with("\r\n\r\n") && answer.contains("jalousie-receipt: recorded\r\n");
    let number = answer
        .split_once("eu-consent-receipts=")
        .and_then(|(_, rest)| rest.split(';').next());
    Ok(number.filter(|_| recorded).map(str::to_owned))
}

/// Runs the gate under load until it has acknowledged `until` more, and kills it in the midst.
fn crash(folder: &Folder, arguments: &[&str], readers: &Readers, until: u64) {
    let gate = Gate::start(folder, arguments);
    let (stop, address) = (AtomicBool::new(false), gate.address.as_str());
    let goal = readers.all.load(Ordering::Relaxed) + until;
    thread::scope(|scope| {
        for (at, category) in CATEGORIES.iter().enumerate() {
            let stop = &stop;
            scope.spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    readers.sent[at].fetch_add(1, Ordering::Relaxed);
                    match choose(address, category) {
                        Ok(Some(number)) => {
                            readers.acknowledged[at].lock().unwrap().push(number);
                            readers.all.fetch_add(1, Ordering::Relaxed);
                        }
                        Ok(None) => {}
                        Err(_) => return,
                    }
                }
            });
        }
        while readers.all.load(Ordering::Relaxed) < goal {
            thread::yield_now();
        }
        gate.signal("KILL");
        stop.store(true, Ordering::Relaxed);
    });
}

fn check(folder: &Folder, arguments: &[&str], readers: &Readers) {
    let run = |command: &[&str]| {
        folder
            .run(&[&["receipts"], arguments, command].concat())
            .ended(0)
    };
    let verified = run(&["verify"]);
    assert!(verified.err.is_empty(), "{verified:?}");
    let mut stored: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in run(&["export"]).out.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        let receipt = &line["receipt"];
        let category = receipt["choices"][0]["category"]
            .as_str()
            .unwrap()
            .to_owned();
        let number = receipt["number"].as_str().unwrap().to_owned();
        assert!(
            stored.entry(category).or_default().insert(number),
            "twice: {receipt}"
        );
    }
    let (mut all, mut acknowledged_all) = (0, 0);
    for (at, category) in CATEGORIES.iter().enumerate() {
        let stored = stored.remove(*category).unwrap_or_default();
        let acknowledged = readers.acknowledged[at].lock().unwrap();
        let lost: Vec<_> = acknowledged
            .iter()
            .filter(|number| !stored.contains(*number))
            .collect();
        assert!(lost.is_empty(), "acknowledged and not stored: {lost:?}");
        let sent = readers.sent[at].load(Ordering::Relaxed);
        assert!(
            stored.len() as u64 <= sent,
            "{category}: {} stored of {sent} sent",
            stored.len()
        );
        all += stored.len();
        acknowledged_all += acknowledged.len();
    }
    assert!(stored.is_empty(), "nobody chose {:?}", stored.keys());
    println!("{acknowledged_all} acknowledged, {all} stored, none lost, none invented");
}

/// Moments to crash at, spread without a pattern: how much was acknowledged before.
fn moments(count: u64) -> impl Iterator<Item = u64> {
    (0..count).map(|round| 1 + (round * 7919) % 97)
}

#[test]
fn sqlite_loses_nothing_that_was_acknowledged() {
    let folder = Folder::new("crash-sqlite");
    let upstream = upstream("<p>Hello.</p>");
    let arguments = ["--upstream", &format!("http://{upstream}")];
    let readers = Readers::default();
    for moment in moments(rounds(120)) {
        crash(&folder, &arguments, &readers, moment);
    }
    check(&folder, &[], &readers);
}

#[test]
fn postgresql_loses_nothing_that_was_acknowledged() {
    let folder = Folder::new("crash-postgres");
    let upstream = upstream("<p>Hello.</p>");
    let server = server::Server::start();
    let url = server.url("postgres");
    let store = format!("[receipts]\nstore = \"{url}\"\n");
    folder.write("jalousie.toml", &store);
    let arguments = ["--upstream", &format!("http://{upstream}")];
    let readers = Readers::default();
    for (round, moment) in moments(rounds(120) / 4).enumerate() {
        crash(&folder, &arguments, &readers, moment);
        // The server does not survive either, now and then.
        if round % 10 == 9 {
            server.stop("QUIT");
            server.run();
        }
    }
    check(&folder, &[], &readers);
}

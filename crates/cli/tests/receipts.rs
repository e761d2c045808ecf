//! `jalousie receipts`, on the store that a running gate writes; and stores that are not as they should be.

#![allow(clippy::unwrap_used)]

mod support;

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::Command;
use support::{Folder, Gate, address_in, upstream};

const STORE: &str = "home/.local/state/jalousie/receipts.db";

/// Posts a form as a page of the site does; the whole answer.
fn post(address: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(support::DEADLINE)).unwrap();
    write!(
        stream,
        "POST /_jalousie/consent HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn number(answer: &str) -> String {
    let (_, rest) = answer.split_once("eu-consent-receipts=").unwrap();
    rest.split(';').next().unwrap().to_owned()
}

/// A gate that has recorded three choices, and the numbers of their receipts.
fn recorded(folder: &Folder) -> (Gate, Vec<String>) {
    let upstream = upstream("<p>Hello.</p>");
    let gate = Gate::start(folder, &["--upstream", &format!("http://{upstream}")]);
    let numbers = ["accept", "refuse", "accept"].map(|decision| {
        let answer = post(
            &gate.address,
            &format!("decision={decision}&scope=category&category=video&lang=fr"),
        );
        assert!(answer.contains("jalousie-receipt: recorded"), "{answer}");
        number(&answer)
    });
    (gate, numbers.to_vec())
}

#[test]
fn the_commands_work_while_the_gate_runs() {
    let folder = Folder::new("receipts-commands");
    let (gate, numbers) = recorded(&folder);
    let run = |arguments: &[&str]| folder.run(&[&["receipts"], arguments].concat());
    assert!(
        run(&["verify"])
            .ended(0)
            .out
            .contains("3 entries, 0 of them erased")
    );
    let summary = run(&["summary"]).ended(0).out;
    assert!(
        summary
            .lines()
            .any(|line| line.ends_with("video     accept            2")),
        "{summary}"
    );
    assert!(
        summary
            .lines()
            .any(|line| line.ends_with("video     refuse            1")),
        "{summary}"
    );
    let csv = run(&["export", "--format", "csv"]).ended(0).out;
    assert_eq!(csv.lines().count(), 4);
    let columns = csv.lines().next().unwrap().split(',').count();
    assert!(
        csv.lines().all(|line| line.split(',').count() == columns),
        "{csv}"
    );
    let shown = run(&["show", &numbers[1]]).ended(0).out;
    assert!(
        shown.contains("\"decision\":\"refuse\"") && shown.contains("\"language\":\"fr\""),
        "{shown}"
    );
    let receipt: serde_json::Value = serde_json::from_str(&shown).unwrap();
    let text = receipt["texts"][0].as_str().unwrap();
    let document = run(&["texts", text]).ended(0).out;
    assert!(
        document.starts_with("<!DOCTYPE html>\n<html lang=\"fr\""),
        "{document:.100}"
    );
    fs::write(folder.path("checkpoint"), run(&["checkpoint"]).ended(0).out).unwrap();
    assert!(
        run(&["erase", &numbers[0]])
            .ended(0)
            .err
            .contains("erased 1 of 1")
    );
    run(&["erase", &numbers[0]]).ended(1);
    run(&["show", &numbers[0]]).ended(1);
    let lines = run(&["export"]).ended(0).out;
    assert!(
        lines
            .lines()
            .next()
            .unwrap()
            .ends_with("\"erased\":\"reader\"}"),
        "{lines}"
    );
    assert_eq!(
        run(&["export", "--since", "2020-01-01"])
            .ended(0)
            .out
            .lines()
            .count(),
        2
    );
    assert_eq!(run(&["export", "--until", "2020-01-01"]).ended(0).out, "");
    // What is a day old at most is not purged, and the gate goes on with the chain.
    assert!(
        run(&["purge", "--older-than", "1"])
            .ended(0)
            .err
            .contains("erased 0")
    );
    post(&gate.address, "decision=withdraw&scope=all");
    let verified = run(&["verify", "--checkpoint", "checkpoint"]).ended(0).out;
    assert!(
        verified.contains("4 entries, 1 of them erased"),
        "{verified}"
    );
    for bad in [
        &["show", "x"][..],
        &["texts", "x"],
        &["export", "--since", "yesterday"],
        &["purge", "--older-than", "0"],
    ] {
        run(bad).ended(2);
    }
    // An older state put back is whole in itself; the checkpoint tells.
    let checkpoint = run(&["checkpoint"]).ended(0).out;
    let cut = checkpoint.replace("\"sequence\":4", "\"sequence\":9");
    fs::write(folder.path("later"), cut).unwrap();
    let found = run(&["verify", "--checkpoint", "later"]).ended(1);
    assert!(found.err.contains("entry 9 is missing"), "{found:?}");
}

#[test]
fn a_store_that_is_none_stops_the_start_and_stays_as_it_is() {
    for (name, bytes, expected) in [
        (
            "text",
            b"This is no database, and never was one.\n".repeat(20),
            "not a SQLite file",
        ),
        (
            "newer",
            Vec::new(),
            "of version 9, and this gate knows version 1",
        ),
        ("broken", Vec::new(), "damaged"),
        ("foreign", Vec::new(), "a SQLite file of something else"),
    ] {
        let folder = Folder::new(&format!("receipts-{name}"));
        let (mut gate, _) = recorded(&folder);
        gate.signal("TERM");
        gate.end();
        let path = folder.path(STORE);
        let mut file = fs::read(&path).unwrap();
        match name {
            "newer" => file[63] = 9,
            "foreign" => file[68..72].copy_from_slice(b"else"),
            "broken" => {
                let page = 4096;
                file[page..].fill(0xa5);
            }
            _ => file = bytes,
        }
        fs::write(&path, &file).unwrap();
        let ran = folder.refuses_to_serve();
        assert!(ran.err.contains(expected), "{name}: {ran:?}");
        assert!(
            ran.err.contains("[receipts] store says where"),
            "{name}: {ran:?}"
        );
        assert_eq!(
            fs::read(&path).unwrap(),
            file,
            "{name}: the file was changed"
        );
        folder.run(&["receipts", "verify"]).ended(2);
    }
}

#[test]
fn without_receipts_nothing_is_kept() {
    let folder = Folder::new("receipts-off");
    folder.write("jalousie.toml", "[receipts]\nstore = \"off\"\n");
    let upstream = upstream("<p>Hello.</p>");
    let gate = Gate::start(&folder, &["--upstream", &format!("http://{upstream}")]);
    let answer = post(
        &gate.address,
        "decision=accept&scope=category&category=video",
    );
    assert!(
        answer.starts_with("HTTP/1.1 204") && !answer.contains("receipt"),
        "{answer}"
    );
    assert!(!folder.path(STORE).exists());
    folder.run(&["receipts", "verify"]).ended(2);
}

#[test]
fn a_full_disk_is_said_and_choices_go_on() {
    let folder = Folder::new("receipts-full");
    fs::create_dir_all(folder.path("disk")).unwrap();
    folder.write(
        "jalousie.toml",
        "[receipts]\nstore = \"sqlite:disk/receipts.db\"\nqueue = 1000\n",
    );
    let upstream = upstream("<p>Hello.</p>");
    // A disk of its own, in a mount namespace of its own, nearly full.
    let script = "mount -t tmpfs -o size=6m none disk && head -c 3500000 /dev/zero > disk/filler && exec \"$0\" \"$@\"";
    let inner = folder.command(&[
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--upstream",
        &format!("http://{upstream}"),
    ]);
    let mut command = Command::new("unshare");
    // Root may mount; others need a user namespace to be root in.
    let root = Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
    command.args((!root).then_some("--map-root-user"));
    command
        .args(["--mount", "sh", "-c", script])
        .arg(inner.get_program())
        .args(inner.get_args());
    command
        .current_dir(folder.path(""))
        .env("HOME", folder.path("home"));
    let mut gate = Gate::of(command);
    gate.address = address_in(&gate.wait_for("the gate is open"));
    let form = "decision=accept&scope=category&category=video";
    let mut stored = 0;
    let full = loop {
        let answer = post(&gate.address, form);
        assert!(
            answer.starts_with("HTTP/1.1 204") && answer.contains("eu-consent=v2.video:1:"),
            "{answer}"
        );
        if !answer.contains("jalousie-receipt: recorded") {
            break answer;
        }
        stored += 1;
        assert!(stored < 10_000, "the disk is never full");
    };
    assert!(full.contains("jalousie-receipt: queued"), "{full}");
    let line = gate.wait_for("receipts cannot be stored");
    assert!(line.contains("disk is full"), "{line}");
    // Room again: what waited is stored.
    let disk = format!(
        "/proc/{}/root{}",
        gate.process(),
        folder.path("disk").display()
    );
    fs::remove_file(format!("{disk}/filler")).unwrap();
    gate.wait_for("the store of receipts is back");
    let answer = post(&gate.address, form);
    assert!(answer.contains("jalousie-receipt: recorded"), "{answer}");
    // Nobody else sees that disk: what is on it is looked at elsewhere, while nothing moves.
    for file in ["receipts.db", "receipts.db-wal"] {
        fs::copy(format!("{disk}/{file}"), folder.path(file)).unwrap();
    }
    let copy = ["receipts", "verify", "--store", "sqlite:receipts.db"];
    let verified = folder.run(&copy).ended(0).out;
    assert!(
        verified.contains(&format!("{} entries", stored + 2)),
        "{verified}"
    );
    gate.signal("TERM");
    gate.end();
}

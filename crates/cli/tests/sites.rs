//! Several sites in one process, and what a reload changes.

#![allow(clippy::unwrap_used)] // nothing here runs outside tests

mod support;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use support::{DEADLINE, Folder, Gate, address_in, get, upstream};

const ONE: &str =
    "<!DOCTYPE html><html lang=en><p>One.</p><iframe src=https://player.example/1></iframe></html>";
const TWO: &str =
    "<!DOCTYPE html><html lang=en><p>Two.</p><iframe src=https://player.example/1></iframe></html>";

/// Asks for `/` on a host.
fn ask(address: &str, host: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(DEADLINE)).unwrap();
    write!(
        stream,
        "GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// A site's file.
fn site(host: &str, upstream: &str, more: &str) -> String {
    format!("{more}\n[site]\nurl = \"https://{host}\"\n[proxy]\nupstream = \"http://{upstream}\"\n")
}

#[test]
fn sites_are_told_apart_by_host_and_unknown_ones_are_misdirected() {
    let folder = Folder::new("sites");
    folder.write(
        "jalousie.toml",
        "sites = [\"sites/*.toml\"]\n[observability]\nlisten = \"127.0.0.1:0\"\n",
    );
    folder.write("sites/one.toml", &site("one.example", &upstream(ONE), ""));
    let frames = "[frames]\norigin = \"https://frames.example\"\n";
    let two = site("two.example", &upstream(TWO), "mode = \"observe\"");
    folder.write("sites/two.toml", &(two + frames));
    folder.write("sites/notes.txt", "not a site");
    let gate = Gate::spawn(&folder, &["--listen", "127.0.0.1:0"]);
    let operators = address_in(&gate.wait_for("health and metrics"));
    let readers = address_in(&gate.wait_for("the gate is open"));

    let one = ask(&readers, "one.example");
    assert!(one.contains("One.") && !one.contains("<iframe"), "{one}");
    let two = ask(&readers, "TWO.example:8443");
    assert!(two.ends_with(TWO), "observed only: {two}");
    // The frame host has frames only.
    assert!(ask(&readers, "frames.example").starts_with("HTTP/1.1 404"));
    for unknown in ["three.example", "127.0.0.1", "one.example.", "two"] {
        let answer = ask(&readers, unknown);
        assert!(answer.starts_with("HTTP/1.1 421"), "{answer}");
        assert!(answer.ends_with("no site of this name here\n"), "{answer}");
    }
    let both = ask(&readers, "one.example\r\nHost: two.example");
    assert!(both.starts_with("HTTP/1.1 400"), "{both}");

    let metrics = get(&operators, "/metrics");
    assert!(
        metrics.contains("jalousie_refused_total{cause=\"host\"} 5\n"),
        "{metrics}"
    );
    assert!(get(&operators, "/readyz").ends_with("ready\n"));
    let observed = get(&operators, "/observed");
    assert!(
        observed.contains("# one.example\n") && observed.contains("# two.example\n"),
        "{observed}"
    );
    // Each site has keys of its own.
    for name in ["keys-one.example", "keys-two.example"] {
        folder.read(&format!("home/.local/state/jalousie/{name}"));
    }
}

#[test]
fn a_reload_changes_all_sites_or_none_and_their_upstreams_too() {
    let folder = Folder::new("sites-reload");
    folder.write("jalousie.toml", "sites = [\"one.toml\", \"two.toml\"]\n");
    let (one, two) = (upstream(ONE), upstream(TWO));
    folder.write("one.toml", &site("one.example", &one, ""));
    folder.write("two.toml", &site("two.example", &two, ""));
    let gate = Gate::start(&folder, &["--config", "jalousie.toml"]);
    assert!(ask(&gate.address, "one.example").contains("One."));

    // One file is fine and the other is not: neither counts.
    folder.write("one.toml", &site("one.example", &two, ""));
    folder.write("two.toml", &site("two.example", &one, "siet = 1"));
    gate.signal("HUP");
    gate.wait_for("two.toml:1:1: unknown key siet");
    gate.wait_for("the old one stays in force");
    assert!(ask(&gate.address, "one.example").contains("One."));

    folder.write("two.toml", &site("three.example", &one, ""));
    gate.signal("HUP");
    gate.wait_for("configuration reloaded");
    assert!(ask(&gate.address, "one.example").contains("Two."));
    assert!(ask(&gate.address, "three.example").contains("One."));
    assert!(ask(&gate.address, "two.example").starts_with("HTTP/1.1 421"));
}

#[test]
fn one_site_gets_its_new_upstream_without_a_restart() {
    let folder = Folder::new("site-reload");
    let write = |upstream: &str| {
        let text = format!("[proxy]\nupstream = [\"http://{upstream}\"]\n");
        folder.write("jalousie.toml", &text)
    };
    write(&upstream(ONE));
    let gate = Gate::start(&folder, &["--config", "jalousie.toml"]);
    assert!(get(&gate.address, "/").contains("One."));
    write(&upstream(TWO));
    gate.signal("HUP");
    gate.wait_for("configuration reloaded");
    assert!(get(&gate.address, "/").contains("Two."));
}

#[test]
fn everything_wrong_in_any_file_comes_at_once() {
    let folder = Folder::new("sites-wrong");
    let main = "\
sites = [\"sites/*.toml\", \"none/*.toml\", \"gone.toml\"]
mode = \"observe\"
[site]
url = \"https://main.example\"
[proxy]
upstream = \"http://127.0.0.1:1\"
";
    folder.write("jalousie.toml", main);
    let one = "[observability]\n[site]\nurl = \"https://one.example\"\n[proxy]\nlisten = \"127.0.0.1:80\"\nupstream = []\n";
    folder.write("sites/1.toml", one);
    folder.write("sites/2.toml", &site("one.example", "127.0.0.1:1", ""));
    folder.write("sites/3.toml", "[proxy.timeouts]\ndrain = \"1s\"\n");
    let ran = folder.run(&["check"]).ended(2);
    let mut lines: Vec<&str> = ran.err.lines().collect();
    assert_eq!(lines.pop(), Some("12 errors"), "{}", ran.err);
    for (place, text) in [
        ("jalousie.toml:1:26", "none"),
        ("jalousie.toml:2:8", "in the files of the sites"),
        ("jalousie.toml:3:1", "in the files of the sites"),
        ("jalousie.toml:6:12", "in the files of the sites"),
        ("gone.toml", "cannot be read"),
        ("sites/1.toml:1:1", "in the main file"),
        ("sites/1.toml:6:12", "at least one"),
        ("sites/1.toml:5:10", "in the main file"),
        (
            "sites/2.toml:3:7",
            "the host one.example is that of sites/1.toml already",
        ),
        ("sites/3.toml", "site is missing"),
        ("sites/3.toml", "proxy.upstream is missing"),
        ("sites/3.toml:2:9", "in the main file"),
    ] {
        let found = lines
            .iter()
            .any(|line| line.starts_with(place) && line.contains(text));
        assert!(found, "{place}: {text}\n{}", ran.err);
    }
}

#[test]
fn a_check_shows_every_site_and_the_command_line_is_about_one() {
    let folder = Folder::new("sites-check");
    folder.write(
        "jalousie.toml",
        "sites = [\"*.site\"]\n[proxy.timeouts]\nanswer = \"7s\"\n",
    );
    let lists = "health.path = \"/alive\"\nhealth.healthy = \"200\"\n";
    let one = site("one.example", "127.0.0.1:1", "") + lists;
    let one = one.replace(
        "\"http://127.0.0.1:1\"",
        "[\"http://127.0.0.1:1\", \"h2c://127.0.0.1:2\"]",
    );
    folder.write("one.site", &one);
    folder.write("two.site", &site("two.example", "127.0.0.1:3", ""));
    let ran = folder.run(&["check"]).ended(0);
    for text in [
        "one.site",
        "https://one.example",
        "http://127.0.0.1:1, h2c://127.0.0.1:2",
        "two.site",
        "https://two.example",
    ] {
        assert!(ran.out.contains(text), "{text}: {}", ran.out);
    }
    let ran = folder
        .run(&["serve", "--upstream", "http://127.0.0.1:9"])
        .ended(2);
    assert!(
        ran.err.contains("--upstream is about one site"),
        "{}",
        ran.err
    );
    let page = |url: &str| folder.run_with(&["rewrite", "--url", url], ONE);
    assert!(
        !page("https://two.example/a")
            .ended(0)
            .out
            .contains("<iframe")
    );
    assert!(
        page("https://three.example/")
            .ended(2)
            .err
            .contains("one of")
    );
}

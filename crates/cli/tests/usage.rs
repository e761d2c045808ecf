//! What the program says of itself, and how it ends.

mod support;

use std::process::Stdio;
use support::Folder;

#[test]
fn help_names_every_command_and_the_exit_codes() {
    let folder = Folder::new("help");
    let help = folder.run(&["--help"]).ended(0).out;
    for command in ["demo", "serve", "rewrite", "check", "services", "init"] {
        assert!(
            help.lines()
                .any(|line| line.trim_start().starts_with(command)),
            "{command}: {help}"
        );
    }
    assert!(
        help.contains("0 done, nothing found; 1 findings; 2 could not do the job"),
        "{help}"
    );
    assert!(
        help.contains("NO_COLOR") && help.contains("RUST_LOG"),
        "{help}"
    );
}

#[test]
fn every_command_helps_with_examples() {
    let folder = Folder::new("help-commands");
    for command in ["serve", "rewrite", "check", "services", "init"] {
        let help = folder.run(&[command, "--help"]).ended(0).out;
        assert!(
            help.contains("Examples:") && help.contains(&format!("jalousie {command}")),
            "{help}"
        );
        // No colours where there is no terminal.
        assert!(!help.contains('\x1b'), "{help:?}");
    }
}

#[test]
fn a_wrong_use_ends_with_2_and_says_what_was_expected() {
    let folder = Folder::new("wrong-use");
    for (arguments, expected) in [
        (&["frob"][..], "unrecognized subcommand"),
        (&[], "Usage: jalousie"),
        (&["rewrite"], "--url <URL>"),
        (
            &["rewrite", "--url", "news.example"],
            "expected a page's whole address, such as https://news.example/valley",
        ),
        (
            &["rewrite", "--url", "ftp://news.example/a"],
            "expected a page's whole address",
        ),
        (
            &["rewrite", "--url", "https://news.example/", "no-such-file"],
            "no-such-file: cannot be read: ",
        ),
        (
            &["rewrite", "--url", "https://news.example/", "."],
            ".: cannot be read: ",
        ),
        (
            &["serve"],
            "no upstream: expected --upstream URL, or upstream under [proxy]",
        ),
        (
            &["serve", "--upstream", "localhost:8000"],
            "expected http:// or https:// in front",
        ),
        (
            &["serve", "--upstream", "http://localhost:8000/path"],
            "expected no path",
        ),
        (
            &["serve", "--listen", "80"],
            "expected an IP address and a port",
        ),
        (
            &["serve", "--public-url", "news.example"],
            "expected an address such as https://news.example",
        ),
        (
            &["serve", "--upstream", "http://127.0.0.1:8080"],
            "is the gate's own address",
        ),
        (
            &["serve", "--config", "none.toml"],
            "none.toml: cannot be read: ",
        ),
        (
            &["init", "news.example"],
            "expected an address such as https://news.example",
        ),
    ] {
        let ran = folder.run(arguments).ended(2);
        assert!(ran.err.contains(expected), "{arguments:?}: {}", ran.err);
        assert_eq!(ran.out, "", "{arguments:?}");
    }
}

#[test]
fn an_address_that_is_taken_is_named_with_the_reason() {
    let folder = Folder::new("taken");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let ran = folder
        .run(&[
            "serve",
            "--upstream",
            "http://127.0.0.1:9",
            "--listen",
            &address,
        ])
        .ended(2);
    assert!(
        ran.err.contains(&format!("cannot listen on {address}: ")),
        "{}",
        ran.err
    );
}

#[test]
fn a_reader_that_closes_the_pipe_is_no_error() {
    let folder = Folder::new("pipe");
    for arguments in [
        &["services"][..],
        &["services", "--json"],
        &["init", "--stdout"],
        &["rewrite", "--url", "https://news.example/", "page.html"],
    ] {
        folder.write("page.html", &"<p>Words.</p>\n".repeat(100_000));
        let mut child = folder
            .command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}

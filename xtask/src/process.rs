//! Commands whose output is shown as it comes, and counted.

use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use crate::counts::Counts;
use crate::root;

/// What came of a command.
pub(crate) struct Run {
    pub(crate) success: bool,
    pub(crate) counts: Counts,
}

/// Runs a command to its end.
pub(crate) trait RunExt {
    /// Shows the output as it comes, and adds up the test cases it speaks of.
    fn run(&mut self) -> Run;
}

impl RunExt for Command {
    fn run(&mut self) -> Run {
        announce(self);
        let child = self
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut child = match child {
            Ok(child) => child,
            Err(problem) => {
                println!("cannot start {:?}: {problem}", self.get_program());
                return Run {
                    success: false,
                    counts: Counts::default(),
                };
            }
        };
        let streams: [Option<Box<dyn Read + Send>>; 2] = [
            child.stdout.take().map(|stream| Box::new(stream) as _),
            child.stderr.take().map(|stream| Box::new(stream) as _),
        ];
        let readers = streams.map(|stream| thread::spawn(|| stream.map(pass_on)));
        let success = child.wait().is_ok_and(|status| status.success());
        let mut counts = Counts::default();
        for reader in readers {
            counts += reader.join().ok().flatten().unwrap_or_default();
        }
        Run { success, counts }
    }
}

fn announce(command: &Command) {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect();
    println!("$ {}", words.join(" "));
}

/// Prints line by line, so that two streams do not mix within a line.
fn pass_on(stream: impl Read) -> Counts {
    let mut counts = Counts::default();
    let mut lines = BufReader::new(stream);
    let mut line = Vec::new();
    while lines
        .read_until(b'\n', &mut line)
        .is_ok_and(|read| read > 0)
    {
        counts += Counts::of_line(&String::from_utf8_lossy(&line));
        // Nobody reads any more: the exit code still tells.
        let _ = std::io::stdout().lock().write_all(&line);
        line.clear();
    }
    counts
}

/// A command in the workspace's folder.
pub(crate) fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The cargo that runs us.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(arguments);
    if std::io::stdout().is_terminal() {
        cargo.env("CARGO_TERM_COLOR", "always");
    }
    cargo
}

/// npm in `folder`; browsers come from Debian, never from npm packages.
pub(crate) fn npm(folder: &Path, arguments: &[&str]) -> Command {
    let mut npm = command("npm");
    npm.args(["--no-audit", "--no-fund"])
        .args(arguments)
        .current_dir(folder)
        .env("PUPPETEER_SKIP_DOWNLOAD", "1");
    npm
}

/// Where cargo puts what it builds.
pub(crate) fn target_folder() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The program's path, also where the search path leaves out the administrator's folders.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain(["/usr/sbin", "/sbin"].map(PathBuf::from))
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

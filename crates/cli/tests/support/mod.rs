//! Running the real program, with a home and a folder of its own.

#![allow(dead_code)] // each test file uses its part
#![allow(clippy::unwrap_used)] // nothing here runs outside tests

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// Longer than anything here takes; only a test that fails waits for it.
pub(crate) const DEADLINE: Duration = Duration::from_secs(60);

/// A folder of a test's own, gone when the test is over.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The program, to be run in this folder.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jalousie"));
        command
            .args(arguments)
            .current_dir(&self.0)
            .env("HOME", self.path("home"));
        for name in [
            "RUST_LOG",
            "NO_COLOR",
            "XDG_STATE_HOME",
            "STATE_DIRECTORY",
            "CLICOLOR_FORCE",
        ] {
            command.env_remove(name);
        }
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    /// Starts a gate that cannot start, and gives what it says of that.
    pub(crate) fn refuses_to_serve(&self) -> Ran {
        let upstream = "http://127.0.0.1:9";
        self.run(&["serve", "--upstream", upstream, "--listen", "127.0.0.1:0"])
            .ended(2)
    }

    /// Runs the program to its end, with this on its standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &str) -> Ran {
        let mut command = self.command(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A program that reads nothing closes the pipe.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        Ran {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The name of a file beside these tests.
pub(crate) fn fixture(name: &str) -> String {
    format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// How a program ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// It ended with this code.
    #[track_caller]
    pub(crate) fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self
    }
}

/// A gate that is running.
pub(crate) struct Gate {
    child: Child,
    lines: Receiver<String>,
    pub(crate) address: String,
}

impl Gate {
    /// Starts the gate on a free port and waits until it says that it is open.
    pub(crate) fn start(folder: &Folder, arguments: &[&str]) -> Self {
        let mut gate = Gate::spawn(folder, &[&["--listen", "127.0.0.1:0"], arguments].concat());
        gate.address = address_in(&gate.wait_for("the gate is open"));
        gate
    }

    /// Starts the gate.
    pub(crate) fn spawn(folder: &Folder, arguments: &[&str]) -> Self {
        let mut command = folder.command(&["serve"]);
        command.args(arguments);
        Gate::of(command)
    }

    /// Starts a gate with a command of one's own.
    pub(crate) fn of(mut command: Command) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, lines) = channel();
        let log = BufReader::new(child.stderr.take().unwrap());
        thread::spawn(move || {
            log.lines()
                .map_while(Result::ok)
                .try_for_each(|line| sender.send(line))
        });
        Gate {
            child,
            lines,
            address: String::new(),
        }
    }

    /// The next line of the log with this in it.
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) -> String {
        let mut seen = Vec::new();
        loop {
            match self.lines.recv_timeout(DEADLINE) {
                Ok(line) if line.contains(text) => return line,
                Ok(line) => seen.push(line),
                Err(_) => panic!("the gate never said {text:?}, but {seen:#?}"),
            }
        }
    }

    /// What is left of the log, once the gate has ended.
    pub(crate) fn rest_of_log(&self) -> Vec<String> {
        self.lines.iter().collect()
    }

    pub(crate) fn signal(&self, name: &str) {
        assert!(signal(self.child.id(), name));
    }

    /// The process that was started; a successor is another one.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Waits for the end of the process that was started.
    pub(crate) fn exit(&mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }

    /// Waits for the end; gives what is on standard output.
    pub(crate) fn end(&mut self) -> (ExitStatus, String) {
        let mut out = String::new();
        self.child
            .stdout
            .take()
            .unwrap()
            .read_to_string(&mut out)
            .unwrap();
        (self.child.wait().unwrap(), out)
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends a signal to a process; whether there is one.
pub(crate) fn signal(process: u32, name: &str) -> bool {
    let mut kill = Command::new("kill");
    let kill = kill.args([format!("-{name}"), process.to_string()]);
    kill.stderr(Stdio::null()).status().unwrap().success()
}

/// Host and port of the first http address in a line of the log.
pub(crate) fn address_in(line: &str) -> String {
    let start = line
        .find("http://127.0.0.1:")
        .unwrap_or_else(|| panic!("no address in {line:?}"));
    let rest = &line[start + "http://".len()..];
    rest.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ':')
        .next()
        .unwrap()
        .to_owned()
}

/// A server with one page; its address. It lives as long as the test program.
pub(crate) fn upstream(html: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            thread::spawn(move || answer(stream, html));
        }
    });
    address
}

/// A request's head has come.
pub(crate) fn read_head(stream: &TcpStream) -> bool {
    let mut lines = BufReader::new(stream.try_clone().unwrap())
        .lines()
        .map_while(Result::ok);
    lines.any(|line| line.is_empty())
}

fn answer(mut stream: TcpStream, html: &str) {
    if read_head(&stream) {
        let length = html.len();
        let head = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        // A reader that has gone is its own affair.
        let _ = stream
            .write_all(head.as_bytes())
            .and_then(|()| stream.write_all(html.as_bytes()));
    }
}

/// Asks for a page: the whole answer, head and body.
pub(crate) fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(DEADLINE)).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

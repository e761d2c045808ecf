//! From one process to the next: sockets handed over, and no request lost.

#![allow(clippy::unwrap_used)]

mod support;

use command_fds::{CommandFdExt as _, FdMapping};
use std::fs;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixDatagram;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use support::{DEADLINE, Folder, Gate, get, signal, upstream};

const PAGE: &str = "<!DOCTYPE html><html lang=en><body><p>Words.</p><iframe src=https://player.example/1></iframe></body></html>";

/// Connections of the load, all kept alive.
const CONNECTIONS: usize = 32;

/// A gate's successors, which end with the test.
#[derive(Default)]
struct Successors(Vec<u32>);

impl Successors {
    /// Asks for one, and waits until it serves.
    fn next(&mut self, gate: &Gate) -> u32 {
        let current = self.0.last().copied().unwrap_or(gate.process());
        assert!(signal(current, "USR2"));
        let line = gate.wait_for("a successor serves");
        let process = line.split("process=").nth(1).unwrap();
        self.0.push(process.trim().parse().unwrap());
        self.0[self.0.len() - 1]
    }
}

impl Drop for Successors {
    fn drop(&mut self) {
        for process in &self.0 {
            signal(*process, "KILL");
        }
    }
}

/// Readers who ask for one page after the other, each on a connection that is kept.
struct Load {
    over: Arc<AtomicBool>,
    asked: Arc<AtomicUsize>,
    readers: Vec<JoinHandle<Vec<String>>>,
}

impl Load {
    fn start(address: &str) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let asked = Arc::new(AtomicUsize::new(0));
        let reader = |number| {
            let (over, asked, address) = (over.clone(), asked.clone(), address.to_owned());
            thread::spawn(move || read(&address, number, &over, &asked))
        };
        let readers = (0..CONNECTIONS).map(reader).collect();
        Load {
            over,
            asked,
            readers,
        }
    }

    /// Waits until so many more requests have been answered.
    fn goes_on(&self, more: usize) {
        let aim = self.asked.load(Ordering::Relaxed) + more;
        while self.asked.load(Ordering::Relaxed) < aim {
            assert!(self.readers.iter().all(|reader| !reader.is_finished()));
            thread::yield_now();
        }
    }

    /// Ends it: the number of requests, and what went wrong with them.
    fn end(self) -> (usize, Vec<String>) {
        self.over.store(true, Ordering::Relaxed);
        let failures = self
            .readers
            .into_iter()
            .flat_map(|reader| reader.join().unwrap());
        let failures = failures.collect();
        (self.asked.load(Ordering::Relaxed), failures)
    }
}

/// One reader. Nothing is tried again: each request that gets no whole answer is a failure.
fn read(address: &str, number: usize, over: &AtomicBool, asked: &AtomicUsize) -> Vec<String> {
    let mut failures = Vec::new();
    let mut kept = None;
    while !over.load(Ordering::Relaxed) {
        let path = format!("/{number}/{}", asked.fetch_add(1, Ordering::Relaxed));
        match exchange(address, &path, kept.take()) {
            Ok(connection) => kept = connection,
            Err(error) => failures.push(format!("{path}: {error}")),
        }
    }
    failures
}

type Connection = BufReader<TcpStream>;

/// One request; the connection, if it may be used again.
fn exchange(address: &str, path: &str, kept: Option<Connection>) -> io::Result<Option<Connection>> {
    let mut connection = match kept {
        Some(kept) => kept,
        None => BufReader::new(TcpStream::connect(address)?),
    };
    connection.get_ref().set_read_timeout(Some(DEADLINE))?;
    write!(
        connection.get_mut(),
        "GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n"
    )?;
    let (mut chunked, mut last, mut length) = (false, false, 0);
    let mut first = true;
    loop {
        let mut line = String::new();
        if connection.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if std::mem::take(&mut first) && !line.starts_with("HTTP/1.1 200") {
            return Err(io::Error::other(line));
        }
        let line = line.trim_end().to_ascii_lowercase();
        chunked |= line == "transfer-encoding: chunked";
        last |= line == "connection: close";
        if let Some(value) = line.strip_prefix("content-length: ") {
            length = value.parse().map_err(io::Error::other)?;
        }
        if line.is_empty() {
            break;
        }
    }
    let mut body = Vec::new();
    if chunked {
        read_chunks(&mut connection, &mut body)?;
    } else {
        body.resize(length, 0);
        connection.read_exact(&mut body)?;
    }
    let body = String::from_utf8_lossy(&body);
    if !body.contains("<p>Words.</p>") || body.contains("<iframe") {
        return Err(io::Error::other(format!("not the gated page: {body}")));
    }
    Ok((!last).then_some(connection))
}

fn read_chunks(connection: &mut Connection, body: &mut Vec<u8>) -> io::Result<()> {
    loop {
        let mut line = String::new();
        connection.read_line(&mut line)?;
        let size = u64::from_str_radix(line.trim_end(), 16).map_err(io::Error::other)?;
        connection.by_ref().take(size).read_to_end(body)?;
        connection.read_line(&mut String::new())?;
        if size == 0 {
            return Ok(());
        }
    }
}

#[test]
fn upgrades_and_reloads_under_load_lose_no_request() {
    let folder = Folder::new("upgrade");
    let site = upstream(PAGE);
    folder.write(
        "jalousie.toml",
        &format!("[proxy]\nupstream = \"http://{site}\"\n"),
    );
    let mut gate = Gate::start(&folder, &["--config", "jalousie.toml"]);
    let load = Load::start(&gate.address);
    let mut successors = Successors::default();
    for round in 0..4 {
        load.goes_on(200);
        let process = successors.next(&gate);
        load.goes_on(200);
        assert!(signal(process, "HUP"));
        gate.wait_for("configuration reloaded");
        if round == 0 {
            assert_eq!(gate.exit().code(), Some(0));
        }
    }
    load.goes_on(200);
    let (asked, failures) = load.end();
    assert!(
        failures.is_empty(),
        "{} of {asked} requests: {failures:#?}",
        failures.len()
    );
    assert!(asked > 1_800);
}

#[test]
fn what_serves_after_an_upgrade_is_the_program_on_the_disk() {
    let folder = Folder::new("binary");
    let program = folder.path("program");
    let put = || {
        fs::copy(env!("CARGO_BIN_EXE_jalousie"), folder.path("new")).unwrap();
        fs::rename(folder.path("new"), &program).unwrap();
    };
    put();
    let mut command = Command::new(&program);
    let site = format!("http://{}", upstream(PAGE));
    command.args(["serve", "--listen", "127.0.0.1:0", "--upstream", &site]);
    command
        .current_dir(folder.path(""))
        .env("HOME", folder.path("home"));
    let mut gate = Gate::of(command);
    gate.address = support::address_in(&gate.wait_for("the gate is open"));
    put();
    let mut successors = Successors::default();
    let process = successors.next(&gate);
    assert_eq!(gate.exit().code(), Some(0));
    let serving = fs::read_link(format!("/proc/{process}/exe")).unwrap();
    assert_eq!(serving, program.canonicalize().unwrap());
    assert!(get(&gate.address, "/").contains("Words."));
    // A program that does not work leaves everything as it is.
    fs::remove_file(&program).unwrap();
    assert!(signal(process, "USR2"));
    gate.wait_for("no successor; this process goes on");
    folder.write("program", "no program");
    assert!(signal(process, "USR2"));
    gate.wait_for("no successor; this process goes on");
    fs::remove_file(&program).unwrap();
    fs::copy("/bin/false", &program).unwrap();
    assert!(signal(process, "USR2"));
    gate.wait_for("it ended before it was ready");
    assert!(get(&gate.address, "/").contains("Words."));
}

/// What systemd is told next.
fn told(socket: &UnixDatagram) -> String {
    let mut state = [0; 100];
    let length = socket.recv(&mut state).unwrap();
    String::from_utf8(state[..length].to_vec()).unwrap()
}

#[test]
fn systemd_opens_the_socket_and_is_told() {
    let folder = Folder::new("systemd");
    let systemd = UnixDatagram::bind(folder.path("notify")).unwrap();
    systemd.set_read_timeout(Some(DEADLINE)).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let site = format!("http://{}", upstream(PAGE));
    let mut command = folder.command(&["serve", "--listen", &address, "--upstream", &site]);
    let sockets = [listener, other].map(OwnedFd::from).into_iter();
    let mappings = sockets.zip(3..).map(|(parent_fd, child_fd)| FdMapping {
        parent_fd,
        child_fd,
    });
    command
        .env("LISTEN_FDS", "2")
        .env("NOTIFY_SOCKET", folder.path("notify"));
    command.fd_mappings(mappings.collect()).unwrap();
    // A reader who comes before the gate waits.
    let early = thread::spawn(move || get(&address, "/"));
    let mut gate = Gate::of(command);
    gate.wait_for("inherited a socket for an address that the configuration does not listen on");
    assert_eq!(told(&systemd), "READY=1");
    assert!(early.join().unwrap().contains("Words."));
    gate.signal("TERM");
    assert_eq!(told(&systemd), "STOPPING=1");
    assert_eq!(gate.exit().code(), Some(0));
}

#[test]
fn systemd_is_told_who_succeeds() {
    let folder = Folder::new("main-process");
    let systemd = UnixDatagram::bind(folder.path("notify")).unwrap();
    systemd.set_read_timeout(Some(DEADLINE)).unwrap();
    let site = format!("http://{}", upstream(PAGE));
    let mut command = folder.command(&["serve", "--listen", "127.0.0.1:0", "--upstream", &site]);
    command.env("NOTIFY_SOCKET", folder.path("notify"));
    let mut gate = Gate::of(command);
    assert_eq!(told(&systemd), "READY=1");
    let mut successors = Successors::default();
    let process = successors.next(&gate);
    assert_eq!(told(&systemd), "READY=1");
    assert_eq!(told(&systemd), format!("MAINPID={process}"));
    assert_eq!(gate.exit().code(), Some(0));
    assert!(signal(process, "TERM"));
    assert_eq!(told(&systemd), "STOPPING=1");
}

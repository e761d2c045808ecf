//! From one process to the next: sockets handed over, and no request lost.

#![allow(clippy::unwrap_used)]

mod support;

use command_fds::{CommandFdExt as _, FdMapping};
use std::fs;
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixDatagram;
use std::process::Command;
use std::thread;
use support::{DEADLINE, Folder, Gate, get, signal, upstream};

const PAGE: &str = "<!DOCTYPE html><html lang=en><body><p>Words.</p><iframe src=https://player.example/1></iframe></body></html>";

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

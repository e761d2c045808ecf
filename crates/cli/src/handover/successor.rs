//! Starting the next process, and being it.

use super::{Sockets, notify};
use command_fds::{CommandFdExt as _, FdMapping};
use std::env;
use std::io::{self, Write as _};
use std::os::fd::{AsFd as _, OwnedFd};
use std::os::unix::net::UnixStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::io::AsyncReadExt as _;
use tokio::signal::unix::Signal;

/// Where a process looks for inherited sockets (sd_listen_fds(3)).
const FIRST_SOCKET: i32 = 3;

/// Tells a successor that it is one.
const SUCCEEDS: &str = "JALOUSIE_SUCCEEDS";

/// What a successor says when it serves.
const READY: &[u8] = b"ready\n";

/// How long a successor may take to be ready.
const PATIENCE: Duration = Duration::from_secs(60);

/// Says that this process serves: to systemd, and to its predecessor, if it has one.
pub(crate) fn ready() {
    notify("READY=1");
    if env::var_os(SUCCEEDS).is_some()
        && let Err(error) = tell_predecessor()
    {
        tracing::warn!(target: "jalousie", %error, "cannot tell the predecessor that this process serves");
    }
}

fn tell_predecessor() -> io::Result<()> {
    let socket = io::stdin().as_fd().try_clone_to_owned()?;
    UnixStream::from(socket).write_all(READY)
}

/// Is ready once a successor serves, which every `signal` asks for.
pub(crate) async fn succeeded(mut signal: Signal, sockets: Sockets) {
    while signal.recv().await.is_some() {
        match succeed(&sockets).await {
            Ok(process) => {
                tracing::info!(target: "jalousie", process, "a successor serves; this process finishes what is in flight");
                notify(&format!("MAINPID={process}"));
                return;
            }
            Err(error) => {
                tracing::error!(target: "jalousie", %error, "no successor; this process goes on");
            }
        }
    }
    std::future::pending().await
}

/// Starts a successor and waits until it serves; its process id.
async fn succeed(sockets: &Sockets) -> io::Result<u32> {
    let (ours, theirs) = UnixStream::pair()?;
    let child = start(sockets.copies()?, theirs)?;
    let process = child.id();
    match tokio::time::timeout(PATIENCE, said(ours)).await {
        Ok(Ok(words)) if words == READY => return Ok(process),
        Ok(Ok(_)) => Err(io::Error::other("it ended before it was ready")),
        Ok(Err(error)) => Err(error),
        Err(_) => Err(io::Error::other(format!(
            "it was not ready in {PATIENCE:?}"
        ))),
    }
    .inspect_err(|_| end(child))
}

/// The program as it is on the disk now, with the arguments of this one.
fn start(sockets: Vec<OwnedFd>, word: UnixStream) -> io::Result<Child> {
    let mut arguments = env::args_os();
    let program = arguments.next().unwrap_or_else(|| "jalousie".into());
    let number = sockets.len().to_string();
    let mappings = (FIRST_SOCKET..).zip(sockets);
    let mappings = mappings.map(|(child_fd, parent_fd)| FdMapping {
        parent_fd,
        child_fd,
    });
    Command::new(program)
        .args(arguments)
        .env("LISTEN_FDS", number)
        .env_remove("LISTEN_PID")
        .env(SUCCEEDS, "1")
        .stdin(Stdio::from(OwnedFd::from(word)))
        .fd_mappings(mappings.collect())
        .map_err(io::Error::other)?
        .spawn()
}

/// What a successor says: nothing, if it ends.
async fn said(socket: UnixStream) -> io::Result<Vec<u8>> {
    socket.set_nonblocking(true)?;
    let mut socket = tokio::net::UnixStream::from_std(socket)?;
    let mut words = vec![0; READY.len()];
    match socket.read_exact(&mut words).await {
        Ok(_) => Ok(words),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// Ends a successor that is none, and forgets it.
fn end(mut child: Child) {
    // It may have ended already, which is as good.
    let _ = child.kill();
    tokio::task::spawn_blocking(move || child.wait());
}

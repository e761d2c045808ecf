//! From one process to the next, without a request lost: the sockets stay open all the while.
//!
//! There is one way in: listening sockets that somebody else has opened (systemd's `LISTEN_FDS`).
//! A successor, which SIGUSR2 asks for, gets them that way too. It says that it is ready on its
//! standard input, a socket of which the predecessor holds the other end; then the predecessor
//! stops accepting and lets what is in flight finish. If the successor ends before it is ready,
//! nothing has changed.

mod notify;
mod sockets;
mod successor;

pub(crate) use notify::notify;
pub(crate) use sockets::Sockets;
pub(crate) use successor::{ready, succeeded};

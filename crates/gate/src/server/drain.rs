//! Stopping: everything open is counted, told, and in the end cut off.

use std::time::Duration;

use tokio::sync::watch;

/// What a connection is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Order {
    /// Go on.
    Serve,
    /// Finish what is in flight and close.
    Finish,
    /// Close now.
    Cut,
}

/// The server's side. Each open connection holds a receiver, also after an upgrade: the channel
/// closes when the last one is gone.
pub(super) struct Drain(watch::Sender<Order>);

/// How a server came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drained {
    /// Connections that were open at the stop.
    pub open: usize,
    /// Those of them that had to be cut off at the deadline.
    pub cut: usize,
}

impl Drain {
    pub(super) fn new() -> Self {
        Self(watch::Sender::new(Order::Serve))
    }

    pub(super) fn subscribe(&self) -> watch::Receiver<Order> {
        self.0.subscribe()
    }

    /// Lets everything finish until the deadline, then cuts off the rest. `count` tells how many
    /// connections are open.
    pub(super) async fn finish(self, deadline: Duration, count: impl Fn() -> usize) -> Drained {
        let open = count();
        self.0.send_replace(Order::Finish);
        if tokio::time::timeout(deadline, self.0.closed())
            .await
            .is_ok()
        {
            return Drained { open, cut: 0 };
        }
        let cut = count();
        self.0.send_replace(Order::Cut);
        // Cutting needs no more than a turn of each task; a stuck one must not hold up the exit.
        let _ = tokio::time::timeout(Duration::from_secs(1), self.0.closed()).await;
        Drained { open, cut }
    }
}

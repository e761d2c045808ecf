//! Switching protocols: only where the upstream agrees to what the reader asked for.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;
use std::{future, io};

use http::header::{CONNECTION, HeaderValue, UPGRADE};
use http::request::Parts;
use http::{HeaderMap, Method, Version};
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf, copy_bidirectional};
use tokio::time::{Instant, sleep_until};

use super::headers::tokens;

/// Protocols under which HTTP itself would go on, past the gate: `h2c` smuggling is a known attack.
const REFUSED: [&str; 3] = ["h2", "http/", "tls/"];

/// The protocols to offer to the upstream; `None` where nothing can or may be switched.
pub(super) fn wanted(parts: &Parts, empty: bool) -> Option<HeaderValue> {
    let asked = tokens(&parts.headers, &CONNECTION).any(|t| t.eq_ignore_ascii_case("upgrade"));
    let can_switch = parts.extensions.get::<OnUpgrade>().is_some();
    // A body before the switch would be the place to hide a second request in.
    if !asked || !can_switch || !empty || parts.method != Method::GET {
        return None;
    }
    if parts.version != Version::HTTP_11 {
        return None;
    }
    let refused = |protocol: &str| {
        let protocol = protocol.to_ascii_lowercase();
        REFUSED.iter().any(|prefix| protocol.starts_with(prefix))
    };
    let offered: Vec<&str> = tokens(&parts.headers, &UPGRADE)
        .filter(|protocol| !refused(protocol))
        .collect();
    if offered.is_empty() {
        return None;
    }
    HeaderValue::try_from(offered.join(", ")).ok()
}

/// The protocol that the upstream switched to, if it is one of those offered.
pub(super) fn agreed(headers: &HeaderMap, offered: &HeaderValue) -> Option<HeaderValue> {
    let mut chosen = headers.get_all(UPGRADE).iter();
    let (value, None) = (chosen.next()?, chosen.next()) else {
        return None;
    };
    let name = value.to_str().ok()?.trim();
    let mut offered = offered.to_str().ok()?.split(", ");
    offered
        .any(|protocol| protocol.eq_ignore_ascii_case(name))
        .then(|| value.clone())
}

/// Copies between reader and upstream until both are done or nothing moves for `idle`.
pub(super) async fn tunnel(reader: OnUpgrade, upstream: OnUpgrade, idle: Duration) {
    let (reader, upstream) = match tokio::try_join!(reader, upstream) {
        Ok(both) => both,
        Err(error) => {
            tracing::debug!(%error, "upgrade was not completed");
            return;
        }
    };
    let activity = Arc::new(Activity::new());
    let mut reader = Watched {
        io: TokioIo::new(reader),
        activity: activity.clone(),
    };
    let mut upstream = Watched {
        io: TokioIo::new(upstream),
        activity: activity.clone(),
    };
    tokio::select! {
        result = copy_bidirectional(&mut reader, &mut upstream) => match result {
            Ok((sent, received)) => tracing::debug!(sent, received, "tunnel closed"),
            Err(error) => tracing::debug!(%error, "tunnel broke"),
        },
        () = activity.quiet_for(idle) => tracing::debug!(?idle, "tunnel closed: nothing moved"),
    }
}

/// When something last moved, as milliseconds since the tunnel began.
struct Activity {
    start: Instant,
    last: AtomicU64,
}

impl Activity {
    fn new() -> Self {
        Self {
            start: Instant::now(),
            last: AtomicU64::new(0),
        }
    }

    fn note(&self) {
        // 585 million years fit.
        let now = self.start.elapsed().as_millis() as u64;
        self.last.store(now, Ordering::Relaxed);
    }

    async fn quiet_for(&self, idle: Duration) {
        loop {
            let last = Duration::from_millis(self.last.load(Ordering::Relaxed));
            let Some(end) = self.start.checked_add(last.saturating_add(idle)) else {
                return future::pending().await;
            };
            if end <= Instant::now() {
                return;
            }
            sleep_until(end).await;
        }
    }
}

/// A side of the tunnel that notes when bytes arrive.
struct Watched<T> {
    io: T,
    activity: Arc<Activity>,
}

impl<T: AsyncRead + Unpin> AsyncRead for Watched<T> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let result = Pin::new(&mut self.io).poll_read(cx, buf);
        if result.is_ready() {
            self.activity.note();
        }
        result
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Watched<T> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(cx)
    }
}

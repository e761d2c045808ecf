//! HTTP/2 to an upstream: a few connections that many requests share.

use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::Uri;
use hyper::client::conn::http2::{Builder, SendRequest};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::time::Instant;

use super::body::RequestBody;
use super::config::Limits;
use super::connect::{Connector, is_http2};
use super::error::{Cause, ProxyError};
use super::frames::Counted;

/// Requests at once on one connection; most servers allow 100 or more. Beyond that another one is opened.
const STREAMS: usize = 100;

/// How long an upstream that offered no HTTP/2 is not asked again whether it does.
const SETTLED: Duration = Duration::from_secs(600);

/// How often a connection that is in use is probed, and how long the answer may take.
const PROBE: Duration = Duration::from_secs(20);

/// Bytes of one answer, and of all on a connection, that may wait in memory for slow readers.
const STREAM_WINDOW: u32 = 256 * 1024;
const CONNECTION_WINDOW: u32 = 1024 * 1024;

/// The way to one upstream.
pub(super) struct Http2 {
    connector: Connector,
    address: Uri,
    /// Without TLS there is nothing to be offered: HTTP/2 is what it speaks.
    prior: bool,
    limits: Limits,
    open: Mutex<Vec<Open>>,
    /// When the upstream last said that it does not speak HTTP/2.
    declined: Mutex<Option<Instant>>,
    /// One connection is opened at a time. Whoever waits for it fails with it.
    opening: tokio::sync::Mutex<Option<(Instant, ProxyError)>>,
}

/// A connection.
struct Open {
    sender: SendRequest<RequestBody>,
    busy: Arc<AtomicUsize>,
    heads: Arc<AtomicI64>,
}

/// A request's place on a connection.
pub(super) struct Ticket(Arc<AtomicUsize>);

impl Drop for Ticket {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A connection with room for a request.
pub(super) struct Room {
    pub(super) sender: SendRequest<RequestBody>,
    pub(super) ticket: Ticket,
    /// Whether it was there before the request: then the upstream may just have closed it.
    pub(super) kept: bool,
    /// Heads that may still come; below zero it was closed because there were too many.
    pub(super) heads: Arc<AtomicI64>,
}

impl Http2 {
    pub(super) fn new(connector: Connector, address: Uri, prior: bool, limits: Limits) -> Self {
        Self {
            connector,
            address,
            prior,
            limits,
            open: Mutex::default(),
            declined: Mutex::default(),
            opening: tokio::sync::Mutex::default(),
        }
    }

    /// Room for one request; `None`: this upstream speaks HTTP/1 only.
    ///
    /// # Errors
    /// No connection.
    pub(super) async fn room(&self) -> Result<Option<Room>, ProxyError> {
        if self.has_declined() {
            return Ok(None);
        }
        if let Some(room) = self.kept() {
            return Ok(Some(room));
        }
        let since = Instant::now();
        let mut failed = self.opening.lock().await;
        if let Some((_, error)) = failed.as_ref().filter(|(at, _)| *at > since) {
            return Err(error.clone());
        }
        if self.has_declined() {
            return Ok(None);
        }
        // Somebody before us may have opened one.
        if let Some(room) = self.kept() {
            return Ok(Some(room));
        }
        // In a place of its own: requests are not to be as large as a handshake.
        let opened = Box::pin(self.connect()).await;
        *failed = opened
            .as_ref()
            .err()
            .map(|error| (Instant::now(), error.clone()));
        opened
    }

    fn has_declined(&self) -> bool {
        let declined = *lock(&self.declined);
        declined.is_some_and(|since| since.elapsed() < SETTLED)
    }

    /// Room on a connection that is there.
    fn kept(&self) -> Option<Room> {
        let mut open = lock(&self.open);
        open.retain(|one| !one.sender.is_closed());
        let one = open
            .iter()
            .find(|one| one.busy.load(Ordering::Relaxed) < STREAMS)?;
        Some(one.room(&self.limits, true))
    }

    async fn connect(&self) -> Result<Option<Room>, ProxyError> {
        let link = self.connector.open(&self.address).await?;
        if !self.prior && !is_http2(&link) {
            *lock(&self.declined) = Some(Instant::now());
            return Ok(None);
        }
        let heads = Arc::new(AtomicI64::new(0));
        let handshake = Builder::new(TokioExecutor::new())
            .timer(TokioTimer::new())
            .initial_stream_window_size(STREAM_WINDOW)
            .initial_connection_window_size(CONNECTION_WINDOW)
            .max_header_list_size(u32::try_from(self.limits.response_head).unwrap_or(u32::MAX))
            .keep_alive_interval(PROBE)
            .keep_alive_timeout(PROBE)
            .handshake(Counted::new(link, heads.clone()));
        let (sender, connection) = handshake
            .await
            .map_err(|error| ProxyError::with_source(Cause::Unreachable, error))?;
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "HTTP/2 connection to the upstream ended");
            }
        });
        let busy = Arc::new(AtomicUsize::new(0));
        let one = Open {
            sender,
            busy,
            heads,
        };
        let room = one.room(&self.limits, false);
        lock(&self.open).push(one);
        Ok(Some(room))
    }
}

impl Open {
    fn room(&self, limits: &Limits, kept: bool) -> Room {
        self.busy.fetch_add(1, Ordering::Relaxed);
        // A request may be answered by some 1xx, a head and trailers.
        let heads = i64::try_from(limits.informational).unwrap_or(i64::MAX / 2) + 2;
        self.heads.fetch_add(heads, Ordering::Relaxed);
        Room {
            sender: self.sender.clone(),
            ticket: Ticket(self.busy.clone()),
            kept,
            heads: self.heads.clone(),
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // What is inside is whole whatever happened to the thread that held it.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

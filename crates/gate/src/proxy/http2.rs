//! HTTP/2 to an upstream: a few connections that many requests share.
//!
//! It is spoken by the library under hyper, whose client does not tell of early hints.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use bytes::Bytes;
use h2::client::{Builder, Connection, ResponseFuture, SendRequest};
use h2::{Reason, RecvStream};
use http::{HeaderMap, Request, Response, Uri};
use http_body::Body as _;
use hyper_util::rt::TokioIo;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::body::RequestBody;
use super::config::Limits;
use super::connect::{Connector, Link, is_http2};
use super::error::{Cause, ProxyError};
use super::frames::Counted;
use super::informational;
use super::received::Received;
use crate::http2::{Alive, StreamBody, detach, is_padded, send};
use crate::server::Hints;

/// Requests at once on one connection; most servers allow 100 or more. Beyond that another one is opened.
const STREAMS: usize = 100;

/// How long an upstream that offered no HTTP/2 is not asked again whether it does.
const SETTLED: Duration = Duration::from_secs(600);

/// How often a connection that is in use is probed, and how long the answer may take.
const PROBE: Duration = Duration::from_secs(20);

/// Bytes of one answer, and of all on a connection, that may wait in memory for slow readers.
const STREAM_WINDOW: u32 = 256 * 1024;
const CONNECTION_WINDOW: u32 = 1024 * 1024;

/// Bytes of one request that may wait in memory for a slow upstream.
const SEND_BUFFER: usize = 256 * 1024;

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
    sender: SendRequest<Bytes>,
    busy: Arc<AtomicUsize>,
    heads: Arc<AtomicI64>,
    /// The connection is needed for as long as somebody holds this.
    wanted: watch::Receiver<()>,
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
    sender: SendRequest<Bytes>,
    ticket: Ticket,
    /// Whether it was there before the request: then the upstream may just have closed it.
    pub(super) kept: bool,
    /// Heads that may still come; below zero it was closed because there were too many.
    pub(super) heads: Arc<AtomicI64>,
    /// 1xx answers that one request may have.
    informational: usize,
    _wanted: watch::Receiver<()>,
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
        open.retain_mut(Open::is_open);
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
        let (heads, heard) = (
            Arc::new(AtomicI64::new(0)),
            Arc::new(AtomicBool::new(false)),
        );
        let handshake = Builder::new()
            .enable_push(false)
            .initial_max_send_streams(STREAMS)
            .initial_window_size(STREAM_WINDOW)
            .initial_connection_window_size(CONNECTION_WINDOW)
            .max_send_buffer_size(SEND_BUFFER)
            .max_header_list_size(u32::try_from(self.limits.response_head).unwrap_or(u32::MAX))
            .handshake(TokioIo::new(Counted::new(
                link,
                heads.clone(),
                heard.clone(),
            )));
        let (sender, connection) = handshake
            .await
            .map_err(|error| ProxyError::with_source(Cause::Unreachable, error))?;
        let busy = Arc::new(AtomicUsize::new(0));
        let (holds, wanted) = watch::channel(());
        tokio::spawn(drive(connection, busy.clone(), heard, holds));
        let one = Open {
            sender,
            busy,
            heads,
            wanted,
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
            informational: limits.informational,
            _wanted: self.wanted.clone(),
        }
    }

    /// Whether it takes requests.
    fn is_open(&mut self) -> bool {
        let ready = self
            .sender
            .poll_ready(&mut Context::from_waker(Waker::noop()));
        !matches!(ready, Poll::Ready(Err(_)))
    }
}

impl Room {
    /// Sends a request and waits for the answer's head; early hints before it are handed on.
    pub(super) async fn ask(
        mut self,
        request: Request<RequestBody>,
        hints: Option<Hints>,
    ) -> Result<(Response<Received>, Ticket), Unanswered> {
        poll_fn(|cx| self.sender.poll_ready(cx)).await?;
        let (mut head, body) = request.into_parts();
        detach(&mut head.headers);
        let over = body.is_end_stream();
        let request = Request::from_parts(head, ());
        let (mut answer, out) = self.sender.send_request(request, over)?;
        // Beside the answer, which may come first.
        let sending = (!over).then(|| {
            let sending = send(body, out, Duration::MAX, Reason::CANCEL);
            Sending(Some(tokio::spawn(async { drop(sending.await) })))
        });
        let mut left = self.informational;
        let early = |early| pass_on(&early, &mut left, hints.as_ref());
        let (head, body) = answered(&mut answer, early).await?.into_parts();
        let body = StreamBody::new(body, &head.headers);
        let answer = Response::from_parts(head, Received::stream(body, sending));
        Ok((answer, self.ticket))
    }
}

/// Why a request got no answer.
pub(super) enum Unanswered {
    /// What the library reports.
    Failed(h2::Error),
    /// The upstream breaks a rule that the library lets pass.
    Malformed(&'static str),
}

impl From<h2::Error> for Unanswered {
    fn from(error: h2::Error) -> Self {
        Self::Failed(error)
    }
}

/// Waits for the answer. Each 1xx answer before it goes to `early`: asked for the answer, the library
/// would pass over those that have come with it.
async fn answered(
    answer: &mut ResponseFuture,
    mut early: impl FnMut(Response<()>) -> Result<(), Unanswered>,
) -> Result<Response<RecvStream>, Unanswered> {
    while let Some(one) = poll_fn(|cx| answer.poll_informational(cx)).await {
        early(one?)?;
    }
    let answer = answer.await?;
    sane(answer.headers())?;
    Ok(answer)
}

/// Hands on early hints, and counts all 1xx answers: no more than `left` may come.
fn pass_on(
    early: &Response<()>,
    left: &mut usize,
    hints: Option<&Hints>,
) -> Result<(), Unanswered> {
    *left = left
        .checked_sub(1)
        .ok_or(Unanswered::Malformed(informational::TOO_MANY))?;
    sane(early.headers())?;
    informational::hand_on(early.status(), early.headers(), hints);
    Ok(())
}

fn sane(fields: &HeaderMap) -> Result<(), Unanswered> {
    match is_padded(fields) {
        true => Err(Unanswered::Malformed(
            "white space at an end of a field's value",
        )),
        false => Ok(()),
    }
}

/// The task that sends a request's body. It ends with this, unless it was let go.
pub(super) struct Sending(Option<JoinHandle<()>>);

impl Sending {
    /// Lets it go on: the upstream has answered, and is still to get the request.
    pub(super) fn let_go(mut self) {
        self.0 = None;
    }
}

impl Drop for Sending {
    fn drop(&mut self) {
        if let Some(task) = &self.0 {
            task.abort();
        }
    }
}

/// Drives a connection to its end.
async fn drive(
    mut connection: Connection<TokioIo<Counted<Link>>, Bytes>,
    busy: Arc<AtomicUsize>,
    heard: Arc<AtomicBool>,
    holds: watch::Sender<()>,
) {
    let pings = connection.ping_pong();
    let mut alive = pings.map(|pings| Alive::new(pings, PROBE, PROBE));
    let mut unwanted = pin!(holds.closed());
    let mut is_wanted = true;
    let ended = poll_fn(|cx| {
        if is_wanted && unwanted.as_mut().poll(cx).is_ready() {
            // The library closes what nobody holds, but it has to be asked.
            is_wanted = false;
        }
        // While nobody waits for anything, silence is no bad sign.
        let heard = || busy.load(Ordering::Relaxed) == 0 || heard.swap(false, Ordering::Relaxed);
        if let Some(asking) = &mut alive
            && asking.poll_lost(cx, heard).is_ready()
        {
            return Poll::Ready(Ok(()));
        }
        Pin::new(&mut connection).poll(cx)
    });
    if let Err(error) = ended.await {
        tracing::debug!(%error, "HTTP/2 connection to the upstream ended");
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // What is inside is whole whatever happened to the thread that held it.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

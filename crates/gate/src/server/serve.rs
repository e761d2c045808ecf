//! One connection's HTTP, to its end.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use hyper::server::conn::{http1, http2};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::AsyncWriteExt as _;
use tokio::sync::watch;
use tokio::task::unconstrained;
use tokio::time::sleep;

use super::answer::{Answers, Caller};
use super::config::ServerConfig;
use super::drain::Order;
use super::socket::{Socket, Transport};
use super::state::{Phase, State};
use super::stream::Streams;
use super::timer::Timer;
use crate::causes::chain;
use crate::metrics::{Refusal, metrics, refused};

/// The least that the HTTP library needs for its buffer.
const LEAST_BUFFER: usize = 8 * 1024;

/// The number of header lines that the HTTP library holds without an allocation of its own.
const CHEAP_HEADERS: usize = 100;

/// Streams that a reader may open and reset before anybody has looked at them ("rapid reset").
const UNSEEN_RESETS: usize = 20;

/// Streams that may break the rules, one after the other, on one connection.
const BROKEN_STREAMS: usize = 100;

/// Both HTTPs with their limits.
pub(super) struct Http {
    one: http1::Builder,
    two: http2::Builder<Streams>,
}

impl Http {
    pub(super) fn new(config: &ServerConfig) -> Self {
        Self {
            one: one(config),
            two: two(config),
        }
    }
}

fn one(config: &ServerConfig) -> http1::Builder {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        // The socket watches the head and, with a limit of its own, the time between requests.
        .header_read_timeout(None)
        .half_close(config.half_close)
        .max_header_size(config.max_head)
        .max_buf_size(config.max_head.max(LEAST_BUFFER));
    if config.max_headers != CHEAP_HEADERS {
        http.max_headers(config.max_headers);
    }
    http
}

fn two(config: &ServerConfig) -> http2::Builder<Streams> {
    let limits = config.http2;
    let streams = Streams {
        stall: config.write_stall,
    };
    let mut http = http2::Builder::new(streams);
    http.timer(TokioTimer::new())
        .max_concurrent_streams(limits.streams)
        .initial_stream_window_size(limits.stream_window)
        .initial_connection_window_size(limits.window)
        .max_send_buf_size(limits.send_buffer)
        .max_header_list_size(u32::try_from(config.max_head).unwrap_or(u32::MAX))
        .max_pending_accept_reset_streams(UNSEEN_RESETS)
        .max_local_error_reset_streams(BROKEN_STREAMS)
        .keep_alive_interval(limits.ping)
        .keep_alive_timeout(limits.pong);
    http
}

/// HTTP/1.1 and HTTP/1.0.
///
/// A connection that rests is nothing but its socket: the HTTP library, with its buffers, is back
/// when the next request comes.
pub(super) async fn http1<T, S>(
    http: &Http,
    mut socket: Box<Socket<T>>,
    mut caller: Box<Caller<S>>,
    state: Arc<State>,
    orders: watch::Receiver<Order>,
) where
    T: Transport,
    S: Answers,
{
    let mut orders = Orders::new(orders, caller.listener.config.linger);
    loop {
        // In a place of its own, which a connection at rest gives back.
        let serving = Box::pin(until_rest(http, socket, caller, &state, &mut orders));
        let Some(resting) = serving.await else {
            return;
        };
        (socket, caller) = resting;
        let rest = metrics().resting.hold();
        let more = tokio::select! {
            biased;
            more = socket.wake() => more,
            next = orders.next() => match next {
                Next::Cut => return state.mark_broken(),
                Next::Close => false,
            },
        };
        drop(rest);
        if !more {
            // Whoever is gone does not hear it.
            let _ = socket.shutdown().await;
            return;
        }
    }
}

/// Serves a connection of HTTP/1 to its end, or until it rests: then it comes back.
async fn until_rest<T, S>(
    http: &Http,
    socket: Box<Socket<T>>,
    caller: Box<Caller<S>>,
    state: &State,
    orders: &mut Orders,
) -> Option<(Box<Socket<T>>, Box<Caller<S>>)>
where
    T: Transport,
    S: Answers,
{
    let serving = http.one.serve_connection(TokioIo::new(socket), caller);
    let mut serving = serving.with_upgrades();
    let rests = poll_fn(|_| match state.turn().0 {
        Phase::Rest => Poll::Ready(()),
        _ => Poll::Pending,
    });
    tokio::pin!(rests);
    loop {
        tokio::select! {
            biased;
            result = &mut serving => {
                ended(result, state);
                return None;
            }
            // Asked after each step of the HTTP library, which is when it may have come to rest.
            () = &mut rests => break,
            next = orders.next() => match next {
                Next::Cut => {
                    state.mark_broken();
                    return None;
                }
                Next::Close => Pin::new(&mut serving).graceful_shutdown(),
            },
        }
    }
    let parts = serving.into_parts()?;
    if !parts.read_buf.is_empty() {
        // What has come begins a head, and with it rest would be over: this cannot be.
        tracing::error!(target: "jalousie::server", "connection came to rest within a request");
        state.mark_broken();
        return None;
    }
    Some((parts.io.into_inner(), parts.service))
}

/// What a server wants of its connections.
struct Orders {
    given: watch::Receiver<Order>,
    heard: Order,
    /// When stopping: a request may be on its way already, and whoever closes first would lose it.
    /// The answer to it says that it is the last one here.
    last: Timer,
    closing: bool,
}

/// What a connection of HTTP/1 is to do.
enum Next {
    /// End, whatever is under way.
    Cut,
    /// End as soon as no request is under way.
    Close,
}

impl Orders {
    fn new(given: watch::Receiver<Order>, linger: Duration) -> Self {
        Self {
            given,
            heard: Order::Serve,
            last: Timer::new(linger),
            closing: false,
        }
    }

    async fn next(&mut self) -> Next {
        loop {
            tokio::select! {
                order = next_order(&mut self.given, self.heard) => match order {
                    Order::Cut => return Next::Cut,
                    order => self.heard = order,
                },
                _ = self.last.elapsed(), if self.heard == Order::Finish && !self.closing => {
                    self.closing = true;
                    return Next::Close;
                }
            }
        }
    }
}

/// HTTP/2.
pub(super) async fn http2<T, S>(
    http: &Http,
    socket: Box<Socket<T>>,
    caller: Box<Caller<S>>,
    state: Arc<State>,
    open: watch::Sender<usize>,
    mut orders: watch::Receiver<Order>,
) where
    T: Transport,
    S: Answers,
{
    let config = caller.listener.config;
    let stall = config.write_stall;
    let serving = http.two.serve_connection(TokioIo::new(socket), caller);
    tokio::pin!(serving);
    let idle = idle(open.subscribe(), config.head, config.keep_alive);
    // What comes next for this connection: first that it has nothing to do, then its end.
    let mut next: Pin<Box<dyn Future<Output = ()> + Send>> = Box::pin(idle);
    let (mut heard, mut closing) = (Order::Serve, false);
    loop {
        tokio::select! {
            result = &mut serving => return ended(result, &state),
            () = &mut next => {
                if closing {
                    // It has been asked to go, and it neither went nor took the rest of its answers.
                    refused(Refusal::ReaderStall, "reader does not take the last of its answers");
                    state.mark_broken();
                    return;
                }
                closing = true;
                serving.as_mut().graceful_shutdown();
                next = Box::pin(sleep(stall));
            }
            order = next_order(&mut orders, heard) => match order {
                Order::Cut => {
                    state.mark_broken();
                    return;
                }
                order => {
                    heard = order;
                    serving.as_mut().graceful_shutdown();
                }
            },
        }
    }
}

/// Ready when no request has been open for `rest`, or no first one has come for `first`.
async fn idle(mut open: watch::Receiver<usize>, first: Duration, rest: Duration) {
    let mut limit = first;
    loop {
        let begun = async { open.wait_for(|open| *open > 0).await.is_ok() };
        let alive = tokio::select! {
            () = sleep(limit) => return,
            begun = begun => begun,
        };
        if !alive || open.wait_for(|open| *open == 0).await.is_err() {
            // The connection is at its end anyway.
            return std::future::pending().await;
        }
        limit = rest;
    }
}

/// Waits for an order beyond the one already heard.
async fn next_order(orders: &mut watch::Receiver<Order>, heard: Order) -> Order {
    let news = orders.clone();
    // It is to be asked the first time even of a task that has had its turn.
    let mut next = pin!(unconstrained(async {
        match orders.wait_for(|order| *order > heard).await {
            Ok(order) => *order,
            // The server is gone without a word: so are we.
            Err(_) => Order::Cut,
        }
    }));
    let mut asked = false;
    poll_fn(|cx| {
        // Asking takes a lock that all connections share; one that works need not take it at every step.
        if std::mem::replace(&mut asked, true) && matches!(news.has_changed(), Ok(false)) {
            return Poll::Pending;
        }
        next.as_mut().poll(cx)
    })
    .await
}

/// Says how a connection ended, if there is something to say.
fn ended(result: Result<(), hyper::Error>, state: &State) {
    let Err(error) = result else { return };
    let why = chain(&error);
    let http2 = std::error::Error::source(&error)
        .and_then(|source| source.downcast_ref::<h2::Error>())
        .is_some_and(h2::Error::is_library);
    if error.is_parse_too_large() {
        refused(Refusal::HeadTooLarge, why);
    } else if error.is_parse() && state.has_half_line() {
        refused(
            Refusal::MalformedHead,
            "line feed without carriage return in a head",
        );
    } else if error.is_parse() {
        refused(Refusal::MalformedHead, why);
    } else if http2 {
        refused(Refusal::Http2, why);
    } else {
        tracing::debug!(target: "jalousie::server", error = why, "connection ended");
    }
}

//! One connection's HTTP, to its end: HTTP/1 here, HTTP/2 in a module of its own.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::AsyncWriteExt as _;
use tokio::sync::watch;
use tokio::task::unconstrained;

use super::answer::{Answers, Caller};
use super::config::ServerConfig;
use super::drain::Order;
use super::http2;
use super::socket::{Socket, Transport};
use super::state::{Phase, State};
use super::timer::Timer;
use crate::causes::chain;
use crate::metrics::{Refusal, metrics, refused};

/// The least that the HTTP library needs for its buffer.
const LEAST_BUFFER: usize = 8 * 1024;

/// The number of header lines that the HTTP library holds without an allocation of its own.
const CHEAP_HEADERS: usize = 100;

/// Both HTTPs with their limits.
pub(super) struct Http {
    one: http1::Builder,
    pub(super) two: h2::server::Builder,
}

impl Http {
    pub(super) fn new(config: &ServerConfig) -> Self {
        Self {
            one: one(config),
            two: http2::builder(config),
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

/// Waits for an order beyond the one already heard.
pub(super) async fn next_order(orders: &mut watch::Receiver<Order>, heard: Order) -> Order {
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
    if error.is_parse_too_large() {
        refused(Refusal::HeadTooLarge, why);
    } else if error.is_parse() && state.has_half_line() {
        refused(
            Refusal::MalformedHead,
            "line feed without carriage return in a head",
        );
    } else if error.is_parse() {
        refused(Refusal::MalformedHead, why);
    } else {
        tracing::debug!(target: "jalousie::server", error = why, "connection ended");
    }
}

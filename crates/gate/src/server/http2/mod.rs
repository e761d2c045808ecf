//! HTTP/2 towards readers, by the library that hyper speaks it with.
//!
//! hyper's own server on top of it cannot send early hints, and hands pieces of bodies to the library
//! that the reader has not asked for. What is left to do here is little: each stream gets a task
//! ([`stream`]); the rest is in [`crate::http2`].

mod stream;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use h2::server::{Builder, Connection, Handshake, SendResponse};
use h2::{Reason, RecvStream};
use http::{Method, Request};
use http_body_util::Either;
use tokio::sync::watch;
use tokio::time::sleep;

use super::answer::{Answers, Caller};
use super::config::ServerConfig;
use super::drain::Order;
use super::hints::Slot;
use super::serve::next_order;
use super::socket::{Socket, Transport};
use super::state::State;
use super::upload::ReaderBody;
use crate::causes::chain;
use crate::http2::{Alive, StreamBody};
use crate::metrics::{Refusal, refused};
use stream::Stream;

/// Streams that a reader may open and reset before anybody has looked at them ("rapid reset").
const UNSEEN_RESETS: usize = 20;

/// Streams that may break the rules, one after the other, on one connection.
const BROKEN_STREAMS: usize = 100;

/// HTTP/2 with its limits.
pub(super) fn builder(config: &ServerConfig) -> Builder {
    let limits = config.http2;
    let mut http = Builder::new();
    http.max_concurrent_streams(limits.streams)
        .initial_window_size(limits.stream_window)
        .initial_connection_window_size(limits.window)
        .max_send_buffer_size(limits.send_buffer)
        .max_header_list_size(u32::try_from(config.max_head).unwrap_or(u32::MAX))
        .max_pending_accept_reset_streams(UNSEEN_RESETS)
        .max_local_error_reset_streams(Some(BROKEN_STREAMS));
    http
}

/// Serves a connection to its end.
pub(super) async fn serve<T, S>(
    http: &Builder,
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
    let mut serving = Serving {
        at: At::Handshake(http.handshake(socket)),
        caller,
        state: state.clone(),
        closing: false,
    };
    let idle = idle(open.subscribe(), config.head, config.keep_alive);
    // What comes next for this connection: first that it has nothing to do, then its end.
    let mut next: Pin<Box<dyn Future<Output = ()> + Send>> = Box::pin(idle);
    let (mut heard, mut closing) = (Order::Serve, false);
    loop {
        tokio::select! {
            result = &mut serving => return ended(result),
            () = &mut next => {
                if closing {
                    // It has been asked to go, and it neither went nor took the rest of its answers.
                    refused(Refusal::ReaderStall, "reader does not take the last of its answers");
                    state.mark_broken();
                    return;
                }
                closing = true;
                serving.close();
                next = Box::pin(sleep(stall));
            }
            order = next_order(&mut orders, heard) => match order {
                Order::Cut => {
                    state.mark_broken();
                    return;
                }
                order => {
                    heard = order;
                    serving.close();
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

/// Says how a connection ended, if there is something to say.
fn ended(result: Result<(), h2::Error>) {
    let Err(error) = result else { return };
    let why = chain(&error);
    if error.is_library() {
        refused(Refusal::Http2, why);
    } else {
        tracing::debug!(target: "jalousie::server", error = why, "connection ended");
    }
}

/// A connection that is served: ready at its end.
struct Serving<T: Transport, S> {
    at: At<T>,
    caller: Box<Caller<S>>,
    state: Arc<State>,
    /// It was to close before it was there.
    closing: bool,
}

enum At<T: Transport> {
    Handshake(Handshake<Box<Socket<T>>, Bytes>),
    Streams(Connection<Box<Socket<T>>, Bytes>, Option<Alive>),
}

impl<T: Transport, S: Answers> Serving<T, S> {
    /// Lets streams that are open finish, and takes no others.
    fn close(&mut self) {
        match &mut self.at {
            At::Handshake(_) => self.closing = true,
            At::Streams(connection, _) => connection.graceful_shutdown(),
        }
    }
}

impl<T: Transport, S: Answers> Future for Serving<T, S> {
    type Output = Result<(), h2::Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = &mut *self;
        loop {
            match &mut this.at {
                At::Handshake(handshake) => {
                    let mut connection = ready!(Pin::new(handshake).poll(cx))?;
                    if this.closing {
                        connection.graceful_shutdown();
                    }
                    let limits = &this.caller.listener.config.http2;
                    let pings = connection.ping_pong();
                    let alive = pings.map(|pings| Alive::new(pings, limits.ping, limits.pong));
                    this.at = At::Streams(connection, alive);
                }
                At::Streams(connection, alive) => {
                    if let Some(asking) = alive
                        && asking.poll_lost(cx, || this.state.take_heard()).is_ready()
                    {
                        *alive = None;
                        tracing::debug!(target: "jalousie::server", "reader does not answer pings");
                        connection.abrupt_shutdown(Reason::NO_ERROR);
                    }
                    let Some(came) = ready!(connection.poll_accept(cx)) else {
                        return Poll::Ready(Ok(()));
                    };
                    let (request, reply) = came?;
                    begin(&this.caller, &this.state, request, reply);
                }
            }
        }
    }
}

/// Lets a task of its own answer a request.
fn begin<S: Answers>(
    caller: &Caller<S>,
    state: &Arc<State>,
    request: Request<RecvStream>,
    reply: SendResponse<Bytes>,
) {
    let config = &caller.listener.config;
    let (head, body) = request.into_parts();
    let body = StreamBody::new(body, &head.headers);
    let stream = Stream {
        reply,
        hints: Slot::new(),
        to_head: head.method == Method::HEAD,
        state: state.clone(),
        counted: false,
        stall: config.write_stall,
    };
    let request = Request::from_parts(head, ReaderBody::new(Either::Right(body), config));
    let answering = Box::pin(caller.answer(request, Some(&stream.hints)));
    tokio::spawn(stream.run(answering));
}

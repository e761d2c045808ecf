//! The HTTP side of a connection: calls the service and follows its answers to their end.

use std::future::Future;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::header::{CACHE_CONTROL, CONNECTION, HeaderValue, RETRY_AFTER, UPGRADE};
use http::{Request, Response, StatusCode, Version};
use http_body::{Body, Frame, SizeHint};
use http_body_util::Either;
use hyper::body::Incoming;
use pin_project_lite::pin_project;
use tokio::sync::watch;
use tower_service::Service;

use super::drain::Order;
use super::head;
use super::hints::{Slot, written};
use super::open::Listener;
use super::state::{Framing, Phase, State};
use super::upload::ReaderBody;
use crate::asking::Asking;
use crate::metrics::{Refusal, refused};
use crate::proxy::BoxError;

/// Who is at the other end of a request's connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer {
    /// The address that connected: the reader's, or that of a proxy in front.
    pub addr: SocketAddr,
    /// Whether the connection to this server is encrypted.
    pub tls: bool,
}

/// A service that a server asks for answers. Every tower service of the right types is one.
pub trait Answers:
    Service<
        Request<ReaderBody>,
        Response = Response<<Self as Answers>::Body>,
        Error: Into<BoxError> + Send,
        Future: Send,
    > + Clone
    + Send
    + 'static
{
    /// The body of its answers.
    type Body: Body<Data: Send, Error: Into<BoxError>> + Send + 'static;
}

impl<S, B> Answers for S
where
    S: Service<Request<ReaderBody>, Response = Response<B>> + Clone + Send + 'static,
    S::Error: Into<BoxError> + Send,
    S::Future: Send,
    B: Body<Data: Send, Error: Into<BoxError>> + Send + 'static,
{
    type Body = B;
}

/// Calls a tower service for each request of one connection.
pub(super) struct Caller<S> {
    pub(super) service: S,
    pub(super) follow: Follow,
    pub(super) peer: Peer,
    pub(super) listener: Arc<Listener>,
    pub(super) orders: watch::Receiver<Order>,
}

impl<S: Answers> hyper::service::Service<Request<Incoming>> for Caller<S> {
    type Response = Response<Followed<S::Body>>;
    type Error = BoxError;
    type Future = Answering<Followed<S::Body>>;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        self.follow.decided(request.body());
        let config = &self.listener.config;
        let request = request.map(|body| ReaderBody::new(Either::Left(body), config));
        // HTTP/1.0 knows no answers before the answer, and a tunnel none at all.
        let knows =
            request.version() == Version::HTTP_11 && !request.headers().contains_key(UPGRADE);
        match &self.follow {
            Follow::Turns(state) if knows => {
                let slot = Slot::new();
                Box::pin(Hinting {
                    answering: self.answer(request, Some(&slot)),
                    slot,
                    state: state.clone(),
                })
            }
            _ => Box::pin(self.answer(request, None)),
        }
    }
}

/// An answer that is waited for.
pub(super) type Answering<B> = Pin<Box<dyn Future<Output = Result<Response<B>, BoxError>> + Send>>;

impl<S: Answers> Caller<S> {
    /// Has the service answer. Hints that it gives before wait in the slot, if it may give any.
    pub(super) fn answer(
        &self,
        mut request: Request<ReaderBody>,
        hints: Option<&Arc<Slot>>,
    ) -> impl Future<Output = Result<Response<Followed<S::Body>>, BoxError>> + Send + use<S> {
        let exchange = Exchange::begin(self.follow.clone());
        let admitted = self.admit(&mut request);
        // Only in HTTP/1: a library of HTTP/2 refuses such a field.
        let last = head::is_doubtful(request.headers());
        request.extensions_mut().insert(self.peer);
        if let Some(slot) = hints {
            request.extensions_mut().insert(slot.hints());
        }
        let orders = self.orders.clone();
        let asked = admitted.map(|()| Asking::new(self.service.clone(), request));
        async move {
            let asking = match asked {
                Ok(asking) => asking,
                Err(refusal) => return Ok(refusal.map(|()| exchange.follow(None))),
            };
            let mut answer = asking.await.map_err(Into::into)?;
            if answer.status() == StatusCode::SWITCHING_PROTOCOLS {
                exchange.follow.tunnels();
            } else if last || (exchange.follow.takes_turns() && *orders.borrow() != Order::Serve) {
                // So that the reader's next request takes another connection.
                let close = HeaderValue::from_static("close");
                answer.headers_mut().insert(CONNECTION, close);
            }
            Ok(answer.map(|body| exchange.follow(Some(body))))
        }
    }
}

impl<S> Caller<S> {
    /// What is refused before the service sees it.
    fn admit<B>(&self, request: &mut Request<B>) -> Result<(), Response<()>> {
        let client = self.peer.addr.ip();
        if let Err(wait) = self.listener.clients.request(client, request.headers()) {
            refused(
                Refusal::RequestRate,
                "more requests from one address than it may send",
            );
            return Err(too_many(wait));
        }
        if request.version() == Version::HTTP_2
            && let Err(why) = head::unify(request)
        {
            refused(Refusal::BadRequest, why);
            return Err(refusal(StatusCode::BAD_REQUEST));
        }
        Ok(())
    }
}

fn refusal(status: StatusCode) -> Response<()> {
    let mut answer = Response::new(());
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

fn too_many(wait: Duration) -> Response<()> {
    let mut answer = refusal(StatusCode::TOO_MANY_REQUESTS);
    // Whole seconds, upwards: who comes back then is let in.
    let seconds = wait.as_millis().div_ceil(1000).max(1);
    if let Ok(seconds) = HeaderValue::try_from(seconds.to_string()) {
        answer.headers_mut().insert(RETRY_AFTER, seconds);
    }
    answer
}

pin_project! {
    /// Waits for an answer by HTTP/1, and has hints written meanwhile.
    struct Hinting<F> {
        #[pin]
        answering: F,
        slot: Arc<Slot>,
        state: Arc<State>,
    }
}

impl<F: Future> Future for Hinting<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        let answer = this.answering.poll(cx);
        if answer.is_ready() {
            // Hints that come together with the answer would say nothing that it does not.
            this.state.take_aside();
            return answer;
        }
        while let Poll::Ready(hints) = this.slot.poll(cx) {
            this.state.put_aside(&written(&hints));
            // The HTTP library is to flush, which is when they are written.
            cx.waker().wake_by_ref();
        }
        Poll::Pending
    }
}

/// How a connection keeps up with its requests.
#[derive(Clone)]
pub(super) enum Follow {
    /// One after the other: HTTP/1.
    Turns(Arc<State>),
    /// Many at once: HTTP/2. The number of those open.
    Streams(watch::Sender<usize>, Arc<State>),
}

impl Follow {
    fn takes_turns(&self) -> bool {
        matches!(self, Self::Turns(_))
    }

    /// The HTTP library has read a request's head, and knows what its body will be.
    fn decided(&self, body: &Incoming) {
        if let Self::Turns(state) = self {
            state.decide(match body.size_hint().exact() {
                Some(length) => Framing::Length(length),
                None => Framing::Chunks,
            });
        }
    }

    fn tunnels(&self) {
        if let Self::Turns(state) = self {
            state.set(Phase::Tunnel);
        }
    }
}

/// A request and its answer; over when it is dropped.
struct Exchange {
    follow: Follow,
}

impl Exchange {
    fn begin(follow: Follow) -> Self {
        match &follow {
            Follow::Turns(state) => state.set(Phase::Busy),
            Follow::Streams(open, _) => open.send_modify(|open| *open += 1),
        }
        Self { follow }
    }

    /// Follows the answer; `None`: it has no body.
    fn follow<B>(self, body: Option<B>) -> Followed<B> {
        Followed {
            body,
            exchange: self,
        }
    }

    fn broke(&self) {
        // HTTP/2 can say of one answer that it broke; HTTP/1 has only the connection for that.
        if let Follow::Turns(state) = &self.follow {
            state.mark_broken();
        }
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        match &self.follow {
            Follow::Turns(state) => state.set(Phase::Idle),
            Follow::Streams(open, _) => open.send_modify(|open| *open -= 1),
        }
    }
}

pin_project! {
    /// An answer's body that reports how it ends.
    pub(super) struct Followed<B> {
        #[pin]
        body: Option<B>,
        exchange: Exchange,
    }
}

impl<B: Body> Body for Followed<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        let this = self.project();
        let Some(body) = this.body.as_pin_mut() else {
            return Poll::Ready(None);
        };
        let frame = body.poll_frame(cx);
        if let Poll::Ready(Some(Err(_))) = &frame {
            this.exchange.broke();
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        let none = || SizeHint::with_exact(0);
        self.body.as_ref().map_or_else(none, Body::size_hint)
    }
}

//! HTTP/1 to an upstream: connections that are kept for the next request.
//!
//! A connection has no task of its own: whoever waits for an answer drives it, then whoever reads
//! the answer's body, and in between nobody does. So nothing is handed from task to task, a body's
//! pieces come as fast as they can be passed on, and a whole exchange is one task's affair.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use http::{Request, Response, Uri};
use hyper::body::Incoming;
use hyper::client::conn::TrySendError;
use hyper::client::conn::http1::{Builder, Connection, SendRequest};
use pin_project_lite::pin_project;

use super::body::RequestBody;
use super::config::{Limits, ProxyConfig};
use super::connect::{Connector, Link};
use super::error::{Cause, ProxyError};
use super::exchange::{Outgoing, Patience};
use super::failure::{self, Failure};
use super::informational;
use super::kept::{Kept, Place};
use super::received::Received;
use crate::asking::nobody;
use crate::server::{Hints, Timer};

/// The number of header lines that the HTTP library holds without an allocation of its own.
const CHEAP_HEADERS: usize = 100;

/// The way to one upstream.
pub(super) struct Http1 {
    connector: Connector,
    address: Uri,
    builder: Builder,
    limits: Limits,
    kept: Arc<Kept<Box<Driven>>>,
}

impl Http1 {
    pub(super) fn new(connector: Connector, address: Uri, config: &ProxyConfig) -> Arc<Self> {
        let limits = config.limits;
        let mut builder = Builder::new();
        builder.max_buf_size(limits.response_head);
        if limits.response_headers != CHEAP_HEADERS {
            builder.max_headers(limits.response_headers);
        }
        Arc::new(Self {
            connector,
            address,
            builder,
            limits,
            kept: Kept::new(limits.idle_connections, config.timeouts.keep_alive),
        })
    }

    /// Sends a request and waits for the answer's head; early hints before it are handed on.
    ///
    /// Where an upgrade is asked for, the connection may become one of another protocol.
    pub(super) async fn send(
        self: &Arc<Self>,
        outgoing: Outgoing,
        patience: &Patience,
    ) -> Result<Response<Received>, Failure> {
        let Outgoing {
            mut request,
            upgrade,
            hints,
            ..
        } = outgoing;
        let heads = watch_informational(&mut request, hints);
        let flooded = || heads.load(Ordering::Relaxed) > self.limits.informational;
        loop {
            // The upstream may have closed it meanwhile: then the request comes back unsent.
            let mut driven = match self.kept.take() {
                Some(kept) => kept,
                // In a place of its own: most requests find one.
                None => Box::pin(self.another()).await?,
            };
            if upgrade {
                driven.go_alone();
            }
            match driven.ask(*request, patience, flooded).await? {
                Ok(answer) if upgrade => return Ok(answer.map(Received::alone)),
                Ok(answer) => {
                    driven.used = true;
                    return Ok(answer.map(|body| Received::new(body, driven, self)));
                }
                Err(mut error) => match error.take_message().filter(|_| driven.used) {
                    // Nothing of it was sent: the connection had been closed before.
                    Some(unsent) => *request = unsent,
                    None => {
                        let error = error.into_error();
                        return Err(failure::of_http1(error, driven.used, patience.upload()));
                    }
                },
            }
        }
    }

    /// A connection where none is idle.
    async fn another(&self) -> Result<Box<Driven>, Failure> {
        match self.kept.wait().await {
            Some(kept) => Ok(kept),
            None => self.connect().await,
        }
    }

    async fn connect(&self) -> Result<Box<Driven>, Failure> {
        let place = self.kept.place();
        let link = self.connector.open(&self.address).await;
        let link = link.map_err(Failure::elsewhere)?;
        let shaken = self.builder.handshake(link).await;
        let (sender, connection) = shaken.map_err(|error| {
            Failure::elsewhere(ProxyError::with_source(Cause::Unreachable, error))
        })?;
        Ok(Box::new(Driven {
            sender,
            connection: Some(connection),
            used: false,
            late: Timer::new(Duration::MAX),
            _place: place,
        }))
    }

    /// Keeps a connection whose answer has come to its end.
    pub(super) fn keep(self: &Arc<Self>, mut driven: Box<Driven>) {
        if driven.is_ready() {
            self.kept.put(driven);
        } else if driven.connection.is_some() {
            // The upstream has answered before it had the whole request; it is still to get it.
            let kept = self.kept.clone();
            tokio::spawn(async move {
                let done = |cx: &mut Context<'_>| {
                    driven.drive(cx);
                    match driven.connection.is_none() || driven.sender.is_ready() {
                        true => Poll::Ready(()),
                        false => Poll::Pending,
                    }
                };
                poll_fn(done).await;
                if driven.is_ready() {
                    kept.put(driven);
                }
            });
        }
    }
}

/// Counts 1xx answers: an upstream can send them for ever, fast, and the library reads on. Those that are
/// early hints are handed on.
fn watch_informational(
    request: &mut Request<RequestBody>,
    hints: Option<Hints>,
) -> Arc<AtomicUsize> {
    let heads = Arc::new(AtomicUsize::new(0));
    let count = heads.clone();
    hyper::ext::on_informational(request, move |answer| {
        count.fetch_add(1, Ordering::Relaxed);
        informational::hand_on(answer.status(), answer.headers(), hints.as_ref());
    });
    heads
}

/// A connection, which moves only while somebody drives it.
pub(super) struct Driven {
    sender: SendRequest<RequestBody>,
    /// `None` at its end.
    connection: Option<Connection<Link, RequestBody>>,
    /// Whether an answer has come over it before: such a one may have been closed by the upstream
    /// just as a request was sent, which says nothing about the request.
    used: bool,
    /// Runs while an answer is waited for.
    late: Timer,
    _place: Place<Box<Driven>>,
}

impl Driven {
    /// Lets it read and write as far as it can.
    fn drive(&mut self, cx: &mut Context<'_>) {
        if let Some(connection) = &mut self.connection
            && Pin::new(connection).poll(cx).is_ready()
        {
            // Whoever waits for something of it hears of its end by this.
            self.connection = None;
        }
    }

    /// Drives it until `wanted` has come.
    ///
    /// Only where that takes more than there is to read, the task is to be woken: else it would be by
    /// each piece that it takes out itself.
    pub(super) fn drive_for<T>(
        &mut self,
        cx: &mut Context<'_>,
        mut wanted: impl FnMut() -> Poll<T>,
    ) -> Poll<T> {
        self.drive(&mut nobody());
        if let Poll::Ready(wanted) = wanted() {
            return Poll::Ready(wanted);
        }
        self.drive(cx);
        wanted()
    }

    /// Whether the next request may be sent. Nobody is woken any more by what happens to it.
    fn is_ready(&mut self) -> bool {
        self.drive(&mut nobody());
        self.connection.is_some() && self.sender.is_ready()
    }

    /// Leaves it to a task of its own, since it may leave HTTP behind.
    fn go_alone(&mut self) {
        if let Some(connection) = self.connection.take() {
            tokio::spawn(connection.with_upgrades());
        }
    }

    /// Sends a request; the answer is to be waited for.
    fn ask<'d, F>(
        &'d mut self,
        request: Request<RequestBody>,
        patience: &'d Patience,
        flooded: F,
    ) -> Asked<'d, F, impl Future<Output = Result<Response<Incoming>, Unanswered>> + use<F>>
    where
        F: Fn() -> bool,
    {
        self.late.restart(patience.timeout);
        Asked {
            answer: self.sender.try_send_request(request),
            driven: self,
            patience,
            flooded,
        }
    }
}

pin_project! {
    /// An answer that is waited for.
    ///
    /// # Errors
    /// The upstream takes too long, or sends too many 1xx answers, which is what `flooded` says.
    struct Asked<'d, F, A> {
        #[pin]
        answer: A,
        driven: &'d mut Driven,
        patience: &'d Patience,
        flooded: F,
    }
}

impl<F, A> Future for Asked<'_, F, A>
where
    F: Fn() -> bool,
    A: Future<Output = Result<Response<Incoming>, Unanswered>>,
{
    type Output = Result<A::Output, Cause>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let answer = match &this.driven.connection {
            // It comes from the connection alone.
            Some(_) => {
                let answer = || this.answer.as_mut().poll(&mut nobody());
                this.driven.drive_for(cx, answer)
            }
            None => this.answer.poll(cx),
        };
        match answer {
            // Also of those that came with the answer, all at once.
            _ if (this.flooded)() => Poll::Ready(Err(Cause::BadAnswer(informational::TOO_MANY))),
            Poll::Ready(answer) => Poll::Ready(Ok(answer)),
            Poll::Pending => this.patience.poll_end(&mut this.driven.late, cx).map(Err),
        }
    }
}

/// A request that got no answer, and why.
type Unanswered = TrySendError<Request<RequestBody>>;

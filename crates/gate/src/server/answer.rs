//! The HTTP side of a connection: calls the service and follows its answers to their end.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::{Request, Response, StatusCode};
use http_body::{Body, Frame, SizeHint};
use hyper::body::Incoming;
use pin_project_lite::pin_project;
use tower_service::Service;

use super::Peer;
use super::state::{Phase, State};
use crate::proxy::BoxError;

/// Calls a tower service for each request of one connection.
pub(super) struct Caller<S> {
    pub(super) service: S,
    pub(super) state: Arc<State>,
    pub(super) peer: Peer,
}

impl<S, B> hyper::service::Service<Request<Incoming>> for Caller<S>
where
    S: Service<Request<Incoming>, Response = Response<B>> + Clone + Send + 'static,
    S::Error: Into<BoxError>,
    S::Future: Send,
{
    type Response = Response<Followed<B>>;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, BoxError>> + Send>>;

    fn call(&self, mut request: Request<Incoming>) -> Self::Future {
        self.state.set(Phase::Busy);
        request.extensions_mut().insert(self.peer);
        let mut service = self.service.clone();
        let state = self.state.clone();
        Box::pin(async move {
            poll_fn(|cx| service.poll_ready(cx))
                .await
                .map_err(Into::into)?;
            let answer = service.call(request).await.map_err(Into::into)?;
            if answer.status() == StatusCode::SWITCHING_PROTOCOLS {
                state.set(Phase::Tunnel);
            }
            Ok(answer.map(|body| Followed {
                body,
                end: End(state),
            }))
        })
    }
}

pin_project! {
    /// An answer's body that reports its end.
    pub(super) struct Followed<B> {
        #[pin]
        body: B,
        end: End,
    }
}

/// Dropped with the body, which is when the next request may come.
struct End(Arc<State>);

impl Drop for End {
    fn drop(&mut self) {
        self.0.set(Phase::Idle);
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
        let frame = this.body.poll_frame(cx);
        if matches!(frame, Poll::Ready(Some(Err(_)))) {
            this.end.0.mark_broken();
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

//! Asking a service for an answer.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker, ready};

use pin_project_lite::pin_project;
use tower_service::Service;

pin_project! {
    /// An answer that is being made.
    ///
    /// A service that is ready is called at once, so that nothing that is awaited holds a request, which is
    /// large; others when they are.
    #[project = Step]
    pub enum Asking<S, Q>
    where
        S: Service<Q>,
    {
        #[doc(hidden)]
        Called { #[pin] answer: S::Future },
        #[doc(hidden)]
        Waits { waiting: Option<Box<(S, Q)>> },
        #[doc(hidden)]
        Failed { error: Option<S::Error> },
    }
}

impl<S: Service<Q>, Q> Asking<S, Q> {
    /// Asks a service, which nobody has asked whether it is ready.
    pub(crate) fn new(mut service: S, request: Q) -> Self {
        match service.poll_ready(&mut nobody()) {
            Poll::Ready(Ok(())) => Asking::Called {
                answer: service.call(request),
            },
            Poll::Ready(Err(error)) => Asking::Failed { error: Some(error) },
            // It is asked again by who is to be woken.
            Poll::Pending => Asking::Waits {
                waiting: Some(Box::new((service, request))),
            },
        }
    }
}

impl<S: Service<Q>, Q> Future for Asking<S, Q> {
    type Output = Result<S::Response, S::Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        loop {
            let answer = match self.as_mut().project() {
                Step::Called { answer } => return answer.poll(context),
                Step::Waits { waiting } => {
                    if let Some(waiting) = waiting {
                        ready!(waiting.0.poll_ready(context))?;
                    }
                    match waiting.take() {
                        Some(waiting) => {
                            let (mut service, request) = *waiting;
                            service.call(request)
                        }
                        // Asked again after an error.
                        None => return Poll::Pending,
                    }
                }
                Step::Failed { error } => {
                    return error
                        .take()
                        .map_or(Poll::Pending, |error| Poll::Ready(Err(error)));
                }
            };
            self.set(Asking::Called { answer });
        }
    }
}

/// For polls of which nobody is to be woken.
pub(crate) fn nobody() -> Context<'static> {
    Context::from_waker(Waker::noop())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    /// Ready, or failed, when it is told so.
    #[derive(Clone, Default)]
    struct Slow(Arc<Mutex<State>>);

    #[derive(Default)]
    struct State {
        ready: Option<Result<(), &'static str>>,
        waker: Option<Waker>,
    }

    impl Slow {
        fn become_(&self, ready: Result<(), &'static str>) {
            let mut state = self.0.lock().unwrap();
            state.ready = Some(ready);
            if let Some(waker) = state.waker.take() {
                waker.wake();
            }
        }
    }

    impl Service<u8> for Slow {
        type Response = u8;
        type Error = &'static str;
        type Future = std::future::Ready<Result<u8, &'static str>>;

        fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), &'static str>> {
            let mut state = self.0.lock().unwrap();
            match state.ready {
                Some(ready) => Poll::Ready(ready),
                None => {
                    state.waker = Some(context.waker().clone());
                    Poll::Pending
                }
            }
        }

        fn call(&mut self, request: u8) -> Self::Future {
            assert_eq!(
                self.0.lock().unwrap().ready,
                Some(Ok(())),
                "called too early"
            );
            std::future::ready(Ok(request + 1))
        }
    }

    #[tokio::test]
    async fn a_service_is_called_when_it_is_ready_and_not_before() {
        let slow = Slow::default();
        let asking = tokio::spawn(Asking::new(slow.clone(), 1));
        tokio::task::yield_now().await;
        assert!(!asking.is_finished());
        slow.become_(Ok(()));
        assert_eq!(asking.await.unwrap(), Ok(2));
        assert_eq!(Asking::new(slow, 2).await, Ok(3));
    }

    #[tokio::test]
    async fn one_that_fails_says_so() {
        let slow = Slow::default();
        slow.become_(Err("broken"));
        assert_eq!(Asking::new(slow, 1).await, Err("broken"));
    }
}

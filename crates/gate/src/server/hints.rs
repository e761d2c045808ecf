//! Early hints (RFC 8297): what an answer's head will say, sent before there is an answer.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};

use http::header::CONTENT_LENGTH;
use http::{HeaderMap, Response, StatusCode};

use crate::http2::strip;

/// Bytes of hints that one request may have, and what each lot of them costs beside its fields: a
/// reader who takes nothing makes them wait in memory.
const ROOM: usize = 8 * 1024;
const EACH: usize = 256;
const EACH_FIELD: usize = 32;

/// The way for early hints to the reader of one request.
///
/// The [`Server`](super::Server) puts it into the extensions of requests whose reader may be sent
/// hints. Who answers may [`send`](Self::send) some for as long as it has not answered; a layer
/// between the two may put one of its own in its place, and so change what is sent.
#[derive(Clone)]
pub struct Hints(Arc<dyn Take>);

impl Hints {
    /// Hands hints to a function.
    pub fn new(take: impl Fn(HeaderMap) + Send + Sync + 'static) -> Self {
        Self(Arc::new(take))
    }

    /// Sends a `103 Early Hints` with these fields, if there are any and not too many yet.
    pub fn send(&self, fields: HeaderMap) {
        self.0.take(fields);
    }
}

impl fmt::Debug for Hints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hints")
    }
}

trait Take: Send + Sync {
    fn take(&self, fields: HeaderMap);
}

impl<F: Fn(HeaderMap) + Send + Sync> Take for F {
    fn take(&self, fields: HeaderMap) {
        self(fields);
    }
}

/// Where a request's hints wait for the task that sends them.
#[derive(Debug)]
pub(super) struct Slot(Mutex<Waiting>);

#[derive(Debug)]
struct Waiting {
    hints: VecDeque<HeaderMap>,
    /// How much more there may be.
    room: usize,
    task: Option<Waker>,
}

impl Slot {
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Self(Mutex::new(Waiting {
            hints: VecDeque::new(),
            room: ROOM,
            task: None,
        })))
    }

    /// The way to it.
    pub(super) fn hints(self: &Arc<Self>) -> Hints {
        Hints(self.clone())
    }

    /// The next hints. Whoever asks is woken when there are some.
    pub(super) fn poll(&self, cx: &mut Context<'_>) -> Poll<HeaderMap> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(hints) = waiting.hints.pop_front() {
            return Poll::Ready(hints);
        }
        match &mut waiting.task {
            Some(task) => task.clone_from(cx.waker()),
            task => *task = Some(cx.waker().clone()),
        }
        Poll::Pending
    }
}

impl Take for Slot {
    fn take(&self, mut fields: HeaderMap) {
        strip(&mut fields);
        // There is no body.
        fields.remove(CONTENT_LENGTH);
        if fields.is_empty() {
            return;
        }
        let sizes = fields
            .iter()
            .map(|(name, value)| name.as_str().len() + value.len() + EACH_FIELD);
        let size = sizes.sum::<usize>() + EACH;
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(room) = waiting.room.checked_sub(size) else {
            tracing::debug!(target: "jalousie::server", "more early hints than a request may have");
            return;
        };
        waiting.room = room;
        waiting.hints.push_back(fields);
        let task = waiting.task.take();
        drop(waiting);
        if let Some(task) = task {
            task.wake();
        }
    }
}

/// Hints as a message.
pub(super) fn early(fields: HeaderMap) -> Response<()> {
    let mut answer = Response::new(());
    *answer.status_mut() = StatusCode::EARLY_HINTS;
    *answer.headers_mut() = fields;
    answer
}

/// The same as HTTP/1.1 writes it.
pub(super) fn written(fields: &HeaderMap) -> Vec<u8> {
    let mut head = b"HTTP/1.1 103 Early Hints\r\n".to_vec();
    for (name, value) in fields {
        // Neither can hold the end of a line.
        let parts = [name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"];
        parts.iter().for_each(|part| head.extend_from_slice(part));
    }
    head.extend_from_slice(b"\r\n");
    head
}

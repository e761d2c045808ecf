//! A page on its way to the reader, a portion at a time.

mod making;
mod memory;
mod recipe;
mod retracing;
#[cfg(test)]
mod tests;

pub(super) use memory::Memory;
pub(super) use recipe::Recipe;

use super::Gate;
use super::body::BoxError;
use super::headers::forget_bytes;
use crate::metrics::{Closed, metrics};
use bytes::Bytes;
use http::HeaderMap;
use http_body::{Body, Frame};
use jalousie_core::rewrite::{Finding, Kind};
use making::{Making, PORTION};
use memory::{Advice, Recorder};
use retracing::Retracing;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use url::Url;

/// Steps of at most [`PORTION`] bytes after which other readers get their turn,
/// however much a page unpacks to.
const TURN: usize = 32;

/// An HTML body in transit.
pub(crate) struct Pages<B> {
    inner: B,
    gate: Arc<Gate>,
    recipe: Recipe,
    way: Way,
    /// The reader gets the site's own bytes; only the findings count.
    observing: bool,
    /// Writes down how it is made, if that may be of use again.
    recorder: Option<Recorder>,
    /// What the site sent while the page was looked at (observing).
    passing: Vec<Bytes>,
    trailers: Option<HeaderMap>,
    ended: bool,
    finished: bool,
    /// The decoder failed while observing: the page passes, unseen.
    blind: bool,
}

/// Where the reader's bytes come from.
enum Way {
    Making(Box<Making>),
    Retracing(Box<Retracing>),
    /// Nothing more comes: it failed.
    Nothing,
}

impl Way {
    fn portion(&mut self) -> Option<Bytes> {
        match self {
            Way::Making(making) => making.portion(),
            Way::Retracing(retracing) => retracing.portion(),
            Way::Nothing => None,
        }
    }

    fn rest(&mut self) -> Option<Bytes> {
        match self {
            Way::Making(making) => making.rest(),
            Way::Retracing(retracing) => retracing.rest(),
            Way::Nothing => None,
        }
    }

    /// What is left when the page has come to its end.
    fn end(&mut self) -> Option<Bytes> {
        match self {
            Way::Making(making) => making.rest(),
            Way::Retracing(retracing) => retracing.end(),
            Way::Nothing => None,
        }
    }

    /// Nothing is left to be worked off.
    fn is_idle(&self) -> bool {
        match self {
            Way::Making(making) => making.is_idle(),
            Way::Retracing(_) | Way::Nothing => true,
        }
    }
}

impl<B> Pages<B>
where
    B: Body<Data = Bytes> + Unpin,
    B::Error: Into<BoxError>,
{
    /// A page for a reader, which may be remembered where there is a `memory`, and taken from what is.
    ///
    /// # Errors
    /// The site's coding is not one of ours.
    pub(crate) fn send(
        inner: B,
        gate: Arc<Gate>,
        recipe: Recipe,
        memory: Option<&Arc<Memory>>,
    ) -> Result<Self, BoxError> {
        let advice = memory.map_or(Advice::Make, |memory| memory.advise(&recipe));
        let making = || Making::new(&recipe, false).map(|making| Way::Making(Box::new(making)));
        let (way, recorder) = match advice {
            Advice::Retrace(retracing) => (Way::Retracing(Box::new(retracing)), None),
            Advice::Record(recorder) => (making()?, Some(recorder)),
            Advice::Make => (making()?, None),
        };
        Ok(Pages {
            recorder,
            ..Self::new(inner, gate, recipe, way)
        })
    }

    /// A page that passes as it is while its findings are counted.
    ///
    /// # Errors
    /// The site's coding is not one of ours: then the body comes back.
    pub(crate) fn observe(inner: B, gate: Arc<Gate>, recipe: Recipe) -> Result<Self, B> {
        let Ok(making) = Making::new(&recipe, true) else {
            return Err(inner);
        };
        let way = Way::Making(Box::new(making));
        Ok(Pages {
            observing: true,
            ..Self::new(inner, gate, recipe, way)
        })
    }

    fn new(inner: B, gate: Arc<Gate>, recipe: Recipe, way: Way) -> Self {
        Pages {
            inner,
            gate,
            recipe,
            way,
            observing: false,
            recorder: None,
            passing: Vec::new(),
            trailers: None,
            ended: false,
            finished: false,
            blind: false,
        }
    }

    /// Reads until the page's language is known, so that the headers can say what they depend on
    /// and a body that cannot be read is refused before they are sent.
    ///
    /// Says whether the language of notices is the reader's.
    pub(crate) async fn begin(&mut self) -> Result<bool, BoxError> {
        std::future::poll_fn(|context| {
            while !self.finished && !self.has_begun() {
                ready!(self.advance(context))?;
            }
            Poll::Ready(self.settle())
        })
        .await
    }

    /// What the answer's head depends on has come.
    fn has_begun(&self) -> bool {
        match &self.way {
            Way::Retracing(retracing) => retracing.has_begun(),
            Way::Nothing => true,
            Way::Making(making) => {
                let known = making.rewriter().negotiates_language().is_some();
                // A record is of whole pieces.
                (known || making.waiting() >= PORTION)
                    && (making.is_idle() || self.recorder.is_none())
            }
        }
    }

    fn settle(&mut self) -> Result<bool, BoxError> {
        let negotiated = match &mut self.way {
            Way::Retracing(retracing) => retracing.page().language.is_some(),
            Way::Making(making) => {
                let negotiated = making.rewriter().negotiates_language() != Some(false);
                making.begin(&self.recipe)?;
                if let Some(recorder) = &mut self.recorder {
                    recorder.begin(making.waiting(), negotiated, self.finished);
                }
                negotiated
            }
            Way::Nothing => true,
        };
        match self.finished {
            true => self.keep(),
            false if self.ended && self.way.is_idle() => self.finish()?,
            false => {}
        }
        Ok(negotiated)
    }

    /// The reader's whole page, if it has come to its end already.
    pub(crate) fn whole(&mut self) -> Option<Bytes> {
        if !self.finished || self.trailers.is_some() {
            return None;
        }
        let pieces: Vec<Bytes> = std::iter::from_fn(|| self.way.end()).collect();
        Some(match <[Bytes; 1]>::try_from(pieces) {
            Ok([one]) => one,
            Err(pieces) => pieces.concat().into(),
        })
    }

    pub(crate) fn poll_frame(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        for _ in 0..TURN {
            // Looked at first: whoever knows the length does not ask again after the last bytes.
            let looked = self.way.is_idle() && (self.finished || !self.ended);
            if looked && !self.passing.is_empty() {
                let bytes = self.passing.remove(0);
                return Poll::Ready(Some(Ok(Frame::data(bytes))));
            }
            let bytes = match self.finished {
                false => self.way.portion(),
                true => self.way.end(),
            };
            if let Some(bytes) = bytes {
                return Poll::Ready(Some(Ok(self.give(bytes))));
            }
            if self.finished {
                return Poll::Ready(
                    self.trailers
                        .take()
                        .map(|trailers| Ok(Frame::trailers(trailers))),
                );
            }
            match self.advance(context) {
                Poll::Ready(Ok(())) => {}
                Poll::Ready(Err(error)) => return Poll::Ready(Some(Err(self.close(error)))),
                Poll::Pending => return self.pause(),
            }
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }

    /// The site pauses: the reader gets what there is.
    fn pause(&mut self) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if let Err(error) = self.flush() {
            return Poll::Ready(Some(Err(self.close(error))));
        }
        match self.way.rest() {
            Some(bytes) => Poll::Ready(Some(Ok(self.give(bytes)))),
            None => Poll::Pending,
        }
    }

    fn flush(&mut self) -> Result<(), BoxError> {
        if let Way::Making(making) = &mut self.way
            && making.flush()?
            && let Some(recorder) = &mut self.recorder
        {
            recorder.flush(making.waiting());
        }
        Ok(())
    }

    fn give(&mut self, bytes: Bytes) -> Frame<Bytes> {
        if let Some(recorder) = &mut self.recorder {
            recorder.give(&bytes);
        }
        Frame::data(bytes)
    }

    /// Nothing comes after an error, whoever may ask.
    fn close(&mut self, error: BoxError) -> BoxError {
        metrics().closed.of(Closed::from(&error)).one();
        tracing::warn!(target: "jalousie::layer", page = %self.recipe.url(), %error, "page cut short");
        self.finished = true;
        self.way = Way::Nothing;
        self.recorder = None;
        self.trailers = None;
        error
    }

    /// One step: work off a slice, or take the next bytes from the site, or end.
    fn advance(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        if !self.way.is_idle() {
            return Poll::Ready(self.work());
        }
        if self.ended {
            return Poll::Ready(self.finish());
        }
        match Pin::new(&mut self.inner).poll_frame(context) {
            Poll::Ready(Some(Ok(frame))) => {
                self.ended = self.inner.is_end_stream();
                Poll::Ready(match frame.into_data() {
                    Ok(bytes) => self.take_in(bytes),
                    Err(frame) => {
                        self.take_trailers(frame);
                        Ok(())
                    }
                })
            }
            Poll::Ready(Some(Err(error))) => Poll::Ready(Err(error.into())),
            Poll::Ready(None) => {
                self.ended = true;
                Poll::Ready(Ok(()))
            }
            Poll::Pending => {
                let Way::Retracing(retracing) = &mut self.way else {
                    return Poll::Pending;
                };
                ready!(retracing.poll_patience(context));
                Poll::Ready(self.leave())
            }
        }
    }

    fn take_in(&mut self, bytes: Bytes) -> Result<(), BoxError> {
        if self.observing {
            self.passing.push(bytes.clone());
            if self.blind {
                return Ok(());
            }
        }
        if let Way::Retracing(retracing) = &mut self.way {
            if retracing.meets(&bytes) {
                return Ok(());
            }
            retracing.forget();
            self.leave()?;
        }
        if let Some(recorder) = &mut self.recorder {
            recorder.take(&bytes);
        }
        if let Way::Making(making) = &mut self.way {
            making.take_in(bytes);
        }
        Ok(())
    }

    fn take_trailers(&mut self, frame: Frame<Bytes>) {
        self.trailers = frame.into_trailers().ok();
        if let (Some(trailers), false) = (&mut self.trailers, self.observing) {
            forget_bytes(trailers);
        }
    }

    /// Makes the page, for it cannot be taken from what is remembered.
    fn leave(&mut self) -> Result<(), BoxError> {
        self.way = match std::mem::replace(&mut self.way, Way::Nothing) {
            Way::Retracing(retracing) => Way::Making(Box::new(retracing.leave(&self.recipe)?)),
            way => way,
        };
        Ok(())
    }

    fn work(&mut self) -> Result<(), BoxError> {
        let Way::Making(making) = &mut self.way else {
            return Ok(());
        };
        match making.work() {
            Err(_) if self.observing => {
                self.blind = true;
                // What is left of it is not looked at any more.
                making.take_in(Bytes::new());
            }
            result => result?,
        }
        let (idle, waiting) = (making.is_idle(), making.waiting());
        self.recorder.take_if(|recorder| recorder.is_full(waiting));
        if let Some(recorder) = self.recorder.as_mut().filter(|_| idle) {
            recorder.step(waiting);
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), BoxError> {
        if let Way::Retracing(retracing) = &self.way
            && !retracing.is_whole()
        {
            retracing.forget();
            self.leave()?;
        }
        match &mut self.way {
            Way::Making(making) => {
                if !self.blind {
                    match making.finish() {
                        // What is only observed passes, whatever it is.
                        Err(_) if self.observing => {}
                        result => result?,
                    }
                }
                self.gate
                    .count(self.recipe.url(), making.rewriter().findings());
                self.keep();
            }
            Way::Retracing(retracing) => {
                retracing.praise();
                self.gate
                    .count(self.recipe.url(), &retracing.page().findings);
                metrics().retraced.one();
            }
            Way::Nothing => {}
        }
        self.finished = true;
        Ok(())
    }

    /// Remembers the page, which has been made to its end, once its head is settled too.
    fn keep(&mut self) {
        if let Way::Making(making) = &self.way
            && let Some(recorder) = self.recorder.take_if(|recorder| recorder.has_begun())
        {
            recorder.keep(&self.recipe, making);
        }
    }
}

impl Gate {
    /// Counts a page with what was found in it.
    fn count(&self, url: &Url, findings: &[Finding]) {
        self.observations.add(url, findings);
        metrics().pages.one();
        for finding in findings {
            match finding.kind {
                Kind::Embed => metrics().notices.one([&finding.service]),
                Kind::Resource => metrics().silenced.one([&finding.category]),
            }
        }
    }
}

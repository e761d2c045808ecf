//! A page on its way: decoded, rewritten, encoded again, a portion at a time.

use super::Gate;
use super::body::BoxError;
use super::headers::forget_bytes;
use crate::coding::{Coding, Decoder, Encoder, SLICE, Step};
use crate::metrics::{Closed, metrics};
use bytes::{Buf, Bytes};
use http::HeaderMap;
use http_body::{Body, Frame};
use jalousie_core::rewrite::{Kind, Rewriter};
use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

/// Output is handed on when it has come to this many bytes, or when the site pauses.
const PORTION: usize = 32 * 1024;

/// Bytes that are sooner copied than sent on their own.
const WORTH: usize = 4 * 1024;

/// Steps of at most [`PORTION`] bytes after which other readers get their turn,
/// however much a page unpacks to.
const TURN: usize = 32;

/// What happens to the rewritten page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// It is what the reader gets.
    Send,
    /// The reader gets the site's own bytes; only the findings count.
    Observe,
}

/// An HTML body in transit.
pub(crate) struct Pages<B> {
    inner: B,
    gate: Arc<Gate>,
    purpose: Use,
    decoder: Decoder,
    rewriter: Rewriter,
    encoder: Option<Encoder>,
    /// Bytes of the site that are still to be decoded.
    input: Bytes,
    /// The decoder may have more to give without more input.
    unread: bool,
    decoded: Vec<u8>,
    rewritten: Vec<u8>,
    /// Portions for the reader that are on their way as the site sent them, and what comes between.
    portions: VecDeque<Bytes>,
    /// The reader's bytes after those.
    ready: Vec<u8>,
    /// The answer's head is settled, and with it whether the body is encoded.
    begun: bool,
    /// What the site sent while the page was looked at (observing).
    passing: Vec<Bytes>,
    trailers: Option<HeaderMap>,
    /// Bytes went into the encoder that did not come out yet.
    unflushed: bool,
    ended: bool,
    finished: bool,
    /// The decoder failed while observing: the page passes, unseen.
    blind: bool,
}

impl<B> Pages<B>
where
    B: Body<Data = Bytes> + Unpin,
    B::Error: Into<BoxError>,
{
    pub(crate) fn new(
        inner: B,
        gate: Arc<Gate>,
        purpose: Use,
        decoder: Decoder,
        rewriter: Rewriter,
    ) -> Self {
        Pages {
            inner,
            gate,
            purpose,
            decoder,
            rewriter,
            encoder: None,
            input: Bytes::new(),
            unread: false,
            decoded: Vec::new(),
            rewritten: Vec::new(),
            portions: VecDeque::new(),
            ready: Vec::new(),
            begun: false,
            passing: Vec::new(),
            trailers: None,
            unflushed: false,
            ended: false,
            finished: false,
            blind: false,
        }
    }

    /// Encodes what goes to the reader.
    ///
    /// # Errors
    /// There is no encoder for `coding`.
    pub(crate) fn encode(&mut self, coding: Coding) -> Result<(), BoxError> {
        let mut encoder = Encoder::new(coding)?;
        let mut packed = Vec::new();
        encoder.push(&self.ready, &mut packed)?;
        self.unflushed = !self.ready.is_empty();
        self.ready = packed;
        if self.finished {
            // A short page has ended before its coding was known.
            encoder.finish(&mut self.ready)?;
        } else {
            self.encoder = Some(encoder);
        }
        Ok(())
    }

    pub(crate) fn rewriter(&self) -> &Rewriter {
        &self.rewriter
    }

    /// Reads until the page's language is known, so that the headers can say what they depend on
    /// and a body that cannot be read is refused before they are sent.
    pub(crate) async fn begin(&mut self) -> Result<(), BoxError> {
        std::future::poll_fn(|context| {
            while !self.finished
                && self.rewriter.negotiates_language().is_none()
                && self.ready.len() < PORTION
            {
                ready!(self.advance(context))?;
            }
            self.begun = true;
            Poll::Ready(Ok(()))
        })
        .await
    }

    pub(crate) fn poll_frame(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        for _ in 0..TURN {
            // Looked at first: whoever knows the length does not ask again after the last bytes.
            let looked = self.input.is_empty() && !self.unread && (self.finished || !self.ended);
            if looked && !self.passing.is_empty() {
                let bytes = self.passing.remove(0);
                return Poll::Ready(Some(Ok(Frame::data(bytes))));
            }
            if let Some(bytes) = self.portions.pop_front() {
                return Poll::Ready(Some(Ok(Frame::data(bytes))));
            }
            if self.ready.len() >= PORTION || (self.finished && !self.ready.is_empty()) {
                return Poll::Ready(Some(Ok(self.take_ready())));
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
        if self.ready.is_empty() {
            Poll::Pending
        } else {
            Poll::Ready(Some(Ok(self.take_ready())))
        }
    }

    /// Nothing comes after an error, whoever may ask.
    fn close(&mut self, error: BoxError) -> BoxError {
        metrics().closed.of(Closed::from(&error)).one();
        tracing::warn!(target: "jalousie::layer", page = %self.rewriter.page_url(), %error, "page cut short");
        self.finished = true;
        self.portions.clear();
        self.ready.clear();
        self.trailers = None;
        error
    }

    fn take_ready(&mut self) -> Frame<Bytes> {
        Frame::data(std::mem::take(&mut self.ready).into())
    }

    /// One step: decode a slice, or take the next bytes from the site, or end.
    fn advance(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        if self.unread || !self.input.is_empty() {
            return Poll::Ready(self.work());
        }
        if self.ended {
            return Poll::Ready(self.finish());
        }
        match ready!(Pin::new(&mut self.inner).poll_frame(context)) {
            Some(Ok(frame)) => {
                match frame.into_data() {
                    Ok(bytes) => self.take_in(bytes),
                    Err(frame) => self.take_trailers(frame),
                }
                self.ended = self.inner.is_end_stream();
                Poll::Ready(Ok(()))
            }
            Some(Err(error)) => Poll::Ready(Err(error.into())),
            None => {
                self.ended = true;
                Poll::Ready(Ok(()))
            }
        }
    }

    fn take_in(&mut self, bytes: Bytes) {
        if self.purpose == Use::Observe {
            self.passing.push(bytes.clone());
            if self.blind {
                return;
            }
        }
        self.input = bytes;
        self.unread = !self.input.is_empty();
    }

    fn take_trailers(&mut self, frame: Frame<Bytes>) {
        self.trailers = frame.into_trailers().ok();
        if let (Some(trailers), Use::Send) = (&mut self.trailers, self.purpose) {
            forget_bytes(trailers);
        }
    }

    fn work(&mut self) -> Result<(), BoxError> {
        match self.rewrite_slice() {
            Err(_) if self.purpose == Use::Observe => {
                (self.blind, self.unread, self.input) = (true, false, Bytes::new());
                Ok(())
            }
            result => result,
        }
    }

    fn rewrite_slice(&mut self) -> Result<(), BoxError> {
        if self.decoder.is_identity() {
            // Nothing to decode: the site's own bytes go straight in, and what passes goes straight out.
            let slice = self.input.split_to(self.input.len().min(PORTION));
            self.unread = !self.input.is_empty();
            return if self.begun && self.purpose == Use::Send && self.encoder.is_none() {
                self.rewrite_own(&slice)
            } else {
                self.rewrite(&slice)
            };
        }
        let mut decoded = std::mem::take(&mut self.decoded);
        decoded.clear();
        let mut rest: &[u8] = &self.input;
        let step = self.decoder.step(&mut rest, &mut decoded)?;
        let used = self.input.len() - rest.len();
        self.input.advance(used);
        self.unread = matches!(step, Step::More);
        let result = self.rewrite(&decoded);
        self.decoded = decoded;
        result
    }

    /// Rewrites a slice of what the site sent, and hands on what passes without copying it.
    fn rewrite_own(&mut self, slice: &Bytes) -> Result<(), BoxError> {
        self.make_room(slice.len());
        let start = self.ready.len();
        let spared = self.rewriter.push_sparing(slice, &mut self.ready)?;
        if spared < WORTH {
            let own = slice[..spared].iter().copied();
            self.ready.splice(start..start, own);
            return Ok(());
        }
        if start > 0 {
            let after = self.ready.split_off(start);
            let before = std::mem::replace(&mut self.ready, after);
            self.portions.push_back(before.into());
        }
        self.portions.push_back(slice.slice(..spared));
        Ok(())
    }

    /// Rewrites a slice of the page for the reader's side.
    fn rewrite(&mut self, slice: &[u8]) -> Result<(), BoxError> {
        if self.purpose == Use::Send && self.encoder.is_none() {
            self.make_room(slice.len());
            self.rewriter.push(slice, &mut self.ready)?;
            return Ok(());
        }
        self.rewritten.clear();
        let spared = self.rewriter.push_sparing(slice, &mut self.rewritten)?;
        self.hand_on(&slice[..spared])
    }

    /// Room for the whole portion at once, or for a short page with what the gate adds to it.
    fn make_room(&mut self, slice: usize) {
        let room = if self.unread { PORTION } else { slice } + SLICE;
        self.ready.reserve(room.saturating_sub(self.ready.len()));
    }

    /// Passes rewritten bytes to the reader's side; `first` come before them.
    fn hand_on(&mut self, first: &[u8]) -> Result<(), BoxError> {
        if self.purpose == Use::Observe {
            return Ok(());
        }
        for bytes in [first, &self.rewritten] {
            if bytes.is_empty() {
                continue;
            }
            match &mut self.encoder {
                Some(encoder) => encoder.push(bytes, &mut self.ready)?,
                None => self.ready.extend_from_slice(bytes),
            }
            self.unflushed = true;
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), BoxError> {
        if let (Some(encoder), true) = (&mut self.encoder, self.unflushed) {
            encoder.flush(&mut self.ready)?;
            self.unflushed = false;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), BoxError> {
        match self.finish_page() {
            // What is only observed passes, whatever it is.
            Err(_) if self.purpose == Use::Observe => {}
            result => result?,
        }
        if let Some(encoder) = self.encoder.take() {
            encoder.finish(&mut self.ready)?;
        }
        let findings = self.rewriter.findings();
        self.gate
            .observations()
            .add(self.rewriter.page_url(), findings);
        metrics().pages.one();
        for finding in findings {
            match finding.kind {
                Kind::Embed => metrics().notices.one([&finding.service]),
                Kind::Resource => metrics().silenced.one([&finding.category]),
            }
        }
        self.finished = true;
        Ok(())
    }

    fn finish_page(&mut self) -> Result<(), BoxError> {
        if self.blind {
            return Ok(());
        }
        self.decoder.finish()?;
        self.rewritten.clear();
        self.rewriter.finish(&mut self.rewritten)?;
        self.hand_on(&[])
    }
}

//! A body that comes over a stream.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use h2::{Reason, RecvStream};
use http::HeaderMap;
use http::header::CONTENT_LENGTH;
use http_body::{Body, Frame, SizeHint};

use super::is_padded;
use crate::fields::number;

/// A message's body. The other end may send as much more as was read of it.
#[derive(Debug)]
pub(crate) struct StreamBody {
    stream: RecvStream,
    /// What is yet to come, where the head says so; the library holds the other end to it.
    left: Option<u64>,
    /// Nothing but trailers may come.
    over: bool,
}

impl StreamBody {
    pub(crate) fn new(stream: RecvStream, headers: &HeaderMap) -> Self {
        let left = match stream.is_end_stream() {
            true => Some(0),
            false => number(headers, &CONTENT_LENGTH),
        };
        Self {
            stream,
            left,
            over: false,
        }
    }

    /// Whoever lets go of a stream without a complaint may have sent all that there is; but only the end of
    /// the stream says so.
    fn unless_whole(&self, error: h2::Error) -> Option<Result<Frame<Bytes>, h2::Error>> {
        let whole = error.reason() == Some(Reason::NO_ERROR) && self.stream.is_end_stream();
        (!whole).then_some(Err(error))
    }
}

impl Body for StreamBody {
    type Data = Bytes;
    type Error = h2::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, h2::Error>>> {
        let this = &mut *self;
        if !this.over {
            match ready!(this.stream.poll_data(cx)) {
                Some(Ok(data)) => {
                    // It fails only where the stream is gone, and with it what may come.
                    let _ = this.stream.flow_control().release_capacity(data.len());
                    if let Some(left) = &mut this.left {
                        *left = left.saturating_sub(data.len() as u64);
                    }
                    return Poll::Ready(Some(Ok(Frame::data(data))));
                }
                Some(Err(error)) => return Poll::Ready(this.unless_whole(error)),
                None => this.over = true,
            }
        }
        Poll::Ready(match ready!(this.stream.poll_trailers(cx)) {
            // Nobody asks for what may be behind them.
            Ok(Some(trailers)) if is_padded(&trailers) => Some(Err(Reason::PROTOCOL_ERROR.into())),
            Ok(trailers) => trailers.map(|trailers| Ok(Frame::trailers(trailers))),
            Err(error) => this.unless_whole(error),
        })
    }

    fn is_end_stream(&self) -> bool {
        self.stream.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.left
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

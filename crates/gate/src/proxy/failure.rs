//! What the HTTP library reports, in our words, and whether another attempt may help.

use std::error::Error as _;
use std::io;
use std::sync::atomic::{AtomicI64, Ordering};

use super::body::Upload;
use super::error::{Cause, ProxyError};
use super::http2::Unanswered;
use super::informational;

/// Where a request that failed may still succeed, if it may be sent twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hope {
    /// Nowhere: the upstream has said something.
    None,
    /// At the same upstream: all that failed is a connection kept from before.
    Here,
    /// At another one: this one cannot be reached, or hung up.
    Elsewhere,
}

/// A failed attempt.
pub(super) struct Failure {
    pub(super) error: ProxyError,
    pub(super) hope: Hope,
}

impl Failure {
    fn new(error: ProxyError, hope: Hope) -> Self {
        Self { error, hope }
    }

    /// No connection.
    pub(super) fn elsewhere(error: ProxyError) -> Self {
        Self::new(error, Hope::Elsewhere)
    }
}

impl From<ProxyError> for Failure {
    fn from(error: ProxyError) -> Self {
        Self::new(error, Hope::None)
    }
}

impl From<Cause> for Failure {
    fn from(cause: Cause) -> Self {
        ProxyError::from(cause).into()
    }
}

/// A failure on an HTTP/1 connection; `used`: an answer had come over it before.
pub(super) fn of_http1(error: hyper::Error, used: bool, upload: Option<&Upload>) -> Failure {
    // A body that the reader did not finish makes the library fail in many ways.
    if let Some(error) = upload.and_then(Upload::failure) {
        return error.into();
    }
    let cause = if error.is_parse_too_large() {
        Cause::BadAnswer("head too large")
    } else if error.is_parse() {
        Cause::BadAnswer("not valid HTTP")
    } else {
        Cause::Closed
    };
    let closed = cause == Cause::Closed && is_closed(&error);
    Failure::new(
        ProxyError::with_source(cause, error),
        hope_after(closed, used),
    )
}

/// A failure on an HTTP/2 connection; `kept`: it was there before the request.
pub(super) fn of_http2(
    error: Unanswered,
    kept: bool,
    heads: &AtomicI64,
    upload: Option<&Upload>,
) -> Failure {
    if let Some(error) = upload.and_then(Upload::failure) {
        return error.into();
    }
    if heads.load(Ordering::Relaxed) < 0 {
        return Cause::BadAnswer(informational::TOO_MANY).into();
    }
    let error = match error {
        Unanswered::Malformed(rule) => return Cause::BadAnswer(rule).into(),
        Unanswered::Failed(error) => error,
    };
    // "REFUSED_STREAM" and streams beyond a GOAWAY's were not looked at (RFC 9113, 8.7).
    let refused = error.is_remote()
        && (error.is_go_away() || error.reason() == Some(h2::Reason::REFUSED_STREAM));
    let closed = refused || error.is_io();
    let cause = if error.is_library() {
        Cause::BadAnswer("not valid HTTP/2")
    } else {
        Cause::Closed
    };
    Failure::new(
        ProxyError::with_source(cause, error),
        hope_after(closed, kept),
    )
}

fn hope_after(closed: bool, kept: bool) -> Hope {
    match (closed, kept) {
        (false, _) => Hope::None,
        (true, true) => Hope::Here,
        (true, false) => Hope::Elsewhere,
    }
}

/// Whether the connection was closed, as opposed to something being said on it.
fn is_closed(error: &hyper::Error) -> bool {
    let broken = error
        .source()
        .and_then(|source| source.downcast_ref::<io::Error>());
    error.is_incomplete_message()
        || error.is_canceled()
        || error.is_closed()
        || broken.is_some_and(|broken| {
            let kind = broken.kind();
            matches!(
                kind,
                io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe
            )
        })
}

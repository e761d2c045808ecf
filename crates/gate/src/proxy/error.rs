//! Why a request got no answer from the upstream, or only a part of one.

use crate::causes::{causes, chain};
use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;

/// Any error, as tower and hyper pass them round.
pub type BoxError = Box<dyn Error + Send + Sync>;

/// What went wrong, as a value to match on and to count by.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// The request breaks a rule of HTTP that matters to a proxy; the text says which.
    BadRequest(&'static str),
    /// A method that is never passed on, such as `CONNECT`.
    Method(String),
    /// `Expect` with something else than `100-continue`.
    Expectation,
    /// `Transfer-Encoding` with something else than `chunked`.
    TransferCoding,
    /// The request's target is longer than this many bytes.
    TargetTooLong(usize),
    /// The request's head is larger than this many bytes.
    HeadTooLarge(usize),
    /// The request's body is larger than this many bytes.
    BodyTooLarge(u64),
    /// The reader sent nothing of the request's body for this long.
    ReaderIdle(Duration),
    /// The reader sent the request's body more slowly than allowed; the time over which that was so.
    SlowBody(Duration),
    /// The request's body broke off or was malformed.
    ReaderBody,
    /// No connection to the upstream: refused, unknown name, bad certificate.
    Unreachable,
    /// No connection to the upstream within this time.
    ConnectTimeout(Duration),
    /// No complete answer head within this time after the request.
    HeadTimeout(Duration),
    /// The upstream sent nothing of the body for this long.
    UpstreamIdle(Duration),
    /// The upstream sent the body more slowly than allowed; the time over which that was so.
    SlowAnswer(Duration),
    /// The whole exchange took longer than this.
    TotalTimeout(Duration),
    /// The upstream closed the connection before it had answered.
    Closed,
    /// The upstream's answer is not valid HTTP, or breaks a rule; the text says which.
    BadAnswer(&'static str),
    /// The upstream's body broke off or was malformed.
    UpstreamBody,
}

impl Cause {
    /// A short name that never changes, for metrics and logs.
    pub fn name(&self) -> &'static str {
        match self {
            Self::BadRequest(_) => "bad-request",
            Self::Method(_) => "method-refused",
            Self::Expectation => "expectation",
            Self::TransferCoding => "transfer-coding",
            Self::TargetTooLong(_) => "target-too-long",
            Self::HeadTooLarge(_) => "head-too-large",
            Self::BodyTooLarge(_) => "body-too-large",
            Self::ReaderIdle(_) => "reader-idle",
            Self::SlowBody(_) => "slow-body",
            Self::ReaderBody => "reader-body",
            Self::Unreachable => "upstream-unreachable",
            Self::ConnectTimeout(_) => "connect-timeout",
            Self::HeadTimeout(_) => "head-timeout",
            Self::UpstreamIdle(_) => "upstream-idle",
            Self::SlowAnswer(_) => "slow-answer",
            Self::TotalTimeout(_) => "total-timeout",
            Self::Closed => "upstream-closed",
            Self::BadAnswer(_) => "bad-answer",
            Self::UpstreamBody => "upstream-body",
        }
    }

    /// The status that tells the reader.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::BadRequest(_) | Self::ReaderBody => StatusCode::BAD_REQUEST,
            Self::Method(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::Expectation => StatusCode::EXPECTATION_FAILED,
            Self::TransferCoding => StatusCode::NOT_IMPLEMENTED,
            Self::TargetTooLong(_) => StatusCode::URI_TOO_LONG,
            Self::HeadTooLarge(_) => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            Self::BodyTooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::ReaderIdle(_) | Self::SlowBody(_) => StatusCode::REQUEST_TIMEOUT,
            Self::Unreachable | Self::Closed | Self::BadAnswer(_) | Self::UpstreamBody => {
                StatusCode::BAD_GATEWAY
            }
            Self::ConnectTimeout(_)
            | Self::HeadTimeout(_)
            | Self::UpstreamIdle(_)
            | Self::SlowAnswer(_)
            | Self::TotalTimeout(_) => StatusCode::GATEWAY_TIMEOUT,
        }
    }

    /// Whether the fault is the reader's (a 4xx) rather than the upstream's.
    pub fn is_readers(&self) -> bool {
        self.status().is_client_error() || matches!(self, Self::TransferCoding)
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadRequest(rule) => write!(f, "bad request: {rule}"),
            Self::Method(name) => write!(f, "method {name} is not passed on"),
            Self::Expectation => write!(f, "unknown Expect, expected 100-continue"),
            Self::TransferCoding => write!(f, "unknown Transfer-Encoding, expected chunked"),
            Self::TargetTooLong(limit) => write!(f, "request target exceeds {limit} bytes"),
            Self::HeadTooLarge(limit) => write!(f, "request head exceeds {limit} bytes"),
            Self::BodyTooLarge(limit) => write!(f, "request body exceeds {limit} bytes"),
            Self::ReaderIdle(time) => write!(f, "reader sent no more of the body for {time:?}"),
            Self::SlowBody(time) => write!(f, "request body came too slowly for {time:?}"),
            Self::ReaderBody => write!(f, "request body broke off or is malformed"),
            Self::Unreachable => write!(f, "upstream cannot be reached"),
            Self::ConnectTimeout(time) => write!(f, "no connection to the upstream in {time:?}"),
            Self::HeadTimeout(time) => write!(f, "no answer from the upstream in {time:?}"),
            Self::UpstreamIdle(time) => write!(f, "upstream sent nothing for {time:?}"),
            Self::SlowAnswer(time) => write!(f, "upstream sent too slowly for {time:?}"),
            Self::TotalTimeout(time) => write!(f, "exchange took longer than {time:?}"),
            Self::Closed => write!(f, "upstream closed the connection without an answer"),
            Self::BadAnswer(rule) => write!(f, "bad answer from the upstream: {rule}"),
            Self::UpstreamBody => write!(f, "upstream's body broke off or is malformed"),
        }
    }
}

/// A failed exchange: a [`Cause`] and, where a library reported it, the error underneath.
///
/// An answer that carries one in its extensions was made by the proxy and has an empty body; as
/// the error of a [`ProxyBody`](super::ProxyBody) it means that the rest of the body is missing.
#[derive(Debug, Clone)]
pub struct ProxyError {
    cause: Cause,
    source: Option<Arc<dyn Error + Send + Sync>>,
}

impl ProxyError {
    pub(super) fn new(cause: Cause) -> Self {
        Self {
            cause,
            source: None,
        }
    }

    pub(super) fn with_source(cause: Cause, source: impl Into<BoxError>) -> Self {
        Self {
            cause,
            source: Some(Arc::from(source.into())),
        }
    }

    /// What went wrong.
    pub fn cause(&self) -> &Cause {
        &self.cause
    }

    /// The status that tells the reader.
    pub fn status(&self) -> StatusCode {
        self.cause.status()
    }

    /// This error if it is one, or the first one among its sources.
    pub fn find<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a Self> {
        causes(error).find_map(<dyn Error>::downcast_ref)
    }

    /// The cause and everything underneath it on one line, for the operator's log.
    pub fn chain(&self) -> String {
        chain(self)
    }
}

impl From<Cause> for ProxyError {
    fn from(cause: Cause) -> Self {
        Self::new(cause)
    }
}

impl fmt::Display for ProxyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.cause.fmt(f)
    }
}

impl Error for ProxyError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

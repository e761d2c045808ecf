//! The labels, and every value that they can take.

use super::label;
use crate::coding::{DecodeError, UnsupportedCoding};
use crate::proxy::{BoxError, Cause, ProxyError};
use http::{Method as HttpMethod, StatusCode};

label! {
    /// A request's method.
    pub enum Method {
        /// `GET`
        Get = "GET",
        /// `HEAD`
        Head = "HEAD",
        /// `POST`
        Post = "POST",
        /// `PUT`
        Put = "PUT",
        /// `PATCH`
        Patch = "PATCH",
        /// `DELETE`
        Delete = "DELETE",
        /// `OPTIONS`
        Options = "OPTIONS",
        /// Any other, of which clients can invent as many as they like.
        Other = "other",
    }
}

impl From<&HttpMethod> for Method {
    fn from(method: &HttpMethod) -> Self {
        match *method {
            HttpMethod::GET => Self::Get,
            HttpMethod::HEAD => Self::Head,
            HttpMethod::POST => Self::Post,
            HttpMethod::PUT => Self::Put,
            HttpMethod::PATCH => Self::Patch,
            HttpMethod::DELETE => Self::Delete,
            HttpMethod::OPTIONS => Self::Options,
            _ => Self::Other,
        }
    }
}

label! {
    /// The first digit of an answer's status.
    pub enum Status {
        /// A switch of protocols.
        Informational = "1xx",
        /// Done.
        Success = "2xx",
        /// Elsewhere, or unchanged.
        Redirection = "3xx",
        /// The client's fault.
        Client = "4xx",
        /// Ours or the upstream's.
        Server = "5xx",
        /// No answer at all: the connection was broken off.
        None = "none",
    }
}

impl From<StatusCode> for Status {
    fn from(status: StatusCode) -> Self {
        match status.as_u16() / 100 {
            1 => Self::Informational,
            2 => Self::Success,
            3 => Self::Redirection,
            4 => Self::Client,
            _ => Self::Server,
        }
    }
}

label! {
    /// Why a request or a connection of a client was refused. Not a kind of request that is refused
    /// without one of these: see [`refused`](super::refused).
    pub enum Refusal {
        /// A request head that is not valid HTTP.
        MalformedHead = "malformed-head",
        /// A rule of HTTP that matters to a proxy is broken: lengths, targets, names.
        BadRequest = "bad-request",
        /// Not exactly one `Host` that names a site of ours.
        Host = "host",
        /// `CONNECT`, `TRACE`.
        Method = "method",
        /// `Expect` with something else than `100-continue`.
        Expectation = "expectation",
        /// `Transfer-Encoding` with something else than `chunked`.
        TransferCoding = "transfer-coding",
        /// A request target that is too long.
        TargetTooLong = "target-too-long",
        /// A request head that is too large, or has too many fields.
        HeadTooLarge = "head-too-large",
        /// A request head that takes too long.
        HeadTimeout = "head-timeout",
        /// A request body that is too large.
        BodyTooLarge = "body-too-large",
        /// A request body that does not come on.
        BodyTimeout = "body-timeout",
        /// A request body that broke off or is malformed.
        BrokenBody = "broken-body",
        /// A client that takes nothing of its answer.
        ReaderStall = "reader-stall",
        /// Too many connections from one address.
        ConnectionLimit = "connection-limit",
        /// Too many requests from one address.
        RequestRate = "request-rate",
        /// A TLS handshake that failed or took too long.
        TlsHandshake = "tls-handshake",
        /// An HTTP/2 connection that breaks the protocol or floods.
        Http2 = "http2",
        /// A connection without the PROXY header that it should have, or with a bad one.
        ProxyProtocol = "proxy-protocol",
        /// A post to the gate's own addresses that does not come from a page of the site; a browser at the
        /// operators' listener under a name that may be anybody's.
        Foreign = "foreign",
        /// A post to the gate's own addresses that says nothing it understands.
        BadPost = "bad-post",
        /// A token of a frame that is not one of the gate's.
        Token = "token",
        /// An address under the gate's prefix at which there is nothing.
        Address = "address",
    }
}

impl Refusal {
    /// The refusal that a failed exchange is, if the client is to blame.
    pub fn of(cause: &Cause) -> Option<Self> {
        Some(match cause {
            Cause::BadRequest(_) => Self::BadRequest,
            Cause::Method(_) => Self::Method,
            Cause::Expectation => Self::Expectation,
            Cause::TransferCoding => Self::TransferCoding,
            Cause::TargetTooLong(_) => Self::TargetTooLong,
            Cause::HeadTooLarge(_) => Self::HeadTooLarge,
            Cause::BodyTooLarge(_) => Self::BodyTooLarge,
            Cause::ReaderIdle(_) | Cause::SlowBody(_) => Self::BodyTimeout,
            Cause::ReaderBody => Self::BrokenBody,
            _ => return None,
        })
    }
}

label! {
    /// What an upstream did wrong.
    pub enum Upstream {
        /// No connection.
        Unreachable = "unreachable",
        /// No connection in time.
        ConnectTimeout = "connect-timeout",
        /// No answer in time.
        HeadTimeout = "head-timeout",
        /// A body that does not come on.
        Idle = "idle",
        /// An exchange that took too long.
        TotalTimeout = "total-timeout",
        /// A connection closed without an answer.
        Closed = "closed",
        /// An answer that is not valid HTTP.
        BadAnswer = "bad-answer",
        /// A body that broke off.
        BrokenBody = "broken-body",
        /// What has no name here yet.
        Other = "other",
    }
}

impl From<&Cause> for Upstream {
    fn from(cause: &Cause) -> Self {
        match cause {
            Cause::Unreachable => Self::Unreachable,
            Cause::ConnectTimeout(_) => Self::ConnectTimeout,
            Cause::HeadTimeout(_) => Self::HeadTimeout,
            Cause::UpstreamIdle(_) | Cause::SlowAnswer(_) => Self::Idle,
            Cause::TotalTimeout(_) => Self::TotalTimeout,
            Cause::Closed => Self::Closed,
            Cause::BadAnswer(_) => Self::BadAnswer,
            Cause::UpstreamBody => Self::BrokenBody,
            _ => Self::Other,
        }
    }
}

label! {
    /// Why the gate closed: a page that cannot be gated is not sent, or not to its end.
    pub enum Closed {
        /// The upstream broke off.
        Upstream = "upstream",
        /// A content coding that is unknown, or not what the body holds.
        Coding = "coding",
        /// A frame that the site redirected to a third party.
        Redirect = "redirect",
        /// A page that cannot be looked at: a part of one, an unknown copy, what the rewriter refuses.
        Unreadable = "unreadable",
    }
}

impl From<&BoxError> for Closed {
    fn from(error: &BoxError) -> Self {
        if ProxyError::find(&**error).is_some() {
            Self::Upstream
        } else if error.is::<DecodeError>() || error.is::<UnsupportedCoding>() {
            Self::Coding
        } else {
            Self::Unreadable
        }
    }
}

label! {
    /// How a reload of the configuration ended.
    pub enum Reload {
        /// The new configuration is in force.
        Done = "done",
        /// The old one stays.
        Failed = "failed",
    }
}

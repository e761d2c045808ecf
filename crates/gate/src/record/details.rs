//! What the access log and traces want to know of a request.

use super::access::{AccessLog, AccessTarget};
use super::export::{ExportError, Exporter};
use super::id::{REQUEST_ID, TRACEPARENT, TRACESTATE, Trace, given_id, request_id, unique};
use super::reader::{self, Addresses};
use crate::proxy::TrustedProxies;
use crate::server::Peer;
use http::{HeaderValue, Method, Request, StatusCode, Version, header};
use std::fmt;
use std::io;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// What is recorded of requests beside the metrics; nothing by default.
#[derive(Clone, Debug, Default)]
pub struct RecordConfig {
    /// Where the access log goes.
    pub access: Option<AccessTarget>,
    /// How much of readers' addresses it holds.
    pub addresses: Addresses,
    /// Whether it holds the queries of addresses.
    pub queries: bool,
    /// The address of an OpenTelemetry collector (OTLP over HTTP), such as `http://127.0.0.1:4318`.
    pub traces: Option<url::Url>,
    /// Of a hundred requests that belong to no trace yet, how many begin one.
    pub traces_percent: u8,
    /// Proxies whose `X-Request-Id`, `traceparent` and `X-Forwarded-For` are believed.
    pub trusted: TrustedProxies,
}

/// Why nothing can be recorded.
#[derive(Debug)]
pub enum RecordError {
    /// The access log cannot be opened.
    Access(AccessTarget, io::Error),
    /// Spans cannot be exported.
    Traces(ExportError),
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Access(AccessTarget::File(path), _) => {
                write!(f, "cannot open the access log {}", path.display())
            }
            Self::Access(AccessTarget::Stdout, _) => f.write_str("cannot write the access log"),
            Self::Traces(_) => f.write_str("cannot export traces"),
        }
    }
}

impl std::error::Error for RecordError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(match self {
            Self::Access(_, error) => error,
            Self::Traces(error) => error,
        })
    }
}

/// Takes what is recorded of requests.
#[derive(Debug)]
pub struct Recorder {
    config: RecordConfig,
    access: Option<AccessLog>,
    exporter: Option<Exporter>,
}

impl Recorder {
    /// Opens the log and begins to export spans, on the current tokio runtime.
    ///
    /// # Errors
    /// What is configured cannot be opened.
    pub fn new(config: RecordConfig) -> Result<Self, RecordError> {
        let access = config.access.clone().map(|target| {
            AccessLog::open(target.clone()).map_err(|error| RecordError::Access(target, error))
        });
        let exporter = config.traces.as_ref().map(Exporter::new);
        Ok(Recorder {
            access: access.transpose()?,
            exporter: exporter.transpose().map_err(RecordError::Traces)?,
            config,
        })
    }

    /// Opens the access log anew, which somebody may have moved. May block for a moment.
    pub fn reopen(&self) {
        if let Some(access) = &self.access {
            access.reopen();
        }
    }

    /// Writes and exports what is still waiting, for at most a few seconds.
    pub async fn finish(self: Arc<Self>) {
        if let Some(exporter) = &self.exporter {
            exporter.finish().await;
        }
        // Standard output may be a pipe that nobody reads.
        let writing = tokio::task::spawn_blocking(move || {
            self.access.as_ref().map(AccessLog::finish);
        });
        let _ = tokio::time::timeout(Duration::from_secs(5), writing).await;
    }

    /// What is known of a request as it begins, if anybody wants to know; marks the request with
    /// its id and its place in a trace.
    pub(super) fn begin<Q>(&self, request: &mut Request<Q>) -> Option<Box<Entry>> {
        if self.access.is_none() && self.exporter.is_none() {
            return None;
        }
        let peer = request.extensions().get::<Peer>().copied();
        let believed = reader::is_believed(peer.as_ref(), &self.config.trusted);
        let id = Some(&*request).filter(|_| believed);
        let id = id.and_then(|request| given_id(request.headers()));
        let id = id.map_or_else(request_id, str::to_owned);
        let trace = self.trace(request, believed);
        if let Ok(value) = HeaderValue::from_str(&id) {
            request.headers_mut().insert(REQUEST_ID, value);
        }
        let uri = request.uri();
        let host = uri
            .authority()
            .map(|authority| authority.as_str().to_owned());
        let host = host.or_else(|| {
            let host = request.headers().get(header::HOST)?;
            host.to_str().ok().map(str::to_owned)
        });
        let query = uri.query().filter(|_| self.config.queries);
        let reader = reader::address(peer.as_ref(), request.headers(), &self.config.trusted);
        Some(Box::new(Entry {
            began: SystemTime::now(),
            id,
            method: request.method().clone(),
            host: host.unwrap_or_default(),
            path: uri.path().to_owned(),
            query: query.map(str::to_owned),
            version: request.version(),
            tls: peer.is_some_and(|peer| peer.tls),
            reader: reader.and_then(|reader| self.config.addresses.keep(reader)),
            trace,
            status: None,
            sent: 0,
            first_byte: None,
            duration: Duration::ZERO,
            whole: false,
        }))
    }

    /// The request's place in a trace. A stranger's trace ends here: a new one begins.
    fn trace<Q>(&self, request: &mut Request<Q>, believed: bool) -> Option<Trace> {
        self.exporter.as_ref()?;
        let headers = request.headers_mut();
        let given = Trace::of(headers).filter(|_| believed);
        if given.is_none() {
            headers.remove(TRACESTATE);
        }
        let sampled = || unique() % 100 < u64::from(self.config.traces_percent);
        let trace = given.unwrap_or_else(|| Trace::begin(sampled()));
        if let Some(value) = trace.header() {
            headers.insert(TRACEPARENT, value);
        }
        Some(trace)
    }

    /// The request is over.
    pub(super) fn end(&self, entry: Box<Entry>) {
        if let (Some(exporter), true) = (&self.exporter, entry.is_sampled()) {
            exporter.add(&entry);
        }
        if let Some(access) = &self.access {
            access.add(entry);
        }
    }
}

/// One request.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) began: SystemTime,
    pub(super) id: String,
    pub(super) method: Method,
    pub(super) host: String,
    pub(super) path: String,
    pub(super) query: Option<String>,
    pub(super) version: Version,
    pub(super) tls: bool,
    /// As much of the reader's address as may be kept.
    pub(super) reader: Option<IpAddr>,
    pub(super) trace: Option<Trace>,
    /// Nothing: there was no answer.
    pub(super) status: Option<StatusCode>,
    /// Bytes of the answer's body.
    pub(super) sent: u64,
    pub(super) first_byte: Option<Duration>,
    pub(super) duration: Duration,
    /// Whether the answer came to its own end.
    pub(super) whole: bool,
}

impl Entry {
    /// Some request.
    #[cfg(test)]
    pub(super) fn example() -> Self {
        Entry {
            began: SystemTime::UNIX_EPOCH,
            id: request_id(),
            method: Method::GET,
            host: "news.example".to_owned(),
            path: "/".to_owned(),
            query: None,
            version: Version::HTTP_11,
            tls: false,
            reader: None,
            trace: None,
            status: Some(StatusCode::OK),
            sent: 0,
            first_byte: None,
            duration: Duration::ZERO,
            whole: true,
        }
    }

    fn is_sampled(&self) -> bool {
        self.trace.is_some_and(|trace| trace.sampled)
    }
}

//! Spans on their way to an OpenTelemetry collector: OTLP over HTTP, in JSON.

use super::details::Entry;
use crate::metrics::metrics;
use bytes::Bytes;
use http::{Method, Request, Uri, header};
use http_body_util::Full;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::{ClientConfig, RootCertStore};
use serde_json::{Value, json};
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::sync::{Mutex, Notify};
use tokio::task::JoinHandle;
use tokio::time::Instant;

/// Spans that may wait.
const WAITING: usize = 4_096;

/// Spans sent at once, at most.
const BATCH: usize = 512;

/// How long a span waits for others.
const PAUSE: Duration = Duration::from_secs(1);

/// How long the collector may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// `SPAN_KIND_SERVER`
const SERVER: u8 = 2;

/// `STATUS_CODE_ERROR`
const ERROR: u8 = 2;

type Http = Client<HttpsConnector<HttpConnector>, Full<Bytes>>;

/// Why spans cannot be exported.
#[derive(Debug)]
pub struct ExportError(String);

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ExportError {}

/// Sends spans in batches; requests never wait for it.
#[derive(Debug)]
pub(super) struct Exporter {
    sender: Sender<Value>,
    stop: Arc<Notify>,
    task: Mutex<JoinHandle<()>>,
}

impl Exporter {
    /// Exports to the collector at this address.
    pub(super) fn new(collector: &url::Url) -> Result<Self, ExportError> {
        let path = collector.path().trim_end_matches('/');
        let mut url = collector.clone();
        url.set_path(&format!("{path}/v1/traces"));
        let uri = url
            .as_str()
            .parse()
            .map_err(|error| ExportError(format!("{url}: {error}")))?;
        let http = client()?;
        let (sender, receiver) = channel(WAITING);
        let stop = Arc::new(Notify::new());
        let task = tokio::spawn(export(http, uri, receiver, stop.clone()));
        Ok(Exporter {
            sender,
            stop,
            task: Mutex::new(task),
        })
    }

    pub(super) fn add(&self, entry: &Entry) {
        if self.sender.try_send(span(entry)).is_err() {
            metrics().spans_dropped.one();
        }
    }

    /// Sends what is still waiting.
    pub(super) async fn finish(&self) {
        self.stop.notify_one();
        let mut task = self.task.lock().await;
        let _ = tokio::time::timeout(PATIENCE, &mut *task).await;
    }
}

fn client() -> Result<Http, ExportError> {
    let roots = RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| ExportError(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let connector = HttpsConnectorBuilder::new();
    let connector = connector
        .with_tls_config(tls)
        .https_or_http()
        .enable_http1();
    Ok(Client::builder(TokioExecutor::new()).build(connector.build()))
}

async fn export(http: Http, uri: Uri, mut spans: Receiver<Value>, stop: Arc<Notify>) {
    let mut well = true;
    loop {
        let mut batch = Vec::new();
        tokio::select! {
            number = spans.recv_many(&mut batch, BATCH) => if number == 0 { return },
            () = stop.notified() => spans.close(),
        }
        // The others of this moment come along.
        let end = Instant::now() + PAUSE;
        while !batch.is_empty() && batch.len() < BATCH && !spans.is_closed() {
            let room = BATCH - batch.len();
            tokio::select! {
                number = spans.recv_many(&mut batch, room) => if number == 0 { break },
                () = tokio::time::sleep_until(end) => break,
                () = stop.notified() => spans.close(),
            }
        }
        if batch.is_empty() {
            continue;
        }
        let number = batch.len() as u64;
        match tokio::time::timeout(PATIENCE, send(&http, &uri, batch)).await {
            Ok(Ok(())) => well = true,
            failed => {
                metrics().spans_dropped.add(number);
                if std::mem::replace(&mut well, false) {
                    let error = failed.map_or("no answer in time".to_owned(), |result| {
                        result.err().unwrap_or_default()
                    });
                    tracing::warn!(target: "jalousie::traces", %uri, error, "cannot export spans");
                }
            }
        }
    }
}

async fn send(http: &Http, uri: &Uri, spans: Vec<Value>) -> Result<(), String> {
    let body = json!({"resourceSpans": [{
        "resource": {"attributes": [
            text("service.name", "jalousie"),
            text("service.version", env!("CARGO_PKG_VERSION")),
        ]},
        "scopeSpans": [{"scope": {"name": "jalousie"}, "spans": spans}],
    }]});
    let request = Request::builder()
        .method(Method::POST)
        .uri(uri.clone())
        .header(header::CONTENT_TYPE, "application/json")
        .body(Full::new(Bytes::from(body.to_string())))
        .map_err(|error| error.to_string())?;
    let answer =
        http.request(request)
            .await
            .map_err(|error| match std::error::Error::source(&error) {
                Some(source) => format!("{error}: {source}"),
                None => error.to_string(),
            })?;
    if answer.status().is_success() {
        Ok(())
    } else {
        Err(format!("the collector answered {}", answer.status()))
    }
}

/// A span as OTLP writes it; names of attributes are OpenTelemetry's (semantic conventions for HTTP).
fn span(entry: &Entry) -> Value {
    let status = entry.status.map_or(0, |status| status.as_u16());
    let mut attributes = vec![
        text("http.request.method", entry.method.as_str()),
        text("url.scheme", if entry.tls { "https" } else { "http" }),
        text("url.path", &entry.path),
        text("server.address", &entry.host),
        text(
            "network.protocol.version",
            format!("{:?}", entry.version).trim_start_matches("HTTP/"),
        ),
        number("http.response.status_code", u64::from(status)),
        number("http.response.body.size", entry.sent),
        text("jalousie.request_id", &entry.id),
    ];
    if let Some(time) = entry.first_byte {
        let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        attributes.push(number("jalousie.first_byte_us", micros));
    }
    let mut span = json!({
        "name": entry.method.as_str(),
        "kind": SERVER,
        "startTimeUnixNano": nanos(entry.began),
        "endTimeUnixNano": nanos(entry.began + entry.duration),
        "attributes": attributes,
    });
    if let Some(trace) = entry.trace {
        span["traceId"] = format!("{:032x}", trace.trace).into();
        span["spanId"] = format!("{:016x}", trace.span).into();
        if let Some(parent) = trace.parent {
            span["parentSpanId"] = format!("{parent:016x}").into();
        }
    }
    if status == 0 || status >= 500 || !entry.whole {
        span["status"] = json!({"code": ERROR});
    }
    span
}

fn text(key: &str, value: &str) -> Value {
    json!({"key": key, "value": {"stringValue": value}})
}

/// Integers are strings: JSON's numbers are too small for them.
fn number(key: &str, value: u64) -> Value {
    json!({"key": key, "value": {"intValue": value.to_string()}})
}

fn nanos(time: SystemTime) -> String {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    since.as_nanos().to_string()
}

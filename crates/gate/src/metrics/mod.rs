//! What is counted, for operators: a registry of atomics, one for the whole process.
//!
//! Every label has a fixed set of values, or those that the catalogue names: the number of series
//! never depends on what clients send. Names follow Prometheus' conventions.
//!
//! ```
//! use jalousie_gate::metrics::{Refusal, metrics, refused};
//!
//! // Refusing is always this, beside the status: a metric and one line in the log.
//! refused(Refusal::Host, "two Host headers");
//! assert!(metrics().refused.of(Refusal::Host).get() > 0);
//! ```

mod labels;
mod receipts;
mod refused;
#[cfg(test)]
mod tests;
mod text;
mod value;

use std::sync::LazyLock;
use std::time::{SystemTime, UNIX_EPOCH};

pub use labels::{Closed, Method, Refusal, Reload, Status, Upstream};
pub use receipts::Receipts;
pub use refused::refused;
use text::Text;
pub(crate) use value::label;
pub use value::{Counter, Family, Gauge, Held, Histogram, Label, Named};

/// Everything that is counted.
#[derive(Debug)]
pub struct Metrics {
    /// Requests answered, by method and status: see [`request`](Self::request).
    requests: Box<[Family<Status>]>,
    /// From a request's head to its answer's head.
    pub first_byte: Histogram,
    /// From a request's head to the end of its answer.
    pub duration: Histogram,
    /// Bytes of request bodies.
    pub received: Counter,
    /// Bytes of answer bodies.
    pub sent: Counter,
    /// Connections accepted, operators' included.
    pub connections: Counter,
    /// Connections open now, operators' and upgraded ones included.
    pub open: Gauge,
    /// Those of HTTP/1 that wait for a request and have given their memory back.
    pub resting: Gauge,
    /// Requests and connections refused.
    pub refused: Family<Refusal>,
    /// Requests sent to upstreams, repeated ones included.
    pub upstream_requests: Counter,
    /// Those of them that were a repetition.
    pub upstream_retries: Counter,
    /// What upstreams did wrong.
    pub upstream_failures: Family<Upstream>,
    /// Pages looked at.
    pub pages: Counter,
    /// Those of them that were the same as one that is remembered.
    pub retraced: Counter,
    /// Notices in pages, by service.
    pub notices: Named<1>,
    /// Resources silenced in pages, by category.
    pub silenced: Named<1>,
    /// Readers' decisions, by decision, scope and category (`*` for several).
    pub decisions: Named<3>,
    /// What browsers reported, and frames that the site sent to third parties, by category.
    pub violations: Named<1>,
    /// Pages not sent, or not to their end, because they cannot be gated.
    pub closed: Family<Closed>,
    /// Receipts of readers' choices.
    pub receipts: Receipts,
    /// Reloads of the configuration.
    pub reloads: Family<Reload>,
    /// Lines that the access log had no room for.
    pub access_dropped: Counter,
    /// Spans that could not be exported.
    pub spans_dropped: Counter,
    started: f64,
}

/// The process's metrics.
pub fn metrics() -> &'static Metrics {
    static METRICS: LazyLock<Metrics> = LazyLock::new(Metrics::new);
    &METRICS
}

impl Metrics {
    fn new() -> Self {
        let started = SystemTime::now().duration_since(UNIX_EPOCH);
        Metrics {
            requests: Method::ALL.iter().map(|_| Family::default()).collect(),
            first_byte: Histogram::default(),
            duration: Histogram::default(),
            received: Counter::default(),
            sent: Counter::default(),
            connections: Counter::default(),
            open: Gauge::default(),
            resting: Gauge::default(),
            refused: Family::default(),
            upstream_requests: Counter::default(),
            upstream_retries: Counter::default(),
            upstream_failures: Family::default(),
            pages: Counter::default(),
            retraced: Counter::default(),
            notices: Named::default(),
            silenced: Named::default(),
            decisions: Named::default(),
            violations: Named::default(),
            closed: Family::default(),
            receipts: Receipts::default(),
            reloads: Family::default(),
            access_dropped: Counter::default(),
            spans_dropped: Counter::default(),
            started: started.map_or(0.0, |time| time.as_secs_f64()),
        }
    }

    /// The counter of requests with this method and status.
    pub fn request(&self, method: Method, status: Status) -> &Counter {
        self.requests[method.number()].of(status)
    }

    /// Everything, as Prometheus reads it. `version` is the program's.
    pub fn exposition(&self, version: &str) -> String {
        let mut text = Text::default();
        self.traffic(&mut text);
        self.upstream(&mut text);
        self.gating(&mut text);
        self.receipts.write(&mut text);
        self.process(&mut text, version);
        text.finish()
    }

    fn traffic(&self, text: &mut Text) {
        text.grid::<Method, _>(
            "jalousie_requests_total",
            "Requests, by method and the answer's status.",
            ["method", "status"],
            &self.requests,
        );
        text.histogram(
            "jalousie_first_byte_seconds",
            "From a request's head to its answer's head.",
            &self.first_byte,
        );
        text.histogram(
            "jalousie_request_duration_seconds",
            "From a request's head to the end of its answer.",
            &self.duration,
        );
        text.counter(
            "jalousie_received_bytes_total",
            "Bytes of request bodies.",
            &self.received,
        );
        text.counter(
            "jalousie_sent_bytes_total",
            "Bytes of answer bodies.",
            &self.sent,
        );
        text.counter(
            "jalousie_connections_total",
            "Connections accepted, operators' included.",
            &self.connections,
        );
        text.gauge(
            "jalousie_connections_open",
            "Connections open now, operators' included.",
            self.open.get(),
        );
        text.gauge(
            "jalousie_connections_resting",
            "Connections of HTTP/1 that wait for a request, without buffers.",
            self.resting.get(),
        );
        text.family(
            "jalousie_refused_total",
            "Requests and connections refused, by cause.",
            "cause",
            &self.refused,
        );
        text.counter(
            "jalousie_access_log_dropped_total",
            "Lines that the access log had no room for.",
            &self.access_dropped,
        );
        text.counter(
            "jalousie_spans_dropped_total",
            "Trace spans that could not be exported.",
            &self.spans_dropped,
        );
    }

    fn upstream(&self, text: &mut Text) {
        text.counter(
            "jalousie_upstream_requests_total",
            "Requests sent to upstreams, repeated ones included.",
            &self.upstream_requests,
        );
        text.counter(
            "jalousie_upstream_retries_total",
            "Requests sent to upstreams once more.",
            &self.upstream_retries,
        );
        text.family(
            "jalousie_upstream_failures_total",
            "What upstreams did wrong, by cause.",
            "cause",
            &self.upstream_failures,
        );
    }

    fn gating(&self, text: &mut Text) {
        text.counter("jalousie_pages_total", "Pages looked at.", &self.pages);
        text.counter(
            "jalousie_pages_retraced_total",
            "Pages that were the same, byte for byte, as one that is remembered.",
            &self.retraced,
        );
        text.named(
            "jalousie_notices_total",
            "Notices in pages, by service; while observing, those that there would have been.",
            ["service"],
            &self.notices,
        );
        text.named("jalousie_silenced_total", "Resources silenced in pages, by category; while observing, those that would have been.", ["category"], &self.silenced);
        text.named(
            "jalousie_decisions_total",
            "Decisions of readers.",
            ["decision", "scope", "category"],
            &self.decisions,
        );
        text.named(
            "jalousie_violations_total",
            "What browsers reported, and frames that the site sent to third parties, by category.",
            ["category"],
            &self.violations,
        );
        text.family(
            "jalousie_failures_closed_total",
            "Pages not sent, or not to their end, because they cannot be gated, by cause.",
            "cause",
            &self.closed,
        );
    }

    fn process(&self, text: &mut Text, version: &str) {
        text.family(
            "jalousie_reloads_total",
            "Reloads of the configuration, by how they ended.",
            "outcome",
            &self.reloads,
        );
        text.info(
            "jalousie_build_info",
            "The program's version.",
            "version",
            version,
        );
        text.gauge(
            "process_start_time_seconds",
            "When the process started, in seconds since 1970.",
            format_args!("{:.3}", self.started),
        );
        if let Some(bytes) = resident_bytes() {
            text.gauge(
                "process_resident_memory_bytes",
                "Memory of the process.",
                bytes,
            );
        }
        if let Ok(open) = std::fs::read_dir("/proc/self/fd") {
            text.gauge("process_open_fds", "Open file descriptors.", open.count());
        }
        if let Some(most) = most_files() {
            text.gauge(
                "process_max_fds",
                "File descriptors that may be open at once.",
                most,
            );
        }
    }
}

/// Resident memory, where the system tells it.
fn resident_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kib * 1024)
}

/// How many files may be open, where the system tells it.
fn most_files() -> Option<u64> {
    let limits = std::fs::read_to_string("/proc/self/limits").ok()?;
    let line = limits
        .lines()
        .find_map(|line| line.strip_prefix("Max open files"))?;
    line.split_ascii_whitespace().next()?.parse().ok()
}

//! What the gate says when it refuses: in its metrics, and in its log.

#![allow(clippy::unwrap_used, dead_code, unreachable_pub)]

use std::fmt::Debug;
use std::sync::Mutex;

use crate::proxy_support::soon;
use jalousie_gate::metrics::{Label as _, Refusal, metrics};
use tokio::sync::MutexGuard;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Metrics and log are the process's: whoever listens does so alone, and all tests beside it do too.
static TURN: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// A line of the log about a refusal: its cause, and why.
pub type Line = (String, String);

static LINES: Mutex<Vec<Line>> = Mutex::new(Vec::new());

/// Hears what is refused; of one test at a time.
pub struct Ear {
    before: Vec<u64>,
    _turn: MutexGuard<'static, ()>,
}

impl Ear {
    pub async fn open() -> Self {
        let turn = TURN.lock().await;
        // Only the first one can, and that is enough.
        let _ = tracing::subscriber::set_global_default(Log);
        LINES.lock().unwrap().clear();
        Ear {
            _turn: turn,
            before: counts(),
        }
    }

    /// The causes of what was refused since the last call, each counted and said once. Waits for the
    /// end of all connections: some say only then how it came.
    ///
    /// # Errors
    /// What was counted is not what was said, or a line does not say why.
    pub async fn heard(&mut self) -> Result<Vec<&'static str>, String> {
        soon("the end of all connections", async {
            while metrics().open.get() > 0 {
                tokio::task::yield_now().await;
            }
        })
        .await;
        let now = counts();
        let mut counted = Vec::new();
        for (cause, (now, before)) in Refusal::ALL.iter().zip(now.iter().zip(&self.before)) {
            counted.extend((*before..*now).map(|_| cause.name()));
        }
        self.before = now;
        let lines = std::mem::take(&mut *LINES.lock().unwrap());
        let mut said: Vec<&str> = lines.iter().map(|(cause, _)| &**cause).collect();
        said.sort_unstable();
        let mut sorted = counted.clone();
        sorted.sort_unstable();
        if said != sorted {
            return Err(format!("counted {counted:?}, but said {lines:?}"));
        }
        match lines.iter().find(|(_, why)| why.len() < 8) {
            Some(line) => Err(format!("{line:?} does not say why")),
            None => Ok(counted),
        }
    }
}

fn counts() -> Vec<u64> {
    let causes = Refusal::ALL.iter();
    causes
        .map(|cause| metrics().refused.of(*cause).get())
        .collect()
}

/// The cause that a status stands for; several, where the status says less than they do.
pub fn causes_of(status: u16) -> &'static [&'static str] {
    match status {
        400 => &["malformed-head", "bad-request", "host", "broken-body"],
        405 => &["method"],
        413 => &["body-too-large"],
        414 => &["target-too-long"],
        417 => &["expectation"],
        431 => &["head-too-large"],
        501 => &["transfer-coding"],
        _ => &[],
    }
}

struct Log;

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "jalousie::refused"
    }

    fn event(&self, event: &Event<'_>) {
        let mut line = Reading::default();
        event.record(&mut line);
        LINES.lock().unwrap().push((line.cause, line.why));
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[derive(Default)]
struct Reading {
    cause: String,
    why: String,
}

impl Visit for Reading {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        match field.name() {
            "cause" => self.cause = format!("{value:?}").trim_matches('"').to_owned(),
            "why" => self.why = format!("{value:?}"),
            _ => {}
        }
    }
}

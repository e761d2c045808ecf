//! A corpus of requests that try to be read in two ways. Each goes to the gate byte for byte; an
//! upstream that is stricter than any real one records what arrives: one unambiguous request, as
//! many as were due, or nothing.

#![allow(clippy::unwrap_used)]

mod heads;
mod lengths;
#[path = "../proxy_support/mod.rs"]
mod proxy_support;
mod recorder;
mod targets;

use std::fmt::Write as _;
use std::time::Duration;

use proxy_support::{Gate, Wire, status};
use recorder::Recorder;
use tokio::io::AsyncWriteExt as _;

/// What has to come of a request.
#[derive(Clone, Debug)]
enum Due {
    /// An answer with this status, and nothing to the upstream.
    Refused(u16),
    /// The same, but the fault is in the body: the upstream may have seen the beginning of one
    /// request, which it can tell is not whole.
    Broken(u16),
    /// The upstream sees these: method, target, body. Further bytes, if any, are refused.
    Passed(&'static [(&'static str, &'static str, &'static str)]),
}

use Due::*;

/// A name, the bytes, what is due.
type Case = (&'static str, Vec<u8>, Due);

const ROOT: Due = Passed(&[("GET", "/", "")]);
const HELLO: Due = Passed(&[("POST", "/", "hello")]);
const EMPTY: Due = Passed(&[("POST", "/", "")]);

/// A request that must never arrive; it follows where a body might be taken for one.
const SMUGGLED: &str = "GET /smuggled HTTP/1.1\r\nHost: a.example\r\n\r\n";

/// `GET /` with more header lines.
fn get(lines: &str) -> Vec<u8> {
    format!("GET / HTTP/1.1\r\nHost: a.example\r\n{lines}\r\n").into_bytes()
}

/// `POST /` with more header lines and what follows the head.
fn post(lines: &str, rest: &str) -> Vec<u8> {
    format!("POST / HTTP/1.1\r\nHost: a.example\r\n{lines}\r\n{rest}").into_bytes()
}

/// A chunked `POST /`.
fn chunked(body: &str) -> Vec<u8> {
    post("Transfer-Encoding: chunked\r\n", body)
}

/// A request of exactly these bytes.
fn raw(bytes: &[u8]) -> Vec<u8> {
    bytes.to_vec()
}

/// Runs the cases and fails with all that went otherwise.
async fn run(cases: Vec<Case>) {
    let mut recorder = Recorder::start().await;
    let gate = Gate::with(recorder.address, |_, server| {
        server.linger = Duration::from_millis(20);
    })
    .await;
    let (count, mut wrong) = (cases.len(), String::new());
    for (name, bytes, due) in cases {
        let mut reader = Wire::connect(gate.address).await;
        // The gate may answer and close before everything is sent.
        let _ = reader.stream.write_all(&bytes).await;
        let _ = reader.stream.shutdown().await;
        let (answer, _) = reader.rest().await;
        let answer = String::from_utf8_lossy(&answer);
        let answer = answer.trim_start_matches("HTTP/1.1 100 Continue\r\n\r\n");
        let seen = recorder.seen_since().await;
        let complete: Vec<_> = seen.iter().filter(|request| request.whole).collect();
        let strict = seen.iter().all(|request| request.faults.is_empty());
        let well = strict
            && match &due {
                Refused(code) => seen.is_empty() && status(answer) == *code,
                Broken(code) => complete.is_empty() && seen.len() <= 1 && status(answer) == *code,
                Passed(due) => {
                    let found = complete.iter().map(|r| (&*r.method, &*r.target, &*r.body));
                    status(answer) == 200
                        && seen.len() == complete.len()
                        && found.eq(due.iter().map(|(m, t, b)| (*m, *t, b.as_bytes())))
                }
            };
        if !well {
            let _ = writeln!(
                wrong,
                "{name}: {due:?} was due; {answer:.200?} came; the upstream saw {seen:#?}"
            );
        }
    }
    assert!(wrong.is_empty(), "of {count}:\n{wrong}");
}

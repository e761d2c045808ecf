//! A corpus of requests that try to be read in two ways. Each goes to the gate byte for byte: as the
//! first one of its connection, in single bytes, in one piece with another request before it, and after
//! one. An upstream that is stricter than any real one records what arrives: one unambiguous request,
//! as many as were due, or nothing. What is refused is counted, and the log says why.

#![allow(clippy::unwrap_used)]

mod bytes;
mod heads;
mod lengths;
#[path = "../proxy_support/mod.rs"]
mod proxy_support;
mod recorder;
#[path = "../refusal_support/mod.rs"]
mod refusal_support;
mod targets;

use std::fmt::Write as _;
use std::time::Duration;

use proxy_support::{Gate, Wire, status};
use recorder::{Recorder, Request};
use refusal_support::{Ear, causes_of};
use tokio::io::AsyncWriteExt as _;

/// What has to come of a request.
#[derive(Clone, Debug)]
enum Due {
    /// An answer with this status, and nothing to the upstream.
    Refused(u16),
    /// The same where it comes in one piece; a head that comes byte by byte and has no end is waited for.
    RefusedAtOnce(u16),
    /// The same, but the fault is in the body: the upstream may have seen the beginning of one
    /// request, which it can tell is not whole.
    Broken(u16),
    /// The upstream sees these: method, target, body. Further bytes, if any, are refused.
    Passed(&'static [(&'static str, &'static str, &'static str)]),
}

use Due::*;

impl Due {
    fn in_way(&self, way: Way) -> Due {
        match (self, way) {
            (RefusedAtOnce(_), Way::InBytes) => Broken(0),
            (RefusedAtOnce(status), _) => Refused(*status),
            (due, _) => due.clone(),
        }
    }
}

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

/// How a request comes.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// As the first one, in one piece.
    First,
    /// Byte by byte.
    InBytes,
    /// In one piece with a whole request before it.
    Behind(&'static Before),
    /// After the answer to a request before it.
    Kept,
}

/// A request that is as it should be: its bytes, and as what it arrives.
type Before = (&'static str, (&'static str, &'static str, &'static str));

/// Line feeds in bodies are nobody's business.
const BEFORE: [Before; 3] = [
    (
        "GET /before HTTP/1.1\r\nHost: a.example\r\n\r\n",
        ("GET", "/before", ""),
    ),
    (
        "POST /before HTTP/1.1\r\nHost: a.example\r\nContent-Length: 6\r\n\r\nhe\nll\n",
        ("POST", "/before", "he\nll\n"),
    ),
    (
        "POST /before HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\n\r\n\
         3;x=y\r\nhe\n\r\n0003\r\nll\n\r\n0\r\nX: y\r\n\r\n",
        ("POST", "/before", "he\nll\n"),
    ),
];

const WAYS: [Way; 6] = [
    Way::First,
    Way::InBytes,
    Way::Behind(&BEFORE[0]),
    Way::Behind(&BEFORE[1]),
    Way::Behind(&BEFORE[2]),
    Way::Kept,
];

impl Way {
    fn before(self) -> Option<&'static Before> {
        match self {
            Self::First | Self::InBytes => None,
            Self::Behind(before) => Some(before),
            Self::Kept => Some(&BEFORE[0]),
        }
    }

    /// Sends a case and reads what comes; without the answer to the request before it.
    async fn play(self, reader: &mut Wire, bytes: &[u8]) -> String {
        match self {
            Self::First => send(reader, bytes).await,
            Self::InBytes => {
                // Of what is long, not every byte is a new question.
                for piece in bytes.chunks(bytes.len() / 400 + 1) {
                    send(reader, piece).await;
                    in_turn().await;
                }
            }
            Self::Behind((before, _)) => send(reader, &[before.as_bytes(), bytes].concat()).await,
            Self::Kept => {
                send(reader, BEFORE[0].0.as_bytes()).await;
                answer_before(reader).await;
                send(reader, bytes).await;
            }
        }
        let _ = reader.stream.shutdown().await;
        if let Self::Behind(_) = self {
            answer_before(reader).await;
        }
        let (answer, _) = reader.rest().await;
        let answer = String::from_utf8_lossy(&answer);
        answer
            .trim_start_matches("HTTP/1.1 100 Continue\r\n\r\n")
            .to_owned()
    }
}

/// The gate may answer and close before everything is sent.
async fn send(reader: &mut Wire, bytes: &[u8]) {
    let _ = reader.stream.write_all(bytes).await;
}

async fn answer_before(reader: &mut Wire) {
    let head = reader.head().await;
    assert_eq!(status(&head), 200, "{head:?}");
    assert_eq!(reader.bytes(2).await, b"ok");
}

/// Lets the gate, which runs on this very thread, read what was sent: the runtime asks the system
/// what has come after each turn.
async fn in_turn() {
    for _ in 0..3 {
        tokio::task::yield_now().await;
    }
}

/// Runs the cases in all ways.
fn run(cases: Vec<Case>) {
    run_in(&WAYS, cases);
}

/// Runs the cases in these ways and fails with all that went otherwise.
fn run_in(ways: &[Way], cases: Vec<Case>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .event_interval(1)
        .build()
        .unwrap();
    runtime.block_on(judge(ways, cases));
}

async fn judge(ways: &[Way], cases: Vec<Case>) {
    let mut ear = Ear::open().await;
    let mut recorder = Recorder::start().await;
    let gate = Gate::with(recorder.address, |_, server| {
        server.linger = Duration::from_millis(20);
    })
    .await;
    let (count, mut wrong) = (cases.len(), String::new());
    for (name, bytes, due) in &cases {
        for way in ways.iter().copied() {
            let mut reader = Wire::connect(gate.address).await;
            let answer = way.play(&mut reader, bytes).await;
            let mut seen = recorder.seen_since().await;
            drop(reader);
            let heard = ear.heard().await;
            let before_came = way
                .before()
                .is_none_or(|(_, before)| !seen.is_empty() && arrived(&seen.remove(0)) == *before);
            let due = &due.in_way(way);
            if !before_came || !is_well(due, &answer, &seen) || !is_told(&answer, &heard) {
                let _ = writeln!(
                    wrong,
                    "{name}, {way:?}: {due:?} was due; {answer:.200?} came; the upstream saw {seen:#?}; {heard:?}"
                );
            }
        }
    }
    assert!(wrong.is_empty(), "of {count}:\n{wrong}");
}

fn arrived(request: &Request) -> (&str, &str, &str) {
    let body = std::str::from_utf8(&request.body).unwrap_or("?");
    match request.whole && request.faults.is_empty() {
        true => (&request.method, &request.target, body),
        false => ("?", "?", "?"),
    }
}

/// Whether the answer, and what arrived, are what was due.
fn is_well(due: &Due, answer: &str, seen: &[Request]) -> bool {
    let complete = seen.iter().filter(|request| request.whole);
    let strict = seen.iter().all(|request| request.faults.is_empty());
    strict
        && match due {
            Refused(code) | RefusedAtOnce(code) => seen.is_empty() && status(answer) == *code,
            Broken(code) => complete.count() == 0 && seen.len() <= 1 && status(answer) == *code,
            Passed(due) => {
                status(answer) == 200 && seen.iter().map(arrived).eq(due.iter().copied())
            }
        }
}

/// Whether each refusal was counted and said once, under a cause that its status has.
fn is_told(answer: &str, heard: &Result<Vec<&'static str>, String>) -> bool {
    let Ok(heard) = heard else { return false };
    let refusals = answer
        .split("HTTP/1.1 ")
        .filter_map(|part| part.get(..3)?.parse().ok())
        .filter(|code| *code >= 400);
    let due: Vec<u16> = refusals.collect();
    heard.len() == due.len()
        && due
            .iter()
            .all(|code| heard.iter().any(|cause| causes_of(*code).contains(cause)))
}

//! Conformance with RFC 9113 and RFC 7541: what a peer may send and what has to come back, section by
//! section. The cases follow the sections that h2spec covers; it is a Go program that no registry
//! here has.

#![allow(clippy::unwrap_used)]

mod connection;
#[path = "../h2_support/mod.rs"]
mod h2_support;
mod messages;
#[path = "../proxy_support/mod.rs"]
mod proxy_support;
#[path = "../refusal_support/mod.rs"]
mod refusal_support;
mod streams;

use std::time::Duration;

use h2_support::*;
use refusal_support::Ear;
use tokio::time::timeout;

/// What has to come of a case.
#[derive(Clone, Copy, Debug)]
enum Due {
    /// The connection is closed with this error; where several fit, any of them.
    Goaway(&'static [u32]),
    /// The stream is reset with this error, or the connection closed with it.
    Reset(&'static [u32]),
    /// The connection goes on as if nothing had been.
    Nothing,
    /// The answer on stream 1 has this status.
    Status(u16),
}

/// One case: a section of RFC 9113 or (with an H) of RFC 7541, what it is about, what is sent after
/// the greetings, and what is due.
type Case = (&'static str, &'static str, Vec<u8>, Due);

/// How a connection went on.
#[derive(Debug, PartialEq, Eq)]
enum Seen {
    Goaway(u32),
    Reset(u32),
    Answer(u32, u16),
    Closed,
    Silence,
}

/// Longer than any answer here takes.
const PATIENCE: Duration = Duration::from_secs(5);

/// The stream on which [`Due::Nothing`] is checked.
const AFTER: u32 = 1_001;

async fn see(connection: &mut H2) -> Seen {
    loop {
        let frame = match timeout(PATIENCE, connection.next()).await {
            Ok(Some(frame)) => frame,
            Ok(None) => return Seen::Closed,
            Err(_) => return Seen::Silence,
        };
        match frame.kind {
            GOAWAY => return Seen::Goaway(frame.code()),
            RST_STREAM => return Seen::Reset(frame.code()),
            HEADERS => return Seen::Answer(frame.stream, frame.status()),
            _ => {}
        }
    }
}

/// Runs the cases, each on a connection of its own, and fails with all that went otherwise. What is
/// refused is counted, and the log says why.
async fn run(cases: Vec<Case>) {
    let mut ear = Ear::open().await;
    let served = serve(|config| config.http2.streams = 10).await;
    let mut wrong = Vec::new();
    let count = cases.len();
    for (section, about, bytes, due) in cases {
        let mut connection = H2::connect(served.address).await;
        connection.try_send(bytes).await;
        if let Due::Nothing = due {
            connection.try_send(get(AFTER, "/")).await;
        }
        let mut seen = see(&mut connection).await;
        // Answers to what the case sent before are not what it is about.
        while let (Seen::Answer(stream, _), Due::Goaway(_) | Due::Reset(_) | Due::Nothing) =
            (&seen, due)
        {
            if *stream == AFTER {
                break;
            }
            seen = see(&mut connection).await;
        }
        let well = match (due, &seen) {
            // The library says "protocol error" of all frames that it cannot read; whatever it
            // says, the connection is at its end.
            (Due::Goaway(_) | Due::Reset(_), Seen::Goaway(PROTOCOL_ERROR)) => true,
            (Due::Goaway(codes), Seen::Goaway(code)) => codes.contains(code),
            (Due::Reset(codes), Seen::Reset(code) | Seen::Goaway(code)) => codes.contains(code),
            (Due::Nothing, Seen::Answer(AFTER, 200)) => true,
            (Due::Status(due), Seen::Answer(1, status)) => *status == due,
            _ => false,
        };
        // What was refused must not cost others their service.
        let mut next = H2::connect(served.address).await;
        next.send(get(1, "/")).await;
        let fine = see(&mut next).await == Seen::Answer(1, 200);
        drop((connection, next));
        let heard = ear.heard().await;
        let told = heard.as_ref().is_ok_and(|heard| is_told(due, heard));
        if !well || !fine || !told {
            wrong.push(format!(
                "{section} {about}: {due:?} was due, {seen:?} came; {heard:?}"
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count} cases:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Whether what was refused was counted and said, and nothing else.
fn is_told(due: Due, heard: &[&str]) -> bool {
    match due {
        Due::Goaway(_) | Due::Reset(_) => {
            !heard.is_empty() && heard.iter().all(|cause| *cause == "http2")
        }
        Due::Status(400) => heard == ["bad-request"],
        Due::Status(_) | Due::Nothing => heard.is_empty(),
    }
}

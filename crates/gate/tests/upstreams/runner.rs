//! Plays a hostile upstream, asks through the gate, and judges what comes.

use crate::gate_support::wire::{Wire, find, header, status, upstream};
use crate::gate_support::{Gated, site};
use encoding_rs::{ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use jalousie_gate::layer::Public;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

/// A page with an embed that must never arrive as it is.
pub(crate) const PAGE: &str = "<!DOCTYPE html><html lang=en><p>WORDS</p>\
                               <iframe src=\"https://player.example/1\"></iframe></html>";

/// What an upstream does once it has the request.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    Send(Vec<u8>),
    /// The same bytes, for as long as anybody takes them.
    Flood(Vec<u8>),
    /// One byte after another, with a little time between.
    Drip(Vec<u8>),
    /// Nothing more, with the connection open.
    Hang,
    /// An end in the middle, as of a program that was killed.
    Reset,
    /// An orderly end.
    Close,
}

/// What the reader must get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// An error page with this status.
    Error(u16),
    /// The beginning of an answer, and a connection that breaks.
    Broken,
    /// One of these two: it depends on how much came at once.
    ErrorOrBroken,
    /// A whole page, gated.
    Page,
    /// A whole answer with this status and no body.
    Empty(u16),
}

/// A row of a table.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) acts: Vec<Act>,
    pub(crate) end: End,
    /// The request, where it is not a `GET`.
    pub(crate) method: &'static str,
}

/// An upstream that sends these bytes and stays for more requests.
pub(crate) fn case(name: &'static str, bytes: impl AsRef<[u8]>, end: End) -> Case {
    Case {
        name,
        acts: vec![Act::Send(bytes.as_ref().to_vec())],
        end,
        method: "GET",
    }
}

impl Case {
    pub(crate) fn then(mut self, act: Act) -> Self {
        self.acts.push(act);
        self
    }

    /// The connection is closed after it.
    pub(crate) fn closing(self) -> Self {
        self.then(Act::Close)
    }

    pub(crate) fn asked_with(mut self, method: &'static str) -> Self {
        self.method = method;
        self
    }

    fn takes_time(&self) -> bool {
        let slow = |act: &Act| matches!(act, Act::Hang | Act::Drip(_));
        self.acts.iter().any(slow)
    }
}

/// An HTML answer with these header lines and this body.
pub(crate) fn html(lines: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{lines}\r\n");
    [head.as_bytes(), body.as_ref()].concat()
}

/// The same with its length.
pub(crate) fn measured(lines: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    html(&format!("{lines}Content-Length: {}\r\n", body.len()), body)
}

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(60);

const GOOD: &str = "the answer to another question";

/// Runs a case; what is wrong with it, if anything.
pub(crate) async fn run(case: Case) -> Result<(), String> {
    let acts = case.acts.clone();
    let address = upstream(move |mut wire| {
        let acts = acts.clone();
        async move {
            loop {
                let head = wire.head().await;
                if head.is_empty() {
                    return;
                }
                if head.contains(" /good ") {
                    let length = GOOD.len();
                    let answer = format!("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {length}\r\n\r\n{GOOD}");
                    if wire.stream.write_all(answer.as_bytes()).await.is_err() {
                        return;
                    }
                } else if !play(&mut wire, &acts).await {
                    return;
                }
            }
        }
    })
    .await;
    let short = Duration::from_millis(150);
    let gate = Gated::proxying(site(), Public::default(), address, |config| {
        if case.takes_time() {
            config.timeouts.head = short;
            config.timeouts.idle = short;
            config.timeouts.total = Some(short * 4);
        }
    })
    .await;
    let mut reader = Wire::connect(gate.address).await;
    let method = case.method;
    reader
        .send(format!("{method} /evil HTTP/1.1\r\nHost: news.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n"))
        .await;
    let mut bytes = Vec::new();
    let reading = reader.stream.read_to_end(&mut bytes);
    let Ok(end) = tokio::time::timeout(PATIENCE, reading).await else {
        return Err("nothing more came, and no end".to_owned());
    };
    let found = judge(&bytes, end.is_ok(), &case);
    for _ in 0..3 {
        let next = gate.get("/good", "").await;
        if next.status() != 200 || next.body != GOOD.as_bytes() {
            return Err(format!("the next answer is {next:?}"));
        }
    }
    found
}

/// Whether the connection goes on.
async fn play(wire: &mut Wire, acts: &[Act]) -> bool {
    for act in acts {
        match act {
            Act::Send(bytes) => {
                if wire.stream.write_all(bytes).await.is_err() {
                    return false;
                }
            }
            Act::Flood(bytes) => while wire.stream.write_all(bytes).await.is_ok() {},
            Act::Drip(bytes) => {
                for byte in bytes {
                    if wire.stream.write_all(&[*byte]).await.is_err() {
                        return false;
                    }
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
            }
            Act::Hang => {
                let _ = wire.rest().await;
                return false;
            }
            Act::Reset => {
                wire.stream.set_zero_linger().unwrap();
                return false;
            }
            Act::Close => return false,
        }
    }
    true
}

fn judge(bytes: &[u8], clean: bool, case: &Case) -> Result<(), String> {
    let mut bytes = bytes;
    while bytes.starts_with(b"HTTP/1.1 103 ") {
        let end = find(bytes, b"\r\n\r\n").ok_or("hints without an end")?;
        let (hints, rest) = bytes.split_at(end + 4);
        if find(hints, b"player.example").is_some() {
            return Err("a third party in the hints".to_owned());
        }
        bytes = rest;
    }
    let shown = || String::from_utf8_lossy(&bytes[..bytes.len().min(600)]).into_owned();
    let text = String::from_utf8_lossy(bytes);
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
    let body = end.map_or(&b""[..], |end| &bytes[end + 4..]);
    let told = header(&text, "content-type").unwrap_or_default();
    let all = [
        UTF_8,
        UTF_16LE,
        UTF_16BE,
        ISO_2022_JP,
        SHIFT_JIS,
        WINDOWS_1252,
    ];
    for encoding in all {
        // Who is told an encoding of two bytes reads in no other way.
        if told.contains("utf-16") && !told.contains(&encoding.name().to_ascii_lowercase()) {
            continue;
        }
        let (read, _) = encoding.decode_without_bom_handling(body);
        if read
            .to_ascii_lowercase()
            .contains("<iframe src=\"https://player.example")
        {
            return Err(format!("a raw embed, as {}: {}", encoding.name(), shown()));
        }
    }
    let head = text.split("\r\n\r\n").next().unwrap_or_default();
    if head.contains("player.example") {
        return Err(format!("a third party in the head: {head}"));
    }
    let whole = clean && is_whole(&text, bytes, case.method == "HEAD");
    let found = match status(head) {
        code if whole && text.contains("<h1>") => End::Error(code),
        code if whole && (body.is_empty() || body == b"0\r\n\r\n") => End::Empty(code),
        200 if !whole => End::Broken,
        200 if case.end == End::Page => End::Page,
        _ => {
            return Err(format!(
                "neither a page nor an error nor a break: {}",
                shown()
            ));
        }
    };
    let fits = match case.end {
        End::ErrorOrBroken => matches!(found, End::Broken | End::Error(502 | 504)),
        expected => found == expected,
    };
    if fits {
        Ok(())
    } else {
        Err(format!("{found:?}, expected {:?}: {}", case.end, shown()))
    }
}

/// Whether an answer that came to its connection's end is as long as it says.
fn is_whole(text: &str, bytes: &[u8], bodiless: bool) -> bool {
    let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else {
        return false;
    };
    let body = &bytes[end + 4..];
    if header(text, "transfer-encoding").is_some() {
        return body.ends_with(b"0\r\n\r\n");
    }
    match header(text, "content-length") {
        Some(_) if bodiless => body.is_empty(),
        Some(length) => length == body.len().to_string(),
        None => true,
    }
}

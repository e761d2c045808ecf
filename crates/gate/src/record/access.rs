//! The access log: one line of JSON for each request.
//!
//! A thread of its own writes it. Requests never wait for it: where it cannot keep up, lines are
//! left out and counted.

use super::details::Entry;
use crate::metrics::metrics;
use crate::time::rfc3339;
use serde_json::{Map, Value, json};
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};

/// Lines that may wait to be written.
const WAITING: usize = 8_192;

/// Where the access log goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccessTarget {
    /// Standard output.
    Stdout,
    /// A file, which is added to.
    File(PathBuf),
}

enum Message {
    Line(Box<Entry>),
    Reopen,
    Finish,
}

/// The log.
#[derive(Debug)]
pub(super) struct AccessLog {
    sender: SyncSender<Message>,
    writer: Mutex<Option<JoinHandle<()>>>,
}

impl AccessLog {
    /// Opens the log.
    ///
    /// # Errors
    /// The file cannot be opened.
    pub(super) fn open(target: AccessTarget) -> io::Result<Self> {
        let out = open(&target)?;
        Self::start(target, out)
    }

    fn start(target: AccessTarget, out: Box<dyn Write + Send>) -> io::Result<Self> {
        let (sender, receiver) = sync_channel(WAITING);
        let writer = thread::Builder::new().name("access-log".to_owned());
        let writer = writer.spawn(move || write(&target, out, &receiver))?;
        Ok(AccessLog {
            sender,
            writer: Mutex::new(Some(writer)),
        })
    }

    pub(super) fn add(&self, entry: Box<Entry>) {
        if self.sender.try_send(Message::Line(entry)).is_err() {
            metrics().access_dropped.one();
        }
    }

    /// Opens the file anew, which somebody may have moved. Waits if the log is behind.
    pub(super) fn reopen(&self) {
        // A writer that is gone has said so.
        let _ = self.sender.send(Message::Reopen);
    }

    /// Writes what is still waiting.
    pub(super) fn finish(&self) {
        let _ = self.sender.send(Message::Finish);
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(writer) = writer.take() {
            let _ = writer.join();
        }
    }
}

/// Bytes that are gathered before they are written.
const GATHERED: usize = 32 * 1024;

/// Whole lines only are written at once: during an upgrade two processes share the file.
struct Out {
    to: Box<dyn Write + Send>,
    lines: Vec<u8>,
}

impl Out {
    fn new(to: Box<dyn Write + Send>) -> Self {
        Out {
            to,
            lines: Vec::with_capacity(GATHERED),
        }
    }

    fn add(&mut self, entry: &Entry) -> io::Result<()> {
        serde_json::to_writer(&mut self.lines, &line(entry))?;
        self.lines.push(b'\n');
        if self.lines.len() < GATHERED {
            return Ok(());
        }
        self.flush()
    }

    fn flush(&mut self) -> io::Result<()> {
        let result = self
            .to
            .write_all(&self.lines)
            .and_then(|()| self.to.flush());
        self.lines.clear();
        result
    }
}

fn open(target: &AccessTarget) -> io::Result<Box<dyn Write + Send>> {
    Ok(match target {
        AccessTarget::Stdout => Box::new(io::stdout()),
        AccessTarget::File(path) => Box::new(append(path)?),
    })
}

fn append(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create(true).open(path)
}

fn write(target: &AccessTarget, out: Box<dyn Write + Send>, messages: &Receiver<Message>) {
    let mut out = Out::new(out);
    let mut well = true;
    loop {
        let message = match messages.try_recv() {
            Ok(message) => message,
            Err(TryRecvError::Disconnected) => break,
            Err(TryRecvError::Empty) => {
                // Whoever follows the log sees all of it.
                report(out.flush(), &mut well);
                match messages.recv() {
                    Ok(message) => message,
                    Err(_) => break,
                }
            }
        };
        match message {
            Message::Line(entry) => report(out.add(&entry), &mut well),
            Message::Finish => break,
            Message::Reopen => {
                report(out.flush(), &mut well);
                match open(target) {
                    Ok(new) => out = Out::new(new),
                    Err(error) => report(Err(error), &mut well),
                }
            }
        }
    }
    report(out.flush(), &mut well);
}

/// Says once that the log cannot be written, and counts every time.
fn report(result: io::Result<()>, well: &mut bool) {
    match result {
        Ok(()) => *well = true,
        Err(error) => {
            metrics().access_dropped.one();
            if std::mem::replace(well, false) {
                tracing::error!(target: "jalousie::access", %error, "cannot write the access log");
            }
        }
    }
}

fn line(entry: &Entry) -> Value {
    let millis = |time: std::time::Duration| (time.as_micros() as f64) / 1e3;
    let mut line = Map::new();
    let mut add = |name: &str, value: Value| line.insert(name.to_owned(), value);
    add("time", rfc3339(entry.began).into());
    add("id", entry.id.clone().into());
    add("method", entry.method.as_str().into());
    add("host", entry.host.clone().into());
    add("path", entry.path.clone().into());
    if let Some(query) = &entry.query {
        add("query", query.clone().into());
    }
    add("protocol", format!("{:?}", entry.version).into());
    add(
        "status",
        entry
            .status
            .map_or(Value::Null, |status| status.as_u16().into()),
    );
    add("bytes", entry.sent.into());
    add(
        "first_byte_ms",
        entry
            .first_byte
            .map_or(Value::Null, |time| json!(millis(time))),
    );
    add("duration_ms", json!(millis(entry.duration)));
    add("whole", entry.whole.into());
    if let Some(reader) = entry.reader {
        add("reader", reader.to_string().into());
    }
    if let Some(trace) = entry.trace.filter(|trace| trace.sampled) {
        add("trace", format!("{:032x}", trace.trace).into());
    }
    Value::Object(line)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::sync::mpsc::{Sender, channel};

    /// Takes nothing until it is told to.
    struct Stuck(Receiver<()>, Sender<usize>);

    impl Write for Stuck {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            // The sender is gone: free.
            let _ = self.0.recv();
            let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
            let _ = self.1.send(lines);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn requests_do_not_wait_for_a_log_that_is_stuck() {
        const MANY: usize = 2 * WAITING;
        let (go_on, stuck) = channel();
        let (sender, written) = channel();
        let log = AccessLog::start(AccessTarget::Stdout, Box::new(Stuck(stuck, sender))).unwrap();
        for _ in 0..MANY {
            log.add(Box::new(Entry::example()));
        }
        let dropped = usize::try_from(metrics().access_dropped.get()).unwrap();
        assert!(dropped > WAITING / 2);
        drop(go_on);
        log.finish();
        drop(log);
        assert_eq!(written.iter().sum::<usize>() + dropped, MANY);
    }
}

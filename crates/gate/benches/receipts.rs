//! How many choices per second become receipts, and how long readers wait for them.
//!
//! ```text
//! cargo bench -p jalousie-gate --bench receipts [-- POSTGRES_URL]
//! ```
//!
//! Through the queue before the store, and through HTTP over loopback, with so many readers at once
//! that batches form. SQLite is in a file in the target folder, with `synchronous = FULL`: the figure
//! is as good as that disk's flushes. Readers and gate share the machine: the figures are for both.

#![allow(clippy::unwrap_used)]

use jalousie_core::catalogue::Catalogue;
use jalousie_core::consent::receipt::{
    Act, Choice, Digest, Edition, Number, Origin, Receipt, Scope, Time,
};
use jalousie_core::frame::Keys;
use jalousie_core::site::Site;
use jalousie_core::texts::Texts;
use jalousie_gate::layer::{Gate, GateLayer, Public};
use jalousie_gate::proxy::{Proxy, ProxyConfig, Upstream};
use jalousie_gate::receipts::{Opening, Outcome, Postgres, Receipts, Sqlite, Store};
use jalousie_gate::server::{Server, ServerConfig};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tower_layer::Layer as _;

/// Readers at once.
const READERS: usize = 128;
/// How long each measurement takes.
const TIME: Duration = Duration::from_secs(10);

fn keys() -> Keys {
    Keys::new(vec![[7; 32]]).unwrap()
}

fn file() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("receipts-bench");
    let _ = std::fs::remove_dir_all(&folder);
    folder.join("receipts.db")
}

fn store(postgres: Option<&str>) -> Box<dyn Store> {
    match postgres {
        Some(url) => Box::new(Postgres::open(url, None, Opening::Create, keys()).unwrap()),
        None => Box::new(Sqlite::open(&file(), Opening::Create, keys()).unwrap()),
    }
}

fn receipt() -> Receipt {
    let mut number = [0; 16];
    getrandom::fill(&mut number).unwrap();
    let edition = Edition {
        version: "2026-11-20".into(),
        sha256: Digest::of(b"catalogue"),
    };
    let time = Time::from_milliseconds(1_795_000_000_000);
    let mut receipt = Receipt::new(Number::from(number), time, Origin::Notice, edition);
    receipt.language = "en".into();
    receipt.texts = vec![Digest::of(b"1"), Digest::of(b"2"), Digest::of(b"3")];
    receipt.choices.push(Choice {
        decision: Act::Accept,
        scope: Scope::Category,
        service: None,
        category: Some("video".into()),
    });
    receipt
}

/// Sums up what all readers have waited for.
fn report(what: &str, mut waits: Vec<Duration>, time: Duration, receipts: &Receipts) {
    waits.sort_unstable();
    let at = |part: f64| waits[((waits.len() - 1) as f64 * part) as usize].as_secs_f64() * 1e3;
    let counts = receipts.counts();
    let per_batch = counts.recorded as f64 / counts.batches.max(1) as f64;
    println!(
        "{what:<18} {:>7.0} choices/s   p50 {:>6.2} ms   p99 {:>6.2} ms   longest {:>7.2} ms   {per_batch:.0} in a transaction, {} lost",
        waits.len() as f64 / time.as_secs_f64(),
        at(0.5),
        at(0.99),
        at(1.0),
        counts.lost,
    );
}

async fn through_the_queue(what: &str, store: Box<dyn Store>) {
    let receipts = Receipts::new(store, 100_000).unwrap();
    let start = Instant::now();
    let readers = (0..READERS).map(|_| {
        let receipts = receipts.clone();
        tokio::spawn(async move {
            let mut waits = Vec::new();
            while start.elapsed() < TIME {
                let begun = Instant::now();
                let outcome = receipts.record(&receipt(), Vec::new()).await;
                assert_eq!(outcome, Outcome::Recorded);
                waits.push(begun.elapsed());
            }
            waits
        })
    });
    let waits = joined(readers.collect()).await;
    report(what, waits, start.elapsed(), &receipts);
    receipts.close(Duration::from_secs(10)).await;
}

async fn joined(readers: Vec<tokio::task::JoinHandle<Vec<Duration>>>) -> Vec<Duration> {
    let mut waits = Vec::new();
    for reader in readers {
        waits.extend(reader.await.unwrap());
    }
    waits
}

async fn through_http(what: &str, store: Box<dyn Store>) {
    let receipts = Receipts::new(store, 100_000).unwrap();
    let mut site = Site::new(keys(), Catalogue::embedded().unwrap(), Texts::embedded());
    site.receipt_days = Some(1);
    let gate = Gate::with_receipts(site, Public::default(), Some(receipts.clone()));
    let upstream = Upstream::parse("http://127.0.0.1:9").unwrap();
    let proxy = Proxy::new(ProxyConfig::new(upstream)).unwrap();
    let address = ([127, 0, 0, 1], 0).into();
    let server = Server::bind(address, ServerConfig::default())
        .await
        .unwrap();
    let address = server.local_addr().unwrap();
    let serving =
        tokio::spawn(server.serve(GateLayer::new(gate).layer(proxy), std::future::pending()));
    let body = "decision=accept&scope=category&category=video&lang=en";
    let post: Arc<str> = format!(
        "POST /_jalousie/consent HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into();
    let start = Instant::now();
    let readers = (0..READERS).map(|_| {
        let post = post.clone();
        tokio::spawn(async move {
            let mut stream = TcpStream::connect(address).await.unwrap();
            stream.set_nodelay(true).unwrap();
            let (mut waits, mut answer) = (Vec::new(), [0; 2048]);
            while start.elapsed() < TIME {
                let begun = Instant::now();
                stream.write_all(post.as_bytes()).await.unwrap();
                let mut length = 0;
                while !answer[..length].ends_with(b"\r\n\r\n") {
                    let read = stream.read(&mut answer[length..]).await.unwrap();
                    assert!(read > 0, "the gate hung up");
                    length += read;
                }
                let answer = std::str::from_utf8(&answer[..length]).unwrap();
                assert!(answer.contains("jalousie-receipt: recorded"), "{answer}");
                waits.push(begun.elapsed());
            }
            waits
        })
    });
    let waits = joined(readers.collect()).await;
    report(what, waits, start.elapsed(), &receipts);
    serving.abort();
    receipts.close(Duration::from_secs(10)).await;
}

fn main() {
    // `cargo bench` adds an option of its own.
    let url = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    let stores = [("SQLite", None), ("PostgreSQL", url.as_deref())];
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    for (name, url) in stores {
        if name == "PostgreSQL" && url.is_none() {
            println!("PostgreSQL         not measured: give its address after --");
            continue;
        }
        // Opened outside of the runtime: a store blocks.
        let opened = store(url);
        runtime.block_on(through_the_queue(name, opened));
        let opened = store(url);
        runtime.block_on(through_http(&format!("{name}, HTTP"), opened));
    }
}

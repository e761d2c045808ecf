//! Several upstreams: shared out, left alone when they fail, checked, and tried in place of each other.

#![allow(clippy::unwrap_used)]

mod proxy_support;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use http::uri::PathAndQuery;
use jalousie_gate::proxy::{ConfigError, HealthCheck, HostHeader, Proxy, ProxyConfig, Upstream};
use jalousie_gate::server::ServerConfig;
use proxy_support::{Gate, answering, body, closing_after, get, header, soon, status, upstream};
use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};

fn url(address: SocketAddr) -> Upstream {
    Upstream::parse(&format!("http://{address}")).unwrap()
}

fn config(addresses: &[SocketAddr]) -> ProxyConfig {
    let mut config = ProxyConfig::new(url(addresses[0]));
    config.upstreams = addresses.iter().copied().map(url).collect();
    config
}

async fn start(config: ProxyConfig) -> Gate {
    Gate::start(Proxy::new(config).unwrap(), ServerConfig::default()).await
}

/// An address at which nobody listens.
async fn nowhere() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    listener.local_addr().unwrap()
}

/// How often each body came in so many answers.
async fn bodies(gate: &Gate, count: usize) -> BTreeMap<String, usize> {
    let mut bodies = BTreeMap::new();
    for _ in 0..count {
        let answer = gate.ask(get("/")).await;
        assert_eq!(status(&answer), 200, "{answer}");
        *bodies.entry(body(&answer).to_owned()).or_default() += 1;
    }
    bodies
}

const ONE: &str = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none";
const TWO: &str = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntwo";

#[tokio::test]
async fn requests_are_shared_out() {
    let gate = start(config(&[answering(ONE).await, answering(TWO).await])).await;
    let bodies = bodies(&gate, 10).await;
    assert_eq!(bodies["one"], 5);
    assert_eq!(bodies["two"], 5);
}

#[tokio::test]
async fn a_busy_upstream_gets_less() {
    let slow = upstream(|mut wire| async move {
        wire.head().await;
        // It begins an answer and never ends it.
        wire.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nsl")
            .await;
        let _ = wire.rest().await;
    })
    .await;
    let gate = start(config(&[slow, answering(TWO).await])).await;
    let mut readers = Vec::new();
    for _ in 0..2 {
        let mut reader = gate.reader().await;
        reader.send(get("/")).await;
        reader.head().await;
        readers.push(reader);
    }
    assert_eq!(bodies(&gate, 10).await["two"], 10);
}

#[tokio::test]
async fn one_that_cannot_be_reached_costs_no_reader_an_error() {
    let gate = start(config(&[nowhere().await, answering(TWO).await])).await;
    assert_eq!(bodies(&gate, 20).await["two"], 20);
}

#[tokio::test]
async fn one_that_hangs_up_before_its_answer_is_replaced_for_what_may_be_repeated() {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    let rude = upstream(move |mut wire| {
        let count = count.clone();
        async move {
            wire.head().await;
            count.fetch_add(1, Ordering::SeqCst);
        }
    })
    .await;
    let gate = start(config(&[rude, answering(TWO).await])).await;
    assert_eq!(bodies(&gate, 10).await["two"], 10);
    // After three failures it is left alone.
    assert_eq!(asked.load(Ordering::SeqCst), 3);

    // What may have been done is not done twice.
    let gate = start(config(&[rude, rude])).await;
    let post = "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    let before = asked.load(Ordering::SeqCst);
    assert_eq!(status(&gate.ask(post).await), 502);
    assert_eq!(asked.load(Ordering::SeqCst), before + 1);
    let put = "PUT / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok";
    assert_eq!(status(&gate.ask(put).await), 502);
    assert_eq!(
        asked.load(Ordering::SeqCst),
        before + 2,
        "nor is a body sent again"
    );
}

#[tokio::test]
async fn an_answer_that_is_broken_is_not_asked_for_elsewhere() {
    let broken = closing_after("SSH-2.0-OpenSSH_10\r\n").await;
    let gate = start(config(&[broken, answering(TWO).await])).await;
    let statuses = [gate.status().await, gate.status().await];
    assert!(
        statuses.contains(&502) && statuses.contains(&200),
        "{statuses:?}"
    );
}

#[tokio::test]
async fn when_all_are_down_readers_are_told_when_to_come_back() {
    let gate = start(config(&[nowhere().await, nowhere().await])).await;
    let answer = gate.ask(get("/")).await;
    assert_eq!(status(&answer), 502);
    assert_eq!(header(&answer, "retry-after"), Some("1"));
    // They are tried all the same: one that is back serves at once.
    let back = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = back.local_addr().unwrap();
    drop(back);
    let gate = start(config(&[address, nowhere().await])).await;
    assert_eq!(gate.status().await, 502);
    let listener = TcpListener::bind(address).await.unwrap();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let mut wire = proxy_support::Wire::new(stream, 0);
            tokio::spawn(async move {
                wire.head().await;
                wire.send(ONE).await;
            });
        }
    });
    let mut served = 0;
    while served < 2 {
        served += usize::from(gate.status().await == 200);
    }
}

#[tokio::test]
async fn the_upstreams_own_host_is_that_of_the_one_asked() {
    let (report, mut hosts) = mpsc::unbounded_channel();
    let mut addresses = Vec::new();
    for _ in 0..2 {
        let report = report.clone();
        let address = upstream(move |mut wire| {
            let report = report.clone();
            async move {
                let head = wire.head().await;
                let host = header(&head, "host").unwrap().to_owned();
                let own = wire.stream.local_addr().unwrap().to_string();
                report.send((host, own)).unwrap();
                wire.send(ONE).await;
            }
        });
        addresses.push(address.await);
    }
    let mut config = config(&addresses);
    config.host = HostHeader::Upstream;
    let gate = start(config).await;
    for _ in 0..4 {
        assert_eq!(gate.status().await, 200);
        let (host, own) = hosts.recv().await.unwrap();
        assert_eq!(host, own);
    }
}

#[tokio::test]
async fn a_health_check_takes_an_upstream_out_and_brings_it_back() {
    let well = Arc::new(AtomicBool::new(true));
    let (checks, mut checked) = watch::channel(0);
    let (state, checks) = (well.clone(), Arc::new(checks));
    let address = upstream(move |mut wire| {
        let (state, checks) = (state.clone(), checks.clone());
        async move {
            loop {
                let head = wire.head().await;
                if head.is_empty() {
                    return;
                }
                if head.starts_with("GET /alive?deep HTTP/1.1\r\n") {
                    assert_eq!(header(&head, "host"), Some("news.example"));
                    let status = if state.load(Ordering::SeqCst) {
                        204
                    } else {
                        503
                    };
                    wire.send(format!("HTTP/1.1 {status} X\r\n\r\n")).await;
                    checks.send_modify(|count| *count += 1);
                } else {
                    wire.send(ONE).await;
                }
            }
        }
    })
    .await;
    let mut config = config(&[address, answering(TWO).await]);
    let mut check = HealthCheck::new(PathAndQuery::from_static("/alive?deep"));
    check.host = Some("news.example".parse().unwrap());
    check.every = Duration::from_millis(5);
    check.healthy = 200..=299;
    config.health = Some(check);
    let proxy = Proxy::new(config).unwrap();
    let gate = Gate::start(proxy.clone(), ServerConfig::default()).await;
    let is_well = |expected: bool| {
        let proxy = proxy.clone();
        async move {
            while proxy.upstreams().next().unwrap().1 != expected {
                tokio::task::yield_now().await;
            }
        }
    };
    checked.wait_for(|count| *count > 1).await.unwrap();
    soon("well", is_well(true)).await;
    assert_eq!(bodies(&gate, 10).await["one"], 5);
    well.store(false, Ordering::SeqCst);
    soon("unwell", is_well(false)).await;
    assert_eq!(bodies(&gate, 10).await["two"], 10);
    well.store(true, Ordering::SeqCst);
    soon("well again", is_well(true)).await;
    assert_eq!(bodies(&gate, 10).await["one"], 5);
}

#[test]
fn checks_need_a_runtime_and_a_proxy_an_upstream() {
    let mut config = ProxyConfig::new(Upstream::parse("http://a").unwrap());
    config.health = Some(HealthCheck::new(PathAndQuery::from_static("/")));
    let error = Proxy::new(config.clone()).unwrap_err();
    assert!(matches!(error, ConfigError::NoRuntime));
    config.upstreams.clear();
    let error = Proxy::new(config).unwrap_err();
    assert!(matches!(error, ConfigError::NoUpstream));
}

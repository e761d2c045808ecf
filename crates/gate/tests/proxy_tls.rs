//! An upstream behind TLS: reached if its certificate holds, refused if not.

#![allow(clippy::unwrap_used)]

mod proxy_support;

use std::net::SocketAddr;

use jalousie_gate::proxy::{ConfigError, Proxy, ProxyConfig, Upstream};
use jalousie_gate::server::ServerConfig;
use proxy_support::{Gate, body, get, status, tls};
use rustls::pki_types::CertificateDer;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// An upstream with a certificate of its own for these names.
async fn secure(names: &[&str]) -> (SocketAddr, CertificateDer<'static>) {
    let (acceptor, certificate) = tls(names, &[]);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let Ok(mut stream) = acceptor.accept(stream).await else {
                    return;
                };
                let mut request = [0; 4096];
                while stream.read(&mut request).await.is_ok_and(|count| count > 0) {
                    let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret";
                    stream.write_all(answer).await.unwrap();
                }
            });
        }
    });
    (address, certificate)
}

fn config(host: &str, address: SocketAddr) -> ProxyConfig {
    ProxyConfig::new(Upstream::parse(&format!("https://{host}:{}", address.port())).unwrap())
}

async fn answer(config: ProxyConfig) -> String {
    let gate = Gate::start(Proxy::new(config).unwrap(), ServerConfig::default()).await;
    gate.ask(get("/")).await
}

#[tokio::test]
async fn a_certificate_that_is_trusted_and_fits_is_accepted() {
    let (address, certificate) = secure(&["localhost"]).await;
    let mut config = config("localhost", address);
    config.roots.push(certificate);
    let answer = answer(config).await;
    assert_eq!((status(&answer), body(&answer)), (200, "secret"));
}

#[tokio::test]
async fn a_certificate_of_nobody_or_of_another_name_is_refused() {
    let (address, certificate) = secure(&["localhost"]).await;
    assert_eq!(status(&answer(config("localhost", address)).await), 502);
    let mut other = config("127.0.0.1", address);
    other.roots.push(certificate);
    assert_eq!(status(&answer(other).await), 502);
}

#[tokio::test]
async fn plain_http_at_a_tls_address_is_refused() {
    let address = proxy_support::answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").await;
    let mut config = config("127.0.0.1", address);
    config.timeouts.connect = std::time::Duration::from_millis(300);
    assert!(matches!(status(&answer(config).await), 502 | 504));
}

#[test]
fn a_root_that_is_no_certificate_stops_the_start() {
    let mut config = ProxyConfig::new(Upstream::parse("https://a").unwrap());
    config.roots.push(CertificateDer::from(vec![1, 2, 3]));
    let error = Proxy::new(config).unwrap_err();
    assert!(matches!(error, ConfigError::Root(0, _)), "{error}");

    let mut config = ProxyConfig::new(Upstream::parse("https://a").unwrap());
    config.limits.response_head = 100;
    let error = Proxy::new(config).unwrap_err();
    assert_eq!(
        error.to_string(),
        "limit response_head is 100, expected at least 8192"
    );
}

//! TLS towards readers: certificates, protocols, and what goes wrong with them.

#![allow(clippy::unwrap_used)]

mod proxy_support;
mod server_support;

use std::fs;
use std::io;
use std::time::Duration;

use jalousie_gate::metrics::{Refusal, metrics};
use jalousie_gate::server::{CertificateFiles, Certificates};
use proxy_support::{Wire, answering, closing_after, get, header, soon, upstream};
use rustls::HandshakeKind;
use rustls::version::{TLS12, TLS13};
use server_support::{Folder, connect, reader, reader_of, secure};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const SHORT: Duration = Duration::from_millis(150);

async fn ask<T: AsyncReadExt + AsyncWriteExt + Unpin>(stream: &mut T) -> io::Result<String> {
    soon("answer", async {
        stream.write_all(get("/").as_bytes()).await?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await?;
        Ok(String::from_utf8(answer).unwrap())
    })
    .await
}

#[tokio::test]
async fn the_handshake_chooses_the_protocol() {
    let folder = Folder::new("alpn");
    let (files, own) = folder.certificate("own", "a.example");
    for (http2, offered, chosen) in [
        (true, &["h2", "http/1.1"][..], Some("h2")),
        (true, &["http/1.1", "h2"], Some("h2")),
        (true, &["http/1.1"], Some("http/1.1")),
        (true, &[], None),
        (false, &["h2", "http/1.1"], Some("http/1.1")),
    ] {
        let certificates = Certificates::read(vec![files.clone()], http2).unwrap();
        let gate = secure(answering(OK).await, &certificates, |_, _| {}).await;
        let config = reader(&[&own], offered);
        let mut stream = connect(gate.address, &config, "a.example").await.unwrap();
        let found = stream.get_ref().1.alpn_protocol().map(<[u8]>::to_vec);
        assert_eq!(found.as_deref(), chosen.map(str::as_bytes), "{offered:?}");
        if chosen != Some("h2") {
            let answer = ask(&mut stream).await.unwrap();
            assert!(answer.ends_with("\r\n\r\nok"), "{answer}");
        }
    }
    // Whoever speaks neither is told so in the handshake.
    let certificates = Certificates::read(vec![files], true).unwrap();
    let gate = secure(answering(OK).await, &certificates, |_, _| {}).await;
    let config = reader(&[&own], &["smtp"]);
    assert!(connect(gate.address, &config, "a.example").await.is_err());
}

#[tokio::test]
async fn both_versions_are_spoken_and_resumed() {
    let folder = Folder::new("versions");
    let (files, own) = folder.certificate("own", "a.example");
    let certificates = Certificates::read(vec![files], true).unwrap();
    let gate = secure(answering(OK).await, &certificates, |_, _| {}).await;
    for version in [&TLS12, &TLS13] {
        let config = reader_of(&[version], &[&own], &["http/1.1"]);
        for kind in [HandshakeKind::Full, HandshakeKind::Resumed] {
            let mut stream = connect(gate.address, &config, "a.example").await.unwrap();
            assert!(ask(&mut stream).await.unwrap().ends_with("ok"));
            let connection = stream.get_ref().1;
            assert_eq!(connection.protocol_version(), Some(version.version));
            assert_eq!(connection.handshake_kind(), Some(kind), "{version:?}");
        }
    }
}

#[tokio::test]
async fn each_name_has_its_certificate() {
    let folder = Folder::new("names");
    let (first, a) = folder.certificate("a", "a.example");
    let (second, b) = folder.certificate("b", "*.b.example");
    let certificates = Certificates::read(vec![first, second], true).unwrap();
    let gate = secure(answering(OK).await, &certificates, |_, _| {}).await;
    let config = reader(&[&a, &b], &["http/1.1"]);
    for (host, expected) in [
        ("a.example", Some(&a)),
        ("www.b.example", Some(&b)),
        ("c.example", None),
    ] {
        let found = connect(gate.address, &config, host).await.ok();
        let found = found.map(|stream| stream.get_ref().1.peer_certificates().unwrap()[0].clone());
        assert_eq!(found.as_ref(), expected, "{host}");
    }
}

#[tokio::test]
async fn new_files_are_taken_and_broken_ones_are_not() {
    let folder = Folder::new("reload");
    let (files, old) = folder.certificate("own", "a.example");
    let certificates = Certificates::read(vec![files.clone()], true).unwrap();
    let gate = secure(answering(OK).await, &certificates, |_, _| {}).await;
    let following = certificates.clone();
    tokio::spawn(async move { following.follow(Duration::from_millis(5)).await });

    let (with_old, address) = (reader(&[&old], &[]), gate.address);
    let mut kept = connect(address, &with_old, "a.example").await.unwrap();
    // The key's file is written first: for a moment the two do not belong together.
    let (_, new) = folder.certificate("own", "a.example");
    let with_new = reader(&[&new], &[]);
    soon("new certificate", async {
        while connect(address, &with_new, "a.example").await.is_err() {}
    })
    .await;
    assert!(connect(address, &with_old, "a.example").await.is_err());
    // Connections that are open go on.
    assert!(ask(&mut kept).await.unwrap().ends_with("ok"));

    fs::write(&files.certificate, "not a certificate").unwrap();
    let error = certificates.reload().unwrap_err().to_string();
    assert!(
        error.starts_with(&files.certificate.display().to_string()),
        "{error}"
    );
    assert!(connect(address, &with_new, "a.example").await.is_ok());
}

#[test]
fn what_is_wrong_with_a_file_is_said() {
    let folder = Folder::new("wrong");
    let (files, _) = folder.certificate("own", "a.example");
    let (other, _) = folder.certificate("other", "a.example");
    fs::write(folder.path("empty"), "").unwrap();
    fs::write(folder.path("binary"), [0x30, 0x82, 0xff]).unwrap();
    fs::write(
        folder.path("broken"),
        "-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n",
    )
    .unwrap();
    for (certificate, key, file, expected) in [
        ("none", "own.key", "none", "cannot be read"),
        ("own.pem", "none", "none", "cannot be read"),
        ("empty", "own.key", "empty", "expected a certificate"),
        ("own.key", "own.key", "own.key", "expected a certificate"),
        ("own.pem", "own.pem", "own.pem", "expected a private key"),
        ("broken", "own.key", "broken", "PEM form"),
        ("own.pem", "other.key", "other.key", "another one's"),
    ] {
        let pair = CertificateFiles {
            certificate: folder.path(certificate),
            key: folder.path(key),
        };
        let error = Certificates::read(vec![pair], true)
            .unwrap_err()
            .to_string();
        let place = folder.path(file).display().to_string();
        assert!(
            error.starts_with(&place) && error.contains(expected),
            "{error}"
        );
    }
    let binary = CertificateFiles {
        certificate: folder.path("binary"),
        ..files
    };
    assert!(Certificates::read(vec![binary], true).is_err());
    assert!(Certificates::read(vec![other], true).is_ok());
}

#[tokio::test]
async fn handshakes_that_fail_or_do_not_come_are_refused() {
    let folder = Folder::new("handshake");
    let (files, _) = folder.certificate("own", "a.example");
    let certificates = Certificates::read(vec![files], true).unwrap();
    let gate = secure(answering(OK).await, &certificates, |_, server| {
        server.handshake = SHORT;
        server.max_connections = 1;
    })
    .await;
    let count = || metrics().refused.of(Refusal::TlsHandshake).get();
    // Nothing, half a record, and something else. There is one place: each must give it back.
    for bytes in [
        &b""[..],
        &[22, 3, 1, 0, 200, 1],
        b"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
    ] {
        let before = count();
        let mut wire = Wire::connect(gate.address).await;
        wire.send(bytes).await;
        let (rest, _) = wire.rest().await;
        assert!(!rest.starts_with(b"HTTP"), "{rest:?}");
        assert!(count() > before, "{bytes:?}");
    }
}

#[tokio::test]
async fn a_page_cut_short_does_not_look_whole() {
    let folder = Folder::new("cut");
    let (files, own) = folder.certificate("own", "a.example");
    let certificates = Certificates::read(vec![files], true).unwrap();
    let site = closing_after("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf").await;
    let gate = secure(site, &certificates, |_, _| {}).await;
    let config = reader(&[&own], &[]);
    let mut stream = connect(gate.address, &config, "a.example").await.unwrap();
    let request = b"GET / HTTP/1.0\r\nHost: a\r\n\r\n";
    stream.write_all(request).await.unwrap();
    let mut answer = Vec::new();
    // Neither a close_notify nor a clean end of the connection.
    assert!(soon("end", stream.read_to_end(&mut answer)).await.is_err());
}

#[tokio::test]
async fn the_upstream_hears_of_https() {
    let folder = Folder::new("forwarded");
    let (files, own) = folder.certificate("own", "a.example");
    let certificates = Certificates::read(vec![files], true).unwrap();
    let site = upstream(|mut wire| async move {
        let head = wire.head().await;
        let scheme = header(&head, "x-forwarded-proto").unwrap();
        let length = scheme.len();
        wire.send(format!(
            "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{scheme}"
        ))
        .await;
    })
    .await;
    let gate = secure(site, &certificates, |_, _| {}).await;
    let config = reader(&[&own], &[]);
    let mut stream = connect(gate.address, &config, "a.example").await.unwrap();
    assert!(ask(&mut stream).await.unwrap().ends_with("\r\n\r\nhttps"));
}

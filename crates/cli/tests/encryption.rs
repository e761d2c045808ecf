//! `serve` with TLS: certificates from files, a redirect from plain http, new files on SIGHUP.

#![allow(clippy::unwrap_used)]

mod support;

use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;
use support::{DEADLINE, Folder, Gate, get, upstream};

const PAGE: &str = "<!DOCTYPE html><html lang=en><p>Words.</p></html>";

/// A certificate for the site and its key, as files.
fn certificate(folder: &Folder) -> CertificateDer<'static> {
    let own = rcgen::generate_simple_self_signed(vec!["news.example".to_owned()]).unwrap();
    folder.write("tls/key.pem", &own.signing_key.serialize_pem());
    folder.write("tls/own.pem", &own.cert.pem());
    own.cert.der().clone()
}

/// Asks for the first page over TLS; `None` if the certificate is not this one.
fn ask(address: &str, trusted: &CertificateDer<'static>) -> Option<String> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("news.example").unwrap();
    let connection = ClientConnection::new(Arc::new(config), name).unwrap();
    let socket = TcpStream::connect(address).unwrap();
    socket.set_read_timeout(Some(DEADLINE)).unwrap();
    let mut stream = StreamOwned::new(connection, socket);
    stream
        .write_all(b"GET / HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n\r\n")
        .ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    Some(answer)
}

/// A port that is free, or was a moment ago.
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

#[test]
fn pages_are_served_over_tls_and_certificates_can_be_changed() {
    let folder = Folder::new("encryption");
    let first = certificate(&folder);
    let (site, tls, plain) = (upstream(PAGE), free_port(), free_port());
    folder.write(
        "jalousie.toml",
        &format!(
            "[site]\nurl = \"https://news.example\"\n[proxy]\nupstream = \"http://{site}\"\n\
             listen = \"127.0.0.1:{tls}\"\nredirect_listen = \"127.0.0.1:{plain}\"\n\
             [[proxy.tls]]\ncertificate = \"tls/own.pem\"\nkey = \"tls/key.pem\"\n"
        ),
    );
    let mut gate = Gate::spawn(&folder, &[]);
    let line = gate.wait_for("the gate is open");
    assert!(line.contains(&format!("https://127.0.0.1:{tls}")), "{line}");
    let address = format!("127.0.0.1:{tls}");
    let answer = ask(&address, &first).unwrap();
    assert!(
        answer.starts_with("HTTP/1.1 200") && answer.contains("Words."),
        "{answer}"
    );

    let answer = get(&format!("127.0.0.1:{plain}"), "/a?b").to_ascii_lowercase();
    assert!(answer.starts_with("http/1.1 301"), "{answer}");
    assert!(
        answer.contains("\r\nlocation: https://news.example/a?b\r\n"),
        "{answer}"
    );

    let second = certificate(&folder);
    gate.signal("HUP");
    gate.wait_for("certificates read again");
    assert!(ask(&address, &first).is_none());
    assert!(ask(&address, &second).is_some());
    // A file that is broken changes nothing.
    folder.write("tls/own.pem", "nonsense");
    gate.signal("HUP");
    gate.wait_for("the old certificates stay in force");
    assert!(ask(&address, &second).is_some());
    gate.signal("TERM");
    assert!(gate.end().0.success());
}

#[test]
fn a_certificate_that_cannot_be_used_is_an_error_at_the_start() {
    let folder = Folder::new("no-certificate");
    folder.write(
        "jalousie.toml",
        "[[proxy.tls]]\ncertificate = \"none.pem\"\nkey = \"none.key\"\n",
    );
    let ran = folder
        .run(&["serve", "--upstream", "http://127.0.0.1:9"])
        .ended(2);
    assert!(ran.err.contains("none.pem: cannot be read"), "{}", ran.err);
}

//! Certificates as files, and readers who speak TLS.

#![allow(clippy::unwrap_used, dead_code, unreachable_pub)]

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jalousie_gate::proxy::{Proxy, ProxyConfig, Upstream};
use jalousie_gate::server::{CertificateFiles, Certificates, Server, ServerConfig};
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::proxy_support::{Gate, soon};

/// A folder of a test's own, gone when the test is over.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// A self-signed certificate for a name and its key, as files called after it.
    pub fn certificate(
        &self,
        file: &str,
        host: &str,
    ) -> (CertificateFiles, CertificateDer<'static>) {
        let own = rcgen::generate_simple_self_signed(vec![host.to_owned()]).unwrap();
        let files = CertificateFiles {
            certificate: self.path(&format!("{file}.pem")),
            key: self.path(&format!("{file}.key")),
        };
        fs::write(&files.key, own.signing_key.serialize_pem()).unwrap();
        fs::write(&files.certificate, own.cert.pem()).unwrap();
        (files, own.cert.der().clone())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A gate before an upstream, with TLS.
pub async fn secure(
    upstream: SocketAddr,
    certificates: &Certificates,
    change: impl FnOnce(&mut ProxyConfig, &mut ServerConfig),
) -> Gate {
    let url = format!("http://{upstream}");
    let mut proxy = ProxyConfig::new(Upstream::parse(&url).unwrap());
    let mut config = ServerConfig::default();
    change(&mut proxy, &mut config);
    let server = Server::bind("127.0.0.1:0".parse().unwrap(), config)
        .await
        .unwrap()
        .with_tls(certificates.clone());
    Gate::serve(Proxy::new(proxy).unwrap(), server)
}

/// How a reader speaks TLS.
pub fn reader(trusted: &[&CertificateDer<'static>], alpn: &[&str]) -> Arc<ClientConfig> {
    reader_of(rustls::DEFAULT_VERSIONS, trusted, alpn)
}

pub fn reader_of(
    versions: &[&'static rustls::SupportedProtocolVersion],
    trusted: &[&CertificateDer<'static>],
    alpn: &[&str],
) -> Arc<ClientConfig> {
    let mut roots = RootCertStore::empty();
    for certificate in trusted {
        roots.add((*certificate).clone()).unwrap();
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(versions)
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = alpn.iter().map(|name| name.as_bytes().to_vec()).collect();
    Arc::new(config)
}

pub async fn connect(
    address: SocketAddr,
    config: &Arc<ClientConfig>,
    host: &str,
) -> std::io::Result<TlsStream<TcpStream>> {
    let stream = TcpStream::connect(address).await.unwrap();
    let name = ServerName::try_from(host.to_owned()).unwrap();
    let connector = TlsConnector::from(config.clone());
    soon("handshake", connector.connect(name, stream)).await
}

//! Connections to the upstream: TCP, TLS where asked for, one deadline over both.

use std::sync::Arc;
use std::time::Duration;

use http::Uri;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder, MaybeHttpsStream};
use hyper_util::client::legacy::connect::{Connection as _, HttpConnector};
use hyper_util::rt::TokioIo;
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};
use tokio::net::TcpStream;
use tower_service::Service as _;

use super::config::ConfigError;
use super::error::{Cause, ProxyError};

/// How often an idle connection is probed, so that one to a vanished host is noticed.
const PROBE: Duration = Duration::from_secs(60);

/// Opens connections.
#[derive(Debug, Clone)]
pub(super) struct Connector {
    inner: HttpsConnector<HttpConnector>,
    timeout: Duration,
}

impl Connector {
    /// `http2`: TLS offers HTTP/2 beside HTTP/1.1.
    pub(super) fn new(
        roots: &[CertificateDer<'static>],
        timeout: Duration,
        http2: bool,
    ) -> Result<Self, ConfigError> {
        let mut store = RootCertStore {
            roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
        };
        for (place, root) in roots.iter().enumerate() {
            store
                .add(root.clone())
                .map_err(|error| ConfigError::Root(place, error))?;
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(ConfigError::Tls)?
            .with_root_certificates(store)
            .with_no_client_auth();
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        http.set_nodelay(true);
        http.set_keepalive(Some(PROBE));
        let builder = HttpsConnectorBuilder::new()
            .with_tls_config(tls)
            .https_or_http()
            .enable_http1();
        let inner = if http2 {
            builder.enable_http2().wrap_connector(http)
        } else {
            builder.wrap_connector(http)
        };
        Ok(Self { inner, timeout })
    }

    /// Opens a connection.
    ///
    /// # Errors
    /// The upstream cannot be reached, or not in time.
    pub(super) async fn open(&self, address: &Uri) -> Result<Link, ProxyError> {
        let connecting = self.inner.clone().call(address.clone());
        match tokio::time::timeout(self.timeout, connecting).await {
            Ok(Ok(link)) => Ok(link),
            Ok(Err(error)) => Err(ProxyError::with_source(Cause::Unreachable, error)),
            Err(_) => Err(Cause::ConnectTimeout(self.timeout).into()),
        }
    }
}

/// A connection to the upstream.
pub(super) type Link = MaybeHttpsStream<TokioIo<TcpStream>>;

/// Whether the upstream has chosen HTTP/2.
pub(super) fn is_http2(link: &Link) -> bool {
    link.connected().is_negotiated_h2()
}

//! TLS towards readers: certificates from files, changed without a restart.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, SystemTime};

use rustls::client::verify_server_name;
use rustls::pki_types::pem::{Error as PemError, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::server::{ClientHello, ParsedCertificate, ResolvesServerCert};
use rustls::sign::CertifiedKey;

/// The name of HTTP/2 in a handshake (RFC 9113, 3.2).
pub(super) const H2: &[u8] = b"h2";

const HTTP_1_1: &[u8] = b"http/1.1";

/// A certificate with its key, as files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateFiles {
    /// The certificate and those between it and an authority's, in that order, as PEM.
    pub certificate: PathBuf,
    /// Its private key, as PEM: PKCS#8, PKCS#1 or SEC1, without a password.
    pub key: PathBuf,
}

/// The certificates in force. Clones are the same certificates.
#[derive(Clone)]
pub struct Certificates {
    config: Arc<rustls::ServerConfig>,
    shared: Arc<Shared>,
}

struct Shared {
    files: Vec<CertificateFiles>,
    current: RwLock<Arc<[Arc<CertifiedKey>]>>,
    /// What the files looked like when they were last read, well or badly.
    seen: Mutex<Vec<Option<Stamp>>>,
}

/// What changes with a file's content, also where it is replaced or a link is turned.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    file: (u64, u64),
    length: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        let about = std::fs::metadata(path).ok()?;
        Some(Self {
            file: (about.dev(), about.ino()),
            length: about.len(),
            modified: about.modified().ok(),
        })
    }
}

impl Certificates {
    /// Reads the files. A reader who asks for a name gets the first certificate that is for it,
    /// everybody else the first one. `http2` is offered where it is true, HTTP/1.1 always.
    ///
    /// # Errors
    /// A file that cannot be read or holds something else, a key of another certificate.
    pub fn read(files: Vec<CertificateFiles>, http2: bool) -> Result<Self, TlsError> {
        let setup = |source| TlsError {
            file: None,
            problem: Problem::Tls(source),
        };
        let seen = stamps(&files);
        let current = read_all(&files)?;
        let shared = Arc::new(Shared {
            files,
            current: RwLock::new(current),
            seen: Mutex::new(seen),
        });
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(setup)?
            .with_no_client_auth()
            .with_cert_resolver(shared.clone());
        config.ticketer = rustls::crypto::ring::Ticketer::new().map_err(setup)?;
        // No early data: whoever records it can send it again, and a decision must not be taken twice.
        config.max_early_data_size = 0;
        if http2 {
            config.alpn_protocols.push(H2.to_vec());
        }
        config.alpn_protocols.push(HTTP_1_1.to_vec());
        Ok(Self {
            config: Arc::new(config),
            shared,
        })
    }

    pub(super) fn acceptor(&self) -> tokio_rustls::TlsAcceptor {
        self.config.clone().into()
    }

    /// Reads the files again, all or none. New connections get what is in them.
    ///
    /// # Errors
    /// As [`read`](Self::read); the certificates that were in force stay so.
    pub fn reload(&self) -> Result<(), TlsError> {
        let shared = &self.shared;
        *shared.seen.lock().unwrap_or_else(PoisonError::into_inner) = stamps(&shared.files);
        let fresh = read_all(&shared.files)?;
        *shared
            .current
            .write()
            .unwrap_or_else(PoisonError::into_inner) = fresh;
        Ok(())
    }

    /// Looks after the files in such intervals and reads them again when one has changed. Ends never.
    pub async fn follow(&self, interval: Duration) {
        loop {
            tokio::time::sleep(interval).await;
            let changed = {
                let seen = self
                    .shared
                    .seen
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner);
                *seen != stamps(&self.shared.files)
            };
            if changed {
                self.reload_and_say();
            }
        }
    }

    /// Reads the files again and says in the log how that went.
    pub fn reload_and_say(&self) {
        match self.reload() {
            Ok(()) => tracing::info!(target: "jalousie::server", "certificates read again"),
            Err(error) => {
                tracing::error!(target: "jalousie::server", "{error}; the old certificates stay in force");
            }
        }
    }
}

impl fmt::Debug for Certificates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Certificates")
            .field(&self.shared.files)
            .finish()
    }
}

impl ResolvesServerCert for Shared {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let current = self
            .current
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let name = hello
            .server_name()
            .and_then(|name| ServerName::try_from(name).ok());
        let named = name.and_then(|name| current.iter().find(|key| is_for(key, &name)));
        named.or(current.first()).cloned()
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.files.fmt(f)
    }
}

fn is_for(key: &CertifiedKey, name: &ServerName<'_>) -> bool {
    let certificate = key.end_entity_cert().and_then(ParsedCertificate::try_from);
    certificate.is_ok_and(|certificate| verify_server_name(&certificate, name).is_ok())
}

fn stamps(files: &[CertificateFiles]) -> Vec<Option<Stamp>> {
    files
        .iter()
        .flat_map(|pair| [&pair.certificate, &pair.key])
        .map(|path| Stamp::of(path))
        .collect()
}

fn read_all(files: &[CertificateFiles]) -> Result<Arc<[Arc<CertifiedKey>]>, TlsError> {
    files
        .iter()
        .map(|pair| read_pair(pair).map(Arc::new))
        .collect()
}

fn read_pair(pair: &CertificateFiles) -> Result<CertifiedKey, TlsError> {
    let (in_certificate, in_key) = (wrong(&pair.certificate), wrong(&pair.key));
    let chain: Vec<CertificateDer<'static>> = CertificateDer::pem_file_iter(&pair.certificate)
        .and_then(Iterator::collect)
        .map_err(|error| in_certificate(Problem::Pem(error)))?;
    let Some(own) = chain.first() else {
        return Err(in_certificate(Problem::NoCertificate));
    };
    ParsedCertificate::try_from(own).map_err(|error| in_certificate(Problem::Tls(error)))?;
    let key = PrivateKeyDer::from_pem_file(&pair.key).map_err(|error| match error {
        PemError::NoItemsFound => in_key(Problem::NoKey),
        error => in_key(Problem::Pem(error)),
    })?;
    let provider = rustls::crypto::ring::default_provider();
    CertifiedKey::from_der(chain, key, &provider).map_err(|error| {
        in_key(match error {
            rustls::Error::InconsistentKeys(_) => Problem::OtherKey(pair.certificate.clone()),
            error => Problem::Tls(error),
        })
    })
}

fn wrong(path: &Path) -> impl Fn(Problem) -> TlsError {
    let file = path.to_owned();
    move |problem| TlsError {
        file: Some(file.clone()),
        problem,
    }
}

/// Certificates that cannot be used: which file, and why.
#[derive(Debug)]
pub struct TlsError {
    file: Option<PathBuf>,
    problem: Problem,
}

#[derive(Debug)]
enum Problem {
    Pem(PemError),
    NoCertificate,
    NoKey,
    OtherKey(PathBuf),
    Tls(rustls::Error),
}

impl fmt::Display for TlsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.file {
            Some(file) => write!(f, "{}: ", file.display())?,
            None => f.write_str("TLS: ")?,
        }
        match &self.problem {
            Problem::Pem(PemError::Io(error)) if error.kind() == io::ErrorKind::InvalidData => {
                f.write_str("expected text in PEM form (-----BEGIN …)")
            }
            Problem::Pem(PemError::Io(error)) => write!(f, "cannot be read: {error}"),
            Problem::Pem(error) => write!(f, "expected text in PEM form (-----BEGIN …): {error}"),
            Problem::NoCertificate => {
                f.write_str("expected a certificate (-----BEGIN CERTIFICATE-----) and found none")
            }
            Problem::NoKey => f.write_str(
                "expected a private key (-----BEGIN PRIVATE KEY-----) without a password and found none",
            ),
            Problem::OtherKey(certificate) => write!(
                f,
                "expected the key of the certificate in {}, but this is another one's",
                certificate.display()
            ),
            Problem::Tls(error) => write!(f, "cannot be used: {error}"),
        }
    }
}

impl std::error::Error for TlsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.problem {
            Problem::Pem(error) => Some(error),
            Problem::Tls(error) => Some(error),
            _ => None,
        }
    }
}

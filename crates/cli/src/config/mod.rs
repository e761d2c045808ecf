//! The configuration: a file, or the defaults. Whatever is wrong in it comes at once.

mod categories;
mod listener;
mod observability;
mod paths;
mod proxy;
mod receipts;
mod sections;
mod services;
mod signals;
mod sites;
#[cfg(test)]
mod tests;
pub(crate) mod values;

use crate::exit::Error;
use crate::keys;
use jalousie_core::catalogue::{Catalogue, HostPattern};
use jalousie_core::diagnostics::{Diagnostic, Diagnostics};
use jalousie_core::document::{Document, Located};
use jalousie_core::frame::Keys;
use jalousie_core::site::Site;
use jalousie_core::texts::Texts;
use jalousie_gate::layer::Public;
use jalousie_gate::proxy::{HostHeader, Limits, ProxyConfig, Timeouts, Upstream};
use jalousie_gate::record::RecordConfig;
use jalousie_gate::server::ServerConfig;
use std::fmt;
use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

pub(crate) use listener::Encryption;
pub(crate) use proxy::leads_to_itself;
pub(crate) use receipts::{ReceiptSettings, StoreSetting};

use proxy::Health;
use sections::Scope;

/// The file that is read if no other one is named.
pub(crate) const FILE: &str = "jalousie.toml";

/// Every key, with its default and what it does.
pub(crate) const EXAMPLE: &str = include_str!("example.toml");

/// Where the configuration comes from, as commands ask for it.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Source {
    /// Configuration file [default: jalousie.toml in the current folder, if there is one]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// Where the signing keys come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeySource {
    /// The configuration, else a file made on first run.
    Kept,
    /// The configuration, else a fixed key: tokens are only looked at, never opened.
    Offline,
}

/// What the configuration says of keys.
#[derive(Clone, Debug)]
pub(crate) enum KeySetting {
    /// They are in the configuration itself.
    Listed(Keys),
    /// They are in this file.
    File(PathBuf),
    /// Nothing: they are made on first run, and kept.
    Default,
    /// The same for one of several sites, by its host.
    Site(String),
}

/// A configuration, checked.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The file; `None`: the defaults.
    pub(crate) file: Option<PathBuf>,
    pub(crate) public: Public,
    /// The sites of `sites`, each with its own file; none: this configuration is that of the only one.
    pub(crate) sites: Vec<Loaded>,
    /// The hosts that the site and its frames are at, and where they are written.
    pub(crate) hosts: Vec<Located<String>>,
    pub(crate) upstreams: Vec<Upstream>,
    pub(crate) listen: SocketAddr,
    /// Where health and metrics are served.
    pub(crate) operators: Option<SocketAddr>,
    pub(crate) server: ServerConfig,
    pub(crate) encryption: Encryption,
    /// What is recorded of requests; [`Loaded::record`] adds whom to believe.
    record: RecordConfig,
    pub(crate) keys: KeySetting,
    pub(crate) off: Vec<String>,
    pub(crate) receipts: ReceiptSettings,
    host: HostHeader,
    health: Health,
    timeouts: Timeouts,
    limits: Limits,
    /// Everything about the site but its keys, in whose place there is a fixed one.
    site: Site,
}

/// What is wrong with the configuration or the catalogue.
#[derive(Debug, Default)]
pub(crate) struct LoadError {
    found: Diagnostics,
    /// Some file could not be read at all.
    pub(crate) unreadable: bool,
}

impl LoadError {
    /// The errors, by file and line.
    pub(crate) fn found(&self) -> &Diagnostics {
        &self.found
    }

    /// Adds errors.
    fn extend(&mut self, found: impl IntoIterator<Item = Diagnostic>) {
        self.found.extend(found);
    }

    /// Adds an error that also means that not everything was looked at.
    fn cannot_read(&mut self, found: Diagnostic) {
        self.found.push(found);
        self.unreadable = true;
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.found.len() {
            1 => f.write_str("1 error:")?,
            many => write!(f, "{many} errors:")?,
        }
        self.found.iter().try_for_each(|one| write!(f, "\n{one}"))
    }
}

impl std::error::Error for LoadError {}

/// Reads the configuration, or the defaults without a file.
///
/// `catalogue`, a folder, stands in for `[services] folder`.
pub(crate) fn load(source: &Source, catalogue: Option<&Path>) -> Result<Loaded, LoadError> {
    let mut error = LoadError::default();
    let file = match &source.config {
        Some(path) => Some(path.clone()),
        None => Some(PathBuf::from(FILE)).filter(|path| path.exists()),
    };
    let text = match &file {
        None => String::new(),
        Some(path) => fs::read_to_string(path).map_err(|cause| {
            error.cannot_read(unreadable(path, &cause));
            std::mem::take(&mut error)
        })?,
    };
    let mut loaded = Loaded::default_settings()?;
    let file = file.as_deref();
    read_file(file, &text, Scope::Main, catalogue, &mut loaded, &mut error);
    if error.found.is_empty() {
        Ok(loaded)
    } else {
        Err(error)
    }
}

/// Reads the text of one file, and of those that it names, into `loaded`.
fn read_file(
    file: Option<&Path>,
    text: &str,
    scope: Scope,
    catalogue: Option<&Path>,
    loaded: &mut Loaded,
    error: &mut LoadError,
) {
    let name = file.map_or_else(|| FILE.to_owned(), |path| path.display().to_string());
    loaded.file = file.map(Path::to_owned);
    let document = match Document::parse(&name, text) {
        Ok(document) => document,
        Err(found) => return error.extend(found),
    };
    let base = file.and_then(Path::parent).unwrap_or(Path::new(""));
    let sites = sections::read(&document, scope, base, catalogue, loaded, error);
    error.extend(document.finish().err().into_iter().flatten());
    sites::read(&sites, base, catalogue, loaded, error);
}

fn unreadable(path: &Path, cause: &io::Error) -> Diagnostic {
    let message = match cause.kind() {
        io::ErrorKind::InvalidData => "cannot be read: expected text in UTF-8".to_owned(),
        _ => format!("cannot be read: {cause}"),
    };
    Diagnostic::new(path.display().to_string(), 0, 0, message)
}

impl Loaded {
    fn default_settings() -> Result<Self, LoadError> {
        let broken = |found| LoadError {
            found,
            unreadable: false,
        };
        let catalogue = Catalogue::embedded().map_err(broken)?;
        Ok(Loaded {
            file: None,
            public: Public::default(),
            sites: Vec::new(),
            hosts: Vec::new(),
            upstreams: Vec::new(),
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            operators: None,
            server: ServerConfig::default(),
            encryption: Encryption::default(),
            record: RecordConfig {
                traces_percent: 100,
                ..RecordConfig::default()
            },
            keys: KeySetting::Default,
            off: Vec::new(),
            receipts: ReceiptSettings::default(),
            host: HostHeader::default(),
            health: Health::default(),
            timeouts: Timeouts::default(),
            limits: Limits::default(),
            site: Site {
                receipt_days: Some(receipts::DAYS),
                ..Site::new(keys::fixed(), catalogue, Texts::embedded())
            },
        })
    }

    /// What a site's own file begins with: the main file's limits.
    fn for_a_site(&self) -> Result<Self, LoadError> {
        let mut site = Self::default_settings()?;
        site.public.trusted = self.public.trusted.clone();
        (site.listen, site.server) = (self.listen, self.server);
        (site.timeouts, site.limits) = (self.timeouts, self.limits);
        site.site.page_memory = self.site.page_memory;
        site.site.remembered_pages = self.site.remembered_pages;
        Ok(site)
    }

    /// The sites: those of `sites`, or the one that this file is about.
    pub(crate) fn each(&self) -> &[Loaded] {
        if self.sites.is_empty() {
            std::slice::from_ref(self)
        } else {
            &self.sites
        }
    }

    /// The site that has pages at this host; the only one has those of all.
    pub(crate) fn at(&self, host: &str) -> Option<&Loaded> {
        let hosts = |site: &Loaded| site.hosts.iter().any(|one| one.value == host);
        let mut sites = self.each().iter();
        sites.find(|site| self.sites.is_empty() || hosts(site))
    }

    /// The site as configured, to look at: its keys are not the real ones.
    pub(crate) fn settings(&self) -> &Site {
        &self.site
    }

    /// The site, with keys.
    pub(crate) fn site(&self, source: KeySource) -> Result<Site, Error> {
        let keys = match (&self.keys, source) {
            (KeySetting::Listed(keys), _) => keys.clone(),
            (KeySetting::File(path), KeySource::Offline) if path.exists() => keys::read(path)?,
            (_, KeySource::Offline) => keys::fixed(),
            (setting, KeySource::Kept) => keys::load_or_create(&setting.path())?,
        };
        let hosts = self.upstreams.iter().map(Upstream::authority);
        Ok(Site {
            keys,
            upstreams: hosts
                .filter_map(|host| HostPattern::parse(host).ok())
                .collect(),
            ..self.site.clone()
        })
    }

    /// The way to the upstreams; `None`: there are none.
    pub(crate) fn proxy(&self) -> Option<ProxyConfig> {
        let first = self.upstreams.first()?;
        Some(ProxyConfig {
            upstreams: self.upstreams.clone(),
            health: self.health.check(self.host, self.public.url.as_ref()),
            host: self.host,
            trusted: self.public.trusted.clone(),
            timeouts: self.timeouts,
            limits: self.limits,
            ..ProxyConfig::new(first.clone())
        })
    }

    /// What is recorded of requests.
    pub(crate) fn record(&self) -> RecordConfig {
        RecordConfig {
            trusted: self.public.trusted.clone(),
            ..self.record.clone()
        }
    }

    /// Everything that a running gate cannot change; two that are equal need no restart.
    pub(crate) fn needs_restart(&self) -> String {
        format!(
            "{:?}{:?}{:?}{:?}{:?}{:?}",
            self.listen,
            self.encryption,
            self.operators,
            self.receipts,
            self.record(),
            self.server
        )
    }
}

impl KeySetting {
    /// The file that keeps the keys.
    pub(crate) fn path(&self) -> PathBuf {
        match self {
            KeySetting::File(path) => path.clone(),
            KeySetting::Site(host) => keys::default_path().with_file_name(format!("keys-{host}")),
            _ => keys::default_path(),
        }
    }
}

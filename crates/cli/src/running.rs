//! The sites that are being served, and how they are exchanged for others while they are.

use crate::config::{KeySource, Loaded};
use crate::exit::Error;
use crate::stores;
use jalousie_gate::layer::{Gate, GateLayer, GateService};
use jalousie_gate::proxy::{Proxy, Upstream};
use jalousie_gate::sites::{Sites, Table};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::TcpStream;
use tower_layer::Layer as _;

/// How long an upstream may take to accept a connection and still count as there.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long receipts that still wait may take when the gate closes.
const LAST_RECEIPTS: Duration = Duration::from_secs(10);

/// All sites of this process.
#[derive(Clone, Debug)]
pub(crate) struct Running {
    service: Sites<GateService<Proxy>>,
    sites: Arc<Mutex<Arc<[Site]>>>,
}

/// One site.
#[derive(Clone, Debug)]
struct Site {
    /// Its hosts; none: it is the only one.
    hosts: Vec<String>,
    gate: Arc<Gate>,
    proxy: Proxy,
}

impl Running {
    /// Makes ready what the configuration says.
    ///
    /// # Errors
    /// No upstream, or keys that cannot be read or made.
    pub(crate) fn start(loaded: &Loaded) -> Result<Self, Error> {
        let sites = sites(loaded, &[])?;
        Ok(Running {
            service: Sites::new(table(&sites)),
            sites: Arc::new(Mutex::new(sites.into())),
        })
    }

    /// Exchanges all sites for those of another configuration, or, on an error, none. An upstream
    /// of which nothing has changed keeps its connections.
    ///
    /// # Errors
    /// As on start.
    pub(crate) fn replace(&self, loaded: &Loaded) -> Result<(), Error> {
        let sites = sites(loaded, &self.sites())?;
        self.service.replace(table(&sites));
        *self.sites.lock().unwrap_or_else(PoisonError::into_inner) = sites.into();
        Ok(())
    }

    /// What answers readers.
    pub(crate) fn service(&self) -> Sites<GateService<Proxy>> {
        self.service.clone()
    }

    /// What was met so far on all sites, as lines for a configuration.
    pub(crate) fn observed(&self) -> String {
        let sites = self.sites();
        let mut text = String::new();
        for site in sites.iter() {
            if let Some(host) = site.hosts.first() {
                let _ = writeln!(text, "# {host}");
            }
            text.push_str(&site.gate.observations().configuration());
        }
        text
    }

    /// Whether any site is only observed.
    pub(crate) fn observes(&self) -> bool {
        let sites = self.sites();
        sites.iter().any(|site| site.gate.site().observes())
    }

    /// The gates of all sites.
    pub(crate) fn gates(&self) -> Vec<Arc<Gate>> {
        let sites = self.sites();
        sites.iter().map(|site| site.gate.clone()).collect()
    }

    /// Stores what is still on its way to a store, or says what is lost.
    pub(crate) async fn close(&self) {
        for gate in self.gates() {
            if let Some(receipts) = gate.receipts() {
                receipts.close(LAST_RECEIPTS).await;
            }
        }
    }

    /// Says of each site that has no upstream to ask why.
    pub(crate) async fn unreachable(&self) -> Vec<(Upstream, String)> {
        let mut missing = Vec::new();
        for site in self.sites().iter() {
            missing.extend(reachable(&site.proxy).await.err());
        }
        missing
    }

    fn sites(&self) -> Arc<[Site]> {
        // The lock only ever guards the exchange of one whole value for another.
        self.sites
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

fn sites(loaded: &Loaded, old: &[Site]) -> Result<Vec<Site>, Error> {
    loaded
        .each()
        .iter()
        .map(|one| {
            let hosts: Vec<String> = match loaded.sites.as_slice() {
                [] => Vec::new(),
                _ => one.hosts.iter().map(|host| host.value.clone()).collect(),
            };
            site(one, hosts, old)
        })
        .collect()
}

fn site(loaded: &Loaded, hosts: Vec<String>, old: &[Site]) -> Result<Site, Error> {
    let none =
        "no upstream: expected --upstream URL, or upstream under [proxy] in the configuration";
    let config = loaded.proxy().ok_or(none)?;
    let unchanged = old.iter().find(|site| *site.proxy.config() == config);
    let proxy = match unchanged {
        Some(site) => site.proxy.clone(),
        None => Proxy::new(config)?,
    };
    let (site, public) = (loaded.site(KeySource::Kept)?, loaded.public.clone());
    let before = old.iter().find(|site| site.hosts.first() == hosts.first());
    let gate = match before {
        Some(old) => old.gate.renewed(site, public),
        None => {
            let receipts = stores::queue(loaded, &site.keys)?;
            Gate::with_receipts(site, public, receipts)
        }
    };
    Ok(Site { hosts, gate, proxy })
}

fn table(sites: &[Site]) -> Table<GateService<Proxy>> {
    let service = |site: &Site| GateLayer::new(site.gate.clone()).layer(site.proxy.clone());
    match sites {
        [only] if only.hosts.is_empty() => Table::One(service(only)),
        sites => {
            let mut hosts = HashMap::new();
            for site in sites {
                for host in &site.hosts {
                    hosts.insert(host.clone(), service(site));
                }
            }
            Table::ByHost(hosts)
        }
    }
}

/// Whether an upstream is there to be asked: well, as far as health checks tell, and accepting
/// connections. Else the last one, and what is wrong with it.
async fn reachable(proxy: &Proxy) -> Result<(), (Upstream, String)> {
    let mut last = None;
    for (upstream, well) in proxy.upstreams() {
        let reason = match well {
            true => match accepts(upstream).await {
                Ok(()) => return Ok(()),
                Err(error) => format!("accepts no connection: {error}"),
            },
            false => "fails its health check".to_owned(),
        };
        last = Some((upstream.clone(), reason));
    }
    match last {
        Some(last) => Err(last),
        None => Ok(()),
    }
}

/// Whether the upstream accepts connections.
async fn accepts(upstream: &Upstream) -> io::Result<()> {
    let connecting = TcpStream::connect(format!("{}:{}", upstream.host(), upstream.port()));
    tokio::time::timeout(PATIENCE, connecting)
        .await
        .map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
        .map(drop)
}

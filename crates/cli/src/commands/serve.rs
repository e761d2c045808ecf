//! `jalousie serve`: the gate before a site.

use crate::config::{self, KeySource, Loaded};
use crate::exit::{Error, Exit};
use jalousie_core::catalogue::HostPattern;
use jalousie_core::site::{Mode, Site};
use jalousie_gate::layer::{Gate, GateLayer};
use jalousie_gate::proxy::{Proxy, Upstream};
use jalousie_gate::server::{Server, ServerConfig};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::signal::unix::{SignalKind, signal};
use tower_layer::Layer as _;
use url::Url;

#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The server that has the site, such as http://127.0.0.1:8000
    #[arg(long)]
    pub(crate) upstream: Option<String>,
    /// Address to listen on [default: 127.0.0.1:8080]
    #[arg(long)]
    pub(crate) listen: Option<SocketAddr>,
    /// Configuration file
    #[arg(long)]
    pub(crate) config: Option<PathBuf>,
    /// How readers reach the site [default: each request's Host]
    #[arg(long)]
    pub(crate) public_url: Option<Url>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Error> {
    let loaded = load(arguments)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve(arguments, loaded))
}

/// The configuration with what the command line says over it.
fn load(arguments: &Arguments) -> Result<Loaded, Error> {
    let mut loaded = config::load(arguments.config.as_deref())?;
    if let Some(url) = &arguments.public_url {
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return Err(format!("--public-url \"{url}\": expected an address such as https://news.example").into());
        }
        loaded.public.url = Some(url.clone());
    }
    if let Some(upstream) = &arguments.upstream {
        let upstream = Upstream::parse(upstream).map_err(|error| format!("--upstream {upstream:?}: {error}"))?;
        loaded.upstream = Some(upstream);
    }
    if let Some(listen) = arguments.listen {
        loaded.listen = listen;
    }
    Ok(loaded)
}

/// The site; pages may name the upstream by its own address, which is the publisher's too.
fn site_of(loaded: &Loaded, upstream: &Upstream) -> Result<Site, Error> {
    let mut site = loaded.site(KeySource::Kept)?;
    if let Ok(host) = HostPattern::parse(upstream.authority()) {
        if !site.first_party.contains(&host) {
            site.first_party.push(host);
        }
    }
    Ok(site)
}

async fn serve(arguments: &Arguments, loaded: Loaded) -> Result<Exit, Error> {
    let upstream = loaded.upstream.clone().ok_or("no upstream: give --upstream URL, or [proxy] upstream in the configuration")?;
    let site = site_of(&loaded, &upstream)?;
    let (mode, listen) = (site.mode, loaded.listen);
    let gate = Gate::new(site, loaded.public.clone());
    let proxy = Proxy::new(loaded.proxy(upstream.clone()))?;
    let server = Server::bind(listen, ServerConfig::default()).await?;
    tracing::info!(target: "jalousie", address = %format!("http://{}", server.local_addr()?), %upstream, ?mode, "gate is open for readers");
    tokio::spawn(reload_on_hangup(arguments.clone(), gate.clone()));
    let service = GateLayer::new(gate.clone()).layer(proxy);
    let drained = server.serve(service, stop_signal()).await;
    if drained.cut > 0 {
        tracing::warn!(target: "jalousie", connections = drained.cut, "cut connections that did not end in time");
    }
    if mode == Mode::Observe {
        print!("{}", gate.observations().configuration());
    }
    Ok(Exit::Done)
}

/// Resolves when the program is asked to end: SIGTERM or Ctrl-C.
pub(crate) async fn stop_signal() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

/// SIGHUP: the new configuration as a whole, or, if anything in it is wrong, the old one.
async fn reload_on_hangup(arguments: Arguments, gate: Arc<Gate>) {
    let Ok(mut hangup) = signal(SignalKind::hangup()) else { return };
    while hangup.recv().await.is_some() {
        let reloaded = load(&arguments).and_then(|loaded| {
            let upstream = loaded.upstream.clone().ok_or("no upstream")?;
            site_of(&loaded, &upstream)
        });
        match reloaded {
            Ok(site) => {
                gate.replace_site(site);
                tracing::info!(target: "jalousie", "configuration reloaded; listen, upstream and limits need a restart");
            }
            Err(error) => tracing::error!(target: "jalousie", %error, "configuration not reloaded: the old one stays"),
        }
    }
}

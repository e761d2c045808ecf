//! The demonstration: a newsroom, the gate before it, and stand-ins for third parties, all on this machine.

mod files;

use crate::exit::{Error, Exit};
use crate::keys;
use crate::runtime::runtime;
use files::{Files, Places};
use jalousie_core::catalogue::{Catalogue, HostPattern, Layer, Source};
use jalousie_core::frame::Keys;
use jalousie_core::site::Site;
use jalousie_core::texts::Texts;
use jalousie_gate::layer::{Gate, GateLayer, Public};
use jalousie_gate::proxy::{Proxy, ProxyConfig, Upstream};
use jalousie_gate::receipts::{Receipts, Sqlite};
use jalousie_gate::server::{Server, ServerConfig};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use tokio::sync::watch;
use tower_layer::Layer as _;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Address of the newsroom behind the gate [default: 127.0.0.1:8080, or any port if that one is taken]
    #[arg(long)]
    listen: Option<SocketAddr>,
}

/// The third parties, each with a server and a placeholder of its name.
const STAND_INS: &[(&str, &str)] = &[
    ("fonts", "stand-ins/fonts"),
    ("maps", "stand-ins/maps"),
    ("metrics", "stand-ins/metrics"),
    ("social", "stand-ins/social"),
    ("video", "stand-ins/video"),
];

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Error> {
    runtime()?.block_on(serve(arguments))
}

async fn serve(arguments: &Arguments) -> Result<Exit, Error> {
    let (stop, stopped) = watch::channel(());
    let mut places = Places::default();
    let mut servers = Vec::new();
    for (name, folder) in STAND_INS {
        let server = bind(any_port()).await?;
        places.add(name, server.local_addr()?.to_string());
        servers.push((server, *folder));
    }
    let newsroom = bind(any_port()).await?;
    let front = front(arguments).await?;
    let (raw, gated) = (newsroom.local_addr()?, front.local_addr()?);
    places.add("without", raw.to_string());
    places.add("with", gated.to_string());
    let places = Arc::new(places);
    servers.push((newsroom, "newsroom"));
    for (server, folder) in servers {
        tokio::spawn(server.serve(Files::new(folder, places.clone()), wait(stopped.clone())));
    }
    let site = site(&places, raw)?;
    // In memory: the demonstration leaves nothing behind.
    let store = Box::new(Sqlite::in_memory(site.keys.clone())?);
    let receipts = Receipts::new(store, 1000)?;
    let gate = Gate::with_receipts(site, Public::default(), Some(receipts));
    let proxy = Proxy::new(ProxyConfig::new(Upstream::parse(&format!("http://{raw}"))?))?;
    let service = GateLayer::new(gate).layer(proxy);
    println!("{}", welcome(gated, raw));
    front
        .serve(service, crate::commands::serve::stop_signal())
        .await;
    drop(stop);
    Ok(Exit::Done)
}

fn any_port() -> SocketAddr {
    SocketAddr::from((Ipv4Addr::LOCALHOST, 0))
}

async fn bind(address: SocketAddr) -> Result<Server, Error> {
    Ok(Server::bind(address, ServerConfig::default()).await?)
}

/// The gate's own address: the one asked for, else 8080 if it is free.
async fn front(arguments: &Arguments) -> Result<Server, Error> {
    match arguments.listen {
        Some(address) => bind(address).await,
        None => match bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 8080))).await {
            Ok(server) => Ok(server),
            Err(_) => bind(any_port()).await,
        },
    }
}

async fn wait(mut stopped: watch::Receiver<()>) {
    // The sender goes when the gate has stopped.
    while stopped.changed().await.is_ok() {}
}

/// The site: the catalogue with the fictional services on top.
fn site(places: &Places, raw: SocketAddr) -> Result<Site, Error> {
    let own = files::texts("services/", places);
    let services = own
        .iter()
        .map(|(name, text)| Source { name, text })
        .collect();
    let catalogue = Catalogue::load(&[
        Layer::embedded(),
        Layer {
            services,
            ..Layer::default()
        },
    ])?;
    let keys = Keys::new(vec![keys::generate()?]).ok_or("no key")?;
    let mut site = Site::new(keys, Arc::new(catalogue), Texts::embedded());
    site.upstreams = vec![HostPattern::parse(&raw.to_string())?];
    site.services_used = own
        .iter()
        .filter_map(|(name, _)| Some(name.rsplit('/').next()?.strip_suffix(".toml")?.to_owned()))
        .collect();
    site.preferences_link = true;
    site.receipt_days = Some(1);
    Ok(site)
}

fn welcome(gated: SocketAddr, raw: SocketAddr) -> String {
    format!(
        "
  Jalousie: a newsroom with a map, posts and a video from third parties.
  (Newsroom and third parties are stand-ins on this machine: nothing leaves it.)

  Behind the gate     http://{gated}/
    the article       http://{gated}/en/arvelle   http://{gated}/fr/arvelle   http://{gated}/ar/arvelle
    nothing external  http://{gated}/en/about
    your choices      http://{gated}/_jalousie/preferences
    your receipts     http://{gated}/_jalousie/receipts
  Without the gate    http://{raw}/en/arvelle

  To try
    1. Open the article, and your browser's network panel: nothing goes to another port.
    2. \"Show this content\" on the map: the map, and only the map.
    3. \"Always show\" on a post: both posts open, and stay open when you reload.
    4. \"Your choices\": withdraw. Everything closes again.
    5. Switch JavaScript off and do it all again. Or never touch the mouse.
    6. Compare with the same article without the gate.

  Ctrl-C ends the demonstration."
    )
}

//! `jalousie serve`: the gate before a site.

use crate::config::{self, Encryption, Loaded, values};
use crate::descriptors;
use crate::exit::{Error, Exit};
use crate::handover::{self, Sockets};
use crate::operators::Operators;
use crate::running::Running;
use crate::runtime::runtime;
use crate::stores;
use jalousie_gate::metrics::{Reload, metrics};
use jalousie_gate::proxy::Upstream;
use jalousie_gate::record::{Recorded, Recorder};
use jalousie_gate::server::{Certificates, Drained, Redirect, Server, serve_both};
use std::future::Future;
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use url::Url;

/// How often the certificates' files are looked at.
const CERTIFICATES_LOOKED_AFTER: Duration = Duration::from_secs(60);

const EXAMPLES: &str = "\
Examples:
  jalousie serve --upstream http://127.0.0.1:8000
      the site on port 8000, gated on http://127.0.0.1:8080: no configuration needed
  jalousie serve --upstream http://127.0.0.1:8000 --public-url https://news.example
      behind something that speaks TLS for the gate
  jalousie serve --config jalousie.toml
      everything from a file; `jalousie init` writes one

What the command line says counts more than the file.
Signals: SIGHUP reads the configuration again, as a whole or not at all, and opens the
access log anew; SIGUSR2 starts the program that is on the disk now and hands it the sockets; SIGTERM
and Ctrl-C let what is in flight finish.";

#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The server that has the site, such as http://127.0.0.1:8000
    #[arg(long, value_name = "URL", value_parser = values::upstream)]
    upstream: Option<Upstream>,
    /// Address to listen on [default: 127.0.0.1:8080]; port 0 lets the system choose
    #[arg(long, value_name = "ADDRESS", value_parser = values::listen)]
    listen: Option<SocketAddr>,
    /// How readers reach the site, such as https://news.example [default: each request's Host]
    #[arg(long, value_name = "URL", value_parser = values::origin)]
    public_url: Option<Url>,
    #[command(flatten)]
    source: config::Source,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Error> {
    let sockets = Sockets::inherited()?;
    let loaded = load(arguments)?;
    runtime()?.block_on(serve(arguments, loaded, sockets))
}

/// The configuration with what the command line says over it.
fn load(arguments: &Arguments) -> Result<Loaded, Error> {
    let mut loaded = config::load(&arguments.source, None)?;
    let about_one = [
        ("--public-url", arguments.public_url.is_some()),
        ("--upstream", arguments.upstream.is_some()),
    ];
    if let (false, Some((option, _))) = (
        loaded.sites.is_empty(),
        about_one.iter().find(|(_, given)| *given),
    ) {
        return Err(format!("{option} is about one site, and the configuration has several: expected it in the file of one").into());
    }
    if let Some(url) = &arguments.public_url {
        loaded.public.url = Some(url.clone());
    }
    if let Some(upstream) = &arguments.upstream {
        loaded.upstreams = vec![upstream.clone()];
    }
    if let Some(listen) = arguments.listen {
        loaded.listen = listen;
    }
    let listen = loaded.listen;
    let mut upstreams = loaded.each().iter().flat_map(|site| &site.upstreams);
    if let Some(upstream) = upstreams.find(|one| config::leads_to_itself(one, listen)) {
        return Err(format!("upstream {upstream} is the gate's own address {listen}: expected the server that has the site").into());
    }
    Ok(loaded)
}

async fn serve(arguments: &Arguments, loaded: Loaded, mut sockets: Sockets) -> Result<Exit, Error> {
    descriptors::raise(loaded.server.max_connections);
    let sites = Running::start(&loaded)?;
    let recorder = Arc::new(Recorder::new(loaded.record())?);
    let certificates = certificates(&loaded)?;
    let server = Server::from_listener(sockets.listen(loaded.listen).await?, loaded.server);
    let server = server.with_trusted(loaded.public.trusted.clone());
    let server = match &certificates {
        Some(certificates) => server.with_tls(certificates.clone()),
        None => server,
    };
    let redirect = redirect(&loaded, &mut sockets).await?;
    let operators = match loaded.operators {
        Some(address) => Some(Server::from_listener(
            sockets.listen(address).await?,
            loaded.server.bare(),
        )),
        None => None,
    };
    sockets.close_others();
    // Before anybody is told that the gate is open: a signal that comes early must not end it.
    let (stop, hangup) = (stop_signal(), signal(SignalKind::hangup())?);
    let succeeded = handover::succeeded(signal(SignalKind::user_defined2())?, sockets);
    let stop = async {
        tokio::select! {
            () = stop => handover::notify("STOPPING=1"),
            () = succeeded => {}
        }
    };
    announce(&loaded, &server, operators.as_ref())?;
    tokio::spawn(warn_if_unreachable(sites.clone()));
    tokio::spawn(stores::purge(sites.clone()));
    let mut arguments = arguments.clone();
    // Should the file be gone one day, the defaults are not what was meant.
    arguments.source.config = loaded.file.clone();
    tokio::spawn(reload_on(
        hangup,
        arguments,
        loaded.needs_restart(),
        sites.clone(),
        recorder.clone(),
        certificates,
    ));
    handover::ready();
    // Dropped at the stop, which is when those who listen to it hear of it.
    let open = watch::Sender::new(());
    let redirecting = redirect.map(|(server, answers)| {
        let mut open = open.subscribe();
        tokio::spawn(server.serve(answers, async move {
            let _ = open.changed().await;
        }))
    });
    let stop = async move {
        stop.await;
        drop(open);
    };
    let service = Recorded::new(sites.service(), recorder.clone());
    let drained = match operators {
        None => server.serve(service, stop).await,
        Some(listener) => {
            let answers = Operators::new(sites.clone());
            let stop = answers.told_of(stop);
            serve_both((server, service), (listener, answers), stop)
                .await
                .0
        }
    };
    if let Some(redirecting) = redirecting {
        // It ended badly only if it panicked, which was said then.
        let _ = redirecting.await;
    }
    sites.close().await;
    recorder.finish().await;
    finish(&sites, drained)?;
    Ok(Exit::Done)
}

/// The certificates under `[[proxy.tls]]`, read and followed.
fn certificates(loaded: &Loaded) -> Result<Option<Certificates>, Error> {
    let Encryption {
        certificates,
        http2,
        ..
    } = &loaded.encryption;
    if certificates.is_empty() {
        return Ok(None);
    }
    let certificates = Certificates::read(certificates.clone(), *http2)?;
    let followed = certificates.clone();
    tokio::spawn(async move { followed.follow(CERTIFICATES_LOOKED_AFTER).await });
    Ok(Some(certificates))
}

/// The listener that sends readers on to https.
async fn redirect(
    loaded: &Loaded,
    sockets: &mut Sockets,
) -> Result<Option<(Server, Redirect)>, Error> {
    let Some(address) = loaded.encryption.redirect else {
        return Ok(None);
    };
    let sites = loaded.each().iter();
    let origins =
        sites.flat_map(|site| site.public.url.iter().chain(&site.settings().frame_origin));
    let mut origins = origins.filter(|url| url.scheme() == "https").cloned();
    let first = origins
        .next()
        .ok_or("proxy.redirect_listen: expected a site with https:// in its site.url")?;
    let server = Server::from_listener(sockets.listen(address).await?, loaded.server.http1());
    let server = server.with_trusted(loaded.public.trusted.clone());
    Ok(Some((server, Redirect::new(first, origins.collect()))))
}

fn announce(loaded: &Loaded, server: &Server, operators: Option<&Server>) -> io::Result<()> {
    if let Some(operators) = operators {
        let address = format!("http://{}", operators.local_addr()?);
        tracing::info!(target: "jalousie", %address, "health and metrics are served");
    }
    let configuration = loaded
        .file
        .as_ref()
        .map_or("defaults".to_owned(), |file| file.display().to_string());
    let tls = !loaded.encryption.certificates.is_empty();
    let scheme = if tls { "https" } else { "http" };
    let address = format!("{scheme}://{}", server.local_addr()?);
    for site in loaded.each() {
        let mode = site.settings().mode.word();
        let host = site.hosts.first().map(|host| host.value.as_str());
        let upstream = words(&site.upstreams);
        tracing::info!(target: "jalousie", host, upstream, mode, "a site is served");
    }
    tracing::info!(target: "jalousie", %address, configuration, "the gate is open for readers");
    Ok(())
}

fn words(upstreams: &[Upstream]) -> String {
    let words: Vec<String> = upstreams.iter().map(ToString::to_string).collect();
    words.join(", ")
}

async fn warn_if_unreachable(sites: Running) {
    for (upstream, error) in sites.unreachable().await {
        tracing::warn!(target: "jalousie", %upstream, error, "the upstream does not answer yet; readers get an error page until it does");
    }
}

fn finish(sites: &Running, drained: Drained) -> io::Result<()> {
    let Drained { open, cut } = drained;
    if cut > 0 {
        tracing::warn!(target: "jalousie", connections = cut, "cut connections that did not end in time");
    }
    tracing::info!(target: "jalousie", connections = open, "the gate is closed");
    if sites.observes() {
        io::stdout().write_all(sites.observed().as_bytes())?;
    }
    Ok(())
}

/// Is ready when the program is asked to end: by SIGTERM or Ctrl-C. It listens from now on, not
/// only once it is polled.
pub(crate) fn stop_signal() -> impl Future<Output = ()> {
    let signals = [SignalKind::terminate(), SignalKind::interrupt()].map(signal);
    async move {
        let [Ok(mut terminate), Ok(mut interrupt)] = signals else {
            return std::future::pending().await;
        };
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    }
}

/// SIGHUP: the new configuration as a whole, or, if anything in it is wrong, the old one.
async fn reload_on(
    mut hangup: Signal,
    arguments: Arguments,
    running: String,
    sites: Running,
    recorder: Arc<Recorder>,
    certificates: Option<Certificates>,
) {
    while hangup.recv().await.is_some() {
        // Whatever is in the file: who moved the log away sends this very signal.
        let log = recorder.clone();
        let _ = tokio::task::spawn_blocking(move || log.reopen()).await;
        if let Some(certificates) = &certificates {
            certificates.reload_and_say();
        }
        let reloaded = load(&arguments).and_then(|loaded| {
            sites.replace(&loaded)?;
            Ok(loaded)
        });
        match reloaded {
            Ok(loaded) => {
                metrics().reloads.of(Reload::Done).one();
                tracing::info!(target: "jalousie", "configuration reloaded");
                if loaded.needs_restart() != running {
                    tracing::warn!(target: "jalousie", "changes of [receipts], [observability], and in [proxy] of what is about readers' connections, wait for a restart");
                }
            }
            Err(error) => {
                metrics().reloads.of(Reload::Failed).one();
                for line in error.to_string().lines() {
                    tracing::error!(target: "jalousie", "{line}");
                }
                tracing::error!(target: "jalousie", "configuration not reloaded: the old one stays in force");
            }
        }
    }
}

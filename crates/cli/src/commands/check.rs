//! `jalousie check`: a configuration and a catalogue, with all that is wrong in them at once.

use crate::colour::Paint;
use crate::config::{self, KeySetting, KeySource, Loaded};
use crate::exit::{Error, Exit};
use jalousie_core::catalogue::{Category, Layer, Service};
use jalousie_core::diagnostics::Diagnostics;
use jalousie_core::site::{Cache, Mode, Site};
use std::io::{self, Write};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  jalousie check                         jalousie.toml in this folder, or else the defaults
  jalousie check --config site.toml      another file
  jalousie check --catalogue services/   entries of your own, before they are in a configuration

Exit codes: 0 all is well; 1 errors in the files, one per line as file:line:column; 2 a file cannot
be read.";

/// So many missing texts are named, and no more.
const MISSING_NAMED: usize = 8;

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(flatten)]
    source: config::Source,
    /// A folder of services, or a whole catalogue, in place of `[services] folder`
    #[arg(long, value_name = "FOLDER")]
    catalogue: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments, quiet: bool) -> Result<Exit, Error> {
    let loaded = match config::load(&arguments.source, arguments.catalogue.as_deref()) {
        Ok(loaded) => loaded,
        Err(error) => {
            return report(
                error.found(),
                if error.unreadable {
                    Exit::Failed
                } else {
                    Exit::Findings
                },
            );
        }
    };
    // The keys are files too.
    let mut found = Diagnostics::new();
    for site in loaded.each() {
        if let Err(error) = site.site(KeySource::Offline) {
            found.extend(*error.downcast::<Diagnostics>()?);
        }
    }
    if !found.is_empty() {
        return report(&found, Exit::Findings);
    }
    if !quiet {
        summary(&loaded, &mut io::stdout().lock())?;
    }
    Ok(Exit::Done)
}

fn report(found: &Diagnostics, exit: Exit) -> Result<Exit, Error> {
    let mut output = io::stderr().lock();
    for one in found.iter() {
        writeln!(output, "{one}")?;
    }
    let count = if found.len() == 1 {
        "1 error".to_owned()
    } else {
        format!("{} errors", found.len())
    };
    writeln!(output, "{}", Paint::on(&io::stderr()).bad(&count))?;
    Ok(exit)
}

/// What is in force.
fn summary(loaded: &Loaded, output: &mut impl Write) -> io::Result<()> {
    let paint = Paint::on(&io::stdout());
    let name = loaded.file.as_ref().map(|file| file.display().to_string());
    let name = name.unwrap_or_else(|| "the defaults".to_owned());
    writeln!(output, "{} {name}", paint.good("In order:"))?;
    let mut write = |lines: Vec<(&'static str, String)>| {
        lines.iter().try_for_each(|(key, value)| {
            writeln!(output, "  {} {value}", paint.strong(&format!("{key:<12}")))
        })
    };
    write(vec![("listens", listeners(loaded))])?;
    for site in loaded.each() {
        if let (false, Some(file)) = (loaded.sites.is_empty(), &site.file) {
            write(vec![
                ("", String::new()),
                ("file", file.display().to_string()),
            ])?;
        }
        write(lines(site))?;
    }
    Ok(())
}

fn lines(loaded: &Loaded) -> Vec<(&'static str, String)> {
    let site = loaded.settings();
    let pages = match site.cache {
        Cache::Shared if !site.in_page.is_empty() => {
            "differ by what readers agree to of the categories in the page: see docs/caches.md"
        }
        Cache::Shared => "the same for all readers: any cache may keep them",
        Cache::Private => "may differ from reader to reader: no shared cache keeps them",
    };
    let upstreams: Vec<String> = loaded.upstreams.iter().map(ToString::to_string).collect();
    let upstream = Some(upstreams.join(", ")).filter(|words| !words.is_empty());
    let gpc = if site.honour_gpc {
        "honoured"
    } else {
        "ignored"
    };
    let told = if site.tell_site {
        "; the site is told, and no shared cache keeps its answers"
    } else {
        ""
    };
    let consent = format!(
        "cookie {}, {} days; Sec-GPC {gpc}{told}",
        site.cookie, site.consent_days
    );
    let own: Vec<String> = site.first_party.iter().map(ToString::to_string).collect();
    let own = if own.is_empty() {
        "no host but the pages' own and the upstream's".to_owned()
    } else {
        own.join(", ")
    };
    let mut lines = vec![
        ("mode", mode(site.mode).to_owned()),
        ("site", site_words(loaded)),
        (
            "upstream",
            upstream.unwrap_or_else(|| "none here: --upstream says it".to_owned()),
        ),
        ("pages", pages.to_owned()),
        ("consent", consent),
        ("receipts", receipts(loaded)),
        ("frames", frames(loaded)),
        ("services", services(loaded)),
        ("categories", categories(loaded)),
        ("languages", languages(loaded)),
    ];
    lines.extend(missing_texts(loaded));
    if !site.in_page.is_empty() {
        let words = format!("{}, after a yes", site.in_page.join(", "));
        lines.push(("in the page", words));
    }
    lines.push(("first party", own));
    let widest = site
        .allowed
        .iter()
        .map(|allowed| allowed.host.to_string().len())
        .max();
    for (at, allowed) in site.allowed.iter().enumerate() {
        let (host, width) = (allowed.host.to_string(), widest.unwrap_or_default());
        lines.push((
            if at == 0 { "allowed" } else { "" },
            format!("{host:<width$}  {}", allowed.reason),
        ));
    }
    if widest.is_none() {
        lines.push(("allowed", "no third party".to_owned()));
    }
    lines.extend(exceptions(site));
    lines
}

/// The paths that are treated otherwise, and why.
fn exceptions(site: &Site) -> impl Iterator<Item = (&'static str, String)> {
    let widest = site.exceptions.iter().map(|one| one.words().len()).max();
    let width = widest.unwrap_or_default();
    let lines = site.exceptions.iter().enumerate();
    lines.map(move |(at, exception)| {
        let key = if at == 0 { "exceptions" } else { "" };
        let words = exception.words();
        (key, format!("{words:<width$}  {}", exception.reason))
    })
}

fn languages(loaded: &Loaded) -> String {
    let texts = &loaded.settings().texts;
    let codes: Vec<&str> = texts.codes().collect();
    let awaiting = texts
        .languages()
        .filter(|language| language.awaits_review());
    match awaiting.count() {
        0 => codes.join(", "),
        awaiting => format!("{}; {awaiting} await a native review", codes.join(", ")),
    }
}

/// Languages that lack texts, and which; readers get those in another language.
fn missing_texts(loaded: &Loaded) -> Vec<(&'static str, String)> {
    let lacking = loaded.settings().texts.languages().filter_map(|language| {
        let missing = language.missing();
        let (code, count) = (language.code(), missing.len());
        let named = match missing.get(..MISSING_NAMED) {
            Some(first) => format!("{} and more", first.join(", ")),
            None => missing.join(", "),
        };
        (count > 0).then(|| format!("{code} lacks {count}, given in another language: {named}"))
    });
    lacking.map(|words| ("", words)).collect()
}

fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Gate => "gate",
        Mode::Observe => "observe: pages stay as they are",
        Mode::Off => "off",
    }
}

fn site_words(loaded: &Loaded) -> String {
    let site = loaded.settings();
    let address = loaded
        .public
        .url
        .as_ref()
        .map(|url| url.origin().ascii_serialization());
    let address = address.unwrap_or_else(|| "wherever a request's Host says".to_owned());
    let name = site
        .name
        .as_ref()
        .map_or(String::new(), |name| format!(", {name}"));
    format!(
        "{address}{name}; notices in the page's language, else the reader's, else {}",
        site.language
    )
}

fn listeners(loaded: &Loaded) -> String {
    let operators = loaded.operators.map_or(String::new(), |address| {
        format!("; health and metrics on {address}")
    });
    format!("{}{operators}", loaded.listen)
}

fn receipts(loaded: &Loaded) -> String {
    let days = loaded.settings().receipt_days;
    let days = days.map_or(String::new(), |days| format!(", for {days} days"));
    format!("{}{days}", loaded.receipts.store)
}

fn frames(loaded: &Loaded) -> String {
    let host = match &loaded.settings().frame_origin {
        Some(origin) => format!("on {}", origin.origin().ascii_serialization()),
        None => "on the site itself".to_owned(),
    };
    let keys = match &loaded.keys {
        KeySetting::Listed(_) => "keys from the configuration".to_owned(),
        setting => {
            let path = setting.path();
            let made = if path.exists() {
                ""
            } else {
                ", made on first run"
            };
            format!("keys in {}{made}", path.display())
        }
    };
    format!("{host}; {keys}")
}

/// The categories as readers see them, in the site's language.
fn categories(loaded: &Loaded) -> String {
    let site = loaded.settings();
    let language = site.texts.language(&site.language);
    let name = |category: &Category| {
        let name = language.format("category-name", &[("category", &category.id)]);
        format!("{name} ({})", category.id)
    };
    let names: Vec<String> = site.catalogue.categories().iter().map(name).collect();
    names.join(", ")
}

fn services(loaded: &Loaded) -> String {
    let catalogue = &loaded.settings().catalogue;
    let embedded = Layer::embedded().services;
    let is_own = |service: &&Service| embedded.iter().all(|source| source.stem() != service.id);
    let mut words = format!("{} in the catalogue", catalogue.services().len());
    let own = catalogue.services().iter().filter(is_own).count();
    if own > 0 {
        words += &format!(", {own} of your own");
    }
    if !loaded.off.is_empty() {
        words += &format!(", off: {}", loaded.off.join(", "));
    }
    match loaded.settings().services_used.as_slice() {
        [] => words,
        used => format!("{words}; used: {}", used.join(", ")),
    }
}

//! `jalousie services test`: what an address or markup matches, and why.

use super::detail;
use super::json::kind;
use super::tag::Tag;
use crate::colour::Paint;
use crate::config::{KeySource, values};
use crate::exit::{Error, Exit};
use jalousie_core::catalogue::{Captures, Catalogue, EmbedMatch, Service, UNCLASSIFIED};
use jalousie_core::frame::{Content, Holds};
use jalousie_core::rewrite::{Finding, Kind, Page, Rewriter};
use jalousie_core::site::Site;
use std::collections::BTreeSet;
use std::io::{self, Read as _, Write};
use std::sync::Arc;
use url::Url;

const EXAMPLES: &str = "\
Exit codes: 0 a service claims it; 1 none does: it is unclassified, first-party, allowed, or nothing
external.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// An address, markup as publishers paste it, or `-` for markup on standard input
    #[arg(value_name = "URL-OR-MARKUP")]
    subject: String,
    /// The address of the page that it is in
    #[arg(long, default_value = "https://site.example/", value_parser = values::page)]
    url: Url,
    #[command(flatten)]
    from: super::From,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Error> {
    let site = arguments.from.load()?.site(KeySource::Offline)?;
    let site = site.at(arguments.url.path());
    let mut subject = arguments.subject.trim().to_owned();
    if subject == "-" {
        subject.clear();
        io::stdin()
            .read_to_string(&mut subject)
            .map_err(|error| format!("standard input: {error}"))?;
    }
    let mut explain = Explain {
        paint: Paint::on(&io::stdout()),
        output: io::stdout().lock(),
    };
    let claimed = if subject.contains('<') {
        explain.markup(site, &subject, &arguments.url)?
    } else {
        explain.address(&site, &address(&subject)?, &arguments.url)?
    };
    Ok(if claimed { Exit::Done } else { Exit::Findings })
}

fn address(text: &str) -> Result<Url, Error> {
    let whole = if text.starts_with("//") {
        format!("https:{text}")
    } else {
        text.to_owned()
    };
    let expected = "expected a whole address such as https://player.example/1, or markup";
    let url = Url::parse(&whole).map_err(|_| format!("{text:?}: {expected}"))?;
    if url.has_host() {
        Ok(url)
    } else {
        Err(format!("{text:?}: {expected}").into())
    }
}

/// Writes what was found.
struct Explain<W> {
    paint: Paint,
    output: W,
}

impl<W: Write> Explain<W> {
    /// An address: as an embed's, and as one of something unseen. Says whether a service claims it.
    fn address(&mut self, site: &Site, url: &Url, page: &Url) -> Result<bool, Error> {
        self.title(url.as_str(), "")?;
        if site.admits(page, url) {
            let allowed = site
                .allowed
                .iter()
                .find(|allowed| allowed.host.matches(url));
            self.line(
                "admitted",
                &allowed.map_or("first-party: never gated".to_owned(), |allowed| {
                    format!("allowed host: {}", allowed.reason)
                }),
            )?;
            return Ok(false);
        }
        let embed = elements(&site.catalogue).into_iter().find_map(|name| {
            let tag = Tag::named(&name);
            site.catalogue
                .embed(&tag, Some(url))
                .map(|found| (name, found))
        });
        if let Some((element, found)) = &embed {
            self.line(
                "as an embed",
                &format!("in <{element}>, of {}", whose(found.service)),
            )?;
            self.matched(found, Some(url), None)?;
        }
        let resource = site.catalogue.resource(url);
        match resource {
            Some(service) => {
                self.line(
                    "as a resource",
                    &format!("script, image, style …, of {}", whose(service)),
                )?;
                self.claim(service, url)?;
            }
            None if embed.is_none() => {
                self.line("gated", &format!("no service claims it: {UNCLASSIFIED}"))?
            }
            None => {}
        }
        Ok(embed.is_some() || resource.is_some())
    }

    /// Markup: everything external in it, as the rewriter finds it.
    fn markup(&mut self, site: Site, markup: &str, page: &Url) -> Result<bool, Error> {
        let site = Arc::new(site);
        let mut rewriter = Rewriter::new(site.clone(), Page::new(page.clone()));
        let mut html = Vec::new();
        rewriter.push(markup.as_bytes(), &mut html)?;
        rewriter.finish(&mut html)?;
        let findings = rewriter.findings();
        if findings.is_empty() {
            self.title("Nothing external", ": it stays as it is")?;
            return Ok(false);
        }
        let mut notices = contents(&site, &String::from_utf8_lossy(&html)).into_iter();
        for finding in findings {
            let content = if finding.kind == Kind::Embed {
                notices.next().flatten()
            } else {
                None
            };
            self.finding(
                &site.catalogue,
                finding,
                markup,
                content.filter(|content| content.service == finding.service),
            )?;
        }
        Ok(findings
            .iter()
            .any(|finding| finding.service != UNCLASSIFIED))
    }

    fn finding(
        &mut self,
        catalogue: &Catalogue,
        finding: &Finding,
        markup: &str,
        content: Option<Content>,
    ) -> io::Result<()> {
        let Finding {
            kind,
            element,
            line,
            ..
        } = finding;
        let name = format!("<{element}>");
        let Some(service) = catalogue.service(&finding.service) else {
            self.title(&name, &format!(" on line {line}"))?;
            self.line("address", &finding.url)?;
            return self.line("gated", &format!("no service claims it: {UNCLASSIFIED}"));
        };
        let role = if *kind == Kind::Embed {
            "embed"
        } else {
            "resource"
        };
        self.title(
            &name,
            &format!(" on line {line}: {role} of {}", whose(service)),
        )?;
        let url = Url::parse(&finding.url).ok();
        if *kind == Kind::Resource {
            self.line("address", &finding.url)?;
            return url.map_or(Ok(()), |url| self.claim(service, &url));
        }
        let start = usize::try_from(finding.offset).ok();
        let start = start
            .and_then(|offset| markup.get(offset..))
            .and_then(Tag::read);
        let tag = start.filter(|tag| tag.name == *element);
        let tag = tag.unwrap_or_else(|| Tag::named(element));
        let found = catalogue.embed(&tag, url.as_ref());
        match found.filter(|found| found.service.id == service.id) {
            Some(found) => self.matched(&found, url.as_ref(), content.as_ref()),
            None => self.line("address", &finding.url),
        }
    }

    /// A shape that matched, and what becomes of it. What the page itself gave is in `content`.
    fn matched(
        &mut self,
        found: &EmbedMatch<'_>,
        url: Option<&Url>,
        content: Option<&Content>,
    ) -> io::Result<()> {
        let EmbedMatch { service, shape, .. } = found;
        let captures = captures(found, content);
        let pattern = url.and_then(|url| shape.urls.iter().find(|pattern| pattern.accepts(url)));
        let own = pattern.and(url).map(Url::to_string);
        let pattern = pattern.map_or(String::new(), |pattern| format!(", {pattern}"));
        let (number, file, words) = (shape.position + 1, &service.id, detail::words(shape));
        let entry = format!("[[embed]] {number} of {file}.toml: {words}{pattern}");
        self.line("matched by", &entry)?;
        let pairs = captures
            .iter()
            .map(|(name, value)| format!("{name} = {value}"));
        self.line("captured", &pairs.collect::<Vec<_>>().join(", "))?;
        let link = content.and_then(|content| content.link.clone());
        let link = link.or_else(|| Some(shape.link.as_ref()?.fill(&captures)?.into()));
        self.line(
            "public page",
            &link.or_else(|| own.clone()).unwrap_or_default(),
        )?;
        let loads = match (
            content.map(|content| &content.holds),
            service.frame_src(shape),
        ) {
            (Some(Holds::Iframe { src }), _) => Some(src.clone()),
            (Some(_), _) => None,
            (None, Some(template)) => template.fill(&captures).map(String::from),
            (None, None) => own,
        };
        let loads = loads.map_or(String::new(), |src| format!(" of {src}"));
        let frame = kind(service.frame_kind(shape));
        self.line("frame", &format!("{frame}{loads}"))?;
        let hosts = service
            .frame
            .iter()
            .flat_map(|frame| frame.host_sources(&captures));
        self.line("open to", &hosts.collect::<Vec<_>>().join(", "))
    }

    /// Which of a service's lists claims an address.
    fn claim(&mut self, service: &Service, url: &Url) -> io::Result<()> {
        let Service {
            id,
            resources,
            frame,
            ..
        } = service;
        let pattern = resources.urls.iter().find(|pattern| pattern.accepts(url));
        let host = resources.hosts.iter().find(|host| host.matches(url));
        let shown = frame
            .iter()
            .flat_map(|frame| &frame.hosts)
            .find(|host| host.matches(url));
        let list = match (pattern, host, shown) {
            (Some(pattern), ..) => format!("[resources] urls of {id}.toml: {pattern}"),
            (None, Some(host), _) => format!("[resources] hosts of {id}.toml: {host}"),
            (None, None, Some(host)) => format!("[frame] hosts of {id}.toml: {host}"),
            (None, None, None) => String::new(),
        };
        self.line("matched by", &list)
    }

    fn title(&mut self, name: &str, more: &str) -> io::Result<()> {
        writeln!(self.output, "{}{more}", self.paint.strong(name))
    }

    /// A line, if there is anything to say.
    fn line(&mut self, key: &str, value: &str) -> io::Result<()> {
        if value.is_empty() {
            return Ok(());
        }
        let key = format!("{key:<13}");
        writeln!(self.output, "  {} {value}", self.paint.faint(&key))
    }
}

/// What the element gave, and what the links and scripts of the page did.
fn captures(found: &EmbedMatch<'_>, content: Option<&Content>) -> Captures {
    let mut captures = found.captures.clone();
    if let Some(Holds::Script { captures: more, .. }) = content.map(|content| &content.holds) {
        let more = more
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        captures.merge(&more.collect());
    }
    captures
}

fn whose(service: &Service) -> String {
    format!(
        "{} ({}), category {}",
        service.name, service.id, service.category
    )
}

/// The elements that embeds are made of, the most usual one first.
fn elements(catalogue: &Catalogue) -> Vec<String> {
    let shapes = catalogue
        .services()
        .iter()
        .flat_map(|service| &service.embeds);
    let all: BTreeSet<&String> = shapes.flat_map(|shape| &shape.elements).collect();
    let mut all: Vec<String> = all.into_iter().cloned().collect();
    all.sort_by_key(|name| name != "iframe");
    all
}

/// What the frames of the notices in `html` would hold, in their order; `None`: no frame.
fn contents(site: &Site, html: &str) -> Vec<Option<Content>> {
    let start = format!("data-jalousie-frame=\"{}frame/", site.prefix);
    let content = |notice: &str| {
        let (figure, _) = notice.split_once('>')?;
        let (token, _) = figure.split_once(&start)?.1.split_once('"')?;
        site.keys.verify(token).ok()
    };
    html.split("<figure class=\"jalousie\"")
        .skip(1)
        .map(content)
        .collect()
}

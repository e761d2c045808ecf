//! The document that a frame is, and the policy it comes with.

use super::{Content, Holds};
use crate::catalogue::{Captures, Service};
use crate::notice::{Html, content_title};
use crate::site::Site;
use crate::texts::Language;
use url::Url;

/// Where a frame document is served from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FramePlace {
    /// The site's own host: scripts of third parties run there without an origin.
    Site,
    /// A host of its own: scripts may have that host's origin.
    FrameHost,
}

/// A frame document and its headers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameDocument {
    /// The document.
    pub html: String,
    /// Its Content-Security-Policy.
    pub policy: String,
}

/// What a frame's sandbox allows in any case.
const SANDBOX: &str =
    "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-forms allow-presentation";

/// Tells the page how high the content is. The body's own height, not the
/// document's: that one follows the frame and would never shrink.
const REPORT_HEIGHT: &str = "new ResizeObserver(function(){parent.postMessage({jalousie:{height:\
    Math.ceil(document.body.getBoundingClientRect().height)}},'*')}).observe(document.body)";

impl Content {
    /// Whether third-party scripts run in the frame's own document.
    pub fn runs_scripts(&self) -> bool {
        matches!(self.holds, Holds::Script { .. })
    }

    /// The `sandbox` attribute of the page's iframe for this content, if it needs one.
    pub fn sandbox(&self, place: FramePlace) -> Option<String> {
        self.runs_scripts().then(|| sandbox(place))
    }

    /// The `allow` attribute of the page's iframe for this content.
    pub fn allow(&self, site: &Site) -> String {
        allow(site, &self.service, self.runs_scripts())
    }

    /// The frame document; `None` where the catalogue no longer knows how to make it.
    ///
    /// `page` is the origin of the site, which alone may hold the frame.
    pub fn document(
        &self,
        site: &Site,
        language: &Language,
        place: FramePlace,
        page: &Url,
    ) -> Option<FrameDocument> {
        let service = site.catalogue.service(&self.service);
        let title = content_title(site, language, self);
        let ancestors = match place {
            FramePlace::Site => "'self'".to_owned(),
            FramePlace::FrameHost => page.origin().ascii_serialization(),
        };
        let end =
            format!("; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}; sandbox ");
        let (body, policy) = match &self.holds {
            Holds::Iframe { src } => {
                let hosts = hosts(service, &Captures::default(), &[src])?;
                let policy = format!(
                    "default-src 'none'; style-src 'unsafe-inline'; frame-src {hosts}{end}{SANDBOX} allow-same-origin"
                );
                (self.iframe(site, &title, src), policy)
            }
            Holds::Media { video, sources } => {
                let hosts = hosts(
                    None,
                    &Captures::default(),
                    &sources.iter().map(String::as_str).collect::<Vec<_>>(),
                )?;
                let policy = format!(
                    "default-src 'none'; style-src 'unsafe-inline'; media-src {hosts}{end}{SANDBOX} allow-same-origin"
                );
                (media(*video, sources), policy)
            }
            Holds::Script {
                shape,
                captures,
                attributes,
            } => {
                let captures: Captures = captures.iter().map(|(n, v)| (n, v)).collect();
                let hosts = hosts(service, &captures, &[])?;
                let body = script_body(service?, *shape, &captures, attributes)?;
                let policy = format!(
                    "default-src 'none'; script-src {hosts} 'unsafe-inline' 'unsafe-eval'; style-src {hosts} 'unsafe-inline'; \
                     img-src {hosts} data: blob:; font-src {hosts} data:; media-src {hosts} data: blob:; connect-src {hosts}; \
                     frame-src {hosts}; worker-src {hosts} blob:{end}{}",
                    sandbox(place)
                );
                (body, policy)
            }
        };
        Some(FrameDocument {
            html: self.wrap(language, &title, &body),
            policy,
        })
    }

    fn iframe(&self, site: &Site, title: &str, src: &str) -> String {
        let mut html = Html::new(false);
        html.markup("<iframe").attribute("src", src);
        html.attribute("title", title)
            .attribute("allow", &self.allow(site))
            .markup(" allowfullscreen=\"\"></iframe>");
        html.into_string()
    }

    fn wrap(&self, language: &Language, title: &str, body: &str) -> String {
        let mut html = Html::new(false);
        html.markup("<!DOCTYPE html><html")
            .attribute("lang", language.code())
            .attribute("dir", language.direction());
        html.markup("><head><meta charset=\"utf-8\" /><meta name=\"viewport\" content=\"width=device-width\" /><title>");
        html.text(title);
        html.markup("</title><base target=\"_blank\" /><style>:root{color-scheme:light dark}html,body{margin:0}");
        html.markup(if self.runs_scripts() {
            "body>*{margin:0 auto!important}"
        } else {
            "html,body{height:100%;overflow:hidden}iframe,video{border:0;width:100%;height:100%;display:block}audio{width:100%}"
        });
        html.markup("</style></head><body>")
            .raw(body.as_bytes())
            .markup("</body></html>");
        html.into_string()
    }
}

/// The `allow` attribute of an iframe for a content of a service.
pub(crate) fn allow(site: &Site, service: &str, runs_scripts: bool) -> String {
    let service = site.catalogue.service(service);
    let features = service
        .and_then(|s| s.frame.as_ref())
        .map(|frame| frame.allow.as_slice())
        .unwrap_or_default();
    // In a frame without an origin a feature is passed on only to everyone.
    let to = if runs_scripts { " *" } else { "" };
    if features.is_empty() {
        format!("fullscreen{to}")
    } else {
        features
            .iter()
            .map(|feature| format!("{feature}{to}"))
            .collect::<Vec<_>>()
            .join("; ")
    }
}

/// The `sandbox` attribute of an iframe in which scripts run.
pub(crate) fn sandbox(place: FramePlace) -> String {
    match place {
        FramePlace::Site => SANDBOX.to_owned(),
        FramePlace::FrameHost => format!("{SANDBOX} allow-same-origin"),
    }
}

fn media(video: bool, sources: &[String]) -> String {
    let name = if video { "video" } else { "audio" };
    let mut html = Html::new(false);
    html.markup("<")
        .markup(name)
        .markup(" controls=\"\" preload=\"metadata\">");
    for source in sources {
        html.markup("<source")
            .attribute("src", source)
            .markup(" />");
    }
    html.markup("</").markup(name).markup(">");
    html.into_string()
}

fn script_body(
    service: &Service,
    shape: usize,
    captures: &Captures,
    attributes: &[(String, String)],
) -> Option<String> {
    let shape = service.embeds.get(shape)?;
    let attributes: Vec<(&str, &str)> = attributes
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    let mut html = Html::new(false);
    html.raw(
        service
            .frame_html(shape)?
            .fill(captures, &attributes)?
            .as_bytes(),
    );
    for script in &service.frame.as_ref()?.scripts {
        html.markup("<script")
            .attribute("src", script.fill(captures)?.as_str())
            .markup("></script>");
    }
    html.markup("<script>")
        .markup(REPORT_HEIGHT)
        .markup("</script>");
    Some(html.into_string())
}

/// The source expressions of a frame's policy: the service's hosts, and those of `addresses`.
fn hosts(service: Option<&Service>, captures: &Captures, addresses: &[&str]) -> Option<String> {
    let mut hosts = service
        .and_then(|s| s.frame.as_ref())
        .map(|f| f.host_sources(captures))
        .unwrap_or_default();
    for address in addresses {
        let url = Url::parse(address)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https"))?;
        let origin = url.origin().ascii_serialization();
        // An address may have characters in its host that mean something else in a policy.
        let plain = |b: u8| b.is_ascii_alphanumeric() || b".-_:/[]".contains(&b);
        if !origin.bytes().all(plain) {
            return None;
        }
        if !hosts.contains(&origin) {
            hosts.push(origin);
        }
    }
    (!hosts.is_empty()).then(|| hosts.join(" "))
}

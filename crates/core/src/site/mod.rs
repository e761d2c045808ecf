//! The publisher's pages behind one gate configuration.

mod exceptions;
mod in_page;
mod signals;
mod terms;

pub use exceptions::{Exception, PathPattern};
pub use in_page::State;
pub use signals::{PlatformRule, Signals};
pub use terms::TermsCache;

use crate::catalogue::{Catalogue, HostPattern, UNCLASSIFIED};
use crate::frame::Keys;
use crate::notice::Templates;
use crate::texts::Texts;
use std::sync::Arc;
use url::Url;

/// A third-party host the publisher lets through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowedHost {
    /// The host.
    pub host: HostPattern,
    /// Why: shown by `jalousie check` and kept for whoever asks.
    pub reason: String,
}

/// Whether a page may differ from reader to reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cache {
    /// The same page for everyone: any cache may keep it (the default).
    #[default]
    Shared,
    /// The gate renders each reader's decisions into the page; no shared cache may keep it.
    Private,
}

/// What the gate does with external content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Replaces and neutralises it.
    #[default]
    Gate,
    /// Changes nothing; reports what it would do.
    Observe,
    /// Does nothing: for paths only, see [`Exception`].
    Off,
}

impl Mode {
    /// The configuration's word for it.
    pub fn word(self) -> &'static str {
        match self {
            Mode::Gate => "gate",
            Mode::Observe => "observe",
            Mode::Off => "off",
        }
    }
}

/// Everything the gate must know about one site.
#[derive(Clone, Debug)]
pub struct Site {
    /// Observe or gate.
    pub mode: Mode,
    /// Hosts of the publisher, beside the one a page is read from.
    pub first_party: Vec<HostPattern>,
    /// The upstreams' own hosts: the publisher's too on pages that are read on this machine, as in a
    /// trial. Elsewhere they are internal addresses that readers have no business with.
    pub upstreams: Vec<HostPattern>,
    /// Third-party hosts let through.
    pub allowed: Vec<AllowedHost>,
    /// Paths that are treated otherwise.
    pub exceptions: Vec<Exception>,
    /// Categories whose services may work in the page itself once a reader agrees to them.
    pub in_page: Vec<String>,
    /// Those of them that are open here: see [`Site::in_state`].
    pub opened: Vec<String>,
    /// The services known.
    pub catalogue: Arc<Catalogue>,
    /// The texts, in all languages.
    pub texts: Arc<Texts>,
    /// Language of readers who name none that there is a text for.
    pub language: String,
    /// Path under which the gate answers, with a slash at both ends.
    pub prefix: String,
    /// Whether pages may differ from reader to reader.
    pub cache: Cache,
    /// Name of the consent cookie, without the `__Host-` that is put before it on https.
    pub cookie: String,
    /// How many days a decision lasts.
    pub consent_days: u32,
    /// `Sec-GPC: 1` counts as a refusal of what the reader has not accepted.
    pub honour_gpc: bool,
    /// Tell the site, in a header, which categories its reader has decided on.
    pub tell_site: bool,
    /// Keys that sign tokens.
    pub keys: Keys,
    /// Origin of a separate host that script frames live on.
    pub frame_origin: Option<Url>,
    /// Put the guard before each page's first script, so that it also meets what scripts create.
    pub guard: bool,
    /// Add a link to the reader's choices at the end of each page.
    pub preferences_link: bool,
    /// Services used on this site, for the preferences page; empty: all there are.
    pub services_used: Vec<String>,
    /// What the publisher calls the site.
    pub name: Option<String>,
    /// The publisher's own privacy page.
    pub privacy_page: Option<String>,
    /// What its pages tell other tools, and whom they listen to.
    pub signals: Signals,
    /// How many days receipts are kept; `None`: there are none.
    pub receipt_days: Option<u32>,
    /// Bytes of one page that may be held in memory at a time.
    pub page_memory: usize,
    /// Bytes of pages that are remembered with what was made of them; 0: none are.
    pub remembered_pages: usize,
    /// What decisions must agree with, worked out once: see [`Site::terms`].
    pub terms: TermsCache,
    /// What its notices have in common, written once. They are made from the settings above: change
    /// those in a copy of the site, which starts with none.
    pub templates: Templates,
}

impl Site {
    /// A site with default settings.
    pub fn new(keys: Keys, catalogue: Arc<Catalogue>, texts: Arc<Texts>) -> Self {
        Site {
            mode: Mode::Gate,
            first_party: Vec::new(),
            upstreams: Vec::new(),
            allowed: Vec::new(),
            exceptions: Vec::new(),
            in_page: Vec::new(),
            opened: Vec::new(),
            catalogue,
            texts,
            language: "en".to_owned(),
            prefix: "/_jalousie/".to_owned(),
            cache: Cache::Shared,
            cookie: "eu-consent".to_owned(),
            consent_days: 180,
            honour_gpc: true,
            tell_site: false,
            keys,
            frame_origin: None,
            guard: true,
            preferences_link: false,
            services_used: Vec::new(),
            name: None,
            privacy_page: None,
            signals: Signals::default(),
            receipt_days: None,
            page_memory: 8 * 1024 * 1024,
            remembered_pages: 16 * 1024 * 1024,
            terms: TermsCache::default(),
            templates: Templates::default(),
        }
    }

    /// The language of notices for a reader with this `Accept-Language`, in pages that do not say their own.
    pub fn readers_language(&self, accept_language: Option<&str>) -> &str {
        let found = accept_language.and_then(|header| self.texts.accept(header));
        found.map_or(&self.language, |language| language.code())
    }

    /// Whether `url`, used in the page at `page`, leads to the publisher, to an allowed host, or to a
    /// service that this reader lets into the page.
    pub fn admits(&self, page: &Url, url: &Url) -> bool {
        self.admits_for_all(page, url) || self.opens(url)
    }

    /// The same, whoever reads: to the publisher or to an allowed host.
    pub(crate) fn admits_for_all(&self, page: &Url, url: &Url) -> bool {
        same_host(page, url) || self.admitted_hosts(page).any(|host| host.matches(url))
    }

    /// The hosts that the page at `page` may load from, beside its own.
    pub fn admitted_hosts<'s>(&'s self, page: &Url) -> impl Iterator<Item = &'s HostPattern> {
        let upstreams = self
            .upstreams
            .iter()
            .filter(|_| is_this_machine(page))
            .collect::<Vec<_>>();
        self.first_party
            .iter()
            .chain(upstreams)
            .chain(self.allowed.iter().map(|allowed| &allowed.host))
    }

    /// The service that claims `url` as one of its unseen loads, as (id, category).
    pub fn claim(&self, url: &Url) -> (&str, &str) {
        match self.catalogue.resource(url) {
            Some(service) => (&service.id, &service.category),
            None => (UNCLASSIFIED, UNCLASSIFIED),
        }
    }

    /// What a service's content is, whatever the publisher has made of the categories: see
    /// [`Service::kind`](crate::catalogue::Service::kind).
    pub fn kind_of(&self, service: &str) -> &str {
        self.catalogue
            .service(service)
            .map_or(UNCLASSIFIED, |service| &service.kind)
    }

    /// A short name for everything that decides how a page comes out: another catalogue, other texts
    /// or another configuration give another one.
    pub fn fingerprint(&self) -> String {
        use sha2::{Digest, Sha256};
        // Debug output is stable within one build, and so is what a page comes out as.
        let services = self.catalogue.digest();
        let settings = (
            &self.mode,
            &self.first_party,
            &self.upstreams,
            &self.allowed,
            &self.language,
            &self.prefix,
            &self.cache,
            &self.opened,
        );
        let more = (
            &self.cookie,
            &self.frame_origin,
            &self.preferences_link,
            &self.guard,
            (&self.page_memory, &self.signals, &self.services_used),
            self.texts.digest(),
        );
        let assets = (
            &crate::notice::client().name,
            &crate::notice::style().name,
            (
                crate::notice::guard(),
                crate::notice::consent_mode_source(),
                &crate::notice::platform().name,
            ),
            env!("CARGO_PKG_VERSION"),
        );
        let all = format!(
            "{services:?}{settings:?}{more:?}{assets:?}{:?}",
            self.keys.sign_name()
        );
        Sha256::digest(all.as_bytes())[..6]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// The settings that readers notice, one per line: what a receipt's configuration is a hash of.
    pub fn configuration(&self) -> String {
        let lines = [
            ("mode", format!("{:?}", self.mode)),
            ("first_party", list(&self.first_party)),
            (
                "allowed",
                list(self.allowed.iter().map(|allowed| &allowed.host)),
            ),
            (
                "exceptions",
                list(self.exceptions.iter().map(Exception::words)),
            ),
            ("in_page", list(&self.in_page)),
            ("language", self.language.clone()),
            ("prefix", self.prefix.clone()),
            ("cache", format!("{:?}", self.cache)),
            ("cookie", self.cookie.clone()),
            ("consent_days", self.consent_days.to_string()),
            ("honour_gpc", self.honour_gpc.to_string()),
            ("tell_site", self.tell_site.to_string()),
            ("frame_origin", list(&self.frame_origin)),
            ("guard", self.guard.to_string()),
            ("preferences_link", self.preferences_link.to_string()),
            ("services_used", list(&self.services_used)),
            ("name", list(&self.name)),
            ("privacy_page", list(&self.privacy_page)),
            ("consent_mode", self.signals.consent_mode.to_string()),
            ("platform", self.signals.platform_rules()),
            ("receipt_days", list(self.receipt_days)),
        ];
        lines
            .iter()
            .map(|(key, value)| format!("{key} = {value}\n"))
            .collect()
    }

    /// The name of the cookie that holds the numbers of a reader's own receipts.
    ///
    /// It is sent to the gate's own pages only; `__Host-` would ask for all paths.
    pub fn receipts_cookie_name(&self, https: bool) -> String {
        let secure = if https { "__Secure-" } else { "" };
        format!("{secure}{}-receipts", self.cookie)
    }

    /// The consent cookie's name on a site read over https or plain http.
    ///
    /// `__Host-` makes browsers refuse a cookie of that name from a sibling host (RFC 6265bis, 4.1.3.2).
    pub fn cookie_name(&self, https: bool) -> String {
        if https {
            format!("__Host-{}", self.cookie)
        } else {
            self.cookie.clone()
        }
    }
}

fn list<T: ToString>(values: impl IntoIterator<Item = T>) -> String {
    let values: Vec<String> = values.into_iter().map(|value| value.to_string()).collect();
    values.join(", ")
}

fn is_this_machine(page: &Url) -> bool {
    match page.host() {
        Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Same host and port; http and https on their default ports count as the same.
fn same_host(page: &Url, url: &Url) -> bool {
    page.host_str() == url.host_str() && page.host_str().is_some() && page.port() == url.port()
}

#[cfg(test)]
impl Site {
    /// A site with the embedded catalogue and texts.
    pub(crate) fn for_tests() -> Self {
        let keys = Keys::new(vec![[0; 32]]).unwrap();
        Site::new(keys, Catalogue::embedded().unwrap(), Texts::embedded())
    }
}

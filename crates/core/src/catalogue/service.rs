//! What the catalogue says of services.

use super::captures::Captures;
use super::{EmbedShape, HostPattern, HtmlTemplate, UrlPattern, UrlTemplate};
use crate::document::Date;
use serde::{Deserialize, Serialize};
use url::Url;

/// What a reader authorises: its words are texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Its id: `"video"`.
    pub id: String,
    /// What it stands for in Consent Mode: `"analytics_storage"`.
    pub signals: Vec<String>,
}

impl Category {
    /// A category that stands for nothing else.
    pub(super) fn new(id: &str) -> Self {
        Category {
            id: id.to_owned(),
            signals: Vec::new(),
        }
    }
}

/// A provider of external content.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Service {
    /// Its id: the name of its file.
    pub id: String,
    /// What readers call it.
    pub name: String,
    /// The id of the category that a reader authorises.
    pub category: String,
    /// The category that its entry states: what its content is, whatever the publisher has made of
    /// the categories.
    pub kind: String,
    /// Who receives the data: the brand's owner.
    pub entity: String,
    /// The controller, where it is publicly stated.
    pub controller: Option<String>,
    /// Where the entity is: ISO 3166, two letters.
    pub country: Option<String>,
    /// Its privacy policy.
    pub privacy: String,
    /// How long the recipient keeps the data, in words, where it is publicly stated.
    pub retention: Option<String>,
    /// What protects data in the recipient's country, in words, where it is publicly stated.
    pub safeguard: Option<String>,
    /// The provider's oEmbed endpoint: a fact only, the gate asks nobody.
    pub oembed: Option<String>,
    /// Where these facts were read.
    pub source: String,
    /// The day they were read.
    pub reviewed: Date,
    /// Kinds of data it receives: cases of the text `data-kind`.
    pub data: Vec<String>,
    /// Keys of the entry that no source was opened for.
    pub unverified: Vec<String>,
    /// What it stores on the reader's device.
    pub storage: Vec<Storage>,
    /// The shapes of its embeds: the first that matches wins.
    pub embeds: Vec<EmbedShape>,
    /// What it loads unseen.
    pub resources: Resources,
    /// How its content is shown after consent; every service with embeds has one.
    pub frame: Option<Frame>,
}

impl Service {
    /// How an embed of this shape is shown: see [`Frame::kind_for`].
    pub fn frame_kind(&self, shape: &EmbedShape) -> FrameKind {
        self.frame
            .as_ref()
            .map_or(FrameKind::Iframe, |frame| frame.kind_for(shape))
    }

    /// The address to load for an embed of this shape, where it is not the embed's own.
    pub fn frame_src<'c>(&'c self, shape: &'c EmbedShape) -> Option<&'c UrlTemplate> {
        shape.src.as_ref().or(self.frame.as_ref()?.src.as_ref())
    }

    /// The markup of the frame for an embed of this shape.
    pub fn frame_html<'c>(&'c self, shape: &'c EmbedShape) -> Option<&'c HtmlTemplate> {
        shape.html.as_ref().or(self.frame.as_ref()?.html.as_ref())
    }
}

/// Something a service stores on the reader's device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Storage {
    /// Its name there.
    pub name: String,
    /// What kind of storage it is in.
    pub kind: StorageKind,
    /// For how long, in words.
    pub duration: String,
    /// Who can read it, where it is known.
    pub reader: Option<Reader>,
}

/// Who can read what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reader {
    /// The site's own pages: the service's script stored it there.
    FirstParty,
    /// The service: it is stored on its own domain.
    ThirdParty,
}

impl Reader {
    /// The word the catalogue uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FirstParty => "first-party",
            Self::ThirdParty => "third-party",
        }
    }
}

/// Kinds of storage in a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StorageKind {
    /// A cookie.
    Cookie,
    /// Local storage.
    Local,
    /// Session storage.
    Session,
    /// IndexedDB.
    IndexedDb,
}

impl StorageKind {
    /// The word the catalogue uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cookie => "cookie",
            Self::Local => "local",
            Self::Session => "session",
            Self::IndexedDb => "indexeddb",
        }
    }
}

/// What a service loads unseen.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Resources {
    /// Hosts that belong to the service as a whole.
    pub hosts: Vec<HostPattern>,
    /// Addresses on hosts that serve others too.
    pub urls: Vec<UrlPattern>,
}

impl Resources {
    /// Whether an address is one of these.
    pub(crate) fn contain(&self, url: &Url) -> bool {
        self.hosts.iter().any(|host| host.matches(url))
            || self.urls.iter().any(|pattern| pattern.accepts(url))
    }

    /// As sources of a policy: hosts, and of addresses the path or the folder that they are in.
    pub(crate) fn sources(&self) -> impl Iterator<Item = String> {
        let hosts = self
            .hosts
            .iter()
            .filter_map(|host| host.source(&Captures::default()));
        hosts.chain(self.urls.iter().filter_map(UrlPattern::source))
    }
}

/// How content is shown after consent.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Frame {
    /// What the frame document holds.
    pub kind: FrameKind,
    /// The hosts that the frame's policy admits.
    pub hosts: Vec<HostPattern>,
    /// The address to load, where it is not the embed's own.
    pub src: Option<UrlTemplate>,
    /// The markup.
    pub html: Option<HtmlTemplate>,
    /// The scripts it loads.
    pub scripts: Vec<UrlTemplate>,
    /// The names of the embed's attributes that the markup keeps.
    pub keep: Vec<String>,
    /// The permissions policy features that are delegated.
    pub allow: Vec<String>,
    /// The size to reserve.
    pub size: Size,
}

impl Frame {
    /// How an embed of this shape is shown: a shape with an address or markup of its own decides.
    pub fn kind_for(&self, shape: &EmbedShape) -> FrameKind {
        match (&shape.src, &shape.html) {
            (Some(_), _) => FrameKind::Iframe,
            (None, Some(_)) => FrameKind::Script,
            (None, None) => self.kind,
        }
    }

    /// The hosts that the frame's policy admits for an embed with these captures.
    pub fn host_sources(&self, captures: &Captures) -> Vec<String> {
        self.hosts
            .iter()
            .filter_map(|host| host.source(captures))
            .collect()
    }
}

/// What a frame document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FrameKind {
    /// The third party's iframe and nothing else.
    Iframe,
    /// Markup and the third party's scripts, isolated from the page.
    Script,
}

/// The size to reserve.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// Width and height in proportion: `(16, 9)`.
    pub aspect_ratio: Option<(u32, u32)>,
    /// A height that is always the same, in CSS pixels.
    pub height: Option<u32>,
    /// The least height, in CSS pixels.
    pub min_height: Option<u32>,
    /// The greatest width, in CSS pixels.
    pub max_width: Option<u32>,
}

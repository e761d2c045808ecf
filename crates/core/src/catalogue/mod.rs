//! The catalogue: which services there are, what their embeds look like, how they are shown.
//! Services are data; this module reads them, says what is wrong with them, and finds the one
//! that an element or an address belongs to.
//!
//! ```
//! use jalousie_core::catalogue::{Catalogue, Layer, Source};
//!
//! // The gate's own catalogue, and what a publisher adds.
//! let own = Source { name: "services/valley-radio.toml", text: r#"
//!     schema = 1
//!     id = "valley-radio"
//!     name = "Valley Radio"
//!     category = "audio"
//!     entity = "Valley Radio Society"
//!     privacy = "https://radio.example/privacy"
//!     source = "https://radio.example/embedding"
//!     reviewed = 2026-11-21
//!     data = ["ip-address"]
//!     [resources]
//!     hosts = ["*.radio.example"]
//! "# };
//! let layers = [Layer::embedded(), Layer { services: vec![own], ..Layer::default() }];
//! let catalogue = Catalogue::load(&layers).unwrap();
//! let service = catalogue.resource(&"https://cdn.radio.example/a.js".parse().unwrap());
//! assert_eq!(service.unwrap().name, "Valley Radio");
//! ```

mod captures;
mod check;
mod compiled;
mod entry;
mod error;
mod glob;
mod grouping;
mod host;
mod index;
mod load;
mod pattern;
mod service;
mod shape;
mod template;
#[cfg(test)]
mod tests;
mod widgets;
mod words;

use url::Url;

use crate::diagnostics::Diagnostics;
use index::Index;

pub(crate) use index::Marks;
pub(crate) use words::Words;

pub use captures::Captures;
pub use error::PatternError;
pub use grouping::Grouping;
pub use host::HostPattern;
pub use load::{Layer, Source, identifier};
pub use pattern::UrlPattern;
pub use service::{
    Category, Frame, FrameKind, Reader, Resources, Service, Size, Storage, StorageKind,
};
pub use shape::{AttributeTest, CaptureRule, CaptureSource, Element, EmbedShape, Preview};
pub use template::{HtmlTemplate, UrlTemplate};

/// The category of whatever no service claims. It always exists, and comes last.
pub const UNCLASSIFIED: &str = "unclassified";

/// A capture that every `src` may use: the address of the page that the embed is in.
pub const PAGE: &str = "page";

/// Services and categories, checked and indexed. It never changes: a new one replaces it.
#[derive(Debug)]
pub struct Catalogue {
    services: Vec<Service>,
    categories: Vec<Category>,
    index: Index,
    digest: [u8; 32],
}

impl Catalogue {
    /// Reads layers, each of which may replace services of the earlier ones and switch them off.
    /// Everything that is wrong in any file comes at once.
    pub fn load(layers: &[Layer<'_>]) -> Result<Self, Diagnostics> {
        load::load(layers)
    }

    fn new(services: Vec<Service>, categories: Vec<Category>, digest: [u8; 32]) -> Self {
        let index = Index::new(&services);
        Self {
            services,
            categories,
            index,
            digest,
        }
    }

    /// SHA-256 over all files that the catalogue was read from: two with the same digest say the same.
    pub fn digest(&self) -> [u8; 32] {
        self.digest
    }

    /// What people call this state of the catalogue: the latest day on which an entry of it was
    /// reviewed. Empty without entries.
    pub fn version(&self) -> String {
        let reviewed = self
            .services
            .iter()
            .map(|service| service.reviewed.to_string());
        reviewed.max().unwrap_or_default()
    }

    /// All services, in order of their ids.
    pub fn services(&self) -> &[Service] {
        &self.services
    }

    /// The service of this id.
    pub fn service(&self, id: &str) -> Option<&Service> {
        let found = self
            .services
            .binary_search_by(|service| service.id.as_str().cmp(id));
        found.ok().map(|position| &self.services[position])
    }

    /// All categories, in the order in which readers see them.
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// The category of this id.
    pub fn category(&self, id: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.id == id)
    }

    /// What may make an element an embed even if it has no address. Cheap, to be asked first.
    pub(crate) fn marks(&self) -> &Marks {
        self.index.marks()
    }

    /// The embed that an element is, by its address if it has one, by its class, id or attributes.
    pub fn embed(&self, element: &dyn Element, url: Option<&Url>) -> Option<EmbedMatch<'_>> {
        let found = self.index.embed(&self.services, element, url)?;
        let service = &self.services[found.service];
        // The index says whose it is; among the service's shapes, the first one wins.
        let shape = service.embeds[..found.shape]
            .iter()
            .find(|shape| shape.accepts(element, url))
            .unwrap_or(&service.embeds[found.shape]);
        Some(EmbedMatch {
            service,
            position: found.service,
            shape,
            captures: shape.captures(element, url),
        })
    }

    /// The service that an address belongs to: its resources, and its frames' hosts.
    pub fn resource(&self, url: &Url) -> Option<&Service> {
        self.index.resource(&self.services, url)
    }
}

/// An embed that was found.
#[derive(Debug, Clone)]
pub struct EmbedMatch<'c> {
    /// Whose it is.
    pub service: &'c Service,
    /// Which of the catalogue's services that is.
    pub position: usize,
    /// Which of the service's shapes it has.
    pub shape: &'c EmbedShape,
    /// What its address and attributes gave; links and scripts come later in the page.
    pub captures: Captures,
}

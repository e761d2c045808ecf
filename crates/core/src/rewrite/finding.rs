//! What the rewriter found.

use serde::Serialize;

/// Whether a reader would have seen the external content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A reader sees it: a post, video, map, form.
    Embed,
    /// A reader does not see it: a script, pixel, font, hint.
    Resource,
}

/// One external content of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Embed or resource.
    pub kind: Kind,
    /// Id of the service, or `unclassified`.
    pub service: String,
    /// Id of its category.
    pub category: String,
    /// The address it would be loaded from; for an embed without one of its own, its public page. Empty if there is neither.
    pub url: String,
    /// Name of the element, in lower case.
    pub element: String,
    /// Line of the document it begins on, from 1.
    pub line: u64,
    /// Bytes of the document before it.
    pub offset: u64,
}

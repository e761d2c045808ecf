//! Frames: the first-party documents that hold an embed after consent.

mod document;
mod token;

pub use document::{FrameDocument, FramePlace};
pub(crate) use document::{allow, sandbox};
pub use token::{Keys, TokenError};

use serde::{Deserialize, Serialize};

/// What a token names: one external content that a frame may hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Id of the service, or `unclassified`.
    #[serde(rename = "s")]
    pub service: String,
    /// What the frame loads.
    #[serde(rename = "h")]
    pub holds: Holds,
    /// The content's own title, as HTML text without markup.
    #[serde(rename = "t", default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The content's public page.
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// What a frame loads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Holds {
    /// The third party's own page in an iframe.
    #[serde(rename = "i")]
    Iframe {
        /// Its address, http or https.
        #[serde(rename = "u")]
        src: String,
    },
    /// Markup and scripts from the service's catalogue entry, filled in.
    #[serde(rename = "s")]
    Script {
        /// Which of the service's embed shapes, by position.
        #[serde(rename = "e")]
        shape: usize,
        /// Values found in the embed.
        #[serde(rename = "c")]
        captures: Vec<(String, String)>,
        /// Attributes of the embed that the service wants kept.
        #[serde(rename = "a", default, skip_serializing_if = "Vec::is_empty")]
        attributes: Vec<(String, String)>,
    },
    /// A video or sound file.
    #[serde(rename = "m")]
    Media {
        /// `video`, otherwise audio.
        #[serde(rename = "v")]
        video: bool,
        /// Addresses to choose from, in order.
        #[serde(rename = "u")]
        sources: Vec<String>,
    },
}

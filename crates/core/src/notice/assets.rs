//! The client script and the style sheet, carried by the library and named by their content.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

/// A file that the gate serves for ever under the same name.
#[derive(Debug)]
pub struct Asset {
    /// File name with the hash of the content: `client.0a1b2c3d4e5f6071.js`.
    pub name: String,
    /// What the file holds.
    pub body: &'static str,
    /// Its media type.
    pub media_type: &'static str,
}

/// The browser client.
pub fn client() -> &'static Asset {
    static CLIENT: OnceLock<Asset> = OnceLock::new();
    CLIENT.get_or_init(|| {
        let body = include_str!("../../../../client/dist/client.js");
        Asset {
            name: named("client", "js", body),
            body,
            media_type: "text/javascript; charset=utf-8",
        }
    })
}

/// The guard: what stands before a page's first script, in the page itself.
pub fn guard() -> &'static str {
    include_str!("../../../../client/dist/guard.js").trim_ascii_end()
}

/// What the guard stands between where a script's text may be read as markup, in XML and SVG: there
/// it hides the script, elsewhere it is a comment in it.
pub(crate) const IN_MARKUP: (&str, &str) = ("//<![CDATA[\n", "\n//]]>");

/// The guard's hashes, as source expressions of a policy (Content Security Policy 3, 6.7.2.4).
pub fn guard_sources() -> &'static [String; 2] {
    static SOURCES: OnceLock<[String; 2]> = OnceLock::new();
    SOURCES.get_or_init(|| {
        let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
        // Of the section's marks, a browser's script has only what is outside.
        [hash(guard()), hash(&format!("//\n{}\n//", guard()))]
    })
}

/// The style sheet of notices and of the gate's own pages.
pub fn style() -> &'static Asset {
    static STYLE: OnceLock<Asset> = OnceLock::new();
    STYLE.get_or_init(|| {
        let body = include_str!("../../../../client/dist/style.css");
        Asset {
            name: named("style", "css", body),
            body,
            media_type: "text/css; charset=utf-8",
        }
    })
}

fn named(stem: &str, extension: &str, body: &str) -> String {
    let digest = Sha256::digest(body.as_bytes());
    let hash: String = digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{stem}.{hash}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guard_can_stand_in_a_page() {
        for end in ["</script", "<!--", "<script", "]]>"] {
            assert!(!guard().to_ascii_lowercase().contains(end), "{end}");
        }
    }
}

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

impl Asset {
    fn script(stem: &str, body: &'static str) -> Self {
        Asset {
            name: named(stem, "js", body),
            body,
            media_type: "text/javascript; charset=utf-8",
        }
    }
}

/// The browser client.
pub fn client() -> &'static Asset {
    static CLIENT: OnceLock<Asset> = OnceLock::new();
    CLIENT
        .get_or_init(|| Asset::script("client", include_str!("../../../../client/dist/client.js")))
}

/// What tells tags by Consent Mode what they may store; it stands in the page itself, before its first script.
pub fn consent_mode() -> &'static str {
    include_str!("../../../../client/dist/consent-mode.js").trim_ascii_end()
}

/// Its hash, as [`guard_source`] is the guard's.
pub fn consent_mode_source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| source(consent_mode()))
}

/// What listens to a consent platform of the site's own.
pub fn platform() -> &'static Asset {
    static PLATFORM: OnceLock<Asset> = OnceLock::new();
    PLATFORM.get_or_init(|| Asset::script("tcf", include_str!("../../../../client/dist/tcf.js")))
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
        // Of the section's marks, a browser's script has only what is outside.
        [source(guard()), source(&format!("//\n{}\n//", guard()))]
    })
}

/// The source expression of a policy that admits an inline script.
fn source(script: &str) -> String {
    let digest = STANDARD.encode(Sha256::digest(script.as_bytes()));
    format!("'sha256-{digest}'")
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
    fn what_stands_in_a_page_can() {
        for end in ["</script", "<!--", "<script", "]]>"] {
            for script in [guard(), consent_mode()] {
                assert!(!script.to_ascii_lowercase().contains(end), "{end}");
            }
        }
    }
}

//! The client scripts and the style sheet: named by their content, kept for ever.

use super::set;
use crate::coding::{Coding, Encoder};
use crate::layer::Visit;
use bytes::Bytes;
use http::{Response, header};
use jalousie_core::notice::{self, Asset};
use std::sync::OnceLock;

/// Whether `name` is that of one of the gate's files, of this or another version.
pub(super) fn is_file(name: &str) -> bool {
    kind(name).is_some()
}

/// A script or the style sheet, by a name such as `client.0a1b2c3d4e5f6071.js`.
fn kind(name: &str) -> Option<&'static Asset> {
    let (stem, rest) = name.split_once('.')?;
    let (hash, extension) = rest.split_once('.')?;
    let asset = match (stem, extension) {
        ("client", "js") => notice::client(),
        ("style", "css") => notice::style(),
        ("tcf", "js") => notice::platform(),
        _ => return None,
    };
    (hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(asset)
}

/// The file of this name, if it is one of the gate's.
///
/// A page from a cache, or from another gate during an update, names another version: it gets this
/// one, and no cache may keep it under that name.
pub(super) fn file(visit: &Visit, name: &str) -> Option<Response<Bytes>> {
    static CLIENT: OnceLock<Option<Bytes>> = OnceLock::new();
    static STYLE: OnceLock<Option<Bytes>> = OnceLock::new();
    static PLATFORM: OnceLock<Option<Bytes>> = OnceLock::new();
    let asset = kind(name)?;
    let packed = match &asset.name {
        name if *name == notice::client().name => &CLIENT,
        name if *name == notice::style().name => &STYLE,
        _ => &PLATFORM,
    };
    let packed = packed
        .get_or_init(|| pack(asset.body))
        .as_ref()
        .filter(|_| visit.accept.weight(Coding::Gzip) > 0);
    let mut answer = answer(asset, packed);
    let keep = if asset.name == name {
        "public, max-age=31536000, immutable"
    } else {
        "no-store"
    };
    set(&mut answer, header::CACHE_CONTROL, keep);
    set(
        &mut answer,
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'",
    );
    set(&mut answer, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(&mut answer, header::VARY, "Accept-Encoding");
    Some(answer)
}

fn answer(asset: &Asset, packed: Option<&Bytes>) -> Response<Bytes> {
    let mut answer = Response::new(
        packed
            .cloned()
            .unwrap_or(Bytes::from_static(asset.body.as_bytes())),
    );
    set(&mut answer, header::CONTENT_TYPE, asset.media_type);
    if packed.is_some() {
        set(&mut answer, header::CONTENT_ENCODING, Coding::Gzip.token());
    }
    answer
}

fn pack(body: &str) -> Option<Bytes> {
    let mut packed = Vec::new();
    let mut encoder = Encoder::new(Coding::Gzip).ok()?;
    encoder.push(body.as_bytes(), &mut packed).ok()?;
    encoder.finish(&mut packed).ok()?;
    Some(packed.into())
}

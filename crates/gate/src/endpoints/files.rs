//! The client scripts and the style sheet: named by their content, kept for ever.

use super::set;
use crate::coding::{Coding, Encoder};
use crate::layer::Visit;
use bytes::Bytes;
use http::{Response, header};
use jalousie_core::notice::{self, Asset};
use std::sync::OnceLock;

/// The files, each with what it is when packed.
fn files() -> &'static [(&'static Asset, Option<Bytes>)] {
    static FILES: OnceLock<[(&Asset, Option<Bytes>); 3]> = OnceLock::new();
    FILES.get_or_init(|| {
        [notice::client(), notice::style(), notice::platform()]
            .map(|asset| (asset, pack(asset.body)))
    })
}

/// The parts of a name such as `client.0a1b2c3d4e5f6071.js`: what it is, the hash, the extension.
fn parts(name: &str) -> Option<(&str, &str, &str)> {
    let (stem, rest) = name.split_once('.')?;
    let (hash, extension) = rest.split_once('.')?;
    (hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .then_some((stem, hash, extension))
}

/// The file of this name, of whatever version.
fn find(name: &str) -> Option<&'static (&'static Asset, Option<Bytes>)> {
    let (stem, _, extension) = parts(name)?;
    files().iter().find(|(asset, _)| {
        parts(&asset.name).is_some_and(|own| (own.0, own.2) == (stem, extension))
    })
}

/// Whether `name` is that of one of the gate's files, of this or another version.
pub(super) fn is_file(name: &str) -> bool {
    find(name).is_some()
}

/// The file of this name, if it is one of the gate's.
///
/// A page from a cache, or from another gate during an update, names another version: it gets this
/// one, and no cache may keep it under that name.
pub(super) fn file(visit: &Visit, name: &str) -> Option<Response<Bytes>> {
    let (asset, packed) = find(name)?;
    let packed = packed
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

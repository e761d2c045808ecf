//! The client script and the style sheet: named by their content, kept for ever.

use super::set;
use crate::coding::{Coding, Encoder};
use crate::layer::Visit;
use bytes::Bytes;
use http::{Response, header};
use jalousie_core::notice::{self, Asset};
use std::sync::OnceLock;

/// The file of this name, if it is one of the gate's.
pub(super) fn file(visit: &Visit, name: &str) -> Option<Response<Bytes>> {
    static CLIENT: OnceLock<Option<Bytes>> = OnceLock::new();
    static STYLE: OnceLock<Option<Bytes>> = OnceLock::new();
    let (asset, packed) = match name {
        _ if name == notice::client().name => (notice::client(), &CLIENT),
        _ if name == notice::style().name => (notice::style(), &STYLE),
        _ => return None,
    };
    let packed = packed.get_or_init(|| pack(asset.body)).as_ref().filter(|_| visit.accept.weight(Coding::Gzip) > 0);
    let mut answer = answer(asset, packed);
    set(&mut answer, header::CACHE_CONTROL, "public, max-age=31536000, immutable");
    set(&mut answer, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(&mut answer, header::VARY, "Accept-Encoding");
    Some(answer)
}

fn answer(asset: &Asset, packed: Option<&Bytes>) -> Response<Bytes> {
    let mut answer = Response::new(packed.cloned().unwrap_or(Bytes::from_static(asset.body.as_bytes())));
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

//! The pages that inform: the reader's choices, and each service.

use super::{Query, context, nothing_here, page};
use crate::layer::Visit;
use bytes::Bytes;
use http::{Response, StatusCode};
use jalousie_core::catalogue::UNCLASSIFIED;
use jalousie_core::notice;

pub(super) fn preferences(visit: &Visit, query: &Query) -> Response<Bytes> {
    let context = context(visit, query.get("lang"), query.back());
    let met = visit.gate.observations().services();
    page(
        StatusCode::OK,
        notice::preferences_page(&context, query.get("saved").is_some(), &met),
    )
}

pub(super) fn service(visit: &Visit, id: &str, query: &Query) -> Response<Bytes> {
    let context = context(visit, query.get("lang"), query.back());
    match visit.site.catalogue.service(id) {
        Some(service) => page(StatusCode::OK, notice::service_page(&context, service)),
        None if id == UNCLASSIFIED => page(StatusCode::OK, notice::unclassified_page(&context)),
        None => nothing_here(visit),
    }
}

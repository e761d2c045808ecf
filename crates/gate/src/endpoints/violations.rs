//! Violations that readers' browsers report while the site is only observed.

use super::{error, now, read, set};
use crate::layer::{BoxError, Visit};
use crate::metrics::{Refusal, metrics, refused};
use bytes::Bytes;
use http::request::Parts;
use http::{Response, StatusCode, header};
use http_body::Body;
use jalousie_core::site::Mode;
use url::Url;

/// A report is small; nothing larger is read.
const LIMIT: usize = 16 * 1024;

/// `POST violations`: counts what a browser would have refused.
pub(super) async fn report<Q>(visit: &Visit, _head: &Parts, body: Q) -> Response<Bytes>
where
    Q: Body<Data = Bytes>,
    Q::Error: Into<BoxError>,
{
    if !visit.gate.observations().takes_report(now()) {
        refused(Refusal::RequestRate, "report: enough were read this second");
        return error(visit, StatusCode::TOO_MANY_REQUESTS, "error-request");
    }
    let bytes = match read(body, LIMIT).await {
        Ok(bytes) => bytes,
        Err(unread) => return unread.refuse(visit, "report"),
    };
    let report = parse(&bytes).filter(|(page, blocked)| {
        let site = visit.gate.site_at(page.path());
        site.mode == Mode::Observe
            && page.origin() == visit.url.origin()
            && !site.admits(page, blocked)
    });
    if let Some((page, blocked)) = report {
        let (service, category) = visit.site.claim(&blocked);
        metrics().violations.one([category]);
        visit
            .gate
            .observations()
            .add_violation(&page, &blocked, service, category);
    }
    let mut answer = Response::new(Bytes::new());
    *answer.status_mut() = StatusCode::NO_CONTENT;
    set(&mut answer, header::CACHE_CONTROL, "no-store");
    answer
}

/// The page and the blocked address of a report (CSP 3, 5.3: `{"csp-report": {…}}`).
fn parse(bytes: &[u8]) -> Option<(Url, Url)> {
    let report: serde_json::Value = serde_json::from_slice(bytes).ok()?;
    let report = report.get("csp-report")?;
    let address = |name: &str| Url::parse(report.get(name)?.as_str()?).ok();
    let (page, blocked) = (address("document-uri")?, address("blocked-uri")?);
    blocked.has_host().then_some((page, blocked))
}

//! Frames: the one place that checks consent.

use super::{Query, context, document, error, now, own_path, page, set, with_query};
use crate::layer::Visit;
use crate::metrics::{Refusal, refused};
use bytes::Bytes;
use http::{Response, StatusCode, header};
use jalousie_core::catalogue::UNCLASSIFIED;
use jalousie_core::consent::Decision;
use jalousie_core::frame::{Content, FramePlace};
use jalousie_core::notice;

/// Seconds for which a once-only acceptance, or the way to the frame host, stays open.
pub(super) const GRANT_SECONDS: u64 = 600;

/// `frame/<token>`: the embed, if this reader agreed to it; else the question, in small.
pub(super) fn frame(visit: &Visit, token: &str, query: &Query) -> Response<Bytes> {
    let Ok(content) = visit.site.keys.verify(token) else {
        return no_token(visit);
    };
    let place = if visit.on_frame_host() {
        FramePlace::FrameHost
    } else {
        FramePlace::Site
    };
    if !may_open(visit, &content, token, query, place) {
        if place == FramePlace::FrameHost {
            return back_to_site(visit, token);
        }
        let here = format!("{}frame/{token}", visit.site.prefix);
        let context = context(visit, query.get("lang"), own_path(&here));
        return page(
            StatusCode::FORBIDDEN,
            notice::frame_refused(&context, &content, token),
        );
    }
    if let (FramePlace::Site, true, Some(origin)) =
        (place, content.runs_scripts(), &visit.site.frame_origin)
    {
        return to_frame_host(visit, token, &origin.origin().ascii_serialization());
    }
    let language = super::language(visit, query.get("lang"));
    let site_origin = visit
        .gate
        .public()
        .url
        .clone()
        .unwrap_or_else(|| (*visit.url).clone());
    match content.document(&visit.site, language, place, &site_origin) {
        Some(frame) => {
            let mut answer = document(StatusCode::OK, frame.html, &frame.policy);
            // Some services refuse to play where they cannot see which site they are on.
            set(
                &mut answer,
                header::REFERRER_POLICY,
                "strict-origin-when-cross-origin",
            );
            answer
        }
        None => error(visit, StatusCode::GONE, "unavailable"),
    }
}

/// `view/<token>`: the embed alone on a page, for readers without JavaScript behind a shared cache.
pub(super) fn view(visit: &Visit, token: &str, query: &Query) -> Response<Bytes> {
    let Ok(content) = visit.site.keys.verify(token) else {
        return no_token(visit);
    };
    let context = context(visit, query.get("lang"), query.back());
    if !may_open(visit, &content, token, query, FramePlace::Site) {
        return page(
            StatusCode::FORBIDDEN,
            notice::frame_refused(&context, &content, token),
        );
    }
    let mut frame = with_query(
        &format!("{}frame/{token}", visit.site.prefix),
        &format!("lang={}", context.language.code()),
    );
    if let Some(grant) = query.get("grant") {
        frame = with_query(&frame, &format!("grant={grant}"));
    }
    let mut answer = page(
        StatusCode::OK,
        notice::view_page(&context, &content, &frame),
    );
    if let Some(origin) = &visit.site.frame_origin {
        let frames = format!("frame-src 'self' {}", origin.origin().ascii_serialization());
        let policy = super::PAGE_POLICY.replace("frame-src 'self'", &frames);
        set(&mut answer, header::CONTENT_SECURITY_POLICY, &policy);
    }
    answer
}

/// Whether this reader may see the content: a decision, or a grant for this very token.
///
/// On the frame host there is no cookie; only the grant that the site gave counts there.
fn may_open(
    visit: &Visit,
    content: &Content,
    token: &str,
    query: &Query,
    place: FramePlace,
) -> bool {
    let granted = query
        .get("grant")
        .is_some_and(|grant| visit.site.keys.check_grant(grant, token, now()).is_ok());
    let category = category(visit, content);
    let decided = visit.consent.decision(&content.service, &category) == Some(Decision::Accept);
    granted || (decided && place == FramePlace::Site)
}

fn no_token(visit: &Visit) -> Response<Bytes> {
    refused(Refusal::Token, "frame: the token is not one of ours");
    error(visit, StatusCode::NOT_FOUND, "error-token")
}

pub(super) fn category(visit: &Visit, content: &Content) -> String {
    visit
        .site
        .catalogue
        .service(&content.service)
        .map_or(UNCLASSIFIED, |service| &service.category)
        .to_owned()
}

/// From the frame host to the site, where the reader's decision is known: the permission has run out.
fn back_to_site(visit: &Visit, token: &str) -> Response<Bytes> {
    let Some(site) = &visit.gate.public().url else {
        return error(visit, StatusCode::FORBIDDEN, "error-token");
    };
    let mut answer = page(StatusCode::FOUND, String::new());
    let origin = site.origin().ascii_serialization();
    set(
        &mut answer,
        header::LOCATION,
        &format!("{origin}{}frame/{token}", visit.site.prefix),
    );
    answer
}

/// To the publisher's own frame host, with a short-lived permission instead of a cookie.
fn to_frame_host(visit: &Visit, token: &str, origin: &str) -> Response<Bytes> {
    let grant = visit.site.keys.grant(token, now() + GRANT_SECONDS);
    let mut answer = page(StatusCode::FOUND, String::new());
    set(
        &mut answer,
        header::LOCATION,
        &format!("{origin}{}frame/{token}?grant={grant}", visit.site.prefix),
    );
    answer
}

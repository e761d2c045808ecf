//! `receipts`: the reader's own receipts, to read, to download, to erase.
//!
//! A cookie that is sent only here holds their numbers; the store knows nobody to whom they belong.

use super::consent::read_form;
use super::{Query, context, document, nothing_here, own_path, page, set};
use crate::layer::{BoxError, Visit};
use crate::metrics::{Refusal, refused};
use crate::receipts::{Receipts, StoreError};
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, Response, StatusCode, header};
use http_body::Body;
use jalousie_core::consent::receipt::{Digest, Number, Receipt};
use jalousie_core::notice::{OwnReceipts, receipts_page};
use std::sync::Arc;
use url::form_urlencoded;

/// Numbers that a cookie keeps: the latest ones.
const MOST: usize = 20;

/// Browsers keep no cookie longer than this many days (RFC 6265bis, 5.5).
const LONGEST: u32 = 400;

/// What a document from the store may do: nothing but be read.
const DOCUMENT_POLICY: &str =
    "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The numbers in the reader's cookie, the oldest first, each once. What is not a number is left out:
/// nothing depends on it but what its reader sees.
pub(super) fn numbers(visit: &Visit, headers: &HeaderMap) -> Vec<Number> {
    let name = visit
        .site
        .receipts_cookie_name(visit.url.scheme() == "https");
    let cookies = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'));
    let values = cookies.filter_map(|pair| pair.trim().strip_prefix(&*name)?.strip_prefix('='));
    let mut numbers = Vec::new();
    for number in values.flat_map(|value| value.split('.')).take(2 * MOST) {
        if let Ok(number) = number.parse::<Number>()
            && !numbers.contains(&number)
        {
            numbers.push(number);
        }
    }
    numbers.split_off(numbers.len().saturating_sub(MOST))
}

/// The cookie with one more number.
pub(super) fn cookie(visit: &Visit, mut numbers: Vec<Number>, newest: Number) -> String {
    numbers.push(newest);
    let kept = &numbers[numbers.len().saturating_sub(MOST)..];
    let value: Vec<String> = kept.iter().map(ToString::to_string).collect();
    let days = visit.site.receipt_days.unwrap_or_default().min(LONGEST);
    set_cookie(visit, &value.join("."), u64::from(days) * 86_400)
}

fn set_cookie(visit: &Visit, value: &str, age: u64) -> String {
    let https = visit.url.scheme() == "https";
    let name = visit.site.receipts_cookie_name(https);
    let secure = if https { "; Secure" } else { "" };
    let path = &visit.site.prefix;
    format!("{name}={value}; Path={path}; Max-Age={age}; HttpOnly; SameSite=Lax{secure}")
}

/// The store, where the site keeps receipts.
fn store(visit: &Visit) -> Option<&Arc<Receipts>> {
    visit
        .gate
        .receipts()
        .filter(|_| visit.site.receipt_days.is_some())
}

/// Answers below `receipts`.
pub(super) async fn read(
    visit: &Visit,
    rest: &str,
    head: &Parts,
    query: &Query,
) -> Response<Bytes> {
    let Some(store) = store(visit) else {
        refused(Refusal::Address, "receipts: the site keeps none");
        return shown(visit, query, StatusCode::NOT_FOUND, OwnReceipts::Off);
    };
    if let Some(hash) = rest.strip_prefix("texts/") {
        return text(visit, store, hash, query).await;
    }
    let found = store.find(numbers(visit, &head.headers)).await;
    match (rest, found) {
        ("", Ok(mut receipts)) => {
            receipts.reverse();
            let erased = query.get("erased").and_then(|count| count.parse().ok());
            let own = OwnReceipts::Found {
                receipts: &receipts,
                erased,
            };
            shown(visit, query, StatusCode::OK, own)
        }
        ("download", Ok(receipts)) => download(&receipts),
        ("" | "download", Err(error)) => unavailable(visit, query, &error),
        _ => nothing_here(visit),
    }
}

fn shown(
    visit: &Visit,
    query: &Query,
    status: StatusCode,
    own: OwnReceipts<'_>,
) -> Response<Bytes> {
    let context = context(visit, query.get("lang"), query.back());
    page(status, receipts_page(&context, own))
}

fn unavailable(visit: &Visit, query: &Query, error: &StoreError) -> Response<Bytes> {
    tracing::warn!(target: "jalousie::receipts", %error, "a reader's receipts cannot be read");
    shown(
        visit,
        query,
        StatusCode::SERVICE_UNAVAILABLE,
        OwnReceipts::Unavailable,
    )
}

/// The receipts as they are stored, for whoever can read JSON.
fn download(receipts: &[Receipt]) -> Response<Bytes> {
    let written: Vec<String> = receipts.iter().map(Receipt::written).collect();
    let json = format!("{{\"receipts\":[\n{}\n]}}\n", written.join(",\n"));
    let mut answer = document(StatusCode::OK, json, DOCUMENT_POLICY);
    set(&mut answer, header::CONTENT_TYPE, "application/json");
    set(
        &mut answer,
        header::CONTENT_DISPOSITION,
        "attachment; filename=\"receipts.json\"",
    );
    answer
}

/// What was shown to readers, byte for byte.
async fn text(visit: &Visit, store: &Receipts, hash: &str, query: &Query) -> Response<Bytes> {
    let Ok(hash) = hash.parse::<Digest>() else {
        return nothing_here(visit);
    };
    match store.text(hash).await {
        Ok(Some(text)) => {
            let kind = if text.starts_with("<!DOCTYPE html>") {
                "text/html; charset=utf-8"
            } else {
                "text/plain; charset=utf-8"
            };
            let mut answer = document(StatusCode::OK, text, DOCUMENT_POLICY);
            set(&mut answer, header::CONTENT_TYPE, kind);
            answer
        }
        Ok(None) => nothing_here(visit),
        Err(error) => unavailable(visit, query, &error),
    }
}

/// `POST receipts/erase`: the reader's receipts go; the reader's choices stay.
pub(super) async fn erase<Q>(visit: &Visit, head: &Parts, body: Q) -> Response<Bytes>
where
    Q: Body<Data = Bytes>,
    Q::Error: Into<BoxError>,
{
    let form = match read_form(visit, head, body).await {
        Ok(form) => form,
        Err(answer) => return *answer,
    };
    let Some(store) = store(visit) else {
        return nothing_here(visit);
    };
    let erased = match store.erase(numbers(visit, &head.headers)).await {
        Ok(erased) => erased,
        Err(error) => return unavailable(visit, &Query::default(), &error),
    };
    let mut answer = page(StatusCode::SEE_OTHER, String::new());
    set(&mut answer, header::SET_COOKIE, &set_cookie(visit, "", 0));
    let language = super::language(visit, Some(form.get("lang"))).code();
    let back: String =
        form_urlencoded::byte_serialize(own_path(form.get("return")).as_bytes()).collect();
    let prefix = &visit.site.prefix;
    let next = format!("{prefix}receipts?erased={erased}&lang={language}&return={back}");
    set(&mut answer, header::LOCATION, &next);
    answer
}

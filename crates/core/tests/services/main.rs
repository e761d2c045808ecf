//! The markup that publishers paste, service by service: fixtures/services/*.toml.
#![allow(clippy::unwrap_used)]

mod wrappings;

use jalousie_core::catalogue::Catalogue;
use jalousie_core::frame::{FramePlace, Keys};
use jalousie_core::rewrite::{Finding, Kind, Page, Rewriter};
use jalousie_core::site::Site;
use jalousie_core::texts::Texts;
use std::path::Path;
use std::sync::Arc;

fn keys() -> Keys {
    Keys::new(vec![[7; 32]]).unwrap()
}

fn site() -> Arc<Site> {
    Arc::new(Site::new(
        keys(),
        Catalogue::embedded().unwrap(),
        Texts::embedded(),
    ))
}

fn rewrite(markup: &str) -> (String, Vec<Finding>) {
    let page = format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><body>{markup}</body></html>"
    );
    let mut rewriter = Rewriter::new(
        site(),
        Page::new("https://news.example/valley".parse().unwrap()),
    );
    let mut out = Vec::new();
    rewriter.push(page.as_bytes(), &mut out).unwrap();
    rewriter.finish(&mut out).unwrap();
    (
        String::from_utf8(out).unwrap(),
        rewriter.findings().to_vec(),
    )
}

struct Case {
    /// The file's name: the id of the service it is about.
    file: String,
    place: String,
    table: toml::Table,
}

impl Case {
    fn text(&self, key: &str) -> Option<&str> {
        self.table.get(key).and_then(|value| value.as_str())
    }

    fn markup(&self) -> &str {
        self.text("markup").unwrap()
    }

    fn all() -> Vec<Case> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/services");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        let cases = files.iter().flat_map(|file| {
            let text = std::fs::read_to_string(file).unwrap();
            let table: toml::Table = text
                .parse()
                .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            table["case"]
                .as_array()
                .unwrap()
                .clone()
                .into_iter()
                .map(move |case| {
                    let table = case.as_table().unwrap().clone();
                    Case {
                        file: name.clone(),
                        place: format!("{name}: {}", table["name"].as_str().unwrap()),
                        table,
                    }
                })
        });
        cases.collect()
    }
}

/// Everything that is wrong with how a case was rewritten.
fn problems(case: &Case) -> Vec<String> {
    let (html, findings) = rewrite(case.markup());
    let embeds: Vec<&Finding> = findings.iter().filter(|f| f.kind == Kind::Embed).collect();
    let service = case.text("service");
    let expected = case
        .table
        .get("embeds")
        .and_then(|v| v.as_integer())
        .unwrap_or(i64::from(service.is_some()));
    let mut problems = Vec::new();
    if embeds.len() as i64 != expected
        || html.matches("data-jalousie=\"embed\"").count() as i64 != expected
    {
        problems.push(format!("expected {expected} notices, got {findings:?}"));
    }
    if let Some(service) = service
        && !findings.iter().any(|f| f.service == service)
    {
        problems.push(format!("expected service {service}, got {findings:?}"));
    }
    if let Some(link) = case.text("link")
        && !html.contains(&format!("href=\"{}\"", link.replace('&', "&amp;")))
    {
        problems.push(format!("link {link} is missing in {html}"));
    }
    let words = case
        .table
        .get("words")
        .and_then(|v| v.as_array())
        .into_iter()
        .flatten()
        .filter_map(|v| v.as_str());
    for words in words.chain(case.text("title")) {
        if !html.contains(words) {
            problems.push(format!("words {words:?} are missing in {html}"));
        }
    }
    if expected > 0 && service.is_some() {
        problems.extend(frame_problem(&html));
    }
    if service.is_none() && findings.iter().any(|f| f.service == case.file) {
        problems.push(format!("is not {}, got {findings:?}", case.file));
    }
    if expected == 0 {
        problems.extend(unseen_problem(case, &html, &findings));
    }
    problems
}

/// What loads unseen is silenced for good, and all of it belongs to the service, or to those
/// that the case names under `with`.
fn unseen_problem(case: &Case, html: &str, findings: &[Finding]) -> Option<String> {
    let with = case.table.get("with").and_then(|v| v.as_array());
    let belongs = |finding: &Finding| {
        let named = |v: &toml::Value| v.as_str() == Some(&finding.service);
        case.text("service") == Some(&finding.service)
            || with.is_some_and(|with| with.iter().any(named))
    };
    let (_, left) = rewrite(html);
    match findings.iter().find(|finding| !belongs(finding)) {
        Some(other) if case.text("service").is_some() => Some(format!("not its own: {other:?}")),
        _ if !left.is_empty() => Some(format!("still loads {left:?} in {html}")),
        _ => None,
    }
}

/// After consent the content must be shown: its token opens a frame with a policy.
fn frame_problem(html: &str) -> Option<String> {
    let token = html
        .split("data-jalousie-frame=\"/_jalousie/frame/")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let Some(token) = token else {
        return Some("no frame".to_owned());
    };
    let site = site();
    let content = site.keys.verify(token).unwrap();
    let page = "https://news.example/".parse().unwrap();
    let document = content.document(&site, site.texts.language("en"), FramePlace::Site, &page);
    match document {
        Some(document) if document.policy.starts_with("default-src 'none'") => None,
        other => Some(format!("no frame document for {content:?}: {other:?}")),
    }
}

#[test]
fn every_services_markup_becomes_its_notice() {
    let cases = Case::all();
    assert!(cases.len() > 100);
    let failed: Vec<String> = cases
        .iter()
        .flat_map(|case| {
            problems(case)
                .into_iter()
                .map(|problem| format!("{}: {problem}", case.place))
        })
        .collect();
    assert!(
        failed.is_empty(),
        "{} problems\n{}",
        failed.len(),
        failed.join("\n\n")
    );
}

//! `services`: the catalogue as a table, in detail, as JSON, and put to the test.

mod support;

use support::{Folder, Ran, fixture};

fn services(arguments: &[&str]) -> Ran {
    let folder = Folder::new(&format!("services-{:?}", std::thread::current().id()));
    folder.write(
        "jalousie.toml",
        &format!("[services]\nfolder = {:?}\n", fixture("services")),
    );
    let mut all = vec!["services"];
    all.extend(arguments);
    folder.run(&all)
}

#[test]
fn the_table_is_aligned_and_sorted() {
    let out = services(&[]).ended(0).out;
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines.len() > 20 && lines[0].starts_with("ID "), "{out}");
    let column = lines[0].find("NAME").unwrap();
    let mut ids = Vec::new();
    for line in &lines[1..] {
        let (id, rest) = line.split_at(column);
        assert!(id.ends_with("  ") && !rest.starts_with(' '), "{line}");
        ids.push(id.trim_end());
    }
    assert!(ids.is_sorted() && ids.contains(&"valley-video"), "{ids:?}");
    assert!(!out.contains('\x1b'));
}

#[test]
fn a_category_can_be_asked_for() {
    let out = services(&["--category", "social"]).ended(0).out;
    assert!(
        out.contains("valley-post") && !out.contains("valley-video"),
        "{out}"
    );
    let err = services(&["--category", "socail"]).ended(2).err;
    assert!(
        err.contains("no category \"socail\"") && err.contains("did you mean social?"),
        "{err}"
    );
}

#[test]
fn one_service_is_shown_in_detail() {
    let out = services(&["valley-video"]).ended(0).out;
    for part in [
        "Valley Video (valley-video)",
        "Valley Video Society",
        "https://video.example/privacy",
        "visitor (cookie, 1 year, third-party)",
        "13 months",
        "adequacy decision",
        "https://video.example/oembed",
        "player.video.example/{id}",
        "*.video.example",
        "2026-11-21",
    ] {
        assert!(out.contains(part), "{part} is not in\n{out}");
    }
    let err = services(&["valley-vidoe"]).ended(2).err;
    assert!(
        err.contains("no service \"valley-vidoe\"") && err.contains("did you mean valley-video?"),
        "{err}"
    );
}

#[test]
fn json_has_everything() {
    let one: serde_json::Value =
        serde_json::from_str(&services(&["valley-video", "--json"]).ended(0).out).unwrap();
    assert_eq!(one["name"], "Valley Video");
    assert_eq!(one["embeds"][0]["urls"][0], "player.video.example/{id}");
    assert_eq!(one["frame"]["hosts"][0], "player.video.example");
    assert_eq!(one["embeds"][0]["preview"], "title");
    assert_eq!(one["storage"][0]["kind"], "cookie");
    assert_eq!(one["storage"][0]["reader"], "third-party");
    assert_eq!(one["retention"], "13 months");
    assert_eq!(one["safeguard"], "adequacy decision");
    assert_eq!(one["oembed"], "https://video.example/oembed");
    let all: serde_json::Value = serde_json::from_str(&services(&["--json"]).ended(0).out).unwrap();
    let all = all.as_array().unwrap();
    assert!(all.len() > 20 && all.contains(&one));
}

#[test]
fn an_address_is_put_to_the_test() {
    let out = services(&["test", "https://player.video.example/17"])
        .ended(0)
        .out;
    for part in [
        "in <iframe>, of Valley Video (valley-video), category video",
        "[[embed]] 1 of valley-video.toml",
        "player.video.example/{id}",
        "id = 17",
        "https://video.example/watch/17",
        "iframe of https://player.video.example/17",
        "as a resource",
    ] {
        assert!(out.contains(part), "{part} is not in\n{out}");
    }
    let out = services(&["test", "//cdn.video.example/a.js"]).ended(0).out;
    assert!(
        out.contains("[resources] hosts of valley-video.toml: *.video.example")
            && !out.contains("as an embed"),
        "{out}"
    );
    let out = services(&["test", "https://nobody.example/"]).ended(1).out;
    assert!(out.contains("unclassified"), "{out}");
    let out = services(&[
        "test",
        "https://news.example/a.js",
        "--url",
        "https://news.example/",
    ])
    .ended(1)
    .out;
    assert!(out.contains("first-party"), "{out}");
    let err = services(&["test", "player"]).ended(2).err;
    assert!(err.contains("expected a whole address"), "{err}");
}

#[test]
fn markup_is_put_to_the_test() {
    let article = std::fs::read_to_string(fixture("article.html")).unwrap();
    let out = services(&["test", &article]).ended(0).out;
    for part in [
        "<iframe> on line 7: embed of Valley Video (valley-video), category video",
        "<blockquote> on line 8: embed of Valley Post (valley-post), category social",
        "<blockquote>, class \"valley-post\"",
        "user = mila",
        "https://post.example/mila/42",
        "scripts.post.example",
        "<img> on line 10",
        "unclassified",
    ] {
        assert!(out.contains(part), "{part} is not in\n{out}");
    }
    let folder = Folder::new("markup");
    assert!(
        folder
            .run(&["services", "test", "<p>Words.</p>"])
            .ended(1)
            .out
            .contains("Nothing external")
    );
    let input = "<iframe src='https://nobody.example/'></iframe>";
    assert!(
        folder
            .run_with(&["services", "test", "-"], input)
            .ended(1)
            .out
            .contains("unclassified")
    );
}

#[test]
fn an_allowed_host_is_named_with_its_reason() {
    let folder = Folder::new("test-allowed");
    folder.write(
        "jalousie.toml",
        "[[allow]]\nhost = \"cdn.example\"\nreason = \"contract of 2025\"\n",
    );
    let out = folder
        .run(&["services", "test", "https://cdn.example/a.js"])
        .ended(1)
        .out;
    assert!(out.contains("allowed host: contract of 2025"), "{out}");
}

#[test]
fn the_page_of_all_services_is_the_one_in_docs() {
    let folder = Folder::new("services-page");
    let page = folder.run(&["services", "--page"]).ended(0).out;
    let written = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/services.md");
    let written = std::fs::read_to_string(written).unwrap_or_default();
    assert!(
        page == written,
        "docs/services.md is stale: cargo run -- services --page > docs/services.md"
    );
}

//! `rewrite`: one document in, one out, or its findings.

mod support;

use support::{Folder, fixture};

const URL: &str = "https://news.example/valley";

/// A folder with a configuration that knows the services of these tests.
fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write(
        "jalousie.toml",
        &format!("[services]\nfolder = {:?}\n", fixture("services")),
    );
    folder
}

#[test]
fn a_page_comes_out_gated() {
    let folder = folder("rewrite");
    let ran = folder
        .run(&["rewrite", "--url", URL, &fixture("article.html")])
        .ended(0);
    let html = ran.out;
    assert_eq!(ran.err, "");
    assert!(
        !html.contains("<iframe") && !html.contains("src=\"https://scripts.post.example"),
        "{html}"
    );
    for part in [
        "data-service=\"valley-video\" data-category=\"video\"",
        "data-service=\"valley-post\" data-category=\"social\"",
        "First snow today.",
        "https://video.example/watch/17",
        "https://post.example/mila/42",
        "<script src=\"/site.js\"></script>",
        "<p>Words after.</p>\n</body>\n</html>\n",
    ] {
        assert!(html.contains(part), "{part} is not in\n{html}");
    }
    assert_eq!(html.matches("data-jalousie=\"embed\"").count(), 2, "{html}");
    // The same from standard input, with or without its name.
    let article = std::fs::read_to_string(fixture("article.html")).unwrap();
    assert_eq!(
        folder
            .run_with(&["rewrite", "--url", URL], &article)
            .ended(0)
            .out,
        html
    );
    assert_eq!(
        folder
            .run_with(&["rewrite", "--url", URL, "-"], &article)
            .ended(0)
            .out,
        html
    );
}

#[test]
fn findings_are_lines_of_json_in_the_order_of_the_page() {
    let folder = folder("findings");
    let ran = folder
        .run(&[
            "rewrite",
            "--url",
            URL,
            "--findings",
            &fixture("article.html"),
        ])
        .ended(0);
    let findings: Vec<serde_json::Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let of = |key: &str| -> Vec<&str> {
        findings
            .iter()
            .map(|finding| finding[key].as_str().unwrap())
            .collect()
    };
    assert_eq!(
        of("service")[..2],
        ["valley-video", "valley-post"],
        "{}",
        ran.out
    );
    assert_eq!(of("service").last(), Some(&"unclassified"), "{}", ran.out);
    assert_eq!(of("kind")[0], "embed");
    let first = &findings[0];
    assert_eq!(
        (
            first["url"].as_str(),
            first["element"].as_str(),
            first["line"].as_u64()
        ),
        (
            Some("https://player.video.example/17"),
            Some("iframe"),
            Some(7)
        )
    );
    let article = std::fs::read_to_string(fixture("article.html")).unwrap();
    assert_eq!(
        first["offset"].as_u64(),
        article.find("<iframe").map(|at| at as u64)
    );
}

#[test]
fn a_page_without_external_content_stays_as_it_is() {
    let folder = Folder::new("unchanged");
    let page = "<!DOCTYPE html><html lang=fr><p>Des mots.<img src=/a.png><a href='https://elsewhere.example/'>là</a>";
    assert_eq!(
        folder
            .run_with(&["rewrite", "--url", URL], page)
            .ended(0)
            .out,
        page
    );
    assert_eq!(
        folder
            .run_with(&["rewrite", "--url", URL, "--findings"], page)
            .ended(0)
            .out,
        ""
    );
    assert_eq!(
        folder.run_with(&["rewrite", "--url", URL], "").ended(0).out,
        ""
    );
}

#[test]
fn the_configuration_decides_what_is_external() {
    let folder = Folder::new("allow");
    let page = "<script src=https://cdn.example/a.js></script><script src=https://own.example/b.js></script>";
    assert_eq!(
        folder
            .run_with(&["rewrite", "--url", URL, "--findings"], page)
            .ended(0)
            .out
            .lines()
            .count(),
        2
    );
    folder.write("jalousie.toml", "[site]\nfirst_party = [\"own.example\"]\n[[allow]]\nhost = \"cdn.example\"\nreason = \"a test\"\n");
    assert_eq!(
        folder
            .run_with(&["rewrite", "--url", URL], page)
            .ended(0)
            .out,
        page
    );
    // Nothing was kept on disk for it.
    assert!(!folder.path("home").exists());
}

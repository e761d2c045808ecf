//! `init` and `check`: a configuration is written, checked, and its errors come all at once.

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use support::{Folder, fixture};

#[test]
fn what_init_writes_is_in_order() {
    let folder = Folder::new("init");
    let ran = folder.run(&["init", "https://news.example"]).ended(0);
    assert!(ran.out.contains("jalousie.toml"), "{}", ran.out);
    assert!(
        folder
            .read("jalousie.toml")
            .contains("\nurl = \"https://news.example\"\n")
    );
    let ran = folder.run(&["check"]).ended(0);
    assert!(
        ran.out.starts_with("In order: jalousie.toml\n"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("https://news.example") && ran.err.is_empty(),
        "{ran:#?}"
    );
}

#[test]
fn init_takes_down_the_upstream_too() {
    let folder = Folder::new("init-upstream");
    let site = [
        "init",
        "https://news.example/",
        "--upstream",
        "http://127.0.0.1:8000/",
    ];
    folder.run(&site).ended(0);
    let out = folder.run(&["check"]).ended(0).out;
    assert!(
        out.contains("https://news.example;") && out.contains("http://127.0.0.1:8000\n"),
        "{out}"
    );
}

#[test]
fn init_overwrites_nothing() {
    let folder = Folder::new("overwrite");
    folder.write("jalousie.toml", "# mine\n");
    let ran = folder.run(&["init"]).ended(2);
    assert!(
        ran.err.contains("jalousie.toml: exists already"),
        "{}",
        ran.err
    );
    assert_eq!(folder.read("jalousie.toml"), "# mine\n");
    assert!(
        folder
            .run(&["init", "--stdout"])
            .ended(0)
            .out
            .starts_with("# The configuration of Jalousie")
    );
    assert_eq!(
        folder
            .run(&["init", "--output", "other.toml", "--quiet"])
            .ended(0)
            .out,
        ""
    );
    folder.run(&["check", "--config", "other.toml"]).ended(0);
}

#[test]
fn check_names_everything_wrong_with_its_place() {
    let folder = Folder::new("check-errors");
    let text = "mode = \"gaet\"\n[site]\nnmae = \"x\"\n[[allow]]\nhost = \"cdn.example\"\n[proxy]\nupstream = \"x\"\n";
    folder.write("site.toml", text);
    let ran = folder.run(&["check", "--config", "site.toml"]).ended(1);
    let expected = "\
site.toml:1:8: mode = \"gaet\": expected \"gate\" or \"observe\"; did you mean \"gate\"?
site.toml:3:1: unknown key site.nmae: expected cache, first_party, guard, language, name, preferences_link, prefix, privacy_page or url; did you mean name?
site.toml:4:1: allow.reason is missing
site.toml:7:12: proxy.upstream = \"x\": expected http:// or https:// in front
4 errors
";
    assert_eq!(ran.err, expected);
    assert_eq!(ran.out, "");
    // Whoever wants to work with it gets the same list.
    let ran = folder.run(&["serve", "--config", "site.toml"]).ended(2);
    assert!(
        ran.err.contains("4 errors:\nsite.toml:1:8: "),
        "{}",
        ran.err
    );
    let ran = folder
        .run(&[
            "rewrite",
            "--url",
            "https://news.example/",
            "--config",
            "site.toml",
        ])
        .ended(2);
    assert!(
        ran.err.contains("4 errors:\n") && ran.out.is_empty(),
        "{ran:#?}"
    );
}

#[test]
fn bad_toml_is_named_with_its_place() {
    let folder = Folder::new("bad-toml");
    folder.write("jalousie.toml", "mode = \n[site]\nname = \"x\n");
    let ran = folder.run(&["check"]).ended(1);
    assert!(
        ran.err.starts_with("jalousie.toml:1:") && ran.err.contains("\njalousie.toml:3:"),
        "{}",
        ran.err
    );
}

#[test]
fn what_cannot_be_read_ends_with_2() {
    let folder = Folder::new("unreadable");
    assert!(
        folder
            .run(&["check", "--config", "none.toml"])
            .ended(2)
            .err
            .contains("none.toml: cannot be read")
    );
    assert!(
        folder
            .run(&["check", "--catalogue", "none"])
            .ended(2)
            .err
            .contains("none: cannot be read")
    );
    fs::write(folder.path("latin.toml"), b"mode = \"\xe9\"\n").unwrap();
    assert!(
        folder
            .run(&["check", "--config", "latin.toml"])
            .ended(2)
            .err
            .contains("expected text in UTF-8")
    );
}

#[test]
fn check_lists_allowed_hosts_with_their_reasons() {
    let folder = Folder::new("allowed");
    let text = "[[allow]]\nhost = \"fonts.example\"\nreason = \"contract of 2025\"\n[[allow]]\nhost = \"*.cdn.example\"\nreason = \"our own mirror\"\n";
    folder.write("jalousie.toml", text);
    let out = folder.run(&["check"]).ended(0).out;
    assert!(
        out.contains("fonts.example  contract of 2025")
            && out.contains("*.cdn.example  our own mirror"),
        "{out}"
    );
    assert_eq!(folder.run(&["check", "--quiet"]).ended(0).out, "");
}

#[test]
fn check_lists_exceptions_with_their_reasons() {
    let folder = Folder::new("exceptions");
    folder.write(
        "jalousie.toml",
        "[[paths]]\npath = \"/admin/*\"\nmode = \"off\"\nreason = \"For editors\"\n\
         [[paths]]\npath = \"/box\"\nallow = [\"tickets.example\"]\nreason = \"By contract\"\n\
         [categories.analytics]\nin_page = true\n[consent]\ntell_site = true\n",
    );
    let out = folder.run(&["check"]).ended(0).out;
    for line in [
        "/admin/* off                For editors",
        "/box allow tickets.example  By contract",
        "in the page  analytics, after a yes",
        "; the site is told, and no shared cache keeps its answers",
    ] {
        assert!(out.contains(line), "{line} in {out}");
    }
}

#[test]
fn rewriting_goes_by_the_exceptions_of_the_pages_path() {
    let folder = Folder::new("exceptions-rewrite");
    let page = "<html lang=en><script src=\"https://tickets.example/a.js\"></script><script src=\"https://x.example/b.js\"></script>";
    folder.write("page.html", page);
    folder.write(
        "jalousie.toml",
        "[[paths]]\npath = \"/admin/*\"\nmode = \"off\"\nreason = \"R\"\n\
         [[paths]]\npath = \"/box\"\nallow = [\"tickets.example\"]\nreason = \"R\"\n",
    );
    let rewritten = |path: &str, silenced: usize| {
        let url = format!("https://news.example{path}");
        let out = folder
            .run(&["rewrite", "page.html", "--url", &url])
            .ended(0)
            .out;
        assert_eq!(
            out.matches("data-jalousie=\"resource\"").count(),
            silenced,
            "{path}: {out}"
        );
        let found = folder.run(&["rewrite", "page.html", "--findings", "--url", &url]);
        assert_eq!(found.ended(0).out.lines().count(), silenced, "{path}");
        out
    };
    assert_eq!(rewritten("/admin/a", 0), page);
    rewritten("/box", 1);
    rewritten("/admin", 2);
}

#[test]
fn a_catalogue_is_checked_with_the_configuration() {
    let folder = Folder::new("catalogue");
    folder
        .run(&["check", "--catalogue", &fixture("services")])
        .ended(0);
    // The catalogue that comes with the program, as a whole.
    let whole = format!("{}/../../catalogue", env!("CARGO_MANIFEST_DIR"));
    folder.run(&["check", "--catalogue", &whole]).ended(0);
    folder.write("mine/a.toml", "schema = 2\nid = \"a\"\n");
    folder.write("jalousie.toml", "mood = 1\n");
    let err = folder.run(&["check", "--catalogue", "mine"]).ended(1).err;
    assert!(
        err.contains("jalousie.toml:1:1: unknown key mood")
            && err.contains("mine/a.toml:1:10: schema = 2"),
        "{err}"
    );
    fs::create_dir(folder.path("empty")).unwrap();
    let err = folder.run(&["check", "--catalogue", "empty"]).ended(1).err;
    assert!(
        err.contains("empty: expected at least one file *.toml"),
        "{err}"
    );
}

#[test]
fn a_first_party_host_cannot_be_a_services() {
    let folder = Folder::new("first-party");
    let text = format!(
        "[site]\nname = \"Valley News\"\nfirst_party = [\"player.video.example\"]\n[services]\nfolder = \"{}\"\n",
        fixture("services")
    );
    folder.write("jalousie.toml", &text);
    let err = folder.run(&["check"]).ended(1).err;
    assert!(
        err.contains("Valley News") && err.contains("Valley Video Society"),
        "{err}"
    );
}

#[test]
fn keys_are_checked_and_never_shown() {
    let folder = Folder::new("keys");
    folder.write("jalousie.toml", "[frames]\nkey_file = \"keys\"\n");
    assert!(
        folder
            .run(&["check"])
            .ended(0)
            .out
            .contains("made on first run")
    );
    folder.write("keys", "# comment\nc2VjcmV0\n");
    fs::set_permissions(folder.path("keys"), fs::Permissions::from_mode(0o600)).unwrap();
    let err = folder.run(&["check"]).ended(1).err;
    assert!(
        err.contains("keys:2: expected ") && !err.contains("c2VjcmV0"),
        "{err}"
    );
}

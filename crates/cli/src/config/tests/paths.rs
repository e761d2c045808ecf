//! `[[paths]]`.

use super::*;
use jalousie_core::site::Mode;

#[test]
fn paths_may_be_treated_otherwise_with_a_reason() {
    let text = r#"
[[paths]]
path = "/admin/*"
mode = "off"
reason = "Editors only, behind a login"
[[paths]]
path = "/réservations"
allow = ["*.tickets.example", "pay.example:8443"]
reason = "The box office under a contract of our own"
[[paths]]
path = "/new/*"
mode = "observe"
reason = "Not sure yet"
"#;
    let site = load_text("paths", text).unwrap().settings().clone();
    let words: Vec<String> = site.exceptions.iter().map(|one| one.words()).collect();
    assert_eq!(
        words,
        [
            "/admin/* off",
            "/r%C3%A9servations allow *.tickets.example, allow pay.example:8443",
            "/new/* observe"
        ]
    );
    assert_eq!(site.exceptions[0].reason, "Editors only, behind a login");
    assert_eq!(site.at("/admin/a").mode, Mode::Off);
}

#[test]
fn what_is_wrong_with_paths_is_said_all_at_once() {
    let text = r#"mode = "gate"
[[allow]]
host = "cdn.example"
reason = "R"
[[paths]]
path = "admin"
mode = "of"
[[paths]]
path = "/a/../b"
mode = "off"
reason = " "
[[paths]]
path = "/*"
mode = "off"
reason = "All"
[[paths]]
path = "/b"
mode = "gate"
reason = "The same"
[[paths]]
path = "/b"
allow = ["cdn.example", "x.example", "x.example", "*"]
reason = "Twice"
[[paths]]
path = "/c"
mode = "off"
allow = ["y.example"]
reason = "Both"
[[paths]]
path = "/_jalousie/frame/*"
mode = "off"
reason = "The gate's own"
colour = "red"
"#;
    let found = wrong("wrong-paths", text);
    for expected in [
        "5:1: paths.reason is missing",
        "6:8: paths.path = \"admin\": expected a path such as",
        "7:8: paths.mode = \"of\": expected \"gate\", \"observe\" or \"off\"; did you mean \"off\"?",
        "9:8: paths.path = \"/a/../b\": expected a path such as",
        "11:10: paths.reason = \" \": expected why",
        "13:8: paths.path = \"/*\": expected less than the whole site",
        "17:8: paths.path = \"/b\": nothing is otherwise there",
        "21:8: paths.path = \"/b\": expected each path once",
        "22:10: paths.allow = \"cdn.example\": expected a host that is not let through everywhere",
        "22:38: paths.allow = \"x.example\": listed twice",
        "22:51: paths.allow = \"*\": expected",
        "27:10: paths.allow = \"y.example\": expected no hosts",
        "30:8: paths.path = \"/_jalousie/frame/*\": expected a path of the site",
        "33:1: unknown key paths.colour",
    ] {
        assert!(
            found.iter().any(|one| one.starts_with(expected)),
            "{expected} in {found:#?}"
        );
    }
    assert_eq!(found.len(), 14, "{found:#?}");
}

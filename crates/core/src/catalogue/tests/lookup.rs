//! Whose an element or an address is.

use super::*;

const IFRAME: &str =
    "[frame]\nkind = \"iframe\"\nhosts = [\"v.example\", \"*.v.example\", \"{host}\"]\n";

/// A service that has one embed, shown by its address.
fn embed(shape: &str) -> String {
    format!(
        "[[embed]]\n{shape}\n[[embed]]\nelements = [\"div\"]\nclass = \"unused-{}\"\nsrc = \"https://v.example/\"\n[[embed.captures]]\nfrom = \"attribute:data-host\"\nurls = [\"{{host}}/**\"]\n{IFRAME}",
        shape.len()
    )
}

fn found(catalogue: &Catalogue, tag: &Tag, address: Option<&str>) -> Option<String> {
    let address = address.map(url);
    let found = catalogue.embed(tag, address.as_ref())?;
    Some(format!("{} {}", found.service.id, found.shape.position))
}

#[test]
fn the_most_specific_host_is_asked_first() {
    let shape = |urls: &str| embed(&format!("elements = [\"iframe\"]\nurls = [{urls}]"));
    let catalogue = load(&[
        ("a", &shape("\"*.v.example/**\"")),
        ("b", &shape("\"*.cdn.v.example/{id}\"")),
        (
            "c",
            &shape("\"{x}.v.example/{id}\", \"www.v.example/{id}\""),
        ),
    ])
    .unwrap();
    let tag = Tag("iframe", &[]);
    for (address, expected) in [
        ("https://www.v.example/7", Some("c 0")),
        ("https://www.v.example/7/8", Some("a 0")),
        ("https://x.v.example/7", Some("a 0")),
        ("https://x.cdn.v.example/7", Some("b 0")),
        ("https://x.cdn.v.example/7/8", Some("a 0")),
        ("https://v.example/7", None),
        ("https://other.example/7", None),
        ("data:text/html,x", None),
    ] {
        assert_eq!(
            found(&catalogue, &tag, Some(address)).as_deref(),
            expected,
            "{address}"
        );
    }
    assert_eq!(
        found(
            &catalogue,
            &Tag("object", &[]),
            Some("https://www.v.example/7")
        ),
        None
    );
    assert_eq!(found(&catalogue, &tag, None), None);
}

#[test]
fn the_first_shape_of_a_service_wins() {
    let text = embed(
        "elements = [\"iframe\"]\nurls = [\"*.v.example/list\"]\n[[embed]]\nelements = [\"iframe\"]\nurls = [\"www.v.example/{id}\"]",
    );
    let catalogue = load(&[("a", &text)]).unwrap();
    let tag = Tag("iframe", &[]);
    assert_eq!(
        found(&catalogue, &tag, Some("https://www.v.example/list")).as_deref(),
        Some("a 0")
    );
    assert_eq!(
        found(&catalogue, &tag, Some("https://www.v.example/7")).as_deref(),
        Some("a 1")
    );
}

#[test]
fn containers_are_found_by_class_id_and_attribute() {
    let src = "src = \"https://v.example/\"";
    let catalogue = load(&[
        ("by-attribute", &embed(&format!("elements = [\"a\"]\nattribute = \"data-pin=embed\"\n{src}"))),
        ("by-class", &embed(&format!("elements = [\"blockquote\", \"div\"]\nclass = \"post\"\n{src}"))),
        ("by-id", &embed(&format!("elements = [\"div\"]\nid = \"thread\"\n{src}"))),
        ("host", &embed("elements = [\"iframe\"]\nclass = \"post\"\nurls = [\"{host}/@{user}\"]")),
        ("script", &embed(&format!("elements = [\"script\"]\nattribute = \"data-post\"\nurls = [\"v.example/w.js\"]\n{src}"))),
    ])
    .unwrap();
    let by_class = Tag("blockquote", &[("class", "a post\nb")]);
    assert_eq!(
        found(&catalogue, &by_class, None).as_deref(),
        Some("by-class 0")
    );
    assert_eq!(
        found(
            &catalogue,
            &Tag("blockquote", &[("class", "posts Post")]),
            None
        ),
        None
    );
    assert_eq!(
        found(&catalogue, &Tag("section", &[("class", "post")]), None),
        None
    );
    let both = Tag("div", &[("id", "thread"), ("class", "post")]);
    assert_eq!(
        found(&catalogue, &both, None).as_deref(),
        Some("by-class 0")
    );
    assert_eq!(
        found(&catalogue, &Tag("div", &[("id", "thread")]), None).as_deref(),
        Some("by-id 0")
    );
    let pin = Tag("a", &[("href", "#"), ("data-pin", "embed")]);
    assert_eq!(
        found(&catalogue, &pin, None).as_deref(),
        Some("by-attribute 0")
    );
    assert_eq!(
        found(&catalogue, &Tag("a", &[("data-pin", "other")]), None),
        None
    );
    let framed = Tag("iframe", &[("class", "post")]);
    assert_eq!(
        found(&catalogue, &framed, Some("https://any.example/@ana")).as_deref(),
        Some("host 0")
    );
    assert_eq!(
        found(&catalogue, &framed, Some("https://any.example/ana")),
        None
    );
    assert_eq!(found(&catalogue, &framed, None), None);
    let script = Tag("script", &[("data-post", "1")]);
    assert_eq!(
        found(&catalogue, &script, Some("https://v.example/w.js")).as_deref(),
        Some("script 0")
    );
    assert_eq!(
        found(
            &catalogue,
            &Tag("script", &[]),
            Some("https://v.example/w.js")
        ),
        None
    );
    for (name, may) in [
        ("a", true),
        ("div", true),
        ("iframe", true),
        ("script", false),
        ("p", false),
    ] {
        let found_by = catalogue.marks().element(name.as_bytes());
        assert_eq!(found_by != Marks::NOTHING, may, "{name}");
    }
}

#[test]
fn captures_come_from_everywhere() {
    let text = "[[embed]]\nelements = [\"iframe\"]\nurls = [\"v.example/{id}?u\"]\nlink = \"{page}\"\n\
        [[embed.captures]]\nfrom = \"attribute:data-id\"\nas = \"id\"\n\
        [[embed.captures]]\nfrom = \"attribute:data-name\"\nas = \"name\"\n\
        [[embed.captures]]\nfrom = \"attribute:cite\"\nurls = [\"v.example/u/{user}\"]\n\
        [[embed.captures]]\nfrom = \"parameter:u\"\nas = \"page\"\nurls = [\"v.example/**\", \"*.v.example/**\"]\n\
        [[embed.captures]]\nfrom = \"link\"\nurls = [\"v.example/{user}/{post}\", \"v.example/{user}\"]\n\
        [[embed.captures]]\nfrom = \"script\"\nurls = [\"{site}.v.example/embed.js\"]\n\
        [frame]\nkind = \"iframe\"\nhosts = [\"v.example\"]\n";
    let catalogue = load(&[("a", text)]).unwrap();
    let tag = Tag(
        "iframe",
        &[
            ("data-id", "8"),
            ("data-name", " Ana B "),
            ("cite", "//v.example/u/ana"),
        ],
    );
    let address = url("https://v.example/7?u=http%3A%2F%2Fm.v.example%2Fp%3Fq%3D1");
    let mut found = catalogue.embed(&tag, Some(&address)).unwrap();
    let expected = [
        ("id", "7"),
        ("name", "Ana B"),
        ("user", "ana"),
        ("page", "http://m.v.example/p?q=1"),
    ];
    assert_eq!(found.captures, Captures::from_iter(expected));
    assert_eq!(
        found.shape.link.as_ref().unwrap().fill(&found.captures),
        Some(url("https://m.v.example/p?q=1"))
    );

    let elsewhere = url("https://v.example/7?u=https://evil.example/");
    assert_eq!(
        catalogue
            .embed(&tag, Some(&elsewhere))
            .unwrap()
            .captures
            .get("page"),
        None
    );

    assert!(found.shape.reads_links() && found.shape.reads_scripts());
    assert!(
        !found
            .shape
            .capture_link(&url("https://other.example/x/1"), &mut found.captures)
    );
    assert!(
        found
            .shape
            .capture_link(&url("https://v.example/bob/1"), &mut found.captures)
    );
    assert_eq!(found.captures.get("user"), Some("ana"));
    assert_eq!(found.captures.get("post"), Some("1"));
}

#[test]
fn scripts_are_searched_for_addresses() {
    let text = "[[embed]]\nelements = [\"div\"]\nid = \"thread\"\n\
        [[embed.captures]]\nfrom = \"script\"\nurls = [\"{site}.v.example/embed.js\"]\n\
        [frame]\nkind = \"script\"\nhosts = [\"{site}.v.example\"]\nhtml = \"<div id='thread'></div>\"\n\
        scripts = [\"https://{site}.v.example/embed.js\"]\n";
    let catalogue = load(&[("a", text)]).unwrap();
    let shape = &catalogue.service("a").unwrap().embeds[0];
    let site = |text: &str| {
        shape
            .find_in_script(text)
            .and_then(|found| found.get("site").map(str::to_owned))
    };
    for (script, expected) in [
        (
            "s.src = 'https://valley.v.example/embed.js';",
            Some("valley"),
        ),
        ("s.src=\"//valley.v.example/embed.js\"", Some("valley")),
        (
            "// https://other.example\nx = `//VALLEY.v.example/embed.js?x`",
            Some("valley"),
        ),
        (
            "'//a.v.example/other.js' '//b.v.example/embed.js'",
            Some("b"),
        ),
        ("s.src = '//' + site + '.v.example/embed.js'", None),
        ("s.src = '//v.example/embed.js'", None),
        ("////////", None),
        ("", None),
    ] {
        assert_eq!(site(script).as_deref(), expected, "{script}");
    }
    let long = format!("//{}", "é".repeat(5000));
    assert_eq!(site(&long), None);
}

#[test]
fn resources_are_claimed_by_address_before_host_before_frame() {
    let catalogue = load(&[
        (
            "a",
            "[resources]\nhosts = [\"*.v.example\", \"cdn.v.example\"]\n",
        ),
        ("b", "[resources]\nurls = [\"cdn.v.example/fonts/**\"]\n"),
        (
            "c",
            &embed("elements = [\"iframe\"]\nurls = [\"v.example/{id}\"]"),
        ),
    ])
    .unwrap();
    for (address, expected) in [
        ("https://cdn.v.example/x.js", Some("a")),
        ("https://cdn.v.example/fonts/x", Some("b")),
        ("https://x.y.v.example/", Some("a")),
        ("https://v.example/anything?at=all", Some("c")),
        ("https://v.example:8443/", None),
        ("https://other.example/", None),
        ("data:,x", None),
    ] {
        let found = catalogue
            .resource(&url(address))
            .map(|service| service.id.as_str());
        assert_eq!(found, expected, "{address}");
    }
}

#[test]
fn looking_up_asks_no_more_services_than_share_a_key() {
    let texts: Vec<(String, String)> = (0..300)
        .map(|number| {
            let shape = format!("elements = [\"iframe\"]\nurls = [\"v{number}.x.example/{{id}}\"]");
            let frame = format!("[frame]\nkind = \"iframe\"\nhosts = [\"v{number}.x.example\"]\n");
            (format!("s{number}"), format!("[[embed]]\n{shape}\n{frame}"))
        })
        .collect();
    let entries: Vec<(&str, &str)> = texts
        .iter()
        .map(|(id, text)| (id.as_str(), text.as_str()))
        .collect();
    let catalogue = load(&entries).unwrap();
    assert_eq!(catalogue.index.longest_list(), 1);
    let tag = Tag("iframe", &[]);
    assert_eq!(
        found(&catalogue, &tag, Some("https://v299.x.example/7")).as_deref(),
        Some("s299 0")
    );
}

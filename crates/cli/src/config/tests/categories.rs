//! `[categories]`.

use super::*;
use jalousie_core::catalogue::UNCLASSIFIED;

#[test]
fn categories_are_merged_renamed_and_ordered() {
    let text = r#"
[services]
folder = "mine"
[categories]
order = ["media", "maps"]
[categories.media]
merge = ["video", "audio"]
name = { en = "Media", fr = "Médias" }
purpose = { en = "To play." }
[categories.social]
name.en = "Posts"
"#;
    let loaded = load_text("categories", text).unwrap();
    let site = loaded.settings();
    let ids: Vec<&str> = site
        .catalogue
        .categories()
        .iter()
        .map(|category| category.id.as_str())
        .collect();
    assert_eq!(ids[..2], ["media", "maps"]);
    assert!(!ids.contains(&"video") && !ids.contains(&"audio"));
    assert_eq!(ids.last(), Some(&UNCLASSIFIED));
    let own = site.catalogue.service("own").unwrap();
    assert_eq!(
        (own.category.as_str(), own.kind.as_str()),
        ("media", "audio")
    );
    let word = |language: &str, text: &str, id: &str| {
        let language = site.texts.language(language);
        language.format(text, &[("category", id)]).into_owned()
    };
    assert_eq!(word("fr", "category-name", "media"), "Médias");
    assert_eq!(word("de", "category-name", "media"), "Media");
    assert_eq!(word("fr", "category-purpose", "media"), "To play.");
    assert_eq!(word("en", "category-name", "social"), "Posts");
    // A category of the catalogue keeps its words where the publisher has none.
    assert_eq!(word("fr", "category-name", "social"), "Réseaux sociaux");
}

#[test]
fn services_of_ones_own_may_be_in_a_category_of_ones_own() {
    let folder = Folder::new("own-category");
    folder.write("mine/own.toml", &OWN.replace("\"audio\"", "\"radio\""));
    let text = "[services]\nfolder = \"mine\"\n[categories.radio]\nname.en = \"Radio\"\npurpose.en = \"To listen.\"\n";
    let path = folder.write("jalousie.toml", text);
    let loaded = load(&Source { config: Some(path) }, None).unwrap();
    let own = loaded.settings().catalogue.service("own").unwrap();
    assert_eq!(own.category, "radio");
}

#[test]
fn what_cannot_be_done_with_categories_is_said_all_at_once() {
    let text = r#"[categories]
order = ["maps", "maps", "video"]
[categories.media]
merge = ["video", "vidio", "social"]
name.en = "Media"
[categories.social]
merge = ["video"]
colour = "red"
[categories."A b"]
[categories.unclassified]
in_page = true
[categories.maps]
in_page = "yes"
"#;
    let found = wrong("wrong-categories", text);
    for expected in [
        "2:18: categories.order = \"maps\": expected it once",
        "2:26: categories.order = \"video\": expected a category that readers see",
        "4:19: categories.media.merge = \"vidio\": expected",
        "4:28: categories.media.merge = \"social\": expected a category that has no section",
        "3:1: categories.media.purpose.en is missing",
        "7:10: categories.social.merge = \"video\": also merged into \"media\"",
        "8:1: unknown key categories.social.colour",
        "9:13: categories.A b: expected small letters",
        "11:11: categories.unclassified.in_page: expected another category",
        "13:11: categories.maps.in_page",
    ] {
        assert!(
            found.iter().any(|one| one.starts_with(expected)),
            "{expected} in {found:#?}"
        );
    }
    assert_eq!(found.len(), 10, "{found:#?}");
}

#[test]
fn categories_whose_services_work_in_the_page_are_named() {
    let text = r#"
[categories.measuring]
merge = ["analytics"]
in_page = true
name.en = "Measuring"
purpose.en = "To count."
[categories.advertising]
in_page = true
[categories.technical]
in_page = false
"#;
    let loaded = load_text("in-page", text).unwrap();
    let mut in_page = loaded.settings().in_page.clone();
    in_page.sort_unstable();
    assert_eq!(in_page, ["advertising", "measuring"]);
    assert!(
        load_text("none-in-page", "")
            .unwrap()
            .settings()
            .in_page
            .is_empty()
    );
}

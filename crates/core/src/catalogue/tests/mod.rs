//! The catalogue as a whole: every error an entry can have, whose an element is, the files that
//! the library carries, patterns and templates.

mod embedded;
mod entries;
mod lookup;
mod patterns;
mod templates;

use std::borrow::Cow;

use super::*;

/// An element for tests.
struct Tag(&'static str, &'static [(&'static str, &'static str)]);

impl Element for Tag {
    fn name(&self) -> &str {
        self.0
    }

    fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let found = self.1.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| Cow::Borrowed(*value))
    }

    fn attribute_names(&self, visit: &mut dyn FnMut(&str)) {
        self.1.iter().for_each(|(name, _)| visit(name));
    }
}

fn url(text: &str) -> Url {
    Url::parse(text).unwrap()
}

const CATEGORIES: Source<'_> = Source {
    name: "categories.toml",
    text: "schema = 1\ndata = [\"ip-address\"]\n[[category]]\nid = \"video\"\n",
};

/// An entry with all that is required, and more.
fn entry(id: &str, more: &str) -> String {
    format!(
        "schema = 1\nid = {id:?}\nname = \"{id} inc\"\ncategory = \"video\"\nentity = \"E\"\n\
         privacy = \"https://e.example/p\"\nsource = \"https://e.example/s\"\nreviewed = 2026-11-21\n\
         data = [\"ip-address\"]\n{more}"
    )
}

fn load(entries: &[(&str, &str)]) -> Result<Catalogue, Diagnostics> {
    let named: Vec<(String, String)> = entries
        .iter()
        .map(|(id, text)| (format!("{id}.toml"), entry(id, text)))
        .collect();
    let services = named
        .iter()
        .map(|(name, text)| Source { name, text })
        .collect();
    Catalogue::load(&[Layer {
        services,
        categories: Some(CATEGORIES),
        ..Layer::default()
    }])
}

#[test]
fn later_layers_replace_and_switch_off() {
    let [one, two, other] = [
        entry("one", ""),
        entry("two", ""),
        entry("one", "country = \"FR\""),
    ];
    let first = Layer {
        services: vec![
            Source {
                name: "a/two.toml",
                text: &two,
            },
            Source {
                name: "a/one.toml",
                text: &one,
            },
        ],
        categories: Some(CATEGORIES),
        ..Layer::default()
    };
    let more = Source {
        name: "own.toml",
        text: "schema = 1\n[[category]]\nid = \"unclassified\"\n[[category]]\nid = \"audio\"\n[[category]]\nid = \"video\"\n",
    };
    let second = Layer {
        services: vec![Source {
            name: "b/one.toml",
            text: &other,
        }],
        categories: Some(more),
        without: vec!["two", "three"],
        ..Layer::default()
    };
    let catalogue = Catalogue::load(&[first, second]).unwrap();
    assert_eq!(catalogue.services().len(), 1);
    assert_eq!(
        catalogue.service("one").unwrap().country.as_deref(),
        Some("FR")
    );
    assert!(catalogue.service("two").is_none());
    let categories: Vec<&str> = catalogue
        .categories()
        .iter()
        .map(|category| category.id.as_str())
        .collect();
    assert_eq!(categories, ["video", "audio", UNCLASSIFIED]);
}

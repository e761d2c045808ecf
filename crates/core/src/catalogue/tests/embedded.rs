//! The files that the library carries.

use super::*;
use crate::embedded::texts;

#[test]
fn the_embedded_catalogue_has_no_errors() {
    match Catalogue::embedded() {
        Ok(catalogue) => assert!(!catalogue.services().is_empty()),
        Err(found) => panic!("{found}"),
    }
}

#[test]
fn the_embedded_texts_word_every_category_and_kind_of_data() {
    let catalogue = Catalogue::embedded().unwrap();
    let data: Vec<&str> = catalogue
        .services()
        .iter()
        .flat_map(|service| &service.data)
        .map(String::as_str)
        .collect();
    for text in texts() {
        let message = |name: &str| {
            let start = text.text.find(&format!("\n{name} =")).unwrap();
            text.text[start..].split("\n}").next().unwrap()
        };
        for category in catalogue.categories() {
            assert!(
                message("category-name").contains(&format!("[{}]", category.id)),
                "{} {}",
                text.name,
                category.id
            );
        }
        for kind in &data {
            assert!(
                message("data-kind").contains(&format!("[{kind}]")),
                "{} {kind}",
                text.name
            );
        }
    }
}

#[test]
fn embedded_sources_have_sorted_names() {
    let layer = Layer::embedded();
    assert!(layer.services.is_sorted_by_key(|source| source.name));
    assert!(texts().iter().any(|text| text.stem() == "en"));
    assert_eq!(
        Source {
            name: r"own\a.b.toml",
            text: ""
        }
        .stem(),
        "a.b"
    );
}

/// An address that a pattern matches.
fn example(pattern: &UrlPattern) -> Url {
    let mut text = pattern.to_string();
    if text.starts_with("{host}") {
        text.replace_range(..6, "any.example");
    }
    let text = text
        .replace("*.", "any.")
        .replace(['{', '}'], "")
        .replace("**", "any")
        .replace('*', "any");
    url(&format!("https://{text}"))
}

/// An element of a shape.
struct Example<'s>(&'s str, &'s EmbedShape);

impl Element for Example<'_> {
    fn name(&self) -> &str {
        self.0
    }

    fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let test = self.1.attribute.as_ref().filter(|test| test.name == name);
        let value = test.map(|test| test.value.as_deref().unwrap_or("any"));
        let mark = match name {
            "class" => self.1.class.as_deref(),
            "id" => self.1.id.as_deref(),
            _ => None,
        };
        value.or(mark).map(Cow::Borrowed)
    }

    fn attribute_names(&self, visit: &mut dyn FnMut(&str)) {
        let test = self.1.attribute.iter().map(|test| test.name.as_str());
        test.chain(["class", "id"])
            .filter(|name| self.attribute(name).is_some())
            .for_each(visit);
    }
}

#[test]
fn every_pattern_of_an_embed_finds_its_shape() {
    let catalogue = Catalogue::embedded().unwrap();
    let mut lost = Vec::new();
    for service in catalogue.services() {
        for shape in &service.embeds {
            let addresses: Vec<Option<Url>> = match shape.urls.as_slice() {
                [] => vec![None],
                patterns => patterns
                    .iter()
                    .map(|pattern| Some(example(pattern)))
                    .collect(),
            };
            for (name, address) in shape
                .elements
                .iter()
                .flat_map(|name| addresses.iter().map(move |url| (name, url)))
            {
                let found = catalogue.embed(&Example(name, shape), address.as_ref());
                let found = found.map(|found| (found.service.id.as_str(), found.shape.position));
                if found != Some((&service.id, shape.position)) {
                    lost.push(format!(
                        "{} {}: {name} {address:?} is found as {found:?}",
                        service.id, shape.position
                    ));
                }
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn every_resource_belongs_to_its_service() {
    let catalogue = Catalogue::embedded().unwrap();
    for service in catalogue.services() {
        let hosts = service
            .resources
            .hosts
            .iter()
            .map(|host| UrlPattern::parse(&format!("{host}/**")).unwrap());
        for pattern in hosts.chain(service.resources.urls.iter().cloned()) {
            let address = example(&pattern);
            let found = catalogue.resource(&address).map(|found| found.id.as_str());
            assert_eq!(found, Some(service.id.as_str()), "{address}");
        }
    }
}

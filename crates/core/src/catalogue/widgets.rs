//! What scripts of services look for in a page: for those who see such a script come.

use super::Catalogue;
use super::shape::{AttributeTest, EmbedShape};
use std::fmt::Write;
use url::Url;

impl Catalogue {
    /// The elements that the script at `script` would make something of, as a list of CSS selectors;
    /// empty if it is no service's. Some scripts put their content where they stand themselves: `written`
    /// is their address as their own element has it.
    ///
    /// ```
    /// let catalogue = jalousie_core::catalogue::Catalogue::embedded().unwrap();
    /// let nobodys = "https://scripts.example/a.js".parse().unwrap();
    /// assert_eq!(catalogue.widgets(&nobodys, "//scripts.example/a.js"), "");
    /// ```
    pub fn widgets(&self, script: &Url, written: &str) -> String {
        let shapes = self.resource(script).map(|service| &service.embeds);
        let mut selectors = Vec::new();
        for shape in shapes.into_iter().flatten() {
            if shape.urls.is_empty() {
                selectors.extend(selectors_of(shape));
            } else if shape.is_script() && shape.urls.iter().any(|url| url.accepts(script)) {
                let mut own = "script".to_owned();
                push(&mut own, "src", "=", written);
                selectors.push(own);
            }
        }
        selectors.dedup();
        selectors.join(",")
    }
}

fn selectors_of(shape: &EmbedShape) -> impl Iterator<Item = String> {
    let mut marks = String::new();
    if let Some(class) = &shape.class {
        push(&mut marks, "class", "~=", class);
    }
    if let Some(id) = &shape.id {
        push(&mut marks, "id", "=", id);
    }
    match &shape.attribute {
        Some(AttributeTest {
            name,
            value: Some(value),
        }) => push(&mut marks, name, "=", value),
        Some(AttributeTest { name, value: None }) => marks.push_str(&format!("[{name}]")),
        None => {}
    }
    shape
        .elements
        .iter()
        .map(move |element| format!("{element}{marks}"))
}

fn push(marks: &mut String, name: &str, relation: &str, value: &str) {
    let value = value
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\a ");
    // Writing to a string cannot fail.
    let _ = write!(marks, "[{name}{relation}\"{value}\"]");
}

#[cfg(test)]
mod tests {
    use crate::site::Site;

    #[test]
    fn a_services_script_is_known_by_what_it_looks_for() {
        let site = Site::for_tests();
        let widgets = |script: &str| site.catalogue.widgets(&script.parse().unwrap(), script);
        for service in site.catalogue.services() {
            let scripts = service.frame.iter().flat_map(|frame| &frame.scripts);
            for script in scripts.filter_map(|script| script.fill(&Default::default())) {
                let known = site.catalogue.resource(&script).is_some();
                let marked = service.embeds.iter().any(|shape| shape.urls.is_empty());
                assert!(
                    !known || !marked || !widgets(script.as_str()).is_empty(),
                    "{script}"
                );
            }
        }
        assert_eq!(widgets("https://nobody.example/a\"]\n.js"), "");
    }
}

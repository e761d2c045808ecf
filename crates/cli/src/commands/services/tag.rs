//! One start tag, so that a match can be explained. Which tags there are, the rewriter says.

use jalousie_core::catalogue::Element;
use std::borrow::Cow;

/// An element: its name and attributes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// An element without attributes.
    pub(super) fn named(name: &str) -> Self {
        Tag {
            name: name.to_owned(),
            attributes: Vec::new(),
        }
    }

    /// The start tag at the beginning of `markup`.
    pub(super) fn read(markup: &str) -> Option<Self> {
        let rest = markup.strip_prefix('<')?;
        let (name, mut rest) =
            rest.split_at(rest.find(|c: char| c.is_whitespace() || "/>".contains(c))?);
        let mut tag = Tag::named(&name.to_ascii_lowercase());
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if rest.is_empty() || rest.starts_with('>') {
                return Some(tag);
            }
            let end = rest
                .find(|c: char| c.is_whitespace() || "=/>".contains(c))
                .unwrap_or(rest.len());
            let (key, after) = rest.split_at(end.max(1));
            let (value, after) = match after.trim_start().strip_prefix('=') {
                Some(value) => value_of(value.trim_start()),
                None => ("", after),
            };
            tag.attributes
                .push((key.to_ascii_lowercase(), decode(value)));
            rest = after;
        }
    }
}

/// An attribute's value, and what is after it.
fn value_of(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    text.split_at(
        text.find(|c: char| c.is_whitespace() || c == '>')
            .unwrap_or(text.len()),
    )
}

/// The character references that addresses are written with.
fn decode(value: &str) -> String {
    [
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(value.to_owned(), |text, (reference, character)| {
        text.replace(reference, character)
    })
}

impl Element for Tag {
    fn name(&self) -> &str {
        &self.name
    }

    fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        // The first one counts, as in browsers.
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| Cow::from(value))
    }

    fn attribute_names(&self, visit: &mut dyn FnMut(&str)) {
        self.attributes.iter().for_each(|(name, _)| visit(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_as_written() {
        let tag =
            Tag::read("<IFrame SRC='a?b&amp;c' width=5 hidden data-x = \"y>z\" src=other/>text")
                .unwrap();
        assert_eq!(tag.name(), "iframe");
        let mut names = Vec::new();
        tag.attribute_names(&mut |name| names.push(name.to_owned()));
        assert_eq!(names, ["src", "width", "hidden", "data-x", "src"]);
        for (name, value) in [
            ("src", Some("a?b&c")),
            ("width", Some("5")),
            ("hidden", Some("")),
            ("data-x", Some("y>z")),
            ("none", None),
        ] {
            assert_eq!(tag.attribute(name).as_deref(), value, "{name}");
        }
    }

    #[test]
    fn half_a_tag_is_read_as_far_as_it_goes() {
        assert_eq!(Tag::read("text"), None);
        assert_eq!(Tag::read("<br>").unwrap().name, "br");
        assert_eq!(
            Tag::read("<a b=\"c").unwrap().attribute("b").as_deref(),
            Some("c")
        );
        assert_eq!(
            Tag::read("<a =b c").unwrap().attribute("c").as_deref(),
            Some("")
        );
    }
}

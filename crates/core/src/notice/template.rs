//! Notices in advance: what those of one service have in common is put into words and markup once.

use super::Html;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

/// A place for what differs from one notice to the next, or from page to page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// Which notice of the page it is.
    Number,
    /// The level of its heading.
    Heading,
    Token,
    /// The page's path, to come back to.
    Page,
    /// The same as part of an address's query.
    Back,
    /// The attribute that reserves its space.
    Size,
    /// The content's own words, or its title.
    Words,
    /// The content's public page.
    Link,
    /// The attribute by which the site's own policy admits scripts.
    Nonce,
}

/// Markup with slots.
#[derive(Debug, Default)]
pub(super) struct Template {
    markup: Vec<u8>,
    /// Where in the markup they are, in order.
    slots: Vec<(usize, Slot)>,
}

impl Template {
    pub(super) fn new(html: Html) -> Self {
        let (markup, slots) = html.into_parts();
        Template { markup, slots }
    }

    /// Adds the markup to `html`; `write` writes what belongs in a slot.
    pub(super) fn fill(&self, html: &mut Html, write: impl Fn(&mut Html, Slot)) {
        let mut copied = 0;
        for (at, slot) in &self.slots {
            html.raw(&self.markup[copied..*at]);
            copied = *at;
            write(html, *slot);
        }
        html.raw(&self.markup[copied..]);
    }
}

/// More than the services of a site's pages. Names of hosts are among them, so there may be any number.
const MOST_KEPT: usize = 256;

/// The templates that were needed so far, of one site as it is configured.
#[derive(Default)]
pub struct Templates(RwLock<BTreeMap<String, Arc<Template>>>);

impl Templates {
    /// The template of this name, which says everything that it was made from; `make` makes it.
    pub(super) fn get(&self, name: String, make: impl FnOnce() -> Template) -> Arc<Template> {
        let Templates(templates) = self;
        let kept = templates.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(template) = kept.get(&name) {
            return template.clone();
        }
        drop(kept);
        let template = Arc::new(make());
        let mut kept = templates.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        kept.insert(name, template.clone());
        template
    }
}

impl Clone for Templates {
    /// Empty ones: the copy of a site may be about to be configured in another way.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl fmt::Debug for Templates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Templates")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_in_their_places() {
        let mut html = Html::new(false);
        html.slot(Slot::Number)
            .markup("<p>")
            .slot(Slot::Page)
            .slot(Slot::Back)
            .text("<");
        let template = Template::new(html);
        let mut filled = Html::new(false);
        template.fill(&mut filled, |html, slot| {
            html.text(&format!("{slot:?}&"));
        });
        assert_eq!(filled.into_string(), "Number&amp;<p>Page&amp;Back&amp;&lt;");
    }

    #[test]
    fn what_is_kept_is_bounded_and_made_once() {
        let templates = Templates::default();
        for number in 0..MOST_KEPT * 2 + 5 {
            let make = || Template::new(Html::new(false));
            let made = templates.get(number.to_string(), make);
            let again = templates.get(number.to_string(), make);
            assert!(Arc::ptr_eq(&made, &again));
        }
        assert!(templates.0.read().unwrap().len() <= MOST_KEPT);
        assert!(templates.clone().0.read().unwrap().is_empty());
    }
}

//! What a browser would fetch for a document, by parsers that are not ours: html5ever and
//! cssparser. The lists are written from the HTML standard (4, 16), SVG 2 (16) and MathML Core.

use super::values::{candidates, css_addresses, data_document};
use cssparser::{Parser, ParserInput};
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, ParseOpts, local_name, ns, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use url::Url;

/// What in `html` makes a browser, with or without scripts, go to a host that is not admitted.
pub(crate) fn leaks(html: &str, page: &Url, admits: &dyn Fn(&Url) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for scripting in [true, false] {
        let mut walk = Walk {
            base: page.clone(),
            admits,
            found: Vec::new(),
            depth: 0,
            scripting,
        };
        walk.document(html);
        let how = if scripting {
            "with scripts"
        } else {
            "without scripts"
        };
        found.extend(walk.found.into_iter().map(|leak| format!("{leak} ({how})")));
    }
    found
}

/// `html` as html5ever understands it.
fn parse(html: &str, scripting_enabled: bool) -> RcDom {
    let tree_builder = TreeBuilderOpts {
        scripting_enabled,
        ..TreeBuilderOpts::default()
    };
    parse_document(
        RcDom::default(),
        ParseOpts {
            tree_builder,
            ..ParseOpts::default()
        },
    )
    .one(html)
}

struct Walk<'a> {
    base: Url,
    admits: &'a dyn Fn(&Url) -> bool,
    found: Vec<String>,
    depth: usize,
    scripting: bool,
}

/// Link types for which browsers fetch or connect; `next` is prefetched by Firefox.
const FETCHING_RELATIONS: &[&str] = &[
    "stylesheet",
    "icon",
    "preload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "prerender",
    "modulepreload",
    "manifest",
    "apple-touch-icon",
    "apple-touch-icon-precomposed",
    "apple-touch-startup-image",
    "mask-icon",
    "fluid-icon",
    "next",
    "import",
    "search",
    "compression-dictionary",
];

/// SVG elements whose `href` a browser may fetch.
const SVG_HREF: &[&str] = &[
    "image",
    "use",
    "feImage",
    "script",
    "linearGradient",
    "radialGradient",
    "pattern",
    "filter",
    "textPath",
    "mpath",
    "cursor",
    "tref",
    "font-face-uri",
    "color-profile",
];

/// Presentation attributes that take `url()`.
const SVG_PAINT: &[&str] = &[
    "fill",
    "stroke",
    "filter",
    "mask",
    "clip-path",
    "cursor",
    "marker",
    "marker-start",
    "marker-mid",
    "marker-end",
];

const SVG_ANIMATIONS: &[&str] = &[
    "animate",
    "set",
    "animateMotion",
    "animateTransform",
    "animateColor",
];

fn children_with_contents(node: &Handle) -> Vec<Handle> {
    let mut children: Vec<Handle> = node.children.borrow().iter().cloned().collect();
    if let NodeData::Element {
        template_contents, ..
    } = &node.data
    {
        children.extend(template_contents.borrow().iter().cloned());
    }
    children
}

fn text_of(node: &Handle) -> String {
    let mut text = String::new();
    for child in node.children.borrow().iter() {
        if let NodeData::Text { contents } = &child.data {
            text.push_str(&contents.borrow());
        }
    }
    text
}

/// The base address: the first `base` with an `href` that is in the document itself.
fn base_of(root: &Handle) -> Option<String> {
    let mut stack = vec![root.clone()];
    while let Some(node) = stack.pop() {
        if let NodeData::Element { name, attrs, .. } = &node.data
            && name.ns == ns!(html)
            && name.local == local_name!("base")
            && let Some(href) = attrs
                .borrow()
                .iter()
                .find(|a| a.name.local == local_name!("href"))
        {
            return Some(href.value.to_string());
        }
        stack.extend(node.children.borrow().iter().rev().cloned());
    }
    None
}

impl Walk<'_> {
    fn document(&mut self, html: &str) {
        if self.depth > 8 {
            return self
                .found
                .push("documents in documents without end".to_owned());
        }
        let dom = parse(html, self.scripting);
        let outer = self.base.clone();
        if let Some(base) = base_of(&dom.document)
            && let Ok(base) = outer.join(&base)
            && !matches!(base.scheme(), "data" | "javascript")
        {
            self.base = base;
        }
        let mut stack = vec![dom.document.clone()];
        while let Some(node) = stack.pop() {
            self.node(&node);
            stack.extend(children_with_contents(&node));
        }
        self.base = outer;
    }

    fn inner_document(&mut self, html: &str) {
        self.depth += 1;
        self.document(html);
        self.depth -= 1;
    }

    fn node(&mut self, node: &Handle) {
        let NodeData::Element { name, attrs, .. } = &node.data else {
            return;
        };
        let element = &*name.local;
        let attributes = attrs.borrow();
        for attribute in attributes
            .iter()
            .filter(|a| &*a.name.local == "style" && a.name.ns == ns!())
        {
            self.css(element, &attribute.value, false);
        }
        let kind = attributes
            .iter()
            .find(|a| &*a.name.local == "type")
            .map(|a| a.value.to_ascii_lowercase());
        let sheet = kind.is_none_or(|kind| kind.is_empty() || &*kind == "text/css");
        if element == "style" && sheet && (name.ns == ns!(html) || name.ns == ns!(svg)) {
            self.css(element, &text_of(node), true);
        }
        match &name.ns {
            n if *n == ns!(html) => self.html_element(element, &attributes, node),
            n if *n == ns!(svg) => self.svg_element(element, &attributes, node),
            _ => {
                if element == "mglyph" {
                    self.addresses(element, &attributes, &["src"]);
                }
            }
        }
    }

    fn html_element(&mut self, element: &str, attributes: &[Attribute], node: &Handle) {
        let value = |name: &str| {
            attributes
                .iter()
                .find(|a| &*a.name.local == name)
                .map(|a| a.value.to_string())
        };
        self.addresses(element, attributes, &["background"]);
        match element {
            "img" => self.addresses(
                element,
                attributes,
                &["src", "lowsrc", "dynsrc", "attributionsrc"],
            ),
            "a" | "area" => self.lists(element, attributes, &["ping", "attributionsrc"]),
            "iframe" | "frame" | "embed" | "portal" | "fencedframe" => {
                self.frame(element, value("src"))
            }
            "audio" | "track" | "input" | "bgsound" | "source" | "model" => {
                self.addresses(element, attributes, &["src"])
            }
            "video" => self.addresses(element, attributes, &["src", "poster"]),
            "script" => {
                self.addresses(element, attributes, &["src", "attributionsrc"]);
                self.speculation(value("type"), &text_of(node));
            }
            "object" => {
                self.frame(element, value("data"));
                self.addresses(element, attributes, &["classid", "codebase", "archive"]);
            }
            "applet" => self.addresses(element, attributes, &["code", "codebase", "archive"]),
            "param" => {
                let named = value("name").unwrap_or_default().to_ascii_lowercase();
                if ["src", "movie", "url", "code", "data"].contains(&named.as_str()) {
                    self.addresses(element, attributes, &["value"]);
                }
            }
            "html" => self.addresses(element, attributes, &["manifest"]),
            "link" => self.link(attributes, value("rel")),
            "meta" => self.refresh(value("http-equiv"), value("content")),
            _ => {}
        }
        self.sets(element, attributes);
        if let Some(document) = value("srcdoc").filter(|_| element == "iframe") {
            self.inner_document(&document);
        }
    }

    fn link(&mut self, attributes: &[Attribute], relations: Option<String>) {
        let relations = relations.unwrap_or_default().to_ascii_lowercase();
        if relations
            .split_ascii_whitespace()
            .any(|relation| FETCHING_RELATIONS.contains(&relation))
        {
            self.addresses("link", attributes, &["href"]);
        }
    }

    fn svg_element(&mut self, element: &str, attributes: &[Attribute], node: &Handle) {
        let value = |name: &str| {
            attributes
                .iter()
                .find(|a| &*a.name.local == name)
                .map(|a| a.value.to_string())
        };
        if SVG_HREF.contains(&element) {
            let outside: Vec<Attribute> = attributes
                .iter()
                .filter(|a| !a.value.starts_with('#'))
                .cloned()
                .collect();
            self.addresses(element, &outside, &["href"]);
        }
        if element == "script" {
            self.speculation(value("type"), &text_of(node));
        }
        for attribute in attributes
            .iter()
            .filter(|a| SVG_PAINT.contains(&&*a.name.local))
        {
            self.css(element, &attribute.value, false);
        }
        if SVG_ANIMATIONS.contains(&element) {
            for attribute in attributes
                .iter()
                .filter(|a| ["to", "from", "by", "values"].contains(&&*a.name.local))
            {
                attribute
                    .value
                    .split(';')
                    .for_each(|piece| self.address(element, piece));
                self.css(element, &attribute.value, false);
            }
        }
    }

    fn addresses(&mut self, element: &str, attributes: &[Attribute], names: &[&str]) {
        for attribute in attributes
            .iter()
            .filter(|a| names.contains(&&*a.name.local))
        {
            self.address(element, &attribute.value);
        }
    }

    fn lists(&mut self, element: &str, attributes: &[Attribute], names: &[&str]) {
        for attribute in attributes
            .iter()
            .filter(|a| names.contains(&&*a.name.local))
        {
            attribute
                .value
                .split_ascii_whitespace()
                .for_each(|address| self.address(element, address));
        }
    }

    fn sets(&mut self, element: &str, attributes: &[Attribute]) {
        let used = ["img", "source", "link"].contains(&element);
        for attribute in attributes
            .iter()
            .filter(|a| used && ["srcset", "imagesrcset"].contains(&&*a.name.local))
        {
            candidates(&attribute.value)
                .iter()
                .for_each(|candidate| self.address(element, candidate));
        }
    }

    fn frame(&mut self, element: &str, address: Option<String>) {
        let Some(address) = address else { return };
        if let Some(document) = data_document(&address) {
            self.inner_document(&document);
        }
        self.address(element, &address);
    }

    fn address(&mut self, element: &str, address: &str) {
        if address.trim_matches(|c: char| c <= ' ').is_empty() {
            return;
        }
        let Ok(url) = self.base.join(address) else {
            return;
        };
        if matches!(url.scheme(), "http" | "https" | "ws" | "wss" | "ftp") && !(self.admits)(&url) {
            self.found.push(format!("{element} loads {url}"));
        }
    }

    fn refresh(&mut self, equivalent: Option<String>, content: Option<String>) {
        if !equivalent.is_some_and(|name| name.eq_ignore_ascii_case("refresh")) {
            return;
        }
        let content = content.unwrap_or_default();
        // No browser takes anything else for a number.
        if !content
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit() || ".+-".contains(c))
        {
            return;
        }
        let Some(at) = content.find([';', ',', ' ', '\t', '\n', '\r', '\x0c']) else {
            return;
        };
        let rest = content[at..]
            .trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ';' || c == ',');
        let lower = rest.to_ascii_lowercase();
        let after_word = lower
            .strip_prefix("url")
            .map(str::trim_start)
            .and_then(|rest| rest.strip_prefix('='));
        let rest = after_word.map_or(rest, |after| rest[rest.len() - after.len()..].trim_start());
        let address = match rest.chars().next() {
            Some(quote @ ('"' | '\'')) => rest[1..].split(quote).next().unwrap_or_default(),
            _ => rest,
        };
        self.address("meta", address);
    }

    fn speculation(&mut self, kind: Option<String>, rules: &str) {
        if kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("speculationrules"))
            && let Ok(rules) = serde_json::from_str::<serde_json::Value>(rules)
        {
            self.rule_strings(&rules);
        }
    }

    fn rule_strings(&mut self, value: &serde_json::Value) {
        match value {
            serde_json::Value::String(text) => self.address("speculation rules", text),
            serde_json::Value::Array(list) => {
                list.iter().for_each(|value| self.rule_strings(value))
            }
            serde_json::Value::Object(map) => {
                map.values().for_each(|value| self.rule_strings(value))
            }
            _ => {}
        }
    }

    fn css(&mut self, element: &str, css: &str, sheet: bool) {
        let mut input = ParserInput::new(css);
        let mut found = Vec::new();
        css_addresses(&mut Parser::new(&mut input), false, sheet, &mut found);
        for address in found {
            if !address.starts_with('#') {
                self.address(&format!("the style of {element}"), &address);
            }
        }
    }
}

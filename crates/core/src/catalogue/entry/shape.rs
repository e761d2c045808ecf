//! Reading `[[embed]]`.

use std::collections::BTreeSet;

use super::{fields, shown};
use crate::catalogue::PAGE;
use crate::catalogue::glob::is_name;
use crate::catalogue::load::values;
use crate::catalogue::{
    CaptureRule, CaptureSource, EmbedShape, HtmlTemplate, Preview, UrlPattern, UrlTemplate,
};
use crate::document::{Located, Section};

pub(super) fn read(mut section: Section<'_>, position: usize) -> EmbedShape {
    let errors = section.errors();
    section.require(&["elements"]);
    let elements = values(section.parsed_list("elements", fields::element));
    let urls = section.parsed_list("urls", UrlPattern::parse);
    let class = section.parsed("class", |text| fields::token(text, "a class"));
    let id = section.parsed("id", |text| fields::token(text, "an id"));
    let attribute = section.parsed("attribute", fields::attribute_test);
    let captures = section
        .sections("captures")
        .into_iter()
        .filter_map(read_capture)
        .collect();
    let link = section.parsed("link", UrlTemplate::parse);
    let html = section.parsed("html", HtmlTemplate::parse);
    let src = section.parsed("src", UrlTemplate::parse);
    let preview = section.parsed("preview", preview);
    let framed = !elements.is_empty() && elements.iter().all(|name| fields::is_frame(name));
    let default = if framed {
        Preview::Title
    } else {
        Preview::Content
    };
    let shape = EmbedShape {
        position,
        elements,
        urls: urls.iter().map(|url| url.value.clone()).collect(),
        class: class.map(|class| class.value),
        id: id.map(|id| id.value),
        attribute: attribute.map(|test| test.value),
        captures,
        link: link.map(|link| link.value),
        preview: preview.map_or(default, |preview| preview.value),
        html: html.map(|html| html.value),
        src: src.map(|src| src.value),
    };
    check_matching(&section, &shape, &urls);
    if section.errors() == errors {
        check_templates(&section, &shape);
    }
    section.finish();
    shape
}

/// A shape needs something to find it by.
fn check_matching(section: &Section<'_>, shape: &EmbedShape, urls: &[Located<UrlPattern>]) {
    if !["urls", "class", "id", "attribute"]
        .into_iter()
        .any(|key| section.has(key))
    {
        section.report(
            "elements",
            "expected urls, class, id or attribute too, to say which of them are meant",
        );
    }
    let addressed = |name: &String| fields::is_frame(name) || name == "script";
    if let Some(name) = shape
        .elements
        .iter()
        .find(|name| section.has("urls") && !addressed(name))
    {
        let message = format!(
            "expected none for {name}: only iframe, object, embed and script are found by address"
        );
        section.report("urls", message);
    }
    let marked = section.has("class") || section.has("attribute");
    for url in urls.iter().filter(|url| url.host().is_any() && !marked) {
        section.expected(
            "urls",
            &shown(url),
            "a host; or class or attribute too, because any host is too much",
        );
    }
    if matches!(shape.preview, Preview::Parameter(_)) && !section.has("urls") {
        section.report("preview", "expected urls too: whose parameter is meant");
    }
    if section.has("src") && section.has("html") {
        section.report("src", "expected either src or html");
    }
}

/// Every capture that a shape's own templates need must come from somewhere.
fn check_templates(section: &Section<'_>, shape: &EmbedShape) {
    let given: BTreeSet<&str> = shape.capture_names().collect();
    let names = |template: &Option<UrlTemplate>| -> Vec<String> {
        template
            .iter()
            .flat_map(UrlTemplate::names)
            .map(str::to_owned)
            .collect()
    };
    let html = shape
        .html
        .iter()
        .flat_map(HtmlTemplate::names)
        .map(str::to_owned)
        .collect();
    for (key, names) in [
        ("link", names(&shape.link)),
        ("src", names(&shape.src)),
        ("html", html),
    ] {
        let known = |name: &str| given.contains(name) || (key == "src" && name == PAGE);
        for name in names.iter().filter(|name| !known(name)) {
            section.report(
                key,
                format!("nothing captures {{{name}}}: expected it in urls or captures"),
            );
        }
    }
    for (key, template) in [("link", &shape.link), ("src", &shape.src)] {
        let whole = template.as_ref().and_then(UrlTemplate::whole_name);
        if let Some(name) =
            whole.filter(|name| given.contains(name) && !is_checked_address(shape, name))
        {
            let message = format!(
                "expected captures of {{{name}}} to have both as and urls, so that it leads to known hosts only"
            );
            section.report(key, message);
        }
    }
}

/// Whether a capture can only be a whole address that patterns have checked.
fn is_checked_address(shape: &EmbedShape, name: &str) -> bool {
    let patterns = shape
        .urls
        .iter()
        .chain(shape.captures.iter().flat_map(|rule| &rule.urls));
    let mut rules = shape
        .captures
        .iter()
        .filter(|rule| rule.whole.as_deref() == Some(name));
    patterns
        .flat_map(UrlPattern::names)
        .all(|found| found != name)
        && rules
            .all(|rule| !rule.urls.is_empty() && rule.urls.iter().all(|url| !url.host().is_any()))
}

fn read_capture(mut section: Section<'_>) -> Option<CaptureRule> {
    section.require(&["from"]);
    let from = section.parsed("from", source).map(|from| from.value);
    let urls = section.parsed_list("urls", UrlPattern::parse);
    let whole = section.parsed("as", |text| {
        let expected = "expected a name of small letters, digits, - and _";
        if is_name(text) {
            Ok(text.to_owned())
        } else {
            Err(expected)
        }
    });
    let listed = matches!(from, Some(CaptureSource::Link | CaptureSource::Script));
    if listed && !section.has("urls") {
        section.report(
            "from",
            "expected urls too: which addresses found there are meant",
        );
    } else if !section.has("urls") && !section.has("as") {
        section.report("from", "expected urls, as, or both too");
    }
    for url in urls
        .iter()
        .filter(|url| url.host().is_any() && from == Some(CaptureSource::Script))
    {
        section.expected("urls", &shown(url), "a host: scripts are full of addresses");
    }
    section.finish();
    Some(CaptureRule {
        from: from?,
        urls: values(urls),
        whole: whole.map(|whole| whole.value),
    })
}

/// `content`, `title`, `none`, `attribute:NAME` or `parameter:NAME`.
fn preview(text: &str) -> Result<Preview, String> {
    match text.split_once(':') {
        None if text == "content" => Ok(Preview::Content),
        None if text == "title" => Ok(Preview::Title),
        None if text == "none" => Ok(Preview::Nothing),
        Some(("attribute", name)) => Ok(Preview::Attribute(fields::attribute_name(name)?)),
        Some(("parameter", name)) if !name.is_empty() => Ok(Preview::Parameter(name.to_owned())),
        _ => Err(
            r#"expected "content", "title", "none", "attribute:NAME" or "parameter:NAME""#
                .to_owned(),
        ),
    }
}

/// `link`, `attribute:NAME`, `parameter:NAME` or `script`.
fn source(text: &str) -> Result<CaptureSource, String> {
    match text.split_once(':') {
        None if text == "link" => Ok(CaptureSource::Link),
        None if text == "script" => Ok(CaptureSource::Script),
        Some(("attribute", name)) => Ok(CaptureSource::Attribute(fields::attribute_name(name)?)),
        Some(("parameter", name)) if !name.is_empty() => {
            Ok(CaptureSource::Parameter(name.to_owned()))
        }
        _ => Err(r#"expected "link", "attribute:NAME", "parameter:NAME" or "script""#.to_owned()),
    }
}

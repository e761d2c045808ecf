//! Neutralising: the element stays, what it would load does not.

use super::css;
use super::gate::Gate;
use super::scanner::{Attribute, Span, StartTag};
use crate::address::lists;
use crate::address::{Target, decode, decode_text, may_leave_base};
use crate::policy::relations_are_inert;
use std::borrow::Cow;
use url::Url;

/// How an attribute's value names what is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Address,
    /// An address whose document or style sheet may load more.
    Document,
    Addresses,
    Set,
    Css,
    Refresh,
    /// Animations: several values separated by semicolons.
    Values,
}

/// What becomes of an attribute.
#[derive(Clone, Debug)]
pub(super) enum Edit {
    /// It is kept under `data-jalousie-*` only.
    PutAside,
    /// It is kept there, and gets this value.
    Replace(Vec<u8>),
    /// It gets this value; nothing is kept.
    Overwrite(Vec<u8>),
}

/// The edits of one tag, and the first address that made them necessary.
#[derive(Debug, Default)]
pub(super) struct Edits {
    pub(super) list: Vec<(Span, Edit)>,
    pub(super) url: Option<Url>,
    pub(super) text: String,
    /// The element gets a type that no browser acts on.
    pub(super) disarm: bool,
}

/// SVG elements whose `href` is loaded. `a` is a link.
const SVG_LOADING: &[&str] = &[
    "image",
    "use",
    "feimage",
    "script",
    "pattern",
    "lineargradient",
    "radialgradient",
    "filter",
    "textpath",
    "mpath",
    "cursor",
    "tref",
    "font-face-uri",
    "animate",
    "set",
    "discard",
    "foreignobject",
    "glyphref",
    "color-profile",
];

const ANIMATIONS: &[&str] = &[
    "animate",
    "set",
    "animatemotion",
    "animatetransform",
    "animatecolor",
];

/// Elements that give attributes a meaning of their own; everywhere else only those that
/// [`on_any_element`] knows can load anything.
pub(super) fn gives_meaning() -> impl Iterator<Item = &'static str> {
    const MORE: &[&str] = &["applet", "base", "html", "link", "meta", "object", "param"];
    [SVG_LOADING, ANIMATIONS, MORE]
        .into_iter()
        .flatten()
        .copied()
}

/// Attributes that load, or may load, whatever element they are on.
const ANYWHERE: &[(&str, Form)] = &[
    ("src", Form::Document),
    ("srcset", Form::Set),
    ("style", Form::Css),
    ("poster", Form::Address),
    ("background", Form::Address),
    ("ping", Form::Addresses),
    ("attributionsrc", Form::Addresses),
    ("imagesrcset", Form::Set),
    ("lowsrc", Form::Address),
    ("dynsrc", Form::Address),
    ("fill", Form::Css),
    ("stroke", Form::Css),
    ("filter", Form::Css),
    ("mask", Form::Css),
    ("clip-path", Form::Css),
    ("cursor", Form::Css),
    ("marker", Form::Css),
    ("marker-start", Form::Css),
    ("marker-mid", Form::Css),
    ("marker-end", Form::Css),
];

/// For each length, the first letters of those attributes: nearly all attributes end here.
const FIRST_LETTERS: [u32; 16] = {
    let mut letters = [0; 16];
    let mut at = 0;
    while at < ANYWHERE.len() {
        let name = ANYWHERE[at].0.as_bytes();
        letters[name.len()] |= 1 << (name[0] & 31);
        at += 1;
    }
    letters
};

/// How browsers, or the scripts of lazy loaders, use an attribute of this name on any element.
fn on_any_element(name: &[u8], value: &[u8]) -> Option<Form> {
    let first = *name.first()?;
    if first | 0x20 == b'd' && is_lazy(name) {
        return Some(lazy_form(name, value));
    }
    let letters = FIRST_LETTERS.get(name.len())?;
    if letters & (1 << (first & 31)) == 0 {
        return None;
    }
    ANYWHERE
        .iter()
        .find(|(known, _)| name.eq_ignore_ascii_case(known.as_bytes()))
        .map(|(_, form)| *form)
}

/// How this attribute of this element is used; `None`: it loads nothing.
fn form(tag: &StartTag<'_>, attribute: &Attribute<'_>) -> Option<Form> {
    match on_any_element(attribute.name, attribute.value) {
        None => on_this_element(tag, attribute),
        Some(Form::Document) if tag.is("img") || tag.is("script") => Some(Form::Address),
        form => form,
    }
}

fn on_this_element(tag: &StartTag<'_>, attribute: &Attribute<'_>) -> Option<Form> {
    let mut buffer = [0; 16];
    let name = buffer.get_mut(..attribute.name.len())?;
    name.copy_from_slice(attribute.name);
    name.make_ascii_lowercase();
    match &*name {
        b"href" | b"xlink:href" => href(tag),
        b"data" if tag.is("object") => Some(Form::Document),
        b"archive" if tag.is("object") || tag.is("applet") => Some(Form::Addresses),
        b"codebase" | b"code" | b"classid" if tag.is("object") || tag.is("applet") => {
            Some(Form::Address)
        }
        b"manifest" if tag.is("html") => Some(Form::Address),
        b"content" if tag.is("meta") => refreshes(tag).then_some(Form::Refresh),
        b"value" if tag.is("param") => names_source(tag).then_some(Form::Address),
        b"to" | b"from" | b"by" | b"values" => animation(tag),
        _ => None,
    }
}

/// Whether a value of this form could lead to another host: ordinary ones, which is nearly all, could not.
fn could_leave(form: Form, value: &[u8]) -> bool {
    match form {
        // Without a parenthesis or an escape there is no address.
        Form::Css => memchr::memchr3(b'(', b'\\', b'&', value).is_some(),
        _ => may_leave_base(value),
    }
}

/// Whether an attribute could load from another host on an element that gives it no meaning of its own.
pub(super) fn may_load_anywhere(name: &[u8], value: &[u8]) -> bool {
    on_any_element(name, value).is_some_and(|form| could_leave(form, value))
}

/// The use of an attribute whose value could lead to another host.
fn suspect(tag: &StartTag<'_>, attribute: &Attribute<'_>) -> Option<Form> {
    form(tag, attribute).filter(|form| could_leave(*form, attribute.value))
}

/// Whether `tag` could load anything from another host: quick, and asked of every element.
pub(super) fn may_load(tag: &StartTag<'_>) -> bool {
    tag.attributes()
        .any(|attribute| suspect(tag, &attribute).is_some())
}

/// Whether an attribute runs a script, at once or when it is used: a handler, or a `javascript:` address.
pub(super) fn may_run(name: &[u8], value: &[u8]) -> bool {
    let handler = name.len() > 2 && name[..2].eq_ignore_ascii_case(b"on");
    handler || (memchr::memchr2(b':', b'&', value).is_some() && script_of(&decode(value)).is_some())
}

/// Whether `tag` runs a script.
pub(super) fn runs_script(tag: &StartTag<'_>) -> bool {
    tag.is("script")
        || tag
            .attributes()
            .any(|attribute| may_run(attribute.name, attribute.value))
}

/// The script that a `javascript:` address is.
fn script_of(address: &str) -> Option<String> {
    let mut plain = address
        .chars()
        .skip_while(|c| *c <= ' ')
        .filter(|c| !"\t\n\r".contains(*c));
    let scheme: String = plain.by_ref().take(11).collect();
    scheme
        .eq_ignore_ascii_case("javascript:")
        .then(|| plain.collect())
}

/// Whether an address is a script that may come to a document, which nobody has seen. Many frames
/// that are to stay blank have one that does nothing.
fn makes_document(address: &str) -> bool {
    const NOTHING: &[&str] = &["", "void(0)", "void 0", "false", "true", "null"];
    let nothing = |script: &str| {
        let script = script.replace("%20", " ");
        NOTHING.contains(&script.trim_matches(|c: char| c <= ' ' || "\"';".contains(c)))
    };
    script_of(address).is_some_and(|script| !nothing(&script))
}

fn animation(tag: &StartTag<'_>) -> Option<Form> {
    ANIMATIONS
        .iter()
        .any(|name| tag.is(name))
        .then_some(Form::Values)
}

fn href(tag: &StartTag<'_>) -> Option<Form> {
    if tag.is("a") || tag.is("area") {
        return None;
    }
    if tag.is("link") {
        let relations = decode(tag.attribute("rel").unwrap_or_default());
        // Firefox prefetches `next`.
        let next = relations
            .split_ascii_whitespace()
            .any(|relation| relation.eq_ignore_ascii_case("next"));
        return (next || !relations_are_inert(&relations)).then_some(Form::Document);
    }
    // A base that leads to a third party sends every relative address there, the gate's own too.
    let loads = SVG_LOADING.iter().any(|name| tag.is(name)) || tag.is("base");
    (loads || tag.holds_markup()).then_some(Form::Address)
}

/// Names under which a `param` once gave an `object` its address.
fn names_source(tag: &StartTag<'_>) -> bool {
    let name = decode(tag.attribute("name").unwrap_or_default());
    ["code", "data", "filename", "movie", "src", "url"]
        .iter()
        .any(|known| name.trim().eq_ignore_ascii_case(known))
}

fn refreshes(tag: &StartTag<'_>) -> bool {
    tag.attribute("http-equiv")
        .is_some_and(|value| decode(value).trim().eq_ignore_ascii_case("refresh"))
}

/// Whether the scripts of lazy loaders take an attribute's value for an address: `data-src`,
/// `data-lazy-srcset`, `data-bg` …
fn is_lazy(name: &[u8]) -> bool {
    const OWN: &[u8] = b"data-jalousie";
    let starts = |name: &[u8], with: &[u8]| {
        name.get(..with.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(with))
    };
    let speaks = |rest: &[u8]| match rest[0] | 0x20 {
        b's' => starts(rest, b"src"),
        b'b' => starts(rest, b"bg") || starts(rest, b"background"),
        b'l' => starts(rest, b"lazy"),
        b'p' => starts(rest, b"poster"),
        b'o' => starts(rest, b"original"),
        _ => false,
    };
    starts(name, b"data-") && (5..name.len()).any(|at| speaks(&name[at..])) && !starts(name, OWN)
}

fn lazy_form(name: &[u8], value: &[u8]) -> Form {
    let is_set = || {
        name.last_chunk::<6>()
            .is_some_and(|end| end.eq_ignore_ascii_case(b"srcset"))
    };
    // `url(…)`, alone or in declarations; an address may have parentheses too.
    let is_address = || {
        let starts = |with: &[u8]| {
            let start = value.trim_ascii_start().get(..with.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(with))
        };
        starts(b"http") || starts(b"//")
    };
    if value.contains(&b'(') && !is_address() {
        Form::Css
    } else if is_set() {
        Form::Set
    } else {
        Form::Address
    }
}

impl Gate {
    /// The edits that silence whatever `tag` would load from a third party.
    pub(super) fn edits(&self, tag: &StartTag<'_>) -> Edits {
        let mut edits = Edits::default();
        for attribute in tag.attributes() {
            if let Some(form) = suspect(tag, &attribute)
                && let Some(edit) = self.edit(form, &attribute, &mut edits)
            {
                edits.list.push((attribute.span, edit));
            }
        }
        edits
    }

    fn edit(&self, form: Form, attribute: &Attribute<'_>, edits: &mut Edits) -> Option<Edit> {
        let mut external = |address: &str| self.note(address, edits);
        let value = || decode(attribute.value);
        let found = match form {
            Form::Address => external(&value()),
            Form::Document => {
                let value = value();
                external(&value) || self.note_document(&value, edits)
            }
            Form::Addresses => {
                value()
                    .split_ascii_whitespace()
                    .filter(|address| external(address))
                    .count()
                    > 0
            }
            Form::Set => {
                lists::srcset(&value())
                    .filter(|address| external(address))
                    .count()
                    > 0
            }
            Form::Values => {
                let value = value();
                let sheet = css::neutralise(&value, &mut external).is_some();
                value
                    .split(';')
                    .filter(|address| external(address.trim()))
                    .count()
                    > 0
                    || sheet
            }
            Form::Refresh => lists::refresh(&value()).is_some_and(external),
            Form::Css => {
                let neutral = |css: &str| {
                    css::neutralise(&decode_text(css), &mut external)
                        .map(|css| escape_attribute(&css))
                };
                return self.change_css(attribute.value, neutral).map(Edit::Replace);
            }
        };
        found.then_some(Edit::PutAside)
    }

    /// Whether the document in an address loads from a third party, or may do so.
    fn note_document(&self, address: &str, edits: &mut Edits) -> bool {
        let scheme = if makes_document(address) {
            "javascript:"
        } else if self.data_is_external(address) {
            "data:"
        } else {
            return false;
        };
        if edits.text.is_empty() {
            edits.text = scheme.to_owned();
        }
        true
    }

    /// Whether `address` leads to a third party; remembers the first that does.
    fn note(&self, address: &str, edits: &mut Edits) -> bool {
        match self.target(address) {
            Target::Admitted | Target::Opened(_) => return false,
            Target::External(url) => {
                edits.url.get_or_insert(*url);
            }
            Target::Unreadable => {}
        }
        if edits.text.is_empty() {
            edits.text = address.trim().to_owned();
        }
        true
    }
}

/// `tag` with its edits.
pub(super) fn edited(tag: &StartTag<'_>, edits: &Edits) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(tag.raw.len() + 64);
    bytes.extend_from_slice(&tag.raw[..tag.name_end]);
    let put_aside = edits
        .list
        .iter()
        .any(|(_, edit)| !matches!(edit, Edit::Overwrite(_)));
    // Without its address a script would run what stands between its tags.
    let disarm = edits.disarm || (put_aside && tag.is("script"));
    if put_aside || disarm {
        bytes.extend_from_slice(b" data-jalousie=\"resource\"");
    }
    if disarm {
        bytes.extend_from_slice(b" type=\"text/plain\"");
    }
    let mut copied = tag.name_end;
    for attribute in tag.attributes() {
        let span = attribute.span;
        let edit = edits
            .list
            .iter()
            .find(|(edited, _)| edited.name.0 == span.name.0)
            .map(|(_, edit)| edit);
        let aside = disarm && attribute.is("type")
            || matches!(edit, Some(Edit::PutAside | Edit::Replace(_)));
        if edit.is_none() && !aside {
            continue;
        }
        bytes.extend_from_slice(&tag.raw[copied..span.name.0]);
        copied = span.end;
        let name = &tag.raw[span.name.0..span.name.1];
        if aside {
            bytes.extend_from_slice(b"data-jalousie-");
            bytes.extend(name.iter().map(|b| if *b == b':' { b'-' } else { *b }));
            bytes.extend_from_slice(&tag.raw[span.name.1..span.end]);
        }
        if let Some(Edit::Replace(value) | Edit::Overwrite(value)) = edit {
            bytes.extend_from_slice(if aside { b" " } else { b"" });
            bytes.extend_from_slice(name);
            bytes.extend_from_slice(b"=\"");
            bytes.extend_from_slice(value);
            bytes.push(b'"');
        }
    }
    bytes.extend_from_slice(&tag.raw[copied..]);
    bytes
}

/// Escapes a value for double quotes.
pub(super) fn escape_attribute(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for character in value.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '<' => escaped.push_str("&lt;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// The element's name in lower case.
pub(super) fn lower_name(name: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(name) {
        Ok(text) if !name.iter().any(u8::is_ascii_uppercase) => Cow::Borrowed(text),
        _ => Cow::Owned(String::from_utf8_lossy(name).to_ascii_lowercase()),
    }
}

//! Embeds: recognising one, what it can be shown as, and the notice in its place.

use super::gate::Gate;
use super::inside::Inside;
use super::resource::lower_name;
use super::scanner::{Output, Position, StartTag};
use super::{Finding, Kind};
use crate::address::{Target, decode, may_leave_base};
use crate::catalogue::{Captures, Element, FrameKind, PAGE, Preview, Service, Size, UNCLASSIFIED};
use crate::consent::Decision;
use crate::frame::{Content, Holds};
use crate::notice::{Html, Notice, Shown};
use std::borrow::Cow;
use url::Url;

/// An embed that was found and whose notice is to be written.
#[derive(Debug)]
pub(super) struct Embed {
    /// Its service and which of its shapes, by position; `None`: unclassified.
    service: Option<(usize, usize)>,
    pub(super) captures: Captures,
    /// Its own address.
    pub(super) url: Option<Url>,
    pub(super) element: String,
    pub(super) position: Position,
    size: Size,
    /// Title in the page's own bytes.
    pub(super) title: Vec<u8>,
    pub(super) words: Vec<u8>,
    attributes: Vec<(String, String)>,
    /// For video and audio elements: is it video, and its sources.
    pub(super) media: Option<(bool, Vec<String>)>,
}

/// A start tag as the catalogue looks at it.
pub(super) struct TagElement<'a> {
    name: Cow<'a, str>,
    tag: &'a StartTag<'a>,
}

impl<'a> TagElement<'a> {
    pub(super) fn new(tag: &'a StartTag<'a>) -> Self {
        TagElement {
            name: lower_name(tag.name),
            tag,
        }
    }
}

impl Element for TagElement<'_> {
    fn name(&self) -> &str {
        &self.name
    }

    fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        self.tag.attribute(name).map(decode)
    }

    fn attribute_names(&self, visit: &mut dyn FnMut(&str)) {
        self.tag
            .attributes()
            .for_each(|a| visit(&lower_name(a.name)));
    }
}

impl Embed {
    /// An embed that begins with `tag`, not yet matched.
    pub(super) fn new(tag: &StartTag<'_>, url: Option<Url>) -> Self {
        let title = tag
            .attribute("title")
            .or_else(|| tag.attribute("aria-label"))
            .unwrap_or_default();
        Embed {
            service: None,
            captures: Captures::default(),
            url,
            element: lower_name(tag.name).into_owned(),
            position: Position::default(),
            size: size_of(tag),
            title: title.to_vec(),
            words: Vec::new(),
            attributes: Vec::new(),
            media: None,
        }
    }

    fn found<'s>(&self, gate: &'s Gate) -> Option<(&'s Service, &'s crate::catalogue::EmbedShape)> {
        let (service, shape) = self.service?;
        let service = gate.site.catalogue.services().get(service)?;
        Some((service, service.embeds.get(shape)?))
    }

    /// Takes over what is inside the embed: its words, and what its links and scripts say.
    pub(super) fn take_inside(&mut self, gate: &Gate, inside: Inside) {
        let Some((_, shape)) = self.found(gate) else {
            self.words = inside.words;
            return;
        };
        if shape.preview == Preview::Content {
            self.words = inside.words;
        }
        let mut captures = std::mem::take(&mut self.captures);
        for link in &inside.links {
            if let Ok(url) = gate.base.join(link) {
                shape.capture_link(&url, &mut captures);
            }
        }
        for script in &inside.scripts {
            if let Some(more) = shape.find_in_script(script) {
                captures.merge(&more);
            }
        }
        self.captures = captures;
    }

    /// Whether a script's text belongs to this embed; takes over what it says.
    pub(super) fn take_script(&mut self, gate: &Gate, text: &str) -> bool {
        let found = self
            .found(gate)
            .and_then(|(_, shape)| shape.find_in_script(text));
        let belongs = found.is_some();
        if let Some(more) = found {
            self.captures.merge(&more);
        }
        belongs
    }

    /// Whether the shape looks for values in the script after it.
    pub(super) fn reads_scripts(&self, gate: &Gate) -> bool {
        self.found(gate)
            .is_some_and(|(_, shape)| shape.reads_scripts())
    }

    /// Whether `url` is one of the service's own.
    pub(super) fn owns(&self, gate: &Gate, url: &Url) -> bool {
        match self.found(gate) {
            Some((own, _)) => gate
                .site
                .catalogue
                .resource(url)
                .is_some_and(|service| service.id == own.id),
            None => self
                .url
                .as_ref()
                .is_some_and(|own| own.host_str() == url.host_str()),
        }
    }

    /// What the frame would hold; `None` if the markup does not say enough.
    fn content(&self, gate: &Gate, link: Option<&Url>) -> Option<Content> {
        let link = link.map(Url::to_string);
        let title = (!self.title.is_empty()).then(|| gate.text_of(&self.title));
        let (service, holds) = match (self.found(gate), &self.media) {
            (found, Some((video, sources))) => {
                let id = found.map_or(UNCLASSIFIED, |(service, _)| &service.id);
                (
                    id.to_owned(),
                    Holds::Media {
                        video: *video,
                        sources: sources.clone(),
                    },
                )
            }
            (None, None) => (
                UNCLASSIFIED.to_owned(),
                Holds::Iframe {
                    src: self.url.clone()?.into(),
                },
            ),
            (Some((service, shape)), None) => {
                let holds = match service.frame_kind(shape) {
                    FrameKind::Iframe => {
                        let src = match service.frame_src(shape) {
                            Some(template) => template.fill(&self.captures_on(&gate.page.url))?,
                            None => self.url.clone()?,
                        };
                        Holds::Iframe { src: src.into() }
                    }
                    FrameKind::Script => {
                        service.frame_html(shape)?.fill(&self.captures, &[])?;
                        Holds::Script {
                            shape: shape.position,
                            captures: self
                                .captures
                                .iter()
                                .map(|(n, v)| (n.to_owned(), v.to_owned()))
                                .collect(),
                            attributes: self.attributes.clone(),
                        }
                    }
                };
                (service.id.clone(), holds)
            }
        };
        Some(Content {
            service,
            holds,
            title,
            link,
        })
    }

    /// The captures, and the page's own address.
    fn captures_on(&self, page: &Url) -> Captures {
        let mut captures = self.captures.clone();
        captures.insert(PAGE, page.as_str());
        captures
    }

    /// The token of the frame that would hold it.
    pub(super) fn token(&self, gate: &Gate) -> Option<String> {
        self.content(gate, self.link(gate).as_ref())
            .map(|content| gate.site.keys.sign(&content))
    }

    /// The public page of the content: by the service's rule, else the embed's own address.
    fn link(&self, gate: &Gate) -> Option<Url> {
        let ruled = self
            .found(gate)
            .and_then(|(_, shape)| shape.link.as_ref()?.fill(&self.captures));
        let own = || {
            self.url
                .clone()
                .filter(|url| matches!(url.scheme(), "http" | "https"))
        };
        let source = || Url::parse(self.media.as_ref()?.1.first()?).ok();
        ruled.or_else(own).or_else(source)
    }

    /// The size to reserve: what the markup says, in the form that the service keeps.
    ///
    /// A video keeps its shape in a narrow column; most other frames keep their height.
    fn reserved_size(&self, gate: &Gate) -> Size {
        let frame = self
            .found(gate)
            .and_then(|(service, _)| service.frame.as_ref());
        let known = frame.map(|frame| frame.size).unwrap_or_default();
        let (own, max_width) = (self.size, self.size.max_width.or(known.max_width));
        match (own.aspect_ratio, own.height) {
            (Some(_), _) if known.aspect_ratio.is_some() || self.media.is_some() => {
                Size { max_width, ..own }
            }
            (Some((_, height)), _) | (None, Some(height)) => Size {
                height: Some(height),
                max_width,
                ..Size::default()
            },
            (None, None) => Size { max_width, ..known },
        }
    }
}

/// The size that the markup gives: `width="560" height="315"`, or a height alone.
fn size_of(tag: &StartTag<'_>) -> Size {
    let pixels = |name: &str| {
        let text = decode(tag.attribute(name)?)
            .trim()
            .trim_end_matches("px")
            .to_owned();
        text.parse::<u32>()
            .ok()
            .filter(|value| (1..=10_000).contains(value))
    };
    match (pixels("width"), pixels("height")) {
        (Some(width), Some(height)) => Size {
            aspect_ratio: Some((width, height)),
            max_width: Some(width),
            ..Size::default()
        },
        (None, Some(height)) => Size {
            height: Some(height),
            ..Size::default()
        },
        _ => Size::default(),
    }
}

/// Whether readers would not see this frame: it counts, it does not show.
pub(super) fn is_hidden(tag: &StartTag<'_>) -> bool {
    let tiny = |name: &str| {
        tag.attribute(name)
            .is_some_and(|v| matches!(v.trim_ascii(), b"0" | b"1" | b"0px" | b"1px"))
    };
    let style: String = decode(tag.attribute("style").unwrap_or_default())
        .to_ascii_lowercase()
        .split_whitespace()
        .collect();
    tag.attribute("hidden").is_some()
        || (tiny("width") && tiny("height"))
        || tag
            .attribute("height")
            .is_some_and(|v| matches!(v.trim_ascii(), b"0" | b"0px"))
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

impl Gate {
    /// Matches an element with the catalogue: by `url`, or by its marks alone.
    pub(super) fn recognise(&self, tag: &StartTag<'_>, url: Option<&Url>) -> Option<Embed> {
        let element = TagElement::new(tag);
        let found = self.site.catalogue.embed(&element, url)?;
        let keep = found
            .service
            .frame
            .as_ref()
            .map(|frame| frame.keep.as_slice())
            .unwrap_or_default();
        let attributes = keep
            .iter()
            .filter_map(|name| Some((name.clone(), element.attribute(name)?.into_owned())));
        let (service, captures) = (Some((found.position, found.shape.position)), found.captures);
        let attributes = attributes.collect();
        let plain = Embed::new(tag, url.cloned());
        Some(Embed {
            service,
            captures,
            attributes,
            title: self
                .told_title(&found.shape.preview, tag, url)
                .unwrap_or(plain.title),
            ..plain
        })
    }

    /// The title, where the catalogue names an attribute or a parameter that tells it.
    fn told_title(
        &self,
        preview: &Preview,
        tag: &StartTag<'_>,
        url: Option<&Url>,
    ) -> Option<Vec<u8>> {
        let title = match preview {
            Preview::Attribute(name) => tag.attribute(name)?.to_vec(),
            Preview::Parameter(name) => {
                let (_, value) = url?.query_pairs().find(|(found, _)| found == name)?;
                let mut html = Html::new(!self.utf8);
                html.text(&value);
                html.into_bytes()
            }
            Preview::Content | Preview::Title | Preview::Nothing => return None,
        };
        (!title.trim_ascii().is_empty()).then_some(title)
    }

    /// The embed that `tag` is by its address, or by an address that a lazy loader would give it.
    pub(super) fn addressed(&self, tag: &StartTag<'_>, names: &[&str]) -> Option<Embed> {
        let own = names
            .iter()
            .find_map(|name| self.external(tag.attribute(name)?));
        let lazy = || {
            tag.attributes()
                .filter(|a| a.name.len() > 5 && a.name[..5].eq_ignore_ascii_case(b"data-"))
                .find_map(|a| {
                    let found = self.external(a.value)?;
                    matches!(found.0.scheme(), "http" | "https").then_some(found)
                })
        };
        let (url, opened) = own.or_else(lazy)?;
        let found = self.recognise(tag, Some(&url));
        // What its service lets readers see keeps its notice, and with it the way to say no again.
        let plain = || (!opened).then(|| Embed::new(tag, Some(url.clone())));
        found.or_else(plain)
    }

    /// The third party's address, and whether the reader lets it into the page.
    fn external(&self, raw: &[u8]) -> Option<(Url, bool)> {
        if !may_leave_base(raw) {
            return None;
        }
        match self.target(&decode(raw)) {
            Target::External(url) => Some((*url, false)),
            Target::Opened(url) => Some((*url, true)),
            Target::Admitted | Target::Unreadable => None,
        }
    }

    /// Writes the notice of `embed` and reports the finding.
    pub(super) fn write_notice(&mut self, embed: Embed, output: &mut Output<'_>) {
        let mut html = Html::with_room(!self.utf8, USUAL_NOTICE);
        self.number += 1;
        self.ensure_language();
        self.add_assets(&mut html);
        let link = embed.link(self);
        let content = embed.content(self, link.as_ref());
        let token = content
            .as_ref()
            .map(|content| self.site.keys.sign(content))
            .unwrap_or_default();
        let (id, category, name) = self.names(&embed, link.as_ref());
        let title = embed.title_words(self);
        let shown = match &self.page.consent {
            Some(consent) => match consent.decision(&id, &category) {
                Some(Decision::Accept) if content.is_some() => Shown::Open,
                Some(Decision::Refuse) => Shown::Refused,
                _ => Shown::Closed,
            },
            None => Shown::Closed,
        };
        let consent = self.page.consent.as_ref();
        let again = consent.and_then(|consent| consent.asked_again(&id, &category));
        let notice = Notice {
            again,
            site: &self.site,
            language: self
                .site
                .texts
                .language(self.language.as_deref().unwrap_or(&self.site.language)),
            number: self.number,
            heading: self.heading.saturating_add(1).clamp(2, 6),
            service: &id,
            category: &category,
            name: &name,
            content: content.as_ref().map(|content| (content, token.as_str())),
            size: embed.reserved_size(self),
            styles: self.page.styles,
            words: &embed.words,
            title,
            link: link.as_ref(),
            page: &self.page_path,
            prefix: &self.prefix,
            shown,
        };
        notice.write(&mut html);
        output.write(&html.into_bytes());
        let url = embed
            .url
            .as_ref()
            .or(link.as_ref())
            .map(|url| url.to_string())
            .unwrap_or_default();
        self.last_token = token;
        self.report(
            Kind::Embed,
            (id, category),
            url,
            embed.element,
            embed.position,
        );
    }

    /// Id and category of an embed's service, and what readers call it.
    fn names(&self, embed: &Embed, link: Option<&Url>) -> (String, String, String) {
        match embed.found(self) {
            Some((service, _)) => (
                service.id.clone(),
                service.category.clone(),
                service.name.clone(),
            ),
            None => {
                let host = link.and_then(Url::host_str).unwrap_or_default().to_owned();
                (UNCLASSIFIED.to_owned(), UNCLASSIFIED.to_owned(), host)
            }
        }
    }

    pub(super) fn report(
        &mut self,
        kind: Kind,
        (service, category): (String, String),
        url: String,
        element: String,
        position: Position,
    ) {
        if self.findings.len() == MOST_FINDINGS {
            return;
        }
        self.findings.push(Finding {
            kind,
            service,
            category,
            url,
            element,
            line: position.lines + 1,
            offset: position.offset,
        });
    }
}

/// Bytes that a notice seldom exceeds.
const USUAL_NOTICE: usize = 8 * 1024;

/// More findings of one page are not kept: memory is bounded.
const MOST_FINDINGS: usize = 10_000;

impl Embed {
    fn title_words(&self, gate: &Gate) -> &[u8] {
        match self.found(gate) {
            Some((_, shape)) if shape.preview == Preview::Nothing => &[],
            _ => &self.title,
        }
    }
}

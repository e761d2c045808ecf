//! What is inside an embed's markup: its words, its links, its scripts.

use super::scanner::{EndTag, Handler, Hold, Output, Position, Scanner, StartTag, Syntax};
use crate::address::decode;
use crate::notice::Html;

/// What the inside of an element holds.
#[derive(Debug, Default)]
pub(crate) struct Inside {
    /// The words as safe markup, in the page's encoding.
    pub(crate) words: Vec<u8>,
    /// Addresses of links.
    pub(crate) links: Vec<String>,
    /// Addresses that would be loaded: of pictures, scripts, frames, sources.
    pub(crate) loads: Vec<String>,
    /// Those among them of media, frames and plug-ins.
    pub(crate) sources: Vec<String>,
    /// The texts of scripts.
    pub(crate) scripts: Vec<String>,
}

/// Looks into `markup`, the inside of an element.
pub(crate) fn look_inside(markup: &[u8], limit: usize) -> Inside {
    let mut looker = Looker::default();
    let (mut hold, mut out) = (Hold::new(limit), Vec::new());
    // Nothing goes out by itself: of text, too, only what is safe is taken.
    Output::new(&[], Position::default(), &mut hold, &mut out).hold_from(0);
    let mut scanner = Scanner::new(Syntax::Html, limit, Position::default());
    scanner.push(markup, &mut hold, &mut out, &mut looker);
    let complete = looker.skipping.is_none() && !looker.unsure && scanner.is_at_rest();
    let rest = Output::new(&[], Position::default(), &mut hold, &mut out).release(0);
    looker.take_text(&rest.bytes);
    let mut words = std::mem::take(&mut looker.words);
    looker.close_to(0, &mut words);
    if complete && has_words(&words) {
        looker.inside.words = without_empty_lines(&words);
    }
    looker.inside
}

/// Words without line breaks at their beginning, or several in a row: they stood for boxes that are gone.
fn without_empty_lines(words: &[u8]) -> Vec<u8> {
    const BREAK: &[u8] = b"<br />";
    let (mut kept, mut rest) = (Vec::with_capacity(words.len()), words);
    while let Some(at) = memchr::memmem::find(rest, BREAK) {
        kept.extend_from_slice(&rest[..at]);
        rest = &rest[at + BREAK.len()..];
        let so_far = kept.trim_ascii_end();
        if !so_far.is_empty() && !so_far.ends_with(BREAK) {
            kept.extend_from_slice(BREAK);
        }
    }
    kept.extend_from_slice(rest);
    kept.trim_ascii()
        .strip_suffix(BREAK)
        .map(<[u8]>::to_vec)
        .unwrap_or(kept)
}

/// Elements whose content is no words.
const SILENT: &[&str] = &[
    "script",
    "style",
    "svg",
    "math",
    "noscript",
    "template",
    "iframe",
    "object",
    "select",
    "title",
    "textarea",
    "xmp",
    "noembed",
    "noframes",
    "plaintext",
];

/// Elements that words may keep.
const KEPT: &[&str] = &["a", "p", "em", "i", "strong", "b", "time"];

/// Elements that begin a new line.
const BLOCKS: &[&str] = &[
    "div",
    "section",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "tr",
    "br",
    "header",
    "footer",
];

/// Attributes that name something to load.
const LOADING: &[&str] = &["src", "data", "data-src"];

/// Elements that show what they load, pictures aside.
const PLAYING: &[&str] = &[
    "source", "video", "audio", "object", "embed", "iframe", "param",
];

#[derive(Debug, Default)]
struct Looker {
    inside: Inside,
    /// The words so far: every tag in them is written here.
    words: Vec<u8>,
    open: Vec<&'static str>,
    /// The silent element we are in, and how deep.
    skipping: Option<(&'static str, usize)>,
    /// Parsers may read it differently: there are no words in it that all agree on.
    unsure: bool,
}

fn known(list: &[&'static str], name: &[u8]) -> Option<&'static str> {
    list.iter()
        .copied()
        .find(|known| name.eq_ignore_ascii_case(known.as_bytes()))
}

impl Handler for Looker {
    fn start_tag(&mut self, tag: &StartTag<'_>, output: &mut Output<'_>) {
        self.pass(tag.start, tag.end(), output);
        self.note_addresses(tag);
        self.unsure |= tag.ambiguous;
        if let Some((name, depth)) = &mut self.skipping {
            *depth += usize::from(tag.is(name) && !tag.is_closed());
            return;
        }
        if let Some(name) = known(SILENT, tag.name) {
            let empty = (name == "svg" || name == "math") && tag.is_self_closing();
            self.skipping = (!empty).then_some((name, 1));
            return;
        }
        let mut markup = Html::new(true);
        if let Some(name) = known(KEPT, tag.name) {
            self.open_kept(name, tag, &mut markup);
        } else if known(BLOCKS, tag.name).is_some() {
            markup.markup("<br />");
        } else if tag.is("img") {
            markup.raw_text(tag.attribute("alt").unwrap_or_default());
        }
        self.words.extend_from_slice(&markup.into_bytes());
    }

    fn end_tag(&mut self, tag: &EndTag<'_>, output: &mut Output<'_>) {
        self.pass(tag.start, tag.end(), output);
        if let Some((name, depth)) = &mut self.skipping {
            if tag.name.eq_ignore_ascii_case(name.as_bytes()) {
                *depth -= 1;
                if *depth == 0 {
                    self.skipping = None;
                }
            }
            return;
        }
        if let Some(at) =
            known(KEPT, tag.name).and_then(|name| self.open.iter().rposition(|open| *open == name))
        {
            let mut words = std::mem::take(&mut self.words);
            self.close_to(at, &mut words);
            self.words = words;
        }
    }

    fn oversized_tag(&mut self, _start: Position) {}
}

impl Looker {
    /// Takes what stands before a tag and leaves out the tag.
    fn pass(&mut self, start: usize, end: usize, output: &mut Output<'_>) {
        let before = output.release(start);
        output.replace(start, end, b"");
        output.hold_from(end);
        match self.skipping {
            None => self.take_text(&before.bytes),
            Some(("script", _)) => self
                .inside
                .scripts
                .push(String::from_utf8_lossy(&before.bytes).into_owned()),
            Some(_) => {}
        }
    }

    /// Text between tags, without its comments; a `<` in it is no tag and never becomes one.
    fn take_text(&mut self, mut text: &[u8]) {
        while let Some(at) = memchr::memchr(b'<', text) {
            self.words.extend_from_slice(&text[..at]);
            text = match &text[at + 1..] {
                comment if comment.starts_with(b"!--") => {
                    memchr::memmem::find(comment, b"-->").map_or(&[][..], |end| &comment[end + 3..])
                }
                bogus @ [b'!' | b'?' | b'/', ..] => {
                    memchr::memchr(b'>', bogus).map_or(&[][..], |end| &bogus[end + 1..])
                }
                rest => {
                    self.words.extend_from_slice(b"&lt;");
                    rest
                }
            };
        }
        self.words.extend_from_slice(text);
    }

    fn note_addresses(&mut self, tag: &StartTag<'_>) {
        for attribute in tag.attributes() {
            if tag.is("a") && attribute.is("href") {
                self.inside.links.push(decode(attribute.value).into_owned());
            } else if LOADING.iter().any(|name| attribute.is(name))
                || (tag.is("param") && attribute.is("value"))
            {
                let address = decode(attribute.value).into_owned();
                if known(PLAYING, tag.name).is_some() {
                    self.inside.sources.push(address.clone());
                }
                self.inside.loads.push(address);
            }
        }
    }

    fn open_kept(&mut self, name: &'static str, tag: &StartTag<'_>, markup: &mut Html) {
        // These do not nest: the new one ends the old one.
        if let Some(at) = self.open.iter().rposition(|open| *open == name) {
            let mut closing = Vec::new();
            self.close_to(at, &mut closing);
            markup.raw(&closing);
        }
        if name == "p" {
            let mut closing = Vec::new();
            self.close_to(0, &mut closing);
            markup.raw(&closing);
        }
        markup.markup("<").markup(name);
        for attribute in tag.attributes() {
            let plain = attribute
                .value
                .iter()
                .all(|b| b.is_ascii_alphanumeric() || *b == b'-');
            if (attribute.is("lang") || attribute.is("dir")) && plain {
                markup.markup(if attribute.is("lang") {
                    " lang=\""
                } else {
                    " dir=\""
                });
                markup.raw(attribute.value).markup("\"");
            }
        }
        if name == "a" {
            let address = decode(tag.attribute("href").unwrap_or_default());
            let address = address.trim();
            if address.starts_with("https://") || address.starts_with("http://") {
                markup
                    .attribute("href", address)
                    .markup(" rel=\"noreferrer noopener\"");
            }
        }
        markup.markup(">");
        self.open.push(name);
    }

    fn close_to(&mut self, at: usize, markup: &mut Vec<u8>) {
        for name in self.open.drain(at..).rev() {
            markup.extend_from_slice(b"</");
            markup.extend_from_slice(name.as_bytes());
            markup.push(b'>');
        }
    }
}

/// Whether anything but markup and white space is there.
fn has_words(markup: &[u8]) -> bool {
    let mut in_tag = false;
    markup.iter().any(|byte| {
        match byte {
            b'<' => in_tag = true,
            b'>' => {
                in_tag = false;
                return false;
            }
            _ => {}
        }
        !in_tag && !byte.is_ascii_whitespace()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(markup: &str) -> String {
        String::from_utf8(look_inside(markup.as_bytes(), 1 << 16).words).unwrap()
    }

    #[test]
    fn words_and_links_stay_and_nothing_else() {
        assert_eq!(
            words(
                "<p lang=\"fr\" dir=\"ltr\" onclick=x>Bonjour <a href=\"https://e.x/1?a&amp;b\" ping=//p.x>ici</a></p>&mdash; Zo&eacute;"
            ),
            "<p lang=\"fr\" dir=\"ltr\">Bonjour <a href=\"https://e.x/1?a&amp;b\" rel=\"noreferrer noopener\">ici</a></p>&mdash; Zo&eacute;"
        );
        assert_eq!(
            words("a<script>b</script><style>c</style><svg><g>d</g></svg>"),
            "a"
        );
        assert_eq!(words("<div>a<svg><title>t</title><path/></svg></div>"), "a");
        assert_eq!(words("<img src=//e.x alt='A > B'>"), "A &gt; B");
        assert_eq!(words("<a href=javascript:x()>a</a>"), "<a>a</a>");
        assert_eq!(words(" <p> </p> "), "");
        assert_eq!(
            words("<div><div>a</div> <div><br>b</div></div><div></div>"),
            "a <br />b"
        );
    }

    #[test]
    fn words_never_break_out_of_their_place() {
        assert_eq!(
            words("</figure></blockquote>a<p>b<em>c<p>d</section>"),
            "a<p>b<em>c</em></p><p>d</p>"
        );
        assert_eq!(
            words("<a href=https://e.x>a<a>b"),
            "<a href=\"https://e.x\" rel=\"noreferrer noopener\">a</a><a>b</a>"
        );
        assert_eq!(words("a<!-- b"), "");
        assert_eq!(
            words("a<!-- <b> -->b < c <<div>iframe src=//e.x>"),
            "ab &lt; c &lt;<br />iframe src=//e.x>"
        );
        assert_eq!(
            words("a<xmp><iframe src=//e.x></xmp><math><![CDATA[><iframe src=//e.x>]]></math>"),
            "a"
        );
    }

    #[test]
    fn addresses_and_scripts_are_noted() {
        let inside = look_inside(
            b"<a href=/l></a><img src='//e.x/i'><script src=//e.x/s>t()</script>",
            1 << 16,
        );
        assert_eq!(inside.links, ["/l"]);
        assert_eq!(inside.loads, ["//e.x/i", "//e.x/s"]);
        assert!(inside.scripts[0].contains("t()"));
    }
}

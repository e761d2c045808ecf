//! Writing HTML that is also well-formed XML, in ASCII where the page's encoding is not UTF-8.

use super::template::Slot;

/// HTML under construction.
#[derive(Debug, Default)]
pub(crate) struct Html {
    bytes: Vec<u8>,
    /// Write characters beyond ASCII as references, which mean the same in every encoding.
    ascii: bool,
    /// Places in `bytes` for what a template leaves open.
    slots: Vec<(usize, Slot)>,
}

impl Html {
    pub(crate) fn new(ascii: bool) -> Self {
        Html {
            ascii,
            ..Html::default()
        }
    }

    /// The same with room for that many bytes.
    pub(crate) fn with_room(ascii: bool, room: usize) -> Self {
        Html {
            bytes: Vec::with_capacity(room),
            ..Html::new(ascii)
        }
    }

    pub(super) fn is_ascii(&self) -> bool {
        self.ascii
    }

    /// A place to be filled in later: see [`Template`](super::template::Template).
    pub(super) fn slot(&mut self, slot: Slot) -> &mut Self {
        self.slots.push((self.bytes.len(), slot));
        self
    }

    pub(super) fn into_parts(self) -> (Vec<u8>, Vec<(usize, Slot)>) {
        (self.bytes, self.slots)
    }

    /// Markup of our own, plain ASCII.
    pub(crate) fn markup(&mut self, markup: &str) -> &mut Self {
        self.bytes.extend_from_slice(markup.as_bytes());
        self
    }

    /// Bytes of the page itself, already safe as markup.
    pub(crate) fn raw(&mut self, bytes: &[u8]) -> &mut Self {
        self.bytes.extend_from_slice(bytes);
        self
    }

    /// Text, escaped.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        let (mut rest, ascii) = (text, self.ascii);
        // Long stretches need nothing done to them: they are copied whole.
        let special =
            |byte: u8| matches!(byte, b'&' | b'<' | b'>' | b'"') || (ascii && byte >= 0x80);
        while let Some(plain) = rest.bytes().position(special) {
            self.bytes.extend_from_slice(&rest.as_bytes()[..plain]);
            let length = self.escape(&rest[plain..]);
            rest = &rest[plain + length..];
        }
        self.markup(rest)
    }

    /// Writes the first character of `text` as a reference; returns how many bytes it takes there.
    fn escape(&mut self, text: &str) -> usize {
        let Some(character) = text.chars().next() else {
            return 0;
        };
        match character {
            '&' => self.markup("&amp;"),
            '<' => self.markup("&lt;"),
            '>' => self.markup("&gt;"),
            '"' => self.markup("&quot;"),
            _ => self.markup(&format!("&#x{:x};", u32::from(character))),
        };
        character.len_utf8()
    }

    /// Text of the page's own markup, in which references stand already.
    pub(crate) fn raw_text(&mut self, bytes: &[u8]) -> &mut Self {
        for &byte in bytes {
            match byte {
                b'<' => self.markup("&lt;"),
                b'>' => self.markup("&gt;"),
                b'"' => self.markup("&quot;"),
                _ => self.raw(&[byte]),
            };
        }
        self
    }

    /// ` name="value"`, the value escaped.
    pub(crate) fn attribute(&mut self, name: &str, value: &str) -> &mut Self {
        self.markup(" ")
            .markup(name)
            .markup("=\"")
            .text(value)
            .markup("\"")
    }

    /// `<name class="class">text</name>`.
    pub(crate) fn element(&mut self, name: &str, class: &str, text: &str) -> &mut Self {
        self.markup("<")
            .markup(name)
            .attribute("class", class)
            .markup(">")
            .text(text);
        self.markup("</").markup(name).markup(">")
    }

    /// A hidden field of a form.
    pub(crate) fn hidden(&mut self, name: &str, value: &str) -> &mut Self {
        self.markup("<input type=\"hidden\"")
            .attribute("name", name)
            .attribute("value", value)
            .markup(" />")
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The page as text; only what a page of the gate's own holds.
    pub(crate) fn into_string(self) -> String {
        String::from_utf8(self.bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }
}

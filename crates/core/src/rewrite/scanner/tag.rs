//! Tags as the scanner sees them: raw bytes and where their parts are.

/// Where one attribute stands, as byte offsets from the tag's `<`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    pub(crate) name: (usize, usize),
    /// Empty and at the name's end where the attribute has no value.
    pub(crate) value: (usize, usize),
    /// The end of the whole attribute, closing quote included.
    pub(crate) end: usize,
}

/// One attribute of a start tag, raw.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attribute<'a> {
    pub(crate) name: &'a [u8],
    pub(crate) value: &'a [u8],
    pub(crate) span: Span,
}

impl Attribute<'_> {
    /// Whether the attribute is called `name` (given in lower case).
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name.as_bytes())
    }
}

/// A complete start tag.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StartTag<'a> {
    /// The whole tag, `<` to `>`.
    pub(crate) raw: &'a [u8],
    /// Offset of the tag in the scanner's current window.
    pub(crate) start: usize,
    /// In XML, without its prefix.
    pub(crate) name: &'a [u8],
    pub(crate) name_end: usize,
    pub(crate) spans: &'a [Span],
    /// Browsers may or may not read this element's content as raw text: the
    /// markup around it is read differently by different parsers.
    pub(crate) ambiguous: bool,
    /// The tag stands in SVG or MathML.
    pub(crate) foreign: bool,
    /// The document is XML.
    pub(crate) xml: bool,
    /// All parsers agree that the tag stands in ordinary HTML.
    pub(crate) plain: bool,
}

impl<'a> StartTag<'a> {
    pub(crate) fn end(&self) -> usize {
        self.start + self.raw.len()
    }

    /// Whether the element is called `name` (given in lower case).
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name.as_bytes())
    }

    /// The content is markup, also that of elements that hold raw text in HTML.
    pub(crate) fn holds_markup(&self) -> bool {
        self.foreign || self.xml
    }

    /// There is no end tag: the element ends with its start tag.
    pub(crate) fn is_closed(&self) -> bool {
        self.holds_markup() && self.is_self_closing()
    }

    /// Whether the tag ends in a slash of its own.
    pub(crate) fn is_self_closing(&self) -> bool {
        // `<svg a=b/>` ends in an unquoted value, not in a self-closing slash.
        self.raw.ends_with(b"/>") && self.spans.last().is_none_or(|s| s.end + 1 < self.raw.len())
    }

    /// All attributes in order, duplicates included.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = Attribute<'a>> + use<'a> {
        let (raw, spans, xml) = (self.raw, self.spans, self.xml);
        spans.iter().map(move |span| {
            let name = &raw[span.name.0..span.name.1];
            // In XML any prefix may stand for the namespace of links.
            let prefix = if xml {
                memchr::memrchr(b':', name).map_or(0, |colon| colon + 1)
            } else {
                0
            };
            Attribute {
                name: &name[prefix..],
                value: &raw[span.value.0..span.value.1],
                span: *span,
            }
        })
    }

    /// The raw value of the attribute `name`; like browsers, the first one counts.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'a [u8]> {
        self.attributes().find(|a| a.is(name)).map(|a| a.value)
    }
}

/// A complete end tag.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EndTag<'a> {
    pub(crate) raw: &'a [u8],
    pub(crate) start: usize,
    pub(crate) name: &'a [u8],
}

impl EndTag<'_> {
    pub(crate) fn end(&self) -> usize {
        self.start + self.raw.len()
    }
}

/// The tag states of the HTML tokenizer (13.2.5.6 to 13.2.5.40), resumable at any byte.
#[derive(Debug, Default)]
pub(crate) struct TagLexer {
    state: State,
    /// Next byte to look at, from the tag's `<`.
    at: usize,
    name_start: usize,
    name_end: usize,
    spans: Vec<Span>,
    /// Attributes so far, also those that `spans` has no room for.
    count: usize,
}

/// More attributes than any page gives an element: memory for them is bounded.
const MAX_ATTRIBUTES: usize = 2048;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Name,
    BeforeAttribute,
    AttributeName,
    AfterAttributeName,
    BeforeValue,
    Quoted(u8),
    Unquoted,
    SelfClosing,
}

/// Which states a byte ends, as bits.
pub(super) const ENDS: [u8; 256] = {
    let mut ends = [0; 256];
    let mut at = 0;
    while at < 256 {
        ends[at] = match at as u8 {
            b'>' | b' ' | b'\t' | b'\n' | b'\r' | 0x0c => ENDS_NAME | ENDS_ATTRIBUTE | ENDS_VALUE,
            b'/' => ENDS_NAME | ENDS_ATTRIBUTE,
            b'=' => ENDS_ATTRIBUTE,
            _ => 0,
        };
        at += 1;
    }
    ends
};

pub(super) const ENDS_NAME: u8 = 1;
pub(super) const ENDS_ATTRIBUTE: u8 = 2;
pub(super) const ENDS_VALUE: u8 = 4;

impl State {
    /// The bit of the bytes that end this state.
    fn ending(self) -> u8 {
        match self {
            State::Name => ENDS_NAME,
            State::AttributeName => ENDS_ATTRIBUTE,
            _ => ENDS_VALUE,
        }
    }
}

/// The first byte at or after `from` that has one of these bits.
pub(super) fn skip(tag: &[u8], from: usize, bits: u8) -> usize {
    tag[from..]
        .iter()
        .position(|byte| ENDS[usize::from(*byte)] & bits != 0)
        .map_or(tag.len(), |found| from + found)
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}

impl TagLexer {
    /// Starts on a tag whose name begins `name_start` bytes after its `<`.
    pub(crate) fn start(&mut self, name_start: usize) {
        self.state = State::Name;
        self.at = name_start;
        self.name_start = name_start;
        self.name_end = 0;
        self.spans.clear();
        self.count = 0;
    }

    /// Forgets the tag so far: it is being thrown away.
    pub(crate) fn rebase(&mut self) {
        self.at = 0;
        self.spans.clear();
    }

    /// Whether the tag has more attributes than there is room for.
    pub(crate) fn has_too_many(&self) -> bool {
        self.count > MAX_ATTRIBUTES
    }

    pub(crate) fn name_range(&self) -> (usize, usize) {
        (self.name_start, self.name_end)
    }

    pub(crate) fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Reads on in `tag` (all bytes since the `<`); the tag's length once its `>` is found.
    pub(crate) fn read(&mut self, tag: &[u8]) -> Option<usize> {
        let mut at = self.at;
        while let Some(&byte) = tag.get(at) {
            match self.state {
                State::Name | State::AttributeName | State::Unquoted => {
                    at = skip(tag, at, self.state.ending());
                    match tag.get(at) {
                        Some(&byte) if self.end_run(at, byte) => return Some(at + 1),
                        _ => {}
                    }
                }
                State::BeforeAttribute | State::SelfClosing => match byte {
                    b'>' => return Some(at + 1),
                    b'/' => self.state = State::SelfClosing,
                    _ if is_space(byte) => self.state = State::BeforeAttribute,
                    _ => self.open_attribute(at),
                },
                State::AfterAttributeName => match byte {
                    b'=' => self.state = State::BeforeValue,
                    _ if is_space(byte) => {}
                    _ => {
                        self.state = State::BeforeAttribute;
                        continue;
                    }
                },
                State::BeforeValue => match byte {
                    b'"' | b'\'' => {
                        self.open_value(at + 1);
                        self.state = State::Quoted(byte);
                    }
                    b'>' => {
                        self.open_value(at);
                        return Some(at + 1);
                    }
                    _ if is_space(byte) => {}
                    _ => {
                        self.open_value(at);
                        self.state = State::Unquoted;
                    }
                },
                State::Quoted(quote) => {
                    at = memchr::memchr(quote, &tag[at..]).map_or(tag.len(), |found| at + found);
                    if at < tag.len() {
                        self.close_value(at, at + 1);
                        // What follows begins a new attribute, with or without a space between.
                        self.state = State::BeforeAttribute;
                    }
                }
            }
            at += 1;
        }
        self.at = at.min(tag.len());
        None
    }

    /// A name or an unquoted value ends with `byte` at `at`; whether the tag does.
    fn end_run(&mut self, at: usize, byte: u8) -> bool {
        match self.state {
            State::Name => self.name_end = at,
            State::Unquoted => self.close_value(at, at),
            _ => self.close_name(at),
        }
        self.state = match (self.state, byte) {
            (State::AttributeName, b'=') => State::BeforeValue,
            (State::AttributeName, b'/') | (State::Name, b'/') => State::SelfClosing,
            (State::AttributeName, _) => State::AfterAttributeName,
            _ => State::BeforeAttribute,
        };
        byte == b'>'
    }

    fn open_attribute(&mut self, at: usize) {
        self.count += 1;
        if self.spans.len() < MAX_ATTRIBUTES {
            self.spans.push(Span {
                name: (at, at),
                value: (at, at),
                end: at,
            });
        }
        // A `=` first is part of the name (13.2.5.32), so the name has at least one byte.
        self.state = State::AttributeName;
    }

    // An attribute is completed in its place: nothing is copied for it.

    fn close_name(&mut self, end: usize) {
        if let Some(span) = self.spans.last_mut() {
            span.name.1 = end;
            span.value = (end, end);
            span.end = end;
        }
    }

    fn open_value(&mut self, at: usize) {
        if let Some(span) = self.spans.last_mut() {
            span.value = (at, at);
            span.end = at;
        }
    }

    fn close_value(&mut self, value_end: usize, end: usize) {
        if let Some(span) = self.spans.last_mut() {
            span.value.1 = value_end;
            span.end = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(tag: &str) -> Vec<(String, String)> {
        let mut lexer = TagLexer::default();
        lexer.start(1);
        let mut end = None;
        // One byte at a time: the lexer must resume anywhere.
        for upto in 1..=tag.len() {
            end = lexer.read(&tag.as_bytes()[..upto]);
            if end.is_some() {
                break;
            }
        }
        assert_eq!(end, Some(tag.len()), "{tag}");
        lexer
            .spans()
            .iter()
            .map(|s| {
                (
                    tag[s.name.0..s.name.1].to_owned(),
                    tag[s.value.0..s.value.1].to_owned(),
                )
            })
            .collect()
    }

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter()
            .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
            .collect()
    }

    #[test]
    fn attributes_are_found_as_the_standard_says() {
        assert_eq!(read("<p>"), pairs(&[]));
        assert_eq!(read("<iframe/src=a>"), pairs(&[("src", "a")]));
        assert_eq!(
            read("<a b = \"c>d\" e='f' g=h/i j>"),
            pairs(&[("b", "c>d"), ("e", "f"), ("g", "h/i"), ("j", "")])
        );
        assert_eq!(read("<a b\"c='d'>"), pairs(&[("b\"c", "d")]));
        assert_eq!(read("<a =b=c>"), pairs(&[("=b", "c")]));
        assert_eq!(read("<a b=>"), pairs(&[("b", "")]));
        assert_eq!(read("<a b= >"), pairs(&[("b", "")]));
        assert_eq!(read("<a b c/>"), pairs(&[("b", ""), ("c", "")]));
        assert_eq!(read("<a b=\"c\"d>"), pairs(&[("b", "c"), ("d", "")]));
        assert_eq!(read("<a b=''>"), pairs(&[("b", "")]));
    }
}

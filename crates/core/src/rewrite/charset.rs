//! Character encodings: which one a page has, and those that cannot be read byte by byte.

use encoding_rs::{
    CoderResult, Decoder, Encoder, Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE,
};

/// Bytes at the beginning of a page in which browsers look for its `<meta charset>` (13.2.3.2).
pub(crate) const PRESCAN: usize = 1024;

/// The encoding that a byte order mark says, and the mark's length. It beats every declaration.
pub(crate) fn byte_order_mark(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    Encoding::for_bom(bytes)
}

/// How a page's bytes are read.
#[derive(Debug)]
pub(crate) struct Reading {
    /// The encoding; `None`: nothing says.
    pub(crate) encoding: Option<&'static Encoding>,
    /// Every browser reads the page in this encoding. Otherwise they may find
    /// another declaration, or guess: what a page could mean in one of the
    /// encodings with escape sequences must not depend on it.
    pub(crate) certain: bool,
    pub(crate) transcoder: Option<Transcoder>,
}

/// Decides from the first bytes and from what the header says.
pub(crate) fn read(head: &[u8], header: Option<&'static Encoding>) -> Reading {
    let mark = byte_order_mark(head).map(|(encoding, _)| encoding);
    if let Some(encoding) = mark.or(header) {
        let transcoder =
            (!is_byte_safe(encoding)).then(|| Transcoder::new(encoding, encoding, mark.is_some()));
        return Reading {
            encoding: Some(encoding),
            certain: true,
            transcoder,
        };
    }
    let encoding = utf_16_without_mark(head).or_else(|| declared(head));
    let transcoder = encoding
        .filter(|encoding| !is_byte_safe(encoding))
        .map(|encoding| {
            // A mark in the output leaves browsers no choice.
            let output = if encoding == UTF_16BE || encoding == UTF_16LE {
                encoding
            } else {
                UTF_8
            };
            Transcoder::new(encoding, output, true)
        });
    Reading {
        encoding,
        certain: transcoder.is_some(),
        transcoder,
    }
}

/// A page that begins with an ASCII character in two bytes: some browsers then read UTF-16.
fn utf_16_without_mark(head: &[u8]) -> Option<&'static Encoding> {
    match head {
        [0, second, ..] if *second != 0 => Some(UTF_16BE),
        [first, 0, ..] if *first != 0 => Some(UTF_16LE),
        _ => None,
    }
}

/// The encoding that an XML declaration or a `<meta>` among the first bytes declares.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = &head[..head.len().min(PRESCAN)];
    declared_in_meta(head).or_else(|| {
        let declaration = head.strip_prefix(b"<?xml")?;
        let declaration = &declaration[..memchr::memchr(b'>', declaration)?];
        let at = memchr::memmem::find(declaration, b"encoding")? + b"encoding".len();
        Encoding::for_label(value_after_equals(&declaration[at..])?)
    })
}

fn declared_in_meta(head: &[u8]) -> Option<&'static Encoding> {
    let mut rest = head;
    while let Some(at) = memchr::memmem::find(rest, b"<") {
        rest = &rest[at + 1..];
        if rest.len() > 4 && rest[..4].eq_ignore_ascii_case(b"meta") {
            let tag = &rest[..memchr::memchr(b'>', rest).unwrap_or(rest.len())];
            if let Some(encoding) = charset_in(tag) {
                return Some(match encoding {
                    // A page whose declaration could be read in ASCII is not in UTF-16.
                    _ if encoding == UTF_16BE || encoding == UTF_16LE => UTF_8,
                    _ => encoding,
                });
            }
        }
    }
    None
}

fn charset_in(tag: &[u8]) -> Option<&'static Encoding> {
    let lower = tag.to_ascii_lowercase();
    let at = memchr::memmem::find(&lower, b"charset")? + b"charset".len();
    Encoding::for_label(value_after_equals(&lower[at..])?)
}

fn value_after_equals(text: &[u8]) -> Option<&[u8]> {
    let value = text
        .trim_ascii_start()
        .strip_prefix(b"=")?
        .trim_ascii_start();
    let value = value
        .strip_prefix(b"\"")
        .or_else(|| value.strip_prefix(b"'"))
        .unwrap_or(value);
    let end = value.iter().position(|b| {
        matches!(b, b'"' | b'\'' | b';' | b'/' | b'>' | b'?') || b.is_ascii_whitespace()
    });
    Some(&value[..end.unwrap_or(value.len())])
}

/// Whether `<` and quotes mean themselves in every place of a text in this encoding.
///
/// True of all encodings of the web but UTF-16 and ISO-2022-JP: their other
/// multi-byte characters have no bytes below 0x30 other than digits after the first.
fn is_byte_safe(encoding: &'static Encoding) -> bool {
    encoding != UTF_16BE
        && encoding != UTF_16LE
        && encoding != ISO_2022_JP
        && encoding != encoding_rs::REPLACEMENT
}

/// Carries a page in such an encoding through the rewriter as UTF-8 and back.
pub(crate) struct Transcoder {
    decoder: Decoder,
    encoding: &'static Encoding,
    encoder: Encoder,
    /// The mark that the page had and gets back, or that it gets because nothing else says what it is in.
    mark: &'static [u8],
}

impl std::fmt::Debug for Transcoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Transcoder")
            .field(&self.encoding.name())
            .finish()
    }
}

impl Transcoder {
    fn new(from: &'static Encoding, to: &'static Encoding, has_mark: bool) -> Self {
        let mark: &[u8] = match has_mark {
            true if to == UTF_16LE => b"\xff\xfe",
            true if to == UTF_16BE => b"\xfe\xff",
            true if to == UTF_8 => b"\xef\xbb\xbf",
            _ => b"",
        };
        Transcoder {
            decoder: from.new_decoder_with_bom_removal(),
            encoding: to,
            encoder: to.new_encoder(),
            mark,
        }
    }

    /// The byte order mark that opens the output.
    pub(crate) fn mark(&self) -> &'static [u8] {
        self.mark
    }

    pub(crate) fn decode(&mut self, bytes: &[u8], last: bool) -> String {
        let mut text = String::new();
        let mut read = 0;
        loop {
            text.reserve(
                self.decoder
                    .max_utf8_buffer_length(bytes.len() - read)
                    .unwrap_or(bytes.len() * 3 + 16),
            );
            let (result, consumed, _) =
                self.decoder
                    .decode_to_string(&bytes[read..], &mut text, last);
            read += consumed;
            if result == CoderResult::InputEmpty {
                return text;
            }
        }
    }

    pub(crate) fn encode(&mut self, text: &str, last: bool, out: &mut Vec<u8>) {
        if self.encoding == UTF_16LE {
            out.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        } else if self.encoding == UTF_16BE {
            out.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
        } else {
            let mut read = 0;
            loop {
                out.reserve(
                    self.encoder
                        .max_buffer_length_from_utf8_if_no_unmappables(text.len() - read)
                        .unwrap_or(64)
                        + 64,
                );
                let (result, consumed, _) =
                    self.encoder
                        .encode_from_utf8_to_vec(&text[read..], out, last);
                read += consumed;
                if result == CoderResult::InputEmpty {
                    return;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declaration_is_found() {
        for (head, name) in [
            ("<meta charset=iso-8859-1>", Some("windows-1252")),
            (
                "<head><META http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>",
                Some("Shift_JIS"),
            ),
            ("<meta charset='utf-16'>", Some("UTF-8")),
            ("<meta name=a content=b>", None),
            ("<p>charset=utf-8", None),
            (
                "<?xml version='1.0' encoding='iso-2022-jp'?><html>",
                Some("ISO-2022-JP"),
            ),
        ] {
            assert_eq!(
                declared(head.as_bytes()).map(Encoding::name),
                name,
                "{head}"
            );
        }
    }

    #[test]
    fn utf_16_comes_back_as_it_was() {
        for (encoding, text) in [
            (UTF_16LE, "a<é>😀"),
            (UTF_16BE, "a<é>😀"),
            (ISO_2022_JP, "a<日本>"),
        ] {
            let mut bytes = Vec::new();
            Transcoder::new(encoding, encoding, false).encode(text, true, &mut bytes);
            let mut transcoder = Transcoder::new(encoding, encoding, false);
            let mut back = Vec::new();
            for byte in &bytes {
                let text = transcoder.decode(&[*byte], false);
                transcoder.encode(&text, false, &mut back);
            }
            let rest = transcoder.decode(&[], true);
            transcoder.encode(&rest, true, &mut back);
            assert_eq!(back, bytes, "{}", encoding.name());
        }
    }
}

//! Documents inside attributes, and text in the page's encoding.

use super::gate::Gate;
use super::resource::{Edit, Edits, escape_attribute};
use super::scanner::{Position, StartTag};
use super::{charset, css, rewrite_fragment};
use crate::address::decode_text;
use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use encoding_rs::Encoding;

/// How deep documents inside attributes may stand in each other.
const DEPTH: usize = 3;

impl Gate {
    /// The document in a `srcdoc` attribute is rewritten like a page.
    pub(super) fn edit_srcdoc(
        &mut self,
        tag: &StartTag<'_>,
        position: Position,
        edits: &mut Edits,
    ) {
        let Some(attribute) = tag.attributes().find(|a| a.is("srcdoc")) else {
            return;
        };
        let text = self.text_of(attribute.value);
        let document = decode_text(&text);
        let rewritten = if self.srcdoc_depth == DEPTH {
            self.report_unseen("srcdoc", position);
            String::new()
        } else {
            let (rewritten, mut findings) = rewrite_fragment(self, &document, self.page.guard);
            self.findings.append(&mut findings);
            rewritten
        };
        if rewritten != document {
            // Escaped before it is encoded: a character that the page's encoding lacks becomes a reference.
            let value = self.bytes_of(&escape_attribute(&rewritten));
            edits.list.push((attribute.span, Edit::Overwrite(value)));
        }
    }

    /// Whether a `data:` address holds a document or style sheet that loads from a third party.
    pub(super) fn data_is_external(&self, address: &str) -> bool {
        let cleaned: String = address
            .trim_matches(|c: char| c <= ' ')
            .chars()
            .filter(|c| !"\t\n\r".contains(*c))
            .collect();
        if !cleaned
            .get(..5)
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
        {
            return false;
        }
        let Some((kind, body)) = cleaned[5..].split_once(',') else {
            return false;
        };
        let kind = kind.to_ascii_lowercase();
        let (sheet, document) = (
            kind.contains("css"),
            kind.contains("html") || kind.contains("xml"),
        );
        if !sheet && !document {
            return false;
        }
        let Some(text) = data_text(&kind, body) else {
            return true;
        };
        let loads = |address: &str| !self.target(address).is_admitted();
        let in_sheet = sheet && css::neutralise(&text, loads).is_some();
        in_sheet
            || (document
                && (self.srcdoc_depth == DEPTH || rewrite_fragment(self, &text, false).0 != text))
    }

    /// The page's bytes as text.
    pub(super) fn text_of(&self, bytes: &[u8]) -> String {
        match self.page.charset {
            _ if self.utf8 || bytes.is_ascii() => String::from_utf8_lossy(bytes).into_owned(),
            Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            // Byte by byte: what matters to the gate is ASCII, and the rest comes back as it was.
            None => bytes.iter().map(|byte| char::from(*byte)).collect(),
        }
    }

    /// Text in the page's encoding; what it lacks becomes a reference.
    pub(super) fn bytes_of(&self, text: &str) -> Vec<u8> {
        match self.page.charset {
            _ if self.utf8 || text.is_ascii() => text.as_bytes().to_vec(),
            Some(encoding) => encoding.encode(text).0.into_owned(),
            None => text.chars().flat_map(byte_or_reference).collect(),
        }
    }

    /// Neutralises a style sheet or a `style` attribute in the page's bytes; `None`: it may stay.
    pub(super) fn change_css(
        &self,
        bytes: &[u8],
        mut change: impl FnMut(&str) -> Option<String>,
    ) -> Option<Vec<u8>> {
        // In some encodings a backslash may be the second half of a character, in others it escapes
        // the quote after it: where browsers may choose, neither reading may load anything.
        let two_readings = !self.certain_charset
            && bytes
                .windows(2)
                .any(|pair| pair[0] >= 0x80 && pair[1] == b'\\');
        if two_readings && change(&without_halves(bytes)).is_some() {
            return Some(Vec::new());
        }
        change(&self.text_of(bytes)).map(|changed| self.bytes_of(&changed))
    }
}

/// Bytes as text in which no backslash follows a byte beyond ASCII.
fn without_halves(bytes: &[u8]) -> String {
    let mut before = 0;
    bytes
        .iter()
        .map(|byte| match std::mem::replace(&mut before, *byte) {
            0x80.. if *byte == b'\\' => '_',
            _ => char::from(*byte),
        })
        .collect()
}

fn byte_or_reference(character: char) -> Vec<u8> {
    match u8::try_from(u32::from(character)) {
        Ok(byte) => vec![byte],
        Err(_) => format!("&#{};", u32::from(character)).into_bytes(),
    }
}

/// The text of a `data:` address; `None`: it cannot be read.
fn data_text(kind: &str, body: &str) -> Option<String> {
    let body = body.split('#').next().unwrap_or_default();
    let mut bytes = percent_decode(body);
    if kind.split(';').skip(1).any(|part| part.trim() == "base64") {
        bytes.retain(|byte| !byte.is_ascii_whitespace());
        let config = GeneralPurposeConfig::new()
            .with_decode_padding_mode(DecodePaddingMode::Indifferent)
            .with_decode_allow_trailing_bits(true);
        bytes = GeneralPurpose::new(&STANDARD, config).decode(bytes).ok()?;
    }
    let label = kind
        .split(';')
        .find_map(|part| part.trim().strip_prefix("charset="));
    let named = label.map(|label| Encoding::for_label(label.trim_matches('"').as_bytes()));
    let encoding = match (charset::byte_order_mark(&bytes), named) {
        (Some((encoding, _)), _) => encoding,
        (None, Some(named)) => named?,
        (None, None) => encoding_rs::UTF_8,
    };
    Some(encoding.decode(&bytes).0.into_owned())
}

fn percent_decode(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let digit = |at: usize| {
        bytes
            .get(at)
            .and_then(|byte| char::from(*byte).to_digit(16))
    };
    let (mut decoded, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        let pair = (bytes[at] == b'%')
            .then(|| digit(at + 1).zip(digit(at + 2)))
            .flatten();
        let byte = pair.and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        decoded.push(byte.unwrap_or(bytes[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    decoded
}

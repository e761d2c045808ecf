//! What a reader accepts, and what the upstream may therefore send.

use http::header::{ACCEPT_ENCODING, HeaderMap, HeaderValue};

use super::Coding;

/// The codings to answer with, best first, when the reader likes several equally well: on a page of
/// 100 KB, zstd takes a quarter of brotli's time for the same size, and gzip lies between.
pub const PREFERRED: [Coding; 3] = [Coding::Zstd, Coding::Gzip, Coding::Brotli];

/// The codings that an upstream may answer with.
const READABLE: [Coding; 4] = [Coding::Gzip, Coding::Brotli, Coding::Zstd, Coding::Deflate];

/// Weights are thousandths (RFC 9110, section 12.4.2 allows three decimals).
const FULL: u16 = 1000;

/// What most readers' wishes come to when they are narrowed.
const NARROW: [&str; 4] = [
    "identity",
    "gzip, br, zstd, deflate",
    "gzip, br, deflate",
    "gzip, deflate",
];

/// [Narrows](Accept::narrowed) the wishes in a request. Where two do so, the second has nothing to read.
pub(crate) fn narrow(headers: &mut HeaderMap) {
    let mut values = headers.get_all(ACCEPT_ENCODING).iter();
    let value = values.next().filter(|_| values.next().is_none());
    if !value.is_some_and(|value| NARROW.iter().any(|narrow| value == narrow)) {
        let narrowed = Accept::of(headers).narrowed();
        headers.insert(ACCEPT_ENCODING, narrowed);
    }
}

/// The codings a reader accepts, from `Accept-Encoding`; names that are not ours are left out.
///
/// ```
/// use http::HeaderMap;
/// use jalousie_gate::coding::{Accept, Coding, PREFERRED};
///
/// let mut headers = HeaderMap::new();
/// headers.insert("accept-encoding", "br;q=0.8, gzip, sdch".parse()?);
/// let accept = Accept::of(&headers);
/// assert_eq!(accept.best(&PREFERRED), Some(Coding::Gzip));
/// assert_eq!(accept.narrowed(), "gzip, br;q=0.8");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accept {
    /// In thousandths; `None`: not named.
    weights: [Option<u16>; READABLE.len()],
    identity: Option<u16>,
    any: Option<u16>,
}

impl Accept {
    /// Reads every `Accept-Encoding` header. Members that cannot be read count as not there.
    pub fn of(headers: &HeaderMap) -> Self {
        let mut accept = Self::default();
        let values = headers
            .get_all(ACCEPT_ENCODING)
            .iter()
            .filter_map(|v| v.to_str().ok());
        for member in values.flat_map(|value| value.split(',')) {
            accept.add(member);
        }
        accept
    }

    fn add(&mut self, member: &str) {
        let (name, weight) = match member.split_once(';') {
            // The weight is the first parameter, and the only one there is.
            Some((name, rest)) => (name, parse_weight(rest.split(';').next().unwrap_or(rest))),
            None => (member, Some(FULL)),
        };
        let (name, Some(weight)) = (name.trim_ascii(), weight) else {
            return;
        };
        if name == "*" {
            self.any = Some(weight);
            return;
        }
        match Coding::from_token(name) {
            Some(Coding::Identity) => self.identity = Some(weight),
            Some(coding) => {
                if let Some(slot) = READABLE.iter().position(|known| *known == coding) {
                    self.weights[slot] = Some(weight);
                }
            }
            None => {}
        }
    }

    /// The weight of a coding, in thousandths; 0 means "not this one".
    pub fn weight(&self, coding: Coding) -> u16 {
        let Some(slot) = READABLE.iter().position(|known| *known == coding) else {
            // Identity is acceptable unless it is refused by name or by `*;q=0`. Where it is not
            // named, any coding that is named comes first.
            return self
                .identity
                .unwrap_or(if self.any == Some(0) { 0 } else { 1 });
        };
        self.weights[slot].or(self.any).unwrap_or(0)
    }

    /// The coding to answer with: the heaviest, and among equals the first in `ours`. Identity is
    /// always a candidate. `None`: the reader refuses all of them, identity too.
    pub fn best(&self, ours: &[Coding]) -> Option<Coding> {
        let mut best = (0, None);
        for coding in ours.iter().copied().chain([Coding::Identity]) {
            let weight = self.weight(coding);
            if weight > best.0 {
                best = (weight, Some(coding));
            }
        }
        best.1
    }

    /// The same wishes, as far as the gate can decode what comes of them. `*` is never passed on:
    /// it would allow codings that nobody here can read.
    pub fn narrowed(&self) -> HeaderValue {
        const IDENTITY: HeaderValue = HeaderValue::from_static(Coding::Identity.token());
        let names_none = self.weights == [None; READABLE.len()];
        if names_none && matches!(self.identity, None | Some(FULL)) {
            return IDENTITY;
        }
        let mut value = String::new();
        for (coding, weight) in READABLE.iter().zip(self.weights) {
            if let Some(weight) = weight.filter(|weight| *weight > 0) {
                append(&mut value, *coding, weight);
            }
        }
        match self.identity {
            Some(weight) => append(&mut value, Coding::Identity, weight),
            None if value.is_empty() => return IDENTITY,
            None if self.any == Some(0) => append(&mut value, Coding::Identity, 0),
            None => {}
        }
        HeaderValue::try_from(value).unwrap_or(IDENTITY)
    }
}

fn append(value: &mut String, coding: Coding, weight: u16) {
    if !value.is_empty() {
        value.push_str(", ");
    }
    value.push_str(coding.token());
    if weight < FULL {
        let decimals = format!("{weight:03}");
        let decimals = decimals.trim_end_matches('0');
        let dot = if decimals.is_empty() { "" } else { "." };
        value.push_str(&format!(";q=0{dot}{decimals}"));
    }
}

/// `q=0.8` as 800.
fn parse_weight(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.split_once('=')?;
    if !name.trim().eq_ignore_ascii_case("q") {
        return None;
    }
    let (whole, decimals) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    let whole: u16 = whole.parse().ok().filter(|whole| *whole <= 1)?;
    if decimals.len() > 3 || !decimals.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let decimals: u16 = format!("{decimals:0<3}").parse().ok()?;
    Some((whole * FULL + decimals).min(FULL))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn accept(value: &str) -> Accept {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_str(value).unwrap());
        Accept::of(&headers)
    }

    #[test]
    fn chooses_by_weight_then_by_preference() {
        for (value, expected) in [
            ("gzip, deflate, br, zstd", Some(Coding::Zstd)),
            ("gzip, deflate, br", Some(Coding::Gzip)),
            ("br", Some(Coding::Brotli)),
            ("BR;Q=0.9, gzip;q=0.5", Some(Coding::Brotli)),
            ("gzip;q=0.5, identity", Some(Coding::Identity)),
            ("gzip;q=0", Some(Coding::Identity)),
            ("*", Some(Coding::Zstd)),
            ("*;q=0.5, zstd;q=0", Some(Coding::Gzip)),
            ("identity;q=0", None),
            ("*;q=0", None),
            ("identity;q=0, br;q=0.001", Some(Coding::Brotli)),
            (
                "gzip;q=2, br;q=nonsense, zstd;q=0.1234",
                Some(Coding::Identity),
            ),
            ("", Some(Coding::Identity)),
            ("dcz, sdch", Some(Coding::Identity)),
        ] {
            assert_eq!(accept(value).best(&PREFERRED), expected, "{value}");
        }
        assert_eq!(
            Accept::of(&HeaderMap::new()).best(&PREFERRED),
            Some(Coding::Identity)
        );
    }

    #[test]
    fn asks_the_upstream_only_for_what_can_be_read() {
        for (value, expected) in [
            (
                "gzip, deflate, br, zstd, dcb, dcz",
                "gzip, br, zstd, deflate",
            ),
            ("x-gzip;q=0.25", "gzip;q=0.25"),
            ("*", "identity"),
            ("sdch, *;q=0.1", "identity"),
            ("gzip, *;q=0", "gzip, identity;q=0"),
            ("gzip, identity;q=0.5", "gzip, identity;q=0.5"),
            ("gzip;q=0, br;q=1.0", "br"),
            ("identity;q=0", "identity;q=0"),
        ] {
            assert_eq!(accept(value).narrowed(), expected, "{value}");
        }
        assert_eq!(Accept::of(&HeaderMap::new()).narrowed(), "identity");
        for narrow in NARROW {
            assert_eq!(accept(narrow).narrowed(), narrow);
        }
    }
}

//! Identifiers of requests and traces (W3C Trace Context, level 1).

use http::{HeaderMap, HeaderName, HeaderValue};
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

pub(super) const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");
pub(super) const TRACESTATE: HeaderName = HeaderName::from_static("tracestate");
pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Longest request id taken from a proxy.
const LONGEST_ID: usize = 128;

/// Numbers that do not come twice, and of which nobody can tell the next one.
pub(super) fn unique() -> u64 {
    static KEY: LazyLock<RandomState> = LazyLock::new(RandomState::new);
    static NEXT: AtomicU64 = AtomicU64::new(1);
    KEY.hash_one(NEXT.fetch_add(1, Ordering::Relaxed))
}

/// A new request id: 32 hexadecimal digits.
pub(super) fn request_id() -> String {
    format!("{:016x}{:016x}", unique(), unique())
}

/// The request id that a trusted proxy has given, if it is one.
pub(super) fn given_id(headers: &HeaderMap) -> Option<&str> {
    let id = single(headers, &REQUEST_ID)?;
    let plain = |c: u8| c.is_ascii_alphanumeric() || b"-_.:".contains(&c);
    (!id.is_empty() && id.len() <= LONGEST_ID && id.bytes().all(plain)).then_some(id)
}

fn single<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

/// A request's place in a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Trace {
    pub(super) trace: u128,
    /// The span that asked; `None`: the trace begins here.
    pub(super) parent: Option<u64>,
    /// This request's own span.
    pub(super) span: u64,
    /// Whether it is to be exported.
    pub(super) sampled: bool,
}

impl Trace {
    /// A trace that begins here.
    pub(super) fn begin(sampled: bool) -> Self {
        Trace {
            trace: (u128::from(unique()) << 64) | u128::from(unique().max(1)),
            parent: None,
            span: unique().max(1),
            sampled,
        }
    }

    /// The trace that the request says it belongs to.
    pub(super) fn of(headers: &HeaderMap) -> Option<Self> {
        let text = single(headers, &TRACEPARENT)?;
        let mut parts = text.split('-');
        let version = hex(parts.next()?, 2)?;
        let (trace, parent) = (hex(parts.next()?, 32)?, hex(parts.next()?, 16)?);
        let flags = hex(parts.next()?, 2)?;
        // Later versions may say more, this one may not; version 255 is none.
        let known = version != 0xff && (version != 0 || parts.next().is_none());
        (known && trace != 0 && parent != 0).then(|| Trace {
            trace,
            parent: u64::try_from(parent).ok(),
            span: unique().max(1),
            sampled: flags & 1 == 1,
        })
    }

    /// The `traceparent` for whom we ask.
    pub(super) fn header(&self) -> Option<HeaderValue> {
        let flags = u8::from(self.sampled);
        let text = format!("00-{:032x}-{:016x}-{flags:02x}", self.trace, self.span);
        HeaderValue::try_from(text).ok()
    }
}

/// Exactly `length` digits, small letters only.
fn hex(text: &str, length: usize) -> Option<u128> {
    let plain = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
    let right = text.len() == length && text.bytes().all(plain);
    right.then(|| u128::from_str_radix(text, 16).ok()).flatten()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn trace(values: &[&'static str]) -> Option<Trace> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(TRACEPARENT, HeaderValue::from_static(value));
        }
        Trace::of(&headers)
    }

    const GOOD: &str = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    #[test]
    fn a_trace_goes_on_under_a_span_of_our_own() {
        let found = trace(&[GOOD]).unwrap();
        assert_eq!(found.trace, 0x4bf9_2f35_77b3_4da6_a3ce_929d_0e0e_4736);
        assert_eq!(
            (found.parent, found.sampled),
            (Some(0x00f0_67aa_0ba9_02b7), true)
        );
        let header = found.header().unwrap();
        let header = header.to_str().unwrap();
        assert!(
            header.starts_with(&GOOD[..36]) && header.ends_with("-01"),
            "{header}"
        );
        assert_ne!(header, GOOD);
        assert!(
            !trace(&["00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"])
                .unwrap()
                .sampled
        );
        // A later version may have more to say.
        assert!(trace(&["01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"]).is_some());
    }

    #[test]
    fn what_is_no_trace_is_none() {
        for bad in [
            "",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            "00-+bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        ] {
            assert_eq!(trace(&[bad]), None, "{bad:?}");
        }
        assert_eq!(trace(&[GOOD, GOOD]), None);
    }

    #[test]
    fn ids_do_not_come_twice() {
        let ids: std::collections::BTreeSet<String> = (0..1_000).map(|_| request_id()).collect();
        assert_eq!(ids.len(), 1_000);
        assert!(ids.iter().all(|id| id.len() == 32));
    }

    #[test]
    fn a_given_id_is_short_and_plain() {
        let given = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(REQUEST_ID, HeaderValue::from_str(value).unwrap());
            given_id(&headers).is_some()
        };
        assert!(given("1a2b-3c.4d_5e:6f"));
        assert!(!given("") && !given("a b") && !given("a\"b") && !given(&"a".repeat(129)));
    }
}

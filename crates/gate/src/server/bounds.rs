//! Where one request of HTTP/1 ends and the next one begins, so that each head is looked at,
//! however the bytes come.

use super::lines::Lines;
use super::state::{Framing, State};

/// Reads along with the requests of one connection.
///
/// It decides nothing: how a body is framed is what the HTTP library has made of the head, and what
/// is broken in one the library refuses.
#[derive(Debug)]
pub(super) struct Bounds(Part);

#[derive(Debug)]
enum Part {
    Head(Lines),
    /// Behind a head: the library decides what comes.
    Decided,
    /// So many bytes of a body.
    Body(u64),
    Chunks(Chunks),
}

impl Default for Bounds {
    fn default() -> Self {
        Self(Part::Head(Lines::default()))
    }
}

impl Bounds {
    /// Whether what has come begins a head, or goes on with one.
    pub(super) fn in_head(&mut self, state: &State) -> bool {
        if let Part::Decided = self.0 {
            self.0 = match state.take_framing() {
                Some(Framing::Length(length)) if length > 0 => Part::Body(length),
                Some(Framing::Chunks) => Part::Chunks(Chunks::default()),
                // No body; or the library sees no end of the head yet, and more of it comes.
                _ => Part::Head(Lines::default()),
            };
        }
        matches!(self.0, Part::Head(_))
    }

    /// Looks at what has come, after [`in_head`](Self::in_head), and spoils line feeds that stand alone
    /// in heads and trailers; how many of the bytes belong together. The library must have seen those
    /// before the others are looked at.
    pub(super) fn read(&mut self, bytes: &mut [u8], state: &State) -> usize {
        let (end, next) = match &mut self.0 {
            Part::Head(lines) => (look(lines, bytes, state), Part::Decided),
            Part::Chunks(chunks) => (chunks.read(bytes, state), Bounds::default().0),
            Part::Body(left) => {
                let (here, count) = (*left, bytes.len() as u64);
                *left = here.saturating_sub(count);
                // No more than a slice has.
                let end = (here <= count).then_some(here as usize);
                (end, Bounds::default().0)
            }
            Part::Decided => (None, Part::Decided),
        };
        if end.is_some() {
            self.0 = next;
        }
        end.unwrap_or(bytes.len())
    }
}

fn look(lines: &mut Lines, bytes: &mut [u8], state: &State) -> Option<usize> {
    let end = lines.read(bytes);
    if lines.are_spoiled() {
        state.mark_half_line();
    }
    end
}

/// A body in chunks (RFC 9112, 7.1).
#[derive(Debug)]
enum Chunks {
    /// The line of a size: the number so far, and whether it is over.
    Size(u64, bool),
    /// So many bytes of a chunk, its line end included.
    Data(u64),
    Trailers(Lines),
}

impl Default for Chunks {
    fn default() -> Self {
        Self::Size(0, false)
    }
}

impl Chunks {
    /// How many of the bytes belong to the body, once it is over.
    fn read(&mut self, bytes: &mut [u8], state: &State) -> Option<usize> {
        let mut at = 0;
        while at < bytes.len() {
            match self {
                Self::Size(size, over) => {
                    let byte = bytes[at];
                    at += 1;
                    match char::from(byte).to_digit(16) {
                        Some(digit) if !*over => {
                            *size = size.saturating_mul(16).saturating_add(digit.into());
                        }
                        // In an extension: to the library a line feed that stands alone.
                        _ if byte.is_ascii_control() && !b"\t\r\n".contains(&byte) => {
                            bytes[at - 1] = b'\n';
                        }
                        _ if byte != b'\n' => *over = true,
                        _ if *size == 0 => *self = Self::Trailers(Lines::of_trailers()),
                        _ => *self = Self::Data(size.saturating_add(2)),
                    }
                }
                Self::Data(left) => {
                    let count = (*left).min((bytes.len() - at) as u64);
                    *left -= count;
                    at += count as usize;
                    if *left == 0 {
                        *self = Self::default();
                    }
                }
                Self::Trailers(lines) => {
                    return look(lines, &mut bytes[at..], state).map(|end| at + end);
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::state::Phase;
    use super::*;

    const GET: &str = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    /// Reads the parts of requests, joined, in portions; each head is followed by a decision. Fails
    /// unless each part is told from the next one.
    fn read(parts: &[(&str, Framing)], portion: usize) -> (String, bool) {
        let (mut bounds, state) = (Bounds::default(), State::new(Phase::New));
        let mut text: Vec<u8> = parts.iter().flat_map(|(part, _)| part.bytes()).collect();
        let (mut at, mut ends) = (0, 0);
        let mut due = parts.iter();
        let (mut part, mut framing) = *due.next().unwrap();
        while at < text.len() {
            let end = text.len().min(at + portion);
            bounds.in_head(&state);
            let count = bounds.read(&mut text[at..end], &state);
            assert!(
                count > 0 && at + count <= ends + part.len(),
                "{part:?} is passed over"
            );
            at += count;
            if at == ends + part.len() {
                state.decide(framing);
                ends = at;
                (part, framing) = *due.next().unwrap_or(&("", Framing::Length(0)));
            }
        }
        (String::from_utf8(text).unwrap(), state.has_half_line())
    }

    fn joined(parts: &[(&str, Framing)]) -> String {
        parts.iter().map(|(part, _)| *part).collect()
    }

    const NONE: Framing = Framing::Length(0);

    #[test]
    fn bodies_are_passed_over_and_each_head_is_looked_at() {
        let chunks = "5;x=y\r\n\n\n\n\n\n\r\nA\r\n0123456789\r\n0\r\nX: y\r\n\r\n";
        let before = [
            (GET, NONE),
            (GET, Framing::Length(6)),
            ("li\nnes", NONE),
            (GET, Framing::Chunks),
            (chunks, NONE),
            ("\r\nGET / HTTP/1.1\r\n\r\n", Framing::Chunks),
            ("0\r\n\r\n", NONE),
        ];
        let text = joined(&before);
        for portion in 1..=text.len() {
            assert_eq!(read(&before, portion), (text.clone(), false), "{portion}");
        }
        for spoiled in [
            "GET / HTTP/1.1\0Host: a\r\n\r\n",
            "GET / HTTP/1.1\r\nX: y\0\r\n",
        ] {
            let half = spoiled.replace('\0', "\n");
            // After a head that has a body, that body comes.
            let ends =
                (0..=before.len()).filter(|count| *count == 0 || before[count - 1].1 == NONE);
            for count in ends {
                let parts = [&before[..count], &[(&*half, NONE)]].concat();
                let expected = joined(&before[..count]) + spoiled;
                for portion in 1..=expected.len() {
                    assert_eq!(read(&parts, portion), (expected.clone(), true), "{portion}");
                }
            }
        }
    }

    #[test]
    fn trailers_are_looked_at_as_well() {
        let parts = [
            (GET, Framing::Chunks),
            ("1\r\n\n\r\n0\r\nX: y\nZ: z\r\n\r\n", NONE),
        ];
        let expected = joined(&parts).replace("y\n", "y\0");
        for portion in 1..=expected.len() {
            assert_eq!(read(&parts, portion), (expected.clone(), true), "{portion}");
        }
    }

    #[test]
    fn a_head_that_the_library_sees_no_end_of_goes_on() {
        let (mut bounds, state) = (Bounds::default(), State::new(Phase::New));
        let mut text = *b"GET / HTTP/1.1\r\n\r\nX: y\nZ: z\r\n\r\n";
        assert_eq!(bounds.read(&mut text, &state), 18);
        assert!(bounds.in_head(&state));
        bounds.read(&mut text[18..], &state);
        assert!(state.has_half_line());
    }
}

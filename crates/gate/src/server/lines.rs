//! Line ends in heads of HTTP/1: both characters, or the head is refused.

/// Reads along with the heads of one connection.
///
/// The HTTP library takes a line feed alone for a line's end, as RFC 9112, 2.2 allows. Somebody in
/// front of the gate may not, and see other fields; so such a head is spoiled, and the library
/// refuses it like any other that it cannot read.
///
/// Only what the connection brings while a head is awaited is looked at: in a request that comes in
/// one piece with the one before, line feeds alone are read as line ends, and written as whole ones.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Bytes of the current line so far.
    length: usize,
    /// The last byte of what came before.
    last: u8,
    /// Whether the request line has come: empty lines before it do not count.
    begun: bool,
    /// Whether the head is over.
    over: bool,
}

impl Lines {
    /// Looks at more of a head, and spoils the first line feed that stands alone.
    pub(super) fn read(&mut self, bytes: &mut [u8]) {
        let mut start = 0;
        while !self.over {
            let rest = &mut bytes[start..];
            let Some(end) = rest.iter().position(|byte| *byte == b'\n') else {
                self.length += rest.len();
                self.last = rest.last().copied().unwrap_or(self.last);
                return;
            };
            let before = match end.checked_sub(1) {
                Some(at) => rest[at],
                None => self.last,
            };
            let length = self.length + end;
            if before != b'\r' || length == 0 {
                rest[end] = 0;
                self.over = true;
                return;
            }
            // Nothing but the carriage return: the empty line.
            let empty = length == 1;
            self.over = empty && self.begun;
            self.begun |= !empty;
            (self.length, self.last) = (0, b'\n');
            start += end + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of the bytes, read in portions.
    fn read(text: &str, portion: usize) -> String {
        let (mut lines, mut bytes) = (Lines::default(), text.as_bytes().to_vec());
        for part in bytes.chunks_mut(portion) {
            lines.read(part);
        }
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn line_feeds_alone_are_spoiled_and_nothing_else() {
        for (text, place) in [
            ("GET / HTTP/1.1\r\nHost: a\r\n\r\nbody\nbody", None),
            ("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n\n", None),
            ("GET / HTTP/1.1\nHost: a\r\n\r\n", Some(14)),
            ("GET / HTTP/1.1\r\nHost: a\r\n\n", Some(25)),
            ("GET / HTTP/1.1\r\nHost: a\nX: y\n\r\n", Some(23)),
            ("\nGET / HTTP/1.1\r\n", Some(0)),
            ("\r\n\nGET / HTTP/1.1\r\n", Some(2)),
        ] {
            let mut expected = text.to_owned();
            if let Some(place) = place {
                expected.replace_range(place..=place, "\0");
            }
            for portion in 1..text.len() {
                assert_eq!(read(text, portion), expected, "{portion}");
            }
        }
    }
}

//! Line ends in heads and trailers of HTTP/1: both characters, or the request is refused.

/// Reads along with one head, or with the trailers of one body.
///
/// The HTTP library takes a line feed alone for a line's end, as RFC 9112, 2.2 allows. Somebody in
/// front of the gate may not, and see other fields; so such a head is spoiled, and the library
/// refuses it like any other that it cannot read.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Bytes of the current line so far.
    length: usize,
    /// The last byte of what came before.
    last: u8,
    /// Whether the request line has come: empty lines before it do not count.
    begun: bool,
    spoiled: bool,
}

impl Lines {
    /// Trailers, which any empty line ends.
    pub(super) fn of_trailers() -> Self {
        Self {
            begun: true,
            ..Self::default()
        }
    }

    /// Whether there was a line feed that stands alone.
    pub(super) fn are_spoiled(&self) -> bool {
        self.spoiled
    }

    /// Looks at more of a head, and spoils the first line feed that stands alone; how many of the
    /// bytes belong to the head, once it is over.
    pub(super) fn read(&mut self, bytes: &mut [u8]) -> Option<usize> {
        let mut start = 0;
        while !self.spoiled {
            let rest = &mut bytes[start..];
            let Some(end) = memchr::memchr(b'\n', rest) else {
                self.length += rest.len();
                self.last = rest.last().copied().unwrap_or(self.last);
                return None;
            };
            let before = match end.checked_sub(1) {
                Some(at) => rest[at],
                None => self.last,
            };
            let length = self.length + end;
            if before != b'\r' || length == 0 {
                rest[end] = 0;
                self.spoiled = true;
                return None;
            }
            // Nothing but the carriage return: the empty line.
            let empty = length == 1;
            (self.length, self.last) = (0, b'\n');
            start += end + 1;
            if empty && self.begun {
                return Some(start);
            }
            self.begun |= !empty;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of the bytes, read in portions, and where their head ends.
    fn read(text: &str, portion: usize) -> (String, Option<usize>) {
        let (mut lines, mut bytes) = (Lines::default(), text.as_bytes().to_vec());
        let mut before = 0;
        let end = bytes.chunks_mut(portion).find_map(|part| {
            let end = lines.read(part).map(|end| before + end);
            before += part.len();
            end
        });
        assert_eq!(lines.are_spoiled(), bytes.contains(&0));
        (String::from_utf8(bytes).unwrap(), end)
    }

    #[test]
    fn line_feeds_alone_are_spoiled_and_nothing_else() {
        for (text, place, end) in [
            (
                "GET / HTTP/1.1\r\nHost: a\r\n\r\nbody\nbody",
                None,
                Some(27),
            ),
            (
                "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n\n",
                None,
                Some(31),
            ),
            ("GET / HTTP/1.1\nHost: a\r\n\r\n", Some(14), None),
            ("GET / HTTP/1.1\r\nHost: a\r\n\n", Some(25), None),
            ("GET / HTTP/1.1\r\nHost: a\nX: y\n\r\n", Some(23), None),
            ("\nGET / HTTP/1.1\r\n", Some(0), None),
            ("\r\n\nGET / HTTP/1.1\r\n", Some(2), None),
        ] {
            let mut expected = text.to_owned();
            if let Some(place) = place {
                expected.replace_range(place..=place, "\0");
            }
            for portion in 1..text.len() {
                assert_eq!(read(text, portion), (expected.clone(), end), "{portion}");
            }
        }
    }
}

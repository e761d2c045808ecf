//! Sets of short words that are asked about for each tag of each page, and nearly always in vain.

/// Words, each with some marks of the caller's, as bits.
///
/// Only a print of each word is kept, so that an answer costs the same with ten words as with ten
/// thousand. Two words may share a print: whoever finds a word here looks again elsewhere.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    /// A power of two of places, at most half of them taken: a print, and the marks in its lowest
    /// bits. 0 is an empty place.
    places: Vec<u64>,
    taken: usize,
}

/// What is left of a word to find it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Print(u64);

/// The bits of a place that are marks.
const MARKS: u64 = 0xff;

/// Makes letters small; digits and hyphens stay as they are.
const SMALL: u64 = 0x2020_2020_2020_2020;

impl Print {
    /// The print of a word as it is.
    pub(crate) fn of(word: &[u8]) -> Self {
        Self::mixed(word, 0)
    }

    /// The print of a name, the same in capitals as in small letters.
    pub(crate) fn of_name(name: &[u8]) -> Self {
        Self::mixed(name, SMALL)
    }

    /// Beginning, end and length count.
    fn mixed(word: &[u8], case: u64) -> Self {
        let (start, end) = ends(word);
        let mixed = ((start | case).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (end | case))
            .wrapping_add(word.len() as u64)
            .wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
        // No print is that of an empty place.
        Self((mixed ^ (mixed >> 32)) & !MARKS | (MARKS + 1))
    }
}

/// The first and the last bytes of a word, which may be the same ones.
fn ends(word: &[u8]) -> (u64, u64) {
    if let (Some(start), Some(end)) = (word.first_chunk(), word.last_chunk()) {
        return (u64::from_le_bytes(*start), u64::from_le_bytes(*end));
    }
    if let (Some(start), Some(end)) = (word.first_chunk(), word.last_chunk()) {
        return (
            u32::from_le_bytes(*start).into(),
            u32::from_le_bytes(*end).into(),
        );
    }
    match *word {
        [] => (0, 0),
        [one] => (one.into(), 0),
        [one, two] => (one.into(), two.into()),
        [one, two, ..] => (
            u64::from(one) | u64::from(two) << 8,
            word[word.len() - 1].into(),
        ),
    }
}

impl Default for Words {
    fn default() -> Self {
        Self {
            places: vec![0; 16],
            taken: 0,
        }
    }
}

impl Words {
    /// Adds a word, or more marks to one that is there; at most eight kinds of them.
    pub(crate) fn add(&mut self, word: Print, marks: u8) {
        if self.taken * 2 >= self.places.len() {
            let larger = vec![0; self.places.len() * 2];
            for taken in std::mem::replace(&mut self.places, larger) {
                let place = self.place(Print(taken & !MARKS));
                self.places[place] = taken;
            }
        }
        let place = self.place(word);
        self.taken += usize::from(self.places[place] == 0);
        self.places[place] |= word.0 | u64::from(marks);
    }

    /// The marks of a word; 0 if it is not there.
    pub(crate) fn get(&self, word: Print) -> u8 {
        (self.places[self.place(word)] & MARKS) as u8
    }

    /// Where a word is, or would be.
    fn place(&self, Print(print): Print) -> usize {
        let mask = self.places.len() - 1;
        let mut place = (print >> 40) as usize & mask;
        // There are always empty places.
        while self.places[place] != 0 && self.places[place] & !MARKS != print {
            place = (place + 1) & mask;
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_with_its_marks_and_no_other() {
        let word = |number: usize| format!("{}word-{number}", "x".repeat(number % 7));
        let mut words = Words::default();
        for number in 0..10_000 {
            words.add(Print::of(word(number).as_bytes()), (number % 3) as u8 + 1);
        }
        for number in 0..10_000 {
            let found = words.get(Print::of(word(number).as_bytes()));
            assert_eq!(found, (number % 3) as u8 + 1, "{number}");
        }
        let found = (10_000..20_000).filter(|n| words.get(Print::of(word(*n).as_bytes())) != 0);
        assert_eq!(found.count(), 0);
    }

    #[test]
    fn short_words_differ_and_names_have_no_case() {
        let all = [
            "",
            "a",
            "b",
            "ab",
            "ba",
            "aab",
            "aba",
            "abcd",
            "abcde",
            "abcdefgh",
            "abcdefghi",
        ];
        for one in all {
            for other in all {
                let same = Print::of(one.as_bytes()) == Print::of(other.as_bytes());
                assert_eq!(same, one == other, "{one} {other}");
            }
        }
        for name in ["A", "Em", "H1", "IFrame", "BlockQuote", "X-Very-Long-Name"] {
            let small = name.to_ascii_lowercase();
            assert_eq!(
                Print::of_name(name.as_bytes()),
                Print::of_name(small.as_bytes())
            );
        }
    }
}

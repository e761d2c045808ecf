//! Sets of short words that are asked about for each tag of each page, and nearly always in vain.

/// Words, each with some marks of the caller's, as bits.
///
/// Only a print of each word is kept, so that an answer costs the same with ten words as with ten
/// thousand. Two words may share a print: whoever finds a word here looks again elsewhere.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    /// Set where capitals count as small letters.
    case: u64,
    /// For each length, the first letters of the words: most answers are found here already.
    beginnings: [u32; LENGTHS],
    /// A power of two of places, at most half of them taken: a print, and the marks in its lowest
    /// bits. 0 is an empty place.
    places: Vec<u64>,
    taken: usize,
}

/// Lengths told apart; the last one stands for all longer ones.
const LENGTHS: usize = 32;

/// The bits of a place that are marks.
const MARKS: u64 = 0xff;

/// Makes letters small; digits and hyphens stay as they are.
const SMALL: u64 = 0x2020_2020_2020_2020;

impl Words {
    /// No words yet; capitals are other letters.
    pub(crate) fn exact() -> Self {
        Self {
            case: 0,
            beginnings: [0; LENGTHS],
            places: vec![0; 16],
            taken: 0,
        }
    }

    /// No words yet; capitals are as good as small letters.
    pub(crate) fn names() -> Self {
        Self {
            case: SMALL,
            ..Self::exact()
        }
    }

    /// Adds a word, or more marks to one that is there; at most eight kinds of them.
    pub(crate) fn add(&mut self, word: &str, marks: u8) {
        if self.taken * 2 >= self.places.len() {
            let larger = vec![0; self.places.len() * 2];
            for taken in std::mem::replace(&mut self.places, larger) {
                let place = self.place(taken & !MARKS);
                self.places[place] = taken;
            }
        }
        let (length, letter) = beginning(word.as_bytes());
        self.beginnings[length] |= letter;
        let print = self.print(word.as_bytes());
        let place = self.place(print);
        self.taken += usize::from(self.places[place] == 0);
        self.places[place] |= print | u64::from(marks);
    }

    /// The marks of a word; 0 if it is not there.
    pub(crate) fn get(&self, word: &[u8]) -> u8 {
        let (length, letter) = beginning(word);
        if self.beginnings[length] & letter == 0 {
            return 0;
        }
        (self.places[self.place(self.print(word))] & MARKS) as u8
    }

    /// What is kept of a word: beginning, end and length count.
    fn print(&self, word: &[u8]) -> u64 {
        let (start, end) = ends(word);
        let mixed = ((start | self.case).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (end | self.case))
            .wrapping_add(word.len() as u64)
            .wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
        // No print is that of an empty place.
        (mixed ^ (mixed >> 32)) & !MARKS | (MARKS + 1)
    }

    /// Where a print is, or would be.
    fn place(&self, print: u64) -> usize {
        let mask = self.places.len() - 1;
        let mut place = (print >> 40) as usize & mask;
        // There are always empty places.
        while self.places[place] != 0 && self.places[place] & !MARKS != print {
            place = (place + 1) & mask;
        }
        place
    }
}

/// Length and first letter, in capitals as in small letters.
fn beginning(word: &[u8]) -> (usize, u32) {
    let first = word.first().copied().unwrap_or_default();
    (word.len().min(LENGTHS - 1), 1 << (first & 31))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_with_its_marks_and_no_other() {
        let word = |number: usize| format!("{}word-{number}", "x".repeat(number % 7));
        let mut words = Words::exact();
        for number in 0..10_000 {
            words.add(&word(number), (number % 3) as u8 + 1);
        }
        for number in 0..10_000 {
            let found = words.get(word(number).as_bytes());
            assert_eq!(found, (number % 3) as u8 + 1, "{number}");
        }
        let found = (10_000..20_000).filter(|n| words.get(word(*n).as_bytes()) != 0);
        assert_eq!(found.count(), 0);
    }

    #[test]
    fn short_words_differ() {
        let all = [
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
            let mut words = Words::exact();
            words.add(one, 1);
            for other in all.into_iter().chain(["", "A"]) {
                assert_eq!(
                    words.get(other.as_bytes()) == 1,
                    one == other,
                    "{one} {other}"
                );
            }
        }
    }

    #[test]
    fn names_have_no_case() {
        for name in [
            "A",
            "Em",
            "H1",
            "IFrame",
            "BlockQuote",
            "X-Very_Long.Name:1",
        ] {
            let mut words = Words::names();
            words.add(&name.to_ascii_lowercase(), 1);
            assert_eq!(words.get(name.as_bytes()), 1, "{name}");
            assert_eq!(words.get(name.to_ascii_uppercase().as_bytes()), 1, "{name}");
        }
    }
}

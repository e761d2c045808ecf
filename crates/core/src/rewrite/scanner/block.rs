//! Attributes read 64 bytes at a time, where they are written as nearly everywhere: `name="value"`.

use wide::u8x16;

/// Bytes looked at together.
pub(super) const BLOCK: usize = 64;

/// Bytes that one instruction looks at.
const LANE: usize = 16;

/// Where in a block certain bytes are, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Block {
    quotes: u64,
    apostrophes: u64,
    equals: u64,
    ends: u64,
    /// Bytes without which no value leads to another host or holds a function of CSS.
    telling: u64,
}

/// What a block of a tag holds, from between two of its attributes on.
pub(super) struct Read {
    /// Where the tag ends, or else the last attribute that ends in the block.
    pub(super) to: usize,
    pub(super) is_end: bool,
    /// The opening quotes of the attributes up to there, a bit for each.
    opening: u64,
    closing: u64,
    telling: u64,
}

/// A value between quotes.
pub(super) struct Value {
    /// Where it begins and ends.
    pub(super) start: usize,
    pub(super) end: usize,
    /// It holds a telling byte.
    pub(super) tells: bool,
}

impl Block {
    /// Reads a block; `None` where something is written in any other way.
    pub(super) fn read(&self) -> Option<Read> {
        // From each opening quote to before its closing one; that these are what they seem is checked below.
        let inside = running_parity(self.quotes);
        let ends = self.ends & !inside;
        let (opening, closing) = (self.quotes & inside, self.quotes & !inside);
        let (to, is_end) = match (ends, closing) {
            (0, 0) => return None,
            (0, closing) => (closing.ilog2() as usize, false),
            (ends, _) => (ends.trailing_zeros() as usize, true),
        };
        let before = (1 << to) - 1;
        let (opening, closing) = (opening & before, closing & (before << 1 | 1));
        // Then no value stands without quotes, and every quote is one that opens or closes a value.
        let equals = self.equals & !inside & before;
        let as_usual = equals << 1 == opening && self.apostrophes & !inside & before == 0;
        as_usual.then_some(Read {
            to: to + 1,
            is_end,
            opening,
            closing,
            telling: self.telling & before,
        })
    }
}

impl Read {
    /// The values in order.
    pub(super) fn values(&self) -> impl Iterator<Item = Value> {
        let (mut opening, mut closing) = (self.opening, self.closing);
        std::iter::from_fn(move || {
            let open = (opening != 0).then(|| opening.trailing_zeros())?;
            let close = closing.trailing_zeros();
            opening &= opening - 1;
            closing &= closing.wrapping_sub(1);
            let within = u64::MAX.checked_shl(close).map_or(u64::MAX, |above| !above);
            Some(Value {
                start: open as usize + 1,
                end: close as usize,
                tells: self.telling & within & (u64::MAX << open) != 0,
            })
        })
    }
}

/// For each bit, whether an odd number of bits up to it is set.
fn running_parity(mut bits: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}

impl Block {
    /// Looks at a block.
    pub(super) fn of(bytes: &[u8; BLOCK]) -> Self {
        let mut block = Block::default();
        let mut slashes = 0;
        for (number, lane) in bytes.as_chunks::<LANE>().0.iter().enumerate() {
            let lane = u8x16::new(*lane);
            let is = |byte: u8| lane.simd_eq(u8x16::splat(byte));
            let bits = |found: u8x16| u64::from(found.to_bitmask()) << (number * LANE);
            block.quotes |= bits(is(b'"'));
            block.apostrophes |= bits(is(b'\''));
            block.equals |= bits(is(b'='));
            block.ends |= bits(is(b'>'));
            slashes |= bits(is(b'/'));
            let controls = lane.min(u8x16::splat(b'\r')).simd_eq(lane);
            block.telling |= bits(controls | is(b':') | is(b'\\') | is(b'&') | is(b'('));
        }
        // Two slashes in a row, or one that a second may follow in the next block.
        block.telling |= slashes & (slashes >> 1 | 1 << (BLOCK - 1));
        block
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn byte_by_byte(bytes: &[u8; BLOCK]) -> Block {
        let bits = |is: &dyn Fn(usize) -> bool| {
            (0..BLOCK).fold(0, |bits, at| bits | u64::from(is(at)) << at)
        };
        let telling = |at: usize| match bytes[at] {
            b':' | b'\\' | b'&' | b'(' | 0..=b'\r' => true,
            b'/' => bytes.get(at + 1).is_none_or(|next| *next == b'/'),
            _ => false,
        };
        Block {
            quotes: bits(&|at| bytes[at] == b'"'),
            apostrophes: bits(&|at| bytes[at] == b'\''),
            equals: bits(&|at| bytes[at] == b'='),
            ends: bits(&|at| bytes[at] == b'>'),
            telling: bits(&telling),
        }
    }

    #[test]
    fn a_block_is_seen_as_byte_by_byte() {
        let mut bytes = [0; BLOCK];
        for round in 0..2000_u32 {
            for (at, byte) in bytes.iter_mut().enumerate() {
                let dice = (round * 64 + at as u32).wrapping_mul(2_654_435_761) >> 7;
                let some = b"\"'=>/:\\&(\t\n\r /// abc\xff\x0e";
                *byte = if round % 2 == 0 {
                    some[dice as usize % some.len()]
                } else {
                    dice as u8
                };
            }
            assert_eq!(Block::of(&bytes), byte_by_byte(&bytes));
        }
    }
}

//! Numbers that look random and are always the same.

/// A sequence of numbers, made by Steele, Lea and Flood's SplitMix64.
pub struct Draw(u64);

impl Draw {
    /// The sequence that belongs to a name.
    pub fn named(name: &str) -> Self {
        Self(name.bytes().fold(0, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte.into())))
    }

    /// The next number; less than `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }

    /// One of some things, chosen by the next number.
    pub fn of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        let place = self.below(things.len() as u64);
        &things[usize::try_from(place).expect("a place in a slice fits")]
    }
}

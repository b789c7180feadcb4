//! Numbers that look like chance and are always the same.

/// SplitMix64 (Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators").
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// One that begins here.
    pub fn new(seed: u64) -> Self {
        Chance(seed)
    }

    /// One that bytes decide.
    pub fn of(bytes: &[u8]) -> Self {
        // FNV-1a.
        let mix = |hash: u64, &byte: &u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Chance(bytes.iter().fold(0xcbf2_9ce4_8422_2325, mix))
    }

    /// The next.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// One of so many, from 0; 0 where there are none.
    pub fn below(&mut self, many: usize) -> usize {
        if many == 0 { 0 } else { (self.number() % many as u64) as usize }
    }

    /// Whether the one in so many came up.
    pub fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

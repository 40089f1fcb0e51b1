//! A set of registered numbers that a peer chooses.

/// A set of 16-bit numbers. It lies on the stack, 8 KiB of it, and every step takes
/// the same time, so that a list of 16 000 elements costs its receiver no more than
/// its length.
pub struct NumberSet([u64; 1024]);

impl NumberSet {
    /// The empty set.
    pub fn new() -> Self {
        Self([0; 1024])
    }

    /// Adds `number`. `false` if it was there.
    pub fn insert(&mut self, number: u16) -> bool {
        let (word, bit) = Self::place(number);
        let new = self.0[word] & bit == 0;
        self.0[word] |= bit;
        new
    }

    /// Whether `number` is there.
    pub fn contains(&self, number: u16) -> bool {
        let (word, bit) = Self::place(number);
        self.0[word] & bit != 0
    }

    fn place(number: u16) -> (usize, u64) {
        (usize::from(number >> 6), 1 << (number & 63))
    }
}

//! Choices made by the bytes of an input.

/// The bytes of an input, taken one after another. Once they have run out, every byte is zero, so
/// that every input is a case and a short input is a simple case.
#[derive(Debug)]
pub struct Bytes<'a>(pub &'a [u8]);

impl Bytes<'_> {
    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// The next two bytes, the higher one first.
    pub fn short(&mut self) -> u16 {
        u16::from_be_bytes([self.byte(), self.byte()])
    }

    /// The next four bytes, the highest one first.
    pub fn word(&mut self) -> u32 {
        u32::from_be_bytes(core::array::from_fn(|_| self.byte()))
    }

    /// The next eight bytes, the highest one first.
    pub fn long(&mut self) -> i64 {
        i64::from_be_bytes(core::array::from_fn(|_| self.byte()))
    }
}

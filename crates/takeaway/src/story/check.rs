//! The checks that tell whether records are as they were written.

/// The bytes of one check.
pub(super) const LENGTH: usize = 4;

/// FNV-1a of 32 bits.
pub(super) struct Check(u32);

impl Check {
    /// The check of a story that has a number of chapters, before its first record.
    pub(super) fn of(count: u8) -> Self {
        let mut check = Self(0x811c_9dc5);
        check.add(&[count]);
        check
    }

    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.0 = bytes
            .iter()
            .fold(self.0, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    }

    pub(super) fn bytes(&self) -> [u8; LENGTH] {
        self.0.to_le_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_published_function() {
        let mut check = Check::of(b'f');
        check.add(b"oobar");
        assert_eq!(check.0, 0xbf9c_f968);
    }
}

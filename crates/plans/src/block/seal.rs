//! The version and the checksum that stand in front of a block.

use super::damage::Damage;
use super::reader::number;

/// The version of the format. Each change of what is written, or of its order, takes the next one.
pub const VERSION: u32 = 8;

/// How many entries stand in front of the others: the version and the checksum.
pub(super) const SEAL: usize = 2;

/// Puts the version and the checksum in front of entries.
#[must_use]
pub fn seal(entries: Vec<String>) -> Vec<String> {
    let version = VERSION.to_string();
    let checksum = checksum(&version, &entries).iter().map(|digit| char::from(*digit)).collect();
    [version, checksum].into_iter().chain(entries).collect()
}

/// The entries of a block after its version and its checksum.
pub(super) fn open(block: Vec<String>) -> Result<std::vec::IntoIter<String>, Damage> {
    let mut entries = block.into_iter();
    let (Some(version), Some(given)) = (entries.next(), entries.next()) else {
        return Err(Damage::NotABlock);
    };
    match number(&version) {
        None => Err(Damage::NotABlock),
        Some(found) if found != VERSION => Err(Damage::OtherVersion { found, expected: VERSION }),
        Some(_) if given.as_bytes() != checksum(&version, entries.as_slice()) => {
            Err(Damage::Checksum)
        }
        Some(_) => Ok(entries),
    }
}

/// FNV-1a of 64 bits over the length and the bytes of each entry, in 16 hexadecimal digits. The
/// lengths make it notice a boundary between two entries that has moved.
fn checksum(version: &str, entries: &[String]) -> [u8; 16] {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    for entry in [version].into_iter().chain(entries.iter().map(String::as_str)) {
        (entry.len() as u64).to_le_bytes().into_iter().chain(entry.bytes()).for_each(&mut add);
    }
    let mut digits = [0; 16];
    for digit in digits.iter_mut().rev() {
        *digit = match (hash & 15) as u8 {
            small @ 0..=9 => b'0' + small,
            large => b'a' + large - 10,
        };
        hash >>= 4;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The checksum of bytes alone, to compare it with published values.
    fn digits(entries: &[&str]) -> String {
        let entries: Vec<String> = entries.iter().map(ToString::to_string).collect();
        seal(entries).swap_remove(1)
    }

    #[test]
    fn a_checksum_has_sixteen_digits_and_notices_every_change() {
        let all = [&["a", "bc"][..], &["ab", "c"], &["abc"], &["a", "bc", ""], &["bc", "a"], &[]];
        let all = all.map(digits);
        for (place, one) in all.iter().enumerate() {
            assert_eq!(one.len(), 16, "{one}");
            assert!(all.iter().skip(place + 1).all(|other| one != other), "{all:?}");
        }
        // FNV-1a of the version alone: its length in eight bytes, then its digits.
        let version = VERSION.to_string();
        let length = (version.len() as u64).to_le_bytes();
        let bytes = length.iter().chain(version.as_bytes());
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        assert_eq!(digits(&[]), format!("{hash:016x}"));
    }

    #[test]
    fn what_is_no_block_or_another_version_is_told_apart() {
        let open = |entries: &[&str]| {
            open(entries.iter().map(ToString::to_string).collect()).map(|rest| rest.count())
        };
        for entries in
            [&[] as &[&str], &["1"], &["", ""], &["one", "0"], &["+1", "0"], &["01", "0"]]
        {
            assert_eq!(open(entries), Err(Damage::NotABlock), "{entries:?}");
        }
        let (this, next) = (VERSION.to_string(), (VERSION + 1).to_string());
        let other = Damage::OtherVersion { found: VERSION + 1, expected: VERSION };
        assert_eq!(open(&[&next, "0"]), Err(other));
        assert_eq!(open(&[&this, "0"]), Err(Damage::Checksum));
    }
}

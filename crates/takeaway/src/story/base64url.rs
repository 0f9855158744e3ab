//! Base64url: six bits a character, in characters that mean nothing in a link.
//!
//! Libraries refuse a value that was cut, or that something was glued to.

const CHARACTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes bytes, without padding.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0, |bits: u32, byte| bits << 8 | u32::from(*byte));
        let bits = bits << (8 * (3 - group.len()));
        for place in 0..=group.len() {
            let six = bits >> (18 - 6 * place) & 63;
            text.extend(CHARACTERS.get(six as usize).map(|character| char::from(*character)));
        }
    }
    text
}

/// Reads bytes up to the first character that is not of base64url: padding, or what was glued on.
/// Bits that fill no byte are left out.
pub(super) fn decode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0_u32);
    for character in text.bytes() {
        let Some(six) = CHARACTERS.iter().position(|known| *known == character) else { break };
        bits = bits << 6 | six as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str) {
        assert_eq!(encode(bytes), text);
        assert_eq!(decode(text), bytes, "{text}");
    }

    #[test]
    fn bytes_are_written_as_the_standard_says() {
        check(b"", "");
        check(b"f", "Zg");
        check(b"fo", "Zm8");
        check(b"foo", "Zm9v");
        check(b"foob", "Zm9vYg");
        check(&[0xfb, 0xff, 0xfe], "-__-");
    }

    #[test]
    fn what_is_no_whole_byte_or_no_base64url_is_left_out() {
        assert_eq!(decode("Zm9vY"), b"foo");
        assert_eq!(decode("Zm9vYg=="), b"foob");
        assert_eq!(decode("Zm9v.Zm9v"), b"foo");
        assert_eq!(decode("Zm9v+/é"), b"foo");
    }
}

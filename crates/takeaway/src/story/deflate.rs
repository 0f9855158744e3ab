//! Deflate with a preset dictionary.

use miniz_oxide::DataFormat;
use miniz_oxide::deflate::core::{
    CompressionStrategy, CompressorOxide, TDEFLFlush, compress_to_output,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// What a text may repeat from its beginning on: what queries mostly consist of, the most frequent
/// last, where it is nearest. It is a part of version 1 of the format and never changes.
pub const DICTIONARY: &str = "\
    &holidays=2026-12-25,2027-01-01&within=PT4H&target=&region=japan&zone=Asia/Tokyo\
    &region=apac&zone=Asia/Singapore&region=americas&zone=America/New_York&zone=America/Los_Angeles\
    &zone=Europe/Paris&zone=Europe/Berlin&zone=Europe/London\
    &by=2026-&need=case-reviews,event-management\tplans=online,business,enterprise,elite\
    &differences=only&mine=business\n\tpriority=p2&region=emea&zone=Europe/Amsterdam&opened=2026-0";

/// The most bytes that are decompressed: more than a story takes whose texts are all as long as
/// they may be, so that only what no page wrote is refused.
const MOST_BYTES: usize = 256 * 1024;

/// How the decompression of a text ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// With the end of the text.
    Whole,
    /// With the end of the bytes, before that of the text.
    Cut,
    /// With bytes that cannot be read, or a text that is longer than any story.
    Broken,
}

/// Compresses a text.
///
/// The compressor reads the dictionary first, so that it can repeat it. What it writes of that ends
/// with a whole byte and is thrown away.
pub(super) fn compress(text: &str) -> Vec<u8> {
    let mut compressor =
        CompressorOxide::with_params(DataFormat::Raw, 10, CompressionStrategy::Default, 15);
    compress_to_output(&mut compressor, DICTIONARY.as_bytes(), TDEFLFlush::Sync, |_| true);
    let mut compressed = Vec::new();
    compress_to_output(&mut compressor, text.as_bytes(), TDEFLFlush::Finish, |bytes| {
        compressed.extend_from_slice(bytes);
        true
    });
    compressed
}

/// Decompresses as much of a text as can be read, in bounded memory. Bytes after its end are
/// ignored.
pub(super) fn decompress_some(compressed: &[u8]) -> (Vec<u8>, Ending) {
    let start = DICTIONARY.len();
    let mut text = DICTIONARY.as_bytes().to_vec();
    text.resize(start + MOST_BYTES, 0);
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let mut decompressor = Box::<DecompressorOxide>::default();
    let (status, _, length) = decompress(&mut decompressor, compressed, &mut text, start, flags);
    text.truncate(start + length);
    text.drain(..start);
    let ending = match status {
        TINFLStatus::Done => Ending::Whole,
        TINFLStatus::NeedsMoreInput | TINFLStatus::FailedCannotMakeProgress => Ending::Cut,
        _ => Ending::Broken,
    };
    (text, ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_comes_back_and_bytes_after_it_are_ignored() {
        for text in ["", "a", DICTIONARY, &"priority=p3&".repeat(9_000)] {
            let mut compressed = compress(text);
            compressed.extend(b"and more");
            assert_eq!(decompress_some(&compressed), (text.as_bytes().to_vec(), Ending::Whole));
        }
    }

    #[test]
    fn the_dictionary_need_not_be_written() {
        assert!(compress("\tpriority=p2&region=emea&zone=Europe/Amsterdam").len() < 8);
    }

    #[test]
    fn the_beginning_of_a_text_is_read_as_far_as_it_goes() {
        let text = "Vrijdagavond, vlak voor de klok verspringt: wie antwoordt nog?";
        let compressed = compress(text);
        for length in 0..compressed.len() {
            let (some, ending) = decompress_some(compressed.split_at(length).0);
            assert!(text.as_bytes().starts_with(&some), "{length}");
            assert_eq!(ending, Ending::Cut, "{length}");
        }
    }

    #[test]
    fn a_text_that_is_longer_than_any_story_is_refused() {
        let bomb = compress(&"\n".repeat(64 * MOST_BYTES));
        let (some, ending) = decompress_some(&bomb);
        assert_eq!((some.len(), ending), (MOST_BYTES, Ending::Broken));
        assert!(some.capacity() < 2 * MOST_BYTES);
    }
}

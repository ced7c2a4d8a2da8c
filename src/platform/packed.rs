//! Text packed for its way to the reader.

use bytes::Bytes;

/// Brotli's level. At 9 pages are half a hundredth smaller, but each that is packed takes 42 MB for a moment in place of 15, and
/// twice as long.
const BROTLI: u32 = 7;

/// The level for what is packed once and given for ever: a tenth smaller, and forty times slower.
const SMALLEST: u32 = 11;

/// A text as brotli.
pub fn brotli(plain: &[u8]) -> Bytes {
    at_level(plain, BROTLI)
}

/// A text that never changes, as brotli.
pub fn brotli_for_ever(plain: &[u8]) -> Bytes {
    at_level(plain, SMALLEST)
}

fn at_level(plain: &[u8], level: u32) -> Bytes {
    use std::io::Write;
    let mut packed = Vec::with_capacity(plain.len() / 3);
    {
        let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, level, window(plain.len()));
        // Writing into memory cannot fail; were it to, the reader would get an empty page and not a wrong one.
        let _ = writer.write_all(plain);
    }
    Bytes::from(packed)
}

/// How far back the packing looks, as a power of two: over the whole text. More would take memory and give nothing.
fn window(length: usize) -> u32 {
    length.checked_ilog2().map_or(16, |bits| bits + 1).clamp(16, 22)
}

/// A text as gzip.
pub fn gzip(plain: &[u8]) -> Bytes {
    use std::io::Write;
    let mut writer = flate2::write::GzEncoder::new(Vec::with_capacity(plain.len() / 3), flate2::Compression::new(6));
    let _ = writer.write_all(plain);
    Bytes::from(writer.finish().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_holds_the_whole_text() {
        assert_eq!([0, 1, 40_000, 65_536, 200_000, usize::MAX].map(window), [16, 16, 16, 17, 18, 22]);
    }

    #[test]
    fn what_is_packed_unpacks_to_the_same() {
        use std::io::Read;
        let text = "សំឡេង ".repeat(1000);
        let mut unpacked = String::new();
        brotli::Decompressor::new(&brotli(text.as_bytes())[..], 4096).read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);
        unpacked.clear();
        flate2::read::GzDecoder::new(&gzip(text.as_bytes())[..]).read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);
    }
}

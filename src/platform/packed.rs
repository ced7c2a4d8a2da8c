//! Text packed for its way to the reader.

use bytes::Bytes;

/// Brotli's level: beyond it pages shrink by less than a hundredth and take several times longer.
const BROTLI: u32 = 9;

/// A text as brotli.
pub fn brotli(plain: &[u8]) -> Bytes {
    use std::io::Write;
    let mut packed = Vec::with_capacity(plain.len() / 3);
    {
        let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, BROTLI, 22);
        // Writing into memory cannot fail; were it to, the reader would get an empty page and not a wrong one.
        let _ = writer.write_all(plain);
    }
    Bytes::from(packed)
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

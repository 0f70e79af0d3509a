//! Which way up a picture is: all that is ever kept of an Exif block (CIPA DC-008, 4.6.4; TIFF 6.0, section 8).

/// Most bytes of an Exif block that are looked at.
pub(super) const MOST: usize = 1024 * 1024;

/// Most entries of its first directory that are looked at.
const MOST_ENTRIES: usize = 1_000;

/// The orientation that a block gives, 2 to 8. `None` for upright, and where it gives none.
#[must_use]
pub(super) fn read(block: &[u8]) -> Option<u8> {
    let tiff = block.strip_prefix(b"Exif\0\0").unwrap_or(block);
    let big = match tiff.first_chunk()? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let short = |bytes: &[u8]| -> Option<u16> {
        let bytes = *bytes.first_chunk()?;
        Some(if big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let offset = *tiff.get(4..)?.first_chunk()?;
    let offset = if big { u32::from_be_bytes(offset) } else { u32::from_le_bytes(offset) };
    let directory = tiff.get(usize::try_from(offset).ok()?..)?;
    let count = usize::from(short(directory)?).min(MOST_ENTRIES);
    let mut entries = directory.get(2..)?.chunks_exact(12).take(count);
    let entry = entries.find(|entry| short(entry) == Some(0x0112))?;
    // One number of two bytes.
    let value = short(entry.get(8..)?).filter(|_| short(entry.get(2..).unwrap_or_default()) == Some(3))?;
    u8::try_from(value).ok().filter(|value| (2..=8).contains(value))
}

/// The block that says this and nothing else.
#[must_use]
pub(super) fn block(orientation: u8) -> [u8; 26] {
    let mut block = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    block[19] = orientation;
    block
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_and_upright_is_nothing() {
        for value in 2..=8 {
            assert_eq!(read(&block(value)), Some(value));
            assert_eq!(read(&[b"Exif\0\0", &block(value)[..]].concat()), Some(value));
        }
        assert_eq!(read(&block(1)), None);
        assert_eq!(read(&block(9)), None);
        let little = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        assert_eq!(read(little), Some(6));
        for at in 0..little.len() {
            let _ = read(&little[..at]);
        }
    }
}

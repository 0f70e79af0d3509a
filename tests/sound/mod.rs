//! The simplest file that scrubbing keeps to the byte: a WAV of one channel, 8 bits, whose samples are any bytes.

/// The 44 bytes before `length` samples.
pub(crate) fn head(length: u32) -> Vec<u8> {
    let mut head = b"RIFF".to_vec();
    head.extend((36 + length + length % 2).to_le_bytes());
    head.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    head.extend([8000_u32.to_le_bytes(), 8000_u32.to_le_bytes()].concat());
    head.extend(b"\x01\0\x08\0data");
    head.extend(length.to_le_bytes());
    head
}

/// A whole file.
pub(crate) fn wav(samples: &[u8]) -> Vec<u8> {
    let length = u32::try_from(samples.len()).unwrap();
    let mut file = [head(length), samples.to_vec()].concat();
    // RIFF chunks begin at even places.
    file.resize(file.len().next_multiple_of(2), 0);
    file
}

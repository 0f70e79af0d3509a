//! Matroska made byte by byte: sound of 16 bits at 8 kHz, and whatever a test puts around it.

/// An element.
pub fn element(id: u32, body: &[u8]) -> Vec<u8> {
    let mut out: Vec<u8> = id.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
    out.extend((body.len() as u64 | 1 << 56).to_be_bytes());
    out.extend_from_slice(body);
    out
}

/// An element that does not tell its size.
pub fn endless(id: u32, body: &[u8]) -> Vec<u8> {
    let mut out: Vec<u8> = id.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
    out.extend([1, 255, 255, 255, 255, 255, 255, 255]);
    out.extend_from_slice(body);
    out
}

/// Elements one after the other.
pub fn all(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

/// The header of a doc type.
pub fn header(doc_type: &str) -> Vec<u8> {
    element(0x1a45_dfa3, &all(&[&element(0x4286, &[1]), &element(0x4282, doc_type.as_bytes())]))
}

/// A clock of milliseconds.
pub fn info(more: &[u8]) -> Vec<u8> {
    element(0x1549_a966, &all(&[&element(0x2a_d7b1, &[0x0f, 0x42, 0x40]), more]))
}

/// One track of sound, number 7.
pub fn tracks(more: &[u8]) -> Vec<u8> {
    let audio = all(&[&element(0xb5, &8000_f32.to_be_bytes()), &element(0x9f, &[1]), &element(0x6264, &[16])]);
    let entry = all(&[
        &element(0xd7, &[7]),
        &element(0x73c5, &[0xab, 0xcd, 0xef]),
        &element(0x83, &[2]),
        &element(0x86, b"A_PCM/INT/LIT"),
        &element(0xe1, &audio),
        more,
    ]);
    element(0x1654_ae6b, &element(0xae, &entry))
}

/// A frame of so many bytes that sounds like no other.
pub fn frame(seed: u8, bytes: usize) -> Vec<u8> {
    (0..bytes).map(|place| seed.wrapping_mul(31).wrapping_add(u8::try_from(place % 251).unwrap())).collect()
}

/// A block of track 7 with these flags, `time` milliseconds into its cluster.
pub fn block(time: i16, flags: u8, body: &[u8]) -> Vec<u8> {
    all(&[&[0x87], &time.to_be_bytes(), &[flags], body])
}

/// A simple block that is a key frame.
pub fn simple(time: i16, body: &[u8]) -> Vec<u8> {
    element(0xa3, &block(time, 0x80, body))
}

/// What is in a cluster at this time.
pub fn at(time: u32, blocks: &[u8]) -> Vec<u8> {
    all(&[&element(0xe7, &time.to_be_bytes()), blocks])
}

/// A cluster at this time.
pub fn cluster(time: u32, blocks: &[u8]) -> Vec<u8> {
    element(0x1f43_b675, &at(time, blocks))
}

/// A film of these parts.
pub fn film(parts: &[&[u8]]) -> Vec<u8> {
    all(&[&header("matroska"), &element(0x1853_8067, &all(parts))])
}

/// A plain film of four frames in two clusters.
pub fn plain() -> Vec<u8> {
    let blocks = |seed| all(&[&simple(0, &frame(seed, 160)), &simple(10, &frame(seed + 1, 160))]);
    film(&[&info(&[]), &tracks(&[]), &cluster(0, &blocks(1)), &cluster(1000, &blocks(3))])
}

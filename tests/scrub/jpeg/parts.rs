//! A JPEG taken apart and put together again, byte for byte.

/// A segment; a scan with the coded data behind it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) marker: u8,
    pub(crate) body: Vec<u8>,
    pub(crate) coded: Vec<u8>,
}

pub(crate) fn part(marker: u8, body: &[u8]) -> Part {
    Part { marker, body: body.to_vec(), coded: Vec::new() }
}

/// The parts between SOI and EOI.
pub(crate) fn split(jpeg: &[u8]) -> Vec<Part> {
    let (mut parts, mut at) = (Vec::new(), 2);
    while jpeg[at + 1] != 0xd9 {
        assert_eq!(jpeg[at], 0xff);
        let length = usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
        let mut part = part(jpeg[at + 1], &jpeg[at + 4..at + 2 + length]);
        at += 2 + length;
        if part.marker == 0xda {
            let marks = |at: &usize| jpeg[*at] == 0xff && !matches!(jpeg[at + 1], 0 | 0xd0..=0xd7);
            let end = (at..jpeg.len() - 1).find(marks).unwrap();
            part.coded = jpeg[at..end].to_vec();
            at = end;
        }
        parts.push(part);
    }
    parts
}

/// SOI, the parts, EOI.
pub(crate) fn join(parts: &[Part]) -> Vec<u8> {
    let mut jpeg = vec![0xff, 0xd8];
    for part in parts {
        let length = u16::try_from(part.body.len() + 2).unwrap();
        jpeg.extend([0xff, part.marker]);
        jpeg.extend(length.to_be_bytes());
        jpeg.extend(&part.body);
        jpeg.extend(&part.coded);
    }
    jpeg.extend([0xff, 0xd9]);
    jpeg
}

/// The markers in order.
pub(crate) fn markers(jpeg: &[u8]) -> Vec<u8> {
    split(jpeg).iter().map(|part| part.marker).collect()
}

/// Each scan's coded data with `slack` before the marker that ends it, and before each restart marker.
pub(crate) fn slack(parts: &mut [Part], slack: &[u8]) {
    for part in parts.iter_mut().filter(|part| part.marker == 0xda) {
        let mut coded = Vec::new();
        for (at, byte) in part.coded.iter().enumerate() {
            if *byte == 0xff && part.coded[at + 1] != 0 {
                coded.extend(slack);
            }
            coded.push(*byte);
        }
        coded.extend(slack);
        part.coded = coded;
    }
}

//! Pages taken apart and put together again, with checksums by a second hand.

#[derive(Clone)]
pub struct Page {
    pub flags: u8,
    pub granule: u64,
    pub serial: u32,
    pub number: u32,
    pub segments: Vec<u8>,
    pub body: Vec<u8>,
}

/// The pages of a file that is whole.
pub fn pages(bytes: &[u8]) -> Vec<Page> {
    let (mut pages, mut at) = (Vec::new(), 0);
    while at + 27 <= bytes.len() && bytes[at..].starts_with(b"OggS") {
        let count = usize::from(bytes[at + 26]);
        let segments = bytes[at + 27..at + 27 + count].to_vec();
        let start = at + 27 + count;
        let end = start + segments.iter().map(|segment| usize::from(*segment)).sum::<usize>();
        pages.push(Page {
            flags: bytes[at + 5],
            granule: u64::from_le_bytes(bytes[at + 6..at + 14].try_into().unwrap()),
            serial: u32::from_le_bytes(bytes[at + 14..at + 18].try_into().unwrap()),
            number: u32::from_le_bytes(bytes[at + 18..at + 22].try_into().unwrap()),
            segments,
            body: bytes[start..end].to_vec(),
        });
        at = end;
    }
    pages
}

/// Packets on a page of their own.
pub fn page(serial: u32, number: u32, flags: u8, granule: u64, packets: &[&[u8]]) -> Page {
    let mut segments = Vec::new();
    for packet in packets {
        segments.extend(std::iter::repeat_n(255, packet.len() / 255));
        segments.push(u8::try_from(packet.len() % 255).unwrap());
    }
    Page { flags, granule, serial, number, segments, body: packets.concat() }
}

/// The pages as a file.
pub fn file(pages: &[Page]) -> Vec<u8> {
    let mut file = Vec::new();
    for page in pages {
        let at = file.len();
        file.extend_from_slice(b"OggS\0");
        file.push(page.flags);
        file.extend_from_slice(&page.granule.to_le_bytes());
        file.extend_from_slice(&page.serial.to_le_bytes());
        file.extend_from_slice(&page.number.to_le_bytes());
        file.extend_from_slice(&[0; 4]);
        file.push(u8::try_from(page.segments.len()).unwrap());
        file.extend_from_slice(&page.segments);
        file.extend_from_slice(&page.body);
        let sum = file[at..].iter().fold(0_u32, |sum, byte| {
            (0..8).fold(
                sum ^ u32::from(*byte) << 24,
                |sum, _| if sum >> 31 == 1 { sum << 1 ^ 0x04c1_1db7 } else { sum << 1 },
            )
        });
        file[at + 22..at + 26].copy_from_slice(&sum.to_le_bytes());
    }
    file
}

/// A stream's second packet, with a vendor and one comment.
pub fn comment(lead: &[u8], trail: &[u8]) -> Vec<u8> {
    let word = crate::house::CANARY.as_bytes();
    let length = u32::try_from(word.len()).unwrap().to_le_bytes();
    [
        lead,
        &length[..],
        word,
        &1_u32.to_le_bytes()[..],
        &(u32::try_from(word.len() + 2).unwrap()).to_le_bytes()[..],
        b"A=",
        word,
        trail,
    ]
    .concat()
}

/// Opus with packets as they are given, one on a page.
pub fn opus(packets: &[&[u8]]) -> Vec<Page> {
    let head = b"OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0";
    let mut pages = vec![page(77, 0, 2, 0, &[head]), page(77, 1, 0, 0, &[b"OpusTags\0\0\0\0\0\0\0\0"])];
    for (number, packet) in (2..).zip(packets) {
        pages.push(page(77, number, 0, u64::from(number - 1) * 960, &[packet]));
    }
    pages
}

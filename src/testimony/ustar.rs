//! Reads and writes one header block of a POSIX tar (IEEE 1003.1, "ustar Interchange Format"), strictly.
//!
//! Bundles and envelopes hold regular files alone. What else a tar can say (links, devices, long names, sparse files,
//! extensions) is refused here, so that no reader after this one has to think of it.

use std::io;

/// Bytes of a block.
pub const BLOCK: usize = 512;

/// What comes after the last file: the mark that ends an archive.
pub const END: [u8; 2 * BLOCK] = [0; 2 * BLOCK];

/// No file in a bundle or envelope is larger: 1 PiB.
const LARGEST: u64 = 1 << 50;

/// A block where a header belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A regular file follows.
    File(Header),
    /// All zeros: half of the mark that ends an archive.
    Zeros,
}

/// A regular file's header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// One to 100 characters of `A-Z a-z 0-9 . _ - /`.
    pub name: String,
    /// Length of the content in bytes.
    pub size: u64,
}

/// What is wrong with a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadHeader {
    /// The block's sum is not the one that it states: damage, or no header at all.
    #[error("its checksum is wrong")]
    Checksum,
    /// Another dialect of tar.
    #[error("it is not of the ustar format")]
    Format,
    /// A link, folder, device or extension.
    #[error("it is not a regular file")]
    Kind,
    /// A name with other characters, or of more than 100.
    #[error("its name has characters that no name here has")]
    Name,
    /// No number, or an absurd one.
    #[error("its size is not a number that can be")]
    Size,
}

/// Reads a header block.
pub fn parse(block: &[u8; BLOCK]) -> Result<Block, BadHeader> {
    if block.iter().all(|byte| *byte == 0) {
        return Ok(Block::Zeros);
    }
    let (before, after) = (&block[..148], &block[156..]);
    // The checksum counts its own field as spaces.
    let sum: u64 = before.iter().chain(after).map(|byte| u64::from(*byte)).sum::<u64>() + 8 * u64::from(b' ');
    if octal(&block[148..156]) != Some(sum) {
        return Err(BadHeader::Checksum);
    }
    if &block[257..265] != b"ustar\x0000" {
        return Err(BadHeader::Format);
    }
    let link = &block[157..257];
    let prefix = &block[345..500];
    if block[156] != b'0' || link[0] != 0 || prefix[0] != 0 {
        return Err(BadHeader::Kind);
    }
    let name = name(&block[..100]).ok_or(BadHeader::Name)?;
    let size = size(&block[124..136]).filter(|size| *size <= LARGEST).ok_or(BadHeader::Size)?;
    Ok(Block::File(Header { name, size }))
}

/// The header block of a regular file of `size` bytes, without an owner or a time.
pub fn header(name: &str, size: u64) -> io::Result<[u8; BLOCK]> {
    let mut header = tar::Header::new_ustar();
    header.set_path(name)?;
    header.set_size(size);
    header.set_mode(0o600);
    header.set_uid(0);
    header.set_gid(0);
    header.set_mtime(0);
    header.set_entry_type(tar::EntryType::Regular);
    header.set_cksum();
    Ok(*header.as_bytes())
}

/// The zeros between the end of `size` bytes of content and the next block.
#[must_use]
pub fn padding(size: u64) -> &'static [u8] {
    let rest = usize::try_from(in_blocks(size) - size).unwrap_or(0);
    &END[..rest]
}

/// How many bytes `size` bytes of content take in whole blocks.
#[must_use]
pub fn in_blocks(size: u64) -> u64 {
    size.saturating_add(BLOCK as u64 - 1) / BLOCK as u64 * BLOCK as u64
}

fn name(field: &[u8]) -> Option<String> {
    let length = field.iter().position(|byte| *byte == 0).unwrap_or(field.len());
    let (name, rest) = field.split_at(length);
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"._-/".contains(byte);
    let sound = !name.is_empty() && name.iter().all(plain) && rest.iter().all(|byte| *byte == 0);
    sound.then(|| name.iter().map(|byte| char::from(*byte)).collect())
}

fn size(field: &[u8]) -> Option<u64> {
    // From 8 GiB on, eleven octal digits are too few: a set top bit means that the rest is binary.
    if field[0] == 0x80 {
        let (high, low) = field[1..].split_at(3);
        let low: [u8; 8] = low.try_into().ok()?;
        return high.iter().all(|byte| *byte == 0).then(|| u64::from_be_bytes(low));
    }
    octal(field)
}

/// Octal digits, then spaces and NULs to the field's end.
fn octal(field: &[u8]) -> Option<u64> {
    let digits = field.iter().take_while(|byte| (b'0'..=b'7').contains(*byte)).count();
    let (digits, rest) = field.split_at(digits);
    if digits.is_empty() || rest.iter().any(|byte| *byte != 0 && *byte != b' ') {
        return None;
    }
    digits.iter().try_fold(0_u64, |sum, digit| sum.checked_mul(8)?.checked_add(u64::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn header(kind: tar::EntryType, size: u64) -> tar::Header {
        let mut header = tar::Header::new_ustar();
        header.set_path("attachments/01.jpg").unwrap();
        header.set_size(size);
        header.set_entry_type(kind);
        header.set_cksum();
        header
    }

    #[test]
    fn anything_but_a_regular_file_is_refused() {
        for kind in [tar::EntryType::Symlink, tar::EntryType::Link, tar::EntryType::Directory, tar::EntryType::XHeader]
        {
            assert_eq!(parse(header(kind, 0).as_bytes()), Err(BadHeader::Kind));
        }
        let mut gnu = tar::Header::new_gnu();
        gnu.set_size(0);
        gnu.set_cksum();
        assert_eq!(parse(gnu.as_bytes()), Err(BadHeader::Format));
        let mut named = header(tar::EntryType::Regular, 0);
        named.as_mut_bytes()[0] = 0x1b;
        named.set_cksum();
        assert_eq!(parse(named.as_bytes()), Err(BadHeader::Name));
    }

    proptest! {
        #[test]
        fn reads_what_the_writers_write(size in prop_oneof![0..1_u64 << 34, 0..=LARGEST]) {
            let name = "attachments/01.jpg".to_owned();
            let ours = super::header(&name, size).unwrap();
            prop_assert_eq!(parse(&ours), Ok(Block::File(Header { name: name.clone(), size })));
            prop_assert_eq!(size + padding(size).len() as u64, in_blocks(size));
            let read = parse(header(tar::EntryType::Regular, size).as_bytes());
            prop_assert_eq!(read, Ok(Block::File(Header { name, size })));
        }

        #[test]
        fn one_changed_byte_never_passes(place in 0_usize..BLOCK, change in 1_u8..) {
            let mut header = header(tar::EntryType::Regular, 1000);
            header.as_mut_bytes()[place] ^= change;
            // In the checksum's own field, other padding can spell the same number.
            prop_assert!(parse(header.as_bytes()).is_err() || (148..156).contains(&place));
        }

        #[test]
        fn no_block_makes_it_panic(bytes in proptest::collection::vec(any::<u8>(), BLOCK)) {
            let mut block = [0; BLOCK];
            block.copy_from_slice(&bytes);
            let _ = parse(&block);
            let header = tar::Header::from_byte_slice(&block).clone();
            let mut header = header;
            header.set_cksum();
            let _ = parse(header.as_bytes());
        }
    }
}

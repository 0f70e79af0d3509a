//! A strict walk over the entries of a bundle's tar. It seeks over content and holds one block.

use std::io::{self, Read, Seek, SeekFrom};

use crate::testimony::ustar::{self, BLOCK, BadHeader, Block};

/// One regular file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// As [`ustar::Header::name`] allows it.
    pub name: String,
    /// Where the content begins, in bytes from the bundle's start.
    pub offset: u64,
    /// Length of the content in bytes, as its header states it.
    pub size: u64,
    /// False when the bundle ends before the content does. Nothing follows then.
    pub whole: bool,
}

/// Why a walk stumbles. After [`WalkError::Header`] it goes on at the next header that is sound.
#[derive(Debug, thiserror::Error)]
pub enum WalkError {
    /// The disk failed.
    #[error("the bundle could not be read")]
    Io(#[from] io::Error),
    /// The bundle ends without the mark that ends an archive.
    #[error("the bundle ends at byte {at}, before its end mark: it was cut short")]
    Truncated {
        /// The bundle's length in bytes.
        at: u64,
    },
    /// No sound header stands where one belongs.
    #[error("the tar header at byte {at} is not sound: {why}")]
    Header {
        /// Bytes from the bundle's start.
        at: u64,
        /// What is wrong with it.
        why: BadHeader,
    },
    /// Something stands between a file's end and the next block.
    #[error("there are bytes before byte {at} that belong to no file")]
    Padding {
        /// Bytes from the bundle's start.
        at: u64,
    },
    /// Something follows the mark that ends an archive.
    #[error("there are bytes after the bundle's end mark")]
    Trailing,
}

/// The walk. Ends after the end mark, or where the bundle does.
pub struct Walk<R> {
    input: R,
    /// Where the last content ended; `pad` bytes of zeros come before the next header.
    at: u64,
    pad: usize,
    length: u64,
    over: bool,
    /// Looking for the next sound header, block by block.
    lost: bool,
}

impl<R: Read + Seek> Walk<R> {
    /// Starts at the first byte.
    pub fn begin(mut input: R) -> io::Result<Self> {
        let length = input.seek(SeekFrom::End(0))?;
        Ok(Self { input, at: 0, pad: 0, length, over: false, lost: false })
    }

    /// The bundle's length in bytes.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The content of a file that is whole, all of it in memory: whoever calls has looked at its size.
    pub fn content(&mut self, found: &Found) -> io::Result<Vec<u8>> {
        let size = usize::try_from(found.size).map_err(|_| io::ErrorKind::InvalidInput)?;
        self.input.seek(SeekFrom::Start(found.offset))?;
        let mut bytes = vec![0; size];
        self.input.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// Goes on at the first sound header at or after `offset`, because the last header is not to be trusted.
    pub fn search_from(&mut self, offset: u64) {
        self.at = offset;
        self.pad = 0;
        self.lost = true;
        self.over = false;
    }

    /// The next block, and whether the padding before it is zeros. Both come in one read.
    fn block(&mut self) -> io::Result<Option<(bool, [u8; BLOCK])>> {
        let mut bytes = [0; 2 * BLOCK];
        let bytes = &mut bytes[..self.pad + BLOCK];
        if self.length.saturating_sub(self.at) < bytes.len() as u64 {
            return Ok(None);
        }
        self.input.seek(SeekFrom::Start(self.at))?;
        self.input.read_exact(bytes)?;
        self.at += bytes.len() as u64;
        let (pad, rest) = bytes.split_at(self.pad);
        self.pad = 0;
        let mut block = [0; BLOCK];
        block.copy_from_slice(rest);
        Ok(Some((pad.iter().all(|byte| *byte == 0), block)))
    }

    fn step(&mut self) -> Result<Option<Found>, WalkError> {
        loop {
            let at = self.at + self.pad as u64;
            let Some((clean, block)) = self.block()? else {
                self.over = true;
                // While lost, the end was reported with whatever made the walk lose its way.
                return if self.lost { Ok(None) } else { Err(WalkError::Truncated { at: self.length }) };
            };
            if !clean {
                // The header is read again by the next step.
                self.at = at;
                return Err(WalkError::Padding { at });
            }
            match ustar::parse(&block) {
                Ok(Block::File(header)) => {
                    self.lost = false;
                    let left = self.length - self.at;
                    let found =
                        Found { name: header.name, offset: self.at, size: header.size, whole: header.size <= left };
                    self.at = self.at.saturating_add(header.size);
                    self.pad = usize::try_from(ustar::in_blocks(header.size) - header.size).unwrap_or(0);
                    self.over = !found.whole;
                    return Ok(Some(found));
                }
                Ok(Block::Zeros) if !self.lost => {
                    self.over = true;
                    return self.end().map(|()| None);
                }
                Err(why) if !self.lost => {
                    self.lost = true;
                    return Err(WalkError::Header { at, why });
                }
                Ok(Block::Zeros) | Err(_) => {}
            }
        }
    }

    /// One block of zeros was read: another one must follow, and then nothing but zeros.
    fn end(&mut self) -> Result<(), WalkError> {
        let at = self.length;
        match self.block()? {
            None => return Err(WalkError::Truncated { at }),
            Some((_, block)) if block.iter().any(|byte| *byte != 0) => return Err(WalkError::Trailing),
            Some(_) => {}
        }
        let mut rest = vec![0; 64 * 1024];
        loop {
            match self.input.read(&mut rest)? {
                0 => return Ok(()),
                n if rest[..n].iter().any(|byte| *byte != 0) => return Err(WalkError::Trailing),
                _ => {}
            }
        }
    }
}

impl<R: Read + Seek> Iterator for Walk<R> {
    type Item = Result<Found, WalkError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let step = self.step();
        self.over |= matches!(step, Err(WalkError::Io(_)));
        step.transpose()
    }
}

//! A block: frames of one track, by their places. RFC 9559, sections 10.2 and 10.3.
//!
//! The frames' sizes are told in one way for each block: not at all for one frame, not one by one where all are equal,
//! and by their differences otherwise.

use super::{Refusal, Source, element, frame::Frame, write};

/// Most frames in a block.
const MOST_FRAMES: usize = 256;
/// Longest head of a block in bytes: track, time, flags and 256 sizes.
const MOST_HEAD: usize = 8 + 2 + 1 + 1 + 256 * 256;
/// Flags that say something: key frame, not shown, may be dropped.
const KEY: u8 = 0x80;
const INVISIBLE: u8 = 0x08;
const DISCARDABLE: u8 = 0x01;

/// A block in the source.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// Number of its track in the source.
    pub track: u64,
    /// In ticks of the track, from its cluster's time on.
    pub time: i16,
    flags: u8,
    /// Bits of the flags that say how the sizes are told.
    lacing: u8,
    pub frames: Vec<Frame>,
}

impl Block {
    /// True for a simple block that can be decoded alone.
    pub(super) fn is_key(&self) -> bool {
        self.flags & KEY != 0
    }

    /// Reads the head of the block at `start..end`; false where it is not what a block must be. `wanted` says whether
    /// a track's frames are asked for.
    pub(super) fn read(
        &mut self,
        source: &mut Source<'_>,
        (start, end): (u64, u64),
        wanted: impl FnOnce(u64) -> bool,
    ) -> Result<bool, Refusal> {
        self.frames.clear();
        source.seek(start);
        let Some(first) = source.peek::<1>()? else { return Ok(false) };
        let width = first[0].leading_zeros() as usize + 1;
        let length = end.saturating_sub(start);
        if width > 8 || length < width as u64 + 3 {
            return Ok(false);
        }
        let mut head = [0; 8 + 3];
        source.read(&mut head[..width + 3])?;
        let Some((track, _)) = element::vint(&head) else { return Ok(false) };
        self.track = track;
        self.time = i16::from_be_bytes([head[width], head[width + 1]]);
        (self.flags, self.lacing) = (head[width + 2], head[width + 2] >> 1 & 3);
        if !wanted(track) {
            return Ok(true);
        }
        let frames = source.position();
        if self.lacing == 0 {
            self.frames.push(Frame { start: frames, size: size(end - frames)? });
            return Ok(true);
        }
        let head = usize::try_from(end - frames).unwrap_or(usize::MAX).min(MOST_HEAD);
        let there = usize::try_from(source.left()).unwrap_or(usize::MAX);
        let window = source.take(head.min(there) as u64, MOST_HEAD)?;
        Ok(self.laced(&window, (frames, end))?.is_some())
    }

    /// Reads the sizes of several frames from the start of `window`.
    fn laced(&mut self, window: &[u8], (at, end): (u64, u64)) -> Result<Option<()>, Refusal> {
        let Some(last) = window.first() else { return Ok(None) };
        let count = usize::from(*last) + 1;
        let mut head = 1;
        let mut sizes = [0_u64; MOST_FRAMES];
        let told = match self.lacing {
            1 => xiph(window, &mut head, &mut sizes[..count - 1]),
            3 => differences(window, &mut head, &mut sizes[..count - 1]),
            _ => Some(()),
        };
        if told.is_none() {
            return Ok(None);
        }
        let whole = end.saturating_sub(at).saturating_sub(head as u64);
        if self.lacing == 2 {
            if !whole.is_multiple_of(count as u64) {
                return Ok(None);
            }
            sizes[..count].fill(whole / count as u64);
        } else {
            let others = sizes[..count - 1].iter().fold(0, |sum: u64, size| sum.saturating_add(*size));
            let Some(rest) = whole.checked_sub(others) else { return Ok(None) };
            sizes[count - 1] = rest;
        }
        let mut start = at + head as u64;
        for told in &sizes[..count] {
            // Frames without bytes would make much out of little.
            if *told > 0 {
                self.frames.push(Frame { start, size: size(*told)? });
            }
            start += *told;
        }
        Ok(if self.frames.is_empty() { None } else { Some(()) })
    }

    /// Writes the head under a track's new number: the frames follow, with these sizes.
    pub(super) fn head(&self, number: u64, simple: bool, sizes: &[u32], out: &mut Vec<u8>) {
        write::vint(number, out);
        out.extend(self.time.to_be_bytes());
        let kept = if simple { KEY | INVISIBLE | DISCARDABLE } else { INVISIBLE };
        let equal = sizes.windows(2).all(|pair| pair[0] == pair[1]);
        let lacing = match sizes.len() {
            0 | 1 => 0,
            _ if equal => 2,
            _ => 3,
        };
        out.push(self.flags & kept | lacing << 1);
        if lacing > 0 {
            // At most 256.
            out.extend((sizes.len() - 1).to_le_bytes().first());
        }
        if lacing == 3 {
            let (first, last) = (sizes.first().copied().unwrap_or(0), sizes.len() - 1);
            write::vint(u64::from(first), out);
            for pair in sizes[..last].windows(2) {
                difference(i64::from(pair[1]) - i64::from(pair[0]), out);
            }
        }
    }
}

fn size(bytes: u64) -> Result<u32, Refusal> {
    u32::try_from(bytes).map_err(|_| Refusal::Large)
}

/// Sizes as sums of bytes up to one that is not 255.
fn xiph(window: &[u8], head: &mut usize, sizes: &mut [u64]) -> Option<()> {
    for size in sizes {
        loop {
            let byte = *window.get(*head)?;
            *head += 1;
            *size += u64::from(byte);
            if byte != 255 {
                break;
            }
        }
    }
    Some(())
}

/// The first size, then how much each is more than the one before.
fn differences(window: &[u8], head: &mut usize, sizes: &mut [u64]) -> Option<()> {
    let mut before = None;
    for size in sizes {
        let (number, width) = element::vint(window.get(*head..)?)?;
        *head += width;
        *size = match before {
            None => number,
            Some(before) => {
                let middle = element::ones(width) / 2;
                u64::checked_add_signed(before, number.cast_signed().checked_sub_unsigned(middle)?)?
            }
        };
        before = Some(*size);
    }
    Some(())
}

/// Writes how much a size is more than the one before.
fn difference(more: i64, out: &mut Vec<u8>) {
    let middle = |width: usize| (element::ones(width) / 2).cast_signed();
    // Sizes have 32 bits, and so five bytes are always enough.
    let width = (1..8).find(|width| more.abs() < middle(*width)).unwrap_or(8);
    write::wide(more.saturating_add(middle(width)).cast_unsigned(), width, out);
}

//! APNG: how often an animation is played, and what each frame covers (PNG 3rd edition, 11.3.6).

use super::{chunk::numbers, header::Header};

/// Most frames of an animation.
pub(super) const MOST_FRAMES: usize = 16_384;

/// What `acTL` says.
#[derive(Clone, Copy)]
pub(super) struct Animation {
    pub(super) frames: u32,
    /// 0 for ever.
    plays: u32,
}

impl Animation {
    pub(super) fn parse(data: &[u8]) -> Option<Self> {
        let [frames, plays] = numbers(data)?;
        (frames > 0 && plays <= i32::MAX.unsigned_abs()).then_some(Self { frames, plays })
    }

    /// Its chunk's data, for as many frames as there are.
    pub(super) fn bytes(self, frames: usize) -> Vec<u8> {
        // Never more than `MOST_FRAMES`.
        [u32::try_from(frames).unwrap_or(u32::MAX).to_be_bytes(), self.plays.to_be_bytes()].concat()
    }
}

/// What `fcTL` says.
#[derive(Clone, Copy)]
pub(super) struct Control {
    pub(super) width: u32,
    pub(super) height: u32,
    x: u32,
    y: u32,
    /// Two numbers for the delay, then what becomes of the frame and how it is laid on.
    rest: [u8; 6],
}

impl Control {
    /// `None` where the frame does not lie within the picture.
    pub(super) fn parse(data: &[u8], header: &Header) -> Option<Self> {
        let (head, rest) = data.split_at_checked(20)?;
        let rest: [u8; 6] = rest.try_into().ok()?;
        let [_, width, height, x, y] = numbers(head)?;
        let inside = x.checked_add(width)? <= header.width && y.checked_add(height)? <= header.height;
        let known = matches!(rest, [_, _, _, _, 0..=2, 0 | 1]);
        (width > 0 && height > 0 && inside && known).then_some(Self { width, height, x, y, rest })
    }

    /// True if it covers the picture, as the first frame has to.
    pub(super) fn covers(&self, header: &Header) -> bool {
        (self.width, self.height) == (header.width, header.height)
    }

    pub(super) fn bytes(&self, sequence: u32) -> Vec<u8> {
        let numbers = [sequence, self.width, self.height, self.x, self.y];
        [numbers.map(u32::to_be_bytes).as_flattened(), &self.rest].concat()
    }
}

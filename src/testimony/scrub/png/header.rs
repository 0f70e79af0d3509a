//! `IHDR`, and how many bytes of scanlines it demands (PNG 3rd edition, 11.2.1 and 8.1).

use super::chunk::numbers;
use crate::testimony::scrub::Refusal;

/// Most pixels in a row or a column.
pub(super) const MOST_ACROSS: u32 = 1_000_000;

/// Where an interlaced picture's pass begins in x and y, and its steps in x and y.
const ADAM7: [[u32; 4]; 7] =
    [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]];

/// How a pixel is stored.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Pixel {
    Grey,
    Rgb,
    Indexed,
    GreyAlpha,
    Rgba,
}

/// What `IHDR` says.
#[derive(Clone, Copy, Hash)]
pub(super) struct Header {
    pub(super) width: u32,
    pub(super) height: u32,
    /// Bits of a sample.
    pub(super) depth: u8,
    pub(super) pixel: Pixel,
    interlaced: bool,
}

/// One pass over a picture: all of it, or a seventh part of an interlaced one.
#[derive(Clone, Copy)]
pub(super) struct Pass {
    /// Pixels in a row.
    pub(super) width: u32,
    /// Bytes of a row after its filter byte.
    pub(super) bytes: usize,
    pub(super) rows: u32,
}

impl Header {
    pub(super) fn parse(data: &[u8]) -> Result<Self, Refusal> {
        let wrong = Refusal::Malformed("the PNG header is not one");
        let Some((size, &[depth, colour, 0, 0, interlace @ (0 | 1)])) = data.split_at_checked(8) else {
            return Err(wrong);
        };
        let [width, height] = numbers(size).ok_or(wrong)?;
        let pixel = match (colour, depth) {
            (0, 1 | 2 | 4 | 8 | 16) => Pixel::Grey,
            (2, 8 | 16) => Pixel::Rgb,
            (3, 1 | 2 | 4 | 8) => Pixel::Indexed,
            (4, 8 | 16) => Pixel::GreyAlpha,
            (6, 8 | 16) => Pixel::Rgba,
            _ => return Err(Refusal::Malformed("the PNG header has a kind of pixel that does not exist")),
        };
        if width == 0 || height == 0 {
            return Err(Refusal::Malformed("the picture has no area"));
        }
        if width > MOST_ACROSS || height > MOST_ACROSS {
            return Err(Refusal::Large);
        }
        Ok(Self { width, height, depth, pixel, interlaced: interlace == 1 })
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let colour = match self.pixel {
            Pixel::Grey => 0,
            Pixel::Rgb => 2,
            Pixel::Indexed => 3,
            Pixel::GreyAlpha => 4,
            Pixel::Rgba => 6,
        };
        let mut bytes = [self.width.to_be_bytes(), self.height.to_be_bytes()].concat();
        bytes.extend([self.depth, colour, 0, 0, u8::from(self.interlaced)]);
        bytes
    }

    /// True for pictures of one channel, with or without alpha.
    pub(super) fn is_grey(&self) -> bool {
        matches!(self.pixel, Pixel::Grey | Pixel::GreyAlpha)
    }

    /// True where pixels are indices.
    pub(super) fn needs_palette(&self) -> bool {
        self.pixel == Pixel::Indexed
    }

    /// The passes of a picture of this size in pixels that have at least one row.
    pub(super) fn passes(&self, width: u32, height: u32) -> Vec<Pass> {
        let whole = [[0, 0, 1, 1]];
        let steps: &[[u32; 4]] = if self.interlaced { &ADAM7 } else { &whole };
        let passes = steps.iter().map(|&[x, y, across, down]| {
            let width = width.saturating_sub(x).div_ceil(across);
            let rows = height.saturating_sub(y).div_ceil(down);
            Pass { width, bytes: self.row(width), rows }
        });
        passes.filter(|pass| pass.width > 0 && pass.rows > 0).collect()
    }

    fn row(&self, width: u32) -> usize {
        let channels = match self.pixel {
            Pixel::Grey | Pixel::Indexed => 1,
            Pixel::GreyAlpha => 2,
            Pixel::Rgb => 3,
            Pixel::Rgba => 4,
        };
        let bits = u64::from(width) * channels * u64::from(self.depth);
        // At most 8,000,000, by the width's cap.
        usize::try_from(bits.div_ceil(8)).unwrap_or(usize::MAX)
    }
}

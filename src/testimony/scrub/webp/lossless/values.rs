//! The one image whose pixels have to be known: it says which codes each tile of the picture uses (RFC 9649, 3.5 and
//! 3.6.2.2).

/// Where the nearest distances point: steps up in the upper four bits, 8 less the steps to the left in the lower.
const NEAREST: [u8; 120] = [
    24, 7, 23, 25, 40, 6, 39, 41, 22, 26, 38, 42, 56, 5, 55, 57, 21, 27, 54, 58, 37, 43, 72, 4, 71, 73, 20, 28, 53, 59,
    70, 74, 36, 44, 88, 69, 75, 52, 60, 3, 87, 89, 19, 29, 86, 90, 35, 45, 68, 76, 85, 91, 51, 61, 104, 2, 103, 105,
    18, 30, 102, 106, 34, 46, 84, 92, 67, 77, 101, 107, 50, 62, 120, 1, 119, 121, 83, 93, 17, 31, 100, 108, 66, 78,
    118, 122, 33, 47, 117, 123, 49, 63, 99, 109, 82, 94, 0, 116, 124, 65, 79, 16, 32, 98, 110, 48, 115, 125, 81, 95,
    64, 114, 126, 97, 111, 80, 113, 127, 96, 112,
];

/// Pixels as they come.
pub(super) struct Values {
    width: usize,
    most: usize,
    pixels: Vec<u32>,
    cache: Vec<u32>,
    /// Bits of a place in the cache.
    cache_bits: u32,
}

impl Values {
    /// Of at most `most` pixels.
    pub(super) fn new(width: usize, most: usize, cache: Option<u32>) -> Self {
        let cache_bits = cache.unwrap_or(0);
        Self { width, most, pixels: Vec::new(), cache: vec![0; 1 << cache_bits], cache_bits }
    }

    fn push(&mut self, pixel: u32) {
        self.pixels.push(pixel);
        if let Some(shift) = 32_u32.checked_sub(self.cache_bits).filter(|shift| *shift < 32) {
            let place = usize::try_from(pixel.wrapping_mul(0x1e35_a7bd) >> shift).unwrap_or_default();
            if let Some(slot) = self.cache.get_mut(place) {
                *slot = pixel;
            }
        }
    }

    /// Alpha, red, green and blue.
    pub(super) fn colour(&mut self, samples: [usize; 4]) {
        self.push(u32::from_be_bytes(samples.map(|sample| u8::try_from(sample).unwrap_or_default())));
    }

    /// The colour at a place of the cache.
    pub(super) fn cached(&mut self, place: usize) {
        self.push(self.cache.get(place).copied().unwrap_or_default());
    }

    /// Pixels that were there before. `None` where there are none so far back, or not so many to come.
    pub(super) fn copy(&mut self, code: usize, length: usize) -> Option<()> {
        let back = match NEAREST.get(code.checked_sub(1)?) {
            Some(near) => {
                let up = self.width.checked_mul(usize::from(near >> 4))?;
                up.checked_add(8)?.saturating_sub(usize::from(near & 15)).max(1)
            }
            None => code - NEAREST.len(),
        };
        let from = self.pixels.len().checked_sub(back)?;
        if self.pixels.len().checked_add(length)? > self.most {
            return None;
        }
        for place in from..from + length {
            self.push(*self.pixels.get(place)?);
        }
        Some(())
    }

    /// The group that each pixel stands for.
    pub(super) fn groups(self) -> Vec<u16> {
        self.pixels.iter().map(|pixel| u16::try_from(pixel >> 8 & 0xffff).unwrap_or_default()).collect()
    }
}

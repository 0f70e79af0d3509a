//! `PLTE` and `tRNS`: as many entries as the picture can have, and nothing in those that it does not use (PNG 3rd
//! edition, 11.2.2 and 11.3.1.1).

use super::header::{Header, Pixel};

/// Most bytes of a palette.
pub(super) const MOST: usize = 3 * 256;

/// The colours of an indexed picture, and what is transparent in any.
#[derive(Default)]
pub(super) struct Palette {
    pub(super) colours: Option<Vec<u8>>,
    pub(super) transparency: Option<Vec<u8>>,
}

impl Palette {
    /// Takes a palette. False where something of it is not kept: all of it, for a picture that has no indices.
    pub(super) fn take_colours(&mut self, data: &[u8], header: &Header) -> bool {
        let usual = header.pixel == Pixel::Indexed && self.colours.is_none();
        if !usual || data.is_empty() || !data.len().is_multiple_of(3) {
            return false;
        }
        let kept = data.len().min(3 << header.depth);
        self.colours = data.get(..kept).map(<[u8]>::to_vec);
        kept == data.len()
    }

    /// Takes what is transparent: an alpha for each entry, or one colour. False where something of it is not kept.
    pub(super) fn take_transparency(&mut self, data: &[u8], header: &Header) -> bool {
        if self.transparency.is_some() {
            return false;
        }
        let entries = self.colours.as_ref().map_or(0, |colours| colours.len() / 3);
        let kept = match (header.pixel, data.len()) {
            (Pixel::Indexed, 1..) if entries > 0 => data.iter().take(entries).copied().collect(),
            (Pixel::Grey, 2) | (Pixel::Rgb, 6) => samples(data, header.depth),
            _ => return false,
        };
        let same = kept == data;
        self.transparency = Some(kept);
        same
    }

    /// Blanks the entries that are not in use. False where there was something in one.
    pub(super) fn clear_unused(&mut self, used: &[bool; 256]) -> bool {
        let mut same = true;
        for (entry, used) in self.colours.iter_mut().flat_map(|colours| colours.chunks_exact_mut(3)).zip(used) {
            if !used && entry != [0; 3] {
                entry.fill(0);
                same = false;
            }
        }
        let indexed = self.colours.is_some();
        for (alpha, used) in self.transparency.iter_mut().filter(|_| indexed).flatten().zip(used) {
            if !used && *alpha != u8::MAX {
                *alpha = u8::MAX;
                same = false;
            }
        }
        same
    }
}

/// Samples of two bytes, without the bits that the picture's own samples do not have.
fn samples(data: &[u8], depth: u8) -> Vec<u8> {
    let mask = u16::MAX >> (16 - depth.min(16));
    let samples = data.chunks_exact(2).filter_map(|sample| Some(u16::from_be_bytes(*sample.first_chunk()?) & mask));
    samples.flat_map(u16::to_be_bytes).collect()
}

//! The stream of one channel, gone over bit by bit: ISO/IEC 14496-3, 4.4.2.7 and 4.5.2.3. A stream that breaks the rules
//! is `None`, and so is one with gain control, which no decoder reads.

use super::{Grammar, bands, bits::Bits, books};

/// A spectrum of eight short blocks.
const SHORT: u32 = 2;
/// Tables that stand for no spectrum: reserved, noise, and intensity of two kinds.
const RESERVED: u8 = 12;
const NOISE: u8 = 13;
/// Most bands with long-term prediction.
const MOST_LONG_TERM: usize = 40;

/// How the spectrum is divided.
#[derive(Clone, Copy)]
pub(super) struct Division {
    short: bool,
    /// Bands that have something.
    bands: usize,
    /// Blocks in each group.
    groups: [u8; 8],
    /// How many groups.
    count: usize,
    /// Prediction is told of.
    predicted: bool,
}

impl Division {
    /// `ics_info`.
    pub(super) fn read(bits: &mut Bits<'_>, grammar: Grammar, reserved: &mut Vec<usize>) -> Option<Self> {
        reserved.push(bits.at());
        bits.skip(1)?;
        let short = bits.number(2)? == SHORT;
        bits.skip(1)?;
        let bands = usize::try_from(bits.number(if short { 4 } else { 6 })?).ok()?;
        let mut division = Self { short, bands, groups: [1, 0, 0, 0, 0, 0, 0, 0], count: 1, predicted: false };
        if bands > bands::widths(grammar.rate, short)?.len() {
            return None;
        }
        if short {
            let same = bits.number(7)?;
            for bit in (0..7).rev() {
                if same >> bit & 1 == 0 {
                    division.count += 1;
                }
                *division.groups.get_mut(division.count - 1)? += 1;
            }
        } else if bits.bit()? {
            division.predicted = true;
            division.prediction(bits, grammar)?;
        }
        Some(division)
    }

    fn prediction(self, bits: &mut Bits<'_>, grammar: Grammar) -> Option<()> {
        match grammar.object {
            1 => {
                if bits.bit()? {
                    bits.skip(5)?;
                }
                bits.skip(self.bands.min(bands::predicted(grammar.rate)))
            }
            4 => self.long_term(bits),
            _ => None,
        }
    }

    /// Whether there is long-term prediction, and what it is.
    fn long_term(self, bits: &mut Bits<'_>) -> Option<()> {
        if bits.bit()? { bits.skip(11 + 3 + self.bands.min(MOST_LONG_TERM)) } else { Some(()) }
    }

    /// What stands after a division that two channels share.
    pub(super) fn shared(self, bits: &mut Bits<'_>, grammar: Grammar) -> Option<()> {
        match bits.number(2)? {
            0 | 2 => {}
            1 => bits.skip(self.bands * self.count)?,
            _ => return None,
        }
        if self.predicted && grammar.object == 4 { self.long_term(bits) } else { Some(()) }
    }
}

/// Tables of the bands of all groups.
pub(super) struct Tables {
    each: Vec<u8>,
}

impl Tables {
    /// Those that have something.
    pub(super) fn used(&self) -> usize {
        self.each.iter().filter(|table| **table != 0).count()
    }

    /// `section_data`.
    fn read(bits: &mut Bits<'_>, division: Division) -> Option<Self> {
        let width = if division.short { 3 } else { 5 };
        let goes_on = (1 << width) - 1;
        let mut each = Vec::with_capacity(division.bands * division.count);
        for group in 1..=division.count {
            let end = division.bands * group;
            while each.len() < end {
                let table = u8::try_from(bits.number(4)?).ok()?;
                let mut length = 0;
                loop {
                    let more = bits.number(width)?;
                    length += more as usize;
                    if more != goes_on {
                        break;
                    }
                }
                if table == RESERVED || length > end - each.len() {
                    return None;
                }
                each.extend(std::iter::repeat_n(table, length));
            }
        }
        Some(Self { each })
    }

    /// `scale_factor_data`.
    fn scales(&self, bits: &mut Bits<'_>) -> Option<()> {
        let mut noise = false;
        for table in self.each.iter().filter(|table| **table != 0) {
            if *table == NOISE && !noise {
                noise = true;
                bits.skip(9)?;
            } else {
                books::scale(bits)?;
            }
        }
        Some(())
    }

    /// `spectral_data`.
    fn spectrum(&self, bits: &mut Bits<'_>, division: Division, grammar: Grammar) -> Option<()> {
        let widths = bands::widths(grammar.rate, division.short)?;
        let mut tables = self.each.iter();
        for blocks in division.groups.iter().take(division.count) {
            for width in widths.iter().take(division.bands) {
                let table = *tables.next()?;
                if (1..RESERVED).contains(&table) {
                    books::spectrum(bits, table.into(), usize::from(*width) * usize::from(*blocks))?;
                }
            }
        }
        Some(())
    }
}

/// `individual_channel_stream`.
pub(super) fn stream(
    bits: &mut Bits<'_>,
    grammar: Grammar,
    shared: Option<Division>,
    reserved: &mut Vec<usize>,
) -> Option<Tables> {
    bits.skip(8)?;
    let division = match shared {
        Some(shared) => shared,
        None => Division::read(bits, grammar, reserved)?,
    };
    let tables = Tables::read(bits, division)?;
    tables.scales(bits)?;
    if bits.bit()? {
        if division.short {
            return None;
        }
        let pulses = bits.number(2)? as usize + 1;
        bits.skip(6 + pulses * 9)?;
    }
    if bits.bit()? {
        noise_shaping(bits, division.short)?;
    }
    if bits.bit()? {
        return None;
    }
    tables.spectrum(bits, division, grammar)?;
    Some(tables)
}

/// `tns_data`.
fn noise_shaping(bits: &mut Bits<'_>, short: bool) -> Option<()> {
    let (windows, filters, length, order) = if short { (8, 1, 4, 3) } else { (1, 2, 6, 5) };
    for _ in 0..windows {
        let filters = bits.number(filters)?;
        if filters == 0 {
            continue;
        }
        let resolution = bits.number(1)? as usize;
        for _ in 0..filters {
            bits.skip(length)?;
            let order = bits.number(order)? as usize;
            if order > 0 {
                bits.skip(1)?;
                let compressed = bits.number(1)? as usize;
                bits.skip(order * (3 + resolution - compressed))?;
            }
        }
    }
    Some(())
}

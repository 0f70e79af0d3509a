//! The sequence header, AV1 section 5.5, as far as the configuration repeats it.

use super::{Refusal, bits::Bits};

/// What a picture's own header says.
#[derive(Default)]
pub(in crate::testimony::scrub) struct Sequence {
    /// Its bits.
    end: usize,
    profile: u8,
    level: u8,
    tier: u8,
    /// True where a frame has a short header, and is shown.
    reduced: bool,
    /// True where the picture comes in layers.
    pub(in crate::testimony::scrub) layered: bool,
    /// More than 8 bits a sample; 12 of them.
    deep: [bool; 2],
    monochrome: bool,
    /// Chroma is halved in width, in height.
    halved: [bool; 2],
    /// Where the samples of chroma are.
    place: u8,
}

impl Sequence {
    /// `AV1CodecConfigurationRecord` without units of its own, AV1-ISOBMFF section 2.3.3.
    pub(in crate::testimony::scrub) fn config(&self) -> [u8; 4] {
        let bit = |flag: bool, place: u32| u8::from(flag) << place;
        let third = (self.tier & 1) << 7
            | bit(self.deep[0], 6)
            | bit(self.deep[1], 5)
            | bit(self.monochrome, 4)
            | bit(self.halved[0], 3)
            | bit(self.halved[1], 2)
            | self.place;
        [0x81, self.profile << 5 | self.level & 31, third, 0]
    }

    /// True if a frame whose header begins with this byte is shown.
    pub(in crate::testimony::scrub) fn shows(&self, first: u8) -> bool {
        // show_existing_frame; else, after two bits of the type, show_frame.
        self.reduced || first & 0x80 != 0 || first & 0x10 != 0
    }
}

/// Bytes of the longest header that is read.
pub(in crate::testimony::scrub) const LONGEST: usize = 4_096;

/// A header without what stands behind its end, closed as the standard has it.
pub(in crate::testimony::scrub) fn cut(header: &[u8], sequence: &Sequence) -> Vec<u8> {
    let mut kept = header.get(..sequence.end / 8).unwrap_or(header).to_vec();
    let last = header.get(sequence.end / 8).copied().unwrap_or(0);
    let stop = 0x80_u8 >> (sequence.end % 8);
    kept.push(last & !(stop | (stop - 1)) | stop);
    kept
}

/// Reads a header to its end.
pub(in crate::testimony::scrub) fn read(header: &[u8]) -> Result<Sequence, Refusal> {
    let mut bits = Bits::new(header);
    let mut it = Sequence { profile: bits.small(3)?, ..Sequence::default() };
    let _still = bits.flag()?;
    it.reduced = bits.flag()?;
    if it.reduced {
        it.level = bits.small(5)?;
    } else {
        points(&mut bits, &mut it)?;
    }
    let (width, height) = (bits.number(4)? + 1, bits.number(4)? + 1);
    bits.skip(width + height)?;
    if !it.reduced && bits.flag()? {
        bits.skip(7)?;
    }
    bits.skip(3)?;
    if !it.reduced {
        tools(&mut bits)?;
    }
    bits.skip(3)?;
    colours(&mut bits, &mut it)?;
    // Film grain.
    bits.skip(1)?;
    it.end = bits.position();
    Ok(it)
}

/// Timing, and the operating points; the first one's level counts.
fn points(bits: &mut Bits<'_>, it: &mut Sequence) -> Result<(), Refusal> {
    let mut delays = None;
    if bits.flag()? {
        bits.skip(64)?;
        if bits.flag()? {
            bits.golomb()?;
        }
        if bits.flag()? {
            delays = Some(bits.number(5)? + 1);
            bits.skip(42)?;
        }
    }
    let display = bits.flag()?;
    for point in 0..=bits.number(5)? {
        it.layered |= bits.number(12)? != 0;
        let level = bits.small(5)?;
        let tier = u8::from(level > 7 && bits.flag()?);
        if point == 0 {
            (it.level, it.tier) = (level, tier);
        }
        if let Some(delay) = delays
            && bits.flag()?
        {
            bits.skip(2 * delay + 1)?;
        }
        if display && bits.flag()? {
            bits.skip(4)?;
        }
    }
    Ok(())
}

/// Switches of the coding tools that a short header does not have.
fn tools(bits: &mut Bits<'_>) -> Result<(), Refusal> {
    bits.skip(4)?;
    let order = bits.flag()?;
    if order {
        bits.skip(2)?;
    }
    // Screen content: chosen by each frame, or said here; then the same for whole-number motion.
    let screen = bits.flag()? || bits.flag()?;
    if screen && !bits.flag()? {
        bits.skip(1)?;
    }
    if order {
        bits.skip(3)?;
    }
    Ok(())
}

fn colours(bits: &mut Bits<'_>, it: &mut Sequence) -> Result<(), Refusal> {
    let high = bits.flag()?;
    it.deep = [high, it.profile == 2 && high && bits.flag()?];
    it.monochrome = it.profile != 1 && bits.flag()?;
    let described = if bits.flag()? { [bits.number(8)?, bits.number(8)?, bits.number(8)?] } else { [2; 3] };
    if it.monochrome {
        it.halved = [true; 2];
        return bits.skip(1);
    }
    // sRGB as it is: no chroma to halve. Then a flag that chroma has steps of its own.
    if described == [1, 13, 0] {
        return bits.skip(1);
    }
    bits.skip(1)?;
    it.halved = match it.profile {
        0 => [true; 2],
        1 => [false; 2],
        _ if it.deep[1] => {
            let wide = bits.flag()?;
            [wide, wide && bits.flag()?]
        }
        _ => [true, false],
    };
    if it.halved == [true; 2] {
        it.place = bits.small(2)?;
    }
    bits.skip(1)
}

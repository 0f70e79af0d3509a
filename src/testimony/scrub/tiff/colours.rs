//! What the samples of a page mean (TIFF 6.0, sections 5, 16, 18 to 23): numbers in the ranges that have a meaning.

use super::{
    super::{Refusal, Removed, Report, colour},
    field::{self, Field, Kind},
    reading::{MOST_SAMPLES, Reading},
};

/// Most numbers of a colour map: three for each value of 16 bits.
const MOST_COLOURS: usize = 3 << 16;
/// From white is zero to ITU L*a*b*. Masks are 4.
const PHOTOMETRIC: [u64; 10] = [0, 1, 2, 3, 4, 5, 6, 8, 9, 10];
pub(super) const PALETTE: u64 = 3;
const YCBCR: u64 = 6;
/// What an old program wrote for alpha that colours are not multiplied with, which is 2.
const OLD_ALPHA: u64 = 999;
/// Coefficients are written in parts of this: all that are in use have four digits.
const PARTS: u64 = 10_000;
/// What is meant without: ITU-R BT.601; and full range.
const COEFFICIENTS: [u64; 3] = [2_990, 5_870, 1_140];
const FULL: [u64; 6] = [0, 255, 128, 255, 128, 255];

impl Reading<'_, '_, '_> {
    /// How samples are to be shown.
    pub(super) fn photometric(&mut self) -> Result<Option<u64>, Refusal> {
        let number = self.one(field::PHOTOMETRIC)?;
        if number.is_some_and(|number| !PHOTOMETRIC.contains(&number)) {
            return Err(Refusal::Unsupported("a rare kind of colours in a TIFF"));
        }
        let fields = number.map(|number| Field { tag: field::PHOTOMETRIC, kind: Kind::Short, numbers: vec![number] });
        self.fields.extend(fields);
        Ok(number)
    }

    pub(super) fn palette(&mut self, photometric: Option<u64>, bits: u64) -> Result<(), Refusal> {
        if photometric != Some(PALETTE) || bits > 16 {
            return Ok(());
        }
        let colours = self.directory.numbers(field::COLOUR_MAP, MOST_COLOURS, self.source)?.unwrap_or_default();
        let Some(colours) = colours.get(..3 << bits) else {
            return Err(Refusal::Malformed("a page of palette colours has no palette"));
        };
        self.fields.push(Field { tag: field::COLOUR_MAP, kind: Kind::Short, numbers: colours.to_vec() });
        Ok(())
    }

    /// What the samples mean; the subsampling of Y, Cb and Cr where there is one.
    pub(super) fn colour(&mut self, photometric: Option<u64>, samples: usize) -> Result<Option<(u64, u64)>, Refusal> {
        let base = match photometric {
            Some(2 | YCBCR | 8..=10) => 3,
            Some(5) => 4,
            _ => 1,
        };
        let extra = |number: &u64| match *number {
            OLD_ALPHA => 2,
            number @ 0..=2 => number,
            _ => 0,
        };
        let extras = samples.saturating_sub(base);
        self.list(field::EXTRA_SAMPLES, extras, Kind::Short, |numbers| Some(numbers.iter().map(extra).collect()))?;
        let format = self.some(field::SAMPLE_FORMAT, MOST_SAMPLES)?.unwrap_or_default();
        if format.iter().all(|it| (1..=6).contains(it)) && format.iter().any(|it| *it != 1) {
            self.samples(field::SAMPLE_FORMAT, 1, samples)?;
        }
        if photometric != Some(YCBCR) {
            return Ok(None);
        }
        self.list(field::YCBCR_COEFFICIENTS, 6, Kind::Rational, coefficients)?;
        self.list(field::YCBCR_SUBSAMPLING, 2, Kind::Short, |numbers| Some(numbers.to_vec()))?;
        let subsampling = self.fields.iter().find(|it| it.tag == field::YCBCR_SUBSAMPLING);
        let subsampling = subsampling.map_or((2, 2), |it| (it.numbers[0], it.numbers[1]));
        if ![1, 2, 4].contains(&subsampling.0) || ![1, 2, 4].contains(&subsampling.1) {
            return Err(Refusal::Malformed("the subsampling of a page is not valid"));
        }
        self.kept(field::YCBCR_POSITIONING, 1, &[1, 2])?;
        self.list(field::REFERENCE, 12, Kind::Rational, reference)?;
        Ok(Some(subsampling).filter(|it| *it != (1, 1)))
    }

    /// The fixed profile that stands for the one that was there.
    pub(super) fn profile(
        &mut self,
        photometric: Option<u64>,
        samples: usize,
        report: &mut Report,
    ) -> Result<(), Refusal> {
        let Some((at, bytes)) = self.directory.extent(field::PROFILE) else { return Ok(()) };
        self.source.seek(at);
        let profile = match self.source.take(bytes, colour::MOST) {
            Err(Refusal::Large | Refusal::Short) => None,
            other => Some(other?),
        };
        let fits = |space: &colour::Space| match photometric {
            Some(0 | 1) => space.is_grey(),
            Some(2 | YCBCR | PALETTE) => !space.is_grey() && (samples >= 3 || photometric == Some(PALETTE)),
            _ => false,
        };
        let space = profile.as_ref().and_then(|profile| colour::canonical(profile));
        let fixed = space.filter(|space| *space != colour::Space::Srgb && fits(space)).map(colour::Space::profile);
        report.note_if(fixed.as_deref() != profile.as_deref().map(Vec::as_slice), Removed::ColourProfile);
        let numbers = |fixed: Vec<u8>| fixed.into_iter().map(u64::from).collect();
        let fields = fixed.map(|fixed| Field { tag: field::PROFILE, kind: Kind::Undefined, numbers: numbers(fixed) });
        self.fields.extend(fields);
        Ok(())
    }
}

/// A rational as the nearest whole number of `parts`.
fn rounded(pair: &[u64], parts: u64) -> Option<u64> {
    let &[number, of] = pair else { return None };
    number.checked_mul(parts)?.checked_add(of / 2)?.checked_div(of)
}

/// Three shares of the luma, below one each; nothing where they are those that are meant without.
fn coefficients(numbers: &[u64]) -> Option<Vec<u64>> {
    let shares: Vec<u64> = numbers.chunks(2).map(|pair| rounded(pair, PARTS)).collect::<Option<_>>()?;
    let valid = shares.iter().all(|share| (1..PARTS).contains(share)) && shares != COEFFICIENTS;
    valid.then(|| shares.into_iter().flat_map(|share| [share, PARTS]).collect())
}

/// Black and white of each sample: whole numbers; nothing where they are those that are meant without.
fn reference(numbers: &[u64]) -> Option<Vec<u64>> {
    let levels: Vec<u64> = numbers.chunks(2).map(|pair| rounded(pair, 1)).collect::<Option<_>>()?;
    let valid = levels.iter().all(|level| u16::try_from(*level).is_ok()) && levels != FULL;
    valid.then(|| levels.into_iter().flat_map(|level| [level, 1]).collect())
}

/// Blanks the colours that no pixel has. True if there was something in one.
pub(super) fn clear_unused(colours: &mut [u64], used: &[bool]) -> bool {
    let before = colours.to_vec();
    for (colour, _) in colours.iter_mut().zip(used.iter().cycle()).filter(|(_, used)| !**used) {
        *colour = 0;
    }
    // Programs take a palette without a number over 255 for one of old files, of 8 bits.
    let wide = |colours: &[u64]| colours.iter().any(|colour| *colour > 255);
    if wide(&before)
        && !wide(colours)
        && colours.iter().any(|colour| *colour > 0)
        && let Some((colour, _)) = colours.iter_mut().zip(used).find(|(_, used)| !**used)
    {
        *colour = u64::from(u16::MAX);
    }
    before != colours
}

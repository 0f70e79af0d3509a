//! Colour: every way to say it is brought down to a few standard numbers (PNG 3rd edition, 11.3.2; ITU-T H.273).
//!
//! No profile is ever written. What a recognised one says is told by `cICP`, `sRGB`, or `gAMA` with `cHRM`, all of which
//! colour-managed browsers and viewers honour. `mDCV` and `cLLI` describe the screen that a picture was graded on, and
//! are left out.

use super::{chunk::numbers, header::Header};
use crate::testimony::scrub::colour::{self, Space};

/// White, red, green and blue, each x and y, in 1/100000.
type Primaries = [u32; 8];

const SRGB: Primaries = [31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000];
const DISPLAY_P3: Primaries = [31_270, 32_900, 68_000, 32_000, 26_500, 69_000, 15_000, 6_000];
const ADOBE_RGB: Primaries = [31_270, 32_900, 64_000, 33_000, 21_000, 71_000, 15_000, 6_000];
const REC_2020: Primaries = [31_270, 32_900, 70_800, 29_200, 17_000, 79_700, 13_100, 4_600];
const PRO_PHOTO: Primaries = [34_567, 35_850, 73_470, 26_530, 15_960, 84_040, 3_660, 10];
const ALL: [Primaries; 5] = [SRGB, DISPLAY_P3, ADOBE_RGB, REC_2020, PRO_PHOTO];
/// How far each number may be off.
const NEAR: u32 = 200;

/// The gammas that are written to the last digit, in 1/100000: 1/2.2, 1/1.8 and none. Others are rounded.
const GAMMAS: [u32; 3] = [45_455, 55_556, 100_000];
/// What gammas are rounded to, and how near counts as one of [`GAMMAS`].
const STEP: u32 = 1_000;
/// Highest gamma, which is beyond any use.
const MOST_GAMMA: u32 = 1_000_000;

/// What a picture says of its colours, in numbers that many pictures have.
#[derive(Default)]
pub(super) struct Colour {
    coded: Option<[u8; 4]>,
    srgb: bool,
    gamma: Option<u32>,
    primaries: Option<Primaries>,
}

impl Colour {
    /// Takes what a chunk says. False where something of it is not kept as it is.
    pub(super) fn take(&mut self, name: [u8; 4], data: &[u8]) -> bool {
        match &name {
            b"cICP" if self.coded.is_none() => {
                self.coded = data.try_into().ok().filter(|coded| is_coded(*coded));
                self.coded.is_some()
            }
            b"sRGB" if !self.srgb => {
                self.srgb = matches!(data, [0..=3]);
                data == [0]
            }
            b"gAMA" if self.gamma.is_none() => {
                let says = data.try_into().ok().map(u32::from_be_bytes);
                self.gamma = says.and_then(round);
                self.gamma == says
            }
            b"cHRM" if self.primaries.is_none() => {
                let says: Option<Primaries> = numbers(data);
                self.primaries = ALL.into_iter().find(|its| says.is_some_and(|says| near(its, &says)));
                self.primaries == says
            }
            _ => false,
        }
    }

    /// What there is, with what a profile says in place of what is said less exactly.
    pub(super) fn settle(mut self, profile: Option<Space>, header: &Header) -> Self {
        let fits = profile.filter(|space| *space == Space::Srgb || space.is_grey() == header.is_grey());
        if let Some(space) = fits.filter(|_| self.coded.is_none()) {
            self = match space {
                Space::Srgb => Self { srgb: true, ..Self::default() },
                Space::DisplayP3 => Self::wide(Some([12, 13, 0, 1]), 45_455, DISPLAY_P3),
                Space::AdobeRgb => Self::wide(None, 45_455, ADOBE_RGB),
                Space::ProPhoto => Self::wide(None, 55_556, PRO_PHOTO),
                Space::Rec2020 => Self::wide(Some([9, 14, 0, 1]), 51_000, REC_2020),
                Space::Grey => Self { gamma: Some(45_455), ..Self::default() },
            };
        }
        self
    }

    fn wide(coded: Option<[u8; 4]>, gamma: u32, primaries: Primaries) -> Self {
        Self { coded, srgb: false, gamma: Some(gamma), primaries: Some(primaries) }
    }

    /// True where `sRGB` makes the other two needless.
    pub(super) fn drops_numbers(&self) -> bool {
        self.srgb && (self.gamma.is_some() || self.primaries.is_some())
    }

    /// Its chunks, in their order.
    pub(super) fn chunks(&self) -> Vec<([u8; 4], Vec<u8>)> {
        let mut chunks: Vec<_> = self.coded.iter().map(|coded| (*b"cICP", coded.to_vec())).collect();
        if self.srgb {
            chunks.push((*b"sRGB", vec![0]));
            return chunks;
        }
        chunks.extend(self.gamma.iter().map(|gamma| (*b"gAMA", gamma.to_be_bytes().to_vec())));
        let primaries = self.primaries.iter();
        chunks.extend(primaries.map(|its| (*b"cHRM", its.map(u32::to_be_bytes).as_flattened().to_vec())));
        chunks
    }
}

fn is_coded(coded: [u8; 4]) -> bool {
    matches!(coded, [1 | 4..=12 | 22, 1 | 4..=18, 0, 0 | 1])
}

fn round(gamma: u32) -> Option<u32> {
    let known = |gamma: u32| GAMMAS.into_iter().find(|known| known.abs_diff(gamma) <= STEP);
    let rounded = gamma.checked_add(STEP / 2)? / STEP * STEP;
    let gamma = known(gamma).or_else(|| known(rounded)).unwrap_or(rounded);
    (1..=MOST_GAMMA).contains(&gamma).then_some(gamma)
}

fn near(one: &Primaries, other: &Primaries) -> bool {
    one.iter().zip(other).all(|(one, other)| one.abs_diff(*other) <= NEAR)
}

/// The standard space of an `iCCP` chunk (11.3.2.3), if its profile is one.
pub(super) fn profile(data: &[u8]) -> Option<Space> {
    let name = data.iter().position(|byte| *byte == 0)?;
    let ([0, 0], stream) = data.get(name..)?.split_first_chunk()? else { return None };
    let profile = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(stream, colour::MOST).ok()?;
    colour::canonical(&profile)
}

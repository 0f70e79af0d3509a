//! Colour profiles: one that is recognised is replaced by a small fixed one, any other is left out (ISO 15076-1).
//!
//! A profile of a camera, a screen or a printer names its device and often its owner's machine. What a picture needs is
//! only which of a few standard spaces its numbers are in, and that is told by the primaries and the curve.

mod curve;
mod parse;
mod write;

use self::curve::Curve;

/// Most bytes of a profile that are read; a larger one is none of the standard ones.
pub(super) const MOST: usize = 4 * 1024 * 1024;

/// A standard colour space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// IEC 61966-2-1, or grey with its curve: what is assumed without a profile, so none is to be written.
    Srgb,
    /// SMPTE EG 432-1 primaries, white D65, the curve of sRGB.
    DisplayP3,
    /// Adobe RGB (1998).
    AdobeRgb,
    /// ROMM RGB, ISO 22028-2.
    ProPhoto,
    /// ITU-R BT.2020 with the curve of BT.709.
    Rec2020,
    /// Grey with gamma 2.2.
    Grey,
}

/// X, Y and Z of red, green and blue under the white D50, in 1/65536.
type Colorants = [[i32; 3]; 3];

const ALL: [Space; 6] = [Space::Srgb, Space::DisplayP3, Space::AdobeRgb, Space::ProPhoto, Space::Rec2020, Space::Grey];

impl Space {
    /// True if its pictures have one channel.
    #[must_use]
    pub(super) fn is_grey(self) -> bool {
        self == Self::Grey
    }

    /// The profile that stands for it: the same bytes every time. For [`Space::Srgb`] none should be written.
    #[must_use]
    pub(super) fn profile(self) -> Vec<u8> {
        write::profile(self)
    }

    fn colorants(self) -> Option<Colorants> {
        Some(match self {
            Self::Srgb => [[28_578, 14_581, 912], [25_241, 46_981, 6_362], [9_376, 3_972, 46_799]],
            Self::DisplayP3 => [[33_759, 15_807, -69], [19_135, 45_367, 2_745], [10_296, 4_363, 51_385]],
            Self::AdobeRgb => [[39_960, 20_389, 1_276], [13_453, 41_004, 3_989], [9_777, 4_143, 48_796]],
            Self::ProPhoto => [[52_276, 18_877, 0], [8_860, 46_654, 0], [2_054, 6, 54_061]],
            Self::Rec2020 => [[44_137, 18_287, -127], [10_857, 44_260, 1_965], [8_195, 2_989, 52_223]],
            Self::Grey => return None,
        })
    }

    fn curve(self) -> Curve {
        match self {
            Self::Srgb | Self::DisplayP3 => curve::SRGB,
            Self::AdobeRgb | Self::Grey => curve::GAMMA_22,
            Self::ProPhoto => curve::GAMMA_18,
            Self::Rec2020 => curve::BT709,
        }
    }
}

/// Which standard space a profile describes, by its primaries and curves and never by its name. `None` for any other,
/// and for what is no profile of a display or colour space.
#[must_use]
pub(super) fn canonical(profile: &[u8]) -> Option<Space> {
    parse::canonical(profile)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_of_a_space_is_that_space_again() {
        for space in ALL {
            let profile = space.profile();
            assert_eq!(canonical(&profile), Some(space));
            assert_eq!(profile, space.profile());
            assert!(profile.len() < 600, "{space:?}: {}", profile.len());
        }
    }

    #[test]
    fn cut_or_changed_profiles_end_in_an_answer() {
        for space in ALL {
            let profile = space.profile();
            for at in 0..profile.len() {
                let _ = canonical(&profile[..at]);
                for bit in 0..8 {
                    let mut other = profile.clone();
                    other[at] ^= 1 << bit;
                    let _ = canonical(&other);
                }
            }
        }
    }

    #[test]
    fn other_primaries_and_other_curves_are_no_standard_space() {
        let mut profile = Space::DisplayP3.profile();
        let at = profile.windows(4).position(|four| four == 33_759_i32.to_be_bytes()).unwrap();
        profile[at + 2] = profile[at + 2].wrapping_add(3);
        assert_eq!(canonical(&profile), None);
        let mut profile = Space::AdobeRgb.profile();
        let at = profile.windows(4).position(|four| four == 0x0002_3300_i32.to_be_bytes()).unwrap();
        profile[at + 1] = 1;
        assert_eq!(canonical(&profile), None);
    }
}

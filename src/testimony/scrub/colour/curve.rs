//! Tone curves of a profile: `curv` and `para` (ISO 15076-1, 10.6 and 10.18), compared where the eye would see a difference.

/// The five numbers of `para` function 3, or one exponent, in 1/65536.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Curve {
    /// `y = x ^ g`.
    Gamma(i32),
    /// `y = (a x + b) ^ g` from `d` on, `y = c x` below: `g a b c d`.
    Toe([i32; 5]),
}

pub(super) const SRGB: Curve = Curve::Toe([157_286, 62_119, 3_417, 5_072, 2_651]);
pub(super) const BT709: Curve = Curve::Toe([145_636, 59_632, 5_904, 14_564, 5_324]);
pub(super) const GAMMA_22: Curve = Curve::Gamma(0x0002_3300);
pub(super) const GAMMA_18: Curve = Curve::Gamma(0x0001_cccd);

/// Points at which curves are compared.
const POINTS: u8 = 32;
/// How far two curves may be apart in linear light: less than half of what is between sRGB's curve and gamma 2.2.
const NEAR: f64 = 0.003;
/// Most numbers of a sampled curve.
const MOST_SAMPLES: usize = 65_536;

fn fixed(number: i32) -> f64 {
    f64::from(number) / 65_536.0
}

fn number(bytes: &[u8], place: usize) -> Option<i32> {
    let at = place.checked_mul(4)?.checked_add(12)?;
    Some(i32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

impl Curve {
    fn at(self, x: f64) -> f64 {
        match self {
            Self::Gamma(g) => x.powf(fixed(g)),
            Self::Toe([.., low]) if x < fixed(low) => self.below(x),
            Self::Toe([g, a, b, ..]) => (fixed(a) * x + fixed(b)).powf(fixed(g)),
        }
    }

    fn below(self, x: f64) -> f64 {
        match self {
            Self::Gamma(_) => 0.0,
            Self::Toe([.., slope, _]) => fixed(slope) * x,
        }
    }

    /// True if the tag's data, `curv` or `para`, describes this curve.
    pub(super) fn is(self, tag: &[u8]) -> bool {
        (0..=POINTS).all(|point| {
            let x = f64::from(point) / f64::from(POINTS);
            value(tag, x).is_some_and(|y| (y - self.at(x)).abs() <= NEAR)
        })
    }

    /// Its `para` tag.
    pub(super) fn tag(self) -> Vec<u8> {
        let (function, numbers): (u16, &[i32]) = match &self {
            Self::Gamma(g) => (0, std::slice::from_ref(g)),
            Self::Toe(numbers) => (3, numbers),
        };
        let mut tag = b"para\0\0\0\0".to_vec();
        tag.extend(function.to_be_bytes());
        tag.extend([0, 0]);
        tag.extend(numbers.iter().flat_map(|number| number.to_be_bytes()));
        tag
    }
}

fn value(tag: &[u8], x: f64) -> Option<f64> {
    match tag.first_chunk()? {
        b"curv" => sampled(tag, x),
        b"para" => parametric(tag, x),
        _ => None,
    }
}

fn sampled(tag: &[u8], x: f64) -> Option<f64> {
    let count = usize::try_from(u32::from_be_bytes(*tag.get(8..)?.first_chunk()?)).ok()?;
    let sample = |place: usize| -> Option<f64> {
        let at = place.checked_mul(2)?.checked_add(12)?;
        Some(f64::from(u16::from_be_bytes(*tag.get(at..)?.first_chunk()?)))
    };
    match count {
        0 => Some(x),
        1 => Some(x.powf(sample(0)? / 256.0)),
        2..=MOST_SAMPLES => {
            let along = x * f64::from(u32::try_from(count - 1).ok()?);
            // `along` is at most `MOST_SAMPLES` and not negative.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range, see above")]
            let left = (along.floor() as usize).min(count - 2);
            let share = along - f64::from(u32::try_from(left).ok()?);
            Some((sample(left)? * (1.0 - share) + sample(left + 1)? * share) / 65_535.0)
        }
        _ => None,
    }
}

fn parametric(tag: &[u8], x: f64) -> Option<f64> {
    let function = u16::from_be_bytes(*tag.get(8..)?.first_chunk()?);
    let p = |place: usize| number(tag, place).map(fixed);
    let power = |base: f64, g: f64| if base > 0.0 { base.powf(g) } else { 0.0 };
    let g = p(0)?;
    Some(match function {
        0 => power(x, g),
        1 => power(p(1)? * x + p(2)?, g),
        2 => power(p(1)? * x + p(2)?, g) + p(3)?,
        3 if x >= p(4)? => power(p(1)? * x + p(2)?, g),
        3 => p(3)? * x,
        4 if x >= p(4)? => power(p(1)? * x + p(2)?, g) + p(5)?,
        4 => p(3)? * x + p(6)?,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(samples: u16, curve: Curve) -> Vec<u8> {
        let mut tag = b"curv\0\0\0\0".to_vec();
        tag.extend(u32::from(samples).to_be_bytes());
        for place in 0..samples {
            let y = curve.at(f64::from(place) / f64::from(samples - 1)) * 65_535.0;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 65,535")]
            tag.extend((y.round() as u16).to_be_bytes());
        }
        tag
    }

    #[test]
    fn tables_and_formulas_of_the_same_curve_are_the_same_and_others_are_not() {
        let all = [SRGB, BT709, GAMMA_22, GAMMA_18];
        for (one, curve) in all.iter().enumerate() {
            for (other, tag) in all.iter().enumerate() {
                assert_eq!(curve.is(&tag.tag()), one == other, "{one} {other}");
                assert_eq!(curve.is(&table(1024, *tag)), one == other, "{one} {other}");
            }
        }
        assert!(GAMMA_22.is(b"curv\0\0\0\0\0\0\0\x01\x02\x33"));
        assert!(!GAMMA_22.is(b"curv\0\0\0\0\0\0\0\0"));
        assert!(!SRGB.is(b"curv\0\0\0\0\xff\xff\xff\xff"));
    }
}

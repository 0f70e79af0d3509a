//! The display matrix, of which one of the eight orientations is kept: ISO/IEC 14496-12, section 6.2.2.

use super::{Refusal, boxes::Cursor};

/// Bytes of a matrix.
pub(super) const MATRIX: usize = 36;

/// Where the axes go: `x' = a x + c y`, `y' = b x + d y`, each number one of -1, 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Orientation {
    a: i32,
    b: i32,
    c: i32,
    d: i32,
}

impl Orientation {
    /// As the pixels are.
    pub(super) const PLAIN: Self = Self { a: 1, b: 0, c: 0, d: 1 };

    /// The orientation that is nearest to a matrix; a scale in it is left out.
    pub(super) fn read(cursor: &mut Cursor<'_>) -> Result<Self, Refusal> {
        let mut numbers = [0_i32; MATRIX / 4];
        for number in &mut numbers {
            *number = cursor.u32()?.cast_signed();
        }
        let [a, b, _, c, d, ..] = numbers;
        let strength = |one: i32, other: i32| u64::from(one.unsigned_abs()) + u64::from(other.unsigned_abs());
        let mut nearest = if strength(a, d) >= strength(b, c) {
            Self { a: a.signum(), b: 0, c: 0, d: d.signum() }
        } else {
            Self { a: 0, b: b.signum(), c: c.signum(), d: 0 }
        };
        // A matrix that flattens the picture shows nothing: no player follows it.
        if nearest.a * nearest.d - nearest.b * nearest.c == 0 {
            nearest = Self::PLAIN;
        }
        Ok(nearest)
    }

    /// This one, and then the movie's.
    pub(super) fn then(self, movie: Self) -> Self {
        Self {
            a: movie.a * self.a + movie.c * self.b,
            b: movie.b * self.a + movie.d * self.b,
            c: movie.a * self.c + movie.c * self.d,
            d: movie.b * self.c + movie.d * self.d,
        }
    }

    /// As a matrix, which moves a picture of this size back to where it was: no corner is below 0.
    pub(super) fn write(self, (width, height): (u32, u32), out: &mut Vec<u8>) {
        let back = |along: i32, across: i32| {
            let x = if along < 0 { width } else { 0 };
            let y = if across < 0 { height } else { 0 };
            x.max(y)
        };
        let numbers = [self.a << 16, self.b << 16, 0, self.c << 16, self.d << 16, 0].map(i32::cast_unsigned);
        let moved = [back(self.a, self.c), back(self.b, self.d), 1 << 30];
        out.extend(numbers.iter().chain(&moved).flat_map(|number| number.to_be_bytes()));
    }
}

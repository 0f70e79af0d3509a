//! From when on a stream ran: the granule position of its first page, less what is on that page. Vorbis I, section A.2;
//! RFC 7845, section 4; Theora, section A.2.3; the Speex manual, section 7.3.

use super::{
    NOWHERE,
    page::{CONTINUED, Page},
    stream::{Part, packet},
};
use crate::testimony::scrub::xiph::vorbis;

/// How positions count.
#[derive(Clone)]
enum Kind {
    /// Samples at 48 kHz.
    Opus,
    /// Samples; a packet's are half its block and half the one before.
    Vorbis { sizes: [u64; 2], long: Vec<bool>, before: Option<u64> },
    /// Samples, so many in each packet.
    Speex(u64),
    /// Pictures: since the last key frame, below that key frame's number.
    Theora { shift: u32 },
}

/// A stream's clock.
#[derive(Clone)]
pub(super) struct Clock {
    kind: Kind,
    /// Units in a second, as a fraction.
    rate: (u64, u64),
    /// Units of the packets so far.
    counted: u64,
    /// Units of the packet that is open.
    open: u64,
    /// The unit that it begins with, and the most that may be taken off.
    begins: Option<(u64, u64)>,
}

impl Clock {
    /// By a stream's header packets; `None` where positions are not understood.
    pub(super) fn new(headers: &[Vec<u8>], channels: u8) -> Option<Self> {
        let id = headers.first()?;
        let low = |at: usize| id.get(at..)?.first_chunk().map(|four| u64::from(u32::from_le_bytes(*four)));
        let high = |at: usize| id.get(at..)?.first_chunk().map(|four| u64::from(u32::from_be_bytes(*four)));
        let (kind, rate) = match id.as_slice() {
            [b'O', b'p', b'u', b's', ..] => (Kind::Opus, (48_000, 1)),
            [1, b'v', ..] => {
                let sizes = id.get(28)?;
                let sizes = [1 << (sizes & 15), 1 << (sizes >> 4)];
                let long = vorbis::modes(headers.get(2)?, channels).ok()?;
                (Kind::Vorbis { sizes, long, before: None }, (low(12)?, 1))
            }
            [b'S', b'p', b'e', b'e', b'x', ..] => (
                Kind::Speex(low(56)?.checked_mul(low(64)?.max(1)).filter(|samples| *samples < 1 << 20)?),
                (low(36)?, 1),
            ),
            [0x80, b't', ..] => {
                let shift = u32::from(u16::from_be_bytes([*id.get(40)?, *id.get(41)?]) >> 5 & 31);
                (Kind::Theora { shift }, (high(22)?, high(26)?))
            }
            _ => return None,
        };
        (rate.0 > 0 && rate.1 > 0).then_some(Self { kind, rate, counted: 0, open: 0, begins: None })
    }

    /// Goes on with a page; false where a packet is not understood.
    pub(super) fn page(&mut self, page: &Page, part: &Part) -> bool {
        if self.begins.is_some() {
            return true;
        }
        let (mut segment, mut byte) = (part.segments.start, part.bytes.start);
        let mut any = false;
        let rest = page.flags & CONTINUED != 0 && part.continued;
        while segment < page.segments.len() {
            let goes_on = rest && segment == part.segments.start;
            let ((next, end), whole) = packet(&page.segments, segment, byte);
            if !goes_on {
                let Some(units) = page.body.get(byte..end).and_then(|piece| self.units(piece)) else { return false };
                self.open = units;
            }
            if whole {
                self.counted = self.counted.saturating_add(std::mem::take(&mut self.open));
                any = true;
            }
            (segment, byte) = (next, end);
        }
        if any && page.granule != NOWHERE {
            let (at, most) = match self.kind {
                Kind::Theora { shift } => {
                    let key = page.granule >> shift;
                    (key.saturating_add(page.granule & ((1 << shift) - 1)), key.saturating_sub(1))
                }
                // A negative position is one before the start.
                _ if page.granule > u64::MAX / 2 => (0, 0),
                _ => (page.granule, u64::MAX),
            };
            self.begins = Some((at.saturating_sub(self.counted), most));
        }
        true
    }

    /// Units of a packet by its first bytes.
    fn units(&mut self, piece: &[u8]) -> Option<u64> {
        match &mut self.kind {
            Kind::Opus => {
                let first = u64::from(*piece.first()?);
                let config = first >> 3;
                let one = match config {
                    0..=11 => [480, 960, 1920, 2880][usize::try_from(config & 3).ok()?],
                    12..=15 => 480 << (config & 1),
                    _ => 120 << (config & 3),
                };
                let frames = match first & 3 {
                    0 => 1,
                    1 | 2 => 2,
                    _ => u64::from(piece.get(1)? & 0x3f),
                };
                Some(one * frames)
            }
            Kind::Vorbis { sizes, long, before } => {
                let first = *piece.first()?;
                let bits = usize::BITS - long.len().saturating_sub(1).leading_zeros();
                let mode = usize::from(first >> 1) & ((1 << bits) - 1);
                let size = sizes[usize::from(*long.get(mode).filter(|_| first & 1 == 0)?)];
                Some(before.replace(size).map_or(0, |before| (before + size) / 4))
            }
            Kind::Speex(samples) => Some(*samples),
            Kind::Theora { .. } => Some(1),
        }
    }

    /// A granule position `late` units earlier.
    pub(super) fn earlier(&self, granule: u64, late: u64) -> u64 {
        match self.kind {
            Kind::Theora { shift } if granule >> shift >= late => granule - (late << shift),
            Kind::Theora { .. } => granule,
            _ if granule > u64::MAX / 2 => granule,
            _ => granule.saturating_sub(late),
        }
    }

    fn seconds(&self) -> Option<(u128, u128)> {
        let (at, most) = self.begins?;
        Some((u128::from(at.min(most)) * u128::from(self.rate.1), u128::from(self.rate.0)))
    }
}

/// How many units each of the streams that run together is late: all by the same time, whole pictures where there are
/// pictures, and the first of them by all that it is late.
pub(super) fn late(clocks: &[Option<&Clock>]) -> Vec<u64> {
    let none = vec![0; clocks.len()];
    let known: Option<Vec<_>> = clocks.iter().flatten().map(|clock| clock.seconds()).collect();
    let earlier = |one: &(u128, u128), other: &(u128, u128)| (one.0 * other.1).cmp(&(other.0 * one.1));
    let Some(mut first) = known.and_then(|known| known.into_iter().min_by(earlier)) else { return none };
    let whole = |clock: &Clock, (over, under): (u128, u128)| {
        let (rate, per) = (u128::from(clock.rate.0), u128::from(clock.rate.1));
        // Numbers of 64 and 32 bits: their product is of 128 at most.
        u64::try_from(over.checked_mul(rate)? / under.checked_mul(per)?.max(1)).ok()
    };
    if let Some(film) = clocks.iter().flatten().find(|clock| matches!(clock.kind, Kind::Theora { .. })) {
        let Some(pictures) = whole(film, first) else { return none };
        first = (u128::from(pictures) * u128::from(film.rate.1), u128::from(film.rate.0));
    }
    let each: Option<Vec<u64>> =
        clocks.iter().map(|clock| clock.map_or(Some(0), |clock| whole(clock, first))).collect();
    each.unwrap_or(none)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(kind: Kind, rate: (u64, u64), begins: u64) -> Clock {
        Clock { kind, rate, counted: 0, open: 0, begins: Some((begins, u64::MAX)) }
    }

    #[test]
    fn streams_that_run_together_stay_together() {
        let sound = at(Kind::Opus, (48_000, 1), 4_800_100);
        assert_eq!(late(&[Some(&sound)]), [4_800_100]);
        let film = at(Kind::Theora { shift: 6 }, (25, 1), 2501);
        // The sound begins 2 ms after the 100th second, the film 40 ms: both are set back by a hundred seconds.
        assert_eq!(late(&[Some(&film), Some(&sound)]), [2500, 4_800_000]);
        assert_eq!(film.earlier(2501 << 6 | 3, 2500), 1 << 6 | 3);
        assert_eq!(
            (sound.earlier(4_800_200, 4_800_100), sound.earlier(7, 8), sound.earlier(u64::MAX, 8)),
            (100, 0, u64::MAX)
        );
        let mut open = sound.clone();
        open.begins = None;
        assert_eq!(late(&[Some(&open), Some(&sound)]), [0, 0]);
        assert_eq!(late(&[None, Some(&sound)]), [0, 4_800_100]);
    }
}

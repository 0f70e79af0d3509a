//! Frames that stand in the samples of a container, one or more in each. Samples are gone over twice: what belongs to no
//! frame of layer III is known once later frames were seen, and is cleared when its sample is written.

use super::{
    frame::clean,
    header::Header,
    ledger::{BACK, Free, Ledger, zero},
    side,
};
use crate::testimony::scrub::{Refusal, Removed, Report};

/// Largest sample that is looked into, in bytes; a frame has some 3,000 at most.
pub(in crate::testimony::scrub) const MOST_SAMPLE: u32 = 64 * 1024;
/// Most places that are remembered: some thirty hours of frames each with one.
const MOST: usize = 4_000_000;
/// Most frames of a sample.
const MOST_FRAMES: usize = 64;

/// Bits of a sample that belong to no frame.
#[derive(Clone, Copy)]
struct Gap {
    /// Which sample, from 0.
    place: u32,
    from: u32,
    until: u32,
}

/// A first walk over a track's samples, in the order in which they are decoded.
#[derive(Default)]
pub(in crate::testimony::scrub) struct Survey {
    ledger: Ledger,
    emphasis: Option<u8>,
    gaps: Vec<Gap>,
}

/// What is to be cleared in each sample.
pub(in crate::testimony::scrub) struct Plan {
    /// The first frame's, and so every frame's.
    emphasis: u8,
    /// By sample.
    gaps: Vec<Gap>,
}

impl Survey {
    /// Goes over a sample; one without bytes stands for one that is not looked into.
    pub(in crate::testimony::scrub) fn sample(&mut self, place: u32, sample: &[u8]) -> Result<(), Refusal> {
        if self.gaps.len() > MOST {
            return Err(Refusal::Large);
        }
        let mut any = false;
        for (at, bytes, header) in frames(sample) {
            any = true;
            self.emphasis.get_or_insert(header.emphasis());
            let frame = sample.get(at..at + bytes).unwrap_or_default();
            let start = header.head() - header.side();
            let Some(side) = frame.get(start..header.head()).filter(|_| header.layer() == 3) else {
                self.ledger = Ledger::default();
                continue;
            };
            let told = side::read(header, &mut side.to_vec());
            let main = (at + header.head()) as u64;
            let length = (bytes - header.head()) as u64;
            let gaps = &mut self.gaps;
            let key = u64::from(place) << 32 | main;
            self.ledger.frame(key, length, (told.back, told.bits), &mut |free| gap(gaps, free));
            self.forget();
        }
        if !any {
            // Main data may go on in it: all that is open stays.
            self.ledger = Ledger::default();
        }
        Ok(())
    }

    /// Lets go of frames that no later one can point to.
    fn forget(&mut self) {
        let gaps = &mut self.gaps;
        self.ledger.settle(self.ledger.stream().saturating_sub(BACK), &mut |free| gap(gaps, free));
    }

    /// What is to be cleared.
    pub(in crate::testimony::scrub) fn plan(mut self) -> Plan {
        let gaps = &mut self.gaps;
        self.ledger.settle(self.ledger.stream(), &mut |free| gap(gaps, free));
        self.gaps.sort_unstable_by_key(|gap| (gap.place, gap.from));
        Plan { emphasis: self.emphasis.unwrap_or(0), gaps: self.gaps }
    }
}

fn gap(gaps: &mut Vec<Gap>, free: Free) {
    let (place, main) = (free.at >> 32, free.at & 0xffff_ffff);
    let bit = |bit: u64| u32::try_from(main * 8 + bit).unwrap_or(u32::MAX);
    if free.from < free.until {
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        gaps.push(Gap { place, from: bit(free.from), until: bit(free.until) });
    }
}

impl Plan {
    /// Clears a sample in place.
    pub(in crate::testimony::scrub) fn clear(&self, place: u32, sample: &mut [u8], report: &mut Report) {
        let found: Vec<_> = frames(sample).collect();
        let Some((last, bytes, _)) = found.last() else { return };
        let end = last + bytes;
        for (at, bytes, header) in found {
            if let Some(frame) = sample.get_mut(at..at + bytes) {
                clean(header, self.emphasis, frame, report);
            }
        }
        let length = sample.len() as u64 * 8;
        report.note_if(zero(sample, end as u64 * 8, length), Removed::StrayBytes);
        let first = self.gaps.partition_point(|gap| gap.place < place);
        for gap in self.gaps.iter().skip(first).take_while(|gap| gap.place == place) {
            report.note_if(zero(sample, gap.from.into(), gap.until.into()), Removed::CodecUserData);
        }
    }
}

/// The frames of a sample: where each begins, its bytes and its header.
fn frames(sample: &[u8]) -> impl Iterator<Item = (usize, usize, Header)> + '_ {
    let (mut at, mut first) = (0, None);
    std::iter::from_fn(move || {
        let rest = sample.get(at..)?;
        let header = Header::parse(rest)?;
        if first.is_some_and(|first| !header.like(first)) {
            return None;
        }
        first = Some(header);
        // The size of a frame in free format is that of its sample.
        let whole = if header.free() { rest.len() } else { header.bytes(0)? };
        let torn = whole > rest.len() || header.free() && rest.len() <= header.head();
        if torn && (header.layer() != 3 || rest.len() <= header.head()) {
            return None;
        }
        let (here, bytes) = (at, whole.min(rest.len()));
        at += bytes;
        Some((here, bytes, header))
    })
    .take(MOST_FRAMES)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A frame of 96 bytes at 32 kbit/s and 48 kHz, one channel, with `bits` bits of main data that begin `back` bytes
    /// before.
    fn frame(back: u8, bits: u16, fill: u8) -> Vec<u8> {
        let mut frame = vec![fill; 96];
        frame[..4].copy_from_slice(&[0xff, 0xfb, 0x14, 0xc0]);
        frame[4..21].fill(0);
        frame[4] = back >> 1;
        frame[5] = back << 7;
        // The length of the first granule stands in bits 18 to 29.
        frame[6] |= (bits >> 6).to_be_bytes()[1] & 0x3f;
        frame[7] |= (bits << 2).to_be_bytes()[1];
        frame
    }

    #[test]
    fn bits_of_no_frame_are_cleared_in_the_samples_that_have_them() {
        // The first has 40 bytes of 75; the second begins 10 bytes before its own and ends within it.
        let samples = [frame(0, 320, 0xff), frame(10, 320, 0xff), [frame(0, 600, 0xff), vec![7; 9]].concat()];
        let mut survey = Survey::default();
        for (place, sample) in (0..).zip(&samples) {
            survey.sample(place, sample).unwrap();
        }
        let plan = survey.plan();
        let mut report = Report::default();
        let kept: Vec<usize> = (0..)
            .zip(samples)
            .map(|(place, mut sample)| {
                plan.clear(place, &mut sample, &mut report);
                memchr::memchr_iter(0xff, &sample[21..]).count()
            })
            .collect();
        assert_eq!(kept, [40 + 10, 30, 75]);
        assert!(!report.is_empty());
    }

    #[test]
    fn what_is_no_frame_leaves_the_samples_around_it_as_they_are() {
        let mut survey = Survey::default();
        survey.sample(0, &frame(0, 80, 0xff)).unwrap();
        survey.sample(1, b"no frame at all").unwrap();
        survey.sample(2, &frame(200, 1600, 0xff)).unwrap();
        let plan = survey.plan();
        for (place, mut sample) in [(0, frame(0, 80, 0xff)), (1, b"no frame at all".to_vec())] {
            let before = sample.clone();
            plan.clear(place, &mut sample, &mut Report::default());
            assert_eq!(sample, before);
        }
    }
}

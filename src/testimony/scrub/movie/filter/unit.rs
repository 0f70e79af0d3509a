//! Units of H.264 and H.265 behind their lengths: ITU-T H.264, section 7.4.1, and H.265, section 7.4.2.

use super::{
    Out, Refusal, Removed, Report, Source,
    recovery::{MOST_MESSAGES, recovery},
};
use crate::testimony::scrub::headers::{MOST_SET, avc::Sets, hevc, unit};

/// Bytes at a unit's end that are looked at together.
const STEP: u32 = 4_096;

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::testimony::scrub) enum Family {
    Avc,
    Hevc,
}

/// What becomes of a unit.
enum Fate {
    /// Up to its end.
    Kept,
    /// A parameter set, which is read to its end.
    Set,
    /// Its header says all; nothing that follows it is read.
    HeaderOnly(u32),
    /// Messages to decoders; of them a recovery point is kept.
    Messages,
    /// Left out.
    Dropped,
    /// Left out, and told: it can carry what somebody put there.
    Told,
}

impl Family {
    /// Bytes of a unit's header.
    pub(super) fn header(self) -> u32 {
        match self {
            Self::Avc => 1,
            Self::Hevc => 2,
        }
    }

    fn fate(self, [first, second]: [u8; 2]) -> Fate {
        match self {
            // The top bit is always 0: no decoder reads other units.
            _ if first & 0x80 != 0 => Fate::Told,
            Self::Avc => match first & 0x1f {
                1..=5 => Fate::Kept,
                7 | 8 => Fate::Set,
                6 => Fate::Messages,
                // Ends of a sequence and of the stream.
                10 | 11 => Fate::HeaderOnly(1),
                // A delimiter says nothing that lengths do not.
                9 => Fate::Dropped,
                _ => Fate::Told,
            },
            // Further layers: another eye, an alpha plane. No base layer needs them. Layers of time count from 1.
            Self::Hevc if first & 1 != 0 || second >> 3 != 0 || second.trailing_zeros() >= 3 => Fate::Told,
            Self::Hevc => match first >> 1 & 0x3f {
                0..=9 | 16..=21 => Fate::Kept,
                32..=34 => Fate::Set,
                39 => Fate::Messages,
                36 | 37 => Fate::HeaderOnly(2),
                35 => Fate::Dropped,
                _ => Fate::Told,
            },
        }
    }

    /// A delimiter, for a sample of which nothing else is left.
    fn delimiter(self) -> &'static [u8] {
        match self {
            Self::Avc => &[0x09, 0xf0],
            Self::Hevc => &[0x46, 0x01, 0x50],
        }
    }
}

/// What is learnt while a sample is rebuilt.
#[derive(Default)]
struct Seen {
    /// True where something was left out.
    told: bool,
    /// True behind a recovery point: one for each picture is enough.
    recovered: bool,
    sets: Sets,
}

/// Rebuilds the sample of `size` bytes from here on.
pub(super) fn sample(
    source: &mut Source<'_>,
    size: u32,
    length: u8,
    family: Family,
    out: &mut Out<'_, '_>,
    report: &mut Report,
) -> Result<(), Refusal> {
    let (mut left, prefix, header) = (size, u32::from(length), family.header());
    let before = out.bytes;
    let mut seen = Seen::default();
    while left > prefix {
        let mut bytes = [0; 4];
        source.read(&mut bytes[4 - usize::from(length)..])?;
        let unit = u32::from_be_bytes(bytes);
        left -= prefix;
        if unit > left {
            // No decoder reads a unit that goes on past its sample.
            seen.told = true;
            break;
        }
        left -= unit;
        let start = source.position();
        let end = start.saturating_add(u64::from(unit));
        if unit >= header {
            let mut head = [0; 2];
            source.read(&mut head[..header as usize])?;
            source.seek(start);
            let fate = family.fate(head);
            match fate {
                Fate::Kept | Fate::HeaderOnly(_) => {
                    seen.recovered &= !matches!(fate, Fate::Kept);
                    let kept = match fate {
                        Fate::HeaderOnly(bytes) => bytes,
                        _ => trimmed(source, unit, header)?,
                    };
                    seen.told |= kept < unit;
                    put_length(kept, length, out)?;
                    out.copy(source, u64::from(kept))?;
                }
                Fate::Set | Fate::Messages => {
                    if let Some(anew) = small(source, unit, family, head, &mut seen)? {
                        put_length(u32::try_from(anew.len()).unwrap_or(u32::MAX), length, out)?;
                        out.put(&anew)?;
                    }
                }
                Fate::Dropped => {}
                Fate::Told => seen.told = true,
            }
        }
        source.seek(end);
    }
    report.note_if(seen.told, Removed::CodecUserData);
    if out.bytes == before && size > 0 {
        // The sample's place in time stays.
        let unit = family.delimiter();
        put_length(u32::try_from(unit.len()).unwrap_or(0), length, out)?;
        out.put(unit)?;
    }
    Ok(())
}

/// Rebuilds a parameter set or messages in memory.
fn small(
    source: &mut Source<'_>,
    unit: u32,
    family: Family,
    head: [u8; 2],
    seen: &mut Seen,
) -> Result<Option<Vec<u8>>, Refusal> {
    if matches!(family.fate(head), Fate::Set) {
        let given = source.take(u64::from(unit), MOST_SET as usize)?;
        let set = match family {
            Family::Avc => seen.sets.cut(&given)?,
            Family::Hevc => hevc::cut(head[0] >> 1, &given)?,
        };
        seen.recovered = false;
        seen.told |= set != **given;
        return Ok(Some(set));
    }
    if unit > MOST_MESSAGES {
        seen.told = true;
        return Ok(None);
    }
    let given = source.take(u64::from(unit), MOST_MESSAGES as usize)?;
    let point = recovery(family, &given).filter(|_| !seen.recovered);
    seen.told |= point.as_ref() != Some(&*given);
    seen.recovered |= point.is_some();
    Ok(point)
}

/// Writes a unit's length in so many bytes.
fn put_length(unit: u32, length: u8, out: &mut Out<'_, '_>) -> Result<(), Refusal> {
    let (over, bytes) = (4 - usize::from(length), unit.to_be_bytes());
    // A set can be longer than it was, by the bytes that keep start codes out.
    if bytes[..over].iter().any(|byte| *byte != 0) {
        return Err(Refusal::Large);
    }
    out.put(&bytes[over..])
}

/// Bytes of the unit of `unit` bytes from here on, without the zeros at its end. The place stays.
fn trimmed(source: &mut Source<'_>, unit: u32, header: u32) -> Result<u32, Refusal> {
    let start = source.position();
    // Most units end in another byte than these.
    let (mut kept, mut step) = (unit, 4);
    loop {
        let look = kept.min(step);
        source.seek(start.saturating_add(u64::from(kept - look)));
        let end = source.take(u64::from(look), STEP as usize)?;
        let left = u32::try_from(unit::trimmed(&end)).unwrap_or(look);
        kept -= look - left;
        // A word could lie across the border of what was looked at.
        if left == look || left > 2 || kept <= 3 {
            break;
        }
        step = STEP;
    }
    source.seek(start);
    Ok(kept.max(unit.min(header + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testimony::scrub::sink::Sink;

    /// A sample of these units, rebuilt.
    fn written(family: Family, units: &[Vec<u8>]) -> Vec<u8> {
        let one = |unit: &Vec<u8>| [&u32::try_from(unit.len()).unwrap().to_be_bytes()[..], unit].concat();
        let rebuilt = |sample: &[u8]| {
            let (mut content, mut bytes) = (std::io::Cursor::new(sample.to_vec()), Vec::new());
            let (mut report, length) = (Report::default(), sample.len() as u64);
            let mut sink = Sink::new(&mut bytes);
            let mut out = Out { sink: Some(&mut sink), bytes: 0 };
            let mut source = Source::new(&mut content, length);
            super::sample(&mut source, u32::try_from(length).unwrap(), 4, family, &mut out, &mut report).unwrap();
            sink.finish().unwrap();
            (bytes, report)
        };
        let (bytes, _) = rebuilt(&units.iter().flat_map(one).collect::<Vec<u8>>());
        let (again, report) = rebuilt(&bytes);
        assert!(again == bytes && report.is_empty());
        bytes
    }

    #[test]
    fn units_that_no_decoder_of_the_base_layer_reads_go() {
        let slice = vec![0x65, 0x88, 0x80];
        let kept = written(Family::Avc, std::slice::from_ref(&slice));
        for kind in (0..32).filter(|kind| !matches!(kind, 1..=8 | 10 | 11)) {
            let song = [&[0x60 | kind][..], b"text text"].concat();
            assert_eq!(written(Family::Avc, &[song.clone(), slice.clone(), song]), kept, "{kind}");
        }
        assert_eq!(written(Family::Avc, &[[&[0xe5][..], b"text"].concat(), slice]), kept);
        let slice = vec![0x26, 1, 0xaf, 0x80];
        let kept = written(Family::Hevc, std::slice::from_ref(&slice));
        for kind in (0..64).filter(|kind| !matches!(kind, 0..=9 | 16..=21 | 32..=34 | 36 | 37)) {
            let song = [&[kind << 1, 1][..], b"text text"].concat();
            assert_eq!(written(Family::Hevc, &[song.clone(), slice.clone(), song]), kept, "{kind}");
        }
        for head in [[0xa6, 1], [0x26, 9], [0x27, 1], [0x26, 0]] {
            assert_eq!(written(Family::Hevc, &[[&head[..], b"text"].concat(), slice.clone()]), kept);
        }
    }

    #[test]
    fn ends_of_units_are_found() {
        let kept = |unit: &[u8]| written(Family::Avc, &[unit.to_vec()])[4..].to_vec();
        assert_eq!(kept(&[0x65, 0x88, 0x80, 0, 0, 3, 0, 0, 3, 0]), [0x65, 0x88, 0x80]);
        assert_eq!(kept(&[&[0x65, 0x80][..], &[0, 0, 3].repeat(5_000)].concat()), [0x65, 0x80]);
        assert_eq!(kept(&[&[0x65, 0x80][..], &[0; 9_000]].concat()), [0x65, 0x80]);
        assert_eq!(kept(&[0x65, 3]), [0x65, 3]);
        assert_eq!(kept(&[0x65, 0, 0]), [0x65, 0]);
        assert_eq!(kept(&[0x6a, 0x74, 0x65, 0x78]), [0x6a]);
    }
}

//! Units of H.264 and H.265 behind their lengths: ITU-T H.264, section 7.4.1, and H.265, section 7.4.2.

use super::{
    Out, Refusal, Removed, Report, Source,
    recovery::{MOST_MESSAGES, recovery},
};

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::testimony::scrub) enum Family {
    Avc,
    Hevc,
}

/// What becomes of a unit.
enum Fate {
    Kept,
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
            Self::Avc => match first & 0x1f {
                // Slices and parameter sets.
                1..=5 | 7 | 8 | 13 => Fate::Kept,
                6 => Fate::Messages,
                // Ends of a sequence and of the stream.
                10 | 11 => Fate::HeaderOnly(1),
                // A delimiter says nothing that lengths do not.
                9 => Fate::Dropped,
                _ => Fate::Told,
            },
            // Further layers: another eye, an alpha plane. No base layer needs them.
            Self::Hevc if first & 1 != 0 || second >> 3 != 0 => Fate::Told,
            Self::Hevc => match first >> 1 & 0x3f {
                0..=9 | 16..=21 | 32..=34 => Fate::Kept,
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
    let (mut told, mut recovered) = (false, false);
    while left > prefix {
        let mut bytes = [0; 4];
        source.read(&mut bytes[4 - usize::from(length)..])?;
        let unit = u32::from_be_bytes(bytes);
        left -= prefix;
        if unit > left {
            // No decoder reads a unit that goes on past its sample.
            told = true;
            break;
        }
        left -= unit;
        let end = source.position().saturating_add(u64::from(unit));
        if unit >= header {
            let mut head = [0; 2];
            source.read(&mut head[..header as usize])?;
            let kept = match family.fate(head) {
                Fate::Kept => {
                    recovered = false;
                    Some(unit)
                }
                Fate::HeaderOnly(bytes) => Some(bytes),
                Fate::Messages if unit <= MOST_MESSAGES => {
                    source.seek(end.saturating_sub(u64::from(unit)));
                    let given = source.take(u64::from(unit), MOST_MESSAGES as usize)?;
                    // One for each picture is enough.
                    let point = recovery(family, &given).filter(|_| !recovered);
                    told |= point.as_ref() != Some(&*given);
                    if let Some(point) = point {
                        recovered = true;
                        let bytes = u32::try_from(point.len()).unwrap_or(0).to_be_bytes();
                        out.put(&bytes[4 - usize::from(length)..])?;
                        out.put(&point)?;
                    }
                    None
                }
                Fate::Dropped => None,
                Fate::Told | Fate::Messages => {
                    told = true;
                    None
                }
            };
            if let Some(kept) = kept {
                out.put(&kept.to_be_bytes()[4 - usize::from(length)..])?;
                out.put(&head[..header as usize])?;
                out.copy(source, u64::from(kept - header))?;
            }
        }
        source.seek(end);
    }
    report.note_if(told, Removed::CodecUserData);
    if out.bytes == before && size > 0 {
        // The sample's place in time stays.
        let unit = family.delimiter();
        let bytes = u32::try_from(unit.len()).unwrap_or(0).to_be_bytes();
        out.put(&bytes[4 - usize::from(length)..])?;
        out.put(unit)?;
    }
    Ok(())
}

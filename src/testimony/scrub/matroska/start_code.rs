//! H.264 behind start codes: ITU-T H.264, annex B. Browsers record it so.

use memchr::memmem;

use super::{Refusal, Removed, Report};
use crate::testimony::scrub::{
    headers::{avc::Sets, unit},
    movie::filter::{Family, MOST_MESSAGES, recovery},
};

/// What stands before a unit.
const START: [u8; 3] = [0, 0, 1];
/// The same as it is written.
const LONG_START: [u8; 4] = [0, 0, 0, 1];
/// A delimiter, for a frame of which nothing else is left.
const DELIMITER: [u8; 2] = [0x09, 0xf0];

/// Writes the slices and parameter sets in `frame`.
pub(super) fn units(frame: &[u8], out: &mut Vec<u8>, report: &mut Report) -> Result<(), Refusal> {
    let finder = memmem::Finder::new(&START);
    let mut starts = finder.find_iter(frame).map(|at| at + START.len()).peekable();
    let before = out.len();
    let lead = starts.peek().map_or(frame.len(), |at| at - START.len());
    let silent = frame.get(..lead).is_some_and(|lead| lead.iter().all(|byte| *byte == 0));
    report.note_if(!silent, Removed::CodecUserData);
    let (mut recovered, mut sets) = (false, Sets::default());
    while let Some(at) = starts.next() {
        let end = starts.peek().map_or(frame.len(), |next| next - START.len());
        let unit = trimmed(frame.get(at..end).unwrap_or_default());
        // The bit above the kind is always 0.
        let Some(first) = unit.first() else { continue };
        let point;
        let cut;
        let unit = match first & 0x9f {
            7 | 8 => {
                cut = sets.cut(unit)?;
                report.note_if(cut != unit, Removed::CodecUserData);
                recovered = false;
                &cut
            }
            1..=5 => {
                recovered = false;
                unit
            }
            6 => {
                let looked_into = unit.len() <= MOST_MESSAGES as usize && !recovered;
                point = looked_into.then(|| recovery(Family::Avc, unit)).flatten();
                report.note_if(point.as_deref() != Some(unit), Removed::CodecUserData);
                let Some(point) = &point else { continue };
                recovered = true;
                point
            }
            // Ends of a sequence and of the stream have no body.
            10 | 11 => &unit[..1],
            9 => continue,
            _ => {
                report.note(Removed::CodecUserData);
                continue;
            }
        };
        out.extend(LONG_START);
        out.extend_from_slice(unit);
    }
    if out.len() == before && !frame.is_empty() {
        // The frame's place in time stays.
        out.extend(LONG_START);
        out.extend(DELIMITER);
    }
    Ok(())
}

/// A unit without what is behind its end.
fn trimmed(unit: &[u8]) -> &[u8] {
    unit.get(..unit::trimmed(unit)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_data_goes_and_slices_stay() {
        let frame =
            [&[0, 0, 0, 1, 9, 0xf0, 0, 0, 1, 6, 5, 3, 1, 2, 3, 0x80, 0, 0, 1, 0x65][..], &[7; 9], &[0, 0]].concat();
        let (mut out, mut report) = (Vec::new(), Report::default());
        units(&frame, &mut out, &mut report).unwrap();
        assert_eq!(out, [&[0, 0, 0, 1, 0x65][..], &[7; 9]].concat());
        assert!(!report.is_empty());
        let (mut again, mut report) = (Vec::new(), Report::default());
        units(&out, &mut again, &mut report).unwrap();
        assert!(again == out && report.is_empty());
    }
}

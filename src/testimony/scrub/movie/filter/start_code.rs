//! MPEG-1, -2 and -4 pictures, whose parts begin with start codes: ISO/IEC 13818-2, section 6.2, and 14496-2, section 6.2.

mod part;

use memchr::memmem;

use super::{Removed, Report};
use part::Part;

/// What begins a part, before the byte that says which.
const START: [u8; 3] = [0, 0, 1];
/// User data, in all three.
const USER_DATA: u8 = 0xb2;
/// A sample of one byte, which `DivX` and `XviD` write for a picture that they showed before.
const SHOWN_BEFORE: u8 = 0x7f;

/// Whose start codes they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::testimony::scrub) enum Parts {
    /// MPEG-1 and -2.
    Mpeg2,
    Mpeg4,
}

/// Writes the parts in `given` that a decoder reads.
pub(in crate::testimony::scrub) fn start_codes(parts: Parts, given: &[u8], out: &mut Vec<u8>, report: &mut Report) {
    let before = out.len();
    if let (Parts::Mpeg4, [byte]) = (parts, given) {
        report.note_if(*byte != SHOWN_BEFORE, Removed::CodecUserData);
        return out.push(SHOWN_BEFORE);
    }
    let finder = memmem::Finder::new(&START);
    let mut starts = finder.find_iter(given).peekable();
    let lead = given.get(..starts.peek().copied().unwrap_or(given.len())).unwrap_or_default();
    if parts == Parts::Mpeg4 && part::short_header(lead) {
        out.extend_from_slice(lead);
    } else {
        report.note_if(lead.iter().any(|byte| *byte != 0), Removed::CodecUserData);
    }
    while let Some(at) = starts.next() {
        let end = starts.peek().copied().unwrap_or(given.len());
        let Some((code, body)) = given.get(at + START.len()..end).and_then(<[u8]>::split_first) else { continue };
        match part::of(parts, *code, body) {
            Part::Whole => out.extend_from_slice(given.get(at..end).unwrap_or_default()),
            Part::Anew(anew) => {
                let same = body.starts_with(&anew);
                let behind = body.iter().skip(anew.len()).any(|byte| *byte != 0);
                report.note_if(!same || behind, Removed::CodecUserData);
                out.extend(START);
                out.push(*code);
                out.extend_from_slice(&anew);
            }
            // Empty user data may be this filter's own.
            Part::Dropped => {
                report.note_if(*code != USER_DATA || given.len() > START.len() + 1, Removed::CodecUserData);
            }
        }
    }
    if out.len() == before && !given.is_empty() {
        // Empty user data keep the sample's place in time.
        out.extend(START);
        out.push(USER_DATA);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(parts: Parts, given: &[u8]) -> Vec<u8> {
        let (mut out, mut report) = (Vec::new(), Report::default());
        start_codes(parts, given, &mut out, &mut report);
        assert!(out == given || !report.is_empty(), "{given:x?}");
        let (mut again, mut report) = (Vec::new(), Report::default());
        start_codes(parts, &out, &mut again, &mut report);
        assert!(again == out && report.is_empty(), "{given:x?}");
        out
    }

    #[test]
    fn the_time_of_a_group_and_unknown_parts_go() {
        let given = [&b"text"[..], &[0, 0, 1, 0xb8, 0x36, 0xe9, 0x55, 0xe5], b"text", &[0, 0, 1, 0xb5, 0x47, 7, 7]];
        let given = [given.concat(), vec![0, 0, 1, 0xb6, 9, 0, 0, 1, 0, 0, 0x0f, 0xff, 0xff, 9, 0, 0, 1, 1, 5, 5]];
        let clean = [&[0, 0, 1, 0xb8, 0, 8, 0, 0x60][..], &[0, 0, 1, 0, 0, 0x0f, 0xff, 0xf8, 0, 0, 1, 1, 5, 5]];
        assert_eq!(written(Parts::Mpeg2, &given.concat()), clean.concat());
    }

    #[test]
    fn nothing_is_left_of_what_is_no_part() {
        let empty = [0, 0, 1, 0xb2];
        for parts in [Parts::Mpeg2, Parts::Mpeg4] {
            for given in [&b"text"[..], &[0, 0, 1, 0xc3, 9], &[0, 0, 1, 0xb2, 9], &empty] {
                assert_eq!(written(parts, given), empty);
            }
        }
        assert_eq!(written(Parts::Mpeg4, &[7]), [0x7f]);
        assert_eq!(
            written(Parts::Mpeg4, &[0, 0, 1, 0xb0, 3, 9, 9, 0, 0, 1, 0xb6, 1]),
            [0, 0, 1, 0xb0, 3, 0, 0, 1, 0xb6, 1]
        );
        assert_eq!(written(Parts::Mpeg4, &[0, 0, 0x80, 2, 7]), [0, 0, 0x80, 2, 7]);
    }
}

//! MPEG-1, -2 and -4 pictures, whose parts begin with start codes: ISO/IEC 13818-2, section 6.2, and 14496-2, section 6.2.

mod part;

use memchr::memmem;

use super::{Filter, Refusal, Removed, Report, Source};
use part::Part;

/// What begins a part, before the byte that says which.
const START: [u8; 3] = [0, 0, 1];
/// User data, in all three.
const USER_DATA: u8 = 0xb2;
/// A picture of MPEG-4.
const PICTURE: u8 = 0xb6;
/// A sample of one byte, which `DivX` and `XviD` write for a picture that they showed before.
const SHOWN_BEFORE: u8 = 0x7f;

/// Whose start codes they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::testimony::scrub) enum Parts {
    /// MPEG-1 and -2.
    Mpeg2,
    /// MPEG-4: how many seconds the times of its groups are late; `None` in a configuration, which has no groups.
    Mpeg4 { late: Option<u32> },
}

impl Parts {
    /// MPEG-4 of which no picture was seen.
    pub(in crate::testimony::scrub) const MPEG4: Self = Self::Mpeg4 { late: None };

    /// The same, where `first` begins a track's first picture: its group then has the time 0, and all others are as far
    /// from it as they were. Pictures between others are decoded by how far they are from the group's time.
    fn begun(self, first: &[u8], report: &mut Report) -> Self {
        let Self::Mpeg4 { .. } = self else { return self };
        let finder = memmem::Finder::new(&START);
        let parts = finder.find_iter(first).filter_map(|at| first.get(at + START.len()..)?.split_first());
        let late = parts.take_while(|(code, _)| **code != PICTURE).find(|(code, _)| **code == part::GROUP);
        let late = late.and_then(|(_, body)| part::time(body)).unwrap_or(0);
        report.note_if(late > 0, Removed::Times);
        Self::Mpeg4 { late: Some(late) }
    }
}

/// Bytes at the start of a track's first picture that are looked at for a group.
const FIRST: u32 = 64 * 1024;

impl Filter {
    /// True where the filter depends on the track's first sample.
    pub(in crate::testimony::scrub) fn waits(self) -> bool {
        self == Self::StartCodes(Parts::MPEG4)
    }

    /// The filter of a track whose first sample is here, behind bytes that were left off it.
    pub(in crate::testimony::scrub) fn begun(
        self,
        source: &mut Source<'_>,
        stripped: &[u8],
        (offset, size): (u64, u32),
        report: &mut Report,
    ) -> Result<Self, Refusal> {
        let Self::StartCodes(parts) = self else { return Ok(self) };
        source.seek(offset);
        let first = source.take(u64::from(size.min(FIRST)), FIRST as usize)?;
        Ok(Self::StartCodes(parts.begun(&[stripped, &first].concat(), report)))
    }
}

/// Writes the parts in `given` that a decoder reads.
pub(in crate::testimony::scrub) fn start_codes(parts: Parts, given: &[u8], out: &mut Vec<u8>, report: &mut Report) {
    let before = out.len();
    if let (Parts::Mpeg4 { .. }, [byte]) = (parts, given) {
        report.note_if(*byte != SHOWN_BEFORE, Removed::CodecUserData);
        return out.push(SHOWN_BEFORE);
    }
    let finder = memmem::Finder::new(&START);
    let mut starts = finder.find_iter(given).peekable();
    let lead = given.get(..starts.peek().copied().unwrap_or(given.len())).unwrap_or_default();
    if parts != Parts::Mpeg2 && part::short_header(lead) {
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
    fn the_first_group_of_mpeg4_is_at_0_and_all_others_are_as_far_from_it() {
        // 13:37:42 and 13:38:07, both with nine bits behind.
        let group = |[hour, minute, second]: [u32; 3], rest: u32| {
            let bits = hour << 27 | minute << 21 | 1 << 20 | second << 14 | rest;
            [&[0, 0, 1, 0xb3][..], &bits.to_be_bytes()[..3]].concat()
        };
        let picture = [0, 0, 1, 0xb6, 0x10, 9];
        let given = [&group([13, 37, 42], 0x2700)[..], &picture, &group([13, 38, 7], 0x0700), &picture].concat();
        let mut report = Report::default();
        let parts = Parts::MPEG4.begun(&given, &mut report);
        assert!(!report.is_empty());
        let (mut out, mut report) = (Vec::new(), Report::default());
        start_codes(parts, &given, &mut out, &mut report);
        assert_eq!(out, [&group([0, 0, 0], 0x2700)[..], &picture, &group([0, 0, 25], 0x0700), &picture].concat());
        let mut report = Report::default();
        assert_eq!(Parts::MPEG4.begun(&out, &mut report), Parts::Mpeg4 { late: Some(0) });
        assert!(report.is_empty());
        // A group behind the first picture is not its own.
        assert_eq!(Parts::MPEG4.begun(&given[7..], &mut report), Parts::Mpeg4 { late: Some(0) });
        // A configuration has none.
        assert!(written(Parts::MPEG4, &given).windows(4).all(|window| window != [0, 0, 1, 0xb3]));
    }

    #[test]
    fn nothing_is_left_of_what_is_no_part() {
        let empty = [0, 0, 1, 0xb2];
        for parts in [Parts::Mpeg2, Parts::MPEG4] {
            for given in [&b"text"[..], &[0, 0, 1, 0xc3, 9], &[0, 0, 1, 0xb2, 9], &empty] {
                assert_eq!(written(parts, given), empty);
            }
        }
        assert_eq!(written(Parts::MPEG4, &[7]), [0x7f]);
        assert_eq!(
            written(Parts::MPEG4, &[0, 0, 1, 0xb0, 3, 9, 9, 0, 0, 1, 0xb6, 1]),
            [0, 0, 1, 0xb0, 3, 0, 0, 1, 0xb6, 1]
        );
        assert_eq!(written(Parts::MPEG4, &[0, 0, 0x80, 2, 7]), [0, 0, 0x80, 2, 7]);
    }
}

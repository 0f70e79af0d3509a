//! Motion JPEG: ISO/IEC 10918-1, annex B. Frames, tables and scans, and nothing that applications add.

use memchr::memchr_iter;

use super::{Refusal, Removed, Report};

/// Most pictures in one sample: two fields.
const MOST_FIELDS: usize = 2;
/// Adobe's colour transform, rebuilt: its mark, version 100, no flags.
const ADOBE: &[u8] = b"Adobe\0\x64\0\0\0\0";

/// Writes the pictures of a sample.
pub(super) fn picture(sample: &[u8], out: &mut Vec<u8>, report: &mut Report) -> Result<(), Refusal> {
    let mut at = 0;
    for field in 0..MOST_FIELDS {
        let Some([0xff, 0xd8]) = sample.get(at..at + 2) else {
            if field == 0 && !sample.is_empty() {
                return Err(Refusal::Malformed("a picture of the film is not a JPEG"));
            }
            break;
        };
        at = one(sample, at + 2, out, report)?;
    }
    report.note_if(at < sample.len(), Removed::StrayBytes);
    Ok(())
}

/// Writes one picture whose markers begin at `at`, and says where it ends.
fn one(sample: &[u8], mut at: usize, out: &mut Vec<u8>, report: &mut Report) -> Result<usize, Refusal> {
    out.extend([0xff, 0xd8]);
    while let Some([0xff, marker]) = sample.get(at..at + 2) {
        match marker {
            0xff => {
                at += 1;
                continue;
            }
            0xd9 => {
                at += 2;
                break;
            }
            _ => {}
        }
        let body = sample.get(at + 4..).unwrap_or_default();
        let length = sample.get(at + 2..at + 4).map_or(0, |pair| usize::from(pair[0]) << 8 | usize::from(pair[1]));
        let Some(body) = length.checked_sub(2).and_then(|length| body.get(..length)) else { break };
        let next = at + 2 + length;
        match marker {
            // Tables, frames of Huffman coding, scans, lines and intervals.
            0xdb | 0xc4 | 0xc0..=0xc2 | 0xdc | 0xdd => out.extend_from_slice(sample.get(at..next).unwrap_or_default()),
            0xda => {
                let end = next + scan(sample.get(next..).unwrap_or_default());
                out.extend_from_slice(sample.get(at..end).unwrap_or_default());
                at = end;
                continue;
            }
            0xee if body.len() == 12 && body.starts_with(b"Adobe") => {
                report.note_if(!body.starts_with(ADOBE), Removed::Software);
                out.extend([0xff, 0xee, 0, 14]);
                out.extend_from_slice(ADOBE);
                out.extend(body.last());
            }
            0xe0..=0xef | 0xfe => report.note(Removed::CodecUserData),
            _ => return Err(Refusal::Unsupported("a picture of the film in a rare kind of JPEG")),
        }
        at = next;
    }
    out.extend([0xff, 0xd9]);
    Ok(at)
}

/// Bytes of a scan: up to a marker other than a restart.
fn scan(coded: &[u8]) -> usize {
    let ends = |at: &usize| !matches!(coded.get(at + 1), Some(0 | 0xd0..=0xd7));
    memchr_iter(0xff, coded).find(ends).unwrap_or(coded.len())
}

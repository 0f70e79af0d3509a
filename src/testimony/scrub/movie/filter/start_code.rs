//! MPEG-1, -2 and -4 pictures, whose parts begin with start codes: ISO/IEC 14496-2, section 6.2.1, and 13818-2.

use memchr::memmem;

use super::{Removed, Report};

/// What begins a part, before the byte that says which.
const START: [u8; 3] = [0, 0, 1];
/// User data, in all three.
const USER_DATA: u8 = 0xb2;

/// Writes what stands in `parts`, without user data.
pub(in crate::testimony::scrub) fn start_codes(parts: &[u8], out: &mut Vec<u8>, report: &mut Report) {
    let finder = memmem::Finder::new(&START);
    let before = out.len();
    let mut kept_from = Some(0);
    for at in finder.find_iter(parts) {
        let user = parts.get(at + START.len()) == Some(&USER_DATA);
        match (kept_from, user) {
            (Some(from), true) => {
                out.extend_from_slice(parts.get(from..at).unwrap_or_default());
                kept_from = None;
            }
            (None, false) => kept_from = Some(at),
            _ => {}
        }
        if user {
            let text = parts.get(at + 4..).unwrap_or_default();
            let text = text.get(..finder.find(text).unwrap_or(text.len())).unwrap_or_default();
            match decoder_mark(text) {
                Some(mark) => {
                    report.note_if(text != mark, Removed::CodecUserData);
                    out.extend(START);
                    out.push(USER_DATA);
                    out.extend_from_slice(&mark);
                }
                None => report.note_if(!text.is_empty() || parts.len() > 4, Removed::CodecUserData),
            }
        }
    }
    if let Some(from) = kept_from {
        out.extend_from_slice(parts.get(from..).unwrap_or_default());
    }
    if out.len() == before && !parts.is_empty() {
        // Empty user data keep the sample's place in time.
        out.extend(START);
        out.push(USER_DATA);
    }
}

/// The part of a mark that decoders act on, because streams of that encoder need another transform or other rounding.
fn decoder_mark(text: &[u8]) -> Option<Vec<u8>> {
    let number = |digits: &[u8]| -> Option<u32> {
        let digits = digits.get(..digits.iter().take(6).take_while(|byte| byte.is_ascii_digit()).count())?;
        std::str::from_utf8(digits).ok()?.parse().ok()
    };
    if let Some(rest) = text.strip_prefix(b"XviD") {
        return number(rest).map(|build| format!("XviD{:04}", build.min(9999)).into_bytes());
    }
    let rest = text.strip_prefix(b"DivX")?;
    let version = number(rest)?;
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = rest.get(digits..)?;
    let rest = rest.strip_prefix(b"Build").or_else(|| rest.strip_prefix(b"b"))?;
    let build = number(rest)?;
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    // Frames in one packet, which are shown one after another.
    let packed = if rest.get(digits) == Some(&b'p') { "p" } else { "" };
    Some(format!("DivX{version}b{build}{packed}").into_bytes())
}

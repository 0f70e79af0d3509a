//! What of each part is kept.

use super::{Parts, USER_DATA};

/// What becomes of a part.
pub(super) enum Part {
    Whole,
    /// These bytes behind its start code.
    Anew(Vec<u8>),
    Dropped,
}

/// Hours, minutes, seconds and pictures of zero, with the bit that is always set: ISO/IEC 13818-2, section 6.2.2.6.
const NO_TIME: [u8; 3] = [0, 8, 0];
/// A group of MPEG-4.
pub(super) const GROUP: u8 = 0xb3;
/// Seconds of a day.
const DAY: u32 = 86_400;
/// Bits of a group's last byte: closed, and broken by editing.
const CLOSED_BROKEN: u8 = 0x60;

/// A part by the byte behind its start, and what follows that.
pub(super) fn of(parts: Parts, code: u8, body: &[u8]) -> Part {
    match (parts, code) {
        (Parts::Mpeg2, 0) => Part::Anew(picture(body)),
        (Parts::Mpeg2, 0xb3) => cut(body, sequence(body)),
        (Parts::Mpeg2, 0xb5) => extension(body),
        (Parts::Mpeg2, 0xb8) => match body {
            [_, _, _, last, ..] => Part::Anew([&NO_TIME[..], &[last & CLOSED_BROKEN]].concat()),
            _ => Part::Dropped,
        },
        // Ends of a sequence.
        (Parts::Mpeg2, 0xb7) | (Parts::Mpeg4 { .. }, 0xb1) => cut(body, 0),
        // An object, behind which H.263 may follow.
        (Parts::Mpeg4 { .. }, 0..=0x1f) if !short_header(body) => cut(body, 0),
        // Slices; layers, pictures, and what the studio profiles add.
        (Parts::Mpeg2, 1..=0xaf) | (Parts::Mpeg4 { .. }, 0..=0x2f | 0xb6..=0xb8) => Part::Whole,
        // Profile and level.
        (Parts::Mpeg4 { .. }, 0xb0) => cut(body, 1),
        (Parts::Mpeg4 { late }, GROUP) => match (late, time(body)) {
            (Some(late), Some(time)) => Part::Anew(group(body, time, late)),
            _ => Part::Dropped,
        },
        // The kind of object, and its colours.
        (Parts::Mpeg4 { .. }, 0xb5) => cut(body, 6),
        (Parts::Mpeg4 { .. }, USER_DATA) => decoder_mark(body).map_or(Part::Dropped, Part::Anew),
        _ => Part::Dropped,
    }
}

/// The time of a group in seconds: ISO/IEC 14496-2, section 6.2.4.
pub(super) fn time(body: &[u8]) -> Option<u32> {
    let (bytes, _) = body.split_first_chunk::<3>()?;
    let [first, second, third] = bytes.map(u32::from);
    let (hours, minutes, seconds) = (first >> 3, (first & 7) << 3 | second >> 5, (second & 15) << 2 | third >> 6);
    Some(hours * 3600 + minutes * 60 + seconds)
}

/// A group whose time is less by so many seconds, with its flags.
fn group(body: &[u8], time: u32, late: u32) -> Vec<u8> {
    let time = (time % DAY + DAY - late % DAY) % DAY;
    let (hours, minutes, seconds) = (time / 3600, time / 60 % 60, time % 60);
    let flags = body.get(2).map_or(0, |third| u32::from(third & 0x30));
    let bits = hours << 19 | minutes << 13 | 1 << 12 | seconds << 6 | flags | 7;
    bits.to_be_bytes()[1..].to_vec()
}

/// True for H.263's pictures in MPEG-4: ISO/IEC 14496-2, section 6.2.5.2.
pub(super) fn short_header(bytes: &[u8]) -> bool {
    matches!(bytes, [0, 0, 0x80..=0x83, ..])
}

fn cut(body: &[u8], bytes: usize) -> Part {
    Part::Anew(body.get(..bytes).unwrap_or(body).to_vec())
}

/// A picture's header without extra information: section 6.2.3.
fn picture(body: &[u8]) -> Vec<u8> {
    // Its place and delay, and the reach of movements where it has any.
    let bits = match body.get(1).map(|byte| byte >> 3 & 7) {
        Some(2) => 33,
        Some(3) => 37,
        _ => 29_usize,
    };
    let mut header = body.get(..(bits + 1).div_ceil(8)).unwrap_or(body).to_vec();
    if let Some(last) = header.get_mut(bits / 8) {
        *last &= !(0xff >> (bits % 8));
    }
    header
}

/// Bytes of a sequence's header with its tables: section 6.2.2.1.
fn sequence(body: &[u8]) -> usize {
    let flag = |at: usize, bit: u8| body.get(at).is_some_and(|byte| byte & bit != 0);
    let first = if flag(7, 2) { 64 } else { 0 };
    let second = if flag(7 + first, 1) { 64 } else { 0 };
    8 + first + second
}

/// Extensions that say how to decode and to show, and no copyright and no camera: table 6-2.
fn extension(body: &[u8]) -> Part {
    let flag = |at: usize, bit: u8| body.get(at).is_some_and(|byte| byte & bit != 0);
    match body.first().map(|byte| byte >> 4) {
        // The sequence.
        Some(1) => cut(body, 6),
        // How it is shown, with colours or without.
        Some(2) => cut(body, if flag(0, 1) { 8 } else { 5 }),
        // Tables.
        Some(3) => cut(body, 257),
        // Scaled layers.
        Some(5 | 9 | 10) => cut(body, 8),
        // Where the shown part is, up to three times.
        Some(7) => cut(body, 14),
        // The picture, as composite video or not.
        Some(8) => cut(body, if flag(4, 0x40) { 7 } else { 5 }),
        _ => Part::Dropped,
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

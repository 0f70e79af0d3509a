//! Chunks that no allow-list has: what kind of data was in them, and the one thing that is read from them, the
//! orientation (PNG 3rd edition, 11.3).

use crate::testimony::scrub::{Removed, orientation};

/// Most bytes of a text chunk's keyword.
const KEYWORD: usize = 79;
/// Most bytes that an Exif block in a text chunk is inflated to, in hexadecimal digits and line ends.
const MOST_TEXT: usize = 3 * orientation::MOST;

/// What a chunk is reported as. `data` is at least its beginning.
pub(super) fn kind(name: [u8; 4], data: &[u8]) -> Removed {
    match &name {
        b"eXIf" | b"zxIf" => Removed::Exif,
        b"iCCP" | b"mDCV" | b"mDCv" | b"cLLI" | b"cLLi" | b"cHRM" | b"gAMA" | b"sRGB" | b"cICP" => {
            Removed::ColourProfile
        }
        b"tIME" => Removed::Times,
        b"pHYs" | b"oFFs" | b"sCAL" | b"pCAL" => Removed::Resolution,
        b"acTL" | b"fcTL" | b"fdAT" => Removed::FurtherPictures,
        b"tEXt" | b"zTXt" | b"iTXt" => text(keyword(data)),
        b"IDAT" | b"IEND" | b"IHDR" => Removed::StrayBytes,
        _ => Removed::UnknownParts,
    }
}

fn keyword(data: &[u8]) -> &[u8] {
    let end = data.iter().take(KEYWORD).position(|byte| *byte == 0).unwrap_or(0);
    data.get(..end).unwrap_or_default()
}

fn text(keyword: &[u8]) -> Removed {
    match keyword {
        b"XML:com.adobe.xmp" | b"Raw profile type xmp" => Removed::Xmp,
        b"Raw profile type exif" | b"Raw profile type APP1" => Removed::Exif,
        b"Raw profile type iptc" | b"Raw profile type 8bim" => Removed::Iptc,
        b"Raw profile type icc" | b"Raw profile type icm" => Removed::ColourProfile,
        b"Software" => Removed::Software,
        b"Creation Time" | b"create-date" | b"modify-date" => Removed::Times,
        _ if keyword.starts_with(b"date:") => Removed::Times,
        _ => Removed::Comments,
    }
}

/// The orientation that a chunk gives. Viewers read `eXIf`, and the text chunks that stood for it before 2017.
pub(super) fn turned(name: [u8; 4], data: &[u8]) -> Option<u8> {
    match &name {
        b"eXIf" => orientation::read(data),
        b"tEXt" | b"zTXt" if text(keyword(data)) == Removed::Exif => {
            let body = data.get(keyword(data).len() + 1..)?;
            if name == *b"tEXt" {
                return orientation::read(&digits(body));
            }
            // The method of compression is 0.
            let stream = body.strip_prefix(&[0])?;
            let inflated = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(stream, MOST_TEXT).ok()?;
            orientation::read(&digits(&inflated))
        }
        _ => None,
    }
}

/// The block that a name, a length and lines of hexadecimal digits stand for.
fn digits(text: &[u8]) -> Vec<u8> {
    let lines = text.split(|byte| *byte == b'\n').skip(3);
    let digits: Vec<u8> = lines.flatten().filter_map(|digit| hexadecimal(*digit)).collect();
    digits.chunks_exact(2).filter_map(|pair| Some(pair.first()? << 4 | pair.last()?)).collect()
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

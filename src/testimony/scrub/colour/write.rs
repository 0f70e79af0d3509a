//! The profiles that Amanat writes: version 4, matrix and formula, nothing that differs from file to file.

use super::Space;

/// D50, the white of every profile, in 1/65536.
const WHITE: [i32; 3] = [63_190, 65_536, 54_061];

pub(super) fn profile(space: Space) -> Vec<u8> {
    let curve = space.curve().tag();
    let mut tags = vec![(*b"desc", text(name(space))), (*b"cprt", text("CC0")), (*b"wtpt", xyz(WHITE))];
    if let Some([red, green, blue]) = space.colorants() {
        tags.extend([(*b"rXYZ", xyz(red)), (*b"gXYZ", xyz(green)), (*b"bXYZ", xyz(blue))]);
        tags.extend([(*b"rTRC", curve.clone()), (*b"gTRC", curve.clone()), (*b"bTRC", curve)]);
    } else {
        tags.push((*b"kTRC", curve));
    }
    assemble(space, &tags)
}

fn name(space: Space) -> &'static str {
    match space {
        Space::Srgb => "sRGB",
        Space::DisplayP3 => "P3",
        Space::AdobeRgb => "Adobe",
        Space::ProPhoto => "ROMM",
        Space::Rec2020 => "2020",
        Space::Grey => "Grey",
    }
}

fn assemble(space: Space, tags: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut index = number(tags.len()).to_vec();
    let (mut data, start): (Vec<u8>, usize) = (Vec::new(), 128 + 4 + 12 * tags.len());
    // Tags with the same data share it, as is usual for the three curves.
    for (name, body) in tags {
        let at = data.windows(body.len()).position(|seen| seen == body).unwrap_or(data.len());
        if at == data.len() {
            data.extend(body);
            data.resize(data.len().next_multiple_of(4), 0);
        }
        index.extend([*name, number(start + at), number(body.len())].as_flattened());
    }
    let mut profile = number(start + data.len()).to_vec();
    profile.extend(b"\0\0\0\0\x04\x30\0\0mntr");
    profile.extend(if space.is_grey() { b"GRAY" } else { b"RGB " });
    profile.extend(b"XYZ ");
    // A date has to be there: 1 January 2000.
    profile.extend(b"\x07\xd0\0\x01\0\x01\0\0\0\0\0\0acsp");
    profile.resize(68, 0);
    profile.extend(WHITE.map(i32::to_be_bytes).as_flattened());
    profile.resize(128, 0);
    profile.extend(index);
    profile.extend(data);
    profile
}

fn number(value: usize) -> [u8; 4] {
    // A profile here has a few hundred bytes.
    u32::try_from(value).unwrap_or(u32::MAX).to_be_bytes()
}

fn xyz(value: [i32; 3]) -> Vec<u8> {
    let mut tag = b"XYZ \0\0\0\0".to_vec();
    tag.extend(value.map(i32::to_be_bytes).as_flattened());
    tag
}

fn text(words: &str) -> Vec<u8> {
    let mut tag = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
    tag.extend(number(words.len() * 2));
    tag.extend(number(28));
    tag.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    tag
}

//! Tables of the short form, the minimised image of ISO/IEC 23008-12: one box that has a picture's few properties as
//! bits, and its data. They are read as if they were the long ones, and are written as those.

use super::{
    super::{Refusal, headers::bits::Bits, source::Source},
    boxes::{Kind, Place, Writer},
    items::Item,
    meta::Meta,
    places::Located,
};

/// Most bytes before the data: two configurations and a colour profile.
const LONGEST: u64 = 2 << 20;

/// Numbers of the items.
const PICTURE: u32 = 1;
const ALPHA: u32 = 2;
const EXIF: u32 = 3;
const XMP: u32 = 4;

const RARE: Refusal = Refusal::Unsupported("a picture with tables of the short form, of a rare kind");

/// What the bits say.
#[derive(Default)]
struct Head {
    codec: Kind,
    config: Kind,
    full: bool,
    orientation: u32,
    size: [u32; 2],
    channels: u8,
    depth: u8,
    multiplied: bool,
    spaces: [u8; 3],
    /// Bytes of the picture's configuration, and of its alpha channel's.
    configs: [usize; 2],
    profile: usize,
    /// Bytes of the picture's data, its alpha channel's, its Exif block, its XMP packet.
    data: [u64; 4],
    /// Bytes of the head.
    bytes: usize,
}

/// Reads the tables at `place` of a file whose pictures are of the kind `brand`.
pub(super) fn read(source: &mut Source<'_>, place: Place, brand: Kind) -> Result<Meta, Refusal> {
    source.seek(place.start);
    let bytes = source.take(place.bytes().min(LONGEST), usize::MAX)?;
    let head = head(&mut Bits::new(&bytes), brand)?;
    let mut rest = super::fields::Fields(bytes.get(head.bytes..).unwrap_or_default());
    let own = rest.take(head.configs[0])?;
    let alpha = if head.configs[1] == 0 { own } else { rest.take(head.configs[1])? };
    let profile = rest.take(head.profile)?;
    let mut meta = Meta { primary: PICTURE, ..Meta::default() };
    let mut at = place.start.saturating_add((bytes.len() - rest.0.len()) as u64);
    let mut item = |meta: &mut Meta, id: u32, kind: Kind, bytes: u64| {
        meta.items.insert(id, Item { kind, protected: false, xmp: kind == *b"mime" });
        meta.located.insert(id, Located::piece(at, bytes));
        at = at.saturating_add(bytes);
    };
    let [picture, channel, exif, xmp] = head.data;
    if channel > 0 {
        item(&mut meta, ALPHA, head.codec, channel);
        meta.links.add(*b"auxl", ALPHA, PICTURE);
        if head.multiplied {
            meta.links.add(*b"prem", PICTURE, ALPHA);
        }
        property(&mut meta, &[ALPHA], head.config, alpha);
        let name = b"\0\0\0\0urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0";
        property(&mut meta, &[ALPHA], *b"auxC", name);
    }
    item(&mut meta, PICTURE, head.codec, picture);
    for (id, kind, bytes) in [(EXIF, *b"Exif", exif), (XMP, *b"mime", xmp)] {
        if bytes > 0 {
            item(&mut meta, id, kind, bytes);
        }
    }
    property(&mut meta, &[PICTURE], head.config, own);
    describe(&mut meta, &head, profile);
    Ok(meta)
}

/// Adds a property to items.
fn property(meta: &mut Meta, items: &[u32], kind: Kind, content: &[u8]) {
    for item in items {
        meta.properties.add(*item, kind, content);
    }
}

/// Adds what both codecs have.
fn describe(meta: &mut Meta, head: &Head, profile: &[u8]) {
    let all: &[u32] = if head.data[1] > 0 { &[PICTURE, ALPHA] } else { &[PICTURE] };
    let mut to = Writer::default();
    to.u32(0);
    head.size.iter().for_each(|side| to.u32(*side));
    property(meta, all, *b"ispe", &to.0);
    let depths = [&[0, 0, 0, 0, head.channels][..], &vec![head.depth; usize::from(head.channels)]].concat();
    property(meta, &[PICTURE], *b"pixi", &depths);
    let [primaries, curve, matrix] = head.spaces;
    let numbers = [b"nclx", &[0, primaries, 0, curve][..], &[0, matrix, u8::from(head.full) << 7]].concat();
    property(meta, &[PICTURE], *b"colr", &numbers);
    if !profile.is_empty() {
        property(meta, &[PICTURE], *b"colr", &[b"prof", profile].concat());
    }
    // Quarter turns to the left; then which sides change places: 0 top and bottom, 1 left and right.
    let (turns, mirror) = match head.orientation {
        2 => (0, Some(1)),
        3 => (2, None),
        4 => (0, Some(0)),
        5 => (3, Some(1)),
        6 => (3, None),
        7 => (3, Some(0)),
        8 => (1, None),
        _ => (0, None),
    };
    if turns > 0 {
        property(meta, all, *b"irot", &[turns]);
    }
    if let Some(axis) = mirror {
        property(meta, all, *b"imir", &[axis]);
    }
}

fn head(bits: &mut Bits<'_>, brand: Kind) -> Result<Head, Refusal> {
    let mut head = Head::default();
    let version = bits.number(2)?;
    let (explicit, float) = (bits.flag()?, bits.flag()?);
    head.full = bits.flag()?;
    let (alpha, spaces, high, profile) = (bits.flag()?, bits.flag()?, bits.flag()?, bits.flag()?);
    let (exif, xmp, chroma) = (bits.flag()?, bits.flag()?, bits.number(2)?);
    if version != 0 || float || high {
        return Err(RARE);
    }
    head.orientation = bits.number(3)? + 1;
    let side = if bits.flag()? { 15 } else { 7 };
    head.size = [bits.number(side)? + 1, bits.number(side)? + 1];
    bits.skip([0, 2, 1, 0].get(chroma as usize).copied().unwrap_or(0))?;
    head.channels = if chroma == 0 { 1 } else { 3 };
    head.depth = if bits.flag()? { bits.small(3)? + 9 } else { 8 };
    head.multiplied = alpha && bits.flag()?;
    head.spaces = match (spaces, profile) {
        (true, _) => [bits.small(8)?, bits.small(8)?, bits.small(8)?],
        (false, true) => [2, 2, 6],
        (false, false) => [1, 13, 6],
    };
    if !spaces && chroma == 0 {
        head.spaces[2] = 2;
    }
    (head.codec, head.config) = match &brand {
        b"avif" => (*b"av01", *b"av1C"),
        b"heic" | b"heix" => (*b"hvc1", *b"hvcC"),
        _ if explicit => Default::default(),
        _ => return Err(RARE),
    };
    if explicit {
        (head.codec, head.config) = (bits.number(32)?.to_be_bytes(), bits.number(32)?.to_be_bytes());
    }
    sizes(bits, &mut head, [profile, alpha, exif, xmp])?;
    head.bytes = bits.position().div_ceil(8);
    Ok(head)
}

fn sizes(bits: &mut Bits<'_>, head: &mut Head, [profile, alpha, exif, xmp]: [bool; 4]) -> Result<(), Refusal> {
    let extra = if (profile || exif || xmp) && bits.flag()? { 20 } else { 10 };
    let config = if bits.flag()? { 12 } else { 3 };
    let data = if bits.flag()? { 28 } else { 15 };
    let bytes = |number: u32| usize::try_from(number).map_err(|_| Refusal::Large);
    if profile {
        head.profile = bytes(bits.number(extra)?)? + 1;
    }
    head.configs[0] = bytes(bits.number(config)?)?;
    head.data[0] = u64::from(bits.number(data)?) + 1;
    if alpha {
        head.data[1] = u64::from(bits.number(data)?);
        if head.data[1] > 0 {
            head.configs[1] = bytes(bits.number(config)?)?;
        }
    }
    // Whether those two are compressed.
    bits.skip(u32::from(exif || xmp))?;
    for (there, size) in [exif, xmp].into_iter().zip(&mut head.data[2..]) {
        if there {
            *size = u64::from(bits.number(extra)?) + 1;
        }
    }
    Ok(())
}

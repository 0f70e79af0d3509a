//! One property written anew: which are kept, and of those the fields that change what is seen.
//! ISO/IEC 23008-12 section 6.5, ISO/IEC 14496-12 section 12.1, AV1-ISOBMFF section 2.3.

use super::{
    super::{
        Refusal, Removed, Report, aspect,
        colour::{self, Space},
    },
    boxes::{Kind, Writer},
    fields::Fields,
    unci,
};

/// Names of the two ways to say that a picture is another's alpha channel, and of its older form.
const ALPHA: [&[u8]; 3] =
    [b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", b"urn:mpeg:hevc:2015:auxid:1", b"urn:mpeg:avc:2015:auxid:1"];

/// Most channels of a picture.
const MOST_CHANNELS: usize = 16;

/// True if a content of `auxC` says that its item is an alpha channel.
pub(super) fn is_alpha(content: &[u8]) -> bool {
    let mut fields = Fields(content.get(4..).unwrap_or_default());
    ALPHA.contains(&fields.text())
}

/// True for a property that a reader must know to show the item, so that it stands as essential.
pub(super) fn essential(kind: Kind) -> bool {
    transforms(kind) || matches!(&kind, b"hvcC" | b"av1C" | b"a1op" | b"lsel" | b"cmpd" | b"uncC" | b"cmpC" | b"icef")
}

/// True for one that changes the picture, and may stand more than once, in an order that counts.
pub(super) fn transforms(kind: Kind) -> bool {
    matches!(&kind, b"irot" | b"imir" | b"clap")
}

/// Writes a property anew as a box; `None` where it is not kept. The codecs' own are written where their data is.
pub(super) fn rebuild(kind: Kind, content: &[u8], report: &mut Report) -> Result<Option<Vec<u8>>, Refusal> {
    let mut fields = Fields(content);
    let mut to = Writer::default();
    match &kind {
        b"ispe" => same::<8>(kind, true, &mut fields, &mut to)?,
        b"pasp" => match aspect::parse(&[fields.take(8)?, &[0]].concat()) {
            Some(ratio) => to.boxed(kind, |to| to.put(ratio.map(u32::to_be_bytes).as_flattened())),
            None => return Ok(None),
        },
        b"clap" => same::<32>(kind, false, &mut fields, &mut to)?,
        b"a1op" => same::<1>(kind, false, &mut fields, &mut to)?,
        b"lsel" => same::<2>(kind, false, &mut fields, &mut to)?,
        b"irot" => {
            let turns = fields.u8()? & 3;
            to.boxed(kind, |to| to.u8(turns));
        }
        b"imir" => {
            let axis = fields.u8()? & 1;
            to.boxed(kind, |to| to.u8(axis));
        }
        b"pixi" => {
            fields.version()?;
            let channels = fields.u8()?;
            let depths = fields.take(usize::from(channels))?;
            if depths.len() > MOST_CHANNELS {
                return Ok(None);
            }
            to.full(kind, 0, 0, |to| {
                to.u8(channels);
                to.put(depths);
            });
        }
        b"auxC" => {
            fields.version()?;
            let name = fields.text();
            report.note_if(!fields.0.is_empty(), Removed::UnknownParts);
            fields = Fields(&[]);
            to.full(kind, 0, 0, |to| {
                to.put(name);
                to.u8(0);
            });
        }
        b"colr" => return colour(&mut fields, report),
        b"cmpd" => unci::components(&mut fields, &mut to)?,
        b"uncC" => unci::config(&mut fields, &mut to)?,
        _ => {
            report.note(dropped(kind));
            return Ok(None);
        }
    }
    report.note_if(!fields.0.is_empty(), Removed::StrayBytes);
    Ok(Some(to.0))
}

/// A box of `N` bytes that are all fields.
fn same<const N: usize>(kind: Kind, full: bool, fields: &mut Fields<'_>, to: &mut Writer) -> Result<(), Refusal> {
    if full {
        fields.version()?;
    }
    let bytes = fields.array::<N>()?;
    if full {
        to.full(kind, 0, 0, |to| to.put(&bytes));
    } else {
        to.boxed(kind, |to| to.put(&bytes));
    }
    Ok(())
}

/// What a property that is not kept was.
fn dropped(kind: Kind) -> Removed {
    match &kind {
        b"free" | b"skip" => Removed::Padding,
        b"udes" | b"altt" => Removed::Comments,
        b"crtt" | b"mdft" => Removed::Times,
        b"cmin" | b"cmex" => Removed::Device,
        _ => Removed::UnknownParts,
    }
}

/// True for one that says something of the picture, and whose loss changes no pixel.
pub(super) fn describes(kind: Kind) -> bool {
    dropped(kind) != Removed::UnknownParts
        || matches!(&kind, b"colr" | b"pixi" | b"pasp" | b"clli" | b"mdcv" | b"cclv" | b"amve" | b"reve" | b"ndwt")
}

/// Numbers of the colour space as they are; a profile by what stands for it.
fn colour(fields: &mut Fields<'_>, report: &mut Report) -> Result<Option<Vec<u8>>, Refusal> {
    let mut to = Writer::default();
    match &fields.array()? {
        b"nclx" => {
            let spaces: [u8; 6] = fields.array()?;
            let full = fields.u8()? & 0x80;
            report.note_if(!fields.0.is_empty(), Removed::StrayBytes);
            to.boxed(*b"colr", |to| {
                to.put(b"nclx");
                to.put(&spaces);
                to.u8(full);
            });
        }
        b"prof" | b"rICC" => {
            let space = colour::canonical(fields.0).filter(|space| *space != Space::Srgb);
            let profile = space.map(Space::profile);
            report.note_if(profile.as_deref() != Some(fields.0), Removed::ColourProfile);
            let Some(profile) = profile else { return Ok(None) };
            to.boxed(*b"colr", |to| {
                to.put(b"prof");
                to.put(&profile);
            });
        }
        _ => {
            report.note(Removed::UnknownParts);
            return Ok(None);
        }
    }
    Ok(Some(to.0))
}

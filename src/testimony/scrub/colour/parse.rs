//! Which space a profile is, by the few tags that say so (ISO 15076-1, clauses 7 to 9).

use super::{ALL, Colorants, Space, curve};

const HEADER: usize = 128;
/// Most tags of a profile that are looked at.
const MOST_TAGS: usize = 100;
/// How far a primary may be off in each of X, Y and Z, in 1/65536: rounding and different ways to adapt to D50.
const NEAR: u32 = 200;

pub(super) fn canonical(profile: &[u8]) -> Option<Space> {
    let word = |at: usize| profile.get(at..)?.first_chunk::<4>().copied();
    let signed = word(36)? == *b"acsp" && word(20)? == *b"XYZ ";
    let class = matches!(&word(12)?, b"mntr" | b"scnr" | b"spac");
    if !signed || !class {
        return None;
    }
    match &word(16)? {
        b"GRAY" => grey(tag(profile, *b"kTRC")?),
        b"RGB " => rgb(profile),
        _ => None,
    }
}

fn grey(curve: &[u8]) -> Option<Space> {
    if curve::SRGB.is(curve) {
        return Some(Space::Srgb);
    }
    curve::GAMMA_22.is(curve).then_some(Space::Grey)
}

fn rgb(profile: &[u8]) -> Option<Space> {
    let colorants = [xyz(profile, *b"rXYZ")?, xyz(profile, *b"gXYZ")?, xyz(profile, *b"bXYZ")?];
    let space = ALL.into_iter().find(|space| space.colorants().is_some_and(|its| near(&its, &colorants)))?;
    let curves = [tag(profile, *b"rTRC")?, tag(profile, *b"gTRC")?, tag(profile, *b"bTRC")?];
    curves.into_iter().all(|curve| space.curve().is(curve)).then_some(space)
}

fn near(one: &Colorants, other: &Colorants) -> bool {
    one.as_flattened().iter().zip(other.as_flattened()).all(|(one, other)| one.abs_diff(*other) <= NEAR)
}

fn xyz(profile: &[u8], name: [u8; 4]) -> Option<[i32; 3]> {
    let tag = tag(profile, name)?;
    let number = |at: usize| Some(i32::from_be_bytes(*tag.get(at..)?.first_chunk()?));
    (tag.first_chunk()? == b"XYZ ").then_some([number(8)?, number(12)?, number(16)?])
}

fn tag(profile: &[u8], name: [u8; 4]) -> Option<&[u8]> {
    let number = |at: usize| usize::try_from(u32::from_be_bytes(*profile.get(at..)?.first_chunk()?)).ok();
    let count = number(HEADER)?.min(MOST_TAGS);
    let mut entries = profile.get(HEADER + 4..)?.chunks_exact(12).take(count);
    let entry = entries.find(|entry| entry.starts_with(&name))?;
    let half = |at: usize| usize::try_from(u32::from_be_bytes(*entry.get(at..)?.first_chunk()?)).ok();
    profile.get(half(4)?..)?.get(..half(8)?)
}

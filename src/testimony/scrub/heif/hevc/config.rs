//! `HEVCDecoderConfigurationRecord`, ISO/IEC 14496-15 section 8.3.2: what it repeats is written from the parameter sets,
//! and of those only the ones that the pictures use stay.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{
        super::{Refusal, Removed, Report},
        boxes::Writer,
        fields::Fields,
    },
    hevc::{self, sets},
};

/// Most parameter sets of one configuration.
const MOST_SETS: usize = 512;

/// A configuration that was read.
pub(in super::super) struct Config<'a> {
    /// Bytes of a unit's length.
    pub(in super::super) prefix: u8,
    /// How chroma is sampled, and the depths of samples, where no parameter set says it.
    shape: [u8; 3],
    /// Parameter sets by type.
    units: Vec<(u8, &'a [u8])>,
    /// True if it had units of other types.
    other: bool,
}

/// Reads a configuration.
pub(in super::super) fn read(content: &[u8]) -> Result<Config<'_>, Refusal> {
    let mut fields = Fields(content);
    let fixed: [u8; 22] = fields.array()?;
    let mut config = Config {
        prefix: (fixed[21] & 3) + 1,
        shape: [fixed[16] & 3, fixed[17] & 7, fixed[18] & 7],
        units: Vec::new(),
        other: false,
    };
    let mut room = MOST_SETS;
    for _ in 0..fields.u8()? {
        let kind = fields.u8()? & 63;
        for _ in 0..fields.u16()? {
            room = room.checked_sub(1).ok_or(Refusal::Large)?;
            let bytes = fields.u16()?;
            let unit = fields.take(usize::from(bytes))?;
            if unit.len() > 2 && (sets::VIDEO..=sets::PICTURE).contains(&kind) && unit[0] >> 1 == kind {
                let end = unit.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
                config.units.push((kind, &unit[..end.max(3)]));
            } else {
                config.other = true;
            }
        }
    }
    Ok(config)
}

impl Config<'_> {
    /// The configuration written anew with the picture parameter sets in `used`, and what those refer to.
    pub(in super::super) fn rebuild(&self, used: &BTreeSet<u32>, report: &mut Report) -> Result<Vec<u8>, Refusal> {
        // Of several with one number, the last counts.
        let (mut videos, mut sequences, mut pictures) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (kind, unit) in &self.units {
            match *kind {
                sets::VIDEO => drop(videos.insert(sets::video(unit)?, *unit)),
                sets::SEQUENCE => {
                    let read = sets::sequence(unit)?;
                    sequences.insert(read.number, (read, *unit));
                }
                _ => {
                    let (number, sequence) = sets::picture(unit)?;
                    pictures.insert(number, (sequence, *unit));
                }
            }
        }
        pictures.retain(|number, _| used.contains(number));
        let wanted: BTreeSet<u32> = pictures.values().map(|(sequence, _)| *sequence).collect();
        sequences.retain(|number, _| wanted.contains(number));
        let wanted: BTreeSet<u32> = sequences.values().map(|(read, _)| read.video).collect();
        videos.retain(|number, _| wanted.contains(number));
        let kept = videos.len() + sequences.len() + pictures.len();
        report.note_if(self.other || kept < self.units.len(), Removed::CodecUserData);
        let mut to = Writer::default();
        self.head(sequences.values().next().map(|(read, _)| read), &mut to);
        let lists = [
            (sets::VIDEO, videos.into_values().collect::<Vec<_>>()),
            (sets::SEQUENCE, sequences.into_values().map(|(_, unit)| unit).collect()),
            (sets::PICTURE, pictures.into_values().map(|(_, unit)| unit).collect()),
        ];
        let mut lists = lists.map(|(kind, units)| (kind, units.into_iter().map(<[u8]>::to_vec).collect::<Vec<_>>()));
        for (kind, units) in &mut lists {
            for unit in units {
                let cut = hevc::cut(*kind, unit)?;
                report.note_if(cut != *unit, Removed::CodecUserData);
                *unit = cut;
            }
        }
        to.u8(lists.iter().map(|(_, list)| u8::from(!list.is_empty())).sum());
        for (kind, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
            // All sets of this type are here.
            to.u8(0x80 | kind);
            to.count(list.len());
            for unit in list {
                to.count(unit.len());
                to.put(unit);
            }
        }
        Ok(to.0)
    }

    fn head(&self, sequence: Option<&sets::Sequence>, to: &mut Writer) {
        let profile = sequence.map_or([0; 12], |read| read.profile);
        let [chroma, luma, colour] = sequence.map_or(self.shape, |read| [read.chroma, read.depth[0], read.depth[1]]);
        let (layers, nested) = sequence.map_or((1, true), |read| (read.layers, read.nested));
        to.u8(1);
        to.put(&profile);
        // Bits that the format holds at 1, and between them nothing said of segments and of parallel decoding.
        to.put(&[0xf0, 0, 0xfc, 0xfc | chroma, 0xf8 | luma, 0xf8 | colour, 0, 0]);
        // Lengths of four bytes.
        to.u8(layers << 3 | u8::from(nested) << 2 | 3);
    }
}

/// True for a written configuration of more than 8 bits a sample, or of more chroma than one sample in four.
pub(in super::super) fn rich(content: &[u8]) -> bool {
    let field = |at: usize, mask: u8| content.get(at).map_or(0, |byte| byte & mask);
    field(16, 3) > 1 || field(17, 7) > 0 || field(18, 7) > 0
}

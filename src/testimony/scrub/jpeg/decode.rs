//! Goes past the blocks of a scan, to find where the last one ends (ITU-T T.81, annexes F.2 and G.2).

use super::{
    chains::Chains,
    frame::{Frame, Process, Scan},
    lookup::{Lookup, word},
    progressive::{Band, History},
    tables::Tables,
    walk::Walk,
};

/// Most bytes of an MCU: ten blocks as the standard has it, sixteen for each of four components as some files do, of 64
/// codes with their values each: so many bytes are held, or the data ends with zeros after it.
const MOST_MCU: usize = 64 * 64 * 5;

/// A scan under way.
pub(super) struct Decoder {
    kind: Kind,
}

enum Kind {
    Sequential(Chains),
    /// For each block of an MCU its table.
    First {
        tables: Vec<Lookup>,
        blocks: Vec<usize>,
    },
    /// A bit for each block.
    Refined {
        blocks: usize,
    },
    Band {
        band: Box<Band>,
        held: Vec<u64>,
        at: usize,
        place: usize,
    },
}

impl Decoder {
    /// `None` for a scan that cannot be decoded here: arithmetic or lossless coding, a number of lines that is not known
    /// yet, tables that stand elsewhere, or a progressive picture that is too large. `size` is about its bytes.
    pub(super) fn new(frame: &Frame, scan: &Scan, tables: &Tables, history: &mut History, size: u64) -> Option<Self> {
        let (mcus, blocks) = frame.layout(scan)?;
        let dc = |slot: usize| tables.dc.get(slot)?.as_ref().map(|table| Lookup::new(table, size));
        let ac = |slot: usize| tables.ac.get(slot)?.as_ref().map(|table| Lookup::new(table, size));
        let kind = match frame.coding {
            Process::Sequential => {
                let both = |(_, dc, ac): &(usize, usize, usize)| {
                    Some((tables.dc.get(*dc)?.as_ref()?, tables.ac.get(*ac)?.as_ref()?))
                };
                let components = scan.components.iter().map(both).collect::<Option<Vec<_>>>()?;
                Kind::Sequential(Chains::new(Walk::new(&components, &blocks, size)?))
            }
            Process::Progressive if scan.first > 0 => {
                let &(place, _, slot) = scan.components.first()?;
                let table = ac(slot)?;
                let held = history.take(frame, place, mcus)?;
                let (first, last) = (u32::from(scan.first), u32::from(scan.last));
                let band = Box::new(Band { first, last, refines: scan.high > 0, table, ended: 0 });
                Kind::Band { band, held, at: 0, place }
            }
            Process::Progressive if scan.high > 0 => Kind::Refined { blocks: blocks.len() },
            Process::Progressive => {
                let tables = scan.components.iter().map(|(_, slot, _)| dc(*slot));
                Kind::First { tables: tables.collect::<Option<_>>()?, blocks }
            }
            Process::Lossless | Process::ArithmeticSequential | Process::ArithmeticProgressive => return None,
        };
        Some(Self { kind })
    }

    /// Begins a restart interval before MCU `mcu`.
    pub(super) fn restart(&mut self, mcu: u64) {
        if let Kind::Band { band, at, .. } = &mut self.kind {
            band.ended = 0;
            *at = usize::try_from(mcu).unwrap_or(usize::MAX);
        }
    }

    /// Puts back what was learnt. `whole` is false where the scan was not decoded to its end.
    pub(super) fn end(self, history: &mut History, whole: bool) {
        if let Kind::Band { held, place, .. } = self.kind {
            history.put(place, held);
            if !whole {
                history.lose();
            }
        }
    }

    /// Goes past at most `mcus` MCUs from `bit` on: how many it was, and where the next bit is. It stops early where too
    /// little is held for one more. `padded` tells that zeros follow the first `length` bytes, which are the last.
    pub(super) fn run(&mut self, bytes: &[u8], bit: usize, length: usize, padded: bool, mcus: u64) -> (u64, usize) {
        let margin = if padded { 0 } else { MOST_MCU };
        let most = length.saturating_sub(margin).saturating_mul(8);
        let (mut done, mut bit) = match &mut self.kind {
            Kind::Sequential(chains) => chains.several(bytes, bit, (most, padded), mcus),
            _ => (0, bit),
        };
        while done < mcus && bit <= most {
            let Some(after) = self.kind.mcu(bytes, bit).filter(|after| !padded || *after <= most) else { break };
            bit = after;
            done += 1;
        }
        (done, bit)
    }
}

impl Kind {
    fn mcu(&mut self, bytes: &[u8], mut bit: usize) -> Option<usize> {
        match self {
            Self::Sequential(chains) => chains.mcu(bytes, bit),
            Self::First { tables, blocks } => {
                blocks.iter().try_fold(bit, |bit, block| difference(tables.get(*block)?, bytes, bit))
            }
            Self::Refined { blocks } => Some(bit + *blocks),
            Self::Band { band, held, at, .. } => {
                bit = band.block(held.get_mut(*at)?, bytes, bit)?;
                *at += 1;
                Some(bit)
            }
        }
    }
}

fn difference(table: &Lookup, bytes: &[u8], bit: usize) -> Option<usize> {
    let (code, value) = table.symbol(word(bytes, bit)?);
    Some(bit + (code + value.min(16)) as usize)
}

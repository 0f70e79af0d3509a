//! The frame header and the scan header (ITU-T T.81, annexes B.2.2 and B.2.3).

use std::hash::{Hash, Hasher};

use super::super::{Refusal, sink::Sink};

/// How the coefficients are coded, by the frame's marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Process {
    /// SOF0 and SOF1.
    Sequential,
    /// SOF2.
    Progressive,
    /// SOF3.
    Lossless,
    /// SOF9.
    ArithmeticSequential,
    /// SOF10.
    ArithmeticProgressive,
}

/// Names of components that decoders tell a colour space by, where no segment does. Others mean no more than the first.
const IDS: [[u8; 4]; 6] = [[1, 2, 3, 4], [0, 1, 2, 3], *b"RGBA", *b"rgba", *b"CMYK", [1, 0x22, 0x23, 4]];

/// One component of a frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Component {
    id: u8,
    /// As it is written.
    kept: u8,
    /// Horizontal and vertical sampling factors, 1 to 4.
    pub(super) sampling: (u32, u32),
    /// Its quantisation table, 0 to 3.
    pub(super) quantisation: usize,
}

/// What decoding depends on: a name only finds its component, and is written plainly.
impl Hash for Component {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.kept, self.sampling, self.quantisation).hash(state);
    }
}

/// A frame header.
#[derive(Clone, Debug, Hash)]
pub(super) struct Frame {
    marker: u8,
    pub(super) coding: Process,
    precision: u8,
    /// Lines; 0 where a DNL segment after the first scan says it.
    pub(super) height: u16,
    width: u16,
    pub(super) components: Vec<Component>,
}

/// A scan header.
#[derive(Clone, Debug, Hash)]
pub(super) struct Scan {
    /// Places in the frame's components, with the tables for DC and AC, 0 to 3.
    pub(super) components: Vec<(usize, usize, usize)>,
    pub(super) first: u8,
    pub(super) last: u8,
    pub(super) high: u8,
    pub(super) low: u8,
}

impl Frame {
    pub(super) fn parse(marker: u8, body: &[u8]) -> Result<Self, Refusal> {
        let coding = match marker {
            0xc0 | 0xc1 => Process::Sequential,
            0xc2 => Process::Progressive,
            0xc3 => Process::Lossless,
            0xc9 => Process::ArithmeticSequential,
            0xca => Process::ArithmeticProgressive,
            _ => return Err(Refusal::Unsupported("a rare way to compress a picture")),
        };
        let &[precision, h1, h2, w1, w2, count, ref rest @ ..] = body else {
            return Err(Refusal::Malformed("the frame header is too short"));
        };
        let (height, width) = (u16::from_be_bytes([h1, h2]), u16::from_be_bytes([w1, w2]));
        let depths = if coding == Process::Lossless { 2..=16 } else { 8..=12 };
        let count = usize::from(count);
        if width == 0 || !(1..=4).contains(&count) || !depths.contains(&precision) || rest.len() < count * 3 {
            return Err(Refusal::Malformed("the frame header is not valid"));
        }
        let components = rest.chunks_exact(3).take(count).map(component).collect::<Option<_>>();
        let mut components: Vec<Component> =
            components.ok_or(Refusal::Malformed("a component of the frame is not valid"))?;
        let known = |ids: &[u8; 4]| components.iter().zip(ids).all(|(component, id)| component.id == *id);
        // What decoders make of two of one name is no matter of names alone.
        let mut ids: Vec<u8> = components.iter().map(|component| component.id).collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.len() == components.len() && !IDS.iter().any(known) {
            components.iter_mut().zip(IDS[0]).for_each(|(component, id)| component.kept = id);
        }
        Ok(Self { marker, coding, precision, height, width, components })
    }

    pub(super) fn write(&self, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        let mut body = vec![self.precision];
        body.extend(self.height.to_be_bytes());
        body.extend(self.width.to_be_bytes());
        body.extend(u8::try_from(self.components.len()));
        for component in &self.components {
            let (h, v) = component.sampling;
            body.extend([component.kept, low(h << 4 | v), low(component.quantisation)]);
        }
        super::segment(self.marker, &body, sink)
    }

    /// MCUs of a scan, and how many blocks each has of which of the scan's components; `None` while lines are unknown,
    /// and for a lossless frame.
    pub(super) fn layout(&self, scan: &Scan) -> Option<(u64, Vec<usize>)> {
        let most = |side: fn(&Component) -> u32| u64::from(self.components.iter().map(side).max().unwrap_or(1));
        let (most_h, most_v) = (most(|it| it.sampling.0), most(|it| it.sampling.1));
        let (width, height) = (u64::from(self.width), u64::from(self.height));
        // An MCU of a lossless frame is of samples.
        if height == 0 || self.coding == Process::Lossless {
            return None;
        }
        if let [(place, ..)] = scan.components[..] {
            let (h, v) = self.components.get(place)?.sampling;
            let blocks = |side: u64, own: u32, most: u64| (side * u64::from(own)).div_ceil(most).div_ceil(8);
            return Some((blocks(width, h, most_h) * blocks(height, v, most_v), vec![0]));
        }
        let sampling = |place: usize| self.components.get(place).map_or((1, 1), |it| it.sampling);
        let blocks = scan.components.iter().enumerate().flat_map(|(index, (place, ..))| {
            let (h, v) = sampling(*place);
            (0..h * v).map(move |_| index)
        });
        Some((width.div_ceil(8 * most_h) * height.div_ceil(8 * most_v), blocks.collect()))
    }
}

fn component(three: &[u8]) -> Option<Component> {
    let &[id, sampling, quantisation] = three else { return None };
    let (h, v) = (u32::from(sampling >> 4), u32::from(sampling & 15));
    let valid = (1..=4).contains(&h) && (1..=4).contains(&v) && quantisation < 4;
    valid.then_some(Component { id, kept: id, sampling: (h, v), quantisation: usize::from(quantisation) })
}

/// The low byte of a number that is known to be small.
fn low(number: impl TryInto<u8>) -> u8 {
    number.try_into().unwrap_or(u8::MAX)
}

impl Scan {
    pub(super) fn parse(frame: &Frame, body: &[u8]) -> Result<Self, Refusal> {
        let wrong = Refusal::Malformed("a scan header is not valid");
        let Some((count, rest)) = body.split_first() else { return Err(wrong) };
        let count = usize::from(*count);
        let Some((selectors, &[first, last, approximation, ..])) = rest.split_at_checked(count * 2) else {
            return Err(wrong);
        };
        let mut components: Vec<(usize, usize, usize)> = Vec::with_capacity(4);
        for pair in selectors.chunks_exact(2) {
            let (id, tables) = (pair[0], pair[1]);
            let free = |place: &usize| components.iter().all(|(used, ..)| used != place);
            let place = (0..frame.components.len()).find(|place| frame.components[*place].id == id && free(place));
            let (dc, ac) = (usize::from(tables >> 4), usize::from(tables & 15));
            match place {
                Some(place) => components.push((place, dc, ac)),
                None => return Err(wrong),
            }
        }
        let mut scan = Self { components, first, last, high: approximation >> 4, low: approximation & 15 };
        scan.normalise(frame.coding).then_some(scan).ok_or(wrong)
    }

    /// Fixes what decoders do not read; false where the header cannot be.
    fn normalise(&mut self, coding: Process) -> bool {
        match coding {
            Process::Sequential | Process::ArithmeticSequential => {
                (self.first, self.last, self.high, self.low) = (0, 63, 0, 0);
            }
            Process::Lossless => (self.last, self.high) = (0, 0),
            Process::Progressive | Process::ArithmeticProgressive => {
                let dc = self.first == 0;
                let band = if dc { self.last == 0 } else { self.first <= self.last && self.components.len() == 1 };
                if !band || self.last > 63 || self.low > 13 || self.high > 13 {
                    return false;
                }
                let refines = self.high > 0 && coding == Process::Progressive;
                for (_, of_dc, of_ac) in &mut self.components {
                    *of_dc = if dc && !refines { *of_dc } else { 0 };
                    *of_ac = if dc { 0 } else { *of_ac };
                }
            }
        }
        if coding == Process::Lossless {
            self.components.iter_mut().for_each(|(.., ac)| *ac = 0);
        }
        !self.components.is_empty() && self.components.iter().all(|(_, dc, ac)| *dc < 4 && *ac < 4)
    }

    /// True if DC tables are read in it.
    pub(super) fn reads_dc(&self, coding: Process) -> bool {
        match coding {
            Process::Progressive => self.first == 0 && self.high == 0,
            Process::ArithmeticProgressive => self.first == 0,
            _ => true,
        }
    }

    /// True if AC tables are read in it.
    pub(super) fn reads_ac(&self, coding: Process) -> bool {
        coding != Process::Lossless && self.last > 0
    }

    pub(super) fn write(&self, frame: &Frame, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        let mut body = vec![low(self.components.len())];
        for (place, dc, ac) in &self.components {
            body.extend([frame.components.get(*place).map_or(0, |it| it.kept), low(dc << 4 | ac)]);
        }
        body.extend([self.first, self.last, self.high << 4 | self.low]);
        super::segment(0xda, &body, sink)
    }
}

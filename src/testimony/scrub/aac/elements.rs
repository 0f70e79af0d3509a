//! The elements of raw data blocks: ISO/IEC 14496-3, 4.4.2.1. What is found is where that stands which no decoder needs.

use super::{
    Grammar,
    bits::Bits,
    books,
    channel::{self, Division},
};

const SINGLE: u32 = 0;
const PAIR: u32 = 1;
const COUPLING: u32 = 2;
const LOW: u32 = 3;
const DATA: u32 = 4;
const PROGRAM: u32 = 5;
const FILL: u32 = 6;
/// Dynamic range control, the only extension that stands before the sound it is for.
const RANGE: u32 = 11;
/// The last of the extensions that stand behind it: surround, and replicated bands with and without a checksum.
const LAST: u32 = 14;

/// Bits that a decoder does not need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: usize,
    pub(super) bits: usize,
    /// They are of a fill element, in which one encoder's name is acted on.
    pub(super) fill: bool,
}

/// What was found in some bytes.
#[derive(Default)]
pub(super) struct Found {
    pub(super) spans: Vec<Span>,
}

/// Elements of the first block up to the first with sound; what is behind that is not looked for.
pub(super) fn front(bytes: &[u8]) -> Found {
    let mut found = Found::default();
    let mut walk = Walk { bits: Bits::new(bytes), grammar: Grammar::UNTOLD, spans: &mut found.spans, sound: false };
    loop {
        match walk.side() {
            Some(Element::Beside) => {}
            Some(Element::Other(PROGRAM)) if walk.program().is_some() => {}
            _ => break,
        }
    }
    found
}

/// All elements of all blocks; `None` where the first `blocks` of them do not keep the rules.
pub(super) fn whole(bytes: &[u8], grammar: Grammar, blocks: usize) -> Option<Found> {
    let mut found = Found::default();
    let (mut at, mut seen) = (0, 0);
    while let Some(rest) = bytes.get(at..).filter(|rest| seen < blocks || rest.iter().any(|byte| *byte != 0)) {
        let first = found.spans.len();
        let mut walk = Walk { bits: Bits::new(rest), grammar, spans: &mut found.spans, sound: false };
        let ended = walk.block();
        let (sound, used) = (walk.sound, walk.bits.at());
        let whole = ended.is_some() && (sound || seen > 0 && seen < blocks);
        if !whole {
            if seen < blocks {
                return None;
            }
            // Behind the last block.
            found.spans.truncate(first);
            found.spans.push(Span { from: at * 8, bits: rest.len() * 8, fill: false });
            break;
        }
        for span in found.spans.iter_mut().skip(first) {
            span.from += at * 8;
        }
        at += used.div_ceil(8);
        seen += 1;
    }
    Some(found)
}

/// An element by its kind.
enum Element {
    /// Beside the sound, and gone over.
    Beside,
    /// Any other: only its kind was read.
    Other(u32),
}

/// A walk over one block.
struct Walk<'a, 'b> {
    bits: Bits<'a>,
    grammar: Grammar,
    spans: &'b mut Vec<Span>,
    /// An element with sound was seen.
    sound: bool,
}

impl Walk<'_, '_> {
    /// `raw_data_block`, up to the whole byte behind its end.
    fn block(&mut self) -> Option<()> {
        loop {
            match self.side()? {
                Element::Beside => {}
                Element::Other(SINGLE | LOW) => self.single()?,
                Element::Other(PAIR) => self.pair()?,
                Element::Other(COUPLING) => self.coupling()?,
                Element::Other(PROGRAM) => self.program()?,
                Element::Other(_) => {
                    let at = self.bits.at();
                    let bits = at.next_multiple_of(8) - at;
                    self.bits.align();
                    self.put(at, bits, false);
                    return Some(());
                }
            }
        }
    }

    fn put(&mut self, from: usize, bits: usize, fill: bool) {
        if bits > 0 {
            self.spans.push(Span { from, bits, fill });
        }
    }

    /// Goes over an element beside the sound; the kind of one that is none.
    fn side(&mut self) -> Option<Element> {
        match self.bits.number(3)? {
            FILL => {
                let mut bytes = self.bits.number(4)? as usize;
                if bytes == 15 {
                    bytes = 14 + self.bits.number(8)? as usize;
                }
                let at = self.bits.at();
                let extension = self.bits.peek(4);
                self.bits.skip(bytes * 8)?;
                let last = if self.sound { LAST } else { RANGE };
                if bytes > 0 && !(RANGE..=last).contains(&extension) {
                    self.put(at, bytes * 8, true);
                }
            }
            DATA => {
                self.bits.skip(4)?;
                let aligned = self.bits.bit()?;
                let mut bytes = self.bits.number(8)? as usize;
                if bytes == 255 {
                    bytes += self.bits.number(8)? as usize;
                }
                if aligned {
                    self.bits.align();
                }
                let at = self.bits.at();
                self.bits.skip(bytes * 8)?;
                self.put(at, bytes * 8, false);
            }
            kind => return Some(Element::Other(kind)),
        }
        Some(Element::Beside)
    }

    fn reserved(&mut self, places: Vec<usize>) {
        self.sound = true;
        for place in places {
            self.put(place, 1, false);
        }
    }

    fn single(&mut self) -> Option<()> {
        let mut reserved = Vec::new();
        self.bits.skip(4)?;
        channel::stream(&mut self.bits, self.grammar, None, &mut reserved)?;
        self.reserved(reserved);
        Some(())
    }

    fn pair(&mut self) -> Option<()> {
        let mut reserved = Vec::new();
        self.bits.skip(4)?;
        let mut shared = None;
        if self.bits.bit()? {
            let division = Division::read(&mut self.bits, self.grammar, &mut reserved)?;
            division.shared(&mut self.bits, self.grammar)?;
            shared = Some(division);
        }
        for _ in 0..2 {
            channel::stream(&mut self.bits, self.grammar, shared, &mut reserved)?;
        }
        self.reserved(reserved);
        Some(())
    }

    /// `coupling_channel_element`.
    fn coupling(&mut self) -> Option<()> {
        let mut reserved = Vec::new();
        self.bits.skip(4)?;
        let switched = self.bits.bit()?;
        let mut lists = 0;
        for _ in 0..=self.bits.number(3)? {
            let pair = self.bits.bit()?;
            self.bits.skip(4)?;
            lists += 1;
            if pair && self.bits.number(2)? == 3 {
                lists += 1;
            }
        }
        self.bits.skip(1 + 1 + 2)?;
        let tables = channel::stream(&mut self.bits, self.grammar, None, &mut reserved)?;
        for _ in 1..lists {
            let common = switched || self.bits.bit()?;
            for _ in 0..if common { 1 } else { tables.used() } {
                books::scale(&mut self.bits)?;
            }
        }
        self.reserved(reserved);
        Some(())
    }

    /// `program_config_element`, and its comment.
    fn program(&mut self) -> Option<()> {
        self.bits.skip(4 + 2 + 4)?;
        let mut counts = [0; 6];
        for (count, width) in counts.iter_mut().zip([4, 4, 4, 2, 3, 4]) {
            *count = self.bits.number(width)? as usize;
        }
        for mixdown in [4, 4, 3] {
            if self.bits.bit()? {
                self.bits.skip(mixdown)?;
            }
        }
        let [front, side, back, low, data, coupled] = counts;
        self.bits.skip((front + side + back + coupled) * 5 + (low + data) * 4)?;
        let at = self.bits.at();
        self.bits.align();
        self.put(at, self.bits.at() - at, false);
        let comment = self.bits.number(8)? as usize;
        let at = self.bits.at();
        self.bits.skip(comment * 8)?;
        self.put(at, comment * 8, false);
        Some(())
    }
}

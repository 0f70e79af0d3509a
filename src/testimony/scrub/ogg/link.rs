//! A link: streams that begin together, up to the end of the file or to where others begin (RFC 3533, section 4).

use std::collections::{BTreeMap, BTreeSet};

use super::{
    clock::{self, Clock},
    codec::Codec,
    page::{FIRST, LAST, Page, Pages},
    stream::{Part, Stream},
};
use crate::testimony::scrub::{Refusal, Removed};

/// Most streams of one link.
const MOST_STREAMS: usize = 32;
/// Most pages that hold pieces of packets which nothing completes, in one link.
const MOST_TORN: usize = 1 << 16;

/// What is known of a link once it was read.
pub(super) struct Link {
    /// In the order of their first pages.
    pub(super) streams: Vec<Planned>,
    /// Pages whose last packet is left out, by where they stand.
    torn: BTreeSet<u64>,
    /// Where it ends in the file.
    pub(super) end: u64,
    /// It has no whole packet of sound and no picture.
    pub(super) empty: bool,
}

/// A stream as it will be written.
pub(super) struct Planned {
    pub(super) serial: u32,
    pub(super) codec: Option<Codec>,
    pub(super) headers: Vec<Vec<u8>>,
    /// Its number in the file that was read.
    input: u32,
    /// Where its last page stands.
    last: u64,
    clock: Option<Clock>,
    /// How many units it had run before.
    late: u64,
}

impl Planned {
    /// A granule position as it is written.
    pub(super) fn granule(&self, granule: u64) -> u64 {
        self.clock.as_ref().map_or(granule, |clock| clock.earlier(granule, self.late))
    }
}

/// A stream while a link is read.
struct Scanned {
    stream: Stream,
    last: u64,
    /// Pages on which the packet lies that is open now.
    open: Vec<u64>,
    /// `None` where positions are not understood, and before its first page of data.
    clock: Option<Clock>,
    /// It has a page of data.
    begun: bool,
    /// A packet of data ends on one of its pages.
    any: bool,
}

/// A page that is to be written.
pub(super) struct Kept {
    pub(super) page: Page,
    pub(super) part: Part,
    /// Which stream, in the order of their first pages.
    pub(super) stream: usize,
    /// Its last packet is left out.
    pub(super) torn: bool,
    /// It is its stream's last page.
    pub(super) last: bool,
}

impl Link {
    /// Reads a link to its end. `before` streams were in those before.
    pub(super) fn scan(pages: &mut Pages<'_, '_>, before: usize) -> Result<Self, Refusal> {
        let mut scanned: Vec<(u32, Scanned)> = Vec::new();
        let mut places = BTreeMap::new();
        let (mut torn, mut begun, mut end) = (BTreeSet::new(), false, None);
        while let Some(mut page) = pages.next()? {
            if page.flags & FIRST == 0 {
                begun = true;
            } else if begun {
                end = Some(page.at);
                break;
            } else if places.insert(page.serial, scanned.len()).is_some() {
                return Err(Refusal::Malformed("two of its streams have one number"));
            } else if scanned.len() == MOST_STREAMS {
                return Err(Refusal::Large);
            } else {
                let fresh = Scanned {
                    stream: Stream::new(),
                    last: page.at,
                    open: Vec::new(),
                    clock: None,
                    begun: false,
                    any: false,
                };
                scanned.push((page.serial, fresh));
            }
            let Some((_, one)) = places.get(&page.serial).and_then(|place| scanned.get_mut(*place)) else {
                pages.report.note(Removed::StrayBytes);
                continue;
            };
            let part = one.stream.page(&mut page, pages.report)?;
            if part.torn {
                torn.extend(one.open.drain(..));
            }
            if part.segments.is_empty() {
                if page.flags & LAST != 0 {
                    one.last = page.at;
                }
                continue;
            }
            if !std::mem::replace(&mut one.begun, true) {
                one.clock = one.stream.clock();
            }
            if one.clock.as_mut().is_some_and(|clock| !clock.page(&page, &part)) {
                one.clock = None;
            }
            let there = page.segments.get(part.segments.clone()).unwrap_or_default();
            one.any |= there.iter().any(|segment| *segment < 255);
            if !(part.continued && part.open && one_packet(&page, &part)) {
                one.open.clear();
            }
            if part.open {
                one.open.push(page.at);
            }
            one.last = page.at;
            if one.open.len() + torn.len() > MOST_TORN {
                return Err(Refusal::Large);
            }
        }
        let end = end.unwrap_or_else(|| pages.position());
        let empty = !scanned.iter().any(|(_, one)| one.any);
        let mut streams = Vec::new();
        // Streams are set back together, or not at all.
        let understood = scanned.iter().all(|(_, one)| one.clock.is_some() || !one.begun);
        for (input, one) in scanned {
            torn.extend(one.open);
            let codec = one.stream.codec();
            let Some(headers) = one.stream.headers()? else { continue };
            let serial = u32::try_from(before + streams.len() + 1).map_err(|_| Refusal::Large)?;
            pages.report.note_if(serial != input, Removed::Identifiers);
            streams.push(Planned {
                serial,
                codec,
                headers,
                input,
                last: one.last,
                clock: one.clock.filter(|_| understood),
                late: 0,
            });
        }
        let clocks: Vec<Option<&Clock>> = streams.iter().map(|stream: &Planned| stream.clock.as_ref()).collect();
        let late = clock::late(&clocks);
        pages.report.note_if(late.iter().any(|late| *late > 0), Removed::Times);
        for (stream, late) in streams.iter_mut().zip(late) {
            stream.late = late;
        }
        pages.report.note_if(!torn.is_empty(), Removed::StrayBytes);
        if streams.is_empty() {
            return Err(Refusal::Malformed("it has no sound and no film"));
        }
        Ok(Self { streams, torn, end, empty })
    }

    /// Goes over its pages again, and gives each that is to be written.
    pub(super) fn each(
        &self,
        pages: &mut Pages<'_, '_>,
        mut write: impl FnMut(Kept) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let mut streams: Vec<Stream> = self.streams.iter().map(|_| Stream::new()).collect();
        while let Some(mut page) = pages.next()? {
            if page.at >= self.end {
                break;
            }
            let Some(stream) = self.streams.iter().position(|planned| planned.input == page.serial) else { continue };
            let (Some(planned), Some(state)) = (self.streams.get(stream), streams.get_mut(stream)) else { continue };
            let part = state.page(&mut page, pages.report)?;
            let torn = self.torn.contains(&page.at);
            let last = planned.last == page.at && page.flags & LAST != 0;
            write(Kept { page, part, stream, torn, last })?;
        }
        Ok(())
    }
}

/// True where the part is a piece of one packet alone.
fn one_packet(page: &Page, part: &Part) -> bool {
    page.segments.get(part.segments.clone()).unwrap_or_default().iter().all(|segment| *segment == 255)
}

//! The order of a picture's parts: tables and headers, then scans (ITU-T T.81, annex B.2 and B.4).

use super::{
    super::{Refusal, Removed, Report, sink::Sink},
    entropy,
    frame::{Frame, Process, Scan},
    header::{self, Header},
    progressive::{self, History},
    reader::Reader,
    tables::{Huffman, Needs, Tables},
};

/// Most scans of a picture: a progressive one has about ten.
const MOST_SCANS: usize = 256;
/// The same in a strip, which has one, or one for each component.
const MOST_SCANS_OF_STRIP: usize = 32;
/// Most segments before, between and after the scans.
const MOST_SEGMENTS: usize = 16_384;

/// Rebuilds the picture of a file: it has its own tables and its application segments.
pub(super) fn interchange(
    reader: &mut Reader<'_, '_>,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> Result<(), Refusal> {
    let mut picture = Picture::new(Tables::default(), Some(Header::default()));
    picture.read(reader, sink, report)
}

/// Rebuilds the picture of a strip, which may read tables from `shared`, and has no application segment. Returns the
/// table slots that it reads from there.
pub(in super::super) fn abbreviated(
    reader: &mut Reader<'_, '_>,
    shared: &Tables,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> Result<Needs, Refusal> {
    let mut picture = Picture::new(shared.clone(), None);
    picture.read(reader, sink, report)?;
    report.note_if(reader.left() > 0, Removed::StrayBytes);
    Ok(picture.missing)
}

/// Reads a stream of tables alone, as it is shared by a file's strips.
pub(in super::super) fn shared(reader: &mut Reader<'_, '_>, report: &mut Report) -> Result<Tables, Refusal> {
    let mut picture = Picture::new(Tables::default(), None);
    for _ in 0..MOST_SEGMENTS {
        match reader.marker(report)? {
            None | Some(0xd9) => return Ok(picture.tables),
            Some(0xd8) => {}
            Some(marker @ (0xc4 | 0xcc | 0xdb | 0xdd | 0xe0..=0xef | 0xfe)) => {
                let body = reader.segment()?;
                picture.part(marker, &body, report)?;
            }
            Some(_) => return Err(Refusal::Malformed("the shared tables of a picture are not valid")),
        }
    }
    Err(Refusal::Large)
}

/// Writes the slots of shared tables that strips read; nothing where they read none.
pub(in super::super) fn write_shared(shared: &Tables, needs: Needs) -> Result<Vec<u8>, Refusal> {
    let read = shared.only(needs);
    let (mut written, mut stream) = (Tables::default(), Vec::new());
    if read != written {
        let mut sink = Sink::new(&mut stream);
        sink.put(&[0xff, 0xd8])?;
        read.write_quantisation(&mut written, &mut sink)?;
        read.write_coding(&mut written, &mut sink)?;
        sink.put(&[0xff, 0xd9])?;
        sink.finish()?;
    }
    Ok(stream)
}

/// Steps to begin a scan.
const TO_BEGIN: u64 = 32 * 1024;

struct Picture {
    tables: Tables,
    /// What the output has: for a strip also what is shared, as far as it is still in force.
    written: Tables,
    shared: Tables,
    /// `None` in a strip, whose directory says what a file's header would.
    header: Option<Header>,
    frame: Option<Frame>,
    history: History,
    scans: usize,
    /// Lines that stand right behind the first scan; 0 where none do.
    lines: u16,
    /// Which components a scan has had.
    coded: [bool; 4],
    /// Slots that scans of a strip read as they are shared.
    missing: Needs,
}

impl Picture {
    fn new(shared: Tables, header: Option<Header>) -> Self {
        let mut shared = shared;
        shared.restart = 0;
        Self {
            tables: shared.clone(),
            written: shared.clone(),
            shared,
            header,
            frame: None,
            history: History::new(0),
            scans: 0,
            lines: 0,
            coded: [false; 4],
            missing: Needs::default(),
        }
    }

    fn read(&mut self, reader: &mut Reader<'_, '_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<(), Refusal> {
        self.history = History::new(reader.left());
        if reader.marker(report)? != Some(0xd8) {
            return Err(Refusal::Malformed("a picture does not begin where it should"));
        }
        for _ in 0..MOST_SEGMENTS {
            let go_on = match self.next(reader, sink, report) {
                // Cut off or damaged from here on: what came before is a picture, and decoders show it.
                Err(Refusal::Short | Refusal::Malformed(_)) if self.scans > 0 => {
                    report.note(Removed::StrayBytes);
                    false
                }
                other => other?,
            };
            if !go_on {
                return self.end(sink);
            }
        }
        Err(Refusal::Large)
    }

    /// Reads one marker and what belongs to it. False at the end.
    fn next(&mut self, reader: &mut Reader<'_, '_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<bool, Refusal> {
        match reader.marker(report)? {
            None if self.scans == 0 => return Err(Refusal::Short),
            None | Some(0xd9) => return Ok(false),
            Some(0xd8) if self.frame.is_none() => report.note(Removed::StrayBytes),
            // A picture that begins within another is a further one.
            Some(0xd8) => {
                report.note(Removed::FurtherPictures);
                return Ok(false);
            }
            Some(0x01 | 0xd0..=0xd7) => report.note(Removed::StrayBytes),
            Some(0xda) => self.scan(reader, sink, report)?,
            Some(marker) => {
                let body = reader.segment()?;
                self.part(marker, &body, report)?;
                if marker == 0xdc {
                    self.lines(&body, sink, report)?;
                }
            }
        }
        Ok(true)
    }

    /// Takes in a segment other than a scan.
    fn part(&mut self, marker: u8, body: &[u8], report: &mut Report) -> Result<(), Refusal> {
        match marker {
            0xdb => self.tables.quantisation(body)?,
            0xc4 => self.tables.huffman(body)?,
            0xcc => self.tables.conditioning(body)?,
            0xdd => {
                let interval = body.first_chunk().ok_or(Refusal::Malformed("a restart interval is too short"))?;
                self.tables.restart = u16::from_be_bytes(*interval);
            }
            0xc0..=0xcf if self.frame.is_some() => return Err(Refusal::Unsupported("more than one frame")),
            0xc0..=0xcf => self.frame = Some(Frame::parse(marker, body)?),
            0xde | 0xdf => return Err(Refusal::Unsupported("a hierarchical picture")),
            0xe0..=0xef => match &mut self.header {
                Some(header) if self.scans == 0 => header.take(marker - 0xe0, body, report),
                _ => header::note(marker - 0xe0, body, report),
            },
            0xfe => report.note(Removed::Comments),
            0xdc => {}
            _ => report.note(Removed::UnknownParts),
        }
        Ok(())
    }

    /// DNL: kept after the first scan of a frame whose header leaves the lines open.
    fn lines(&mut self, body: &[u8], sink: &mut Sink<'_>, report: &mut Report) -> Result<(), Refusal> {
        let lines = *body.first_chunk().ok_or(Refusal::Malformed("the number of lines is too short"))?;
        // The scan was followed by it.
        let told = u16::from_be_bytes(lines) == self.lines && self.scans == 1;
        let Some(frame) = self.frame.as_mut().filter(|frame| frame.height == 0 && told) else {
            report.note(Removed::UnknownParts);
            return Ok(());
        };
        frame.height = self.lines;
        super::segment(0xdc, &lines, sink)
    }

    fn scan(&mut self, reader: &mut Reader<'_, '_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<(), Refusal> {
        let mut frame = self.frame.clone().ok_or(Refusal::Malformed("a scan comes before the frame"))?;
        let scan = Scan::parse(&frame, &reader.segment()?)?;
        if self.is_again(&scan, frame.coding) {
            report.note(Removed::FurtherPictures);
            return entropy::skip(reader);
        }
        let most = if self.header.is_some() { MOST_SCANS } else { MOST_SCANS_OF_STRIP };
        if self.scans == most {
            return Err(Refusal::Large);
        }
        let (read, needs) = self.tables.read_by(&scan, &frame);
        self.needs(&read, needs, frame.coding)?;
        if self.scans == 0 {
            sink.put(&[0xff, 0xd8])?;
            if let Some(header) = &mut self.header {
                header.write(frame.components.len(), sink, report)?;
            }
        }
        read.write_quantisation(&mut self.written, sink)?;
        if self.scans == 0 {
            frame.write(sink)?;
        }
        read.write_coding(&mut self.written, sink)?;
        scan.write(&frame, sink)?;
        self.scans += 1;
        if frame.height == 0 && self.scans == 1 {
            self.lines = entropy::lines(reader)?;
            frame.height = self.lines;
        }
        // Tables are made ready for each scan, and blocks of a progressive one may have no bit.
        let blocks = frame.layout(&scan).filter(|_| frame.coding == Process::Progressive);
        reader.work(TO_BEGIN + blocks.map_or(0, |(blocks, _)| blocks.min(progressive::MOST_BLOCKS)))?;
        entropy::copy((&frame, &scan, &read), &mut self.history, reader, sink, report)
    }

    /// True if a picture whose components have one scan each has had one of this scan's. Takes them down if not.
    fn is_again(&mut self, scan: &Scan, coding: Process) -> bool {
        if matches!(coding, Process::Progressive | Process::ArithmeticProgressive) {
            return false;
        }
        let had = |place: usize| self.coded.get(place).is_some_and(|coded| *coded);
        if scan.components.iter().any(|(place, ..)| had(*place)) {
            return true;
        }
        for (place, ..) in &scan.components {
            self.coded.get_mut(*place).into_iter().for_each(|coded| *coded = true);
        }
        false
    }

    /// Every table that is read must be there. A decoder has Huffman tables of its own for a sequential picture without.
    fn needs(&mut self, read: &Tables, needs: Needs, coding: Process) -> Result<(), Refusal> {
        let sound = |table: &Option<Huffman>| table.as_ref().is_none_or(|table| table.codes().is_some());
        if !read.dc.iter().chain(&read.ac).all(sound) {
            return Err(Refusal::Malformed("a Huffman table has more codes than there can be"));
        }
        let missing = |needed: bool, there: bool, shared: bool| needed && (!there || shared);
        for slot in 0..4 {
            let (quantisation, dc, ac) = (read.quantisation[slot], &read.dc[slot], &read.ac[slot]);
            if self.header.is_some() {
                let bare = needs.dc[slot] && dc.is_none() || needs.ac[slot] && ac.is_none();
                if needs.quantisation[slot] && quantisation.is_none() || bare && coding != Process::Sequential {
                    return Err(Refusal::Malformed("a table is missing"));
                }
                continue;
            }
            let all = &mut self.missing;
            let same =
                quantisation == self.shared.quantisation[slot] && self.written.quantisation[slot] == quantisation;
            all.quantisation[slot] |= missing(needs.quantisation[slot], quantisation.is_some(), same);
            let same = *dc == self.shared.dc[slot] && self.written.dc[slot] == *dc;
            all.dc[slot] |= missing(needs.dc[slot], dc.is_some(), same);
            let same = *ac == self.shared.ac[slot] && self.written.ac[slot] == *ac;
            all.ac[slot] |= missing(needs.ac[slot], ac.is_some(), same);
        }
        Ok(())
    }

    fn end(&self, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        if self.scans == 0 {
            return Err(Refusal::Malformed("there is no picture in it"));
        }
        if self.header.is_some() && self.frame.as_ref().is_some_and(|frame| frame.height == 0) {
            return Err(Refusal::Malformed("how many lines a picture has is not told"));
        }
        sink.put(&[0xff, 0xd9])
    }
}

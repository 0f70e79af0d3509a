//! Descriptions of sound: ISO/IEC 14496-12, section 12.2.3, and the `QuickTime` File Format, "Sound Sample Descriptions".

use super::{Cursor, Entry, LOCKED, Refusal, Removed, Report, asc, boxes, esds, pcm, sound_config};
use crate::testimony::scrub::{
    aac::Grammar,
    movie::{SPATIAL, filter::Filter},
};

/// The fixed part of a description.
struct Head {
    reference: u16,
    version: u16,
    channels: u16,
    bits: u16,
    compression: u16,
    rate: u32,
    /// The numbers that versions 1 and 2 of `QuickTime` add.
    added: Vec<u8>,
}

/// What was found in a description's boxes.
#[derive(Default)]
struct Config {
    bytes: Vec<u8>,
    filter: Option<Filter>,
    wave: bool,
    /// The least significant byte first.
    little: bool,
    /// Boxes that `wave` has, those that describe the codec.
    inside: Vec<u8>,
}

/// Rebuilds a description in a table of this version.
pub(super) fn entry(kind: [u8; 4], body: &[u8], table: u8, report: &mut Report) -> Result<Entry, Refusal> {
    let mut cursor = Cursor(body);
    let mut head = Head::read(&mut cursor, table, report)?;
    codec(kind)?;
    let mut config = Config::default();
    config.read(kind, cursor, false, report)?;
    let mut kind = kind;
    if config.little
        && head.version < 2
        && let Some(added) = pcm::little_endian(kind, head.rate, head.channels)
    {
        (kind, config.wave) = (*b"lpcm", false);
        // What version 2 has in the places of the numbers that it tells elsewhere.
        head = Head { version: 2, channels: 3, bits: 16, compression: 0xfffe, rate: 1 << 16, added, ..head };
    }
    let packet = head.packet(kind)?;
    let opus = kind == *b"Opus";
    let filter = match config.filter.filter(|filter| matches!(filter, Filter::Opus(_)) == opus) {
        None if matches!(&kind, b".mp3" | b"ms\x00\x55") => Some(Filter::Mpeg),
        filter => filter,
    };
    // Samples of packets are not one by one what a frame is.
    let filter = filter.map(|filter| if packet.is_some() && filter == Filter::Mpeg { Filter::Plain } else { filter });
    if kind == *b"mp4a" && filter.is_none() {
        return Err(Refusal::Malformed("a configuration of its sound is missing"));
    }
    let mut bytes = Vec::new();
    boxes::put(&mut bytes, kind, |out| {
        head.write(out);
        if config.wave {
            boxes::put(out, *b"wave", |out| {
                boxes::put(out, *b"frma", |out| out.extend(kind));
                if kind == *b"mp4a" {
                    boxes::put(out, *b"mp4a", |out| out.extend([0; 4]));
                }
                out.extend_from_slice(&config.inside);
                out.extend([0, 0, 0, 8, 0, 0, 0, 0]);
            });
        }
        out.extend_from_slice(&config.bytes);
    });
    Ok(Entry {
        bytes,
        reference: head.reference,
        filter: filter.unwrap_or(if opus { Filter::Opus(1) } else { Filter::Plain }),
        packet,
    })
}

/// Whether a codec is on the list.
fn codec(kind: [u8; 4]) -> Result<(), Refusal> {
    /// Compressed sound, PCM, and old codecs that are nearly PCM.
    const KNOWN: [&[u8; 4]; 31] = [
        b"mp4a",
        b".mp3",
        b"alac",
        b"Opus",
        b"fLaC",
        b"ac-3",
        b"ec-3",
        b"samr",
        b"sawb",
        b"sqcp",
        b"sevc",
        b"sowt",
        b"twos",
        b"lpcm",
        b"in24",
        b"in32",
        b"fl32",
        b"fl64",
        b"raw ",
        b"NONE",
        b"ipcm",
        b"fpcm",
        b"ulaw",
        b"alaw",
        b"ima4",
        b"MAC3",
        b"MAC6",
        b"agsm",
        b"ms\x00\x02",
        b"ms\x00\x11",
        b"ms\x00\x55",
    ];
    match &kind {
        _ if KNOWN.contains(&&kind) => Ok(()),
        b"enca" | b"drms" => Err(Refusal::Unsupported(LOCKED)),
        b"apac" => Err(Refusal::Unsupported(SPATIAL)),
        _ => Err(Refusal::Unsupported("sound in a codec that is not read here")),
    }
}

impl Head {
    fn read(cursor: &mut Cursor<'_>, table: u8, report: &mut Report) -> Result<Self, Refusal> {
        cursor.take(6)?;
        let [reference, mut version] = [cursor.u16()?, cursor.u16()?];
        cursor.u16()?;
        report.note_if(cursor.u32()? != 0, Removed::Software);
        let [channels, bits, compression] = [cursor.u16()?, cursor.u16()?, cursor.u16()?];
        cursor.u16()?;
        let rate = cursor.u32()?;
        // Version 1 of ISO stands in a table of version 1, and adds boxes only.
        if table != 0 {
            version = 0;
        }
        let added = match version {
            0 => &[],
            1 => cursor.take(16)?,
            2 => cursor.take(36)?,
            _ => return Err(Refusal::Unsupported("sound with a description of a version that is not read here")),
        };
        // Of the compression, decoders ask only whether it is one of these two.
        let compression = if matches!(compression, 0xffff | 0xfffe) { compression } else { 0 };
        Ok(Self { reference, version, channels, bits, compression, rate, added: added.to_vec() })
    }

    fn write(&self, out: &mut Vec<u8>) {
        out.extend([0, 0, 0, 0, 0, 0, 0, 1]);
        out.extend(self.version.to_be_bytes());
        out.extend([0; 6]);
        out.extend([self.channels, self.bits, self.compression, 0].iter().flat_map(|number| number.to_be_bytes()));
        out.extend(self.rate.to_be_bytes());
        if self.version == 2 {
            // The size of the description up to its boxes is the same for all.
            out.extend(72_u32.to_be_bytes());
            out.extend_from_slice(self.added.get(4..).unwrap_or_default());
        } else {
            out.extend_from_slice(&self.added);
        }
    }

    fn packet(&self, kind: [u8; 4]) -> Result<Option<(u32, u32)>, Refusal> {
        let mut added = Cursor(&self.added);
        if self.version == 2 && matches!(&kind, b"lpcm") {
            added.take(28)?;
            let [bytes, samples] = [added.u32()?, added.u32()?];
            return Ok(if samples == 1 && bytes > 0 { Some((1, bytes)) } else { None });
        }
        let known = pcm::packet(kind, u32::from(self.bits), u32::from(self.channels));
        if self.version == 1 {
            let samples = added.u32()?;
            added.u32()?;
            let bytes = added.u32()?;
            if samples > 1 && bytes > 0 && known.is_none_or(|(samples, _)| samples != 1) {
                return Ok(Some((samples, bytes)));
            }
        }
        Ok(known.filter(|(_, bytes)| *bytes > 0))
    }
}

impl Config {
    fn read(&mut self, of: [u8; 4], mut cursor: Cursor<'_>, inside: bool, report: &mut Report) -> Result<(), Refusal> {
        let mut seen = Vec::new();
        while let Some((part, body)) = cursor.child() {
            // A second box of a kind is one that no decoder reads.
            if seen.contains(&part) {
                report.note(Removed::UnknownParts);
                continue;
            }
            seen.push(part);
            let out = if inside { &mut self.inside } else { &mut self.bytes };
            match &part {
                b"sinf" => return Err(Refusal::Unsupported(LOCKED)),
                b"wave" if !inside && !self.wave => {
                    self.wave = true;
                    self.read(of, Cursor(body), true, report)?;
                }
                // Written anew around the rest of `wave`.
                b"frma" | b"mp4a" | [0, 0, 0, 0] if inside => {}
                b"enda" => self.little = matches!(body, [_, 1, ..]),
                b"esds" if self.filter.is_none() => self.filter = Some(stream(body, out, report)?),
                b"dOps" if of == *b"Opus" && self.filter.is_none() => {
                    self.filter = Some(Filter::Opus(sound_config::opus(body, out)?));
                }
                _ if sound_config::is_of(part, of) && sound_config::rebuild(part, body, out, report)? => {}
                _ => report.note(Removed::UnknownParts),
            }
        }
        Ok(())
    }
}

fn stream(body: &[u8], out: &mut Vec<u8>, report: &mut Report) -> Result<Filter, Refusal> {
    let stream = esds::read(body)?;
    let (config, filter) = match stream.object {
        0x40 | 0x66..=0x68 if stream.config.is_empty() => (Vec::new(), Filter::Aac(Grammar::UNTOLD)),
        0x40 | 0x66..=0x68 => {
            let (config, grammar) = asc::rebuild(stream.config)?;
            (config, grammar.map_or(Filter::Plain, Filter::Aac))
        }
        0x69 | 0x6b => (Vec::new(), Filter::Mpeg),
        0xa5 | 0xa6 | 0xa9 | 0xe1 => (Vec::new(), Filter::Plain),
        _ => return Err(Refusal::Unsupported("sound in a codec that is not read here")),
    };
    report.note_if(config.len() < stream.config.len(), Removed::CodecUserData);
    esds::write(&esds::Stream { object: stream.object, kind: 5, config: &config }, out);
    Ok(filter)
}

//! Ogg (RFC 3533) with Vorbis, Opus (RFC 7845), FLAC (RFC 9639, section 10.1), Speex and Theora.
//!
//! The file is read link by link: a link is a group of streams that begin together. Headers are written anew on pages of
//! their own; pages of data keep their packets and their granule positions, less what the stream had run before. Serial numbers count from 1, page numbers from
//! 0, checksums are anew, and nothing stands between pages or after them. Skeletons and text streams are left out. A page
//! with a wrong checksum is left out, as decoders do, and so are pieces of packets that nothing completes.

use super::{Refusal, Removed, Report, format::Format, sink::Sink, source::Source};

mod clock;
mod codec;
mod crc;
mod link;
mod page;
mod stream;
mod write;

use self::{
    codec::Codec,
    link::Link,
    page::{NOWHERE, Pages},
};

/// Rebuilds a file.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let (mut serial, mut spent) = (0, 0);
    let mut only_opus = true;
    let mut start = source.position();
    while start < source.length() {
        source.seek(start);
        let mut pages = Pages::new(source, report, spent);
        let scanned = Link::scan(&mut pages, serial);
        spent = pages.spent();
        let link = match scanned {
            // What was appended to a whole file and cannot be played is not part of it.
            Err(Refusal::Malformed(_) | Refusal::Short) if serial > 0 => {
                report.note(Removed::StrayBytes);
                break;
            }
            link => link?,
        };
        if link.empty {
            report.note(Removed::StrayBytes);
            start = link.end;
            continue;
        }
        only_opus &= link.streams.iter().all(|stream| stream.codec.is_none_or(|codec| codec == Codec::Opus));
        source.seek(start);
        let mut nothing = Report::default();
        let mut pages = Pages::new(source, &mut nothing, spent);
        link.write(&mut pages, sink)?;
        spent = pages.spent();
        serial += link.streams.len();
        start = link.end;
    }
    match (serial, only_opus) {
        (0, _) => Err(Refusal::Malformed("it has no sound and no film")),
        (_, true) => Ok(Format::Opus),
        (_, false) => Ok(Format::Ogg),
    }
}

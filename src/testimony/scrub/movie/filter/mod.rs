//! What is left out of the samples themselves: user data that is no part of a picture or a sound.

mod aac;
mod jpeg;
mod obu;
mod prores;
mod recovery;
mod start_code;
mod unit;

pub(in crate::testimony::scrub) use self::{
    recovery::{MOST_MESSAGES, recovery},
    start_code::{Parts, start_codes},
    unit::Family,
};
use super::{Refusal, Removed, Report, Sink, Source};
use crate::testimony::scrub::{aac::Grammar, xiph::opus};

/// Largest sample that is read into memory, in bytes: one picture of a codec without lengths.
const MOST_SAMPLE: usize = 16 << 20;

/// Largest packet of Opus, in bytes: no encoder makes one that is near it.
const MOST_OPUS: u32 = 1 << 20;

/// How a sample is rebuilt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::testimony::scrub) enum Filter {
    /// As it is.
    Plain,
    /// H.264 and H.265: units, each behind its length in so many bytes.
    Units { length: u8, family: Family },
    /// AV1.
    Obus,
    /// MPEG-1, -2 and -4 pictures.
    StartCodes(Parts),
    /// Motion JPEG.
    Jpeg,
    /// Apple `ProRes`.
    ProRes,
    /// AAC.
    Aac(Grammar),
    /// MPEG audio: a sample alone does not tell what is in it.
    Mpeg,
    /// Opus, with so many streams in each packet.
    Opus(u8),
}

impl Filter {
    /// True where a rebuilt sample may have another size.
    pub(in crate::testimony::scrub) fn resizes(self) -> bool {
        !matches!(self, Self::Plain | Self::ProRes | Self::Aac(_) | Self::Mpeg | Self::Opus(_))
    }

    /// Rebuilds the sample of `size` bytes at `offset`.
    pub(in crate::testimony::scrub) fn sample(
        self,
        source: &mut Source<'_>,
        (offset, size): (u64, u32),
        out: &mut Out<'_, '_>,
        report: &mut Report,
    ) -> Result<(), Refusal> {
        source.seek(offset);
        match self {
            Self::Units { length, family } => unit::sample(source, size, length, family, out, report),
            Self::Obus => obu::sample(source, size, out, report),
            Self::StartCodes(parts) => {
                let sample = source.take(u64::from(size), MOST_SAMPLE)?;
                let mut rebuilt = Vec::with_capacity(sample.len());
                start_codes(parts, &sample, &mut rebuilt, report);
                out.put(&rebuilt)
            }
            Self::Jpeg => {
                let sample = source.take(u64::from(size), MOST_SAMPLE)?;
                let mut rebuilt = Vec::with_capacity(sample.len());
                jpeg::picture(&sample, &mut rebuilt, report)?;
                out.put(&rebuilt)
            }
            Self::ProRes => prores::sample(source, size, out, report),
            Self::Aac(grammar) => aac::sample(source, size, grammar, out, report),
            Self::Opus(_) if size > MOST_OPUS => Err(Refusal::Large),
            Self::Opus(streams) if out.sink.is_some() => {
                let mut packet = source.take(u64::from(size), MOST_OPUS as usize)?;
                report.note_if(opus::quiet(&mut packet, streams), Removed::Padding);
                out.put(&packet)
            }
            Self::Plain | Self::Mpeg | Self::Opus(_) => out.copy(source, u64::from(size)),
        }
    }
}

/// Where rebuilt samples go; without a sink they are counted only.
pub(in crate::testimony::scrub) struct Out<'a, 'b> {
    pub sink: Option<&'a mut Sink<'b>>,
    /// Bytes so far.
    pub bytes: u64,
}

impl Out<'_, '_> {
    /// Writes bytes.
    pub(in crate::testimony::scrub) fn put(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        self.bytes += bytes.len() as u64;
        self.sink.as_mut().map_or(Ok(()), |sink| sink.put(bytes))
    }

    /// Writes the source's next bytes.
    pub(in crate::testimony::scrub) fn copy(&mut self, source: &mut Source<'_>, bytes: u64) -> Result<(), Refusal> {
        self.bytes += bytes;
        if let Some(sink) = &mut self.sink {
            return source.copy(bytes, sink);
        }
        source.skip(bytes);
        Ok(())
    }
}

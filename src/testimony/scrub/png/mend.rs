//! A picture whose stream is torn, or has more in it than the picture: its rows, compressed anew without loss.
//!
//! Decoders show the rows that came before the fault, and do not show what comes after the last row. So the rows are
//! kept, missing ones are filled with zeros, and everything else is gone.

use miniz_oxide::{
    MZFlush, MZStatus,
    deflate::{
        core::{CompressorOxide, create_comp_flags_from_zip_params},
        stream::deflate,
    },
    inflate::{
        TINFLStatus,
        core::{
            DecompressorOxide, decompress,
            inflate_flags::{TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_IGNORE_ADLER32},
        },
    },
};

use super::{data::Data, rows::Rows};
use crate::testimony::scrub::{Refusal, source::Source};

/// How far back a stream may refer: what is inflated into wraps around.
const WINDOW: usize = 32 * 1024;
/// Most bytes of rows that are made up.
const MOST_MISSING: u64 = 256 * 1024 * 1024;
/// Strength of the compressor, and the size of its window as a power of two: the usual ones.
const LEVEL: i32 = 6;
const WINDOW_BITS: i32 = 15;

/// Takes bytes as they come.
pub(super) type Take<'t> = dyn FnMut(&[u8]) -> Result<(), Refusal> + 't;

/// Gives the rows that can be inflated to `take`, and zeros for those that are missing. False where no row is whole.
pub(super) fn rows(
    source: &mut Source<'_>,
    data: Data,
    rows: &mut Rows<'_>,
    take: &mut Take<'_>,
) -> Result<bool, Refusal> {
    inflate(source, data, rows, take)?;
    if !rows.has_some() {
        return Ok(false);
    }
    if rows.missing() > MOST_MISSING {
        return Err(Refusal::Short);
    }
    let zeros = vec![0; WINDOW];
    while rows.missing() > 0 {
        let n = usize::try_from(rows.missing()).unwrap_or(WINDOW).min(WINDOW);
        let zeros = zeros.get(..n).unwrap_or_default();
        let taken = rows.take(zeros);
        if taken != n {
            return Err(Refusal::Malformed("the rows of the picture do not add up"));
        }
        take(zeros)?;
    }
    Ok(true)
}

fn inflate(source: &mut Source<'_>, mut data: Data, rows: &mut Rows<'_>, take: &mut Take<'_>) -> Result<(), Refusal> {
    let (mut state, mut out, mut at) = (Box::new(DecompressorOxide::new()), vec![0; WINDOW], 0);
    // The two numbers before the stream: method 8 and no dictionary, the rest is of no matter.
    for (mask, right) in [(0x0f, 8), (0x20, 0)] {
        if data.window(source)?.first().is_none_or(|number| number & mask != right) {
            return Ok(());
        }
        data.used(source, 1);
    }
    loop {
        let window = data.window(source)?;
        if window.is_empty() {
            return Ok(());
        }
        let flags = TINFL_FLAG_HAS_MORE_INPUT | TINFL_FLAG_IGNORE_ADLER32;
        let (status, used, made) = decompress(&mut state, window, &mut out, at, flags);
        let fresh = out.get(at..at.saturating_add(made)).unwrap_or_default();
        let taken = rows.take(fresh);
        take(fresh.get(..taken).unwrap_or_default())?;
        let goes_on = matches!(status, TINFLStatus::NeedsMoreInput | TINFLStatus::HasMoreOutput);
        if taken != made || !goes_on || (used == 0 && made == 0) {
            return Ok(());
        }
        at = at.saturating_add(made) % WINDOW;
        data.used(source, used);
    }
}

/// Compresses what it is given.
pub(super) struct Compressor {
    state: Box<CompressorOxide>,
    out: Vec<u8>,
}

impl Compressor {
    pub(super) fn new() -> Self {
        let flags = create_comp_flags_from_zip_params(LEVEL, WINDOW_BITS, 0);
        Self { state: Box::new(CompressorOxide::new(flags)), out: vec![0; WINDOW] }
    }

    /// Goes on with `bytes`.
    pub(super) fn put(&mut self, bytes: &[u8], take: &mut Take<'_>) -> Result<(), Refusal> {
        self.run(bytes, MZFlush::None, take)
    }

    /// Ends the stream.
    pub(super) fn finish(mut self, take: &mut Take<'_>) -> Result<(), Refusal> {
        self.run(&[], MZFlush::Finish, take)
    }

    fn run(&mut self, mut bytes: &[u8], flush: MZFlush, take: &mut Take<'_>) -> Result<(), Refusal> {
        loop {
            let step = deflate(&mut self.state, bytes, &mut self.out, flush);
            take(self.out.get(..step.bytes_written).unwrap_or_default())?;
            bytes = bytes.get(step.bytes_consumed..).unwrap_or_default();
            let full = step.bytes_written == self.out.len();
            match step.status {
                Ok(MZStatus::StreamEnd) => return Ok(()),
                Ok(_) if full || !bytes.is_empty() || flush == MZFlush::Finish => {}
                Ok(_) | Err(_) => return Ok(()),
            }
        }
    }
}

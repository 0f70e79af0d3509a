//! Apple `ProRes`: SMPTE RDD 36, section 5.1. Four bytes of a frame's header name the encoder's maker.

use super::{Out, Refusal, Removed, Report, Source};

/// Bytes of a frame's size, its mark, its header's size and version.
const BEFORE: u32 = 12;
/// The maker that decoders know best.
const MAKER: [u8; 4] = *b"apl0";

/// Rebuilds the sample of `size` bytes from here on.
pub(super) fn sample(
    source: &mut Source<'_>,
    size: u32,
    out: &mut Out<'_, '_>,
    report: &mut Report,
) -> Result<(), Refusal> {
    let Some(after) = size.checked_sub(BEFORE + 4) else {
        return out.copy(source, u64::from(size));
    };
    out.copy(source, u64::from(BEFORE))?;
    if out.sink.is_none() {
        source.skip(4);
    } else {
        report.note_if(source.array::<4>()? != MAKER, Removed::Software);
    }
    out.put(&MAKER)?;
    out.copy(source, u64::from(after))
}

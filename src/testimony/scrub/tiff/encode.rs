//! Strips and tiles compressed anew, where something had to be taken out of their rows.

use std::io::Write as _;

use flate2::{Compression as Strength, write::ZlibEncoder};

use super::{super::Refusal, lzw, packbits, piece::Compression, pixels::Take};

/// Compresses rows.
pub(super) struct Encoder {
    kind: Kind,
    packed: Vec<u8>,
}

enum Kind {
    None,
    PackBits,
    Lzw(lzw::Packer),
    Deflate(ZlibEncoder<Vec<u8>>),
}

impl Encoder {
    pub(super) fn new(compression: Compression) -> Self {
        let mut packed = Vec::new();
        let kind = match compression {
            Compression::PackBits => Kind::PackBits,
            Compression::Lzw => Kind::Lzw(lzw::Packer::new(&mut packed)),
            Compression::Deflate => Kind::Deflate(ZlibEncoder::new(Vec::new(), Strength::default())),
            Compression::None | Compression::Facsimile(_) | Compression::Jpeg => Kind::None,
        };
        Self { kind, packed }
    }

    pub(super) fn row(&mut self, row: &[u8], out: &mut Take<'_>) -> Result<(), Refusal> {
        match &mut self.kind {
            Kind::None => return out(row),
            Kind::PackBits => packbits::pack(row, &mut self.packed),
            Kind::Lzw(strings) => strings.put(row, &mut self.packed),
            Kind::Deflate(encoder) => {
                encoder.write_all(row).map_err(Refusal::Write)?;
                self.packed.append(encoder.get_mut());
            }
        }
        out(&self.packed)?;
        self.packed.clear();
        Ok(())
    }

    pub(super) fn finish(mut self, out: &mut Take<'_>) -> Result<(), Refusal> {
        match self.kind {
            Kind::None | Kind::PackBits => {}
            Kind::Lzw(strings) => strings.finish(&mut self.packed),
            Kind::Deflate(encoder) => self.packed.extend(encoder.finish().map_err(Refusal::Write)?),
        }
        out(&self.packed)
    }
}

//! A small TIFF, field by field, little endian.

use std::io::Write as _;

/// A tag, its type, how many values, and their bytes.
pub(crate) type Field = (u16, u16, usize, Vec<u8>);

pub(crate) fn short(tag: u16, number: u16) -> Field {
    (tag, 3, 1, [number.to_le_bytes(), [0, 0]].concat())
}

pub(crate) fn long(tag: u16, number: u32) -> Field {
    (tag, 4, 1, number.to_le_bytes().to_vec())
}

/// One page; its data stands behind the header.
pub(crate) struct Tiff {
    pub(crate) fields: Vec<Field>,
    pub(crate) data: Vec<u8>,
}

impl Tiff {
    /// A grey page of 8 by 8 pixels in one strip.
    pub(crate) fn grey(compression: u16, data: &[u8]) -> Self {
        let length = u32::try_from(data.len()).unwrap();
        let fields = vec![
            long(256, 8),
            long(257, 8),
            short(258, 8),
            short(259, compression),
            short(262, 1),
            long(273, 8),
            short(277, 1),
            long(278, 8),
            long(279, length),
        ];
        Self { fields, data: data.to_vec() }
    }

    pub(crate) fn write(&self) -> Vec<u8> {
        let number = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
        let mut fields = self.fields.clone();
        fields.sort_by_key(|(tag, ..)| *tag);
        let mut body = self.data.clone();
        let mut directory = u16::try_from(fields.len()).unwrap().to_le_bytes().to_vec();
        for (tag, kind, count, value) in fields {
            directory.extend([tag.to_le_bytes(), kind.to_le_bytes()].concat());
            directory.extend(number(count));
            if value.len() <= 4 {
                directory.extend(value);
            } else {
                directory.extend(number(8 + body.len()));
                body.extend(value);
            }
        }
        directory.extend([0; 4]);
        [b"II\x2a\0", &number(8 + body.len())[..], &body, &directory].concat()
    }
}

pub(crate) fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

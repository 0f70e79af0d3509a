//! The head of a frame: RFC 9639, 9.1.

use super::information::Information;

/// Most bytes of one.
pub(super) const MOST: usize = 16;

/// What a frame says of itself.
pub(super) struct Head {
    /// Frames are numbered by their first sample.
    pub(super) variable: bool,
    /// Of the frame, or of its first sample.
    pub(super) number: u64,
    /// Samples of each channel.
    pub(super) samples: u32,
    /// Bits of a sample of each channel.
    pub(super) depths: Vec<u32>,
    /// The third and fourth byte: codes of samples, rate, channels and depth.
    codes: [u8; 2],
    /// What stands after the number for codes that need more bytes.
    more: Vec<u8>,
}

impl Head {
    /// The head that begins here and its bytes; `None` where none does.
    pub(super) fn parse(bytes: &[u8], information: &Information) -> Option<(Self, usize)> {
        let [0xff, second @ 0xf8..=0xf9, third, fourth, coded @ ..] = bytes else { return None };
        let (block, rate, channels, depth) = (third >> 4, third & 15, fourth >> 4, fourth >> 1 & 7);
        if fourth & 1 != 0 || rate == 15 {
            return None;
        }
        let (number, used) = number(coded)?;
        let after = coded.get(used..)?;
        let extra_block = match block {
            6 => 1,
            7 => 2,
            _ => 0,
        };
        let extra = match rate {
            12 => extra_block + 1,
            13 | 14 => extra_block + 2,
            _ => extra_block,
        };
        let more = after.get(..extra)?;
        let samples = match (block, more) {
            (1, _) => 192,
            (2..=5, _) => 576 << (block - 2),
            (6, [n, ..]) => u32::from(*n) + 1,
            (7, [0xff, 0xff, ..]) => return None,
            (7, [a, b, ..]) => u32::from(u16::from_be_bytes([*a, *b])) + 1,
            (8..=15, _) => 256 << (block - 8),
            _ => return None,
        };
        let depth = match depth {
            0 => u32::from(information.depth),
            1 => 8,
            2 => 12,
            4 => 16,
            5 => 20,
            6 => 24,
            7 => 32,
            _ => return None,
        };
        // The difference of two channels takes a bit more.
        let depths = match channels {
            0..=7 => vec![depth; usize::from(channels) + 1],
            8 | 10 => vec![depth, depth + 1],
            9 => vec![depth + 1, depth],
            _ => return None,
        };
        let bytes_before = 4 + used + extra;
        if bytes.get(bytes_before)? != &crc8(bytes.get(..bytes_before)?) {
            return None;
        }
        let variable = *second == 0xf9;
        let head = Self { variable, number, samples, depths, codes: [*third, *fourth], more: more.to_vec() };
        Some((head, bytes_before + 1))
    }

    /// Its bytes.
    pub(super) fn put(&self) -> Vec<u8> {
        let mut bytes = vec![0xff, if self.variable { 0xf9 } else { 0xf8 }];
        bytes.extend_from_slice(&self.codes);
        put_number(self.number, &mut bytes);
        bytes.extend_from_slice(&self.more);
        bytes.push(crc8(&bytes));
        bytes
    }
}

/// A number coded as UTF-8 would, of up to 36 bits, and its bytes.
fn number(bytes: &[u8]) -> Option<(u64, usize)> {
    let first = *bytes.first()?;
    let used = match first.leading_ones() {
        0 => return Some((first.into(), 1)),
        ones @ 2..=7 => ones,
        _ => return None,
    };
    let mut number = u64::from(first) & (0x7f >> used);
    for byte in bytes.get(1..used as usize)? {
        if byte & 0xc0 != 0x80 {
            return None;
        }
        number = number << 6 | u64::from(byte & 0x3f);
    }
    Some((number, used as usize))
}

fn put_number(number: u64, bytes: &mut Vec<u8>) {
    if let Ok(small @ 0..0x80) = u8::try_from(number) {
        bytes.push(small);
        return;
    }
    let more = (1..=6).find(|more| number < 1 << (6 * more + 6 - more)).unwrap_or(6);
    let marked = !(0x7f_u64 >> more) & 0xff;
    let byte = |n: u64| u8::try_from(n & 0xff).unwrap_or(0);
    bytes.push(byte(marked | number >> (6 * more) & (0x3f >> more)));
    for place in (0..more).rev() {
        bytes.push(byte(0x80 | number >> (6 * place) & 0x3f));
    }
}

fn crc8(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |crc, byte| {
        (0..8).fold(crc ^ byte, |crc: u8, _| if crc & 0x80 == 0 { crc << 1 } else { crc << 1 ^ 0x07 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        assert_eq!(crc8(b"123456789"), 0xf4);
        for bits in 0..36 {
            for value in [(1_u64 << bits) - 1, 1 << bits, (1 << bits) + 1] {
                let mut bytes = Vec::new();
                put_number(value, &mut bytes);
                assert_eq!(number(&bytes), Some((value, bytes.len())), "{value}");
                if value > 0x7f
                    && let Some(text) = u32::try_from(value).ok().and_then(char::from_u32)
                {
                    assert_eq!(text.to_string().into_bytes(), bytes);
                }
            }
        }
    }
}

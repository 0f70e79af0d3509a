//! The CRC of polynomial 0x8005, most significant bit first: MPEG audio (ISO/IEC 11172-3, 2.4.3.1) and FLAC frames
//! (RFC 9639, 9.3).

const fn tables() -> [[u16; 256]; 8] {
    let mut tables = [[0; 256]; 8];
    let (mut byte, mut high) = (0, 0_u16);
    while byte < 256 {
        let mut crc = high << 8;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 0x8000 == 0 { crc << 1 } else { (crc << 1) ^ 0x8005 };
            bit += 1;
        }
        tables[0][byte] = crc;
        byte += 1;
        high += 1;
    }
    let mut table = 1;
    while table < 8 {
        let mut byte = 0;
        while byte < 256 {
            let before: u16 = tables[table - 1][byte];
            tables[table][byte] = (before << 8) ^ tables[0][(before >> 8) as usize];
            byte += 1;
        }
        table += 1;
    }
    tables
}

static TABLES: [[u16; 256]; 8] = tables();

/// The CRC of `bytes` after what gave `crc`.
#[must_use]
pub(super) fn crc16(mut crc: u16, bytes: &[u8]) -> u16 {
    let (eights, rest) = bytes.as_chunks::<8>();
    for [a, b, c, d, e, f, g, h] in eights {
        let [high, low] = crc.to_be_bytes();
        crc = TABLES[7][usize::from(a ^ high)]
            ^ TABLES[6][usize::from(b ^ low)]
            ^ TABLES[5][usize::from(*c)]
            ^ TABLES[4][usize::from(*d)]
            ^ TABLES[3][usize::from(*e)]
            ^ TABLES[2][usize::from(*f)]
            ^ TABLES[1][usize::from(*g)]
            ^ TABLES[0][usize::from(*h)];
    }
    for byte in rest {
        let [high, low] = crc.to_be_bytes();
        crc = (u16::from(low) << 8) ^ TABLES[0][usize::from(high ^ byte)];
    }
    crc
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_the_published_check_values() {
        // CRC-16/UMTS and CRC-16/CMS of the catalogue of parametrised CRC algorithms.
        assert_eq!(crc16(0, b"123456789"), 0xfee8);
        assert_eq!(crc16(0xffff, b"123456789"), 0xaee7);
        assert_eq!(crc16(crc16(0xffff, b"12345678"), b"9"), 0xaee7);
    }
}

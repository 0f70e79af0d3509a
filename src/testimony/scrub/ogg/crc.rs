//! The checksum of an Ogg page (RFC 3533, section 6): polynomial 04c11db7, high bit first, from zero, eight bytes at a time.

static TABLES: [[u32; 256]; 8] = tables();

const fn tables() -> [[u32; 256]; 8] {
    let mut tables = [[0; 256]; 8];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "below 256")]
        let mut sum = (byte as u32) << 24;
        let mut bit = 0;
        while bit < 8 {
            sum = if sum >> 31 == 1 { sum << 1 ^ 0x04c1_1db7 } else { sum << 1 };
            bit += 1;
        }
        tables[0][byte] = sum;
        byte += 1;
    }
    let mut byte = 0;
    while byte < 256 {
        let mut table = 1;
        while table < 8 {
            let before = tables[table - 1][byte];
            tables[table][byte] = before << 8 ^ tables[0][(before >> 24) as usize];
            table += 1;
        }
        byte += 1;
    }
    tables
}

/// Goes on with the checksum `sum` over `bytes`.
pub(in crate::testimony::scrub) fn crc(mut sum: u32, bytes: &[u8]) -> u32 {
    let (eights, rest) = bytes.as_chunks::<8>();
    for eight in eights {
        let whole = u64::from_be_bytes(*eight) ^ u64::from(sum) << 32;
        sum = whole
            .to_be_bytes()
            .iter()
            .zip(TABLES.iter().rev())
            .fold(0, |sum, (byte, table)| sum ^ table[usize::from(*byte)]);
    }
    for byte in rest {
        let [high, ..] = sum.to_be_bytes();
        sum = sum << 8 ^ TABLES[0][usize::from(high ^ byte)];
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::crc;

    #[test]
    fn a_known_sum_and_the_same_by_single_bytes() {
        assert_eq!(crc(0, b"123456789"), 0x89a1_897f);
        let bytes: Vec<u8> = (0..100).collect();
        assert_eq!(crc(7, &bytes), bytes.iter().fold(7, |sum, byte| crc(sum, &[*byte])));
    }
}

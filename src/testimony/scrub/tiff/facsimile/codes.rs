//! The codes of runs (ITU-T T.4, tables 2, 3a and 3b) and of modes (T.6, table 1).

/// Longest code in bits.
pub(super) const MOST: u32 = 13;

/// White runs of 0 to 63, then of 64 to 1728 in steps of 64: the bits of each code, and in the lower two digits the code.
const WHITE: [u16; 91] = [
    0x835, 0x607, 0x407, 0x408, 0x40b, 0x40c, 0x40e, 0x40f, 0x513, 0x514, 0x507, 0x508, 0x608, 0x603, 0x634, 0x635,
    0x62a, 0x62b, 0x727, 0x70c, 0x708, 0x717, 0x703, 0x704, 0x728, 0x72b, 0x713, 0x724, 0x718, 0x802, 0x803, 0x81a,
    0x81b, 0x812, 0x813, 0x814, 0x815, 0x816, 0x817, 0x828, 0x829, 0x82a, 0x82b, 0x82c, 0x82d, 0x804, 0x805, 0x80a,
    0x80b, 0x852, 0x853, 0x854, 0x855, 0x824, 0x825, 0x858, 0x859, 0x85a, 0x85b, 0x84a, 0x84b, 0x832, 0x833, 0x834,
    0x51b, 0x512, 0x617, 0x737, 0x836, 0x837, 0x864, 0x865, 0x868, 0x867, 0x9cc, 0x9cd, 0x9d2, 0x9d3, 0x9d4, 0x9d5,
    0x9d6, 0x9d7, 0x9d8, 0x9d9, 0x9da, 0x9db, 0x998, 0x999, 0x99a, 0x618, 0x99b,
];
/// The same of black runs.
const BLACK: [u16; 91] = [
    0xa37, 0x302, 0x203, 0x202, 0x303, 0x403, 0x402, 0x503, 0x605, 0x604, 0x704, 0x705, 0x707, 0x804, 0x807, 0x918,
    0xa17, 0xa18, 0xa08, 0xb67, 0xb68, 0xb6c, 0xb37, 0xb28, 0xb17, 0xb18, 0xcca, 0xccb, 0xccc, 0xccd, 0xc68, 0xc69,
    0xc6a, 0xc6b, 0xcd2, 0xcd3, 0xcd4, 0xcd5, 0xcd6, 0xcd7, 0xc6c, 0xc6d, 0xcda, 0xcdb, 0xc54, 0xc55, 0xc56, 0xc57,
    0xc64, 0xc65, 0xc52, 0xc53, 0xc24, 0xc37, 0xc38, 0xc27, 0xc28, 0xc58, 0xc59, 0xc2b, 0xc2c, 0xc5a, 0xc66, 0xc67,
    0xa0f, 0xcc8, 0xcc9, 0xc5b, 0xc33, 0xc34, 0xc35, 0xd6c, 0xd6d, 0xd4a, 0xd4b, 0xd4c, 0xd4d, 0xd72, 0xd73, 0xd74,
    0xd75, 0xd76, 0xd77, 0xd52, 0xd53, 0xd54, 0xd55, 0xd5a, 0xd5b, 0xd64, 0xd65,
];
/// Of runs of 1792 to 2560 of either colour.
const LONG: [u16; 13] = [0xb08, 0xb0c, 0xb0d, 0xc12, 0xc13, 0xc14, 0xc15, 0xc16, 0xc17, 0xc1c, 0xc1d, 0xc1e, 0xc1f];

/// How a row goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Pass,
    Horizontal,
    /// So far from the change above.
    Vertical(i8),
}

const MODES: [(u32, u16, Mode); 9] = [
    (1, 1, Mode::Vertical(0)),
    (3, 3, Mode::Vertical(1)),
    (3, 2, Mode::Vertical(-1)),
    (3, 1, Mode::Horizontal),
    (4, 1, Mode::Pass),
    (6, 3, Mode::Vertical(2)),
    (6, 2, Mode::Vertical(-2)),
    (7, 3, Mode::Vertical(3)),
    (7, 2, Mode::Vertical(-3)),
];

/// For each beginning of a code its bits, and what it stands for.
pub(super) struct Codes {
    pub(super) runs: [Vec<(u32, u64)>; 2],
    pub(super) modes: Vec<(u32, Mode)>,
}

impl Codes {
    pub(super) fn new() -> Self {
        let runs = [WHITE, BLACK].map(|its| {
            let short =
                (0_u64..).zip(its).map(|(place, code)| (if place < 64 { place } else { (place - 63) * 64 }, code));
            let long = (28_u64..).zip(LONG).map(|(place, code)| (place * 64, code));
            table((0, 0), short.chain(long).map(|(run, code)| (u32::from(code >> 8), code & 0xff, run)))
        });
        let modes = table((0, Mode::Pass), MODES.into_iter());
        Self { runs, modes }
    }
}

fn table<T: Copy>(none: (u32, T), codes: impl Iterator<Item = (u32, u16, T)>) -> Vec<(u32, T)> {
    let mut table = vec![none; 1 << MOST];
    for (bits, code, value) in codes {
        let (from, span) = (usize::from(code) << (MOST - bits), 1 << (MOST - bits));
        table.iter_mut().skip(from).take(span).for_each(|slot| *slot = (bits, value));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_begins_another() {
        let codes = Codes::new();
        for (runs, its) in codes.runs.iter().zip([WHITE, BLACK]) {
            let spans: usize = its.iter().chain(&LONG).map(|code| 1 << (MOST - u32::from(code >> 8))).sum();
            let mut there: Vec<u64> = runs.iter().filter(|(bits, _)| *bits > 0).map(|(_, run)| *run).collect();
            assert_eq!(there.len(), spans);
            there.sort_unstable();
            there.dedup();
            assert_eq!(there, (0..64).chain((1..=40).map(|step| step * 64)).collect::<Vec<_>>());
        }
        let spans: usize = MODES.iter().map(|(bits, ..)| 1 << (MOST - bits)).sum();
        assert_eq!(codes.modes.iter().filter(|(bits, _)| *bits > 0).count(), spans);
    }
}

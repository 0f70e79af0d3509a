//! Damage, the same for the same seed.

/// `bytes` with one to four flips, cuts, splices or insertions, chosen by `seed`.
pub fn mutate(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap() % below.max(1)
    };
    let mut bytes = bytes.to_vec();
    for _ in 0..=next(4) {
        // Tables stand at the start of most files, so half of the damage is there.
        let reach = if next(2) == 0 { bytes.len().min(1_024) } else { bytes.len() };
        let at = next(reach);
        match next(6) {
            0 | 1 if at < bytes.len() => bytes[at] ^= 1 << next(8),
            2 if at < bytes.len() => bytes[at] = [0, 1, 0x7f, 0x80, 0xff][next(5)],
            3 if next(4) == 0 => bytes.truncate(at),
            3 => drop(bytes.drain(at..bytes.len().min(at + next(16)))),
            4 => {
                let from = next(bytes.len());
                let piece = bytes[from..bytes.len().min(from + next(64))].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => drop(bytes.splice(at..at, (0..next(16)).map(|_| 0).collect::<Vec<u8>>())),
        }
    }
    bytes
}

//! What people compare: 30 digits, which every script can read, copy and say on the telephone.

use std::fmt;

use crate::testimony::digest::Sha256;

/// Six groups of five digits, close to 100 bits of a SHA-256: too many to find a second manifest with the same ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint([u32; 6]);

impl Fingerprint {
    /// Of a manifest's digest: each group is five of its bytes, as a number, modulo 100,000.
    #[must_use]
    pub fn of(sha256: Sha256) -> Self {
        let mut groups = [0; 6];
        for (group, bytes) in groups.iter_mut().zip(sha256.0.chunks_exact(5)) {
            let number = bytes.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
            *group = u32::try_from(number % 100_000).unwrap_or(0);
        }
        Self(groups)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, rest @ ..] = &self.0;
        write!(f, "{first:05}")?;
        rest.iter().try_for_each(|group| write!(f, " {group:05}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_thirty_digits_and_each_tells() {
        let digest = Sha256::of(b"abc");
        // printf abc | sha256sum | cut -c1-10: 0xba7816bf8f % 100000
        assert_eq!(Fingerprint::of(digest).to_string().split(' ').next(), Some("73807"));
        assert_eq!(Fingerprint::of(digest).to_string().len(), 35);
        assert_ne!(Fingerprint::of(digest), Fingerprint::of(Sha256::of(b"abd")));
    }
}

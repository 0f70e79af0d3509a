//! Splits a key into shares.

use age::secrecy::SecretString;
use blahaj::Sharks;
use rand::{CryptoRng, TryRng as _, rand_core::UnwrapErr, rngs::SysRng};
use zeroize::Zeroizing;

use super::{
    combine::join,
    key::{Key, recipient_of},
    parse::parse,
    share::{Deal, Label, Plan, Set, Share},
    text,
};

/// Why a key was not split. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum SplitError {
    /// The file's line is something else.
    #[error(
        "its line is not an age secret key (AGE-SECRET-KEY-1… or AGE-SECRET-KEY-PQ-1…); give the file that `amanat-desk keygen` or `age-keygen` made"
    )]
    NotAKey,
    /// A kind of key that cannot be checked when it is combined.
    #[error("this version cannot work out the public key of a key of this kind; use a newer one")]
    UnknownKind,
    /// No random bytes.
    #[error("the operating system gave no random bytes; nothing was written")]
    NoRandomness,
    /// What came out does not give the key back.
    #[error("the shares that were made did not give the key back; nothing was written, and the key is as it was")]
    Faulty,
}

/// The system's generator, after it has shown that it works: later it could only panic.
pub fn randomness() -> Result<UnwrapErr<SysRng>, SplitError> {
    SysRng.try_next_u64().map_err(|_| SplitError::NoRandomness)?;
    Ok(UnwrapErr(SysRng))
}

/// The key in the line of an identity file, and its public half.
pub fn whole(line: &SecretString) -> Result<(Key, String), SplitError> {
    let key = Key::parse(line).ok_or(SplitError::NotAKey)?;
    let recipient = recipient_of(line).ok_or(SplitError::UnknownKind)?;
    Ok((key, recipient))
}

/// Splits `key`, whose public half is `recipient`. The shares have been combined again from their texts.
pub fn split(key: &Key, recipient: &str, plan: Plan, rng: &mut impl CryptoRng) -> Result<Vec<Share>, SplitError> {
    let mut deal = [0; 4];
    rng.fill_bytes(&mut deal);
    let label = |number| Label { set: Set::of(recipient), deal: Deal(deal), kind: key.kind(), number, plan };
    let dealt = Sharks(plan.needed()).dealer_rng(key.bytes(), rng);
    let shares = dealt.take(plan.of().into()).map(|point| {
        let mut bytes = Zeroizing::new(Vec::from(&point));
        let number = bytes.remove(0);
        Share::new(label(number), bytes)
    });
    let shares = shares.collect::<Option<Vec<_>>>().ok_or(SplitError::Faulty)?;
    if gives_back(&shares, key, recipient, plan) { Ok(shares) } else { Err(SplitError::Faulty) }
}

/// Whether each run of neighbours, the last one followed by the first, gives the key back from what will be on paper.
fn gives_back(shares: &[Share], key: &Key, recipient: &str, plan: Plan) -> bool {
    let read = shares.iter().map(|share| parse(&text::write(share, recipient)?).ok());
    let Some(read) = read.collect::<Option<Vec<_>>>() else { return false };
    (0..read.len()).all(|from| {
        let run: Vec<_> = read.iter().cycle().skip(from).take(plan.needed().into()).collect();
        join(&run).is_some_and(|bytes| *bytes == key.bytes())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::custody::key::Kind;

    #[test]
    fn shares_that_give_another_key_back_are_found_before_they_are_written() {
        let plan = Plan::new(3, 5).unwrap();
        let (one, other) = (Key::new(Kind::Hybrid, &[1; 32]), Key::new(Kind::Hybrid, &[2; 32]));
        let mut rng = randomness().unwrap();
        let mut shares = split(&one, "age1", plan, &mut rng).unwrap_or_default();
        assert!(gives_back(&shares, &one, "age1", plan));
        assert!(!gives_back(&shares, &other, "age1", plan));
        // One bad share among them is in some run, wherever it is.
        let stray = split(&other, "age1", plan, &mut rng).unwrap_or_default().remove(3);
        shares[3] = stray;
        assert!(!gives_back(&shares, &one, "age1", plan));
    }
}

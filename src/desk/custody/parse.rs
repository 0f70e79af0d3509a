//! Reads a share that was perhaps typed from paper.

use bip39::{Language, Mnemonic};
use zeroize::Zeroizing;

use super::{
    key::{BYTES, Kind},
    share::{Deal, Label, Plan, Set, Share},
    text::{A_LINE, Fields, WORDS, check},
};

/// What every share begins with, whatever the version of its format.
const NAME: &str = "amanat-share-";
/// The version of this format.
const VERSION: &str = "1";

/// Why a text is no share. Carries no word of it.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// Something else.
    #[error(
        "it is no share, because it does not begin with `amanat-share-1`; give a file that `amanat-desk identity split` made, or one that was typed from it"
    )]
    NotAShare,
    /// A share of a version that came later.
    #[error("it is a share of another format; use the version of amanat-desk that made it")]
    Version,
    /// A line that cannot be read.
    #[error("its line `{line}` is missing, incomplete or not in its place; compare it with the paper")]
    Line {
        /// How the line begins.
        line: &'static str,
    },
    /// Too many or too few.
    #[error("it has {found} words instead of {WORDS}; compare them with the paper, {A_LINE} to a line")]
    WordCount {
        /// How many there are.
        found: usize,
    },
    /// Not in the list.
    #[error("its word {number} of {WORDS} is mistyped, because no such word is in the list; compare it with the paper")]
    UnknownWord {
        /// Counted from 1.
        number: usize,
    },
    /// All are in the list, and do not belong together.
    #[error(
        "one of its words is mistyped or not in its place, because their checksum is wrong; compare them with the paper"
    )]
    Words,
    /// All can be read, and something is not what was written.
    #[error(
        "its `check` does not fit, so a number, a word or the check itself is mistyped; compare every line with the paper"
    )]
    Check,
    /// Everything fits, and nobody made it so.
    #[error("its numbers are none that a split gives, so it was not made by amanat-desk; give another share")]
    Numbers,
}

/// Reads a share. Upper case, spaces, line breaks and comments do not count.
pub fn parse(text: &str) -> Result<Share, ShareError> {
    let flat = flatten(text);
    let rest = flat.strip_prefix(NAME).ok_or(ShareError::NotAShare)?;
    let (version, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    if version != VERSION {
        return Err(ShareError::Version);
    }
    // From behind, because `check` is a word of the list too.
    let (rest, told) = rest.rsplit_once(" check ").ok_or(ShareError::Line { line: "check" })?;
    let told: [u8; 4] = bytes(told, "check")?;
    let (fields, rest) = fields(rest)?;
    let words = words(rest)?;
    // Over what was understood, not over what was typed.
    if check(&fields, &words) != told {
        return Err(ShareError::Check);
    }
    let Fields { set, deal, kind, number, of, needed } = fields;
    let plan = Plan::new(needed, of).ok_or(ShareError::Numbers)?;
    let values = Zeroizing::new(words.to_entropy_array().0);
    let values = Zeroizing::new(values[..BYTES].to_vec());
    Share::new(Label { set, deal, kind, number, plan }, values).ok_or(ShareError::Numbers)
}

/// All that counts, in lower case, with one space between.
fn flatten(text: &str) -> Zeroizing<String> {
    // Sized once: a growing buffer would leave copies behind.
    let mut flat = Zeroizing::new(String::with_capacity(text.len() + 1));
    for line in text.lines().filter(|line| !line.trim_start().starts_with('#')) {
        for word in line.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()) {
            if !flat.is_empty() {
                flat.push(' ');
            }
            flat.push_str(word);
        }
    }
    flat.make_ascii_lowercase();
    flat
}

/// The lines before the words, and the words.
fn fields(rest: &str) -> Result<(Fields, &str), ShareError> {
    let rest = rest.strip_prefix("set ").ok_or(ShareError::Line { line: "set" })?;
    let (set, rest) = before(rest, " deal ", "deal")?;
    let (deal, rest) = before(rest, " kind ", "kind")?;
    let (kind, rest) = before(rest, " share ", "share")?;
    let (number, rest) = before(rest, " of ", "share")?;
    let (of, rest) = before(rest, " ", "share")?;
    let (needed, rest) = before(rest, " needed ", "share")?;
    let small = |text: &str| text.parse::<u8>().map_err(|_| ShareError::Line { line: "share" });
    let fields = Fields {
        set: Set(bytes(set, "set")?),
        deal: Deal(bytes(deal, "deal")?),
        kind: Kind::ALL.into_iter().find(|one| one.word() == kind).ok_or(ShareError::Line { line: "kind" })?,
        number: small(number)?,
        of: small(of)?,
        needed: small(needed)?,
    };
    Ok((fields, rest))
}

fn before<'a>(rest: &'a str, next: &str, line: &'static str) -> Result<(&'a str, &'a str), ShareError> {
    rest.split_once(next).ok_or(ShareError::Line { line })
}

/// Hexadecimal digits, perhaps in groups.
fn bytes<const N: usize>(text: &str, line: &'static str) -> Result<[u8; N], ShareError> {
    let digits = text.chars().filter(|c| *c != ' ').map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()));
    let digits = digits.collect::<Option<Vec<u8>>>().ok_or(ShareError::Line { line })?;
    let (pairs, rest) = digits.as_chunks::<2>();
    let bytes: Vec<u8> = pairs.iter().map(|[high, low]| high << 4 | low).collect();
    if rest.is_empty() {
        bytes.try_into().map_err(|_| ShareError::Line { line })
    } else {
        Err(ShareError::Line { line })
    }
}

fn words(text: &str) -> Result<Mnemonic, ShareError> {
    // The crate would take shorter texts too.
    let found = text.split(' ').count();
    if found != WORDS {
        return Err(ShareError::WordCount { found });
    }
    Mnemonic::parse_in_normalized(Language::English, text).map_err(|error| match error {
        bip39::Error::UnknownWord(at) => ShareError::UnknownWord { number: at + 1 },
        _ => ShareError::Words,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::custody::text::Hex;

    #[test]
    fn numbers_that_no_split_gives_are_refused_although_all_checks_fit() {
        let words = Mnemonic::from_entropy_in(Language::English, &[9; BYTES]).unwrap();
        let list = words.words().collect::<Vec<_>>().join(" ");
        let result = |number, of, needed| {
            let (set, deal) = (Set([1; 8]), Deal([2; 4]));
            let fields = Fields { set, deal, kind: Kind::X25519, number, of, needed };
            parse(&format!("{fields}{list} check {}", Hex(&check(&fields, &words)))).err()
        };
        assert_eq!(result(2, 5, 3), None);
        // At 0 the share would be the key itself.
        for (number, of, needed) in [(0, 5, 3), (6, 5, 3), (1, 5, 1), (1, 5, 6), (1, 17, 3), (0, 0, 0), (255, 255, 255)]
        {
            assert_eq!(result(number, of, needed), Some(ShareError::Numbers), "{number} {of} {needed}");
        }
    }
}

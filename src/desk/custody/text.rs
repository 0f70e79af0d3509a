//! A share as text, to be printed and typed again.
//!
//! ```text
//! # Comments, which nobody needs to type.
//! amanat-share-1
//! set 3f2a91bc77d0e4f1
//! deal 9c41d07e
//! kind pq
//! share 2 of 5, 3 needed
//! abandon ability … (24 words of BIP-39's English list, with its checksum)
//! check 1a2b3c4d
//! ```
//!
//! `check` is the beginning of a SHA-256 over all that stands before it: BIP-39's own checksum has 8 bits alone, and does
//! not know the numbers.

use std::fmt::{self, Write as _};

use bip39::{Language, Mnemonic};
use zeroize::Zeroizing;

use super::{
    key::Kind,
    share::{Deal, Label, Set, Share},
};
use crate::testimony::digest::Hasher;

/// Words of a share.
pub(super) const WORDS: usize = 24;
/// Words of a line.
pub(super) const A_LINE: usize = 6;
/// No share that is written is longer, in bytes.
const LONGEST: usize = 1024;
/// How much of a public key is shown to people, in characters.
const SHOWN: usize = 24;

/// What a share says in the clear, as it was understood: numbers may still be absurd.
pub(super) struct Fields {
    pub(super) set: Set,
    pub(super) deal: Deal,
    pub(super) kind: Kind,
    pub(super) number: u8,
    pub(super) of: u8,
    pub(super) needed: u8,
}

impl From<Label> for Fields {
    fn from(label: Label) -> Self {
        let Label { set, deal, kind, number, plan } = label;
        Self { set, deal, kind, number, of: plan.of(), needed: plan.needed() }
    }
}

impl fmt::Display for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "amanat-share-1\nset {}\ndeal {}", Hex(&self.set.0), Hex(&self.deal.0))?;
        writeln!(f, "kind {}\nshare {} of {}, {} needed", self.kind.word(), self.number, self.of, self.needed)
    }
}

/// As hexadecimal digits.
pub(super) struct Hex<'a>(pub(super) &'a [u8]);

impl fmt::Display for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The text of a share of the key whose public half is `recipient`; none if it cannot be written.
#[must_use]
pub fn write(share: &Share, recipient: &str) -> Option<Zeroizing<String>> {
    let fields = Fields::from(share.label());
    let words = Mnemonic::from_entropy_in(Language::English, share.values()).ok()?;
    // Sized once: a growing buffer would leave copies behind.
    let mut text = Zeroizing::new(String::with_capacity(LONGEST));
    comment(&mut text, &fields, recipient).ok()?;
    write!(text, "{fields}").ok()?;
    for (at, word) in (1..).zip(words.words()) {
        text.push_str(word);
        text.push(if at % A_LINE == 0 { '\n' } else { ' ' });
    }
    writeln!(text, "check {}", Hex(&check(&fields, &words))).ok()?;
    Some(text)
}

/// Lines short enough for any paper: one that is folded would be no comment any more.
fn comment(text: &mut String, fields: &Fields, recipient: &str) -> fmt::Result {
    let Fields { number, of, needed, .. } = fields;
    writeln!(text, "# Amanat key share {number} of {of}. Any {needed} of them together open what is")?;
    writeln!(text, "# sealed to the key below; fewer tell nothing of it. Keep this one apart.")?;
    writeln!(text, "# public key: {}", shown(recipient))
}

/// The beginning of a public key: enough for people, and a post-quantum one has 2,000 characters.
#[must_use]
pub fn shown(recipient: &str) -> String {
    format!("{}...", recipient.get(..SHOWN).unwrap_or(recipient))
}

/// What tells that something was mistyped.
pub(super) fn check(fields: &Fields, words: &Mnemonic) -> [u8; 4] {
    let mut hasher = Hasher::default();
    hasher.update(fields.to_string().as_bytes());
    for word in words.words() {
        hasher.update(word.as_bytes());
        hasher.update(b" ");
    }
    let [a, b, c, d, ..] = hasher.finish().0;
    [a, b, c, d]
}

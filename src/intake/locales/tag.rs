//! A language's BCP 47 tag, and which way it is written.

use std::fmt;

use unic_langid::LanguageIdentifier;

/// Scripts that run from right to left (UAX 9), by their ISO 15924 codes.
const RIGHT_TO_LEFT: [&str; 9] = ["Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Syrc", "Thaa"];

/// Such as `ug-Arab`: a language, and its script where it has several.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag {
    text: String,
    right_to_left: bool,
    identifier: LanguageIdentifier,
}

impl Tag {
    /// Reads a tag in its canonical form; no region, no variant.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let identifier: LanguageIdentifier = text.parse().ok()?;
        if identifier != text || identifier.region.is_some() || identifier.variants().len() > 0 {
            return None;
        }
        // The script tells the direction, never the language: Kazakh has both. One that is not named is the likeliest.
        let mut whole = identifier.clone();
        whole.maximize();
        let script = whole.script.map(|script| script.as_str().to_owned()).unwrap_or_default();
        Some(Self { text: text.to_owned(), right_to_left: RIGHT_TO_LEFT.contains(&script.as_str()), identifier })
    }

    /// As it stands in an address and in `lang`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// As it stands in `dir`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }

    pub(super) fn identifier(&self) -> LanguageIdentifier {
        self.identifier.clone()
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_tells_the_direction() {
        let direction = |tag: &str| Tag::parse(tag).unwrap().direction();
        for left in ["en", "ug-Cyrl", "kk-Cyrl", "kk", "ky", "uz-Latn", "tr", "ru", "zh-Hans", "zh-Hant", "bo"] {
            assert_eq!(direction(left), "ltr", "{left}");
        }
        for right in ["ug-Arab", "kk-Arab", "ug", "ar", "fa", "he"] {
            assert_eq!(direction(right), "rtl", "{right}");
        }
    }

    #[test]
    fn only_a_tag_as_it_should_be_written_is_one() {
        for wrong in ["", "EN", "ug-arab", "zh-CN", "en-US", "../x", "e", "en-", "mallory-etc-passwd", "de-1996"] {
            assert!(Tag::parse(wrong).is_none(), "{wrong}");
        }
    }
}

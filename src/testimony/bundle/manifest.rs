//! `manifest.json`: JSON of which every line has a known length, so that it can be announced before it is written
//! and read without being held.
//!
//! ```text
//! {"format":"amanat-bundle-1","previous":null,"count":         2,"testimonies":[
//! {"id":"…","week":"2026-W48","epoch":         0,"header_bytes":       524,"payload_bytes":               16416,"header_sha256":"…","payload_sha256":"…"},
//! {"id":"…", …}
//! ]}
//! ```

use serde::{Deserialize, Serialize};

use crate::testimony::{calendar::IsoWeek, digest::Sha256, id::TestimonyId};

/// The only format that this version writes and reads.
pub const FORMAT: &str = "amanat-bundle-1";

/// No line of a manifest is longer, in bytes.
pub const LONGEST_LINE: usize = 1024;

/// What stands before the testimonies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// [`FORMAT`].
    pub format: String,
    /// SHA-256 of the whole bundle that this one follows (`export --since`).
    pub previous: Option<Sha256>,
    /// How many testimonies the bundle holds.
    pub count: u64,
}

/// One testimony of a bundle. Its age file is `header_bytes + payload_bytes` long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Names the file, and stands inside it.
    pub id: TestimonyId,
    /// ISO week of arrival.
    pub week: IsoWeek,
    /// Epoch of the recipients that the header is for.
    pub epoch: i32,
    /// Length of the age header in bytes.
    pub header_bytes: u32,
    /// Length of the age payload in bytes.
    pub payload_bytes: u64,
    /// SHA-256 of the header; changes when keys are rotated.
    pub header_sha256: Sha256,
    /// SHA-256 of the payload; never changes.
    pub payload_sha256: Sha256,
}

/// A line is not of the manifest's form.
#[derive(Debug, thiserror::Error)]
#[error("line {line} of manifest.json is not of the form {FORMAT}")]
pub struct BadLine {
    /// Counted from 1.
    pub line: u64,
}

/// The last line.
pub const TAIL: &str = "]}\n";

impl Head {
    /// The first line.
    #[must_use]
    pub fn line(&self) -> String {
        let previous = self.previous.map_or_else(|| format!("{:66}", "null"), |sha256| format!("\"{sha256}\""));
        format!("{{\"format\":\"{FORMAT}\",\"previous\":{previous},\"count\":{:20},\"testimonies\":[\n", self.count)
    }

    /// Reads the first line back.
    pub fn parse(line: &str) -> Result<Self, BadLine> {
        let bad = BadLine { line: 1 };
        let Some(start) = line.strip_suffix(",\"testimonies\":[\n") else { return Err(bad) };
        let head: Self = serde_json::from_str(&format!("{start}}}")).map_err(|_| BadLine { line: 1 })?;
        if head.format == FORMAT { Ok(head) } else { Err(bad) }
    }

    /// Length of the whole manifest in bytes.
    #[must_use]
    pub fn manifest_bytes(&self) -> u64 {
        let lines = self.count * Entry::LINE as u64;
        // The last testimony's line has no comma.
        self.line().len() as u64 + lines - u64::from(self.count > 0) + TAIL.len() as u64
    }
}

impl Entry {
    /// Bytes of one line, with its comma and line feed.
    pub const LINE: usize = 314;

    /// One line; only the last one has no comma.
    #[must_use]
    pub fn line(&self, last: bool) -> String {
        let Self { id, week, epoch, header_bytes, payload_bytes, header_sha256, payload_sha256 } = self;
        let comma = if last { "" } else { "," };
        format!(
            "{{\"id\":\"{id}\",\"week\":\"{week}\",\"epoch\":{epoch:10},\"header_bytes\":{header_bytes:10},\
             \"payload_bytes\":{payload_bytes:20},\"header_sha256\":\"{header_sha256}\",\
             \"payload_sha256\":\"{payload_sha256}\"}}{comma}\n"
        )
    }

    /// Reads a line back; `number` counts from 1 and is used in the error alone.
    pub fn parse(line: &str, number: u64) -> Result<Self, BadLine> {
        let bad = || BadLine { line: number };
        let line = line.strip_suffix('\n').ok_or_else(bad)?;
        let entry: Self = serde_json::from_str(line.strip_suffix(',').unwrap_or(line)).map_err(|_| bad())?;
        if IsoWeek::parse(entry.week.as_str()).is_none() || entry.payload_bytes > 1 << 50 {
            return Err(bad());
        }
        Ok(entry)
    }

    /// The file's name in the bundle.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}.age", self.id)
    }

    /// The file's length in bytes.
    #[must_use]
    pub fn file_bytes(&self) -> u64 {
        u64::from(self.header_bytes) + self.payload_bytes
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    prop_compose! {
        fn entries()(id in any::<[u8; 16]>(), epoch in 0..i32::MAX, header in any::<u32>(), payload in 0_u64..1 << 50,
                     sha in any::<[u8; 32]>()) -> Entry {
            Entry {
                id: TestimonyId::from_random(id), week: IsoWeek::parse("2026-W48").unwrap(), epoch, header_bytes: header,
                payload_bytes: payload, header_sha256: Sha256(sha), payload_sha256: Sha256(sha),
            }
        }
    }

    proptest! {
        #[test]
        fn every_line_has_the_announced_length_and_reads_back(entry in entries()) {
            prop_assert_eq!(entry.line(false).len(), Entry::LINE);
            prop_assert_eq!(Entry::parse(&entry.line(false), 2).unwrap(), entry.clone());
            prop_assert_eq!(Entry::parse(&entry.line(true), 2).unwrap(), entry);
        }

        #[test]
        fn the_whole_is_json_of_the_announced_length(all in proptest::collection::vec(entries(), 0..5),
                                                      previous in proptest::option::of(any::<[u8; 32]>())) {
            let head = Head { format: FORMAT.into(), previous: previous.map(Sha256), count: all.len() as u64 };
            let mut text = head.line();
            for (n, entry) in all.iter().enumerate() {
                text += &entry.line(n + 1 == all.len());
            }
            text += TAIL;
            prop_assert_eq!(text.len() as u64, head.manifest_bytes());
            prop_assert_eq!(Head::parse(&head.line()).unwrap(), head);
            let json: serde_json::Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(json["testimonies"].as_array().unwrap().len(), all.len());
        }

        #[test]
        fn no_line_makes_the_reader_panic(line in "\\PC{0,400}\n?") {
            let _ = Head::parse(&line);
            let _ = Entry::parse(&line, 1);
        }
    }
}

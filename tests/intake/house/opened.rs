//! What a researcher finds: an export, opened here with the age and tar libraries alone.

use std::{collections::BTreeMap, fs, io::Read as _, path::Path};

use amanat::testimony::{answers::Answer, record::Record};

use super::House;

pub struct Opened {
    pub record: Record,
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Opened {
    pub fn text(&self) -> &str {
        let text = self.record.answers.iter().find_map(|(_, answer)| match answer {
            Answer::Text(text) => Some(text.as_str()),
            Answer::Choice { .. } | Answer::Choices { .. } => None,
        });
        text.unwrap()
    }

    /// All answers as they stand in the record.
    pub fn answers(&self) -> serde_json::Value {
        serde_json::to_value(&self.record.answers).unwrap()
    }
}

impl House {
    /// Exports, and opens every testimony.
    pub fn opens_all(&self) -> Vec<Opened> {
        let bundle = self.path("opened.tar");
        let _ = fs::remove_file(&bundle);
        let done = self.amanat(&["export", "--out", "opened.tar"]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        open(&bundle, &self.identity)
    }
}

/// Opens every age file of a bundle.
pub fn open(bundle: &Path, identity: &age::x25519::Identity) -> Vec<Opened> {
    let mut opened = Vec::new();
    let mut archive = tar::Archive::new(fs::File::open(bundle).unwrap());
    for entry in archive.entries().unwrap() {
        let entry = entry.unwrap();
        let name = String::from_utf8(entry.path_bytes().into_owned()).unwrap();
        let Some(id) = name.strip_suffix(".age").map(str::to_owned) else { continue };
        #[expect(clippy::disallowed_methods, reason = "the test plays the desk")]
        let decryptor = age::Decryptor::new(entry).unwrap();
        let mut plain = Vec::new();
        let mut reader = decryptor.decrypt(std::iter::once(identity as &dyn age::Identity)).unwrap();
        reader.read_to_end(&mut plain).unwrap();
        let one = unpack(&plain);
        assert_eq!(one.record.id.to_string(), id);
        opened.push(one);
    }
    opened
}

fn unpack(plain: &[u8]) -> Opened {
    let mut files = BTreeMap::new();
    let mut record = None;
    for entry in tar::Archive::new(plain).entries().unwrap() {
        let mut entry = entry.unwrap();
        let name = String::from_utf8(entry.path_bytes().into_owned()).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if name == "testimony.json" {
            record = Some(serde_json::from_slice(&bytes).unwrap());
        } else {
            files.insert(name, bytes);
        }
    }
    Opened { record: record.unwrap(), files }
}

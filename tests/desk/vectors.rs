//! The age test vectors of C2SP's CCTV, in tests/vectors/age: hybrid and X25519 ones, header, payload and armor alike.

use std::{
    fs,
    io::{BufRead, Read as _},
};

use age::{DecryptError, armor::ArmoredReader};
use amanat::{
    desk::{
        identity::Identities,
        passphrase::Source,
        unseal::{UnsealError, file_key},
    },
    testimony::{digest::Sha256, header::Header},
};

/// One vector: what is said of it, and the file.
struct Vector {
    name: String,
    fields: Vec<(String, String)>,
    file: Vec<u8>,
}

impl Vector {
    fn all() -> Vec<Self> {
        let files = fs::read_dir("tests/vectors/age").unwrap();
        let mut all: Vec<_> = files.map(|file| Self::read(&file.unwrap().path())).collect();
        all.sort_by(|a, b| a.name.cmp(&b.name));
        all
    }

    fn read(path: &std::path::Path) -> Self {
        let bytes = fs::read(path).unwrap();
        let split = bytes.windows(2).position(|window| window == b"\n\n").unwrap();
        let text = String::from_utf8(bytes[..split].to_vec()).unwrap();
        let fields = text.lines().map(|line| line.split_once(": ").unwrap());
        let fields: Vec<_> = fields.map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        let mut file = bytes[split + 2..].to_vec();
        if fields.iter().any(|(key, value)| key == "compressed" && value == "zlib") {
            let packed = std::mem::take(&mut file);
            flate2::read::ZlibDecoder::new(&packed[..]).read_to_end(&mut file).unwrap();
        }
        Self { name: path.file_name().unwrap().to_str().unwrap().to_owned(), fields, file }
    }

    fn values(&self, key: &str) -> Vec<&str> {
        self.fields.iter().filter(|(known, _)| known == key).map(|(_, value)| value.as_str()).collect()
    }

    fn identities(&self) -> Identities {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), self.values("identity").join("\n")).unwrap();
        let mut identities = Identities::default();
        identities.load(file.path(), Source::Terminal).unwrap();
        identities
    }

    /// As the vectors' own README tells the outcomes apart.
    fn outcome(&self) -> &'static str {
        let mut plain = Vec::new();
        let done = if self.values("armored").is_empty() {
            self.decrypt(&self.file[..], &mut plain)
        } else {
            self.decrypt(ArmoredReader::new(&self.file[..]), &mut plain)
        };
        let same = vec![Sha256::of(&plain).to_string()] == self.values("payload");
        if done == "success" && !same { "another payload" } else { done }
    }

    fn decrypt(&self, file: impl BufRead, plain: &mut Vec<u8>) -> &'static str {
        #[expect(clippy::disallowed_methods, reason = "the vectors have armor, which no testimony has")]
        let decryptor = match age::Decryptor::new_buffered(file) {
            Ok(decryptor) => decryptor,
            Err(DecryptError::Io(error)) if error.kind() == std::io::ErrorKind::InvalidData => return "armor failure",
            Err(_) => return "header failure",
        };
        match decryptor.decrypt(self.identities().as_age()) {
            Ok(mut reader) => match reader.read_to_end(plain) {
                Ok(_) => "success",
                Err(_) if self.values("armored").is_empty() => "payload failure",
                Err(_) => "armor failure",
            },
            Err(DecryptError::NoMatchingKeys) => "no match",
            Err(DecryptError::InvalidMac) => "HMAC failure",
            Err(_) => "header failure",
        }
    }
}

/// Old versions of the library wrote such stanzas, and it still reads them; rotation does not.
const LOOSER: [&str; 2] = ["stanza_missing_body", "stanza_missing_final_line"];

/// The library is stricter than the specification here. Only identity files have armor, and those that were made by
/// `amanat-desk keygen` or `age -p` have no space around it.
const STRICTER: [&str; 3] = ["armor_whitespace_begin", "armor_whitespace_end", "armor_whitespace_outside"];

#[test]
fn every_vector_without_a_passphrase_has_its_expected_outcome() {
    let (mut run, mut hybrid, mut wrong) = (0, 0, Vec::new());
    for vector in Vector::all().iter().filter(|vector| vector.values("passphrase").is_empty()) {
        let expected = vector.values("expect")[0];
        let outcome = vector.outcome();
        // Which of its layers notices damage in an armored file, or a missing nonce, is the library's own affair.
        let layers = !vector.values("armored").is_empty() || vector.name.contains("nonce");
        let same = outcome == expected || (layers && outcome.ends_with("failure") && expected.ends_with("failure"));
        if LOOSER.contains(&vector.name.as_str()) {
            continue;
        }
        if STRICTER.contains(&vector.name.as_str()) {
            assert!(outcome != "success" || expected == "success", "{}", vector.name);
            continue;
        }
        if !same {
            wrong.push(format!("{}: expected {expected}, got {outcome}", vector.name));
        }
        run += 1;
        hybrid += u32::from(vector.name.contains("hybrid"));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(run > 90 && hybrid == 19, "{run} {hybrid}");
}

/// The same headers, by the reader that rotation uses: nothing that age refuses may get through it.
#[test]
fn rotation_reads_the_headers_of_the_vectors_as_age_does() {
    let mut run = 0;
    let all = Vector::all();
    let plain = |vector: &&Vector| vector.values("passphrase").is_empty() && vector.values("armored").is_empty();
    for vector in all.iter().filter(plain) {
        let expected = vector.values("expect")[0];
        let end = vector.file.windows(4).position(|window| window == b"\n---").map_or(0, |at| at + 1);
        let end = end + vector.file[end..].iter().position(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let outcome = match Header::parse(&vector.file[..end]) {
            Err(_) => "header failure",
            Ok(header) => match file_key(&header, &vector.identities()) {
                Ok(_) => "success",
                Err(UnsealError::OtherKey) => "no match",
                Err(_) => "failure",
            },
        };
        // The nonce belongs to the payload here.
        let opens = ["success", "payload failure"].contains(&expected) || vector.name.contains("nonce");
        assert_eq!(outcome == "success", opens, "{}: expected {expected}, got {outcome}", vector.name);
        run += 1;
    }
    assert!(run > 60, "{run}");
}

/// The last place where a key opened a header is tried first, and is no more than a guess.
#[test]
fn a_key_opens_headers_at_every_place() {
    use age::secrecy::ExposeSecret as _;
    use age_core::format::FileKey;
    use amanat::testimony::{header, recipients::Recipients};

    let mine = [age::x25519::Identity::generate(), age::x25519::Identity::generate()];
    let theirs = age::x25519::Identity::generate().to_public().to_string();
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), mine.each_ref().map(|key| key.to_string().expose_secret().to_owned()).join("\n")).unwrap();
    let mut identities = Identities::default();
    identities.load(file.path(), Source::Terminal).unwrap();
    let [first, second] = mine.each_ref().map(|key| key.to_public().to_string());
    for (n, to) in [vec![&theirs, &second], vec![&first, &theirs], vec![&second], vec![&theirs], vec![&theirs, &first]]
        .into_iter()
        .cycle()
        .take(20)
        .enumerate()
    {
        let key = [u8::try_from(n).unwrap(); 16];
        let recipients = Recipients::parse(to.iter().map(|key| key.as_str())).unwrap();
        let bytes = header::write(&FileKey::new(Box::new(key)), &recipients).unwrap();
        let opened = file_key(&Header::parse(&bytes).unwrap(), &identities);
        match opened {
            Ok(opened) => assert_eq!(opened.expose_secret(), &key),
            Err(error) => assert!(matches!(error, UnsealError::OtherKey) && to == [&theirs]),
        }
    }
}

//! An age header by itself (c2sp.org/age, "Header"): read strictly, and written anew for other recipients.
//!
//! Rotation needs no more than this: the payload is bound to the file key, which stays, and not to the header.

use age::secrecy::ExposeSecret as _;
use age_core::{
    format::{FileKey, Stanza, read::age_stanza},
    primitives::hkdf,
};
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use zeroize::Zeroizing;

use super::recipients::Recipients;

const VERSION: &str = "age-encryption.org/v1\n";
const END: &str = "---";
/// Columns of a stanza's body.
const COLUMNS: usize = 64;
/// No header here is longer, in bytes; the database has the same limit.
pub const LONGEST: usize = 64 * 1024;

/// A header that was read, and is not known to be sound before [`Header::is_of`] says so.
pub struct Header<'a> {
    stanzas: Vec<Stanza>,
    /// All up to and with the mark before the MAC.
    signed: &'a [u8],
    mac: [u8; 32],
}

/// The bytes are not one whole age v1 header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is not an age v1 header")]
pub struct BadHeader;

/// The recipients cannot be sealed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the recipients cannot be sealed to")]
pub struct Unsealable;

impl<'a> Header<'a> {
    /// Reads a header; nothing may follow it.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, BadHeader> {
        let mut rest = bytes.strip_prefix(VERSION.as_bytes()).ok_or(BadHeader)?;
        if bytes.len() > LONGEST {
            return Err(BadHeader);
        }
        let mut stanzas = Vec::new();
        while !rest.starts_with(END.as_bytes()) {
            let (after, stanza) = age_stanza(rest).map_err(|_| BadHeader)?;
            stanzas.push(Stanza::from(stanza));
            rest = after;
        }
        let signed = &bytes[..bytes.len() - rest.len() + END.len()];
        let encoded = rest[END.len()..].strip_prefix(b" ").and_then(|mac| mac.strip_suffix(b"\n")).ok_or(BadHeader)?;
        let mac = STANDARD_NO_PAD.decode(encoded).ok().and_then(|mac| mac.try_into().ok()).ok_or(BadHeader)?;
        if stanzas.is_empty() { Err(BadHeader) } else { Ok(Self { stanzas, signed, mac }) }
    }

    /// What is in it for each recipient.
    #[must_use]
    pub fn stanzas(&self) -> &[Stanza] {
        &self.stanzas
    }

    /// Whether it has one stanza for each of `recipients`, all of their kind. Whom each is for, a stanza does not tell.
    #[must_use]
    pub fn has_stanzas_for(&self, recipients: &Recipients) -> bool {
        self.stanzas.len() == recipients.count() && self.stanzas.iter().all(|stanza| stanza.tag == recipients.tag())
    }

    /// Whether this header was made with `key`, to the byte.
    #[must_use]
    pub fn is_of(&self, key: &FileKey) -> bool {
        mac(key, self.signed).is_some_and(|mac| mac.verify_slice(&self.mac).is_ok())
    }
}

/// A new header that gives `key` to every one of `recipients`.
pub fn write(key: &FileKey, recipients: &Recipients) -> Result<Vec<u8>, Unsealable> {
    let mut text = VERSION.to_owned();
    for recipient in recipients.as_age() {
        let (stanzas, _) = recipient.wrap_file_key(key).map_err(|_| Unsealable)?;
        for Stanza { tag, args, body } in &stanzas {
            text += "-> ";
            text += tag;
            for arg in args {
                text.push(' ');
                text += arg;
            }
            let body = STANDARD_NO_PAD.encode(body);
            // The last line is shorter than a full one, and empty if it must be.
            for line in body.as_bytes().chunks(COLUMNS).chain(body.len().is_multiple_of(COLUMNS).then_some(&[][..])) {
                text.push('\n');
                text.extend(line.iter().map(|byte| char::from(*byte)));
            }
            text.push('\n');
        }
    }
    text += END;
    let mac = mac(key, text.as_bytes()).ok_or(Unsealable)?.finalize().into_bytes();
    text.push(' ');
    text += &STANDARD_NO_PAD.encode(mac);
    text.push('\n');
    if text.len() > LONGEST { Err(Unsealable) } else { Ok(text.into_bytes()) }
}

fn mac(key: &FileKey, signed: &[u8]) -> Option<Hmac<sha2::Sha256>> {
    let key = Zeroizing::new(hkdf(&[], b"header", key.expose_secret()));
    let mut mac = Hmac::new_from_slice(&*key).ok()?;
    mac.update(signed);
    Some(mac)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use proptest::prelude::*;

    use super::*;

    const KEY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

    fn key(byte: u8) -> FileKey {
        FileKey::new(Box::new([byte; 16]))
    }

    fn header(byte: u8) -> Vec<u8> {
        write(&key(byte), &Recipients::parse([KEY]).unwrap()).unwrap()
    }

    #[test]
    fn a_header_is_of_the_key_that_made_it_and_of_no_other() {
        let bytes = header(7);
        assert!(Header::parse(&bytes).unwrap().is_of(&key(7)));
        assert!(!Header::parse(&bytes).unwrap().is_of(&key(8)));
    }

    #[test]
    fn stanzas_are_counted_and_of_one_kind() {
        let hybrid = include_str!("../../tests/vectors/recipient.txt").trim();
        let [one, other] = [&[KEY][..], &[hybrid]].map(|keys| Recipients::parse(keys.iter().copied()).unwrap());
        let bytes = header(7);
        let header = Header::parse(&bytes).unwrap();
        assert!(header.has_stanzas_for(&one) && !header.has_stanzas_for(&other));
        let second = age::x25519::Identity::generate().to_public().to_string();
        assert!(!header.has_stanzas_for(&Recipients::parse([KEY, &second]).unwrap()));
    }

    #[test]
    fn ages_own_header_is_read() {
        let recipient: age::x25519::Recipient = KEY.parse().unwrap();
        let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).unwrap();
        let mut file = Vec::new();
        encryptor.wrap_output(&mut file).unwrap().write_all(b"x").unwrap();
        let end = file.windows(5).position(|run| run == b"\n--- ").unwrap() + 5 + 44;
        assert_eq!(Header::parse(&file[..end]).unwrap().stanzas()[0].tag, "X25519");
        for wrong in [&file[..end - 1], &file[..=end], &file[1..end]] {
            assert!(Header::parse(wrong).is_err());
        }
    }

    proptest! {
        #[test]
        fn one_changed_byte_never_passes(place in any::<prop::sample::Index>(), change in 1_u8..) {
            let mut bytes = header(7);
            let place = place.index(bytes.len());
            bytes[place] ^= change;
            prop_assert!(!Header::parse(&bytes).is_ok_and(|header| header.is_of(&key(7))));
        }

        #[test]
        fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), cut in 0_usize..300) {
            let _ = Header::parse(&bytes);
            let _ = Header::parse(&[VERSION.as_bytes(), &bytes].concat());
            let mut header = header(1);
            header.truncate(cut);
            let _ = Header::parse(&header);
        }
    }
}

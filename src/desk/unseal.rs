//! The one place that decrypts (c2sp.org/age).

use std::io::{self, BufRead, Read};

use age::{Decryptor, Identity, armor::ArmoredReader, scrypt, secrecy::SecretString, stream::StreamReader};
use age_core::format::FileKey;
use zeroize::Zeroizing;

use super::identity::Identities;
use crate::testimony::{digest::Hashing, header::Header};

/// The most work that a passphrase-protected file may ask for: 2^20 takes 1 GiB. Stock age asks for 2^18.
const MOST_WORK: u8 = 20;

/// Why something stays sealed.
#[derive(Debug, thiserror::Error)]
pub enum UnsealError {
    /// No identity fits any recipient of the header.
    #[error("it is sealed to another key")]
    OtherKey,
    /// The header's own MAC, or a stanza, does not hold.
    #[error("its header was changed")]
    Header,
    /// Not an age v1 file.
    #[error("it is not an age file")]
    NotAge,
    /// The passphrase does not fit.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// A passphrase-protected file that asks for absurd work.
    #[error("its passphrase protection asks for more work than this tool does (2^{MOST_WORK})")]
    TooMuchWork,
    /// Reading failed.
    #[error("it could not be read")]
    Io(#[source] io::Error),
}

/// An age file whose header is in memory. A header's parser cannot read on into the payload.
pub struct Joined<'a, P> {
    header: &'a [u8],
    payload: &'a mut Hashing<P>,
}

impl<P: Read> Read for Joined<'_, P> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.header.is_empty() { self.payload.read(buf) } else { self.header.read(buf) }
    }
}

impl<P: Read> BufRead for Joined<'_, P> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        Ok(self.header)
    }

    fn consume(&mut self, amount: usize) {
        self.header.consume(amount);
    }
}

/// Begins to decrypt. What the reader yields is plaintext of which the whole is not authentic before its end was read.
#[expect(clippy::disallowed_methods, reason = "the desk is where testimonies are opened")]
pub fn unseal<'a, P: Read>(
    header: &'a [u8],
    payload: &'a mut Hashing<P>,
    identities: impl Iterator<Item = &'a dyn Identity>,
) -> Result<StreamReader<Joined<'a, P>>, UnsealError> {
    let decryptor = Decryptor::new_buffered(Joined { header, payload }).map_err(told)?;
    // A passphrase is no recipient of a testimony.
    if decryptor.is_scrypt() {
        return Err(UnsealError::OtherKey);
    }
    decryptor.decrypt(identities).map_err(told)
}

/// The file key that `header` has for one of `identities`, shown by the header's own MAC to be the right one.
pub fn file_key(header: &Header<'_>, identities: &Identities) -> Result<FileKey, UnsealError> {
    // In all headers of one manifest the recipients stand in one order: where the last header opened, the next may too.
    let (key, place) = identities.last();
    let guess = identities.as_age().nth(key).zip(header.stanzas().get(place));
    let guessed = guess.and_then(|(identity, stanza)| identity.unwrap_stanza(stanza)?.ok());
    if let Some(file_key) = guessed.filter(|file_key| header.is_of(file_key)) {
        return Ok(file_key);
    }
    for (key, identity) in identities.as_age().enumerate() {
        for (place, stanza) in header.stanzas().iter().enumerate() {
            let Some(found) = identity.unwrap_stanza(stanza) else { continue };
            let file_key = found.map_err(told)?;
            identities.opened(key, place);
            return if header.is_of(&file_key) { Ok(file_key) } else { Err(UnsealError::Header) };
        }
    }
    Err(UnsealError::OtherKey)
}

/// Decrypts a small file, armored or not, that a passphrase protects.
#[expect(clippy::disallowed_methods, reason = "the desk is where identity files are opened")]
pub fn unseal_with_passphrase(file: &[u8], passphrase: SecretString) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
    let decryptor = Decryptor::new(ArmoredReader::new(file)).map_err(told)?;
    if !decryptor.is_scrypt() {
        return Err(UnsealError::OtherKey);
    }
    let mut identity = scrypt::Identity::new(passphrase);
    identity.set_max_work_factor(MOST_WORK);
    let reader = decryptor.decrypt(std::iter::once(&identity as &dyn Identity)).map_err(|error| match told(error) {
        UnsealError::Header | UnsealError::OtherKey => UnsealError::WrongPassphrase,
        other => other,
    })?;
    // Sized once: a growing buffer would leave copies behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(file.len()));
    reader.take(file.len() as u64).read_to_end(&mut plain).map_err(UnsealError::Io)?;
    Ok(plain)
}

fn told(error: age::DecryptError) -> UnsealError {
    use age::DecryptError as E;
    match error {
        E::NoMatchingKeys => UnsealError::OtherKey,
        E::InvalidHeader | E::UnknownFormat => UnsealError::NotAge,
        E::ExcessiveWork { .. } => UnsealError::TooMuchWork,
        E::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => UnsealError::NotAge,
        E::Io(error) => UnsealError::Io(error),
        _ => UnsealError::Header,
    }
}

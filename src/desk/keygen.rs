//! Makes a researcher's key.

use std::{
    fs,
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
};

use age::{
    armor::{ArmoredWriter, Format},
    scrypt,
    secrecy::{ExposeSecret as _, SecretString},
    x25519,
};
use rand::TryRng as _;
use zeroize::Zeroizing;

use super::identity::{
    Kind,
    hybrid::{HybridIdentity, SEED},
};

/// Stock age's work factor for passphrases: 2^18, which takes 256 MiB and about a second.
const WORK: u8 = 18;

/// Why no key was made. No file is left behind.
#[derive(Debug, thiserror::Error)]
pub enum KeygenError {
    /// Something is there already.
    #[error("a file of that name exists already, and a key that is overwritten is lost for ever; choose another --out")]
    Exists,
    /// The disk failed.
    #[error("the key could not be written; check that the folder exists and is yours")]
    Write(#[source] io::Error),
    /// age failed.
    #[error("the key could not be sealed to the passphrase")]
    Seal,
    /// No key can be made without random bytes.
    #[error("the operating system gave no random bytes")]
    Randomness,
}

/// Writes a new identity to `out`, which must not exist, and gives its recipient.
pub fn keygen(out: &Path, kind: Kind, passphrase: Option<SecretString>) -> Result<String, KeygenError> {
    let (secret, recipient) = new_key(kind)?;
    write(out, &secret, &recipient, passphrase)?;
    Ok(recipient)
}

/// Writes the identity file of a key to `out`, which must not exist.
pub fn write(
    out: &Path,
    secret: &SecretString,
    recipient: &str,
    passphrase: Option<SecretString>,
) -> Result<(), KeygenError> {
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(out).map_err(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists { KeygenError::Exists } else { KeygenError::Write(error) }
    })?;
    let written = identity_file(secret, recipient, passphrase)
        .and_then(|bytes| file.write_all(&bytes).and_then(|()| file.sync_all()).map_err(KeygenError::Write));
    if written.is_err() {
        // Nothing more can be done if this fails too.
        let _ = fs::remove_file(out);
    }
    written
}

fn new_key(kind: Kind) -> Result<(SecretString, String), KeygenError> {
    match kind {
        Kind::X25519 => {
            let identity = x25519::Identity::generate();
            Ok((identity.to_string(), identity.to_public().to_string()))
        }
        Kind::Hybrid => {
            let mut seed = Zeroizing::new([0; SEED]);
            rand::rngs::SysRng.try_fill_bytes(&mut *seed).map_err(|_| KeygenError::Randomness)?;
            let identity = HybridIdentity::from_seed(&seed).map_err(|_| KeygenError::Randomness)?;
            let secret = identity.to_text().map_err(|_| KeygenError::Randomness)?;
            Ok((secret, identity.to_public().to_string()))
        }
    }
}

/// No date in it, unlike `age-keygen`: nobody needs to learn when the key was made.
fn identity_file(
    secret: &SecretString,
    recipient: &str,
    passphrase: Option<SecretString>,
) -> Result<Zeroizing<Vec<u8>>, KeygenError> {
    // Sized once: a growing buffer would leave copies behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(recipient.len() + 256));
    writeln!(plain, "# public key: {recipient}\n{}", secret.expose_secret()).map_err(|_| KeygenError::Seal)?;
    let Some(passphrase) = passphrase else { return Ok(plain) };
    let mut to = scrypt::Recipient::new(passphrase);
    to.set_work_factor(WORK);
    let sealed = || -> io::Result<Vec<u8>> {
        let encryptor =
            age::Encryptor::with_recipients(std::iter::once(&to as &dyn age::Recipient)).map_err(io::Error::other)?;
        let armor = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor)?;
        let mut writer = encryptor.wrap_output(armor)?;
        writer.write_all(&plain)?;
        writer.finish()?.finish()
    };
    sealed().map(Zeroizing::new).map_err(|_| KeygenError::Seal)
}

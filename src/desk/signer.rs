//! A signer's secret key, in the file that stock `minisign` uses too.

use std::{
    fs,
    io::{self, Read, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use age::secrecy::{ExposeSecret as _, SecretString};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use minisign::{KeyPair, PublicKey, SecretKey, SecretKeyBox};
use zeroize::Zeroizing;

use super::passphrase::{PassphraseError, Source};
use crate::testimony::keys::signer::SignerKey;

/// No key file is longer, in bytes.
const LONGEST: u64 = 1024;
/// What minisign writes above a secret key that a passphrase protects, or that none does.
const COMMENTS: [&str; 2] = ["minisign encrypted secret key", "minisign secret key"];

/// How the line of a key begins that a passphrase protects: "Ed", then "Sc" for scrypt.
const PROTECTED: &str = "RWRTY";
/// The same without a passphrase: "Ed", then two zeros.
const UNPROTECTED: &str = "RWQAA";

/// A secret signing key. No `Debug`, and nothing prints it.
pub struct Signer {
    secret: SecretKey,
    own_key: PublicKey,
    public: SignerKey,
}

/// Why there is no signer's key.
#[derive(Debug, thiserror::Error)]
pub enum SignerError {
    /// Something is there already.
    #[error("{} exists already, and a key that is overwritten is lost for ever; choose another --out", path.display())]
    Exists {
        /// Which file.
        path: PathBuf,
    },
    /// The disk failed.
    #[error("{} could not be written; check that the folder exists and is yours", path.display())]
    Write {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It cannot be read.
    #[error("the signer's key {} could not be read; check the path given to it", path.display())]
    Read {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Not a key.
    #[error("{} is no secret key of minisign; give the file that `amanat-desk signer new` or `minisign -G` made, not the .pub", path.display())]
    NoKey {
        /// Which file.
        path: PathBuf,
    },
    /// Locked for good.
    #[error("the passphrase is wrong for {}, or the file is damaged", path.display())]
    Unlock {
        /// Which file.
        path: PathBuf,
    },
    /// No passphrase.
    #[error("the signer's key {} is protected by a passphrase", path.display())]
    Passphrase {
        /// Which file.
        path: PathBuf,
        /// Why there is none.
        source: PassphraseError,
    },
    /// minisign failed.
    #[error("no key could be made: the operating system gave no random bytes, or too little memory for the passphrase")]
    Make,
    /// minisign failed.
    #[error("the signature could not be made")]
    Sign,
}

impl Signer {
    /// Makes a key: the secret half in `out`, the public one in `out` with `.pub` after it. Neither may exist.
    pub fn create(out: &Path, passphrase: Option<SecretString>) -> Result<SignerKey, SignerError> {
        let public_file = with_pub(out);
        for path in [out, &public_file] {
            if path.symlink_metadata().is_ok() {
                return Err(SignerError::Exists { path: path.to_owned() });
            }
        }
        let comment = COMMENTS[usize::from(passphrase.is_none())];
        let pair = match passphrase {
            Some(words) => KeyPair::generate_encrypted_keypair(Some(words.expose_secret().to_owned())),
            None => KeyPair::generate_unencrypted_keypair(),
        };
        let KeyPair { pk, sk } = pair.map_err(|_| SignerError::Make)?;
        let secret = sk.to_box(Some(comment)).map_err(|_| SignerError::Make)?;
        let public = pk.to_box().map_err(|_| SignerError::Make)?;
        let key = pk.to_base64().parse().map_err(|_| SignerError::Make)?;
        write_new(out, 0o600, &Zeroizing::new(secret.into_string()))?;
        write_new(&public_file, 0o644, &public.into_string())?;
        Ok(key)
    }

    /// Reads a key; asks for its passphrase if it has one.
    pub fn load(path: &Path, passphrase: Source<'_>) -> Result<Self, SignerError> {
        let own = || path.to_path_buf();
        let mut text = Zeroizing::new(String::with_capacity(2048));
        fs::File::open(path)
            .and_then(|file| file.take(LONGEST).read_to_string(&mut text))
            .map_err(|source| SignerError::Read { path: own(), source })?;
        let boxed = || SecretKeyBox::from_string(&text).map_err(|_| SignerError::NoKey { path: own() });
        // Whether it is a key at all is known before anybody is asked for a passphrase.
        let secret = if let Some(secret) = unprotected(&text) {
            secret
        } else {
            if !text.lines().nth(1).is_some_and(|line| line.starts_with(PROTECTED)) {
                return Err(SignerError::NoKey { path: own() });
            }
            let words = passphrase
                .ask(&format!("Passphrase for {}: ", path.display()))
                .map_err(|source| SignerError::Passphrase { path: own(), source })?;
            let words = words.expose_secret().to_owned();
            boxed()?.into_secret_key(Some(words)).map_err(|_| SignerError::Unlock { path: own() })?
        };
        let own_key = PublicKey::from_secret_key(&secret).map_err(|_| SignerError::NoKey { path: own() })?;
        let public = own_key.to_base64().parse().map_err(|_| SignerError::NoKey { path: own() })?;
        Ok(Self { secret, own_key, public })
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> &SignerKey {
        &self.public
    }

    /// The text of a `.minisig` file for what `message` reads. `comment` is signed with it.
    pub fn sign(&self, message: impl Read, comment: &str) -> Result<String, SignerError> {
        let untrusted = format!("signature by minisign key {}", self.public.id());
        // With the public key, so that a damaged secret one is found.
        let signed = minisign::sign(Some(&self.own_key), &self.secret, message, Some(comment), Some(&untrusted));
        Ok(signed.map_err(|_| SignerError::Sign)?.into_string())
    }
}

/// A key without a passphrase. Stock minisign 0.11 writes no checksum into such a one.
fn unprotected(text: &str) -> Option<SecretKey> {
    let line = text.lines().nth(1).filter(|line| line.starts_with(UNPROTECTED))?;
    let bytes = Zeroizing::new(STANDARD.decode(line.trim()).ok()?);
    SecretKey::from_bytes(&bytes).ok()
}

/// The public key's file.
#[must_use]
pub fn with_pub(out: &Path) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push(".pub");
    name.into()
}

/// Writes a file that must not exist, to the disk.
pub(super) fn write_new(path: &Path, mode: u32, text: &str) -> Result<(), SignerError> {
    let file = fs::OpenOptions::new().write(true).create_new(true).mode(mode).open(path);
    let own = || path.to_path_buf();
    let mut file = file.map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => SignerError::Exists { path: own() },
        _ => SignerError::Write { path: own(), source },
    })?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    written.map_err(|source| {
        // Nothing more can be done if this fails too.
        let _ = fs::remove_file(path);
        SignerError::Write { path: own(), source }
    })
}

//! The secret line of an identity file, as the 32 bytes in it.

use age::{
    secrecy::{ExposeSecret as _, SecretString},
    x25519,
};
use bech32::{Bech32Writer, FromBase32 as _, ToBase32 as _, Variant};
use zeroize::Zeroizing;

use crate::desk::identity::hybrid::HybridIdentity;

/// Bytes of a secret key, of either kind.
pub const BYTES: usize = 32;
/// No line of a secret key is longer, in characters.
const LONGEST: usize = 128;

pub use crate::desk::identity::Kind;

impl Kind {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::X25519, Self::Hybrid];

    /// What a share calls it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::X25519 => "x25519",
            Self::Hybrid => "pq",
        }
    }

    /// What stands before the digit 1 of the line. In lower case, as the decoder gives it back.
    fn prefix(self) -> &'static str {
        match self {
            Self::X25519 => "age-secret-key-",
            Self::Hybrid => "age-secret-key-pq-",
        }
    }
}

/// A secret key. No `Debug`; wiped when dropped.
pub struct Key {
    kind: Kind,
    // On the heap, because a move from stack to stack leaves a copy behind.
    bytes: Zeroizing<Vec<u8>>,
}

impl Key {
    /// From its bytes.
    #[must_use]
    pub fn new(kind: Kind, bytes: &[u8; BYTES]) -> Self {
        Self { kind, bytes: Zeroizing::new(bytes.to_vec()) }
    }

    /// From the line of an identity file; none if it is no key of a kind that is known.
    #[must_use]
    pub fn parse(line: &SecretString) -> Option<Self> {
        // What the decoder keeps in between is wiped by the tool's allocator.
        let (prefix, data, variant) = bech32::decode(line.expose_secret()).ok()?;
        let bytes = Zeroizing::new(Vec::from_base32(&data).ok()?);
        let kind = Kind::ALL.into_iter().find(|kind| kind.prefix() == prefix)?;
        (bytes.len() == BYTES && variant == Variant::Bech32).then_some(Self { kind, bytes })
    }

    /// The line of an identity file; none if it cannot be written, which no key's line is known to do.
    #[must_use]
    pub fn to_line(&self) -> Option<SecretString> {
        // Sized once: a growing buffer would leave copies behind.
        let mut line = Zeroizing::new(String::with_capacity(LONGEST));
        let mut writer = Bech32Writer::new(self.kind.prefix(), Variant::Bech32, &mut *line).ok()?;
        self.bytes.write_base32(&mut writer).ok()?;
        writer.finalize().ok()?;
        line.make_ascii_uppercase();
        Some(SecretString::from(line.as_str()))
    }

    /// Which kind it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// The public key of an identity file's line; none if this version cannot work it out.
#[must_use]
pub fn recipient_of(line: &SecretString) -> Option<String> {
    match Key::parse(line)?.kind {
        Kind::X25519 => {
            let identity: x25519::Identity = line.expose_secret().parse().ok()?;
            Some(identity.to_public().to_string())
        }
        Kind::Hybrid => {
            let identity: HybridIdentity = line.expose_secret().parse().ok()?;
            Some(identity.to_public().to_string())
        }
    }
}

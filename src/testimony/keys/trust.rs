//! From one trusted manifest to the next: the only way to recipients that may be sealed to.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{
    manifest::{Manifest, ManifestError, Path, Validity},
    quorum::{QuorumError, Signers, SignersError},
    signature::Signature,
    signer::{KeyId, SignerKey},
};
use crate::testimony::{calendar::Timestamp, digest::Sha256, recipients::Recipients};

/// Where trust begins, as a configuration or a researcher's own file has it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pins {
    /// Who may sign the first manifest.
    #[serde(default)]
    pub signers: Vec<SignerKey>,
    /// How many of them must.
    #[serde(default)]
    pub needed: usize,
    /// Who may sign when keys or signers are compromised. Their keys are used for nothing else.
    #[serde(default)]
    pub root_signers: Vec<SignerKey>,
    /// How many of them must.
    #[serde(default)]
    pub root_needed: usize,
    /// SHA-256 of a manifest that is trusted as it is. Whatever came before it is refused.
    pub anchor: Option<Sha256>,
}

/// What a next manifest is held against.
#[derive(Clone, Debug)]
pub struct Trust {
    first: Option<Signers>,
    root: Option<Signers>,
    anchor: Option<Sha256>,
}

/// A manifest with the signatures that came with it.
#[derive(Clone)]
pub struct Signed {
    /// What was signed.
    pub manifest: Manifest,
    /// By whom it claims to be.
    pub signatures: Vec<Signature>,
}

/// A manifest that enough of the right signers signed. Only [`Trust::next`] makes one.
#[derive(Clone)]
pub struct Trusted(Signed);

/// Pins of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PinsError {
    /// Nothing to hold a manifest against.
    #[error(
        "no signer is pinned: `signers` lists the public keys (`RW…`) of who may sign the first manifest, `needed` says how many must"
    )]
    Nobody,
    /// The first signers.
    #[error("signers: {0}")]
    First(SignersError),
    /// The root signers.
    #[error("root_signers: {0}")]
    Root(SignersError),
    /// One key for both.
    #[error(
        "key {0} is in `signers` and in `root_signers`; root keys stay in safes, and are used for a compromise alone"
    )]
    Both(KeyId),
}

/// Why a manifest is not the next one.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum TrustError {
    /// Not a manifest.
    #[error(transparent)]
    Manifest(#[from] ManifestError),
    /// Not enough of the right signatures.
    #[error(transparent)]
    Quorum(#[from] QuorumError),
    /// Somebody signed who is only a signer of the next one.
    #[error("it is signed by a key that it makes a signer itself; only the signers of the manifest before it count")]
    SignedItselfIn,
    /// Others than the root signers signed for a compromise.
    #[error("it is for a compromise, which only the root signers may sign, and it is signed by key {0}")]
    NotRoot(KeyId),
    /// Nobody is pinned who could sign it.
    #[error("it is signed for a compromise, and no root signers are pinned here (`root_signers`)")]
    NoRoot,
    /// No first signers.
    #[error("no manifest before it is trusted here, and no first signers are pinned (`signers`)")]
    NoFirst,
    /// Another one than the anchor comes first.
    #[error(
        "it is not the manifest that is trusted as it is (`anchor`), and nothing that came before that one is used"
    )]
    NotAnchored,
    /// Its epoch is that of an earlier one.
    #[error("its epoch {epoch} is older than epoch {current}, which is trusted already; an epoch never comes back")]
    Older {
        /// Of the file.
        epoch: i32,
        /// Of the trusted one.
        current: i32,
    },
    /// One is missing before it.
    #[error("its epoch is {0}, and no manifest before it is trusted here; that one comes first")]
    Orphan(i32),
    /// The database has it under another number.
    #[error("it is kept as epoch {0}, which is not its own: somebody moved it")]
    Misfiled(i32),
    /// It is the trusted one.
    #[error("it is the manifest of epoch {0} that is trusted already")]
    Same(i32),
    /// Another one of the same epoch.
    #[error(
        "its epoch {0} is that of the trusted manifest, and its content is another: somebody signed two for one epoch"
    )]
    OtherContent(i32),
    /// One is missing in between.
    #[error("its epoch is {epoch} and the trusted one's {current}: what came in between is missing here")]
    Gap {
        /// Of the file.
        epoch: i32,
        /// Of the trusted one.
        current: i32,
    },
    /// It does not follow the trusted one.
    #[error("it does not name the trusted manifest as the one before it (`previous`)")]
    Previous,
    /// Its time has not come.
    #[error("it holds from {0} on, which is not yet; if that is wrong, set this machine's clock")]
    NotYet(String),
    /// Its time is over.
    #[error("it held until {0}, which is over; have a new one signed")]
    Over(String),
}

impl Signed {
    /// From a manifest's bytes and the texts of its signatures. A text that is no signature does not count.
    pub fn parse<'a>(manifest: &[u8], signatures: impl IntoIterator<Item = &'a str>) -> Result<Self, ManifestError> {
        let signatures = signatures.into_iter().filter_map(|text| Signature::parse(text).ok()).collect();
        Ok(Self { manifest: Manifest::parse(manifest)?, signatures })
    }
}

impl Pins {
    /// Checks them.
    pub fn trust(&self) -> Result<Trust, PinsError> {
        let first = (!self.signers.is_empty()).then(|| Signers::new(self.signers.clone(), self.needed));
        let root = (!self.root_signers.is_empty()).then(|| Signers::new(self.root_signers.clone(), self.root_needed));
        let first = first.transpose().map_err(PinsError::First)?;
        let root = root.transpose().map_err(PinsError::Root)?;
        let is_root = |key: &&SignerKey| self.root_signers.iter().any(|root| root.is_same(key));
        if let Some(both) = self.signers.iter().find(is_root) {
            return Err(PinsError::Both(both.id()));
        }
        if first.is_none() && root.is_none() && self.anchor.is_none() {
            return Err(PinsError::Nobody);
        }
        Ok(Trust { first, root, anchor: self.anchor })
    }
}

impl Trust {
    /// Trust in one manifest, as whoever holds it says.
    #[must_use]
    pub fn anchored(manifest: &Manifest) -> Self {
        Self { first: None, root: None, anchor: Some(manifest.sha256()) }
    }

    /// What follows from manifests that were installed one after the other, oldest first: the last that is trusted, and
    /// why others are not. Nothing but what follows from `current` is trusted, if there is one. Days are not looked at.
    pub fn follow(
        &self,
        mut current: Option<Trusted>,
        installed: impl IntoIterator<Item = Signed>,
    ) -> (Option<Trusted>, Vec<(i32, TrustError)>) {
        let mut refused = Vec::new();
        for signed in installed {
            let epoch = signed.manifest.epoch();
            match self.next(current.as_ref(), signed) {
                Ok(trusted) => current = Some(trusted),
                // What led to the current one.
                Err(TrustError::Same(_) | TrustError::Older { .. }) => {}
                Err(error) => refused.push((epoch, error)),
            }
        }
        if current.is_some() {
            // History before the anchor does not matter once it is there.
            refused.retain(|(_, error)| *error != TrustError::NotAnchored);
        }
        (current, refused)
    }

    /// Trusts `signed` as the one after `current`, or says why not. Its days are not looked at.
    pub fn next(&self, current: Option<&Trusted>, signed: Signed) -> Result<Trusted, TrustError> {
        let Signed { manifest, signatures } = &signed;
        match self.anchor.filter(|_| current.is_none()) {
            Some(anchor) if anchor == manifest.sha256() => return Ok(Trusted(signed)),
            // Neither signers nor roots bring back what came before it.
            Some(_) => return Err(TrustError::NotAnchored),
            None => {}
        }
        let epoch = manifest.epoch();
        if let Some(before) = current.map(Trusted::manifest) {
            let current = before.epoch();
            match () {
                () if epoch == current && manifest.bytes() == before.bytes() => return Err(TrustError::Same(epoch)),
                () if epoch == current => return Err(TrustError::OtherContent(epoch)),
                () if epoch < current => return Err(TrustError::Older { epoch, current }),
                () => {}
            }
        }
        let before = current.map(Trusted::manifest);
        let signers = match (manifest.content().path, before) {
            (Path::Compromise, _) => self.root.as_ref().ok_or(TrustError::NoRoot)?,
            (Path::Scheduled, Some(before)) => before.signers(),
            (Path::Scheduled, None) => self.first.as_ref().ok_or(TrustError::NoFirst)?,
        };
        signers.agree(manifest.bytes(), signatures).map_err(|error| {
            let own = |signature: &Signature| manifest.signers().find(signature.signer()).is_some();
            let outside = |signature: &&Signature| signers.find(signature.signer()).is_none();
            match (error, manifest.content().path) {
                (QuorumError::Stranger(other), Path::Compromise) => TrustError::NotRoot(other),
                (QuorumError::Stranger(_) | QuorumError::TooFew { .. }, Path::Scheduled)
                    if signatures.iter().filter(outside).any(own) =>
                {
                    TrustError::SignedItselfIn
                }
                (error, _) => error.into(),
            }
        })?;
        if manifest.content().path == Path::Scheduled {
            match before.map(Manifest::epoch) {
                None if epoch > 1 => return Err(TrustError::Orphan(epoch)),
                Some(current) if epoch - current > 1 => return Err(TrustError::Gap { epoch, current }),
                _ => {}
            }
            if manifest.content().previous != before.map(Manifest::sha256) {
                return Err(TrustError::Previous);
            }
        }
        let Signed { manifest, mut signatures } = signed;
        // Strangers' signatures are not shown to anybody as if they counted.
        signatures.retain(|signature| signers.find(signature.signer()).is_some());
        Ok(Trusted(Signed { manifest, signatures }))
    }

    /// Whether a server that starts anew could be led back behind `current` by whoever owns its database: its signers are
    /// others than the pinned ones, and no anchor is set.
    #[must_use]
    pub fn wants_anchor(&self, current: &Trusted) -> bool {
        let now = current.manifest();
        let keys =
            |signers: &Signers| signers.keys().iter().map(|key| key.as_str().to_owned()).collect::<BTreeSet<_>>();
        let others = self.first.as_ref().is_none_or(|first| keys(first) != keys(now.signers()));
        self.anchor.is_none() && (others || now.content().path == Path::Compromise)
    }
}

impl Trusted {
    /// What was signed.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.0.manifest
    }

    /// By whom.
    #[must_use]
    pub fn signatures(&self) -> &[Signature] {
        &self.0.signatures
    }

    /// Whom to seal to, while it holds at `now`.
    pub fn recipients(&self, now: Timestamp) -> Result<&Recipients, TrustError> {
        let content = self.manifest().content();
        match self.manifest().validity(now) {
            Validity::Holds { .. } => Ok(self.manifest().recipients()),
            Validity::NotYet => Err(TrustError::NotYet(content.not_before.to_string())),
            Validity::Over => Err(TrustError::Over(content.not_after.to_string())),
        }
    }
}

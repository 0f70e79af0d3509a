//! Manifests of recipients as they were installed. What the database says of them is not believed:
//! [`Trust::follow`](crate::testimony::keys::trust::Trust::follow) holds every one against its signatures.

use sqlx::PgPool;

use super::StoreError;
use crate::testimony::keys::{
    manifest::Path,
    signature::Signature,
    trust::{Signed, Trust, TrustError, Trusted},
};

/// What is installed, oldest first. A row that is no manifest, or is not the one that its number says, comes as its error.
pub struct Installed(Vec<(i32, Result<Signed, TrustError>)>);

/// Reads all of them. Any role may.
pub async fn installed(pool: &PgPool) -> Result<Installed, StoreError> {
    let rows: Vec<(i32, Vec<u8>, Vec<String>)> =
        sqlx::query_as("SELECT epoch, manifest, signatures FROM public.key_manifest ORDER BY epoch")
            .fetch_all(pool)
            .await?;
    let read = |(epoch, manifest, signatures): (i32, Vec<u8>, Vec<String>)| {
        let signed = Signed::parse(&manifest, signatures.iter().map(String::as_str));
        let own = |signed: Signed| {
            if signed.manifest.epoch() == epoch { Ok(signed) } else { Err(TrustError::Misfiled(epoch)) }
        };
        (epoch, signed.map_err(TrustError::from).and_then(own))
    };
    Ok(Installed(rows.into_iter().map(read).collect()))
}

/// What follows from all that is installed: the manifest that is trusted last.
pub async fn current(pool: &PgPool, trust: &Trust) -> Result<Option<Trusted>, StoreError> {
    Ok(installed(pool).await?.follow(trust, None).0)
}

/// Puts a manifest in, as `amanat_owner`. A row of its epoch that was not to be trusted makes way.
pub async fn install(owner: &PgPool, trusted: &Trusted) -> Result<(), StoreError> {
    let manifest = trusted.manifest();
    let signatures: Vec<_> = trusted.signatures().iter().map(Signature::as_str).map(str::to_owned).collect();
    sqlx::query(
        "INSERT INTO public.key_manifest (epoch, compromise, manifest, signatures) VALUES ($1, $2, $3, $4)
         ON CONFLICT (epoch) DO UPDATE
         SET compromise = excluded.compromise, manifest = excluded.manifest, signatures = excluded.signatures",
    )
    .bind(manifest.epoch())
    .bind(manifest.content().path == Path::Compromise)
    .bind(manifest.bytes())
    .bind(signatures)
    .execute(owner)
    .await?;
    Ok(())
}

impl Installed {
    /// The one that is trusted last, and why others are not. After `current`, only what follows from it.
    #[must_use]
    pub fn follow(self, trust: &Trust, current: Option<Trusted>) -> (Option<Trusted>, Vec<(i32, TrustError)>) {
        let (mut sound, mut refused) = (Vec::new(), Vec::new());
        for (epoch, signed) in self.0 {
            match signed {
                Ok(signed) => sound.push(signed),
                Err(error) => refused.push((epoch, error)),
            }
        }
        let (current, untrusted) = trust.follow(current, sound);
        refused.extend(untrusted);
        (current, refused)
    }
}

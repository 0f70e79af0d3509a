//! TLS 1.3 alone, with a certificate that can be changed under living connections.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use arc_swap::ArcSwap;
use rustls::{
    ServerConfig,
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer, pem::PemObject as _},
    server::{ClientHello, ResolvesServerCert},
    sign::CertifiedKey,
};

use crate::testimony::digest::Sha256;

/// Why there is no certificate.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file could not be read.
    #[error("{path} could not be read; check the path and its permissions")]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A file holds no certificate, or no key.
    #[error("{0} does not hold what it should, in PEM")]
    Pem(PathBuf),
    /// They do not belong together, or are of a kind that TLS 1.3 does not take.
    #[error("the certificate and the key do not belong together, or are of a kind that TLS 1.3 does not take")]
    Pair,
    /// No certificate of its own could be made.
    #[error("a development certificate could not be made")]
    Own,
}

/// The certificate in use.
#[derive(Debug)]
pub struct Certificate(ArcSwap<CertifiedKey>);

impl Certificate {
    /// From PEM files.
    pub fn load(chain: &Path, key: &Path) -> Result<Self, TlsError> {
        Ok(Self(ArcSwap::from_pointee(read(chain, key)?)))
    }

    /// Takes the files' present content for new connections; on an error the old certificate stays.
    pub fn reload(&self, chain: &Path, key: &Path) -> Result<(), TlsError> {
        self.0.store(Arc::new(read(chain, key)?));
        Ok(())
    }

    /// A self-signed certificate for this machine, for development; it lives as long as the process.
    pub fn self_made() -> Result<Self, TlsError> {
        let names = ["localhost".to_owned(), "127.0.0.1".to_owned(), "::1".to_owned()];
        let made = rcgen::generate_simple_self_signed(names).map_err(|_| TlsError::Own)?;
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
        Ok(Self(ArcSwap::from_pointee(pair(vec![made.cert.der().clone()], key)?)))
    }

    /// SHA-256 of the certificate, as `openssl x509 -fingerprint -sha256` and browsers show it.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let der = self.0.load().cert.first().map_or(Sha256::of(&[]), |cert| Sha256::of(cert));
        der.0.map(|byte| format!("{byte:02X}")).join(":")
    }
}

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.0.load_full())
    }
}

/// The server's side of TLS.
pub fn server_config(certificate: Arc<Certificate>) -> Result<ServerConfig, TlsError> {
    let mut config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_protocol_versions(&[&rustls::version::TLS13])
        .map_err(|_| TlsError::Own)?
        .with_no_client_auth()
        .with_cert_resolver(certificate);
    // A session ticket would tie two visits of one person together.
    config.send_tls13_tickets = 0;
    config.session_storage = Arc::new(rustls::server::NoServerSessionStorage {});
    Ok(config)
}

fn read(chain: &Path, key: &Path) -> Result<CertifiedKey, TlsError> {
    let bytes = |path: &Path| fs::read(path).map_err(|source| TlsError::Read { path: path.to_owned(), source });
    let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&bytes(chain)?).collect();
    let certificates =
        certificates.ok().filter(|all| !all.is_empty()).ok_or_else(|| TlsError::Pem(chain.to_owned()))?;
    let pem = zeroize::Zeroizing::new(bytes(key)?);
    pair(certificates, PrivateKeyDer::from_pem_slice(&pem).map_err(|_| TlsError::Pem(key.to_owned()))?)
}

fn pair(chain: Vec<CertificateDer<'static>>, key: PrivateKeyDer<'static>) -> Result<CertifiedKey, TlsError> {
    CertifiedKey::from_der(chain, key, &aws_lc_rs::default_provider()).map_err(|_| TlsError::Pair)
}

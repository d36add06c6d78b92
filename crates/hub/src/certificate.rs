//! The hub's own certificate, where it speaks TLS itself: read from two files, and read anew when they change.

use crate::HubError;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

/// Which states of the two files: when each was written, and how long it is.
type Stamps = [Option<(SystemTime, u64)>; 2];

/// A certificate with its key, as long as the hub runs.
pub struct Certificate {
    chain: PathBuf,
    key: PathBuf,
    current: Mutex<Current>,
}

struct Current {
    config: Arc<ServerConfig>,
    /// The files of which that was made.
    seen: Stamps,
    /// The files that were complained about last.
    refused: Option<Stamps>,
}

impl Certificate {
    /// Reads the chain (PEM, the hub's own certificate first) and its key (PEM: PKCS #8, RSA or SEC 1).
    ///
    /// # Errors
    /// [`HubError::TlsFile`], [`HubError::TlsCertificate`], [`HubError::TlsKey`], [`HubError::TlsMismatch`].
    pub fn open(chain: PathBuf, key: PathBuf) -> Result<Certificate, HubError> {
        let seen = stamps(&chain, &key);
        let config = read(&chain, &key)?;
        Ok(Certificate {
            chain,
            key,
            current: Mutex::new(Current {
                config,
                seen,
                refused: None,
            }),
        })
    }

    /// What the next connection is to be met with. Files that have changed are read anew; as long as they do
    /// not fit together, which they do not while they are being replaced, the ones from before are used.
    pub(crate) fn current(&self) -> Arc<ServerConfig> {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        let found = stamps(&self.chain, &self.key);
        if found != current.seen {
            match read(&self.chain, &self.key) {
                Ok(config) => {
                    current.config = config;
                    current.seen = found;
                    current.refused = None;
                    tracing::info!("the certificate was read anew");
                }
                // Said once, and tried again each time: two writes in the same moment can look like one.
                Err(fault) => {
                    if current.refused.replace(found) != Some(found) {
                        tracing::error!(%fault, "the changed certificate is not used");
                    }
                }
            }
        }
        Arc::clone(&current.config)
    }
}

fn stamps(chain: &Path, key: &Path) -> Stamps {
    [chain, key].map(|file| {
        let found = std::fs::metadata(file).ok()?;
        Some((found.modified().ok()?, found.len()))
    })
}

fn read(chain: &Path, key: &Path) -> Result<Arc<ServerConfig>, HubError> {
    let text = |file: &Path, option| {
        std::fs::read(file).map_err(|error| HubError::TlsFile {
            option,
            kind: error.kind(),
        })
    };
    let chain = CertificateDer::pem_slice_iter(&text(chain, "--tls-cert")?)
        .collect::<Result<Vec<_>, _>>()
        .map_err(|_| HubError::TlsCertificate)?;
    if chain.is_empty() {
        return Err(HubError::TlsCertificate);
    }
    let key =
        PrivateKeyDer::from_pem_slice(&text(key, "--tls-key")?).map_err(|_| HubError::TlsKey)?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|_| HubError::TlsKey)?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(|error| match error {
            rustls::Error::InconsistentKeys(_) => HubError::TlsMismatch,
            rustls::Error::InvalidCertificate(_) => HubError::TlsCertificate,
            _ => HubError::TlsKey,
        })?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

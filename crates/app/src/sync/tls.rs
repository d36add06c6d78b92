//! TLS to a hub behind `wss://`: rustls with the system's own root certificates.

use super::dial::Stream;
use crate::error::Error;
use rustls::pki_types::ServerName;
use std::sync::{Arc, Mutex, PoisonError};
use tokio_rustls::TlsConnector;

/// Made when first needed, and anew after a certificate was not trusted: by then somebody may have given the
/// system the root certificate that was lacking.
static CONFIG: Mutex<Option<Arc<rustls::ClientConfig>>> = Mutex::new(None);

/// TLS with `host` over a stream that leads there.
pub(super) async fn connect(host: &str, stream: Stream) -> Result<Stream, Error> {
    let name = ServerName::try_from(host.to_owned()).map_err(|_| Error::Invalid("hub"))?;
    match TlsConnector::from(config()?).connect(name, stream).await {
        Ok(stream) => Ok(Box::new(stream)),
        Err(error) => {
            let error = of_tls(&error);
            if matches!(error, Error::CertificateUntrusted) {
                *lock() = None;
            }
            Err(error)
        }
    }
}

fn lock() -> std::sync::MutexGuard<'static, Option<Arc<rustls::ClientConfig>>> {
    CONFIG.lock().unwrap_or_else(PoisonError::into_inner)
}

fn config() -> Result<Arc<rustls::ClientConfig>, Error> {
    let mut kept = lock();
    if let Some(config) = &*kept {
        return Ok(Arc::clone(config));
    }
    let mut roots = rustls::RootCertStore::empty();
    let found = rustls_native_certs::load_native_certs();
    roots.add_parsable_certificates(found.certs);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|_| Error::Unexpected("tls"))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::clone(kept.insert(Arc::new(config))))
}

/// What a broken handshake means: a certificate that is not trusted, somebody who speaks no TLS, or nobody.
fn of_tls(error: &std::io::Error) -> Error {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    match inner {
        Some(rustls::Error::InvalidCertificate(_)) => Error::CertificateUntrusted,
        Some(_) => Error::Protocol(nabij_protocol::Error::Malformed("hub")),
        None => Error::Offline,
    }
}

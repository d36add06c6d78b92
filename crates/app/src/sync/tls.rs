//! TLS to a hub behind `wss://`: rustls with the system's own root certificates, read when first needed.

use std::sync::{Arc, OnceLock};
use tokio_tungstenite::Connector;

/// The connector; none (and so no TLS) only if rustls cannot be set up at all, in which case `wss://` fails.
pub(super) fn connector() -> Option<Connector> {
    static CONNECTOR: OnceLock<Option<Arc<rustls::ClientConfig>>> = OnceLock::new();
    CONNECTOR
        .get_or_init(configure)
        .clone()
        .map(Connector::Rustls)
}

fn configure() -> Option<Arc<rustls::ClientConfig>> {
    let mut roots = rustls::RootCertStore::empty();
    let found = rustls_native_certs::load_native_certs();
    roots.add_parsable_certificates(found.certs);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .ok()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Some(Arc::new(config))
}

//! A hub that speaks TLS itself: its files, clients that are slow or rude, and a certificate that is renewed.

use super::program::{program, serve_at};
use super::{HandClock, any_port};
use nabij_hub::{Certificate, Hub, HubError};
use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use rustls::pki_types::{CertificateDer, ServerName};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

struct Files {
    folder: tempfile::TempDir,
    chain: PathBuf,
    key: PathBuf,
}

impl Files {
    fn new() -> Files {
        let folder = tempfile::tempdir().unwrap();
        let (chain, key) = (
            folder.path().join("chain.pem"),
            folder.path().join("key.pem"),
        );
        Files { folder, chain, key }
    }

    /// Puts a new certificate and its key there; answers the certificate.
    fn renew(&self) -> CertificateDer<'static> {
        let CertifiedKey { cert, signing_key } =
            generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        std::fs::write(&self.chain, cert.pem()).unwrap();
        std::fs::write(&self.key, signing_key.serialize_pem()).unwrap();
        cert.der().clone()
    }

    fn open(&self) -> Result<Certificate, HubError> {
        Certificate::open(self.chain.clone(), self.key.clone())
    }

    async fn hub(&self) -> nabij_hub::Running {
        let data = self.folder.path().join("data");
        let hub = Hub::open(&data, HandClock::default().clock()).unwrap();
        let hub = hub.with_certificate(self.open().unwrap());
        hub.start(any_port()).await.unwrap()
    }
}

/// What `/health` answers to a client that trusts exactly this certificate.
async fn health(hub: SocketAddr, trusted: &CertificateDer<'static>) -> Option<String> {
    let mut roots = rustls::RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(hub).await.unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    let connected = TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await;
    let mut stream = connected.ok()?;
    let request = b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    stream.write_all(request).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.ok()?;
    Some(answer)
}

fn is_well(answer: Option<String>) -> bool {
    answer.is_some_and(|answer| answer.starts_with("HTTP/1.1 200"))
}

#[test]
fn files_that_will_not_do_are_named_before_anything_listens() {
    let files = Files::new();
    let said = |files: &Files| files.open().map(|_| ()).unwrap_err().to_string();
    assert!(said(&files).contains("--tls-cert cannot be read"));
    files.renew();
    assert!(files.open().is_ok());
    std::fs::remove_file(&files.key).unwrap();
    assert!(said(&files).contains("--tls-key cannot be read"));
    std::fs::write(&files.key, KeyPair::generate().unwrap().serialize_pem()).unwrap();
    assert!(matches!(files.open(), Err(HubError::TlsMismatch)));
    std::fs::write(&files.key, "no key").unwrap();
    assert!(matches!(files.open(), Err(HubError::TlsKey)));
    std::fs::write(&files.chain, "no certificate").unwrap();
    assert!(matches!(files.open(), Err(HubError::TlsCertificate)));

    let status = |more: &[&Path]| {
        let data = files.folder.path().join("data");
        let mut serve = program();
        serve
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(&data);
        for (option, file) in ["--tls-cert", "--tls-key"].into_iter().zip(more) {
            serve.arg(option).arg(file);
        }
        serve
            .stdout(std::process::Stdio::null())
            .status()
            .unwrap()
            .code()
    };
    assert_eq!(status(&[&files.chain]), Some(2), "both or neither");
    assert_eq!(status(&[&files.chain, &files.key]), Some(6));
    assert!(!files.folder.path().join("data").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_and_rude_clients_hold_nobody_up() {
    let files = Files::new();
    let certificate = files.renew();
    let running = files.hub().await;
    assert!(running.url().starts_with("wss://"));
    let mut held = Vec::new();
    for number in 0..200 {
        let mut stream = TcpStream::connect(running.address()).await.unwrap();
        if number % 2 == 0 {
            // No TLS, or only its beginning.
            let words: &[u8] = if number % 4 == 0 {
                b"GET / HTTP/1.1\r\n\r\n"
            } else {
                &[22, 3, 1, 2]
            };
            stream.write_all(words).await.unwrap();
        }
        held.push(stream);
    }
    let begun = std::time::Instant::now();
    assert!(is_well(health(running.address(), &certificate).await));
    assert!(begun.elapsed() < std::time::Duration::from_secs(5));
    // Who speaks no TLS is hung up on; otherwise this would never end.
    let _ = held[0].read_to_end(&mut Vec::new()).await;
    running.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewed_certificate_is_used_from_the_next_connection_on() {
    let files = Files::new();
    let old = files.renew();
    let running = files.hub().await;
    let address = running.address();
    assert!(is_well(health(address, &old).await));
    // Half replaced: the old one goes on.
    let old_key = std::fs::read(&files.key).unwrap();
    let new = files.renew();
    let new_key = std::fs::read(&files.key).unwrap();
    std::fs::write(&files.key, old_key).unwrap();
    assert!(is_well(health(address, &old).await));
    std::fs::write(&files.key, new_key).unwrap();
    assert!(is_well(health(address, &new).await));
    assert!(health(address, &old).await.is_none());
    // Gone altogether: the last that was good goes on.
    std::fs::remove_file(&files.chain).unwrap();
    assert!(is_well(health(address, &new).await));
    running.stop().await.unwrap();
}

#[tokio::test]
async fn metrics_stay_without_tls_on_a_listener_of_their_own() {
    let files = Files::new();
    files.renew();
    let data = files.folder.path().join("data").display().to_string();
    let [chain, key] = [&files.chain, &files.key].map(|file| file.display().to_string());
    let options = [
        "--tls-cert",
        &chain,
        "--tls-key",
        &key,
        "--metrics",
        "127.0.0.1:0",
    ];
    // The first line that it prints is where the metrics are.
    let (mut child, address) = serve_at(&["--data".to_owned(), data], &options);
    let answer = super::bad_input::get(address, "/metrics").await;
    assert!(answer.contains("nabij_hub_store_up 1"), "{answer}");
    child.kill().unwrap();
    child.wait().unwrap();
}

//! Connections over TLS. Handshakes go on beside one another and beside the accepting, so that a client that
//! is slow at it, or does not begin, holds nobody up.

use crate::certificate::Certificate;
use axum::serve::Listener;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// How long a handshake may take.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// The most handshakes at once; further connections wait in the system's queue.
const HANDSHAKES: usize = 1024;

/// A listener whose connections have shaken hands.
pub(crate) struct TlsListener {
    tcp: TcpListener,
    certificate: Arc<Certificate>,
    handshakes: JoinSet<Option<(TlsStream<TcpStream>, SocketAddr)>>,
}

impl TlsListener {
    /// Over a listener that is bound.
    pub(crate) fn new(tcp: TcpListener, certificate: Arc<Certificate>) -> TlsListener {
        TlsListener {
            tcp,
            certificate,
            handshakes: JoinSet::new(),
        }
    }
}

impl Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            tokio::select! {
                // Who fails at the handshake is not worth a line in the log: the open internet does that all day.
                Some(done) = self.handshakes.join_next() => if let Ok(Some(connected)) = done {
                    return connected;
                },
                (stream, from) = Listener::accept(&mut self.tcp), if self.handshakes.len() < HANDSHAKES => {
                    let certificate = Arc::clone(&self.certificate);
                    self.handshakes.spawn(async move {
                        let stream = timeout(HANDSHAKE, shake(certificate, stream)).await.ok()??;
                        Some((stream, from))
                    });
                }
            }
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.tcp.local_addr()
    }
}

async fn shake(certificate: Arc<Certificate>, stream: TcpStream) -> Option<TlsStream<TcpStream>> {
    // Looking at the files may wait for a disk.
    let config = tokio::task::spawn_blocking(move || certificate.current())
        .await
        .ok()?;
    TlsAcceptor::from(config).accept(stream).await.ok()
}

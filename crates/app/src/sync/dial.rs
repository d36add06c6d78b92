//! A stream of bytes to the hub: directly or through a proxy, with TLS where the address says so.

use super::address::Endpoint;
use super::{proxy, tls};
use crate::error::Error;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;

/// What carries bytes, whatever lies beneath.
pub(super) trait Bytes: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Bytes for T {}

/// A stream that leads to the hub.
pub(super) type Stream = Box<dyn Bytes>;

/// Connects to the hub.
pub(super) async fn dial(to: &Endpoint) -> Result<Stream, Error> {
    let stream = match proxy::before(to) {
        None => tcp(&to.host, to.port).await?,
        Some(proxy) => proxy::tunnel(&proxy, to).await?,
    };
    if to.secure {
        tls::connect(&to.host, stream).await
    } else {
        Ok(stream)
    }
}

/// Connects to a host.
pub(super) async fn tcp(host: &str, port: u16) -> Result<Stream, Error> {
    let stream = TcpStream::connect((host, port))
        .await
        .map_err(|_| Error::Offline)?;
    // Frames are small and wanted at once. Without this they come a little later.
    let _ = stream.set_nodelay(true);
    Ok(Box::new(stream))
}

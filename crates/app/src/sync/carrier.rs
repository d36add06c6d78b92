//! What carries frames to the hub and back: a WebSocket, or plain requests where the network lets none through.

use super::poll::Poll;
use super::socket::Socket;
use crate::error::Error;
use std::time::Duration;
use tokio::time::timeout;

/// How long a goodbye may take.
const FAREWELL: Duration = Duration::from_secs(1);

/// One of the two.
pub(super) enum Carrier {
    Socket(Box<Socket>),
    Poll(Poll),
}

impl Carrier {
    pub(super) async fn send(&mut self, frame: Vec<u8>) -> Result<(), Error> {
        match self {
            Carrier::Socket(socket) => socket.send(frame).await,
            Carrier::Poll(poll) => poll.send(frame).await,
        }
    }

    /// The next sign of life: a frame, or none when the hub only says that it is there.
    pub(super) async fn receive(&mut self) -> Result<Option<Vec<u8>>, Error> {
        match self {
            Carrier::Socket(socket) => socket.receive().await,
            Carrier::Poll(poll) => poll.receive().await,
        }
    }

    /// Asks whether the hub is still there. A request that waits asks that all the time.
    pub(super) async fn ping(&mut self) -> Result<(), Error> {
        match self {
            Carrier::Socket(socket) => socket.ping().await,
            Carrier::Poll(_) => Ok(()),
        }
    }

    pub(super) async fn close(&mut self) {
        let closing = async {
            match self {
                Carrier::Socket(socket) => socket.close().await,
                Carrier::Poll(poll) => poll.close().await,
            }
        };
        // Who does not get to say it has gone all the same.
        let _ = timeout(FAREWELL, closing).await;
    }
}

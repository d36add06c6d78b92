//! A WebSocket to the hub as a carrier of frames.

use super::address::Endpoint;
use super::dial::Stream;
use crate::error::Error;
use futures_util::{SinkExt as _, StreamExt as _};
use hyper::StatusCode;
use nabij_protocol::noise::MAX_FRAME;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::error::{Error as Broken, ProtocolError};
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Bytes, Message};

/// An open WebSocket.
pub(super) struct Socket(WebSocketStream<Stream>);

impl Socket {
    /// Asks for a WebSocket over a stream that leads to the hub.
    pub(super) async fn open(to: &Endpoint, stream: Stream) -> Result<Socket, Error> {
        let config = WebSocketConfig::default()
            .max_message_size(Some(MAX_FRAME))
            .max_frame_size(Some(MAX_FRAME));
        let opened =
            tokio_tungstenite::client_async_with_config(to.socket_url(), stream, Some(config));
        let (socket, _) = opened.await.map_err(|error| of_socket(&error))?;
        Ok(Socket(socket))
    }

    pub(super) async fn send(&mut self, frame: Vec<u8>) -> Result<(), Error> {
        self.say(Message::Binary(frame.into())).await
    }

    pub(super) async fn ping(&mut self) -> Result<(), Error> {
        self.say(Message::Ping(Bytes::new())).await
    }

    async fn say(&mut self, message: Message) -> Result<(), Error> {
        self.0
            .send(message)
            .await
            .map_err(|error| of_socket(&error))
    }

    /// The next sign of life: a frame, or none when the hub only asks or says that it is there.
    pub(super) async fn receive(&mut self) -> Result<Option<Vec<u8>>, Error> {
        match self.0.next().await {
            None | Some(Ok(Message::Close(_))) => Err(Error::Offline),
            Some(Err(error)) => Err(of_socket(&error)),
            Some(Ok(Message::Binary(frame))) => Ok(Some(frame.into())),
            Some(Ok(Message::Text(_))) => {
                Err(Error::Protocol(nabij_protocol::Error::Malformed("frame")))
            }
            Some(Ok(_)) => Ok(None),
        }
    }

    pub(super) async fn close(&mut self) {
        // Whoever has gone already need not be told.
        let _ = self.0.close(None).await;
    }
}

/// What a broken socket means: nobody there, or somebody who is not a hub.
fn of_socket(error: &Broken) -> Error {
    match error {
        // A proxy in front of a hub that is down.
        Broken::Http(answer)
            if matches!(
                answer.status(),
                StatusCode::BAD_GATEWAY
                    | StatusCode::SERVICE_UNAVAILABLE
                    | StatusCode::GATEWAY_TIMEOUT
            ) =>
        {
            Error::Offline
        }
        Broken::Http(_) | Broken::HttpFormat(_) | Broken::Utf8(_) | Broken::Capacity(_) => {
            Error::Protocol(nabij_protocol::Error::Malformed("hub"))
        }
        Broken::Protocol(
            ProtocolError::ResetWithoutClosingHandshake | ProtocolError::HandshakeIncomplete,
        ) => Error::Offline,
        Broken::Protocol(_) => Error::Protocol(nabij_protocol::Error::Malformed("hub")),
        _ => Error::Offline,
    }
}

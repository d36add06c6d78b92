//! A WebSocket to the hub with a Noise session in it, and who is at the other end.

use super::address::{TOKEN, hub_address, pin};
use crate::App;
use crate::error::Error;
use crate::open_vault::OpenVault;
use futures_util::{SinkExt as _, StreamExt as _};
use nabij_keys::DeviceKeys;
use nabij_protocol::PROTOCOL_VERSION;
use nabij_protocol::entry::verify;
use nabij_protocol::message::{Hello, MAX_MESSAGE, Message, Welcome, hello_bytes, welcome_bytes};
use nabij_protocol::noise::{Channel, Handshake};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message as Frame;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

const CONNECT_WITHIN: Duration = Duration::from_secs(10);

/// A WebSocket with a Noise session in it.
pub(super) struct Line {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    channel: Channel,
    /// Bytes sent and received in frames.
    moved: (u64, u64),
}

impl Line {
    pub(super) async fn open(vault: &OpenVault) -> Result<Line, Error> {
        let address = hub_address(vault)?.ok_or(Error::Offline)?;
        let url = format!("{}/sync", address.trim_end_matches('/'));
        let config = WebSocketConfig::default()
            .max_message_size(Some(MAX_MESSAGE + (1 << 16)))
            .max_frame_size(Some(MAX_MESSAGE + (1 << 16)));
        let connecting = tokio_tungstenite::connect_async_tls_with_config(
            url,
            Some(config),
            true,
            super::tls::connector(),
        );
        let (mut socket, _) = match timeout(CONNECT_WITHIN, connecting).await {
            Err(_) => return Err(Error::Offline),
            Ok(Err(error)) => return Err(of_socket(&error)),
            Ok(Ok(connected)) => connected,
        };
        let channel = timeout(CONNECT_WITHIN, handshake(&mut socket, &vault.device))
            .await
            .map_err(|_| Error::Protocol(nabij_protocol::Error::Channel))??;
        Ok(Line {
            socket,
            channel,
            moved: (0, 0),
        })
    }

    /// Says who we are and hears who the hub is.
    pub(super) async fn greet(&mut self, app: &App, vault: &OpenVault) -> Result<Welcome, Error> {
        let team = vault.team_view().team.ok_or(Error::NotAMember)?;
        let hash = self.channel.handshake_hash();
        let hello = Hello {
            version: PROTOCOL_VERSION,
            team,
            device: vault.device.card(),
            proof: vault.device.sign(&hello_bytes(&hash)),
            token: vault.store.setting(TOKEN)?,
        };
        self.send(&Message::Hello(hello)).await?;
        let welcome = match self.receive_soon().await? {
            Message::Welcome(welcome) => welcome,
            Message::Refused(refusal) => return Err(Error::HubRefused(refusal)),
            _ => return Err(Error::Protocol(nabij_protocol::Error::OutOfTurn("first"))),
        };
        if welcome.version > PROTOCOL_VERSION {
            return Err(Error::Newer);
        }
        if welcome.noise != self.channel.their_key() {
            return Err(Error::Protocol(nabij_protocol::Error::BadSignature));
        }
        verify(&welcome.signing, &welcome_bytes(&hash), &welcome.proof)?;
        pin(vault, &welcome.signing)?;
        app.sync().report(|view| view.offline = false);
        Ok(welcome)
    }

    /// Hands the hub our request to join.
    pub(super) async fn ask(&mut self, vault: &OpenVault) -> Result<(), Error> {
        let request = crate::joining::open_request(vault)?.ok_or(Error::NotAMember)?;
        self.send(&Message::Join(request)).await?;
        match self.receive_soon().await? {
            Message::Joining => Ok(()),
            Message::Refused(refusal) => Err(Error::HubRefused(refusal)),
            _ => Err(Error::Protocol(nabij_protocol::Error::OutOfTurn("join"))),
        }
    }

    pub(super) async fn send(&mut self, message: &Message) -> Result<(), Error> {
        let sealed = self.channel.seal(&message.encode())?;
        self.moved.0 = self.moved.0.saturating_add(sealed.len() as u64);
        self.socket
            .send(Frame::Binary(sealed.into()))
            .await
            .map_err(|error| of_socket(&error))
    }

    /// How many bytes have gone and come in frames.
    pub(super) fn moved(&self) -> (u64, u64) {
        self.moved
    }

    /// Names this very connection.
    pub(super) fn handshake_hash(&self) -> nabij_protocol::id::Hash {
        self.channel.handshake_hash()
    }

    /// Asks whether the hub is still there.
    pub(super) async fn ping(&mut self) -> Result<(), Error> {
        let ping = Frame::Ping(Vec::new().into());
        self.socket
            .send(ping)
            .await
            .map_err(|error| of_socket(&error))
    }

    async fn receive_soon(&mut self) -> Result<Message, Error> {
        let message = async {
            loop {
                if let Some(message) = self.receive().await? {
                    return Ok(message);
                }
            }
        };
        timeout(CONNECT_WITHIN, message)
            .await
            .map_err(|_| Error::Offline)?
    }

    /// The next sign of life: a message, or none when the hub only asks or says that it is there.
    pub(super) async fn receive(&mut self) -> Result<Option<Message>, Error> {
        match self.socket.next().await {
            None | Some(Ok(Frame::Close(_))) => Err(Error::Offline),
            Some(Err(error)) => Err(of_socket(&error)),
            Some(Ok(Frame::Binary(frame))) => {
                self.moved.1 = self.moved.1.saturating_add(frame.len() as u64);
                Ok(Some(Message::decode(&self.channel.open(&frame)?)?))
            }
            Some(Ok(Frame::Text(_))) => {
                Err(Error::Protocol(nabij_protocol::Error::Malformed("frame")))
            }
            Some(Ok(_)) => Ok(None),
        }
    }

    pub(super) async fn close(&mut self) {
        let _ = timeout(Duration::from_secs(1), self.socket.close(None)).await;
    }
}

async fn handshake(
    socket: &mut WebSocketStream<MaybeTlsStream<TcpStream>>,
    device: &DeviceKeys,
) -> Result<Channel, Error> {
    let mut handshake = Handshake::initiator(device.noise_private())?;
    socket
        .send(Frame::Binary(handshake.write()?.into()))
        .await
        .map_err(|error| of_socket(&error))?;
    match socket.next().await {
        Some(Ok(Frame::Binary(answer))) => handshake.read(&answer)?,
        None | Some(Ok(Frame::Close(_))) => return Err(Error::Offline),
        Some(Err(error)) => return Err(of_socket(&error)),
        Some(Ok(_)) => return Err(Error::Protocol(nabij_protocol::Error::Channel)),
    }
    socket
        .send(Frame::Binary(handshake.write()?.into()))
        .await
        .map_err(|error| of_socket(&error))?;
    Ok(handshake.finish()?)
}

/// What a broken socket means: nobody there, or somebody who is not a hub.
fn of_socket(error: &tokio_tungstenite::tungstenite::Error) -> Error {
    use tokio_tungstenite::tungstenite::Error as Socket;
    match error {
        Socket::Http(_) | Socket::HttpFormat(_) | Socket::Utf8(_) | Socket::Capacity(_) => {
            Error::Protocol(nabij_protocol::Error::Malformed("hub"))
        }
        Socket::Protocol(problem) => match problem {
            tokio_tungstenite::tungstenite::error::ProtocolError::ResetWithoutClosingHandshake
            | tokio_tungstenite::tungstenite::error::ProtocolError::HandshakeIncomplete => {
                Error::Offline
            }
            _ => Error::Protocol(nabij_protocol::Error::Malformed("hub")),
        },
        _ => Error::Offline,
    }
}

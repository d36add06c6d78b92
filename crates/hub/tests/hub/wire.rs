//! A laptop's end of a connection.

use super::laptop::Laptop;
use ed25519_dalek::Signer;
use futures_util::{SinkExt, StreamExt};
use nabij_protocol::entry::verify;
use nabij_protocol::id::{HubId, Signature};
use nabij_protocol::message::{Hello, Message, Refusal, Standing, hello_bytes, welcome_bytes};
use nabij_protocol::noise::{Channel, Handshake};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message as Frame;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

pub type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Wire {
    pub socket: Socket,
    pub channel: Channel,
    pub hub: Option<HubId>,
}

pub async fn socket(hub: SocketAddr) -> Socket {
    tokio_tungstenite::connect_async(format!("ws://{hub}/sync"))
        .await
        .unwrap()
        .0
}

/// The next binary frame; none when the connection is over.
pub async fn frame(socket: &mut Socket) -> Option<Vec<u8>> {
    loop {
        match timeout(PATIENCE, socket.next())
            .await
            .expect("the hub says nothing")?
        {
            Ok(Frame::Binary(bytes)) => return Some(bytes.into()),
            Ok(Frame::Close(_)) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

impl Wire {
    /// The handshake only.
    pub async fn handshake(hub: SocketAddr, noise: &[u8; 32]) -> Wire {
        let mut socket = socket(hub).await;
        let mut handshake = Handshake::initiator(noise).unwrap();
        socket
            .send(Frame::Binary(handshake.write().unwrap().into()))
            .await
            .unwrap();
        handshake.read(&frame(&mut socket).await.unwrap()).unwrap();
        socket
            .send(Frame::Binary(handshake.write().unwrap().into()))
            .await
            .unwrap();
        Wire {
            socket,
            channel: handshake.finish().unwrap(),
            hub: None,
        }
    }

    pub fn hello(&self, laptop: &Laptop) -> Hello {
        let bytes = hello_bytes(&self.channel.handshake_hash());
        Hello {
            version: nabij_protocol::PROTOCOL_VERSION,
            team: laptop.team,
            device: laptop.card(),
            proof: Signature(laptop.signing.sign(&bytes).to_bytes()),
            token: laptop.token.clone(),
        }
    }

    /// Says this hello and checks the answer.
    pub async fn introduce(&mut self, hello: Hello) -> Result<Standing, Refusal> {
        self.send(&Message::Hello(hello)).await;
        match self.receive().await.expect("an answer") {
            Message::Welcome(welcome) => {
                let bytes = welcome_bytes(&self.channel.handshake_hash());
                verify(&welcome.signing, &bytes, &welcome.proof).unwrap();
                assert_eq!(welcome.noise, self.channel.their_key());
                self.hub = Some(HubId::of(&welcome.signing));
                Ok(welcome.standing)
            }
            Message::Refused(refusal) => Err(refusal),
            other => panic!("{other:?}"),
        }
    }

    pub async fn connect(hub: SocketAddr, laptop: &Laptop) -> Result<(Wire, Standing), Refusal> {
        let mut wire = Wire::handshake(hub, &laptop.noise).await;
        let hello = wire.hello(laptop);
        let standing = wire.introduce(hello).await?;
        Ok((wire, standing))
    }

    pub async fn send(&mut self, message: &Message) {
        let frame = self.channel.seal(&message.encode()).unwrap();
        // A connection that the hub has closed shows at the next receive.
        let _ = self.socket.send(Frame::Binary(frame.into())).await;
    }

    pub async fn raw(&mut self, frame: Frame) {
        let _ = self.socket.send(frame).await;
    }

    pub async fn receive(&mut self) -> Option<Message> {
        let frame = frame(&mut self.socket).await?;
        Some(Message::decode(&self.channel.open(&frame).unwrap()).unwrap())
    }

    /// Sends one message and waits for the refusal; what the hub shares meanwhile is left.
    pub async fn refused(&mut self, message: &Message) -> Refusal {
        self.send(message).await;
        loop {
            match self.receive().await {
                Some(Message::Refused(refusal)) => return refusal,
                Some(
                    Message::Hold(_)
                    | Message::Page(_)
                    | Message::Receipt(_)
                    | Message::Confirmed(_),
                ) => {}
                other => panic!("{:?}", other.map(|message| message.name())),
            }
        }
    }

    pub async fn close(mut self) {
        let _ = self.socket.close(None).await;
    }
}

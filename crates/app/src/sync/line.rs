//! A line to the hub with a Noise session in it, whatever carries it, and who is at the other end.

use super::address::{Endpoint, TOKEN, hub_address, pin};
use super::carrier::Carrier;
use super::dial::dial;
use super::poll::Poll;
use super::socket::Socket;
use crate::App;
use crate::error::Error;
use crate::open_vault::OpenVault;
use nabij_keys::DeviceKeys;
use nabij_protocol::entry::verify;
use nabij_protocol::message::{Hello, Message, Welcome, hello_bytes, welcome_bytes};
use nabij_protocol::noise::{Channel, Handshake};
use nabij_protocol::{Error as Broken, PROTOCOL_VERSION};
use std::future::poll_fn;
use std::pin::pin;
use std::task;
use std::time::Duration;
use tokio::time::timeout;

const CONNECT_WITHIN: Duration = Duration::from_secs(10);

/// A carrier with a Noise session in it.
pub(super) struct Line {
    carrier: Carrier,
    channel: Channel,
    /// Bytes sent and received in frames.
    moved: (u64, u64),
}

impl Line {
    /// Connects by WebSocket; where that is refused or cut off, as networks do that let none through, by plain
    /// requests, and then by those for a while.
    pub(super) async fn open(app: &App, vault: &OpenVault) -> Result<Line, Error> {
        let address = hub_address(vault)?.ok_or(Error::Offline)?;
        let (to, room) = (Endpoint::of(&address)?, app.sync());
        if room.takes_detour(&address, app.now()) {
            return Line::by_poll(&to, vault)
                .await
                .inspect_err(|_| room.end_detour());
        }
        let stream = soon(dial(&to)).await?;
        // One that says nothing at all is no network that refuses, but a hub that hangs.
        let cut = match timeout(CONNECT_WITHIN, Socket::open(&to, stream)).await {
            Err(_) => return Err(Error::Offline),
            Ok(Err(cut)) => cut,
            Ok(Ok(socket)) => {
                let carrier = Carrier::Socket(Box::new(socket));
                match timeout(CONNECT_WITHIN, Line::over(carrier, vault)).await {
                    // Open, and nothing comes through; or closed before the first word.
                    Err(_) => Error::Protocol(Broken::Channel),
                    Ok(Err(Error::Offline)) => Error::Offline,
                    // Whoever says something else is no network in between.
                    Ok(met) => return met,
                }
            }
        };
        // What the first way met says more about a hub that is none than what the second meets.
        let line = Line::by_poll(&to, vault).await.map_err(|_| cut)?;
        room.begin_detour(address, app.now());
        Ok(line)
    }

    async fn by_poll(to: &Endpoint, vault: &OpenVault) -> Result<Line, Error> {
        let poll = soon(async { Poll::open(to, dial(to).await?).await }).await?;
        timeout(CONNECT_WITHIN, Line::over(Carrier::Poll(poll), vault))
            .await
            .map_err(|_| Error::Protocol(Broken::Channel))?
    }

    async fn over(mut carrier: Carrier, vault: &OpenVault) -> Result<Line, Error> {
        let channel = handshake(&mut carrier, &vault.device).await?;
        Ok(Line {
            carrier,
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
            _ => return Err(Error::Protocol(Broken::OutOfTurn("first"))),
        };
        if welcome.version > PROTOCOL_VERSION {
            return Err(Error::Newer);
        }
        if welcome.noise != self.channel.their_key() {
            return Err(Error::Protocol(Broken::BadSignature));
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
            _ => Err(Error::Protocol(Broken::OutOfTurn("join"))),
        }
    }

    pub(super) async fn send(&mut self, message: &Message) -> Result<(), Error> {
        let sealed = self.channel.seal(&message.encode())?;
        self.moved.0 = self.moved.0.saturating_add(sealed.len() as u64);
        self.carrier.send(sealed).await
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
        self.carrier.ping().await
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
        let Some(frame) = self.carrier.receive().await? else {
            return Ok(None);
        };
        self.moved.1 = self.moved.1.saturating_add(frame.len() as u64);
        Ok(Some(Message::decode(&self.channel.open(&frame)?)?))
    }

    /// A message that is here already.
    pub(super) async fn receive_now(&mut self) -> Result<Option<Message>, Error> {
        let mut next = pin!(self.receive());
        poll_fn(|context| match next.as_mut().poll(context) {
            task::Poll::Ready(message) => task::Poll::Ready(message),
            task::Poll::Pending => task::Poll::Ready(Ok(None)),
        })
        .await
    }

    pub(super) async fn close(&mut self) {
        self.carrier.close().await;
    }
}

/// In the time that connecting may take.
async fn soon<T>(connecting: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    timeout(CONNECT_WITHIN, connecting)
        .await
        .map_err(|_| Error::Offline)?
}

async fn handshake(carrier: &mut Carrier, device: &DeviceKeys) -> Result<Channel, Error> {
    let mut handshake = Handshake::initiator(device.noise_private())?;
    carrier.send(handshake.write()?).await?;
    let answer = loop {
        if let Some(answer) = carrier.receive().await? {
            break answer;
        }
    };
    handshake.read(&answer)?;
    carrier.send(handshake.write()?).await?;
    Ok(handshake.finish()?)
}

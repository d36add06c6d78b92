//! One connection to the hub: the WebSocket, the Noise session in it, and what the protocol asks for.

use super::address::{hub_address, pin};
use super::room::Heads;
use crate::App;
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::OpenVault;
use crate::receive::take_in_page;
use crate::topics::words;
use futures_util::{SinkExt as _, StreamExt as _};
use nabij_keys::DeviceKeys;
use nabij_protocol::PROTOCOL_VERSION;
use nabij_protocol::entry::verify;
use nabij_protocol::id::{Millis, SigningPublic};
use nabij_protocol::message::{
    Hello, MAX_MESSAGE, Message, Refusal, Standing, Welcome, hello_bytes, welcome_bytes,
};
use nabij_protocol::noise::{Channel, Handshake};
use nabij_protocol::receipt::{Receipt, Statement};
use nabij_protocol::session::{Effect, Session, Side};
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message as Frame;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

const CONNECT_WITHIN: Duration = Duration::from_secs(10);
/// A hub that says nothing for so long, not even to a ping, is taken for gone.
const SILENCE: Duration = Duration::from_secs(20);
/// From this distance on, a clock is said to be off.
const SKEW_SECONDS: i64 = 300;

/// How long to stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Until {
    /// Until everything has gone both ways.
    CaughtUp,
    /// Until asked to leave.
    Left,
}

/// How a connection ended without an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// Everything has gone both ways.
    CaughtUp,
    /// Asked to leave.
    Left,
    /// The request to join is at the hub; nobody has admitted this laptop yet.
    Waiting,
}

/// Connects and shares. The error says whether the hub had been met.
pub(super) async fn connect(
    app: &App,
    vault: &Arc<OpenVault>,
    until: Until,
) -> Result<Ended, (bool, Error)> {
    let mut met = false;
    let result = share(app, vault, until, &mut met).await;
    result.map_err(|error| (met, error))
}

async fn share(
    app: &App,
    vault: &Arc<OpenVault>,
    until: Until,
    met: &mut bool,
) -> Result<Ended, Error> {
    let reconnect = app.sync().reconnector();
    let mut line = tokio::select! {
        line = Line::open(vault) => line?,
        () = reconnect.notified() => return Ok(Ended::Left),
    };
    let welcome = line.greet(app, vault).await?;
    *met = true;
    note_skew(app, welcome.now);
    let joined = match welcome.standing {
        Standing::Member | Standing::Founder => true,
        Standing::Waiting => false,
        Standing::Stranger => {
            line.ask(vault).await?;
            false
        }
    };
    if !joined {
        line.close().await;
        return Ok(Ended::Waiting);
    }
    let grown = app.sync().listen();
    let mut talk = Talk::new(app, vault, line, welcome.signing)?;
    let ended = tokio::select! {
        ended = talk.go_on(until, grown) => ended,
        () = reconnect.notified() => Ok(Ended::Left),
    };
    if let Err(Error::Protocol(_)) = &ended {
        let _ = talk.line.send(&Message::Refused(Refusal::Garbled)).await;
    }
    talk.line.close().await;
    ended
}

fn note_skew(app: &App, hub: Millis) {
    let seconds = app.now().saturating_sub(hub.0) / 1000;
    app.sync().report(|view| {
        view.skew_seconds = (seconds.abs() > SKEW_SECONDS).then_some(seconds);
    });
}

/// A WebSocket with a Noise session in it.
struct Line {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    channel: Channel,
}

impl Line {
    async fn open(vault: &OpenVault) -> Result<Line, Error> {
        let address = hub_address(vault)?.ok_or(Error::Offline)?;
        let url = format!("{}/sync", address.trim_end_matches('/'));
        let config = WebSocketConfig::default()
            .max_message_size(Some(MAX_MESSAGE + (1 << 16)))
            .max_frame_size(Some(MAX_MESSAGE + (1 << 16)));
        let connecting =
            tokio_tungstenite::connect_async_tls_with_config(url, Some(config), true, super::tls::connector());
        let (mut socket, _) = match timeout(CONNECT_WITHIN, connecting).await {
            Err(_) => return Err(Error::Offline),
            Ok(Err(error)) => return Err(of_socket(&error)),
            Ok(Ok(connected)) => connected,
        };
        let channel = timeout(CONNECT_WITHIN, handshake(&mut socket, &vault.device))
            .await
            .map_err(|_| Error::Protocol(nabij_protocol::Error::Channel))??;
        Ok(Line { socket, channel })
    }

    /// Says who we are and hears who the hub is.
    async fn greet(&mut self, app: &App, vault: &OpenVault) -> Result<Welcome, Error> {
        let team = vault.standing().team.ok_or(Error::NotAMember)?;
        let hash = self.channel.handshake_hash();
        let hello = Hello {
            version: PROTOCOL_VERSION,
            team,
            device: vault.device.card(),
            proof: vault.device.sign(&hello_bytes(&hash)),
            token: vault.store.setting(super::address::TOKEN)?,
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
        app.sync().report(|view| {
            view.offline = false;
            view.failure = None;
        });
        Ok(welcome)
    }

    /// Hands the hub our request to join.
    async fn ask(&mut self, vault: &OpenVault) -> Result<(), Error> {
        let request = crate::team::open_request(vault)?.ok_or(Error::NotAMember)?;
        self.send(&Message::Join(request)).await?;
        match self.receive_soon().await? {
            Message::Joining => Ok(()),
            Message::Refused(refusal) => Err(Error::HubRefused(refusal)),
            _ => Err(Error::Protocol(nabij_protocol::Error::OutOfTurn("join"))),
        }
    }

    async fn send(&mut self, message: &Message) -> Result<(), Error> {
        let sealed = self.channel.seal(&message.encode())?;
        self.socket.send(Frame::Binary(sealed.into())).await.map_err(|error| of_socket(&error))
    }

    async fn receive_soon(&mut self) -> Result<Message, Error> {
        timeout(CONNECT_WITHIN, self.receive()).await.map_err(|_| Error::Offline)?
    }

    async fn receive(&mut self) -> Result<Message, Error> {
        loop {
            match self.socket.next().await {
                None | Some(Ok(Frame::Close(_))) => return Err(Error::Offline),
                Some(Err(error)) => return Err(of_socket(&error)),
                Some(Ok(Frame::Binary(frame))) => {
                    return Ok(Message::decode(&self.channel.open(&frame)?)?);
                }
                Some(Ok(Frame::Text(_))) => {
                    return Err(Error::Protocol(nabij_protocol::Error::Malformed("frame")));
                }
                Some(Ok(_)) => {}
            }
        }
    }

    async fn close(&mut self) {
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

/// A session over a line.
struct Talk<'a> {
    app: &'a App,
    vault: &'a Arc<OpenVault>,
    line: Line,
    hub: SigningPublic,
    session: Session,
    caught_up: bool,
    total: u64,
}

impl<'a> Talk<'a> {
    fn new(
        app: &'a App,
        vault: &'a Arc<OpenVault>,
        line: Line,
        hub: SigningPublic,
    ) -> Result<Talk<'a>, Error> {
        let session = Session::new(Side::Laptop, vault.store.vectors()?, None);
        Ok(Talk { app, vault, line, hub, session, caught_up: false, total: 0 })
    }

    async fn go_on(
        &mut self,
        until: Until,
        mut grown: tokio::sync::mpsc::UnboundedReceiver<Heads>,
    ) -> Result<Ended, Error> {
        let unreceipted = self.vault.store.scopes_without_receipt(&self.hub)?;
        self.keep_order();
        let effects = self.session.open(&unreceipted);
        self.perform(effects).await?;
        let mut silent = false;
        loop {
            if self.finished()? && until == Until::CaughtUp {
                return Ok(Ended::CaughtUp);
            }
            tokio::select! {
                message = timeout(SILENCE, self.line.receive()) => match message {
                    Ok(message) => {
                        silent = false;
                        self.hear(message?).await?;
                    }
                    Err(_) if silent || until == Until::CaughtUp => return Err(Error::Offline),
                    Err(_) => {
                        silent = true;
                        let ping = Frame::Ping(Vec::new().into());
                        self.line.socket.send(ping).await.map_err(|error| of_socket(&error))?;
                    }
                },
                Some(heads) = grown.recv() => {
                    self.caught_up = false;
                    self.keep_order();
                    let effects = self.session.grown(&heads);
                    self.perform(effects).await?;
                }
            }
            self.report();
        }
    }

    /// Whether everything has gone both ways and the hub has signed for it.
    fn finished(&mut self) -> Result<bool, Error> {
        // Who wants to join was told before the hub's first answer, so being caught up includes that.
        let done = self.caught_up && !self.vault.store.waiting_to_share()?.any();
        let room = self.app.sync();
        if self.caught_up && !done && self.session.resting().next().is_some() {
            return Err(Error::HubRefused(Refusal::NotAllowed));
        }
        if done && !room.view().caught_up {
            room.end_round(|view| {
                view.caught_up = true;
                view.done = 0;
                view.total = 0;
            });
            self.total = 0;
            self.app.announce(["sync"], &Origin::default());
        }
        Ok(done)
    }

    fn report(&mut self) {
        let left = self.session.outgoing().saturating_add(self.session.incoming());
        self.total = if left == 0 { 0 } else { self.total.max(left) };
        let total = self.total;
        let room = self.app.sync();
        let before = room.view();
        let done = total.saturating_sub(left);
        if (before.done, before.total) != (done, total) {
            room.report(|view| (view.done, view.total) = (done, total));
            self.app.announce(["sync"], &Origin::default());
        }
    }

    async fn hear(&mut self, message: Message) -> Result<(), Error> {
        match message {
            // Stored nothing of that page, to its knowledge; the session tries the rest and comes back to it.
            Message::Refused(Refusal::NotAllowed) => {
                let effects = self.session.declined();
                self.perform(effects).await
            }
            Message::Refused(refusal) => Err(Error::HubRefused(refusal)),
            Message::Joiners(requests) => {
                if crate::team::admit(self.app, self.vault, &requests)? > 0 {
                    self.caught_up = false;
                }
                Ok(())
            }
            message => {
                let effects = self.session.receive(message)?;
                self.perform(effects).await
            }
        }
    }

    async fn perform(&mut self, effects: Vec<Effect>) -> Result<(), Error> {
        let mut effects: VecDeque<Effect> = effects.into();
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Send(message) => self.line.send(&message).await?,
                Effect::Store(runs) => {
                    let received = take_in_page(self.app, self.vault, runs)?;
                    if received.new > 0 {
                        crate::spaces::upkeep(self.app)?;
                        self.keep_order();
                    }
                    effects.extend(self.session.stored(&received.heads));
                }
                Effect::Fetch(wanted) => {
                    let run = self.vault.store.run(
                        &wanted.scope,
                        &wanted.log,
                        wanted.after,
                        wanted.up_to,
                        wanted.bytes,
                    )?;
                    effects.extend(self.session.fetched(run));
                }
                Effect::Acknowledge(stored) => {
                    let receipt = self.sign_receipt(stored)?;
                    self.line.send(&Message::Receipt(receipt)).await?;
                }
                Effect::KeepReceipt(receipt) => self.keep_receipt(&receipt)?,
                Effect::CaughtUp => self.caught_up = true,
            }
        }
        Ok(())
    }

    /// Whoever introduces a laptop goes before it.
    fn keep_order(&mut self) {
        let standing = self.vault.standing();
        self.session.set_order(standing.roster.introductions());
    }

    fn sign_receipt(
        &self,
        stored: Vec<(nabij_protocol::id::Scope, nabij_protocol::vector::Vector)>,
    ) -> Result<Receipt, Error> {
        let team = self.vault.standing().team.ok_or(Error::NotAMember)?;
        let signer = self.vault.device.card().signing;
        let statement = Statement { team, signer, at: Millis(self.app.now()), stored };
        let signature = self.vault.device.sign(&statement.signed_bytes());
        Ok(Receipt { statement, signature })
    }

    /// Only the hub that we speak to can say what it has stored.
    fn keep_receipt(&self, receipt: &Receipt) -> Result<(), Error> {
        receipt.check()?;
        let team = self.vault.standing().team;
        if receipt.statement.signer != self.hub || Some(receipt.statement.team) != team {
            return Err(Error::Protocol(nabij_protocol::Error::BadSignature));
        }
        let topics = self.vault.store.keep_receipt(receipt)?;
        let mut topics = words(&topics);
        topics.insert("sync".to_owned());
        self.app.announce(topics, &Origin::default());
        Ok(())
    }
}

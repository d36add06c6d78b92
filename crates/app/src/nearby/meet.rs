//! Listening for laptops nearby, connecting to them, and staying in conversation.

use super::discover::Discovery;
use super::line::{Line, frames};
use super::{greet, port};
use crate::App;
use crate::error::Error;
use crate::open_vault::OpenVault;
use crate::sync::{Conversation, Heads, Peer};
use nabij_protocol::id::SigningPublic;
use nabij_protocol::message::{Message, Refusal};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::timeout;

/// How long connecting and greeting may take.
const GREET_WITHIN: Duration = Duration::from_secs(10);
/// How long a laptop may say nothing before it is taken for gone and met anew.
const SILENCE: Duration = Duration::from_secs(60);
/// How often to look whether it is still on, and for the vault.
const LOOK: Duration = Duration::from_secs(1);

/// How long to stay in conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stay {
    /// Until everything has gone both ways.
    UntilCaughtUp,
    /// Until one of the two leaves.
    UntilLeft,
}

/// Shares with laptops nearby whenever a person has switched it on. Never ends.
pub(crate) async fn keep(app: &App) {
    loop {
        let wanted = app.vault_if_open().and_then(|vault| {
            let port = port(&vault).ok().flatten()?;
            vault.team_view().team?;
            Some((vault, port))
        });
        if let Some((vault, port)) = wanted {
            listen(app, &vault, port).await;
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// Until it is switched off, the port changes, or the vault closes.
async fn listen(app: &App, vault: &Arc<OpenVault>, port: u16) {
    let listener = TcpListener::bind((Ipv4Addr::UNSPECIFIED, port)).await;
    app.nearby().lock().port_taken = listener.is_err();
    let Ok(listener) = listener else { return };
    let mut discovery = Discovery::start(vault, port);
    // Tasks end with this set: closing the vault waits for nobody nearby.
    let mut meetings = tokio::task::JoinSet::new();
    let weak = Arc::downgrade(vault);
    let mut look = tokio::time::interval(LOOK);
    loop {
        tokio::select! {
            came = listener.accept() => {
                if let (Ok((stream, _)), Some(vault)) = (came, weak.upgrade()) {
                    let app = app.clone();
                    meetings.spawn(async move { receive(&app, &vault, stream).await });
                }
            }
            Some((device, address)) = found(&mut discovery) => {
                // One of the two connects: who has the smaller id.
                if let Some(vault) = weak.upgrade()
                    && vault.device_id() < device
                    && !app.nearby().is_connected(&device)
                {
                    let app = app.clone();
                    meetings.spawn(async move {
                        dial(&app, &vault, address, Stay::UntilLeft).await
                    });
                }
            }
            Some(_) = meetings.join_next() => {}
            _ = look.tick() => {
                let same = app.vault_if_open().is_some_and(|open| {
                    Arc::ptr_eq(&open, vault) && super::port(&open).ok().flatten() == Some(port)
                });
                if !same {
                    return;
                }
            }
        }
    }
}

async fn found(
    discovery: &mut Option<Discovery>,
) -> Option<(nabij_protocol::id::DeviceId, SocketAddr)> {
    match discovery {
        Some(discovery) => discovery.found.recv().await,
        None => std::future::pending().await,
    }
}

/// Connects to a laptop and shares with it.
pub(super) async fn dial(
    app: &App,
    vault: &Arc<OpenVault>,
    address: SocketAddr,
    stay: Stay,
) -> Result<(), Error> {
    let greeted = timeout(GREET_WITHIN, async {
        let stream = TcpStream::connect(address)
            .await
            .map_err(|_| Error::Offline)?;
        greet::greet(vault, frames(stream)).await
    });
    let (line, laptop) = greeted.await.map_err(|_| Error::Offline)??;
    let salt = line.channel.handshake_hash();
    let grown = app.sync().listen();
    let (conversation, first) = Conversation::begin(app, vault, Peer::Laptop(laptop), salt)?;
    converse(app, laptop, line, conversation, first, grown, stay).await
}

/// Answers a laptop that connected.
async fn receive(app: &App, vault: &Arc<OpenVault>, stream: TcpStream) -> Result<(), Error> {
    let greeted = timeout(
        GREET_WITHIN,
        greet::answer(vault, frames(stream), app.now()),
    );
    let (line, laptop) = greeted.await.map_err(|_| Error::Offline)??;
    let salt = line.channel.handshake_hash();
    let grown = app.sync().listen();
    let conversation = Conversation::answer(app, vault, laptop, salt)?;
    let first = Vec::new();
    converse(
        app,
        laptop,
        line,
        conversation,
        first,
        grown,
        Stay::UntilLeft,
    )
    .await
}

/// Counts a connection for as long as it lives.
struct Connected<'a>(&'a App, SigningPublic);

impl Drop for Connected<'_> {
    fn drop(&mut self) {
        self.0.nearby().change(self.0, &self.1, |met| {
            met.connections = met.connections.saturating_sub(1);
        });
    }
}

async fn converse(
    app: &App,
    laptop: SigningPublic,
    mut line: Line,
    mut conversation: Conversation,
    first: Vec<Message>,
    mut grown: UnboundedReceiver<Heads>,
    stay: Stay,
) -> Result<(), Error> {
    app.nearby()
        .change(app, &laptop, |met| met.connections += 1);
    let _connected = Connected(app, laptop);
    for message in first {
        line.send(&message).await?;
    }
    loop {
        if conversation.caught_up() {
            let now = app.now();
            app.nearby()
                .change(app, &laptop, |met| met.shared_at = Some(now));
            if stay == Stay::UntilCaughtUp {
                return Ok(());
            }
        }
        let answers = tokio::select! {
            message = timeout(SILENCE, line.receive()) => match message {
                Ok(message) => conversation.hear_all(vec![message?]),
                Err(_) if stay == Stay::UntilCaughtUp => return Err(Error::Offline),
                Err(_) => Ok(Vec::new()),
            },
            Some(heads) = grown.recv() => conversation.grown(&heads),
        };
        match answers {
            Ok(answers) => {
                for message in answers {
                    line.send(&message).await?;
                }
            }
            Err(error) => {
                if matches!(error, Error::Protocol(_)) {
                    line.send(&Message::Refused(Refusal::Garbled)).await?;
                }
                return Err(error);
            }
        }
    }
}

//! One connection to the hub, from the greeting to the goodbye.

use super::conversation::Peer;
use super::line::Line;
use super::room::Event;
use super::talk::Talk;
use crate::App;
use crate::error::Error;
use crate::open_vault::OpenVault;
use nabij_protocol::id::Millis;
use nabij_protocol::message::{Message, Refusal, Standing};
use std::sync::Arc;

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
    let reconnector = app.sync().reconnector();
    // Only the thread that stays is asked to leave; a wish from before it ran is none for who shares once.
    let leave = || async {
        match until {
            Until::Left => reconnector.notified().await,
            Until::CaughtUp => std::future::pending().await,
        }
    };
    let mut line = tokio::select! {
        line = Line::open(app, vault) => line?,
        () = leave() => return Ok(Ended::Left),
    };
    let welcome = tokio::select! {
        welcome = line.greet(app, vault) => welcome?,
        () = leave() => return Ok(Ended::Left),
    };
    *met = true;
    app.sync().tell(app.now(), Event::Met);
    note_skew(app, welcome.now);
    let joined = match welcome.standing {
        Standing::Member => {
            // An admission token has done its work; it is not sent again.
            vault.store.set_setting(super::address::TOKEN, None)?;
            true
        }
        Standing::Founder => true,
        Standing::Waiting => false,
        Standing::Stranger => {
            tokio::select! {
                asked = line.ask(vault) => asked?,
                () = leave() => return Ok(Ended::Left),
            }
            false
        }
    };
    if !joined {
        line.close().await;
        return Ok(Ended::Waiting);
    }
    let grown = app.sync().listen();
    let mut talk = Talk::new(app, vault, line, Peer::Hub(welcome.signing))?;
    let ended = tokio::select! {
        ended = talk.go_on(until, grown) => ended,
        () = leave() => Ok(Ended::Left),
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

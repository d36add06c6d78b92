//! One laptop's connection, from its first byte to its last.

mod greeting;
mod line;
mod served;
mod socket;

pub(crate) use line::{Heard, Line, SENDING, Said};
pub(crate) use socket::line as over_socket;

use crate::conversation::Conversation;
use crate::shared::Shared;
use nabij_protocol::Error;
use nabij_protocol::id::{DeviceId, TeamId};
use nabij_protocol::message::Refusal;
use served::Served;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::{Instant, MissedTickBehavior, interval_at, timeout};

/// How long a newcomer may take for handshake and hello.
const GREETING: Duration = Duration::from_secs(10);
/// How often the hub asks whether the other side is still there.
const PING: Duration = Duration::from_secs(25);
/// How long the other side may be silent.
const SILENCE: Duration = Duration::from_secs(60);

/// Why a connection is over.
#[derive(Debug)]
pub(crate) enum End {
    /// The other side went away, was silent too long, or does not read what it asked for.
    Gone,
    /// The other side has been told this (where there was a channel to tell it on).
    Refused(Refusal),
    /// It was admitted to the team: it is to connect again as a member.
    Admitted,
    /// The hub stops.
    Stopping,
}

impl End {
    /// WebSocket close code and reason.
    fn close(&self) -> (u16, &'static str) {
        match self {
            End::Gone => (1000, ""),
            End::Refused(_) => (1008, "refused"),
            End::Admitted => (1012, "admitted: connect again"),
            End::Stopping => (1001, "the hub stops"),
        }
    }
}

impl From<Error> for End {
    fn from(_: Error) -> Self {
        End::Refused(Refusal::Garbled)
    }
}

/// Serves a connection until it ends, on its seat.
pub(crate) async fn serve(shared: Arc<Shared>, mut line: Line, seat: OwnedSemaphorePermit) {
    let id = shared.next_connection();
    let mut stopping = shared.stopping.subscribe();
    let end = tokio::select! {
        end = run(&shared, &mut line, id) => end,
        // A stop waits for nothing that is on its way: what is kept is kept, what is not comes again.
        _ = stopping.wait_for(|stopping| *stopping) => End::Stopping,
    };
    match &end {
        End::Refused(refusal) => {
            shared.metrics.refused(*refusal);
            tracing::info!(connection = id, ?refusal, "refused");
        }
        end => tracing::info!(connection = id, ?end, "connection over"),
    }
    let (code, reason) = end.close();
    line.close(code, reason).await;
    drop(seat);
}

async fn run(shared: &Arc<Shared>, line: &mut Line, id: u64) -> End {
    let greeted = match timeout(GREETING, greeting::greet(shared, line)).await {
        Ok(Ok(greeted)) => greeted,
        Ok(Err(end)) => return end,
        Err(_) => return End::Gone,
    };
    shared.metrics.connected();
    tracing::info!(
        connection = id,
        team = %short(&greeted.hello.team),
        device = %short_device(&greeted.hello.device.id()),
        standing = ?greeted.standing,
        "connected"
    );
    let mut notices = greeted.notices;
    let conversation = Conversation::new(greeted.hello, id, greeted.session);
    let mut served = Served::new(shared, line, greeted.channel, conversation);
    if let Err(end) = served.start(greeted.standing, greeted.roster).await {
        return end;
    }
    let mut ping = interval_at(Instant::now() + PING, PING);
    ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let done = tokio::select! {
            frame = served.line.frame() => match frame {
                Ok(frame) => served.frame(&frame).await,
                Err(end) => Err(served.tell(end)),
            },
            notice = notices.recv() => served.notice(notice).await,
            _ = ping.tick() => served.line.ping(SILENCE),
        };
        if let Err(end) = done {
            return end;
        }
    }
}

/// Enough of an id to follow it through a log.
pub(crate) fn short(team: &TeamId) -> String {
    team.to_string().chars().take(8).collect()
}

fn short_device(device: &DeviceId) -> String {
    device.to_string().chars().take(8).collect()
}

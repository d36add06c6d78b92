//! The first messages: who is there, proven on both sides.

use super::End;
use super::line::Line;
use crate::keeper::Greeted as Judged;
use crate::keeper::Notice;
use crate::shared::Shared;
use nabij_protocol::PROTOCOL_VERSION;
use nabij_protocol::entry::verify;
use nabij_protocol::message::{
    Hello, Message, Refusal, Standing, Welcome, hello_bytes, welcome_bytes,
};
use nabij_protocol::noise::{Channel, Handshake};
use nabij_protocol::roster::Roster;
use nabij_protocol::session::{Session, Side};
use std::sync::Arc;
use tokio::sync::broadcast;

/// A laptop that has proven who it is and has been told how it stands.
pub(super) struct Greeted {
    pub(super) channel: Channel,
    pub(super) hello: Hello,
    pub(super) standing: Standing,
    pub(super) roster: Arc<Roster>,
    /// For those who may have one.
    pub(super) session: Option<Session>,
    pub(super) notices: broadcast::Receiver<Arc<Notice>>,
}

/// Handshake, hello and welcome.
///
/// # Errors
/// How the connection ended instead; a refusal has been sent where there was a channel for it.
pub(super) async fn greet(shared: &Arc<Shared>, line: &mut Line) -> Result<Greeted, End> {
    let mut handshake = Handshake::responder(shared.identity().noise_private())?;
    handshake.read(&line.frame().await?)?;
    line.send(handshake.write()?)?;
    handshake.read(&line.frame().await?)?;
    let mut channel = handshake.finish()?;
    match introduce(shared, line, &mut channel).await {
        Ok((hello, judged)) => {
            let welcome = welcome(shared, &channel, judged.standing);
            send(line, &mut channel, &Message::Welcome(welcome))?;
            let session =
                matches!(judged.standing, Standing::Member | Standing::Founder).then(|| {
                    let salt = channel.handshake_hash();
                    Session::new(Side::Hub, salt, judged.held, Some(judged.visible))
                });
            Ok(Greeted {
                channel,
                hello,
                standing: judged.standing,
                roster: judged.roster,
                session,
                notices: judged.notices,
            })
        }
        Err(End::Refused(refusal)) => {
            send(line, &mut channel, &Message::Refused(refusal))?;
            Err(End::Refused(refusal))
        }
        Err(end) => Err(end),
    }
}

/// Seals a message and queues it.
///
/// # Errors
/// [`End::Gone`] when the other side does not read.
pub(super) fn send(line: &mut Line, channel: &mut Channel, message: &Message) -> Result<(), End> {
    line.send(channel.seal(&message.encode())?)
}

async fn introduce(
    shared: &Arc<Shared>,
    line: &mut Line,
    channel: &mut Channel,
) -> Result<(Hello, Judged), End> {
    let bytes = channel.open(&line.frame().await?)?;
    let Message::Hello(hello) = Message::decode(&bytes)? else {
        return Err(End::Refused(Refusal::Garbled));
    };
    if hello.version != PROTOCOL_VERSION {
        return Err(End::Refused(Refusal::Version));
    }
    // The same laptop must hold both keys of its card: the Noise key shown here, and the key that signs
    // this very handshake.
    let proof = verify(
        &hello.device.signing,
        &hello_bytes(&channel.handshake_hash()),
        &hello.proof,
    );
    if channel.their_key() != hello.device.noise || proof.is_err() {
        return Err(End::Refused(Refusal::BadProof));
    }
    let (asked, now) = (hello.clone(), shared.now());
    let judged = shared
        .keep(move |keeper| keeper.greet(&asked, now))
        .await
        .map_err(|denied| {
            if let crate::error::Denied::Fault(fault) = &denied {
                tracing::error!(%fault, "a laptop could not be greeted");
            }
            End::Refused(denied.refusal())
        })?;
    Ok((hello, judged))
}

fn welcome(shared: &Shared, channel: &Channel, standing: Standing) -> Welcome {
    let identity = shared.identity();
    Welcome {
        version: PROTOCOL_VERSION,
        signing: identity.signing_public(),
        noise: identity.noise_public(),
        proof: identity.sign(&welcome_bytes(&channel.handshake_hash())),
        now: shared.now(),
        standing,
    }
}

//! Two laptops prove to each other who they are: by their device keys, against the roster.

use super::line::{Frames, Line, frame, send_frame};
use crate::error::Error;
use crate::open_vault::OpenVault;
use nabij_protocol::PROTOCOL_VERSION;
use nabij_protocol::entry::verify;
use nabij_protocol::id::{DeviceId, Millis, SigningPublic};
use nabij_protocol::message::{
    Hello, Message, Refusal, Standing, Welcome, hello_bytes, welcome_bytes,
};
use nabij_protocol::noise::Handshake;

/// The side that connects. Answers whose laptop it met.
pub(super) async fn greet(
    vault: &OpenVault,
    mut frames: Frames,
) -> Result<(Line, SigningPublic), Error> {
    let mut handshake = Handshake::initiator(vault.device.noise_private())?;
    send_frame(&mut frames, handshake.write()?).await?;
    handshake.read(&frame(&mut frames).await?)?;
    send_frame(&mut frames, handshake.write()?).await?;
    let channel = handshake.finish()?;
    let mut line = Line { frames, channel };
    let hash = line.channel.handshake_hash();
    let team = vault.team_view().team.ok_or(Error::NotAMember)?;
    line.send(&Message::Hello(Hello {
        version: PROTOCOL_VERSION,
        team,
        device: vault.device.card(),
        proof: vault.device.sign(&hello_bytes(&hash)),
        token: None,
    }))
    .await?;
    let welcome = match line.receive().await? {
        Message::Welcome(welcome) => welcome,
        Message::Refused(refusal) => return Err(Error::HubRefused(refusal)),
        _ => return Err(Error::Protocol(nabij_protocol::Error::OutOfTurn("first"))),
    };
    verify(&welcome.signing, &welcome_bytes(&hash), &welcome.proof)?;
    let known = vault
        .team_view()
        .roster
        .device(&DeviceId::of(&welcome.signing));
    let proven = line.channel.their_key();
    match known {
        Some(device) if device.card.noise == proven && welcome.noise == proven => {
            Ok((line, welcome.signing))
        }
        // Not a laptop of this team, as far as is known here.
        _ => Err(Error::HubRefused(Refusal::NotAllowed)),
    }
}

/// The side that was connected to. Answers whose laptop came.
pub(super) async fn answer(
    vault: &OpenVault,
    mut frames: Frames,
    now: i64,
) -> Result<(Line, SigningPublic), Error> {
    let mut handshake = Handshake::responder(vault.device.noise_private())?;
    handshake.read(&frame(&mut frames).await?)?;
    send_frame(&mut frames, handshake.write()?).await?;
    handshake.read(&frame(&mut frames).await?)?;
    let channel = handshake.finish()?;
    let mut line = Line { frames, channel };
    let Message::Hello(hello) = line.receive().await? else {
        return Err(Error::Protocol(nabij_protocol::Error::OutOfTurn("first")));
    };
    if let Err(refusal) = judge(vault, &line, &hello) {
        line.send(&Message::Refused(refusal)).await?;
        return Err(Error::HubRefused(refusal));
    }
    let hash = line.channel.handshake_hash();
    let card = vault.device.card();
    line.send(&Message::Welcome(Welcome {
        version: PROTOCOL_VERSION,
        signing: card.signing,
        noise: card.noise,
        proof: vault.device.sign(&welcome_bytes(&hash)),
        now: Millis(now),
        standing: Standing::Member,
    }))
    .await?;
    Ok((line, hello.device.signing))
}

fn judge(vault: &OpenVault, line: &Line, hello: &Hello) -> Result<(), Refusal> {
    if hello.version != PROTOCOL_VERSION {
        return Err(Refusal::Version);
    }
    let standing = vault.team_view();
    if standing.team != Some(hello.team) {
        return Err(Refusal::UnknownTeam);
    }
    let proof = hello_bytes(&line.channel.handshake_hash());
    if line.channel.their_key() != hello.device.noise
        || verify(&hello.device.signing, &proof, &hello.proof).is_err()
    {
        return Err(Refusal::BadProof);
    }
    let id = hello.device.id();
    match standing.roster.device(&id) {
        Some(known) if known.card == hello.device => Ok(()),
        Some(_) => Err(Refusal::BadProof),
        None if standing.roster.known_device(&id).is_some() => Err(Refusal::PutOut),
        None => Err(Refusal::NotAllowed),
    }
}

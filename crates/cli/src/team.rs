//! `init`, `invite` and `join`.

use crate::arguments::{Init, Invite, Join};
use crate::error::Error;
use crate::exit;
use crate::laptop::{Laptop, Status, Team};
use crate::sync::ending;
use crate::voice::{Voice, time};
use serde_json::{Value, json};

/// Makes the vault and founds a team. A hub that cannot be reached is no error: this laptop works alone
/// until it can.
///
/// # Errors
/// No passphrase, or the core's failure.
pub fn init(laptop: &Laptop, voice: Voice, asked: &Init) -> Result<u8, Error> {
    let made = laptop.unlock_or_create(voice)?;
    let request = json!({
        "teamName": asked.team,
        "name": asked.name,
        "role": asked.role.at_the_door(),
        "hub": asked.hub,
    });
    let founded = laptop.ask("found_team", request);
    if founded.is_err() && made {
        voice.aside(&voice.language.vault_made());
    }
    founded?;
    let status = laptop.share()?;
    let answer = json!({"team": asked.team, "state": status.state});
    voice.answer(&answer, |language| language.founded(&asked.team))?;
    say_how_it_is(voice, &status);
    Ok(match &status.failure {
        Some(failure) => exit::of(failure.code),
        None => exit::DONE,
    })
}

/// Makes an invitation.
///
/// # Errors
/// The core's failure.
pub fn invite(laptop: &Laptop, voice: Voice, asked: &Invite) -> Result<u8, Error> {
    laptop.unlock(voice)?;
    let request = json!({"role": asked.role.at_the_door()});
    let invitation = laptop.ask("invite_colleague", request)?;
    let code = invitation
        .get("invitation")
        .and_then(Value::as_str)
        .ok_or(Error::StrangeAnswer)?;
    voice.answer(&invitation, |_| code.to_owned())?;
    let until = invitation
        .get("expiresAt")
        .and_then(Value::as_i64)
        .unwrap_or_default();
    voice.aside(&voice.language.invited(time(until)));
    if invitation.get("hubKnows") == Some(&Value::Bool(false)) {
        voice.aside(&voice.language.invitation_not_shared());
    }
    Ok(exit::DONE)
}

/// Makes the vault and answers an invitation. Waits for nobody; ends well only when the hub took the
/// request.
///
/// # Errors
/// No passphrase, or the core's failure.
pub fn join(laptop: &Laptop, voice: Voice, asked: &Join) -> Result<u8, Error> {
    let made = laptop.unlock_or_create(voice)?;
    let joined = laptop.read::<Team>(
        "join_team",
        json!({"invitation": asked.invitation, "name": asked.name}),
    );
    if joined.is_err() && made {
        voice.aside(&voice.language.vault_made());
    }
    let team = joined?;
    let member = team.standing == "member";
    voice.answer(&json!({"standing": team.standing}), |language| {
        if member {
            language.joined(&team.team_name)
        } else {
            language.join_waits()
        }
    })?;
    let status: Status = laptop.read("sync_status", json!({}))?;
    if member || (status.failure.is_none() && !status.offline) {
        return Ok(exit::DONE);
    }
    say_how_it_is(voice, &status);
    Ok(ending(&status))
}

fn say_how_it_is(voice: Voice, status: &Status) {
    match &status.failure {
        Some(failure) => voice.complain(&Error::Failure(failure.clone())),
        None => voice.aside(&crate::words::status::say(voice.language, status)),
    }
}

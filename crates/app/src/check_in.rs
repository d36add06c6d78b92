//! Working alone: an optional timer on this laptop that asks, rings, and at last tells chosen colleagues.
//!
//! The timer lies in this vault only, and one at a time: what it was is gone as soon as all is well. Nothing
//! is written to a log unless a check-in is missed, and then only when it was due and who is to know.

use crate::App;
use crate::differences::Names;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::open_vault::{OpenVault, TeamStanding};
use crate::write::{Write, new_id, write};
use nabij_domain::missed_check_in::{self, MissedCheckInEdit, NewMissedCheckIn};
use nabij_domain::{Id, Millis};
use nabij_protocol::id::MemberId;
use nabij_protocol::record::SpaceKind;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use ts_rs::TS;

/// Asks this long before the time that was agreed.
const ASKS_BEFORE: i64 = 5 * 60_000;
/// Tells colleagues this long after it.
const MISSED_AFTER: i64 = 10 * 60_000;
/// The longest that one works alone without a word.
const LONGEST: i64 = 24 * 60 * 60_000;
/// How often the thread beside the sync looks at the clock.
const LOOK: Duration = Duration::from_secs(15);

/// The setting that holds the timer.
const TIMER: &str = "check_in";
/// The setting that offers the timer at all.
const OFFERED: &str = "check_in_offered";

/// The timer as it is kept.
#[derive(Serialize, Deserialize)]
struct Timer {
    /// The document that is written if it comes to that: so that it is written once, whoever looks.
    missed: String,
    place: Option<String>,
    until: i64,
    colleagues: Vec<String>,
}

/// How the timer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CheckInState {
    /// There is none.
    None,
    /// It runs.
    Running,
    /// It asks whether all is well.
    Asks,
    /// The time has come: it rings.
    Rings,
    /// Nobody answered; the chosen colleagues are told.
    Missed,
}

/// The timer.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckIn {
    /// Whether it is offered on this laptop.
    pub offered: bool,
    /// How it stands.
    pub state: CheckInState,
    /// Where the coach said to be. Never leaves this laptop.
    pub place: Option<String>,
    /// Until when; milliseconds since 1970.
    pub until: Option<i64>,
    /// Minutes until then, rounded up; below zero when it has passed.
    #[ts(type = "number")]
    pub minutes: i64,
    /// Who is told when it is missed, by name.
    pub colleagues: Vec<String>,
}

/// Offers the timer on this laptop, or takes it off the screen.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OfferCheckIn {
    /// Whether.
    pub offered: bool,
}

/// Starts the timer.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StartCheckIn {
    /// Where the coach will be, in words that stay on this laptop.
    #[serde(default)]
    pub place: Option<String>,
    /// Until when; milliseconds since 1970, within a day.
    pub until: i64,
    /// Members who are told when the check-in is missed; at least one.
    pub colleagues: Vec<String>,
}

/// Moves the time that was agreed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExtendCheckIn {
    /// Until when; milliseconds since 1970, within a day.
    pub until: i64,
}

pub(crate) fn offer_check_in(
    app: &App,
    request: OfferCheckIn,
    origin: &Origin,
) -> Result<CheckIn, Error> {
    let vault = app.vault()?;
    let standing = vault.standing();
    // Who is waited for says first that all is well.
    if !request.offered && timer(&vault)?.is_some() {
        return Err(Error::NotAllowed);
    }
    let value = request.offered.then_some("1");
    vault.store.set_setting(OFFERED, value)?;
    drop(standing);
    app.announce(["checkIn"], origin);
    read_check_in(app, Empty {}, origin)
}

pub(crate) fn read_check_in(app: &App, _: Empty, _: &Origin) -> Result<CheckIn, Error> {
    let vault = app.vault()?;
    // A full disk must not keep the timer from ringing.
    if let Err(error) = look(app, &vault) {
        tracing::warn!(%error, "a missed check-in could not be written");
    }
    let offered = vault.store.setting(OFFERED)?.is_some();
    let Some(timer) = timer(&vault)? else {
        return Ok(CheckIn {
            offered,
            state: CheckInState::None,
            place: None,
            until: None,
            minutes: 0,
            colleagues: Vec::new(),
        });
    };
    let now = app.now();
    let is_missed = missed_document(&vault, &timer)?.is_some();
    let state = match timer.until.saturating_sub(now) {
        _ if is_missed => CheckInState::Missed,
        left if left <= 0 => CheckInState::Rings,
        left if left <= ASKS_BEFORE => CheckInState::Asks,
        _ => CheckInState::Running,
    };
    let names = Names::of(&vault)?;
    let colleagues = timer.colleagues.iter().flat_map(|member| member.parse());
    Ok(CheckIn {
        offered,
        state,
        minutes: minutes(timer.until.saturating_sub(now)),
        until: Some(timer.until),
        colleagues: colleagues.map(|member| names.name(&member)).collect(),
        place: timer.place,
    })
}

pub(crate) fn start_check_in(
    app: &App,
    request: StartCheckIn,
    origin: &Origin,
) -> Result<CheckIn, Error> {
    let vault = app.vault()?;
    let standing = vault.standing();
    let (_, me) = standing.membership()?;
    check_until(app, request.until)?;
    let chosen = |member: &String| {
        let member: Result<MemberId, _> = member.parse();
        member.is_ok_and(|member| member != me && standing.roster.member(&member).is_some())
    };
    if request.colleagues.is_empty() || !request.colleagues.iter().all(chosen) {
        return Err(Error::Invalid("colleagues"));
    }
    if timer(&vault)?.is_some() {
        return Err(Error::AlreadyExists);
    }
    let place = request.place.map(|place| place.trim().to_owned());
    keep(
        &vault,
        &Timer {
            missed: new_id().to_string(),
            place: place.filter(|place| !place.is_empty()),
            until: request.until,
            colleagues: request.colleagues,
        },
    )?;
    drop(standing);
    app.announce(["checkIn"], origin);
    read_check_in(app, Empty {}, origin)
}

pub(crate) fn check_in(app: &App, _: Empty, origin: &Origin) -> Result<CheckIn, Error> {
    let vault = app.vault()?;
    let mut standing = vault.standing();
    if let Some(timer) = timer(&vault)? {
        tell_all_is_well(app, &vault, &mut standing, &timer, origin)?;
        vault.store.set_setting(TIMER, None)?;
    }
    drop(standing);
    app.announce(["checkIn"], origin);
    read_check_in(app, Empty {}, origin)
}

pub(crate) fn extend_check_in(
    app: &App,
    request: ExtendCheckIn,
    origin: &Origin,
) -> Result<CheckIn, Error> {
    let vault = app.vault()?;
    let mut standing = vault.standing();
    check_until(app, request.until)?;
    let mut timer = timer(&vault)?.ok_or(Error::NotFound)?;
    if tell_all_is_well(app, &vault, &mut standing, &timer, origin)? {
        // Colleagues were told already: that is over, and this is another time.
        timer.missed = new_id().to_string();
    }
    timer.until = request.until;
    keep(&vault, &timer)?;
    drop(standing);
    app.announce(["checkIn"], origin);
    read_check_in(app, Empty {}, origin)
}

/// Looks at the clock for as long as the thread beside the sync runs, with or without a window.
pub(crate) async fn keep_watch(app: &App) {
    loop {
        tokio::time::sleep(LOOK).await;
        if let Some(vault) = app.vault_if_open()
            && let Err(error) = look(app, &vault)
        {
            tracing::warn!(%error, "a missed check-in could not be written");
        }
    }
}

/// Writes down that the check-in was missed, once: also when that is noticed much later.
pub(crate) fn look(app: &App, vault: &OpenVault) -> Result<(), Error> {
    // Who holds the standing may write, so nobody else writes the same meanwhile.
    let mut standing = vault.standing();
    let Some(timer) = timer(vault)? else {
        return Ok(());
    };
    if app.now() < timer.until.saturating_add(MISSED_AFTER) {
        return Ok(());
    }
    if let Some(missed) = missed_document(vault, &timer)? {
        // Cut off between telling that all is well and forgetting the timer.
        if missed.ended_at.is_some() {
            vault.store.set_setting(TIMER, None)?;
        }
        return Ok(());
    }
    let (_, me) = standing.membership()?;
    let space = standing.common_space(SpaceKind::Street)?;
    let new = NewMissedCheckIn {
        due: Millis(timer.until),
        colleagues: timer.colleagues.iter().flat_map(|id| id.parse()).collect(),
    };
    let (_, change) = missed_check_in::create(&vault.author(me), new, Millis(app.now()))?;
    let writes = vec![Write::change(space, timer.missed.parse()?, change)];
    let origin = Origin::default();
    write(app, vault, &mut standing, writes, &origin)?;
    app.announce(["checkIn"], &origin);
    Ok(())
}

/// Ends the missed check-in of this timer, if colleagues were told. Answers whether they were.
fn tell_all_is_well(
    app: &App,
    vault: &OpenVault,
    standing: &mut TeamStanding,
    timer: &Timer,
    origin: &Origin,
) -> Result<bool, Error> {
    let id: Id = timer.missed.parse()?;
    let Some((space, mut document)) = vault.store.document(id)? else {
        return Ok(false);
    };
    let (_, me) = standing.membership()?;
    let now = Millis(app.now());
    let edit = MissedCheckInEdit {
        ended_at: Some(Some(now)),
    };
    let base = document.version();
    let change = missed_check_in::edit(&mut document, &base, edit, &vault.author(me), now)?;
    if let Some(change) = change {
        let writes = vec![Write::change(space, id, change)];
        write(app, vault, standing, writes, origin)?;
    }
    Ok(true)
}

fn missed_document(
    vault: &OpenVault,
    timer: &Timer,
) -> Result<Option<missed_check_in::MissedCheckIn>, Error> {
    let document = vault.store.document(timer.missed.parse()?)?;
    Ok(document
        .map(|(_, document)| missed_check_in::read(&document))
        .transpose()?)
}

fn timer(vault: &OpenVault) -> Result<Option<Timer>, Error> {
    let kept = vault.store.setting(TIMER)?;
    let timer = kept.map(|kept| serde_json::from_str(&kept)).transpose();
    timer.map_err(|_| Error::Damaged)
}

fn keep(vault: &OpenVault, timer: &Timer) -> Result<(), Error> {
    let kept = serde_json::to_string(timer)?;
    Ok(vault.store.set_setting(TIMER, Some(&kept))?)
}

fn check_until(app: &App, until: i64) -> Result<(), Error> {
    let left = until.saturating_sub(app.now());
    if left <= 0 || left > LONGEST {
        return Err(Error::Invalid("until"));
    }
    Ok(())
}

/// Minutes, rounded up.
fn minutes(millis: i64) -> i64 {
    millis.div_euclid(60_000) + i64::from(millis.rem_euclid(60_000) > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_rounded_up() {
        let given = [60_001, 60_000, 1, 0, -1, -60_000, -60_001];
        assert_eq!(given.map(minutes), [2, 1, 1, 0, 0, -1, -1]);
    }

    #[test]
    fn what_is_kept_stays_as_it_is() {
        let timer = Timer {
            missed: "01".repeat(16),
            place: Some("Griftpark".to_owned()),
            until: 1_795_000_000_000,
            colleagues: vec!["02".repeat(16)],
        };
        assert_eq!(
            serde_json::to_string(&timer).unwrap(),
            concat!(
                r#"{"missed":"01010101010101010101010101010101","place":"Griftpark","#,
                r#""until":1795000000000,"colleagues":["02020202020202020202020202020202"]}"#
            )
        );
    }
}

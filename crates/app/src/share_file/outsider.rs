//! Whether the laptop that made a file is in the team: by what is known here, or by what the file itself brings.

use crate::error::Error;
use crate::open_vault::OpenVault;
use nabij_protocol::entry::{Content, Place, Run};
use nabij_protocol::id::{DeviceId, Hash, LogId, MemberId, SigningPublic, TeamId};
use nabij_protocol::roster::{Roster, founder_of};
use std::collections::BTreeMap;

/// Whose laptop it is; none if it may not speak for anybody. `brought`: the team's records that the file brings,
/// which count as far as they continue what is here and are signed as they must be.
pub(super) fn member_of(
    vault: &OpenVault,
    team: TeamId,
    signer: &SigningPublic,
    brought: Vec<Run>,
) -> Result<Option<MemberId>, Error> {
    let device = DeviceId::of(signer);
    if let Some(known) = vault.team_view().roster.device(&device) {
        return Ok(Some(known.member));
    }
    let mut records = vault.store.records()?;
    let mut roster = evaluate(team, &records);
    let mut heads: BTreeMap<LogId, (u64, Hash)> = BTreeMap::new();
    for mut run in brought {
        let (held, hash) = match heads.get(&run.log) {
            Some(head) => *head,
            None => vault.store.head(&run.scope, &run.log)?,
        };
        if run.last() <= held || run.after > held {
            continue;
        }
        let known = usize::try_from(held.saturating_sub(run.after)).unwrap_or(usize::MAX);
        run.contents.drain(..known.min(run.contents.len()));
        run.after = held;
        if roster.known_device(&run.log.device).is_none() {
            roster = evaluate(team, &records);
        }
        let card = roster.known_device(&run.log.device).copied();
        let Some(card) = card.or_else(|| founder_of(&team, &run)) else {
            continue;
        };
        let log = run.log;
        let Ok(entries) = run.check(team, hash, &card.signing) else {
            continue;
        };
        for (place, hash, content) in entries {
            heads.insert(log, (place.number, hash));
            if let Content::Record(bytes) = content {
                records.push((place, bytes));
            }
        }
    }
    let roster = evaluate(team, &records);
    Ok(roster.device(&device).map(|device| device.member))
}

fn evaluate(team: TeamId, records: &[(Place, Vec<u8>)]) -> Roster {
    Roster::evaluate(
        team,
        records
            .iter()
            .map(|(place, bytes)| (*place, bytes.as_slice())),
    )
}

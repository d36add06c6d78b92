//! Opening spaces, sharing them, and keeping every holder's keys complete.

use crate::App;
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::{OpenVault, TeamStanding};
use crate::random::random;
use crate::write::{Write, write};
use nabij_keys::{EnvelopeContext, EpochKey, system_rng};
use nabij_protocol::id::{EpochId, MemberId, SpaceId, TeamId};
use nabij_protocol::record::{Envelope, RecordKind, SpaceKind};
use nabij_protocol::roster::Space;
use std::collections::BTreeSet;

/// Plans a space that this laptop opens, with its first epoch key, for `holders` (its opener is one anyway).
/// `keys` are the holders' member keys.
pub(crate) fn open_space(
    vault: &OpenVault,
    standing: &mut TeamStanding,
    kind: SpaceKind,
    team: TeamId,
    me: MemberId,
    others: &[MemberId],
) -> Result<(SpaceId, Vec<Write>), Error> {
    let salt = random();
    let space = SpaceId::opened(&team, &vault.device_id(), &salt);
    let key = EpochKey::generate(&mut system_rng());
    let mut envelopes = vec![envelope(
        &key,
        team,
        space,
        me,
        &vault.member_keys.public(),
    )?];
    for member in others {
        let public = member_key(standing, member)?;
        envelopes.push(envelope(&key, team, space, *member, &public)?);
    }
    let epoch = key.id();
    standing.keyring.add(&vault.store, space, key)?;
    let mut writes = vec![Write::space(space, RecordKind::OpenSpace { salt, kind })];
    writes.extend(others.iter().map(|member| {
        Write::space(
            space,
            RecordKind::Grant {
                member: *member,
                life: 1,
                cuts: Vec::new(),
            },
        )
    }));
    writes.push(Write::space(
        space,
        RecordKind::Epoch {
            epoch,
            generation: 1,
            parents: Vec::new(),
            envelopes,
        },
    ));
    Ok((space, writes))
}

/// Plans to let `member` hold a space that this laptop holds: a grant, and the newest epoch key, which opens
/// all history.
pub(crate) fn grant(
    standing: &TeamStanding,
    space: SpaceId,
    member: MemberId,
    public: &[u8],
) -> Result<Vec<Write>, Error> {
    let team = standing.team.ok_or(Error::NotAMember)?;
    let known = standing.roster.space(&space).ok_or(Error::NotFound)?;
    if known.holders.contains(&member) {
        return Ok(Vec::new());
    }
    let life = match known.granted.get(&member).copied().unwrap_or(0) {
        life if life % 2 == 0 => life.saturating_add(1),
        life => life,
    };
    let key = standing
        .keyring
        .newest(&standing.roster, &space)
        .ok_or(Error::Unexpected("no epoch key for this space"))?;
    let envelopes = vec![envelope(&key, team, space, member, public)?];
    Ok(vec![
        Write::space(
            space,
            RecordKind::Grant {
                member,
                life,
                cuts: Vec::new(),
            },
        ),
        more_envelopes(known, key.id(), envelopes),
    ])
}

/// Completes what others could not: holders without an envelope of the newest key get one, and a space whose
/// newest key is known to somebody who left gets a new key. Grants nothing that the roster does not grant.
pub(crate) fn upkeep(app: &App) -> Result<(), Error> {
    let Some(vault) = app.vault_if_open() else {
        return Ok(());
    };
    let mut standing = vault.standing();
    let Ok((team, me)) = standing.membership() else {
        return Ok(());
    };
    let held: Vec<Space> = standing
        .roster
        .spaces()
        .filter(|space| space.holders.contains(&me))
        .cloned()
        .collect();
    let mut writes = Vec::new();
    for space in &held {
        writes.extend(upkeep_of(&vault, &mut standing, space, team)?);
    }
    if writes.is_empty() {
        return Ok(());
    }
    write(app, &vault, &mut standing, writes, &Origin::default())
}

fn upkeep_of(
    vault: &OpenVault,
    standing: &mut TeamStanding,
    space: &Space,
    team: TeamId,
) -> Result<Vec<Write>, Error> {
    let Some(newest) = space.winning_epoch() else {
        // A space without any key is one whose opening has not come whole yet.
        return if space.epochs.is_empty() {
            Ok(Vec::new())
        } else {
            new_epoch(vault, standing, space, team)
        };
    };
    let Some(key) = standing.keyring.get(&newest) else {
        return Ok(Vec::new());
    };
    let served: BTreeSet<MemberId> = space
        .epochs
        .get(&newest)
        .map(|epoch| epoch.envelopes.keys().copied().collect())
        .unwrap_or_default();
    let mut envelopes = Vec::new();
    for member in space.holders.difference(&served) {
        let public = member_key(standing, member)?;
        envelopes.push(envelope(&key, team, space.id, *member, &public)?);
    }
    if envelopes.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![more_envelopes(space, newest, envelopes)])
}

fn new_epoch(
    vault: &OpenVault,
    standing: &mut TeamStanding,
    space: &Space,
    team: TeamId,
) -> Result<Vec<Write>, Error> {
    let rng = &mut system_rng();
    let key = EpochKey::generate(rng);
    let mut parents = Vec::new();
    for id in space.epochs.keys() {
        if let Some(parent) = standing.keyring.get(id) {
            parents.push(key.seal_parent(team, space.id, &parent, rng)?);
        }
    }
    if parents.len() < space.epochs.len() {
        // Somebody who has all keys will do it; a key that opens less than all history must not win.
        return Ok(Vec::new());
    }
    let mut envelopes = Vec::new();
    for member in &space.holders {
        let public = member_key(standing, member)?;
        envelopes.push(envelope(&key, team, space.id, *member, &public)?);
    }
    let generation = space
        .epochs
        .values()
        .map(|epoch| epoch.generation)
        .max()
        .unwrap_or(0)
        .saturating_add(1);
    let epoch = key.id();
    standing.keyring.add(&vault.store, space.id, key)?;
    Ok(vec![Write::space(
        space.id,
        RecordKind::Epoch {
            epoch,
            generation,
            parents,
            envelopes,
        },
    )])
}

fn more_envelopes(space: &Space, epoch: EpochId, envelopes: Vec<Envelope>) -> Write {
    let (generation, parents) = space
        .epochs
        .get(&epoch)
        .map(|known| (known.generation, known.parents.clone()))
        .unwrap_or((1, Vec::new()));
    Write::space(
        space.id,
        RecordKind::Epoch {
            epoch,
            generation,
            parents,
            envelopes,
        },
    )
}

fn member_key(standing: &TeamStanding, member: &MemberId) -> Result<Vec<u8>, Error> {
    standing
        .roster
        .member(member)
        .map(|member| member.key.clone())
        .ok_or(Error::NotFound)
}

fn envelope(
    key: &EpochKey,
    team: TeamId,
    space: SpaceId,
    member: MemberId,
    public: &[u8],
) -> Result<Envelope, Error> {
    let context = EnvelopeContext {
        team,
        space,
        epoch: key.id(),
        member,
    };
    let sealed = key.seal_for(public, &context, &mut system_rng())?;
    Ok(Envelope { member, sealed })
}

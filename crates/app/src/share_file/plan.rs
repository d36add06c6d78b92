//! What goes into a share file, and for whom.

use crate::error::Error;
use crate::open_vault::{OpenVault, TeamView};
use nabij_protocol::id::{DeviceId, LogId, MemberId, Scope, TeamId};
use nabij_protocol::vector::Vectors;
use std::collections::{BTreeMap, BTreeSet};

/// What goes into a share file.
pub(super) struct Plan {
    pub(super) team: TeamId,
    pub(super) readers: Vec<Reader>,
    /// In the order in which they are taken in: what gives a right before what needs it.
    pub(super) parcels: Vec<Parcel>,
    /// What this laptop holds: nothing that comes later goes along.
    pub(super) held: Vectors,
}

/// Somebody for whom a file is.
pub(super) struct Reader {
    pub(super) member: MemberId,
    pub(super) key: Vec<u8>,
    /// What they may have.
    pub(super) scopes: BTreeSet<Scope>,
    /// What each of their laptops is known to hold.
    laptops: Vec<(DeviceId, Vectors)>,
}

/// What the same readers may read: under one key.
pub(super) struct Parcel {
    /// Which of [`Plan::readers`].
    pub(super) readers: Vec<usize>,
    pub(super) stretches: Vec<Stretch>,
}

/// Entries of one log.
pub(super) struct Stretch {
    pub(super) scope: Scope,
    pub(super) log: LogId,
    /// The number before the first.
    pub(super) after: u64,
    /// The number of the last.
    pub(super) up_to: u64,
}

impl Plan {
    /// For this colleague, or for all but oneself. `all_history`: also what they are known to have.
    pub(super) fn of(
        vault: &OpenVault,
        to: Option<MemberId>,
        all_history: bool,
    ) -> Result<Plan, Error> {
        let standing = vault.team_view();
        let (team, me) = standing.membership()?;
        let readers = readers(vault, &standing, me, to)?;
        if readers.is_empty() {
            return Err(Error::NotFound);
        }
        let order: BTreeMap<DeviceId, usize> = standing
            .roster
            .introductions()
            .iter()
            .enumerate()
            .map(|(at, device)| (*device, at))
            .collect();
        drop(standing);
        let held = vault.store.vectors()?;
        let parcels = together(&readers, &held)
            .into_iter()
            .map(|(of, scopes)| Parcel {
                stretches: stretches(&readers, &of, &scopes, &held, &order, all_history),
                readers: of,
            })
            .filter(|parcel| !parcel.stretches.is_empty());
        let mut parcels: Vec<Parcel> = parcels.collect();
        parcels.sort_by_key(|parcel| parcel.stretches.first().map(|first| first.scope));
        Ok(Plan {
            team,
            readers,
            parcels,
            held,
        })
    }

    /// How many entries go into the file.
    pub(super) fn entries(&self) -> u64 {
        self.parcels
            .iter()
            .flat_map(|parcel| &parcel.stretches)
            .map(|stretch| stretch.up_to.saturating_sub(stretch.after))
            .sum()
    }
}

fn readers(
    vault: &OpenVault,
    standing: &TeamView,
    me: MemberId,
    to: Option<MemberId>,
) -> Result<Vec<Reader>, Error> {
    let mut readers = Vec::new();
    for member in standing.roster.members() {
        if member.id == me || to.is_some_and(|to| to != member.id) {
            continue;
        }
        let mut laptops = Vec::new();
        for device in standing.roster.devices_of(&member.id) {
            let confirmed = vault.store.confirmed_by(&device.card.signing)?;
            laptops.push((device.card.id(), confirmed));
        }
        readers.push(Reader {
            member: member.id,
            key: member.key.clone(),
            scopes: standing.roster.scopes_of(&member.id),
            laptops,
        });
    }
    Ok(readers)
}

/// Scopes by who may read them.
fn together(readers: &[Reader], held: &Vectors) -> BTreeMap<Vec<usize>, Vec<Scope>> {
    let mut together: BTreeMap<Vec<usize>, Vec<Scope>> = BTreeMap::new();
    for scope in held.0.keys() {
        let of: Vec<usize> = readers
            .iter()
            .enumerate()
            .filter(|(_, reader)| reader.scopes.contains(scope))
            .map(|(at, _)| at)
            .collect();
        if !of.is_empty() {
            together.entry(of).or_default().push(*scope);
        }
    }
    together
}

/// What one of these readers may lack of these scopes.
fn stretches(
    readers: &[Reader],
    of: &[usize],
    scopes: &[Scope],
    held: &Vectors,
    order: &BTreeMap<DeviceId, usize>,
    all_history: bool,
) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    for scope in scopes {
        for (log, up_to) in held.0.get(scope).into_iter().flat_map(|logs| &logs.0) {
            let of = of.iter().filter_map(|at| readers.get(*at));
            let known = of.map(|reader| reader.has(scope, log, *up_to)).min();
            let after = if all_history { 0 } else { known.unwrap_or(0) };
            if after < *up_to {
                stretches.push(Stretch {
                    scope: *scope,
                    log: *log,
                    after,
                    up_to: *up_to,
                });
            }
        }
    }
    // Whoever introduces a laptop comes before it.
    let place = |stretch: &Stretch| order.get(&stretch.log.device).copied();
    stretches.sort_by_key(|stretch| {
        let place = place(stretch).unwrap_or(usize::MAX);
        (stretch.scope, place, stretch.log)
    });
    stretches
}

impl Reader {
    /// Up to which number all laptops of this colleague are known to have a log of which `held` is here. A laptop
    /// has what it wrote itself.
    fn has(&self, scope: &Scope, log: &LogId, held: u64) -> u64 {
        let of = |(device, confirmed): &(DeviceId, Vectors)| {
            if *device == log.device {
                held
            } else {
                confirmed.of(scope, log).min(held)
            }
        };
        self.laptops.iter().map(of).min().unwrap_or(0)
    }
}

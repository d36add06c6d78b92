//! The epoch keys that this member can open.

use crate::error::Error;
use nabij_keys::{EnvelopeContext, EpochKey, MemberKeys};
use nabij_protocol::id::{EpochId, MemberId, SpaceId, TeamId};
use nabij_protocol::roster::{Roster, Space};
use nabij_store::Store;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Epoch keys by name. Kept in the vault once opened, because opening an envelope costs a thousand times more.
#[derive(Default)]
pub(crate) struct Keyring {
    keys: BTreeMap<EpochId, Arc<EpochKey>>,
    /// Keys of spaces that are being opened and are not in the roster yet.
    newest: BTreeMap<SpaceId, EpochId>,
}

impl Keyring {
    pub(crate) fn get(&self, epoch: &EpochId) -> Option<Arc<EpochKey>> {
        self.keys.get(epoch).cloned()
    }

    /// The key under which new documents of the space are sealed.
    pub(crate) fn newest(&self, roster: &Roster, space: &SpaceId) -> Option<Arc<EpochKey>> {
        let Some(known) = roster.space(space) else {
            return self.get(self.newest.get(space)?);
        };
        // Not simply the newest: a holder who states one without giving it to the others must not silence them.
        known
            .epochs
            .iter()
            .filter(|(_, epoch)| {
                epoch
                    .envelopes
                    .keys()
                    .all(|member| known.holders.contains(member))
            })
            .filter_map(|(id, epoch)| Some(((epoch.generation, *id), self.get(id)?)))
            .max_by_key(|(order, _)| *order)
            .map(|(_, key)| key)
    }

    /// Adds a key made here for a space that the roster will know after the next write.
    pub(crate) fn add(
        &mut self,
        store: &Store,
        space: SpaceId,
        key: EpochKey,
    ) -> Result<Arc<EpochKey>, Error> {
        store.keep_secrets(&[(&secret_name(&key.id()), &key.to_secret_bytes())])?;
        self.newest.insert(space, key.id());
        let key = Arc::new(key);
        self.keys.insert(key.id(), Arc::clone(&key));
        Ok(key)
    }

    /// Opens what the roster holds for `me` and is not open yet. An envelope that cannot be opened is left:
    /// another holder can make a better one, and what lies under its key waits.
    pub(crate) fn fill(
        &mut self,
        store: &Store,
        roster: &Roster,
        team: TeamId,
        me: MemberId,
        member_keys: &MemberKeys,
    ) -> Result<(), Error> {
        let mut opened = Vec::new();
        for space in roster.spaces() {
            self.fill_space(store, space, team, me, member_keys, &mut opened)?;
        }
        // All in one write: a new laptop opens hundreds, and each write waits for the disk.
        self.keep(store, &opened)
    }

    fn fill_space(
        &mut self,
        store: &Store,
        space: &Space,
        team: TeamId,
        me: MemberId,
        member_keys: &MemberKeys,
        opened: &mut Vec<Arc<EpochKey>>,
    ) -> Result<(), Error> {
        let mut here: BTreeMap<EpochId, Arc<EpochKey>> = BTreeMap::new();
        for (id, epoch) in &space.epochs {
            if self.keys.contains_key(id) {
                continue;
            }
            if let Some(bytes) = store.secret(&secret_name(id))? {
                self.keys
                    .insert(*id, Arc::new(EpochKey::from_secret_bytes(&bytes)?));
                continue;
            }
            let context = EnvelopeContext {
                team,
                space: space.id,
                epoch: *id,
                member: me,
            };
            let found = epoch
                .envelopes
                .get(&me)
                .into_iter()
                .flatten()
                .find_map(|sealed| EpochKey::open_envelope(member_keys, &context, sealed).ok());
            here.extend(found.map(|key| (key.id(), Arc::new(key))));
        }
        // The newest key opens all history: follow the parents until nothing new opens.
        loop {
            let mut found = Vec::new();
            for (id, epoch) in &space.epochs {
                let Some(key) = self.keys.get(id).or_else(|| here.get(id)) else {
                    continue;
                };
                for parent in &epoch.parents {
                    if !self.keys.contains_key(&parent.epoch)
                        && !here.contains_key(&parent.epoch)
                        && let Ok(opened) = key.open_parent(team, space.id, parent)
                    {
                        found.push(opened);
                    }
                }
            }
            if found.is_empty() {
                break;
            }
            here.extend(found.into_iter().map(|key| (key.id(), Arc::new(key))));
        }
        opened.extend(here.into_values());
        Ok(())
    }

    /// On the disk first, then in memory.
    fn keep(&mut self, store: &Store, opened: &[Arc<EpochKey>]) -> Result<(), Error> {
        let named: Vec<_> = opened
            .iter()
            .map(|key| (secret_name(&key.id()), key.to_secret_bytes()))
            .collect();
        let secrets: Vec<(&str, &[u8])> = named
            .iter()
            .map(|(name, bytes)| (name.as_str(), &bytes[..]))
            .collect();
        if !secrets.is_empty() {
            store.keep_secrets(&secrets)?;
        }
        self.keys
            .extend(opened.iter().map(|key| (key.id(), Arc::clone(key))));
        Ok(())
    }
}

fn secret_name(epoch: &EpochId) -> String {
    format!("epoch:{epoch}")
}

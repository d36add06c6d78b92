//! What a replica holds: per scope and log, the last number. Logs have no holes.

use crate::entry::encode;
use crate::id::{Hash, LogId, Scope};
use minicbor::{Decode, Encode};
use std::collections::BTreeMap;

/// The last number held of each log in one scope.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Vector(#[n(0)] pub BTreeMap<LogId, u64>);

impl Vector {
    /// The last number held of `log`; zero for none.
    pub fn of(&self, log: &LogId) -> u64 {
        self.0.get(log).copied().unwrap_or(0)
    }

    /// Notes that `log` is held up to `number`; never goes back. Zero leaves no trace, so that equal
    /// holdings have equal digests.
    pub fn raise(&mut self, log: LogId, number: u64) {
        if number == 0 {
            return;
        }
        let held = self.0.entry(log).or_insert(0);
        *held = (*held).max(number);
    }

    /// Eight bytes that name exactly this holding of `scope`, to compare two replicas cheaply. `salt` is new
    /// in each session, so that two holdings that happen to look alike do so once only, and nobody can
    /// prepare such a pair.
    pub fn short_digest(&self, salt: &Hash, scope: &Scope) -> [u8; 8] {
        let hash = Hash::derive("nabij 2026 vector digest", &encode(&(salt, scope, self)));
        let mut short = [0; 8];
        for (to, from) in short.iter_mut().zip(hash.0) {
            *to = from;
        }
        short
    }
}

/// The vectors of all scopes that a replica holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vectors(pub BTreeMap<Scope, Vector>);

impl Vectors {
    /// The last number held of `log` in `scope`; zero for none.
    pub fn of(&self, scope: &Scope, log: &LogId) -> u64 {
        self.0.get(scope).map_or(0, |vector| vector.of(log))
    }

    /// One name for exactly this holding; none when nothing is held.
    pub fn root(&self) -> Option<Hash> {
        (!self.0.is_empty()).then(|| Hash::derive("nabij 2026 vectors root", &encode(&self.0)))
    }

    /// One name for the scopes in it; none when nothing is held.
    pub fn names(&self) -> Option<Hash> {
        let scopes: Vec<&Scope> = self.0.keys().collect();
        (!scopes.is_empty()).then(|| Hash::derive("nabij 2026 vectors names", &encode(&scopes)))
    }

    /// What of it lies in scopes for which `keep` holds, without empty ones.
    pub fn filtered(&self, keep: impl Fn(&Scope) -> bool) -> Vectors {
        Vectors(
            self.0
                .iter()
                .filter(|(scope, vector)| keep(scope) && !vector.0.is_empty())
                .map(|(scope, vector)| (*scope, vector.clone()))
                .collect(),
        )
    }

    /// Notes that `log` in `scope` is held up to `number`; never goes back.
    pub fn raise(&mut self, scope: Scope, log: LogId, number: u64) {
        self.0.entry(scope).or_default().raise(log, number);
    }
}

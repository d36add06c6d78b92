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

    /// A short name for exactly this holding, to compare two replicas cheaply.
    pub fn digest(&self) -> Hash {
        Hash::derive("nabij 2026 vector digest", &encode(self))
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

    /// Notes that `log` in `scope` is held up to `number`; never goes back.
    pub fn raise(&mut self, scope: Scope, log: LogId, number: u64) {
        self.0.entry(scope).or_default().raise(log, number);
    }
}

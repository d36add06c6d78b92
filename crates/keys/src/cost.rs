//! How much work one try of a passphrase takes.

use crate::Error;
use core::time::Duration;

/// The cost of Argon2id for one try. Kept in the key file, so that it can differ per laptop and rise later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes. More than one gains nothing here: they run one after another.
    pub lanes: u32,
}

impl Cost {
    /// The most memory that a key file may ask for, in KiB: one GiB.
    pub const MOST_MEMORY_KIB: u32 = 1 << 20;
    /// The most passes that a key file may ask for.
    pub const MOST_PASSES: u32 = 16;
    /// The most lanes that a key file may ask for.
    pub const MOST_LANES: u32 = 16;
    /// The longest that unlocking should take.
    pub const PATIENCE: Duration = Duration::from_millis(1500);

    /// 128 MiB, three passes: about half a second on a laptop of 2024.
    pub const fn standard() -> Cost {
        Cost::of_mib(128)
    }

    /// 64 MiB, three passes: the least for a real vault.
    pub const fn floor() -> Cost {
        Cost::of_mib(64)
    }

    /// The highest of 128, 96 and 64 MiB for which `measure` answers at most [`Cost::PATIENCE`]; 64 MiB if
    /// none. `measure` tries one cost, for instance by making and dropping a key file.
    pub fn calibrated(mut measure: impl FnMut(Cost) -> Duration) -> Cost {
        [Cost::standard(), Cost::of_mib(96)]
            .into_iter()
            .find(|cost| measure(*cost) <= Cost::PATIENCE)
            .unwrap_or(Cost::floor())
    }

    const fn of_mib(mib: u32) -> Cost {
        Cost {
            memory_kib: mib << 10,
            passes: 3,
            lanes: 1,
        }
    }

    /// Argon2's own parameters.
    ///
    /// # Errors
    /// [`Error::Cost`] beyond the bounds above, or below what Argon2 accepts.
    pub(crate) fn params(self) -> Result<argon2::Params, Error> {
        if self.memory_kib > Cost::MOST_MEMORY_KIB
            || self.passes > Cost::MOST_PASSES
            || self.lanes > Cost::MOST_LANES
        {
            return Err(Error::Cost);
        }
        argon2::Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map_err(|_| Error::Cost)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calibration_takes_the_highest_that_is_quick_enough() {
        let at = |millis_per_mib: u64| {
            Cost::calibrated(|cost| {
                Duration::from_millis(u64::from(cost.memory_kib >> 10) * millis_per_mib)
            })
        };
        assert_eq!(at(4), Cost::standard());
        assert_eq!(at(15), Cost::of_mib(96));
        assert_eq!(at(100), Cost::floor());
    }

    #[test]
    fn absurd_costs_are_refused() {
        for (memory_kib, passes, lanes) in [
            ((1 << 20) + 1, 3, 1),
            (64, 17, 1),
            (1024, 3, 17),
            (0, 3, 1),
            (64, 0, 1),
            (64, 3, 0),
        ] {
            assert_eq!(
                Cost {
                    memory_kib,
                    passes,
                    lanes
                }
                .params()
                .err(),
                Some(Error::Cost)
            );
        }
    }
}

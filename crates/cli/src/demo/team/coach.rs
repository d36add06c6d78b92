//! One coach of the team, and the laptop that the coach writes on.

use crate::demo::StageError;
use crate::error::Error;
use crate::laptop::Laptop;
use nabij_app::{App, Clock, Cost};
use serde_json::json;
use std::path::PathBuf;

/// For laptops that nobody keeps: a passphrase may be as cheap to try as it likes.
const CHEAP: Cost = Cost {
    memory_kib: 64,
    passes: 1,
    lanes: 1,
};

/// A coach with a laptop, whose clock can be put to any evening.
pub struct Coach {
    /// The name.
    pub name: &'static str,
    /// The role, as the door knows it.
    pub role: &'static str,
    /// The laptop.
    pub laptop: Laptop,
    clock: Clock,
}

impl Coach {
    /// Makes a vault in `home`. Of a laptop that is kept the passphrase costs what it costs everywhere.
    ///
    /// # Errors
    /// The core's failure.
    pub fn new(
        (name, role): (&'static str, &'static str),
        home: PathBuf,
        passphrase: &str,
        kept: bool,
    ) -> Result<Coach, Error> {
        let clock = Clock::hand(Clock::system().now());
        let cost = if kept { Cost::standard() } else { CHEAP };
        let laptop = Laptop::of(App::with_cost(
            home.clone(),
            home.with_extension("markers"),
            clock.clone(),
            cost,
        ));
        laptop.ask("create_vault", json!({"passphrase": passphrase}))?;
        Ok(Coach {
            name,
            role,
            laptop,
            clock,
        })
    }

    /// Puts the laptop's clock to `at`, in milliseconds since 1970.
    pub fn turn_clock(&self, at: i64) {
        self.clock.advance(at - self.clock.now());
    }

    /// Who the coach is in the team.
    ///
    /// # Errors
    /// The core's failure, or that the coach is in no team.
    pub fn member(&self) -> Result<String, Error> {
        let team = self.laptop.team()?;
        let named = |colleague: &&crate::laptop::Colleague| colleague.name == self.name;
        let me = team.colleagues.iter().find(named);
        Ok(me.ok_or(StageError::NoTeam)?.member_id.clone())
    }

    /// Shares until nothing written here waits for the hub any more.
    ///
    /// # Errors
    /// The core's failure, or a hub that does not sign for everything.
    pub fn share_all(&self) -> Result<(), Error> {
        for _ in 0..super::ROUNDS {
            if self.laptop.share()?.state == "shared" {
                return Ok(());
            }
        }
        Err(StageError::NotShared.into())
    }
}

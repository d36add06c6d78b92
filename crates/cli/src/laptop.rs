//! One folder with a Nabij in it, and the answers of the door in the shapes that this program reads.

use crate::error::Error;
use crate::passphrase;
use crate::voice::Voice;
use crate::words::Language;
use nabij_app::{App, Clock, Failure};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::PathBuf;

/// One folder with a Nabij in it. Closed when it is dropped.
pub struct Laptop(App);

/// What is shared and what waits.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// `alone`, `shared`, `busy`, `waiting` or `error`.
    pub state: String,
    /// Whether the hub could not be reached.
    pub offline: bool,
    /// How many items wait for a receipt.
    pub waiting: u64,
    /// For how many days the oldest of them has waited.
    pub waiting_days: i64,
    /// Whether that is too long.
    pub stale: bool,
    /// What needs a person.
    pub failure: Option<Failure>,
    /// What the hub has signed for.
    pub receipt: Option<Receipt>,
}

/// What the hub has signed for.
#[derive(Debug, Clone, Deserialize)]
pub struct Receipt {
    /// The beginning of the hub's id.
    pub hub: String,
    /// How many changes.
    pub covers: u64,
}

/// The team as this laptop knows it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Team {
    /// `none`, `waiting` or `member`.
    pub standing: String,
    /// Its name.
    pub team_name: String,
    /// Everybody in it.
    pub colleagues: Vec<Colleague>,
    /// The hub's address.
    pub hub: Option<String>,
}

/// A colleague.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Colleague {
    /// The id.
    pub member_id: String,
    /// The name.
    pub name: String,
}

impl Laptop {
    /// Takes `home` as the folder. Touches nothing on disk.
    pub fn at(home: PathBuf) -> Laptop {
        Laptop::of(App::open(home, Clock::system()))
    }

    /// A laptop whose core was opened in a way of its own.
    pub fn of(app: App) -> Laptop {
        Laptop(app)
    }

    /// The core itself, for what outlives a question.
    pub fn app(&self) -> &App {
        &self.0
    }

    /// Asks the door for `command`.
    ///
    /// # Errors
    /// The core's failure.
    pub fn ask(&self, command: &str, request: Value) -> Result<Value, Error> {
        Ok(self.0.call(command, request, None)?)
    }

    /// Asks the door for `command` and reads the answer as a `T`.
    ///
    /// # Errors
    /// The core's failure, or an answer in another shape.
    pub fn read<T: DeserializeOwned>(&self, command: &str, request: Value) -> Result<T, Error> {
        serde_json::from_value(self.ask(command, request)?).map_err(|_| Error::StrangeAnswer)
    }

    /// The language that was chosen in the window; Dutch until somebody chose.
    pub fn language(&self) -> Language {
        let settings = self.ask("read_settings", json!({})).ok();
        settings
            .and_then(|settings| Language::named(settings.get("language")?.as_str()?))
            .unwrap_or(Language::Nl)
    }

    /// Opens the vault that is there.
    ///
    /// # Errors
    /// No vault, no passphrase, or the core's failure.
    pub fn unlock(&self, voice: Voice) -> Result<(), Error> {
        // Nobody is asked for a passphrase when there is nothing to open: the door says so itself.
        let passphrase = if self.has_vault()? {
            passphrase::existing(voice.language)?
        } else {
            Default::default()
        };
        self.ask("unlock_vault", json!({"passphrase": passphrase.as_str()}))?;
        Ok(())
    }

    /// Opens the vault, or makes one if there is none. Tells whether it was made.
    ///
    /// # Errors
    /// No passphrase, a weak one, or the core's failure.
    pub fn unlock_or_create(&self, voice: Voice) -> Result<bool, Error> {
        if self.has_vault()? {
            self.unlock(voice)?;
            return Ok(false);
        }
        let passphrase = passphrase::fresh(self, voice.language)?;
        self.ask("create_vault", json!({"passphrase": passphrase.as_str()}))?;
        Ok(true)
    }

    fn has_vault(&self) -> Result<bool, Error> {
        let state = self.ask("vault_state", json!({}))?;
        let state = state
            .get("state")
            .and_then(Value::as_str)
            .ok_or(Error::StrangeAnswer)?;
        Ok(state != "missing")
    }

    /// Shares once, and tells how it is then.
    ///
    /// # Errors
    /// The core's failure; that the hub cannot be reached is not one.
    pub fn share(&self) -> Result<Status, Error> {
        self.read("sync_now", json!({}))
    }

    /// The team.
    ///
    /// # Errors
    /// The core's failure.
    pub fn team(&self) -> Result<Team, Error> {
        self.read("read_team", json!({}))
    }
}

impl Drop for Laptop {
    fn drop(&mut self) {
        self.0.close();
    }
}

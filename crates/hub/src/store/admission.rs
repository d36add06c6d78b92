//! Which teams the hub serves, and the tokens that admit further ones.

use super::{Store, Writing};
use crate::HubError;
use nabij_protocol::id::{Hash, Millis, TeamId};
use rusqlite::{Connection, OptionalExtension, params};

/// How many days a token is valid.
pub(crate) const TOKEN_DAYS: i64 = 7;
const DAY: i64 = 24 * 60 * 60 * 1000;

/// What admits one further team, once. Shown to the operator, kept as a hash only.
pub(crate) struct Token(String);

impl Token {
    /// A new one: 160 random bits in base 32.
    ///
    /// # Errors
    /// [`HubError::Randomness`].
    pub(crate) fn random() -> Result<Token, HubError> {
        let mut bytes = [0; 20];
        getrandom::fill(&mut bytes).map_err(|_| HubError::Randomness)?;
        Ok(Token(data_encoding::BASE32_NOPAD.encode(&bytes)))
    }

    /// As somebody typed it: spaces around it and lower case are forgiven.
    pub(crate) fn typed(text: &str) -> Token {
        Token(text.trim().to_ascii_uppercase())
    }

    /// For the operator's eyes.
    pub(crate) fn show(&self) -> &str {
        &self.0
    }

    fn hash(&self) -> Hash {
        Hash::derive("nabij 2026 hub token", self.0.as_bytes())
    }
}

impl Store {
    /// Keeps a new token's hash and forgets those that have expired.
    ///
    /// # Errors
    /// [`HubError::Database`].
    pub(crate) fn add_token(&mut self, token: &Token, now: Millis) -> Result<(), HubError> {
        let tx = self.begin()?;
        tx.tx()
            .execute("DELETE FROM token WHERE expires < ?1", params![now.0])?;
        tx.tx().execute(
            "INSERT INTO token (hash, expires) VALUES (?1, ?2)",
            params![token.hash().0, now.0.saturating_add(TOKEN_DAYS * DAY)],
        )?;
        tx.commit()
    }

    /// Whether the hub serves this team.
    ///
    /// # Errors
    /// [`HubError::Database`].
    pub(crate) fn serves(&self, team: &TeamId) -> Result<bool, HubError> {
        serves(&self.db, team)
    }

    /// Whether a further team may come: the first one always, others with a valid token.
    ///
    /// # Errors
    /// [`HubError::Database`].
    pub(crate) fn takes(&self, token: Option<&Token>, now: Millis) -> Result<bool, HubError> {
        takes(&self.db, token, now)
    }

    /// How many teams the hub serves and how many entries it holds.
    ///
    /// # Errors
    /// [`HubError::Database`].
    pub(crate) fn counts(&self) -> Result<(i64, i64), HubError> {
        let count = |sql| self.db.query_row(sql, [], |row| row.get(0));
        Ok((
            count("SELECT count(*) FROM team")?,
            count("SELECT count(*) FROM entry")?,
        ))
    }
}

impl Writing<'_> {
    /// Takes the team in, using up the token where one is needed. False when it may not come.
    ///
    /// # Errors
    /// [`HubError::Database`].
    pub(crate) fn admit(
        &self,
        team: &TeamId,
        token: Option<&Token>,
        now: Millis,
    ) -> Result<bool, HubError> {
        if serves(self.tx(), team)? {
            return Ok(true);
        }
        if !takes(self.tx(), token, now)? {
            return Ok(false);
        }
        self.tx().execute(
            "INSERT INTO team (team, admitted_at) VALUES (?1, ?2)",
            params![team.0, now.0],
        )?;
        if let Some(token) = token {
            self.tx().execute(
                "UPDATE token SET used_by = ?2 WHERE hash = ?1",
                params![token.hash().0, team.0],
            )?;
        }
        Ok(true)
    }
}

fn serves(db: &Connection, team: &TeamId) -> Result<bool, HubError> {
    Ok(db
        .prepare_cached("SELECT 1 FROM team WHERE team = ?1")?
        .exists(params![team.0])?)
}

fn takes(db: &Connection, token: Option<&Token>, now: Millis) -> Result<bool, HubError> {
    let none: bool = db.query_row("SELECT NOT EXISTS (SELECT 1 FROM team)", [], |row| {
        row.get(0)
    })?;
    if none {
        return Ok(true);
    }
    let Some(token) = token else { return Ok(false) };
    let valid: Option<bool> = db
        .query_row(
            "SELECT used_by IS NULL AND expires >= ?2 FROM token WHERE hash = ?1",
            params![token.hash().0, now.0],
            |row| row.get(0),
        )
        .optional()?;
    Ok(valid.unwrap_or(false))
}

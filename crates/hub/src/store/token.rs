//! Tokens of `nabij-hub admit`.

use crate::HubError;
use nabij_protocol::id::Hash;

/// How many days a token is valid.
pub(crate) const TOKEN_DAYS: i64 = 7;

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

    /// What is kept of it.
    pub(crate) fn hash(&self) -> Hash {
        Hash::derive("nabij 2026 hub token", self.0.as_bytes())
    }
}

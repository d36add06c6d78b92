//! Proposing and judging passphrases, and slowing down who guesses.

use crate::App;
use crate::error::Error;
use crate::home::Home;
use crate::ipc::Origin;
use crate::settings::Language;
use nabij_keys::{Strength as KeyStrength, WordList, judge, propose};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

/// In which language to propose.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProposePassphrase {
    /// The language of the words.
    pub language: Language,
}

/// A proposal.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposedPassphrase {
    /// Seven words.
    pub passphrase: String,
}

/// A passphrase to judge.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JudgePassphrase {
    /// The passphrase.
    #[ts(type = "string")]
    pub passphrase: Zeroizing<String>,
}

/// How strong a passphrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Strength {
    /// Guessed too soon; not taken.
    Weak,
    /// Enough.
    Fair,
    /// Not guessed in a lifetime.
    Strong,
}

/// The judgement.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Judgement {
    /// In a word.
    pub strength: Strength,
    /// Whether it is taken.
    pub acceptable: bool,
}

pub(crate) fn propose_passphrase(
    _: &App,
    request: ProposePassphrase,
    _: &Origin,
) -> Result<ProposedPassphrase, Error> {
    let words = match request.language {
        Language::Nl => WordList::Dutch,
        Language::En => WordList::English,
    };
    let passphrase = propose(words, &mut nabij_keys::system_rng());
    Ok(ProposedPassphrase {
        passphrase: passphrase.to_string(),
    })
}

pub(crate) fn judge_passphrase(
    _: &App,
    request: JudgePassphrase,
    _: &Origin,
) -> Result<Judgement, Error> {
    let strength = match judge(&request.passphrase) {
        KeyStrength::Weak => Strength::Weak,
        KeyStrength::Fair => Strength::Fair,
        KeyStrength::Strong => Strength::Strong,
    };
    Ok(Judgement {
        strength,
        acceptable: strength != Strength::Weak,
    })
}

pub(crate) fn require_acceptable(passphrase: &str) -> Result<(), Error> {
    match judge(passphrase) {
        KeyStrength::Weak => Err(Error::Invalid("passphrase")),
        KeyStrength::Fair | KeyStrength::Strong => Ok(()),
    }
}

/// Wrong tries so far. In a plain file: it slows down who sits at the laptop; who copies the file away is
/// slowed down by Argon2id alone.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct Tries {
    count: u32,
    last: i64,
}

const FREE_TRIES: u32 = 5;
const LONGEST_WAIT_SECONDS: u64 = 300;

impl Tries {
    pub(crate) fn read(home: &Home) -> Tries {
        Home::read(&home.tries())
            .ok()
            .flatten()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// How many seconds to wait from `now`. A clock that was set back since must not lock a coach out, so it
    /// ends the wait: who can set the clock could set it forward as well.
    pub(crate) fn wait_seconds(&self, now: i64) -> u64 {
        let Some(beyond) = self.count.checked_sub(FREE_TRIES) else {
            return 0;
        };
        let wait = 2u64
            .saturating_pow(beyond.min(16))
            .saturating_mul(2)
            .min(LONGEST_WAIT_SECONDS);
        let passed = u64::try_from(now.saturating_sub(self.last) / 1000).unwrap_or(u64::MAX);
        wait.saturating_sub(passed)
    }

    pub(crate) fn failed(self, home: &Home, now: i64) -> Result<Tries, Error> {
        let tries = Tries {
            count: self.count.saturating_add(1),
            last: now,
        };
        home.replace(&home.tries(), &serde_json::to_vec(&tries)?)?;
        Ok(tries)
    }

    pub(crate) fn forget(home: &Home) -> Result<(), Error> {
        match std::fs::remove_file(home.tries()) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_tries_are_free_and_then_the_wait_doubles() {
        let after = |count| {
            Tries {
                count,
                last: 1_000_000,
            }
            .wait_seconds(1_000_000)
        };
        assert_eq!([4, 5, 6, 7, 30].map(after), [0, 2, 4, 8, 300]);
    }

    #[test]
    fn a_clock_that_jumps_a_year_locks_nobody_out() {
        let year = 365 * 24 * 3600 * 1000;
        assert_eq!(
            Tries {
                count: 30,
                last: year
            }
            .wait_seconds(0),
            0
        );
        assert_eq!(Tries { count: 30, last: 0 }.wait_seconds(year), 0);
    }
}

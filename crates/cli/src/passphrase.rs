//! Where the passphrase comes from: the environment for scripts, a prompt without echo for people.

use crate::error::Error;
use crate::laptop::Laptop;
use crate::words::Language;
use serde_json::json;
use zeroize::Zeroizing;

/// The variable that scripts use.
const VARIABLE: &str = "NABIJ_PASSPHRASE";

/// The passphrase of a vault that is there.
///
/// # Errors
/// [`Error::NoPassphrase`] without the variable and without a terminal.
pub fn existing(language: Language) -> Result<Zeroizing<String>, Error> {
    match from_environment() {
        Some(passphrase) => Ok(passphrase),
        None => prompt(&language.passphrase_please()),
    }
}

/// The passphrase for a new vault; typed twice, after a proposal.
///
/// # Errors
/// [`Error::NoPassphrase`] without the variable and without a terminal; [`Error::PassphrasesDiffer`].
pub fn fresh(laptop: &Laptop, language: Language) -> Result<Zeroizing<String>, Error> {
    if let Some(passphrase) = from_environment() {
        return Ok(passphrase);
    }
    let proposal = laptop.ask(
        "propose_passphrase",
        json!({"language": language.pick("nl", "en")}),
    )?;
    let proposal = proposal
        .get("passphrase")
        .and_then(|words| words.as_str())
        .unwrap_or_default();
    // On the terminal itself, so that the proposal never ends up in a file.
    let question = format!(
        "{}\n{}",
        language.passphrase_proposal(proposal),
        language.passphrase_new()
    );
    let first = prompt(&question)?;
    let second = prompt(&language.passphrase_again())?;
    if first != second {
        return Err(Error::PassphrasesDiffer);
    }
    Ok(first)
}

fn from_environment() -> Option<Zeroizing<String>> {
    let passphrase = std::env::var(VARIABLE).ok().map(Zeroizing::new);
    passphrase.filter(|passphrase| !passphrase.is_empty())
}

fn prompt(question: &str) -> Result<Zeroizing<String>, Error> {
    rpassword::prompt_password(question)
        .map(Zeroizing::new)
        .map_err(|_| Error::NoPassphrase)
}

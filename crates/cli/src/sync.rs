//! `sync` and `doctor`.

use crate::error::Error;
use crate::exit;
use crate::laptop::{Laptop, Status};
use crate::voice::Voice;
use crate::words::{findings, status};
use nabij_app::FailureCode;
use serde::Deserialize;
use serde_json::{Value, json};

/// Shares once, through another hub from now on if one is named. Ends well only when the hub's receipts
/// cover everything.
///
/// # Errors
/// The core's failure.
pub fn sync(laptop: &Laptop, voice: Voice, hub: Option<&str>) -> Result<u8, Error> {
    laptop.unlock(voice)?;
    if let Some(hub) = hub {
        laptop.ask("set_hub", json!({"hub": hub}))?;
    }
    let answer = laptop.ask("sync_now", json!({}))?;
    let read: Status = serde_json::from_value(answer.clone()).map_err(|_| Error::StrangeAnswer)?;
    voice.answer(&answer, |language| status::say(language, &read))?;
    if let Some(failure) = &read.failure {
        voice.complain(&Error::Failure(failure.clone()));
    }
    Ok(ending(&read))
}

/// With what number a program ends that wanted everything shared.
pub fn ending(status: &Status) -> u8 {
    match (&status.failure, status.state.as_str()) {
        (Some(failure), _) => exit::of(failure.code),
        (None, "shared") => exit::DONE,
        (None, _) if status.offline => exit::of(FailureCode::Offline),
        (None, _) => exit::WAITING,
    }
}

#[derive(Deserialize)]
struct Finding {
    check: String,
    ok: bool,
    code: String,
    count: u64,
}

/// Looks everything over, after building the lists anew if asked to.
///
/// # Errors
/// The core's failure: a vault that cannot be opened is one.
pub fn doctor(laptop: &Laptop, voice: Voice, rebuild: bool) -> Result<u8, Error> {
    laptop.unlock(voice)?;
    if rebuild {
        laptop.ask("rebuild_read_model", json!({}))?;
    }
    let answer = laptop.ask("check_vault", json!({}))?;
    let found = answer.get("findings").cloned().unwrap_or(Value::Null);
    let found: Vec<Finding> = serde_json::from_value(found).map_err(|_| Error::StrangeAnswer)?;
    let well = found.iter().all(|finding| finding.ok);
    voice.answer(&answer, |language| {
        let mut lines: Vec<String> = found
            .iter()
            .map(|finding| {
                let mark = if finding.ok { "✓" } else { "!" };
                let said = findings::say(language, &finding.check, &finding.code, finding.count);
                format!("{mark} {said}")
            })
            .collect();
        if well {
            lines.push(language.all_well());
        }
        lines.join("\n")
    })?;
    Ok(if well { exit::DONE } else { exit::FOUND })
}

#[cfg(test)]
mod tests {
    use super::{Status, ending};
    use crate::exit;
    use nabij_app::{Failure, FailureCode};

    fn status(state: &str, offline: bool, failure: Option<FailureCode>) -> Status {
        let failure = failure.map(|code| Failure {
            code,
            field: None,
            incident: String::new(),
            wait_seconds: None,
        });
        Status {
            state: state.to_owned(),
            offline,
            waiting: 0,
            waiting_days: 0,
            stale: false,
            failure,
            receipt: None,
        }
    }

    #[test]
    fn only_shared_ends_well() {
        assert_eq!(ending(&status("shared", false, None)), exit::DONE);
        assert_eq!(ending(&status("alone", false, None)), exit::WAITING);
        assert_eq!(ending(&status("busy", false, None)), exit::WAITING);
        assert_eq!(ending(&status("waiting", false, None)), exit::WAITING);
        assert_eq!(
            ending(&status("waiting", true, None)),
            exit::of(FailureCode::Offline)
        );
        let refused = status("error", false, Some(FailureCode::HubRefused));
        assert_eq!(ending(&refused), exit::of(FailureCode::HubRefused));
    }
}

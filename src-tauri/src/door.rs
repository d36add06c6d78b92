//! The one Tauri command that the product has: every request of the window goes through it.

use std::time::{SystemTime, UNIX_EPOCH};

use nabij_app::{App, Failure};
use serde::Serialize;
use serde_json::Value;
use tauri::State;

/// What the window gets when a call does not succeed: the same shape in both cases.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum NoAnswer {
    /// The core said no, and why.
    Said(Failure),
    /// The core broke down halfway. What was called saved is safe: it was committed before.
    Broke {
        /// Always `unexpected`, a code of the door.
        code: &'static str,
        /// Milliseconds since 1970 in hexadecimal: also in the log, so that support can find it.
        incident: String,
    },
}

/// Runs command `name` of the door on a thread where it may block, so that the window never waits.
///
/// `origin` comes back with the announcement of what the call changed, so that the form that
/// caused a change recognises it.
#[tauri::command]
pub(crate) async fn call(
    app: State<'_, App>,
    name: String,
    request: Value,
    origin: Option<String>,
) -> Result<Value, NoAnswer> {
    let app = app.inner().clone();
    let work = move || app.call(&name, request, origin.as_deref());
    match tauri::async_runtime::spawn_blocking(work).await {
        Ok(answer) => answer.map_err(NoAnswer::Said),
        // The error itself may repeat what a panic said, and that may be somebody's words.
        Err(_) => Err(broke()),
    }
}

/// A failure for a call that panicked, with the incident written in the log.
fn broke() -> NoAnswer {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let incident = format!("{:x}", now.as_millis());
    tracing::error!(%incident, "a command broke down");
    NoAnswer::Broke {
        code: "unexpected",
        incident,
    }
}

#[cfg(test)]
mod tests {
    use super::broke;

    /// The interface words failures by code and shows the incident: it must find both.
    #[test]
    fn a_broken_call_looks_like_any_failure() {
        let seen = serde_json::to_value(broke()).unwrap();
        assert_eq!(seen["code"], "unexpected");
        assert!(
            seen["incident"]
                .as_str()
                .is_some_and(|incident| incident.len() >= 8)
        );
    }
}

//! Tells the window what changed behind the door.

use std::thread;

use nabij_app::App;
use tauri::{AppHandle, Emitter};

use crate::window::LABEL;

/// The event's name; `ui/src/ipc/events.ts` listens to it.
const CHANGED: &str = "changed";

/// Passes every announcement of the core on to the window, for as long as both exist.
///
/// # Errors
/// When the operating system gives no thread.
pub(crate) fn forward(app: &App, window: &AppHandle) -> std::io::Result<()> {
    let announcements = app.subscribe();
    let window = window.clone();
    thread::Builder::new()
        .name("announcements".into())
        .spawn(move || {
            for changed in announcements {
                // The window can be gone while the core still finishes something; then nobody listens.
                if window.emit_to(LABEL, CHANGED, changed).is_err() {
                    tracing::debug!("an announcement had no listener");
                }
            }
        })?;
    Ok(())
}

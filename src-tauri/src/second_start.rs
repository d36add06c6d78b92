//! A second start brings up the window that is open already; with `--capture` also a new contact moment in it.

use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Emitter, Manager, Wry};

use crate::window::LABEL;

/// The option that asks for a new contact moment.
pub(crate) const CAPTURE: &str = "--capture";

/// The event's name; `ui/src/ipc/events.ts` listens to it.
const ASKED: &str = "capture";

/// Ends the second start, and does in the first what it asked for.
pub(crate) fn plugin() -> TauriPlugin<Wry> {
    tauri_plugin_single_instance::init(|app, arguments, _folder| bring_up(app, &arguments))
}

fn bring_up(app: &AppHandle, arguments: &[String]) {
    let Some(window) = app.get_webview_window(LABEL) else {
        return;
    };
    let shown = window.unminimize().and_then(|()| window.show());
    if shown.and_then(|()| window.set_focus()).is_err() {
        tracing::warn!("the window could not be brought up");
    }
    if asks_for_capture(arguments) && app.emit_to(LABEL, ASKED, ()).is_err() {
        tracing::debug!("nobody heard that a contact moment was asked for");
    }
}

/// Whether a second start, with these arguments after the program's name, asks for a new contact moment.
fn asks_for_capture(arguments: &[String]) -> bool {
    arguments.iter().skip(1).any(|argument| argument == CAPTURE)
}

#[cfg(test)]
mod tests {
    use super::asks_for_capture;

    #[test]
    fn only_the_option_asks_for_a_contact_moment() {
        let asked = |arguments: &[&str]| {
            let arguments: Vec<String> = arguments.iter().map(|one| (*one).to_owned()).collect();
            asks_for_capture(&arguments)
        };
        assert!(asked(&["nabij-desktop", "--capture"]));
        assert!(asked(&["nabij-desktop", "--veilige-weergave", "--capture"]));
        assert!(!asked(&["nabij-desktop"]));
        assert!(!asked(&["--capture"]));
        assert!(!asked(&["nabij-desktop", "--captured"]));
    }
}

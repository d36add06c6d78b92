//! Opens the one window, and shows it only when there is something to see.

use std::sync::atomic::{AtomicBool, Ordering};

use tauri::webview::{PageLoadEvent, PageLoadPayload};
use tauri::{App, Webview, WebviewWindowBuilder};

/// The one window's label, in tauri.conf.json and in capabilities/main.json.
pub(crate) const LABEL: &str = "main";

/// Whether the page was lost since the start (lost_page.rs).
pub(crate) static WAS_LOST: AtomicBool = AtomicBool::new(false);

/// Opens the window as tauri.conf.json describes it, still hidden.
///
/// The webview keeps nothing on disk. Only where an automatic test drives the window it does,
/// because WebKitGTK refuses to be driven in private mode; a release build can never be driven.
///
/// # Errors
/// When the description is missing, or the system cannot open a window.
pub(crate) fn open(app: &App) -> tauri::Result<()> {
    let driven = cfg!(debug_assertions)
        && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true");
    let described = app
        .config()
        .app
        .windows
        .iter()
        .find(|window| window.label == LABEL);
    let description = described.ok_or(tauri::Error::WindowNotFound)?;
    let window = WebviewWindowBuilder::from_config(app, description)?
        .incognito(!driven)
        .build()?;
    #[cfg(target_os = "linux")]
    crate::lost_page::load_again(&window)?;
    #[cfg(not(target_os = "linux"))]
    drop(window);
    Ok(())
}

/// Shows the window once its page has loaded, so that nobody sees a white flash at night. A page
/// that was lost and is loaded again does not come in front of what somebody does meanwhile.
pub(crate) fn show_when_painted(webview: &Webview, payload: &PageLoadPayload<'_>) {
    if payload.event() != PageLoadEvent::Finished {
        return;
    }
    let window = webview.window();
    let shown = if WAS_LOST.load(Ordering::Relaxed) {
        window.show()
    } else {
        window.show().and_then(|()| window.set_focus())
    };
    if shown.is_err() {
        tracing::warn!("the window could not be shown");
    }
}

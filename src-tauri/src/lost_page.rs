//! What happens when the system's web view loses its page: its own process ended, by a fault of
//! the web view or for want of memory. The core and the vault live on in this process, so the
//! page is loaded again. A new contact moment comes back from its draft; what else was being
//! typed is lost with the page.
//!
//! Only WebKitGTK is left to its user here. WebView2 shows a page of its own from which one loads
//! again; of WebKit on macOS nothing was tried.
#![cfg(target_os = "linux")]

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use tauri::{AppHandle, Manager, WebviewWindow};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
use webkit2gtk::{WebProcessTerminationReason, WebViewExt};

use crate::window::WAS_LOST;

/// How often a page may be lost within [`SHORT`] before loading it again is of no use.
const OFTEN: usize = 3;

/// Within how long that is too often.
const SHORT: Duration = Duration::from_secs(60);

/// Said by the program and not by the page, which is gone; so in both languages.
const CANNOT_DRAW: &str = "Het venster kan niet worden getekend. Wat bewaard is, is veilig. \
    Nabij sluit nu. Start het opnieuw met --veilige-weergave.\n\n\
    The window cannot be drawn. What was saved is safe. \
    Nabij closes now. Start it again with --veilige-weergave.";

/// Loads the page of `window` again whenever its process ends, and says so in the log. Where that
/// happens over and over, it says what to do and ends the program.
///
/// # Errors
/// When the window is gone already, or has no address.
pub(crate) fn load_again(window: &WebviewWindow) -> tauri::Result<()> {
    let app = window.app_handle().clone();
    // The interface keeps where it is in memory: it always begins at the same address.
    let start = window.url()?.to_string();
    window.with_webview(move |platform| {
        let losses = RefCell::new(Losses::default());
        let view = platform.inner();
        view.connect_web_process_terminated(move |view, reason| {
            if reason == WebProcessTerminationReason::TerminatedByApi {
                return;
            }
            if losses.borrow_mut().load_again(Instant::now()) {
                tracing::warn!(?reason, "the web view lost its page; loaded again");
                WAS_LOST.store(true, Ordering::Relaxed);
                // Not `reload`: that does nothing for a page that was lost before it had come.
                view.load_uri(&start);
            } else {
                tracing::error!(?reason, "the web view keeps losing its page");
                give_up(&app);
            }
        });
    })
}

fn give_up(app: &AppHandle) {
    let ending = app.clone();
    app.dialog()
        .message(CANNOT_DRAW)
        .title("Nabij")
        .kind(MessageDialogKind::Error)
        .show(move |_| ending.exit(1));
}

/// When the page was lost, of late.
#[derive(Default)]
struct Losses(VecDeque<Instant>);

impl Losses {
    /// Notes a loss; answers whether loading the page again may help.
    fn load_again(&mut self, now: Instant) -> bool {
        let is_old = |lost: &Instant| now.saturating_duration_since(*lost) >= SHORT;
        while self.0.front().is_some_and(is_old) {
            self.0.pop_front();
        }
        self.0.push_back(now);
        self.0.len() <= OFTEN
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{Losses, OFTEN, SHORT};

    #[test]
    fn a_page_lost_now_and_then_is_loaded_again_each_time() {
        let (mut losses, start) = (Losses::default(), Instant::now());
        for hour in 0..20 {
            assert!(losses.load_again(start + Duration::from_secs(3_600) * hour));
        }
    }

    #[test]
    fn a_page_lost_over_and_over_is_given_up() {
        let (mut losses, start) = (Losses::default(), Instant::now());
        for _ in 0..OFTEN {
            assert!(losses.load_again(start));
        }
        assert!(!losses.load_again(start + SHORT / 2));
        assert!(losses.load_again(start + SHORT * 2));
    }
}

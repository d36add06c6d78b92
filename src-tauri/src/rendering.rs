//! Settings of the system's web view that must stand before it starts.
//!
//! WebKitGTK reads them from the environment. Changing one's own environment is unsafe in a
//! program with threads, and `unsafe` is forbidden here; so the program starts itself again with
//! the variables set, before it has opened anything. On Linux that replaces the process: the id,
//! the terminal and the driver of a test stay the same.

#[cfg(target_os = "linux")]
use std::path::Path;

/// Hands finished pictures over in ordinary memory. With NVIDIA's driver the fast way leaves the
/// window empty (tauri#9394, tauri#13151).
#[cfg(any(target_os = "linux", test))]
const NO_DMABUF: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Draws everything in one layer: slower, and works where nothing else does.
#[cfg(any(target_os = "linux", test))]
const NO_COMPOSITING: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// Whether there is a screen to open a window on.
pub(crate) fn has_display() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    ["WAYLAND_DISPLAY", "DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Starts the program again with the variables it needs, when one of them is not set yet.
#[cfg(target_os = "linux")]
pub(crate) fn settle(safe_view: bool) {
    use std::os::unix::process::CommandExt;

    let nvidia = Path::new("/proc/driver/nvidia/version").exists();
    let missing: Vec<_> = wanted(nvidia, safe_view)
        .into_iter()
        .filter(|name| std::env::var_os(name).is_none())
        .collect();
    if missing.is_empty() {
        return;
    }
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    let error = std::process::Command::new(program)
        .args(std::env::args_os().skip(1))
        .envs(missing.into_iter().map(|name| (name, "1")))
        .exec();
    // Still here: it did not start again. The window may draw badly; that is no reason to stop.
    eprintln!(
        "the drawing settings could not be applied: {}",
        error.kind()
    );
}

/// Other systems' web views need no such settings.
#[cfg(not(target_os = "linux"))]
pub(crate) fn settle(_safe_view: bool) {}

/// The variables that must be set: what the user set already is left alone by the caller.
#[cfg(any(target_os = "linux", test))]
fn wanted(nvidia: bool, safe_view: bool) -> Vec<&'static str> {
    let mut names = Vec::new();
    if nvidia || safe_view {
        names.push(NO_DMABUF);
    }
    if safe_view {
        names.push(NO_COMPOSITING);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::{NO_COMPOSITING, NO_DMABUF, wanted};

    /// An ordinary laptop starts once: nothing wanted, nothing started again.
    #[test]
    fn an_ordinary_laptop_needs_nothing() {
        assert!(wanted(false, false).is_empty());
    }

    #[test]
    fn nvidia_gives_up_the_fast_way_and_safe_view_everything() {
        assert_eq!(wanted(true, false), [NO_DMABUF]);
        assert_eq!(wanted(false, true), [NO_DMABUF, NO_COMPOSITING]);
    }
}

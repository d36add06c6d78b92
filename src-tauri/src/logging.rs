//! What goes to standard error: what happened, never what somebody wrote.

use std::io::IsTerminal;
use std::path::Path;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Sets how much our own rooms say: `error`, `warn` (the default), `info`, `debug` or `trace`.
const LEVEL: &str = "NABIJ_LOG";

/// Starts logging, and lets a panic say where it happened but not what it was about.
pub(crate) fn start() {
    let wanted = std::env::var(LEVEL).ok();
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    let subscriber = tracing_subscriber::registry()
        .with(lines)
        .with(filter(wanted.as_deref()));
    if subscriber.try_init().is_err() {
        eprintln!("logging was already started");
    }
    // The default hook prints the message, which may repeat a value: a name, a line of a note.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|at| (file_name(at.file()), at.line()));
        let (file, line) = place.unwrap_or(("unknown", 0));
        tracing::error!(file, line, "panic");
    }));
}

/// Our own rooms at the level that was asked for, everybody else's libraries at warnings at most:
/// at `trace` a WebSocket library prints the frames that it carries.
fn filter(wanted: Option<&str>) -> Targets {
    let ours = wanted
        .and_then(|level| level.parse().ok())
        .unwrap_or(LevelFilter::WARN);
    Targets::new()
        .with_default(LevelFilter::WARN.min(ours))
        .with_target("nabij", ours)
}

/// The last part of a source path: the folders before it are those of whoever built the program.
fn file_name(path: &str) -> &str {
    Path::new(path)
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or("unknown")
}

#[cfg(test)]
mod tests {
    use tracing::Level;

    use super::filter;

    /// Asking for everything must not make a library speak.
    #[test]
    fn only_our_own_rooms_get_louder() {
        let everything = filter(Some("trace"));
        assert!(everything.would_enable("nabij_app::sync", &Level::TRACE));
        assert!(!everything.would_enable("tungstenite::protocol", &Level::INFO));
        assert!(everything.would_enable("tungstenite::protocol", &Level::WARN));
    }

    #[test]
    fn an_unknown_level_means_warnings() {
        let unknown = filter(Some("luid"));
        assert!(unknown.would_enable("nabij_store", &Level::WARN));
        assert!(!unknown.would_enable("nabij_store", &Level::INFO));
    }
}

//! How fast one connection may speak.

use std::time::Duration;
use tokio::time::Instant;

/// Messages each second that are always fine, and how many may come at once.
const MESSAGES: (f64, f64) = (200.0, 400.0);
/// Bytes each second that are always fine, and how many may come at once.
const BYTES: (f64, f64) = (32.0 * 1024.0 * 1024.0, 64.0 * 1024.0 * 1024.0);

/// Two buckets that fill with time. A connection that empties one is not thrown out: the hub reads its
/// next message later, so a laptop with a long backlog is slowed and a flood costs the hub nothing.
#[derive(Debug)]
pub(crate) struct Pace {
    messages: f64,
    bytes: f64,
    at: Instant,
}

impl Pace {
    /// Full buckets.
    pub(crate) fn new(now: Instant) -> Pace {
        Pace {
            messages: MESSAGES.1,
            bytes: BYTES.1,
            at: now,
        }
    }

    /// Accounts for one message of so many bytes; answers how long to wait before it is worked on.
    pub(crate) fn take(&mut self, now: Instant, bytes: usize) -> Duration {
        let passed = now.saturating_duration_since(self.at).as_secs_f64();
        self.at = now;
        self.messages = (self.messages + passed * MESSAGES.0).min(MESSAGES.1) - 1.0;
        self.bytes = (self.bytes + passed * BYTES.0).min(BYTES.1) - bytes as f64;
        let wait = (-self.messages / MESSAGES.0)
            .max(-self.bytes / BYTES.0)
            .max(0.0);
        Duration::from_secs_f64(wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_passes_and_a_flood_is_slowed_to_the_rate() {
        let start = Instant::now();
        let mut pace = Pace::new(start);
        assert!((0..400).all(|_| pace.take(start, 100).is_zero()));
        assert_eq!(pace.take(start, 100), Duration::from_millis(5));
        let later = start + Duration::from_secs(60);
        assert!(pace.take(later, 100).is_zero());
        assert_eq!(pace.take(later, 96 << 20).as_secs(), 1);
    }
}

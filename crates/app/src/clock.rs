//! The time, as an argument.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Where the time comes from: the machine, or the hand of a test.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Stands still until somebody moves it. Milliseconds since 1970 in UTC.
    Hand(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Clock {
        Clock::System
    }

    /// A clock that stands at `millis` since 1970 in UTC.
    pub fn hand(millis: i64) -> Clock {
        Clock::Hand(Arc::new(AtomicI64::new(millis)))
    }

    /// Moves a hand clock on; the machine's clock does not heed it.
    pub fn advance(&self, millis: i64) {
        if let Clock::Hand(at) = self {
            at.fetch_add(millis, Ordering::SeqCst);
        }
    }

    /// Milliseconds since 1970 in UTC.
    pub fn now(&self) -> i64 {
        match self {
            Clock::System => chrono::Utc::now().timestamp_millis(),
            Clock::Hand(at) => at.load(Ordering::SeqCst),
        }
    }
}

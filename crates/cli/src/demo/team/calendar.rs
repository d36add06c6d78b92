//! When things happen: eighteen months that end now, mostly at night.

use chrono::{DateTime, Duration, Local, NaiveTime, TimeZone as _};
use fastrand::Rng;

/// How far back it goes.
pub const DAYS: i64 = 548;

/// When a coach works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hours {
    /// On the street: from five in the afternoon until one at night.
    Night,
    /// With families: from the end of the morning until the evening.
    Day,
}

/// Some moments between `DAYS` ago and now, the oldest first, in milliseconds since 1970.
pub fn moments(rng: &mut Rng, now: DateTime<Local>, hours: Hours, count: usize) -> Vec<i64> {
    let mut at: Vec<i64> = (0..count)
        .map(|_| {
            // Who began recently writes as much as who is there long: the team grows towards today.
            let back =
                i64::from(rng.u32(..1000)) * i64::from(rng.u32(500..1000)) * DAYS / 1_000_000;
            (evening(rng, now - Duration::days(back), hours)).min(now.timestamp_millis() - 60_000)
        })
        .collect();
    at.sort_unstable();
    at
}

/// A moment in the working hours of `day`.
fn evening(rng: &mut Rng, day: DateTime<Local>, hours: Hours) -> i64 {
    let (opens, minutes) = match hours {
        // Two draws: most of it in the middle of the evening.
        Hours::Night => (17, rng.i64(0..250) + rng.i64(0..230)),
        Hours::Day => (11, rng.i64(0..300) + rng.i64(0..300)),
    };
    let opens = NaiveTime::from_hms_opt(opens, 0, 0).unwrap_or_default();
    let start = day.date_naive().and_time(opens);
    let start = Local.from_local_datetime(&start).earliest().unwrap_or(day);
    (start + Duration::minutes(minutes)).timestamp_millis()
}

#[cfg(test)]
mod tests {
    use super::{DAYS, Hours, moments};
    use chrono::{Local, Timelike as _};
    use fastrand::Rng;

    #[test]
    fn the_street_is_at_night_in_order_and_never_in_the_future() {
        let now = Local::now();
        let at = moments(&mut Rng::with_seed(1), now, Hours::Night, 2000);
        assert!(at.is_sorted());
        assert!(at.iter().all(|at| *at < now.timestamp_millis()));
        assert!(
            at.iter()
                .all(|at| now.timestamp_millis() - at < (DAYS + 2) * 86_400_000)
        );
        let late = at
            .iter()
            .filter_map(|at| chrono::DateTime::from_timestamp_millis(*at))
            .filter(|at| !(5..19).contains(&at.with_timezone(&Local).hour()))
            .count();
        assert!(late > 1400, "{late}");
    }
}

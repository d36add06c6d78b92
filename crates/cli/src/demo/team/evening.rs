//! What one coach does in eighteen months, in the order in which it happens: contact moments, and of the
//! last weeks also shifts with rounds and stops.

use super::calendar::{Hours, moments};
use chrono::{DateTime, Local};
use fastrand::Rng;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
/// Shifts are written of so many days: who begins to use Nabij has older evenings from a spreadsheet.
const SHIFT_DAYS: i64 = 56;
/// Moments that lie nearer than this are of one evening.
const SAME_EVENING: i64 = 6 * HOUR;
/// Rounds in a shift, and stops in a round.
const ROUNDS: i64 = 3;
const STOPS: i64 = 3;

/// Something that happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// A shift begins.
    ShiftBegins,
    /// A round begins.
    RoundBegins,
    /// The coach stops somewhere.
    Stop,
    /// Somebody is met.
    Moment,
    /// The shift ends.
    ShiftEnds,
}

/// What happens and when (milliseconds since 1970), the oldest first, with `count` contact moments.
pub fn events(
    rng: &mut Rng,
    now: DateTime<Local>,
    hours: Hours,
    count: usize,
) -> Vec<(i64, Event)> {
    let at = moments(rng, now, hours, count);
    let mut events: Vec<(i64, Event)> = at.iter().map(|at| (*at, Event::Moment)).collect();
    if hours == Hours::Night {
        let since = now.timestamp_millis() - SHIFT_DAYS * 24 * HOUR;
        let recent: Vec<i64> = at.into_iter().filter(|at| *at > since).collect();
        for evening in recent.chunk_by(|one, next| next - one < SAME_EVENING) {
            if let (Some(first), Some(last)) = (evening.first(), evening.last()) {
                events.extend(shift(rng, first - 30 * MINUTE, last + 45 * MINUTE, now));
            }
        }
    }
    events.sort_unstable();
    events
}

/// A shift around the moments of one evening; none if it would not be over yet.
fn shift(rng: &mut Rng, begins: i64, ends: i64, now: DateTime<Local>) -> Vec<(i64, Event)> {
    if ends >= now.timestamp_millis() {
        return Vec::new();
    }
    let mut events = vec![(begins, Event::ShiftBegins), (ends, Event::ShiftEnds)];
    let each = (ends - begins) / ROUNDS;
    for round in 0..ROUNDS {
        let starts = begins + round * each + MINUTE;
        events.push((starts, Event::RoundBegins));
        for stop in 0..STOPS {
            let earliest = starts + stop * each / (STOPS + 1) + MINUTE;
            events.push((
                earliest + rng.i64(0..(each / (STOPS + 2)).max(1)),
                Event::Stop,
            ));
        }
    }
    events
}

#[cfg(test)]
mod tests {
    use super::{Event, Hours, events};
    use chrono::Local;
    use fastrand::Rng;

    #[test]
    fn every_shift_that_begins_ends_before_the_next_and_has_three_rounds_with_nine_stops() {
        let events = events(&mut Rng::with_seed(4), Local::now(), Hours::Night, 400);
        let count = |wanted| events.iter().filter(|(_, event)| *event == wanted).count();
        assert_eq!(count(Event::Moment), 400);
        assert!(count(Event::ShiftBegins) > 5);
        assert_eq!(count(Event::ShiftBegins), count(Event::ShiftEnds));
        assert_eq!(count(Event::RoundBegins), 3 * count(Event::ShiftBegins));
        assert_eq!(count(Event::Stop), 9 * count(Event::ShiftBegins));
        let mut runs = false;
        for (_, event) in &events {
            match event {
                Event::ShiftBegins => assert!(!std::mem::replace(&mut runs, true)),
                Event::ShiftEnds => assert!(std::mem::replace(&mut runs, false)),
                Event::RoundBegins | Event::Stop => assert!(runs),
                Event::Moment => {}
            }
        }
    }
}

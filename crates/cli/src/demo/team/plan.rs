//! Which cases there are, who holds them, and since when.

use super::calendar::{DAYS, Hours};
use super::names;
use super::notes::Subject;
use fastrand::Rng;
use std::collections::BTreeSet;

/// How many cases of one young person.
const OF_YOUNG: usize = 240;
/// How many of a household.
const OF_HOUSEHOLDS: usize = 160;
/// The most colleagues who hold a case beside the coach who opens it.
const MOST_OTHERS: usize = 3;

/// A case before it is opened.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What the team calls it.
    pub name: String,
    /// Whom it is about.
    pub subject: Subject,
    /// Who opens it: which of [`names::COACHES`].
    pub opener: usize,
    /// Who else works in it.
    pub others: BTreeSet<usize>,
    /// When it is opened; milliseconds since 1970.
    pub opened_at: i64,
}

impl Plan {
    /// Whether this coach works in it.
    pub fn is_of(&self, coach: usize) -> bool {
        self.opener == coach || self.others.contains(&coach)
    }
}

/// When a coach in this role works.
pub fn hours(role: &str) -> Hours {
    match role {
        "coach" => Hours::Night,
        _ => Hours::Day,
    }
}

/// All cases of the team as they stand at `now`: a young person's with street coaches, a household's with
/// family coaches.
pub fn cases(rng: &mut Rng, now: i64) -> Vec<Plan> {
    let of = |wanted| {
        let coaches = names::COACHES.iter().enumerate();
        let of: Vec<usize> = coaches
            .filter(|(_, (_, role))| hours(role) == wanted)
            .map(|(index, _)| index)
            .collect();
        of
    };
    let (street, families) = (of(Hours::Night), of(Hours::Day));
    let young = (0..OF_YOUNG).filter_map(|number| {
        let (name, she) = *names::YOUNG.get(number % names::YOUNG.len())?;
        let round = number / names::YOUNG.len();
        let initial = names::INITIALS.get((number + round) % names::INITIALS.len())?;
        let subject = Subject::Young(name.to_owned(), she);
        Some((
            format!("{name} {initial}"),
            subject,
            *street.get(number % street.len())?,
        ))
    });
    let households = (0..OF_HOUSEHOLDS).filter_map(|number| {
        let name = names::HOUSEHOLDS.get(number % names::HOUSEHOLDS.len())?;
        let ending = names::HOUSEHOLD_ENDINGS.get(number / names::HOUSEHOLDS.len())?;
        let opener = *families.get(number % families.len())?;
        Some((format!("Gezin {name}{ending}"), Subject::Household, opener))
    });
    let mut plans: Vec<Plan> = young
        .chain(households)
        .map(|(name, subject, opener)| {
            let others = (0..rng.usize(..=MOST_OTHERS)).map(|_| rng.usize(..names::COACHES.len()));
            let others = others.filter(|other| *other != opener).collect();
            let days = rng.i64(DAYS / 4..DAYS);
            Plan {
                name,
                subject,
                opener,
                others,
                opened_at: now - days * 86_400_000,
            }
        })
        .collect();
    plans.sort_by_key(|plan| plan.opened_at);
    plans
}

#[cfg(test)]
mod tests {
    use super::cases;
    use crate::demo::team::names::COACHES;
    use fastrand::Rng;
    use std::collections::BTreeSet;

    #[test]
    fn there_are_four_hundred_cases_of_different_names_and_everybody_has_some() {
        let plans = cases(&mut Rng::with_seed(1), 0);
        let names: BTreeSet<&str> = plans.iter().map(|plan| plan.name.as_str()).collect();
        assert_eq!(names.len(), 400);
        for coach in 0..COACHES.len() {
            assert!(plans.iter().filter(|plan| plan.is_of(coach)).count() > 16);
        }
        assert!(plans.iter().all(|plan| plan.others.len() <= 3));
    }
}

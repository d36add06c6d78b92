//! Taking a document back, or putting it back: the same for every kind. Nothing is ever deleted inside a document.

use crate::document::{Author, Change, Document, DocumentKind, Puts, Version, commit};
use crate::field::Field;
use crate::id::Millis;
use crate::refusal::Refusal;

/// Takes the document back (`true`) or puts it back (`false`), as it read in `base`. `None`: it already was.
///
/// A summary, a colleague and the team cannot be taken back: [`Refusal::WrongKind`].
pub fn set(
    document: &mut Document,
    base: &Version,
    withdrawn: bool,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let kind = document.kind();
    if matches!(
        kind,
        DocumentKind::Summary | DocumentKind::Colleague | DocumentKind::Team
    ) {
        return Err(Refusal::WrongKind {
            expected: DocumentKind::ContactMoment,
        });
    }
    let mut puts = Puts::on(document, base, kind)?;
    puts.set(Field::Withdrawn, withdrawn)?;
    let puts = puts.into_puts();
    commit(document, base, author, now, puts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;
    use crate::{place, team};

    #[test]
    fn a_place_goes_and_comes_back_and_a_team_stays() {
        let author = Author {
            actor: [1; 16],
            member: Id([2; 16]),
        };
        let now = Millis(1_795_000_000_000);
        let new = place::NewPlace {
            name: "Neude".into(),
        };
        let (mut document, _) = place::create(&author, new, now).unwrap();
        for withdrawn in [true, false] {
            let base = document.version();
            assert!(
                set(&mut document, &base, withdrawn, &author, now)
                    .unwrap()
                    .is_some()
            );
            assert_eq!(place::read(&document).unwrap().withdrawn, withdrawn);
        }
        let base = document.version();
        assert!(
            set(&mut document, &base, false, &author, now)
                .unwrap()
                .is_none()
        );
        let new = team::NewTeam {
            name: "West".into(),
        };
        let (mut document, _) = team::create(&author, new, now).unwrap();
        let base = document.version();
        assert!(set(&mut document, &base, true, &author, now).is_err());
    }
}

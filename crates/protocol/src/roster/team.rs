//! The team's records, rank by rank from the top.

use super::statement::Statement;
use super::Roster;

pub(super) fn evaluate(_roster: &mut Roster, _statements: Vec<Statement>) {}

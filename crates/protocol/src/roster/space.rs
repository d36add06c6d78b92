//! One space's records.

use super::statement::Statement;
use super::Roster;
use crate::id::SpaceId;

pub(super) fn evaluate(_roster: &mut Roster, _id: SpaceId, _statements: Vec<Statement>) {}

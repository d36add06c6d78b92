//! The parts of a life, as the door knows them.

use nabij_domain::LifeDomain as Domain;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A part of a life (leefgebied). Not spoken about is the normal state of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LifeDomain {
    /// A place to live.
    Housing,
    /// Money and debt.
    Money,
    /// School and work.
    SchoolWork,
    /// Family and home.
    Family,
    /// Friends, neighbours, helpers.
    Network,
    /// Health of body and mind.
    Health,
    /// Safety and justice.
    Safety,
    /// Spare time.
    Leisure,
}

impl From<LifeDomain> for Domain {
    fn from(domain: LifeDomain) -> Self {
        match domain {
            LifeDomain::Housing => Domain::Housing,
            LifeDomain::Money => Domain::Money,
            LifeDomain::SchoolWork => Domain::SchoolWork,
            LifeDomain::Family => Domain::Family,
            LifeDomain::Network => Domain::Network,
            LifeDomain::Health => Domain::Health,
            LifeDomain::Safety => Domain::Safety,
            LifeDomain::Leisure => Domain::Leisure,
        }
    }
}

impl From<Domain> for LifeDomain {
    fn from(domain: Domain) -> Self {
        match domain {
            Domain::Housing => LifeDomain::Housing,
            Domain::Money => LifeDomain::Money,
            Domain::SchoolWork => LifeDomain::SchoolWork,
            Domain::Family => LifeDomain::Family,
            Domain::Network => LifeDomain::Network,
            Domain::Health => LifeDomain::Health,
            Domain::Safety => LifeDomain::Safety,
            Domain::Leisure => LifeDomain::Leisure,
        }
    }
}

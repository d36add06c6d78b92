//! What a search is narrowed by.

use super::HitKind;
use crate::contact_moments::ContactKind;
use crate::error::Error;
use crate::life_domains::LifeDomain;
use crate::open_vault::OpenVault;
use nabij_domain::{Millis, Personal};
use nabij_store::Filter;
use serde::Deserialize;
use ts_rs::TS;

/// What hits must be; what is not said does not matter.
#[derive(Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct SearchFilters {
    /// The colleague who wrote it.
    pub by: Option<String>,
    /// The case it lies in.
    pub case_id: Option<String>,
    /// The person without a case whom it is about.
    pub person_id: Option<String>,
    /// What the place is called where it was.
    pub place: Option<String>,
    /// Since the running shift of this laptop's owner began; without one nothing is found.
    pub this_shift: bool,
    /// Since when; milliseconds since 1970.
    pub from: Option<i64>,
    /// Before when; milliseconds since 1970.
    pub until: Option<i64>,
    /// Any of these kinds; none: all.
    pub kinds: Vec<HitKind>,
    /// Any of these kinds of contact; none: all.
    pub contact_kinds: Vec<ContactKind>,
    /// About any of these parts of a life; none: all.
    pub life_domains: Vec<LifeDomain>,
}

impl SearchFilters {
    /// As the store knows it; `None`: nothing can pass, because there is no running shift.
    pub(super) fn resolved(self, vault: &OpenVault) -> Result<Option<Filter>, Error> {
        let mut from = self.from.map(Millis);
        if self.this_shift {
            let me = vault.team_view().me;
            let running = me.map(|me| vault.store.running_shift(&me)).transpose()?;
            match running.flatten() {
                Some(shift) => from = from.max(Some(shift.at)),
                None => return Ok(None),
            }
        }
        let place = self.place.filter(|place| !place.trim().is_empty());
        Ok(Some(Filter {
            by: parsed(self.by.as_deref(), "by")?,
            case: parsed(self.case_id.as_deref(), "caseId")?,
            person: parsed(self.person_id.as_deref(), "personId")?,
            place: place.map(Personal::from),
            from,
            until: self.until.map(Millis),
            kinds: self.kinds.into_iter().map(Into::into).collect(),
            contact_kinds: self.contact_kinds.into_iter().map(Into::into).collect(),
            life_domains: self.life_domains.into_iter().map(Into::into).collect(),
        }))
    }
}

fn parsed<T: std::str::FromStr>(
    text: Option<&str>,
    field: &'static str,
) -> Result<Option<T>, Error> {
    text.map(|text| text.parse().map_err(|_| Error::Invalid(field)))
        .transpose()
}

//! Carrying an import out: everything in one transaction, or nothing.

use super::column::ImportColumn;
use super::plan::{Asked, CaseOf, Plan, Planned, plan};
use super::row::{SaidAction, SaidMoment};
use crate::App;
use crate::cases::members;
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::{OpenVault, TeamStanding};
use crate::spaces::open_space;
use crate::team::colleagues;
use crate::write::{Write, new_id, write_telling};
use nabij_domain::action::{self, NewAction};
use nabij_domain::case::{self, NewCase};
use nabij_domain::contact_moment::{self, NewContactMoment};
use nabij_domain::person::{self, NewPerson};
use nabij_domain::summary::{self, NewSummary};
use nabij_domain::{Author, Id, Millis, Personal, name_key};
use nabij_protocol::id::{MemberId, SpaceId};
use nabij_protocol::record::SpaceKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Carries an import out.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Import {
    /// The file; a person chose it.
    pub path: String,
    /// Which sheet, from zero.
    pub sheet: u32,
    /// What each column holds.
    pub mapping: Vec<ImportColumn>,
    /// What the try-out answered.
    pub digest: String,
    /// Whether wrong rows are left out; else a single one stops everything.
    pub leave_out_wrong_rows: bool,
    /// With which colleagues new cases are shared, besides oneself.
    #[serde(default)]
    pub with: Vec<String>,
}

/// What was taken in.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportDone {
    /// The import, to take it back by.
    pub import_id: String,
    /// How many cases were opened.
    pub cases: u32,
    /// How many contact moments were recorded.
    pub contact_moments: u32,
    /// How many persons without a case are remembered.
    pub persons: u32,
    /// How many actions were written down.
    pub actions: u32,
    /// How many wrong rows were left out.
    pub left_out: u32,
}

pub(crate) fn import(app: &App, request: Import, origin: &Origin) -> Result<ImportDone, Error> {
    let vault = app.vault()?;
    let asked = Asked {
        path: &request.path,
        sheet: request.sheet,
        mapping: &request.mapping,
    };
    let plan = plan(app, &vault, &asked)?;
    if plan.digest != request.digest {
        return Err(Error::FileChanged);
    }
    if plan.totals.wrong > 0 && !request.leave_out_wrong_rows {
        return Err(Error::Invalid("leaveOutWrongRows"));
    }
    let (import, totals) = (new_id(), plan.totals);
    let mut with = members(&request.with)?;
    let mut standing = vault.standing();
    let (team, me) = standing.membership()?;
    with.retain(|member| *member != me);
    let mut spaces = Vec::with_capacity(plan.cases.len());
    let mut writes = Vec::new();
    for _ in &plan.cases {
        let (space, opening) = open_space(&vault, &mut standing, SpaceKind::Case, team, me, &with)?;
        spaces.push(space);
        writes.extend(opening);
    }
    let pen = Pen {
        author: vault.author(me),
        now: Millis(app.now()),
        import,
        street: standing.common_space(SpaceKind::Street)?,
        spaces,
        persons: plan.persons.iter().map(|_| new_id()).collect(),
        colleagues: names(&vault, &standing)?,
    };
    pen.write(plan, &mut writes)?;
    // Each is sealed, and then taken in.
    let counting = app.import_progress().begin(writes.len().saturating_mul(2));
    if !writes.is_empty() {
        let step = || counting.step();
        write_telling(app, &vault, &mut standing, writes, origin, &step)?;
    }
    Ok(ImportDone {
        import_id: import.to_string(),
        cases: totals.cases,
        contact_moments: totals.contact_moments,
        persons: totals.persons,
        actions: totals.actions,
        left_out: totals.wrong,
    })
}

/// The colleagues whose name nobody else has.
fn names(vault: &OpenVault, standing: &TeamStanding) -> Result<BTreeMap<String, Id>, Error> {
    let mut names: BTreeMap<String, Option<Id>> = BTreeMap::new();
    for colleague in colleagues(vault, standing)? {
        let member: Option<MemberId> = colleague.member_id.parse().ok();
        names
            .entry(name_key(&Personal::from(colleague.name)))
            .and_modify(|known| *known = None)
            .or_insert(member.map(|member| Id(member.0)));
    }
    let known = names.into_iter();
    Ok(known.filter_map(|(name, id)| Some((name, id?))).collect())
}

/// Makes the documents of one import.
struct Pen {
    author: Author,
    now: Millis,
    import: Id,
    street: SpaceId,
    /// Of the new cases.
    spaces: Vec<SpaceId>,
    /// Of the new persons.
    persons: Vec<Id>,
    colleagues: BTreeMap<String, Id>,
}

impl Pen {
    fn write(&self, plan: Plan, writes: &mut Vec<Write>) -> Result<(), Error> {
        for (name, space) in plan.cases.into_iter().zip(&self.spaces) {
            self.case(name, *space, writes)?;
        }
        for (nickname, id) in plan.persons.into_iter().zip(&self.persons) {
            let new = NewPerson {
                nickname: Personal::from(nickname),
                text: None,
                group: None,
                place: None,
                purpose: None,
                import: Some(self.import),
            };
            let (_, change) = person::create(&self.author, new, self.now)?;
            writes.push(Write::change(self.street, *id, change));
        }
        for planned in plan.rows.into_iter().flatten() {
            self.row(planned, writes)?;
        }
        Ok(())
    }

    fn case(&self, name: String, space: SpaceId, writes: &mut Vec<Write>) -> Result<(), Error> {
        let new = NewCase {
            name: Personal::from(name),
            import: Some(self.import),
        };
        let (_, change) = case::create(&self.author, new, self.now)?;
        writes.push(Write::change(space, new_id(), change));
        let new = NewSummary {
            case: Id(space.0),
            text: Personal::from(""),
        };
        let (_, change) = summary::create(&self.author, new, self.now)?;
        writes.push(Write::change(space, new_id(), change));
        Ok(())
    }

    fn row(&self, planned: Planned, writes: &mut Vec<Write>) -> Result<(), Error> {
        let missing = || Error::Unexpected("a row without its case");
        let case = match planned.case {
            None => None,
            Some(CaseOf::Here(case)) => Some(case),
            Some(CaseOf::New(place)) => Some(Id(self.spaces.get(place).ok_or_else(missing)?.0)),
        };
        let about = About {
            case,
            space: case.map_or(self.street, |case| SpaceId(case.0)),
            person: planned
                .person
                .and_then(|place| self.persons.get(place))
                .copied(),
        };
        let said = planned.said;
        let moment = said.moment.map(|moment| (new_id(), moment));
        let moment_id = moment.as_ref().map(|(id, _)| *id);
        if let Some((id, moment)) = moment {
            let change = self.moment(&about, said.nickname, moment)?;
            writes.push(Write::change(about.space, id, change));
        }
        if let Some(action) = said.action {
            let change = self.action(&about, moment_id, action)?;
            writes.push(Write::change(about.space, new_id(), change));
        }
        Ok(())
    }

    fn moment(
        &self,
        about: &About,
        nickname: Option<String>,
        said: SaidMoment,
    ) -> Result<nabij_domain::Change, Error> {
        let new = NewContactMoment {
            case: about.case,
            // A person who is remembered has a name that expires; the moment itself must not keep it.
            nickname: nickname
                .filter(|_| about.person.is_none())
                .map(Personal::from),
            place: said.place.map(Personal::from),
            persons: about.person.into_iter().collect(),
            outcome: said.outcome,
            life_domains: said.life_domains,
            import: Some(self.import),
            ..NewContactMoment::new(said.kind, Personal::from(said.text), said.at)
        };
        Ok(contact_moment::create(&self.author, new, self.now)?.1)
    }

    fn action(
        &self,
        about: &About,
        contact_moment: Option<Id>,
        said: SaidAction,
    ) -> Result<nabij_domain::Change, Error> {
        let owner = said.owner.map(Personal::from);
        let colleague = owner
            .as_ref()
            .and_then(|owner| self.colleagues.get(&name_key(owner)))
            .copied();
        let new = NewAction {
            case: about.case,
            person: about.person,
            contact_moment,
            shift: None,
            text: Personal::from(said.text),
            colleague,
            owner: owner.filter(|_| colleague.is_none()),
            due: said.due,
            due_hour: said.due_hour,
            import: Some(self.import),
        };
        Ok(action::create(&self.author, new, self.now)?.1)
    }
}

/// Whom a row is about, and where it lies.
struct About {
    case: Option<Id>,
    space: SpaceId,
    person: Option<Id>,
}

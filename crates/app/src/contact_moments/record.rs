//! Recording: what one coach writes once becomes a document for each case that is named and one on the street for
//! everybody without a case. A copy names nobody but whom it is for.

use super::{
    ContactKind, ContactMomentRow, ContactOutcome, contact_moment_row, filled, life_domains,
};
use crate::App;
use crate::cases::case_id;
use crate::error::Error;
use crate::ipc::Origin;
use crate::life_domains::LifeDomain;
use crate::open_vault::{OpenVault, TeamStanding};
use crate::places::place_of;
use crate::write::{Write, new_id, write, write_and_forget_draft};
use nabij_domain::action::{self, NewAction};
use nabij_domain::contact_moment::{self, NewContactMoment};
use nabij_domain::person::{self, NewPerson};
use nabij_domain::{Author, Id, Millis, Personal};
use nabij_protocol::id::{MemberId, SpaceId};
use nabij_protocol::record::SpaceKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What belongs to a shift happened at most this long before it began or after it was last heard of: nobody forgets
/// to end a shift for longer, and what is written down later is not of this evening.
const LONGEST_SHIFT: i64 = 16 * 60 * 60 * 1000;
/// A contact moment belongs to the newest stop of the last half hour.
const STOP_LASTS: i64 = 30 * 60 * 1000;

/// Somebody a contact moment was with: a case, a person who is known, or a nickname.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Whom {
    /// A case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub case_id: Option<String>,
    /// A person without a case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub person_id: Option<String>,
    /// In the coach's words. Alone: a person of this nickname, who is remembered from now on if there was none;
    /// with a case: who in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub nickname: Option<String>,
}

/// Something that was agreed.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgreedAction {
    /// What.
    pub text: String,
    /// Who does it, in words: "Daan zelf", "de buurvrouw".
    #[serde(default)]
    pub owner: Option<String>,
    /// The colleague who does it.
    #[serde(default)]
    pub colleague_id: Option<String>,
    /// By which day; milliseconds since 1970.
    #[serde(default)]
    pub due: Option<i64>,
}

/// Records a contact moment.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordContactMoment {
    /// With whom; nobody in particular: on the street.
    #[serde(default)]
    pub people: Vec<Whom>,
    /// What kind.
    pub kind: ContactKind,
    /// What happened: the only thing that is required.
    pub text: String,
    /// When; milliseconds since 1970.
    pub at: i64,
    /// Where.
    #[serde(default)]
    pub place: Option<String>,
    /// Whether somebody was reached.
    #[serde(default)]
    #[ts(optional, as = "Option<ContactOutcome>")]
    pub outcome: ContactOutcome,
    /// The parts of a life it was about.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<LifeDomain>>")]
    pub life_domains: Vec<LifeDomain>,
    /// The group it was with.
    #[serde(default)]
    #[ts(optional)]
    pub group_id: Option<String>,
    /// What was agreed; lies with the first of `people`.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<AgreedAction>>")]
    pub actions: Vec<AgreedAction>,
    /// Whether it was the draft, which is then forgotten in the same write.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub from_draft: bool,
}

/// What was recorded.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Recorded {
    /// A contact moment for each case that was named, in that order, and one for the street.
    pub rows: Vec<ContactMomentRow>,
    /// Everything that was written: taken back together, it never was.
    pub ids: Vec<String>,
}

pub(crate) fn record_contact_moment(
    app: &App,
    request: RecordContactMoment,
    origin: &Origin,
) -> Result<Recorded, Error> {
    let vault = app.vault()?;
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let mut note = Notebook {
        author: vault.author(me),
        street: standing.common_space(SpaceKind::Street)?,
        now: Millis(app.now()),
        vault: &vault,
        writes: Vec::new(),
        ids: Vec::new(),
    };
    let (named, on_street) = note.sort(&request.people)?;
    let first_is_on_street = named.first().is_none_or(|case| case.after_street);
    let is_on_street = !on_street.is_empty() || named.is_empty();
    let place = filled(request.place.clone());
    let place_id = match &place {
        // A place of a case stays in the case: it may be somebody's address.
        Some(place) if is_on_street => Some(note.place(&standing, place)?),
        _ => None,
    };
    let group = request.group_id.as_deref().map(str::parse).transpose()?;
    let persons = note.persons(on_street, group, place_id)?;
    let all = persons.len() + named.len();
    let base = note.moment(&request, me, group, place)?;

    let mut moments = Vec::new();
    for case in &named {
        let new = NewContactMoment {
            case: Some(case.id),
            nickname: case.nickname.clone(),
            others: others(all - 1),
            ..base.clone()
        };
        moments.push(note.write_moment(SpaceId(case.id.0), new)?);
    }
    if is_on_street {
        let new = NewContactMoment {
            others: others(named.len()),
            persons: persons.clone(),
            ..base.clone()
        };
        moments.push(note.write_moment(note.street, new)?);
    }
    let with_first = if first_is_on_street {
        moments.last()
    } else {
        moments.first()
    };
    let case = named
        .first()
        .filter(|_| !first_is_on_street)
        .map(|case| case.id);
    for action in request.actions {
        let new = NewAction {
            case,
            person: persons.first().copied().filter(|_| case.is_none()),
            contact_moment: with_first.copied(),
            shift: base.shift,
            text: Personal::from(action.text),
            colleague: action.colleague_id.as_deref().map(str::parse).transpose()?,
            owner: filled(action.owner),
            due: action.due.map(Millis),
            due_hour: false,
            import: None,
        };
        note.write_action(new)?;
    }
    let Notebook { writes, ids, .. } = note;
    if request.from_draft {
        write_and_forget_draft(app, &vault, &mut standing, writes, origin)?;
    } else {
        write(app, &vault, &mut standing, writes, origin)?;
    }
    drop(standing);
    let rows = moments
        .into_iter()
        .map(|id| contact_moment_row(app, &vault, id));
    Ok(Recorded {
        rows: rows.collect::<Result<_, _>>()?,
        ids: ids.iter().map(ToString::to_string).collect(),
    })
}

fn others(count: usize) -> Option<u32> {
    u32::try_from(count).ok().filter(|count| *count > 0)
}

/// A case that was named.
struct Named {
    id: Id,
    nickname: Option<Personal>,
    /// Whether somebody without a case was named before it.
    after_street: bool,
}

/// Somebody without a case who was named.
#[derive(PartialEq)]
enum OnStreet {
    Known(Id),
    Nickname(Personal),
}

fn add(on_street: &mut Vec<OnStreet>, someone: OnStreet) {
    if !on_street.contains(&someone) {
        on_street.push(someone);
    }
}

/// All that one recording writes, before it is written.
struct Notebook<'a> {
    author: Author,
    street: SpaceId,
    now: Millis,
    vault: &'a OpenVault,
    writes: Vec<Write>,
    ids: Vec<Id>,
}

impl Notebook<'_> {
    /// Those with a case and those without, each once and in the order in which they were named.
    fn sort(&self, people: &[Whom]) -> Result<(Vec<Named>, Vec<OnStreet>), Error> {
        let (mut named, mut on_street) = (Vec::<Named>::new(), Vec::<OnStreet>::new());
        for whom in people {
            let nickname = filled(whom.nickname.clone());
            let someone = match (&whom.case_id, &whom.person_id, nickname) {
                (Some(case), None, nickname) => {
                    let id = case_id(case)?;
                    self.vault.store.case(id)?.ok_or(Error::NotFound)?;
                    if !named.iter().any(|one| one.id == id) {
                        named.push(Named {
                            id,
                            nickname,
                            after_street: !on_street.is_empty(),
                        });
                    }
                    continue;
                }
                (None, Some(person), _) => {
                    let id = person.parse()?;
                    self.vault.store.person(id)?.ok_or(Error::NotFound)?;
                    OnStreet::Known(id)
                }
                (None, None, Some(nicknames)) => {
                    // Several may be typed at once.
                    for nickname in nicknames.as_str().split(',').map(str::trim) {
                        if !nickname.is_empty() {
                            add(&mut on_street, OnStreet::Nickname(nickname.into()));
                        }
                    }
                    continue;
                }
                _ => return Err(Error::Invalid("people")),
            };
            add(&mut on_street, someone);
        }
        Ok((named, on_street))
    }

    fn place(&mut self, standing: &TeamStanding, place: &Personal) -> Result<Id, Error> {
        let (id, new) = place_of(self.vault, standing, place, self.now)?;
        if let Some(new) = new {
            self.writes.push(new);
            self.ids.push(id);
        }
        Ok(id)
    }

    /// Everybody without a case as a person; a nickname that nobody has makes one.
    fn persons(
        &mut self,
        on_street: Vec<OnStreet>,
        group: Option<Id>,
        place: Option<Id>,
    ) -> Result<Vec<Id>, Error> {
        let kept = self.vault.store.persons(self.now)?;
        let mut persons = Vec::new();
        for someone in on_street {
            let id = match someone {
                OnStreet::Known(id) => id,
                OnStreet::Nickname(nickname) => {
                    let same = kept
                        .iter()
                        .find(|person| person.merged_into.is_none() && person.nickname == nickname);
                    match same {
                        Some(person) => person.id,
                        None => self.remember(nickname, group, place)?,
                    }
                }
            };
            if !persons.contains(&id) {
                persons.push(id);
            }
        }
        Ok(persons)
    }

    fn remember(
        &mut self,
        nickname: Personal,
        group: Option<Id>,
        place: Option<Id>,
    ) -> Result<Id, Error> {
        let new = NewPerson {
            nickname,
            text: None,
            group,
            place,
            purpose: None,
            import: None,
        };
        let (_, change) = person::create(&self.author, new, self.now)?;
        Ok(self.add(self.street, change))
    }

    /// What every copy has.
    fn moment(
        &self,
        request: &RecordContactMoment,
        me: MemberId,
        group: Option<Id>,
        place: Option<Personal>,
    ) -> Result<NewContactMoment, Error> {
        let text = Personal::from(request.text.as_str());
        let at = Millis(request.at);
        let running = self.vault.store.running_shift(&me)?;
        let shift = running.filter(|shift| {
            (shift.at.0.saturating_sub(STOP_LASTS)..shift.at.0.saturating_add(LONGEST_SHIFT))
                .contains(&at.0)
        });
        let stop = shift.as_ref().and_then(|shift| shift.newest_stop.as_ref());
        let stop = stop.filter(|stop| stop.at.0.abs_diff(at.0) <= STOP_LASTS.unsigned_abs());
        Ok(NewContactMoment {
            place,
            outcome: request.outcome.into(),
            life_domains: life_domains(request.life_domains.clone()),
            group,
            shift: shift.as_ref().map(|shift| shift.id),
            stop: stop.map(|stop| stop.id),
            ..NewContactMoment::new(request.kind.into(), text, at)
        })
    }

    fn write_moment(&mut self, space: SpaceId, new: NewContactMoment) -> Result<Id, Error> {
        let (_, change) = contact_moment::create(&self.author, new, self.now)?;
        Ok(self.add(space, change))
    }

    fn write_action(&mut self, new: NewAction) -> Result<Id, Error> {
        let space = new.case.map_or(self.street, |case| SpaceId(case.0));
        let (_, change) = action::create(&self.author, new, self.now)?;
        Ok(self.add(space, change))
    }

    fn add(&mut self, space: SpaceId, change: nabij_domain::Change) -> Id {
        let id = new_id();
        self.writes.push(Write::change(space, id, change));
        self.ids.push(id);
        id
    }
}

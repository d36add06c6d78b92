//! A caseload handed over for good: a page for each case, so that a successor knows where it stands and why it is
//! done this way. Handing over adds a player: whoever hands over stays in the case.

use crate::App;
use crate::cases::case_id;
use crate::differences::Names;
use crate::error::Error;
use crate::handover_file::ReadLine;
use crate::handover_words::HandoverWords;
use crate::ipc::{Empty, Origin};
use crate::open_vault::{OpenVault, TeamStanding};
use crate::spaces::grant;
use crate::team::{Colleague, Role};
use crate::write::{Write, new_id, write};
use nabij_domain::handover::{self, HandoverKind, HandoverLine, HandoverPart, NewHandover};
use nabij_domain::{Id, Millis, Personal};
use nabij_protocol::id::{MemberId, SpaceId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// How many contacts a page shows.
const CONTACTS: u32 = 5;
/// The most cases that are handed over at once.
const MOST: usize = 200;
const SETTING: &str = "caseload_handover_draft";

/// What a coach is handing over, before it is sent.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CaseloadDraft {
    /// The member who takes over.
    pub to: Option<String>,
    /// The cases that are handed over.
    pub case_ids: Vec<String>,
    /// What was written in each case.
    pub whys: Vec<CaseWhy>,
}

/// Why we do it this way, in one case.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CaseWhy {
    /// Which case.
    pub case_id: String,
    /// The text.
    pub why: String,
}

impl std::fmt::Debug for CaseloadDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CaseloadDraft(***)")
    }
}

/// The pages of all cases that could be handed over.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseloadHandover {
    /// A page a case, in the order of the list of cases.
    pub pages: Vec<CaseloadPage>,
    /// What was chosen and written so far.
    pub draft: CaseloadDraft,
}

/// One case on one page.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseloadPage {
    /// Which case.
    pub case_id: String,
    /// Its name.
    pub name: String,
    /// Where we stand.
    pub summary: String,
    /// Why we do it this way, as the newest handover of this case said.
    pub why: String,
    /// Who holds it.
    pub colleagues: Vec<Colleague>,
    /// What is agreed and still open.
    pub agreements: Vec<ReadLine>,
    /// The newest contacts.
    pub contacts: Vec<ReadLine>,
}

impl std::fmt::Debug for CaseloadPage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CaseloadPage(***)")
    }
}

/// Keeps what is being handed over; none forgets it. Never leaves this laptop.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveCaseloadDraft {
    /// What was chosen and written.
    pub draft: Option<CaseloadDraft>,
}

/// Hands cases over for good.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SendCaseloadHandover {
    /// What was chosen and written.
    pub draft: CaseloadDraft,
}

/// Cases that were handed over.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SentCaseload {
    /// The documents.
    pub ids: Vec<String>,
    /// How many cases the successor did not hold before and can read from now on. That is not undone.
    pub granted: u32,
}

pub(crate) fn compose_caseload_handover(
    app: &App,
    _: Empty,
    _: &Origin,
) -> Result<CaseloadHandover, Error> {
    let vault = app.vault()?;
    let (_, me) = vault.team_view().membership()?;
    let names = Names::of(&vault)?;
    let words = HandoverWords::here(app)?;
    let mut pages = Vec::new();
    for case in vault.store.list_cases()? {
        let Some(holders) = holders(&vault, case.id, me) else {
            continue;
        };
        let facts = Facts::of(&vault, &names, words, case.id, &holders, Millis(app.now()))?;
        let read = |line| ReadLine::of(line, Some(case.id), None);
        pages.push(CaseloadPage {
            case_id: case.id.to_string(),
            name: case.name.into_inner(),
            summary: facts.summary.map(Personal::into_inner).unwrap_or_default(),
            why: vault
                .store
                .newest_why(case.id)?
                .map(Personal::into_inner)
                .unwrap_or_default(),
            colleagues: facts.colleagues,
            agreements: facts.agreements.into_iter().map(read).collect(),
            contacts: facts.contacts.into_iter().map(read).collect(),
        });
    }
    Ok(CaseloadHandover {
        pages,
        draft: kept(&vault)?,
    })
}

pub(crate) fn save_caseload_draft(
    app: &App,
    request: SaveCaseloadDraft,
    _: &Origin,
) -> Result<Empty, Error> {
    let vault = app.vault()?;
    vault.team_view().membership()?;
    let text = request
        .draft
        .map(|draft| serde_json::to_string(&draft))
        .transpose()?;
    vault.store.set_setting(SETTING, text.as_deref())?;
    Ok(Empty {})
}

pub(crate) fn send_caseload_handover(
    app: &App,
    request: SendCaseloadHandover,
    origin: &Origin,
) -> Result<SentCaseload, Error> {
    let vault = app.vault()?;
    let (_, me) = vault.team_view().membership()?;
    let draft = request.draft;
    let to = draft.to.as_deref().ok_or(Error::Invalid("to"))?;
    let to: MemberId = to.parse().map_err(|_| Error::Invalid("to"))?;
    let cases = draft.case_ids.iter().map(|id| case_id(id));
    let cases: BTreeSet<Id> = cases.collect::<Result<_, _>>()?;
    if to == me || cases.is_empty() || cases.len() > MOST {
        return Err(Error::Invalid("draft"));
    }
    let names = Names::of(&vault)?;
    let words = HandoverWords::here(app)?;
    let (author, now) = (vault.author(me), Millis(app.now()));
    let mut pages = Vec::new();
    for case in cases {
        let holders = holders(&vault, case, me).ok_or(Error::NotFound)?;
        let facts = Facts::of(&vault, &names, words, case, &holders, now)?;
        let written = draft
            .whys
            .iter()
            .find(|why| why.case_id == case.to_string());
        let why = match written {
            Some(why) => Some(Personal::from(why.why.as_str())),
            None => vault.store.newest_why(case)?,
        };
        let new = NewHandover {
            kind: HandoverKind::Caseload,
            case: Some(case),
            shift: None,
            colleagues: vec![Id(to.0)],
            lines: facts.into_lines(words),
            why,
        };
        let (_, change) = handover::create(&author, new, now)?;
        pages.push((SpaceId(case.0), new_id(), change));
    }
    let mut standing = vault.standing();
    let (mut writes, granted) = grants(&standing, pages.iter().map(|(space, ..)| *space), to)?;
    let ids = pages.iter().map(|(_, id, _)| id.to_string()).collect();
    let pages = pages.into_iter();
    writes.extend(pages.map(|(space, id, change)| Write::change(space, id, change)));
    write(app, &vault, &mut standing, writes, origin)?;
    vault
        .store
        .set_setting(SETTING, what_stays(draft)?.as_deref())?;
    Ok(SentCaseload { ids, granted })
}

/// The draft without what was sent: what was written in other cases is still somebody's work.
fn what_stays(draft: CaseloadDraft) -> Result<Option<String>, Error> {
    let sent = draft.case_ids;
    let mut whys = draft.whys;
    whys.retain(|why| !sent.contains(&why.case_id));
    if whys.is_empty() {
        return Ok(None);
    }
    let rest = CaseloadDraft {
        whys,
        ..CaseloadDraft::default()
    };
    Ok(Some(serde_json::to_string(&rest)?))
}

/// Lets the successor into the spaces that he does not hold, and how many those are.
fn grants(
    standing: &TeamStanding,
    spaces: impl Iterator<Item = SpaceId>,
    to: MemberId,
) -> Result<(Vec<Write>, u32), Error> {
    let public = standing
        .roster
        .member(&to)
        .map(|member| member.key.clone())
        .ok_or(Error::NotFound)?;
    let (mut writes, mut granted) = (Vec::new(), 0_u32);
    for space in spaces {
        let more = grant(standing, space, to, &public)?;
        granted += u32::from(!more.is_empty());
        writes.extend(more);
    }
    Ok((writes, granted))
}

/// Who holds the case, when this member does.
fn holders(vault: &OpenVault, case: Id, me: MemberId) -> Option<BTreeSet<MemberId>> {
    let standing = vault.team_view();
    let holders = &standing.roster.space(&SpaceId(case.0))?.holders;
    holders.contains(&me).then(|| holders.clone())
}

/// A draft that an older version kept in another shape is as good as none.
fn kept(vault: &OpenVault) -> Result<CaseloadDraft, Error> {
    let text = vault.store.setting(SETTING)?;
    Ok(text
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default())
}

/// What a page tells of a case.
struct Facts {
    summary: Option<Personal>,
    colleagues: Vec<Colleague>,
    agreements: Vec<HandoverLine>,
    contacts: Vec<HandoverLine>,
}

impl Facts {
    fn of(
        vault: &OpenVault,
        names: &Names,
        words: &HandoverWords,
        case: Id,
        holders: &BTreeSet<MemberId>,
        now: Millis,
    ) -> Result<Facts, Error> {
        let source = vault.store.caseload_source(case, CONTACTS, now)?;
        let summary = vault.store.summary(case)?.map(|summary| summary.text);
        let line = |part, heading: &str, at, text, about| HandoverLine {
            part,
            heading: Some(Personal::from(heading)),
            at: Some(at),
            text,
            about: Some(about),
        };
        let agreements = source.actions.iter().map(|action| {
            let colleague = action.colleague.map(|member| names.name(&member));
            let text = words.action(action, colleague);
            line(
                HandoverPart::Agreement,
                words.agreements,
                action.at,
                text,
                action.id,
            )
        });
        let contacts = source.contacts.iter().map(|contact| {
            let text = words.contact(contact);
            line(
                HandoverPart::Contact,
                words.contacts,
                contact.at,
                text,
                contact.id,
            )
        });
        Ok(Facts {
            summary: summary.filter(|text| !text.as_str().trim().is_empty()),
            colleagues: names.among(holders),
            agreements: agreements.collect(),
            contacts: contacts.collect(),
        })
    }

    /// The lines of the document that is sent: it says what it says, also when the case has moved on.
    fn into_lines(self, words: &HandoverWords) -> Vec<HandoverLine> {
        let sentence = |heading: &str, text| HandoverLine {
            part: HandoverPart::Sentence,
            heading: Some(Personal::from(heading)),
            at: None,
            text,
            about: None,
        };
        let who = self.colleagues.iter().map(|colleague| {
            let role = words.role(colleague.role);
            sentence(
                words.who,
                Personal::from(format!("{}, {role}", colleague.name)),
            )
        });
        let who: Vec<HandoverLine> = who.collect();
        let summary = self.summary.map(|text| sentence(words.summary, text));
        let lines = summary.into_iter().chain(self.agreements);
        lines.chain(who).chain(self.contacts).collect()
    }
}

impl HandoverWords {
    fn role(&self, role: Role) -> &'static str {
        let [coach, family, director, privacy] = self.roles;
        match role {
            Role::Coach => coach,
            Role::FamilyCoach => family,
            Role::Director => director,
            Role::PrivacyOfficer => privacy,
        }
    }
}

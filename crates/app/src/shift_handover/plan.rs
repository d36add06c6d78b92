//! What a handover would say now: the shift's documents as lines, grouped by who may read them, in the order that
//! the coach gave them.

use super::{HandoverDraft, ProposedGroup, ProposedLine};
use crate::App;
use crate::cases::{Share, case_id};
use crate::differences::Names;
use crate::error::Error;
use crate::handover_words::HandoverWords;
use crate::open_vault::OpenVault;
use nabij_domain::handover::{HandoverLine, HandoverPart};
use nabij_domain::stop::Mood;
use nabij_domain::{ContactKind, Id, Millis, Personal};
use nabij_protocol::id::{MemberId, SpaceId};
use nabij_store::{ActionSource, ContactSource, HandoverShift, HandoverSource, StopSource};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A handover before it is sent.
pub(super) struct Plan {
    /// The street's first, then the cases'.
    pub(super) groups: Vec<PlanGroup>,
}

/// Lines at one place or in one case.
pub(super) struct PlanGroup {
    case: Option<Id>,
    heading: Option<Personal>,
    readers: Option<Vec<String>>,
    lines: Vec<PlanLine>,
}

struct PlanLine {
    key: String,
    struck: bool,
    shared: bool,
    line: HandoverLine,
}

/// Where a line belongs.
#[derive(Clone, PartialEq, Eq)]
enum Where {
    Place(String),
    NoPlace,
    Case(Id),
}

impl Plan {
    pub(super) fn of(
        app: &App,
        vault: &OpenVault,
        names: &Names,
        me: MemberId,
        shift: HandoverShift,
        draft: &HandoverDraft,
    ) -> Result<Plan, Error> {
        let now = Millis(app.now());
        let until = shift.ended_at.unwrap_or(now);
        let source = vault.store.handover_source(&shift, &me, until, now)?;
        let mut sorter = Sorter {
            words: HandoverWords::here(app)?,
            names,
            cases: held(vault, names, me)?,
            found: Vec::new(),
        };
        sorter.add_all(source);
        sorter.add_sentences(draft)?;
        Ok(Plan {
            groups: sorter.groups(draft),
        })
    }

    /// The lines that the coach saw and did not strike, for the street and for each case.
    pub(super) fn seen(&self, draft: &HandoverDraft) -> Vec<(Option<Id>, Vec<HandoverLine>)> {
        let seen: HashSet<&str> = draft.order.iter().map(String::as_str).collect();
        let mut parts: Vec<(Option<Id>, Vec<HandoverLine>)> = Vec::new();
        for group in &self.groups {
            for line in &group.lines {
                if line.struck || !seen.contains(line.key.as_str()) {
                    continue;
                }
                match parts.last_mut() {
                    Some((case, lines)) if *case == group.case => lines.push(line.line.clone()),
                    _ => parts.push((group.case, vec![line.line.clone()])),
                }
            }
        }
        parts
    }

    /// What the cases in it are called.
    pub(super) fn case_names(&self) -> BTreeMap<Id, Personal> {
        let cases = self.groups.iter();
        cases
            .filter_map(|group| Some((group.case?, group.heading.clone()?)))
            .collect()
    }
}

/// A case that this member holds, by name, with the names of the others who do.
struct HeldCase {
    name: Personal,
    others: Vec<String>,
}

fn held(vault: &OpenVault, names: &Names, me: MemberId) -> Result<BTreeMap<Id, HeldCase>, Error> {
    let cases = vault.store.list_cases()?;
    let standing = vault.team_view();
    let held = cases.into_iter().filter_map(|case| {
        let space = standing.roster.space(&SpaceId(case.id.0))?;
        let others = names.among(&space.holders).into_iter();
        let others = others.filter(|colleague| !colleague.me);
        space.holders.contains(&me).then(|| {
            let others = others.map(|colleague| colleague.name).collect();
            (
                case.id,
                HeldCase {
                    name: case.name,
                    others,
                },
            )
        })
    });
    Ok(held.collect())
}

struct Sorter<'a> {
    words: &'static HandoverWords,
    names: &'a Names,
    cases: BTreeMap<Id, HeldCase>,
    found: Vec<(Where, PlanGroup)>,
}

impl Sorter<'_> {
    fn add_all(&mut self, source: HandoverSource) {
        for stop in source.stops {
            self.add_stop(&stop);
        }
        for contact in source.contacts {
            self.add_contact(&contact);
        }
        for action in source.actions {
            self.add_action(&action);
        }
        for (_, group) in &mut self.found {
            group.lines.sort_by_key(|line| line.line.at);
        }
    }

    fn add_stop(&mut self, stop: &StopSource) {
        let at = place(stop.place.as_ref());
        let worries = matches!(stop.mood, Some(Mood::Tense | Mood::Grim));
        let part = if worries {
            HandoverPart::Worry
        } else {
            HandoverPart::Stop
        };
        let words = self.words;
        let mut add = |key: &str, part, text| {
            let line = made(part, stop.at, text, stop.id);
            self.add(&at, stop.place.as_ref(), key, stop.shared, line);
        };
        add("stop", part, words.stop(stop));
        if let Some(agreement) = &stop.agreement {
            add(
                "agreement",
                HandoverPart::Agreement,
                words.agreed(agreement),
            );
        }
        if let Some(step) = &stop.next_step {
            add("step", HandoverPart::Agreement, words.next_step(step));
        }
    }

    fn add_contact(&mut self, contact: &ContactSource) {
        let part = if contact.kind == ContactKind::Signal {
            HandoverPart::Worry
        } else {
            HandoverPart::Contact
        };
        let line = made(part, contact.at, self.words.contact(contact), contact.id);
        let at = whereabouts(contact.in_case, contact.space, contact.place.as_ref());
        self.add(&at, contact.place.as_ref(), "contact", contact.shared, line);
    }

    fn add_action(&mut self, action: &ActionSource) {
        let colleague = action.colleague.map(|member| self.names.name(&member));
        let text = self.words.action(action, colleague);
        let line = made(HandoverPart::Agreement, action.at, text, action.id);
        let at = whereabouts(action.in_case, action.space, action.place.as_ref());
        self.add(&at, action.place.as_ref(), "action", action.shared, line);
    }

    fn add_sentences(&mut self, draft: &HandoverDraft) -> Result<(), Error> {
        for sentence in &draft.sentences {
            let heading = sentence.heading.as_deref().map(Personal::from);
            let at = match &sentence.case_id {
                Some(case) => Where::Case(case_id(case)?),
                None => place(heading.as_ref()),
            };
            let line = HandoverLine {
                part: HandoverPart::Sentence,
                heading: None,
                at: None,
                text: Personal::from(sentence.text.as_str()),
                about: None,
            };
            self.put(&at, heading.as_ref(), sentence.key.clone(), true, line);
        }
        Ok(())
    }

    fn add(
        &mut self,
        at: &Where,
        place: Option<&Personal>,
        key: &str,
        shared: bool,
        line: HandoverLine,
    ) {
        let key = line
            .about
            .map_or_else(|| key.to_owned(), |about| format!("{key}:{about}"));
        self.put(at, place, key, shared, line);
    }

    /// A line of a case that this member does not hold (any more) cannot be sent to those who do.
    fn put(
        &mut self,
        at: &Where,
        place: Option<&Personal>,
        key: String,
        shared: bool,
        mut line: HandoverLine,
    ) {
        let group = match self.found.iter().position(|(known, _)| known == at) {
            Some(group) => group,
            None => {
                let Some(group) = self.group(at, place) else {
                    return;
                };
                self.found.push((at.clone(), group));
                self.found.len() - 1
            }
        };
        let Some((_, group)) = self.found.get_mut(group) else {
            return;
        };
        // The name of a case stays in the list of cases; only a place is written over a line.
        line.heading = group.heading.clone().filter(|_| group.case.is_none());
        group.lines.push(PlanLine {
            key,
            struck: false,
            shared,
            line,
        });
    }

    fn group(&self, at: &Where, place: Option<&Personal>) -> Option<PlanGroup> {
        let (case, heading, readers) = match at {
            Where::Place(_) => (None, place.cloned(), None),
            Where::NoPlace => (None, None, None),
            Where::Case(case) => {
                let held = self.cases.get(case)?;
                (
                    Some(*case),
                    Some(held.name.clone()),
                    Some(held.others.clone()),
                )
            }
        };
        Some(PlanGroup {
            case,
            heading,
            readers,
            lines: Vec::new(),
        })
    }

    /// Places in the order in which the shift came by, then what has no place, then the cases by name.
    fn groups(mut self, draft: &HandoverDraft) -> Vec<PlanGroup> {
        // A place for a sentence is always there.
        if !self.found.iter().any(|(at, _)| *at == Where::NoPlace)
            && let Some(group) = self.group(&Where::NoPlace, None)
        {
            self.found.push((Where::NoPlace, group));
        }
        self.found.sort_by_cached_key(|(at, group)| match at {
            Where::Place(_) => {
                let first = group.lines.first().and_then(|line| line.line.at);
                (0, first, String::new())
            }
            Where::NoPlace => (1, None, String::new()),
            Where::Case(_) => {
                let name = group.heading.as_ref().map(Personal::as_str);
                (2, None, name.unwrap_or_default().to_lowercase())
            }
        });
        let places: HashMap<&str, usize> = draft
            .order
            .iter()
            .enumerate()
            .map(|(place, key)| (key.as_str(), place))
            .collect();
        let mut groups: Vec<PlanGroup> = self.found.into_iter().map(|(_, group)| group).collect();
        for line in groups.iter_mut().flat_map(|group| &mut group.lines) {
            line.struck = draft.struck.contains(&line.key);
        }
        for group in &mut groups {
            // What came in since stands at the end: the coach's own order stays.
            group.lines.sort_by_key(|line| {
                let known = places.get(line.key.as_str());
                known.copied().unwrap_or(usize::MAX)
            });
        }
        groups
    }
}

fn made(part: HandoverPart, at: Millis, text: Personal, about: Id) -> HandoverLine {
    HandoverLine {
        part,
        heading: None,
        at: Some(at),
        text,
        about: Some(about),
    }
}

fn whereabouts(in_case: bool, space: SpaceId, at: Option<&Personal>) -> Where {
    if in_case {
        Where::Case(Id(space.0))
    } else {
        place(at)
    }
}

fn place(name: Option<&Personal>) -> Where {
    match name.map(|name| name.as_str().trim().to_lowercase()) {
        Some(name) if !name.is_empty() => Where::Place(name),
        _ => Where::NoPlace,
    }
}

impl From<PlanGroup> for ProposedGroup {
    fn from(group: PlanGroup) -> ProposedGroup {
        let lines = group.lines.into_iter().map(|line| ProposedLine {
            key: line.key,
            part: line.line.part.into(),
            at: line.line.at.map(|at| at.0),
            text: line.line.text.into_inner(),
            share: Share::of(line.shared),
            struck: line.struck,
        });
        ProposedGroup {
            case_id: group.case.map(|case| case.to_string()),
            heading: group.heading.map(Personal::into_inner),
            readers: group.readers,
            lines: lines.collect(),
        }
    }
}

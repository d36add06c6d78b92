//! One space's records, judged when the team's are final.

use super::cuts::Removals;
use super::statement::{Statement, is_in};
use super::team::{Verdicts, standing};
use super::{Epoch, Reason, Roster, Space};
use crate::entry::Place;
use crate::id::{EpochId, MemberId, SpaceId};
use crate::record::{Envelope, ParentEpoch, Rank, RecordKind, SpaceKind};
use std::collections::{BTreeMap, BTreeSet};

/// A record by somebody who was in the team.
struct Voice<'a> {
    author: MemberId,
    rank: Rank,
    place: Place,
    kind: &'a RecordKind,
}

pub(super) fn evaluate(roster: &mut Roster, id: SpaceId, statements: Vec<Statement>) {
    let mut verdicts = Verdicts::new();
    let mut voices = Vec::new();
    for statement in &statements {
        match standing(roster, statement) {
            Ok((author, rank)) => {
                let (place, kind) = (statement.place, &statement.record.kind);
                voices.push(Voice {
                    author,
                    rank,
                    place,
                    kind,
                });
            }
            Err(reason) => {
                verdicts.insert(statement.place, Err(reason));
            }
        }
    }
    let opened = open(roster, id, &voices, &mut verdicts);
    if let Some((kind, opener)) = opened {
        let removals = removals(roster, opener, &voices, &mut verdicts);
        let granted = grants(roster, opener, &removals, &voices, &mut verdicts);
        let epochs = epochs(&granted, &removals, &voices, &mut verdicts);
        let mut lives = granted;
        for (member, removals) in &removals {
            let life = lives.entry(*member).or_insert(0);
            *life = (*life).max(removals.last_life());
        }
        let holders = lives
            .iter()
            .filter(|(member, life)| is_in(**life) && roster.member(member).is_some())
            .map(|(member, _)| *member)
            .collect();
        let space = Space {
            id,
            kind,
            opener,
            holders,
            epochs,
            granted: lives,
            removals,
        };
        roster.spaces.insert(id, space);
    }
    for statement in &statements {
        let verdict = verdicts
            .remove(&statement.place)
            .unwrap_or(Err(Reason::NoSpace));
        roster.note(statement.place, verdict);
    }
}

/// The opening record. The space's id binds the laptop that opened it and the salt; the first by place
/// holds. There is one team space, the founder's, and street spaces only by who may invite.
fn open(
    roster: &Roster,
    id: SpaceId,
    voices: &[Voice<'_>],
    verdicts: &mut Verdicts,
) -> Option<(SpaceKind, MemberId)> {
    let mut opened = None;
    for voice in voices {
        let RecordKind::OpenSpace { salt, kind } = voice.kind else {
            continue;
        };
        let needed = match kind {
            SpaceKind::Team => Rank::Root,
            SpaceKind::Street => Rank::Admin,
            SpaceKind::Case => Rank::Coach,
        };
        let fits = SpaceId::opened(&roster.team, &voice.place.log.device, salt) == id;
        let verdict = if !fits || voice.rank < needed {
            Err(Reason::NotAllowed)
        } else if opened.is_some() {
            Err(Reason::Superseded)
        } else {
            opened = Some((*kind, voice.author));
            Ok(voice.author)
        };
        verdicts.insert(voice.place, verdict);
    }
    opened
}

/// Who was taken the space from: first by higher ranks, whose right does not come from the space; then
/// by who opened it, as far as those left them the word.
fn removals(
    roster: &Roster,
    opener: MemberId,
    voices: &[Voice<'_>],
    verdicts: &mut Verdicts,
) -> BTreeMap<MemberId, Removals> {
    let mut removals: BTreeMap<MemberId, Removals> = BTreeMap::new();
    let mut by_opener = Vec::new();
    for voice in voices {
        let RecordKind::Grant { member, life, cuts } = voice.kind else {
            continue;
        };
        if is_in(*life) {
            continue;
        }
        let verdict = match roster.highest_rank(member) {
            None => Err(Reason::NoMember),
            Some(rank) if voice.rank > rank => {
                removals.entry(*member).or_default().add(*life, cuts);
                Ok(voice.author)
            }
            Some(_) if voice.author == opener => {
                by_opener.push((voice, *member, *life, cuts));
                continue;
            }
            Some(_) => Err(Reason::NotAllowed),
        };
        verdicts.insert(voice.place, verdict);
    }
    let of_opener = removals.get(&opener).cloned().unwrap_or_default();
    for (voice, member, life, cuts) in by_opener {
        let heard = of_opener.all_after_allow(0, &voice.place);
        if heard {
            removals.entry(member).or_default().add(life, cuts);
        }
        verdicts.insert(
            voice.place,
            if heard {
                Ok(opener)
            } else {
                Err(Reason::BeyondCut)
            },
        );
    }
    removals
}

/// Whether `author` held the space when writing this: was granted it, and within the last removal unless
/// granted anew since.
fn held(
    granted: &BTreeMap<MemberId, u64>,
    removals: &BTreeMap<MemberId, Removals>,
    author: &MemberId,
    place: &Place,
) -> Result<(), Reason> {
    let life = granted.get(author).ok_or(Reason::NotHolder)?;
    match removals.get(author) {
        Some(of) if of.last_life() > *life && !of.last_allows(place) => Err(Reason::BeyondCut),
        _ => Ok(()),
    }
}

/// The highest odd life of everybody's grant. Each round can only add what the next one rests on.
fn grants(
    roster: &Roster,
    opener: MemberId,
    removals: &BTreeMap<MemberId, Removals>,
    voices: &[Voice<'_>],
    verdicts: &mut Verdicts,
) -> BTreeMap<MemberId, u64> {
    let mut granted = BTreeMap::from([(opener, 1)]);
    let mut open: Vec<_> = voices
        .iter()
        .filter_map(|voice| match voice.kind {
            RecordKind::Grant { member, life, .. } if is_in(*life) => Some((voice, *member, *life)),
            _ => None,
        })
        .collect();
    open.retain(|(voice, member, _)| {
        let refused = if !roster.was_member(member) {
            Some(Reason::NoMember)
        } else if *member == voice.author && *member != opener {
            Some(Reason::NotAllowed)
        } else {
            None
        };
        if let Some(reason) = refused {
            verdicts.insert(voice.place, Err(reason));
        }
        refused.is_none()
    });
    loop {
        let before = open.len();
        open.retain(|(voice, member, life)| {
            let counts = held(&granted, removals, &voice.author, &voice.place).is_ok();
            if counts {
                let highest = granted.entry(*member).or_insert(*life);
                *highest = (*highest).max(*life);
                verdicts.insert(voice.place, Ok(voice.author));
            }
            !counts
        });
        if open.len() == before {
            break;
        }
    }
    for (voice, _, _) in open {
        let verdict = held(&granted, removals, &voice.author, &voice.place);
        verdicts.insert(voice.place, verdict.map(|()| voice.author));
    }
    granted
}

/// One record about an epoch key.
struct Stated<'a> {
    voice: &'a Voice<'a>,
    id: EpochId,
    generation: u64,
    parents: &'a [ParentEpoch],
    envelopes: &'a [Envelope],
}

/// The epoch keys, by rising generation: one counts when its generation follows from the parents that
/// count, or when the same key already counts with that generation and the record adds to it.
fn epochs(
    granted: &BTreeMap<MemberId, u64>,
    removals: &BTreeMap<MemberId, Removals>,
    voices: &[Voice<'_>],
    verdicts: &mut Verdicts,
) -> BTreeMap<EpochId, Epoch> {
    let mut stated = Vec::new();
    for voice in voices {
        let RecordKind::Epoch {
            epoch,
            generation,
            parents,
            envelopes,
        } = voice.kind
        else {
            continue;
        };
        match held(granted, removals, &voice.author, &voice.place) {
            Ok(()) => {
                let (id, generation) = (*epoch, *generation);
                stated.push(Stated {
                    voice,
                    id,
                    generation,
                    parents,
                    envelopes,
                });
            }
            Err(reason) => {
                verdicts.insert(voice.place, Err(reason));
            }
        }
    }
    stated.sort_by_key(|stated| (stated.generation, stated.voice.place));
    let mut epochs: BTreeMap<EpochId, Epoch> = BTreeMap::new();
    let generations: BTreeSet<u64> = stated.iter().map(|stated| stated.generation).collect();
    for generation in generations {
        let of_this: Vec<&Stated<'_>> = stated
            .iter()
            .filter(|stated| stated.generation == generation)
            .collect();
        // First those that stand by themselves, then those that add to them.
        for stated in &of_this {
            if !epochs.contains_key(&stated.id) && follows(&epochs, stated) {
                let by = stated.voice.author;
                let epoch = Epoch {
                    generation,
                    parents: Vec::new(),
                    envelopes: BTreeMap::new(),
                    by,
                };
                epochs.insert(stated.id, epoch);
            }
        }
        for stated in of_this {
            let epoch = epochs
                .get_mut(&stated.id)
                .filter(|epoch| epoch.generation == generation);
            let verdict = match epoch {
                Some(epoch) => {
                    add(epoch, stated);
                    Ok(stated.voice.author)
                }
                None => Err(Reason::Generation),
            };
            verdicts.insert(stated.voice.place, verdict);
        }
    }
    epochs
}

fn follows(epochs: &BTreeMap<EpochId, Epoch>, stated: &Stated<'_>) -> bool {
    let known = stated
        .parents
        .iter()
        .filter_map(|parent| epochs.get(&parent.epoch));
    let highest = known.map(|epoch| epoch.generation).max().unwrap_or(0);
    highest.checked_add(1) == Some(stated.generation)
}

fn add(epoch: &mut Epoch, stated: &Stated<'_>) {
    for parent in stated.parents {
        if !epoch.parents.contains(parent) {
            epoch.parents.push(parent.clone());
        }
    }
    for envelope in stated.envelopes {
        let of = epoch.envelopes.entry(envelope.member).or_default();
        if !of.contains(&envelope.sealed) {
            of.push(envelope.sealed.clone());
        }
    }
}

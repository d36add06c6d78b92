//! Histories at random, most of them quarrels: what must hold of every one.

use super::*;
use crate::entry::decode;
use crate::record::Cut;
use proptest::prelude::*;

/// One statement: who writes it, in which life, about whom, which life, which kind, and where it cuts.
type Move = (u8, u64, u8, u64, u8, Rank, u64);

fn rank() -> impl Strategy<Value = Rank> {
    prop::sample::select(vec![Rank::Coach, Rank::Admin, Rank::Owner, Rank::Root])
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let life = || prop::sample::select(vec![1u64, 1, 1, 2, 3, 4]);
    let one = (1..=6u8, life(), 1..=6u8, life(), 0..10u8, rank(), 0..6u64);
    prop::collection::vec(one, 0..60)
}

/// A team in which everybody is in with some rank, the same two spaces, and then the moves.
fn history(moves: &[Move], start: &[Rank]) -> History {
    let mut h = History::founded();
    for (n, rank) in (2u8..).zip(start) {
        h.join(ROOT, n, *rank);
    }
    let spaces = [
        h.open(ROOT, SpaceKind::Case),
        h.open(FATIMA, SpaceKind::Case),
    ];
    for (by, as_life, about, life, kind, rank, at) in moves {
        let cuts = || -> Vec<Cut> {
            let scopes = [
                Scope::Team,
                Scope::Space(spaces[0]),
                Scope::Space(spaces[1]),
            ];
            scopes
                .map(|scope| Cut {
                    scope,
                    log: log(*about),
                    number: *at,
                })
                .to_vec()
        };
        let space = spaces[usize::from(*by) % 2];
        let odd = life % 2 == 1;
        match kind {
            0..=3 if odd => h.say(*by, *as_life, appoint(*about, *rank, *life)),
            0..=3 => h.say(*by, *as_life, remove(*about, *life, cuts())),
            4 => h.say(*by, *as_life, undevice(*about, *about, *life, cuts())),
            5 => h.say(*by, *as_life, undevice(*by, *about, *life, cuts())),
            6 => h.say(*by, *as_life, undevice(*about, *about + 10, *life, cuts())),
            7 => h.say(*by, *as_life, invite(*about, *rank)),
            8 => h.say_in(space, *by, ungrant(*about, *life, cuts())),
            _ => h.say_in(
                space,
                *by,
                epoch(*about, *life, &[(*at) as u8], &[*by, *about]),
            ),
        };
    }
    h
}

fn record(bytes: &[u8]) -> Record {
    decode("record", bytes).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn order_and_repetition_do_not_matter(
        moves in moves(),
        start in prop::collection::vec(rank(), 5),
        keys in prop::collection::vec(any::<u32>(), 200),
        again in prop::collection::vec(any::<prop::sample::Index>(), 0..20),
    ) {
        let h = history(&moves, &start);
        let mut shuffled: Vec<_> = keys.iter().cycle().zip(h.records.clone()).collect();
        shuffled.sort_by_key(|(key, _)| **key);
        let mut shuffled: Vec<_> = shuffled.into_iter().map(|(_, record)| record).collect();
        for index in again {
            shuffled.push(index.get(&h.records).clone());
        }
        prop_assert_eq!(evaluate(&shuffled), h.roster());
    }

    #[test]
    fn every_record_counts_or_is_quarantined(
        moves in moves(),
        start in prop::collection::vec(rank(), 5),
    ) {
        let h = history(&moves, &start);
        let roster = h.roster();
        for (place, _) in &h.records {
            let aside = roster.quarantined().iter().filter(|(at, _)| at == place).count();
            prop_assert_eq!(usize::from(roster.counts(place)) + aside, 1);
        }
    }

    #[test]
    fn a_lower_rank_never_changes_a_higher_one(
        moves in moves(),
        start in prop::collection::vec(rank(), 5),
    ) {
        let h = history(&moves, &start);
        let roster = h.roster();
        for least in [Rank::Root, Rank::Owner, Rank::Admin] {
            let high = |member: &MemberId| {
                roster.highest_rank(member).is_some_and(|rank| rank >= least)
            };
            let low = |laptop: &DeviceId| {
                roster.devices.get(laptop).is_some_and(|state| !high(&state.member))
            };
            let kept: Vec<_> =
                h.records.iter().filter(|(at, _)| !low(&at.log.device)).cloned().collect();
            let without = evaluate(&kept);
            // A lower rank may give somebody an earlier, lower life: that is not the higher one's matter.
            let lives = |state: &MemberState| -> Vec<(u64, Life)> {
                let high = state.lives.iter().filter(|(_, life)| life.rank >= least);
                high.map(|(number, life)| (*number, life.clone())).collect()
            };
            for (id, state) in roster.members.iter().filter(|(id, _)| high(id)) {
                let other = &without.members[id];
                prop_assert_eq!(lives(state), lives(other));
                prop_assert_eq!(&state.now, &other.now);
                let of = |roster: &Roster| -> Vec<DeviceState> {
                    roster.devices.values().filter(|d| d.member == *id).cloned().collect()
                };
                prop_assert_eq!(of(&roster), of(&without));
            }
            for (place, bytes) in kept.iter().filter(|(at, _)| at.scope == Scope::Team) {
                let Some(author) = roster.author(place).filter(high) else { continue };
                if roster.members[&author].lives[&record(bytes).life].rank >= least {
                    prop_assert_eq!(without.author(place), Some(author));
                }
            }
        }
    }

    #[test]
    fn nothing_counts_beyond_a_cut_or_above_its_author(
        moves in moves(),
        start in prop::collection::vec(rank(), 5),
    ) {
        let h = history(&moves, &start);
        let roster = h.roster();
        let counting: Vec<(Place, Record, MemberId)> = h
            .records
            .iter()
            .filter_map(|(at, bytes)| Some((*at, record(bytes), roster.author(at)?)))
            .collect();
        for (_, by, author) in &counting {
            let RecordKind::Appoint { member, rank, life, cuts, .. } = &by.kind else { continue };
            let author_rank = roster.members[author].lives[&by.life].rank;
            prop_assert!(author_rank > *rank);
            for (below, held) in &roster.members[member].lives {
                prop_assert!(*below >= *life || held.rank < author_rank);
            }
            if life % 2 == 1 {
                continue;
            }
            for (at, record, _) in counting.iter().filter(|(_, _, of)| of == member) {
                let last = cuts.iter().find(|cut| (cut.scope, cut.log) == (at.scope, at.log));
                let within = at.number <= last.map_or(0, |cut| cut.number);
                prop_assert!(record.life > *life || within);
            }
        }
    }

    #[test]
    fn holders_are_in_and_were_let_in_by_holders(
        moves in moves(),
        start in prop::collection::vec(rank(), 5),
    ) {
        let roster = history(&moves, &start).roster();
        for space in roster.spaces() {
            for holder in &space.holders {
                prop_assert!(roster.member(holder).is_some());
                prop_assert_eq!(space.granted[holder] % 2, 1);
            }
            if let Some(winner) = space.winning_epoch() {
                let to = space.epochs[&winner].envelopes.keys();
                prop_assert!(to.into_iter().all(|member| space.holders.contains(member)));
            }
        }
    }

    #[test]
    fn garbage_is_set_aside_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let mut h = History::founded();
        let before = h.roster();
        h.raw(ROOT, Scope::Team, bytes);
        let after = h.roster();
        prop_assert_eq!(before.members, after.members);
    }
}

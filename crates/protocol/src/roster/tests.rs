//! The rules by example. Histories at random are in `tests/histories.rs`.

mod build;
mod histories;

use super::*;
use crate::record::Cut;
use build::*;

#[test]
fn an_empty_roster_knows_nobody() {
    let roster = Roster::empty(team());
    assert!(!roster.founded());
    assert_eq!(roster.members().count(), 0);
    assert!(roster.scopes_of(&who(ROOT)).is_empty());
    assert_eq!(Roster::evaluate(team(), []), roster);
}

#[test]
fn the_founder_is_root_with_a_laptop() {
    let h = History::founded();
    let roster = h.roster();
    assert!(roster.founded());
    assert_eq!(
        roster.member(&who(ROOT)).map(|m| (m.rank, m.life)),
        Some((Rank::Root, 1))
    );
    assert_eq!(
        roster.device(&card(ROOT).id()).map(|d| d.member),
        Some(who(ROOT))
    );
    assert_eq!(roster.introductions(), [card(ROOT).id()]);
    assert!(roster.may_invite(&who(ROOT)));
    assert!(roster.quarantined().is_empty());
    // Nobody else can claim the founding.
    let mut h = History::new();
    h.say(BRAM, 1, found(ROOT));
    assert!(!h.roster().founded());
}

#[test]
fn an_admin_takes_in_coaches_and_nobody_higher() {
    let mut h = History::founded();
    h.join(ROOT, FATIMA, Rank::Admin);
    h.join(FATIMA, BRAM, Rank::Coach);
    let not = h.say(FATIMA, 1, appoint(NOOR, Rank::Admin, 1));
    let neither = h.say(BRAM, 1, appoint(NOOR, Rank::Coach, 1));
    let roster = h.roster();
    assert_eq!(
        ranks(&roster),
        [
            (ROOT, Rank::Root),
            (FATIMA, Rank::Admin),
            (BRAM, Rank::Coach)
        ]
    );
    assert_eq!(
        roster.quarantined(),
        sorted([(not, Reason::NotAllowed), (neither, Reason::NotAllowed)])
    );
    assert!(roster.may_invite(&who(FATIMA)) && !roster.may_invite(&who(BRAM)));
    assert_eq!(
        roster.introductions(),
        [card(ROOT).id(), card(FATIMA).id(), card(BRAM).id()]
    );
}

#[test]
fn two_admins_who_put_each_other_out_both_stay() {
    let mut h = History::founded();
    h.join(ROOT, FATIMA, Rank::Admin);
    h.join(ROOT, BRAM, Rank::Admin);
    h.say(FATIMA, 1, remove(BRAM, 2, vec![]));
    h.say(BRAM, 1, remove(FATIMA, 2, vec![]));
    let roster = h.roster();
    assert_eq!(roster.members().count(), 3);
    assert_eq!(roster.quarantined().len(), 2);
}

#[test]
fn a_removal_beats_a_concurrent_admission_and_a_new_life_beats_it() {
    let mut h = History::founded();
    h.join(ROOT, BRAM, Rank::Coach);
    h.say(ROOT, 1, remove(BRAM, 2, vec![]));
    h.say(ROOT, 1, appoint(BRAM, Rank::Coach, 1));
    let roster = h.roster();
    assert!(roster.member(&who(BRAM)).is_none() && roster.was_member(&who(BRAM)));
    assert!(roster.device(&card(BRAM).id()).is_none());
    assert_eq!(roster.known_device(&card(BRAM).id()), Some(&card(BRAM)));
    assert!(roster.scopes_of(&who(BRAM)).is_empty());
    h.say(ROOT, 1, appoint(BRAM, Rank::Coach, 3));
    assert_eq!(h.roster().member(&who(BRAM)).map(|m| m.life), Some(3));
}

#[test]
fn nothing_counts_beyond_a_cut_or_in_a_log_that_is_not_named() {
    let mut h = History::founded();
    h.join(ROOT, FATIMA, Rank::Admin);
    let first = h.say(FATIMA, 1, appoint(BRAM, Rank::Coach, 1));
    let second = h.say(FATIMA, 1, appoint(NOOR, Rank::Coach, 1));
    let cut = Cut {
        scope: Scope::Team,
        log: first.log,
        number: first.number,
    };
    h.say(ROOT, 1, remove(FATIMA, 2, vec![cut]));
    let roster = h.roster();
    assert!(roster.was_member(&who(BRAM)) && !roster.was_member(&who(NOOR)));
    assert_eq!(roster.quarantined(), [(second, Reason::BeyondCut)]);
    assert_eq!(roster.author(&first), Some(who(FATIMA)));
    assert_eq!(roster.author(&second), None);
    // Two cuts: the narrower one holds.
    h.say(ROOT, 1, remove(FATIMA, 2, vec![]));
    assert!(!h.roster().was_member(&who(BRAM)));
    // A record of a new life is not cut by the old removal.
    h.say(ROOT, 1, appoint(FATIMA, Rank::Admin, 3));
    h.say(FATIMA, 3, appoint(NOOR, Rank::Coach, 1));
    assert!(h.roster().member(&who(NOOR)).is_some());
}

#[test]
fn who_promotes_somebody_states_the_laptop_again() {
    let mut h = History::founded();
    h.join(ROOT, FATIMA, Rank::Admin);
    h.join(FATIMA, BRAM, Rank::Coach);
    h.say(ROOT, 1, appoint(BRAM, Rank::Owner, 3));
    // Otherwise Fatima could hand a laptop to an owner and speak as one.
    assert!(h.roster().device(&card(BRAM).id()).is_none());
    h.say(ROOT, 1, device(BRAM, BRAM, 1));
    let roster = h.roster();
    assert_eq!(
        roster.device(&card(BRAM).id()).map(|d| d.member),
        Some(who(BRAM))
    );
    h.say(BRAM, 3, appoint(NOOR, Rank::Admin, 1));
    assert!(h.roster().member(&who(NOOR)).is_some());
}

#[test]
fn a_member_gives_and_takes_own_laptops() {
    let mut h = History::founded();
    h.join(ROOT, BRAM, Rank::Coach);
    h.say(BRAM, 1, device(BRAM, NOOR, 1));
    let by_new = h.say(NOOR, 1, device(BRAM, SAM, 1));
    let roster = h.roster();
    assert_eq!(roster.devices_of(&who(BRAM)).count(), 3);
    assert_eq!(roster.introductions().len(), 4);
    // The first takes the second away: what that one stated after the cut goes with it.
    h.say(BRAM, 1, undevice(BRAM, NOOR, 2, vec![]));
    let roster = h.roster();
    assert_eq!(
        roster
            .devices_of(&who(BRAM))
            .map(|d| d.card)
            .collect::<Vec<_>>(),
        [card(BRAM)]
    );
    assert_eq!(roster.quarantined(), [(by_new, Reason::BeyondCut)]);
    // It cannot bring itself back, and when it strikes back, both are out.
    h.say(NOOR, 1, device(BRAM, NOOR, 3));
    assert!(h.roster().device(&card(NOOR).id()).is_none());
    // But not by denying what brought it in.
    h.say(NOOR, 1, undevice(BRAM, BRAM, 2, vec![]));
    assert_eq!(h.roster().devices_of(&who(BRAM)).count(), 1);
    let cuts = h.cuts_of(BRAM);
    h.say(NOOR, 1, undevice(BRAM, BRAM, 2, cuts));
    assert_eq!(h.roster().devices_of(&who(BRAM)).count(), 0);
    assert!(h.roster().member(&who(BRAM)).is_some());
}

#[test]
fn a_laptop_stays_with_whom_the_higher_rank_gave_it() {
    let mut h = History::founded();
    h.join(ROOT, FATIMA, Rank::Admin);
    h.join(ROOT, BRAM, Rank::Coach);
    let steal = h.say(FATIMA, 1, device(NOOR, BRAM, 1));
    let roster = h.roster();
    assert_eq!(
        roster.device(&card(BRAM).id()).map(|d| d.member),
        Some(who(BRAM))
    );
    assert_eq!(roster.quarantined(), [(steal, Reason::OtherMember)]);
}

#[test]
fn an_invitation_is_used_by_the_appointment_that_names_it() {
    let mut h = History::founded();
    h.join(ROOT, FATIMA, Rank::Admin);
    h.say(FATIMA, 1, invite(9, Rank::Coach));
    let too_high = h.say(FATIMA, 1, invite(8, Rank::Admin));
    let roster = h.roster();
    let id = InvitationId([9; 32]);
    assert_eq!(
        roster.invitation(&id).map(|i| (i.by, i.used)),
        Some((who(FATIMA), None))
    );
    assert_eq!(roster.quarantined(), [(too_high, Reason::NotAllowed)]);
    h.say(FATIMA, 1, appoint_by(BRAM, Rank::Coach, 1, Some(id)));
    assert_eq!(
        h.roster().invitation(&id).and_then(|i| i.used),
        Some(who(BRAM))
    );
    // An invitation dies with the standing of whoever made it.
    let all = h.cuts_of(FATIMA);
    h.say(ROOT, 1, remove(FATIMA, 2, all));
    assert_eq!(h.roster().invitation(&id), None);
    assert!(h.roster().member(&who(BRAM)).is_some());
}

#[test]
fn a_space_goes_from_holder_to_holder() {
    let mut h = History::founded();
    h.join(ROOT, FATIMA, Rank::Coach);
    h.join(ROOT, BRAM, Rank::Coach);
    h.join(ROOT, NOOR, Rank::Coach);
    let space = h.open(FATIMA, SpaceKind::Case);
    let by_stranger = h.say_in(space, NOOR, grant(BRAM, 1));
    h.say_in(space, FATIMA, grant(BRAM, 1));
    h.say_in(space, BRAM, grant(SAM, 1));
    let roster = h.roster();
    let holders = &roster.space(&space).unwrap().holders;
    assert_eq!(*holders, BTreeSet::from([who(FATIMA), who(BRAM)]));
    assert!(
        roster
            .quarantined()
            .contains(&(by_stranger, Reason::NotHolder))
    );
    assert_eq!(roster.quarantined().len(), 2);
    let both = BTreeSet::from([Scope::Team, Scope::Space(space), Scope::Changes(space)]);
    assert_eq!(roster.scopes_of(&who(BRAM)), both);
    assert_eq!(roster.scopes_of(&who(NOOR)), BTreeSet::from([Scope::Team]));
    let records = BTreeSet::from([Scope::Team, Scope::Space(space)]);
    assert_eq!(roster.scopes_of(&who(ROOT)), records);
}

#[test]
fn changes_count_by_who_held_the_space_and_until_when() {
    let mut h = History::founded();
    h.join(ROOT, FATIMA, Rank::Coach);
    h.join(ROOT, BRAM, Rank::Coach);
    let space = h.open(FATIMA, SpaceKind::Case);
    let change = |number| Place {
        scope: Scope::Changes(space),
        ..place(BRAM, number)
    };
    assert!(!h.roster().counts(&change(1)));
    h.say_in(space, FATIMA, grant(BRAM, 1));
    assert_eq!(h.roster().author(&change(9)), Some(who(BRAM)));
    let cut = Cut {
        scope: Scope::Changes(space),
        log: log(BRAM),
        number: 4,
    };
    h.say_in(space, FATIMA, ungrant(BRAM, 2, vec![cut]));
    let roster = h.roster();
    assert!(roster.counts(&change(4)) && !roster.counts(&change(5)));
    // Bram cannot take himself in again, nor through somebody whom he takes in.
    h.say_in(space, BRAM, grant(BRAM, 3));
    h.say_in(space, BRAM, grant(ROOT, 1));
    h.say_in(space, ROOT, grant(BRAM, 3));
    assert_eq!(
        h.roster().space(&space).unwrap().holders,
        BTreeSet::from([who(FATIMA)])
    );
    h.say_in(space, FATIMA, grant(BRAM, 3));
    assert!(h.roster().counts(&change(5)));
    // Out of the team: the cut of that removal holds instead.
    let cut = Cut {
        scope: Scope::Changes(space),
        log: log(BRAM),
        number: 6,
    };
    h.say(ROOT, 1, remove(BRAM, 2, vec![cut]));
    let roster = h.roster();
    assert!(roster.counts(&change(6)) && !roster.counts(&change(7)));
    assert!(!roster.space(&space).unwrap().holders.contains(&who(BRAM)));
}

#[test]
fn only_the_founder_opens_the_team_space() {
    let mut h = History::founded();
    h.join(ROOT, BRAM, Rank::Coach);
    let team_space = h.open(ROOT, SpaceKind::Team);
    let false_one = h.open(BRAM, SpaceKind::Team);
    let street = h.open(BRAM, SpaceKind::Street);
    let roster = h.roster();
    assert!(roster.space(&team_space).is_some());
    assert!(roster.space(&false_one).is_none() && roster.space(&street).is_none());
}

#[test]
fn the_winning_epoch_is_the_highest_that_nobody_outside_received() {
    let mut h = History::founded();
    h.join(ROOT, FATIMA, Rank::Coach);
    h.join(ROOT, BRAM, Rank::Coach);
    let space = h.open(FATIMA, SpaceKind::Case);
    h.say_in(space, FATIMA, epoch(1, 1, &[], &[FATIMA]));
    h.say_in(space, FATIMA, grant(BRAM, 1));
    // Bram wraps the same key once more, for himself: the same epoch gains an envelope.
    h.say_in(space, BRAM, epoch(1, 1, &[], &[BRAM]));
    h.say_in(space, FATIMA, epoch(2, 2, &[1], &[FATIMA, BRAM]));
    let wrong = h.say_in(space, BRAM, epoch(3, 9, &[1], &[BRAM]));
    let roster = h.roster();
    let found = roster.space(&space).unwrap();
    assert_eq!(found.epochs[&id_of(1)].envelopes.len(), 2);
    assert_eq!(found.winning_epoch(), Some(id_of(2)));
    assert_eq!(roster.quarantined(), [(wrong, Reason::Generation)]);
    h.say_in(space, FATIMA, ungrant(BRAM, 2, h.cuts_of(BRAM)));
    assert_eq!(h.roster().space(&space).unwrap().winning_epoch(), None);
    h.say_in(space, FATIMA, epoch(4, 3, &[2], &[FATIMA]));
    assert_eq!(
        h.roster().space(&space).unwrap().winning_epoch(),
        Some(id_of(4))
    );
}

#[test]
fn what_cannot_be_judged_is_set_aside() {
    let mut h = History::founded();
    let unreadable = h.raw(ROOT, Scope::Team, b"later version".to_vec());
    let misplaced = h.say(ROOT, 1, grant(BRAM, 1));
    let lifeless = h.say(ROOT, 1, remove(BRAM, 0, vec![]));
    let keyless = h.say(
        ROOT,
        1,
        RecordKind::Appoint {
            member: who(BRAM),
            rank: Rank::Coach,
            life: 1,
            member_key: vec![],
            cuts: vec![],
            invitation: None,
        },
    );
    let immortal = h.say(ROOT, 1, appoint(BRAM, Rank::Coach, u64::MAX));
    let twice = h.say(ROOT, 1, found(ROOT));
    assert_eq!(
        h.roster().quarantined(),
        sorted([
            (unreadable, Reason::Unreadable),
            (misplaced, Reason::WrongScope),
            (lifeless, Reason::Malformed),
            (keyless, Reason::Malformed),
            (immortal, Reason::Malformed),
            (twice, Reason::Superseded),
        ])
    );
}

#[test]
fn a_forked_log_is_frozen_before_the_fork() {
    let mut h = History::founded();
    h.join(ROOT, FATIMA, Rank::Admin);
    let good = h.say(FATIMA, 1, appoint(BRAM, Rank::Coach, 1));
    let fork = h.say(FATIMA, 1, appoint(NOOR, Rank::Coach, 1));
    h.records.push((
        fork,
        crate::entry::encode(&Record {
            life: 1,
            kind: invite(9, Rank::Coach),
        }),
    ));
    let after = h.say(FATIMA, 1, appoint(SAM, Rank::Coach, 1));
    let roster = h.roster();
    assert!(roster.counts(&good));
    assert_eq!(
        roster.quarantined(),
        [(fork, Reason::Fork), (after, Reason::Fork)]
    );
}

#[test]
fn the_founder_of_a_run_is_found_only_for_the_right_team() {
    let h = History::founded();
    let run = Run {
        scope: Scope::Team,
        log: log(ROOT),
        after: 0,
        contents: vec![Content::Record(h.records[0].1.clone())],
        signature: crate::id::Signature([0; 64]),
    };
    assert_eq!(founder_of(&team(), &run), Some(card(ROOT)));
    assert_eq!(founder_of(&TeamId([0; 16]), &run), None);
    assert_eq!(
        founder_of(
            &team(),
            &Run {
                after: 1,
                ..run.clone()
            }
        ),
        None
    );
    assert_eq!(
        founder_of(
            &team(),
            &Run {
                log: log(BRAM),
                ..run
            }
        ),
        None
    );
}

//! Records that decode, of few members and laptops, in any combination: the rules are evaluated without a panic, and
//! the same in any order. (Bytes that are no records are the target `roster`.)
#![no_main]

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use nabij_protocol::entry::{Place, encode};
use nabij_protocol::id::{
    EpochId, Incarnation, InvitationId, LogId, MemberId, Millis, NoisePublic, Scope,
    SigningPublic, SpaceId, TeamId,
};
use nabij_protocol::record::{
    Cut, DeviceCard, Envelope, ParentEpoch, Rank, Record, RecordKind, SpaceKind,
};
use nabij_protocol::roster::Roster;
use std::collections::BTreeMap;

const SALT: [u8; 16] = [1; 16];

fuzz_target!(|bytes: &[u8]| {
    let mut records: BTreeMap<Place, Vec<u8>> = BTreeMap::new();
    let found = RecordKind::Found {
        salt: SALT,
        member: member(0),
        member_key: vec![0; 4],
        device: card(0),
    };
    records.insert(place(Scope::Team, 0, 1), encode(&Record { life: 0, kind: found }));
    let mut input = Unstructured::new(bytes);
    while !input.is_empty() && records.len() < 200 {
        let Ok((place, record)) = record(&mut input) else {
            break;
        };
        // One log holds one record at a number.
        records.entry(place).or_insert_with(|| encode(&record));
    }
    let forth = records.iter().map(|(place, bytes)| (*place, bytes.as_slice()));
    let one = Roster::evaluate(team(), forth.clone());
    let other = Roster::evaluate(team(), forth.rev());
    assert_eq!(said(&one, &records), said(&other, &records));
});

type Said = (Vec<String>, Vec<String>, Vec<bool>, Vec<String>);

/// Everything that anybody asks a roster.
fn said(roster: &Roster, records: &BTreeMap<Place, Vec<u8>>) -> Said {
    let members = roster.members().map(|member| {
        let devices: Vec<_> = roster.devices_of(&member.id).collect();
        let scopes = roster.scopes_of(&member.id);
        format!("{member:?} {devices:?} {scopes:?} {}", roster.may_invite(&member.id))
    });
    let spaces = roster.spaces().map(|space| format!("{space:?}"));
    let counts = records.keys().map(|place| roster.counts(place)).collect();
    let mut quarantined: Vec<String> =
        roster.quarantined().iter().map(|left_out| format!("{left_out:?}")).collect();
    quarantined.sort();
    (members.collect(), spaces.collect(), counts, quarantined)
}

fn team() -> TeamId {
    TeamId::founded(&SALT, &member(0), &card(0).signing)
}

fn member(n: u8) -> MemberId {
    MemberId([n; 16])
}

fn card(n: u8) -> DeviceCard {
    DeviceCard { signing: SigningPublic([n; 32]), noise: NoisePublic([n; 32]) }
}

fn log(n: u8) -> LogId {
    LogId { device: card(n).id(), incarnation: Incarnation(1) }
}

fn place(scope: Scope, device: u8, number: u64) -> Place {
    Place { team: team(), scope, log: log(device), number }
}

fn few(input: &mut Unstructured<'_>) -> Result<u8> {
    input.int_in_range(0..=4)
}

fn scope(input: &mut Unstructured<'_>) -> Result<Scope> {
    let space = SpaceId::opened(&team(), &card(few(input)?).id(), &[input.int_in_range(0..=1)?; 16]);
    Ok(match input.int_in_range(0..=2)? {
        0 => Scope::Team,
        1 => Scope::Space(space),
        _ => Scope::Changes(space),
    })
}

fn cuts(input: &mut Unstructured<'_>) -> Result<Vec<Cut>> {
    let mut cuts = Vec::new();
    for _ in 0..input.int_in_range(0..=2)? {
        let number = input.int_in_range(0..=6)?;
        cuts.push(Cut { scope: scope(input)?, log: log(few(input)?), number });
    }
    Ok(cuts)
}

fn rank(input: &mut Unstructured<'_>) -> Result<Rank> {
    Ok([Rank::Coach, Rank::Admin, Rank::Owner, Rank::Root][input.int_in_range(0..=3_usize)?])
}

fn life(input: &mut Unstructured<'_>) -> Result<u64> {
    input.int_in_range(0..=3)
}

fn record(input: &mut Unstructured<'_>) -> Result<(Place, Record)> {
    let (scope, device) = (scope(input)?, few(input)?);
    let number = input.int_in_range(1..=8)?;
    let kind = match input.int_in_range(0..=6)? {
        0 => RecordKind::Found {
            salt: [input.int_in_range(0..=1)?; 16],
            member: member(few(input)?),
            member_key: vec![0; 4],
            device: card(few(input)?),
        },
        1 => RecordKind::Appoint {
            member: member(few(input)?),
            rank: rank(input)?,
            life: life(input)?,
            member_key: vec![few(input)?; 4],
            cuts: cuts(input)?,
            invitation: input.ratio(1, 2)?.then_some(InvitationId([few(input)?; 32])),
        },
        2 => RecordKind::Device {
            member: member(few(input)?),
            device: card(few(input)?),
            life: life(input)?,
            cuts: cuts(input)?,
        },
        3 => RecordKind::Invite {
            invitation: InvitationId([few(input)?; 32]),
            rank: rank(input)?,
            expires: Millis(5),
        },
        4 => RecordKind::OpenSpace {
            salt: [input.int_in_range(0..=1)?; 16],
            kind: [SpaceKind::Team, SpaceKind::Case, SpaceKind::Street]
                [input.int_in_range(0..=2_usize)?],
        },
        5 => RecordKind::Grant {
            member: member(few(input)?),
            life: life(input)?,
            cuts: cuts(input)?,
        },
        _ => RecordKind::Epoch {
            epoch: EpochId([few(input)?; 16]),
            generation: input.int_in_range(0..=3)?,
            parents: vec![ParentEpoch {
                epoch: EpochId([few(input)?; 16]),
                nonce: [0; 24],
                sealed: vec![1],
            }],
            envelopes: vec![Envelope { member: member(few(input)?), sealed: vec![1] }],
        },
    };
    Ok((place(scope, device, number), Record { life: life(input)?, kind }))
}

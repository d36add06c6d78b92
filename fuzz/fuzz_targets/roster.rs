//! Roster records: any set of them is evaluated without a panic, and the same in any order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nabij_protocol::entry::Place;
use nabij_protocol::id::{DeviceId, Incarnation, LogId, Scope, SpaceId, TeamId};
use nabij_protocol::roster::Roster;

fuzz_target!(|records: Vec<(u8, u8, u8, Vec<u8>)>| {
    let team = TeamId([1; 16]);
    let placed: Vec<(Place, Vec<u8>)> = records
        .into_iter()
        .map(|(scope, device, number, bytes)| {
            let scope = match scope % 3 {
                0 => Scope::Team,
                which => Scope::Space(SpaceId([which; 16])),
            };
            let log = LogId {
                device: DeviceId([device % 4; 16]),
                incarnation: Incarnation(1),
            };
            let number = u64::from(number) + 1;
            (
                Place {
                    team,
                    scope,
                    log,
                    number,
                },
                bytes,
            )
        })
        .collect();
    let forth = placed
        .iter()
        .map(|(place, bytes)| (*place, bytes.as_slice()));
    let back = placed
        .iter()
        .rev()
        .map(|(place, bytes)| (*place, bytes.as_slice()));
    let (one, other) = (Roster::evaluate(team, forth), Roster::evaluate(team, back));
    // Two records under one place are a fork, of which a log holds one.
    let mut places: Vec<_> = placed.iter().map(|(place, _)| *place).collect();
    places.sort_unstable();
    let count = places.len();
    places.dedup();
    if places.len() == count {
        assert_eq!(one.introductions(), other.introductions());
        assert_eq!(one.quarantined().len(), other.quarantined().len());
    }
});

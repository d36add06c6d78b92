//! Seeded runs of a team that everything happens to: six laptops, two hubs, links that break, programs that
//! fall over, power that goes in the middle of a write, disks that are full, files carried by hand, folders and hubs
//! that are put back from backups, clocks that jump. In the end, when all have
//! met again, every replica says the same and every write that was called saved is there.
//!
//! Real vaults and real hubs; only the carriers are replaced, by queues from which the seed draws. A seed
//! decides every event; ids and keys are random, so that the same seed tells the same story with other names.
//!
//! `NABIJ_SEEDS=from..to` chooses the seeds.

// clippy.toml allows these in test functions; what they call is no less a test.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod chance;
mod files;
mod line;
mod team;
mod world;

use std::collections::BTreeMap;
use support::say;
use team::Template;
use world::World;

/// How many events a run has.
const EVENTS: usize = 300;

fn seeds() -> std::ops::Range<u64> {
    let chosen = std::env::var("NABIJ_SEEDS").ok();
    let parsed = chosen.as_deref().and_then(|text| {
        let (from, to) = text.split_once("..")?;
        Some(from.trim().parse().ok()?..to.trim().parse().ok()?)
    });
    parsed.unwrap_or(0..10)
}

#[test]
fn whatever_happens_all_say_the_same_in_the_end_and_nothing_saved_is_lost() {
    let template = Template::new();
    let started = std::time::Instant::now();
    let mut events = 0;
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for seed in seeds() {
        // Told before, so that a run that never ends can be replayed as well.
        let replay = format!(
            "NABIJ_SEEDS={seed}..{} cargo nextest run --locked --workspace --test simulation",
            seed + 1
        );
        let run = std::panic::catch_unwind(|| {
            let mut world = World::new(&template, seed);
            for _ in 0..EVENTS {
                world.happens();
            }
            world.heals();
            world.agrees();
            let mut noticed = BTreeMap::new();
            world.noticed(&mut noticed);
            (world.told(), noticed)
        });
        match run {
            Ok((told, noticed)) => {
                events += told;
                for (kind, count) in noticed {
                    *found.entry(kind).or_default() += count;
                }
            }
            Err(_) => panic!("seed {seed} failed; replay it with: {replay}"),
        }
    }
    say(&format!(
        "simulation: {} seeds, {events} events in {:?}; noticed and done: {found:?}",
        seeds().count(),
        started.elapsed()
    ));
}

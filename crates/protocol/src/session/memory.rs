//! Replicas in memory and the wires between them, for the session's tests.

use super::*;
use crate::entry::Content;
use crate::id::{DeviceId, Incarnation, Mark, Millis, Signature, SigningPublic, TeamId};
use crate::receipt::{Held, Statement, Stored};

pub fn log(device: u8) -> LogId {
    LogId {
        device: DeviceId([device; 16]),
        incarnation: Incarnation(1),
    }
}

/// Content that one can tell from any other.
pub fn content(device: u8, number: u64, size: usize) -> Content {
    let mut bytes = vec![device; size.max(9)];
    bytes[..8].copy_from_slice(&number.to_be_bytes());
    Content::Record(bytes)
}

#[derive(Clone, Default, PartialEq, Debug)]
pub struct Replica(pub BTreeMap<Key, Vec<Content>>);

impl Replica {
    pub fn write(&mut self, scope: Scope, device: u8, size: usize) -> Head {
        let entries = self.0.entry((scope, log(device))).or_default();
        let number = entries.len() as u64 + 1;
        entries.push(content(device, number, size));
        (scope, log(device), number)
    }

    pub fn vectors(&self) -> Vectors {
        let mut vectors = Vectors::default();
        for ((scope, log), entries) in &self.0 {
            vectors.raise(*scope, *log, entries.len() as u64);
        }
        vectors
    }

    pub fn load(&self, wanted: &Wanted) -> Option<Run> {
        let entries = self
            .0
            .get(&(wanted.scope, wanted.log))?
            .get(wanted.after as usize..)?;
        let mut contents: Vec<Content> = Vec::new();
        let mut bytes = 0;
        for content in entries {
            let Content::Record(record) = content else {
                continue;
            };
            if !contents.is_empty() && bytes + record.len() > wanted.bytes {
                break;
            }
            bytes += record.len();
            contents.push(content.clone());
        }
        Some(Run {
            scope: wanted.scope,
            log: wanted.log,
            after: wanted.after,
            contents,
            signature: Signature([0; 64]),
        })
    }

    /// Stores what continues; panics where a run leaves a gap or contradicts what is held.
    pub fn store(&mut self, runs: &[Run]) -> Vec<Head> {
        runs.iter()
            .map(|run| {
                let held = self.0.entry((run.scope, run.log)).or_default();
                for (number, content) in (run.after as usize..).zip(&run.contents) {
                    match held.get(number) {
                        Some(same) => assert_eq!(same, content),
                        None => {
                            assert_eq!(held.len(), number, "a gap");
                            held.push(content.clone());
                        }
                    }
                }
                (run.scope, run.log, held.len() as u64)
            })
            .collect()
    }
}

/// Any salt will do where nobody looks for collisions.
pub const SALT: Hash = Hash([7; 32]);

pub fn receipt(stored: Vec<(Scope, Vec<(LogId, u64)>)>) -> Receipt {
    let signer = SigningPublic([0; 32]);
    let statement = Statement {
        team: TeamId([1; 16]),
        signer,
        at: Millis(0),
        stored: stored
            .into_iter()
            .map(|(scope, logs)| {
                let held = logs.into_iter().map(|(log, number)| Held {
                    log,
                    number,
                    mark: Mark([0; 16]),
                });
                Stored::Here(scope, held.collect())
            })
            .collect(),
    };
    Receipt {
        statement,
        signature: Signature([0; 64]),
    }
}

/// A laptop's connection: both sessions and what is under way between them.
pub struct Link {
    pub laptop: Session,
    pub hub: Session,
    pub to_hub: VecDeque<Message>,
    pub to_laptop: VecDeque<Message>,
    pub caught_up: usize,
    pub log: Vec<String>,
}

/// A hub and laptops. What `poison` holds of is refused by the hub.
#[derive(Default)]
pub struct World {
    pub hub: Replica,
    pub laptops: Vec<Replica>,
    pub links: Vec<Option<Link>>,
    pub visible: Vec<BTreeSet<Scope>>,
    pub poison: Option<Content>,
}

impl World {
    pub fn new(laptops: usize, visible: BTreeSet<Scope>) -> World {
        World {
            laptops: vec![Replica::default(); laptops],
            links: (0..laptops).map(|_| None).collect(),
            visible: vec![visible; laptops],
            ..World::default()
        }
    }

    pub fn write(&mut self, at: usize, scope: Scope, size: usize) {
        let head = self.laptops[at].write(scope, at as u8 + 1, size);
        if let Some(link) = &mut self.links[at] {
            let effects = link.laptop.grown(&[head]);
            self.carry_out(at, Side::Laptop, effects);
        }
    }

    pub fn connect(&mut self, at: usize) {
        let mut laptop = Session::new(Side::Laptop, SALT, self.laptops[at].vectors(), None);
        let hub = Session::new(
            Side::Hub,
            SALT,
            self.hub.vectors(),
            Some(self.visible[at].clone()),
        );
        let effects = laptop.open(&self.visible[at], &BTreeSet::new(), 0);
        self.links[at] = Some(Link {
            laptop,
            hub,
            to_hub: VecDeque::new(),
            to_laptop: VecDeque::new(),
            caught_up: 0,
            log: Vec::new(),
        });
        self.carry_out(at, Side::Laptop, effects);
    }

    pub fn widen(&mut self, at: usize, visible: BTreeSet<Scope>) {
        self.visible[at] = visible.clone();
        if let Some(link) = &mut self.links[at] {
            let effects = link.hub.widen(visible);
            self.carry_out(at, Side::Hub, effects);
        }
    }

    /// Delivers one message to that side; false if none is under way.
    pub fn step(&mut self, at: usize, side: Side) -> bool {
        let Some(link) = &mut self.links[at] else {
            return false;
        };
        let (queue, session) = match side {
            Side::Hub => (&mut link.to_hub, &mut link.hub),
            Side::Laptop => (&mut link.to_laptop, &mut link.laptop),
        };
        let Some(message) = queue.pop_front() else {
            return false;
        };
        let effects = match message {
            Message::Refused(_) => session.declined(),
            message => session.receive(message).unwrap(),
        };
        self.carry_out(at, side, effects);
        true
    }

    pub fn settle(&mut self) {
        while (0..self.laptops.len())
            .any(|at| self.step(at, Side::Hub) || self.step(at, Side::Laptop))
        {}
    }

    fn carry_out(&mut self, at: usize, side: Side, effects: Vec<Effect>) {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            let Some(link) = &mut self.links[at] else {
                return;
            };
            let (replica, session, outbox) = match side {
                Side::Hub => (&mut self.hub, &mut link.hub, &mut link.to_laptop),
                Side::Laptop => (&mut self.laptops[at], &mut link.laptop, &mut link.to_hub),
            };
            let follow = match effect {
                Effect::Send(message) => {
                    link.log.push(format!("{side:?} {}", message.name()));
                    outbox.push_back(message);
                    Vec::new()
                }
                Effect::Fetch(wanted) => session.fetched(replica.load(&wanted)),
                Effect::Acknowledge(stored) => {
                    link.log.push(format!("{side:?} receipt"));
                    outbox.push_back(Message::Receipt(receipt(stored)));
                    Vec::new()
                }
                Effect::Store(runs) => {
                    let bad = |run: &Run| {
                        self.poison
                            .as_ref()
                            .is_some_and(|bad| run.contents.contains(bad))
                    };
                    if side == Side::Hub && runs.iter().any(bad) {
                        outbox.push_back(Message::Refused(crate::message::Refusal::NotAllowed));
                        session.refused()
                    } else {
                        let heads = replica.store(&runs);
                        let follow = session.stored(1, &heads);
                        if side == Side::Hub {
                            self.tell_others(at, &heads);
                        }
                        follow
                    }
                }
                Effect::KeepReceipt(_) => Vec::new(),
                Effect::Glimpse(_) => {
                    link.log.push("Hub glimpse".to_owned());
                    outbox.push_back(Message::Glimpse(Vec::new()));
                    Vec::new()
                }
                Effect::Look(_) => Vec::new(),
                Effect::CaughtUp => {
                    if side == Side::Laptop {
                        link.caught_up += 1;
                    }
                    Vec::new()
                }
            };
            // What follows from an effect comes before what comes later, as with a real host.
            for effect in follow.into_iter().rev() {
                effects.push_front(effect);
            }
        }
    }

    fn tell_others(&mut self, but: usize, heads: &[Head]) {
        for at in (0..self.links.len()).filter(|at| *at != but) {
            if let Some(link) = &mut self.links[at] {
                let effects = link.hub.grown(heads);
                self.carry_out(at, Side::Hub, effects);
            }
        }
    }
}

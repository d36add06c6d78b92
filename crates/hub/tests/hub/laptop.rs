//! A laptop made of protocol pieces only: a log in memory, keys from a seed, one connection at a time.

use super::wire::Wire;
use ed25519_dalek::{Signer, SigningKey};
use nabij_protocol::entry::{
    Content, Payload, Place, Run, SealedChange, SealedKey, encode, entry_hash, signed_bytes,
};
use nabij_protocol::id::*;
use nabij_protocol::join::{Ask, JoinRequest};
use nabij_protocol::message::{Message, Refusal, Standing};
use nabij_protocol::receipt::Receipt;
use nabij_protocol::record::{Cut, DeviceCard, Rank, Record, RecordKind, SpaceKind};
use nabij_protocol::roster::Roster;
use nabij_protocol::session::{Effect, Session, Side, Wanted};
use nabij_protocol::vector::Vectors;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::net::SocketAddr;

pub const SALT: [u8; 16] = [7; 16];

#[derive(Clone)]
pub struct Entry {
    pub content: Content,
    pub hash: Hash,
    pub signature: Option<Signature>,
}

pub struct Laptop {
    pub team: TeamId,
    pub member: MemberId,
    pub signing: SigningKey,
    pub noise: [u8; 32],
    pub token: Option<String>,
    pub logs: BTreeMap<(Scope, LogId), Vec<Entry>>,
    pub receipted: Vectors,
    pub receipts: Vec<Receipt>,
    /// What other laptops have stated, as the hub told.
    pub confirmed: Vec<Receipt>,
    pub joiners: Vec<JoinRequest>,
}

impl Laptop {
    /// A laptop that founds its own team, but has not written so yet.
    pub fn new(seed: u8) -> Laptop {
        let signing = SigningKey::from_bytes(&[seed; 32]);
        let public = SigningPublic(signing.verifying_key().to_bytes());
        let member = MemberId([seed; 16]);
        Laptop {
            team: TeamId::founded(&SALT, &member, &public),
            member,
            signing,
            noise: [seed.wrapping_add(100); 32],
            token: None,
            logs: BTreeMap::new(),
            receipted: Vectors::default(),
            receipts: Vec::new(),
            confirmed: Vec::new(),
            joiners: Vec::new(),
        }
    }

    /// A laptop of a colleague who is to come into another's team.
    pub fn newcomer(seed: u8, team: TeamId) -> Laptop {
        Laptop {
            team,
            ..Laptop::new(seed)
        }
    }

    pub fn founder(seed: u8) -> Laptop {
        let mut laptop = Laptop::new(seed);
        let (member, device) = (laptop.member, laptop.card());
        laptop.record(
            Scope::Team,
            RecordKind::Found {
                salt: SALT,
                member,
                member_key: vec![1; 1216],
                device,
            },
        );
        laptop
    }

    pub fn card(&self) -> DeviceCard {
        DeviceCard {
            signing: SigningPublic(self.signing.verifying_key().to_bytes()),
            noise: nabij_protocol::noise::public_of(&self.noise).unwrap(),
        }
    }

    pub fn log(&self) -> LogId {
        LogId {
            device: self.card().id(),
            incarnation: Incarnation(u64::MAX),
        }
    }

    pub fn write(&mut self, scope: Scope, content: Content) {
        let (team, log) = (self.team, self.log());
        let entries = self.logs.entry((scope, log)).or_default();
        let previous = entries.last().map_or(Hash::ZERO, |entry| entry.hash);
        let place = Place {
            team,
            scope,
            log,
            number: entries.len() as u64 + 1,
        };
        let hash = entry_hash(&place, &previous, &content);
        let signature = Some(Signature(
            self.signing.sign(&signed_bytes(&hash)).to_bytes(),
        ));
        entries.push(Entry {
            content,
            hash,
            signature,
        });
    }

    pub fn record(&mut self, scope: Scope, kind: RecordKind) {
        self.write(scope, Content::Record(encode(&Record { life: 1, kind })));
    }

    pub fn open_space(&mut self, salt: u8) -> SpaceId {
        let space = SpaceId::opened(&self.team, &self.card().id(), &[salt; 16]);
        self.record(
            Scope::Space(space),
            RecordKind::OpenSpace {
                salt: [salt; 16],
                kind: SpaceKind::Case,
            },
        );
        space
    }

    pub fn change(&mut self, space: SpaceId, text: &str) {
        let first = !self.logs.contains_key(&(Scope::Changes(space), self.log()));
        let key = first.then(|| SealedKey {
            epoch: EpochId([3; 16]),
            nonce: [4; 24],
            sealed: vec![5; 48],
        });
        let change = SealedChange {
            document: DocumentId([9; 16]),
            nonce: [2; 24],
            payload: Payload::Here(text.as_bytes().to_vec()),
            key,
        };
        self.write(Scope::Changes(space), Content::Change(change));
    }

    pub fn invite(&mut self, secret: u8, expires: Millis) -> InvitationId {
        let key = SigningKey::from_bytes(&[secret; 32]);
        let invitation = InvitationId(key.verifying_key().to_bytes());
        self.record(
            Scope::Team,
            RecordKind::Invite {
                invitation,
                rank: Rank::Coach,
                expires,
            },
        );
        invitation
    }

    pub fn ask(&self, secret: u8) -> JoinRequest {
        let key = SigningKey::from_bytes(&[secret; 32]);
        let ask = Ask {
            team: self.team,
            invitation: InvitationId(key.verifying_key().to_bytes()),
            member: self.member,
            member_key: vec![1; 1216],
            device: self.card(),
            sealed_name: vec![6; 60],
        };
        let bytes = ask.signed_bytes();
        JoinRequest {
            by_invitation: Signature(key.sign(&bytes).to_bytes()),
            by_device: Signature(self.signing.sign(&bytes).to_bytes()),
            ask,
        }
    }

    /// Takes in whoever asked.
    pub fn admit(&mut self, ask: &Ask) {
        let kind = RecordKind::Appoint {
            member: ask.member,
            rank: Rank::Coach,
            life: 1,
            member_key: ask.member_key.clone(),
            cuts: Vec::new(),
            invitation: Some(ask.invitation),
        };
        self.record(Scope::Team, kind);
        let kind = RecordKind::Device {
            member: ask.member,
            device: ask.device,
            life: 1,
            cuts: Vec::new(),
        };
        self.record(Scope::Team, kind);
    }

    pub fn grant(&mut self, space: SpaceId, member: MemberId) {
        self.record(
            Scope::Space(space),
            RecordKind::Grant {
                member,
                life: 1,
                cuts: Vec::new(),
            },
        );
    }

    pub fn put_out(&mut self, member: MemberId, cuts: Vec<Cut>) {
        let kind = RecordKind::Appoint {
            member,
            rank: Rank::Coach,
            life: 2,
            member_key: Vec::new(),
            cuts,
            invitation: None,
        };
        self.record(Scope::Team, kind);
    }

    pub fn vectors(&self) -> Vectors {
        let mut vectors = Vectors::default();
        for ((scope, log), entries) in &self.logs {
            vectors.raise(*scope, *log, entries.len() as u64);
        }
        vectors
    }

    /// The whole of one log from after an entry on.
    pub fn run(&self, scope: Scope, log: LogId, after: u64) -> Run {
        let entries = &self.logs[&(scope, log)][after as usize..];
        Run {
            scope,
            log,
            after,
            contents: entries.iter().map(|entry| entry.content.clone()).collect(),
            signature: entries.last().unwrap().signature.unwrap(),
        }
    }

    pub fn own_run(&self, scope: Scope) -> Run {
        self.run(scope, self.log(), 0)
    }

    pub fn roster(&self) -> Roster {
        let mut records = Vec::new();
        for ((scope, log), entries) in &self.logs {
            for (number, entry) in (1..).zip(entries) {
                if let Content::Record(bytes) = &entry.content {
                    let place = Place {
                        team: self.team,
                        scope: *scope,
                        log: *log,
                        number,
                    };
                    records.push((place, bytes.as_slice()));
                }
            }
        }
        Roster::evaluate(self.team, records)
    }

    fn keep(&mut self, runs: Vec<Run>) -> Vec<(Scope, LogId, u64)> {
        let mut heads = Vec::new();
        for run in runs {
            let (scope, log, team, signature) = (run.scope, run.log, self.team, run.signature);
            let roster = self.roster();
            let card = roster.known_device(&log.device).copied();
            let card = card
                .or_else(|| nabij_protocol::roster::founder_of(&team, &run))
                .unwrap();
            let held = self
                .logs
                .get(&(scope, log))
                .map_or(0, |entries| entries.len() as u64);
            assert_eq!(run.after, held, "the hub sent what was there already");
            let previous = self
                .logs
                .get(&(scope, log))
                .and_then(|e| e.last())
                .map_or(Hash::ZERO, |e| e.hash);
            let entries = self.logs.entry((scope, log)).or_default();
            for (_, hash, content) in run.check(team, previous, &card.signing).unwrap() {
                entries.push(Entry {
                    content,
                    hash,
                    signature: None,
                });
            }
            entries.last_mut().unwrap().signature = Some(signature);
            heads.push((scope, log, entries.len() as u64));
        }
        heads
    }

    fn load(&self, wanted: &Wanted) -> Run {
        self.run(wanted.scope, wanted.log, wanted.after)
    }

    pub fn unreceipted(&self) -> BTreeSet<Scope> {
        let own = self.log();
        self.logs
            .iter()
            .filter(|((scope, log), entries)| {
                *log == own && self.receipted.of(scope, log) < entries.len() as u64
            })
            .map(|((scope, _), _)| *scope)
            .collect()
    }

    fn session(&self, salt: Hash) -> (Session, Vec<Effect>) {
        let mut session = Session::new(Side::Laptop, salt, self.vectors(), None);
        session.set_order(self.roster().introductions());
        let may = self
            .roster()
            .device(&self.card().id())
            .map(|device| self.roster().scopes_of(&device.member))
            .unwrap_or_default();
        let effects = session.open(&may, &self.unreceipted(), 0);
        (session, effects)
    }

    /// Connects, exchanges everything and goes away.
    pub async fn sync(&mut self, hub: SocketAddr) -> Result<(), Refusal> {
        let (wire, standing) = Wire::connect(hub, self).await?;
        assert!(
            matches!(standing, Standing::Member | Standing::Founder),
            "{standing:?}"
        );
        let (mine, written) = (self.unreceipted(), self.vectors());
        let (mut live, caught_up) = self.go_live(wire).await?;
        if !caught_up {
            self.until_caught_up(&mut live).await?;
        }
        // The receipt for what the hub held already comes after its word that nothing differs.
        let own = self.log();
        while mine
            .iter()
            .any(|scope| self.receipted.of(scope, &own) < written.of(scope, &own))
        {
            self.step(&mut live).await?;
        }
        live.wire.close().await;
        Ok(())
    }

    /// Starts a session that stays open.
    pub async fn go_live(&mut self, wire: Wire) -> Result<(Live, bool), Refusal> {
        let (session, effects) = self.session(wire.channel.handshake_hash());
        let mut live = Live { wire, session };
        let caught_up = self.perform(&mut live, effects).await?;
        Ok((live, caught_up))
    }

    /// Goes on until the session says so.
    pub async fn until_caught_up(&mut self, live: &mut Live) -> Result<(), Refusal> {
        loop {
            if self.step(live).await? {
                return Ok(());
            }
        }
    }

    /// Works on one message from the hub; true if everything is exchanged.
    pub async fn step(&mut self, live: &mut Live) -> Result<bool, Refusal> {
        match live.wire.receive().await.ok_or(Refusal::CannotStore)? {
            Message::Refused(refusal) => Err(refusal),
            Message::Joiners(joiners) => {
                self.joiners.extend(joiners);
                Ok(false)
            }
            Message::Confirmed(confirmed) => {
                self.confirmed.extend(confirmed.receipts);
                Ok(false)
            }
            message => {
                let effects = live.session.receive(message).unwrap();
                self.perform(live, effects).await
            }
        }
    }

    /// Tells an open session what was written meanwhile.
    pub async fn share(&mut self, live: &mut Live) -> Result<bool, Refusal> {
        let heads: Vec<_> = self
            .logs
            .iter()
            .map(|((scope, log), e)| (*scope, *log, e.len() as u64))
            .collect();
        let effects = live.session.grown(&heads);
        self.perform(live, effects).await
    }

    async fn perform(&mut self, live: &mut Live, effects: Vec<Effect>) -> Result<bool, Refusal> {
        let (mut queue, mut caught_up) = (VecDeque::from(effects), false);
        while let Some(effect) = queue.pop_front() {
            let more = match effect {
                Effect::Send(message) => {
                    live.wire.send(&message).await;
                    Vec::new()
                }
                Effect::Store(runs) => {
                    let heads = self.keep(runs);
                    live.session.set_order(self.roster().introductions());
                    live.session.stored(1, &heads)
                }
                Effect::Fetch(wanted) => live.session.fetched(Some(self.load(&wanted))),
                Effect::Acknowledge(stored) => {
                    let signer = self.card().signing;
                    let statement = nabij_protocol::receipt::Statement {
                        team: self.team,
                        signer,
                        at: Millis(0),
                        stored: stored
                            .into_iter()
                            .map(|(scope, logs)| {
                                let held = logs.into_iter().map(|(log, number)| {
                                    let entries = &self.logs[&(scope, log)];
                                    nabij_protocol::receipt::Held {
                                        log,
                                        number,
                                        mark: entries[number as usize - 1].hash.mark(),
                                    }
                                });
                                nabij_protocol::receipt::Stored::Here(scope, held.collect())
                            })
                            .collect(),
                    };
                    let signature =
                        Signature(self.signing.sign(&statement.signed_bytes()).to_bytes());
                    live.wire
                        .send(&Message::Receipt(Receipt {
                            statement,
                            signature,
                        }))
                        .await;
                    Vec::new()
                }
                Effect::KeepReceipt(receipt) => {
                    receipt.check().unwrap();
                    for (scope, held) in receipt.statement.held() {
                        self.receipted.raise(scope, held.log, held.number);
                    }
                    self.receipts.push(receipt);
                    Vec::new()
                }
                Effect::CaughtUp => {
                    caught_up = true;
                    Vec::new()
                }
                Effect::Glimpse(_) | Effect::Look(_) => Vec::new(),
            };
            queue.extend(more);
        }
        Ok(caught_up)
    }
}

/// An open session.
pub struct Live {
    pub wire: Wire,
    pub session: Session,
}

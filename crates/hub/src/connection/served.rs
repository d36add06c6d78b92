//! A laptop that has been greeted: its messages, the session's effects, and news from others.

use super::line::Line;
use super::{End, greeting, short, standing_after};
use crate::error::Denied;
use crate::keeper::{Delivery, Notice, member_of, visible};
use crate::limits::Pace;
use crate::shared::Shared;
use nabij_protocol::entry::Run;
use nabij_protocol::id::{DeviceId, InvitationId};
use nabij_protocol::join::JoinRequest;
use nabij_protocol::message::{Hello, Message, Refusal, Standing};
use nabij_protocol::noise::Channel;
use nabij_protocol::roster::Roster;
use nabij_protocol::session::{Effect, Session};
use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::Instant;

/// One greeted connection.
pub(super) struct Served<'c> {
    shared: &'c Arc<Shared>,
    pub(super) line: &'c mut Line,
    channel: Channel,
    hello: Hello,
    device: DeviceId,
    id: u64,
    /// None for those who may only ask to join.
    session: Option<Session>,
    pace: Pace,
    /// Requests to join that this laptop has been told of.
    told: BTreeSet<(InvitationId, DeviceId)>,
}

impl<'c> Served<'c> {
    /// After the welcome.
    pub(super) fn new(
        shared: &'c Arc<Shared>,
        line: &'c mut Line,
        channel: Channel,
        hello: Hello,
        id: u64,
        session: Option<Session>,
    ) -> Self {
        let (device, pace) = (hello.device.id(), Pace::new(Instant::now()));
        Served {
            shared,
            line,
            channel,
            hello,
            device,
            id,
            session,
            pace,
            told: BTreeSet::new(),
        }
    }

    /// What a laptop hears without asking.
    ///
    /// # Errors
    /// How the connection ended.
    pub(super) async fn start(
        &mut self,
        standing: Standing,
        roster: Arc<Roster>,
    ) -> Result<(), End> {
        if standing == Standing::Member {
            if let Some(session) = &mut self.session {
                session.set_order(roster.introductions());
            }
            self.tell_joiners(&roster).await?;
        }
        Ok(())
    }

    /// Tells the other side why its connection ends, where that is not said yet.
    pub(super) fn tell(&mut self, end: End) -> End {
        if let End::Refused(refusal) = &end {
            let _ = self.send(&Message::Refused(*refusal));
        }
        end
    }

    /// Takes in a frame.
    ///
    /// # Errors
    /// How the connection ended; the other side has been told.
    pub(super) async fn frame(&mut self, frame: &[u8]) -> Result<(), End> {
        let wait = self.pace.take(Instant::now(), frame.len());
        if !wait.is_zero() {
            tokio::time::sleep(wait).await;
        }
        let done = match self.open(frame) {
            Ok(message) => self.message(message).await,
            Err(end) => Err(end),
        };
        done.map_err(|end| self.tell(end))
    }

    fn open(&mut self, frame: &[u8]) -> Result<Message, End> {
        Ok(Message::decode(&self.channel.open(frame)?)?)
    }

    async fn message(&mut self, message: Message) -> Result<(), End> {
        match (message, &mut self.session) {
            (Message::Join(request), None) => self.join(request).await,
            // The laptop could not use a page of ours; it may go on with others.
            (Message::Refused(Refusal::NotAllowed), Some(session)) => {
                let effects = session.declined();
                self.perform(effects).await
            }
            (Message::Refused(_), _) => Err(End::Gone),
            (message, Some(session)) => {
                let effects = session.receive(message)?;
                self.perform(effects).await
            }
            (_, None) => self.send(&Message::Refused(Refusal::NotAllowed)),
        }
    }

    async fn join(&mut self, request: JoinRequest) -> Result<(), End> {
        let proven = request.ask.team == self.hello.team && request.ask.device == self.hello.device;
        if !proven {
            return Err(End::Refused(Refusal::BadProof));
        }
        let (id, now) = (self.id, self.shared.now());
        match self
            .shared
            .keep(move |keeper| keeper.join(&request, id, now))
            .await
        {
            Ok(()) => {
                tracing::info!(connection = id, team = %short(&self.hello.team), "asked to join");
                self.send(&Message::Joining)
            }
            Err(denied) => Err(self.denied(&denied)),
        }
    }

    /// Carries out what the session wants, and what it wants then.
    async fn perform(&mut self, effects: Vec<Effect>) -> Result<(), End> {
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            let more = match effect {
                Effect::Send(message) => {
                    self.send(&message)?;
                    Vec::new()
                }
                Effect::Store(runs) => self.store(runs).await?,
                Effect::Fetch(wanted) => {
                    let team = self.hello.team;
                    let run = self
                        .shared
                        .keep(move |keeper| Ok(keeper.store().run(&team, &wanted)?))
                        .await
                        .map_err(|denied| self.denied(&denied))?;
                    self.with_session(|session| session.fetched(run))
                }
                Effect::Acknowledge(stored) => {
                    let (team, now) = (self.hello.team, self.shared.now());
                    let receipt = self.shared.identity().receipt(team, now, stored);
                    self.send(&Message::Receipt(receipt))?;
                    Vec::new()
                }
                // What a laptop has is of no interest to a hub beyond the session.
                _ => Vec::new(),
            };
            queue.extend(more);
        }
        Ok(())
    }

    /// Keeps a page, then answers the session.
    async fn store(&mut self, runs: Vec<Run>) -> Result<Vec<Effect>, End> {
        let delivery = Delivery {
            team: self.hello.team,
            device: self.hello.device,
            token: self.hello.token.clone(),
            runs,
            from: self.id,
        };
        let now = self.shared.now();
        match self
            .shared
            .keep(move |keeper| keeper.take(delivery, now))
            .await
        {
            Ok(taken) => {
                let mut effects = Vec::new();
                if let Some(roster) = taken.roster {
                    effects = self.follow(&roster).await?;
                }
                effects.extend(self.with_session(|session| session.stored(&taken.heads)));
                Ok(effects)
            }
            Err(Denied::Refused(Refusal::NotAllowed)) => {
                tracing::info!(connection = self.id, "a page was not allowed");
                self.send(&Message::Refused(Refusal::NotAllowed))?;
                Ok(self.with_session(Session::refused))
            }
            Err(denied) => Err(self.denied(&denied)),
        }
    }

    /// News from another connection.
    ///
    /// # Errors
    /// How the connection ended; the other side has been told.
    pub(super) async fn notice(
        &mut self,
        notice: Result<Arc<Notice>, RecvError>,
    ) -> Result<(), End> {
        let done = match notice {
            Ok(notice) if notice.from == self.id => Ok(()),
            Ok(notice) => self.news(&notice).await,
            Err(RecvError::Lagged(_)) => self.catch_up().await,
            Err(RecvError::Closed) => Err(End::Stopping),
        };
        done.map_err(|end| self.tell(end))
    }

    async fn news(&mut self, notice: &Notice) -> Result<(), End> {
        let mut effects = Vec::new();
        if let Some(roster) = &notice.roster {
            effects = self.follow(roster).await?;
        }
        if notice.joiner && self.session.is_some() {
            let team = self.hello.team;
            let roster = self
                .shared
                .keep(move |keeper| Ok(keeper.roster(&team)?))
                .await
                .map_err(|denied| self.denied(&denied))?;
            self.tell_joiners(&roster).await?;
        }
        effects.extend(self.with_session(|session| session.grown(&notice.heads)));
        self.perform(effects).await
    }

    /// After missing some news: looks up everything anew.
    async fn catch_up(&mut self) -> Result<(), End> {
        let team = self.hello.team;
        let (roster, vectors) = self
            .shared
            .keep(move |keeper| Ok((keeper.roster(&team)?, keeper.store().vectors(&team)?)))
            .await
            .map_err(|denied| self.denied(&denied))?;
        let mut heads = Vec::new();
        for (scope, vector) in &vectors.0 {
            heads.extend(vector.0.iter().map(|(log, number)| (*scope, *log, *number)));
        }
        let notice = Notice {
            from: 0,
            heads,
            roster: Some(roster),
            joiner: true,
        };
        Box::pin(self.news(&notice)).await
    }

    /// What a new roster means for this laptop.
    async fn follow(&mut self, roster: &Roster) -> Result<Vec<Effect>, End> {
        let Some(session) = &mut self.session else {
            return match standing_after(roster, &self.device) {
                Some(Standing::Member) => Err(End::Admitted),
                Some(_) => Ok(Vec::new()),
                None => Err(End::Refused(Refusal::PutOut)),
            };
        };
        match standing_after(roster, &self.device) {
            Some(Standing::Member) => {}
            // Somebody else's founding came first, without this laptop in it.
            Some(_) => return Err(End::Refused(Refusal::NotAllowed)),
            None => return Err(End::Refused(Refusal::PutOut)),
        }
        session.set_order(roster.introductions());
        let effects = session.widen(visible(roster, &self.device));
        self.tell_joiners(roster).await?;
        Ok(effects)
    }

    /// Tells a laptop whose member may invite who waits, once each.
    async fn tell_joiners(&mut self, roster: &Roster) -> Result<(), End> {
        let may = member_of(roster, &self.device).is_some_and(|member| roster.may_invite(&member));
        if !may {
            return Ok(());
        }
        let team = self.hello.team;
        let mut joiners = self
            .shared
            .keep(move |keeper| Ok(keeper.joiners(&team)?))
            .await
            .map_err(|denied| self.denied(&denied))?;
        joiners.retain(|request| {
            self.told
                .insert((request.ask.invitation, request.ask.device.id()))
        });
        if joiners.is_empty() {
            return Ok(());
        }
        self.send(&Message::Joiners(joiners))
    }

    fn with_session(&mut self, work: impl FnOnce(&mut Session) -> Vec<Effect>) -> Vec<Effect> {
        self.session.as_mut().map_or_else(Vec::new, work)
    }

    fn send(&mut self, message: &Message) -> Result<(), End> {
        greeting::send(self.line, &mut self.channel, message)
    }

    /// Writes a fault into the log; what the laptop hears is a refusal either way.
    fn denied(&self, denied: &Denied) -> End {
        if let Denied::Fault(fault) = denied {
            tracing::error!(connection = self.id, %fault, "the hub could not do its work");
        }
        End::Refused(denied.refusal())
    }
}

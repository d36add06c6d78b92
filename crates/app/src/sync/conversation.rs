//! One session with a hub or with a colleague's laptop, whatever carries it: messages in, messages out.
//!
//! Nothing here waits: carriers ([`super::talk`]) move the messages, simulations hand them over by hand.

mod histories;
mod receipts;

use crate::App;
use crate::error::Error;
use crate::open_vault::OpenVault;
use crate::receive::{Received, look_ahead, take_in_page};
use crate::sync::room::Heads;
use nabij_protocol::entry::Run;
use nabij_protocol::id::{DeviceId, Hash, LogId, Scope, SigningPublic};
use nabij_protocol::message::{Message, Refusal};
use nabij_protocol::session::{Effect, Head, Session, Side};
use nabij_protocol::vector::Vectors;
use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

/// How many scopes one receipt speaks of at most: it has to fit into a message.
const COMPARED: usize = 200;

/// Who is at the other end, proven by the greeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Peer {
    /// The hub that this laptop pinned, by its signing key.
    Hub(SigningPublic),
    /// A colleague's laptop, by its signing key.
    Laptop(SigningPublic),
}

impl Peer {
    /// The key that signs what it states.
    pub(crate) fn signing(&self) -> SigningPublic {
        match self {
            Peer::Hub(key) | Peer::Laptop(key) => *key,
        }
    }
}

/// A session and what it works on.
pub(crate) struct Conversation {
    app: App,
    vault: Arc<OpenVault>,
    peer: Peer,
    session: Session,
    caught_up: bool,
    /// What the other side said when it last turned something down.
    turned_down: Refusal,
    /// Whether entries of our own logs came that were not here: for those a receipt is still to be asked.
    own_came: bool,
    /// The ends of logs of which less was said than is here, to have it again: to be offered once it has come.
    unsaid: Vec<Head>,
}

impl Conversation {
    /// The side that connects: with what it says first. `salt` is the hash of the handshake.
    pub(crate) fn begin(
        app: &App,
        vault: &Arc<OpenVault>,
        peer: Peer,
        salt: Hash,
    ) -> Result<(Conversation, Vec<Message>), Error> {
        // A hub knows by itself what is for whom; a colleague's laptop is shown what that colleague may have.
        let visible = match &peer {
            Peer::Hub(_) => None,
            Peer::Laptop(key) => Some(may(vault, Some(key))),
        };
        let mut may = may(vault, None);
        if let Some(visible) = &visible {
            may.retain(|scope| visible.contains(scope));
        }
        let (held, unsaid) = held(app, vault, &peer)?;
        let session = Session::new(Side::Laptop, salt, held, visible);
        let mut conversation = Conversation::over(app, vault, peer, session, unsaid);
        let mut wanted = vault.store.scopes_without_receipt(&peer.signing())?;
        if let Peer::Laptop(_) = peer {
            wanted.extend(compared(&may, &salt));
        }
        let confirmed = conversation.confirmed()?;
        let effects = conversation.session.open(&may, &wanted, confirmed);
        let first = conversation.perform(effects)?;
        Ok((conversation, first))
    }

    /// The side that answers a colleague's laptop: shows what that colleague may have and nothing else.
    pub(crate) fn answer(
        app: &App,
        vault: &Arc<OpenVault>,
        laptop: SigningPublic,
        salt: Hash,
    ) -> Result<Conversation, Error> {
        let visible = may(vault, Some(&laptop));
        let peer = Peer::Laptop(laptop);
        let (held, unsaid) = held(app, vault, &peer)?;
        let session = Session::new(Side::Hub, salt, held, Some(visible));
        Ok(Conversation::over(app, vault, peer, session, unsaid))
    }

    fn over(
        app: &App,
        vault: &Arc<OpenVault>,
        peer: Peer,
        session: Session,
        unsaid: Vec<Head>,
    ) -> Conversation {
        let mut conversation = Conversation {
            app: app.clone(),
            vault: Arc::clone(vault),
            peer,
            session,
            caught_up: false,
            turned_down: Refusal::NotAllowed,
            own_came: false,
            unsaid,
        };
        conversation.keep_order();
        conversation
    }

    /// Takes in a message; answers what to send.
    fn hear(&mut self, message: Message) -> Result<Vec<Message>, Error> {
        let effects = match message {
            // Stored nothing of that page, to its knowledge; the session tries the rest and comes back to it.
            Message::Refused(refusal @ (Refusal::NotAllowed | Refusal::Full)) => {
                self.turned_down = refusal;
                self.session.declined()
            }
            Message::Refused(refusal) => return Err(Error::HubRefused(refusal)),
            // Only a hub judges by its clock whether an invitation still holds.
            Message::Joiners(requests) if matches!(self.peer, Peer::Hub(_)) => {
                if crate::invitations::admit(&self.app, &self.vault, &requests)? > 0 {
                    self.caught_up = false;
                }
                return Ok(Vec::new());
            }
            Message::Confirmed(confirmed) => {
                self.keep_confirmed(&confirmed)?;
                return Ok(Vec::new());
            }
            message => {
                self.compare(&message)?;
                self.session.receive(message)?
            }
        };
        self.perform(effects)
    }

    /// Takes in messages that are here together, and pages among them with one write; answers what to send.
    pub(crate) fn hear_all(&mut self, messages: Vec<Message>) -> Result<Vec<Message>, Error> {
        let (mut out, mut pages) = (Vec::new(), Vec::new());
        for message in messages {
            if !matches!(message, Message::Page(_)) {
                out.extend(self.perform(std::mem::take(&mut pages))?);
                out.extend(self.hear(message)?);
                continue;
            }
            let effects = self.session.receive(message)?;
            let only_stores = matches!(effects.as_slice(), [Effect::Store(_)]);
            pages.extend(effects);
            // What else it brings about is done before the next page: that one may be turned down, and the other side
            // takes what it hears for the oldest.
            if !only_stores {
                out.extend(self.perform(std::mem::take(&mut pages))?);
            }
        }
        out.extend(self.perform(pages)?);
        Ok(out)
    }

    /// Logs have grown here; answers what to send.
    pub(crate) fn grown(&mut self, heads: &Heads) -> Result<Vec<Message>, Error> {
        self.keep_order();
        let effects = self.session.grown(heads);
        // A write from before the session began is news to nobody: the session says nothing of it.
        if self.session.outgoing() > 0 {
            self.caught_up = false;
        }
        self.perform(effects)
    }

    /// Whether everything known has gone both ways.
    pub(crate) fn caught_up(&self) -> bool {
        self.caught_up
    }

    /// How many entries have still to go, either way.
    pub(crate) fn left(&self) -> u64 {
        self.session
            .outgoing()
            .saturating_add(self.session.incoming())
    }

    /// The logs of which the other side turned something down again and again.
    pub(crate) fn resting(&self) -> BTreeSet<(Scope, LogId)> {
        self.session.resting().collect()
    }

    /// What the other side said when it last turned something down.
    pub(crate) fn turned_down(&self) -> Refusal {
        self.turned_down
    }

    fn perform(&mut self, effects: Vec<Effect>) -> Result<Vec<Message>, Error> {
        let mut out = Vec::new();
        let mut effects: VecDeque<Effect> = effects.into();
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Send(message) => out.push(message),
                Effect::Store(runs) => {
                    let mut pages = vec![runs];
                    while let Some(Effect::Store(_)) = effects.front()
                        && let Some(Effect::Store(next)) = effects.pop_front()
                    {
                        pages.push(next);
                    }
                    effects.extend(self.store(pages, &mut out)?);
                }
                Effect::Fetch(wanted) => {
                    let run = self.vault.store.run(
                        &wanted.scope,
                        &wanted.log,
                        wanted.after,
                        wanted.up_to,
                        wanted.bytes,
                    )?;
                    effects.extend(self.session.fetched(run));
                }
                Effect::Acknowledge(stored) => {
                    if let Some(receipt) = self.sign_receipt(&stored)? {
                        out.push(Message::Receipt(receipt));
                    }
                }
                Effect::KeepReceipt(receipt) => self.keep_receipt(&receipt)?,
                Effect::Look(tails) => look_ahead(&self.app, &self.vault, tails)?,
                // Only a hub has the order of arrival that says what is newest for the whole team.
                Effect::Glimpse(_) => {}
                Effect::CaughtUp => {
                    let unsaid = std::mem::take(&mut self.unsaid);
                    if !unsaid.is_empty() {
                        effects.extend(self.session.grown(&unsaid));
                        if self.session.outgoing() > 0 {
                            continue;
                        }
                    }
                    self.caught_up = true;
                    self.say_again()?;
                    if let Peer::Hub(hub) = self.peer {
                        self.look_for_withheld(&hub)?;
                        if self.own_came {
                            return Err(Error::BegunAnew);
                        }
                    }
                }
            }
        }
        Ok(out)
    }

    /// Takes in a page, or several that came together with one write; answers what is to be done next.
    fn store(
        &mut self,
        pages: Vec<Vec<Run>>,
        out: &mut Vec<Message>,
    ) -> Result<Vec<Effect>, Error> {
        let alone = match pages.as_slice() {
            [runs] => match runs.as_slice() {
                [run] => Some(run.clone()),
                _ => None,
            },
            _ => None,
        };
        let mut follow = Vec::new();
        match self.take_in(pages.concat(), &mut follow) {
            Ok(received) => follow.extend(self.session.stored(pages.len(), &received.heads)),
            // Something in them does not fit: each page by itself then, what is in is skipped. The other side hears of
            // each in turn, for it takes what it hears for the oldest.
            Err(Error::Protocol(_)) if pages.len() > 1 => {
                for runs in pages {
                    out.extend(self.perform(vec![Effect::Store(runs)])?);
                }
            }
            // The other side offers each run of the page alone, and what still does not fit rests, noted; the rest
            // goes on.
            Err(Error::Protocol(_)) => {
                if let Some(run) = alone {
                    self.does_not_fit(&run)?;
                }
                out.push(Message::Refused(Refusal::NotAllowed));
                follow.extend(self.session.refused());
            }
            Err(error) => return Err(error),
        }
        Ok(follow)
    }

    /// Takes in runs and does what follows from what came in, also where something in them did not fit.
    fn take_in(&mut self, runs: Vec<Run>, follow: &mut Vec<Effect>) -> Result<Received, Error> {
        let own = self.vault.device_id();
        let of_own = runs.iter().any(|run| run.log.device == own);
        let mut received = Received::default();
        let taken = take_in_page(&self.app, &self.vault, runs, &mut received);
        self.own_came |= of_own && received.new > 0;
        if received.new > 0 {
            self.app.sync().came(&received.heads);
        }
        if received.records {
            crate::spaces::upkeep(&self.app)?;
            self.keep_order();
            follow.extend(self.show_anew());
        }
        taken.map(|()| received)
    }

    /// Whoever introduces a laptop goes before it.
    fn keep_order(&mut self) {
        let standing = self.vault.team_view();
        self.session.set_order(standing.roster.introductions());
    }

    /// What another laptop may have, after the roster has changed. A hub decides by itself.
    fn show_anew(&mut self) -> Vec<Effect> {
        match self.peer {
            Peer::Laptop(key) => self.session.widen(may(&self.vault, Some(&key))),
            Peer::Hub(_) => Vec::new(),
        }
    }
}

/// What is here, without what has no key that opens it, so that this comes once more: keys are not in the chain, and
/// whoever altered one or left it out must not keep the rest from us for good. And the ends of those logs. Of each
/// peer it is asked once an hour: a key that nobody has would be asked for at every meeting.
fn held(app: &App, vault: &OpenVault, peer: &Peer) -> Result<(Vectors, Vec<Head>), Error> {
    let mut vectors = vault.store.vectors()?;
    let lacking = vault.store.logs_without_key()?;
    let mut unsaid = Vec::new();
    if !lacking.is_empty() && app.sync().keys_are_due(peer.signing(), app.now()) {
        for (scope, log, first) in lacking {
            if let Some(vector) = vectors.0.get_mut(&scope) {
                unsaid.push((scope, log, vector.of(&log)));
                vector.0.insert(log, first.saturating_sub(1));
                vector.0.retain(|_, number| *number > 0);
            }
        }
    }
    Ok((vectors, unsaid))
}

/// The scopes that a laptop may have, this one by default.
fn may(vault: &OpenVault, laptop: Option<&SigningPublic>) -> BTreeSet<Scope> {
    let standing = vault.team_view();
    let member = match laptop {
        Some(key) => standing
            .roster
            .device(&DeviceId::of(key))
            .map(|device| device.member),
        None => standing.me,
    };
    member.map_or_else(BTreeSet::new, |member| standing.roster.scopes_of(&member))
}

/// Scopes in which a colleague's laptop is asked what it holds even when the numbers are the same: only a receipt
/// says whether the entries under them are. Of very many, others at each meeting.
fn compared(may: &BTreeSet<Scope>, salt: &Hash) -> Vec<Scope> {
    let changes = may
        .iter()
        .filter(|scope| matches!(scope, Scope::Changes(_)));
    let changes: Vec<Scope> = changes.copied().collect();
    let Hash([high, low, ..]) = salt;
    let start = usize::from(u16::from_be_bytes([*high, *low])) % changes.len().max(1);
    let all = changes.iter().cycle().skip(start);
    all.take(changes.len().min(COMPARED)).copied().collect()
}

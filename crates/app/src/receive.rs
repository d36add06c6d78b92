//! Taking in what colleagues wrote: check, open, and the same door into the store as one's own writing.

use crate::App;
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::{OpenVault, TeamStanding};
use crate::topics::words;
use nabij_keys::{DocumentKey, OpenedChange, seal};
use nabij_protocol::entry::{CheckedEntry, Content, Payload, Place, Run, SealedChange};
use nabij_protocol::id::{
    DocumentId, Hash, LogId, MemberId, Scope, Signature, SigningPublic, TeamId,
};
use nabij_protocol::message::Tail;
use nabij_protocol::roster::founder_of;
use nabij_store::{Incoming, Opened};
use std::collections::{BTreeMap, BTreeSet};

/// What came in.
#[derive(Default)]
pub(crate) struct Received {
    /// The new ends of the logs.
    pub(crate) heads: Vec<(Scope, LogId, u64)>,
    /// How many entries were new.
    pub(crate) new: usize,
    /// Whether new records were among them.
    pub(crate) records: bool,
}

/// Takes in a page and notes what came in. Answers after the durable write, and tells who listens.
///
/// # Errors
/// When a run does not continue its log, is signed by nobody known, or cannot be stored. What came before it
/// in the page stays, and is noted.
pub(crate) fn take_in_page(
    app: &App,
    vault: &OpenVault,
    mut runs: Vec<Run>,
    received: &mut Received,
) -> Result<(), Error> {
    let mut standing = vault.standing();
    let team = standing.team.ok_or(Error::NotAMember)?;
    // Stable: within a scope the sender's order says who introduces whom.
    runs.sort_by_key(|run| run.scope);
    let mut topics: BTreeSet<String> = BTreeSet::new();
    let lacking = vault.store.logs_without_key()?;
    let lacking = lacking.into_iter().map(|(scope, log, _)| (scope, log));
    let mut batch = Batch {
        again: lacking.collect(),
        ..Batch::default()
    };
    let (mut unread, mut failed) = (false, None);
    let mut keyed = BTreeSet::new();
    for run in runs {
        let head = (run.scope, run.log, run.last());
        let is_record = !matches!(run.scope, Scope::Changes(_));
        // The roster is evaluated anew where somebody needs what the page has brought: a laptop that it
        // introduces, or the keys of what is sealed. Once a record would take minutes for a large team.
        let introduced = signer(&standing, team, &run).is_ok();
        if unread && (!introduced || !is_record) {
            batch.store(app, vault, &standing, team, &mut topics, received)?;
            standing.refresh(&vault.store, &vault.member_keys)?;
            unread = false;
        }
        let checked = match check(vault, &standing, team, run, &batch) {
            Ok(checked) => checked,
            // What came before it is kept, and told, before the page is turned down.
            Err(error) => {
                failed = Some(error);
                break;
            }
        };
        if let Some(checked) = checked {
            keyed.extend(checked.0.iter().filter_map(keyed_document));
            batch.add(checked);
            if is_record {
                unread = true;
                received.records = true;
                topics.insert("team".to_owned());
            }
        }
        received.heads.push(head);
    }
    batch.store(app, vault, &standing, team, &mut topics, received)?;
    if unread {
        standing.refresh(&vault.store, &vault.member_keys)?;
    }
    let why = match topics.contains("team") {
        true => Reopen::All,
        false => Reopen::Documents(keyed),
    };
    reopen(app, vault, &standing, team, &why, &mut topics)?;
    drop(standing);
    topics.insert("sync".to_owned());
    app.announce(topics, &Origin::default());
    match failed {
        Some(error) => Err(error),
        None => Ok(()),
    }
}

/// Shows the newest entries before their turn. What does not check is left aside: it comes again.
///
/// # Errors
/// When they cannot be stored.
pub(crate) fn look_ahead(app: &App, vault: &OpenVault, tails: Vec<Tail>) -> Result<(), Error> {
    let standing = vault.standing();
    let team = standing.team.ok_or(Error::NotAMember)?;
    let mut checked = Vec::new();
    for tail in tails {
        let Ok(signer) = signer(&standing, team, &tail.run) else {
            continue;
        };
        if let Ok(entries) = tail.run.check(team, tail.previous, &signer) {
            checked.extend(entries);
        }
    }
    let mut opener = Opener {
        vault,
        standing: &standing,
        team,
        keys: BTreeMap::new(),
    };
    for (place, _, content) in &checked {
        opener.learn(place, content);
    }
    let incoming = checked
        .iter()
        .map(|(place, hash, content)| {
            Ok(Incoming {
                place: *place,
                hash: *hash,
                content,
                signature: None,
                opened: opener.open_content(place, content)?,
            })
        })
        .collect::<Result<Vec<_>, Error>>()?;
    let taken = vault.store.look_ahead(incoming)?;
    drop(standing);
    app.announce(words(&taken.topics), &Origin::default());
    Ok(())
}

/// A checked stretch of a log and the signature on its end.
type CheckedRun = (Vec<CheckedEntry>, Signature);

/// Checks a run against what is held; none if all of it is held already.
fn check(
    vault: &OpenVault,
    standing: &TeamStanding,
    team: TeamId,
    mut run: Run,
    batch: &Batch,
) -> Result<Option<CheckedRun>, Error> {
    let (held, hash) = match batch.heads.get(&(run.scope, run.log)) {
        Some(head) => *head,
        None => vault.store.head(&run.scope, &run.log)?,
    };
    // The same once more where a key is lacking: keys are not in the chain, and another may have one that opens.
    if run.after < held && batch.again.contains(&(run.scope, run.log)) {
        let before = match run.after {
            0 => Some(Hash::ZERO),
            after => vault.store.hash_at(&run.scope, &run.log, after)?,
        };
        if let Some(hash) = before {
            let (scope, log) = (run.scope, run.log);
            let checked = checked(standing, team, run, hash)?;
            // Another history, though signed, does not fit: as it is said of one that begins where ours ends.
            for (place, theirs, _) in &checked.0 {
                let ours = vault.store.hash_at(&scope, &log, place.number)?;
                if ours.is_some_and(|ours| ours != *theirs) {
                    return Err(nabij_protocol::Error::BadSignature.into());
                }
            }
            return Ok(Some(checked));
        }
    }
    if run.last() <= held {
        return Ok(None);
    }
    if run.after > held {
        return Err(nabij_protocol::Error::Gap {
            expected: held.saturating_add(1),
        }
        .into());
    }
    // What is held already was checked when it came; only what follows it is looked at.
    let known = usize::try_from(held.saturating_sub(run.after)).unwrap_or(usize::MAX);
    run.contents.drain(..known.min(run.contents.len()));
    run.after = held;
    checked(standing, team, run, hash).map(Some)
}

fn checked(
    standing: &TeamStanding,
    team: TeamId,
    run: Run,
    previous: Hash,
) -> Result<CheckedRun, Error> {
    if run.contents.iter().any(is_erased) {
        // Nothing erases yet: a hash in place of the bytes would hide them for good.
        return Err(nabij_protocol::Error::Malformed("run").into());
    }
    let signer = signer(standing, team, &run)?;
    let signature = run.signature;
    Ok((run.check(team, previous, &signer)?, signature))
}

fn is_erased(content: &Content) -> bool {
    matches!(content, Content::Change(change) if matches!(change.payload, Payload::Erased(_)))
}

fn signer(standing: &TeamStanding, team: TeamId, run: &Run) -> Result<SigningPublic, Error> {
    if let Some(card) = standing.roster.known_device(&run.log.device) {
        return Ok(card.signing);
    }
    founder_of(&team, run)
        .map(|card| card.signing)
        .ok_or(Error::Protocol(nabij_protocol::Error::BadSignature))
}

/// Entries that are stored together.
#[derive(Default)]
struct Batch {
    entries: Vec<(CheckedEntry, Option<Signature>)>,
    heads: BTreeMap<(Scope, LogId), (u64, Hash)>,
    /// Logs of which entries that are here are taken once more, for their keys.
    again: BTreeSet<(Scope, LogId)>,
}

impl Batch {
    fn add(&mut self, (entries, signature): CheckedRun) {
        let last = entries.len().saturating_sub(1);
        for (index, entry) in entries.into_iter().enumerate() {
            let (place, hash, _) = &entry;
            self.heads
                .insert((place.scope, place.log), (place.number, *hash));
            self.entries
                .push((entry, (index == last).then_some(signature)));
        }
    }

    fn store(
        &mut self,
        app: &App,
        vault: &OpenVault,
        standing: &TeamStanding,
        team: TeamId,
        topics: &mut BTreeSet<String>,
        received: &mut Received,
    ) -> Result<(), Error> {
        let entries = std::mem::take(&mut self.entries);
        self.heads.clear();
        if entries.is_empty() {
            return Ok(());
        }
        let mut opener = Opener {
            vault,
            standing,
            team,
            keys: BTreeMap::new(),
        };
        for ((place, _, content), _) in &entries {
            opener.learn(place, content);
        }
        let incoming = entries
            .iter()
            .map(|((place, hash, content), signature)| {
                Ok(Incoming {
                    place: *place,
                    hash: *hash,
                    content,
                    signature: *signature,
                    opened: opener.open_content(place, content)?,
                })
            })
            .collect::<Result<Vec<_>, Error>>()?;
        let taken = vault
            .store
            .take_in(incoming, nabij_domain::Millis(app.now()))?;
        received.new = received.new.saturating_add(taken.new);
        topics.extend(words(&taken.topics));
        Ok(())
    }
}

/// Tries once more to open everything that came and could not be read: with the keys, and by the version of Nabij,
/// that are here now.
///
/// # Errors
/// When it cannot be stored.
pub(crate) fn try_unread_again(app: &App, vault: &OpenVault) -> Result<(), Error> {
    let standing = vault.standing();
    let Some(team) = standing.team else {
        return Ok(());
    };
    let mut topics = BTreeSet::from(["sync".to_owned()]);
    let quarantined = vault.store.quarantined_changes()?;
    open_again(app, vault, &standing, team, &mut topics, quarantined)?;
    reopen(app, vault, &standing, team, &Reopen::All, &mut topics)?;
    drop(standing);
    app.announce(topics, &Origin::default());
    Ok(())
}

/// What may open now.
enum Reopen {
    /// Anything: the roster has grown.
    All,
    /// What is in these documents: their keys came. An edit can come before the key that opens it, which travels with
    /// the beginning of the document, perhaps in another log.
    Documents(BTreeSet<DocumentId>),
}

fn keyed_document((_, _, content): &CheckedEntry) -> Option<DocumentId> {
    match content {
        Content::Change(change) if change.key.is_some() => Some(change.document),
        _ => None,
    }
}

/// Opens what waited for a key or for somebody's membership.
fn reopen(
    app: &App,
    vault: &OpenVault,
    standing: &TeamStanding,
    team: TeamId,
    why: &Reopen,
    topics: &mut BTreeSet<String>,
) -> Result<(), Error> {
    let stuck = match why {
        Reopen::All => vault.store.stuck()?,
        Reopen::Documents(documents) => vault.store.stuck_in(documents)?,
    };
    open_again(app, vault, standing, team, topics, stuck)
}

fn open_again(
    app: &App,
    vault: &OpenVault,
    standing: &TeamStanding,
    team: TeamId,
    topics: &mut BTreeSet<String>,
    stuck: Vec<(Place, SealedChange)>,
) -> Result<(), Error> {
    if stuck.is_empty() {
        return Ok(());
    }
    let mut opener = Opener {
        vault,
        standing,
        team,
        keys: BTreeMap::new(),
    };
    let mut opened = Vec::new();
    for (place, change) in stuck {
        let result = opener.open_change(&place, &change)?;
        if matches!(result, Opened::Change { .. }) {
            opened.push((place, result));
        }
    }
    if opened.is_empty() {
        return Ok(());
    }
    let taken = vault
        .store
        .reopen(opened, nabij_domain::Millis(app.now()))?;
    topics.extend(words(&taken.topics));
    Ok(())
}

/// Opens sealed changes with the keys of this member.
pub(crate) struct Opener<'a> {
    pub(crate) vault: &'a OpenVault,
    pub(crate) standing: &'a TeamStanding,
    pub(crate) team: TeamId,
    /// All keys that were found for a document; the one that opened something last comes first.
    pub(crate) keys: BTreeMap<DocumentId, Vec<DocumentKey>>,
}

impl Opener<'_> {
    fn learn(&mut self, place: &Place, content: &Content) {
        let (Content::Change(change), Some(space)) = (content, place.scope.space()) else {
            return;
        };
        if let Some(sealed) = &change.key
            && let Some(epoch) = self.standing.keyring.get(&sealed.epoch)
            && let Ok(key) = DocumentKey::open(&epoch, self.team, space, change.document, sealed)
        {
            self.keys.entry(change.document).or_default().push(key);
        }
    }

    fn open_content(&mut self, place: &Place, content: &Content) -> Result<Opened, Error> {
        match content {
            Content::Record(_) => Ok(Opened::Record),
            Content::Change(change) => self.open_change(place, change),
        }
    }

    /// Opens one change, or says why not. What has no key or no author yet is kept by the store and tried
    /// again when the roster grows.
    pub(crate) fn open_change(
        &mut self,
        place: &Place,
        change: &SealedChange,
    ) -> Result<Opened, Error> {
        let Some(author) = self.standing.roster.author(place) else {
            return Ok(Opened::NoKey);
        };
        if let Some(opened) = self.try_keys(place, change) {
            return Ok(opened_by(author, opened));
        }
        // A holder may have published another key row for this document: one that does not fit hides nothing.
        let kept = self
            .standing
            .document_keys(&self.vault.store, self.team, change.document)?;
        if kept.is_empty() && !self.keys.contains_key(&change.document) {
            return Ok(Opened::NoKey);
        }
        self.keys.entry(change.document).or_default().extend(kept);
        Ok(match self.try_keys(place, change) {
            Some(opened) => opened_by(author, opened),
            None => Opened::CannotOpen("seal"),
        })
    }

    fn try_keys(&mut self, place: &Place, change: &SealedChange) -> Option<OpenedChange> {
        let keys = self.keys.get_mut(&change.document)?;
        let (index, opened) = keys
            .iter()
            .enumerate()
            .find_map(|(index, key)| Some((index, seal::open(key, place, change).ok()?)))?;
        keys.swap(0, index);
        Some(opened)
    }
}

fn opened_by(author: MemberId, opened: OpenedChange) -> Opened {
    Opened::Change {
        claimed: nabij_domain::Millis(opened.claimed.0),
        change: nabij_domain::Change::from_bytes(opened.change.to_vec()),
        author,
    }
}

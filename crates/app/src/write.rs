//! Writing to this laptop's own logs: seal, chain, sign, and hand to the store in one transaction.

use crate::App;
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::{OpenVault, TeamStanding};
use crate::random::random;
use crate::topics::words;
use nabij_domain::{Author, Document, Id, Refusal, Version};
use nabij_keys::seal::{self, OpenedChange};
use nabij_keys::{DocumentKey, system_rng};
use nabij_protocol::entry::{Content, Place, encode, entry_hash};
use nabij_protocol::id::{DocumentId, Hash, LogId, Millis, Scope, SpaceId, TeamId};
use nabij_protocol::record::{Record, RecordKind};
use nabij_store::{Incoming, Opened, Store, TakenIn};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// One thing to write.
pub(crate) enum Write {
    /// A statement for the roster.
    Record {
        /// `Scope::Team` or `Scope::Space`.
        scope: Scope,
        /// What it states.
        kind: RecordKind,
    },
    /// A change to a document.
    Change {
        /// The space of the document.
        space: SpaceId,
        /// The document.
        document: Id,
        /// What the domain made of the edit.
        change: nabij_domain::Change,
    },
}

impl Write {
    pub(crate) fn team(kind: RecordKind) -> Write {
        Write::Record {
            scope: Scope::Team,
            kind,
        }
    }

    pub(crate) fn space(space: SpaceId, kind: RecordKind) -> Write {
        Write::Record {
            scope: Scope::Space(space),
            kind,
        }
    }

    pub(crate) fn change(space: SpaceId, document: Id, change: nabij_domain::Change) -> Write {
        Write::Change {
            space,
            document,
            change,
        }
    }

    /// The document that it begins or changes.
    pub(crate) fn document(&self) -> Option<Id> {
        match self {
            Write::Record { .. } => None,
            Write::Change { document, .. } => Some(*document),
        }
    }

    fn scope(&self) -> Scope {
        match self {
            Write::Record { scope, .. } => *scope,
            Write::Change { space, .. } => Scope::Changes(*space),
        }
    }
}

/// Writes all of `writes` or nothing; answers after the durable write, and tells who listens.
pub(crate) fn write(
    app: &App,
    vault: &OpenVault,
    standing: &mut TeamStanding,
    writes: Vec<Write>,
    origin: &Origin,
) -> Result<(), Error> {
    write_telling(app, vault, standing, writes, origin, &|| ())
}

/// As [`write`], telling `step` of each thing sealed and of each document taken in.
pub(crate) fn write_telling(
    app: &App,
    vault: &OpenVault,
    standing: &mut TeamStanding,
    writes: Vec<Write>,
    origin: &Origin,
    step: &dyn Fn(),
) -> Result<(), Error> {
    let take_in =
        |store: &Store, entries: Vec<Incoming<'_>>, now| store.take_in_telling(entries, now, step);
    write_with(app, vault, standing, writes, origin, step, take_in)
}

/// As [`write`], and the draft is gone in the same transaction.
pub(crate) fn write_and_forget_draft(
    app: &App,
    vault: &OpenVault,
    standing: &mut TeamStanding,
    writes: Vec<Write>,
    origin: &Origin,
) -> Result<(), Error> {
    let take_in = Store::take_in_draft;
    write_with(app, vault, standing, writes, origin, &|| (), take_in)
}

fn write_with(
    app: &App,
    vault: &OpenVault,
    standing: &mut TeamStanding,
    writes: Vec<Write>,
    origin: &Origin,
    step: &dyn Fn(),
    take_in: impl FnOnce(
        &Store,
        Vec<Incoming<'_>>,
        nabij_domain::Millis,
    ) -> Result<TakenIn, nabij_store::Error>,
) -> Result<(), Error> {
    let (team, me) = match (standing.team, standing.me) {
        (Some(team), Some(me)) => (team, me),
        _ => return Err(Error::NotAMember),
    };
    // The founding record is written before anybody is a member; it counts in the first life.
    let life = standing.roster.member(&me).map_or(1, |member| member.life);
    let now = app.now();
    let mut pen = Pen {
        vault,
        team,
        heads: BTreeMap::new(),
        keys: BTreeMap::new(),
    };
    let mut contents = Vec::with_capacity(writes.len());
    let mut records = false;
    for write in writes {
        let scope = write.scope();
        let place = pen.next_place(scope)?;
        let (content, opened) = match write {
            Write::Record { kind, .. } => {
                records = true;
                (
                    Content::Record(encode(&Record { life, kind })),
                    Opened::Record,
                )
            }
            Write::Change {
                space,
                document,
                change,
            } => {
                let sealed = pen.seal(standing, space, document, place, &change, now)?;
                let claimed = nabij_domain::Millis(now);
                (
                    Content::Change(sealed),
                    Opened::Change {
                        claimed,
                        change,
                        author: me,
                    },
                )
            }
        };
        let hash = pen.chain(&place, &content)?;
        contents.push((place, hash, content, opened));
        step();
    }
    let entries = contents
        .iter()
        .map(|(place, hash, content, opened)| Incoming {
            place: *place,
            hash: *hash,
            content,
            signature: Some(vault.device.sign_head(hash)),
            opened: opened.clone(),
        })
        .collect();
    let taken = take_in(&vault.store, entries, nabij_domain::Millis(now))?;
    if records {
        standing.refresh(&vault.store, &vault.member_keys)?;
    }
    crate::incarnation::note(app, vault);
    let log = vault.log();
    let heads: Vec<(Scope, LogId, u64)> = pen
        .heads
        .iter()
        .map(|(scope, (number, _))| (*scope, log, *number))
        .collect();
    app.sync().grown(heads);
    let mut topics = words(&taken.topics);
    if records {
        topics.insert("team".to_owned());
    }
    topics.insert("sync".to_owned());
    app.announce(topics, origin);
    Ok(())
}

/// The ends of this laptop's logs while several entries are being written.
struct Pen<'a> {
    vault: &'a OpenVault,
    team: TeamId,
    heads: BTreeMap<Scope, (u64, Hash)>,
    keys: BTreeMap<Id, DocumentKey>,
}

impl Pen<'_> {
    fn next_place(&mut self, scope: Scope) -> Result<Place, Error> {
        let log = self.vault.log();
        if !self.heads.contains_key(&scope) {
            let head = self.vault.store.head(&scope, &log)?;
            self.heads.insert(scope, head);
        }
        let (number, _) = self.heads.get(&scope).ok_or(Error::Unexpected("no head"))?;
        let number = number
            .checked_add(1)
            .ok_or(Error::Unexpected("the log is full"))?;
        Ok(Place {
            team: self.team,
            scope,
            log,
            number,
        })
    }

    fn chain(&mut self, place: &Place, content: &Content) -> Result<Hash, Error> {
        let head = self
            .heads
            .get_mut(&place.scope)
            .ok_or(Error::Unexpected("no head"))?;
        let hash = entry_hash(place, &head.1, content);
        *head = (place.number, hash);
        Ok(hash)
    }

    fn seal(
        &mut self,
        standing: &TeamStanding,
        space: SpaceId,
        document: Id,
        place: Place,
        change: &nabij_domain::Change,
        now: i64,
    ) -> Result<nabij_protocol::entry::SealedChange, Error> {
        let rng = &mut system_rng();
        let id = DocumentId(document.0);
        let opened = OpenedChange {
            claimed: Millis(now),
            change: Zeroizing::new(change.as_bytes().to_vec()),
        };
        if let Some(key) = self.keys.get(&document) {
            return Ok(seal::seal(key, &place, id, &opened, None, rng)?);
        }
        let mut known = standing.document_keys(&self.vault.store, self.team, id)?;
        if !known.is_empty() {
            let key = known.swap_remove(0);
            let sealed = seal::seal(&key, &place, id, &opened, None, rng)?;
            self.keys.insert(document, key);
            return Ok(sealed);
        }
        let epoch = standing
            .keyring
            .newest(&standing.roster, &space)
            .ok_or(Error::Unexpected("no epoch key for this space"))?;
        let key = DocumentKey::generate(rng);
        let attached = key.seal(&epoch, self.team, space, id, rng)?;
        let sealed = seal::seal(&key, &place, id, &opened, Some(attached), rng)?;
        self.keys.insert(document, key);
        Ok(sealed)
    }
}

impl TeamStanding {
    /// The keys of a document that is here, from every sealed row that opens, the oldest first.
    pub(crate) fn document_keys(
        &self,
        store: &Store,
        team: TeamId,
        document: DocumentId,
    ) -> Result<Vec<DocumentKey>, Error> {
        let mut keys = Vec::new();
        for (space, sealed) in store.document_keys(&document)? {
            if let Some(epoch) = self.keyring.get(&sealed.epoch)
                && let Ok(key) = DocumentKey::open(&epoch, team, space, document, &sealed)
            {
                keys.push(key);
            }
        }
        Ok(keys)
    }
}

/// A new document's id.
pub(crate) fn new_id() -> Id {
    Id(random())
}

impl OpenVault {
    /// Edits a document at the version on which its form was opened. An edit that changes nothing writes
    /// nothing.
    pub(crate) fn edit(
        &self,
        app: &App,
        id: Id,
        version: &str,
        origin: &Origin,
        edit: impl FnOnce(
            &mut Document,
            &Version,
            &Author,
            nabij_domain::Millis,
        ) -> Result<Option<nabij_domain::Change>, Refusal>,
    ) -> Result<(), Error> {
        let base: Version = version.parse()?;
        let mut standing = self.standing();
        let (_, me) = standing.membership()?;
        let (space, mut document) = self.store.document(id)?.ok_or(Error::NotFound)?;
        let now = nabij_domain::Millis(app.now());
        match edit(&mut document, &base, &self.author(me), now)? {
            Some(change) => {
                let writes = vec![Write::change(space, id, change)];
                write(app, self, &mut standing, writes, origin)
            }
            None => Ok(()),
        }
    }

    /// Edits several documents in one write: `first` at the version on which its form was opened, the others as they
    /// are now.
    pub(crate) fn edit_all(
        &self,
        app: &App,
        first: (Id, &str),
        ids: &[Id],
        origin: &Origin,
        edit: impl Fn(
            Id,
            &mut Document,
            &Version,
            &Author,
            nabij_domain::Millis,
        ) -> Result<Option<nabij_domain::Change>, Refusal>,
    ) -> Result<(), Error> {
        let opened: Version = first.1.parse()?;
        let mut standing = self.standing();
        let (_, me) = standing.membership()?;
        let (author, now) = (self.author(me), nabij_domain::Millis(app.now()));
        let mut writes = Vec::with_capacity(ids.len());
        for id in ids {
            let (space, mut document) = self.store.document(*id)?.ok_or(Error::NotFound)?;
            let base = if *id == first.0 {
                opened.clone()
            } else {
                document.version()
            };
            let change = edit(*id, &mut document, &base, &author, now)?;
            writes.extend(change.map(|change| Write::change(space, *id, change)));
        }
        if writes.is_empty() {
            return Ok(());
        }
        write(app, self, &mut standing, writes, origin)
    }
}

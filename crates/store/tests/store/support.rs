//! Writers with a log each, and a store in a temporary folder.

use nabij_domain::{
    Author, CaseEdit, CaseNoteEdit, Change, ContactKind, ContactMomentEdit, Document, Id, Millis,
    NewCase, NewCaseNote, NewColleague, NewContactMoment, NewSummary, NewTeam, Personal, Role,
    Version, case, case_note, colleague, contact_moment, group, place, round, shift, stop, summary,
    team, withdrawal,
};
use nabij_protocol::entry::{Content, Payload, Place, SealedChange, SealedKey, entry_hash};
use nabij_protocol::id::{
    DeviceId, DocumentId, EpochId, Hash, Incarnation, LogId, MemberId, Scope, Signature, SpaceId,
    TeamId,
};
use nabij_store::{Incoming, Opened, Store, TakenIn};
use std::collections::BTreeMap;
use tempfile::TempDir;

pub const TEAM: TeamId = TeamId([1; 16]);
pub const CASE: SpaceId = SpaceId([0xCA; 16]);
pub const STREET: SpaceId = SpaceId([0x57; 16]);
pub const TEAM_SPACE: SpaceId = SpaceId([0x7E; 16]);
/// The shift that rounds and stops say they belong to, whether it is here or not.
pub const SHIFT: Id = Id([0x5F; 16]);
pub const KEY: [u8; 32] = [9; 32];
pub const NOW: Millis = Millis(1_790_000_000_000);

/// A store in a folder that goes away with it.
pub struct Vault {
    pub store: Store,
    pub folder: TempDir,
}

impl Vault {
    pub fn new() -> Vault {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("nabij.db"), &KEY).unwrap();
        Vault { store, folder }
    }

    pub fn take_in(&self, entries: &[Written]) -> TakenIn {
        self.try_take_in(entries).unwrap()
    }

    pub fn try_take_in(&self, entries: &[Written]) -> Result<TakenIn, nabij_store::Error> {
        self.store
            .take_in(entries.iter().map(Written::incoming).collect(), NOW)
    }
}

/// An entry with what its writer knows of it.
#[derive(Debug, Clone)]
pub struct Written {
    pub place: Place,
    pub hash: Hash,
    pub content: Content,
    pub opened: Opened,
    pub signed: bool,
}

impl Written {
    pub fn incoming(&self) -> Incoming<'_> {
        Incoming {
            place: self.place,
            hash: self.hash,
            content: &self.content,
            signature: self.signed.then_some(Signature([7; 64])),
            opened: self.opened.clone(),
        }
    }

    pub fn with(&self, opened: Opened) -> Written {
        Written {
            opened,
            ..self.clone()
        }
    }

    pub fn document(&self) -> DocumentId {
        match &self.content {
            Content::Change(change) => change.document,
            Content::Record(_) => panic!("a record is in no document"),
        }
    }

    pub fn change(&self) -> Change {
        match &self.opened {
            Opened::Change { change, .. } => change.clone(),
            _ => panic!("not an opened change"),
        }
    }
}

/// A colleague at a laptop, who writes.
#[derive(Debug, Clone)]
pub struct Writer {
    pub member: MemberId,
    pub device: DeviceId,
    actor: [u8; 16],
    heads: BTreeMap<Scope, (u64, Hash)>,
    documents: u8,
}

pub fn fatima() -> Writer {
    Writer::new(0xFA)
}

pub fn bram() -> Writer {
    Writer::new(0xB0)
}

pub fn sanne() -> Writer {
    Writer::new(0x5A)
}

/// Who writes on which device: as the roster would say.
pub fn author(place: &Place) -> MemberId {
    MemberId(place.log.device.0)
}

/// Opens what [`Writer`] wrote.
pub fn open(place: &Place, change: &SealedChange) -> Opened {
    match &change.payload {
        Payload::Here(bytes) => Opened::Change {
            // The writers below claim their number in the log for the time.
            claimed: Millis(NOW.0 + i64::try_from(place.number).unwrap()),
            change: Change::from_bytes(bytes.clone()),
            author: author(place),
        },
        Payload::Erased(_) => Opened::CannotOpen("erased"),
    }
}

impl Writer {
    fn new(byte: u8) -> Writer {
        Writer {
            member: MemberId([byte; 16]),
            device: DeviceId([byte; 16]),
            actor: [byte; 16],
            heads: BTreeMap::new(),
            documents: 0,
        }
    }

    pub fn author(&self) -> Author {
        Author {
            actor: self.actor,
            member: Id(self.member.0),
        }
    }

    pub fn log(&self) -> LogId {
        // The highest bit set: 64 bits must come back as they were.
        LogId {
            device: self.device,
            incarnation: Incarnation(u64::MAX - u64::from(self.device.0[0])),
        }
    }

    fn place(&mut self, scope: Scope) -> Place {
        let number = self.heads.get(&scope).map_or(0, |head| head.0) + 1;
        Place {
            team: TEAM,
            scope,
            log: self.log(),
            number,
        }
    }

    pub fn write(&mut self, scope: Scope, content: Content) -> Written {
        let place = self.place(scope);
        let previous = self.heads.get(&scope).map_or(Hash::ZERO, |head| head.1);
        let hash = entry_hash(&place, &previous, &content);
        self.heads.insert(scope, (place.number, hash));
        let opened = match &content {
            Content::Record(_) => Opened::Record,
            Content::Change(change) => open(&place, change),
        };
        Written {
            place,
            hash,
            content,
            opened,
            signed: true,
        }
    }

    pub fn record(&mut self, scope: Scope, bytes: &[u8]) -> Written {
        self.write(scope, Content::Record(bytes.to_vec()))
    }

    pub fn change(&mut self, space: SpaceId, document: DocumentId, change: &Change) -> Written {
        let key = SealedKey {
            epoch: EpochId([3; 16]),
            nonce: [4; 24],
            sealed: vec![document.0[0]; 48],
        };
        let sealed = SealedChange {
            document,
            nonce: [5; 24],
            payload: Payload::Here(change.as_bytes().to_vec()),
            key: Some(key),
        };
        self.write(Scope::Changes(space), Content::Change(sealed))
    }

    pub fn new_id(&mut self) -> DocumentId {
        self.documents += 1;
        let mut id = self.actor;
        id[15] = self.documents;
        DocumentId(id)
    }

    pub fn begin(&mut self, space: SpaceId, made: (Document, Change)) -> (Written, Document) {
        let id = self.new_id();
        (self.change(space, id, &made.1), made.0)
    }

    pub fn case(&mut self, space: SpaceId, name: &str) -> (Written, Document) {
        let made = case::create(
            &self.author(),
            NewCase {
                name: name.into(),
                import: None,
            },
            NOW,
        )
        .unwrap();
        self.begin(space, made)
    }

    pub fn moment(&mut self, space: SpaceId, text: &str, at: i64) -> (Written, Document) {
        let new = NewContactMoment {
            case: (space != STREET).then_some(Id(space.0)),
            nickname: Some("Mo".into()),
            place: Some("Griftpark".into()),
            ..NewContactMoment::new(ContactKind::Conversation, text.into(), Millis(at))
        };
        let made = contact_moment::create(&self.author(), new, NOW).unwrap();
        self.begin(space, made)
    }

    pub fn note(&mut self, space: SpaceId, text: &str, at: i64) -> (Written, Document) {
        let new = NewCaseNote {
            case: Id(space.0),
            text: text.into(),
        };
        let made = case_note::create(&self.author(), new, Millis(at)).unwrap();
        self.begin(space, made)
    }

    pub fn summary(&mut self, space: SpaceId, text: &str) -> (Written, Document) {
        let new = NewSummary {
            case: Id(space.0),
            text: text.into(),
        };
        let made = summary::create(&self.author(), new, NOW).unwrap();
        self.begin(space, made)
    }

    pub fn street_place(&mut self, name: &str) -> (Written, Document) {
        let new = place::NewPlace { name: name.into() };
        let made = place::create(&self.author(), new, NOW).unwrap();
        self.begin(STREET, made)
    }

    pub fn group(&mut self, name: &str) -> (Written, Document) {
        let new = group::NewGroup {
            name: name.into(),
            place: None,
            text: Some("Vaak na tienen.".into()),
        };
        let made = group::create(&self.author(), new, NOW).unwrap();
        self.begin(STREET, made)
    }

    pub fn shift(&mut self, at: i64) -> (Written, Document) {
        let new = shift::NewShift {
            at: Millis(at),
            colleagues: Vec::new(),
        };
        let made = shift::create(&self.author(), new, NOW).unwrap();
        self.begin(STREET, made)
    }

    pub fn round(&mut self, at: i64) -> (Written, Document) {
        let new = round::NewRound {
            shift: SHIFT,
            at: Millis(at),
        };
        let made = round::create(&self.author(), new, NOW).unwrap();
        self.begin(STREET, made)
    }

    pub fn stop(&mut self, at: i64) -> (Written, Document) {
        let new = stop::NewStop {
            shift: SHIFT,
            round: None,
            place: Id([0x61; 16]),
            at: Millis(at),
            head_count: Some(6),
            mood: Some(stop::Mood::Calm),
            group: None,
            topic: None,
            agreement: None,
            next_step: None,
        };
        let made = stop::create(&self.author(), new, NOW).unwrap();
        self.begin(STREET, made)
    }

    pub fn team(&mut self, name: &str) -> (Written, Document) {
        let made = team::create(&self.author(), NewTeam { name: name.into() }, NOW).unwrap();
        self.begin(TEAM_SPACE, made)
    }

    pub fn colleague(&mut self, name: &str) -> (Written, Document) {
        let member = Id(self.member.0);
        let new = NewColleague {
            member,
            name: name.into(),
            role: Role::FamilyCoach,
        };
        let made = colleague::create(&self.author(), new, NOW).unwrap();
        self.begin(TEAM_SPACE, made)
    }

    pub fn edit_moment(&mut self, of: &Written, document: &mut Document, text: &str) -> Written {
        let base = document.version();
        let edit = ContactMomentEdit {
            text: Some(text.into()),
            ..Default::default()
        };
        let change = contact_moment::edit(document, &base, edit, &self.author(), NOW)
            .unwrap()
            .unwrap();
        self.change(of.place.scope.space().unwrap(), of.document(), &change)
    }
}

/// Changes something in a document of any kind, on any of its versions. `None`: nothing changed.
pub fn edit_any(
    document: &mut Document,
    base: &Version,
    value: u8,
    author: &Author,
) -> Option<Change> {
    let words: Personal = format!("Sprak Bram bij de Griftpark, keer {value}.").into();
    // A summary, a colleague and the team cannot be taken back.
    if value.is_multiple_of(5)
        && let Ok(changed) = withdrawal::set(document, base, value.is_multiple_of(2), author, NOW)
    {
        return changed;
    }
    let changed = match document.kind() {
        nabij_domain::DocumentKind::ContactMoment => {
            let edit = match value % 3 {
                0 => ContactMomentEdit {
                    text: Some(words),
                    ..Default::default()
                },
                1 => ContactMomentEdit {
                    at: Some(Millis(i64::from(value))),
                    ..Default::default()
                },
                _ => ContactMomentEdit {
                    place: Some(Some(words)),
                    ..Default::default()
                },
            };
            contact_moment::edit(document, base, edit, author, NOW)
        }
        nabij_domain::DocumentKind::CaseNote => {
            let edit = CaseNoteEdit {
                text: Some(words),
                withdrawn: Some(value.is_multiple_of(5)),
            };
            case_note::edit(document, base, edit, author, NOW)
        }
        nabij_domain::DocumentKind::Summary => {
            let edit = nabij_domain::SummaryEdit { text: Some(words) };
            summary::edit(document, base, edit, author, NOW)
        }
        nabij_domain::DocumentKind::Place => {
            let edit = place::PlaceEdit {
                name: Some(if value.is_multiple_of(2) {
                    "neude".into()
                } else {
                    words
                }),
            };
            place::edit(document, base, edit, author, NOW)
        }
        nabij_domain::DocumentKind::Group => {
            let edit = group::GroupEdit {
                text: Some(Some(words)),
                ..Default::default()
            };
            group::edit(document, base, edit, author, NOW)
        }
        nabij_domain::DocumentKind::Shift => {
            let edit = shift::ShiftEdit {
                ended_at: Some(value.is_multiple_of(3).then_some(Millis(i64::from(value)))),
                colleagues: Some(vec![Id([value; 16])]),
                ..Default::default()
            };
            shift::edit(document, base, edit, author, NOW)
        }
        nabij_domain::DocumentKind::Round => {
            let edit = round::RoundEdit {
                ended_at: Some(Some(Millis(i64::from(value)))),
            };
            round::edit(document, base, edit, author, NOW)
        }
        nabij_domain::DocumentKind::Stop => {
            let edit = stop::StopEdit {
                head_count: Some(value.is_multiple_of(2).then_some(u32::from(value))),
                mood: Some((!value.is_multiple_of(3)).then_some(stop::Mood::Tense)),
                agreement: Some(Some(words)),
                ..Default::default()
            };
            stop::edit(document, base, edit, author, NOW)
        }
        _ => case::edit(
            document,
            base,
            CaseEdit {
                name: Some(format!("Gezin {value}").into()),
                withdrawn: None,
            },
            author,
            NOW,
        ),
    };
    changed.unwrap()
}

//! Which life of this vault writes: a new one after a backup was put back or the vault was copied, so that
//! two histories never share a number; and what to do when they did all the same.
//!
//! Outside the vault's folder lies a marker: which folder the vault lived in and how many entries it had
//! written. It is not synced to the disk with each save: one that is behind is normal after a power cut, and
//! one that is ahead, elsewhere or gone costs a new incarnation and nothing else. What the marker cannot
//! notice (a whole machine put back) is noticed when another states to hold more of our log than we do.

use crate::App;
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::{OpenVault, TeamStanding};
use crate::topics::words;
use nabij_keys::{DocumentKey, seal, system_rng};
use nabij_protocol::entry::{Content, Place, SealedChange, entry_hash};
use nabij_protocol::id::{Hash, LogId, Scope, SigningPublic, TeamId};
use nabij_store::{Finding, FindingKind, Incoming, Opened};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The setting that names this vault's marker.
const LIFE: &str = "life";

/// The length of a marker in bytes, with spaces after it: so that a shorter one leaves nothing of a longer one.
const MARKER: usize = 256;

/// The folder of the markers, one for each vault on this machine.
#[derive(Debug, Clone)]
pub(crate) struct Markers(PathBuf);

/// What a marker says. Nothing personal.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Marker {
    folder: String,
    written: u64,
}

impl Markers {
    pub(crate) fn new(folder: PathBuf) -> Markers {
        Markers(folder)
    }

    fn path(&self, life: &str) -> PathBuf {
        self.0.join(format!("{life}.json"))
    }

    fn read(&self, life: &str) -> Option<Marker> {
        serde_json::from_slice(&std::fs::read(self.path(life)).ok()?).ok()
    }

    /// Over the marker before it, in its place: a new file for each save would cost as much as the save. What is
    /// torn by a power cut reads as gone.
    fn write(&self, life: &str, marker: &Marker) -> Result<(), Error> {
        let mut bytes = serde_json::to_vec(marker)?;
        bytes.resize(bytes.len().max(MARKER), b' ');
        let path = self.path(life);
        let mut file = match in_place(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                std::fs::create_dir_all(&self.0)?;
                in_place(&path)
            }
            opened => opened,
        }?;
        Ok(file.write_all(&bytes)?)
    }
}

fn in_place(path: &Path) -> std::io::Result<File> {
    File::options()
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)
}

/// At every opening of the vault: whether it is the one that was closed last on this machine.
pub(crate) fn look(app: &App, vault: &OpenVault) -> Result<(), Error> {
    let written = vault.store.own_entries()?;
    let here = Marker {
        folder: folder_id(&app.home().database())?,
        written,
    };
    match vault.store.setting(LIFE)? {
        Some(life) => {
            let same = app
                .markers()
                .read(&life)
                .is_some_and(|marker| marker.folder == here.folder && marker.written <= written);
            if !same {
                // Two copies of one vault must not share a marker either.
                if written > 0 {
                    vault.begin_incarnation()?;
                }
                vault.store.set_setting(LIFE, Some(&new_life()))?;
            }
        }
        None => {
            // Made before there were markers: nobody knows where it has been.
            if written > 0 {
                vault.begin_incarnation()?;
            }
            vault.store.set_setting(LIFE, Some(&new_life()))?;
        }
    }
    note(app, vault);
    Ok(())
}

/// After each save: how many entries this vault has written.
pub(crate) fn note(app: &App, vault: &OpenVault) {
    let noted = (|| {
        let Some(life) = vault.store.setting(LIFE)? else {
            return Ok(());
        };
        let marker = Marker {
            folder: folder_id(&app.home().database())?,
            written: vault.store.own_entries()?,
        };
        app.markers().write(&life, &marker)
    })();
    if let Err(error) = noted {
        // What is saved is saved: at worst the next opening begins a new incarnation.
        tracing::warn!(%error, "the vault's marker could not be written");
    }
}

/// Somebody holds more of the log that this vault writes than it does: it was put back from a backup. What
/// is written from now on stands in a new log.
pub(crate) fn held_elsewhere(vault: &OpenVault, log: &LogId) -> Result<(), Error> {
    if *log == vault.log() {
        vault.begin_incarnation()?;
        tracing::warn!("this vault is older than its log elsewhere: a new incarnation begins");
    }
    Ok(())
}

/// The hub has another entry at `number` of one of our own logs. What stands here after the last entry that it
/// has surely got is set aside and written anew under a new incarnation, so that both sides are kept. Answers
/// whether there was anything.
pub(crate) fn write_anew(
    app: &App,
    vault: &OpenVault,
    peer: &SigningPublic,
    (scope, log, number): (&Scope, &LogId, u64),
) -> Result<bool, Error> {
    let mut standing = vault.standing();
    let team = standing.team.ok_or(Error::NotAMember)?;
    let me = standing.me.ok_or(Error::NotAMember)?;
    // A receipt over what is another entry now is worth nothing: then all of it is written anew.
    let common = match vault.store.receipted(peer, scope, log)? {
        common if common < number => common,
        _ => 0,
    };
    let cut = vault.store.entries_after(team, scope, log, common)?;
    if cut.is_empty() {
        return Ok(false);
    }
    if *log == vault.log() {
        vault.begin_incarnation()?;
    }
    let mut pen = Again {
        vault,
        standing: &standing,
        team,
        head: vault.store.head(scope, &vault.log())?,
        keys: BTreeMap::new(),
    };
    let mut anew = Vec::with_capacity(cut.len());
    for (place, content) in cut {
        anew.extend(pen.entry(&place, content)?);
    }
    let entries = anew
        .iter()
        .map(|(place, hash, content, opened)| Incoming {
            place: *place,
            hash: *hash,
            content,
            signature: Some(vault.device.sign_head(hash)),
            opened: match opened {
                Some((claimed, change)) => Opened::Change {
                    claimed: *claimed,
                    change: change.clone(),
                    author: me,
                },
                None => Opened::Record,
            },
        })
        .collect();
    let now = nabij_domain::Millis(app.now());
    let count = anew.len().try_into().unwrap_or(u64::MAX);
    let taken = vault.store.reissue((scope, log, common), entries, now)?;
    vault.store.note_finding(&Finding {
        kind: FindingKind::WrittenAnew,
        peer: *peer,
        scope: *scope,
        log: *log,
        number: common.saturating_add(1),
        count,
        at: now,
    })?;
    standing.refresh(&vault.store, &vault.member_keys)?;
    drop(standing);
    note(app, vault);
    let mut topics = words(&taken.topics);
    topics.insert("sync".to_owned());
    app.announce(topics, &Origin::default());
    Ok(true)
}

/// A change sealed for its new place, and what it says.
type Sealed = (
    Content,
    Option<(nabij_domain::Millis, nabij_domain::Change)>,
);

type Anew = (
    Place,
    Hash,
    Content,
    Option<(nabij_domain::Millis, nabij_domain::Change)>,
);

/// The end of the log in which is written anew.
struct Again<'a> {
    vault: &'a OpenVault,
    standing: &'a TeamStanding,
    team: TeamId,
    head: (u64, Hash),
    keys: BTreeMap<nabij_protocol::id::DocumentId, Vec<DocumentKey>>,
}

impl Again<'_> {
    /// None for a change that cannot be opened: it stays aside, sealed.
    fn entry(&mut self, old: &Place, content: Content) -> Result<Option<Anew>, Error> {
        let number = self
            .head
            .0
            .checked_add(1)
            .ok_or(Error::Unexpected("the log is full"))?;
        let place = Place {
            team: self.team,
            scope: old.scope,
            log: self.vault.log(),
            number,
        };
        let (content, opened) = match content {
            Content::Record(bytes) => (Content::Record(bytes), None),
            Content::Change(change) => match self.seal(old, &place, change)? {
                Some(sealed) => sealed,
                None => return Ok(None),
            },
        };
        let hash = entry_hash(&place, &self.head.1, &content);
        self.head = (number, hash);
        Ok(Some((place, hash, content, opened)))
    }

    /// A seal is bound to its place: the change is opened at the old one and sealed at the new one.
    fn seal(
        &mut self,
        old: &Place,
        place: &Place,
        change: SealedChange,
    ) -> Result<Option<Sealed>, Error> {
        let document = change.document;
        if !self.keys.contains_key(&document) {
            let keys = self
                .standing
                .document_keys(&self.vault.store, self.team, document)?;
            self.keys.insert(document, keys);
        }
        let keys = self.keys.get(&document).map_or(&[][..], Vec::as_slice);
        let Some((key, opened)) = keys
            .iter()
            .find_map(|key| Some((key, seal::open(key, old, &change).ok()?)))
        else {
            return Ok(None);
        };
        let sealed = seal::seal(
            key,
            place,
            document,
            &opened,
            change.key.clone(),
            &mut system_rng(),
        )?;
        let claimed = nabij_domain::Millis(opened.claimed.0);
        let plain = nabij_domain::Change::from_bytes(opened.change.to_vec());
        Ok(Some((Content::Change(sealed), Some((claimed, plain)))))
    }
}

fn new_life() -> String {
    crate::random::random::<16>()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Names the folder and the very file: a copy, or a backup that was put back as another file, is another.
fn folder_id(database: &Path) -> Result<String, Error> {
    let path = std::fs::canonicalize(database)?;
    let mut bytes = path.as_os_str().as_encoded_bytes().to_vec();
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        bytes.extend(std::fs::metadata(&path)?.ino().to_be_bytes());
    }
    Ok(Hash::derive("nabij 2026 vault folder", &bytes).to_string())
}

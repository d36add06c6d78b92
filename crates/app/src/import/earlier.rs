//! What was imported before, and taking a whole import back. Read from the documents: each names its import.

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::open_vault::OpenVault;
use crate::write::{Write, write_telling};
use nabij_domain::{Id, Millis, withdrawal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// The imports of the one who uses this laptop.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Imports {
    /// The newest first.
    pub imports: Vec<EarlierImport>,
}

/// One import.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EarlierImport {
    /// Which.
    pub import_id: String,
    /// When; milliseconds since 1970.
    pub at: i64,
    /// How many cases it opened.
    pub cases: u32,
    /// How many contact moments it recorded.
    pub contact_moments: u32,
    /// How many persons it remembers.
    pub persons: u32,
    /// How many actions it wrote down.
    pub actions: u32,
    /// How much of it somebody changed since.
    pub changed: u32,
    /// How much was written in its cases since that is not of it. With the case it goes out of sight.
    pub added: u32,
    /// Whether all of it was taken back.
    pub withdrawn: bool,
}

/// Takes an import back, or puts it back.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UndoImport {
    /// Which.
    pub import_id: String,
    /// Whether it is taken back (`true`) or put back (`false`).
    pub withdrawn: bool,
}

pub(crate) fn list_imports(app: &App, _: Empty, _: &Origin) -> Result<Imports, Error> {
    let vault = app.vault()?;
    let me = vault.team_view().membership()?.1;
    let mut imports = Vec::new();
    for row in vault.store.imports(&me)? {
        let own_changes = turns(&vault, row.import)?.saturating_add(1);
        imports.push(EarlierImport {
            import_id: row.import.to_string(),
            at: row.at.0,
            cases: row.cases,
            contact_moments: row.contact_moments,
            persons: row.persons,
            actions: row.actions,
            changed: vault.store.import_changed(row.import, own_changes)?,
            added: vault.store.import_added(row.import)?,
            withdrawn: row.standing == 0,
        });
    }
    Ok(Imports { imports })
}

pub(crate) fn undo_import(app: &App, request: UndoImport, origin: &Origin) -> Result<Empty, Error> {
    let vault = app.vault()?;
    let import: Id = request
        .import_id
        .parse()
        .map_err(|_| Error::Invalid("importId"))?;
    let documents = vault.store.import_documents(import)?;
    if documents.is_empty() {
        return Err(Error::NotFound);
    }
    let turns = turns(&vault, import)?;
    // Putting the import back is no reason to put back what somebody took back on its own before.
    let kept = taken_by_hand(&vault, import)?;
    let was_back = kept.is_some();
    let mut by_hand = kept.unwrap_or_default();
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let (author, now) = (vault.author(me), Millis(app.now()));
    // Each is changed, sealed, and taken in.
    let counting = app
        .import_progress()
        .begin(documents.len().saturating_mul(3));
    let mut writes = Vec::with_capacity(documents.len());
    for id in documents {
        if !request.withdrawn && by_hand.contains(&id.to_string()) {
            continue;
        }
        let (space, mut document) = vault.store.document(id)?.ok_or(Error::NotFound)?;
        let base = document.version();
        let change = withdrawal::set(&mut document, &base, request.withdrawn, &author, now)?;
        if request.withdrawn && !was_back && change.is_none() {
            by_hand.insert(id.to_string());
        }
        writes.extend(change.map(|change| Write::change(space, id, change)));
        counting.step();
    }
    if writes.is_empty() {
        return Ok(Empty {});
    }
    let step = || counting.step();
    write_telling(app, &vault, &mut standing, writes, origin, &step)?;
    let by_hand = match request.withdrawn {
        true => Some(serde_json::to_string(&by_hand)?),
        false => None,
    };
    vault.store.set_settings(&[
        (
            &turns_name(import),
            Some(&turns.saturating_add(1).to_string()),
        ),
        (&by_hand_name(import), by_hand.as_deref()),
    ])?;
    Ok(Empty {})
}

/// What had been taken back on its own before the whole import was; none while the import stands.
fn taken_by_hand(vault: &OpenVault, import: Id) -> Result<Option<BTreeSet<String>>, Error> {
    let kept = vault.store.setting(&by_hand_name(import))?;
    Ok(kept.map(|kept| serde_json::from_str(&kept)).transpose()?)
}

fn by_hand_name(import: Id) -> String {
    format!("import_by_hand:{import}")
}

/// How often the whole import was taken back or put back: changes that nobody made by hand.
fn turns(vault: &OpenVault, import: Id) -> Result<u32, Error> {
    let kept = vault.store.setting(&turns_name(import))?;
    Ok(kept.and_then(|turns| turns.parse().ok()).unwrap_or(0))
}

fn turns_name(import: Id) -> String {
    format!("import_turns:{import}")
}

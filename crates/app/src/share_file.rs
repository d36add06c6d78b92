//! Sharing by a file on a stick or a network drive: for one colleague or for all, and for nobody else.
//!
//! The file moves the same runs as a session with the hub does. What is in it for whom follows from the roster;
//! taking in is the same door as for everything that colleagues wrote. A file never makes anything "shared": only
//! the hub's receipt does.

mod export;
mod import;
mod news;
mod outsider;
mod plan;
mod source;

pub use export::{ExportShareFile, ExportedShareFile};
pub use import::{ImportShareFile, ImportedShareFile};

pub(crate) use export::export_share_file;
pub(crate) use import::import_share_file;

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use serde::Serialize;
use ts_rs::TS;

/// The colleagues for whom a share file can be made.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShareRecipients {
    /// Everybody in the team but oneself, by name.
    pub recipients: Vec<ShareRecipient>,
}

/// A colleague for whom a share file can be made.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShareRecipient {
    /// Who.
    pub member_id: String,
    /// By what name.
    pub name: String,
}

pub(crate) fn read_share_recipients(
    app: &App,
    _: Empty,
    _: &Origin,
) -> Result<ShareRecipients, Error> {
    let vault = app.vault()?;
    let standing = vault.team_view();
    standing.membership()?;
    let recipients = crate::team::colleagues(&vault, &standing)?
        .into_iter()
        .filter(|colleague| !colleague.me)
        .map(|colleague| ShareRecipient {
            member_id: colleague.member_id,
            name: colleague.name,
        })
        .collect();
    Ok(ShareRecipients { recipients })
}

/// How far a share file is that is being written or taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShareFileProgress {
    /// How many steps are done.
    pub done: u32,
    /// Of how many; none while nothing is going on.
    pub total: u32,
}

pub(crate) fn share_file_progress(
    app: &App,
    _: Empty,
    _: &Origin,
) -> Result<ShareFileProgress, Error> {
    let progress = app.share_progress().read();
    Ok(ShareFileProgress {
        done: progress.done,
        total: progress.total,
    })
}

//! Taking in a share file: everything is checked first, then it comes in page by page.

use super::news::{News, ShareNews};
use super::outsider::member_of;
use super::source::ShareSource;
use crate::App;
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::OpenVault;
use crate::receive::{Received, take_in_page};
use crate::topics::words;
use nabij_keys::share_file::{Admitted, Checked};
use nabij_protocol::entry::Run;
use nabij_protocol::id::{MemberId, Scope, SigningPublic, TeamId};
use nabij_protocol::message::Message;
use nabij_protocol::receipt::Receipt;
use nabij_store::{Finding, FindingKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Takes in a share file.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportShareFile {
    /// Where it is; a person chose it.
    pub path: String,
}

/// What was new in a share file.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportedShareFile {
    /// Who made it, by name.
    pub from: Option<String>,
    /// When, by the clock of who made it; milliseconds since 1970.
    pub made_at: i64,
    /// What was new, by case, the street first.
    pub news: Vec<ShareNews>,
    /// How much of what is in the file was here already.
    pub known: u32,
    /// New about the team: colleagues, laptops, who holds what.
    pub team: u32,
    /// How much came that cannot be read yet.
    pub waiting: u32,
    /// How much came that cannot be read.
    #[ts(type = "number")]
    pub unreadable: u64,
    /// How many stretches did not fit and were left out.
    pub left_out: u32,
    /// Whether the file rests on what is not here: then one with all history helps.
    pub incomplete: bool,
}

pub(crate) fn import_share_file(
    app: &App,
    request: ImportShareFile,
    _: &Origin,
) -> Result<ImportedShareFile, Error> {
    let vault = app.vault()?;
    let (team, me) = {
        let standing = vault.team_view();
        let team = standing.team.ok_or(Error::NotAMember)?;
        (team, standing.me.ok_or(Error::NotAMember)?)
    };
    let source = ShareSource::open(&request.path, app.share_progress())?;
    let opened = Opened::check(&vault, team, me, &source).map_err(of_file)?;
    let mut taking = Taking {
        app,
        vault: &vault,
        signer: opened.admitted.statement.signer,
        news: News::default(),
        left_out: 0,
        incomplete: false,
    };
    let before = vault.store.unread()?.quarantined;
    taking.begin_anew_where_it_must(&opened.receipts)?;
    opened
        .pages(&source, |runs| taking.take(runs))
        .map_err(|error| match of_file(error) {
            // All of it was there a moment ago.
            Error::ShareFileDamaged | Error::FileUnreadable => Error::ShareFileBrokenOff,
            error => error,
        })?;
    taking.keep(&opened.receipts)?;
    let sorted = taking.news.sorted(&vault)?;
    let unreadable = vault.store.unread()?.quarantined;
    let colleagues = vault.store.colleagues()?;
    let from = colleagues
        .into_iter()
        .find(|row| row.member.0 == opened.by.0);
    Ok(ImportedShareFile {
        from: from.map(|row| row.name.into_inner()),
        made_at: opened.admitted.statement.at.0,
        news: sorted.rows,
        known: sorted.known,
        team: sorted.team,
        waiting: sorted.waiting,
        unreadable: unreadable.saturating_sub(before),
        left_out: taking.left_out,
        incomplete: taking.incomplete,
    })
}

/// What the room of keys says of a file, in words that are about the file and not about the vault.
fn of_file(error: Error) -> Error {
    match error {
        Error::Keys(nabij_keys::Error::Damaged | nabij_keys::Error::TooLarge(_)) => {
            Error::ShareFileDamaged
        }
        Error::Keys(nabij_keys::Error::Foreign) => Error::NotAShareFile,
        error => error,
    }
}

/// A file of which every byte is as it was written, by a laptop of the team, and what it holds for us.
struct Opened {
    checked: Checked,
    admitted: Admitted,
    receipts: Vec<Receipt>,
    by: MemberId,
}

impl Opened {
    /// Reads everything once, and takes nothing in.
    fn check(
        vault: &OpenVault,
        team: TeamId,
        me: MemberId,
        source: &ShareSource<'_>,
    ) -> Result<Opened, Error> {
        let read = &mut |at, length| source.read(at, length);
        let checked = Checked::check(source.length, read)?;
        let admitted = checked.admit(&vault.member_keys, &team, &me, read)?;
        let signer = admitted.statement.signer;
        let mut receipts = Vec::new();
        for frame in &admitted.frames {
            match Message::decode(frame) {
                Ok(Message::Receipt(receipt)) if is_by(&receipt, &signer, team) => {
                    receipts.push(receipt);
                }
                _ => return Err(Error::ShareFileDamaged),
            }
        }
        let mut opened = Opened {
            checked,
            admitted,
            receipts,
            by: me,
        };
        let mut brought = Vec::new();
        opened.pages(source, |runs| {
            brought.extend(runs.into_iter().filter(|run| run.scope == Scope::Team));
            Ok(())
        })?;
        opened.by =
            member_of(vault, team, &signer, brought)?.ok_or(Error::ShareFileFromOutsider)?;
        Ok(opened)
    }

    /// Reads all pages that are for us, in their order.
    fn pages(
        &self,
        source: &ShareSource<'_>,
        mut each: impl FnMut(Vec<Run>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let read = &mut |at, length| source.read(at, length);
        for section in &self.admitted.sections {
            let mut reader = self.checked.section(section)?;
            while let Some(frame) = reader.next(read)? {
                let Ok(Message::Page(runs)) = Message::decode(&frame) else {
                    return Err(Error::ShareFileDamaged);
                };
                each(runs)?;
            }
        }
        Ok(())
    }
}

fn is_by(receipt: &Receipt, signer: &SigningPublic, team: TeamId) -> bool {
    let statement = &receipt.statement;
    statement.signer == *signer && statement.team == team && receipt.check().is_ok()
}

/// A file that is being taken in.
struct Taking<'a> {
    app: &'a App,
    vault: &'a OpenVault,
    signer: SigningPublic,
    news: News,
    left_out: u32,
    incomplete: bool,
}

impl Taking<'_> {
    /// Takes in a page. What does not fit is left out, and the rest comes in, as in every session.
    fn take(&mut self, runs: Vec<Run>) -> Result<(), Error> {
        let before = News::before(self.vault, &runs)?;
        let mut received = Received::default();
        let taken = take_in_page(self.app, self.vault, runs.clone(), &mut received);
        let grown = self.news.note(self.vault, &runs, &before)?;
        if !grown.is_empty() {
            self.app.sync().came(&grown);
        }
        if received.records {
            crate::spaces::upkeep(self.app)?;
        }
        match taken {
            Ok(()) => Ok(()),
            Err(Error::Protocol(error)) => match runs.as_slice() {
                [run] => self.leave_out(run, &error),
                _ => runs.into_iter().try_for_each(|run| self.take(vec![run])),
            },
            Err(error) => Err(error),
        }
    }

    fn leave_out(&mut self, run: &Run, error: &nabij_protocol::Error) -> Result<(), Error> {
        if matches!(error, nabij_protocol::Error::Gap { .. }) {
            self.incomplete = true;
            return Ok(());
        }
        self.left_out = self.left_out.saturating_add(1);
        let finding = Finding {
            kind: FindingKind::DoesNotFit,
            peer: self.signer,
            scope: run.scope,
            log: run.log,
            number: run.after.saturating_add(1),
            count: run.contents.len().try_into().unwrap_or(u64::MAX),
            at: nabij_domain::Millis(self.app.now()),
        };
        self.vault.store.note_finding(&finding)?;
        self.app.announce(["sync"], &Origin::default());
        Ok(())
    }

    /// Whoever made the file may hold more of this laptop's log than it does, for it was put back from a backup;
    /// or another entry in it. Then what is written from now on, or was, stands in a new log.
    fn begin_anew_where_it_must(&self, receipts: &[Receipt]) -> Result<(), Error> {
        let own = self.vault.device_id();
        for (scope, held) in receipts.iter().flat_map(|receipt| receipt.statement.held()) {
            if held.log.device != own {
                continue;
            }
            let store = &self.vault.store;
            if held.number > store.head(&scope, &held.log)?.0 {
                crate::incarnation::held_elsewhere(self.vault, &held.log)?;
            } else if let Some(hash) = store.hash_at(&scope, &held.log, held.number)?
                && hash.mark() != held.mark
            {
                let at = (&scope, &held.log, held.number);
                crate::incarnation::write_anew(self.app, self.vault, &self.signer, at)?;
                self.app.sync().reconnect();
            }
        }
        Ok(())
    }

    /// Keeps what the file says that its maker's laptop holds. More than is here now means that something is
    /// missing in between.
    fn keep(&mut self, receipts: &[Receipt]) -> Result<(), Error> {
        for receipt in receipts {
            for (scope, held) in receipt.statement.held() {
                let (number, _) = self.vault.store.head(&scope, &held.log)?;
                self.incomplete |= held.number > number;
            }
            let mut topics = words(&self.vault.store.keep_receipt(receipt)?);
            topics.insert("sync".to_owned());
            self.app.announce(topics, &Origin::default());
        }
        Ok(())
    }
}

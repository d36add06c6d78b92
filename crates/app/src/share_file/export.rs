//! Writing a share file.

use super::plan::{Plan, Reader};
use crate::App;
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::OpenVault;
use crate::outgoing_file::write_whole;
use nabij_keys::share_file::{Section, ShareFileWriter};
use nabij_keys::system_rng;
use nabij_protocol::entry::{RUN_BYTES, Run, encode};
use nabij_protocol::id::{LogId, Millis, Scope};
use nabij_protocol::message::Message;
use nabij_protocol::receipt::{Receipt, Statement, Stored};
use serde::{Deserialize, Serialize};
use std::io::Write;
use ts_rs::TS;

/// How many scopes one receipt speaks of: it has to fit into a message.
const SCOPES_OF_A_RECEIPT: usize = 200;

/// Writes a share file.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportShareFile {
    /// For which colleague; none for all.
    pub to: Option<String>,
    /// Also what they are known to have: for who starts anew, or lost something.
    pub all_history: bool,
    /// Where to; a person chose it.
    pub path: String,
}

/// What was written.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportedShareFile {
    /// How many entries are in it; with none it only says what this laptop has.
    #[ts(type = "number")]
    pub entries: u64,
    /// How many colleagues can open it.
    #[ts(type = "number")]
    pub readers: usize,
    /// How large it is.
    #[ts(type = "number")]
    pub bytes: u64,
}

pub(crate) fn export_share_file(
    app: &App,
    request: ExportShareFile,
    _: &Origin,
) -> Result<ExportedShareFile, Error> {
    let vault = app.vault()?;
    let to = request.to.map(|id| id.parse()).transpose();
    let to = to.map_err(|_| Error::Invalid("to"))?;
    let plan = Plan::of(&vault, to, request.all_history)?;
    write_whole(&request.path, |file| {
        let bytes = write(app, &vault, &plan, file)?;
        Ok(ExportedShareFile {
            entries: plan.entries(),
            readers: plan.readers.len(),
            bytes,
        })
    })
}

/// Answers how many bytes were written.
fn write(app: &App, vault: &OpenVault, plan: &Plan, file: &mut dyn Write) -> Result<u64, Error> {
    let total = usize::try_from(plan.entries()).unwrap_or(usize::MAX);
    let counting = app.share_progress().begin(total);
    let (rng, at) = (&mut system_rng(), Millis(app.now()));
    let (mut bytes, mut done): (u64, u64) = (0, 0);
    let mut sink = |part: &[u8]| -> Result<(), Error> {
        file.write_all(part)?;
        bytes = bytes.saturating_add(u64::try_from(part.len()).unwrap_or(u64::MAX));
        Ok(())
    };
    let mut writer = ShareFileWriter::begin(plan.team, rng, &mut sink)?;
    let mut sections = Vec::with_capacity(plan.parcels.len());
    for parcel in &plan.parcels {
        let mut section = writer.section(rng);
        let mut page = Page::default();
        for stretch in &parcel.stretches {
            let mut after = stretch.after;
            while after < stretch.up_to {
                let (scope, log) = (&stretch.scope, &stretch.log);
                let run = vault
                    .store
                    .run(scope, log, after, stretch.up_to, RUN_BYTES)?;
                // Nothing there: the log was begun anew meanwhile. What it was until then has gone along.
                let Some(run) = run else { break };
                done = done.saturating_add(run.last().saturating_sub(after));
                after = run.last();
                if let Some(full) = page.add(run) {
                    writer.push(&mut section, &full, &mut sink)?;
                    counting.to(done);
                }
            }
        }
        if let Some(rest) = page.take() {
            writer.push(&mut section, &rest, &mut sink)?;
        }
        sections.push(writer.end(section, &mut sink)?);
    }
    let held = held(vault, plan)?;
    for (at_place, reader) in plan.readers.iter().enumerate() {
        let theirs: Vec<Section> = plan
            .parcels
            .iter()
            .zip(&sections)
            .filter(|(parcel, _)| parcel.readers.contains(&at_place))
            .map(|(_, section)| section.clone())
            .collect();
        let receipts = receipts(vault, plan, &held, reader, at);
        let whom = (&reader.member, reader.key.as_slice());
        writer.admit(whom, &theirs, &receipts, rng, &mut sink)?;
    }
    writer.finish(&vault.device, at, rng, &mut sink)?;
    Ok(bytes)
}

/// Runs that travel together.
#[derive(Default)]
struct Page {
    runs: Vec<Run>,
    weight: usize,
}

impl Page {
    /// Answers what was there, when this run would make it too much.
    fn add(&mut self, run: Run) -> Option<Vec<u8>> {
        let weight = encode(&run).len();
        let full = if self.weight.saturating_add(weight) > RUN_BYTES {
            self.take()
        } else {
            None
        };
        self.weight = self.weight.saturating_add(weight);
        self.runs.push(run);
        full
    }

    fn take(&mut self) -> Option<Vec<u8>> {
        self.weight = 0;
        let runs = std::mem::take(&mut self.runs);
        (!runs.is_empty()).then(|| Message::Page(runs).encode())
    }
}

/// What this laptop holds, in the words of a receipt.
fn held(vault: &OpenVault, plan: &Plan) -> Result<Vec<Stored>, Error> {
    let ends: Vec<(Scope, Vec<(LogId, u64)>)> = plan
        .held
        .0
        .iter()
        .map(|(scope, logs)| (*scope, logs.0.iter().map(|(log, n)| (*log, *n)).collect()))
        .collect();
    let stored = Stored::over(&ends, |scope, log, number| {
        vault.store.hash_at(scope, log, number)
    });
    Ok(stored?)
}

/// What this laptop holds of what this reader may have, signed.
fn receipts(
    vault: &OpenVault,
    plan: &Plan,
    held: &[Stored],
    reader: &Reader,
    at: Millis,
) -> Vec<Vec<u8>> {
    let theirs: Vec<Stored> = held
        .iter()
        .filter(|part| matches!(part, Stored::Here(scope, _) if reader.scopes.contains(scope)))
        .cloned()
        .collect();
    theirs
        .chunks(SCOPES_OF_A_RECEIPT)
        .map(|stored| {
            let statement = Statement {
                team: plan.team,
                signer: vault.device.card().signing,
                at,
                stored: stored.to_vec(),
            };
            let signature = vault.device.sign(&statement.signed_bytes());
            let receipt = Receipt {
                statement,
                signature,
            };
            Message::Receipt(receipt).encode()
        })
        .collect()
}

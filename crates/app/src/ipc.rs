//! The door: every command once, with its request and its answer. From this one list come the router, the
//! TypeScript types, the documentation and `nabij rpc`.

use crate::App;
use crate::actions::{ActionRow, ActionRows, AddAction, EditAction, EndAction, ListActions};
use crate::calendar::{ExportCalendar, ExportedCalendar};
use crate::case_notes::{CaseNoteRow, EditCaseNote, RecordCaseNote};
use crate::caseload_handover::{
    CaseloadHandover, SaveCaseloadDraft, SendCaseloadHandover, SentCaseload,
};
use crate::cases::{CaseFile, CaseRow, CaseRows, EditCase, OpenCase, ReadCase, ShareCase};
use crate::check::Findings;
use crate::check_in::{CheckIn, ExtendCheckIn, OfferCheckIn, StartCheckIn};
use crate::contact_moments::{ContactMomentRow, EditContactMoment, RecordContactMoment, Recorded};
use crate::differences::{
    ChosenVersion, DifferingItems, KeepDifference, ListDifferences, TakeBackChoice,
};
use crate::drafts::{KeptDraft, SaveDraft};
use crate::error::Error;
use crate::export::{ExportList, ExportTable, Exported};
use crate::failure::Failure;
use crate::find_people::{FindPeople, FoundPeople};
use crate::founding::FoundTeam;
use crate::groups::{AddGroup, EditGroup, GroupRow, Groups};
use crate::handover_file::HandoverFile;
use crate::handover_paper::ExportHandoverPdf;
use crate::handovers::{HandoverRows, NoteHandoverRead, ReadHandover};
use crate::history::{History, ListWithdrawn, ReadHistory, RestoreVersion, WithdrawnItems};
use crate::import::{
    DryRun, DryRunImport, Import, ImportDone, ImportFile, ImportProgress, Imports, ReadImportFile,
    UndoImport,
};
use crate::invitations::{Invitation, InviteColleague};
use crate::joining::JoinTeam;
use crate::missed_check_ins::{MissedCheckIns, PutMissedCheckInAway};
use crate::nearby::{Nearby, SetNearby, ShareNearby};
use crate::passphrase::{JudgePassphrase, Judgement, ProposePassphrase, ProposedPassphrase};
use crate::persons::{
    EditPerson, ListPersons, MergePerson, PersonFile, PersonMergeRow, PersonRow, PersonRows,
    ReadPerson,
};
use crate::places::{AddPlace, EditPlace, PlaceRow, Places};
use crate::recent_searches::{ForgetSearches, KeepSearch, RecentSearches, SetRecentSearches};
use crate::rounds::{EndRound, RoundRow, StartRound};
use crate::search::{Hits, Search};
use crate::settings::{SaveSettings, Settings};
use crate::share_file::{
    ExportShareFile, ExportedShareFile, ImportShareFile, ImportedShareFile, ShareFileProgress,
    ShareRecipients,
};
use crate::shift_end::{EndShift, EndedShift};
use crate::shift_handover::{
    ComposeHandover, ProposedHandover, SaveHandoverDraft, SendHandover, SentHandover,
};
use crate::shift_log::{ReadShift, ShiftFile};
use crate::shifts::{EditShift, ListShifts, ShiftRow, Shifts, StartShift};
use crate::stops::{EditStop, RecordStop, RecordedStop, StopRow};
use crate::summary::{EditSummary, Summary};
use crate::sync::{PauseSync, SetHub, SyncStatus};
use crate::sync_centre::SyncCentre;
use crate::team::TeamInfo;
use crate::timeline::{ReadStreet, Street};
use crate::today::{NoteLooked, Today};
use crate::vault::{ChangePassphrase, CreateVault, UnlockVault, VaultState};
use crate::withdrawal::SetWithdrawn;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::{Config, TS};

/// Nothing: the request or answer of commands that need none.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Empty {}

/// Who called, in the caller's own words: handed back with what the call changed.
#[derive(Debug, Clone, Default)]
pub struct Origin(pub Option<String>);

/// A command as the documentation shows it.
#[derive(Debug, Clone)]
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// The TypeScript name of its request.
    pub request: String,
    /// The TypeScript name of its answer.
    pub answer: String,
}

/// Reads a field that is there, perhaps as `null`; left out it means "as it is".
pub(crate) fn given<'de, D, T>(field: D) -> Result<Option<Option<T>>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(field).map(Some)
}

macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $room:ident::$name:ident($request:ty) -> $answer:ty;)*) => {
        pub(crate) fn route(
            app: &App,
            name: &str,
            request: Value,
            origin: &Origin,
        ) -> Result<Value, Error> {
            match name {
                $(stringify!($name) => {
                    let request: $request = serde_json::from_value(request)?;
                    let answer: $answer = crate::$room::$name(app, request, origin)?;
                    Ok(serde_json::to_value(answer)?)
                })*
                _ => Err(Error::UnknownCommand),
            }
        }

        /// Every command, in the order of the list.
        pub fn commands() -> Vec<Command> {
            let config = typescript();
            vec![$(Command {
                name: stringify!($name),
                doc: concat!($($doc, "\n"),+),
                request: <$request as TS>::name(&config),
                answer: <$answer as TS>::name(&config),
            }),*]
        }

        /// Writes the TypeScript types of all requests and answers, one file each, into `folder`.
        ///
        /// # Errors
        /// When a file cannot be written.
        pub fn export_types(folder: &std::path::Path) -> Result<(), ts_rs::ExportError> {
            let config = typescript().with_out_dir(folder);
            Failure::export_all(&config)?;
            $(
                <$request as TS>::export_all(&config)?;
                <$answer as TS>::export_all(&config)?;
            )*
            Ok(())
        }
    };
}

fn typescript() -> Config {
    Config::new().with_large_int("number")
}

commands! {
    /// Language and theme.
    settings::read_settings(Empty) -> Settings;
    /// Sets language and theme.
    settings::save_settings(SaveSettings) -> Settings;
    /// Whether there is a vault and whether it is open.
    vault::vault_state(Empty) -> VaultState;
    /// Seven random words.
    passphrase::propose_passphrase(ProposePassphrase) -> ProposedPassphrase;
    /// How strong a passphrase is.
    passphrase::judge_passphrase(JudgePassphrase) -> Judgement;
    /// Makes the vault of this laptop and opens it. Fails with `alreadyExists` if there is one.
    vault::create_vault(CreateVault) -> VaultState;
    /// Opens the vault. Fails with `wrongPassphrase`, or with `tooManyTries` without having tried.
    vault::unlock_vault(UnlockVault) -> VaultState;
    /// Closes the vault and forgets all keys.
    vault::lock_vault(Empty) -> VaultState;
    /// Wraps the vault key under another passphrase; nothing is encrypted anew.
    vault::change_passphrase(ChangePassphrase) -> Empty;
    /// Founds a team, with this laptop's owner as its first colleague.
    founding::found_team(FoundTeam) -> TeamInfo;
    /// Answers an invitation. Waits for nobody: a colleague's laptop admits at its next sync.
    joining::join_team(JoinTeam) -> TeamInfo;
    /// The team and its colleagues.
    team::read_team(Empty) -> TeamInfo;
    /// Makes an invitation for one colleague, valid for seven days.
    invitations::invite_colleague(InviteColleague) -> Invitation;
    /// Sets, changes or forgets the address of the hub.
    sync::set_hub(SetHub) -> SyncStatus;
    /// Opens a case and shares it with colleagues.
    cases::open_case(OpenCase) -> CaseRow;
    /// Changes the name of a case.
    cases::edit_case(EditCase) -> CaseRow;
    /// Shares a case with more colleagues, with all its history.
    cases::share_case(ShareCase) -> CaseRow;
    /// All cases on this laptop, the one with the newest contact first, and the street.
    cases::list_cases(Empty) -> CaseRows;
    /// One case with its summary and a stretch of its timeline, newest first.
    cases::read_case(ReadCase) -> CaseFile;
    /// A stretch of the street's timeline: contact moments without a case, newest first.
    timeline::read_street(ReadStreet) -> Street;
    /// Writes the summary of a case, at the version on which it was opened.
    summary::edit_summary(EditSummary) -> Summary;
    /// Records a contact moment, with everybody who was named: a copy for each case that names nobody else, one on
    /// the street for all others, and whoever was not known yet. All of it or nothing, after the durable write.
    contact_moments::record_contact_moment(RecordContactMoment) -> Recorded;
    /// Changes the named fields of a contact moment, at the version on which it was opened.
    contact_moments::edit_contact_moment(EditContactMoment) -> ContactMomentRow;
    /// The team's own list of places, by name.
    places::list_places(Empty) -> Places;
    /// Adds a place; answers the one that has this name already.
    places::add_place(AddPlace) -> PlaceRow;
    /// Finds cases and persons by two letters, most recently met first.
    find_people::find_people(FindPeople) -> FoundPeople;
    /// Persons without a case who are kept, most recently seen first.
    persons::list_persons(ListPersons) -> PersonRows;
    /// One person with who may be the same and a stretch of the timeline.
    persons::read_person(ReadPerson) -> PersonFile;
    /// Changes the named fields of a person, at the version on which it was opened.
    persons::edit_person(EditPerson) -> PersonRow;
    /// Says that a person is a case or another person. Undone by taking the merge back.
    persons::merge_person(MergePerson) -> PersonMergeRow;
    /// Every version of a contact moment or note, newest first.
    history::read_history(ReadHistory) -> History;
    /// Writes what a version said as a new edit.
    history::restore_version(RestoreVersion) -> Empty;
    /// What was taken back in a case or on the street.
    history::list_withdrawn(ListWithdrawn) -> WithdrawnItems;
    /// Renames a place, at the version on which it was opened. Two places of one name are one.
    places::edit_place(EditPlace) -> PlaceRow;
    /// The team's own list of groups, by name.
    groups::list_groups(Empty) -> Groups;
    /// Adds a group; answers the one that has this name already.
    groups::add_group(AddGroup) -> GroupRow;
    /// Changes the named fields of a group, at the version on which it was opened. Two groups of one name are one.
    groups::edit_group(EditGroup) -> GroupRow;
    /// Starts a shift now; answers the one that runs already.
    shifts::start_shift(StartShift) -> ShiftRow;
    /// Ends a shift with its round, and says what is still open.
    shift_end::end_shift(EndShift) -> EndedShift;
    /// Changes the named fields of a shift, at the version on which it was opened.
    shifts::edit_shift(EditShift) -> ShiftRow;
    /// Shifts of the team, newest first.
    shifts::list_shifts(ListShifts) -> Shifts;
    /// One shift with its rounds, stops, contact moments and actions.
    shift_log::read_shift(ReadShift) -> ShiftFile;
    /// Starts a round now, ends the one that is walked, and starts a shift when none runs.
    rounds::start_round(StartRound) -> RoundRow;
    /// Ends a round now.
    rounds::end_round(EndRound) -> RoundRow;
    /// Records a stop with whatever is new in it: place, group, shift. One write.
    stops::record_stop(RecordStop) -> RecordedStop;
    /// Changes the named fields of a stop, at the version on which it was opened.
    stops::edit_stop(EditStop) -> StopRow;
    /// What a coach sees first: the running shift, differences, what colleagues added.
    today::read_today(Empty) -> Today;
    /// Notes that what colleagues added has been seen. Never leaves this laptop.
    today::note_looked(NoteLooked) -> Empty;
    /// Everything that colleagues filled in differently, whatever it is about.
    differences::list_differences(ListDifferences) -> DifferingItems;
    /// Chooses between two values of a field, or writes a further one. A change like any other.
    differences::keep_difference(KeepDifference) -> ChosenVersion;
    /// Takes such a choice back: both values stand there again.
    differences::take_back_choice(TakeBackChoice) -> Empty;
    /// Takes what was recorded back, or puts it back: all of it or nothing.
    withdrawal::set_withdrawn(SetWithdrawn) -> Empty;
    /// Records a note in a case.
    case_notes::record_case_note(RecordCaseNote) -> CaseNoteRow;
    /// Changes a note, at the version on which it was opened.
    case_notes::edit_case_note(EditCaseNote) -> CaseNoteRow;
    /// Actions that fit a question, in cases and on the street.
    actions::list_actions(ListActions) -> ActionRows;
    /// Writes an action down: what, who does it, by when.
    actions::add_action(AddAction) -> ActionRow;
    /// Changes the named fields of an action, at the version on which it was opened.
    actions::edit_action(EditAction) -> ActionRow;
    /// Ends an action in one of three ways that are as good as each other, or opens it again.
    actions::end_action(EndAction) -> ActionRow;
    /// Writes a calendar file with one's own open actions that have a date: when, never what or with whom.
    calendar::export_calendar(ExportCalendar) -> ExportedCalendar;
    /// The timer of who works alone, on this laptop only.
    check_in::read_check_in(Empty) -> CheckIn;
    /// Offers the timer on this laptop, or takes it off the screen.
    check_in::offer_check_in(OfferCheckIn) -> CheckIn;
    /// Starts the timer. Fails with `alreadyExists` while one runs.
    check_in::start_check_in(StartCheckIn) -> CheckIn;
    /// All is well: forgets the timer, and tells colleagues if they were told that it was missed.
    check_in::check_in(Empty) -> CheckIn;
    /// Moves the time that was agreed.
    check_in::extend_check_in(ExtendCheckIn) -> CheckIn;
    /// Colleagues who did not check in and chose this one to know.
    missed_check_ins::list_missed_check_ins(Empty) -> MissedCheckIns;
    /// Puts a missed check-in that has ended, or is long ago, away on this laptop.
    missed_check_ins::put_missed_check_in_away(PutMissedCheckInAway) -> MissedCheckIns;
    /// What the handover of a shift would say now, in the coach's order.
    shift_handover::compose_handover(ComposeHandover) -> ProposedHandover;
    /// Keeps order, struck lines and own sentences of a handover. Never leaves this laptop.
    shift_handover::save_handover_draft(SaveHandoverDraft) -> Empty;
    /// Sends the handover of a shift: the street's part to the team, each case's part to those who hold it.
    shift_handover::send_handover(SendHandover) -> SentHandover;
    /// Handovers that concern this colleague, newest first, and how many are still to be read.
    handovers::list_handovers(Empty) -> HandoverRows;
    /// All that this laptop holds of one handover, in the order in which it is read.
    handovers::read_handover(ReadHandover) -> HandoverFile;
    /// Says that handovers were read; a second time says nothing more.
    handovers::note_handover_read(NoteHandoverRead) -> Empty;
    /// Writes a handover as a PDF to a file that a person chose.
    handover_paper::export_handover_pdf(ExportHandoverPdf) -> Empty;
    /// A page for each case that could be handed over for good.
    caseload_handover::compose_caseload_handover(Empty) -> CaseloadHandover;
    /// Keeps or forgets what is being handed over for good. Never leaves this laptop.
    caseload_handover::save_caseload_draft(SaveCaseloadDraft) -> Empty;
    /// Hands cases over for good, and lets the successor into those that he does not hold yet.
    caseload_handover::send_caseload_handover(SendCaseloadHandover) -> SentCaseload;
    /// Searches everything on this laptop, by words and filters: forgives case, accents, plural and compounds.
    search::search(Search) -> Hits;
    /// Writes a list, as far as one may read it, to a file that a person chose. The file is not encrypted.
    export::export_list(ExportList) -> Exported;
    /// Writes a table of the window's own words to a CSV file that a person chose.
    export::export_table(ExportTable) -> Exported;
    /// What is in a CSV or XLSX file: sheets, headings, the first rows, and what each column seems to hold.
    import::read_import_file(ReadImportFile) -> ImportFile;
    /// What an import would do, row by row, and what is wrong with each wrong row. Writes nothing.
    import::dry_run_import(DryRunImport) -> DryRun;
    /// Takes a file in: all of it in one write, or nothing. Fails with `fileChanged` when the file or what it
    /// would do is not what the try-out showed.
    import::import(Import) -> ImportDone;
    /// How far the import is that is going on. Answers at once.
    import::import_progress(Empty) -> ImportProgress;
    /// What was imported on this laptop, the newest first.
    import::list_imports(Empty) -> Imports;
    /// Takes a whole import back, or puts it back, in one write.
    import::undo_import(UndoImport) -> Empty;
    /// The searches from which something was opened lately. Never leave this laptop.
    recent_searches::read_recent_searches(Empty) -> RecentSearches;
    /// Keeps a search, because something was opened from it.
    recent_searches::keep_search(KeepSearch) -> RecentSearches;
    /// Forgets one recent search, or all.
    recent_searches::forget_searches(ForgetSearches) -> RecentSearches;
    /// Switches keeping recent searches on or off; off forgets them.
    recent_searches::set_recent_searches(SetRecentSearches) -> RecentSearches;
    /// The unfinished contact moment.
    drafts::read_draft(Empty) -> KeptDraft;
    /// Keeps or forgets the unfinished contact moment. Never leaves this laptop.
    drafts::save_draft(SaveDraft) -> Empty;
    /// Shares now, and answers when everything has gone both ways or cannot.
    sync::sync_now(Empty) -> SyncStatus;
    /// What is shared and what waits.
    sync::sync_status(Empty) -> SyncStatus;
    /// Pauses sharing, or goes on with it. Writing goes on either way.
    sync::pause_sync(PauseSync) -> SyncStatus;
    /// Switches sharing with laptops on the same network on or off.
    nearby::set_nearby(SetNearby) -> Nearby;
    /// Whether that is on, and whose laptops were met.
    nearby::read_nearby(Empty) -> Nearby;
    /// Shares once with the laptop at an address, and answers when everything has gone both ways.
    nearby::share_nearby(ShareNearby) -> Nearby;
    /// The colleagues for whom a share file can be made.
    share_file::read_share_recipients(Empty) -> ShareRecipients;
    /// Writes what a colleague, or everybody, is not known to have to a file that only they can open.
    share_file::export_share_file(ExportShareFile) -> ExportedShareFile;
    /// Takes in a share file: checked whole before anything of it is taken in, and a second time nothing is new.
    share_file::import_share_file(ImportShareFile) -> ImportedShareFile;
    /// How far the share file is that is being written or taken in. Answers at once.
    share_file::share_file_progress(Empty) -> ShareFileProgress;
    /// Tries once more what failed: what the hub turned down, and what came and could not be read.
    sync_centre::retry_failed(Empty) -> SyncCentre;
    /// What waits by title, who has confirmed what, what was noticed, and what happened last.
    sync_centre::read_sync_centre(Empty) -> SyncCentre;
    /// Checks the file, the logs, the views and the hub.
    check::check_vault(Empty) -> Findings;
    /// Drops the views and search and builds them from the log.
    check::rebuild_read_model(Empty) -> Empty;
}

/// The TypeScript map from command names to requests and answers.
pub fn typescript_commands() -> String {
    let commands = commands();
    let mut names: Vec<&str> = commands
        .iter()
        .flat_map(|command| [command.request.as_str(), command.answer.as_str()])
        .collect();
    names.sort_unstable();
    names.dedup();
    let imports: String = names
        .iter()
        .map(|name| format!("import type {{ {name} }} from \"./{name}\";\n"))
        .collect();
    let entries: String = commands
        .iter()
        .map(|command| {
            format!(
                "  {}: [{}, {}];\n",
                command.name, command.request, command.answer
            )
        })
        .collect();
    format!(
        "// Generated from the list of commands in crates/app/src/ipc.rs. Do not edit.\n{imports}\n\
         export type Commands = {{\n{entries}}};\n"
    )
}

/// The documentation of the commands, as Markdown.
pub fn commands_markdown() -> String {
    let rows: String = commands()
        .iter()
        .map(|command| {
            let doc = command.doc.split_whitespace().collect::<Vec<_>>().join(" ");
            format!(
                "| `{}` | `{}` | `{}` | {doc} |\n",
                command.name, command.request, command.answer
            )
        })
        .collect();
    format!(
        "# Commands\n\nGenerated from the list in `crates/app/src/ipc.rs`; do not edit. The window, `nabij rpc` and \
         the tests call the same commands. The shapes of requests and answers stand in \
         `ui/src/ipc/generated/`. A failure is `Failure`: a code, never content.\n\n\
         | command | request | answer | what it does |\n|---|---|---|---|\n{rows}"
    )
}

//! What may stand behind `nabij` on the command line. Scripts outside the project call these verbs: a
//! change here breaks somebody's night.

use crate::exit;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "nabij",
    version,
    about = "Nabij without a window: the same commands for scripts, administrators and demonstrations.",
    long_about = "Nabij without a window: the same commands for scripts, administrators and \
                  demonstrations.\n\nThe passphrase comes from the variable NABIJ_PASSPHRASE or from a \
                  prompt. NABIJ_LANG=nl or en chooses the language of the answers; NABIJ_LOG (for \
                  example: info) writes a log to standard error, without names, notes or keys."
)]
pub struct Arguments {
    /// The folder in which this Nabij lives [default: $NABIJ_HOME, or nabij in the data folder of this
    /// account].
    #[arg(long, global = true, value_name = "DIR")]
    pub home: Option<PathBuf>,
    /// Answer in JSON on standard output; what fails comes as {"error": ...} on standard error.
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Make the vault of this laptop and found a team.
    Init(Init),
    /// Make an invitation for one colleague.
    Invite(Invite),
    /// Make the vault of this laptop and answer an invitation.
    Join(Join),
    /// Open, list and show cases.
    Case {
        /// What to do with cases.
        #[command(subcommand)]
        verb: CaseVerb,
    },
    /// Record contact moments.
    Moment {
        /// What to do with contact moments.
        #[command(subcommand)]
        verb: MomentVerb,
    },
    /// What colleagues filled in differently: list, choose, and take a choice back.
    Difference {
        /// What to do with differences.
        #[command(subcommand)]
        verb: DifferenceVerb,
    },
    /// Search all text on this laptop.
    Search(Search),
    /// Take in a CSV or XLSX file: all of it in one write, or nothing.
    Import(Import),
    /// Write a list to a CSV or XLSX file. The file is not encrypted.
    Export(Export),
    /// Share with the hub; succeeds only when its receipts cover everything.
    Sync {
        /// From now on through this hub: ws://HOST:PORT or wss://HOST, with #TOKEN behind it if it asks for one.
        #[arg(long, value_name = "ADDRESS", value_parser = hub_address)]
        hub: Option<String>,
    },
    /// What waits to be shared, who has confirmed what, and what was noticed; also pauses.
    Sharing {
        /// Pause sharing until --resume. Writing goes on.
        #[arg(long, conflicts_with = "resume")]
        pause: bool,
        /// Go on sharing.
        #[arg(long)]
        resume: bool,
        /// Try once more what failed.
        #[arg(long, conflicts_with = "pause")]
        retry: bool,
    },
    /// Share with the laptop of a colleague on the same network, without a hub; or switch that on or off.
    Nearby {
        /// Share once with the laptop at this address: HOST or HOST:PORT.
        address: Option<String>,
        /// Let colleagues' laptops on the same network share with this one while Nabij runs.
        #[arg(long, conflicts_with = "off")]
        on: bool,
        /// No longer.
        #[arg(long)]
        off: bool,
    },
    /// Share by a file on a stick or network drive that only your colleagues can open.
    Share {
        /// Write a file or take one in.
        #[command(subcommand)]
        verb: ShareVerb,
    },
    /// Check the file, the order of changes, the lists, the clock and the hub, and say what to do.
    Doctor {
        /// First drop the lists and the search words and build them again from what was written.
        #[arg(long)]
        rebuild: bool,
    },
    /// A hub and two laptops in a temporary folder, an invented night, receipts, and whether all is equal.
    Demo {
        /// Instead an invented team of a real team's size: 25 coaches, 400 cases, 10,000 contact moments.
        /// The laptops of Fatima and Bram and the hub's data are kept in this folder. Takes minutes.
        #[arg(long, value_name = "FOLDER")]
        team: Option<PathBuf>,
    },
    /// Measure what sharing costs.
    Bench {
        /// What to measure.
        #[command(subcommand)]
        verb: BenchVerb,
    },
    /// Every command of the window as JSON-RPC 2.0, one message a line on standard input and output.
    Rpc,
}

/// Founds a team.
#[derive(Debug, Args)]
pub struct Init {
    /// The name of the team.
    #[arg(long, value_parser = said)]
    pub team: String,
    /// Your own name.
    #[arg(long, value_parser = said)]
    pub name: String,
    /// Your role.
    #[arg(long, value_enum)]
    pub role: Role,
    /// The address of the hub: ws://HOST:PORT or wss://HOST, with #TOKEN behind it if the hub asks for one.
    #[arg(long, value_name = "ADDRESS", value_parser = hub_address)]
    pub hub: Option<String>,
}

/// Invites a colleague.
#[derive(Debug, Args)]
pub struct Invite {
    /// The colleague's role.
    #[arg(long, value_enum)]
    pub role: Role,
}

/// Answers an invitation.
#[derive(Debug, Args)]
pub struct Join {
    /// The code that the colleague gave.
    #[arg(value_name = "INVITATION", value_parser = said)]
    pub invitation: String,
    /// Your own name.
    #[arg(long, value_parser = said)]
    pub name: String,
}

/// What to do with cases.
#[derive(Debug, Subcommand)]
pub enum CaseVerb {
    /// Open a case.
    Add {
        /// What the team calls it.
        #[arg(value_parser = said)]
        name: String,
        /// A colleague who shares it, by name or id; may be given more than once.
        #[arg(long, value_name = "COLLEAGUE", value_parser = said)]
        with: Vec<String>,
    },
    /// All cases on this laptop.
    List,
    /// One case: the summary and the timeline, newest first.
    Show {
        /// The id of the case.
        id: String,
        /// How much of the timeline.
        #[arg(long, default_value_t = 50, value_name = "N")]
        limit: u32,
    },
}

/// What to do with share files.
#[derive(Debug, Subcommand)]
pub enum ShareVerb {
    /// Write what colleagues are not known to have to a file.
    Export(ShareExport),
    /// Take a file in. A second time nothing is new.
    Import {
        /// The file.
        file: PathBuf,
    },
}

/// Writes a share file.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("whom").required(true).args(["to", "all"]))]
pub struct ShareExport {
    /// For this colleague, by name or id.
    #[arg(long, value_name = "COLLEAGUE", value_parser = said)]
    pub to: Option<String>,
    /// For all colleagues; each can open only what is theirs.
    #[arg(long)]
    pub all: bool,
    /// Also what they are known to have: for who begins anew or lost something.
    #[arg(long)]
    pub all_history: bool,
    /// The file, which ends in .nabij. What is there is replaced.
    pub file: PathBuf,
}

/// What to do with contact moments.
#[derive(Debug, Subcommand)]
pub enum MomentVerb {
    /// Record a contact moment, or many from a file.
    Add(MomentAdd),
}

/// What to measure.
#[derive(Debug, Subcommand)]
pub enum BenchVerb {
    /// Sharing: two laptops and a hub in a temporary folder, with a proxy in between that counts bytes.
    Sync {
        /// What is written: a file that workload.py of the yardstick made.
        #[arg(long, value_name = "FILE")]
        workload: PathBuf,
        /// What run.py of the yardstick measured of other engines, to compare with.
        #[arg(long, value_name = "FILE")]
        peers: Option<PathBuf>,
    },
}

/// What to do with differences.
#[derive(Debug, Subcommand)]
pub enum DifferenceVerb {
    /// Everything that waits for a choice, with its values numbered.
    List {
        /// Instead: where somebody has chosen.
        #[arg(long)]
        settled: bool,
    },
    /// Keep one of the values, or write a further one.
    Keep(DifferenceKeep),
    /// Take a choice back: both values stand there again.
    Undo {
        /// The id that the list shows.
        id: String,
        /// The field that the list shows.
        field: String,
    },
}

/// Chooses.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("becomes").required(true).args(["value", "words"]))]
pub struct DifferenceKeep {
    /// The id that the list shows.
    pub id: String,
    /// The field that the list shows.
    pub field: String,
    /// Keep the value with this number, from 1.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub value: Option<u32>,
    /// Write these words instead; for a time its milliseconds since 1970.
    #[arg(long, allow_hyphen_values = true)]
    pub words: Option<String>,
}

/// Records contact moments.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("what").required(true).args(["text", "file"]))]
pub struct MomentAdd {
    /// The id of the case; without it: on the street.
    #[arg(long, value_name = "ID")]
    pub case: Option<String>,
    /// What kind of contact.
    #[arg(long, value_enum, default_value = "conversation")]
    pub kind: Kind,
    /// What happened.
    #[arg(long, allow_hyphen_values = true)]
    pub text: Option<String>,
    /// Who it was with.
    #[arg(long)]
    pub nickname: Option<String>,
    /// Where.
    #[arg(long)]
    pub place: Option<String>,
    /// When: milliseconds since 1970, or 2026-03-14T22:40:00+01:00 [default: now].
    #[arg(long, value_name = "TIME", value_parser = crate::moment::parse_time, allow_hyphen_values = true)]
    pub at: Option<i64>,
    /// JSON lines {case?, nickname?, kind?, text, at?, place?} from a file, or from standard input with -.
    /// What a line leaves out comes from the options.
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
}

/// Searches.
#[derive(Debug, Args)]
pub struct Search {
    /// What to look for: every word; between quotes as it stands.
    #[arg(required = true, value_name = "WORD")]
    pub words: Vec<String>,
    /// At most so many hits [default: a thousand].
    #[arg(long, value_name = "N")]
    pub limit: Option<u32>,
}

/// Imports.
#[derive(Debug, Args)]
pub struct Import {
    /// The CSV or XLSX file.
    pub file: PathBuf,
    /// Which sheet, from 1.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub sheet: u32,
    /// What each column holds, with commas between: case, nickname, date, time, kind, text, place,
    /// lifeDomains, outcome, action, due, owner or nothing [default: guessed from the headings].
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    pub map: Vec<String>,
    /// Say what would happen and name every wrong row; write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Leave wrong rows out; else a single one stops everything.
    #[arg(long)]
    pub leave_out_wrong: bool,
}

/// Exports.
#[derive(Debug, Args)]
pub struct Export {
    /// Which list.
    #[arg(value_enum)]
    pub list: List,
    /// The file, which ends in .csv or .xlsx. What is there is replaced.
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    /// Contact moments: of this case only.
    #[arg(long, value_name = "ID")]
    pub case: Option<String>,
    /// Search: what to look for.
    #[arg(long, value_name = "WORDS", required_if_eq("list", "search"))]
    pub words: Option<String>,
}

/// A list that can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum List {
    /// The cases.
    Cases,
    /// The contact moments.
    ContactMoments,
    /// The actions.
    Actions,
    /// The persons without a case.
    Persons,
    /// What a search finds.
    Search,
}

impl List {
    /// The word that the door knows it by.
    pub fn at_the_door(self) -> &'static str {
        match self {
            List::Cases => "cases",
            List::ContactMoments => "contactMoments",
            List::Actions => "actions",
            List::Persons => "persons",
            List::Search => "search",
        }
    }
}

/// A colleague's role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Role {
    /// Youth or street coach.
    Coach,
    /// Family coach.
    FamilyCoach,
    /// Case director.
    Director,
    /// Data protection officer.
    PrivacyOfficer,
}

impl Role {
    /// The word that the door knows it by.
    pub fn at_the_door(self) -> &'static str {
        match self {
            Role::Coach => "coach",
            Role::FamilyCoach => "familyCoach",
            Role::Director => "director",
            Role::PrivacyOfficer => "privacyOfficer",
        }
    }
}

/// A kind of contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// A conversation.
    Conversation,
    /// A message or call.
    Message,
    /// A home visit.
    HomeVisit,
    /// A signal of concern.
    Signal,
    /// A consultation with others.
    Consultation,
    /// Something else.
    Other,
}

impl Kind {
    /// The word that the door knows it by.
    pub fn at_the_door(self) -> &'static str {
        match self {
            Kind::Conversation => "conversation",
            Kind::Message => "message",
            Kind::HomeVisit => "homeVisit",
            Kind::Signal => "signal",
            Kind::Consultation => "consultation",
            Kind::Other => "other",
        }
    }

    /// Reads a kind as it is written on the command line or at the door.
    pub fn said(word: &str) -> Option<Kind> {
        Kind::value_variants().iter().copied().find(|kind| {
            kind.at_the_door() == word || <Kind as ValueEnum>::from_str(word, false) == Ok(*kind)
        })
    }
}

/// Reads the command line of this process; ends it with a word of explanation when that makes no sense.
pub fn read() -> Arguments {
    let matches = Arguments::command().after_help(exit::table()).get_matches();
    Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

/// Refuses what holds no letter: before a vault is made, not after.
fn said(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("may not be empty".to_owned()),
        said => Ok(said.to_owned()),
    }
}

/// Refuses early what can never be a hub: before a vault is made. The door looks closer.
fn hub_address(text: &str) -> Result<String, String> {
    let address = text.trim();
    let host = address
        .strip_prefix("ws://")
        .or_else(|| address.strip_prefix("wss://"));
    match host {
        Some(host) if !host.is_empty() => Ok(address.to_owned()),
        _ => Err("must begin with ws:// or wss:// and name a host".to_owned()),
    }
}

#[cfg(test)]
mod tests;

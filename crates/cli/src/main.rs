//! nabij: the same commands without a window. Every verb walks through the door that the window uses.

mod arguments;
mod bench;
mod case;
mod demo;
mod difference;
mod error;
mod exit;
mod export;
mod import;
mod laptop;
mod moment;
mod nearby;
mod passphrase;
mod rpc;
mod search;
mod share;
mod sharing;
mod sync;
mod team;
mod voice;
mod words;

use arguments::{Arguments, BenchVerb, MomentVerb, Verb};
use error::Error;
use laptop::Laptop;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use voice::Voice;
use words::Language;

fn main() -> ExitCode {
    let arguments = arguments::read();
    log();
    let mut voice = Voice {
        json: arguments.json,
        language: spoken().unwrap_or(Language::Nl),
    };
    let ended = run(&arguments, &mut voice);
    ExitCode::from(ended.unwrap_or_else(|error| {
        voice.complain(&error);
        error.exit()
    }))
}

fn run(arguments: &Arguments, voice: &mut Voice) -> Result<u8, Error> {
    if let Verb::Demo { team } = &arguments.verb {
        return play(*voice, team.as_deref());
    }
    if let Verb::Bench { verb } = &arguments.verb {
        return measure(*voice, verb);
    }
    let laptop = Laptop::at(home(arguments).ok_or(Error::NoHome)?);
    if spoken().is_none() {
        voice.language = laptop.language();
    }
    let voice = *voice;
    match &arguments.verb {
        Verb::Init(asked) => team::init(&laptop, voice, asked),
        Verb::Invite(asked) => team::invite(&laptop, voice, asked),
        Verb::Join(asked) => team::join(&laptop, voice, asked),
        Verb::Case { verb } => case::run(&laptop, voice, verb),
        Verb::Moment {
            verb: MomentVerb::Add(asked),
        } => moment::add(&laptop, voice, asked),
        Verb::Difference { verb } => difference::run(&laptop, voice, verb),
        Verb::Search(asked) => search::search(&laptop, voice, asked),
        Verb::Import(asked) => import::import(&laptop, voice, asked),
        Verb::Export(asked) => export::export(&laptop, voice, asked),
        Verb::Sharing {
            pause,
            resume,
            retry,
        } => {
            let paused = (*pause || *resume).then_some(*pause);
            sharing::sharing(&laptop, voice, paused, *retry)
        }
        Verb::Nearby { address, on, off } => {
            nearby::nearby(&laptop, voice, address.as_deref(), (*on, *off))
        }
        Verb::Share { verb } => share::share(&laptop, voice, verb),
        Verb::Sync { hub } => sync::sync(&laptop, voice, hub.as_deref()),
        Verb::Doctor { rebuild } => sync::doctor(&laptop, voice, *rebuild),
        Verb::Rpc => rpc::run(laptop.app()),
        Verb::Demo { team } => play(voice, team.as_deref()),
        Verb::Bench { verb } => measure(voice, verb),
    }
}

/// A benchmark.
fn measure(voice: Voice, verb: &BenchVerb) -> Result<u8, Error> {
    match verb {
        BenchVerb::Sync { workload, peers } => bench::sync(voice, workload, peers.as_deref()),
    }
}

/// The demo of a night, or of a whole team that is kept in a folder.
fn play(voice: Voice, team: Option<&Path>) -> Result<u8, Error> {
    match team {
        Some(folder) => demo::run_team(voice, folder),
        None => demo::run(voice),
    }
}

/// The language that the environment asks for.
fn spoken() -> Option<Language> {
    std::env::var("NABIJ_LANG")
        .ok()
        .and_then(|name| Language::named(&name))
}

/// The folder: as asked, as the environment says, or where this account keeps its data.
fn home(arguments: &Arguments) -> Option<PathBuf> {
    let named = |name| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let asked = arguments
        .home
        .clone()
        .filter(|home| !home.as_os_str().is_empty());
    asked
        .or_else(|| named("NABIJ_HOME"))
        .or_else(|| dirs::data_dir().map(|folder| folder.join("nabij")))
}

/// Writes a log to standard error if the environment asks for one.
fn log() {
    let Ok(filter) = tracing_subscriber::EnvFilter::try_from_env("NABIJ_LOG") else {
        return;
    };
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
}

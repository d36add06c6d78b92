//! Where this laptop keeps its vault, and what may be said on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use thiserror::Error;

/// The folder's name inside the user's data folder.
const FOLDER: &str = "nabij";

/// Names another home; an option on the command line goes before it.
const HOME_VARIABLE: &str = "NABIJ_HOME";

/// Printed on `--help`.
const HELP: &str = "\
nabij-desktop [--home MAP] [--capture] [--veilige-weergave]

  --home MAP           bewaar alles in deze map / keep everything in this folder
                       (anders / else: $NABIJ_HOME, of / or: nabij in je gegevensmap)
  --capture            als Nabij al open is: haal het venster naar voren met een nieuw contactmoment
                       when Nabij is open already: bring its window up with a new contact moment
  --veilige-weergave   teken eenvoudiger, als het venster leeg blijft
                       draw more simply, when the window stays empty
  --version            toon de versie / show the version
  --help               toon deze uitleg / show this help";

/// How the program was asked to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Options {
    /// The folder that holds everything of this laptop.
    pub(crate) home: PathBuf,
    /// Whether nobody named another folder: then a second start brings up the window of the first.
    pub(crate) usual_home: bool,
    /// Draw without the graphics card's help.
    pub(crate) safe_view: bool,
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Open the window.
    Run(Options),
    /// Print this and stop.
    Say(String),
}

/// Why the command line was not understood. Paths are left out on purpose.
#[derive(Debug, Error, PartialEq, Eq)]
pub(crate) enum WrongUse {
    /// `--home` came last or was empty.
    #[error("--home mist een map / --home lacks a folder")]
    HomeWithoutFolder,
    /// Something that is not an option.
    #[error("onbekende optie, zie --help / unknown option, see --help")]
    UnknownOption,
    /// The system knows no data folder for this user.
    #[error(
        "geen gegevensmap gevonden, geef --home MAP / no data folder found, give --home FOLDER"
    )]
    NoDataFolder,
}

/// Reads the arguments after the program's name; `variable` looks one up in the environment.
///
/// # Errors
/// When an option is unknown or incomplete, or there is nowhere to keep the vault.
pub(crate) fn read(
    arguments: impl IntoIterator<Item = OsString>,
    variable: impl Fn(&str) -> Option<OsString>,
) -> Result<Wish, WrongUse> {
    let mut arguments = arguments.into_iter();
    let mut home = None;
    let mut safe_view = false;
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--help" | "-h") => return Ok(Wish::Say(HELP.into())),
            Some("--version" | "-V") => {
                return Ok(Wish::Say(format!("Nabij {}", env!("CARGO_PKG_VERSION"))));
            }
            Some("--veilige-weergave") => safe_view = true,
            // For the window that is open already; a first start has nothing to bring up.
            Some(crate::second_start::CAPTURE) => {}
            Some("--home") => {
                let folder = arguments.next().filter(|folder| !folder.is_empty());
                home = Some(PathBuf::from(folder.ok_or(WrongUse::HomeWithoutFolder)?));
            }
            _ => return Err(WrongUse::UnknownOption),
        }
    }
    let from_variable = || {
        variable(HOME_VARIABLE)
            .filter(|folder| !folder.is_empty())
            .map(PathBuf::from)
    };
    let usual = || dirs::data_dir().map(|folder| folder.join(FOLDER));
    let named = home.or_else(from_variable);
    let usual_home = named.is_none();
    let home = named.or_else(usual).ok_or(WrongUse::NoDataFolder)?;
    Ok(Wish::Run(Options {
        home,
        usual_home,
        safe_view,
    }))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::PathBuf;

    use super::{Options, Wish, WrongUse, read};

    fn said(arguments: &[&str], variable: Option<&str>) -> Result<Wish, WrongUse> {
        read(arguments.iter().map(OsString::from), |_| {
            variable.map(OsString::from)
        })
    }

    fn run(home: &str, safe_view: bool) -> Result<Wish, WrongUse> {
        Ok(Wish::Run(Options {
            home: PathBuf::from(home),
            usual_home: false,
            safe_view,
        }))
    }

    #[test]
    fn an_option_goes_before_the_variable_and_the_variable_before_the_usual_place() {
        assert_eq!(said(&["--home", "here"], Some("there")), run("here", false));
        assert_eq!(
            said(&["--veilige-weergave"], Some("there")),
            run("there", true)
        );
        let usual = said(&[], None);
        assert!(
            matches!(usual, Ok(Wish::Run(options)) if options.usual_home && options.home.ends_with("nabij"))
        );
    }

    #[test]
    fn an_empty_folder_is_no_folder() {
        assert_eq!(said(&["--home"], None), Err(WrongUse::HomeWithoutFolder));
        assert_eq!(
            said(&["--home", ""], None),
            Err(WrongUse::HomeWithoutFolder)
        );
        assert!(
            matches!(said(&[], Some("")), Ok(Wish::Run(options)) if options.home.ends_with("nabij"))
        );
    }

    #[test]
    fn what_is_not_understood_is_refused_without_repeating_it() {
        let refused = said(&["--open", "Fatima"], None);
        assert_eq!(refused, Err(WrongUse::UnknownOption));
        assert!(!WrongUse::UnknownOption.to_string().contains("Fatima"));
    }
}

//! Language, theme and density: chosen before there is a vault, so kept in a plain file without anything personal.

use crate::App;
use crate::error::Error;
use crate::home::Home;
use crate::ipc::{Empty, Origin};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// Light.
    Day,
    /// Dark and warm.
    Night,
    /// As the system, and night after eight in the evening.
    System,
}

/// How much room a row of a list takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Density {
    /// Roomy rows, easy to hit in the dark.
    #[default]
    Comfortable,
    /// More rows on a small screen.
    Compact,
}

/// What the laptop shows itself in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The language.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// How much room a row takes. A file from before there was a choice has none.
    #[serde(default)]
    pub density: Density,
    /// False until somebody chose.
    pub chosen: bool,
}

/// What to change the settings to.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveSettings {
    /// The language.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// How much room a row takes.
    pub density: Density,
}

const UNCHOSEN: Settings = Settings {
    language: Language::Nl,
    theme: Theme::System,
    density: Density::Comfortable,
    chosen: false,
};

pub(crate) fn read_settings(app: &App, _: Empty, _: &Origin) -> Result<Settings, Error> {
    // A settings file that cannot be read costs a choice of colour, not more: ask again.
    Ok(Home::read(&app.home().settings())
        .ok()
        .flatten()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or(UNCHOSEN))
}

pub(crate) fn save_settings(
    app: &App,
    request: SaveSettings,
    origin: &Origin,
) -> Result<Settings, Error> {
    let settings = Settings {
        language: request.language,
        theme: request.theme,
        density: request.density,
        chosen: true,
    };
    let bytes = serde_json::to_vec(&settings)?;
    app.home().replace(&app.home().settings(), &bytes)?;
    app.announce(["settings"], origin);
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_from_before_density_still_reads() {
        let old = br#"{"language":"en","theme":"day","chosen":true}"#;
        let settings: Settings = serde_json::from_slice(old).unwrap();
        assert_eq!(settings.language, Language::En);
        assert_eq!(settings.density, Density::Comfortable);
    }

    #[test]
    fn what_is_kept_stays_as_it_is() {
        let settings = Settings {
            density: Density::Compact,
            ..UNCHOSEN
        };
        assert_eq!(
            serde_json::to_string(&settings).unwrap(),
            r#"{"language":"nl","theme":"system","density":"compact","chosen":false}"#
        );
    }
}
